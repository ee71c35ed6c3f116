"""The figure of notebook 05 on deaths in attacks: what two counters have for attacks, and one for all violence below it."""

import plotly.graph_objects as go

from uspak.drawing import theme

#: The series by their name in ``terrorism_deaths``: what is written at the line, its colour, sign and dash.
SERIES = {
    "GTD": ("GTD: attacks", theme.SERIES[0], "circle", "solid"),
    "PIPS": ("PIPS: attacks", theme.SERIES[1], "square", "dash"),
    "PIPS, all violence": ("PIPS: violence of every kind", theme.SERIES[1], "diamond-open", "dot"),
}
#: The counter and the years that the title speaks of.
TITLED = ("GTD", (2002, 2011))
#: Between these years the GTD changed its method.
NEW_METHOD = (2011, 2012)


def drawn(by_counter):
    """Deaths by year in two panels, each with a scale of its own, on one time axis.

    Args:
        by_counter: a DataFrame with the years as its index and the keys of ``SERIES`` among its columns (people killed).

    Returns:
        A ``go.Figure``: attacks above, violence of every kind below.
    """
    fig = go.Figure()
    for counter, (words, colour, symbol, dash) in SERIES.items():
        axis = "y2" if counter == "PIPS, all violence" else "y"
        own = by_counter[counter].dropna()
        fig.add_scatter(
            x=own.index, y=own, name=words, yaxis=axis, mode="lines+markers", cliponaxis=False,
            line=dict(color=colour, dash=dash, width=2), marker=dict(symbol=symbol, size=8),
            hovertemplate=words + ", %{x}: %{y:,}<extra></extra>",
        )  # fmt: skip
        _write(fig, words, own.index[-1] if counter == "GTD" else own.idxmax(), own.max(), axis, colour, bold=True)
    counter, years = TITLED
    for year in years:
        _write(fig, f"{by_counter.loc[year, counter]:,}", year, by_counter.loc[year, counter], "y", theme.INK)
    _mark_new_method(fig)
    first, last = by_counter.index[0], by_counter.index[-1]
    fig.update_xaxes(dtick=1, range=[first - 0.5, last + 0.8], anchor="y2", fixedrange=True)
    return fig.update_layout(
        height=560,
        yaxis=dict(domain=[0.44, 1], range=[0, 3700], dtick=1000, tickformat=",", fixedrange=True),
        yaxis2=dict(domain=[0, 0.34], range=[0, 15000], dtick=5000, tickformat=",", anchor="x", fixedrange=True),
        margin=dict(t=12, b=34, r=12, l=60),
    )


def _write(fig, words, x, y, axis, colour, bold=False):
    """Words above a point, or below it where they are a number on the GTD's line."""
    above = bold or x != NEW_METHOD[0]
    fig.add_annotation(
        text=f"<b>{words}</b>" if bold else words, x=x, y=y, yref=axis, yshift=16 if above else -16,
        showarrow=False, font=dict(size=theme.TEXT_SIZE, color=colour),
    )  # fmt: skip


def _mark_new_method(fig):
    """A line through the panel of attacks between the years of the GTD's two methods, with words at its foot."""
    middle = sum(NEW_METHOD) / 2
    fig.add_shape(
        type="line", x0=middle, x1=middle, y0=0, y1=1, yref="y domain", layer="below", name="new method",
        line=dict(color=theme.FAINT_INK, width=1, dash="dot"),
    )  # fmt: skip
    fig.add_annotation(
        text="GTD: new<br>method from<br>2011–12", x=middle, y=0, yref="y domain", xanchor="left", yanchor="bottom",
        xshift=4, yshift=2, align="left", showarrow=False, font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK), name="new method",
    )  # fmt: skip

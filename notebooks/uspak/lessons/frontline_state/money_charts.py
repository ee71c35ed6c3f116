"""The charts of money in notebook 03: aid in two prices, its running total, and the estimates of the CIA's programme."""

import plotly.graph_objects as go

from uspak.drawing import maps, theme

_WAR = (1979.5, 1990.5)  # in fiscal years: from the Soviet entry to the aid cut-off
_THIN = 8  # million dollars: an estimate without a range is drawn so high
_FIRST_WRITTEN = 1984  # from this year on the ends of the estimates are written; those before are small


def in_two_prices(years, constant, current):
    """The same aid in constant and in current dollars, as steps by fiscal year.

    Args:
        years, constant, current: three Series of equal length; millions of dollars, NaN where there is no record.

    Returns:
        A ``go.Figure`` with a trace for each, named at its end.
    """
    fig = go.Figure()
    fig.add_vrect(x0=_WAR[0], x1=_WAR[1], fillcolor=theme.ERA_BAND, line_width=0, layer="below")
    for values, words, colour, dash in (
        (constant, "Constant 2020 dollars", theme.SERIES[0], "solid"),
        (current, "Current dollars", theme.SERIES[1], "dot"),
    ):
        line = dict(color=colour, dash=dash, shape="hvh", width=2.5)
        fig.add_scatter(x=years, y=values, name=words, mode="lines", line=line)
        _add_words(fig, words.replace(" dollars", "<br>dollars"), _WAR[1], values.iloc[-1], "left", colour, xshift=6)
    _add_words(fig, "Soviet entry<br>to aid cut-off", 1985, 3200, "center", theme.INK)
    return fig.update_layout(
        height=440, margin_r=104, yaxis=dict(rangemode="tozero", tickformat=",.0f"), xaxis_range=[1947.5, _WAR[1]]
    )


def running_total(running, promised):
    """Aid since fiscal 1980, added up year by year, and the promise of 1981 beside it.

    Args:
        running: a DataFrame by fiscal year with the columns ``Economic`` and ``Military``, in millions of dollars.
        promised: a Series by fiscal year: what would have come by then.

    Returns:
        A ``go.Figure``: two areas on each other, and a dashed line on a white one of nearly its width, so that it shows
        on both and hides neither.
    """
    fig = go.Figure()
    for name in running:
        fig.add_scatter(
            x=running.index,
            y=running[name],
            name=name,
            stackgroup="aid",
            mode="lines",
            fillcolor=theme.MONEY[name.lower()],
            line=dict(color=theme.PAPER, width=1),
            hovertemplate=f"<b>To fiscal %{{x}}</b><br>{name}: %{{y:,.0f}} million<extra></extra>",
        )
    for name, line in {
        "casing": dict(color=theme.PAPER, width=3),
        "Promised in 1981": dict(color=theme.INK, width=2.5, dash="dash"),
    }.items():
        fig.add_scatter(x=promised.index, y=promised, name=name, mode="lines", line=line)
    fig.data[-2].hoverinfo = "skip"
    fig.data[-1].hovertemplate = "<b>To fiscal %{x}</b><br>promised: %{y:,.0f} million<extra></extra>"
    _add_words(fig, "Economic", 1988.6, 1300, "center", theme.INK)
    _add_words(fig, "Military", 1988.6, 4000, "center", theme.PAPER)
    last = promised.index[-1]
    _add_words(fig, f"promised: {promised[last]:,.0f}", last, promised[last], "left", theme.PAPER, xshift=6)
    return fig.update_layout(
        height=440,
        xaxis=dict(dtick=1, range=[1980, 1990], tickformat="d"),
        yaxis=dict(range=[0, 5600], tickformat=",.0f"),
        margin=dict(r=28),
    )


def estimates(years, low, high):
    """The published estimates of the CIA's programme as ranges by fiscal year, with both ends written where they are large.

    Args:
        years, low, high: three Series of equal length; millions of dollars.

    Returns:
        A ``go.Figure`` with one trace, and the words 'no data' for years between without an estimate.
    """
    known = list(zip(years, low, high, strict=True))
    fig = go.Figure(
        go.Bar(
            name="CIA programme",
            x=[year for year, _, _ in known],
            y=[max(top - bottom, _THIN) for _, bottom, top in known],
            base=[bottom for _, bottom, _ in known],
            customdata=[(bottom, top) for _, bottom, top in known],
            width=0.6,
            marker=dict(color=maps.tint(theme.SERIES[1], 0.55), line=dict(width=0)),
            hovertemplate="Fiscal %{x}: %{customdata[0]:,} to %{customdata[1]:,} million<extra></extra>",
        )
    )
    for year, bottom, top in known:
        if year >= _FIRST_WRITTEN:
            _add_words(fig, f"{top:,.0f}", year, max(top, bottom + _THIN), "center", theme.INK, yanchor="bottom")
        if year >= _FIRST_WRITTEN and bottom != top:
            _add_words(fig, f"{bottom:,.0f}", year, bottom, "center", theme.INK, yanchor="top")
    for year in sorted(set(range(min(years), max(years))) - set(years)):
        _add_words(fig, "no<br>data", year, 0, "center", theme.SOFT_INK, yanchor="bottom")
    return fig.update_layout(height=420, xaxis=dict(dtick=1, tickformat="d"), yaxis_range=[0, 760])


def _add_words(fig, words, x, y, xanchor, colour, **more):
    fig.add_annotation(
        text=words,
        x=x,
        y=y,
        xanchor=xanchor,
        align=xanchor,
        showarrow=False,
        font=dict(size=theme.TEXT_SIZE, color=colour),
        **more,
    )

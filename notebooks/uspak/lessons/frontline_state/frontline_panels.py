"""The two small charts beside the map of notebook 03: refugees and the CIA's money, a column for each year."""

import pandas as pd

from uspak.drawing import theme

#: The colours of people and of the CIA's programme, whose money and arms share one.
PEOPLE, PROGRAMME = theme.SERIES[0], theme.SERIES[1]

_LEFT, _RIGHT = 0.755, 0.98  # of the plot's width: where the charts lie
_MARK = 60  # million dollars: the height at which a year without an estimate has its sign
_THIN = 14  # million dollars: an estimate without a range is drawn so high
_HEADS = {
    "y": "Refugees in Pakistan,<br>millions at year's end",
    "y2": "CIA programme, million<br>dollars, low to high",
}
_TOPS = {"y": 4.4, "y2": 940}
_BANDS = {"y": 3.45, "y2": 740}  # where the band of the year in view ends, below its number


def add_panels(fig, refugees, covert):
    """Draw both charts at the right of a map that leaves room for them.

    Args:
        fig: the map; changed in place.
        refugees: a Series, people by year.
        covert: a DataFrame by year with ``low`` and ``high`` in millions of dollars, NaN where there is no estimate.
    """
    years = covert.index.tolist()
    for axes in ("", "2"):
        _add_bars(fig, f"year in view {axes}".strip(), theme.ERA_BAND, axes, y=[_BANDS[f"y{axes}"]], width=1)
        fig.data[-1].hoverinfo = "skip"
        _add_words(fig, f"number in view {axes}".strip(), axes, [], [_TOPS[f"y{axes}"]])
    people = [refugees[year] / 1e6 for year in years]
    _add_bars(fig, "refugees by year", theme.QUIET, "", x=years, y=people)
    fig.data[-1].hovertemplate = "<b>End of %{x}</b><br>%{y:.1f} million Afghan refugees<extra></extra>"
    _add_bars(fig, "refugees now", PEOPLE, "")
    known = covert.dropna()
    ranges = dict(x=known.index.tolist(), y=_heights(known).tolist(), base=known["low"].tolist())
    _add_bars(fig, "money by year", theme.QUIET, "2", **ranges)
    fig.data[-1].update(
        customdata=[_ends(row) for row in known.itertuples()],
        hovertemplate="<b>Fiscal %{x}</b><br>%{customdata} million dollars<extra></extra>",
    )
    _add_bars(fig, "money now", PROGRAMME, "2")
    unknown = _unknown(covert)
    _add_words(fig, "no estimate", "2", unknown, [_MARK] * len(unknown))
    fig.data[-1].textposition = "middle center"
    fig.data[-1].update(hoverinfo=None, hovertemplate="Fiscal %{x}: no estimate found<extra></extra>")
    _set_axes(fig, years)


def view(year, refugees, covert):
    """What the charts show of one year: a dict from the ``meta`` of a trace to its new properties."""
    row, people = covert.loc[year], refugees[year] / 1e6
    known = [] if pd.isna(row["low"]) else [year]
    return {
        "year in view": dict(x=[year]),
        "year in view 2": dict(x=[year]),
        "refugees now": dict(x=[year], y=[people]),
        "number in view": dict(x=[year], text=[f"{people:.1f}"]),
        "money now": dict(
            x=known, y=[max(row["high"] - row["low"], _THIN)] * len(known), base=[row["low"]] * len(known)
        ),
        "number in view 2": dict(x=[year], text=[_ends(row) if known else ""]),
        "no estimate": _signs(year, _unknown(covert)),
    }


def _unknown(covert):
    """The years without an estimate, a list."""
    return covert.index[covert["low"].isna()].tolist()


def _signs(year, unknown):
    """The signs of the years without an estimate; that of the year in view is bold and larger."""
    return dict(
        text=["<b>?</b>" if one == year else "?" for one in unknown],
        textfont=dict(
            size=[20 if one == year else theme.TEXT_SIZE for one in unknown],
            color=[PROGRAMME if one == year else theme.INK for one in unknown],
        ),
    )


def _add_words(fig, mark, axes, x, y, text=()):
    fig.add_scatter(
        name=mark,
        meta=mark,
        x=x,
        y=y,
        mode="text",
        text=list(text),
        textposition="bottom center",
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK),
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
        xaxis=f"x{axes}",
        yaxis=f"y{axes}",
    )


def _add_bars(fig, mark, colour, axes, x=(), y=(), width=0.74, **more):
    fig.add_bar(
        name=mark,
        meta=mark,
        x=list(x),
        y=list(y),
        width=width,
        marker=dict(color=colour, line=dict(width=0)),
        showlegend=False,
        hoverinfo="skip" if mark.endswith("now") else None,
        xaxis=f"x{axes}",
        yaxis=f"y{axes}",
        **more,
    )


def _heights(estimates):
    return (estimates["high"] - estimates["low"]).clip(_THIN)


def _ends(row):
    if row.high < 1:
        return "below 1"
    return f"{row.low:,.0f}" if row.low == row.high else f"{row.low:,.0f}–{row.high:,.0f}"


def _set_axes(fig, years):
    across = dict(domain=[_LEFT, _RIGHT], range=[years[0] - 0.6, years[-1] + 0.6], tickvals=[1979, 1985, 1991])
    up = dict(domain=[0.6, 0.88], range=[0, _TOPS["y"]], tickvals=[0, 1, 2, 3], ticks="")
    up2 = dict(domain=[0.09, 0.37], range=[0, _TOPS["y2"]], tickvals=[0, 300, 600], ticks="")
    fixed = dict(fixedrange=True)
    fig.update_layout(
        barmode="overlay",
        xaxis=dict(across, anchor="y", **fixed),
        yaxis=dict(up, anchor="x", **fixed),
        xaxis2=dict(across, anchor="y2", **fixed),
        yaxis2=dict(up2, anchor="x2", **fixed),
    )
    for axis, words in _HEADS.items():
        fig.add_annotation(
            text=words,
            x=_LEFT,
            xref="paper",
            xanchor="left",
            xshift=-24,
            y=1,
            yref=f"{axis} domain",
            yanchor="bottom",
            yshift=2,
            align="left",
            showarrow=False,
            font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
        )

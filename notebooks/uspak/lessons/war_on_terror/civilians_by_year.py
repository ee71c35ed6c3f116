"""The figure of notebook 05 on civilians by year: one row for the strikes, then one for each counter, on one time axis."""

import plotly.graph_objects as go

from uspak.drawing import theme

from .counter_colours import COLOURS
from .counts import COUNTS
from .drone_strikes import BUREAU, NEW_AMERICA, written_range

MINISTRY = "Pakistan Ministry of Defence"
#: The years of the axis: the last is that of the ministry's reply.
YEARS = range(2004, 2014)
#: The year that the title speaks of.
MARKED = 2010
#: The counters that list strikes, with the sign and the dash of each.
SIGNS = {BUREAU: ("circle", "solid", "●"), NEW_AMERICA: ("diamond-open", "dot", "◇")}
#: The rows below the strikes: the name above each, its colour, and up to how many people it reaches.
ROWS = {
    BUREAU: ("Civilians, the Bureau", COLOURS[BUREAU], 230),
    NEW_AMERICA: ("Civilians, New America", COLOURS[NEW_AMERICA], 110),
    MINISTRY: ("Civilians, Pakistan's Ministry of Defence", theme.ACTORS["PAK"], 60),
}

_STRIKES, _MOST_STRIKES = 120, 165  # pixels: the height of the first row; the number of strikes up to which it reaches
_PERSON = 0.75  # pixels: the height of a person, the same in all rows
_GAP = 40  # pixels between two rows, for the name of the lower one


def drawn(bars):
    """Strikes, and civilians as bars from the lowest to the highest number, in rows on one time axis.

    Args:
        bars: rows of ``drone_strikes`` with ``counted_by``, ``year``, ``strikes``, ``civilians_max`` and two columns for the
            bars: ``base`` and ``tall`` (people).

    Returns:
        A ``go.Figure`` with a line of strikes for each counter that lists them and bars for each counter of ``ROWS``.
        A person is as high in one row as in another; the strikes have a scale of their own.
    """
    bars = bars[bars["year"].isin(YEARS)]
    heights = [_STRIKES, *(most * _PERSON for _, _, most in ROWS.values())]
    total = sum(heights) + _GAP * (len(heights) - 1)
    fig = go.Figure()
    tops = [total - sum(heights[:row]) - _GAP * row for row in range(len(heights))]
    for row, (top, height) in enumerate(zip(tops, heights, strict=True)):
        axis = f"yaxis{row + 1 if row else ''}"
        fig.update_layout({axis: dict(domain=[max(0, top - height) / total, top / total], fixedrange=True)})
    _add_strikes(fig, bars)
    for row, counter in enumerate(ROWS, 2):
        _add_ranges(fig, bars[bars["counted_by"] == counter], counter, f"y{row}")
    fig.add_shape(
        type="rect", x0=MARKED - 0.5, x1=MARKED + 0.5, y0=0, y1=1, yref="paper", layer="below", line_width=0,
        fillcolor=theme.ERA_BAND, name="marked year",
    )  # fmt: skip
    fig.update_xaxes(range=[YEARS[0] - 0.6, YEARS[-1] + 0.6], dtick=1, anchor="y4", fixedrange=True)
    return fig.update_layout(meta=dict(plot=round(total)), margin=dict(t=30, b=34, r=12, l=44), bargap=0.5)


def _add_strikes(fig, bars):
    """The first row: the strikes of the counters that list them, one line each."""
    for number, (counter, (symbol, dash, _)) in enumerate(SIGNS.items()):
        own = bars[bars["counted_by"] == counter]
        fig.add_scatter(
            name=f"{counter}: strikes",
            x=own["year"],
            y=own["strikes"],
            mode="lines+markers",
            cliponaxis=False,
            line=dict(color=COLOURS[counter], dash=dash, width=1.5),
            marker=dict(symbol=symbol, size=7 + 5 * number, line=dict(width=1.6)),
            hovertemplate=f"{counter}, %{{x}}: %{{y}} strikes<extra></extra>",
        )
    fig.layout.yaxis.update(range=[0, _MOST_STRIKES], tickvals=[0, 50, 100])
    key = ", ".join(f'<span style="color:{COLOURS[one]}">{SIGNS[one][2]}</span> {COUNTS[one].short}' for one in SIGNS)
    _add_name(fig, f"Strikes: {key}", "y")
    both = [bars.loc[(bars["counted_by"] == one) & (bars["year"] == MARKED), "strikes"].item() for one in SIGNS]
    _add_value(fig, " and ".join(map(str, both)), max(both), "y")


def _add_ranges(fig, own, counter, axis):
    """One of the rows below: the bars of one counter, on the upright axis of that row."""
    name, colour, most = ROWS[counter]
    given = own.dropna(subset="base")
    words = [written_range(low, high) for low, high in zip(given["base"], given["civilians_max"], strict=True)]
    fig.add_bar(
        name=f"{counter}: civilians",
        x=given["year"].tolist(),
        base=given["base"].astype(int).tolist(),
        y=given["tall"].astype(int).tolist(),
        yaxis=axis,
        marker=dict(color=colour),
        customdata=words,
        hovertemplate=f"{counter}, %{{x}}: %{{customdata}}<extra></extra>",
    )
    fig.layout[axis.replace("y", "yaxis")].update(range=[0, most], dtick=50, anchor="x")
    _add_name(fig, name, axis)
    marked = given[given["year"] == MARKED]
    _add_value(fig, words[list(given["year"]).index(MARKED)], (marked["base"] + marked["tall"]).item(), axis)
    if given["year"].min() > YEARS[0]:
        first = given["year"].min()
        fig.add_annotation(
            text=f"no numbers before {first}", x=first - 0.5, xanchor="right", y=0, yref=axis, yanchor="bottom",
            showarrow=False, font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK), name="missing",
        )  # fmt: skip


def _add_name(fig, name, axis):
    """The name of a row, above it."""
    fig.add_annotation(
        text=name, x=0, xref="paper", xanchor="left", y=1, yref=f"{axis} domain", yanchor="bottom", yshift=2,
        showarrow=False, font=dict(size=theme.SUBTITLE_SIZE, color=theme.INK), name="row",
    )  # fmt: skip


def _add_value(fig, words, height, axis):
    """What a row has for the marked year, above its bar or points."""
    fig.add_annotation(
        text=f"<b>{words}</b>", x=MARKED, y=height, yref=axis, yanchor="bottom", yshift=5,
        showarrow=False, font=dict(size=theme.TEXT_SIZE, color=theme.INK), name="value",
    )  # fmt: skip

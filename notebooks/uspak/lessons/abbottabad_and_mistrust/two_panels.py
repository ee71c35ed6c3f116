"""How the event window is drawn: above, the series with the years compared; below, every window as a point.

While the values are covered (nothing has been committed to) the upper panel shows which years there are, and there is no
lower one.
"""

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import maps, theme

from .event_study import EVENTS, SERIES, YEARS, written_change, written_lengths, written_value, written_year

#: The colour of a year's bar, by its role.
COLOURS = {
    "before": maps.tint(theme.OTHERS, 0.75),
    "after": maps.tint(theme.SERIES[1], 0.75),
    "other": maps.tint(theme.QUIET, 0.5),
}
SIDES = ("before", "after")

#: The first and last moment that the upper panel shows, in years.
RANGE = [YEARS[0] - 0.5, YEARS[-1] + 1.2]

#: How a window is drawn that shows a fall, or a rise.
CHANGES = {
    "fall": theme.MarkerStyle(theme.SERIES[1], "triangle-down", "▼"),
    "rise": theme.MarkerStyle(theme.OTHERS, "triangle-up", "▲"),
}

#: The height of the figure in pixels, and the parts of the plot that the two panels take: with the upper one alone, and both.
_ALONE, _BOTH = (416, [0, 1], [0, 0.01]), (746, [0.52, 1], [0, 0.36])

_LINE = 16  # pixels: the height of a line of words


def empty():
    """The figure with all its traces, still without values: a ``go.Figure``."""
    fig = go.Figure()
    fig.add_bar(
        meta="bars", marker_line_width=0, width=0.9, hovertemplate="%{text}<extra></extra>", textposition="none"
    )
    for side in SIDES:
        fig.add_scatter(meta=f"mean {side}", mode="lines", line=dict(color=theme.INK, width=2.5), hoverinfo="skip")
    for name, look in CHANGES.items():
        fig.add_scatter(
            meta=name,
            mode="markers",
            marker=dict(symbol=look.symbol, size=7, color=look.colour),
            hovertemplate="%{text}<extra></extra>",
            xaxis="x2",
            yaxis="y2",
        )
    for name, symbol in (("in view", "circle-open"), ("committed", "star")):
        marker = dict(symbol=symbol, size=15, color=theme.INK, line=dict(color=theme.INK, width=2))
        fig.add_scatter(meta=name, mode="markers", marker=marker, hoverinfo="skip", xaxis="x2", yaxis="y2")
    return fig.update_layout(
        height=_BOTH[0],
        margin=dict(l=64, r=20, t=48 + _LINE, b=34),
        xaxis=dict(domain=[0, 1], anchor="y", range=RANGE, dtick=2, tickformat="d"),
        yaxis=dict(domain=_BOTH[1], tickformat=",.0f"),
        xaxis2=dict(domain=[0, 1], anchor="y2", showticklabels=False, ticks=""),
        yaxis2=dict(domain=_BOTH[2], anchor="x2", tickformat=",.0f", zeroline=True, zerolinecolor=theme.INK),
    )


def traces(compared, committed):
    """How each trace looks: a dict from its ``meta`` to its properties.

    Args:
        compared: the ``Comparison`` in view.
        committed: the ``Window`` committed to; None while the values are covered.
    """
    covered = committed is None
    return {
        "bars": _bars(compared, covered),
        **{f"mean {side}": _mean(compared, side, covered) for side in SIDES},
        **_windows(compared, committed),
    }


def axes(compared, covered):
    """The height, the ranges of the axes and which of them are there: a dict of properties of the layout."""
    heights = pd.Series([1.0]) if covered else compared.values
    there = _has_lower(compared, covered)
    height, upper, lower = _BOTH if there else _ALONE
    return dict(
        height=height,
        yaxis=dict(
            _axis(heights),
            domain=upper,
            showticklabels=not covered,
            showgrid=not covered,
            ticks="" if covered else "outside",
        ),
        yaxis2=dict(_axis(compared.every["change"]), domain=lower, visible=there),
        xaxis2=dict(range=[-2, max(len(compared.every), 10) + 1], visible=there),
    )


def _has_lower(compared, covered):
    """Whether there is a lower panel: it has nothing to show while the values are covered, or where no window fits."""
    return not covered and len(compared.every) > 0


def shapes(compared):
    """The bands behind the years compared, and the line of the event: shapes of the layout."""
    bands = []
    for side in SIDES:
        first, last = _ends(compared, side)
        bands.append(dict(type="rect", x0=first, x1=last, fillcolor=theme.ERA_BAND, line_width=0, layer="below"))
    when = _moment(compared.window.event)
    line = dict(type="line", x0=when, x1=when, line=dict(color=theme.INK, width=1.5, dash="dot"))
    return [dict(shape, xref="x", yref="y domain", y0=0, y1=1) for shape in (*bands, line)]


def notes(compared, covered):
    """The words on both panels: annotations of the layout."""
    window, lower = compared.window, dict(xref="x2 domain", yref="y2 domain")
    found = []
    for side, anchor, edge, apart in (("before", "right", 1, -3), ("after", "left", 0, 3)):
        mean = compared.mean(side)
        said = side if covered or pd.isna(mean) else f"{side}<br>{written_value(mean, window.series)}"
        where = dict(xanchor=anchor, xshift=apart, align=anchor)
        found.append(_note(said, _ends(compared, side)[edge], 1, xref="x", **where))
    below = 1 + any("<br>" in note.text for note in found)  # lines
    found.insert(0, _note(EVENTS[window.event].words, _moment(window.event), 1, xref="x", yshift=below * _LINE + 2))
    if covered:
        cover = dict(xanchor="center", font_size=14, bgcolor=theme.PAPER, borderpad=6)
        return [*found, _note("The values are covered.", _beside(window.event), 0.4, xref="x domain", **cover)]
    if not _has_lower(compared, covered):
        return found
    signs = [f'<span style="color:{look.colour}">{look.mark}</span> {name}' for name, look in CHANGES.items()]
    above = (
        f"All {len(compared.every)} windows for this event and series, sorted:<br>"
        f"{'   '.join(signs)}   ★ committed   ○ in view"
    )
    return [*found, _note(above, 0, 1, xanchor="left", align="left", yshift=8, **lower)]


def _bars(compared, covered):
    name, shown = compared.window.series, compared.values.dropna()
    roles = [next((side for side, years in compared.years.items() if year in years), "other") for year in shown.index]
    return dict(
        x=[year + _middle(compared) for year in shown.index],
        y=[1.0] * len(shown) if covered else shown.tolist(),  # covered: only which years there are
        text=[
            f"{written_year(year, name)}: {'covered' if covered else written_value(value, name)}"
            for year, value in shown.items()
        ],
        marker=dict(
            color=[COLOURS[role] for role in roles],
            opacity=0.5 if covered else 1,
        ),
    )


def _mean(compared, side, covered):
    mean = compared.mean(side)
    there = not covered and pd.notna(mean)
    return dict(x=_ends(compared, side) if there else [], y=[mean, mean] if there else [])


def _windows(compared, committed):
    """The points of the lower panel; nothing while there is no commitment."""
    rows = compared.every.iloc[:0] if committed is None else compared.every
    falls = rows["change"] < 0
    in_view = None if compared.window == committed else compared.window
    return {
        "fall": _points(rows[falls], compared.window.series),
        "rise": _points(rows[~falls], compared.window.series),
        "in view": _mark(rows, compared, in_view),
        "committed": _mark(rows, compared, committed),
    }


def _points(rows, name):
    said = [
        f"{written_lengths(row.before, row.after, row.own)}<br>{written_change(row.change, name)}"
        for row in rows.itertuples()
    ]
    return dict(x=rows.index.tolist(), y=rows["change"].tolist(), text=said)


def _mark(rows, compared, window):
    """A mark on the point of one window, if it has one among those in view."""
    if window is None or window[:2] != compared.window[:2]:
        return dict(x=[], y=[])
    here = rows[(rows[["before", "after", "own"]] == list(window[2:])).all(axis="columns")]
    return dict(x=here.index.tolist(), y=here["change"].tolist())


def _note(text, x, y, **more):
    look = dict(showarrow=False, font_size=12, font_color=theme.INK, yref="y domain", yanchor="bottom")
    return go.layout.Annotation(text=text, x=x, y=y, **{**look, **more})


def _middle(compared):
    """Where the middle of a year lies on the axis, in years after its January; that of fiscal 2011 was in April 2011."""
    return 0.25 if SERIES[compared.window.series].fiscal else 0.5


def _ends(compared, side):
    """Where the first year of a side begins and the last one ends on the axis."""
    years = compared.years[side]
    return [years[0] + _middle(compared) - 0.5, years[-1] + _middle(compared) + 0.5]


def _moment(event):
    day = pd.Timestamp(EVENTS[event].day)
    return day.year + (day.day_of_year - 1) / 365.25


def _beside(event):
    """The middle of the longer side of an event's line, as a part of the plot's width."""
    first, last = RANGE
    at = (_moment(event) - first) / (last - first)
    return at / 2 if at > 0.5 else (1 + at) / 2


def _axis(values):
    """The range of an axis that holds the values and zero, with some room."""
    known = [0.0, *values.dropna()]
    room = 0.12 * ((max(known) - min(known)) or 1)
    return dict(range=[min(known) - (min(known) < 0) * room, max(known) + room])

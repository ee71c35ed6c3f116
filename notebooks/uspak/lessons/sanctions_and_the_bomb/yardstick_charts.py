"""What the last widget of notebook 04 draws: bars for a yardstick, or two lanes with a star for each explosion announced."""

import plotly.graph_objects as go

from uspak.dates import written_date
from uspak.drawing import theme

from . import sanctions
from .yardsticks import STATES, announced_tests, in_years

_COLOURS = theme.ACTORS | theme.MONEY
_YEARS = (1973, 2002.6)  # of the lanes
_FOOT, _STEP = 0.1, 0.125  # of a lane's height: the lowest star above its line, and from one star to the next
_MIDDLE = 0.42  # of a lane's height, where words stand
_THICK = 0.62  # of a row: a bar among many


def empty():
    """A figure with all traces for bars and lanes, and nothing in them yet."""
    fig = go.Figure()
    fig.add_bar(
        meta="bars",
        orientation="h",
        textposition="outside",
        cliponaxis=False,
        textfont=dict(size=14, color=theme.INK),
        hovertemplate="%{customdata}: %{text}<extra></extra>",
    )
    fig.add_scatter(
        meta="under", mode="lines", fill="toself", fillcolor=theme.ERA_BAND, line=dict(width=0), hoverinfo="skip"
    )
    fig.add_scatter(meta="lanes", mode="lines", line=dict(color=theme.BORDER, width=1), hoverinfo="skip")
    fig.add_scatter(meta="cut-off", mode="lines", line=dict(color=theme.INK, width=1.5, dash="dot"), hoverinfo="skip")
    for state, name in STATES.items():
        fig.add_scatter(
            name=name,
            meta=f"stars {state}",
            mode="markers",
            marker=dict(symbol="star", size=15, color=theme.ACTORS[state], line=dict(color=theme.PAPER, width=0.8)),
            hovertemplate="%{customdata}<extra></extra>",
        )
    fig.add_scatter(
        meta="words", mode="text", hoverinfo="skip", textfont=dict(size=theme.TEXT_SIZE + 1, color=theme.INK)
    )
    fig.update_xaxes(fixedrange=True, showgrid=False)
    fig.update_yaxes(fixedrange=True, showgrid=False, tickcolor=theme.PAPER, tickfont=dict(size=13, color=theme.INK))
    return fig.update_layout(height=400, margin=dict(l=146, r=44, t=12, b=34))


def bars_of(measure):
    """The bars of a yardstick, as new properties of the trace ``bars``."""
    bars = measure.bars
    colours = [_COLOURS.get(bar.of, theme.OTHERS) for bar in bars]
    return dict(
        x=[bar.value for bar in bars],
        y=list(range(len(bars))),
        width=[_THICK * min(1, len(bars) / 4)] * len(bars),
        text=[measure.written(bar) for bar in bars],
        customdata=[bar.label(", ") for bar in bars],
        marker=dict(
            color=[_pale(colour) if bar.before else colour for colour, bar in zip(colours, bars, strict=True)],
            line=dict(color=colours, width=1.5),
        ),
    )


def axes_of(measure):
    """The axes for the bars of a yardstick, the first on top: properties of ``xaxis`` and of ``yaxis``."""
    number = len(measure.bars)
    across = dict(range=[0, 1.04 * max(bar.value for bar in measure.bars)], showticklabels=False, ticks="")
    up = dict(tickvals=list(range(number)), ticktext=[bar.label(", ") for bar in measure.bars])
    return across, dict(up, range=[number - 0.5, -0.5])


def lanes():
    """What the lanes show, as a dict from the ``meta`` of a trace to its new properties: Pakistan above, India below."""
    tests = announced_tests()
    first, last = (in_years(day) for day in (sanctions.FIRST, sanctions.LAST))
    foot = {state: len(STATES) - 1 - number for number, state in enumerate(STATES)}
    low, high = foot["PAK"], foot["PAK"] + 0.97
    shown = {
        "under": dict(x=[first, last, last, first], y=[low, low, high, high]),
        "lanes": dict(
            x=[year for _ in foot for year in (*_YEARS, None)], y=[y for y in foot.values() for _ in range(3)]
        ),
        "cut-off": dict(x=[first, first], y=[-0.1, high]),
    }
    words = [(first + 0.2, high - 0.08, "under the cut-off", "middle right")]
    for state, lane in foot.items():
        mine = tests[tests["country"] == state]
        for at, month in mine.groupby(mine["date"].str[:7]):
            early = month["when"].iloc[0] < first
            side, gap = ("middle right", 1) if early else ("middle left", -1)
            words.append((month["when"].mean() + gap, lane + _MIDDLE, f"{len(month)} in {written_date(at)}", side))
        height = mine.groupby(mine["date"].str[:7]).cumcount()
        shown[f"stars {state}"] = dict(
            x=mine["when"].tolist(),
            y=(lane + _FOOT + _STEP * height).tolist(),
            customdata=[f"<b>{written_date(row.date)}</b><br>{row.site}" for row in mine.itertuples()],
        )
    x, y, text, side = (list(column) for column in zip(*words, strict=True))
    return shown | {"words": dict(x=x, y=y, text=text, textposition=side)}


def axes_of_lanes():
    """The axes for :func:`lanes`: properties of ``xaxis`` and of ``yaxis``."""
    names = list(STATES.values())
    across = dict(range=list(_YEARS), showticklabels=True, ticks="outside", tickvals=[1974, 1980, 1986, 1992, 1998])
    up = dict(tickvals=[number + _MIDDLE for number in range(len(names))], ticktext=names[::-1])
    return across, dict(up, range=[-0.1, len(names)])


def _pale(colour):
    """A third of a colour on white, ``"#rrggbb"``."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{255 - (255 - part) // 3:02X}" for part in parts)

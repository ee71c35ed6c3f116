"""What the dependence dial draws: bars for many counts of one time, lines for one measure over the years."""

import math
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from uspak import article
from uspak.drawing import theme

from .dependence import PARTNERS, history

_COLOURS = {iso: article.ACTOR_COLOURS[iso] for iso in PARTNERS}
_PALE = {"CHN": "#F6CDB1", "USA": "#BFDDF0"}
_SYMBOLS = {"CHN": "circle", "USA": "square", "IND": "diamond"}
_DASHES = {"CHN": "solid", "USA": "dash", "IND": "dot"}

#: A trace that shows nothing.
EMPTY = {"x": [None], "y": [None], "text": [""]}


class View(NamedTuple):
    """What the figure of the dial shows at a time.

    Attributes:
        traces: properties by the ``meta`` of a trace; a trace that is not there shows nothing.
        xaxis, yaxis: properties of the axes.
        line: the ends of the student's line: ``x0``, ``x1``, ``y0`` and ``y1``; they hold None before the decision.
    """

    traces: dict
    xaxis: dict
    yaxis: dict
    line: dict


def blank():
    """The figure with all traces, which hold nothing yet: bars and lines for each partner, and the names of the lines."""
    fig = go.Figure()
    for iso in ("CHN", "USA"):
        fig.add_bar(
            name=PARTNERS[iso],
            meta=f"{iso} bars",
            orientation="h",
            width=0.38,
            textposition="outside",
            cliponaxis=False,
            textfont=dict(size=12, color=theme.INK, shadow=theme.HALO),
            hoverinfo="skip",
        )
    for iso in PARTNERS:
        fig.add_scatter(
            name=PARTNERS[iso],
            meta=f"{iso} line",
            mode="lines+markers",
            line=dict(color=_COLOURS[iso], width=2.2, dash=_DASHES[iso]),
            marker=dict(symbol=_SYMBOLS[iso], size=8, color=_COLOURS[iso], line=dict(color=theme.PAPER, width=1)),
            cliponaxis=False,
            hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}: %{y:.1f} per cent<extra></extra>",
        )
    names = dict(hoverinfo="skip", cliponaxis=False, textposition="middle right", textfont_size=12)
    fig.add_scatter(meta="names", mode="text", **names)
    fig.add_annotation(name="threshold", text="", showarrow=False, font_color=theme.INK)
    margin = dict(l=196, r=96, t=26, b=34)
    return fig.update_layout(xaxis_tickformat="d", barmode="overlay", height=560, margin=margin)


def bars(rows, threshold):
    """Two bars for each row of a table, China's above the American, pale where they stay below the threshold.

    Args:
        rows: a DataFrame as from ``dependence.latest``; without any American number the bars of China stand alone.
        threshold: in percent, or None before the decision: then no bar of China is drawn.
    """
    both = rows["USA"].notna().any()
    shifts = ({} if threshold is None else {"CHN": 0.2 if both else 0}) | ({"USA": -0.2} if both else {})
    places = list(range(len(rows)))[::-1]
    bottom, top = -0.7, len(rows) - 0.3
    traces = {
        f"{iso} bars": dict(
            x=rows[iso].fillna(0).tolist(),
            y=[place + shift for place in places],
            width=0.38 if both else 0.6,
            text=[_tag(row, iso, threshold) for row in rows.to_dict("records")],
            marker=dict(
                color=[_COLOURS[iso] if threshold is None or share >= threshold else _PALE[iso] for share in rows[iso]],
                line=dict(color=_COLOURS[iso], width=1.2),
            ),
        )
        for iso, shift in shifts.items()
    }
    labels = dict(tickmode="array", tickvals=places, ticktext=rows["label"].tolist())
    return View(
        traces,
        xaxis=dict(range=[0, 100], tickmode="linear", tick0=0, dtick=20),
        yaxis=dict(range=[bottom, top], showgrid=False, **labels),
        line=dict(x0=threshold, x1=threshold, y0=bottom, y1=top),
    )


def _tag(row, iso, threshold):
    """The words at the end of a bar."""
    name, value = ("China", row["CHN"]) if iso == "CHN" else ("US", row["USA"])
    if math.isnan(value):
        return "US not given"
    when = f", {row['when_USA']}" if iso == "USA" and row["when_USA"] not in row["label"] else ""
    passes = "" if threshold is None else (": yes" if value >= threshold else ": no")
    return f"{name} {value:.0f}{when}{passes}"


def counts_of_debt(table):
    """All counts of the debt to China, the largest first, as rows for :func:`bars`.

    Args:
        table: what ``dependence.measures`` returns.
    """
    china = history(table, "debt", "CHN").sort_values("percent", ascending=False)
    labels = china["what"].str.replace("Pakistan's p", "P") + ",<br>" + china["when"]
    return pd.DataFrame({"label": labels, "CHN": china["percent"], "USA": float("nan"), "when_USA": ""})


def lines(table, measure, threshold):
    """One line for each partner through the years of a measure, with gaps where a year is missing.

    Args:
        table: what ``dependence.measures`` returns.
        measure: a key of ``dependence.MEASURES``.
        threshold: in percent.
    """
    traces, ends = {}, {}
    for iso in PARTNERS:
        own = history(table, measure, iso)
        if own.empty:
            continue
        x, y, told = _with_gaps(own)
        traces[f"{iso} line"] = dict(x=x, y=y, customdata=told)
        ends[iso] = (x[-1], y[-1])
    heights = _apart({iso: end[1] for iso, end in ends.items()})
    traces["names"] = dict(
        x=[end[0] for end in ends.values()],
        y=[heights[iso] for iso in ends],
        text=[f"  {PARTNERS[iso]}" for iso in ends],
    )
    times = table[table["measure"] == measure]["time"]
    room = 0.03 * (times.max() - times.min())
    first, last = times.min() - room, times.max() + room
    return View(
        traces,
        xaxis=dict(range=[first, last], tickmode="linear", tick0=1950, dtick=10 if room > 1 else 1),
        yaxis=dict(range=[-2, 103], tickmode="auto", showgrid=True),
        line=dict(x0=first, x1=last, y0=threshold, y1=threshold),
    )


def _with_gaps(table):
    """The points of a line, with None where a year or period is missing: a gap is not a straight line."""
    step = table["time"].diff().median() if len(table) > 1 else 1
    x, y, told = [], [], []
    for row in table.itertuples():
        if x and row.time - x[-1] > 1.5 * step:
            x.append(x[-1] + step)
            y.append(None)
            told.append(["", ""])
        x.append(float(row.time))
        y.append(float(row.percent))
        told.append([PARTNERS[row.partner], row.when])
    return x, y, told


def _apart(ends, least=6):
    """Heights of labels at least so many percent apart, in the order of the values."""
    placed, below = {}, None
    for iso, value in sorted(ends.items(), key=lambda item: item[1]):
        below = value if below is None else max(value, below + least)
        placed[iso] = below
    return placed

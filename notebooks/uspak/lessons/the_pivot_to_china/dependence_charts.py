"""What the dependence dial draws: bars for many counts of one time, lines for one measure over the years."""

import math
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import theme
from uspak.drawing.maps.colours import tint

from .dependence import PARTNERS, history

_COLOURS = {iso: theme.ACTORS[iso] for iso in PARTNERS}
_PALE = {iso: tint(colour, 0.25) for iso, colour in _COLOURS.items()}
_SYMBOLS = {"CHN": "circle", "USA": "square", "IND": "diamond"}
_DASHES = {"CHN": "solid", "USA": "dash", "IND": "dot"}

_BESIDE_BARS, _BESIDE_LINES = 196, 124  # pixels: the names of rows, the words for the student's line
_VALUES = 136  # pixels right of the plot, for values and the names of lines

#: A trace that shows nothing.
EMPTY = {"x": [None], "y": [None], "text": [""]}


class View(NamedTuple):
    """What the figure of the dial shows at a time.

    Attributes:
        traces: properties by the ``meta`` of a trace; a trace that is not there shows nothing.
        xaxis, yaxis: properties of the axes.
        line: the ends of the student's line: ``x0``, ``x1``, ``y0`` and ``y1``; they hold None before the decision.
        left: the margin on the left, in pixels.
        words: the values of bars as annotations: at the ends of bars, or, after the decision, in a column where no line
            strikes them.
    """

    traces: dict
    xaxis: dict
    yaxis: dict
    line: dict
    left: int
    words: list


def blank():
    """The figure with all traces, which hold nothing yet: bars and lines for each partner, and the names of the lines."""
    fig = go.Figure()
    for iso in ("CHN", "USA"):
        fig.add_bar(
            name=PARTNERS[iso],
            meta=f"{iso} bars",
            orientation="h",
            width=0.38,
            textposition="none",
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
    names = dict(hoverinfo="skip", cliponaxis=False, textposition="middle right", textfont_size=theme.TEXT_SIZE)
    fig.add_scatter(meta="names", mode="text", **names)
    margin = dict(l=_BESIDE_BARS, r=_VALUES, t=30, b=34)
    return fig.update_layout(xaxis_tickformat="d", barmode="overlay", height=560, margin=margin)


def bars(rows, threshold):
    """Bars for each row of a table, China's above the American if there are two, pale where they stay below the threshold.

    Args:
        rows: a DataFrame as from ``dependence.latest``; a bar that is alone in its row lies beside the row's name.
        threshold: in percent, or None before the decision: then no bar of China is drawn.
    """
    american = rows["USA"].notna()
    drawn = {"CHN": pd.Series(threshold is not None, index=rows.index), "USA": american}
    places = pd.Series(range(len(rows))[::-1], index=rows.index, dtype=float)
    two = drawn["CHN"] & drawn["USA"]
    traces = {
        f"{iso} bars": dict(
            x=rows[iso].where(drawn[iso], 0).tolist(),
            y=(places + shift * two).tolist(),
            width=[0.38 if both else 0.56 for both in two],
            text=[_tag(row, iso, threshold) for row in rows.to_dict("records")],
            marker=dict(
                color=[_COLOURS[iso] if threshold is None or share >= threshold else _PALE[iso] for share in rows[iso]],
                line=dict(color=_COLOURS[iso], width=[1.2 * there for there in drawn[iso]]),
            ),
        )
        for iso, shift in (("CHN", 0.2), ("USA", -0.2))
        if (drawn["CHN"].any() if iso == "CHN" else american.any())
    }
    bottom, top = -0.7, len(rows) - 0.3
    labels = dict(tickmode="array", tickvals=places.tolist(), ticktext=rows["label"].tolist())
    return View(
        traces,
        xaxis=dict(range=[0, 100], tickmode="linear", tick0=0, dtick=20),
        yaxis=dict(range=[bottom, top], showgrid=threshold is not None, **labels),
        line=dict(x0=threshold, x1=threshold, y0=bottom, y1=top),
        left=_BESIDE_BARS,
        words=[
            _words(*end, threshold is not None)
            for bar in traces.values()
            for end in zip(bar["x"], bar["y"], bar["text"], strict=True)
        ],
    )


def _words(x, y, text, decided):
    """Words at the end of a bar, or right of all bars where the student's line stands among these."""
    place = dict(x=1, xref="paper", xshift=8) if decided else dict(x=x, xref="x", xshift=3)
    colour = theme.INK if x else theme.FAINT_INK
    return dict(name="words", text=text, y=y, xanchor="left", showarrow=False, font_color=colour, **place)


def _tag(row, iso, threshold):
    """The words at the end of a bar, or, where the American share is not given, in place of one until China has its own."""
    name, value = ("China", row["CHN"]) if iso == "CHN" else ("US", row["USA"])
    if math.isnan(value):
        return "US not given" if threshold is None else ""
    when = f", {row['when_USA']}" if iso == "USA" and row["when_USA"] not in row["label"] else ""
    passes = "" if threshold is None else (": yes" if value >= threshold else ": no")
    return f"{name} {value:.0f}{when}{passes}"


def name_of_line(threshold, line):
    """The words for the student's line: above it where it stands, left of the axis where it lies."""
    stands = line["x0"] == line["x1"]
    place = (
        dict(x=threshold, xanchor="center", y=line["y1"], yanchor="bottom")
        if stands
        else dict(x=0, xref="paper", xanchor="right", xshift=-36, y=threshold, yanchor="middle")
    )
    return dict(name="threshold", text=f"your line: {threshold}", showarrow=False, font_color=theme.INK, **place)


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
        left=_BESIDE_LINES,
        words=[],
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

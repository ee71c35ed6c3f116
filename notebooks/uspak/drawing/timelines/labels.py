"""Labels at the tips of stems, with leaders where they had to make room."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from .. import theme
from . import placement
from .eras import Window
from .notes import annotated

_ROOM = 12  # pixels: at the least between a tip and the edge of the plot
_UNIT = (9.0, 26.0)  # pixels: the least and the greatest height of a unit of weight


def add_labels(
    fig: go.Figure, events: pd.DataFrame, labels: Mapping[str, str], window: Window, height: float
) -> tuple[float, float, float]:
    """Write labels at the tips of stems, on a plot of at most so many pixels if a unit of weight stays high enough.

    Returns:
        The pixels below and above zero that hold stems and labels, and the pixels of a unit of weight.
    """
    first, last = map(pd.Timestamp, window)
    at = ((events["when"] - first) / (last - first)).tolist()
    words = {number: labels[name] for number, name in enumerate(events["event_id"]) if name in labels}
    weights = events["weight"].tolist()
    span = max(0, *weights) - min(0, *weights)
    unit = min(_UNIT[1], (height - 2 * _ROOM) / span if span else height)
    while True:  # labels take pixels, whatever a unit of weight is: give the stems what is left
        places = placement.place(at, [weight * unit for weight in weights], words)
        ends = [_end(side, [weight * unit for weight in weights], places) for side in (-1, 1)]
        if sum(ends) <= height or unit <= _UNIT[0]:
            break
        unit = max(_UNIT[0], unit - max(0.5, (sum(ends) - height) / span))
    tips = list(zip(events["when"], weights, strict=True))
    annotated(fig, [label_note(words[number], *tips[number], spot) for number, spot in places.items()])
    leaders = [leader_line(*tips[number], spot.leader) for number, spot in places.items() if spot.leader]
    fig.update_layout(shapes=[*fig.layout.shapes, *leaders])
    return ends[0], ends[1], unit


def _end(side: int, tips: list[float], places: Mapping[int, placement.Place]) -> float:
    """How many pixels stems and labels need above zero, or below it if ``side`` is -1."""
    reach = [side * (tips[number] + spot.y) + placement.HALF_LINE for number, spot in places.items()]
    return max(_ROOM, *(side * tip + _ROOM for tip in tips), *(end + 4 for end in reach))


def label_note(text: str, when: pd.Timestamp, weight: float, spot: placement.Place) -> dict[str, Any]:
    """The annotation with the label of an event, fastened by the end that is nearer to the stem."""
    anchor = 0 if abs(spot.x) < spot.half / 2 else (1 if spot.x < 0 else -1)
    return dict(
        text=text,
        x=when,
        y=weight,
        xanchor={-1: "left", 0: "center", 1: "right"}[anchor],
        yanchor="middle",
        xshift=round(spot.x + anchor * spot.half, 1),
        yshift=spot.y,
        showarrow=False,
        font=dict(size=theme.TEXT_SIZE, color=theme.INK),
        bgcolor=theme.LABEL_GROUND,
        borderpad=0,
        name="label",
    )


def leader_line(when: pd.Timestamp, weight: float, line: tuple[float, float, float, float]) -> dict[str, Any]:
    """The shape that joins a label to the tip of its stem: dotted and pale, so that nobody takes it for a stem."""
    x0, y0, x1, y1 = line
    return dict(
        type="line",
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=when,
        yanchor=weight,
        x0=x0,
        y0=y0,
        x1=round(x1, 1),
        y1=y1,
        line=dict(color=theme.BORDER, width=1, dash="dot"),
        name="leader",
    )

"""Two timelines in one figure, the second a closer look at some years of the first."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from .. import theme
from ..figure import edge_note
from .eras import Window
from .notes import annotated

_HEADING = 24  # pixels: the line above the second panel, and the white around it


def one_below_the_other(upper: go.Figure, lower: go.Figure, closer: Window) -> go.Figure:
    """Put a timeline of some years below that of all, and frame these years in the upper one.

    Args:
        upper: a timeline whose ``layout.meta`` has the pixels of its plot; it is changed in place.
        lower: the same of the years from ``closer[0]`` to ``closer[1]``.
        closer: first and last day of the lower one.

    Returns:
        The upper figure, with the traces of the lower one on the axes ``x2`` and ``y2``.
    """
    above, below = upper.layout.meta["plot"], lower.layout.meta["plot"]
    gap = upper.layout.margin.b + lower.layout.margin.t + _HEADING
    plot = above + gap + below
    notes, shapes = list(upper.layout.annotations), [*upper.layout.shapes, _frame(closer)]
    for note in notes:
        note.yref = _in_panel(note.yref, "y", "")
    notes += [_moved(note) for note in lower.layout.annotations]
    shapes += [_moved(shape) for shape in lower.layout.shapes]
    upper.update_layout(
        annotations=notes,
        shapes=shapes,
        yaxis_domain=[1 - above / plot, 1],
        xaxis2=lower.layout.xaxis.to_plotly_json() | dict(anchor="y2", fixedrange=True),
        yaxis2=lower.layout.yaxis.to_plotly_json() | dict(anchor="x2", domain=[0, below / plot]),
        height=upper.layout.height + gap + below,
        meta=dict(plot=plot),
    )
    upper.add_traces([trace.update(xaxis="x2", yaxis="y2") for trace in lower.data])
    return annotated(upper, [_heading(closer, lower.layout.margin.t, upper.layout.margin.l)])


def _in_panel(ref: str | None, axis: str, number: str) -> str:
    """A reference of one figure, as it is among two panels; what refers to the paper refers to its panel."""
    return f"{axis}{number} domain" if ref in ("paper", f"{axis} domain") else f"{axis}{number}"


def _moved(part: Any) -> Any:
    """An annotation or a shape of the lower figure, on the axes that it has among two panels."""
    return part.update(xref=_in_panel(part.xref, "x", "2"), yref=_in_panel(part.yref, "y", "2"))


def _frame(closer: Window) -> dict[str, Any]:
    """The frame around the years in the upper panel that the lower one shows."""
    edge = dict(color=theme.SOFT_INK, width=1, dash="dot")
    x0, x1 = (pd.Timestamp(day) for day in closer)
    return dict(type="rect", x0=x0, x1=x1, y0=0, y1=1, xref="x", yref="y domain", line=edge, name="closer")


def _heading(closer: Window, above: float, left: float) -> dict[str, Any]:
    first, last = (pd.Timestamp(edge).year for edge in closer)
    words = f"{first} to {last}, the years in the dotted frame, drawn wider"
    look = dict(font=dict(size=theme.SUBTITLE_SIZE, color=theme.INK), name="closer")
    return edge_note(words, left, above, yref="y2 domain", **look)

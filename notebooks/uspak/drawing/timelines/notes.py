"""Annotations, added all at once."""

from typing import Any

import plotly.graph_objects as go

#: The height of a line of text, in pixels.
LINE = 16


def annotated(fig: go.Figure, notes: list[dict[str, Any]]) -> go.Figure:
    """The figure with notes added, all at once: at each addition plotly checks again those that are there."""
    return fig.update_layout(annotations=[*fig.layout.annotations, *notes])

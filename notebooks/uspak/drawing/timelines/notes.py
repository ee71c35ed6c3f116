"""Annotations, added all at once."""

from typing import Any

import plotly.graph_objects as go


def annotated(fig: go.Figure, notes: list[dict[str, Any]]) -> go.Figure:
    """The figure with notes added, all at once: at each addition plotly checks again those that are there."""
    return fig.update_layout(annotations=[*fig.layout.annotations, *notes])

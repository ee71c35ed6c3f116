"""What the tests of several widgets share."""

import plotly.graph_objects as go
import pytest

from uspak.widgets.controls import LiveRegion
from uspak.widgets.live import LiveFigure


@pytest.fixture
def live():
    """A live figure of a dashed line and two square signs."""
    figure = go.Figure(
        [
            go.Scatter(name="line", x=[1, 2], y=[1, 2], line=dict(dash="dash", color="#D55E00")),
            go.Scatter(name="signs", x=[3, 4], y=[2, 1], mode="markers", marker=dict(size=20, symbol="square")),
        ]
    )
    return LiveFigure(
        LiveRegion(html="above"), figure.update_layout(title_text="A title"), LiveRegion(html="below"), text="Two."
    )

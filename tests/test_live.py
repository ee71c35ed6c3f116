"""The common ground of the live figures: what reaches the browser is whole."""

import ipywidgets as widgets
import plotly.graph_objects as go
import pytest
from uspak.controls import LiveText
from uspak.live import LiveFigure


@pytest.fixture
def live():
    figure = go.Figure(
        [
            go.Scatter(name="line", x=[1, 2], y=[1, 2], line=dict(dash="dash", color="#D55E00")),
            go.Scatter(name="signs", x=[3, 4], y=[2, 1], mode="markers", marker=dict(size=20, symbol="square")),
        ]
    )
    return LiveFigure(LiveText(html="above"), figure.update_layout(title_text="A title"), LiveText(html="below"), text="Two.")


def test_the_first_message_to_the_browser_holds_the_data(monkeypatch):
    opened = []
    monkeypatch.setattr(widgets.Widget, "open", lambda self: opened.append(len(getattr(self, "_widget_data", "-"))))
    LiveFigure(LiveText(), go.Figure([go.Scatter(y=[1]), go.Scatter(y=[2])]), LiveText(), text="Two.")
    assert opened.count(2) == 1 and 0 not in opened


def test_a_batch_sends_each_trace_what_it_keeps(live, monkeypatch):
    sent = {}
    monkeypatch.setattr(live.figure, "_send_update_msg", lambda restyle_data, **_: sent.update(restyle_data))
    line, signs = live.figure.data
    with live.figure.batch_update():
        line.update(x=[1, 2, 3], line_color="#0072B2")
        signs.marker.symbol = "circle"
    assert [list(x) for x in sent["x"]] == [[1, 2, 3], [3, 4]]
    assert sent["line.color"] == ["#0072B2", None]
    assert sent["marker.symbol"] == [None, "circle"]

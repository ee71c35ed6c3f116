"""Live figures reach the browser whole."""

import ipywidgets as widgets
import plotly.graph_objects as go
from uspak.live import LiveFigure


def test_the_first_message_to_the_browser_holds_the_data(monkeypatch):
    """plotly's own figure opens its channel empty; a slow browser then draws it empty and never again."""
    opened, really_open = [], go.FigureWidget.open

    def note(figure):
        opened.append((len(figure._widget_data), figure._config))
        really_open(figure)

    monkeypatch.setattr(go.FigureWidget, "open", note)
    live = LiveFigure(widgets.HTML(), go.Figure(go.Scatter(x=[1], y=[2])), widgets.HTML(), text="one point")
    assert [number for number, _ in opened] == [1]
    assert opened[0][1]["responsive"] and live.figure.data[0].y == (2,)

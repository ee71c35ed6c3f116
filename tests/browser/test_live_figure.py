"""A live figure on its way to the browser."""

ALIVE = """
import plotly.graph_objects as go
from uspak.controls import LiveText
from uspak.live import LiveFigure

figure = go.Figure([
    go.Scatter(x=[1, 2], y=[1, 2], mode="lines", line=dict(dash="dash")),
    go.Scatter(x=[3, 4], y=[2, 1], mode="markers", marker=dict(size=20, symbol="square")),
])
live = LiveFigure(LiveText(), figure, LiveText(), text="Two traces.")
with live.figure.batch_update():
    live.figure.data[0].x = [1, 2, 3]
    live.figure.data[1].marker.color = "#0072B2"
live
"""


def test_a_live_figure_arrives_whole_and_a_batch_makes_it_forget_nothing(lab):
    notebook = lab.new_notebook("alive", ALIVE)
    notebook.run()
    line, signs = notebook.page.locator(".js-plotly-plot").evaluate("figure => figure._fullData")
    assert (line["x"], line["line"]["dash"]) == ([1, 2, 3], "dash")
    marker = signs["marker"]
    assert (signs["x"], marker["size"], marker["symbol"], marker["color"]) == ([3, 4], 20, "square", "#0072B2")

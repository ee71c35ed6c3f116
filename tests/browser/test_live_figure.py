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


FOLLOWING = """
import plotly.graph_objects as go
from uspak.controls import Stepper
from uspak.live import LiveFigure

stepper = Stepper(steps=["one", "two", "three"])
figure = go.Figure([go.Scatter(x=[1, 9], y=[1, 9]), go.Scatter(meta="here", mode="markers", marker=dict(size=20, symbol="square"))])
live = LiveFigure(stepper, figure, None, text="A square that follows a stepper.")
live.follow(stepper, "here", [({"x": [[n]], "y": [[n]]}, {"title.text": f"At {n}"}) for n in (2, 3, 4)])
live
"""

#: In the page: keep the kernel busy for some seconds.
BUSY = """
() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({ code: "import time; time.sleep(5)" }); }
"""

#: In the page: where the square stands, its symbol, and the title above it.
SQUARE = """
figure => [figure._fullData[1].x, figure._fullData[1].marker.symbol, figure.querySelector(".gtitle").textContent]
"""


def test_a_figure_follows_its_stepper_while_the_kernel_is_busy(lab):
    notebook = lab.new_notebook("following", FOLLOWING)
    notebook.run()
    figure = notebook.page.locator(".js-plotly-plot")
    assert figure.evaluate(SQUARE) == [[2], "square", "At 2"]
    notebook.page.evaluate(BUSY)
    for step in (3, 4):
        notebook.page.get_by_role("button", name="Next", exact=True).click()
        assert figure.evaluate(SQUARE) == [[step], "square", f"At {step}"]
    assert "busy" in notebook.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.session.kernel.status")

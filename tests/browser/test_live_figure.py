"""A live figure on its way to the browser and in it."""

import json

from playwright.sync_api import expect

from uspak.page.outputs import WIDGET_VIEW

ALIVE = """
import plotly.graph_objects as go
from uspak.widgets.controls import LiveRegion
from uspak.widgets.live import LiveFigure

figure = go.Figure([
    go.Scatter(x=[1, 2], y=[1, 2], mode="lines", line=dict(dash="dash")),
    go.Scatter(x=[3, 4], y=[2, 1], mode="markers", marker=dict(size=20, symbol="square")),
])
live = LiveFigure(LiveRegion(), figure, LiveRegion(), text="Two traces.")
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
from uspak.widgets.controls import LiveRegion, Stepper
from uspak.widgets.live import LiveFigure

stepper, words = Stepper(steps=["one", "two", "three"]), LiveRegion(html="The kernel is at 2.")
figure = go.Figure([go.Scatter(x=[1, 9], y=[1, 9]), go.Scatter(meta="here", mode="markers", marker=dict(size=20, symbol="square"))])
live = LiveFigure(stepper, figure, words, text="A square that follows a stepper.")
live.follow(stepper, ["here"], [({"x": [[n]], "y": [[n]]}, {"title.text": f"At {n}"}) for n in (2, 3, 4)])

@stepper.observe
def tell(change):
    words.html = f"The kernel is at {stepper.index + 2}."
    live.figure.data[0].x = [1, 5 + stepper.index]

live
"""

#: In the page: keep the kernel busy until a file is there.
BUSY = """
async () => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  const code = "import time, pathlib\\nwhile not pathlib.Path('go').exists(): time.sleep(0.05)";
  const begun = new Promise((done) => kernel.statusChanged.connect((_, status) => { if (status === "busy") done(); }));
  kernel.requestExecute({ code });
  await begun;
}
"""

#: In the page: let anywidget lose patience at once, as it does after two seconds on a slow computer.
IMPATIENT = "() => { AbortSignal.timeout = () => ({ addEventListener: (_, giveUp) => queueMicrotask(giveUp) }); }"

#: In the page: where the square stands, its symbol, and the title above it.
SQUARE = """
figure => [figure._fullData?.[1].x, figure._fullData?.[1].marker.symbol, figure.querySelector(".gtitle")?.textContent]
"""


def shows(notebook, figure, square):
    """Wait until the figure shows the square as it should be."""
    notebook.until(
        f"figure => JSON.stringify(({SQUARE})(figure)) === {json.dumps(json.dumps(square, separators=(',', ':')))}",
        figure.element_handle(),
    )


def test_a_figure_follows_its_stepper_while_the_kernel_is_busy(lab):
    notebook = lab.new_notebook("following", FOLLOWING)
    notebook.run()
    figure, words = notebook.page.locator(".js-plotly-plot"), notebook.page.locator(".uspak-live")
    assert figure.evaluate(SQUARE) == [[2], "square", "At 2"]
    notebook.page.evaluate(BUSY)
    for step in (3, 4):
        notebook.page.get_by_role("button", name="Next", exact=True).click()
        shows(notebook, figure, [[step], "square", f"At {step}"])
    expect(words).to_have_text("The kernel is at 2.")
    (lab.folder / "go").touch()
    expect(words).to_have_text("The kernel is at 4.")


def test_on_a_slow_computer_words_and_figure_hear_the_kernel_all_the_same(lab):
    notebook = lab.new_notebook("slow", FOLLOWING, apart=True)
    notebook.page.evaluate(IMPATIENT)
    notebook.run()
    notebook.heard(lambda: notebook.late)  # anywidget has given up some widget
    notebook.page.get_by_role("button", name="Next", exact=True).click()
    expect(notebook.page.locator(".uspak-live")).to_have_text("The kernel is at 3.")
    line = notebook.page.locator(".js-plotly-plot")
    notebook.until("figure => figure._fullData[0].x[1] === 6", line.element_handle())
    notebook.page.close()


def test_a_page_loaded_anew_shows_the_step_that_was_in_view(lab):
    notebook = lab.new_notebook("anew", FOLLOWING, apart=True)
    notebook.run()
    notebook.page.get_by_role("button", name="Next", exact=True).click()
    expect(notebook.page.locator(".uspak-live")).to_have_text("The kernel is at 3.")
    assert [output for output in notebook.save() if WIDGET_VIEW in output.get("data", ())] == []
    notebook.page.reload()
    figure = notebook.page.locator(".uspak-view .js-plotly-plot")
    shows(notebook, figure, [[3], "square", "At 3"])
    assert figure.evaluate("figure => figure._fullData[0].x") == [1, 6]
    notebook.page.get_by_role("button", name="Next", exact=True).click()
    expect(notebook.page.locator(".uspak-live")).to_have_text("The kernel is at 4.")
    shows(notebook, figure, [[4], "square", "At 4"])
    notebook.page.close()

"""The page around our widgets: errors are seen, dollars stay money, keys stay in controls, and controls sleep without Python."""

from every_notebook import assert_keys_stay
from lab import OPEN
from playwright.sync_api import expect
from test_live_figure import FOLLOWING, shows

from uspak.page.outputs import WIDGET_VIEW

ALARMS = """
import warnings
warnings.warn("this is deprecated")
print(1)
raise ValueError("this is wrong")
"""


def test_tests_see_warnings_and_errors(lab):
    notebook = lab.new_notebook("alarms", ALARMS, figures=0)
    errors = " ".join(notebook.run()[1200]["errors"])
    assert "this is deprecated" in errors and "this is wrong" in errors


MONEY = """
import pandas as pd
import plotly.graph_objects as go
from IPython.display import display
from uspak.drawing import figure
from uspak.widgets.cards import Note
from uspak.exercises.core import Exercise

table = pd.DataFrame({"what": ["from $3.2 billion to $4 billion"]})
display(table, Note("Correct", "From $1 to $2", "It cost $5 and $6."))
figure.show_table(table)
drawn = go.Figure(go.Scatter(x=[1, 2], y=[1, 2]))
figure.show(drawn, "From $7 to $8", "in $9 of $10", source="$11 and $12", text="$13 to $14", table=table)
"""


def test_dollars_are_never_read_as_a_formula(lab):
    notebook = lab.new_notebook("money", MONEY)
    assert notebook.run()[1200]["errors"] == []
    notebook.page.get_by_text("Text version of this figure").click()
    for words in (
        "from $3.2 billion to $4 billion",
        "From $1 to $2",
        "It cost $5 and $6.",
        "From $7 to $8",
        "$11 and $12",
        "$13 to $14",
    ):
        expect(notebook.page.locator(".jp-OutputArea-output").filter(has_text=words).first).to_be_visible()
    assert notebook.page.locator("mjx-container, .MathJax, [class*=-math-group]").count() == 0


#: In the page: how the kernel can go. Of a restart from elsewhere the page hears that a kernel starts, if the message does not
#: get lost while the server connects anew; here it is said without a server.
LOSSES = {
    "restarted": "kernel => kernel.restart()",
    "restarted elsewhere": "async kernel => kernel.statusChanged.emit('starting')",
    "shut down": "kernel => kernel.shutdown()",
}


def test_controls_sleep_when_the_kernel_goes_and_wake_when_the_cell_is_run_again(lab):
    for loss, act in LOSSES.items():
        notebook = lab.new_notebook(f"loss {loss}", FOLLOWING)
        notebook.run()
        page, figure = notebook.page, notebook.page.locator(".js-plotly-plot")
        page.get_by_role("button", name="Next", exact=True).click()
        shows(notebook, figure, [[3], "square", "At 3"])
        page.get_by_role("button", name="Play", exact=True).click()
        page.evaluate(f"() => ({act})(jupyterapp.shell.currentWidget.sessionContext.session.kernel).then(() => null)")
        expect(page.locator(".uspak-asleep")).to_contain_text("Run this cell again")
        for control in page.locator(".uspak-stepper :is(button, input)").all():
            expect(control).to_be_disabled()
        expect(notebook.cell("live")).to_be_focused()  # Play had the focus, and nothing can have it any more
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()  # it has stopped playing
        step = int(page.locator(".uspak-stepper output").inner_text().partition(" of ")[0])
        shows(notebook, figure, [[step + 1], "square", f"At {step + 1}"])
        if loss != "shut down":
            page.evaluate("() => unanswered.clear()")  # a kernel that has gone answers nothing
            notebook.run_cell(notebook.cell("live"))
            expect(page.locator(".uspak-asleep")).to_have_count(0)
            page.get_by_role("button", name="Next", exact=True).click()
            shows(notebook, page.locator(".js-plotly-plot"), [[3], "square", "At 3"])


def test_a_view_that_is_shown_once_the_kernel_has_gone_sleeps_too(lab):
    notebook = lab.new_notebook("pasted", FOLLOWING)
    notebook.run()
    notebook.restart()
    expect(notebook.page.locator(".uspak-asleep")).to_have_count(1)
    notebook.cell("live").focus()
    for command in ("copy-cell", "paste-cell-below"):
        notebook.page.evaluate(f"() => jupyterapp.commands.execute('notebook:{command}').then(() => null)")
    expect(notebook.page.locator(".uspak-stepper :is(button, input)")).to_have_count(8)
    expect(notebook.page.locator(".uspak-asleep")).to_have_count(2)
    for control in notebook.page.locator(".uspak-stepper :is(button, input)").all():
        expect(control).to_be_disabled()


#: In the page: close the notebook, while its kernel lives on.
PUT_AWAY = "() => jupyterapp.shell.currentWidget.dispose()"


def test_a_notebook_that_is_closed_and_opened_again_shows_what_still_lives(lab):
    notebook = lab.new_notebook("put away", FOLLOWING)
    notebook.run()
    notebook.save()
    for step in (2, 3):
        notebook.page.evaluate(PUT_AWAY)
        notebook.page.evaluate(OPEN, "notebooks/put away.ipynb")
        figure = notebook.page.locator(".uspak-view .js-plotly-plot")
        shows(notebook, figure, [[step], "square", f"At {step}"])
        notebook.page.get_by_role("button", name="Next", exact=True).click()
        expect(notebook.page.locator(".uspak-live")).to_have_text(f"The kernel is at {step + 1}.")
        shows(notebook, figure, [[step + 1], "square", f"At {step + 1}"])


STILL = """
import plotly.graph_objects as go
from uspak.drawing.figure import show

show(go.Figure(go.Scatter(x=[1, 2], y=[1, 2])), "A line", source="nobody", text="It goes up.")
"""


def test_keys_stay_in_the_text_version_of_a_figure_that_is_not_live(lab):
    notebook = lab.new_notebook("still", STILL)
    notebook.run()
    assert assert_keys_stay(notebook, "text version")


def test_saving_works_from_within_a_control(lab):
    notebook = lab.new_notebook("saving", FOLLOWING)
    notebook.run()
    notebook.page.get_by_role("button", name="Next", exact=True).focus()
    notebook.page.keyboard.press("ControlOrMeta+s")
    notebook.until("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    assert [output for output in notebook.stored() if WIDGET_VIEW in output.get("data", ())] == []
    assert [output for output in notebook.stored() if "application/vnd.plotly.v1+json" in output.get("data", ())]


#: In the page: run the notebook and save it as soon as it has an output, which is before the output shows.
SAVE_AT_ONCE = """
async () => {
  const { context, content } = jupyterapp.shell.currentWidget, { outputs } = content.widgets[0].model;
  const saved = new Promise(done => outputs.changed.connect(() => { if (outputs.length === 1) done(context.save()); }));
  await Promise.all([jupyterapp.commands.execute("notebook:run-all-cells"), saved]);
}
"""


def test_a_notebook_that_was_saved_before_its_figure_showed_is_to_be_saved_again(lab):
    notebook = lab.new_notebook("at once", FOLLOWING)
    notebook.until("() => jupyterapp.shell.currentWidget.sessionContext?.session?.kernel?.status === 'idle'")
    notebook.page.evaluate(SAVE_AT_ONCE)
    shows(notebook, notebook.page.locator(".js-plotly-plot"), [[2], "square", "At 2"])
    views = [output for output in notebook.stored() if WIDGET_VIEW in output.get("data", ())]
    if views:  # as a rule; a page may be quicker than its server
        notebook.until("() => jupyterapp.shell.currentWidget.context.model.dirty")
    assert [output for output in notebook.save() if WIDGET_VIEW in output.get("data", ())] == []


def test_after_all_widgets_were_closed_a_cell_can_be_run_again(lab):
    notebook = lab.new_notebook("closed", FOLLOWING, apart=True)
    notebook.run()
    cell = notebook.cell("live")
    notebook.rewrite(cell, "import ipywidgets\nipywidgets.Widget.close_all()\n" + FOLLOWING)
    notebook.save()
    notebook.page.reload()
    figure = notebook.page.locator(".uspak-view .js-plotly-plot")
    shows(notebook, figure, [[2], "square", "At 2"])
    notebook.page.close()

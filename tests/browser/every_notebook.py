"""What holds of every notebook, as a class of tests, and what these tests and others ask of a page."""

import string

from lab import NARROW, WIDE
from playwright.sync_api import expect

from uspak.page.outputs import WIDGET_VIEW

#: Keys that mean something else to a notebook: select another cell, insert one, cut or delete this one, make it Markdown, …
NOTEBOOK_KEYS = ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", *string.ascii_lowercase, "d", *string.digits)

#: What can have the focus in an output: each kind is tried once a notebook.
CONTROLS = {
    "button": "button:not(.modebar-btn)",
    "slider": "input[type=range]",
    "drop-down": "select",
    "radio button": "input[type=radio]",
    "tick box": "input[type=checkbox]",
    "field": "input[type=text]",
    "text version": "summary",
    "link": "a[href]",
}

#: The live view of a widget, and the controls in it that a kernel answers.
WIDGET = ".lm-Widget.jupyter-widgets:not(.jp-OutputArea-output), .lm-Widget.jupyter-widget, .anywidget"
ANSWERING = "button:not(.modebar-btn), input, select"

#: In the page: the visible controls of outputs that have no name for assistive software, as HTML.
NAMELESS = """
() => [...document.querySelectorAll(".jp-OutputArea-output :is(button, select, input)")]
  .filter(control => control.checkVisibility() && !control.getAttribute("aria-label") && !control.textContent.trim()
    && ![...(control.labels ?? [])].some(label => label.textContent.trim()))
  .map(control => control.outerHTML.slice(0, 200))
"""


class EveryNotebook:
    """The notebook as it opens, after it has been run at both widths, and with the choices of each of its widgets."""

    def test_the_stored_figures_show(self, notebook):
        assert notebook.figures >= 2
        assert_sound(notebook, notebook.opened)

    def test_everything_shows_and_fits_when_run(self, notebook):
        for width in (WIDE, NARROW):
            facts = notebook.run()[width]
            assert_sound(notebook, facts)
            assert [figure for figure in facts["figures"] if figure["misshapen"] > 3] == [], "white bands at a map"

    def test_choices_of_every_widget_show_and_fit(self, notebook):
        assert notebook.run()[NARROW], "the width at which words have least room"
        for widget in notebook.widgets().all():
            for act in moves(widget):
                act()
                facts = notebook.settled(widget)
                assert [facts[kind] for kind in ("errors", "broken", "wide")] == [[], [], []]
                for figure in facts["figures"]:
                    assert figure["drawn"] and not figure["cut"] and not figure["overlapping"], (act, figure)

    def test_keys_stay_in_each_kind_of_control_and_escape_leads_out(self, notebook):
        notebook.run()
        tried = [kind for kind in CONTROLS if assert_keys_stay(notebook, kind)]
        assert {"button", "text version"} <= set(tried)

    def test_every_control_has_a_name_that_is_read_out(self, notebook):
        notebook.run()
        assert notebook.page.locator(".jp-OutputArea-output button").count(), "there are controls to look at"
        assert notebook.page.evaluate(NAMELESS) == []

    def test_the_page_asks_no_other_computer_and_reports_no_error(self, notebook):
        notebook.run()
        assert notebook.foreign == []
        assert notebook.messages == []

    def test_a_saved_copy_shows_everything_without_its_kernel(self, notebook):
        notebook.run()
        assert notebook.page.locator(WIDGET).count()
        assert [output for output in notebook.save() if WIDGET_VIEW in output.get("data", ())] == []
        notebook.restart()
        assert_asleep(notebook)
        assert_sound(notebook, notebook.reopen())
        assert notebook.page.locator(WIDGET).count() == 0
        assert notebook.messages == []


def assert_keys_stay(notebook, kind):
    """No key pressed in a control of a kind does anything to the notebook, and Escape and Shift+Enter lead back to its cell.

    Returns False if the notebook has no such control.
    """
    controls = notebook.page.locator(f".jp-OutputArea-output :is({CONTROLS[kind]}):enabled:visible")
    if kind in ("text version", "link"):
        controls = notebook.page.locator(f".jp-OutputArea-output :is({CONTROLS[kind]}):visible")
    if not controls.count():
        return False
    control = controls.first
    cell = control.locator("xpath=ancestor::*[contains(@class, 'jp-Cell ')]")
    notebook.answered()
    said = cell.inner_text()
    control.focus()
    before = notebook.cells()
    for key in NOTEBOOK_KEYS:
        notebook.page.keyboard.press(key)
        assert notebook.cells() == before, (kind, key)
    for key in ("Escape", "Shift+Enter"):
        control.focus()
        notebook.page.keyboard.press(key)
        expect(cell).to_be_focused()
        assert notebook.cells() == before, (kind, key)
    if kind in ("button", "text version"):  # which Enter alone would press
        notebook.answered()
        assert cell.inner_text() == said
    notebook.page.keyboard.press("ArrowDown")
    assert notebook.cells() == [before[0] + 1, *before[1:]], kind
    return True


def assert_asleep(notebook):
    """After the kernel was restarted every control says that its cell has to be run again, and nothing moves."""
    notebook.until("() => document.querySelector('.uspak-asleep')")
    notebook.answered()
    outputs = notebook.page.locator(".jp-OutputArea-output").filter(has=notebook.page.locator(WIDGET))
    for output in outputs.filter(has=notebook.page.locator(ANSWERING)).all():
        expect(output.locator(".uspak-asleep")).to_contain_text("Run this cell again")
        assert output.locator(ANSWERING).and_(notebook.page.locator(":enabled")).count() == 0


def assert_sound(notebook, facts):
    """Figures and outputs as a reader has to see them: all there, none empty, no text cut or crossing, no error."""
    assert [facts[kind] for kind in ("errors", "broken", "wide")] == [[], [], []]
    figures = facts["figures"]
    assert len(figures) == notebook.figures
    for figure in figures:
        assert figure["drawn"] and not figure["lost"], figure
        assert not figure["cut"] and not figure["overlapping"], figure
        assert figure["title"] and figure["width"] > 400, figure


def moves(widget):
    """What a reader can do to a widget: choose options of each list, step to each end, tick and untick.

    Of a long list the first, the last and the longest options; what every option says is tested without a browser.
    """
    for slider in widget.locator(".uspak-stepper").get_by_role("slider").all():
        slider.focus()
        yield from (lambda key=key, slider=slider: slider.press(key) for key in ("Home", "ArrowRight", "End"))
    for choice in widget.locator(".widget-dropdown select").all():
        options = choice.locator("option").all_inner_texts()
        for option in dict.fromkeys([options[0], options[-1], max(options, key=len), choice.input_value()]):
            if choice.is_enabled():
                yield lambda option=option, choice=choice: choice.select_option(option)
    for box in widget.locator(".widget-checkbox input").all():
        yield from (lambda box=box: box.click() for _ in range(2))

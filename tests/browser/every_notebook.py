"""What holds of every notebook, as a class of tests, and what these tests and others ask of a page."""

from lab import NARROW, WIDE

#: Keys that mean something else to a notebook: select another cell, insert one, delete this one.
NOTEBOOK_KEYS = ("j", "k", "a", "b", "d", "d")

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
            assert_sound(notebook, notebook.run()[width])

    def test_choices_of_every_widget_show_and_fit(self, notebook):
        assert notebook.run()[NARROW], "the width at which words have least room"
        for widget in notebook.widgets().all():
            for act in moves(widget):
                act()
                facts = notebook.settled(widget)
                assert [facts[kind] for kind in ("errors", "broken", "wide")] == [[], [], []]
                for figure in facts["figures"]:
                    assert figure["drawn"] and not figure["cut"] and not figure["overlapping"], (act, figure)

    def test_every_control_has_a_name_that_is_read_out(self, notebook):
        notebook.run()
        assert notebook.page.locator(".jp-OutputArea-output button").count(), "there are controls to look at"
        assert notebook.page.evaluate(NAMELESS) == []

    def test_the_page_asks_no_other_computer_and_reports_no_error(self, notebook):
        notebook.run()
        assert notebook.foreign == []
        assert notebook.messages == []


def assert_keys_stay_here(notebook, control):
    """Letters typed while a control has the focus do nothing to the notebook around it."""
    control.focus()
    before = notebook.selected()
    for key in NOTEBOOK_KEYS:
        notebook.page.keyboard.press(key)
    assert notebook.selected() == before


def assert_sound(notebook, facts):
    """Figures and outputs as a reader has to see them: all there, none empty, no text cut or crossing, no error."""
    assert [facts[kind] for kind in ("errors", "stderr", "broken", "wide")] == [[], [], [], []]
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

"""The notebooks as a student meets them: in JupyterLab, in a real browser, with mouse and with keyboard.

All browser tests stand in this one file, so that they share a server and a browser.
"""

import importlib

import pytest
from lab import NARROW, NOTEBOOKS, WIDE
from playwright.sync_api import expect
from uspak import quizzes
from uspak.alliances import YEARS
from uspak.exercises import values

START, ALLIES = "00_start_here", "02_cold_war_allies"

#: Keys that mean something else to a notebook: select another cell, insert one, delete this one.
NOTEBOOK_KEYS = ("j", "k", "a", "b", "d", "d")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_before_anything_is_run_the_stored_figures_show(lab, name):
    notebook = lab.notebook(name)
    assert notebook.figures >= 2
    assert_sound(notebook, notebook.opened)


@pytest.mark.parametrize("name", NOTEBOOKS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_after_a_run_everything_shows_and_fits(lab, name, width):
    notebook = lab.notebook(name)
    assert_sound(notebook, notebook.run()[width])


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_page_asks_no_other_computer_and_reports_no_error(lab, name):
    notebook = lab.notebook(name)
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
    assert [facts[kind] for kind in ("errors", "stderr", "broken", "wide")] == [[], [], [], []]
    figures = facts["figures"]
    assert len(figures) == notebook.figures
    for figure in figures:
        assert figure["drawn"] and not figure["lost"], figure
        assert not figure["cut"] and not figure["overlapping"], figure
        assert figure["title"] and figure["width"] > 400, figure


# A live figure on its way to the browser

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


# The widgets of every notebook: each choice, and the first and last step, at the narrow width


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_choice_of_every_widget_shows_and_fits(lab, name):
    notebook = lab.notebook(name)
    notebook.run()
    with notebook.at_width(NARROW):
        for widget in notebook.widgets().all():
            for act in moves(widget):
                act()
                facts = notebook.settled(widget)
                assert [facts[kind] for kind in ("errors", "broken", "wide")] == [[], [], []]
                for figure in facts["figures"]:
                    assert figure["drawn"] and not figure["cut"] and not figure["overlapping"], (act, figure)
    assert notebook.messages == []


def moves(widget):
    """What a reader can do to a widget: choose each option of each list, step to each end, tick and untick."""
    for slider in widget.locator(".uspak-stepper").get_by_role("slider").all():
        slider.focus()
        yield from (lambda key=key, slider=slider: slider.press(key) for key in ("Home", "ArrowRight", "End"))
    for choice in widget.locator(".widget-dropdown select").all():
        first = choice.input_value()
        for option in [*choice.locator("option").all_inner_texts(), first]:
            if choice.is_enabled():
                yield lambda option=option, choice=choice: choice.select_option(option)
    for box in widget.locator(".widget-checkbox input").all():
        yield from (lambda box=box: box.click() for _ in range(2))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_control_has_a_name_that_is_read_out(lab, name):
    notebook = lab.notebook(name)
    notebook.run()
    for control in notebook.page.locator(".jp-OutputArea-output").locator("button, select, input").all():
        if control.is_visible():
            words = control.evaluate(
                "c => c.getAttribute('aria-label') || c.textContent.trim() || [...(c.labels ?? [])].map(l => l.textContent).join('').trim()"
            )
            assert words, control.evaluate("c => c.outerHTML.slice(0, 200)")


# The story map

#: In the page: whether the map of a figure is centred on the marker of the event in view, and the card names its place.
CENTRED = """
(figure) => {
  const here = figure._fullData.find(trace => trace.meta === "here"), centre = figure._fullLayout.geo.center;
  const card = [...figure.closest(".jp-Cell").querySelectorAll("[role=status]")].find(text => text.textContent.includes("Who:"));
  return here.lon[0] === centre.lon && here.lat[0] === centre.lat && card.textContent.includes(here.text[0]);
}
"""


class Story:
    """The story map of a notebook that has been run."""

    def __init__(self, notebook):
        notebook.run()
        self.page, self.notebook, self.cell = notebook.page, notebook, notebook.cell("StoryMap(")
        self.slider = self.cell.get_by_role("slider", name="Event of the story")
        self.next = self.cell.get_by_role("button", name="Next", exact=True)
        self.previous = self.cell.get_by_role("button", name="Previous", exact=True)
        self.play = self.cell.get_by_role("button", name="Play", exact=True)
        self.card = self.cell.get_by_role("status").filter(has_text="Who:")

    def go_to_start(self):
        self.slider.focus()
        self.page.keyboard.press("Home")
        self.at(0)

    def at(self, step):
        """Wait until card and map are at a step (from 0); where the map is centred and what the card says."""
        expect(self.card).to_contain_text(f"event {step + 1} of ")
        self.page.wait_for_function(CENTRED, arg=self.cell.locator(".js-plotly-plot").first.element_handle(), timeout=5_000)
        expect(self.slider).to_have_js_property("value", str(step))
        words = self.slider.get_attribute("aria-valuetext")
        title = self.card.locator("b").first.inner_text()
        assert words.endswith(f", {title}")
        return self.notebook.figure(self.cell)[:2], self.card.inner_text()


@pytest.fixture
def story(lab):
    story = Story(lab.notebook(START))
    story.go_to_start()
    return story


def test_the_story_is_stepped_with_the_mouse(story):
    first = story.at(0)
    assert story.previous.is_disabled()
    story.next.click()
    second = story.at(1)
    story.next.click()
    third = story.at(2)
    assert len({place for place, _ in (first, second, third)}) == 3
    assert len({told for _, told in (first, second, third)}) == 3
    story.previous.click()
    assert story.at(1) == second


def test_the_story_is_stepped_with_the_keyboard_alone(story):
    first, selected = story.at(0), story.notebook.selected()
    story.page.keyboard.press("ArrowRight")
    second = story.at(1)
    assert second[0] != first[0]
    story.page.keyboard.press("Shift+Tab")
    story.page.keyboard.press("Shift+Tab")
    expect(story.next).to_be_focused()
    for step, key in ((2, "Space"), (3, "Enter"), (4, "Enter")):
        story.page.keyboard.press(key)
        story.at(step)
    story.page.keyboard.press("Tab")
    story.page.keyboard.press("Tab")
    expect(story.slider).to_be_focused()
    for key in ("ArrowUp", "ArrowDown", *NOTEBOOK_KEYS):
        story.page.keyboard.press(key)
    story.at(4)
    assert story.notebook.selected() == selected
    story.page.keyboard.press("End")
    expect(story.next).to_be_disabled()


def test_the_story_plays_and_pauses(story):
    story.play.click()
    expect(story.cell.get_by_role("button", name="Pause")).to_be_visible()
    expect(story.card).to_contain_text("event 2 of ", timeout=6_000)
    story.cell.get_by_role("button", name="Pause").click()
    expect(story.play).to_be_visible()


def test_a_click_on_the_timeline_goes_to_that_event(story):
    many = story.page.locator(".point:nth-child(9)")
    signs = story.cell.locator(".cartesianlayer .trace").filter(has=many).locator(".point")
    last = signs.count() - 1
    signs.last.scroll_into_view_if_needed()
    box = signs.last.bounding_box()
    story.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
    expect(story.cell.locator(".hoverlayer .hovertext")).to_be_visible()
    story.page.mouse.down()
    story.page.mouse.up()
    story.at(last)


def test_the_card_is_announced_and_its_links_open_in_a_new_window(story):
    assert story.card.get_attribute("aria-live") == "polite"
    links = story.card.get_by_role("link")
    assert links.count() >= 1
    for link in links.all():
        assert link.get_attribute("href").startswith(("http://", "https://"))
        assert link.get_attribute("target") == "_blank"
        assert link.get_attribute("rel") == "noopener"


def test_an_era_of_the_timeline_can_be_chosen(lab):
    notebook = lab.notebook(START)
    notebook.run()
    timeline = notebook.cell("fig = timeline(").locator(".js-plotly-plot")
    years = "figure => figure.layout.xaxis.range.map(edge => new Date(edge).getFullYear())"
    before = timeline.evaluate(years)
    timeline.locator(".updatemenu-header").click()
    timeline.locator(".updatemenu-dropdown-button").nth(2).click()
    after = timeline.evaluate(years)
    assert after[1] - after[0] < 15 < before[1] - before[0]
    timeline.locator(".updatemenu-header").click()
    timeline.locator(".updatemenu-dropdown-button").first.click()
    assert timeline.evaluate(years) == before


# The alliance map and the deciding widget


def test_the_alliance_map_moves_by_a_year(lab):
    notebook = lab.notebook(ALLIES)
    notebook.run()
    cell = notebook.cell("AllianceMap(")
    title, words = cell.locator(".gtitle"), cell.get_by_role("status").filter(has_text="SEATO only:")
    cell.get_by_role("slider", name="Year").focus()
    selected = notebook.selected()
    for key, year in (("Home", YEARS[0]), ("ArrowRight", YEARS[1]), ("ArrowUp", YEARS[2]), ("ArrowLeft", YEARS[1])):
        notebook.page.keyboard.press(key)
        expect(title).to_contain_text(f"{year}: ")
    expect(words).to_contain_text("Iraq")
    cell.get_by_role("slider", name="Year").fill(str(YEARS.index(1959)))
    expect(title).to_contain_text("1959: ")
    expect(words).not_to_contain_text("Iraq")
    assert notebook.selected() == selected


def test_what_was_owed_is_decided_with_the_keyboard(lab):
    notebook = lab.notebook(ALLIES)
    notebook.run()
    cell = notebook.cell("WhatWasOwed(")
    decide = cell.get_by_role("button", name="Decide").first
    expect(decide).to_be_disabled()
    cell.get_by_role("radio").first.focus()
    selected = notebook.selected()
    notebook.page.keyboard.press("Space")
    expect(decide).to_be_enabled()
    decide.focus()
    notebook.page.keyboard.press("Enter")
    expect(cell.get_by_role("status").filter(has_text="What Washington did")).to_have_count(1)
    expect(cell.get_by_role("status").last).to_contain_text("1 of ")
    assert notebook.selected() == selected
    for control in (decide, cell.get_by_role("radio").first):
        assert_keys_stay_here(notebook, control)


# Exercises and quizzes


def test_an_exercise_is_answered_wrongly_then_helped_then_rightly(lab):
    notebook = lab.notebook(ALLIES)
    notebook.run()
    exercise = importlib.import_module("uspak.exercises.cold_war_allies").southeast_asian_members
    answer, check = (notebook.cell(text) for text in (f"{exercise.answer} = ...", f"ex.{exercise.answer}.check("))
    card = check.get_by_role("status")
    expect(card).to_contain_text("Not answered yet")

    mistake = exercise.mistakes()[0]
    notebook.rewrite(answer, f"{exercise.answer} = {values.clean(mistake.example)!r}")
    notebook.run_cell(check)
    expect(card).to_contain_text("Not yet")
    expect(card).to_contain_text(mistake.message)

    hint = check.get_by_role("button", name="Next hint")
    hint.focus()
    selected = notebook.selected()
    notebook.page.keyboard.press("Enter")
    expect(card).to_contain_text(f"Hint 1 of {len(exercise.hints)}")
    notebook.page.keyboard.press("Space")
    expect(card).to_contain_text(f"Hint 2 of {len(exercise.hints)}")
    assert notebook.selected() == selected
    assert_keys_stay_here(notebook, check.get_by_role("button", name="Show solution"))

    notebook.rewrite(answer, exercise.solution_code)
    notebook.run_cell(check)
    expect(card).to_contain_text("Correct")
    expect(card).not_to_contain_text("Not yet")
    expect(check.get_by_role("button", name="Next hint")).to_have_count(0)


def test_a_quiz_is_answered_wrongly_and_rightly(lab):
    notebook = lab.notebook(ALLIES)
    notebook.run()
    question = quizzes.load(ALLIES)[0]
    wrong, right = (next(a for a in question["answers"] if a["correct"] is truth) for truth in (False, True))
    field = notebook.cell("quizzes.show(").get_by_role("group", name=question["question"])
    said = field.get_by_role("status")
    field.get_by_role("radio", name=wrong["answer"]).check()
    field.get_by_role("button", name="Check question 1").click()
    expect(said).to_contain_text(wrong["feedback"])
    selected = notebook.selected()
    field.get_by_role("radio", name=right["answer"]).focus()
    notebook.page.keyboard.press("Space")
    notebook.page.keyboard.press("Enter")
    expect(said).to_contain_text(right["feedback"])
    expect(said).not_to_contain_text(wrong["feedback"])
    notebook.page.keyboard.press("ArrowUp")
    notebook.page.keyboard.press("ArrowDown")
    assert field.get_by_role("radio", name=right["answer"]).is_checked()
    assert notebook.selected() == selected
    assert_keys_stay_here(notebook, field.get_by_role("radio").first)
    assert_keys_stay_here(notebook, field.get_by_role("button", name="Check question 1"))

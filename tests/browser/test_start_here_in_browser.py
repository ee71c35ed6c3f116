"""Notebook 00 in a browser: as every notebook, and the story map and the timeline with mouse and keyboard."""

import re

import pytest
from every_notebook import EveryNotebook
from lab import HEIGHT, NARROW, WIDE
from playwright.sync_api import expect

#: In the page: where the map of a figure has the marker of the event in view, or null as long as the card names another place.
HERE = """
(figure) => {
  const here = figure._fullData.find(trace => trace.meta === "here");
  const card = [...figure.closest(".jp-Cell").querySelectorAll("[role=status]")].find(text => text.textContent.includes("Who:"));
  return card.textContent.includes(here.text[0]) ? [here.lon[0], here.lat[0]] : null;
}
"""

#: In the page: whether map and card have found their place: the card right of the map and half as wide or else below it, and
#: from the top of the buttons to the end of the map and the top of the card so many pixels at the most.
PLACED = """
([cell, beside, height]) => {
  const box = (part) => cell.querySelector(part).getBoundingClientRect();
  const bar = box(".uspak-stepper"), map = box(".js-plotly-plot"), card = box(".uspak-story .uspak-live");
  return (card.left >= map.right) === beside && Math.abs(map.width / card.width - (beside ? 2.1 : 1)) < 0.2
    && Math.max(map.bottom, card.top) - bar.top < height;
}
"""

#: In the page: whether plotly has seen that the pointer is on the sign of a step.
UNDER_POINTER = "([figure, step]) => figure._hoverdata?.some(sign => sign.customdata === step)"

#: In the page: let the pointer pass one sign, reach another and click there, all at once, as the fastest hand does.
CLICK_AT_ONCE = """
(figure, [passed, wanted]) => {
  const traces = [...figure.querySelectorAll(".cartesianlayer .trace")];
  const signs = traces.map(trace => trace.querySelectorAll(".point")).find(all => all.length > 8);
  const mouse = (kind, number, target = figure.querySelector(".nsewdrag")) => {
    const { x, y, width, height } = signs[number].getBoundingClientRect();
    target.dispatchEvent(new MouseEvent(kind, { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, view: window }));
  };
  mouse("mousemove", passed);
  mouse("mousemove", wanted);
  mouse("mousedown", wanted);
  mouse("mouseup", wanted, document);
}
"""

#: What the card says at any event but the first; while the story plays, a slow computer may pass over the second.
LATER = re.compile(r"event (?!1 )\d+ of ")


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
        self.timeline = self.cell.locator(".js-plotly-plot").nth(1)

    def go_to_start(self):
        self.slider.focus()
        self.page.keyboard.press("Home")
        self.at(0)

    def at(self, step):
        """Wait until card and map are at a step (from 0); where the marker on the map is and what the card says."""
        expect(self.card).to_contain_text(f"event {step + 1} of ")
        map_ = self.cell.locator(".js-plotly-plot").first
        self.notebook.until(HERE, map_.element_handle())
        expect(self.slider).to_have_js_property("value", str(step))
        words = self.slider.get_attribute("aria-valuetext")
        title = self.card.locator("b").first.inner_text()
        assert words.endswith(f", {title}")
        return map_.evaluate(HERE), self.card.inner_text()


@pytest.fixture
def story(notebook):
    story = Story(notebook)
    story.go_to_start()
    return story


class TestStartHere(EveryNotebook):
    name = "00_start_here"

    def test_the_story_is_stepped_with_the_mouse(self, story):
        first = story.at(0)
        assert story.previous.is_disabled()
        story.next.click()
        second = story.at(1)
        story.next.click()
        third = story.at(2)
        assert len({tuple(place) for place, _ in (first, second, third)}) == 3
        assert len({told for _, told in (first, second, third)}) == 3
        story.previous.click()
        assert story.at(1) == second

    def test_the_story_is_stepped_with_the_keyboard_alone(self, story):
        first, selected = story.at(0), story.notebook.cells()
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
        story.page.keyboard.press("ArrowUp")
        story.at(5)
        story.page.keyboard.press("ArrowDown")
        story.at(4)
        assert story.notebook.cells() == selected
        story.page.keyboard.press("End")
        expect(story.next).to_be_disabled()

    def test_the_story_plays_and_pauses(self, story):
        story.play.click()
        expect(story.cell.get_by_role("button", name="Pause")).to_be_visible()
        expect(story.card).to_contain_text(LATER)
        story.cell.get_by_role("button", name="Pause").click()
        expect(story.play).to_be_visible()

    def test_a_click_on_the_timeline_goes_to_that_event(self, story):
        many = story.page.locator(".point:nth-child(9)")
        signs = story.timeline.locator(".cartesianlayer .trace").filter(has=many).locator(".point")
        last = signs.count() - 1
        signs.last.scroll_into_view_if_needed()
        box = signs.last.bounding_box()
        story.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
        story.notebook.until(UNDER_POINTER, [story.timeline.element_handle(), last])
        expect(story.cell.locator(".hoverlayer .hovertext")).to_be_visible()
        story.page.mouse.down()
        story.page.mouse.up()
        story.at(last)

    def test_a_click_at_once_takes_the_sign_under_the_pointer(self, story):
        for passed, wanted in ((2, 9), (9, 4)):
            story.timeline.evaluate(CLICK_AT_ONCE, [passed, wanted])
            story.at(wanted)

    @pytest.mark.parametrize(("width", "beside"), [(WIDE, True), (NARROW, False), (WIDE, True)])
    def test_buttons_map_and_card_are_in_view_together(self, width, beside, story):
        story.page.set_viewport_size({"width": width, "height": HEIGHT})
        story.notebook.until(PLACED, [story.cell.element_handle(), beside, 580])

    def test_the_card_is_announced_and_its_links_open_in_a_new_window(self, story):
        assert story.card.get_attribute("aria-live") == "polite"
        links = story.card.get_by_role("link")
        assert links.count() >= 1
        for link in links.all():
            assert link.get_attribute("href").startswith(("http://", "https://"))
            assert link.get_attribute("target") == "_blank"
            assert link.get_attribute("rel") == "noopener"

    def test_tables_in_the_text_begin_where_the_text_does(self, notebook):
        notebook.run()
        table = notebook.page.locator(".jp-RenderedMarkdown table").last
        left = "element => element.getBoundingClientRect().left"
        text = table.locator("xpath=preceding-sibling::p").first
        assert abs(table.evaluate(left) - text.evaluate(left)) < 2

    def test_an_era_of_the_timeline_can_be_chosen(self, notebook):
        notebook.run()
        timeline = notebook.cell("fig = timeline(").locator(".js-plotly-plot")
        years = "figure => figure.layout.xaxis.range.map(edge => new Date(edge).getFullYear())"
        before = timeline.evaluate(years)
        timeline.locator(".updatemenu-header").click()
        timeline.locator(".updatemenu-dropdown-button").nth(2).click()
        assert before[1] - before[0] > 15
        notebook.until(
            f"figure => (([first, last]) => last - first < 15)(({years})(figure))", timeline.element_handle()
        )
        timeline.locator(".updatemenu-header").click()
        timeline.locator(".updatemenu-dropdown-button").first.click()
        notebook.until(f"figure => String(({years})(figure)) === '{before[0]},{before[1]}'", timeline.element_handle())

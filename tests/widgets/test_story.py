"""What the story map shows at each step."""

import html
import json
import re
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import traitlets

from uspak import data, dates
from uspak.drawing import maps, theme
from uspak.page.outputs import FIGURE, WIDGET_VIEW
from uspak.widgets.story import StoryMap

BASE = 4  # traces of maps.base_map, always the first


@pytest.fixture(scope="module")
def events():
    return data.events()


@pytest.fixture(scope="module")
def every_step(events):
    """A story of all events, and what its card said at each step."""
    story, cards = StoryMap(events), []
    for index in range(len(events)):
        story.stepper.index = index
        cards.append(story.card.html)
    return story, cards


def marks_of(story):
    return story.timeline.trace("marks")


def ringed(story):
    """When and at which weight the ring on the timeline stands, worked out from where it is on the page."""
    x, y = story.timeline.figure.ring
    (first, last), (low, high) = (
        axis.range for axis in (story.timeline.figure.layout.xaxis, story.timeline.figure.layout.yaxis)
    )
    first, last = pd.Timestamp(first), pd.Timestamp(last)
    return first + x * (last - first), low + y * (high - low)


def unmarked(marked_up):
    return html.unescape(re.sub(r"<[^>]*>", " ", marked_up))


def same_lines(one, other):
    return all(
        np.array_equal(np.asarray(a, float), np.asarray(b, float), equal_nan=True)
        for a, b in ((one.lon, other.lon), (one.lat, other.lat))
    )


@pytest.mark.parametrize("index", [0, 20, -1])
def test_a_step_moves_map_marker_cursor_and_card(index, events):
    story, index = StoryMap(events), index % len(events)
    story.stepper.index = index
    event, place = (
        story.events.iloc[index],
        data.places().set_index("place_id").loc[story.events["place_id"].iloc[index]],
    )
    sign = theme.DIRECTIONS[event.direction]
    here = story.trace("here")
    assert (here.lon, here.lat) == ((place.lon,), (place.lat,))
    assert place["name"].startswith(here.text[0])
    assert (here.marker.color, here.marker.symbol) == (sign.colour, sign.symbol)
    when, weight = ringed(story)
    assert abs(when - event.when) < pd.Timedelta(days=1) and weight == pytest.approx(event.weight)
    assert event.title in html.unescape(story.card.html)
    assert f"event {index + 1} of {len(events)}" in story.card.html


def test_a_step_leaves_the_timeline_undrawn(events, monkeypatch):
    story, sent = StoryMap(events), []
    monkeypatch.setattr(story.timeline.figure, "_send_update_msg", lambda *_: sent.append("drawn"))
    story.stepper.index = 30
    assert sent == [] and story.timeline.figure.ring


def test_every_card_tells_what_when_who_and_which_way(every_step):
    story, cards = every_step
    names = data.actors().set_index("actor_id")["name"]
    for event, card in zip(story.events.itertuples(), cards, strict=True):
        said = unmarked(card)
        assert event.title in said and event.summary in said and event.place in said
        assert dates.written_date(event.date, event.date_end) in said
        assert f"{theme.DIRECTIONS[event.direction].mark} {event.direction}" in said
        assert f"weight {event.weight:+g}".replace("-", "−") in said
        for actor in event.actors.split(";"):
            assert names[actor] in said


def test_every_card_links_its_sources_beside_the_notebook(every_step):
    story, cards = every_step
    sources = data.sources().set_index("source_id")
    for event, card in zip(story.events.itertuples(), cards, strict=True):
        links = re.findall(r"<a ([^>]*)>", card)
        assert all("target='_blank'" in link and "rel='noopener'" in link for link in links)
        wanted = [sources.loc[source, "url"] for source in event.source_id.split(";")]
        article = [sources.loc["waqas-2024", "url"]] * (event.origin == "article")
        assert [html.unescape(re.search("href='([^']*)'", link)[1]) for link in links] == article + wanted
        assert (f"paragraph {event.paragraph}<" in card) == (event.origin == "article")


def test_many_sources_are_folded_so_that_map_and_card_fit_a_screen(every_step, events):
    story, cards = every_step
    counts = story.events["source_id"].str.split(";").str.len()
    assert counts.max() > 10
    for card, count in zip(cards, counts, strict=True):
        assert (f"<summary style='cursor:pointer'><b>{count} sources</b></summary>" in card) == (count > 3)
        assert card.count("<a href=") >= count and "weight -" not in card


def test_the_borders_are_those_of_each_day(events):
    story = StoryMap(events)
    for index, event in enumerate(story.events.itertuples()):
        story.stepper.index = index
        about = story.figure.layout.meta["map"]
        drawn = story.figure.data[:BASE]
        wanted = maps.base_map(about["window"], on=event.start.date().isoformat(), height=None).data
        assert [t.name for t in drawn] == [t.name for t in wanted]
        for one, other in zip(drawn, wanted, strict=True):
            assert same_lines(one, other), f"{one.name} of {event.date}"


def test_what_a_table_says_is_escaped(events):
    nasty = events.iloc[[3]].assign(
        title="<script>alert(1)</script> & more",
        summary="<img src=x onerror=alert(2)>",
        actors="<b>;USA",
    )
    card = StoryMap(nasty).card.html
    assert "<script" not in card and "<img" not in card and "<b>;" not in card
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in card and "&lt;img src=x" in card


def test_events_are_told_in_the_order_of_their_dates(events):
    story = StoryMap(events.sample(frac=1, random_state=1))
    assert story.events["when"].is_monotonic_increasing
    assert set(story.events["event_id"]) == set(events["event_id"])
    named = [f"{dates.written_date(e.date, e.date_end)}, {e.title}" for e in story.events.itertuples()]
    assert story.stepper.steps == named


def test_without_a_table_it_tells_all_events(events):
    assert len(StoryMap().events) == len(events)


def test_the_given_table_is_left_as_it_was(events):
    before = events.copy()
    StoryMap(events)
    pd.testing.assert_frame_equal(events, before)


@pytest.mark.parametrize(("place", "hint"), [("karaci", " Did you mean 'karachi'?"), (float("nan"), "")])
def test_an_unknown_place_is_an_error_that_names_event_and_place(events, place, hint):
    wrong = events.head(4).copy()
    wrong.loc[2, "place_id"] = place
    with pytest.raises(ValueError) as raised:
        StoryMap(wrong)
    said = (
        f"The event {events['event_id'][2]!r} happens at {place!r}, a place_id that uspak.places() does not have.{hint}"
    )
    assert str(raised.value) == said


def test_no_events_is_an_error_that_says_where_to_look(events):
    with pytest.raises(ValueError, match="no events to tell: the filter before this line left no row"):
        StoryMap(events.iloc[:0])


@pytest.mark.parametrize("index", [-1, 3])
def test_a_step_outside_the_story_is_refused_and_changes_nothing(index, events):
    story = StoryMap(events.iloc[:3])
    before = story.card.html
    with pytest.raises(traitlets.TraitError, match=rf"^Step {index} does not exist: choose 0 to 2\.$"):
        story.stepper.index = index
    assert story.card.html == before


def click(story, trace, *points):
    story._jump(trace, SimpleNamespace(point_inds=list(points)), None)


@pytest.mark.parametrize(("place", "trace"), [("islamabad", "places"), ("washington", "places in the box")])
def test_a_click_on_a_place_goes_round_its_events(place, trace, events):
    story = StoryMap(events)
    visits = [i for i, where in enumerate(story.events["place_id"]) if where == place]
    point = list(story.trace(trace).customdata).index(place)
    seen = []
    for _ in range(len(visits) + 1):
        click(story, story.trace(trace), point)
        seen.append(story.stepper.index)
    ahead = [i for i in visits if i > 0]
    assert len(visits) > 1 and seen == (ahead + visits)[: len(seen)]


def test_a_click_on_a_sign_goes_to_its_event_and_a_click_beside_it_nowhere(events):
    story = StoryMap(events)
    click(story, marks_of(story), 17)
    assert story.stepper.index == 17
    click(story, marks_of(story))
    assert story.stepper.index == 17


def test_places_are_as_many_as_the_events_have(events):
    story = StoryMap(events)
    counted = events["place_id"].value_counts()
    dots = {
        place: text
        for trace in ("places", "places in the box")
        for place, text in zip(story.trace(trace).customdata, story.trace(trace).text, strict=True)
    }
    assert set(dots) == set(counted.index)
    for place, text in dots.items():
        assert text.endswith(f"<br>{counted[place]} event{'s' if counted[place] > 1 else ''}")


def test_card_map_and_buttons_are_one_view_and_the_timeline_follows(events):
    story = StoryMap(events.head(3))
    assert story.children == (story.stepper, story.figure, story.card)
    assert "uspak-story" in story._dom_classes and ".uspak-story" in story.card._css
    assert story.timeline.children == (story.timeline.figure,)


# What a notebook stores


def test_a_notebook_keeps_a_figure_and_words_beside_the_live_view(events, shown):
    story = StoryMap(events, title="A story")
    story._ipython_display_()
    live, below, words = shown
    for bundle, widget in ((live, story), (below, story.timeline)):
        assert set(bundle) == {WIDGET_VIEW, FIGURE, "text/plain"}
        assert bundle[WIDGET_VIEW]["model_id"] == widget.model_id
    assert live[FIGURE]["layout"]["title"]["text"] == "<b>A story</b>"
    assert len(below[FIGURE]["data"][1]["customdata"]) == len(events)
    assert live["text/plain"].startswith(f"StoryMap: {len(events)} events on a map and a timeline, from ")
    for title in events["title"]:
        assert html.escape(title, quote=False) in words["text/html"]


def test_what_a_notebook_keeps_is_the_same_at_every_run(events, shown):
    for _ in range(2):
        StoryMap(events)._ipython_display_()
    for bundle in shown:
        bundle.pop(WIDGET_VIEW, None)
    assert shown[:3] == shown[3:]
    kept = json.dumps(shown)
    assert '"uid"' not in kept and not re.search(r"[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-", kept)

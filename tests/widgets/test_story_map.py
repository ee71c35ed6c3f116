"""What of the world the story map shows at each step, and which places it names."""

import itertools
import math

import pandas as pd
import plotly.graph_objects as go
import pytest

from uspak import data
from uspak.article import STORY_BOX, STORY_HOME, STORY_KEPT
from uspak.drawing import maps
from uspak.drawing.maps.label_placement import _box, _overlaps
from uspak.drawing.maps.window import aspect_of, degrees_per_narrow_pixel, inside
from uspak.widgets import story_map
from uspak.widgets.story import StoryMap

POINTS = {
    "Karachi": (67.01, 24.86),
    "Manila": (120.98, 14.6),
    "Geneva": (6.15, 46.2),
    "Kinshasa": (15.31, -4.33),
    "Oslo": (10.75, 59.91),
    "Auckland": (174.76, -36.85),
    "Buenos Aires": (-58.4, -34.6),
}


@pytest.fixture(scope="module")
def story():
    return StoryMap(data.events())


def shown(window, lon, lat):
    """Whether a point is in a window and not below the box at its lower left."""
    west, south, east, north = window
    x, y = (lon - west) / (east - west), (lat - south) / (north - south)
    return 0 < x < 1 and 0 < y < 1 and (x > story_map.BOX_WIDTH or y > story_map.BOX_HEIGHT)


def view(story, index):
    """The window of a step, worked out from the centre and the scale of the map."""
    _, layout, _ = story.figure.views[index]
    centre, across = layout["geo.center"], (STORY_HOME[2] - STORY_HOME[0]) / layout["geo.projection.scale"]
    lon, lat, high = centre["lon"], centre["lat"], across * story_map.SHAPE
    return lon - across / 2, lat - high / 2, lon + across / 2, lat + high / 2


@pytest.mark.parametrize("place", POINTS)
def test_a_window_shows_the_place_and_what_is_always_kept(place):
    window = story_map.window_with(*POINTS[place])
    west, south, east, north = window
    assert (north - south) / (east - west) == pytest.approx(story_map.SHAPE, rel=0.01), "nothing is left white"
    assert shown(window, *POINTS[place])
    for corner in itertools.product(STORY_KEPT[::2], STORY_KEPT[1::2]):
        assert shown(window, *corner), corner


def test_the_map_keeps_still_for_places_at_home_and_in_the_box():
    assert story_map.window_with(73.04, 33.72) == story_map.window_with(-77.04, 38.9) == STORY_HOME


def test_every_step_shows_both_states(story):
    for index, event in enumerate(story.events.itertuples()):
        window = view(story, index)
        assert shown(window, 67.01, 24.86) and shown(window, 73.04, 33.72), event.title
        assert inside((event.lon, event.lat), STORY_BOX) or shown(window, event.lon, event.lat), event.title
    assert story.figure.layout.geo2.domain.x[1] == story_map.BOX_WIDTH


def test_a_step_in_the_box_puts_the_sign_there(story):
    for event, (traces, _, _) in zip(story.events.itertuples(), story.figure.views, strict=True):
        assert traces["geo"][2] == ("geo2" if inside((event.lon, event.lat), STORY_BOX) else "geo")


def test_the_box_has_the_shape_of_its_part_of_the_map():
    assert story_map.SHAPE * story_map.BOX_HEIGHT / story_map.BOX_WIDTH == pytest.approx(aspect_of(STORY_BOX))


@pytest.mark.parametrize("least", [0, 7], ids=["all events", "few events"])
def test_no_name_covers_another_name_or_a_dot(least):
    """Of a story with many places the one in view is named where it may, even if there is no room for its name."""
    events = data.events()
    story = StoryMap(events[events["weight"].abs() >= least])
    dots = list(zip(story.trace("places").lon, story.trace("places").lat, strict=True))
    for index, (traces, _, _) in enumerate(story.figure.views):
        window = view(story, index)
        degrees = degrees_per_narrow_pixel(window)
        names = [*words(traces, 0), *(words(traces, 2) if least and traces["geo"][2] == "geo" else [])]
        boxes = [_box(lon, lat, text, anchor, degrees, 11) for lon, lat, text, anchor in names]
        here = (traces["lon"][2][0], traces["lat"][2][0])
        beside = [dot for dot in dots if shown(window, *dot) and math.dist(dot, here) > 6 * degrees]
        for (*_, text, _), box in zip(names, boxes, strict=True):
            assert not _overlaps(box, [other for other in boxes if other is not box]), (index, text)
            assert not _overlaps(box, [_box(*dot, "", "middle center", degrees, 2) for dot in beside]), (index, text)


def words(traces, number):
    return list(zip(*(traces[key][number] for key in ("lon", "lat", "text", "textposition")), strict=True))


def test_the_place_in_view_is_named_once(story):
    for traces, _, _ in story.figure.views:
        assert len(traces["text"][2]) == 1 and traces["text"][2][0]
        assert traces["text"][2][0] not in traces["text"][0] + traces["text"][1]


def test_of_places_as_close_as_two_dots_one_is_named(story):
    named = set(itertools.chain.from_iterable(traces["text"][0] for traces, _, _ in story.figure.views))
    assert {"Karachi", "Dhaka", "Lahore"} <= named
    for traces, _, _ in story.figure.views:
        assert not {"Islamabad", "Rawalpindi"} <= {*traces["text"][0], *traces["text"][2]}


@pytest.mark.parametrize(
    ("place", "name"),
    [("Dhaka (Dacca)", "Dhaka"), ("Washington, D.C.", "Washington"), ("Bay of Bengal", "Bay of Bengal")],
)
def test_a_name_on_the_map_is_short(place, name):
    assert story_map.short(place) == name


def test_what_a_table_calls_a_place_is_escaped():
    places = pd.DataFrame({"place": ["<b>A</b> & B"], "lat": [30.0], "lon": [70.0], "count": [1], "boxed": [False]})
    sign = story_map.theme.DIRECTIONS["mixed"]
    traces, _ = story_map.StoryViews(places, go.Figure()).of(0, sign)
    assert traces["text"][2] == ["&lt;b&gt;A&lt;/b&gt; &amp; B"]


def test_the_words_on_a_map_are_those_of_its_day():
    places = story_map.places_of(StoryMap(data.events().head(3)).events)
    words = [list(story_map.draw_base(places, day).data[-1].text) for day in ("1950-01-01", "1980-01-01")]
    assert "East<br>Pakistan" in words[0] and "East<br>Pakistan" not in words[1] and "Pakistan" in words[1]
    assert len(story_map.draw_base(places, "1950-01-01").data) == len(story_map.draw_base(places, "1980-01-01").data)


def test_the_figure_keeps_its_shape_at_any_width(story):
    assert story.figure.layout.meta["aspect"] == story_map.SHAPE
    assert maps.about_map(story.figure)["window"]

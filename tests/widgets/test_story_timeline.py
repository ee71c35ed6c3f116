"""What the timeline below the story map shows."""

import pandas as pd
import pytest

from uspak import data
from uspak.drawing import theme, timelines
from uspak.widgets.live import LiveFigure
from uspak.widgets.story_timeline import STEMS_IN_VIEW, Stems, empty_timeline


@pytest.fixture
def timeline():
    return LiveFigure(None, empty_timeline(), None, text="Stems.")


def in_order(events):
    return events.assign(when=timelines.moment(events)).sort_values("when", kind="stable").reset_index(drop=True)


@pytest.fixture(scope="module")
def events():
    return in_order(data.events())


def ring(timeline):
    """When and at which weight the ring stands, worked out from where it is on the page."""
    axes = [axis.range for axis in (timeline.figure.layout.xaxis, timeline.figure.layout.yaxis)]
    (first, last), (low, high) = map(pd.Timestamp, axes[0]), axes[1]
    x, y = timeline.figure.ring
    return first + x * (last - first), low + y * (high - low)


def test_it_has_a_stem_and_a_sign_for_each_event(events, timeline):
    Stems(timeline, events).show(0)
    marks, stems = timeline.trace("marks"), timeline.trace("stems")
    assert list(marks.y) == list(events["weight"])
    assert list(stems.y[1::3]) == list(marks.y) and set(stems.y[0::3]) == {0}
    assert list(marks.marker.symbol) == [theme.DIRECTIONS[d].symbol for d in events["direction"]]
    assert list(marks.text) == timelines.hover(events)


@pytest.mark.parametrize("index", [0, 20, -1])
def test_the_ring_is_around_the_event_in_view(index, events, timeline):
    stems, index = Stems(timeline, events), index % len(events)
    stems.show(index)
    when, weight = ring(timeline)
    assert abs(when - events["when"][index]) < pd.Timedelta(days=1)
    assert weight == pytest.approx(events["weight"][index])


def test_a_long_story_shows_the_stems_around_the_event_in_view(events, timeline):
    many = in_order(pd.concat([events.assign(start=events["start"] + pd.Timedelta(days=n)) for n in range(6)]))
    assert len(many) > 2 * STEMS_IN_VIEW
    stems = Stems(timeline, many)
    for index in (0, len(many) // 2, len(many) - 1):
        stems.show(index)
        marks = timeline.trace("marks")
        assert len(marks.x) == STEMS_IN_VIEW and index in marks.customdata
        first, last = map(pd.Timestamp, timeline.figure.layout.xaxis.range)
        assert first < ring(timeline)[0] < last
        assert first < pd.Timestamp(min(marks.x)) and pd.Timestamp(max(marks.x)) < last


def test_its_title_is_a_label_and_no_second_heading(timeline):
    title = timeline.figure.layout.title
    assert title.text == "The same events in time" and title.font.size == theme.TEXT_SIZE

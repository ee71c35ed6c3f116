"""Heavy friction, a row an event: all is drawn, nothing hides another."""

import pytest

from uspak.drawing import theme
from uspak.lessons.sanctions_and_the_bomb import breaks


@pytest.fixture
def heavy(events):
    table = events[(events["direction"] == "friction") & (events["weight"] <= -5)]
    return table[table["start"] < "2001-09-11"]


@pytest.fixture
def fig(heavy):
    return breaks.rows(heavy, {event: f"{event}!" for event in heavy["event_id"]})


def test_each_event_has_a_row_a_name_and_its_weight(fig, heavy):
    rows = [row for trace in fig.data for row in trace.y]
    assert sorted(rows) == list(range(len(heavy)))
    texts = [note.text for note in fig.layout.annotations]
    assert all(any(text.endswith(f"{event}!") for text in texts) for event in heavy["event_id"])
    assert sum(text in ("−5", "−6", "−7", "−8") for text in texts) == len(heavy)


def test_those_before_1990_are_numbered_and_in_the_colour_of_friction(fig):
    before, later = fig.data
    assert max(before.x) < 1990 < min(later.x) and len(before.x) == len(later.x) == 5
    assert (before.marker.color, later.marker.color) == (theme.DIRECTIONS["friction"].colour, theme.INK)
    numbers = [note.text[3] for note in fig.layout.annotations if note.text.startswith("<b>")]
    assert numbers == list("12345")


def test_no_name_crosses_the_line_of_1990_and_the_figure_is_low(fig, heavy):
    for note in fig.layout.annotations[: len(heavy)]:
        assert (note.xanchor == "right") == (1972 < note.x < 1990)
    assert fig.layout.meta["plot"] + fig.layout.margin.t + fig.layout.margin.b < 300

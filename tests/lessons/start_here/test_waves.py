"""The waves behind the timeline of notebook 00: what is drawn is what the table counts."""

import pytest

from uspak.drawing import maps, theme
from uspak.lessons.start_here.waves import waves


@pytest.fixture(scope="module")
def counts(events):
    first_year = 1947 + (events["start"].dt.year - 1947) // 3 * 3
    return events.groupby([first_year, "direction"]).size().unstack(fill_value=0)


@pytest.fixture(scope="module")
def lead(counts):
    return counts["cooperation"] - counts["friction"]


def test_each_span_has_one_bar_on_the_side_that_leads(counts, lead):
    fig = waves(counts)
    drawn = {x - 1.5: (y, bars.name) for bars in fig.data for x, y in zip(bars.x, bars.y, strict=True)}
    assert {first: y for first, (y, _) in drawn.items()} == lead.to_dict()
    for first, (y, name) in drawn.items():
        assert name == ("more cooperation" if y >= 0 else "more friction"), first


def test_the_sides_have_the_pale_colours_of_the_directions(counts):
    up, down = waves(counts).data
    for bars, direction in ((up, "cooperation"), (down, "friction")):
        assert bars.marker.color == maps.tint(theme.DIRECTIONS[direction].colour, 0.35)


def test_each_bar_says_its_number_and_on_hover_its_counts(counts):
    up, down = waves(counts).data
    assert (up.text[0], down.text[-1]) == ("+1", "−13")
    assert up.customdata[0] == "<b>1947–1949</b><br>1 cooperation, 0 friction, 1 mixed"


def test_no_span_is_missing(counts):
    assert list(counts.index) == list(range(1947, 2025, 3)), "a span without events would have no bar"


def test_the_title_and_the_text_say_what_the_bars_show(lead):
    assert (lead.loc[:1961] > 0).all() and (lead.loc[2004:] < 0).all()
    between = lead.loc[1962:2003]
    assert (between > 0).any() and (between < 0).any() and (between == 0).sum() == 5
    assert lead.idxmin() == 2022

"""The rows of dots of notebook 01: one dot an event, full if the article tells of it, in the row of its country."""

import pandas as pd
import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.from_article_to_data import stages


@pytest.fixture(scope="module")
def located():
    events = uspak.events()
    events = events[events["origin"] != "after"]
    return events.merge(uspak.places()[["place_id", "country_iso3"]], on="place_id")


@pytest.fixture(scope="module")
def rows(located):
    """What stands beside each row of the figure, by the height of the row."""
    axis = stages.dots_by_country(located).layout.yaxis
    return dict(zip(axis.ticktext, axis.tickvals, strict=True))


def test_every_event_has_a_dot_of_its_own(located):
    fig = stages.dots_by_country(located)
    dots = [(x, y) for trace in fig.data for x, y in zip(trace.x, trace.y, strict=True)]
    assert len(dots) == len(set(dots)) == len(located)
    for trace, origin in zip(fig.data, ("article", "context"), strict=True):
        assert len(trace.x) == (located["origin"] == origin).sum()
    assert max(x for x, _ in dots) < stages.IN_A_LINE


def test_told_is_full_and_left_out_is_hollow(located):
    told, left_out = stages.dots_by_country(located).data
    assert (told.name, told.marker.color) == ("told", theme.INK)
    assert (left_out.name, left_out.marker.color) == ("left out", theme.PAPER)
    assert left_out.marker.line.color == theme.INK
    assert all(text.endswith(", told") for text in told.text)


def test_a_dot_stands_in_the_row_of_its_country_and_the_told_ones_first(located):
    dots = stages.seats(located)
    spans = dots.groupby("country_iso3", sort=False)["down"].agg(["min", "max"])
    assert (spans["max"].shift().dropna() < spans["min"].iloc[1:]).all(), "two countries share a line"
    for _, row in dots.groupby("country_iso3"):
        order = row.sort_values(["down", "across"])["origin"].tolist()
        assert order == sorted(order)


def test_the_countries_stand_by_their_number_of_events(located, rows):
    counts = located["country_iso3"].value_counts()
    codes = [name[-4:-1] for name in sorted(rows, key=rows.get)]
    assert [counts[code] for code in codes] == sorted(counts, reverse=True)
    once = [code for code in codes if counts[code] == 1]
    told = located.groupby("country_iso3")["origin"].agg(lambda origin: (origin == "article").any())
    assert [told[code] for code in once] == sorted((told[code] for code in once), reverse=True)


def test_names_have_their_codes_and_some_are_bold(located, rows):
    assert {"Pakistan (PAK)", "DR Congo (COD)", "Bangladesh (BGD)"} <= set(rows)
    bold = stages.dots_by_country(located, stressed=("CHN",)).layout.yaxis.ticktext
    assert [name for name in bold if "<b>" in name] == ["<b>China (CHN)</b>"]


def test_what_comes_from_the_table_is_escaped(located):
    one = located.head(1).assign(title="<i>1 & 2</i>")
    assert "&lt;i&gt;1 &amp; 2" in "".join(text for trace in stages.dots_by_country(one).data for text in trace.text)


def test_another_origin_is_not_drawn(located):
    later = pd.concat([located.head(2), located.tail(1).assign(origin="after")])
    assert sum(len(trace.x) for trace in stages.dots_by_country(later).data) == 2

"""The first picture of notebook 01: every event has its sign on its line, and the gap in what is told shows."""

import pandas as pd
import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.from_article_to_data import selection


@pytest.fixture(scope="module")
def events():
    return uspak.events()


def signs(fig):
    return [trace for trace in fig.data if trace.type == "scatter"]


def notes(fig, name):
    return [note for note in fig.layout.annotations if note.name == name]


def test_every_event_of_the_two_origins_is_drawn_once(events):
    fig = selection.told_and_left_out(events, {})
    drawn = {trace.name: len(trace.x) for trace in signs(fig)}
    for origin, (_, name, _) in selection.LANES.items():
        for direction in theme.DIRECTIONS:
            rows = events[(events["origin"] == origin) & (events["direction"] == direction)]
            assert drawn[f"{name}, {direction}"] == len(rows)


def test_the_distance_from_the_line_is_the_weight(events):
    one = events[events["event_id"] == "1965-arms-embargo"]
    fig = selection.told_and_left_out(one, {})
    line = selection.LANES["context"][0]
    assert [y - line for trace in signs(fig) for y in trace.y] == one["weight"].tolist()


def test_dates_without_a_day_are_hollow(events):
    one = events[events["event_id"] == "1981-reagan-package"]
    assert one["precision"].item() == "year"
    symbols = [symbol for trace in signs(selection.told_and_left_out(one, {})) for symbol in trace.marker.symbol]
    assert symbols == [f"{theme.DIRECTIONS['cooperation'].symbol}-open"]


def test_what_came_after_the_article_is_not_drawn(events):
    later = events.assign(origin="after")
    fig = selection.told_and_left_out(later, {later["event_id"].iloc[0]: "a label"})
    assert not [x for trace in signs(fig) for x in trace.x]
    assert "a label" not in [note.text for note in fig.layout.annotations]


def test_labels_name_the_events_they_stand_at_and_the_year(events):
    fig = selection.told_and_left_out(events, {"1965-arms-embargo": "Embargo"})
    (note,) = notes(fig, "label")
    assert note.text == "Embargo 1965" and note.font.size >= 12
    assert note.x.year == 1965 and note.y < selection.LANES["context"][0]


def test_the_named_events_are_in_the_table_and_in_the_picture(events):
    fig = selection.told_and_left_out(events, selection.NAMED)
    assert set(selection.NAMED) <= set(events["event_id"])
    assert len(notes(fig, "label")) == len(selection.NAMED)
    low, high = fig.layout.yaxis.range
    unit = selection._UNIT
    assert all(
        low < note.y + (note.yshift + side * 9) / unit < high for note in notes(fig, "label") for side in (-1, 1)
    )


def test_a_bracket_on_the_upper_line_holds_the_longest_time_without_a_told_event(events):
    fig = selection.told_and_left_out(events, {})
    (words,) = notes(fig, "bracket")
    assert words.text == "<b>24 years</b>"
    lines = [shape for shape in fig.layout.shapes if shape.name == "bracket"]
    assert len(lines) == 3
    first, last = min(line.x0 for line in lines), max(line.x1 for line in lines)
    told = events.loc[events["origin"] == "article", "start"]
    assert not told.between(first, last).any()
    assert (first.year, last.year) == (1956, 1979) and words.y < selection.LANES["article"][0]


def test_what_lies_outside_the_bracket_is_pale(events):
    fig = selection.told_and_left_out(events, {})
    first, last = pd.Timestamp("1955-09-23"), pd.Timestamp("1979-12-24")
    shown = {(x, opacity) for trace in signs(fig) for x, opacity in zip(trace.x, trace.marker.opacity, strict=True)}
    assert all((opacity == selection.FULL) == (first <= x <= last) for x, opacity in shown)
    assert {opacity for _, opacity in shown} == {selection.FULL, selection.PALE}


def test_without_two_told_events_there_is_no_bracket_and_nothing_is_pale(events):
    fig = selection.told_and_left_out(events[events["origin"] == "context"], {})
    assert not notes(fig, "bracket")
    assert {opacity for trace in signs(fig) for opacity in trace.marker.opacity} == {selection.FULL}
    assert "pale" not in notes(fig, "key")[0].text


def test_no_edge_of_a_band_strikes_a_word(events):
    assert not [shape for shape in selection.told_and_left_out(events, {}).layout.shapes if shape.type == "rect"]

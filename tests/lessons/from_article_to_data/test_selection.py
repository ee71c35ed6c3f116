"""The two pictures of notebook 01: every row has its sign, on the right side, with a shape beside the colour."""

import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.from_article_to_data import selection


@pytest.fixture(scope="module")
def events():
    return uspak.events()


def signs(fig):
    return [trace for trace in fig.data if trace.type == "scatter"]


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


def test_labels_name_the_events_they_stand_at(events):
    fig = selection.told_and_left_out(events, {"1965-arms-embargo": "Embargo"})
    note = next(note for note in fig.layout.annotations if note.text == "Embargo")
    assert note.x.year == 1965 and note.y < selection.LANES["context"][0]


def test_every_claim_has_a_seat_of_its_own_on_its_side():
    claims = uspak.claims()
    fig = selection.shape_of_the_argument(claims)
    seats = [(x, y) for trace in fig.data for x, y in zip(trace.x, trace.y, strict=True)]
    assert len(seats) == len(set(seats)) == len(claims)
    for trace in fig.data:
        assert all((x < 0) == (trace.name == "fact") for x in trace.x)
        assert len(trace.x) == (claims["kind"] == trace.name).sum()
    assert len({trace.marker.symbol for trace in fig.data}) == len({trace.marker.color for trace in fig.data}) == 4


def test_the_paragraphs_stand_in_the_order_of_the_page():
    order = selection.shape_of_the_argument(uspak.claims()).layout.yaxis.categoryarray
    assert list(order)[::-1] == ["B", *(f"P{number}" for number in range(1, 12)), "C1", "C2"]

"""uspak.drawing.timelines: what stands where on a timeline, and whether its labels can be read."""

import itertools
import json

import pandas as pd
import plotly.graph_objects as go
import pytest

from uspak import data, dates
from uspak.drawing import figure, theme, timelines

#: A narrow page: the plot area in pixels, and the room that 11-pixel letters need on it, on average and in height.
PLOT, LETTER, LINE = 500, 5.6, 13


@pytest.fixture(scope="module")
def events():
    return data.events()


def signs(fig, direction):
    return next(trace for trace in fig.data if trace.name and trace.name.endswith(f" {direction}"))


def stems(fig):
    """The stems of a figure: (moment, foot, head) for each."""
    lines = [trace for trace in fig.data if trace.mode == "lines"]
    return [(pd.Timestamp(line.x[i]), line.y[i], line.y[i + 1]) for line in lines for i in range(0, len(line.y), 3)]


def notes(fig, name):
    return [note for note in fig.layout.annotations if note.name == name]


def test_each_event_has_its_sign_at_its_height(events):
    fig = timelines.timeline(events)
    for direction, sign in theme.DIRECTIONS.items():
        part, trace = events[events["direction"] == direction], signs(fig, direction)
        assert dict(zip(trace.customdata, trace.y, strict=True)) == dict(
            zip(part["event_id"], part["weight"], strict=True)
        )
        assert trace.marker.color == sign.colour
        assert {symbol.removesuffix("-open") for symbol in trace.marker.symbol} == {sign.symbol}
        assert trace.name == f"{sign.mark} {direction}"


def test_stems_go_up_for_cooperation_and_down_for_friction(events):
    assert all(height > 0 for height in signs(timelines.timeline(events), "cooperation").y)
    assert all(height < 0 for height in signs(timelines.timeline(events), "friction").y)
    drawn = stems(timelines.timeline(events))
    assert {foot for _, foot, _ in drawn} == {0}
    assert sorted(head for *_, head in drawn) == sorted(events["weight"])


def test_stems_and_signs_stand_at_the_same_moment(events):
    fig = timelines.timeline(events)
    points = [
        (pd.Timestamp(x), y)
        for trace in fig.data
        if trace.mode == "markers"
        for x, y in zip(trace.x, trace.y, strict=True)
    ]
    assert sorted(points) == sorted((moment, head) for moment, _, head in stems(fig))


def test_only_dates_known_to_the_day_have_full_signs(events):
    precision = events.set_index("event_id")["precision"]
    assert set(precision) == {"day", "month", "year"}
    for direction in theme.DIRECTIONS:
        trace = signs(timelines.timeline(events), direction)
        for event_id, symbol in zip(trace.customdata, trace.marker.symbol, strict=True):
            assert symbol.endswith("-open") == (precision[event_id] != "day"), event_id


@pytest.mark.parametrize(
    ("date", "drawn"),
    [
        ("1954-05-19", "1954-05-19"),
        ("1954-05", "1954-05-16"),
        ("1954", "1954-07-02"),
    ],
)
def test_an_imprecise_date_is_drawn_in_its_middle(date, drawn):
    precision = {10: "day", 7: "month", 4: "year"}[len(date)]
    event = pd.DataFrame({"start": [pd.Timestamp(dates.first_day(date))], "precision": [precision]})
    assert timelines.moment(event).iloc[0] == pd.Timestamp(drawn)


def test_hovering_tells_title_date_summary_and_paragraph(events):
    for text, event in zip(timelines.hover(events), events.itertuples(), strict=True):
        assert text.startswith(f"<b>{event.title}</b><br>{dates.written_date(event.date, event.date_end)}<br>")
        assert event.summary in text.replace("<br>", " ")
        assert (f"Article, paragraph {event.paragraph}" in text) == (event.origin == "article")


def test_labels_that_name_no_event_are_an_error_that_names_them(events):
    with pytest.raises(ValueError, match=r"name no event of the table: 1954-arms-pakt, zzz\.$"):
        timelines.timeline(events, {"zzz": "?", "1954-manila-pact": "Manila Pact", "1954-arms-pakt": "?"})


def test_no_events_is_an_error_that_says_where_to_look(events):
    with pytest.raises(ValueError, match="no events to draw: the filter before this line left no row"):
        timelines.timeline(events.iloc[:0])


def boxes(fig):
    """Left, right, and the height above zero of each label in pixels, on a narrow page."""
    first, last = map(pd.Timestamp, fig.layout.xaxis.range)
    low, high = fig.layout.yaxis.range
    upright = (fig.layout.height - fig.layout.margin.t - fig.layout.margin.b) / (high - low)
    for note in notes(fig, "label"):
        assert (note.axref, note.ayref) == ("x", "y")
        centre = (pd.Timestamp(note.ax) - first) / (last - first) * PLOT
        half = LETTER * len(note.text) / 2
        yield note.text, centre - half, centre + half, note.ay * upright


def crowded(events):
    """Labels for twelve events of one decade, most of them close together."""
    part = events[events["date"].between("1954", "1966")]
    return part, {event.event_id: event.title[:22] for event in part.iloc[:12].itertuples()}


def spread(events):
    return events, {event.event_id: event.title[:22] for event in events.iloc[::9].itertuples()}


@pytest.mark.parametrize("choose", [crowded, spread])
def test_labels_overlap_nothing_on_a_narrow_page(choose, events):
    part, labels = choose(events)
    fig = figure.caption(timelines.timeline(part, labels), "Title", "Subtitle", "Source")
    found = list(boxes(fig))
    assert sorted(text for text, *_ in found) == sorted(labels.values()) and len(found) >= 10
    for (one, left, right, height), (other, start, end, level) in itertools.combinations(found, 2):
        assert right <= start or end <= left or abs(height - level) >= LINE, f"{one} / {other}"
    low, high = fig.layout.yaxis.range
    for text, left, right, _ in found:
        assert left >= 0 and right <= PLOT, text
    assert all(low < note.ay < high for note in notes(fig, "label"))


def test_labels_lie_on_the_side_of_their_stem_and_point_to_its_head(events):
    part, labels = crowded(events)
    heads = {
        labels[e.event_id]: (when, e.weight)
        for e, when in zip(part.itertuples(), timelines.moment(part), strict=True)
        if e.event_id in labels
    }
    for note in notes(timelines.timeline(part, labels), "label"):
        assert (pd.Timestamp(note.x), note.y) == heads[note.text]
        assert (note.ay > 10) if note.y >= 0 else (note.ay < -10)


# Eras


def test_the_eras_that_the_events_touch_are_named_above_the_plot(events):
    part = events[events["era_id"].isin(["frontline-state", "war-on-terror"])]
    names = data.eras().set_index("era_id").loc[["frontline-state", "war-on-terror"], "short_name"]
    above = notes(timelines.timeline(part), "era")
    assert [note.text.replace("<br>", " ") for note in above] == list(names)
    assert all((note.yref, note.y, note.yanchor) == ("paper", 1, "bottom") for note in above)


def test_every_second_era_is_a_band_behind_the_data(events):
    fig, eras = timelines.timeline(events), data.eras()
    bands = [shape for shape in fig.layout.shapes if shape.type == "rect"]
    touched = eras[eras["era_id"].isin(events["era_id"])]
    assert len(bands) == (len(touched) + 1) // 2
    assert {band.layer for band in bands} == {"below"} and {band.fillcolor for band in bands} == {theme.ERA_BAND}
    assert pd.Timestamp(bands[1].x0) == pd.Timestamp(touched["start"].iloc[2])
    assert pd.Timestamp(bands[1].x1) == pd.Timestamp(touched["end"].iloc[2])


def test_eras_outside_the_window_are_left_out_and_others_cut():
    fig = timelines.add_eras(go.Figure(), data.eras(), ("1985-01-01", "1995-01-01"))
    assert [note.text.split("<br>")[0].split()[0] for note in notes(fig, "era")] == ["Frontline", "Sanctions"]
    starts_and_ends = [pd.Timestamp(edge) for shape in fig.layout.shapes for edge in (shape.x0, shape.x1)]
    assert min(starts_and_ends) >= pd.Timestamp("1985-01-01") and max(starts_and_ends) <= pd.Timestamp("1995-01-01")


def test_an_open_era_reaches_to_the_edge_of_the_window():
    last = data.eras().iloc[-1:]
    assert last["end"].isna().all()
    (band,) = timelines.add_eras(go.Figure(), last, ("2020-01-01", "2030-01-01")).layout.shapes
    assert pd.Timestamp(band.x1) == pd.Timestamp("2030-01-01")


def test_an_era_can_be_looked_at_closely_without_a_kernel(events):
    (menu,) = timelines.timeline(events, zoom=True).layout.updatemenus
    eras = timelines.eras_of(events)
    assert [button.label for button in menu.buttons] == ["All years", *eras["name"]]
    assert {button.method for button in menu.buttons} == {"relayout"}
    views = [[pd.Timestamp(edge) for edge in button.args[0]["xaxis.range"]] for button in menu.buttons]
    assert views[0] == [pd.Timestamp(edge) for edge in timelines.timeline(events).layout.xaxis.range]
    for (first, last), era in zip(views[1:], eras.itertuples(), strict=True):
        assert first < pd.Timestamp(era.start) and pd.Timestamp(era.end) < last
        assert last - first < 1.2 * (pd.Timestamp(era.end) - pd.Timestamp(era.start))
    assert timelines.timeline(events).layout.updatemenus == ()


def test_the_window_holds_every_event(events):
    first, last = map(pd.Timestamp, timelines.timeline(events).layout.xaxis.range)
    assert first < timelines.moment(events).min() and timelines.moment(events).max() < last
    low, high = timelines.timeline(events).layout.yaxis.range
    assert low < events["weight"].min() and events["weight"].max() < high


def test_the_given_table_is_left_as_it_was(events):
    before = events.copy()
    timelines.timeline(events)
    pd.testing.assert_frame_equal(events, before)


def test_the_same_events_give_the_same_figure(events):
    one, other = (json.loads(timelines.timeline(events, zoom=True).to_json()) for _ in range(2))
    assert one == other

"""uspak.drawing.timelines: what stands where on a timeline, and whether its labels can be read."""

import itertools
import json
import re
from functools import cache
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from shapely import LineString, Point, box

from uspak import data, dates
from uspak.drawing import figure, theme, timelines

#: Plots in pixels, on a narrow and on a wide page; and what 12-pixel letters need, on average and in height.
PLOTS, LETTER, LINE = (500, 1000), 6.1, 15
SIGN = 4.5  # pixels: half a sign
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
DRAWN_IN = [
    "00_start_here",
    "02_cold_war_allies",
    "03_frontline_state",
    "04_sanctions_and_the_bomb",
    "05_war_on_terror",
    "06_abbottabad_and_mistrust",
    "08_the_pivot_to_china",
    "09_missiles_and_sanctions",
]


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


class Drawn:
    """A timeline with its caption, as it lies on a page: all in pixels from the left end of its zero line."""

    def __init__(self, fig, width, panel=""):
        layout, here = fig.layout, f"y{panel}"
        axis = layout[f"yaxis{panel}"]
        self.first, self.last = map(pd.Timestamp, layout[f"xaxis{panel}"].range)
        (low, high), (bottom, top) = axis.range, axis.domain or (0, 1)
        plot = (layout.height - layout.margin.t - layout.margin.b) * (top - bottom)
        self.width, self.unit, self.ticks = width, plot / (high - low), axis.tickvals
        self.ends = low * self.unit, high * self.unit
        markers = [t for t in fig.data if t.mode == "markers" and (t.yaxis or "y") == here]
        labels = [note for note in notes(fig, "label") if (note.yref or "y") == here]
        self.signs = [self.point(x, y) for t in markers for x, y in zip(t.x, t.y, strict=True)]
        self.labels = {note.text: self.box(note) for note in labels}
        self.tips = {note.text: self.point(note.x, note.y) for note in labels}
        self.leaders = {}
        for shape in (shape for shape in layout.shapes if shape.name == "leader" and (shape.yref or "y") == here):
            x, y = self.point(shape.xanchor, shape.yanchor)
            text = next(text for text, tip in self.tips.items() if tip == (x, y) and text not in self.leaders)
            self.leaders[text] = LineString([(x + shape.x0, y + shape.y0), (x + shape.x1, y + shape.y1)])

    def point(self, x, y):
        return (pd.Timestamp(x) - self.first) / (self.last - self.first) * self.width, y * self.unit

    def box(self, note):
        x, y = self.point(note.x, note.y)
        size = LETTER * len(note.text)
        left = x + (note.xshift or 0) - {"left": 0, "center": size / 2, "right": size}[note.xanchor or "center"]
        middle = y + (note.yshift or 0)
        return box(left, middle - LINE / 2, left + size, middle + LINE / 2)

    def problems(self):
        """What nobody could read: labels on labels, on the signs of others, on leaders; and leaders on leaders."""
        for one, other in itertools.combinations(self.labels, 2):
            if self.labels[one].intersects(self.labels[other]):
                yield f"{one} / {other}"
        for (one, line), (other, second) in itertools.combinations(self.leaders.items(), 2):
            if line.intersects(second):
                yield f"leader of {one} / leader of {other}"
        for text, label in self.labels.items():
            left, low, right, high = label.bounds
            if left < 0 or right > self.width or low < self.ends[0] or high > self.ends[1]:
                yield f"{text} / the edge of the plot"
            others = [sign for sign in self.signs if sign != self.tips[text]]
            if any(label.distance(Point(sign)) < SIGN for sign in others):
                yield f"{text} / the sign of another event"
            if any(label.intersects(line) for owner, line in self.leaders.items() if owner != text):
                yield f"{text} / leader"


def panels(fig, width):
    """A timeline, and a closer look below it if there is one."""
    return [Drawn(fig, width, panel) for panel in (["", "2"] if notes(fig, "closer") else [""])]


def crowded(events):
    """Labels for twelve events of one decade, most of them close together."""
    part = events[events["date"].between("1954", "1966")]
    return part, {event.event_id: event.title[:22] for event in part.iloc[:12].itertuples()}


def spread(events):
    return events, {event.event_id: event.title[:22] for event in events.iloc[::14].itertuples()}


@cache
def shipped(notebook):
    """The timelines that a notebook shows, drawn anew with its own lines."""
    cells = json.loads((NOTEBOOKS / f"{notebook}.ipynb").read_text("utf-8"))["cells"]
    cells = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    last = max(number for number, source in enumerate(cells) if "timeline(" in source)
    names, shown = {}, []
    ours = {
        "show": lambda fig, title, subtitle="", **rest: shown.append(
            figure.caption(fig, title, subtitle, rest["source"])
        ),
        "show_table": lambda table: None,
    }
    for source in cells[: last + 1]:
        exec(source, names)
        names.update(ours)  # after the notebook's own imports
    return shown


def test_these_are_the_notebooks_with_timelines():
    assert [
        path.stem for path in sorted(NOTEBOOKS.glob("*.ipynb")) if "timeline(" in path.read_text("utf-8")
    ] == DRAWN_IN
    assert sum(len(shipped(notebook)) for notebook in DRAWN_IN) == 9


@pytest.mark.parametrize("width", PLOTS)
@pytest.mark.parametrize("notebook", DRAWN_IN)
def test_every_label_of_the_notebooks_can_be_read(notebook, width):
    for fig in shipped(notebook):
        drawn = panels(fig, width)
        assert sum(len(panel.labels) for panel in drawn) >= 7
        assert [problem for panel in drawn for problem in panel.problems()] == []


@pytest.mark.parametrize("notebook", DRAWN_IN)
def test_most_labels_of_the_notebooks_stand_at_the_tip_itself_and_the_others_have_a_leader(notebook):
    for drawn in itertools.chain.from_iterable(panels(fig, PLOTS[0]) for fig in shipped(notebook)):
        far = {text for text, label in drawn.labels.items() if label.distance(Point(drawn.tips[text])) > 13}
        assert far <= set(drawn.leaders)
        assert len(drawn.leaders) <= len(drawn.labels) / 2


@pytest.mark.parametrize("notebook", DRAWN_IN)
def test_the_plot_ends_where_its_stems_and_labels_do(notebook):
    assert all(fig.layout.height <= 890 for fig in shipped(notebook))
    for drawn in itertools.chain.from_iterable(panels(fig, PLOTS[0]) for fig in shipped(notebook)):
        edges = [edge for label in drawn.labels.values() for edge in (label.bounds[1], label.bounds[3])]
        heights = [0, *edges, *(y for _, y in drawn.signs)]
        assert drawn.ends[0] < min(heights) and max(heights) < drawn.ends[1]
        assert min(heights) - drawn.ends[0] < 15 and drawn.ends[1] - max(heights) < 15
        ticks = drawn.ticks
        assert 0 in ticks and len(ticks) >= 2 and all(-10 <= tick <= 10 for tick in ticks)


@pytest.mark.parametrize("width", PLOTS)
@pytest.mark.parametrize("choose", [crowded, spread])
def test_many_labels_can_be_read(choose, width, events):
    part, labels = choose(events)
    drawn = Drawn(figure.caption(timelines.timeline(part, labels), "Title", "Subtitle", "Source"), width)
    assert sorted(drawn.labels) == sorted(labels.values()) and len(labels) >= 10
    assert list(drawn.problems()) == []


def test_a_label_alone_stands_just_beyond_the_tip(events):
    for event_id, side in [("1965-arms-embargo", -1), ("1971-kissinger-to-beijing", 1)]:
        fig = timelines.timeline(events[events["event_id"] == event_id], {event_id: "Alone"}, eras=data.eras())
        drawn = Drawn(figure.caption(fig, "Title", "Subtitle", "Source"), PLOTS[0])
        (tip,), (_, low, _, high) = drawn.tips.values(), drawn.labels["Alone"].bounds
        gap = low - tip[1] if side > 0 else tip[1] - high
        assert 8 <= gap <= 11 and not drawn.leaders


def test_labels_lie_on_the_side_of_their_stem_and_point_to_its_head(events):
    part, labels = crowded(events)
    heads = {
        labels[e.event_id]: (when, e.weight)
        for e, when in zip(part.itertuples(), timelines.moment(part), strict=True)
        if e.event_id in labels
    }
    fig = timelines.timeline(part, labels)
    for note in notes(fig, "label"):
        assert (pd.Timestamp(note.x), note.y) == heads[note.text]
        assert (note.yshift >= 0) if note.y >= 0 else (note.yshift <= 0)
        assert note.font.size == theme.TEXT_SIZE == 12
    assert {shape.line.dash for shape in fig.layout.shapes if shape.name == "leader"} == {"dot"}


def test_the_ticks_are_closer_where_no_weight_is_great(events):
    assert timelines.timeline(events).layout.yaxis.tickvals == (-5, 0, 5)
    light = timelines.timeline(events[events["weight"].abs() <= 4])
    assert light.layout.yaxis.tickvals == (-4, -2, 0, 2, 4)
    assert light.layout.yaxis.ticktext == ("−4", "−2", "0", "+2", "+4")


def test_up_and_down_are_named_where_there_is_room(events):
    assert [note.text for note in notes(timelines.timeline(events), "side")] == ["together →", "← apart"]
    below = timelines.timeline(events[events["weight"] < -2])
    assert [note.text for note in notes(below, "side")] == ["← apart"]


def test_a_key_says_what_the_signs_on_the_timeline_mean(events):
    def key(part):
        (note,) = notes(timelines.timeline(part), "key")
        return re.sub("<[^>]*>", "", note.text).split("   ")

    assert key(events) == ["▲ together", "▼ apart", "◆ mixed", "hollow: month or year only"]
    known = events[(events["precision"] == "day") & (events["direction"] == "friction")]
    assert key(known) == ["▼ apart"]


@pytest.mark.parametrize("notebook", DRAWN_IN)
def test_the_key_lies_between_the_subtitle_and_the_names_of_eras(notebook):
    for fig in shipped(notebook):
        (key,) = notes(fig, "key")
        for name in notes(fig, "era"):
            height = LETTER * len(name.text) if name.textangle else LINE * (name.text.count("<br>") + 1)
            assert name.yshift + height <= key.yshift
        title = 14 + 24 * (fig.layout.title.text.count("<br>") + 1)
        subtitle = 18 * (fig.layout.title.subtitle.text.count("<br>") + 1)
        menus = 52 * len(fig.layout.updatemenus)
        assert title + subtitle + menus + LINE + key.yshift <= fig.layout.margin.t


# A closer look

CLOSER = ("2009-01-01", "2024-12-31")


@pytest.fixture(scope="module")
def looked_at_closely(events):
    labels = {"1965-arms-embargo": "Embargo", "2011-abbottabad-raid": "Raid"}
    fig = timelines.timeline(events, labels, closer=CLOSER)
    return figure.caption(fig, "Title", "Subtitle", "Source")


def test_a_closer_look_shows_the_events_of_its_years_once_more(looked_at_closely, events):
    near = events[events["start"].between(*map(pd.Timestamp, CLOSER)) & (events["precision"] == "day")]
    for panel, part in (("", events), ("2", near)):
        ids = {
            e
            for t in looked_at_closely.data
            if (t.yaxis or "y") == f"y{panel}" and t.mode == "markers"
            for e in t.customdata
        }
        assert set(part["event_id"]) <= ids and (panel == "" or len(ids) < len(events) / 2)
    assert [pd.Timestamp(edge) for edge in looked_at_closely.layout.xaxis2.range] == list(map(pd.Timestamp, CLOSER))


def test_a_closer_look_has_the_labels_of_its_years_and_is_framed_above(looked_at_closely):
    above, below = panels(looked_at_closely, PLOTS[1])
    assert (set(above.labels), set(below.labels)) == ({"Embargo"}, {"Raid"})
    (frame,) = [shape for shape in looked_at_closely.layout.shapes if shape.name == "closer"]
    assert (frame.x0, frame.x1, frame.xref) == (*map(pd.Timestamp, CLOSER), "x")
    (heading,) = notes(looked_at_closely, "closer")
    assert heading.text.startswith("2009 to 2024")


def test_a_closer_look_lies_below_without_touching_what_is_above(looked_at_closely):
    layout = looked_at_closely.layout
    plot = layout.height - layout.margin.t - layout.margin.b
    gap = (layout.yaxis.domain[0] - layout.yaxis2.domain[1]) * plot
    (heading,) = notes(looked_at_closely, "closer")
    assert heading.yshift + 18 + 30 <= gap, "the heading, and the years below the upper panel"
    assert all(note.yshift < heading.yshift for note in notes(looked_at_closely, "era") if note.yref == "y2 domain")


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


def test_an_era_that_fills_the_whole_window_is_not_painted(events):
    fig = timelines.timeline(events[events["era_id"] == "frontline-state"])
    assert notes(fig, "era") == [] and not [shape for shape in fig.layout.shapes if shape.type == "rect"]


def test_names_of_eras_are_as_large_as_labels(events):
    assert {note.font.size for note in notes(timelines.timeline(events), "era")} == {theme.TEXT_SIZE}


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

"""The charts and maps of notebook 09: what stands on each is what its table says."""

import itertools

import pandas as pd
import pytest

import uspak
from uspak.drawing import maps, theme, timelines
from uspak.lessons.missiles_and_sanctions import figures, islands_map, missiles, reach, rings


@pytest.fixture
def era():
    events = uspak.events()
    return events[events["era_id"] == "china-and-missiles"]


def test_the_days_of_december_are_spread(era):
    plain = timelines.timeline(era)
    fig = figures.with_days(timelines.timeline(era), era)
    signs = [trace for trace in fig.data if trace.xaxis == "x2" and trace.mode == "markers"]
    days = era[era["date"].between(*figures.DAYS)]
    assert [str(trace.x[0])[:10] for trace in signs] == list(days["date"]), "each sign within its day"
    moments = sorted(trace.x[0] for trace in signs)
    assert min(late - early for early, late in itertools.pairwise(moments)) >= pd.Timedelta(hours=6)
    assert [trace.y[0] for trace in signs] == list(days["weight"])
    above, plot = plain.layout.meta["plot"], fig.layout.meta["plot"]
    assert (1 - fig.layout.yaxis.domain[0]) * plot == pytest.approx(above), "the timeline is as high as before"


def test_no_frame_strikes_the_words_or_the_signs_of_december(era):
    fig = figures.with_days(timelines.timeline(era), era)
    bracket = [shape for shape in fig.layout.shapes if shape.xsizemode == "pixel"]
    assert len(bracket) == 3 and not [shape for shape in fig.layout.shapes if shape.type == "rect"]
    highest = era[era["date"].between(*figures.DAYS)]["weight"].max()
    low, high = fig.layout.yaxis.range
    assert all(low + (high - low) * shape.y0 > highest + 1 for shape in bracket)


def test_no_line_strikes_the_number_of_a_range():
    fig = figures.ranges(missiles.missiles(), ["Agni-V"])
    (near,) = (note for note in fig.layout.annotations if note.text == "5,000")
    assert near.xanchor == "right" and near.yshift > 8
    assert all(note.xanchor == "left" for note in fig.layout.annotations if note.text in ("4,000", "8,000"))


def test_rounds_are_numbered_and_their_dates_written():
    rounds = pd.DataFrame(
        [("2021-11-24", "CHN;PAK", 16), ("2024-09-12", "CHN", 5), ("2024-09-12", "PAK", 1)],
        columns=["date", "country_iso3", "names"],
    )
    fig = figures.bars_of_rounds(rounds)
    assert list(fig.layout.yaxis.ticktext) == ["24 Nov 2021   <b>1</b>", "12 Sep 2024   <b>2</b>"]
    assert figures.in_words(rounds) == {"2021-11-24": "16 China or Pakistan", "2024-09-12": "5 China, 1 Pakistan"}
    assert [note.text for note in fig.layout.annotations] == list(figures.in_words(rounds).values())
    assert all(bar.marker.pattern.shape is None for bar in fig.data), "flat tints"
    colours = {bar.name: bar.marker.color for bar in fig.data}
    assert colours["China"] == theme.ACTORS["CHN"] and colours["Pakistan"] == theme.ACTORS["PAK"]
    assert set(uspak.evidence("missile_sanctions").query("date >= '2021'")["entity_country_iso3"]) & {"CHN;PAK"}


def test_intercontinental_stands_above_the_plot():
    fig = figures.ranges(missiles.missiles(), ["Agni-V"])
    note = next(note for note in fig.layout.annotations if note.text.startswith("intercontinental"))
    assert (note.x, note.y, note.yref, note.yanchor) == (5500, 1, "paper", "bottom")
    for trace in fig.data:
        state = "PAK" if "Pakistan" in trace.name else "IND"
        assert trace.line.color == theme.ACTORS[state]


def test_every_city_on_the_map_of_rings_has_its_name():
    table, cities = missiles.missiles(), uspak.evidence("cities")
    shaheens = table[table["name"].str.startswith("Shaheen-I")]
    fig = rings.shaheen_rings(shaheens, cities)
    places = fig.data[-1]
    assert sorted(places.text) == sorted(rings.NAMED) and set(rings.NAMED) <= set(cities["city"])
    assert set(places.textposition) <= set(maps.ANCHORS)
    names = {trace.name for trace in fig.data if trace.meta == "lowest figure"}
    assert names == {f"{name} (Pakistan)" for name in shaheens["name"]}


def test_no_ring_strikes_the_names_of_the_islands():
    border, names = reach.border(), ["Diglipur", "Port Blair", "Car Nicobar", "Campbell Bay"]
    for name in names:
        border[name] = reach.distances_km(name, border)
    corner = tuple(border.loc[border["Diglipur"].idxmin(), ["lat", "lon"]])
    fig = islands_map.islands_map(border, names, corner, 2750)
    words = [trace for trace in fig.data if trace.mode == "text" and trace.text[0].split(":")[0] in names]
    assert [trace.text[0].split(":")[0] for trace in words] == names
    for trace in words:
        assert trace.textposition[0] == "middle right"
        assert reach.distance_km(corner, (trace.lat[0], trace.lon[0])) > 2800, "outside the ring"
    entries = [trace.name for trace in fig.data if trace.showlegend]
    assert entries == ["within 2,750 km of none of them", "of Diglipur", "of Diglipur and Port Blair"]


def test_two_rings_are_told_apart_by_dash_and_words():
    cities = uspak.evidence("cities")
    between = (reach.distances_km("Islamabad", cities) <= 2750) & ~reach.inside_flat_ring("Islamabad", 2750, cities)
    fig = rings.two_rings(2750, cities[between])
    drawn = next(trace for trace in fig.data if trace.name == "drawn with compasses")
    assert drawn.line.dash == "dot" and drawn.line.color in theme.SERIES
    assert all(fig.data[-1].text), "each city between the rings is named"

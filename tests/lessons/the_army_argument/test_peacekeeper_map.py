"""The map of peacekeepers: which missions a year shows, what stands for their strength, and what is not known."""

import itertools
import math

import pandas as pd
import pytest

import uspak
from uspak.drawing import figure, maps
from uspak.lessons.the_army_argument import peacekeeper_map
from uspak.lessons.the_army_argument.apart import apart
from uspak.lessons.the_army_argument.missions import active, spans


@pytest.fixture(scope="module")
def map_():
    return peacekeeper_map.PeacekeeperMap(year=2008)


@pytest.fixture(scope="module")
def missions():
    return uspak.evidence("peacekeeping_missions").set_index("mission")


def go_to(map_, year):
    map_.stepper.index = next(i for i, (first, last) in enumerate(spans()) if first <= year <= last)


def test_every_mission_has_a_label_and_lies_on_the_map(missions):
    assert set(peacekeeper_map.LABELS) == set(missions.index)
    west, south, east, north = peacekeeper_map.WINDOW
    assert missions["lon"].between(west, east).all() and missions["lat"].between(south, north).all()
    assert {side for _, side in peacekeeper_map.LABELS.values()} <= set(maps.ANCHORS)


def test_each_year_shows_its_missions_and_no_others(map_, missions):
    for index, (_, last) in enumerate(spans()):
        map_.stepper.index = index
        here = active(last)
        seen, unseen = map_.trace("strength seen"), map_.trace("strength not seen")
        assert len(seen.lon) == here["peak_personnel"].notna().sum()
        assert len(unseen.lon) == here["peak_personnel"].isna().sum()
        assert len(map_.headline()) <= figure.TITLE_WIDTH and "nan" not in map_.headline() + map_.description.html
        assert map_.figure.layout.title.text == f"<b>{map_.headline()}</b>"
        assert all(mission in map_.description.html for mission in here["mission"])


def test_area_stands_for_people(map_):
    go_to(map_, 1994)
    sizes = map_.trace("strength seen").marker.size
    largest, people = max(sizes), active(1994)["peak_personnel"].max()
    assert largest**2 / people == pytest.approx(0.25)
    assert min(sizes) >= 7, "a few observers can still be pointed at"


def test_the_headline_counts_as_the_table_does(map_):
    peace = uspak.evidence("peacekeeping").query("country_iso3 == 'PAK'").set_index("date")
    go_to(map_, 2008)
    assert f"{peace.loc['2008-12', 'personnel']:,} Pakistanis, number 1 of all" in map_.headline()
    go_to(map_, 1994)
    assert f"{peace.loc['1994-12', 'personnel']:,}" in map_.headline(), "December, not the peak in August"
    go_to(map_, 2024)
    assert map_.headline().endswith("number 7 of all") and "no number of people" in map_.description.html
    go_to(map_, 2019)
    assert "no count of people" in map_.headline()
    go_to(map_, 1970)
    assert map_.headline() == "1965–1988: no mission in the table"


def test_pakistan_has_two_wings_until_1971(map_):
    go_to(map_, 1962)
    assert max(map_.trace("pakistan").lon[~pd.isna(map_.trace("pakistan").lon)]) > 88
    go_to(map_, 2008)
    assert max(map_.trace("pakistan").lon[~pd.isna(map_.trace("pakistan").lon)]) < 80


def test_a_hover_names_the_basis_of_a_strength(map_):
    go_to(map_, 2008)
    texts = map_.trace("strength seen").customdata
    assert any("Basis: UN monthly report" in text for text in texts)
    assert all("Most Pakistanis seen" in text for text in texts)


@pytest.mark.parametrize("year", [1959, 2026])
def test_a_year_outside_is_refused(year):
    with pytest.raises(ValueError, match="1960 to 2025"):
        peacekeeper_map.PeacekeeperMap(year)


def test_the_text_version_has_a_row_for_each_mission():
    assert len(peacekeeper_map.PeacekeeperMap().table) == len(uspak.evidence("peacekeeping_missions"))


def test_the_key_is_drawn_as_the_map_draws(map_):
    circles = [shape for shape in map_.figure.layout.shapes if shape.type == "circle"]
    sizes = [shape.x1 - shape.x0 for shape in circles]
    assert sizes[:-1] == pytest.approx([peacekeeper_map._diameter(people) for people in peacekeeper_map.KEY])
    assert all(shape.xsizemode == shape.ysizemode == "pixel" for shape in circles), "as large at any width"
    keys = [note.text for note in map_.figure.layout.annotations if note.name == "key"]
    assert keys == ["100", "1,000", "4,000 people", "number not seen"]


def test_no_circle_covers_another_on_a_narrow_page(map_):
    pixel = maps.window.degrees_per_narrow_pixel(peacekeeper_map.WINDOW)
    for index in range(len(spans())):
        map_.stepper.index = index
        seen, unseen = map_.trace("strength seen"), map_.trace("strength not seen")
        circles = list(zip(seen.lon, seen.lat, seen.marker.size, strict=True))
        circles += [(lon, lat, unseen.marker.size) for lon, lat in zip(unseen.lon, unseen.lat, strict=True)]
        for (lon, lat, size), (other_lon, other_lat, other) in itertools.combinations(circles, 2):
            gap = math.hypot(lon - other_lon, lat - other_lat) / pixel - (size + other) / 2
            assert gap > -0.5, f"{map_.state}: {gap:.1f} pixels"


def test_a_circle_with_room_stays_where_it_is(map_, missions):
    go_to(map_, 1991)
    assert map_.trace("strength seen").lon[0] == pytest.approx(missions.at["UNIKOM", "lon"])
    assert apart([(0, 0), (50, 0)], [20, 20]) == [(0, 0), (50, 0)]
    (_, up), (_, down) = apart([(5, 5), (5, 5)], [20, 10])
    assert up - down == pytest.approx(15, abs=0.5) and up - 5 < 5 - down, "the smaller makes more way"


def test_a_year_whose_missions_had_ended_does_not_count_nobody(map_):
    go_to(map_, 1990)
    assert map_.headline() == "1990: 1 mission, no Pakistanis in it by December"
    assert "no Pakistanis under the United Nations" in map_.description.html and "nan" not in map_.description.html


def test_the_ivory_coast_is_spelled_alike_in_map_and_text(map_):
    go_to(map_, 2008)
    assert "Côte d'Ivoire" in map_.description.html.replace("&#x27;", "'") and "Cote d" not in map_.description.html
    assert not any("Cote d" in text for text in map_.trace("strength seen").customdata)
    assert not map_.table["Country"].str.contains("Cote d").any()


def test_a_country_is_named_once_and_beside_its_mark(map_):
    go_to(map_, 1996)
    here = [name for mark in ("strength seen", "strength not seen") for name in map_.trace(mark).text]
    assert here.count("Haiti") == 1, "it has two missions"
    assert all(map_.trace(mark).mode == "markers+text" for mark in ("strength seen", "strength not seen"))

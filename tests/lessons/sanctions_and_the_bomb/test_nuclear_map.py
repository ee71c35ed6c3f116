"""The map of nuclear sites: what stands where in each year, and what is said of it."""

import itertools
import math

import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.sanctions_and_the_bomb import nuclear_map
from uspak.lessons.sanctions_and_the_bomb.nuclear_sites import WASHINGTON, YEARS


@pytest.fixture
def sites():
    return nuclear_map.NuclearMap()


def test_every_site_is_put_at_its_town_from_its_year_on(sites):
    places = uspak.places().set_index("place_id")
    table = uspak.evidence("nuclear_sites")
    assert set(table["year"]) <= set(YEARS)
    for index, year in enumerate(YEARS):
        sites.stepper.index = index
        names = [f"{kind} {country}" for kind in nuclear_map.KINDS for country in ("PAK", "IND")]
        points = [point for name in names for point in zip(sites.trace(name).lon, sites.trace(name).lat, strict=True)]
        there = table[table["year"] <= year]
        assert len(points) == len(there)
        leaders = zip(*(list(sites.trace("leaders")[axis]) for axis in ("lon", "lat")), strict=True)
        ends = [point for point in leaders if point[0] is not None]
        foot = dict(zip(ends[1::2], ends[::2], strict=True))  # from a marker that was moved aside to its town
        at = sorted(foot.get(point, point) for point in points)
        towns = sorted(tuple(places.loc[place, ["lon", "lat"]]) for place in there["place_id"])
        for found, town in zip(at, towns, strict=True):
            assert found == pytest.approx(town)
        assert len(sites.trace("new").lon) == (table["year"] == year).sum()
        assert sites.figure.layout.title.text == f"<b>{YEARS[year]}</b>"
        assert len(YEARS[year]) <= figure.TITLE_WIDTH


def test_no_sign_lies_on_another_on_a_narrow_page(sites):
    names = [f"{kind} {country}" for kind in nuclear_map.KINDS for country in ("PAK", "IND")]
    west, _, east, _ = nuclear_map._WINDOW
    for index in range(1, len(YEARS)):
        sites.stepper.index = index
        points = [point for name in names for point in zip(sites.trace(name).lon, sites.trace(name).lat, strict=True)]
        apart = [math.dist(*pair) * 570 / (east - west) for pair in itertools.combinations(points, 2)]
        assert min(apart) >= 18, "pixels, from middle to middle"


def test_a_site_that_nothing_crowds_stands_at_its_town_without_a_leader(sites):
    led = {}
    for year in (1965, 1972, 1976):
        sites.stepper.index = list(YEARS).index(year)
        led[year] = len([lon for lon in sites.trace("leaders").lon if lon is not None]) // 2
    assert led == {1965: 0, 1972: 0, 1976: 1}, "Kahuta, beside Islamabad, is of 1976"


def test_names_of_neighbours_and_towns_keep_clear_of_the_edges(sites):
    sites.stepper.index = len(YEARS) - 1
    west, south, east, north = nuclear_map._WINDOW
    pixel = (east - west) / 570
    assert all(south + 10 * pixel < lat < north - 10 * pixel for lat in sites.trace("towns").lat)
    assert all(lat < north - 20 * pixel for _, lat, _ in nuclear_map._NEIGHBOURS)


def test_one_entry_is_called_an_entry(sites):
    sites.stepper.index = list(YEARS).index(1965)
    assert "1 entry for Pakistan, 1 entry for India" in sites.description.html


def test_the_key_of_the_signs_has_one_line_and_the_map_no_legend(sites):
    (key,) = sites.figure.select_annotations({"name": "key"})
    assert all(words in key.text for words, *_ in nuclear_map.KINDS.values()) and len(key.text) < 100
    assert not any(trace.showlegend for trace in sites.figure.data)


def test_steps_name_what_washington_did(sites):
    events = uspak.events().set_index("event_id")
    for year, event in WASHINGTON.items():
        assert events.loc[event, "date"].startswith(str(year))
        sites.stepper.index = list(YEARS).index(year)
        assert events.loc[event, "title"].split("'")[0] in sites.description.html


def test_every_kind_and_town_of_the_table_has_its_sign_and_name():
    table = uspak.evidence("nuclear_sites")
    assert set(table["kind"]) - set(nuclear_map._CIVIL) <= set(nuclear_map.KINDS)
    assert set(table["place_id"]) <= set(nuclear_map._LABELS)


def test_a_year_without_a_step_is_named():
    with pytest.raises(ValueError, match="1999: choose one from 1960 to 1998"):
        nuclear_map.NuclearMap(1999)

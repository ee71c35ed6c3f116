"""The outlines in data/geography: whole, without overlap on any day, and right where the history needs it."""

import itertools
import json
from pathlib import Path

import pytest
import shapely
from shapely.geometry import Point, shape
from shapely.geometry.polygon import LinearRing

FOLDER = Path(__file__).parents[2] / "data" / "geography"
FILES = ("world", "region")
DAYS = (
    "1947-08-14",
    "1955-01-01",
    "1960-01-01",
    "1964-01-01",
    "1972-01-01",
    "1976-01-01",
    "1992-06-01",
    "2007-01-01",
    "2025-01-01",
)


def read(file):
    return json.loads((FOLDER / f"{file}.geojson").read_text(encoding="utf-8"))["features"]


@pytest.fixture(scope="module")
def land():
    return {file: [(item["properties"], shape(item["geometry"])) for item in read(file)] for file in FILES}


def on(features, day):
    return [
        (about, area) for about, area in features if about["start"] <= day and (not about["end"] or day < about["end"])
    ]


def ruler(features, day, lat, lon):
    return [about["entity_id"] for about, area in on(features, day) if area.contains(Point(lon, lat))]


@pytest.mark.parametrize("file, limit", [("world", 250), ("region", 350), ("lines", 10)])
def test_files_stay_small(file, limit):
    assert (FOLDER / f"{file}.geojson").stat().st_size < limit * 1000


@pytest.mark.parametrize("file", FILES)
def test_outer_rings_run_clockwise_holes_the_other_way_and_none_crosses_180_degrees(file):
    for item in read(file):
        for outer, *holes in item["geometry"]["coordinates"]:
            assert not LinearRing(outer).is_ccw, item["properties"]
            assert all(LinearRing(hole).is_ccw for hole in holes), item["properties"]
            assert outer[0] == outer[-1]
            assert all(abs(a[0] - b[0]) < 140 for a, b in itertools.pairwise(outer)), item["properties"]


@pytest.mark.parametrize("file", FILES)
def test_every_outline_is_valid(land, file):
    assert [about["entity_id"] for about, area in land[file] if not area.is_valid] == []


@pytest.mark.parametrize("file", FILES)
def test_on_any_day_each_piece_of_land_appears_exactly_once(land, file):
    today = shapely.union_all([area for _, area in on(land[file], "2025-01-01")])
    for day in DAYS:
        areas = [area for _, area in on(land[file], day)]
        together = shapely.union_all(areas)
        assert sum(area.area for area in areas) == pytest.approx(together.area, abs=1e-3), f"overlap on {day}"
        assert together.symmetric_difference(today).area < 1e-3, f"land lost or won on {day}"


@pytest.mark.parametrize("file", FILES)
def test_the_days_on_which_borders_change_leave_no_gap(land, file):
    changes = {about[key] for about, _ in land[file] for key in ("start", "end")} - {""}
    total = sum(area.area for _, area in on(land[file], "2025-01-01"))
    for day in changes:
        assert sum(area.area for _, area in on(land[file], day)) == pytest.approx(total, abs=1e-3), day


DHAKA, TASHKENT, LAHORE, CAIRO = (23.71, 90.41), (41.3, 69.28), (31.55, 74.34), (30.04, 31.24)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "place, day, entity",
    [
        (DHAKA, "1955-06-01", "PAK"),
        (DHAKA, "1971-12-15", "PAK"),
        (DHAKA, "1971-12-16", "BGD"),
        (DHAKA, "1971-12-17", "BGD"),
        (LAHORE, "1955-06-01", "PAK"),
        (LAHORE, "1972-01-01", "PAK"),
        (TASHKENT, "1980-01-01", "SUN"),
        (TASHKENT, "1991-12-25", "SUN"),
        (TASHKENT, "1995-01-01", "UZB"),
        (CAIRO, "1957-01-01", "EGY"),
        (CAIRO, "1960-01-01", "UAR"),
        (CAIRO, "1962-01-01", "EGY"),
        ((33.51, 36.29), "1960-01-01", "UAR"),
        ((44.8, 20.46), "1990-01-01", "YUG"),
        ((44.8, 20.46), "1995-01-01", "SCG"),
        ((15.33, 38.93), "1950-01-01", "ERI"),
        ((15.33, 38.93), "1960-01-01", "ETH"),
        ((15.33, 38.93), "1994-01-01", "ERI"),
        ((-4.1, 138.9), "1960-01-01", "WNG"),
        ((-4.1, 138.9), "1964-01-01", "IDN"),
        ((-8.9, 125.9), "1980-01-01", "IDN"),
        ((34.08, 74.8), "1965-01-01", "IND"),
        ((34.37, 73.47), "1965-01-01", "PAK"),
        ((35.4, 77.1), "2000-01-01", "IND"),
        ((35.3, 75.6), "2000-01-01", "PAK"),
        ((35.2, 79.5), "2000-01-01", "CHN"),
    ],
)
def test_who_ruled_a_place_on_a_day(land, file, place, day, entity):
    assert ruler(land[file], day, *place) == [entity]


@pytest.mark.parametrize("file", FILES)
def test_kashmir_has_no_hole(land, file):
    kashmir = shapely.box(73.5, 33, 79, 36.5)
    covered = shapely.union_all([area for _, area in on(land[file], "2025-01-01") if area.intersects(kashmir)])
    assert kashmir.difference(covered).area < 1e-6


@pytest.mark.parametrize("file, close", [("world", 1.0), ("region", 0.2)])
def test_the_line_lies_between_srinagar_and_muzaffarabad(land, file, close):
    rows = [item for item in read("lines") if item["properties"]["detail"] == file]
    held = {item["properties"]["line_id"]: shape(item["geometry"]) for item in rows}
    control = held["line-of-control"]
    assert control.equals(held["ceasefire-line"])
    assert control.intersects(shapely.LineString([(74.8, 34.08), (73.47, 34.37)]))
    west, south, east, north = control.bounds
    assert (west, south, east, north) == pytest.approx((73.8, 32.8, 77.0, 35.0), abs=close)
    sides = [area for about, area in on(land[file], "2025-01-01") if about["entity_id"] in ("IND", "PAK")]
    assert len(sides) == 2 and all(side.boundary.buffer(1e-6).covers(control) for side in sides)


def test_the_line_changes_its_name_in_1972_and_the_lines_come_in_their_time():
    rows = [item["properties"] for item in read("lines")]
    assert {row["name"]: (row["start"], row["end"]) for row in rows} == {
        "Ceasefire Line": ("1949-07-27", "1972-12-11"),
        "Line of Control": ("1972-12-11", ""),
        "Actual Ground Position Line": ("1984-04-13", ""),
        "Line of Actual Control": ("1962-11-21", ""),
    }


def test_both_files_agree_on_names_and_dates():
    def facts(file):
        keys = ("entity_id", "name", "iso3", "start", "end", "part")
        return {tuple(item["properties"][key] for key in keys) for item in read(file)}

    in_both = {fact[0] for fact in facts("world")} & {fact[0] for fact in facts("region")}
    world, region = ({fact for fact in facts(file) if fact[0] in in_both} for file in FILES)
    assert len(in_both) > 90 and world == region

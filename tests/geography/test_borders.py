"""uspak.geography.borders: the states, names and held lines of a day."""

import numpy as np
import pytest
from shapely import MultiPolygon

from uspak.article import SHARP_EXTENT
from uspak.drawing import maps


@pytest.mark.parametrize(
    "day, there, gone",
    [
        ("1955-12-31", {"PAK", "SUN", "YUG", "CSK", "EGY", "SYR", "WNG"}, {"BGD", "RUS", "UZB", "UAR", "ERI"}),
        ("1960", {"PAK", "UAR", "SUN"}, {"EGY", "SYR", "BGD"}),
        ("1972-06-30", {"PAK", "BGD", "SUN", "EGY"}, {"UAR", "RUS", "WNG"}),
        ("1992-06", {"RUS", "UZB", "KAZ", "SCG", "HRV", "CSK"}, {"SUN", "YUG", "SVK", "ERI"}),
        (None, {"SSD", "TLS", "XKX", "MNE"}, {"SUN", "SCG", "CSK"}),
    ],
)
def test_the_states_of_a_day(day, there, gone):
    found = maps.outlines("world", day)
    assert there <= set(found) and not gone & set(found)
    assert list(found) == sorted(found)


@pytest.mark.parametrize("detail", ["world", "region"])
def test_pakistan_has_two_wings_until_16_december_1971(detail, covers):
    for day, owner, other in (("1971-12-15", "PAK", "BGD"), ("1971-12-17", "BGD", "PAK")):
        shapes = maps.outlines(detail, day)
        assert covers(shapes[owner], 23.71, 90.41)
        assert other not in shapes or not covers(shapes[other], 23.71, 90.41)
        assert covers(shapes["PAK"], 30.19, 67.01)


def test_outlines_are_small_clockwise_and_guarded(polygons):
    for detail in ("world", "region"):
        for entity, (lon, lat) in maps.outlines(detail, "1985-01-01").items():
            assert lon.dtype == lat.dtype == np.float32 and not lon.flags.writeable
            assert np.array_equal(np.isnan(lon), np.isnan(lat))
            assert all(not part.exterior.is_ccw for part in polygons((lon, lat))), entity


def test_changing_the_answer_does_not_change_the_next():
    maps.outlines("world", "1985").clear()
    assert "SUN" in maps.outlines("world", "1985")


@pytest.mark.parametrize(
    "day, entity, name",
    [
        ("1960-01-01", "LKA", "Ceylon"),
        ("1980-01-01", "LKA", "Sri Lanka"),
        ("1980-01-01", "MMR", "Burma"),
        ("1950-01-01", "EGY", "Egypt"),
        ("1980-01-01", "COD", "Zaire"),
        ("2000-01-01", "TLS", "Timor-Leste"),
    ],
)
def test_names_are_of_their_day(day, entity, name):
    assert maps.names(day)[entity] == name


def test_joined_parts_its_states_and_knows_its_ids():
    shapes = maps.outlines("region", "1965")
    lon, _ = maps.joined(shapes, {"PAK", "IND"})
    assert lon.size == shapes["PAK"][0].size + shapes["IND"][0].size + 1
    assert maps.joined(shapes, [])[0].size == 0
    with pytest.raises(ValueError, match="Did you mean 'PAK'"):
        maps.joined(shapes, ["PAKI"])


@pytest.mark.parametrize(
    "day, there",
    [
        ("1948", set()),
        ("1950", {"Ceasefire Line"}),
        ("1965", {"Ceasefire Line", "Line of Actual Control"}),
        ("1972-12-10", {"Ceasefire Line", "Line of Actual Control"}),
        ("1972-12-11", {"Line of Control", "Line of Actual Control"}),
        ("1999", {"Line of Control", "Line of Actual Control", "Actual Ground Position Line"}),
    ],
)
def test_lines_come_in_their_time(day, there):
    for detail in ("world", "region"):
        assert set(maps.lines(detail, day)) == there


def test_polygons_of_the_south_asian_map_do_not_overlap(polygons):
    land = MultiPolygon(polygons(maps.joined(maps.outlines("region", "1965"), ["IND", "PAK", "NPL", "CHN", "AFG"])))
    assert land.area == pytest.approx(land.buffer(0).area, rel=1e-6)


def test_the_sharper_outlines_fill_their_part_of_the_world():
    west, south, east, north = SHARP_EXTENT
    lon, lat = maps.joined(maps.outlines("region"), maps.outlines("region"))
    assert (np.nanmin(lon), np.nanmin(lat)) == (west, south) and (np.nanmax(lon), np.nanmax(lat)) == (east, north)

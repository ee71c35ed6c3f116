"""uspak.maps: what stands on a map, by content."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from shapely import MultiPolygon, Point, Polygon

from uspak.drawing import maps, theme


def polygons(pair):
    lon, lat = (np.asarray(axis, dtype=float) for axis in pair)
    breaks = np.flatnonzero(np.isnan(lon))
    rings = [np.array(ring) for ring in zip(np.split(lon, breaks), np.split(lat, breaks), strict=True)]
    return [Polygon(ring[:, ~np.isnan(ring[0])].T) for ring in rings]


def covers(pair, lat, lon):
    return any(part.contains(Point(lon, lat)) for part in polygons(pair))


def trace(fig, name):
    return next(fig.select_traces({"name": name}))


# outlines


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
def test_pakistan_has_two_wings_until_16_december_1971(detail):
    for day, owner, other in (("1971-12-15", "PAK", "BGD"), ("1971-12-17", "BGD", "PAK")):
        shapes = maps.outlines(detail, day)
        assert covers(shapes[owner], 23.71, 90.41)
        assert other not in shapes or not covers(shapes[other], 23.71, 90.41)
        assert covers(shapes["PAK"], 30.19, 67.01)


def test_outlines_are_small_clockwise_and_guarded():
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


@pytest.mark.parametrize("bad", ["195", "1956-13", "1956-02-30", "1939", "1947-08-13", "May 1954", 3.5])
def test_a_bad_date_is_named(bad):
    with pytest.raises(ValueError, match=str(bad)):
        maps.outlines("world", bad)


def test_partial_dates_and_date_objects_are_understood():
    assert maps.outlines("world", pd.Timestamp("1956-12-31")).keys() == maps.outlines("world", "1956-12-31").keys()
    assert "PAK" in maps.outlines("world", "1947")


# base map


@pytest.mark.parametrize("region", maps.REGIONS)
def test_a_base_map_needs_no_internet(region):
    fig = maps.base_map(region, on="1965-09-06")
    geo = fig.layout.geo.to_plotly_json()
    assert geo["visible"] is False
    assert not any(value for key, value in geo.items() if key.startswith("show"))
    assert {kind.type for kind in fig.data} == {"scattergeo"}
    assert all(kind.locationmode is None and kind.locations is None and kind.geojson is None for kind in fig.data)


@pytest.mark.parametrize(
    "region, limit",
    [
        ("world", 140),
        ("alliances", 120),
        ("asia", 60),
        ("south-asia", 61),
        ("pakistan", 30),
    ],
)
def test_what_a_reader_cannot_see_is_not_stored(region, limit):
    assert len(maps.base_map(region, on="1965").to_json()) < limit * 1000


@pytest.mark.parametrize("region", [name for name in maps.REGIONS if name != "world"])
def test_a_map_shows_all_of_its_region_and_has_the_shape_of_its_figure(region):
    fig = maps.base_map(region)
    west, south, east, north = maps.REGIONS[region]
    (left, right), (low, high) = fig.layout.geo.lonaxis.range, fig.layout.geo.lataxis.range
    assert left <= west and low <= south and right >= east and high >= north
    assert 2.2 < (right - left) / (high - low) < 2.8


def test_maps_of_the_region_are_drawn_sharply():
    sharp = {name for name in maps.REGIONS if maps.base_map(name).layout.meta["map"]["detail"] == "region"}
    assert sharp == {"west-asia", "south-asia", "pakistan", "kashmir"}


def test_land_is_cut_just_outside_the_window():
    fig = maps.base_map("pakistan", on="2011-05-02")
    west, south, _, north = fig.layout.meta["map"]["window"]
    land = trace(fig, "land")
    assert np.nanmin(land.lon) == pytest.approx(west - 0.03 * (north - south), abs=0.01)
    assert np.nanmax(land.lat) == pytest.approx(north + 0.03 * (north - south), abs=0.01)
    for lat, lon in ((33.7, 73.05), (28.6, 77.2), (34.5, 69.2)):
        assert covers((land.lon, land.lat), lat, lon)
    assert not covers((land.lon, land.lat), 24.0, 64.0)


def test_traces_keep_their_number_and_order_on_all_days():
    kinds = {tuple(kind.name for kind in maps.base_map("world", on=day).data) for day in ("1948", "1965", "1999")}
    assert kinds == {("land", "line casing", "held line", "line names")}
    assert trace(maps.base_map("kashmir", on="1999"), "held line").line.dash not in (None, "solid")


@pytest.mark.parametrize(
    "arguments, says",
    [
        (dict(region="sout-asia"), "Did you mean 'south-asia'"),
        (dict(region=(10, 0, 5, 20)), "west before east"),
        (dict(region=7), "west, south, east, north"),
        (dict(height=20), "240"),
        (dict(detail="fine"), "world, region"),
    ],
)
def test_a_bad_map_says_what_is_possible(arguments, says):
    with pytest.raises(ValueError, match=says):
        maps.base_map(**arguments)


# layers


def test_entities_are_those_of_the_maps_day():
    old, new = (
        maps.add_entities(maps.base_map("south-asia", on=day), "PAK", "#009E73", name="P") for day in ("1965", "1975")
    )
    assert covers((trace(old, "P").lon, trace(old, "P").lat), 23.71, 90.41)
    assert not covers((trace(new, "P").lon, trace(new, "P").lat), 23.71, 90.41)
    assert trace(old, "P").fillcolor == "rgba(0, 158, 115, 0.5)" and trace(old, "P").fill == "toself"
    hover = trace(old, "P (hover)")
    assert list(hover.text) == ["<b>Pakistan (East Pakistan)</b>", "<b>Pakistan (West Pakistan)</b>"]
    assert covers((trace(old, "P").lon, trace(old, "P").lat), hover.lat[0], hover.lon[0])


def test_the_dashed_line_is_drawn_over_a_filled_side():
    fig = maps.add_entities(maps.base_map("kashmir", on="1999"), "PAK", "#009E73", name="P")
    order = [kind.name for kind in fig.data]
    assert len(order) - 1 - order[::-1].index("held line") > order.index("P")


def test_a_state_cut_by_the_maps_edge_gets_its_outline_as_a_line():
    fig = maps.add_entities(maps.base_map("kashmir", on="1999"), "IND", "#E69F00", name="I")
    assert trace(fig, "I").line.width == 0 and trace(fig, "I (outline)").fill is None


@pytest.mark.parametrize(
    "ids, says",
    [
        ("BGD", "'BGD' is not on the map of 1965-01-01: it is there from 1971-12-16 on"),
        ("Pakistan", "Did you mean 'PAK'"),
        ("pak", "Did you mean 'PAK'"),
        (["IND", "BRA"], "BRA"),
        ("XXX", "Possible: "),
    ],
)
def test_an_entity_that_is_not_there_is_explained(ids, says):
    with pytest.raises(ValueError, match=says):
        maps.add_entities(maps.base_map("south-asia", on="1965-01-01"), ids, "#009E73")


def test_entities_on_a_map():
    found = maps.entities_on(maps.base_map("south-asia", on="1965"))
    assert {"PAK", "IND", "LKA"} <= set(found) and "BRA" not in found


def test_a_bad_colour_or_a_foreign_figure_is_refused():
    with pytest.raises(ValueError, match="colour"):
        maps.add_entities(maps.base_map("pakistan"), "PAK", "greenish")
    with pytest.raises(ValueError, match="base_map"):
        maps.add_entities(go.Figure(), "PAK", "#009E73")


PLACES = pd.DataFrame(
    [
        ("Islamabad", 33.69, 73.06, "cooperation"),
        ("Rawalpindi", 33.6, 73.04, "friction"),
        ("Abbottabad", 34.15, 73.21, "friction"),
        ("Karachi", 24.86, 67.01, "mixed"),
    ],
    columns=["name", "lat", "lon", "direction"],
)


def positions(fig):
    found = [(lon, lat) for kind in fig.data[4:] for lon, lat in zip(kind.lon, kind.lat, strict=True)]
    return np.array(found)


def test_places_too_close_are_spread_and_far_ones_stay():
    fig = maps.base_map("pakistan")
    west, _, east, _ = fig.layout.meta["map"]["window"]
    at = positions(maps.add_places(fig, PLACES, size=11))
    apart = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))[~np.eye(4, dtype=bool)]
    assert apart.min() > 11 * (east - west) / 1000
    assert [67.01, 24.86] in at.tolist()
    assert np.abs(at[np.hypot(*(at - [73.1, 33.8]).T) < 3] - [73.1, 33.8]).max() < 1
    assert len(positions(maps.add_places(maps.base_map("world"), pd.concat([PLACES] * 20)))) == 80


def test_places_too_close_are_grouped_and_all_named():
    fig = maps.add_places(maps.base_map("south-asia"), PLACES, near="group")
    assert len(positions(fig)) == 2
    hover = "".join(text for kind in fig.data[4:] for text in kind.customdata)
    assert all(name in hover for name in PLACES["name"])


def test_direction_shows_in_colour_and_shape():
    fig = maps.add_places(maps.base_map("pakistan"), PLACES)
    for direction, sign in theme.DIRECTIONS.items():
        assert (trace(fig, direction).marker.color, trace(fig, direction).marker.symbol) == (sign.colour, sign.symbol)


def test_labels_of_places_cover_nothing():
    fig = maps.add_places(maps.base_map("pakistan"), PLACES, labels=True)
    written = [text for kind in fig.data[4:] for text in kind.text]
    assert {"Karachi", "Islamabad"} <= set(written)
    crowd = pd.DataFrame([(f"Place number {i}", 30 + i / 1000, 70) for i in range(30)], columns=["name", "lat", "lon"])
    crowded = maps.add_places(maps.base_map("world"), crowd, labels=True).data[4]
    assert 0 < sum(bool(text) for text in crowded.text) < 30


@pytest.mark.parametrize(
    "change, says",
    [
        (lambda t: t.drop(columns="lat"), "lacks lat"),
        (lambda t: t.assign(lat=99.0), "globe"),
        (lambda t: t.assign(direction="coperation"), "Did you mean 'cooperation'"),
        (lambda t: t.assign(anchor="left"), "anchor"),
        (lambda t: t.assign(lon=np.nan), "globe"),
    ],
)
def test_a_bad_table_of_places_is_explained(change, says):
    with pytest.raises(ValueError, match=says):
        maps.add_places(maps.base_map("pakistan"), change(PLACES))


def test_a_name_is_text_and_not_html():
    fig = maps.add_places(maps.base_map("pakistan"), PLACES.assign(name="<script>"))
    assert "<script>" not in fig.to_json() and "&lt;script&gt;" in "".join(fig.data[4].customdata)


def test_a_great_circle_is_the_shortest_way():
    lon, lat = maps.great_circle([(0, 0), (0, 90)])
    assert np.allclose(lat, 0) and lon[45] == pytest.approx(45, abs=1e-4) and lon.dtype == np.float32
    lon, lat = maps.great_circle([(56.84, 60.61), (67.28, 14.4)])
    assert (lon[0], lat[-1]) == pytest.approx((60.61, 67.28), abs=1e-4)
    x, y = np.radians(lon.astype(float)), np.radians(lat.astype(float))
    xyz = np.array([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)])
    steps = np.degrees(np.arccos(np.clip((xyz[:, 1:] * xyz[:, :-1]).sum(axis=0), -1, 1)))
    assert steps.max() <= 1.001
    (lat1, lon1), (lat2, lon2) = np.radians([(56.84, 60.61), (67.28, 14.4)])  # haversine formula, as a second opinion
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    assert steps.sum() == pytest.approx(np.degrees(2 * np.arcsin(np.sqrt(half))), abs=0.01)


@pytest.mark.parametrize("points", [[(34, 71)], [(0, 0), (0, 180)], [(95, 0), (0, 0)], [(1, 2, 3), (0, 0)]])
def test_a_route_that_cannot_be_is_refused(points):
    with pytest.raises(ValueError):
        maps.great_circle(points)


def test_a_route_is_drawn_dashed_and_named():
    fig = maps.base_map("eurasia", on="1960-05-01")
    maps.add_route(fig, [(34.02, 71.52), (56.84, 60.61)], "flown", dash="dot")
    assert trace(fig, "flown").line.dash == "dot" and len(trace(fig, "flown").lon) > 20


def test_labels_have_the_names_of_the_day():
    fig = maps.base_map("south-asia", on="1965")
    maps.add_labels(fig, ["PAK", "LKA", ("Bay of Bengal", 14, 88, "top center")])
    assert list(trace(fig, "labels").text) == ["East<br>Pakistan", "West<br>Pakistan", "Ceylon", "Bay of Bengal"]
    assert trace(fig, "labels").textposition[-1] == "top center"
    with pytest.raises(ValueError, match="anchor"):
        maps.add_labels(fig, [("x", 1, 2, "above")])
    with pytest.raises(ValueError, match="outside this map"):
        maps.add_labels(fig, ["USA"])
    with pytest.raises(ValueError, match="label"):
        maps.add_labels(fig, [("x", 1)])


def test_the_disclaimer_says_what_must_be_said():
    assert all(words in maps.DISCLAIMER for words in ("as administered at the date", "Natural Earth", "no endorsement"))


def test_polygons_of_the_south_asian_map_do_not_overlap():
    land = MultiPolygon(polygons(maps.joined(maps.outlines("region", "1965"), ["IND", "PAK", "NPL", "CHN", "AFG"])))
    assert land.area == pytest.approx(land.buffer(0).area, rel=1e-6)

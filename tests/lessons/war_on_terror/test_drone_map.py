"""The map of drone strikes: its sums are those of the table, its circles grow by area, and it names what it leaves out."""

import math

import pytest

import uspak
from uspak.drawing import figure, maps, theme
from uspak.lessons.war_on_terror import drone_map, drone_strikes


@pytest.fixture
def front():
    return drone_map.DroneMap()


def circles(front):
    return next(front.figure.select_traces(lambda trace: trace.meta == "strikes"))


def columns(front):
    return next(front.figure.select_traces(lambda trace: trace.meta == "years"))


def by_hand(counter, year, column="strikes"):
    """A sum of a column for one counter and year, row by row."""
    table = uspak.evidence("drone_strikes_by_area").to_dict("records")
    return sum(row[column] for row in table if row["counted_by"] == counter and row["year"] == year)


@pytest.mark.parametrize("counter", drone_strikes.COUNTERS)
def test_each_year_has_the_strikes_of_its_counter(front, counter):
    front.counter.value = counter
    for index, year in enumerate(drone_strikes.YEARS):
        front.stepper.index = index
        number = by_hand(counter, year)
        said = front.headline()
        assert front.state == year and said.startswith(str(year)) and len(said) <= figure.TITLE_WIDTH
        assert "one strike" in said if number == 1 else f"{number} strikes" in said
        assert front.figure.layout.title.text == f"<b>{said}</b>"


def test_both_counters_are_always_told_with_their_ranges(front):
    front.stepper.index = 2010 - drone_strikes.YEARS[0]
    for counter in drone_strikes.COUNTERS:
        front.counter.value = counter
        for other in drone_strikes.COUNTERS:
            low, high = (by_hand(other, 2010, f"civilians_{end}") for end in ("min", "max"))
            assert low < high and f"{low}–{high} of them civilians" in front.description.html


def test_what_is_not_on_the_map_is_named(front):
    for counter in drone_strikes.COUNTERS:
        front.counter.value = counter
        for index, year in enumerate(drone_strikes.YEARS):
            front.stepper.index = index
            outside = set(drone_strikes.strikes(counter, year).index) - set(drone_map.SIDES)
            assert ("Not on the map" in front.description.html) == bool(outside)
    front.stepper.index = 2016 - drone_strikes.YEARS[0]
    assert "Balochistan" in front.description.html


def test_the_area_of_a_circle_grows_with_the_strikes(front):
    size = dict(zip(drone_map.SIDES, circles(front).marker.size, strict=True))
    number = drone_strikes.strikes("Bureau of Investigative Journalism", 2010)["strikes"]
    ratio = (size["North Waziristan"] / size["South Waziristan"]) ** 2
    assert ratio == pytest.approx(number["North Waziristan"] / number["South Waziristan"])


@pytest.mark.parametrize("counter", drone_strikes.COUNTERS)
def test_a_column_a_year_is_in_the_figure_and_the_year_in_view_is_dark(front, counter):
    front.counter.value, front.stepper.index = counter, 2006 - drone_strikes.YEARS[0]
    shown = columns(front)
    assert list(shown.x) == list(drone_strikes.YEARS)
    assert list(shown.y) == [by_hand(counter, year) for year in drone_strikes.YEARS]
    dark = [colour == theme.INK for colour in shown.marker.color]
    assert dark == [year == 2006 for year in drone_strikes.YEARS]
    assert [text.startswith("<b>") for text in shown.text] == dark


def test_columns_and_map_share_the_figure_without_touching_each_other(front):
    layout = front.figure.layout
    assert layout.geo.domain.y[1] < layout.yaxis.domain[0]
    west, south, east, north = layout.meta["map"]["window"]
    assert layout.meta["aspect"] * layout.geo.domain.y[1] == pytest.approx((north - south) / (east - west), rel=1e-3)


def test_the_largest_circle_stays_on_its_side_of_the_border_on_a_wide_page(front):
    most = max(circles(front).marker.size)
    west, _, east, _ = front.figure.layout.meta["map"]["window"]
    radius = most / 2 * (east - west) / 1000
    point = drone_strikes.districts().loc["North Waziristan"]
    lon, lat = maps.outlines("region", "2004-06-17")["PAK"]
    corners = zip(lon.tolist(), lat.tolist(), strict=True)
    nearest = min(math.dist((point["lon"], point["lat"]), corner) for corner in corners if not math.isnan(corner[0]))
    assert radius < nearest


def test_names_of_districts_stand_inside_pakistan():
    assert all(side.endswith("right") for side in drone_map.SIDES.values())


def test_a_district_without_a_strike_is_hollow_and_has_no_number(front):
    front.stepper.index = 2006 - drone_strikes.YEARS[0]
    looks = dict(zip(drone_map.SIDES, zip(circles(front).text, circles(front).marker.color, strict=True), strict=True))
    text, colour = looks["North Waziristan"]
    assert text.strip() == "North Waziristan" and colour != looks["Bajaur"][1]
    assert looks["Bajaur"][0].strip() == "<b>Bajaur: 2</b>"


def test_no_circle_is_too_small_to_see_and_no_name_touches_its_circle(front):
    for index in range(len(drone_strikes.YEARS)):
        front.stepper.index = index
        assert min(circles(front).marker.size) >= 8
        assert all(text.startswith("\u00a0") for text in circles(front).text)
    smaller = [number for number in range(1, 130) if drone_map.DIAMETER * math.sqrt(number) < drone_map.LEAST]
    assert f"Circles of 1 to {max(smaller)} strikes have one size" in front.source()


def test_a_circle_of_few_strikes_does_not_lie_on_the_border(front):
    west, _, east, _ = front.figure.layout.meta["map"]["window"]
    lon, lat = maps.outlines("region", "2010-06-17")["PAK"]
    corners = [corner for corner in zip(lon.tolist(), lat.tolist(), strict=True) if not math.isnan(corner[0])]
    at = dict(zip(drone_map.SIDES, zip(circles(front).lon, circles(front).lat, strict=True), strict=True))
    nearest = min(math.dist(at["Khyber"], corner) for corner in corners)
    assert nearest > (drone_map.LEAST / 2 + 1) * (east - west) / 580, "on a narrow page"


def test_every_district_with_a_point_is_placed_inside_the_window_or_left_out_on_purpose():
    area = uspak.evidence("drone_strikes_by_area").dropna(subset="lat").drop_duplicates("agency")
    west, south, east, north = drone_map.WINDOW
    for row in area.itertuples():
        inside = west < row.lon < east and south < row.lat < north
        assert inside == (row.agency in drone_map.SIDES), row.agency
    assert set(drone_map.SIDES.values()) <= set(maps.ANCHORS)

"""The alliance map: what it shows of each year."""

import html
import itertools
import math

import pytest
from shapely import MultiPolygon, Point, Polygon

from uspak import data
from uspak.lessons.cold_war_allies import alliances
from uspak.lessons.cold_war_allies.alliance_map import BOXES, BROKEN, LABELS, MEMBERSHIPS, WINDOW, YEARS, AllianceMap


@pytest.fixture(scope="module")
def year_by_year():
    return AllianceMap()


def at(alliance_map, year):
    alliance_map.stepper.index = year - YEARS[0]
    return alliance_map


def filled(alliance_map, group):
    """The land of a group of members, as one shape: on the map, and in the boxes filled as it is."""
    fill, words = MEMBERSHIPS[group]
    rings, ring = [], []
    for trace in alliance_map.figure.data:
        if trace.name != words and not (trace.name in BOXES and trace.fillcolor == fill):
            continue
        for lon, lat in [*zip(trace.lon, trace.lat, strict=True), (float("nan"),) * 2]:
            if lon is not None and not math.isnan(lon):
                ring.append((lon, lat))
            elif ring:
                rings.append(Polygon(ring))
                ring = []
    return MultiPolygon(rings)


def written(alliance_map):
    """The names on the map and in its boxes, in one line each."""
    return [
        text.replace("<br>", " ")
        for trace in alliance_map.figure.select_traces({"name": "labels"})
        for text in trace.text
    ]


def marked(alliance_map):
    """The line and the word for the day in view, below the map."""
    figure = alliance_map.figure
    return next(figure.select_shapes({"name": "day"})), next(figure.select_annotations({"name": "day"}))


PLACES = {
    "USA": (-98, 39),
    "PAK": (69.3, 30.4),
    "IRQ": (43.7, 33.2),
    "IRN": (54, 32.5),
    "TUR": (34, 39),
    "THA": (101, 15.5),
    "AUS": (134, -25),
    "FRA": (2.5, 46.8),
    "IND": (79, 22),
    "CHN": (103, 36),
    "EGY": (29, 26),
    "SUN": (60, 57),
}


@pytest.mark.parametrize("year", [1955, 1960, 1972, 1975])
def test_the_land_of_the_members_is_filled_and_no_other(year, year_by_year):
    at(year_by_year, year)
    for group, members in alliances.membership(f"{year}-12-31").items():
        land = filled(year_by_year, group).buffer(0)
        for state, spot in PLACES.items():
            assert land.contains(Point(spot)) == (state in members), f"{state}, {group}, {year}"


@pytest.mark.parametrize(
    ("year", "group"), [(1955, "both"), (1960, "both"), (1970, "both"), (1972, None), (1975, None)]
)
def test_dhaka_belongs_to_pakistan_until_1971(year, group, year_by_year):
    at(year_by_year, year)
    dhaka = Point(90.41, 23.71)
    assert [name for name in MEMBERSHIPS if filled(year_by_year, name).buffer(0).contains(dhaka)] == (
        [group] if group else []
    )


@pytest.mark.parametrize(("year", "wings"), [(1955, True), (1960, True), (1970, True), (1971, False), (1973, False)])
def test_two_wings_are_named_while_there_are_two(year, wings, year_by_year):
    names = written(at(year_by_year, year))
    assert ("East Pakistan" in names) == ("West Pakistan" in names) == wings
    assert ("Pakistan" in names) == (not wings)


@pytest.mark.parametrize("year", YEARS)
def test_each_year_names_its_members_in_title_words_and_labels(year, year_by_year):
    at(year_by_year, year)
    names = data.actors().set_index("actor_id")["name"]
    groups = alliances.membership(f"{year}-12-31")
    title, words = year_by_year.figure.layout.title.text, html.unescape(year_by_year.description.html)
    seato, cento = (len(groups[pact] | groups["both"]) for pact in ("seato", "cento"))
    assert year_by_year.state == year and title.startswith(f"<b>{year}: Pakistan is in ")
    subtitle = year_by_year.figure.layout.title.subtitle.text
    assert f"SEATO {seato}, " in subtitle and f" {cento}; " in subtitle
    assert ("both pacts" in title) == ("PAK" in groups["both"])
    labels = written(year_by_year)
    for group, members in groups.items():
        said = words.split(f"{MEMBERSHIPS[group][1]}: ")[1].split(".")[0]
        assert said == (", ".join(sorted(names[state] for state in members)) or "no state")
        assert {names[state] for state in members} - {"Pakistan"} <= set(labels)


def test_the_text_version_has_a_row_for_each_year(year_by_year):
    assert list(year_by_year.table["31 December"]) == list(YEARS)
    row = year_by_year.table.set_index("31 December").loc[1955]
    assert row[MEMBERSHIPS["both"][1]] == "Pakistan, United Kingdom"


def test_the_borders_of_the_base_follow_the_year(year_by_year):
    land = next(at(year_by_year, 1955).figure.select_traces({"name": "land"})).lon
    assert len(next(at(year_by_year, 1975).figure.select_traces({"name": "land"})).lon) != len(land)


def test_the_words_say_who_is_about_to_leave(year_by_year):
    assert "Pakistan leaves SEATO in November 1973." in html.unescape(at(year_by_year, 1972).description.html)
    assert "leaves" not in at(year_by_year, 1960).description.html


def test_a_year_without_a_map_is_an_error_that_names_the_years():
    with pytest.raises(ValueError, match="no year 1990: choose one from 1955 to 1979"):
        AllianceMap(year=1990)


@pytest.mark.parametrize("year", [1955, 1966, 1979])
def test_a_line_through_the_bars_marks_the_day_and_crosses_those_of_its_members(year, year_by_year):
    line, words = marked(at(year_by_year, year))
    crossed = {
        bar.name: bar.fillcolor
        for bar in year_by_year.figure.select_shapes({"type": "rect"})
        if bar.x0 < line.x0 < bar.x1 and line.y0 < bar.y0 < bar.y1 < line.y1
    }
    groups = alliances.membership(f"{year}-12-31")
    assert crossed == {state: MEMBERSHIPS[group][0] for group, states in groups.items() for state in states}
    assert words.text == f"31 December {year}" and words.x == line.x0 == line.x1


def test_the_bars_and_their_words_stay_within_the_margin_below_the_map(year_by_year):
    layout = year_by_year.figure.layout
    lowest = min(shape.y0 for shape in layout.shapes)
    assert -layout.margin.b < lowest - 12
    assert all(0 <= shape.x0 <= shape.x1 <= 1 for shape in layout.shapes)


@pytest.mark.parametrize("year", YEARS)
def test_the_legend_keeps_all_kinds_of_membership(year, year_by_year):
    at(year_by_year, year)
    kinds = [trace.name for trace in year_by_year.figure.data if trace.showlegend and len(trace.lon)]
    assert kinds == [words for _, words in MEMBERSHIPS.values()]


@pytest.mark.parametrize("year", [1955, 1972, 1979])
def test_pakistan_keeps_its_outline_and_its_name_in_every_year(year, year_by_year):
    at(year_by_year, year)
    (outline,) = year_by_year.figure.select_traces({"name": "Pakistan (outline)"})
    rings = zip(outline.lon, outline.lat, strict=True)
    assert Polygon([point for point in itertools.takewhile(lambda point: not math.isnan(point[0]), rings)]).area > 1
    assert any("Pakistan" in name for name in written(year_by_year))


@pytest.mark.parametrize("year", [1955, 1979])
def test_the_held_lines_stay_dashed_above_the_outline(year, year_by_year):
    traces = list(at(year_by_year, year).figure.data)
    names = [trace.name for trace in traces]
    below, above = (traces[names.index(name)] for name in ("held line", "held line (again)"))
    assert above.line.dash == below.line.dash != "solid" and names.index("Pakistan (outline)") < names.index(above.name)
    assert list(map(str, above.lon)) == list(map(str, below.lon))


def test_no_name_outside_the_boxes_begins_beyond_the_map(year_by_year):
    west, _, east, _ = WINDOW
    degrees = (east - west) / 583  # in a pixel of a narrow page
    widest = max(map(len, BROKEN["United Kingdom"].split("<br>")))
    assert LABELS["GBR"][0] - 8 * widest * degrees > west

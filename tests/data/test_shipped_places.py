"""Places and points as shipped lie in the countries that they name."""

import json

import pytest
from shapely.geometry import Point, shape

from uspak import data

NEAR_THE_COAST = 0.25  # degrees: the outlines are simplified, ports and small islands fall outside


@pytest.fixture(scope="module")
def outlines():
    """The countries of today as shapes: the sharper regional outline where there is one."""
    shapes = {}
    for name in ("world", "region"):
        content = (data.folder() / "geography" / f"{name}.geojson").read_text(encoding="utf-8")
        for feature in json.loads(content)["features"]:
            if not feature["properties"]["end"]:
                shapes.setdefault(feature["properties"]["iso3"], []).append(shape(feature["geometry"]))
    return shapes


def test_places_lie_in_the_country_that_they_name(tables, outlines):
    astray = {}
    for place in tables["places"].dropna(subset="country_iso3").itertuples():
        parts = outlines.get(place.country_iso3, [])
        distance = min((part.distance(Point(place.lon, place.lat)) for part in parts), default=999)
        if distance > NEAR_THE_COAST:
            astray[place.place_id] = distance
    assert not astray


def test_places_at_sea_lie_outside_all_countries(tables, outlines):
    for place in tables["places"][tables["places"]["country_iso3"].isna()].itertuples():
        assert not any(part.contains(Point(place.lon, place.lat)) for parts in outlines.values() for part in parts)


def test_points_of_the_evidence_lie_in_their_countries(tables, outlines):
    """Bases, routes, test sites, districts and projects; Kashmir counts as administered, and coasts are simplified."""
    points = [("ground_lines", "point", None), ("nuclear_tests", "site", None)]
    points += [
        ("drone_strikes_by_area", "agency", "PAK"),
        ("cpec_projects", "project", "PAK"),
        ("cpec_routes", "point", None),
    ]
    astray = {}
    for name, label, country in points:
        for row in tables[name].dropna(subset="lat").itertuples():
            parts = outlines[country or row.country_iso3]
            distance = min(part.distance(Point(row.lon, row.lat)) for part in parts)
            if distance > NEAR_THE_COAST:
                astray[name, getattr(row, label)] = distance
    assert not astray

"""What lies in reach of a missile: true to the tables and to a ball."""

import pytest
from known_distances import FLATTENING, on_a_ball

import uspak
from uspak.lessons.missiles_and_sanctions import in_reach, missiles, reach


@pytest.fixture(scope="module")
def cities():
    return uspak.evidence("cities")


def test_cities_in_reach_are_those_that_a_ball_gives(cities):
    """Counted once more with the haversine formula; only cities at the very edge may differ."""
    for row in missiles.missiles().itertuples():
        for town in in_reach.TOWNS[row.country_iso3]:
            found = set(in_reach.within(town, row.range_km_max, "saarc", cities)["city"])
            origin = reach.point(town)
            abroad = cities[cities["saarc"] == "no"]
            ways = {c.city: on_a_ball(origin, (c.lat, c.lon)) / row.range_km_max for c in abroad.itertuples()}
            assert {city for city, share in ways.items() if share < 1 - FLATTENING} <= found
            assert found <= {city for city, share in ways.items() if share < 1 + FLATTENING}


def test_home_is_not_counted(cities):
    for state, towns in in_reach.TOWNS.items():
        found = in_reach.within(towns[0], 19_000, "people", cities)
        assert len(found) == (cities["country_iso3"] != state).sum()
    with pytest.raises(ValueError, match="Possible"):
        in_reach.within("Karachi", 500, "enemies")


def test_the_shaheens_differ_by_town_and_figure():
    assert in_reach.towns_that_reach("Shaheen-I") == (2, 4)
    for name in ("Shaheen-II", "Shaheen-III"):
        assert in_reach.towns_that_reach(name) == (len(in_reach.TOWNS["PAK"]),) * 2

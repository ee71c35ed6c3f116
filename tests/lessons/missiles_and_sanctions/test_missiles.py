"""The missiles of both countries in one table, and what lies beyond South Asia."""

import pytest

import uspak
from uspak.lessons.missiles_and_sanctions import missiles


@pytest.fixture(scope="module")
def cities():
    return uspak.evidence("cities")


def test_both_tables_of_missiles_are_in_one():
    table = missiles.missiles()
    assert set(table["country_iso3"]) == {"PAK", "IND"} and table["name"].is_unique
    assert table["type"].str.contains("ballistic").all()
    assert len(table[table["country_iso3"] == "IND"]) == len(uspak.evidence("missiles_india"))
    assert table.set_index("name").at["Shaheen-III", "range_km_max"] == uspak.evidence("missiles")["range_km_max"].max()
    assert not table["name"].str.contains("(", regex=False).any()


def test_south_asia_has_two_meanings(cities):
    only = set(cities[missiles.beyond_south_asia(cities) & ~missiles.beyond_south_asia(cities, "un")]["country_iso3"])
    assert only == {"IRN"}
    with pytest.raises(ValueError, match="Possible: saarc, un"):
        missiles.beyond_south_asia(cities, "mine")

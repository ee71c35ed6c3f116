"""The years of the nuclear sites, against the tables."""

import uspak
from uspak.lessons.sanctions_and_the_bomb import nuclear_sites


def test_the_map_does_not_change_in_the_years_of_the_cuts():
    years = set(uspak.evidence("nuclear_sites")["year"])
    for year, words in nuclear_sites.YEARS.items():
        assert ("does not change" in words) == (year not in years)


def test_what_is_new_in_a_year_is_what_was_not_there_the_year_before():
    table = uspak.evidence("nuclear_sites")
    for year in nuclear_sites.YEARS:
        new, before = (set(part["site_id"]) for part in (nuclear_sites.new_in(year), nuclear_sites.sites(year - 1)))
        assert new == set(table.query("year == @year")["site_id"]) and not new & before
        assert new | before == set(nuclear_sites.sites(year)["site_id"])


def test_every_site_is_listed_with_its_state():
    table = nuclear_sites.every_site()
    assert len(table) == len(uspak.evidence("nuclear_sites")) and table["Year"].is_monotonic_increasing
    assert set(table["Country"]) == {"Pakistan", "India"}

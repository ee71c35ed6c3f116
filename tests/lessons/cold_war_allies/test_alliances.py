"""Who belonged to which pact."""

import pytest

from uspak.lessons.cold_war_allies import alliances

SEATO = {"USA", "GBR", "FRA", "AUS", "NZL", "PHL", "THA", "PAK"}
BAGHDAD = {"TUR", "IRQ", "IRN", "GBR", "PAK"}


@pytest.mark.parametrize(
    ("organisation", "on", "members"),
    [
        ("SEATO", "1954-12-31", SEATO),
        ("SEATO", "1955-12-31", SEATO),
        ("SEATO", "1972-12-31", SEATO),
        ("SEATO", "1973-12-31", SEATO - {"PAK"}),
        ("SEATO", "1978-12-31", set()),
        ("CENTO", "1954-12-31", set()),
        ("CENTO", "1955-12-31", BAGHDAD),
        ("CENTO", "1960-12-31", BAGHDAD - {"IRQ"}),
        ("CENTO", "1972-12-31", BAGHDAD - {"IRQ"}),
    ],
)
def test_the_full_members_of_a_day(organisation, on, members):
    assert alliances.members(organisation, on) == members


def test_the_united_states_was_never_a_member_of_cento():
    assert not any("USA" in alliances.members("CENTO", f"{year}-12-31") for year in range(1954, 1980))


def test_an_unknown_alliance_is_an_error_that_names_those_there_are():
    with pytest.raises(ValueError, match=r"no alliance 'NATO' in the table\. It has: .*SEATO"):
        alliances.members("NATO", "1955-12-31")


@pytest.mark.parametrize(("year", "both"), [(1955, {"GBR", "PAK"}), (1960, {"GBR", "PAK"}), (1974, {"GBR"})])
def test_the_groups_share_no_state(year, both):
    groups = alliances.membership(f"{year}-12-31")
    assert groups["both"] == both
    assert sum(map(len, groups.values())) == len(set().union(*groups.values()))


def test_full_members_are_named_whether_they_stayed_or_left():
    assert alliances.full_members("CENTO") == {"Iran", "Iraq", "Pakistan", "Turkey", "United Kingdom"}
    assert len(alliances.full_members("SEATO")) == len(SEATO)


@pytest.mark.parametrize(
    ("year", "sentences"),
    [
        (1959, ["Iraq leaves the Baghdad Pact in March 1959."]),
        (1973, ["Pakistan leaves SEATO in November 1973."]),
        (1965, []),
        (1977, []),
    ],
)
def test_who_leaves_a_pact_that_goes_on(year, sentences):
    assert alliances.leaving(year) == sentences


@pytest.mark.parametrize("year", range(1954, 1980))
def test_the_spells_of_a_day_are_its_membership(year):
    day = f"{year}-12-31"
    spells = alliances.spells()
    there = spells[(spells["start"] <= day) & (day < spells["end"])]
    assert {group: set(there.loc[there["group"] == group, "iso3"]) for group in ("seato", "cento", "both")} == (
        alliances.membership(day)
    )


def test_the_spells_of_a_state_follow_each_other_and_pakistan_comes_first():
    spells = alliances.spells()
    assert spells["iso3"].iloc[0] == "PAK"
    pakistan = spells[spells["iso3"] == "PAK"]
    assert list(pakistan["group"]) == ["seato", "both", "cento"]
    assert list(pakistan["start"].iloc[1:]) == list(pakistan["end"].iloc[:-1])

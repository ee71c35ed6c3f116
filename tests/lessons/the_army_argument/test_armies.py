"""The twenty armies: whom a set holds, what the seven measures say, and the ranks in all weightings."""

import itertools

import numpy as np
import pandas as pd
import pytest

import uspak
from uspak.lessons.the_army_argument import armies


@pytest.fixture(scope="module")
def table():
    return uspak.evidence("armies").set_index("country")


# The table


def test_the_sets_are_what_they_say(table):
    assert len(table) == 20
    muslim = armies.comparators("muslim")
    assert set(muslim) == {name for name in table.index if table.loc[name, "muslim_percent"] > 50}
    assert {"Bangladesh", "Indonesia", "Senegal", "Nigeria"} <= set(muslim) and "India" not in muslim
    assert set(armies.comparators("south-asia")) == {"Bangladesh", "India", "Nepal", "Pakistan", "Sri Lanka"}
    most = sorted(table["peacekeepers"], reverse=True)[:10]
    assert sorted(table.loc[armies.comparators("peacekeepers"), "peacekeepers"], reverse=True) == most
    assert all(armies.OWN in armies.comparators(company) for company in armies.SETS)


def test_the_rule_that_chose_the_states_holds(table):
    """Muslim-majority with 100,000 troops, South Asia, or among the ten largest peacekeepers."""
    large = (table["muslim_percent"] > 50) & (table["active_troops"] >= 100_000)
    ten = table["peacekeepers"].rank(ascending=False) <= 10
    assert (large | (table["region"] == "South Asia") | ten).all()


def test_the_table_agrees_with_the_older_ones(table):
    personnel = uspak.evidence("military_personnel").query("indicator == 'active_armed_forces'")
    for row in personnel.itertuples():
        assert table.loc[row.country, "active_troops"] == row.value
    december = uspak.evidence("peacekeeping").query("date == '2013-12'")
    for row in december.itertuples():
        assert table.loc[row.country, "peacekeepers"] == row.personnel
    stock = uspak.evidence("nuclear_stockpiles").query("year == 2025").set_index("country")["warheads"]
    armed = table["warheads"][table["warheads"] > 0]
    assert dict(armed) == {name: stock[name] for name in ("India", "Pakistan")}


def test_measures_are_worked_out_from_their_columns(table):
    measured = armies.measured()
    assert list(measured.columns) == list(uspak.evidence("army_measures")["measure"])
    assert measured.loc["Pakistan", "troops_per_1000"] == pytest.approx(650_000 / 257_047.044)
    assert measured.loc["Nepal", "peacekeepers_per_1000"] == pytest.approx(4580 / 95)


def test_every_set_is_scaled_by_itself():
    for company in armies.SETS:
        table = armies.scaled(company)
        assert (table.min() == 0).all() and (table.max() == 1).all() and table.notna().all(axis=None)
    assert armies.scaled("muslim").loc["Pakistan", "warheads"] == 1
    assert armies.scaled("south-asia").loc["Pakistan", "warheads"] == 0.0 + 170 / 180
    assert armies.scaled("muslim").loc["Nigeria", "coups"] == 0, "most coups, so the lowest score"


def test_an_unknown_set_is_named():
    with pytest.raises(ValueError, match="Possible: muslim, south-asia"):
        armies.comparators("europe")


def test_equal_scores_share_the_better_rank():
    scores = pd.Series({"Nepal": 0.7, "India": 0.4, "Pakistan": 0.4, "Sri Lanka": 0.1})
    assert armies.rank(scores) == armies.rank(scores[::-1]) == 2


def test_scores_are_weighted_means():
    weights = pd.Series(dict.fromkeys(armies.measured().columns, 0.0) | {"coups": 2.0, "warheads": 1.0})
    table, scores = armies.scaled("south-asia"), armies.scores("south-asia", weights)
    assert scores.is_monotonic_decreasing and set(scores.index) == set(table.index)
    for name, score in scores.items():
        expected = (2 * table.loc[name, "coups"] + table.loc[name, "warheads"]) / 3
        assert score == pytest.approx(expected, abs=1e-6)


# All weightings


def test_each_weighting_is_there_once():
    ways = {tuple(np.round(np.array(way) / sum(way), 6)) for way in itertools.product((0, 1, 2), repeat=7) if any(way)}
    assert armies.weightings().shape == (len(ways), 7)
    assert np.allclose(armies.weightings().sum(axis=1), 1, atol=1e-6)


def test_ranks_over_all_weightings_follow_from_single_ones():
    """Six weightings, worked out one by one with pandas alone."""
    for company in armies.SETS:
        table, ranks = armies.scaled(company), armies.all_ranks(company)
        for number in (0, 7, 100, 999, 1500, 2058):
            score = sum(
                table[measure] * weight for measure, weight in zip(table, armies.weightings()[number], strict=True)
            )
            expected = score.round(6).rank(ascending=False, method="min").astype(int)
            assert (ranks.loc[number] == expected[ranks.columns]).all()


def test_company_decides_who_comes_first():
    first = {company: (armies.all_ranks(company)["Pakistan"] == 1).mean() for company in armies.SETS}
    assert first["muslim"] > 0.5 > 0.2 > first["south-asia"] > first["peacekeepers"]
    told = uspak.claims().set_index("claim_id").loc["P6-01", "rationale"]
    assert f"{100 * first['muslim']:.0f} per cent" in told and f"in {100 * first['south-asia']:.0f} per cent" in told

"""The numbers of each yardstick, against the tables."""

import datetime as dt

import pandas as pd
import pytest

import uspak
from uspak.lessons.sanctions_and_the_bomb import sanctions, yardsticks


def test_voices_from_both_sides_on_every_yardstick():
    table = uspak.evidence("sanction_views")
    assert set(table["yardstick"]) == set(yardsticks.YARDSTICKS)
    assert {"Pakistan", "United States", "India"} == set(table["country"])
    assert table.groupby("yardstick")["speaker"].nunique().min() >= 2


def values(yardstick):
    return {bar.label(" "): bar.value for bar in yardsticks.measure(yardstick).bars}


def test_the_tests_counted_are_those_announced():
    tests = uspak.evidence("nuclear_tests")
    stop = values("stop")
    assert stop["Pakistan 1990–2001"] == tests.query("country_iso3 == 'PAK'")["announced_tests"].sum()
    assert stop["Pakistan to 1990"] == 0 and stop["India to 1990"] + stop["India 1990–2001"] == 6


def test_each_announced_test_has_a_row_with_its_day():
    table, tests = yardsticks.announced_tests(), uspak.evidence("nuclear_tests")
    assert len(table) == tests["announced_tests"].sum() and table["when"].is_monotonic_increasing
    assert table["date"].value_counts().to_dict() == tests.set_index("date")["announced_tests"].to_dict()
    assert yardsticks.in_years(pd.Timestamp("1998-07-02")) == pytest.approx(1998.5, abs=0.005)


def test_the_cost_is_the_mean_of_the_years():
    table = uspak.evidence("aid_by_year")
    table = table[table["fiscal_year"].isin([str(year) for year in range(1991, 2001)])]
    cost = values("cost")
    assert cost["Economic 1991–2000"] == pytest.approx(table["economic_usd_millions_constant_2020"].sum() / 10)
    before, under = (cost[f"Economic {years}"] + cost[f"Military {years}"] for years in ("1982–90", "1991–2000"))
    assert f"by {100 * (1 - under / before):.0f} per cent" in yardsticks.measure("cost").headline


def test_the_shares_of_arms_are_weighted_by_volume():
    arms = uspak.evidence("arms_imports").query("1991 <= year <= 2000")
    ukraine = 100 * arms.query("supplier == 'Ukraine'")["tiv_millions"].sum() / arms["tiv_millions"].sum()
    assert values("ally")["Ukraine 1991–2000"] == pytest.approx(ukraine)
    assert sum(value for label, value in values("ally").items() if label.endswith("1991–2000")) < 100


def test_like_cases_are_counted_from_the_same_laws():
    fair = values("fair")
    symington = (pd.Timestamp("1981-12-01") - pd.Timestamp("1979-04-06")).days
    assert fair["Pakistan"] == pytest.approx((symington + (sanctions.LAST - sanctions.FIRST).days) / 365.25)
    assert fair["India"] == pytest.approx((dt.date(2001, 9, 22) - dt.date(1998, 5, 13)).days / 365.25)


def test_an_unknown_yardstick_is_named():
    with pytest.raises(ValueError, match="Possible"):
        yardsticks.measure("revenge")

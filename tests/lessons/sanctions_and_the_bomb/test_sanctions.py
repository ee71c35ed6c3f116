"""What each law barred and when, against the tables and against a slow count."""

import pandas as pd
import pytest

import uspak
from uspak.lessons.sanctions_and_the_bomb import sanctions


def test_each_bar_begins_with_a_measure_and_ends_no_later_than_it():
    reach = uspak.evidence("sanction_reach").merge(
        uspak.evidence("sanctions"), on="sanction_id", suffixes=("", "_step")
    )
    assert len(reach) == len(uspak.evidence("sanction_reach"))
    assert (reach["direction"] == "restricts").all()
    for row in reach.itertuples():
        assert row.date[: len(row.until)] <= row.until, row.sanction_id
        shared = min(len(row.until), len(row.date_end))
        assert row.until[:shared] <= row.date_end[:shared], row.sanction_id


def test_no_law_barred_gifts_of_food_and_the_ban_on_food_credits_was_short():
    table = sanctions.bars()
    assert set(table["stream"]) == set(sanctions.STREAMS) and set(table["law"]) == set(sanctions.LAWS)
    (food,) = table[table["stream"] == "food credits"].itertuples()
    assert food.law == "Glenn" and (food.ends - food.begins).days < 60


@pytest.mark.parametrize(
    ("date", "last"), [("1998", "1998-12-31"), ("1990-02", "1990-02-28"), ("1990-10-01", "1990-10-01")]
)
def test_a_partial_date_counts_from_its_last_day(date, last):
    assert sanctions.last_day(date) == pd.Timestamp(last)


def test_layers_count_the_laws_that_hold_at_once():
    days = [pd.Timestamp(f"1990-01-{day:02}") for day in (1, 5, 10, 20, 25)]
    table = pd.DataFrame({"begins": [days[0], days[1], days[3]], "ends": [days[2], days[2], days[4]]})
    assert sanctions.layers(table) == [(days[0], days[1], 1), (days[1], days[2], 2), (days[3], days[4], 1)]
    assert sanctions.layers(table.iloc[:0]) == []


def day_by_day(stream, laws):
    """Barred days counted one after another, the slow way."""
    table = sanctions.bars()
    table = table[(table["stream"] == stream) & table["law"].isin(laws)]
    days = pd.date_range(sanctions.FIRST, sanctions.LAST, inclusive="left")
    barred = {day for row in table.itertuples() for day in days[(days >= row.begins) & (days < row.ends)]}
    return len(barred) / 365.25


@pytest.mark.parametrize("laws", [["Pressler"], ["Symington", "Glenn"], [*sanctions.LAWS], []])
def test_years_barred_agree_with_a_count_day_by_day(laws):
    for stream in ("economic aid", "credits and bank loans", "missile technology"):
        assert sanctions.years_barred(stream, laws) == pytest.approx(day_by_day(stream, laws), abs=1e-6)


def test_pressler_was_not_alone():
    every = list(sanctions.LAWS)
    without = [law for law in every if law != "Pressler"]
    whole = (sanctions.LAST - sanctions.FIRST).days / 365.25
    assert sanctions.years_barred("economic aid", every) == pytest.approx(whole)
    assert sanctions.years_barred("economic aid", without) > 0.8 * whole, "Symington barred it too"
    assert sanctions.years_barred("arms from the US government", without) < 0.5 * whole, (
        "only Pressler barred the arms until 1998"
    )


@pytest.mark.parametrize("wrong", [("food", ["Glenn"]), ("economic aid", ["Presler"])])
def test_an_unknown_stream_or_law_is_named(wrong):
    with pytest.raises(ValueError, match="Possible"):
        sanctions.years_barred(*wrong)


def test_what_barred_nothing_lies_before_what_barred():
    table, barred = sanctions.dormant(), sanctions.bars()
    assert table["law"].tolist() == ["Symington", "Pressler"]
    for row in table.itertuples():
        mine = barred[barred["law"] == row.law]
        assert row.begins < row.ends
        assert not ((mine["begins"] < row.ends) & (mine["ends"] > row.begins)).any()


def test_stretches_that_touch_are_joined():
    days = [pd.Timestamp(f"1990-01-{day:02}") for day in (1, 5, 10, 20, 25)]
    table = pd.DataFrame({"begins": [days[0], days[1], days[3]], "ends": [days[1], days[2], days[4]]})
    assert sanctions.joined(table) == [(days[0], days[2]), (days[3], days[4])]


def test_the_aid_of_each_year_is_that_of_the_table():
    table = uspak.evidence("aid_by_year").set_index("fiscal_year")
    for prices in ("constant_2020", "current"):
        aid = sanctions.aid(prices)
        assert aid.index.is_monotonic_increasing and len(aid) == len(table) - 1, "all but the transition quarter"
        assert aid.loc[1985, "military"] == table.loc["1985", f"military_usd_millions_{prices}"]
    assert (aid["ends"] > aid["begins"]).all() and aid.loc[1991, "begins"] == sanctions.FIRST

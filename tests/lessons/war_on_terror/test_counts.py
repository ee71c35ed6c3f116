"""The six counts: their ranges, the shares, the unknown, and which headlines they bear out."""

import pandas as pd
import pytest

import uspak
from uspak.lessons.war_on_terror import counts

BUREAU, NEW_AMERICA, JOURNAL, TO_UN, TO_SENATE, US = counts.COUNTS


@pytest.fixture(scope="module")
def totals():
    rows = uspak.evidence("drone_totals").dropna(subset="civilians_min").to_dict("records")
    return {row["counted_by"]: row for row in rows}


# The ranges


def test_every_count_of_civilians_is_there(totals):
    assert set(counts.COUNTS) == set(totals), "a new count needs a name in COUNTS"
    table = counts.ranges()
    for count, row in totals.items():
        assert tuple(table.loc[count]) == (row["civilians_min"], row["civilians_max"])


def test_shares_are_worked_out_from_the_four_numbers(totals):
    like, widest = counts.ranges("like"), counts.ranges("widest")
    for count, row in totals.items():
        if pd.isna(row["killed_min"]):
            assert like.loc[count].isna().all() and widest.loc[count].isna().all()
            continue
        ends = sorted(100 * row[f"civilians_{end}"] / row[f"killed_{end}"] for end in ("min", "max"))
        assert list(like.loc[count]) == pytest.approx(ends)
        assert widest.loc[count, "low"] == pytest.approx(100 * row["civilians_min"] / row["killed_max"])
        assert widest.loc[count, "high"] == pytest.approx(100 * row["civilians_max"] / row["killed_min"])
    known = like.dropna().index
    assert (widest.loc[known, "low"] <= like.loc[known, "low"]).all()
    assert (widest.loc[known, "high"] >= like.loc[known, "high"]).all()


def test_the_unknown_change_one_count_alone_and_bring_it_into_the_others_range():
    out, counted = counts.ranges(), counts.ranges(unknown=True)
    assert counted.drop(index=NEW_AMERICA).equals(out.drop(index=NEW_AMERICA))
    yearly = uspak.evidence("drone_strikes").query("counted_by == 'New America'")
    for end, name in (("low", "min"), ("high", "max")):
        added = counted.loc[NEW_AMERICA, end] - out.loc[NEW_AMERICA, end]
        assert added == sum(yearly[f"unknown_status_{name}"])
    assert out.loc[NEW_AMERICA, "high"] < out.loc[BUREAU, "low"]
    assert counted.loc[BUREAU, "low"] < counted.loc[NEW_AMERICA, "low"]
    assert counted.loc[NEW_AMERICA, "high"] < counted.loc[BUREAU, "high"]


def test_an_unknown_measure_is_named():
    with pytest.raises(ValueError, match="Possible"):
        counts.ranges("mean")


# The headlines


def test_each_headline_is_held_against_the_six_counts():
    one_source, thousands, hundreds, outside = map(counts.bearing, counts.HEADLINES)
    assert one_source == [TO_SENATE]
    assert thousands == [], "no count has thousands of civilians"
    assert set(hundreds) == {BUREAU, NEW_AMERICA, TO_UN}
    assert set(outside) == set(counts.OUTSIDE)


def test_with_the_unknown_the_longest_headline_is_still_borne_out_by_two():
    assert set(counts.bearing(counts.HEADLINES[3], unknown=True)) == set(counts.OUTSIDE)


def test_the_numbers_in_the_headlines_are_those_of_the_table(totals):
    outside = [totals[count] for count in counts.OUTSIDE]
    low, high = min(row["civilians_min"] for row in outside), max(row["civilians_max"] for row in outside)
    assert f"{low} to {high} civilians" in counts.HEADLINES[3].words
    assert f"killed {totals[TO_SENATE]['civilians_min']} civilians" in counts.HEADLINES[0].words

"""The rationales of the verdicts give the numbers of the tables."""

import pandas as pd
import pytest

NUMERALS = dict(enumerate("zero one two three four five six seven eight nine ten eleven twelve".split()))


def _aid(tables):
    """Current dollars by fiscal year: obligations (Greenbook) and CRS totals with repayments."""
    greenbook, crs = tables["aid_by_year"].set_index("fiscal_year"), tables["aid_appropriations"].set_index("period")
    return greenbook, crs["grand_total_usd_millions_current"]


def _numbers_of_the_eighties(tables):
    years = _aid(tables)[0].loc["1980":"1990"]
    parts = (
        "economic_usd_millions_current",
        "military_usd_millions_current",
        "military_of_which_loans_usd_millions_current",
    )
    return [
        f"{years[part].sum():,.0f} million" if part.startswith("economic") else f"{years[part].sum():,.0f}"
        for part in parts
    ]


def _numbers_of_the_cut(tables):
    greenbook, _ = _aid(tables)
    economic = greenbook["economic_usd_millions_current"]
    return [
        f"{greenbook.loc['1990', 'military_usd_millions_current']:.1f}",
        *(f"{economic[year]:.1f}" for year in ("1990", "1991", "1992")),
    ]


def _numbers_of_the_fall(tables):
    greenbook, crs = _aid(tables)
    total = greenbook["total_usd_millions_current"]
    single = crs[crs.index.str.len() == 4]
    assert single.idxmax() == total["2001":].idxmax() == "2010"
    return [
        f"{single['2010']:,.0f} million dollars to {single['2011']:,.0f} in 2011 and {single['2018']:,.0f} in 2018",
        f"{total['2010']:,.0f} to {total['2018']:,.0f}",
        f"CRS rose by {single['2013'] - single['2012']:.0f} in 2013",
        f"from {total['2013']:,.0f} to {total['2015']:,.0f}",
    ]


def _numbers_of_the_drones(tables):
    totals = tables["drone_totals"].query("scope == 'Pakistan'").drop_duplicates("counted_by").set_index("counted_by")
    counters = totals.loc[["Bureau of Investigative Journalism", "New America"]]
    spans = [
        (row[f"{kind}_min"], row[f"{kind}_max"]) for _, row in counters.iterrows() for kind in ("civilians", "killed")
    ]
    return [f"{low:,.0f}–{high:,.0f}" for low, high in spans]


def _numbers_of_the_terror(tables):
    killed = tables["terrorism_deaths"].query("counted_by == 'GTD'").set_index("year")["killed_total"]
    return [f"{killed[2013]:,.0f} in 2013", f"{killed[2020]:,.0f} in 2020"]


def _numbers_of_the_peacekeepers(tables):
    pakistan = tables["peacekeeping"].query("country_iso3 == 'PAK'").set_index("date")
    return [
        f"{pakistan['personnel'].max():,.0f}",
        *(f"{pakistan.loc[f'{year}-12', 'rank']:.0f}" for year in (1997, 1998, 1999)),
    ]


def _numbers_of_the_coups(tables):
    muslim = tables["armies"].query("muslim_percent > 50").set_index("country_iso3")["coups"]
    others = muslim.drop("PAK")
    assert others.index[others > muslim["PAK"]].tolist() == ["NGA"]
    rule = tables["military_rule"].query("definition == 'army ruler'")
    days = (pd.to_datetime(rule["end"]) - pd.to_datetime(rule["start"])).dt.days.sum()
    return [
        f"{(others > 0).sum()} of {len(others)} other",
        f"Pakistan had {muslim['PAK']}",
        f"{days / 365.25:.0f} of its first 61 years",
    ]


def _numbers_of_the_suppliers(tables):
    arms = tables["arms_imports"].assign(start=lambda arms: arms["year"] // 5 * 5)
    periods = arms.pivot_table(index="start", columns="supplier_iso3", values="tiv_millions", aggfunc="sum")
    first = periods.idxmax(axis="columns")
    assert (
        first[first == "CHN"].index.tolist() == [1965, 1970, 1980, 1990, *range(2000, 2025, 5)] and first[1995] == "UKR"
    )
    return [
        "1965–74, 1980–84, 1990–94 and since 2000",
        f"{100 * periods.loc[2020, 'CHN'] / periods.loc[2020].sum():.0f} per cent",
    ]


def _numbers_of_the_rounds(tables):
    steps = tables["missile_sanctions"].query("event_type != 'statement' and '2021' <= date < '2024-12-18'")
    return [f"at least {NUMERALS[steps['date'].nunique()]} rounds since 2021 came before"]


def _numbers_of_the_estrangement(tables):
    rounds = tables["missile_sanctions"].query("event_type != 'statement' and '2021' <= date <= '2024-12-31'")["date"]
    assert rounds.min()[:7] == "2021-11"
    return [f"At least {NUMERALS[rounds.nunique()]} rounds of missile sanctions or listings since November 2021"]


CARRIED = {
    "P1-02": _numbers_of_the_estrangement,
    "P2-09": _numbers_of_the_eighties,
    "P3-04": _numbers_of_the_cut,
    "P4-05": _numbers_of_the_drones,
    "P5-03": _numbers_of_the_fall,
    "P6-02": _numbers_of_the_terror,
    "P7-01": _numbers_of_the_peacekeepers,
    "P7-03": _numbers_of_the_coups,
    "P8-04": _numbers_of_the_suppliers,
    "P9-01": _numbers_of_the_rounds,
}


@pytest.mark.parametrize("claim_id", CARRIED)
def test_a_rationale_gives_the_numbers_of_the_tables(tables, claim_id):
    rationale = tables["claims"].set_index("claim_id").loc[claim_id, "rationale"]
    missing = [words for words in CARRIED[claim_id](tables) if words not in rationale]
    assert not missing, rationale


def test_grounds_and_sizes_in_the_rationales_are_those_of_the_rows(tables):
    rationale = tables["claims"].set_index("claim_id")["rationale"]
    rounds = tables["events"].query("'2021' <= date <= '2024-12-31' and domain == 'nuclear'")
    also_nuclear = rounds["summary"].str.contains("without safeguards").sum()
    assert f"in {NUMERALS[also_nuclear]} also nuclear work without safeguards" in rationale["P1-03"]
    counts = [424, 245, 400, 67]  # the counts of civilians that P4-05 names, each by its lowest figure
    totals = tables["drone_totals"].query("scope == 'Pakistan'")["civilians_min"]
    assert set(counts) <= set(totals.dropna().astype(int)) and all(str(count) in rationale["P4-05"] for count in counts)
    assert [count >= 100 for count in counts] == [True, True, True, False] and max(counts) < 1000
    assert "Thousands by none of these, hundreds by all but the last" in rationale["P4-05"]

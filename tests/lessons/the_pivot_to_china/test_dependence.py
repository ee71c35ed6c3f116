"""The measures of dependence: quotients of the tables, and nothing where a number is missing."""

import pytest

from uspak.lessons.the_pivot_to_china import dependence


def test_shares_are_the_quotients_of_the_tables(rows):
    table = dependence.measures().set_index(["measure", "partner", "when"])["percent"]
    trade = {
        (row["year"], row["partner_iso3"]): row
        for row in rows("trade")
        if row["year_type"] == "fiscal year" and row["preferred"] == "yes"
    }
    whole = {row["year"]: row for row in rows("trade_totals")}
    bought, sold = "imports_usd_millions_current", "exports_usd_millions_current"
    china, usa = trade["2024", "CHN"], trade["2024", "USA"]
    assert table["imports", "CHN", "fiscal 2024"] == pytest.approx(
        100 * float(china[bought]) / float(whole["2024"][bought])
    )
    assert table["exports", "USA", "fiscal 2024"] == pytest.approx(100 * float(usa[sold]) / float(whole["2024"][sold]))
    assert table["exports", "USA", "fiscal 2024"] > 2 * table["exports", "CHN", "fiscal 2024"] - 0.1
    owed = {
        row["creditor"]: float(row["owed_usd_billions_current"])
        for row in rows("external_debt_creditors")
        if row["creditor_group"] == "bilateral"
    }
    states = dependence.measures().query("what == @dependence.TO_STATES")["percent"].item()
    assert states == pytest.approx(100 * owed["China (state)"] / sum(owed.values()))


def test_a_year_without_both_numbers_is_left_out():
    table = dependence.measures()
    usa = table[(table["measure"] == "imports") & (table["partner"] == "USA")]["when"]
    assert set(usa) == {"fiscal 2021", "fiscal 2022"}
    assert table["percent"].notna().all() and table["percent"].between(0, 100).all()

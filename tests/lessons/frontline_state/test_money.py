"""The sums of open aid and secret money, against the tables."""

import pytest

import uspak
from uspak.lessons.frontline_state import money


def test_the_streams_are_those_of_the_tables():
    table = money.streams()
    aid = uspak.evidence("aid_by_year").set_index("fiscal_year")
    assert table.index.tolist() == list(range(1948, 1991))
    assert table.loc[1985, "economic"] == aid.loc["1985", "economic_usd_millions_current"]
    assert table.loc[1985, "covert"] == 250
    assert money.streams(estimate="high").loc[1985, "covert"] == 280


def test_no_programme_is_nothing_but_no_figure_is_not():
    covert = money.streams()["covert"]
    assert (covert.loc[:1978] == 0).all()
    assert covert.loc[[1988, 1989]].isna().all()
    assert covert.loc[1980:1987].notna().all()


def test_secret_money_is_converted_with_the_ratio_of_its_year():
    then, now = money.streams("current"), money.streams("constant_2020")
    ratio = now["economic"] / then["economic"]
    assert now.loc[1987, "covert"] == pytest.approx(630 * ratio[1987], rel=1e-3)
    assert ratio[1987] == pytest.approx(2.0, abs=0.1)


def test_the_sums_of_the_war():
    sums = money.every_count().set_index("Fiscal 1980–1990")["Billions of current dollars"]
    assert sums["economic and military aid"] == pytest.approx(5.3, abs=0.05)
    assert sums["CIA programme, low estimate"] < sums["CIA programme, high estimate"] < 3
    assert money.lent() == pytest.approx(1738.5, abs=1), "four fifths of the military aid was loans"


@pytest.mark.parametrize("wrong", [{"prices": "rupees"}, {"estimate": "middle"}])
def test_an_unknown_choice_is_named(wrong):
    with pytest.raises(ValueError, match="Possible"):
        money.streams(**wrong)


def test_a_sum_is_that_of_its_parts():
    for prices in money.PRICES:
        economic, military, both = (money.total(prices, count) for count in ("economic", "military", "aid"))
        assert both == pytest.approx(economic + military)
        assert 0 < money.lent(prices) < military


def test_the_share_of_all_years_counts_the_years_before_the_war():
    table = money.streams("constant_2020")["military"]
    share = money.share_of_all_years("constant_2020", "military")
    assert share == pytest.approx(table.loc[1980:].sum() / table.sum()) and share < 0.5


def test_the_years_without_a_figure_are_the_last_of_the_soviet_war():
    assert money.years_without_figure() == [1988, 1989]

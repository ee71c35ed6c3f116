"""The army index: what the seven measures say, whom a set holds, and that nothing about ranks shows before the lock."""

import itertools

import numpy as np
import pandas as pd
import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.the_army_argument import army_index


@pytest.fixture
def widget():
    return army_index.ArmyIndex()


@pytest.fixture(scope="module")
def armies():
    return uspak.evidence("armies").set_index("country")


# The table


def test_the_sets_are_what_they_say(armies):
    assert len(armies) == 20
    muslim = army_index.comparators("muslim")
    assert set(muslim) == {name for name in armies.index if armies.loc[name, "muslim_percent"] > 50}
    assert {"Bangladesh", "Indonesia", "Senegal", "Nigeria"} <= set(muslim) and "India" not in muslim
    assert set(army_index.comparators("south-asia")) == {"Bangladesh", "India", "Nepal", "Pakistan", "Sri Lanka"}
    most = sorted(armies["peacekeepers"], reverse=True)[:10]
    assert sorted(armies.loc[army_index.comparators("peacekeepers"), "peacekeepers"], reverse=True) == most
    assert all(army_index.OWN in army_index.comparators(company) for company in army_index.SETS)


def test_the_rule_that_chose_the_states_holds(armies):
    """Muslim-majority with 100,000 troops, South Asia, or among the ten largest peacekeepers."""
    large = (armies["muslim_percent"] > 50) & (armies["active_troops"] >= 100_000)
    ten = armies["peacekeepers"].rank(ascending=False) <= 10
    assert (large | (armies["region"] == "South Asia") | ten).all()


def test_the_table_agrees_with_the_older_ones(armies):
    personnel = uspak.evidence("military_personnel").query("indicator == 'active_armed_forces'")
    for row in personnel.itertuples():
        assert armies.loc[row.country, "active_troops"] == row.value
    december = uspak.evidence("peacekeeping").query("date == '2013-12'")
    for row in december.itertuples():
        assert armies.loc[row.country, "peacekeepers"] == row.personnel
    stock = uspak.evidence("nuclear_stockpiles").query("year == 2025").set_index("country")["warheads"]
    armed = armies["warheads"][armies["warheads"] > 0]
    assert dict(armed) == {name: stock[name] for name in ("India", "Pakistan")}


def test_measures_are_worked_out_from_their_columns(armies):
    measured = army_index.measured()
    assert list(measured.columns) == list(uspak.evidence("army_measures")["measure"])
    assert measured.loc["Pakistan", "troops_per_1000"] == pytest.approx(650_000 / 257_047.044)
    assert measured.loc["Nepal", "peacekeepers_per_1000"] == pytest.approx(4580 / 95)


def test_every_set_is_scaled_by_itself():
    for company in army_index.SETS:
        table = army_index.scaled(company)
        assert (table.min() == 0).all() and (table.max() == 1).all() and table.notna().all(axis=None)
    assert army_index.scaled("muslim").loc["Pakistan", "warheads"] == 1
    assert army_index.scaled("south-asia").loc["Pakistan", "warheads"] == 0.0 + 170 / 180
    assert army_index.scaled("muslim").loc["Nigeria", "coups"] == 0, "most coups, so the lowest score"


def test_an_unknown_set_is_named():
    with pytest.raises(ValueError, match="Possible: muslim, south-asia"):
        army_index.comparators("europe")


# All weightings


def test_each_weighting_is_there_once():
    ways = {tuple(np.round(np.array(way) / sum(way), 6)) for way in itertools.product((0, 1, 2), repeat=7) if any(way)}
    assert army_index.weightings().shape == (len(ways), 7)
    assert np.allclose(army_index.weightings().sum(axis=1), 1, atol=1e-6)


def test_ranks_over_all_weightings_follow_from_single_ones():
    """Six weightings, worked out one by one with pandas alone."""
    for company in army_index.SETS:
        table, ranks = army_index.scaled(company), army_index.all_ranks(company)
        for number in (0, 7, 100, 999, 1500, 2058):
            score = sum(
                table[measure] * weight for measure, weight in zip(table, army_index.weightings()[number], strict=True)
            )
            expected = score.round(6).rank(ascending=False, method="min").astype(int)
            assert (ranks.loc[number] == expected[ranks.columns]).all()


def test_company_decides_who_comes_first():
    first = {company: (army_index.all_ranks(company)["Pakistan"] == 1).mean() for company in army_index.SETS}
    assert first["muslim"] > 0.5 > 0.2 > first["south-asia"] > first["peacekeepers"]
    told = uspak.claims().set_index("claim_id").loc["P6-01", "rationale"]
    assert f"{100 * first['muslim']:.0f} percent" in told and f"in {100 * first['south-asia']:.0f} percent" in told


# The decision


def test_nothing_about_ranks_shows_before_the_lock(widget):
    assert widget.lock.disabled and not widget.locked
    seen = " ".join([widget.figure.layout.title.text, widget.words.html, repr(widget), str(widget.table)])
    assert "rank" not in repr(widget).lower() and "1st" not in seen
    assert widget.trace("dots").visible and not widget.trace("scores").visible
    assert widget.trace("dots").customdata is None and widget.trace("dots").hoverinfo == "skip"
    widget.lock.click()
    assert not widget.locked, "nothing is counted yet"


def test_a_locked_choice_is_shown_and_kept(widget, armies):
    widget.weights["active_troops"].value = 1
    assert not widget.lock.disabled
    widget.lock.click()
    assert widget.locked == [
        {"company": "muslim", "weights": {**dict.fromkeys(widget.weights, 0), "active_troops": 1}, "rank": 1}
    ]
    assert widget.figure.layout.title.text == "<b>Your choice: Pakistan is 1st of 14</b>"
    bars = widget.trace("scores")
    assert bars.visible and not widget.trace("dots").visible
    order = armies.loc[army_index.comparators("muslim"), "active_troops"].sort_values(kind="stable").index
    assert bars.y[-1] == "Pakistan" == order[-1] and set(bars.y) == set(order)
    assert sum(widget.trace("ranks").y) == pytest.approx(100)
    assert "before you saw any rank" in widget.words.html


def test_changing_a_choice_hides_the_ranks_again(widget):
    widget.weights["coups"].value = 2
    widget.lock.click()
    widget.company.value = "south-asia"
    assert widget.trace("dots").visible and not widget.trace("scores").visible
    assert widget.figure.layout.title.text == f"<b>{army_index.WAITING}</b>"
    widget.lock.click()
    assert [choice["rank"] for choice in widget.locked] == [widget.locked[0]["rank"], 5]
    assert "after you had seen a rank" in widget.words.html and "made blind" in widget.words.html


def test_every_headline_fits_and_every_choice_has_its_picture(widget):
    for company, measure in zip(itertools.cycle(army_index.SETS), widget.weights, strict=False):
        widget.company.value = company
        for other, choice in widget.weights.items():
            choice.value = int(other == measure)
        widget.lock.click()
        assert len(figure.plain(widget.figure.layout.title.text)) <= figure.TITLE_WIDTH
        assert len(widget.figure.layout.title.subtitle.text) <= figure.SUBTITLE_WIDTH
        assert "nan" not in widget.words.html
        alone = army_index.scaled(company)[measure].rank(ascending=False, method="min")["Pakistan"]
        assert widget.locked[-1]["rank"] == alone


@pytest.mark.parametrize(
    ("number", "word"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (21, "21st")]
)
def test_ordinals(number, word):
    assert army_index._ordinal(number) == word


def test_the_text_version_has_a_row_for_each_army():
    assert len(army_index.ArmyIndex().table) == 20


# What the notebook says of the army's rule


def test_two_definitions_of_military_rule():
    rule = uspak.evidence("military_rule")
    days = (pd.to_datetime(rule["end"]) - pd.to_datetime(rule["start"])).dt.days
    years = (days / 365.25).groupby(rule["definition"]).sum().round()
    assert dict(years) == {"army ruler": 33, "martial law": 15}
    events = uspak.events().set_index("event_id")
    starts = set(rule["start"])
    assert {events.loc[coup, "date"] for coup in ("1958-ayub-coup", "1977-zia-coup", "1999-musharraf-coup")} <= starts

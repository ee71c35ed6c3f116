"""What notebook 06, Abbottabad and mistrust, says is what the tables give."""

import itertools
import re

import pandas as pd
import pytest

import uspak
from uspak.lessons.abbottabad_and_mistrust import supply_lines
from uspak.lessons.abbottabad_and_mistrust.exercises import notebook_state as abbottabad


@pytest.fixture(scope="module")
def events():
    table = uspak.events()
    return table[table["origin"] != "after"]


def test_how_much_of_the_fiscal_year_came_after_the_raid(said):
    after = 100 * (pd.Timestamp("2011-10-01") - pd.Timestamp("2011-05-02")).days / 365
    assert f"{after:.0f} per cent of fiscal 2011, the first lower year, came after it" in said["06"]
    assert "slope starts" not in said["06"]


def test_the_length_of_the_window_chooses_the_year_of_the_largest_fall(said):
    assert "With windows of three years the largest fall is at 2013" in said["06"]
    total = abbottabad.total()
    for length in range(1, 6):
        falls = {year: abbottabad.change(total, year, length, length) for year in range(2006, 2020)}
        assert min(falls, key=falls.get) == total.idxmax() + length


def test_both_tables_peak_in_the_fiscal_year_before_that_of_the_raid(said):
    assert "Both tables peak in fiscal 2010, the year before the raid" in said["06"]
    crs = uspak.evidence("aid_appropriations").query("kind == 'year'").set_index("period")
    peaks = int(crs["grand_total_usd_millions_current"].idxmax()), abbottabad.total().idxmax()
    assert peaks == (abbottabad.RAID - 1, abbottabad.RAID - 1)


def test_the_two_series_part_after_2013(said):
    crs = uspak.evidence("aid_appropriations").query("kind == 'year'").set_index("period")
    crs = crs["grand_total_usd_millions_current"] - crs["coalition_support_funds_usd_millions_current"]
    greenbook = abbottabad.total()
    assert crs["2013"] > crs["2014"] > crs["2015"] and greenbook[2013] < greenbook[2014] < greenbook[2015]
    for first, last in ((crs["2013"], crs["2015"]), (greenbook[2013], greenbook[2015])):
        assert f"from {first:,.0f} to {last:,.0f}" in said["06"]


def test_five_years_after_each_cut(said):
    assert "Five years on: 3 of 100 after 1990, 20–30 after the rest" in said["06"]
    aid = uspak.evidence("aid_by_year")
    aid = aid[aid["fiscal_year"].str.fullmatch(r"\d{4}")]
    aid = aid.set_index(aid["fiscal_year"].astype(int))["total_usd_millions_current"]
    later = {zero: 100 * aid[zero + 5] / aid[zero - 1] for zero in (1966, 1991, 2011, 2018)}
    assert round(later.pop(1991)) == 3 and all(20 <= round(value) <= 30 for value in later.values())


def test_the_events_of_2011(said, events):
    assert "2011: eight events of friction, none of cooperation" in said["06"]
    year = events[events["date"].between("2011-01", "2012-07-99")]
    in_2011 = year[year["date"].str.startswith("2011")]["direction"].value_counts()
    assert in_2011["friction"] == 8 and "cooperation" not in in_2011
    assert "the raid; three more events of 2011 can be read from it" in said["06"]
    assert (year[year["date"].str.startswith("2011")]["origin"] == "article").sum() == 4
    in_2012 = year[year["date"].str.startswith("2012") & (year["direction"] == "friction")]
    assert in_2012["event_id"].tolist() == ["2012-afridi-aid-cut"]
    assert "In 2012 one more follows, the vote over Dr Afridi" in said["06"]


def test_the_highest_cooperation_of_the_era_is_doha(said, events):
    assert "cooperation peaks in Doha, 2020" in said["06"]
    era = events[events["date"].between("2011-01", "2021-09")].set_index("event_id")
    assert era["weight"].idxmax() == "2020-doha-agreement"


def test_the_polls_of_the_raid(said):
    polls = uspak.evidence("raid_polls").set_index("asked_from")["percent"]
    numbers = (polls[day] for day in ("2011-04-10", "2011-05-08", "2011", "2011-05-09"))
    assert "Pew: {} before the raid, {} after; Gallup: {} and {}".format(*map(int, numbers)) in said["06"]


def test_the_blows_of_2011_are_numbered_in_order_of_their_dates(prose, events):
    events = events.set_index("event_id")
    found = re.findall(r'"(2011-[a-z-]+)": "(\d) [^"]*?, (\d+ [A-Z][a-z]{2})"', prose("06"))
    assert [int(number) for _, number, _ in found] == list(range(1, 9))
    dated = [f"{pd.Timestamp(events.at[event, 'date']):%-d %b}" for event, _, _ in found]
    assert dated == [day for _, _, day in found] and all(
        events.loc[[one for one, *_ in found], "direction"] == "friction"
    )


def test_the_verdicts_are_counted_right(said):
    assert "Of four claims, two are supported and two qualified" in said["06"]
    claims = uspak.claims()
    assert claims[claims["paragraph"] == "P5"]["verdict"].value_counts().to_dict() == {"supported": 2, "qualified": 2}


def test_cells_that_only_draw_are_folded_and_announced(cells_of):
    cells = cells_of("06")
    for before, cell in itertools.pairwise(cells):
        draws = cell.cell_type == "code" and re.search(r"^show\(", cell.source, re.M) is not None
        folded = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        assert draws == folded
        assert not folded or before.source.endswith("(The next cell is folded: run it, you need not read it.)")
        assert not folded or cell.source.startswith("# draws "), "the one line that a folded cell shows"


def test_the_notebook_names_no_colour_by_its_code(prose):
    assert not re.findall(r"#[0-9A-Fa-f]{6}\b", prose("06"))


@pytest.mark.parametrize(("phase", "words"), [(0, "non-military"), (1, "nearly half")])
def test_headlines_of_the_supply_map_keep_the_limits_of_their_source(phase, words):
    assert words in supply_lines.SupplyLines(phase=phase).headline()

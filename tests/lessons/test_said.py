"""Notebooks 01, 06 and 07: titles and words that the tables have to bear out."""

import ast

import nbformat
import pandas as pd
import pytest

import uspak
from uspak.checking import notebooks
from uspak.lessons.abbottabad_and_mistrust import exercises as abbottabad
from uspak.lessons.abbottabad_and_mistrust import supply_lines
from uspak.lessons.the_army_argument import army_index


def cells(number):
    return nbformat.read(next(path for path in notebooks.paths() if path.stem.startswith(number)), 4).cells


@pytest.fixture(scope="module")
def said():
    """All that a notebook says in its own words and titles, by its number."""
    return {number: "\n".join(_words(cell) for cell in cells(number)) for number in ("01", "06", "07")}


def _words(cell):
    if cell.cell_type == "markdown":
        return cell.source
    strings = (node.value for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Constant))
    return "\n".join(text for text in strings if isinstance(text, str))


@pytest.fixture(scope="module")
def events():
    table = uspak.events()
    return table[table["origin"] != "after"]


# 01


def test_the_gap_in_what_is_told(said, events):
    assert "Between 1955 and December 1979 the article tells no event" in said["01"]
    told = events.loc[events["origin"] == "article", "date"]
    assert not told.between("1956", "1979-11-99").any()
    assert {"1955", "1979"} <= set(told.str[:4])


def test_every_country_of_asia_with_an_event_is_on_the_map(events):
    source = next(cell.source for cell in cells("01") if "only_context" in cell.source)
    drawn = next(
        ast.literal_eval(node.value)
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and node.targets[0].id == "asia" and isinstance(node.value, ast.List)
    )
    located = events.merge(uspak.places()[["place_id", "country_iso3", "lat", "lon"]], on="place_id")
    asia = located[located["lon"].between(34, 130) & located["lat"].between(8, 46)]
    assert set(asia["country_iso3"].dropna()) - {"SOM"} <= set(drawn), "Somalia is Africa"


def test_where_and_who_in_words(said, events):
    located = events.merge(uspak.places()[["place_id", "country_iso3"]], on="place_id")
    per_country = pd.crosstab(located["country_iso3"], located["origin"])
    for code, name in {"BGD": "Bangladesh", "CHN": "China", "IND": "India"}.items():
        assert per_country.at[code, "article"] == 0, f"something told happens in {name}"
    assert "Pakistan acts in nearly every row, the United States in more than four of five" in said["01"]
    actors = events["actors"].str.split(";")
    pakistan, america = (actors.map(lambda ids, code=code: code in ids).mean() for code in ("PAK", "USA"))
    assert pakistan > 0.95 and 0.8 < america < pakistan


def test_directions_of_the_cold_war_by_decade(said, events):
    words = "cooperation leads in the 1950s and in the 1980s, friction in the 1960s, and most of the 1970s is mixed"
    assert words in said["01"]
    old = events[events["start"] < "1990"]
    decade = pd.crosstab(old["start"].dt.year // 10 * 10, old["direction"])
    lead = decade.idxmax(axis="columns")
    assert lead.loc[[1950, 1960, 1970, 1980]].tolist() == ["cooperation", "friction", "mixed", "cooperation"]
    assert decade.at[1970, "mixed"] > decade.loc[1970].sum() / 2


def test_facts_and_where_they_stand(said):
    assert "P2 to P5 and P7 to P9 hold facts; P1, P6, P10 and P11 none" in said["01"]
    claims = uspak.claims()
    with_facts = set(claims.loc[claims["kind"] == "fact", "paragraph"])
    assert {name for name in with_facts if name.startswith("P")} == {"P2", "P3", "P4", "P5", "P7", "P8", "P9"}


# 06


def test_how_much_of_the_fiscal_year_came_after_the_raid(said):
    after = 100 * (pd.Timestamp("2011-10-01") - pd.Timestamp("2011-05-02")).days / 365
    assert f"{after:.0f} percent came after it" in said["06"]
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


@pytest.mark.parametrize(("phase", "words"), [(0, "non-military"), (1, "nearly half")])
def test_headlines_of_the_supply_map_keep_the_limits_of_their_source(phase, words):
    assert words in supply_lines.SupplyLines(phase=phase).headline()


# 07


def test_verdict_on_other_armies_counts_their_coups(said):
    assert "eight of the thirteen other Muslim-majority states have had a coup, and five none" in said["07"]
    others = army_index.measured().loc[army_index.comparators("muslim")].drop("Pakistan")
    assert (len(others), (others["coups"] > 0).sum()) == (13, 8)


def test_beside_the_index_stands_what_it_leaves_out(said):
    assert "counts warheads towards 'professional', and abuses not at all" in said["07"]
    assert "warheads" in army_index.measured() and not any("abus" in name for name in army_index.measured())
    addresses = set(uspak.sources()["url"])
    text = next(cell.source for cell in cells("07") if "Leahy law" in cell.source)
    assert all(any(url in text for url in addresses if part in url) for part in ("thehindu.com", "mcclatchydc.com"))


def test_peaks_of_peacekeeping(said):
    table = uspak.evidence("peacekeeping").query("country == 'Pakistan'").set_index("date")["personnel"]
    title = "{:,} in December 1994, {:,} in 1997, {:,} in 2008".format(*table[["1994-12", "1997-12", "2008-12"]])
    assert title in said["07"]


def test_deaths_in_attacks(said):
    gtd = uspak.evidence("terrorism_deaths").query("counted_by == 'GTD'").set_index("year")["killed_total"]
    assert f"GTD: {gtd[2013]:,} dead in 2013, {gtd[2020]} in 2020; others rise to 2024" in said["07"]
    deaths = uspak.evidence("terrorism_deaths").dropna(subset="killed_total")
    for counter in ("PIPS", "PICSS", "CRSS"):
        own = deaths[(deaths["counted_by"] == counter) & (deaths["year"] >= 2022)].set_index("year")["killed_total"]
        assert own[2022] < own[2024]

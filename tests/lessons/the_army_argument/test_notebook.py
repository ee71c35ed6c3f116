"""What notebook 07, The army argument, says is what the tables give."""

import pandas as pd

import uspak
from uspak.lessons.the_army_argument import armies


def test_two_definitions_of_military_rule():
    rule = uspak.evidence("military_rule")
    days = (pd.to_datetime(rule["end"]) - pd.to_datetime(rule["start"])).dt.days
    years = (days / 365.25).groupby(rule["definition"]).sum().round()
    assert dict(years) == {"army ruler": 33, "martial law": 15}
    events = uspak.events().set_index("event_id")
    starts = set(rule["start"])
    assert {events.loc[coup, "date"] for coup in ("1958-ayub-coup", "1977-zia-coup", "1999-musharraf-coup")} <= starts


def test_verdict_on_other_armies_counts_their_coups(said):
    assert "eight of the thirteen other Muslim-majority states have had a coup, and five none" in said["07"]
    others = armies.measured().loc[armies.comparators("muslim")].drop("Pakistan")
    assert (len(others), (others["coups"] > 0).sum()) == (13, 8)


def test_beside_the_index_stands_what_it_leaves_out(said, cells_of):
    assert "counts warheads towards 'professional', and abuses not at all" in said["07"]
    assert "warheads" in armies.measured() and not any("abus" in name for name in armies.measured())
    addresses = set(uspak.sources()["url"])
    text = next(cell.source for cell in cells_of("07") if "Leahy law" in cell.source)
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

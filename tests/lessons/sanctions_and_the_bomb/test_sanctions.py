"""The widgets of notebook 04: what the laws barred, the nuclear sites, and the yardsticks, each against the tables."""

import datetime as dt
import itertools

import pandas as pd
import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.sanctions_and_the_bomb import did_they_work as yardsticks
from uspak.lessons.sanctions_and_the_bomb import nuclear_map
from uspak.lessons.sanctions_and_the_bomb import what_the_laws_barred as sanctions

MAKERS = [sanctions.WhatTheLawsBarred, nuclear_map.NuclearMap, yardsticks.DidTheyWork]


@pytest.fixture
def laws():
    return sanctions.WhatTheLawsBarred()


@pytest.fixture
def sites():
    return nuclear_map.NuclearMap()


@pytest.fixture
def decision():
    return yardsticks.DidTheyWork()


# The tables of this notebook


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


def test_disputed_rows_say_what_is_disputed():
    for name in ("sanction_reach", "nuclear_sites", "bomb_builders"):
        table = uspak.evidence(name)
        assert table.loc[table["status"] == "disputed", "note"].str.len().min() > 15, name


def test_no_law_barred_gifts_of_food_and_the_ban_on_food_credits_was_short():
    table = sanctions.bars()
    assert set(table["stream"]) == set(sanctions.STREAMS) and set(table["law"]) == set(sanctions.LAWS)
    (food,) = table[table["stream"] == "food credits"].itertuples()
    assert food.law == "Glenn" and (food.ends - food.begins).days < 60


def test_the_accounts_of_the_builders_name_their_witness():
    table = uspak.evidence("bomb_builders")
    assert table["said_by"].notna().all()
    assert {"atomic-energy-commission", "khan-laboratories", "china"} <= set(table["party_id"])
    assert table.set_index("party_id").loc["china", "status"] == "disputed"


def test_voices_from_both_sides_on_every_yardstick():
    table = uspak.evidence("sanction_views")
    assert set(table["yardstick"]) == set(yardsticks.YARDSTICKS)
    assert {"Pakistan", "United States", "India"} == set(table["country"])
    assert table.groupby("yardstick")["speaker"].nunique().min() >= 2


# What the laws barred


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


def test_every_choice_of_laws_has_a_headline_that_fits(laws):
    said = set()
    every = list(sanctions.LAWS)
    alone, without, two = ([set(c) for c in itertools.combinations(every, n)] for n in (1, len(every) - 1, 2))
    for choice in [set(every), set(), *alone, *without, *two[:3]]:
        for law, box in laws.laws.items():
            box.value = law in choice
        headline = laws.headline()
        said.add(headline)
        assert 20 < len(headline) <= figure.TITLE_WIDTH, headline
        assert laws.figure.layout.title.text == f"<b>{headline}</b>"
    assert len(said) > 15


def test_a_law_that_is_taken_away_bars_nothing_but_keeps_its_place(laws):
    aid_before = laws.trace("economic").y
    lines = laws.stretches().query("look == 'in force'")["line"].unique()
    laws.laws["Glenn"].value = False
    table = laws.stretches()
    food = table["line"] == list(sanctions.STREAMS).index("food credits")
    assert not (food & table["look"].isin(["1", "2", "3"])).any()
    assert set(table[table["look"].isin(["in force", "away"])]["line"]) == set(lines)
    assert "food credits" in laws.words.html.split("Not barred:")[1]
    for box in laws.laws.values():
        box.value = False
    assert laws.stretches()["look"].unique().tolist() == ["away"] and laws.headline().startswith("No law")
    assert not any(laws.trace(look).x for look in sanctions.LOOKS if look != "away")
    assert laws.trace("economic").y == aid_before, "what came does not change"


def test_each_stretch_is_drawn_as_a_box_of_its_length(laws):
    laws.laws["Pressler"].value = False
    table = laws.stretches()
    for look in sanctions.LOOKS:
        mine = table[table["look"] == look]
        x, y = list(laws.trace(look).x), list(laws.trace(look).y)
        boxes = [x[start : start + 5] for start in range(0, len(x), 6)]
        assert [(box[0], box[1]) for box in boxes] == [
            (row.begins.strftime("%Y-%m-%d"), row.ends.strftime("%Y-%m-%d")) for row in mine.itertuples()
        ]
        assert all(box[0] == box[3] == box[4] for box in boxes) and x.count(None) == max(len(boxes) - 1, 0) == y.count(
            None
        )


def test_time_axes_hold_a_date_in_every_state(laws):
    """Plotly guesses an axis anew from the first trace on it whenever data change; that must find dates, never numbers."""
    for box in laws.laws.values():
        box.value = False
    first = {}
    for one in laws.figure.data:
        if one.x is not None and len(one.x):
            first.setdefault(one.xaxis or "x", one.x[0])
    assert len(first) == 3 and all(isinstance(day, str) and pd.Timestamp(day) for day in first.values())


def test_the_money_is_that_of_the_table(laws):
    table = uspak.evidence("aid_by_year").set_index("fiscal_year")
    years = laws.trace("military").customdata
    drawn = dict(zip(years, laws.trace("military").y, strict=True))
    assert drawn[1985] == table.loc["1985", "military_usd_millions_constant_2020"]
    assert drawn[1991] == 0 and min(years) == 1978


def test_laws_in_the_books_that_barred_nothing_are_pale(laws):
    assert sorted(laws.stretches().query("look == 'asleep'")["words"]) == ["certified each year", "waived"]
    laws.laws["Symington"].value = False
    assert list(laws.stretches().query("look == 'asleep'")["words"]) == ["certified each year"]


# The map


def test_every_site_is_put_at_its_town_from_its_year_on(sites):
    places = uspak.places().set_index("place_id")
    table = uspak.evidence("nuclear_sites")
    assert set(table["year"]) <= set(nuclear_map.YEARS)
    for index, year in enumerate(nuclear_map.YEARS):
        sites.stepper.index = index
        names = [f"{kind} {country}" for kind in nuclear_map.KINDS for country in ("PAK", "IND")]
        points = [point for name in names for point in zip(sites.trace(name).lon, sites.trace(name).lat, strict=True)]
        there = table[table["year"] <= year]
        assert len(points) == len(there)
        for row in there.itertuples():
            lon, lat = places.loc[row.place_id, ["lon", "lat"]]
            assert any(abs(x - lon) < 0.01 and abs(y - lat) < 0.8 for x, y in points), row.site_id
        assert len(sites.trace("new").lon) == (table["year"] == year).sum()
        assert sites.figure.layout.title.text == f"<b>{nuclear_map.YEARS[year]}</b>"
        assert len(nuclear_map.YEARS[year]) <= figure.TITLE_WIDTH


def test_the_map_does_not_change_in_the_years_of_the_cuts():
    years = set(uspak.evidence("nuclear_sites")["year"])
    for year, words in nuclear_map.YEARS.items():
        assert ("does not change" in words) == (year not in years)


def test_steps_name_what_washington_did(sites):
    events = uspak.events().set_index("event_id")
    for year, event in nuclear_map.WASHINGTON.items():
        assert events.loc[event, "date"].startswith(str(year))
        sites.stepper.index = list(nuclear_map.YEARS).index(year)
        assert events.loc[event, "title"].split("'")[0] in sites.words.html


def test_every_kind_and_town_of_the_table_has_its_sign_and_name():
    table = uspak.evidence("nuclear_sites")
    assert set(table["kind"]) - set(nuclear_map._CIVIL) <= set(nuclear_map.KINDS)
    assert set(table["place_id"]) <= set(nuclear_map._LABELS)


# The yardsticks


def values(yardstick):
    return {label.replace("<br>", " "): value for label, value, *_ in yardsticks.measure(yardstick).bars}


def test_the_tests_counted_are_those_announced():
    tests = uspak.evidence("nuclear_tests")
    stop = values("stop")
    assert stop["Pakistan 1990–2001"] == tests.query("country_iso3 == 'PAK'")["announced_tests"].sum()
    assert stop["Pakistan to 1990"] == 0 and stop["India to 1990"] + stop["India 1990–2001"] == 6


def test_the_cost_is_the_mean_of_the_years():
    table = uspak.evidence("aid_by_year")
    table = table[table["fiscal_year"].isin([str(year) for year in range(1991, 2001)])]
    cost = values("cost")
    assert cost["Economic 1991–2000"] == pytest.approx(table["economic_usd_millions_constant_2020"].sum() / 10)
    before, under = (cost[f"Economic {years}"] + cost[f"Military {years}"] for years in ("1982–90", "1991–2000"))
    assert f"by {100 * (1 - under / before):.0f} percent" in yardsticks.measure("cost").headline


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


def test_each_yardstick_has_its_picture_words_and_a_headline_that_fits(decision):
    for key in yardsticks.YARDSTICKS:
        decision.yardstick.value = key
        now = yardsticks.measure(key)
        assert decision.headline() == now.headline and len(now.headline) <= figure.TITLE_WIDTH
        assert len(now.subtitle) <= figure.SUBTITLE_WIDTH + 4
        assert decision.figure.layout.title.text == f"<b>{now.headline}</b>"
        assert list(decision.trace("bars").y) == [value for _, value, *_ in now.bars]
        views = uspak.evidence("sanction_views").query("yardstick == @key")
        for speaker in views["speaker"]:
            assert speaker.split(",")[0] in decision.words.html
        pale = any(not solid for *_, solid in now.bars)
        (note,) = decision.figure.select_annotations(lambda a: a.name == "source")
        assert ("Pale bars" in note.text) == pale


def test_verdicts_are_kept_by_yardstick_and_compared(decision):
    decision.keep.click()
    assert not decision.kept and "No verdict kept" in decision.words.html
    decision.verdict.value = "did not work"
    decision.keep.click()
    assert decision.kept == {"stop": "did not work"} and "Take another yardstick" in decision.words.html
    decision.yardstick.value = "cost"
    assert decision.verdict.value == "choose", "a new yardstick asks anew"
    decision.verdict.value = "worked"
    decision.keep.click()
    assert "2 answers by 2 yardsticks" in decision.words.html
    decision.yardstick.value = "stop"
    assert decision.verdict.value == "did not work", "and remembers what was kept"
    decision.verdict.value = "worked"
    decision.keep.click()
    assert "One answer by 2 yardsticks" in decision.words.html


def test_an_unknown_yardstick_is_named():
    with pytest.raises(ValueError, match="Possible"):
        yardsticks.measure("revenge")


def test_stretches_of_one_law_that_overlap_are_drawn_as_one():
    """The missile measures of 2000 and 2001 overlap; two boxes on each other would write their words over each other."""
    laws = sanctions.WhatTheLawsBarred(laws=())
    for _, mine in laws.stretches().groupby("line"):
        mine = mine.sort_values("begins")
        assert (mine["begins"].iloc[1:].values > mine["ends"].iloc[:-1].values).all()


def test_the_source_line_of_every_yardstick_fits_a_narrow_page():
    decide = yardsticks.DidTheyWork()
    for key in yardsticks.YARDSTICKS:
        decide.yardstick.value = key
        note = next(decide.figure.select_annotations(lambda a: a.name == "source"))
        assert max(map(len, note.text.split("<br>"))) <= figure.SOURCE_WIDTH

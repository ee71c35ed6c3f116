"""Events, eras and claims as shipped: complete, coded by the rules, and fair."""

import re

import pandas as pd

import uspak
from uspak import dates
from uspak.article import SOURCE_ID


def ids(column):
    return set(column.dropna().str.split(";").explode())


# Events and eras


def test_article_events_name_their_paragraph_and_an_independent_source(tables):
    article = tables["events"].query("origin == 'article'")
    assert len(article) >= 30
    assert article["paragraph"].notna().all()
    assert article["source_id"].notna().all()
    assert SOURCE_ID not in ids(article["source_id"])
    assert set(article["paragraph"]) >= {"P2", "P3", "P4", "P5", "P8", "P9"}


def test_events_are_sorted_and_fall_into_their_eras(tables):
    events, eras = uspak.events(), tables["eras"].set_index("era_id")
    assert events["start"].is_monotonic_increasing
    day = pd.to_datetime(events["date"].map(dates.middle_day))
    start, end = (pd.to_datetime(events["era_id"].map(eras[edge])) for edge in ("start", "end"))
    assert ((start <= day) & (end.isna() | (day <= end))).all()


def test_eras_leave_no_gap(tables):
    eras = tables["eras"]
    start, end = pd.to_datetime(eras["start"]), pd.to_datetime(eras["end"])
    assert (start.iloc[1:].values == (end.iloc[:-1] + pd.Timedelta(days=1)).values).all()
    assert eras["start"].iloc[0] == "1947-08-14" and pd.isna(eras["end"].iloc[-1])


def test_weight_zero_is_mixed_and_says_why(tables):
    """No act between the two states: a survey, a statistic, one state's own affair. The note says so, and only there."""
    events = tables["events"]
    zero = events["weight"] == 0
    assert (zero == events["note"].fillna("").str.contains("weight 0")).all()
    assert (events.loc[zero, "direction"] == "mixed").all()
    counted = events["title"].str.startswith("Survey") | events["actors"].str.split(";").map(
        lambda actors: "pew" in actors
    )
    assert counted.any() and zero[counted].all()


def test_cooperation_and_friction_take_two(tables):
    """Both states act, or the note says on which effect between them the coding rests."""
    events = tables["events"].query("direction != 'mixed'")
    both = events["actors"].str.split(";").map(lambda actors: {"USA", "PAK"} <= set(actors))
    told = events["note"].fillna("").str.contains(r"\bcod(?:es|ed)\b")
    assert (both | told).all(), events.loc[~(both | told), "event_id"].tolist()


def test_friction_over_a_third_state_shows_the_answer_of_pakistan(tables):
    """An act between Washington and Delhi is friction only where Pakistan's own words stand beside it."""
    events = tables["events"].query("direction == 'friction' and not actors.str.contains('PAK')", engine="python")
    deals = tables["events"].set_index("event_id").loc[["2005-india-nuclear-deal", "2023-us-india-statement"]]
    assert deals["summary"].str.contains("Foreign Ministry|Islamabad").all()
    lemoa = tables["events"].set_index("event_id").loc["2016-lemoa"]
    assert set(events["event_id"]) <= {"2016-lemoa"} and "Foreign Office" in lemoa["summary"]


def test_context_covers_what_neighbours_would_miss(tables):
    events = tables["events"].set_index("event_id")
    assert len(events) >= 120
    wanted = {"1999-kargil", "1998-khost-missiles", "1998-f-16-settlement", "2002-daniel-pearl", "2007-benazir-killed"}
    wanted |= {"2007-red-mosque", "2008-mumbai-attacks", "2012-routes-reopened", "2012-afridi-aid-cut"}
    wanted |= {"2016-quadrilateral-group", "2018-fatf-grey-list", "2008-imf-rescue", "2021-dasu-bus"}
    assert wanted <= set(events.index)
    assert events.loc["2012-routes-reopened", "date"] > events.loc["2011-salala", "date"]


def test_1971_is_told_with_its_dead_by_counter(tables):
    event = tables["events"].set_index("event_id").loc["1971-crackdown-in-east-pakistan"]
    for number, counter in (("26,000", "Pakistan"), ("269,000", "survey"), ("three million", "Bangladesh")):
        assert re.search(rf"{number} \([^)]*{counter}[^)]*\)", event["summary"]), number
        assert number in event["note"]
    assert {"reuters-2008-war-deaths", "bergman-2011-death-toll", "afp-2014-death-toll"} <= set(
        event["source_id"].split(";")
    )
    assert "raped" in event["summary"] and "Biharis" in event["note"] and event["domain"] == "military"


def test_the_drone_peak_spans_all_counters(tables):
    counts = tables["drone_strikes"].query("year == 2010")
    totals = tables["drone_totals"].query("period == '2010'")
    strikes = pd.concat([counts["strikes"], totals["strikes"]]).dropna()
    dead = pd.concat([counts[["killed_min", "killed_max"]], totals[["killed_min", "killed_max"]]])
    summary = tables["events"].set_index("event_id").loc["2010-drone-peak", "summary"]
    assert f"{strikes.min():.0f} to {strikes.max():.0f} US strikes" in summary
    assert f"{dead['killed_min'].min():,.0f} to {dead['killed_max'].max():,.0f} dead" in summary


def test_events_say_no_more_than_the_notebooks_find(tables):
    events = tables["events"].set_index("event_id")
    shaheen, bases = events.loc["2015-shaheen-iii-test"], events.loc["2001-bases-and-airspace", "summary"]
    assert "said to be meant for" in shaheen["summary"] and "Nicobars from nowhere" in shaheen["note"]
    returned = tables["ground_lines"].query("line_id == 'bases' and used_to < '2006'")["point"].str.split().str[0]
    assert set(returned) >= {"Pasni", "Dalbandin"} and "Pasni and Dalbandin are given back by 2005" in bases
    assert "joint inquiry" in events.loc["2010-torkham-closed", "summary"]
    assert "treaty" in events.loc["1980-peanuts", "summary"], "as the row of 1979 in obligations has it"


# Claims, and both


def test_claims_cover_the_article(tables):
    claims = tables["claims"]
    assert len(claims) >= 45
    assert set(claims["paragraph"]) >= {f"P{number}" for number in range(1, 12)} | {"B", "C1", "C2"}
    assert claims["quote"].dropna().str.split().str.len().max() <= 12


def test_verdicts_give_reasons_and_two_sides_where_contested(tables):
    claims = tables["claims"].set_index("claim_id")
    told = claims[claims["paragraph"].isin([f"P{number}" for number in range(2, 10)])]
    assert (told["verdict"] != "pending").all() and told["evidence"].notna().all()
    contested = told[told["verdict"] == "contested"]
    assert len(contested) and contested["source_id"].str.contains(";").all()
    assert claims.loc["P3-01", "verdict"] == "contradicted"
    assert {"table:drone_strikes", "table:drone_totals"} <= ids(claims.loc[["P4-05"], "evidence"])


def test_nobody_nameless_speaks(tables):
    """'Many called it unfair' is no source: who said it is named, or it is left out."""
    crowd = (
        r"(?i)\b(?:many|some|most|all|few) (?:call|called|say|said|see|saw|hear|heard|think|thought|believe|believed)\b"
    )
    for name, column in (("events", "title"), ("events", "summary"), ("claims", "claim"), ("claims", "rationale")):
        texts = tables[name][column].dropna()
        assert not texts.str.contains(crowd).any(), texts[texts.str.contains(crowd)].tolist()

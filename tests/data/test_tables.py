"""The tables as shipped: valid, complete, true to each other and to what the sources say."""

import json
import re
import subprocess
import sys

import pandas as pd
import pytest
from frictionless import validate
from shapely.geometry import Point, shape

import uspak
from uspak import data
from uspak.article import SOURCE_ID
from uspak.data import validation
from uspak.drawing import figure

NAMES = [resource["name"] for resource in data.tables()]
NEAR_THE_COAST = 0.25  # degrees: the outlines are simplified, ports and small islands fall outside


@pytest.fixture(scope="module")
def tables():
    return {name: data.table(name) for name in NAMES}


def ids(column):
    return set(column.dropna().str.split(";").explode())


def test_frictionless_passes():
    report = validate(str(data.folder() / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])


def test_our_own_checks_find_nothing():
    assert validation.validate_package() == []


@pytest.mark.parametrize("resource", data.description()["resources"], ids=lambda resource: resource["name"])
def test_every_resource_is_described_and_recorded(resource):
    content = (data.folder() / resource["path"]).read_bytes()
    assert (resource["hash"], resource["bytes"]) == (data.digest(content), len(content))
    assert resource["title"] and resource["description"] and resource["licenses"]
    assert not content.startswith(b"\xef\xbb\xbf") and b"\r" not in content and content.endswith(b"\n")


def test_every_column_is_explained():
    for resource in data.tables():
        for field in resource["schema"]["fields"]:
            assert field["title"] and len(field["description"]) > 10, (resource["name"], field["name"])
            assert field["type"] != "number" or field["unit"], (resource["name"], field["name"])


@pytest.mark.parametrize("name", NAMES)
def test_text_is_clean(tables, name):
    """No cell has blanks at its ends, a line break, or letters that were read in the wrong encoding."""
    for column in tables[name].select_dtypes("str"):
        cells = tables[name][column].dropna()
        assert (cells == cells.str.strip()).all() and not cells.str.contains("[\n\r\ufffd]").any(), column
        assert not any(validation._misread_utf8(cell) for cell in cells), column


@pytest.mark.parametrize(
    ("name", "column", "target"),
    [
        ("events", "actors", ("actors", "actor_id")),
        *((name, "source_id", ("sources", "source_id")) for name in NAMES if name not in ("eras", "actors", "sources")),
    ],
)
def test_lists_of_ids_resolve(tables, name, column, target):
    assert ids(tables[name][column]) <= set(tables[target[0]][target[1]])


def test_evidence_of_claims_exists(tables):
    known = set(tables["events"]["event_id"]) | {f"table:{name}" for name in data.evidence_names()}
    assert ids(tables["claims"]["evidence"]) <= known


def test_article_events_name_their_paragraph_and_an_independent_source(tables):
    article = tables["events"].query("origin == 'article'")
    assert len(article) >= 30
    assert article["paragraph"].notna().all()
    assert article["source_id"].notna().all()
    assert SOURCE_ID not in ids(article["source_id"])
    assert set(article["paragraph"]) >= {"P2", "P3", "P4", "P5", "P8", "P9"}


def test_claims_cover_the_article(tables):
    claims = tables["claims"]
    assert len(claims) >= 45
    assert set(claims["paragraph"]) >= {f"P{number}" for number in range(1, 12)} | {"B", "C1", "C2"}
    assert claims["quote"].dropna().str.split().str.len().max() <= 12


def test_events_are_sorted_and_fall_into_their_eras(tables):
    events, eras = uspak.events(), tables["eras"].set_index("era_id")
    assert events["start"].is_monotonic_increasing
    day = pd.to_datetime(events["date"].map(validation._middle))
    start, end = (pd.to_datetime(events["era_id"].map(eras[edge])) for edge in ("start", "end"))
    assert ((start <= day) & (end.isna() | (day <= end))).all()


def test_eras_leave_no_gap(tables):
    eras = tables["eras"]
    start, end = pd.to_datetime(eras["start"]), pd.to_datetime(eras["end"])
    assert (start.iloc[1:].values == (end.iloc[:-1] + pd.Timedelta(days=1)).values).all()
    assert eras["start"].iloc[0] == "1947-08-14" and pd.isna(eras["end"].iloc[-1])


def test_partial_dates_keep_their_precision():
    events = uspak.events().set_index("event_id")
    lengths = {"year": 4, "month": 7, "day": 10}
    assert (events["date"].str.len() == events["precision"].map(lengths)).all()
    month = events[events["precision"] == "month"].iloc[0]
    assert month["start"] == pd.Timestamp(month["date"] + "-01")


def test_every_row_is_a_fresh_copy():
    first = data.actors()
    first.loc[:, "name"] = "changed"
    assert (data.actors()["name"] != "changed").all()


def test_types(tables):
    assert tables["claims"]["notebook"].str.fullmatch(r"\d\d").all()
    assert tables["events"]["weight"].dtype == "float64"
    assert tables["sources"]["year"].dtype == "Int64"
    assert tables["un_agreement"]["same"].dtype == "int64"
    assert tables["events"]["title"].dtype == "str"
    aid = tables["aid_by_year"].set_index("fiscal_year")
    assert "1976TQ" in aid.index
    assert pd.isna(aid.loc["2022", "military_usd_millions_current"])
    assert aid.loc["1954", "military_usd_millions_current"] == 0


def test_a_year_without_a_record_is_a_blank_and_not_a_zero(tables):
    aid = tables["aid_by_year"].set_index("fiscal_year")
    unrecorded = aid[aid["note"].str.contains("No Greenbook record", na=False)]
    assert list(unrecorded.index) == ["1949", "1950"]
    assert unrecorded.filter(like="usd_millions").isna().all(axis=None)


def test_sources_can_be_opened(tables):
    assert tables["sources"]["url"].str.match(r"https?://[\w.-]+\.\w+").all()


def test_words_of_ours_in_a_title_stand_in_square_brackets(tables):
    """A title is the page's own; what we supply, translate or add is marked, as cataloguers do it."""
    opening = r"(?:reports? (?:on|of|about)|(?:page|article|chapter|posts?|pictures|figures) (?:on|of|compiled)) "
    opening += r"|[\w ]+ report of \d"
    added = r"\((?:quotes|citing|copy|report|in [A-Z]|on the|text|extracts?|summary|excerpts|letters? to|readers"
    added += r"|spreadsheet|abstract|chapter of|(?:AP|AFP|CNN|Axios|DSCA|USIA|CRSS)\b)"
    titles = tables["sources"].set_index("source_id")["title"]
    bare = titles.str.replace(r"\[[^\[\]]+\]", "", regex=True).str.strip()
    assert not bare.str.contains(r"[\[\]]").any(), "every bracket has its pair"
    assert list(bare[bare.str.match(opening, flags=re.IGNORECASE)].index) == []
    assert list(bare[bare.str.contains(added)].index) == []
    assert not titles.str.contains("title ours|our title", case=False).any()
    assert not titles.str.contains("U.S.", regex=False).any(), "one spelling for the reader's search"
    assert (bare == "").sum() >= 20, "some pages have no title, or none was seen"
    notes = tables["sources"]["note"].dropna()
    assert not notes.str.contains(r"title (?:is|was|shortened)|our words", case=False).any(), "the brackets say it"


def test_encyclopedias_are_a_kind_of_their_own(tables):
    """A page of an encyclopedia, or of a copy of one; not what another publisher has put on its shelves."""
    works = r"wiki(?:pedia|land)|encyclopa?edia|pa?edia\b|iranica|britannica|enwiki|en-?academic|liquisearch"
    sources = tables["sources"]
    reprint = sources["publisher"].str.contains(r" at Encyclopedia\.com")
    host = sources["url"].str.extract(r"://([^/]+)")[0]
    found = (sources["publisher"] + " " + host).str.contains(works, case=False) & ~reprint
    assert found.sum() >= 15
    assert set(sources.loc[found, "source_id"]) == set(sources.loc[sources["kind"] == "encyclopedia", "source_id"])


def test_texts_of_laws_and_statements_of_the_day_are_primary(tables):
    sources = tables["sources"]
    law = sources["title"].str.contains(r"^P\.L\. |Public Law|^22 US Code|^Federal Register,|^Text of S\.")
    assert law.sum() >= 6 and (sources.loc[law, "kind"] == "primary").all()


def test_a_page_and_a_publisher_have_one_name(tables):
    """No page stands twice (as a telephone's version, say), and no publisher is written in two ways."""
    sources = tables["sources"]
    page = sources["url"].str.lower().str.replace(r"^https?://(?:www\.|m\.)?", "", regex=True)
    page = page.str.replace(r"/amp\b|[?&]amp=1$|/$", "", regex=True)
    assert list(sources.loc[page.duplicated(keep=False), "source_id"]) == []
    names = pd.Series(sources["publisher"].unique())
    plain = names.str.lower().str.replace(r"^the |[^\w]", "", regex=True)
    assert list(names[plain.duplicated(keep=False)]) == []


def test_a_supplied_title_reads_well_as_a_link(tables):
    sources = tables["sources"].set_index("source_id")
    assert ">[Report on the test of Fatah-II] (Arab News" in figure.link(sources.loc["arabnews-2024-fatah-ii"])


def test_who_belonged_to_what(tables):
    alliances = tables["alliances"]
    us = alliances.query("iso3 == 'USA'").set_index("organisation")["role"]
    assert us["CENTO"] == "associate", "the United States never acceded"
    assert us["SEATO"] == "member"
    members = alliances.query("role == 'member'").groupby("organisation")["iso3"].agg(set)
    assert members["SEATO"] == {"AUS", "FRA", "GBR", "NZL", "PAK", "PHL", "THA", "USA"}
    assert members["CENTO"] == {"GBR", "IRN", "IRQ", "PAK", "TUR"}
    seato = alliances.query("organisation == 'SEATO' and iso3 == 'PAK'").iloc[0]
    assert (seato["joined"], seato["left"][:4], seato["status"]) == ("1954-09-08", "1973", "disputed")


def test_aid_adds_up(tables):
    aid = tables["aid_by_year"]
    for basis in ("current", "constant_2020"):
        economic, military, total = (aid[f"{part}_usd_millions_{basis}"] for part in ("economic", "military", "total"))
        known = economic.notna()
        assert ((economic + military - total)[known].abs() < 0.01).all()
    zia = aid[aid["fiscal_year"].between("1982", "1990")]
    assert round(zia["economic_usd_millions_current"].sum()) == 3009
    assert round(zia["military_usd_millions_current"].sum()) == 2190
    peak = aid.loc[aid["total_usd_millions_constant_2020"].idxmax(), "fiscal_year"]
    assert peak == "1962"


def test_votes_add_up(tables):
    votes = tables["un_agreement"]
    assert (votes[["same", "partial", "opposite"]].sum(axis=1) == votes["votes_compared"]).all()
    score = (votes["same"] + votes["partial"] / 2) / votes["votes_compared"]
    assert ((score - votes["agreement_score"]).abs() < 0.001).all()
    world = tables["un_agreement_world"].merge(votes.query("country_b == 'USA'"), on="year")
    assert ((world["pakistan_score_with_usa"] - world["agreement_score"]).abs() < 0.001).all()


def test_arms_shares_add_up(tables):
    arms = tables["arms_imports"]
    total = arms.groupby("year")["tiv_millions"].transform("sum")
    assert ((100 * arms["tiv_millions"] / total - arms["share_percent"]).abs() < 0.1).all()
    recent = arms[arms["year"].between(2020, 2024)].groupby("supplier")["tiv_millions"].sum()
    assert round(100 * recent["China"] / recent.sum()) == 81


def test_obligations_follow_the_texts(tables):
    duty = tables["obligations"].set_index(["crisis_id", "instrument"])["bound"]
    assert (duty[:, "CENTO"] == "nothing").all() and (duty[:, "MDAA 1954"] == "nothing").all()
    assert duty["1965-war", "Manila Pact 1954"] == "consult"
    assert duty["communist-attack", "Manila Pact 1954"] == "act as agreed"
    sourced = tables["obligations"]["source_id"].str.split(";").str.len()
    assert (sourced >= 2).all()


@pytest.fixture(scope="module")
def outlines():
    """The countries of today as shapes: the sharper regional outline where there is one."""
    shapes = {}
    for name in ("world", "region"):
        content = (data.folder() / "geography" / f"{name}.geojson").read_text(encoding="utf-8")
        for feature in json.loads(content)["features"]:
            if not feature["properties"]["end"]:
                shapes.setdefault(feature["properties"]["iso3"], []).append(shape(feature["geometry"]))
    return shapes


def test_places_lie_in_the_country_that_they_name(tables, outlines):
    astray = {}
    for place in tables["places"].dropna(subset="country_iso3").itertuples():
        parts = outlines.get(place.country_iso3, [])
        distance = min((part.distance(Point(place.lon, place.lat)) for part in parts), default=999)
        if distance > NEAR_THE_COAST:
            astray[place.place_id] = distance
    assert not astray


def test_places_at_sea_lie_outside_all_countries(tables, outlines):
    for place in tables["places"][tables["places"]["country_iso3"].isna()].itertuples():
        assert not any(part.contains(Point(place.lon, place.lat)) for parts in outlines.values() for part in parts)


def test_aid_with_repayments_peaks_before_the_raid(tables):
    """Coalition Support Funds: verified years only, beside the aid and never inside its totals."""
    aid = tables["aid_by_year"].set_index("fiscal_year")
    funds = aid["coalition_support_funds_usd_millions_current"]
    assert list(funds.dropna().index) == [str(year) for year in range(2007, 2019)]
    assert funds["2010"] == 1499 and aid.loc["2013", "coalition_support_funds_status"] == "disputed"
    assert (funds.notna() == aid["coalition_support_funds_status"].notna()).all()
    with_funds = (aid["total_usd_millions_current"] + funds).dropna()
    assert with_funds.idxmax() == "2010" and aid.loc["2010", "fy_end_date"] < "2011-05-02"
    loans = aid["military_of_which_loans_usd_millions_current"]
    assert (loans.dropna() <= aid.loc[loans.notna(), "military_usd_millions_current"] + 0.01).all()
    assert round(loans["1982":"1990"].sum()) == 1739


def test_appropriations_add_up_to_the_printed_total(tables):
    crs = tables["aid_appropriations"].set_index("period")
    parts = [column for column in crs if column.endswith("current") and not column.startswith("grand")]
    assert ((crs[parts].sum(axis=1) - crs["grand_total_usd_millions_current"]).abs() <= 1).all()
    years, lump, total = (crs[crs["kind"] == kind] for kind in ("year", "five years", "whole programme"))
    assert ((years[parts].sum() + lump[parts].sum() - total[parts].sum()).abs() <= 1).all()
    assert years["grand_total_usd_millions_current"].idxmax() == "2010"
    assert lump.loc["2002-2006", "coalition_support_funds_usd_millions_current"] == 4947


def test_sanctions_tell_the_pressler_story(tables):
    steps = tables["sanctions"].set_index("sanction_id")
    assert steps["date"].is_monotonic_increasing
    cut, law = steps.loc["1990-pressler-cut-off"], steps.loc["1985-pressler-law"]
    assert (cut["date"], cut["direction"], cut["event_id"]) == ("1990-10-01", "restricts", "1990-pressler-cut-off")
    assert law["date"] < cut["date"] and law["direction"] == "mixed" and law["target"] == "Pakistan only"
    assert steps.loc["2001-nuclear-waiver", "date"] == cut["date_end"] == "2001-09-22"
    dated = steps.dropna(subset="event_id").merge(tables["events"], on="event_id", suffixes=("", "_event"))
    assert (dated["date"].str[:4].astype(int) - dated["date_event"].str[:4].astype(int)).abs().max() <= 1


def test_covert_money_is_a_range_with_gaps(tables):
    covert = tables["covert_aid"].set_index("fiscal_year")
    assert not {1988, 1989} & set(covert.index), "no figure for these years was found"
    low, high, best = (covert[f"{name}_usd_millions_current"] for name in ("low", "high", "preferred"))
    assert (low <= high.fillna(low)).all() and (best.dropna() >= low[best.notna()]).all()
    assert best.idxmax() == 1987 and best[1987] == 630
    totals = tables["covert_aid_totals"]
    assert (totals["low_usd_billions_current"] <= totals["high_usd_billions_current"]).all()


def test_refugees_are_counted_at_the_end_of_the_year(tables):
    refugees = tables["refugees"].set_index("year")
    assert list(refugees.index) == list(range(1979, 2026))
    assert refugees["refugees_end_year"].idxmax() == 1989 and refugees.loc[1989, "refugees_end_year"] == 3272290
    assert (refugees.loc[1995:1999, "refugees_end_year"] == 1200000).all(), "an estimate carried forward"
    assert refugees["returned_in_year"].idxmax() == 2002
    assert refugees.loc[[1995, 2002, 2007], "note"].notna().all()


def test_drone_counters_stay_apart(tables):
    drones, area, totals = (tables[name] for name in ("drone_strikes", "drone_strikes_by_area", "drone_totals"))
    for table in (drones, area, totals):
        for what in ("killed", "civilians"):
            known = table.dropna(subset=f"{what}_min")
            assert (known[f"{what}_min"] <= known[f"{what}_max"]).all()
    assert (drones["civilians_max"] <= drones["killed_max"].fillna(1e9)).all()
    assert not (drones["counted_by"] == "Long War Journal").any(), "its yearly figures were never seen"
    sums = drones.groupby("counted_by")[["strikes", "civilians_min", "civilians_max"]].sum()
    assert list(sums.loc["Bureau of Investigative Journalism"]) == [430, 424, 969]
    assert list(sums.loc["New America"]) == [414, 245, 303]
    assert sums.loc["Pakistan Ministry of Defence", "civilians_max"] == 67
    columns = ["strikes", "killed_min", "killed_max", "civilians_min", "civilians_max"]
    yearly = drones[drones["counted_by"].isin(area["counted_by"])].set_index(["counted_by", "year"])[columns]
    assert (area.groupby(["counted_by", "year"])[columns].sum() == yearly).all(axis=None)
    waziristan = area["agency"].isin(["North Waziristan", "South Waziristan"])
    assert 0.92 < area.loc[waziristan, "strikes"].sum() / area["strikes"].sum() < 0.94


def test_opinion_can_be_read_by_question(tables):
    opinion = tables["opinion"]
    pew = opinion.query("question_id == 'us-favourable' and respondents == 'Pakistan'").set_index("year")["percent"]
    assert list(pew.index) == list(range(2002, 2016)) and pew.idxmax() == 2006 and pew[2002] == 10
    assert not opinion.query("question_id == 'china-favourable' and year == 2013").size, "another question in the file"
    assert opinion.query("question_id == 'drones-bad'")["respondents"].str.contains("heard").all()
    exact = opinion.dropna(subset="percent_recomputed")
    assert ((exact["percent"] - exact["percent_recomputed"]).abs() < 1).all()


def test_deaths_from_terrorism_keep_their_counters(tables):
    deaths = tables["terrorism_deaths"]
    gtd = deaths.query("counted_by == 'GTD'").set_index("year")["killed_total"]
    assert list(gtd.index) == list(range(2000, 2021)) and gtd.idxmax() == 2013
    assert deaths.groupby("counted_by")["what_is_counted"].nunique().eq(1).all()


def test_the_dead_of_1971_keep_their_counters(tables):
    deaths = tables["deaths_1971"]
    assert not deaths.duplicated(["who", "what", "counted_by"]).any(), "one row for each group and counter"
    both = deaths.dropna(subset=["low", "high"])
    assert (both["low"] <= both["high"]).all()
    assert not deaths[["low", "high"]].eq(0).any(axis=None), "no number is empty, not zero"
    killed = deaths.query("what == 'killed'")
    assert {"Civilians", "The Hindu minority", "Non-Bengalis (Biharis)"} <= set(killed["who"])
    assert (killed["status"] == "disputed").all()
    assert killed["high"].max() >= 10 * killed["high"].min(), "as far apart as the counters are"


def test_ground_lines_run_from_the_sea_to_afghanistan(tables):
    lines = tables["ground_lines"]
    for line, end in (("north", "Kabul"), ("south", "Kandahar")):
        route = lines[lines["line_id"] == line].sort_values("seq")
        assert list(route["seq"]) == list(range(1, len(route) + 1))
        assert (route["point"].iloc[0], route["point"].iloc[-1]) == ("Karachi", end)
        assert list(route["country_iso3"].ne("PAK")) == sorted(route["country_iso3"].ne("PAK")), "crosses once"
    assert {"Jacobabad (Shahbaz)", "Shamsi (Bandari)"} <= set(lines.query("line_id == 'bases'")["point"])


def test_nuclear_tests_and_stockpiles(tables):
    tests = tables["nuclear_tests"].set_index("date")
    pakistan = tests.query("country_iso3 == 'PAK'")
    assert dict(pakistan["announced_tests"]) == {"1998-05-28": 5, "1998-05-30": 1}
    india = tests.query("country_iso3 == 'IND' and date > '1998'")
    assert list(india.index) == ["1998-05-11", "1998-05-13"] and india["announced_tests"].sum() == 5
    assert (tests["recorded_events"] <= tests["announced_tests"]).all()
    stock = tables["nuclear_stockpiles"]
    ranged = stock.dropna(subset="warheads_low")
    assert (ranged["warheads_low"] <= ranged["warheads_high"]).all()
    by_year = stock.pivot(index="year", columns="country_iso3", values="warheads")
    assert by_year.loc[2023, "PAK"] == 170 and by_year.loc[2024, "IND"] > by_year.loc[2024, "PAK"]


def test_missiles_and_the_measures_against_them(tables):
    missiles = tables["missiles"].set_index("missile")
    assert (missiles["range_km_min"] <= missiles["range_km_max"]).all()
    assert missiles["range_km_max"].idxmax() == "Shaheen-III" and missiles.loc["Shaheen-III", "range_km_max"] == 2750
    steps = tables["missile_sanctions"]
    complex_ = steps[steps["entities"].str.contains("National Development Complex")]
    assert {"2001-09-01", "2024-12-18"} <= set(complex_["date"]), "2024 was not the first time"
    assert steps["date"].max() <= "2024-12-31"


def test_peacekeepers_and_ranks(tables):
    peace = tables["peacekeeping"]
    pakistan = peace.query("country_iso3 == 'PAK'").set_index("date")
    assert pakistan["personnel"].idxmax() == "2008-12" and pakistan.loc["2008-12", "personnel"] == 11135
    assert (pakistan.loc["2008-12", "rank"], pakistan.loc["1997-12", "rank"]) == (1, 28)
    split = peace.dropna(subset=["personnel", "troops", "police", "experts"])
    assert (split[["troops", "police", "experts"]].sum(axis=1) == split["personnel"]).all()
    share = peace.dropna(subset=["personnel", "world_total", "share_percent"])
    assert ((100 * share["personnel"] / share["world_total"] - share["share_percent"]).abs() < 0.06).all()
    missions = tables["peacekeeping_missions"]
    assert missions["pakistan_first_year"].min() == 1960
    assert (missions["peak_personnel"].notna() == missions["peak_basis"].notna()).all()


def test_armies_compared(tables):
    armies = tables["military_personnel"]
    active = armies.query("indicator == 'active_armed_forces'").set_index("country_iso3")["value"]
    assert active.drop("IND").idxmax() == "PAK" and active["PAK"] == 650000
    assert armies.groupby("indicator")["unit"].nunique().eq(1).all()


def test_trade_has_one_row_to_plot_a_year(tables):
    trade = tables["trade"]
    plotted = trade.query("preferred == 'yes'")
    assert not plotted.duplicated(["partner_iso3", "year"]).any()
    latest = trade.query("partner_iso3 == 'CHN' and year == 2024").iloc[0]
    assert latest["imports_usd_millions_current"] > 4 * latest["exports_usd_millions_current"]


def test_debt_and_corridor_totals_show_their_spread(tables):
    debt = tables["external_debt"]
    whole = debt[~debt["counted_by"].str.contains("CPEC alone")]["share_percent"]
    assert (whole.min(), whole.max()) == (13, 30) and debt["share_percent"].min() < 6
    totals = tables["cpec_totals"].set_index(["date", "kind"])["usd_billions_nominal"]
    assert totals["2017-04-12", "announced"] == 62 and totals["2017-05-09", "announced"] == 46
    assert totals["2021-09-30", "realised, claimed"] == totals["2023-07", "realised, claimed"] == 25.4


def test_every_project_has_a_state_of_a_day(tables):
    """A state without its day grows old unseen; a year of completion belongs to what is completed, or partly, by then."""
    projects = tables["cpec_projects"].set_index("project")
    assert projects["state_as_of"].notna().all()
    seen = projects["state_as_of"].str[:4].astype(int)
    done, partly = projects["state"] == "completed", projects["state"] == "partly completed"
    finished = projects["year_completed"]
    assert finished[done].notna().all() and finished[~done & ~partly].isna().all()
    assert (finished.dropna() <= seen[finished.notna()]).all()
    announced = projects["year_announced"].fillna(0)
    assert (announced <= seen).all() and (announced <= finished.fillna(9999)).all()


def test_projects_are_as_the_latest_source_of_each_says(tables):
    projects = tables["cpec_projects"].set_index("project")
    opened = {
        "Gwadar Eastbay Expressway": 2022,
        "Hakla-Dera Ismail Khan motorway (M-14)": 2022,
        "Karakoram Highway Phase II (Havelian-Thakot)": 2020,
        "Khuzdar-Basima highway (N-30)": 2023,
        "Suki Kinari hydropower plant": 2024,
    }
    assert projects.loc[list(opened), "year_completed"].to_dict() == opened
    assert projects.loc["Khuzdar-Basima highway (N-30)", "status"] == "disputed"
    railway = projects.loc["ML-1 railway upgrade (Karachi-Peshawar)"]
    assert railway["state"] == "not started" and railway["state_as_of"] >= "2026"
    outdated = projects[projects["state"].ne("completed") & projects["state_as_of"].lt("2023")]
    assert outdated.empty, "what was unfinished must have been looked at again"


def test_votes_by_issue_add_up(tables):
    votes = tables["un_agreement_by_issue"]
    assert (votes[["same", "partial", "opposite"]].sum(axis=1) == votes["votes_compared"]).all()
    score = (votes["same"] + votes["partial"] / 2) / votes["votes_compared"]
    assert ((score - votes["agreement_score"]).abs() < 0.001).all()
    wrong_flags = votes[votes["issue_code"].isin(["co", "ec"])]
    assert (wrong_flags["last_vote"] < "2019").all()


def test_undelivered_arms_are_marked(tables):
    deals = tables["major_systems"].set_index("system")
    assert deals.loc["F-16A/B Block 15 (Peace Gate III and IV)", "quantity_delivered"] == 0
    assert deals.loc["F-16A/B Block 15 (Peace Gate I and II)", "quantity_delivered"] == 40
    both = deals.dropna(subset=["quantity_ordered", "quantity_delivered"])
    assert (both["quantity_delivered"] <= both["quantity_ordered"]).all()


def test_evidence_rows_are_sourced_and_owned(tables):
    """Rows from memory are not used, and nobody's recollection stands in for a page."""
    for name in data.evidence_names():
        table = tables[name]
        assert table["status"].isin(["verified", "corroborated", "disputed"]).all(), name
        assert not table["note"].dropna().str.contains("own knowledge|general knowledge|from memory").any(), name


def test_verdicts_give_reasons_and_two_sides_where_contested(tables):
    claims = tables["claims"].set_index("claim_id")
    told = claims[claims["paragraph"].isin([f"P{number}" for number in range(2, 10)])]
    assert (told["verdict"] != "pending").all() and told["evidence"].notna().all()
    contested = told[told["verdict"] == "contested"]
    assert len(contested) and contested["source_id"].str.contains(";").all()
    assert claims.loc["P3-01", "verdict"] == "contradicted"
    assert {"table:drone_strikes", "table:drone_totals"} <= ids(claims.loc[["P4-05"], "evidence"])


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


def test_nobody_nameless_speaks(tables):
    """'Many called it unfair' is no source: who said it is named, or it is left out."""
    crowd = (
        r"(?i)\b(?:many|some|most|all|few) (?:call|called|say|said|see|saw|hear|heard|think|thought|believe|believed)\b"
    )
    for name, column in (("events", "title"), ("events", "summary"), ("claims", "claim"), ("claims", "rationale")):
        texts = tables[name][column].dropna()
        assert not texts.str.contains(crowd).any(), texts[texts.str.contains(crowd)].tolist()


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


NUMERALS = dict(enumerate("zero one two three four five six seven eight nine ten eleven twelve".split()))
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


def test_events_say_no_more_than_the_notebooks_find(tables):
    events = tables["events"].set_index("event_id")
    shaheen, bases = events.loc["2015-shaheen-iii-test"], events.loc["2001-bases-and-airspace", "summary"]
    assert "said to be meant for" in shaheen["summary"] and "Nicobars from nowhere" in shaheen["note"]
    returned = tables["ground_lines"].query("line_id == 'bases' and used_to < '2006'")["point"].str.split().str[0]
    assert set(returned) >= {"Pasni", "Dalbandin"} and "Pasni and Dalbandin are given back by 2005" in bases
    assert "joint inquiry" in events.loc["2010-torkham-closed", "summary"]
    assert "treaty" in events.loc["1980-peanuts", "summary"], "as the row of 1979 in obligations has it"


def test_friction_over_a_third_state_shows_the_answer_of_pakistan(tables):
    """An act between Washington and Delhi is friction only where Pakistan's own words stand beside it."""
    events = tables["events"].query("direction == 'friction' and not actors.str.contains('PAK')", engine="python")
    deals = tables["events"].set_index("event_id").loc[["2005-india-nuclear-deal", "2023-us-india-statement"]]
    assert deals["summary"].str.contains("Foreign Ministry|Islamabad").all()
    lemoa = tables["events"].set_index("event_id").loc["2016-lemoa"]
    assert set(events["event_id"]) <= {"2016-lemoa"} and "Foreign Office" in lemoa["summary"]


def test_the_two_counts_of_f_16s_explain_each_other(tables):
    ordered = tables["sanctions"].set_index("sanction_id").loc["2005-f16-reopened"]
    delivered = tables["major_systems"].query("system.str.contains('Peace Drive I')", engine="python").iloc[0]
    assert "36 F-16C/D" in ordered["effect"] and delivered["quantity_ordered"] == 18
    assert "18 new ones" in ordered["note"] and "36" in delivered["note"]


def test_context_covers_what_neighbours_would_miss(tables):
    events = tables["events"].set_index("event_id")
    assert len(events) >= 120
    wanted = {"1999-kargil", "1998-khost-missiles", "1998-f-16-settlement", "2002-daniel-pearl", "2007-benazir-killed"}
    wanted |= {"2007-red-mosque", "2008-mumbai-attacks", "2012-routes-reopened", "2012-afridi-aid-cut"}
    wanted |= {"2016-quadrilateral-group", "2018-fatf-grey-list", "2008-imf-rescue", "2021-dasu-bus"}
    assert wanted <= set(events.index)
    assert events.loc["2012-routes-reopened", "date"] > events.loc["2011-salala", "date"]


def test_points_of_the_evidence_lie_in_their_countries(tables, outlines):
    """Bases, routes, test sites, districts and projects; Kashmir counts as administered, and coasts are simplified."""
    points = [("ground_lines", "point", None), ("nuclear_tests", "site", None)]
    points += [
        ("drone_strikes_by_area", "agency", "PAK"),
        ("cpec_projects", "project", "PAK"),
        ("cpec_routes", "point", None),
    ]
    astray = {}
    for name, label, country in points:
        for row in tables[name].dropna(subset="lat").itertuples():
            parts = outlines[country or row.country_iso3]
            distance = min(part.distance(Point(row.lon, row.lat)) for part in parts)
            if distance > NEAR_THE_COAST:
                astray[name, getattr(row, label)] = distance
    assert not astray


def test_importing_uspak_is_light():
    """The tables need pandas only; Frictionless, plotly and the widgets come when they are asked for."""
    code = (
        "import sys, uspak; uspak.events(); uspak.evidence('alliances'); "
        "print([name for name in ('frictionless', 'plotly', 'ipywidgets', 'uspak.data.validation') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_modules_of_the_package_are_imported_on_demand():
    assert uspak.drawing.theme.DIRECTIONS
    with pytest.raises(AttributeError, match="no attribute 'thema'"):
        _ = uspak.thema

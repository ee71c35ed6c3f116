"""The tables as shipped: valid, complete, true to each other and to what the sources say."""

import json
import subprocess
import sys

import pandas as pd
import pytest
import uspak
from frictionless import validate
from shapely.geometry import Point, shape
from uspak import data, validation

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
    assert validation.ARTICLE not in ids(article["source_id"])
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
    assert aid.loc["1950", "military_usd_millions_current"] == 0


def test_sources_can_be_opened(tables):
    assert tables["sources"]["url"].str.match(r"https?://[\w.-]+\.\w+").all()


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


def test_importing_uspak_is_light():
    """The tables need pandas only; Frictionless, plotly and the widgets come when they are asked for."""
    code = (
        "import sys, uspak; uspak.events(); uspak.evidence('alliances'); "
        "print([name for name in ('frictionless', 'plotly', 'ipywidgets', 'uspak.validation') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_modules_of_the_package_are_imported_on_demand():
    assert uspak.theme.DIRECTIONS
    with pytest.raises(AttributeError, match="no attribute 'thema'"):
        _ = uspak.thema

"""The tables as shipped: valid, described, recorded, and clean to the letter."""

import pytest
from frictionless import validate

from uspak import data
from uspak.data import decoding, package_checks

NAMES = [resource["name"] for resource in data.tables()]


def ids(column):
    return set(column.dropna().str.split(";").explode())


def test_frictionless_passes():
    report = validate(str(data.folder() / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])


def test_our_own_checks_find_nothing():
    assert package_checks.validate_package() == []


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
        assert not any(decoding.misread(cell) for cell in cells), column


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


def test_evidence_rows_are_sourced_and_owned(tables):
    """Rows from memory are not used, and nobody's recollection stands in for a page."""
    for name in data.evidence_names():
        table = tables[name]
        assert table["status"].isin(["verified", "corroborated", "disputed"]).all(), name
        assert not table["note"].dropna().str.contains("own knowledge|general knowledge|from memory").any(), name

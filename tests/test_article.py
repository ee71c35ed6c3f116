"""The rules of the article for the rows of its tables."""

import pytest

from uspak import article, data

ERAS = [
    {"era_id": "first", "start": "1947-08-14", "end": "1958-10-06"},
    {"era_id": "second", "start": "1958-10-07", "end": ""},
]
EVENT = {
    "event_id": "1954-agreement",
    "date": "1954-05-19",
    "era_id": "first",
    "direction": "cooperation",
    "weight": "7",
    "origin": "context",
    "paragraph": "",
    "source_id": "a;b",
}
CLAIM = {
    "claim_id": "P2-01",
    "paragraph": "P2",
    "verdict": "supported",
    "rationale": "As the treaty says.",
    "source_id": f"{article.SOURCE_ID};a",
}


def of_event(**cells):
    return dict(article.event_problems(EVENT | cells, {"eras": ERAS}.__getitem__))


def of_claim(**cells):
    return dict(article.claim_problems(CLAIM | cells, {}.__getitem__))


def test_a_row_that_agrees_with_itself_has_no_problem():
    assert of_event() == {} and of_claim() == {}


def test_the_rules_are_for_tables_that_there_are():
    assert set(article.ROW_RULES) <= {resource["name"] for resource in data.tables()}


@pytest.mark.parametrize(
    ("cells", "column", "expected"),
    [
        ({"date": "1955"}, "event_id", "an id that begins with the year of the date (1955)"),
        ({"era_id": "second"}, "era_id", "the era that contains 1954-05-19: first"),
        ({"event_id": "1946-a", "date": "1946"}, "era_id", "the era that contains 1946 (none does)"),
        ({"weight": "-1"}, "weight", "a number from 0.5 to 10, because direction is cooperation"),
        ({"direction": "mixed"}, "weight", "a number from -3 to 3, because direction is mixed"),
        ({"weight": "lots"}, "weight", "a number from 0.5 to 10, because direction is cooperation"),
        ({"paragraph": "P2"}, "paragraph", "an empty cell, because origin is context"),
        ({"origin": "article"}, "paragraph", "the paragraph that states it"),
        ({"source_id": f"a;{article.SOURCE_ID}"}, "source_id", "independent sources only"),
    ],
)
def test_an_event_that_contradicts_itself(cells, column, expected):
    found = of_event(**cells)
    assert list(found) == [column] and found[column].startswith(expected)


@pytest.mark.parametrize(("date", "era"), [("1958", "first"), ("1958-10", "second"), ("1958-10-06", "first")])
def test_a_partial_date_belongs_to_the_era_of_its_middle(date, era):
    assert of_event(event_id="1958-a", date=date, era_id=era) == {}


@pytest.mark.parametrize(
    ("cells", "column", "expected"),
    [
        ({"claim_id": "P3-01"}, "claim_id", "an id that begins with the paragraph (P2-)"),
        ({"rationale": ""}, "rationale", "the reason for the verdict"),
        ({"verdict": "pending"}, "rationale", "an empty cell, because the verdict is pending"),
        ({"source_id": article.SOURCE_ID}, "source_id", "at least one independent source"),
    ],
)
def test_a_claim_that_contradicts_itself(cells, column, expected):
    found = of_claim(**cells)
    assert list(found) == [column] and found[column].startswith(expected)

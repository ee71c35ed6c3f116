"""What is coded in notebook 01 stands in the tables, and each of it has its reason."""

import pytest

from uspak import data
from uspak.lessons.from_article_to_data.coding_task import ITEMS, KINDS, WHY, question

EVENTS = [event for event in ITEMS.values() if event]


@pytest.fixture(scope="module")
def claims():
    return data.claims().set_index("claim_id").loc[list(ITEMS)]


def test_the_items_ask_for_every_label(claims):
    assert len(ITEMS) == 10
    assert set(claims["kind"]) == set(KINDS)
    events = data.events().set_index("event_id").loc[EVENTS]
    assert set(events["direction"]) == {"cooperation", "friction", "mixed"}


def test_an_event_is_the_evidence_of_its_claim(claims):
    for claim_id, event_id in ITEMS.items():
        assert event_id is None or event_id in claims.loc[claim_id, "evidence"].split(";")


def test_each_item_has_its_reason_and_its_question():
    assert set(WHY) == {*ITEMS, *EVENTS}
    assert {question(claim) for claim in ITEMS} == {"kind"} and {question(event) for event in EVENTS} == {"direction"}

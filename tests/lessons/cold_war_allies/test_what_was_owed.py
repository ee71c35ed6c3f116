"""The widget of notebook 02: deciding what was owed, and what the papers say to it."""

import html
import re

import pytest

from uspak import data
from uspak.lessons.cold_war_allies.what_was_owed import DUTIES, WhatWasOwed
from uspak.page.outputs import WIDGET_VIEW


@pytest.fixture
def owed():
    return WhatWasOwed()


def decide(owed, crisis, duty):
    owed.decisions[crisis].decided = list(DUTIES).index(duty)


def said(live_text):
    return html.unescape(re.sub(r"<[^>]*>", " ", live_text.html))


def test_each_crisis_of_the_table_is_asked_once(owed):
    table = data.evidence("obligations")
    assert set(owed.decisions) == set(table["crisis_id"])
    for crisis_id, decision in owed.decisions.items():
        assert decision.options == list(DUTIES.values())
        assert table.set_index("crisis_id").loc[[crisis_id], "crisis"].iloc[0] in decision.question


def test_nothing_is_revealed_before_a_decision(owed):
    assert {text.html for text in owed.verdicts.values()} == {""}
    assert f"0 of {len(owed.decisions)} decided" in said(owed.summary)


def test_a_decision_reveals_the_papers_of_its_crisis_alone(owed):
    crisis, *others = owed.decisions
    decide(owed, crisis, "force")
    rows = owed.papers[owed.papers["crisis_id"] == crisis]
    verdict = said(owed.verdicts[crisis])
    for row in rows.itertuples():
        assert row.instrument in verdict and row.what_the_text_says in verdict
    assert rows["what_washington_did"].iloc[0] in verdict
    assert {owed.verdicts[other].html for other in others} == {""}
    assert owed.answers == {crisis: "force"}


def test_the_strongest_duty_of_any_paper_counts(owed):
    order = list(DUTIES)
    for crisis in owed.decisions:
        bound = owed.papers[owed.papers["crisis_id"] == crisis]["bound"]
        assert order.index(owed.strongest(crisis)) == max(map(order.index, bound))


def test_the_summary_counts_who_expected_more_than_was_promised(owed):
    for crisis in owed.decisions:
        decide(owed, crisis, "force")
    more = sum(owed.strongest(crisis) != "force" for crisis in owed.decisions)
    assert more > 0
    assert f"{len(owed.decisions)} of {len(owed.decisions)} decided. In {more} of them you expected more" in said(
        owed.summary
    )
    for crisis in owed.decisions:
        decide(owed, crisis, owed.strongest(crisis))
    assert "In 0 of them you expected more" in said(owed.summary)


def test_a_decision_can_be_changed(owed):
    crisis = next(iter(owed.decisions))
    strongest = owed.strongest(crisis)
    other = next(duty for duty in DUTIES if duty != strongest)
    decide(owed, crisis, other)
    assert f"You said: {DUTIES[other].lower()}. The strongest document says: {DUTIES[strongest].lower()}." in said(
        owed.verdicts[crisis]
    )
    decide(owed, crisis, strongest)
    assert "You said" not in said(owed.verdicts[crisis])
    assert owed.answers == {crisis: strongest}


def test_a_notebook_keeps_the_crises_with_their_papers_folded(owed, shown):
    owed._ipython_display_()
    WhatWasOwed()._ipython_display_()
    for bundle in shown:
        assert bundle.pop(WIDGET_VIEW)["model_id"]
    assert shown[0] == shown[1]
    text = shown[0]["text/html"]
    assert text.count("What the documents say, and what happened</summary>") == len(owed.decisions)
    assert all(html.escape(paper) in text for paper in owed.papers["what_the_text_says"])

"""The widget of notebook 01: its measures of agreement, and that the reference stays hidden until all is coded."""

import math

import pytest

from uspak import data
from uspak.lessons.from_article_to_data import code_it_yourself as coding
from uspak.page.outputs import WIDGET_VIEW

FIRST = ["fact"] * 20 + ["other"] * 5 + ["fact"] * 10 + ["other"] * 15
SECOND = ["fact"] * 25 + ["other"] * 25


@pytest.fixture
def widget():
    return coding.CodeItYourself()


def fill(widget, answers):
    for item, choice in widget.choices.items():
        choice.value = answers(item)


def kinds_and_directions(kind, direction):
    return lambda item: kind if item in coding.ITEMS else direction


# Measures


def test_percent_and_kappa_of_a_table_worked_out_by_hand():
    # 20 + 15 of 50 the same, so 0.70; by chance 0.6 · 0.5 + 0.4 · 0.5 = 0.50; kappa = 0.20 / 0.50
    assert coding.percent_agreement(FIRST, SECOND) == pytest.approx(70)
    assert coding.cohens_kappa(FIRST, SECOND) == pytest.approx(0.4)
    assert coding.cohens_kappa(SECOND, FIRST) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("first", "second", "kappa"),
    [
        ("abc", "abc", 1),
        ("ab", "ba", -1),
        ("aaaa", "aabb", 0),
        ("aabb", "abab", 0),
        ("aabb", "ccdd", 0),
    ],
)
def test_the_ends_and_the_middle_of_kappa(first, second, kappa):
    assert coding.cohens_kappa(list(first), list(second)) == pytest.approx(kappa)


def test_kappa_is_undefined_where_nothing_but_agreement_was_possible():
    assert math.isnan(coding.cohens_kappa(["fact"] * 3, ["fact"] * 3))
    assert coding.percent_agreement(["fact"] * 3, ["fact"] * 3) == 100


def test_labels_are_compared_by_place_whatever_index_they_carry():
    claims = data.claims()
    shuffled = claims.sort_values("claim", ignore_index=False)
    assert coding.cohens_kappa(shuffled["kind"], shuffled["kind"].to_list()) == pytest.approx(1)


@pytest.mark.parametrize("measure", [coding.percent_agreement, coding.cohens_kappa])
@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (["a"], ["a", "b"], "same items"),
        ([], [], "no labels"),
        (["a", None], ["a", "b"], "missing"),
    ],
)
def test_what_cannot_be_compared_is_named(measure, first, second, message):
    with pytest.raises(ValueError, match=message):
        measure(first, second)


# The items


def test_the_items_stand_in_the_tables_and_ask_for_every_label(widget):
    assert len(coding.ITEMS) == 10
    assert set(widget.claims["kind"]) == set(coding.KINDS)
    assert set(widget.events["direction"]) == {"cooperation", "friction", "mixed"}
    for claim_id, event_id in coding.ITEMS.items():
        assert event_id is None or event_id in widget.claims.loc[claim_id, "evidence"].split(";")


def test_each_item_has_its_reason(widget):
    assert set(coding.WHY) == set(widget.choices) == set(widget.reference)


# Coding


def test_the_reference_is_hidden_until_all_is_coded(widget):
    assert widget.summary.html.startswith("<p>0 of 15 decisions")
    fill(widget, lambda item: widget.reference[item] if item != "P2-02" else "")
    widget.compare()
    assert not widget.compared and widget._compare.disabled
    assert "14 of 15" in widget.summary.html and not any(reason.value for reason in widget.reasons.values())
    assert len(widget.codes()) == 14 and "reference" not in widget.codes()


def test_the_same_labels_give_perfect_agreement(widget):
    fill(widget, widget.reference.get)
    assert not widget._compare.disabled
    widget._compare.click()
    assert widget.compared
    assert "<b>Kind:</b> the same label for 10 of 10, 100 per cent; Cohen's kappa 1.00." in widget.summary.html
    assert "<b>Direction:</b> the same label for 5 of 5, 100 per cent; Cohen's kappa 1.00." in widget.summary.html
    assert all("as in the reference" in reason.value for reason in widget.reasons.values())


def test_one_label_for_everything_is_no_better_than_chance(widget):
    fill(widget, kinds_and_directions("fact", "mixed"))
    widget.compare()
    same = int((widget.claims["kind"] == "fact").sum())
    assert f"the same label for {same} of 10, {10 * same} per cent; Cohen's kappa 0.00." in widget.summary.html
    assert "you chose fact, the reference prescription" in widget.reasons["P11-03"].value


def test_after_comparing_the_choices_stay_until_one_starts_again(widget):
    fill(widget, kinds_and_directions("prediction", "friction"))
    widget.compare()
    assert all(choice.disabled for choice in widget.choices.values())
    widget._again.click()
    assert not widget.compared and widget.codes().empty and widget._again.disabled
    assert not any(choice.disabled or choice.value for choice in widget.choices.values())
    assert not any(reason.value for reason in widget.reasons.values())


def test_the_codes_feed_the_measures(widget):
    assert list(widget.codes().columns) == ["item", "question", "mine"]
    fill(widget, kinds_and_directions("interpretation", "cooperation"))
    widget.compare()
    kinds = widget.codes().query("question == 'kind'")
    assert len(kinds) == 10 and coding.cohens_kappa(kinds["mine"], kinds["reference"]) == pytest.approx(0)


# Without a kernel


def test_what_is_stored_has_all_claims_and_hides_the_reference(widget, monkeypatch):
    shown = []
    monkeypatch.setattr(coding, "display", lambda bundle, raw: shown.append(bundle))
    widget._ipython_display_()
    stored = shown[0]
    page = stored["text/html"]
    assert page.count("<li>") == 10 and page.count("The reference, and why people differ") == 10
    assert page == coding.CodeItYourself()._as_text() and stored[WIDGET_VIEW]["model_id"] not in page
    assert stored["text/plain"] == repr(widget) == repr(coding.CodeItYourself())


def test_what_comes_from_the_tables_is_escaped(monkeypatch):
    claims, events = data.claims(), data.events()
    claims["claim"], events["title"] = "<b>1 & 2</b>", "<i>3</i>"
    monkeypatch.setattr(data, "claims", lambda: claims)
    monkeypatch.setattr(data, "events", lambda: events)
    page = coding.CodeItYourself()._as_text()
    assert "&lt;b&gt;1 &amp; 2" in page and "&lt;i&gt;3" in page and "<i>" not in page

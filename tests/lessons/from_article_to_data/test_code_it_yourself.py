"""The widget of notebook 01: the reference stays hidden until all is coded."""

import ipywidgets as widgets
import pytest

from uspak import data
from uspak.lessons.from_article_to_data.agreement import cohens_kappa
from uspak.lessons.from_article_to_data.code_it_yourself import CodeItYourself
from uspak.lessons.from_article_to_data.coding_task import ITEMS, WHY
from uspak.page.outputs import WIDGET_VIEW, without_mathjax


@pytest.fixture
def widget():
    return CodeItYourself()


def fill(widget, answers):
    for item, choice in widget.choices.items():
        choice.value = answers(item)


def all_of(widget):
    """A widget and all within it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from all_of(child)


def kinds_and_directions(kind, direction):
    return lambda item: kind if item in ITEMS else direction


# Coding


def test_each_item_is_asked_once(widget):
    assert set(widget.choices) == set(widget.reference) == set(WHY)


def test_kind_and_direction_stand_in_one_row(widget):
    kind, direction = widget.choices["P2-02"], widget.choices["1954-manila-pact"]
    rows = [box for box in all_of(widget) if isinstance(box, widgets.HBox) and kind in box.children]
    assert [list(row.children) for row in rows] == [[kind, direction]]
    assert kind.description == "Kind of the claim:" and direction.description == "Direction of the event:"


def test_all_lists_stand_at_one_edge(widget):
    looks = {(choice.style.description_width, choice.layout.width) for choice in widget.choices.values()}
    assert len(looks) == 1
    words, width = (int(size.removesuffix("px")) for size in looks.pop())
    assert words >= 140 and 2 * (width + 12) <= 640, "the longer words fit, and so do two lists in a row"


def test_all_controls_are_of_the_common_kit(widget):
    buttons = [control for control in all_of(widget) if isinstance(control, widgets.Button)]
    assert len(buttons) == 2
    assert all("uspak-button" in button._dom_classes for button in buttons)
    assert all("uspak-choice" in choice._dom_classes for choice in widget.choices.values())


def test_the_reference_is_hidden_until_all_is_coded(widget):
    assert widget.summary.html.startswith("<p>0 of 15 decisions")
    fill(widget, lambda item: widget.reference[item] if item != "P2-02" else "")
    widget.compare()
    assert not widget.compared and widget.comparison.button.disabled
    assert "14 of 15" in widget.summary.html and not any(reason.value for reason in widget.reasons.values())
    assert len(widget.codes()) == 14 and "reference" not in widget.codes()


def test_the_same_labels_give_perfect_agreement(widget):
    fill(widget, widget.reference.get)
    assert not widget.comparison.button.disabled
    widget.comparison.button.click()
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
    assert len(kinds) == 10 and cohens_kappa(kinds["mine"], kinds["reference"]) == pytest.approx(0)


# Without a kernel


def test_what_is_stored_has_all_claims_and_hides_the_reference(widget, shown):
    widget._ipython_display_()
    stored = shown[0]
    page = stored["text/html"]
    assert page.count("<li>") == 10 and page.count("The reference, and why people differ") == 10
    assert page == without_mathjax(CodeItYourself().printed()) and stored[WIDGET_VIEW]["model_id"] not in page
    assert stored["text/plain"] == repr(widget) == repr(CodeItYourself())


def test_what_comes_from_the_tables_is_escaped(monkeypatch):
    claims, events = data.claims(), data.events()
    claims["claim"], events["title"] = "<b>1 & 2</b>", "<i>3</i>"
    monkeypatch.setattr(data, "claims", lambda: claims)
    monkeypatch.setattr(data, "events", lambda: events)
    page = CodeItYourself().printed()
    assert "&lt;b&gt;1 &amp; 2" in page and "&lt;i&gt;3" in page and "<i>" not in page

"""The army index: nothing about ranks shows before the lock, and a locked choice is shown and kept."""

import itertools

import pytest

from uspak.drawing import figure
from uspak.lessons.the_army_argument import armies, army_index


@pytest.fixture
def widget():
    return army_index.ArmyIndex()


def test_nothing_about_ranks_shows_before_the_lock(widget):
    assert widget.lock.button.disabled and widget.lock.covered
    seen = " ".join([widget.figure.layout.title.text, widget.description.html, repr(widget), str(widget.table)])
    assert "rank" not in repr(widget).lower() and "1st" not in seen
    assert widget.trace("dots").visible and not widget.trace("scores").visible
    assert widget.trace("dots").customdata is None and widget.trace("dots").hoverinfo == "skip"
    widget.lock.button.click()
    assert not widget.lock.made, "nothing is counted yet"


def test_a_locked_choice_is_shown_and_kept(widget):
    widget.weights["active_troops"].value = 1
    assert not widget.lock.button.disabled
    widget.lock.button.click()
    assert widget.lock.made == [
        {"company": "muslim", "weights": {**dict.fromkeys(widget.weights, 0), "active_troops": 1}, "rank": 1}
    ]
    assert widget.figure.layout.title.text == "<b>Your choice: Pakistan is 1st of 14</b>"
    bars = widget.trace("scores")
    assert bars.visible and not widget.trace("dots").visible
    troops = armies.by_country().loc[armies.comparators("muslim"), "active_troops"]
    order = troops.sort_values(kind="stable").index
    assert bars.y[-1] == "Pakistan" == order[-1] and set(bars.y) == set(order)
    assert sum(widget.trace("ranks").y) == pytest.approx(100)
    assert "before you saw any rank" in widget.description.html
    assert widget.lock.button.disabled and widget.lock.button.description == "Lock this choice, too"


def test_changing_a_choice_hides_the_ranks_again(widget):
    widget.weights["coups"].value = 2
    widget.lock.button.click()
    widget.company.value = "south-asia"
    assert widget.trace("dots").visible and not widget.trace("scores").visible
    assert widget.figure.layout.title.text == f"<b>{army_index.WAITING}</b>"
    widget.lock.button.click()
    assert [choice["rank"] for choice in widget.lock.made] == [widget.lock.made[0]["rank"], 5]
    assert "after you had seen a rank" in widget.description.html and "made blind" in widget.description.html


def test_every_headline_fits_and_every_choice_has_its_picture(widget):
    for company, measure in zip(itertools.cycle(armies.SETS), widget.weights, strict=False):
        widget.company.value = company
        for other, choice in widget.weights.items():
            choice.value = int(other == measure)
        widget.lock.button.click()
        assert len(figure.plain(widget.figure.layout.title.text)) <= figure.TITLE_WIDTH
        assert len(widget.figure.layout.title.subtitle.text) <= figure.SUBTITLE_WIDTH
        assert "nan" not in widget.description.html
        alone = armies.scaled(company)[measure].rank(ascending=False, method="min")["Pakistan"]
        assert widget.lock.made[-1]["rank"] == alone


@pytest.mark.parametrize(
    ("number", "word"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (21, "21st")]
)
def test_ordinals(number, word):
    assert army_index._ordinal(number) == word


def test_the_text_version_has_a_row_for_each_army():
    assert len(army_index.ArmyIndex().table) == 20

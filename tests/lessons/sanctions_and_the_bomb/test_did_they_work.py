"""Did they work: the picture and the voices of each yardstick, and the verdicts that a student keeps."""

import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.sanctions_and_the_bomb import yardsticks
from uspak.lessons.sanctions_and_the_bomb.did_they_work import DidTheyWork


@pytest.fixture
def decision():
    return DidTheyWork()


def test_each_yardstick_has_its_picture_words_and_a_headline_that_fits(decision):
    for key in yardsticks.YARDSTICKS:
        decision.yardstick.value = key
        now = yardsticks.measure(key)
        assert decision.headline() == now.headline and len(now.headline) <= figure.TITLE_WIDTH
        assert len(now.subtitle) <= figure.SUBTITLE_WIDTH
        assert decision.figure.layout.title.text == f"<b>{now.headline}</b>"
        assert list(decision.trace("bars").y) == [bar.value for bar in now.bars]
        views = uspak.evidence("sanction_views").query("yardstick == @key")
        for speaker in views["speaker"]:
            assert speaker.split(",")[0] in decision.description.html
        pale = any(bar.before for bar in now.bars)
        (note,) = decision.figure.select_annotations(lambda a: a.name == "source")
        assert ("Pale bars" in note.text) == pale


def test_verdicts_are_kept_by_yardstick_and_compared(decision):
    decision.keeper.button.click()
    assert not decision.keeper.kept and "No verdict kept" in decision.description.html
    decision.verdict.value = "did not work"
    decision.keeper.button.click()
    assert (
        decision.keeper.kept == {"stop the bomb": "did not work"}
        and "Take another yardstick" in decision.description.html
    )
    decision.yardstick.value = "cost"
    assert decision.verdict.value == "choose", "a new yardstick asks anew"
    decision.verdict.value = "worked"
    decision.keeper.button.click()
    assert "2 answers by 2 yardsticks" in decision.description.html
    decision.yardstick.value = "stop"
    assert decision.verdict.value == "did not work", "and remembers what was kept"
    decision.verdict.value = "worked"
    decision.keeper.button.click()
    assert "One answer by 2 yardsticks" in decision.description.html


def test_the_source_line_of_every_yardstick_fits_a_narrow_page(decision):
    for key in yardsticks.YARDSTICKS:
        decision.yardstick.value = key
        note = next(decision.figure.select_annotations(lambda a: a.name == "source"))
        assert max(map(len, note.text.split("<br>"))) <= figure.SOURCE_WIDTH


def test_a_verdict_can_be_taken_back(decision):
    for verdict in ("worked", "choose"):
        decision.verdict.value = verdict
        decision.keeper.button.click()
    assert not decision.keeper.kept and "No verdict kept" in decision.description.html

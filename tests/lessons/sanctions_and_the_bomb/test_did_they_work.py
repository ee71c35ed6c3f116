"""Did they work: the picture and the voices of each yardstick, and the verdicts that a student keeps."""

import pytest

import uspak
from uspak.drawing import figure, theme
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
        drawn = [] if key == "stop" else [bar.value for bar in now.bars]
        assert list(decision.trace("bars").x) == drawn
        assert bool(decision.trace("lanes").x) == (key == "stop")
        views = uspak.evidence("sanction_views").query("yardstick == @key")
        for speaker in views["speaker"]:
            assert speaker.split(",")[0] in decision.description.html
        pale = any(bar.before for bar in now.bars) and key != "stop"
        (note,) = decision.figure.select_annotations(lambda a: a.name == "source")
        assert ("Pale: before" in note.text) == pale and "<br>" not in note.text


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


def test_each_explosion_announced_is_a_star_on_its_day(decision):
    tests = uspak.evidence("nuclear_tests")
    for state in ("PAK", "IND"):
        mine = tests[tests["country_iso3"] == state]
        stars = decision.trace(f"stars {state}")
        assert len(stars.x) == mine["announced_tests"].sum()
        assert {round(year) for year in stars.x} == {round(int(day[:4]) + int(day[5:7]) / 12) for day in mine["date"]}
        assert len(set(zip(stars.x, stars.y, strict=True))) == len(stars.x), "no star hides another"
        assert stars.marker.color == theme.ACTORS[state]
    assert {"6 in May 1998", "5 in May 1998", "1 in May 1974"} < set(decision.trace("words").text)


def test_the_time_under_the_cut_off_is_marked_in_the_lane_of_pakistan_alone(decision):
    under, pakistan, india = (decision.trace(mark) for mark in ("under", "stars PAK", "stars IND"))
    assert min(under.x) < min(pakistan.x) and max(pakistan.x) < max(under.x)
    assert (round(min(under.x), 1), round(max(under.x), 1)) == (1990.7, 2001.7)
    assert min(under.y) < min(pakistan.y) and max(india.y) < min(under.y)


def test_bars_come_back_after_the_lanes_with_their_names(decision):
    decision.yardstick.value = "ally"
    decision.yardstick.value = "stop"
    assert not decision.trace("bars").x and decision.figure.layout.yaxis.ticktext == ("India", "Pakistan")
    decision.yardstick.value = "cost"
    assert decision.figure.layout.yaxis.ticktext[0] == "Economic, 1982–90"
    assert not decision.trace("words").x and not decision.figure.layout.xaxis.showticklabels
    assert decision.trace("bars").marker.line.color[0] == theme.MONEY["economic"]

"""The dependence dial: nothing Chinese before the decision, and what passes each threshold after it."""

import pytest

from uspak.drawing import figure, theme
from uspak.lessons.the_pivot_to_china import dependence, dependence_dial, suppliers


@pytest.fixture
def dial():
    return dependence_dial.DependenceDial()


def test_nothing_chinese_is_shown_before_the_decision(dial, drawn):
    assert dial.threshold is None and dial.passing().empty
    assert not drawn(dial.trace("CHN bars").x) and drawn(dial.trace("USA bars").x)
    assert "China" not in dial.description.html and not dial.figure.layout.shapes
    behind = figure.text_version(dial.text, dial.table)
    latest = dependence.latest()
    assert not [share for share in latest["CHN"] if f">{share:.1f}<" in behind or f"({share:.0f})" in behind]
    assert all(f">{share:.1f}<" in behind for share in latest["USA"].dropna())
    for key in dependence.MEASURES:
        dial.measure.value = key
        assert not drawn(dial.trace("CHN line").x) and not drawn(dial.trace("CHN bars").x)


def test_the_answer_changes_with_the_threshold(dial):
    passed = []
    for number, threshold in enumerate(dependence_dial.THRESHOLDS):
        dial.decision.decided = number
        latest = dependence.latest()
        passed.append(int((latest["CHN"] >= threshold).sum()))
        assert dial.headline() == f"China reaches {threshold} per cent in {passed[-1]} of {len(latest)} counts"
        labels = [text for text in dial.trace("CHN bars").text if text.endswith("yes")]
        assert len(labels) == passed[-1]
        assert dial.figure.layout.shapes[0].x0 == threshold
    assert passed == sorted(passed, reverse=True) and passed[0] > passed[-1] > 0
    assert dial.tried == dict(zip(dependence_dial.THRESHOLDS, passed, strict=True))
    assert "The numbers did not change" in dial.description.html


def test_every_view_has_a_headline_that_fits(dial, drawn):
    for number in range(len(dependence_dial.THRESHOLDS)):
        dial.decision.decided = number
        for key in ("all", *dependence.MEASURES):
            dial.measure.value = key
            assert 20 < len(dial.headline()) <= figure.TITLE_WIDTH, dial.headline()
            assert len(dial.subtitle()) <= figure.SUBTITLE_WIDTH
            assert dial.figure.layout.title.text == f"<b>{dial.headline()}</b>"
            assert "nan" not in dial.description.html
            seen = [t.meta for t in dial.figure.data if drawn(t.x)]
            assert seen == {
                "all": ["CHN bars", "USA bars"],
                "debt": ["CHN bars"],
                "votes": ["CHN line", "USA line", "IND line", "names"],
            }.get(key, ["CHN line", "USA line", "names"])


def test_a_bar_that_is_alone_lies_beside_its_name(dial):
    for number in (None, 0):
        if number is not None:
            dial.decision.decided = number
        names = dict(zip(dial.figure.layout.yaxis.tickvals, dial.figure.layout.yaxis.ticktext, strict=True))
        china, usa = dial.trace("CHN bars"), dial.trace("USA bars")
        if number is None:
            assert list(usa.y) == list(names)
        for bar in (china, usa) if number is not None else ():
            alone = [y for y, name in zip(bar.y, names.values(), strict=True) if "ebt" in name]
            assert alone == [place for place, name in names.items() if "ebt" in name]


def test_what_is_not_given_has_words_and_no_bar(dial):
    usa = dial.trace("USA bars")
    missing = [number for number, text in enumerate(usa.text) if text == "US not given"]
    assert len(missing) == 4
    assert all(usa.x[number] == 0 and usa.marker.line.width[number] == 0 for number in missing)
    dial.decision.decided = 0
    assert "US not given" not in dial.trace("USA bars").text


def test_no_line_strikes_the_words_at_the_bars(dial):
    dial.decision.decided = 1
    words = [note for note in dial.figure.layout.annotations if note.name == "words" and note.text]
    written = [text for iso in ("CHN", "USA") for text in dial.trace(f"{iso} bars").text if text]
    assert sorted(note.text for note in words) == sorted(written)
    assert all((note.xref, note.x, note.xanchor) == ("paper", 1, "left") for note in words), "right of all bars"


def test_the_line_is_seen_across_the_bars(dial):
    dial.decision.decided = 0
    (line,) = dial.figure.layout.shapes
    assert line.layer == "above"


def test_there_is_nothing_else_to_show_before_the_decision(dial):
    assert dial.measure.disabled
    dial.decision.decided = 0
    assert not dial.measure.disabled


def test_the_source_stays_at_the_left_edge(dial):
    dial.decision.decided = 0
    for key in ("arms", "all", "debt", "votes"):
        dial.measure.value = key
        (source,) = dial.figure.select_annotations(dict(name="source"))
        assert source.xshift == theme.EDGE - dial.figure.layout.margin.l
        assert len([note for note in dial.figure.layout.annotations if note.name == "threshold"]) == 1


def test_first_period_over_the_line(dial, by_hand):
    dial.decision.decided = list(dependence_dial.THRESHOLDS).index(50)
    dial.measure.value = "arms"
    totals = {start: sum(tiv for (period, _), tiv in by_hand.items() if period == start) for start in suppliers.PERIODS}
    over = [start for start in suppliers.PERIODS if by_hand.get((start, "CHN"), 0) >= 0.5 * totals[start]]
    assert dial.headline().endswith(suppliers.span(over[0]))
    assert f"in {len(over)} of {len(totals)}" in dial.description.html


def test_missing_years_are_gaps(dial):
    dial.decision.decided = 0
    dial.measure.value = "votes"
    line = dial.trace("USA line")
    at = dict(zip(line.x, line.y, strict=True))
    assert 1964.5 in at and at[1964.5] is None, "the Assembly took no votes in 1964"


def test_agreement_is_no_dependence(dial):
    dial.decision.decided = 0
    assert "with India, its rival" in dial.description.html

"""The army index: nothing about ranks shows before the lock, and a locked choice is shown and kept."""

import itertools

import pytest

from uspak.drawing import figure
from uspak.lessons.the_army_argument import armies, army_index


@pytest.fixture
def widget():
    return army_index.ArmyIndex()


def _results(widget):
    """Which traces that tell a rank, or where Pakistan stands, are seen."""
    return [mark for mark in ("own", "scores", "ranks") if widget.trace(mark).visible]


def test_each_list_lies_on_its_own_strip(widget):
    """The lists share the height of the strips, which stay as high and as far from the top when the results unfold."""
    lists = next(box for box in _boxes(widget) if list(box.children) == list(widget.weights.values()))
    layout = widget.figure.layout

    def strips():
        plot = layout.height - layout.margin.t - layout.margin.b
        return layout.margin.t, round((layout.yaxis.domain[1] - layout.yaxis.domain[0]) * plot), layout.yaxis.domain[1]

    before = strips()
    assert lists.layout.margin.startswith(f"{before[0]}px") and lists.layout.height == f"{before[1]}px"
    assert int(lists.layout.width[:-2]) + 6 < layout.margin.l, "nothing of the plot lies under them"
    assert all(choice.description for choice in widget.weights.values()), "a screen reader hears what each is for"
    names = [note.text for note in layout.annotations if note.y == 0 and "<b>" in note.text]
    assert names == [f"<b>{widget.weights['active_troops'].description[:-1]}</b>"]
    folded = layout.height
    widget.weights["coups"].value = 1
    widget.lock.button.click()
    assert strips() == before and layout.height > folded
    widget.weights["coups"].value = 2
    assert strips() == before and layout.height == folded


def _boxes(widget):
    for child in widget.children:
        if hasattr(child, "children"):
            yield child
            yield from _boxes(child)


def test_nothing_about_ranks_shows_before_the_lock(widget):
    assert widget.lock.button.disabled and widget.lock.covered
    seen = " ".join([widget.figure.layout.title.text, widget.description.html, repr(widget), str(widget.table)])
    assert "rank" not in repr(widget).lower() and "1st" not in seen
    assert len(widget.trace("dots").x) and not _results(widget)
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
    assert _results(widget) == ["own", "scores", "ranks"]
    assert (widget.trace("own").y[0], widget.trace("own").x[0]) == (0, 1), "the most troops, on the first strip"
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
    assert not _results(widget) and not len(widget.trace("own").x)
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

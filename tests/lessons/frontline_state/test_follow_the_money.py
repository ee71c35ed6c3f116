"""Follow the money: the headlines, and what changes when a student chooses."""

import itertools

import pytest

from uspak.drawing import figure
from uspak.lessons.frontline_state import money
from uspak.lessons.frontline_state.follow_the_money import SPANS, STREAMS, FollowTheMoney

CHOICES = list(itertools.product(money.PRICES, money.COUNTS, money.ESTIMATES, SPANS))


@pytest.fixture
def widget():
    return FollowTheMoney()


def test_every_choice_has_its_picture_and_a_headline_that_fits(widget):
    said = set()
    for prices, count, estimate, span in CHOICES:
        widget.prices.value, widget.count.value, widget.estimate.value, widget.span.value = (
            prices,
            count,
            estimate,
            span,
        )
        headline = widget.headline()
        said.add(headline)
        assert 20 < len(headline) <= figure.TITLE_WIDTH, headline
        assert len(widget.subtitle()) <= figure.SUBTITLE_WIDTH, widget.subtitle()
        assert widget.figure.layout.title.text == f"<b>{headline}</b>"
        assert "nan" not in headline + widget.description.html
        assert [name for name in STREAMS if widget.trace(name).x] == list(money.COUNTS[count][1])
    assert len(said) >= 12, "the take-away has to change with what is counted"


def test_prices_decide_where_the_peak_lies(widget):
    widget.span.value = "all"
    assert widget.headline() == "Peak in current dollars: fiscal 1988, in the Afghan war"
    widget.prices.value = "constant_2020"
    assert widget.headline() == "Peak in constant dollars: fiscal 1962, not the Afghan war"


def test_no_peak_is_claimed_where_a_year_has_no_figure(widget):
    widget.span.value, widget.count.value = "all", "covert"
    assert widget.headline() == "Highest known year in current dollars: fiscal 1987"


def test_years_without_a_figure_are_marked_and_not_drawn(widget):
    widget.count.value = "covert"
    bars = widget.trace("covert")
    assert dict(zip(bars.x, bars.y, strict=True))[1988] is None
    marks = widget.trace("no figure")
    assert (list(marks.x), list(marks.text)) == ([1988, 1989], ["?", "?"])
    assert "2 years unknown" in widget.headline() and "1988 and 1989" in widget.description.html
    widget.count.value = "aid"
    assert not widget.trace("no figure").x


def test_a_year_without_a_record_is_marked_and_not_drawn_as_nothing(widget):
    widget.span.value = "all"
    bars = widget.trace("economic")
    assert dict(zip(bars.x, bars.y, strict=True))[1949] is None
    assert list(widget.trace("no figure").x) == [1949, 1950]
    assert "? = no data" in widget.figure.layout.title.subtitle.text


def test_years_of_too_little_to_see_have_their_number_written(widget):
    widget.count.value = "military"
    small = widget.trace("too little to see")
    assert dict(zip(small.x, small.text, strict=True)) == {1980: "0", 1981: "0", 1982: "0.6"}
    widget.count.value = "aid"
    assert not widget.trace("too little to see").x
    widget.count.value, widget.span.value = "covert", "all"
    assert not widget.trace("too little to see").x, "a programme that did not exist yet needs no row of zeros"


def test_the_estimate_matters_only_where_it_is_counted(widget):
    assert widget.estimate.disabled
    widget.count.value = "all"
    assert not widget.estimate.disabled
    low = widget.total()
    widget.estimate.value = "high"
    assert widget.total() > low


def test_kept_counts_are_compared(widget):
    assert "Nothing kept" in widget.description.html
    widget.keeper.button.click()
    widget.keeper.button.click()
    assert len(widget.keeper.kept) == 1 and "second count" in widget.description.html
    widget.prices.value = "constant_2020"
    widget.keeper.button.click()
    assert len(widget.keeper.kept) == 2
    ratio = max(widget.keeper.kept.values()) / min(widget.keeper.kept.values())
    assert f"{ratio:.1f} times the smallest" in widget.description.html

"""Follow the money, and the map of the front line: the sums, the headlines, and what changes when a student chooses."""

import itertools

import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.frontline_state import follow_the_money as money
from uspak.lessons.frontline_state import frontline_map as frontline

CHOICES = list(itertools.product(money.PRICES, money.COUNTS, money.ESTIMATES, money.SPANS))


@pytest.fixture
def widget():
    return money.FollowTheMoney()


@pytest.fixture
def front():
    return frontline.FrontlineMap()


# The sums


def test_the_streams_are_those_of_the_tables():
    table = money.streams()
    aid = uspak.evidence("aid_by_year").set_index("fiscal_year")
    assert table.index.tolist() == list(range(1948, 1991))
    assert table.loc[1985, "economic"] == aid.loc["1985", "economic_usd_millions_current"]
    assert table.loc[1985, "covert"] == 250
    assert money.streams(estimate="high").loc[1985, "covert"] == 280


def test_no_programme_is_nothing_but_no_figure_is_not():
    covert = money.streams()["covert"]
    assert (covert.loc[:1978] == 0).all()
    assert covert.loc[[1988, 1989]].isna().all()
    assert covert.loc[1980:1987].notna().all()


def test_secret_money_is_converted_with_the_ratio_of_its_year():
    then, now = money.streams("current"), money.streams("constant_2020")
    ratio = now["economic"] / then["economic"]
    assert now.loc[1987, "covert"] == pytest.approx(630 * ratio[1987], rel=1e-3)
    assert ratio[1987] == pytest.approx(2.0, abs=0.1)


def test_the_sums_of_the_war():
    sums = money.every_count().set_index("Fiscal 1980–1990")["Billions of dollars of the day"]
    assert sums["economic and military aid"] == pytest.approx(5.3, abs=0.05)
    assert sums["CIA programme, low estimate"] < sums["CIA programme, high estimate"] < 3
    assert money.lent() == pytest.approx(1738.5, abs=1), "four fifths of the military aid was loans"


@pytest.mark.parametrize("wrong", [{"prices": "rupees"}, {"estimate": "middle"}])
def test_an_unknown_choice_is_named(wrong):
    with pytest.raises(ValueError, match="Possible"):
        money.streams(**wrong)


# The choices


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
        assert widget.figure.layout.title.text == f"<b>{headline}</b>"
        assert "nan" not in headline + widget.words.html
        assert [name for name in money.STREAMS if widget.trace(name).x] == list(money.COUNTS[count][1])
    assert len(said) >= 12, "the take-away has to change with what is counted"


def test_prices_decide_where_the_peak_lies(widget):
    widget.span.value = "all"
    assert widget.headline() == "Peak in dollars of the day: fiscal 1988, in the Afghan war"
    widget.prices.value = "constant_2020"
    assert widget.headline() == "Peak in dollars of 2020: fiscal 1962, not the Afghan war"


def test_no_peak_is_claimed_where_a_year_has_no_figure(widget):
    widget.span.value, widget.count.value = "all", "covert"
    assert widget.headline() == "Highest known year in dollars of the day: fiscal 1987"


def test_years_without_a_figure_are_marked_and_not_drawn(widget):
    widget.count.value = "covert"
    bars = widget.trace("covert")
    assert dict(zip(bars.x, bars.y, strict=True))[1988] is None
    marks = widget.trace("no figure")
    assert (list(marks.x), list(marks.text)) == ([1988, 1989], ["?", "?"])
    assert "2 years unknown" in widget.headline() and "1988 and 1989" in widget.words.html
    widget.count.value = "aid"
    assert not widget.trace("no figure").x


def test_a_year_without_a_record_is_marked_and_not_drawn_as_nothing(widget):
    widget.span.value = "all"
    bars = widget.trace("economic")
    assert dict(zip(bars.x, bars.y, strict=True))[1949] is None
    assert list(widget.trace("no figure").x) == [1949, 1950]
    assert "? = no figure" in widget.figure.layout.title.subtitle.text


def test_the_estimate_matters_only_where_it_is_counted(widget):
    assert widget.estimate.disabled
    widget.count.value = "all"
    assert not widget.estimate.disabled
    low = widget.total()
    widget.estimate.value = "high"
    assert widget.total() > low


def test_kept_counts_are_compared(widget):
    assert "Nothing kept" in widget.words.html
    widget.keep.click()
    widget.keep.click()
    assert len(widget.kept) == 1 and "second one" in widget.words.html
    widget.prices.value = "constant_2020"
    widget.keep.click()
    assert len(widget.kept) == 2
    ratio = max(widget.kept.values()) / min(widget.kept.values())
    assert f"{ratio:.1f} times the smallest" in widget.words.html


# The map


def test_the_map_counts_people_as_unhcr_does(front):
    refugees = uspak.evidence("refugees").set_index("year")["refugees_end_year"]
    for index, year in enumerate(frontline.YEARS):
        front.stepper.index = index
        assert len(front.trace("refugees").lon) == round(refugees[year] / frontline.PEOPLE_PER_DOT)
        assert f"{refugees[year]:,}" in front.description.html
        assert front.figure.layout.title.text == f"<b>{front.headline()}</b>"
        assert len(front.headline()) <= figure.TITLE_WIDTH


def test_no_arms_route_before_there_were_arms(front):
    def routes():
        return [len(t.lon) for t in front.figure.select_traces(lambda trace: trace.meta == "route")]

    front.stepper.index = 0
    assert set(routes()) == {0} and "not yet in arms" in front.description.html
    front.stepper.index = 1
    assert min(routes()) >= 2


def test_a_year_without_an_estimate_says_so(front):
    front.stepper.index = 1988 - frontline.YEARS[0]
    assert front.headline().endswith("unknown")
    assert "No published figure" in front.description.html

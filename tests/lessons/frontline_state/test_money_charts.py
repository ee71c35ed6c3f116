"""The charts of money, against the tables."""

import pandas as pd
import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.frontline_state import money_charts


def words_of(fig):
    return [note.text for note in fig.layout.annotations]


def test_both_prices_are_drawn_and_named_at_their_end(aid):
    years = aid.loc[:1990]
    fig = money_charts.in_two_prices(
        years.index, years["total_usd_millions_constant_2020"], years["total_usd_millions_current"]
    )
    assert [trace.name for trace in fig.data] == ["Constant 2020 dollars", "Current dollars"]
    assert len({(trace.line.color, trace.line.dash) for trace in fig.data}) == 2
    ends = {note.text.replace("<br>", " "): note.y for note in fig.layout.annotations}
    assert ends["Constant 2020 dollars"] == years["total_usd_millions_constant_2020"].iloc[-1]


def test_the_promise_is_named_at_its_end_and_the_axis_ends_at_zero():
    running = pd.DataFrame({"Economic": [1.0, 2.0], "Military": [0.0, 1.0]}, index=[1986, 1987])
    fig = money_charts.running_total(running, pd.Series([2667.0, 3200.0], index=[1986, 1987]))
    label = next(note for note in fig.layout.annotations if note.text.startswith("promised"))
    assert (label.text, label.x, label.y, label.showarrow) == ("promised: 3,200", 1987, 3200, False)
    assert fig.layout.yaxis.range[0] == 0
    casing, line = fig.data[-2:]
    assert casing.line.width - line.line.width <= 0.5, "a wider one hides the area's edge beside it"
    assert {trace.name: trace.fillcolor for trace in fig.data[:2]} == {
        "Economic": theme.MONEY["economic"],
        "Military": theme.MONEY["military"],
    }


@pytest.fixture
def estimates():
    known = uspak.evidence("covert_aid").query("fiscal_year <= 1991")
    return money_charts.estimates(
        known["fiscal_year"], known["low_usd_millions_current"], known["high_usd_millions_current"]
    )


def test_estimates_have_both_ends_written_where_they_are_large(estimates):
    at = {(note.x, note.text) for note in estimates.layout.annotations}
    for year, ends in {1984: "60 200", 1986: "275 550", 1987: "630 700"}.items():
        assert {(year, end) for end in ends.split()} <= at
    assert words_of(estimates).count("280") == 2, "the top of 1985, and 1990 once"


def test_years_without_an_estimate_say_so_and_ranges_have_no_rim(estimates):
    assert [note.x for note in estimates.layout.annotations if note.text == "no<br>data"] == [1988, 1989]
    (bars,) = estimates.data
    assert bars.marker.line.width == 0 and not bars.marker.pattern.shape
    assert estimates.layout.yaxis.range[0] == 0

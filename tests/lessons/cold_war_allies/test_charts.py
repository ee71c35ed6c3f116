"""The figures of notebook 02 that do not move: what they draw of the tables."""

import itertools
import math

import pandas as pd
import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.cold_war_allies import charts


@pytest.fixture(scope="module")
def aid():
    table = uspak.evidence("aid_by_year")
    return table[table["fy_end_date"] < "1980"]


@pytest.fixture(scope="module")
def shares():
    arms = uspak.evidence("arms_imports")
    arms = arms[arms["year"] <= 1979]
    period = (arms["year"] // 5 * 5).astype(str)
    table = arms.groupby([period, "supplier"])["tiv_millions"].sum().unstack(fill_value=0)
    return table.div(table.sum(axis="columns"), axis="index") * 100


@pytest.fixture(scope="module")
def by_year():
    return uspak.evidence("un_agreement_world").set_index("year").reindex(range(1947, 1980))


def trace(fig, name):
    return next(fig.select_traces({"name": name}))


def test_the_flight_leaves_tinted_pakistan_and_its_end_is_written_on_the_map():
    fig = charts.flight_map()
    assert trace(fig, "Pakistan").fillcolor.startswith("rgba(0, 158, 115")
    words = [text for one in fig.select_traces(lambda one: one.text and "text" in one.mode) for text in one.text]
    assert {"1 May 1960,<br>from Peshawar", "Shot down near Sverdlovsk", "Pakistan"} <= set(words)


def test_the_map_of_the_flight_ends_before_the_east_of_pakistan():
    fig = charts.flight_map()
    lon = [east for east in trace(fig, "Pakistan").lon if not math.isnan(east)]
    assert max(lon) < fig.layout.meta["map"]["window"][2] < 88


def test_both_panels_of_aid_have_one_scale_and_one_axis_of_time(aid):
    layout = charts.aid_bars(aid).layout
    dollars = [
        (axis.range[1] - axis.range[0]) / (axis.domain[1] - axis.domain[0]) for axis in (layout.yaxis, layout.yaxis2)
    ]
    assert math.isclose(*dollars, rel_tol=1e-9)
    assert layout.yaxis.domain[1] < layout.yaxis2.domain[0]


def test_military_aid_stands_alone_above_and_on_economic_aid_below(aid):
    fig = charts.aid_bars(aid)
    alone, below = trace(fig, "Military"), trace(fig, "Military, in all aid")
    assert (alone.yaxis, below.yaxis, trace(fig, "Economic").yaxis) == ("y2", "y", "y")
    assert fig.layout.barmode == "stack" and list(alone.x) == list(below.x)
    assert {bars.marker.color for bars in fig.data} == set(theme.MONEY.values())
    highest = aid["military_usd_millions_constant_2020"].max()
    assert highest < fig.layout.yaxis2.range[1]


def test_a_bar_of_aid_is_as_wide_as_its_fiscal_year_and_overlaps_no_other(aid):
    bars = trace(charts.aid_bars(aid), "Military")
    half = [pd.Timedelta(milliseconds=width / 2) for width in bars.width]
    ends = [(pd.Timestamp(middle) - own, pd.Timestamp(middle) + own) for middle, own in zip(bars.x, half, strict=True)]
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(ends))
    quarter = list(bars.customdata).index("1976TQ")
    assert bars.width[quarter] < 0.3 * bars.width[0]
    assert all(end <= pd.Timestamp(day) for (_, end), day in zip(ends, aid["fy_end_date"], strict=True))


def test_each_supplier_has_a_row_of_its_own_on_the_scale_of_all(shares):
    fig = charts.share_bars(shares)
    assert [bars.name for bars in fig.data] == list(charts.SUPPLIERS)
    axes = [fig.layout[bars.yaxis.replace("y", "yaxis")] for bars in fig.data]
    assert len({axis.range for axis in axes}) == 1
    assert len({round(axis.domain[1] - axis.domain[0], 6) for axis in axes}) == 1
    assert all(lower.domain[1] < upper.domain[0] for upper, lower in itertools.pairwise(axes))
    for bars in fig.data:
        assert list(bars.y) == list(shares[bars.name])
        assert bars.text[0] in ("0", f"{shares[bars.name].iloc[0]:.1f}")


def test_only_suppliers_that_act_elsewhere_have_a_colour_of_their_own(shares):
    colours = {bars.name: bars.marker.color for bars in charts.share_bars(shares).data}
    assert colours.pop("United States") == theme.ACTORS["USA"] and colours.pop("China") == theme.ACTORS["CHN"]
    assert set(colours.values()) == {theme.OTHERS}


def test_years_without_votes_are_gaps_in_lines_and_bars_and_are_named(by_year):
    fig = charts.vote_bars(by_year)
    for one in fig.data:
        gone = [year for year, value in zip(one.x, one.y, strict=True) if math.isnan(value)]
        assert gone == [1951, 1964] and not (one.type == "scatter" and one.connectgaps)
    named = [note.text for note in fig.layout.annotations if "too few votes" in note.text]
    assert named == ["1951: too few votes", "1964: too few votes"]


def test_the_bars_of_votes_are_the_difference_of_the_lines(by_year):
    fig = charts.vote_bars(by_year)
    bars = trace(fig, "Pakistan minus median state")
    pairs = zip(trace(fig, "Pakistan").y, trace(fig, "Median state").y, bars.y, strict=True)
    assert all(math.isnan(gap) or math.isclose(own - median, gap, abs_tol=0.0011) for own, median, gap in pairs)
    full = [gap > 0 for gap, colour in zip(bars.y, bars.marker.color, strict=True) if colour == theme.ACTORS["PAK"]]
    assert full and all(full)

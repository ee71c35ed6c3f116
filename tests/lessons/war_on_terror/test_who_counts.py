"""Who counts: the ranges of the six counts, the shares, the unknown, and what a decision on a headline brings to light."""

import itertools

import pandas as pd
import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.war_on_terror import who_counts as whocounts

BUREAU, NEW_AMERICA, JOURNAL, TO_UN, TO_SENATE, US = whocounts.COUNTS


@pytest.fixture
def widget():
    return whocounts.WhoCounts()


@pytest.fixture(scope="module")
def totals():
    rows = uspak.evidence("drone_totals").dropna(subset="civilians_min").to_dict("records")
    return {row["counted_by"]: row for row in rows}


def bars(widget):
    return next(widget.figure.select_traces(lambda trace: trace.meta == "ranges"))


# The ranges


def test_every_count_of_civilians_is_there(totals):
    assert set(whocounts.COUNTS) == set(totals), "a new count needs a name and a colour in COUNTS"
    table = whocounts.ranges()
    for count, row in totals.items():
        assert tuple(table.loc[count]) == (row["civilians_min"], row["civilians_max"])


def test_shares_are_worked_out_from_the_four_numbers(totals):
    like, widest = whocounts.ranges("like"), whocounts.ranges("widest")
    for count, row in totals.items():
        if pd.isna(row["killed_min"]):
            assert like.loc[count].isna().all() and widest.loc[count].isna().all()
            continue
        ends = sorted(100 * row[f"civilians_{end}"] / row[f"killed_{end}"] for end in ("min", "max"))
        assert list(like.loc[count]) == pytest.approx(ends)
        assert widest.loc[count, "low"] == pytest.approx(100 * row["civilians_min"] / row["killed_max"])
        assert widest.loc[count, "high"] == pytest.approx(100 * row["civilians_max"] / row["killed_min"])
    known = like.dropna().index
    assert (widest.loc[known, "low"] <= like.loc[known, "low"]).all()
    assert (widest.loc[known, "high"] >= like.loc[known, "high"]).all()


def test_the_unknown_change_one_count_alone_and_bring_it_into_the_others_range():
    out, counted = whocounts.ranges(), whocounts.ranges(unknown=True)
    assert counted.drop(index=NEW_AMERICA).equals(out.drop(index=NEW_AMERICA))
    yearly = uspak.evidence("drone_strikes").query("counted_by == 'New America'")
    for end, name in (("low", "min"), ("high", "max")):
        added = counted.loc[NEW_AMERICA, end] - out.loc[NEW_AMERICA, end]
        assert added == sum(yearly[f"unknown_status_{name}"])
    assert out.loc[NEW_AMERICA, "high"] < out.loc[BUREAU, "low"]
    assert counted.loc[BUREAU, "low"] < counted.loc[NEW_AMERICA, "low"]
    assert counted.loc[NEW_AMERICA, "high"] < counted.loc[BUREAU, "high"]


def test_an_unknown_measure_is_named():
    with pytest.raises(ValueError, match="Possible"):
        whocounts.ranges("mean")


# The choices


def test_every_choice_has_its_headline_and_all_counts_stay_in_view(widget):
    said = set()
    for count, measure, unknown in itertools.product(whocounts.COUNTS, whocounts.MEASURES, whocounts.UNKNOWN):
        widget.count.value, widget.measure.value, widget.unknown.value = count, measure, unknown
        headline = widget.headline()
        said.add(headline)
        assert 20 < len(headline) <= figure.TITLE_WIDTH, headline
        assert widget.figure.layout.title.text == f"<b>{headline}</b>"
        assert len(widget._subtitle()) <= figure.SUBTITLE_WIDTH
        assert "nan" not in headline + widget.words.html
        assert len(bars(widget).y) == len(bars(widget).text) == len(whocounts.COUNTS)
    assert len(said) >= 12, "the take-away has to change with counter and measure"


def test_only_the_chosen_count_is_coloured_and_nothing_is_drawn_where_nothing_is_known(widget):
    widget.count.value, widget.measure.value = TO_UN, "like"
    look = dict(zip(whocounts.COUNTS, bars(widget).marker.color, strict=True))
    assert look[TO_UN] == whocounts.COUNTS[TO_UN].colour
    assert look[JOURNAL] == "rgba(0,0,0,0)"
    assert len({look[count] for count in (BUREAU, NEW_AMERICA, TO_SENATE, US)}) == 1
    assert bars(widget).text[list(whocounts.COUNTS).index(JOURNAL)] == "no total given"


def test_whoever_counts_the_unknown_is_told_so(widget):
    widget.count.value = NEW_AMERICA
    assert "unknown" not in widget.headline() and not any("unknown" in name for name in bars(widget).y)
    widget.unknown.value = True
    assert widget.headline() == "New America: 456–631 killed, civilians and unknown"
    assert ["unknown" in name for name in bars(widget).y] == [count == NEW_AMERICA for count in whocounts.COUNTS]
    widget.count.value = BUREAU
    assert "unknown" not in widget.headline()


# The decision


def test_each_headline_is_held_against_the_six_counts(widget):
    assert widget.bearing(0) == [TO_SENATE]
    assert widget.bearing(1) == [], "no count has thousands of civilians"
    assert set(widget.bearing(2)) == {BUREAU, NEW_AMERICA, TO_UN}
    assert set(widget.bearing(3)) == set(whocounts.OUTSIDE)


def test_the_numbers_in_the_headlines_are_those_of_the_table(totals):
    outside = [totals[count] for count in whocounts.OUTSIDE]
    low, high = min(row["civilians_min"] for row in outside), max(row["civilians_max"] for row in outside)
    assert f"{low} to {high} civilians" in whocounts.HEADLINES[3][0]
    assert f"killed {totals[TO_SENATE]['civilians_min']} civilians" in whocounts.HEADLINES[0][0]


def test_a_decision_says_who_bears_it_out_and_ticks_them(widget):
    assert "Not decided yet" in widget.words.html
    for number in range(len(whocounts.HEADLINES)):
        widget.decision.decided = number
        bearing = widget.bearing(number)
        assert f"{len(bearing)} of 6 counts bear it out" in widget.words.html
        ticked = {count for count, text in zip(whocounts.COUNTS, bars(widget).text, strict=True) if "✓" in text}
        assert ticked == set(bearing)


def test_the_text_version_names_every_range():
    widget = whocounts.WhoCounts()
    assert "456–631" in widget.table.to_string()
    for row in uspak.evidence("drone_totals").dropna(subset="civilians_min").itertuples():
        assert whocounts.written(row.civilians_min, row.civilians_max) in widget.text

"""Who counts: what each choice shows and says, and what a decision on a headline brings to light."""

import itertools

import pytest

import uspak
from uspak.drawing import figure, theme
from uspak.lessons.war_on_terror import counter_colours, counts, who_counts
from uspak.lessons.war_on_terror.drone_strikes import written_range

BUREAU, NEW_AMERICA, JOURNAL, TO_UN, TO_SENATE, US = counts.COUNTS


@pytest.fixture
def widget():
    return who_counts.WhoCounts()


def bars(widget):
    return next(widget.figure.select_traces(lambda trace: trace.meta == "ranges"))


# The choices


def test_every_choice_has_its_headline_and_all_counts_stay_in_view(widget):
    said = set()
    for count, measure, unknown in itertools.product(counts.COUNTS, counts.MEASURES, counts.UNKNOWN):
        widget.count.value, widget.measure.value, widget.unknown.value = count, measure, unknown
        headline = widget.headline()
        said.add(headline)
        assert 20 < len(headline) <= figure.TITLE_WIDTH, headline
        assert widget.figure.layout.title.text == f"<b>{headline}</b>"
        assert len(widget.subtitle()) <= figure.SUBTITLE_WIDTH
        assert "nan" not in headline + widget.description.html
        assert len(bars(widget).y) == len(bars(widget).text) == len(counts.COUNTS)
    assert len(said) >= 12, "the take-away has to change with counter and measure"


def test_only_the_chosen_count_is_coloured_and_nothing_is_drawn_where_nothing_is_known(widget):
    widget.count.value, widget.measure.value = TO_UN, "like"
    look = dict(zip(counts.COUNTS, bars(widget).marker.color, strict=True))
    assert look[TO_UN] == counter_colours.COLOURS[TO_UN]
    assert look[JOURNAL] == "rgba(0,0,0,0)"
    assert len({look[count] for count in (BUREAU, NEW_AMERICA, TO_SENATE, US)}) == 1
    assert bars(widget).text[list(counts.COUNTS).index(JOURNAL)] == "no total given"


def test_a_counter_has_an_actors_colour_only_if_it_is_that_actor():
    colours = counter_colours.COLOURS
    assert set(colours) == set(counts.COUNTS)
    assert colours[TO_UN] == colours[TO_SENATE] == theme.ACTORS["PAK"] and colours[US] == theme.ACTORS["USA"]
    assert [colours[count] for count in (BUREAU, NEW_AMERICA, JOURNAL)] == list(theme.SERIES)


def test_no_grid_strikes_the_numbers_at_the_ends_of_bars(widget):
    assert widget.figure.layout.xaxis.showgrid is False


def test_whoever_counts_the_unknown_is_told_so(widget):
    widget.count.value = NEW_AMERICA
    assert "unknown" not in widget.headline() and not any("unknown" in name for name in bars(widget).y)
    widget.unknown.value = True
    assert widget.headline() == "New America: 456–631 killed, civilians and unknown"
    assert ["unknown" in name for name in bars(widget).y] == [count == NEW_AMERICA for count in counts.COUNTS]
    widget.count.value = BUREAU
    assert "unknown" not in widget.headline()


# The decision


def test_a_decision_says_who_bears_it_out_and_ticks_them(widget):
    assert "Not decided yet" in widget.description.html and widget.bearing() == []
    for number in range(len(counts.HEADLINES)):
        widget.decision.decided = number
        bearing = widget.bearing()
        assert f"{len(bearing)} of 6 counts support it" in widget.description.html
        ticked = {count for count, text in zip(counts.COUNTS, bars(widget).text, strict=True) if "✓" in text}
        assert ticked == set(bearing)


def test_one_decides_below_the_figure_and_above_the_words(widget):
    _, drawn, below = widget.children
    assert drawn is widget.figure and below.children == (widget.decision, widget.description)


def test_the_text_version_names_every_range():
    widget = who_counts.WhoCounts()
    assert "456–631" in widget.table.to_string()
    for row in uspak.evidence("drone_totals").dropna(subset="civilians_min").itertuples():
        assert written_range(row.civilians_min, row.civilians_max) in widget.text

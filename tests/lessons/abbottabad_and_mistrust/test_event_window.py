"""The event window: what a window compares, what the other windows say, and that nothing is shown before one commits."""

import csv
import datetime as dt
import itertools
import json
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.abbottabad_and_mistrust import event_window

DATA = Path(uspak.__file__).parents[2] / "data"


@pytest.fixture
def widget():
    return event_window.EventWindow()


@pytest.fixture
def seen(widget):
    widget.commit.click()
    return widget


@pytest.fixture(scope="module")
def aid():
    """Total aid in dollars of the day by fiscal year, read without the library."""
    with open(DATA / "evidence" / "aid_by_year.csv", encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if row["fiscal_year"].isdigit() and row["total_usd_millions_current"]
        ]
    return {int(row["fiscal_year"]): float(row["total_usd_millions_current"]) for row in rows}


def drawn(widget):
    """All numbers and words that the browser gets, as one text."""
    return json.dumps(json.loads(go.Figure(widget.figure).to_json()))


# The years


@pytest.mark.parametrize("event", event_window.EVENTS)
def test_an_event_falls_into_the_year_that_the_calendar_says(event):
    day = dt.date.fromisoformat(event_window.EVENTS[event][1])
    begin = dt.date(day.year, 10, 1)
    assert event_window.year_of(event, "total") == (day.year + 1 if day >= begin else day.year)
    assert event_window.year_of(event, "favour") == day.year


def test_the_days_are_those_of_the_events_table():
    events = uspak.events().set_index("event_id")["date"]
    of = {
        "davis": "2011-raymond-davis",
        "raid": "2011-abbottabad-raid",
        "salala": "2011-salala",
        "suspension": "2018-aid-suspended",
    }
    assert {key: event_window.EVENTS[key][1] for key in of} == {key: events[event] for key, event in of.items()}


def test_nothing_happened_around_the_placebo():
    day = pd.Timestamp(event_window.EVENTS["placebo"][1])
    apart = (pd.to_datetime(uspak.events()["start"]) - day).abs()
    assert apart.min() > pd.Timedelta(days=60)


def test_the_own_year_is_left_out_or_counted_once():
    assert event_window.years_of("raid", "total", 2, 3) == ([2009, 2010], [2012, 2013, 2014])
    assert event_window.years_of("raid", "total", 2, 3, "after") == ([2009, 2010], [2011, 2012, 2013])
    assert event_window.years_of("raid", "total", 2, 3, "before") == ([2010, 2011], [2012, 2013, 2014])
    assert event_window.years_of("salala", "total", 1, 1) == ([2011], [2013])
    assert event_window.years_of("salala", "favour", 1, 1) == ([2010], [2012])


@pytest.mark.parametrize(
    "wrong",
    [
        ("war", "total", 1, 1),
        ("raid", "rupees", 1, 1),
        ("raid", "total", 0, 1),
        ("raid", "total", 1, 7),
        ("raid", "total", 1, 1, "x"),
    ],
)
def test_an_unknown_choice_is_named(wrong):
    with pytest.raises(ValueError, match=r"Possible|A window has"):
        event_window.years_of(*wrong)


# The comparison


@pytest.mark.parametrize("before, after", [(1, 1), (3, 3), (5, 2), (6, 6)])
def test_a_change_is_mean_after_minus_mean_before(aid, before, after):
    earlier = [aid[year] for year in range(2011 - before, 2011)]
    later = [aid[year] for year in range(2012, 2012 + after)]
    expected = sum(later) / after - sum(earlier) / before
    assert event_window.change("raid", "total", before, after) == pytest.approx(expected)


def test_all_windows_are_there_once_and_sorted(aid):
    table = event_window.all_windows("raid", "total")
    assert len(table) == 6 * 6 * 3 and not table.duplicated(["before", "after", "own"]).any()
    assert table["change"].is_monotonic_increasing
    falls = 0
    for before, after, own in itertools.product(range(1, 7), range(1, 7), ("out", "after", "before")):
        last, first = (2011 if own == "before" else 2010), (2011 if own == "after" else 2012)
        earlier = sum(aid[last - i] for i in range(before)) / before
        later = sum(aid[first + i] for i in range(after)) / after
        falls += later < earlier
    assert (table["change"] < 0).sum() == falls


def test_a_window_without_data_is_no_window():
    favour = event_window.series("favour").dropna()
    assert event_window.all_windows("suspension", "favour").empty
    table = event_window.all_windows("raid", "favour")
    assert table.loc[table["own"] == "out", "after"].max() == favour.index.max() - 2011 < event_window.LONGEST
    assert pd.isna(event_window.change("raid", "favour", 1, 6))


def test_yearly_data_cannot_tell_davis_from_the_raid():
    for name in event_window.SERIES:
        pd.testing.assert_frame_equal(event_window.all_windows("davis", name), event_window.all_windows("raid", name))


def test_the_placebo_shows_as_many_falls_as_the_raid():
    falls = {event: (event_window.all_windows(event, "total")["change"] < 0).mean() for event in ("raid", "placebo")}
    assert falls["placebo"] >= falls["raid"], "the text of the notebook rests on this"


def test_repayments_are_added_only_where_they_are_known():
    total, repaid, both = (event_window.series(name) for name in ("total", "repaid", "with_repaid"))
    assert both.dropna().index.tolist() == repaid.dropna().index.tolist()
    assert both[2010] == total[2010] + repaid[2010]


# The commitment


def test_nothing_can_be_seen_before_the_commitment(widget, aid):
    numbers = {f"{value:.3f}".rstrip("0") for year, value in aid.items() if year >= 2001}
    for event, name in itertools.product(event_window.EVENTS, event_window.SERIES):
        widget.event.value, widget.series.value = event, name
        shown = drawn(widget)
        assert not any(number in shown for number in numbers)
        assert set(widget.trace("bars").y) <= {1.0}
        assert not widget.trace("fall").x and not widget.trace("rise").x
        assert "fall" not in widget.headline() and "million" not in widget.words.html.replace("millions", "")
        assert not widget.figure.layout.yaxis.showticklabels and not widget.figure.layout.yaxis2.showticklabels


def test_nothing_is_sent_before_the_figure_is_shown(widget):
    """A message on its way while the browser still builds the figure resets what it does not name, such as colours."""
    assert widget.figure._last_trace_edit_id == 0


def test_one_commits_once_and_it_is_written_down(widget):
    widget.before.value, widget.own.value = 4, "after"
    assert widget.keep.disabled
    widget.commit.click()
    assert widget.committed == ("raid", "total", 4, 3, "after") and widget.commit.disabled and not widget.keep.disabled
    widget.series.value = "economic"
    widget.commit.click()
    assert widget.committed == ("raid", "total", 4, 3, "after")
    assert "You committed to:" in widget.words.html and "4 years before" in widget.words.html
    assert "chosen <b>after</b> seeing" in widget.words.html and widget.headline().startswith("This window")


def test_what_is_drawn_is_what_is_compared(seen, aid):
    bars = dict(zip(seen.trace("bars").x, seen.trace("bars").y, strict=True))
    assert bars[2010.25] == aid[2010] and len(bars) == 24
    assert seen.trace("mean before").y[0] == pytest.approx(sum(aid[y] for y in (2008, 2009, 2010)) / 3)
    assert seen.trace("mean after").y[0] == pytest.approx(sum(aid[y] for y in (2012, 2013, 2014)) / 3)
    assert len(seen.trace("fall").x) + len(seen.trace("rise").x) == 108
    assert seen.trace("committed").y[0] == pytest.approx(event_window.change("raid", "total", 3, 3))
    seen.after.value = 1
    assert seen.trace("in view").y[0] == pytest.approx(event_window.change("raid", "total", 3, 1))
    seen.series.value = "military"
    assert not seen.trace("committed").x, "another series has other windows"


def test_every_choice_has_a_headline_that_fits(seen):
    choices = itertools.product(event_window.EVENTS, event_window.SERIES)
    windows = itertools.cycle(zip((1, 3, 6), event_window.OWN_YEAR, strict=True))
    for (event, name), (before, own) in zip(choices, windows, strict=False):
        seen.event.value, seen.series.value, seen.before.value, seen.own.value = event, name, before, own
        assert 20 < len(seen.headline()) <= figure.TITLE_WIDTH, seen.headline()
        assert len(seen._subtitle()) <= figure.SUBTITLE_WIDTH
        assert seen.figure.layout.title.text == f"<b>{seen.headline()}</b>"
        assert "nan" not in seen.headline() + seen.words.html + " ".join(
            note.text for note in seen.figure.layout.annotations
        )


def test_kept_windows_are_listed_once(seen):
    assert "Nothing kept" in seen.words.html
    seen.keep.click()
    seen.keep.click()
    seen.series.value = "economic"
    seen.keep.click()
    assert len(seen.kept) == 2 and seen.words.html.count("<li>") == 2
    seen.event.value, seen.series.value = "suspension", "favour"
    seen.keep.click()
    assert len(seen.kept) == 2, "a window without data cannot be kept"


def test_the_text_version_has_a_row_for_each_event_and_series():
    assert len(event_window.EventWindow().table) == len(event_window.every_result())

"""The event windows: which years one compares, what change it shows, and what all the others show."""

import csv
import datetime as dt
import itertools
from pathlib import Path

import pandas as pd
import pytest

import uspak
from uspak.lessons.abbottabad_and_mistrust import event_study

DATA = Path(uspak.__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def aid():
    """Total aid in dollars of the day by fiscal year, read without the library."""
    with open(DATA / "evidence" / "aid_by_year.csv", encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if row["fiscal_year"].isdigit() and row["total_usd_millions_current"]
        ]
    return {int(row["fiscal_year"]): float(row["total_usd_millions_current"]) for row in rows}


# The years


@pytest.mark.parametrize("event", event_study.EVENTS)
def test_an_event_falls_into_the_year_that_the_calendar_says(event):
    day = dt.date.fromisoformat(event_study.EVENTS[event][1])
    begin = dt.date(day.year, 10, 1)
    assert event_study.year_of(event, "total") == (day.year + 1 if day >= begin else day.year)
    assert event_study.year_of(event, "favour") == day.year


def test_the_days_are_those_of_the_events_table():
    events = uspak.events().set_index("event_id")["date"]
    of = {
        "davis": "2011-raymond-davis",
        "raid": "2011-abbottabad-raid",
        "salala": "2011-salala",
        "suspension": "2018-aid-suspended",
    }
    assert {key: event_study.EVENTS[key][1] for key in of} == {key: events[event] for key, event in of.items()}


def test_nothing_happened_around_the_placebo():
    day = pd.Timestamp(event_study.EVENTS["placebo"][1])
    apart = (pd.to_datetime(uspak.events()["start"]) - day).abs()
    assert apart.min() > pd.Timedelta(days=60)


def test_the_own_year_is_left_out_or_counted_once():
    assert event_study.years_of("raid", "total", 2, 3) == ([2009, 2010], [2012, 2013, 2014])
    assert event_study.years_of("raid", "total", 2, 3, "after") == ([2009, 2010], [2011, 2012, 2013])
    assert event_study.years_of("raid", "total", 2, 3, "before") == ([2010, 2011], [2012, 2013, 2014])
    assert event_study.years_of("salala", "total", 1, 1) == ([2011], [2013])
    assert event_study.years_of("salala", "favour", 1, 1) == ([2010], [2012])


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
        event_study.years_of(*wrong)


# The comparison


@pytest.mark.parametrize("before, after", [(1, 1), (3, 3), (5, 2), (6, 6)])
def test_a_change_is_mean_after_minus_mean_before(aid, before, after):
    earlier = [aid[year] for year in range(2011 - before, 2011)]
    later = [aid[year] for year in range(2012, 2012 + after)]
    expected = sum(later) / after - sum(earlier) / before
    assert event_study.change("raid", "total", before, after) == pytest.approx(expected)


def test_all_windows_are_there_once_and_sorted(aid):
    table = event_study.all_windows("raid", "total")
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
    favour = event_study.series("favour").dropna()
    assert event_study.all_windows("suspension", "favour").empty
    table = event_study.all_windows("raid", "favour")
    assert table.loc[table["own"] == "out", "after"].max() == favour.index.max() - 2011 < event_study.LONGEST
    assert pd.isna(event_study.change("raid", "favour", 1, 6))


def test_the_years_that_a_window_lacks_are_named():
    compared = event_study.compare(event_study.Window("suspension", "favour", 3, 3))
    assert compared.missing == [2016, 2017, 2019, 2020, 2021]
    assert event_study.written_years(compared.missing) == "2016–2017, 2019–2021"
    assert event_study.written_years([2015]) == "2015" and event_study.written_years([]) == ""
    assert event_study.compare(event_study.Window("raid", "total", 6, 6)).missing == []


def test_yearly_data_cannot_tell_davis_from_the_raid():
    for name in event_study.SERIES:
        pd.testing.assert_frame_equal(event_study.all_windows("davis", name), event_study.all_windows("raid", name))


def test_the_placebo_shows_as_many_falls_as_the_raid():
    falls = {event: (event_study.all_windows(event, "total")["change"] < 0).mean() for event in ("raid", "placebo")}
    assert falls["placebo"] >= falls["raid"], "the text of the notebook rests on this"


def test_repayments_are_added_only_where_they_are_known():
    total, repaid, both = (event_study.series(name) for name in ("total", "repaid", "with_repaid"))
    assert both.dropna().index.tolist() == repaid.dropna().index.tolist()
    assert both[2010] == total[2010] + repaid[2010]

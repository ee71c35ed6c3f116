"""Dates that are known to the year or month only: their form, their days, and how they are written."""

import math

import pytest

from uspak import dates


@pytest.mark.parametrize("date", ["1954", "1954-05", "1954-05-19", "2024-02-29"])
def test_whole_and_partial_dates_exist(date):
    assert dates.is_iso_date(date) and dates.exists(date)


@pytest.mark.parametrize("date", ["1954-13", "1954-00", "1955-02-29", "1954-05-00", "0000"])
def test_a_date_that_the_calendar_lacks_has_the_form_of_one(date):
    assert dates.is_iso_date(date) and not dates.exists(date)


@pytest.mark.parametrize("text", ["", "54", "1954-5", "19 May 1954", "1954-05-19 00:00", "1954-05-", "１９５４"])
def test_other_texts_are_no_dates(text):
    assert not dates.is_iso_date(text) and not dates.exists(text)


@pytest.mark.parametrize(
    ("date", "first", "middle"),
    [
        ("1954", "1954-01-01", "1954-07-02"),
        ("1954-05", "1954-05-01", "1954-05-15"),
        ("1954-05-19", "1954-05-19", "1954-05-19"),
    ],
)
def test_the_first_and_the_middle_day(date, first, middle):
    assert (dates.first_day(date), dates.middle_day(date)) == (first, middle)


def test_an_empty_cell_has_no_first_day():
    assert math.isnan(dates.first_day(math.nan))


@pytest.mark.parametrize(
    ("date", "end", "written"),
    [
        ("1954-05-19", None, "19 May 1954"),
        ("1954-05", math.nan, "May 1954"),
        ("1954", "", "1954"),
        ("1954-05-19", "1954-05-19", "19 May 1954"),
        ("1971-07-09", "1971-07-11", "9–11 July 1971"),
        ("1965-08-05", "1965-09-23", "5 August – 23 September 1965"),
        ("1965-12-05", "1966-01-10", "5 December 1965 – 10 January 1966"),
        ("1954", "1965", "1954–1965"),
    ],
)
def test_dates_and_spans_are_written_as_people_do(date, end, written):
    assert dates.written_date(date, end) == written


@pytest.mark.parametrize("date", ["", "May 1954", "1954-13", None])
def test_what_is_no_date_is_not_written(date):
    with pytest.raises(ValueError, match="is not a date such as 1954, 1954-05 or 1954-05-19"):
        dates.written_date(date)

"""What a cleaned answer holds."""

import pandas as pd
import pytest

from uspak.exercises import contents


@pytest.mark.parametrize(
    ("one", "other"), [(2, 2.0), ("Tea ", "tea"), ({1, 2}, {2.0, 1}), (pd.Timestamp("1954-05-19"), "1954-05-19")]
)
def test_equal_keys_mean_equal_answers(one, other):
    assert contents.key(one) == contents.key(other)


@pytest.mark.parametrize(("one", "other"), [(1, True), (2, "2"), ([1, 2], [2, 1]), (object(), object())])
def test_other_answers_have_other_keys(one, other):
    assert contents.key(one) != contents.key(other)


def test_a_cell_that_cannot_be_read_is_equal_to_nothing():
    unreadable = contents.normalize_cell(len)
    assert isinstance(unreadable, contents.UnreadableCell) and contents.key(unreadable) != contents.key(unreadable)


def test_members_and_labels():
    series = pd.Series({"salt": 2, "tea": None})
    assert contents.members(series) == [2.0, None] and contents.members({"salt": 2}) is None
    assert contents.labelled_values(series) == {("text", "salt"): 2.0, ("text", "tea"): None}
    assert list(contents.labels(series).values()) == ["salt", "tea"]
    assert contents.columns(series.to_frame("price")) == [[2.0, None]]


@pytest.mark.parametrize(
    ("found", "years"), [([1954, 1962.0], True), ([1954, 54], False), ([1954.5], False), (["1954"], False), ([], False)]
)
def test_years_are_whole_numbers_of_two_centuries(found, years):
    assert bool(contents.years_of(found)) is years


def test_a_function_goes_through_all_labels_and_values():
    def double(value):
        return value * 2

    assert contents.map_contents({"a": 1}, str.upper, double) == {"A": 2}
    assert (
        contents.map_contents([1, 2], str.upper, double) == [2, 4] and contents.map_contents(3, str.upper, double) == 6
    )
    untouched = pd.Series([1, 2])
    assert contents.map_contents(untouched, lambda label: label, double) is untouched, (
        "numbers in a Series are right as they are"
    )

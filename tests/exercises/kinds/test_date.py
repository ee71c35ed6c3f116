"""A date written in any way, as precise as the question asks."""

import datetime

import numpy as np
import pandas as pd
import pytest
from exercise_examples import Birthday, BirthMonth


@pytest.mark.parametrize(
    "answer",
    [
        "1877-11-09",
        "1877-11-9",
        "9 November 1877",
        "November 9, 1877",
        "9th Nov. 1877",
        "1877-11-09T00:00",
        pd.Timestamp("1877-11-09 10:00"),
        datetime.date(1877, 11, 9),
        np.datetime64("1877-11-09"),
        pd.Period("1877-11-09", "D"),
    ],
    ids=str,
)
def test_a_date_may_be_written_in_any_way(answer):
    assert Birthday().evaluate(answer).state == "correct"
    assert BirthMonth().evaluate(answer).state == "correct"


@pytest.mark.parametrize("answer", ["1877-11", "November 1877", pd.Period("1877-11", "M")], ids=str)
def test_a_month_is_enough_where_a_month_is_asked_for(answer):
    assert BirthMonth().evaluate(answer).state == "correct"
    assert Birthday().evaluate(answer).state == "wrong"


@pytest.mark.parametrize(
    "answer", [1877, 1877.0, np.int64(1877), "1877", pd.Period("1877", "Y"), "9 Nov 1877"], ids=str
)
def test_a_year_is_enough_where_a_year_is_asked_for(answer):
    class Year(BirthMonth):
        def expected(self):
            return "1877"

    assert Year().evaluate(answer).state == "correct"
    assert Year().wanted() == "a year of four digits"

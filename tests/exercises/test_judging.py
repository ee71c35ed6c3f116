"""From an answer to a result: the words of the exercise itself before all others, and only where they are meant."""

import pandas as pd
import pytest
from exercise_series import said

from uspak.exercises.core import Exercise, Mistake, Result

pytestmark = pytest.mark.usefixtures("no_grading")


class Mean(Exercise):
    answer, question, percent = "mean", "What is the mean?", False
    hints, why = ("…", "…"), "So it is."

    def expected(self):
        return 17.0 / 3

    def rows(self):
        return pd.Series([2.5, 4.5, 10.0], index=["a", "b", "c"])

    def mistakes(self):
        return (
            Mistake("with the tails", 17.0 / 2.9, "Leave the tails out."),
            Mistake("third", 4.1, "That is the third."),
        )


def test_the_own_words_of_an_exercise_come_first_and_only_if_they_are_met():
    assert Mean().evaluate(17.0 / 2.9) == Result("wrong", "Leave the tails out.", "with the tails")
    assert Mean().evaluate(5.86).mistake == "with the tails" and not Mean().evaluate(5.8).mistake
    assert not Mean().evaluate(4.2).mistake
    assert "the sum of the rows" in said(Mean(), 17.0) and "asks for the mean" in said(Mean(), 17)
    assert "the largest value" in said(Mean(), 10) and "the smallest value" in said(Mean(), 2.5)


def test_rows_that_fail_do_no_harm():
    class Broken(Mean):
        def rows(self):
            raise KeyError("gone")

    assert "too large" in said(Broken(), 17.5)


def test_other_right_answers_count():
    class Days(Mean):
        def expected(self):
            return 10

        def also(self):
            return (11,)

    assert Days().evaluate(11).state == "correct" and "off by one" in said(Days(), 9)


def test_none_is_explained():
    assert "which is what a function returns if it only prints or changes something" in Mean().evaluate(None).message

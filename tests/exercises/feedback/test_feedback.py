"""What is said to a wrong answer that nobody foresaw."""

import pandas as pd
import pytest
from exercise_examples import (
    POETS,
    Birthday,
    Cities,
    Count,
    Early,
    Guess,
    InOrder,
    Letter,
    Mean,
    OldestName,
    Opinion,
    PerCity,
    Why,
)

from uspak.exercises import feedback

pytestmark = pytest.mark.usefixtures("no_grading")


REMARKS = [
    (Count, len(POETS) + 4, "too large"),
    (Count, 1, "off by one"),
    (Count, -2, "sign"),
    (Count, 200, "unit"),
    (Count, "2", "Leave out the quotation marks"),
    (Count, [2], "single value"),
    (Mean, POETS[:1], "len(…)"),
    (Count, float("inf"), "infinite"),
    (Mean, 1921.0, "Very close"),
    (Count, (n for n in (1,)), "list(…)"),
    (Count, POETS["born"].sum, "brackets"),
    (Count, POETS.groupby("city"), "groups"),
    (Count, pd.Timedelta(days=2), ".days"),
    (Count, True, "True or False"),
    (Cities, {"Karachi"}, "All that you have belongs there. One is missing."),
    (Cities, {"Karachi", "Sialkot", "Lahore"}, "One does not belong."),
    (Cities, {"Karachi", "Lahore"}, "One does not belong. One is missing."),
    (Cities, {"Lahore"}, "None of what you have"),
    (Cities, set(), "empty"),
    (Cities, {1, 2}, "Your members are numbers; the question asks for text"),
    (Cities, "Karachi", "asks for a set"),
    (Cities, POETS, "one column"),
    (InOrder, ["Faiz", "Parveen", "Iqbal"], "another order"),
    (InOrder, ["Faiz", "Parveen", "Iqbal"] * 2, "as often"),
    (PerCity, {"Karachi": 1}, "One label is missing."),
    (PerCity, {"Karachi": 1, "Sialkot": 5}, "1 value of 2 is not"),
    (PerCity, {"x": 1}, "group by"),
    (Early, POETS, "too many"),
    (Early, POETS[:1], "too few"),
    (Early, POETS[["name"]], "`born`, `city`"),
    (Early, POETS[1:], "differs"),
    (OldestName, "Iqball", "spelling"),
    (OldestName, "  ", "empty"),
    (OldestName, ["Iqbal"], "single value"),
    (Letter, "D", '"A", "B" or "C"'),
    (Birthday, "1877", "the month and the day too"),
    (Birthday, "1877-12", "The year is right. The month is not"),
    (Birthday, "1877-11-10", "The year and the month are right"),
    (Birthday, "1878-11-09", "That is not the year"),
    (Birthday, "9/11/1877", "two ways"),
    (Birthday, "soon", "does not read as a date"),
    (Why, "He wrote in Farsi.", "And who read it?"),
    (Why, 3, "asks for text"),
    (Guess, 10**6, "from 1 to 1,000"),
    (Guess, "many", "give a number"),
    (Opinion, "dunno dunno dunno dunno", "a little more"),
]


@pytest.mark.parametrize(("make", "answer", "words"), REMARKS, ids=[words for _, _, words in REMARKS])
def test_an_unforeseen_answer_gets_a_remark_to_the_point(make, answer, words):
    result = make().evaluate(answer)
    assert result.state == "wrong" and not result.mistake
    assert words in result.message


def test_a_remark_needs_no_exercise():
    assert "off by one" in feedback.remark(3, feedback.Asked(2))

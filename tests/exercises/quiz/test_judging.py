"""Numbers that are typed in any way, and others that are not taken for the right one."""

import pytest

from uspak import lessons
from uspak.exercises import quiz as quizzes

KAPPA = quizzes.load(lessons.quiz_file("01_from_article_to_data"))[2]


THOUSAND = {
    "type": "numeric",
    "answers": [
        {"type": "value", "value": 1000, "correct": True, "feedback": "Yes."},
        {"type": "default", "feedback": "No."},
    ],
}


PERCENT = {
    "type": "numeric",
    "answers": [
        {"type": "range", "range": [41, 42], "correct": True, "feedback": "Yes."},
        {"type": "default", "feedback": "No."},
    ],
}


@pytest.mark.parametrize(
    "typed",
    [
        "0.5",
        "0,5",
        ".5",
        ",5",
        "0.50",
        "0,500",
        "1/2",
        "½",
        "2/4",
        "50%",
        "50 %",
        "50 percent",
        "50 per cent",
        "κ = 0.5",
        "= 0.5",
        "+0.5",
        "'0.5'",
        '"0,5"',
        "0.5.",
        "0·5",
        "۰٫۵",
        "5e-1",
        0.5,
    ],
)
def test_a_number_may_be_typed_in_any_way(typed):
    assert quizzes.judge(KAPPA, typed)[0] is True


@pytest.mark.parametrize(
    "typed", ["1000", "1,000", "1 000", "1\u00a0000", "1\u202f000", "1'000", "1_000", "1,000.0", "1.000,0", "1e3"]
)
def test_thousands_may_be_parted_in_any_way(typed):
    assert quizzes.judge(THOUSAND, typed) == (True, "Yes.")


@pytest.mark.parametrize(
    ("typed", "right", "said"),
    [
        ("0,2", False, "That is the difference."),
        ("20%", False, "That is the difference."),
        ("80 %", False, "observed agreement"),
        ("5", False, "as shares from 0 to 1"),
        ("0,05", False, "as shares from 0 to 1"),
        ("-0,5", False, "as shares from 0 to 1"),
        ("1,5", False, "as shares from 0 to 1"),
        ("50", False, "as shares from 0 to 1"),
        ("0.5%", None, "without a per cent sign"),
        ("half", None, "in digits"),
        ("0.5 or so", None, "in digits"),
        ("0.5,0.2", None, "in digits"),
        ("0 5", None, "in digits"),
        ("1/0", None, "in digits"),
        ("1/2/3", None, "in digits"),
        ("%", None, "in digits"),
        ("/", None, "in digits"),
        ("1" * 5000, False, "as shares from 0 to 1"),
    ],
)
def test_another_number_is_not_taken_for_the_right_one(typed, right, said):
    judged, feedback = quizzes.judge(KAPPA, typed)
    assert judged is right and said in feedback


def test_a_percent_sign_where_percent_is_asked_for_is_explained():
    assert quizzes.judge(PERCENT, "41,4") == (True, "Yes.")
    assert quizzes.judge(PERCENT, "41.4%")[0] is None
    assert quizzes.judge(THOUSAND, "10,00")[0] is False and quizzes.judge(THOUSAND, "1,0,0,0")[0] is None

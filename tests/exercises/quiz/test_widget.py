"""The widget that asks: feedback, score, and what a reader without a kernel sees."""

import json

import pytest
from quiz_examples import EXAMPLE

from uspak.exercises import quiz as quizzes
from uspak.exercises.quiz import widget
from uspak.page.outputs import WIDGET_VIEW


@pytest.fixture
def quiz():
    return quizzes.Quiz(EXAMPLE)


@pytest.mark.parametrize(
    ("number", "chosen", "right", "said"),
    [
        (1, [0], True, "Correct</strong> · In <strong>Baghdad</strong>, 1955."),
        (1, [1], False, "Not yet</strong> · It joined some weeks later."),
        (1, [], None, "Not answered yet</strong> · Choose an answer first."),
        (2, [0, 1], True, "In November. In September."),
        (2, [0], False, "What you chose is right, but it is not all."),
        (2, [0, 1, 2], False, "Not yet</strong> · It never joined."),
        (3, "2", True, "Two."),
        (3, " 2.0 ", True, "Two."),
        (3, 2, True, "Two."),
        (3, "4", False, "Not those who came later."),
        (3, "1,000", False, "Count again."),
        (3, "−2", False, "Count again."),
        (3, "", None, "Type a number first."),
        (3, "two", None, "in digits"),
        (3, "nan", False, "Count again."),
    ],
)
def test_each_answer_gets_its_feedback(quiz, number, chosen, right, said):
    assert quiz.answer(number, chosen) is right
    assert said in quiz.feedback[number - 1]["text"]
    assert quiz.results[number - 1] is right and quiz.chosen[number - 1] == chosen


def test_the_score_runs_along_and_one_may_try_again(quiz):
    assert quiz.score == "Answered 0 of 3, 0 right"
    quiz.answer(1, [1])
    assert quiz.score == "Answered 1 of 3, 0 right"
    quiz.answer(1, [0])
    quiz.answer(3, "2")
    assert quiz.score == "Answered 2 of 3, 2 right" and quiz.results == [True, None, True]
    quiz.restart()
    assert quiz.score == "Answered 0 of 3, 0 right" and quiz.results == [None] * 3
    assert not any(feedback["text"] for feedback in quiz.feedback)


def test_the_buttons_of_the_browser_do_the_same(quiz):
    quiz._received(quiz, {"check": 1, "chosen": [0, 1]}, [])
    assert quiz.results == [None, True, None]
    quiz._received(quiz, {"restart": True}, [])
    assert quiz.results == [None] * 3


def test_the_browser_is_not_told_what_is_right(quiz):
    sent = json.dumps(quiz.get_state())
    assert "Turkey &amp; Iraq" in sent
    for secret in ("Baghdad", "It never joined", "correct", "Two."):
        assert secret not in sent


def test_all_that_apply_is_said_once():
    asked = widget._asked({**EXAMPLE[1], "question": "Which? Choose all that apply."})
    assert asked["text"] == "Which? Choose all that apply."
    assert widget._asked(EXAMPLE[1])["text"].endswith("(Choose all that apply.)")


def test_without_a_kernel_it_is_a_list_with_the_answers_folded(quiz):
    first, second = quiz._repr_mimebundle_(), quizzes.Quiz(EXAMPLE)._repr_mimebundle_()
    page = first["text/html"]
    assert page == second["text/html"] and first["text/plain"] == second["text/plain"]
    assert page.count("<details") == page.count("Answers and why") == 3 and page.count("<ol") == 1
    for words in ("Turkey &amp; Iraq", "It never joined.", "<strong>Not right</strong>, 3 to 5: Not those"):
        assert words in page
    assert first[WIDGET_VIEW]["model_id"] not in page
    assert first["text/plain"] == (
        "Quiz of 3 questions: 1. Who founded CENTO? 2. Which joined in 1955? 3. How many founders?"
    )
    quiz.answer(1, [0])
    assert quiz.html() == page

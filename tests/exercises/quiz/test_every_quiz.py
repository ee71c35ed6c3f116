"""Every quiz file of the series: it can be asked, passed and failed, and gives nothing away by place or length."""

from collections import Counter

import pytest

from uspak import lessons
from uspak.exercises import quiz as quizzes


@pytest.mark.parametrize("name", lessons.names())
def test_every_quiz_can_be_asked(name):
    questions = quizzes.load(lessons.quiz_file(name))
    assert len(questions) == 5
    assert repr(lessons.quiz(name)).startswith("Quiz of 5 questions: 1. ")


@pytest.mark.parametrize("name", lessons.names())
def test_every_quiz_can_be_passed_and_failed(name):
    for number, question in enumerate(quizzes.load(lessons.quiz_file(name)), 1):
        judged = [quizzes.judge(question, answer)[0] for answer in _possible(question)]
        assert True in judged and False in judged, f"question {number}"


def _possible(question):
    if question["type"] == "numeric":
        given = [answer for answer in question["answers"] if answer["type"] != "default"]
        return [*(answer.get("value") or answer["range"][0] for answer in given), -98765]
    right = [number for number, answer in enumerate(question["answers"]) if answer["correct"]]
    return [right, *[[number] for number in range(len(question["answers"]))]]


@pytest.mark.parametrize("name", lessons.names())
def test_the_place_of_the_right_answer_gives_nothing_away(name):
    single = [q["answers"] for q in quizzes.load(lessons.quiz_file(name)) if q["type"] == "multiple_choice"]
    places = Counter([answer["correct"] for answer in answers].index(True) for answers in single)
    assert len(single) < 3 or max(places.values()) < len(single), "the right answer always stands in the same place"


@pytest.mark.parametrize("name", lessons.names())
def test_no_right_answer_stands_out_by_its_length(name):
    """Who takes the longest option of each question must not pass the quiz."""
    single = [q["answers"] for q in quizzes.load(lessons.quiz_file(name)) if q["type"] == "multiple_choice"]
    longest = [max(answers, key=lambda answer: len(answer["answer"]))["correct"] for answers in single]
    assert not all(longest), "the right answer is always the longest"


def test_a_lesson_that_does_not_exist_is_named_with_those_that_do():
    with pytest.raises(quizzes.QuizError, match=r"There is no quiz '13_nowhere'.*war_on_terror"):
        lessons.quiz("13_nowhere")

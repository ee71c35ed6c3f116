"""Faults in the file of a quiz: each is named with its question."""

import json

import pytest
from quiz_examples import EXAMPLE

from uspak.exercises import quiz as quizzes


def _with(change):
    questions = json.loads(json.dumps(EXAMPLE))
    change(questions)
    return questions


FAULTS = {
    "question 1: 'question' is missing": lambda q: q[0].pop("question"),
    "question 2: 'type' is missing": lambda q: q[1].pop("type"),
    "question 3: 'answers' is missing": lambda q: q[2].update(answers=[]),
    "question 1: the type is 'essay'": lambda q: q[0].update(type="essay"),
    "question 1: it has to be an object": lambda q: q.__setitem__(0, "Who?"),
    "question 1: 'answers' has to be a list of objects": lambda q: q[0].update(answers=["A", "B"]),
    "question 1: answer 2 has no feedback": lambda q: q[0]["answers"][1].update(feedback=" "),
    "question 1: answer 1 has no text": lambda q: q[0]["answers"][0].pop("answer"),
    "question 1: answer 2 does not say whether it is 'correct'": lambda q: q[0]["answers"][1].update(correct="no"),
    "question 1: 2 answers are correct": lambda q: q[0]["answers"][1].update(correct=True),
    "question 1: 0 answers are correct": lambda q: q[0]["answers"][0].update(correct=False),
    "question 1: it needs at least two answers": lambda q: q[0]["answers"].pop(),
    "question 2: the answer 'Iran' stands there twice": lambda q: q[1]["answers"][2].update(answer="Iran"),
    "question 2: no answer is correct": lambda q: [a.update(correct=False) for a in q[1]["answers"]],
    "question 3: answer 1 needs a number": lambda q: q[2]["answers"][0].update(value="2"),
    "question 3: answer 2 needs a 'range'": lambda q: q[2]["answers"][1].update(range=[5, 3]),
    "question 3: answer 3 needs the 'type'": lambda q: q[2]["answers"][2].update(type="other"),
    "question 3: answer 2 does not say whether": lambda q: q[2]["answers"][1].pop("correct"),
    "question 3: no answer is correct": lambda q: q[2]["answers"][0].update(correct=False),
}


@pytest.mark.parametrize("message", FAULTS)
def test_a_fault_is_named_with_file_and_question(message, tmp_path):
    (tmp_path / "x.json").write_text(json.dumps(_with(FAULTS[message])), encoding="utf-8")
    with pytest.raises(quizzes.QuizError) as caught:
        quizzes.load(tmp_path / "x.json")
    assert f"x.json, {message}" in str(caught.value)


def test_all_faults_are_named_at_once(tmp_path):
    def change(questions):
        questions[0].pop("type")
        questions[2]["answers"][0].pop("feedback")

    (tmp_path / "x.json").write_text(json.dumps(_with(change)), encoding="utf-8")
    with pytest.raises(quizzes.QuizError) as caught:
        quizzes.load(tmp_path / "x.json")
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "x.json does not exist"),
        ("[{", "x.json is not valid JSON"),
        ("[]", "has to be a list"),
        ("{}", "has to be a list"),
    ],
)
def test_an_unusable_file_is_named(content, message, tmp_path):
    if content is not None:
        (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(quizzes.QuizError, match=message):
        quizzes.load(tmp_path / "x.json")


def test_a_locked_file_is_named(tmp_path):
    (tmp_path / "x.json").mkdir()  # which cannot be read as a file, not even by root
    with pytest.raises(quizzes.QuizError, match=r"/x\.json cannot be opened"):
        quizzes.load(tmp_path / "x.json")


def test_a_sound_file_passes(tmp_path):
    (tmp_path / "x.json").write_text(json.dumps(EXAMPLE), encoding="utf-8")
    assert quizzes.load(tmp_path / "x.json") == EXAMPLE

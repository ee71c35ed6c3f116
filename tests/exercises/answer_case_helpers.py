"""Answers that students and readers gave to the exercises of a lesson: how the tests of the lesson hold them against what they get.

A case is the answer as code, the state that it has to get (``OK`` or ``NO``) and a piece of what is said, or several pieces.
In the code ``right`` is the right answer; the other names are those of the notebook.
"""

import datetime
from decimal import Decimal
from fractions import Fraction
from types import ModuleType

import numpy as np
import pandas as pd
import pytest

from uspak.checking.exercise_checks import exercises_in
from uspak.exercises.core import Choice, Keywords, Parts

OK, NO = "correct", "wrong"

# Pieces of what is said in many exercises
QUOTES, PERCENT_SIGN = "Leave out the quotation marks.", "Leave out the quotation marks and the per cent sign."
RIGHT = "Otherwise your answer is right."
COMMA = "Python reads a comma as the border between two values"
CODE = "Leave out the quotation marks, and Python works it out."
ROUNDED, CUT = "rounded too early", "cut off instead of rounded"
LABELS, TRUTHS = ".index", "That says True or False for each row"


class AnswersOfALesson:
    """The answers to the exercises of a lesson, each held against what it has to get: the base of a lesson's test class.

    Attributes:
        exercises: the lesson's module of exercises.
        tried: {name of the exercise: [(answer as code, state, words), …]}.
        never_said: [(name of the exercise, answer as code, a word that would be false of it), …].
    """

    exercises: ModuleType
    tried: dict
    never_said: list = []

    def pytest_generate_tests(self, metafunc):
        """One test for each answer."""
        cases = {
            "words": [(name, *case) for name, own in self.tried.items() for case in own],
            "false_word": self.never_said,
        }
        for wanted, rows in cases.items():
            if wanted in metafunc.fixturenames:
                each = [(getattr(self.exercises, name), *case) for name, *case in rows]
                names = (
                    ("exercise", "code", "state", "words") if wanted == "words" else ("exercise", "code", "false_word")
                )
                metafunc.parametrize(names, each, ids=[f"{name}: {code}" for name, code, *_ in rows])

    @pytest.mark.filterwarnings("ignore")
    def test_an_answer_gets_its_word(self, exercise, code, state, words):
        found = result(exercise, code)
        assert found.state == state and holds(found.message, words), found

    @pytest.mark.filterwarnings("ignore")
    def test_a_false_word_is_not_said(self, exercise, code, false_word):
        found = result(exercise, code)
        assert found.state == NO and false_word not in found.message, found

    def test_every_exercise_whose_answer_is_compared_was_tried(self):
        assert set(self.tried) == with_content(self.exercises)


_NOTEBOOKS: dict = {}


def notebook(exercise):
    """The names that a notebook has when the exercise is solved, with the right answer as ``right``."""
    if exercise not in _NOTEBOOKS:
        found = {"pd": pd, "np": np, "datetime": datetime, "Decimal": Decimal, "Fraction": Fraction}
        exec("from uspak import data\n" + exercise.setup + "\n" + exercise.solution_code, found)
        _NOTEBOOKS[exercise] = {**found, "right": found[exercise.answer]}
    return dict(_NOTEBOOKS[exercise])


def result(exercise, code):
    """What comes of an answer that is given as code."""
    return exercise.evaluate(eval(code, notebook(exercise)))


def holds(message, words):
    """Whether a message holds a piece, or each of several."""
    return all(word in message for word in ([words] if isinstance(words, str) else words))


def has_content(exercise):
    """Whether answers are compared by their content, as numbers, sets, Series, tables and dates are."""
    return not isinstance(exercise, Choice | Keywords | Parts)


def with_content(module):
    """The names of the exercises of a lesson that have content; each of them has cases."""
    return {name for name, exercise in exercises_in(module).items() if has_content(exercise)}

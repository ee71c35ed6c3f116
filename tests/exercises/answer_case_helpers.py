"""Answers that students and readers gave to the exercises of a lesson: how the tests of the lesson hold them against what they get.

A case is the answer as code, the state that it has to get (``OK`` or ``NO``) and a piece of what is said, or several pieces.
In the code ``right`` is the right answer; the other names are those of the notebook.
"""

import datetime
from decimal import Decimal
from fractions import Fraction

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


def tried(module, cases):
    """The cases of the exercises of a lesson, {name of the exercise: [(code, state, words), …]}, for a test of each."""
    rows = [(getattr(module, name), *case) for name, own in cases.items() for case in own]
    ids = [f"{name}: {code}" for name, own in cases.items() for code, *_ in own]
    return _each(("exercise", "code", "state", "words"), rows, ids)


def never_said(module, cases):
    """[(name of the exercise, code, a word that would be false of the answer), …] for a test of each."""
    rows = [(getattr(module, name), code, word) for name, code, word in cases]
    return _each(("exercise", "code", "word"), rows, [f"{name}: {code}" for name, code, _ in cases])


def _each(names, rows, ids):
    def mark(test):
        return pytest.mark.filterwarnings("ignore")(pytest.mark.parametrize(names, rows, ids=ids)(test))

    return mark


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

"""What is said of an exercise that lacks something, before a class meets it."""

import sys

import pytest
from exercise_examples import Count, Letter

from uspak.checking.exercise_checks import exercises_in, lint, solved
from uspak.exercises import core
from uspak.exercises.core import Exercise


def test_faults_are_noticed():
    class Careless(Exercise):
        answer, title, hints, points = "one", "One", ("Write one = 1",), 0
        solution_code = "one = 1"

    found = lint("another", Careless())
    assert len(found) == 6 and "'question' is empty" in found and "hint 1 contains the solution" in found

    class Silent(Letter):
        right, feedback = "X", {"A": "No."}

    assert [fault for fault in lint("which_city", Silent()) if "option" in fault] == [
        "option B has no feedback",
        "option C has no feedback",
        "the right option is not among the options",
    ]


def test_a_solution_that_assigns_nothing_is_noticed():
    class Forgetful(Count):
        solution_code = "something_else = 1"

    with pytest.raises(AssertionError, match="does not assign born_before_1920"):
        solved(Forgetful())


def test_a_module_without_exercises_is_noticed():
    assert exercises_in(sys.modules[__name__]) == {} and exercises_in(core) == {}

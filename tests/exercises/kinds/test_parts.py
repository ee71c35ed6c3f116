"""Answers in parts, of every lesson that has any."""

import pytest
from exercise_series import SERIES

from uspak.exercises import core

pytestmark = pytest.mark.usefixtures("no_grading")


IN_PARTS = {name: found for name, found in SERIES.items() if isinstance(found, core.Parts)}


@pytest.mark.parametrize("exercise", IN_PARTS.values(), ids=IN_PARTS)
def test_dots_in_one_part_are_not_answered_yet(exercise):
    assert exercise.parts
    for part in exercise.parts:
        assert exercise.evaluate({**exercise.model, part: ...}).state == "blank"


def test_parts_without_a_judge_say_so():
    class Unjudged(core.Parts):
        parts = {"a": "anything"}
        model = {"a": 1}

    with pytest.raises(NotImplementedError, match="how its parts are judged"):
        Unjudged().faults({})

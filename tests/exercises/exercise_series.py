"""All exercises of the series."""

import pytest
from answer_case_helpers import has_content

from uspak import lessons
from uspak.checking.exercise_checks import exercises_in
from uspak.exercises import judging, values
from uspak.exercises.core import Choice

#: {lesson.name: exercise}
SERIES = {
    f"{lesson}.{name}": found
    for lesson in lessons.names()
    for name, found in exercises_in(lessons.exercises(lesson)).items()
}
CHOICES = {name: found for name, found in SERIES.items() if isinstance(found, Choice)}
WITH_CONTENT = {name: found for name, found in SERIES.items() if has_content(found)}

every_choice = pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)


def said(exercise, answer, state="wrong"):
    """What is said to an answer, which has to get this state."""
    result = exercise.evaluate(answer)
    assert result.state == state, f"{answer!r}: {result}"
    return result.message


def own_word(exercise, answer):
    """The name of the mistake of the exercise that an answer shows, or an empty text."""
    return exercise.evaluate(answer).mistake


def recognised(exercise, answer):
    """The names of all mistakes that an answer shows."""
    cleaned = values.normalize(answer)
    return [mistake.name for mistake in exercise.mistakes() if judging.shows(exercise, cleaned, mistake)]

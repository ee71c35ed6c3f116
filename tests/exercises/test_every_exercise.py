"""Every exercise of the series, and every example: complete, right for its own solution, told apart, and safe against junk."""

import pytest
from exercise_examples import EXAMPLES, Count
from exercise_junk import JUNK, Hostile
from exercise_series import SERIES, recognised

from uspak import lessons
from uspak.checking.exercise_checks import exercises_in, lint, solved
from uspak.exercises.core import Choice, Mistake, Result

ALL = [(exercise.answer, exercise) for exercise in EXAMPLES] + [
    (key.partition(".")[2], one) for key, one in SERIES.items()
]
EXERCISES = [exercise for _, exercise in ALL]
every_exercise = pytest.mark.parametrize(("name", "exercise"), ALL, ids=[name for name, _ in ALL])


pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")


@pytest.mark.parametrize("lesson", lessons.names())
def test_every_lesson_has_exercises(lesson):
    assert exercises_in(lessons.exercises(lesson)), "there is no object of a class of exercises"


@every_exercise
def test_it_is_complete(name, exercise):
    assert lint(name, exercise) == []


@every_exercise
def test_blank_is_not_answered(name, exercise):
    for card in (exercise.check(), exercise.check(...), exercise.check(None)):
        assert repr(card).startswith("Not answered yet: ")
    assert exercise.check().html() == exercise.check(...).html()


@every_exercise
def test_its_own_solution_is_right(name, exercise):
    result = exercise.evaluate(solved(exercise))
    assert result == Result("correct", exercise.why)


@every_exercise
def test_each_mistake_gets_its_own_message(name, exercise):
    for mistake in exercise.mistakes():
        result = exercise.evaluate(mistake.example)
        assert result == Result("wrong", mistake.message, mistake.name), f"the mistake '{mistake.name}'"
        assert recognised(exercise, mistake.example) == [mistake.name]


@every_exercise
def test_mistakes_are_told_apart(name, exercise):
    messages = [mistake.message for mistake in exercise.mistakes()]
    assert len(set(messages)) == len(messages) and all(message.strip() for message in messages)


@every_exercise
@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_junk_is_not_right_and_never_raises(name, exercise):
    for label, make in JUNK.items():
        result = exercise.evaluate(make())
        assert result.state == "wrong", f"{label}: {result}"
        assert result.message.strip(), f"{label} gets no feedback"
        assert len(result.message) < 400, f"{label} is quoted at length"


@every_exercise
def test_nothing_gives_the_answer_away(name, exercise):
    code, expected = exercise.solution_code, exercise.expected()
    cards_shown = [exercise.check(), exercise.check("nobody"), exercise.check(-98765.5)]
    for card in cards_shown:
        assert code not in card.html() and code not in repr(card) and code not in "".join(card.parts)
    if isinstance(expected, str) and not isinstance(exercise, Choice):
        said = {word for card in cards_shown for word in [repr(card).replace(exercise.title, "")]}
        assert not any(expected in text for text in said)


@every_exercise
def test_only_nbgrader_sees_an_exception(name, exercise, monkeypatch):
    right = solved(exercise)
    for how in ("autograde", "validate"):
        monkeypatch.setenv("NBGRADER_EXECUTION", how)
        assert exercise.check(right).note.tone == "correct"
        with pytest.raises(AssertionError, match=r"^Not answered yet: "):
            exercise.check()
        with pytest.raises(AssertionError, match=r"^Not yet: "):
            exercise.check(Hostile())
    monkeypatch.delenv("NBGRADER_EXECUTION")
    assert exercise.check(Hostile()).note.tone == "wrong"


# That the tests above would notice


def test_two_mistakes_for_one_answer_are_noticed():
    class Twice(Count):
        def mistakes(self):
            return Mistake("one", 3, "…"), Mistake("two", 3.0, "……")

    assert recognised(Twice(), 3) == ["one", "two"]

"""What every exercise has to pass before a class meets it: used by ``uspak check`` and by the tests."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from uspak.data import DataError
from uspak.exercises import values
from uspak.exercises.core import Choice, Exercise


def exercises_in(module: ModuleType) -> dict[str, Exercise]:
    """The exercises of a module: {name under which it stands there: exercise}."""
    return {name: found for name, found in vars(module).items() if isinstance(found, Exercise)}


def problems(module: ModuleType) -> list[str]:
    """Put every exercise of a module through blank, solution and each foreseen mistake.

    Args:
        module: the exercises of a lesson, such as ``uspak.lessons.exercises`` returns.

    Returns:
        A list of sentences, each of which names the exercise and what to do; empty if all is well.
    """
    found = exercises_in(module)
    if not found:
        return ["it holds no exercises; make one object of each class at its end, named as the student's variable."]
    return [f"{name}: {problem}" for name, exercise in found.items() for problem in _exercise(name, exercise)]


@contextmanager
def worked_out_once(*exercises: Exercise) -> Iterator[None]:
    """Let exercises work out their answers, rows and mistakes once, in this block, for data that stay as they are."""
    parts = ("expected", "also", "rows", "mistakes")
    for exercise in exercises:
        vars(exercise).update({part: functools.cache(getattr(exercise, part)) for part in parts})
    try:
        yield
    finally:
        for exercise in exercises:
            for part in parts:
                vars(exercise).pop(part, None)


def _exercise(name, exercise):
    try:
        with worked_out_once(exercise):
            return [*(f"{fault}." for fault in lint(name, exercise)), *_answers(exercise)]
    except DataError:
        return ["it waits for a table that has problems itself; fix the data first."]
    except AssertionError as error:
        return [f"{error}."]
    except Exception as error:  # whatever an author's code may raise
        return [f"it fails with {type(error).__name__}: {error}."]


def _answers(exercise):
    if exercise.evaluate(...).state != "blank":
        yield "the dots do not count as 'not answered yet'."
    result = exercise.evaluate(solved(exercise))
    if result.state != "correct":
        yield f"its own solution is judged '{exercise.words[result.state]}' ({result.message})."
    for mistake in exercise.mistakes():
        result = exercise.evaluate(mistake.example)
        if result.state == "correct":
            yield f"the mistake '{mistake.name}' is judged correct; change its example, or drop it."
        elif result.message != mistake.message:
            yield f"the mistake '{mistake.name}' gets another message: {result.message}"


def solved(exercise: Exercise) -> Any:
    """What the exercise's own solution puts into the student's variable, given the setup.

    Raises:
        AssertionError: if the solution does not assign the variable, or the setup does.
        Exception: whatever setup or solution raise.
    """
    names: dict[str, Any] = {}
    exec("import pandas as pd\nfrom uspak import data\n" + exercise.setup, names)
    before = dict(names)
    exec(exercise.solution_code, names)
    assert exercise.answer in names, f"the solution does not assign {exercise.answer}"
    assert exercise.answer not in before, f"the setup already assigns {exercise.answer}"
    return names[exercise.answer]


def lint(name: str, exercise: Exercise) -> list[str]:
    """What an exercise lacks before it can be used, in sentences."""
    found = [
        f"'{part}' is empty"
        for part in ("answer", "title", "question", "solution_code", "why")
        if not str(getattr(exercise, part)).strip()
    ]
    found += [f"it stands in its module as {name}, its answer is {exercise.answer}"] if name != exercise.answer else []
    found += ["it needs two hints or more"] if isinstance(exercise.hints, str) or len(exercise.hints) < 2 else []
    found += ["a hint is empty"] if not all(str(hint).strip() for hint in exercise.hints) else []
    whole = type(exercise.points) is int and exercise.points > 0
    found += [] if whole else ["points have to be a whole number, 1 or more"]
    code = values.folded(exercise.solution_code)
    hints = enumerate(exercise.hints, 1)
    found += [f"hint {n} contains the solution" for n, hint in hints if code in values.folded(hint).replace("`", "")]
    return found + (_lint_options(exercise) if isinstance(exercise, Choice) else [])


def _lint_options(choice):
    right, options = choice.expected(), choice.options
    found = [f"option {one} has no feedback" for one in options if one != right and not choice.feedback.get(one)]
    return found + (["the right option is not among the options"] if right not in options else [])

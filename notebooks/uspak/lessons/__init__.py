"""The lessons: one folder for each notebook, with its exercises, its quiz, its widgets and the models behind them.

A folder is called as its notebook, without the number. In a notebook::

    from uspak.lessons.cold_war_allies import exercises as ex

    southeast_asian_members = ...
    ex.southeast_asian_members.check(southeast_asian_members)

and, for the quiz at its end::

    from uspak import lessons

    lessons.quiz("02_cold_war_allies")
"""

import importlib
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uspak.exercises.quiz import Quiz

FOLDER = Path(__file__).parent


def names() -> list[str]:
    """The names of all lessons, sorted: those of their notebooks without the numbers."""
    return sorted(path.parent.name for path in FOLDER.glob("*/__init__.py"))


def exercises(name: str) -> ModuleType:
    """The module with the exercises of a lesson. Raises what importing it raises."""
    return importlib.import_module(f"{__name__}.{name}.exercises")


def quiz_file(name: str) -> Path:
    """Where the quiz of a lesson lies; ``name`` may begin with the number of its notebook."""
    lesson = name.partition("_")[2] if name[:2].isdigit() else name
    return FOLDER / lesson / "quiz.json"


def quiz(name: str) -> "Quiz":
    """The quiz of a lesson, which shows itself when it ends a cell.

    Args:
        name: of the notebook, such as ``"02_cold_war_allies"``.

    Raises:
        QuizError: if there is no such quiz, with those that there are, or it is faulty.
    """
    from uspak.exercises.quiz import Quiz, QuizError, load  # late: exercises alone need no widgets

    path = quiz_file(name)
    if not path.is_file():
        raise QuizError(f"There is no quiz {name!r}. There are: {', '.join(names())}.")
    return Quiz(load(path))

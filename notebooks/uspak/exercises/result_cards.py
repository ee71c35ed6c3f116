"""What a student sees of an exercise: the card with the result, a hint, the solution.

The cards are imported late, since they bring the whole machinery of widgets along: exercises alone load fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .results import Result
from .settings import solutions_allowed

if TYPE_CHECKING:
    from uspak.widgets.cards import Card, Note

    from .exercise import Exercise

_SOLUTIONS_ARE_OFF = "Solutions are switched off for this class. The hints are still there."


def card(exercise: Exercise, result: Result) -> Card:
    """The card for a result, with the hints (none after a right answer) and the solution on request."""
    from uspak.widgets.cards import Card, Note

    word = exercise.words[result.state]
    note = Note(word, exercise.title, result.message, tone=result.state, points=exercise.points)
    hints = () if result.state == "correct" else enumerate(exercise.hints)
    return Card(note, [(_heading(exercise, number), text) for number, text in hints], _solution_code(exercise))


def hint(exercise: Exercise, number: int) -> Note:
    """A hint by its number, from 0; after the last one, the first again."""
    from uspak.widgets.cards import Note

    if not exercise.hints:
        return Note("Hint", exercise.title, "There is no hint for this exercise.")
    number %= len(exercise.hints)
    return Note(_heading(exercise, number), exercise.title, exercise.hints[number])


def solution(exercise: Exercise) -> Note:
    """The solution, or that there is none to be shown."""
    from uspak.widgets.cards import Note

    code = _solution_code(exercise)
    if code is None:
        return Note("Solution", exercise.title, _SOLUTIONS_ARE_OFF)
    return Note("Solution", exercise.title, "", code=code)


def _heading(exercise, number):
    return f"Hint {number + 1} of {len(exercise.hints)}"


def _solution_code(exercise):
    """The solution to offer; none where they are switched off, or where it cannot be worked out from broken data."""
    try:
        return exercise.solution_code if solutions_allowed() else None
    except Exception:
        return None

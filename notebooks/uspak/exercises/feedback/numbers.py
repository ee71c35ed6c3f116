"""What to say of a wrong number, where one number is asked for."""

import math

from uspak.exercises.comparing import is_cut
from uspak.exercises.values import is_a, is_year

from . import numeric_errors, rows
from .asked import Asked

_NO_YEAR = "That is no year: the question asks for one, of four digits. Is it the label or the number of a row?"


def remark(answer: float, asked: Asked) -> str:
    """What to say of a wrong number."""
    if not math.isfinite(answer):
        return "Your answer is infinite: somewhere a number was divided by zero."
    return _related(answer, asked) or _impossible(answer, asked) or _by_size(answer, asked)


def _related(answer, asked):
    """What was done to the right number, or to the rows from which it comes."""
    related = numeric_errors.remark(answer, asked.expected, percent=asked.percent)
    related = related or (asked.days and numeric_errors.remark_on_days(answer, asked.expected))
    if not related and is_year(asked.expected) and abs(answer) < 100:
        return _NO_YEAR
    return related or rows.remark(answer, asked.expected, asked.rows)


def _impossible(answer, asked):
    """Why a number cannot be right, whatever the data."""
    expected, whole = asked.expected, is_a(asked.expected, int)
    if is_year(expected):
        return "That is not the year." if is_year(answer) else _NO_YEAR
    if whole and answer != int(answer):
        return "The answer is a whole number: something is counted. Yours has a fraction."
    if not answer and not whole and not asked.percent:
        return "Zero: is something compared with itself, or lost in a division with `//`?"
    if not answer:
        return (
            "Zero says that there is nothing at all. Do your conditions contradict each other, or is a word spelled otherwise in "
            "the table?"
        )
    if asked.percent and 0 < answer < 1 < expected:
        return "That looks like a part of 1, and not yet the right one. The question asks for per cent, the part of a hundred."
    if asked.percent and not 0 <= answer <= 100 and 0 <= expected <= 100:
        return "The part of a whole lies between 0 and 100 per cent. What do you divide by?"
    return ""


def _by_size(answer, asked):
    """How far a number lies from the right one, and on which side."""
    expected = asked.expected
    if is_cut(answer, expected):
        return numeric_errors.CUT
    if expected and abs(answer / expected - 1) < 0.01 and not is_a(expected, int):
        more = "?" if asked.rows is None else ", or is a row too many or too few?"
        return f"Very close, but not the same. Was something rounded too early{more}"
    if expected and answer * expected < 0:
        return "That is not the number that the data give: it has the other sign, too. Check what is taken from what."
    if asked.percent:
        size = "large" if answer > expected else "small"
        return f"Your number is too {size}. Say first what the part is, and what the whole: which rows go into each?"
    larger = abs(answer) > abs(expected)
    said = f"Your number is too {'large' if larger else 'small'}."
    if not rows.move_with(expected, asked.rows):
        return f"{said} Follow the question once more: which numbers go into it, and what is done with them?"
    if larger:
        return f"{said} Do rows go into it that do not belong, because a condition is missing?"
    return f"{said} Are rows missing that belong, because a condition leaves out too much?"

"""From an answer to a result: is it blank, right, a usual mistake, written in another way, or wrong as nobody foresaw?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from . import comparing, feedback, values
from .equivalent import readings
from .feedback import numeric_errors
from .notation import corrections
from .results import Mistake, Result

if TYPE_CHECKING:
    from .exercise import Exercise

_NONE_IS_NO_ANSWER = "Your answer is None, which is what a function returns if it only prints or changes something. "


class AnswerKey(NamedTuple):
    """What answers are held against: the right one, other right ones (both cleaned), and the usual mistakes."""

    expected: Any
    also: Sequence[Any]
    mistakes: Sequence[Mistake]


def judge(exercise: Exercise, answer: Any) -> Result:
    """The result for an answer; never raises, whatever the answer is and whatever the exercise does."""
    try:
        if values.is_placeholder(answer) or answer is None:
            invitation = f"Replace the dots with your answer ({exercise.wanted()}) and run the cell again."
            return Result("blank", (_NONE_IS_NO_ANSWER if answer is None else "") + invitation)
    except Exception as error:
        return _unchecked(error)
    try:
        answer = _array_of_one(answer, values.normalize(answer))
    except values.Unreadable as reason:
        return Result("wrong", str(reason))
    except Exception:
        return Result("wrong", f"Your answer (of the type `{values.type_name(answer)}`) cannot be read.")
    try:
        expected, mistakes = values.normalize(exercise.expected()), exercise.mistakes()
        key = AnswerKey(expected, [values.normalize(other) for other in exercise.also()], mistakes)
    except Exception as error:
        return _unchecked(error)
    return (
        _recognised(exercise, answer, key)
        or _but_for_its_form(exercise, answer, key)
        or _unforeseen(exercise, answer, key)
    )


def _unchecked(error):
    reason = f"{type(error).__name__}: {error}"
    return Result("unchecked", f"The answer could not be checked, and that is not your fault. {reason}")


def _array_of_one(answer, cleaned):
    """A cleaned array or Index of one member as a Series of one: it is as good as a Series where one value is asked for."""
    array = values.is_a(answer, np.ndarray, pd.Index, pd.api.extensions.ExtensionArray)
    return pd.Series(cleaned) if array and values.is_a(cleaned, list) and len(cleaned) == 1 else cleaned


# The three ways to a result


def _recognised(exercise, answer, key):
    """The result for a right answer, one that is rounded too far, or one of the usual mistakes; None for others."""
    for right in (key.expected, *key.also):
        if any(_holds(exercise.matches, form, right) for form in readings(answer, right, exercise.aliases)):
            return Result("correct", exercise.why)
    found = [mistake for mistake in key.mistakes if shows(exercise, answer, mistake)]
    if not found and _holds(_is_rounded_too_far, exercise, answer, key.expected):
        least = f"at least {values.pluralize(exercise.decimals, 'decimal')}" if exercise.decimals else "more digits"
        return Result("wrong", f"Very close, but rounded too early. Give {least}.")
    found = found or _only(mistake for mistake in key.mistakes if _nearly_shows(exercise, answer, mistake))
    return Result("wrong", found[0].message, found[0].name) if found else None


def _but_for_its_form(exercise, answer, key):
    """The result for numbers in quotes and numbers with a decimal comma: what is wrong with the form, and the rest."""
    expected = key.expected
    found = _or_else(corrections, [], answer, expected)
    for reading, needed in found:
        result = _recognised(exercise, reading, key)
        if result and result.state == "correct":
            return Result("wrong", f"{needed} Otherwise your answer is right.")
        if result:
            return Result("wrong", f"{needed} {result.message}", result.mistake)
    if values.is_a(answer, tuple) and values.kind(expected) == "number":  # two numbers, unless it comes close as one
        close = [one for one in found if abs(one[0] - expected) < 0.25 * abs(expected)]
        found = [] if values.is_a(expected, int) else close
    if not found:
        return None
    reading, needed = found[0]
    return Result("wrong", f"{needed} {_or_else(exercise.remark, '', reading, expected)}".strip())


def _unforeseen(exercise, answer, key):
    """The result for a wrong answer that shows none of the usual mistakes."""
    try:
        for mistake in key.mistakes if asks_for_percent(exercise) else ():
            if numeric_errors.is_share_of(answer, mistake.example):
                return Result("wrong", f"{mistake.message} {numeric_errors.AS_SHARE}", mistake.name)
        reading = readings(answer, key.expected, exercise.aliases)[-1]
        return Result("wrong", exercise.remark(reading, key.expected))
    except Exception:
        return Result("wrong", "That is not the answer. Read once more in what form it is wanted.")


# What an exercise does unless it does it in a way of its own


def same(exercise: Exercise, answer: Any, value: Any, near: comparing.Near) -> bool:
    """Whether two cleaned values are the same in the eyes of an exercise, if ``near`` compares numbers."""
    return comparing.same(answer, value, ordered=exercise.ordered, near=near, strict_columns=exercise.strict_columns)


def remark(exercise: Exercise, answer: Any, expected: Any) -> str:
    """What to say to a wrong answer that shows none of the usual mistakes; both are cleaned."""
    if exercise.strict_columns and values.kind(answer) == values.kind(expected) == "table":
        differences = comparing.table_differences(
            answer, expected, ordered=exercise.ordered, near=exercise.near, strict_columns=True
        )
        return differences[0]
    try:
        rows = exercise.rows()
    except Exception:  # a help for remarks, no more
        rows = None
    asked = feedback.Asked(
        expected,
        ordered=exercise.ordered,
        near=exercise.near,
        wants=exercise.wants,
        percent=asks_for_percent(exercise),
        rows=rows,
        label_column=exercise.label_column,
        days="how many days" in _plain_words(exercise.question),
    )
    return feedback.remark(answer, asked)


def asks_for_percent(exercise: Exercise) -> bool:
    """Whether a question asks for per cent: what the exercise says of it, or else its words."""
    if exercise.percent is not None:
        return exercise.percent
    return bool(re.search("per ?cent", _plain_words(exercise.question)))


def _plain_words(question):
    """A question in small letters without code, such as a column's name."""
    return re.sub("`[^`]*`", "", question).casefold()


# Mistakes


def shows(exercise: Exercise, answer: Any, mistake: Mistake) -> bool:
    """Whether a cleaned answer shows the mistake: to the last digit."""
    if mistake.when:
        return _holds(mistake.when, answer)
    return _holds(_is_example, exercise, answer, mistake, comparing.close)


def _nearly_shows(exercise, answer, mistake):
    """Whether a cleaned answer is the example of the mistake, rounded at the end or on the way."""
    return not mistake.when and _holds(_is_example, exercise, answer, mistake, comparing.nearly)


def _is_example(exercise, answer, mistake, near):
    example = values.normalize(mistake.example)
    if values.kind(answer) == "lookup" and values.is_a(example, pd.Series):
        example = example.rename_axis("label")
    if exercise.overrides("same"):
        return exercise.same(answer, example)
    return _is_in_some_form(exercise, answer, example, near)


def _is_rounded_too_far(exercise, answer, expected):
    """Whether an answer would be right if it were not rounded to so few decimals."""
    if exercise.overrides("same", "matches"):
        return False

    def near(own, number):
        return exercise.near(own, number) or comparing.agree_roughly(own, number)

    return _is_in_some_form(exercise, answer, expected, near)


def _is_in_some_form(exercise, answer, value, near):
    return any(same(exercise, form, value, near) for form in readings(answer, value, exercise.aliases))


def _only(found: Iterable[Mistake]) -> list[Mistake]:
    """The one thing that was found, in a list; an empty list if there are none, or more than one."""
    found = list(found)
    return found if len(found) == 1 else []


def _holds(test: Callable[..., Any], *arguments: Any) -> bool:
    """Whether a test of an answer holds; one that fails on an odd answer does not."""
    return _or_else(lambda: bool(test(*arguments)), False)


def _or_else(work, otherwise, *arguments):
    """What a function makes of an answer; ``otherwise`` if it fails on an odd one."""
    try:
        return work(*arguments)
    except Exception:
        return otherwise

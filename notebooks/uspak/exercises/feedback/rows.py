"""What a wrong answer is of the rows that the right one is worked out from: their sum, their number, all the others.

``rows`` is what ``Exercise.rows`` returns: a Series of True and False, which is a condition whose True rows are counted,
shared out or named by their labels; or a Series of numbers that are summed up, averaged or searched, for each label if
the right answer has labels.
"""

from typing import Any

import pandas as pd

from uspak.exercises.comparing import close
from uspak.exercises.contents import key, keys, labelled_values, members, normalize_cell
from uspak.exercises.values import is_a, is_year, kind

from .numeric_errors import same_number, shows

#: How many numbers become one, with the words for it.
_STATISTICS = {
    "the sum": "sum", "the mean": "mean", "the number": "size", "the number of filled cells": "count", "the largest value": "max",
    "the smallest value": "min", "the median": "median", "the first value": "first", "the last value": "last",
}  # fmt: skip


def remark(answer: Any, expected: Any, rows: pd.Series | None) -> str:
    """What a wrong answer is of the rows that the right one is worked out from; empty if it is nothing known.

    Args:
        answer, expected: cleaned values.
        rows: what ``Exercise.rows`` returns.
    """
    if rows is None or not len(rows):
        return ""
    own, wanted, condition = kind(answer), kind(expected), rows.dtype == bool
    if own == wanted == "number":
        return _of_condition(answer, expected, rows) if condition else _of_numbers(answer, expected, rows)
    if wanted == "lookup" and own == "number" and not condition:
        found = [words for words, value in _statistics(rows).items() if same_number(answer, value)]
        return (
            f"That is {found[0]} of all rows together. The question asks for one value for each label." if found else ""
        )
    if wanted == "lookup" and not condition:
        labelled = labelled_values(answer)
        return _of_groups(labelled, labelled_values(expected), rows) if labelled else ""
    if wanted == "members" and condition:
        named = members(answer)
        return _of_labels(keys(named), rows) if named else ""
    return ""


def move_with(expected: Any, rows: pd.Series | None) -> bool:
    """Whether a number comes from rows in such a way that more rows, or fewer, make it larger or smaller."""
    if rows is None or not len(rows):
        return False
    sums = (normalize_cell(rows.agg(how)) for how in ("sum", "size", "count"))
    return rows.dtype == bool or any(close(one, expected) for one in sums)


# A condition


def _of_condition(answer, expected, rows):
    """What a number is of a condition: how many rows, how many of the others, which part."""
    true, number = int(rows.sum()), len(rows)
    counts = close(expected, true)  # else the part of the True is asked for
    more = "`.sum()` counts the True." if counts else "It belongs below the line: what stands above it?"
    known = {
        number: f"That is the number of all rows, whether the condition is True or False. {more}",
        number - true: "That is how many rows do **not** meet the condition. Is it turned round?",
        true: "That is how many rows meet the condition. What are they to be divided by?",
    }
    for value, said in known.items():
        if is_a(answer, int) and close(answer, value) and not close(expected, value):
            return said
    share = true / number
    if not close(expected, share) and shows(answer, share, 3):
        asked = "asks how many: `.sum()` counts the True." if counts else "asks for something else."
        return f"That is the share of the rows that meet the condition, from 0 to 1. The question {asked}"
    return _of_count(answer, true, number) if counts else ""


def _of_count(answer, true, number):
    """What a number is of a condition, where the number of the True is asked for."""
    share = true / number
    if shows(answer, 1 - share, 3):
        return "That is the share of the rows for which the condition is **not** True. The question asks how many: `.sum()`."
    if shows(answer, 100 * share, 3):
        return "That is the share of the rows that meet the condition, in per cent. The question asks how many."
    if answer < 0:
        return "A count is never below zero. Count rows with `len(…)`, instead of adding up what stands in a column."
    if is_a(answer, int) and true > 2 and answer >= 5 * true and answer % true == 0 and answer > number:
        return "More than there are rows. If you used `.size`: that counts every cell of a table. `len(…)` counts its rows."
    return ""


def _of_labels(own, rows):
    """What the labels of a condition's True rows are, among all labels."""
    labels = {True: set(), False: set()}
    for label, holds in rows.items():
        labels[bool(holds)].add(key(normalize_cell(label)))
    others = labels[False] - labels[True]
    if own == labels[True] | labels[False]:
        return "You have all of them. Keep those that meet the condition of the question."
    if own == others:
        return "These are exactly all the others. Turn the condition round."
    if not own < others:
        return ""
    if len(own) * 2 > len(others):
        return (
            "All that you have are among the others, for which the condition does not hold. Is it the wrong way round?"
        )
    return "What you have does occur in the data, but not where the condition of the question holds."


# Numbers


def _statistics(rows):
    whole = rows.groupby(lambda _: 0)
    return {words: normalize_cell(getattr(whole, how)().iloc[0]) for words, how in _STATISTICS.items()}


def _of_numbers(answer, expected, rows):
    """What a number is of the numbers that the right one is worked out from."""
    found = _statistics(rows)
    own = [words for words, value in found.items() if same_number(answer, value)]
    wanted = [words for words, value in found.items() if close(value, expected)]
    if own:
        asked = (
            f"The question asks for {wanted[0]} of them."
            if wanted
            else "It is a step on the way: what has to be done with it?"
        )
        return f"That is {own[0]} of the rows that the question is about. {asked}"
    labels = [normalize_cell(label) for label in rows.index]
    if not is_year(expected) and any(kind(label) == "number" and close(label, answer) for label in labels):
        return "That is the label of one of the rows, not a value."
    return ""


def _of_groups(own, wanted, rows):
    """What values with labels are of the numbers under the same labels."""
    rows = rows.set_axis([key(normalize_cell(label)) for label in rows.index])
    if rows.index.nlevels != 1 or own.keys() != wanted.keys():
        return ""
    groups, found = rows.groupby(level=0), {}
    for words, how in _STATISTICS.items():
        if how not in ("first", "last"):
            made = getattr(groups, how)()
            found[words] = dict(zip(made.index.tolist(), map(normalize_cell, made.tolist()), strict=True))
    found = {words: values for words, values in found.items() if values.keys() >= own.keys()}
    alike = [words for words, values in found.items() if all(same_number(own[one], values[one]) for one in own)]
    asked = [words for words, values in found.items() if all(close(values[one], wanted[one]) for one in wanted)]
    if not alike or alike[0] in asked:
        return ""
    return f"For each label that is {alike[0]} of its rows." + (f" The question asks for {asked[0]}." if asked else "")

"""What to say of many values (a Series, list, dict or table) where one is asked for: mostly one step is missing."""

from typing import Any

import pandas as pd

from uspak.exercises.comparing import close, same_one
from uspak.exercises.contents import columns, key, labelled_values, members
from uspak.exercises.values import described, is_a, kind, partial_date

from .asked import Asked

_AMONG_THEM = "The right number is among them: take it out, by its label or its place."


def remark(answer: Any, asked: Asked) -> str:
    """What to say of a cleaned Series, list, dict or table, where one value is asked for."""
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    labelled = labelled_values(answer) or {}
    content = list(labelled.values()) if labelled else members(answer) or []
    if len(content) == 1:
        return f"{said} {_only_one(answer, content[0], asked)}"
    if kind(asked.expected) != "number":
        there = any(same_one(one, asked.expected) for one in content)
        return said + (" The right one is among them: take it out." if there else "")
    step = _missing_step(answer, content, asked)
    if not step and asked.percent:
        step = "Make one number of it: a part divided by the whole, times 100."
    return f"{said} {step or 'Make one number of it: count, sum up, or take one value out.'}"


def _only_one(answer, value, asked):
    """What to say of a Series, list or dict of one value, where that value, or another one, is asked for."""
    if value is None:
        return "And what it holds is empty (a missing value)."
    if kind(asked.expected) == "number" and kind(value) not in ("number", "date"):
        return "And what it holds is no number."
    if is_a(answer, pd.Series, pd.DataFrame):
        return "Take the single value out of it: `.iloc[0]`."
    if is_a(answer, dict):
        return "Give the value alone, without the label and the brackets."
    place = ", or write `[0]` behind it." if is_a(answer, list, tuple) else "."
    return "Take the single value out of it: leave out the brackets around it" + place


def _missing_step(answer, content, asked):
    """The one step from many values to the number that is asked for; empty if there is none."""
    dates = bool(content) and all(kind(one) == "date" or (is_a(one, str) and partial_date(one)) for one in content)
    if asked.days and (dates or kind(answer) == "table"):
        return "Make dates of two texts with `pd.Timestamp(…)` and take one from the other; the difference has `.days`."
    if len(answer) == asked.expected and is_a(asked.expected, int):
        return "These are the right rows, or as many: count them with `len(…)`."
    step = _from_columns(answer, content, asked)
    if step:
        return step
    if kind(answer) == "lookup" and key(asked.expected) in (labelled_values(answer) or {}):
        return "The right one is among the labels, not among the values: take the label of the row that you want."
    if kind(answer) != "table":
        return ""
    if is_a(asked.expected, int) and asked.marks_rows:
        return "`len(…)` counts rows, but these are not the right ones yet: look once more at how they were chosen."
    if asked.percent:
        return "For a percentage count or sum up rows such as these, and divide by the number or the sum of all."
    return "Do you want to count its rows with `len(…)`, or to work with one of its columns?"


def _from_columns(answer, content, asked):
    """How the right number comes from a column of the answer: it stands there, or is the sum or the mean."""
    found = columns(answer) if kind(answer) == "table" else [content] if content else []
    for column in found:
        numbers = [one for one in column if kind(one) == "number"]
        near = asked.near if len(numbers) == len(column) and len(numbers) < 6 else close
        if any(near(one, asked.expected) for one in numbers):
            return _AMONG_THEM
        if len(numbers) != len(column):
            continue
        them = "one of its columns" if kind(answer) == "table" else "all of them"
        for words, made in (("the sum of", sum(numbers)), ("the mean of", sum(numbers) / len(numbers))):
            if near(made, asked.expected):
                return f"One step is missing: {words} {them}."
    return ""

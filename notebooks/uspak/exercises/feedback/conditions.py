"""What to say of True and False, where something else is asked for: what a condition gives."""

from typing import Any

import pandas as pd

from uspak.exercises.contents import key, keys, members, normalize_cell
from uspak.exercises.values import is_a, kind, raw_members

from .asked import Asked


def remark(answer: Any, asked: Asked) -> str:
    """What to say of a cleaned Series or list of True and False."""
    said = "That says True or False for each row: it is the condition."
    marks = [bool(one) for one in raw_members(answer) or ()]
    if kind(asked.expected) == "number":
        return f"{said} {_to_be_counted(marks, asked)}"
    if kind(asked.expected) == "members" and is_a(answer, pd.Series):
        labels = {key(normalize_cell(label)) for label, holds in zip(answer.index, marks, strict=True) if holds}
        right = keys(members(asked.expected) or ()) == labels
        place = "It is True at the right places: k" if right else "K"
        return f"{said} {place}eep the rows where it is True, then take their labels (`.index`) or a column."
    return f"{said} The question asks for {asked.form}: put the condition in square brackets to keep the rows."


def _to_be_counted(marks, asked):
    """What to say where a number is asked for."""
    if is_a(asked.expected, int):
        right = sum(marks) == asked.expected
        more = "" if right else " But it does not mark the right rows yet: look at it once more."
        return "Count the True with `.sum()`." + more
    if asked.near(100 * sum(marks) / len(marks), asked.expected):
        return "Its `.mean()` is the part of the True."
    return "What is counted or summed where it is True?"

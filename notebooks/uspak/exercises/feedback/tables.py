"""What to say of whatever was given where a table is asked for."""

from typing import Any

import pandas as pd

from uspak.exercises import notation
from uspak.exercises.comparing import table_differences
from uspak.exercises.contents import columns, key, normalize_cell
from uspak.exercises.values import described, is_a, kind

from . import patterns
from .asked import Asked
from .labelled import TOTALS


def remark(answer: Any, asked: Asked) -> str:
    """What to say of a cleaned value, where a table is asked for."""
    if is_a(answer, pd.Series) and answer.index.nlevels == 2:
        return "You have one value for each pair of labels, one below the other. `.unstack()` makes columns of the second label."
    if kind(answer) != "table":
        return f"Your answer is {described(answer)}; the question asks for {asked.form}."
    said = table_differences(answer, asked.expected, ordered=asked.ordered, near=asked.near)[0]
    return _about_cells(answer, said) or _about_axes(answer, said, asked)


def _about_cells(answer, said):
    """What to say of texts and empty cells in the place of numbers, and of needless columns; empty if there are none."""
    cells = [one for column in columns(answer) for one in column]
    if said.startswith("Your table lacks"):
        if answer.columns.nlevels > 1:
            return "Your columns have two levels: one block for each column that was counted. Name one column with `values=…`."
    elif any(kind(one) == "text" and notation.number_in(one[:100]) is not None for one in cells):
        return "Some cells hold text: a number in quotation marks is text. Make numbers of them."
    empty = any(kind(one) == "nothing" or (is_a(one, str) and not one.strip()) for one in cells)
    return said + " Some cells are empty." if empty and "rows" in said and "differ" in said else ""


def _about_axes(answer, said, asked):
    """What to say of the names of rows and columns; and if they are right, of what all cells have in common."""
    own, wanted = (
        [[key(normalize_cell(label)) for label in axis] for axis in (table.index, table.columns)]
        for table in (answer, asked.expected)
    )
    if set(own[0] + own[1]) & TOTALS and not set(wanted[0] + wanted[1]) & TOTALS:
        return "Leave out the row or column of totals."
    mine, theirs = _numbers(answer), _numbers(asked.expected)
    if own == wanted and mine is not None and theirs is not None:
        return patterns.remark(dict(enumerate(mine)), dict(enumerate(theirs)), percent=asked.percent) or said
    return "Rows and columns are exchanged." if own == wanted[::-1] else said


def _numbers(table):
    """All cells of a table, column by column, or None if one is no number."""
    cells = [one for column in columns(table) for one in column]
    return cells if cells and all(kind(one) == "number" for one in cells) else None

"""Other forms of an answer that are as good: one cell of a table, a table instead of a Series, a code for a state's name."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from . import aliases
from .contents import SCALARS, key, labelled_values, map_contents, members, normalize_cell, years_of
from .notation import grouped_number
from .values import folded, is_a, kind

NO_NAMES: Mapping[str, str] = {}


def readings(answer: Any, expected: Any, more_names: Mapping[str, str] = NO_NAMES) -> list:
    """A cleaned answer as it is, and in the form and the words of the expected one, if that is as good.

    Args:
        answer, expected: cleaned values.
        more_names: {another word: the word that ``expected`` uses for the same}.
    """
    try:
        other = as_expected(answer, expected, more_names)
    except Exception:  # odd answers have no other form
        return [answer]
    return [answer] if other is answer else [answer, other]


def as_expected(answer: Any, expected: Any, more_names: Mapping[str, str] = NO_NAMES) -> Any:
    """The same answer in the form of the expected one, if it is as good: the only cell of a table instead of a number,
    a table of labels and values instead of a Series, a day or a year as text for a label, a code for a state's name."""
    words = _Words(expected, more_names)
    change = {"lookup": _labelled, "members": _column, "table": _table}.get(kind(expected), _single)
    return map_contents(change(answer, expected, words), words.label, words.value)


class _Words:
    """The labels and values of an expected answer, and what of a student's answer means one of them."""

    def __init__(self, expected, more_names):
        of_labels = labelled_values(expected) if kind(expected) == "lookup" else {}
        self._labels, self._values, self._more = [], [], more_names
        if kind(expected) == "lookup":
            self._labels = list(expected) if is_a(expected, dict) else expected.index.tolist()
            self._values = list(of_labels.values())
        elif kind(expected) == "members":
            self._values = members(expected)
        elif kind(expected) != "table":
            self._values = [expected]

    def label(self, label):
        return self._meant(label, self._labels, label=True)

    def value(self, value):
        return self._meant(value, self._values)

    def _meant(self, value, wanted, label=False):
        if kind(value) == "text":
            numbers = label and wanted and all(is_a(one, int) for one in map(normalize_cell, wanted))
            if numbers and folded(value).isdecimal() and len(value) < 10:
                return int(folded(value))
            texts = [w for w in wanted if is_a(w, str)]
            return (texts and aliases.same_name(value[:200], texts, self._more)) or value
        if kind(value) == "date" and years_of(wanted):
            return _whole_year(value) or value
        return value


def _whole_year(date):
    """The year of a date that stands for the whole year: a yearly Period, its first or its last day."""
    if is_a(date, pd.Period):
        return date.year if date.freqstr[0] in "YA" else None
    return date.year if (date.month, date.day) in ((1, 1), (12, 31)) else None


def _single(answer, expected, words):
    """The only cell of a table or Series; a number with separators, where a number is asked for."""
    if kind(expected) in SCALARS and is_a(answer, pd.Series, pd.DataFrame) and answer.size == 1:
        cell = normalize_cell(answer.iloc[0] if is_a(answer, pd.Series) else answer.iloc[0, 0])
        answer = cell if kind(cell) in SCALARS else answer
    if kind(expected) == "number" and kind(answer) == "text":
        number = grouped_number(answer)
        return answer if number is None else number
    return answer


def _column(answer, expected, words):
    """The only column of a table."""
    return answer.iloc[:, 0] if is_a(answer, pd.DataFrame) and answer.shape[1] == 1 else answer


def _labelled(answer, expected, words):
    """A table of labels and values, without named rows, as a Series: what ``reset_index`` makes of one. Or one of a
    single row, whose columns are the labels."""
    if not is_a(answer, pd.DataFrame):
        return answer
    wanted = labelled_values(expected).keys()
    if len(answer) == 1 and {key(normalize_cell(name)) for name in answer.columns} == wanted:
        return answer.iloc[0]
    if answer.shape[1] != 2 or any(name is not None for name in answer.index.names):
        return answer
    for labels, contents in ((answer.iloc[:, 0], answer.iloc[:, 1]), (answer.iloc[:, 1], answer.iloc[:, 0])):
        right = {key(words.label(normalize_cell(label))) for label in labels.tolist()} & wanted
        if len(right) * 2 > len(wanted):
            return pd.Series(contents.tolist(), index=labels.tolist())
    return answer


def _table(answer, expected, words):
    """A table without a needless level of columns, and with the name of its rows, if its rows are the right ones."""
    if not is_a(answer, pd.DataFrame):
        return answer
    if answer.columns.nlevels == 2 and len(set(answer.columns.get_level_values(0))) == 1:
        answer = answer.droplevel(0, axis="columns")
    name = expected.index.name
    if answer.index.name is not None or not is_a(name, str) or name in answer.columns:
        return answer
    rows, wanted = ({key(normalize_cell(label)) for label in table.index} for table in (answer, expected))
    return answer.rename_axis(name) if rows == wanted else answer

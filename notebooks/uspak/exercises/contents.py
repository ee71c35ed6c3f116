"""What a cleaned answer holds: its members, its labels and values, its cells, each in a form that can be compared.

A cleaned value is what ``values.normalize`` returns.
"""

import itertools
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

import pandas as pd

from .values import FIRST_YEAR, LAST_YEAR, folded, is_a, kind, normalize, raw_members

#: The kinds of which an answer is one single value.
SCALARS = ("number", "text", "date", "truth")

_UNREADABLE = itertools.count()


class UnreadableCell:
    """Stands for a cell that cannot be read; equal to nothing else."""


def normalize_cell(value: object) -> Any:
    """A cell of a table or Series, cleaned; what cannot be read counts as a thing of its own."""
    if is_a(value, pd.Interval):
        return str(value)
    try:
        return normalize(value)
    except Exception:
        return UnreadableCell()


def members(value: Any) -> list | None:
    """The members of a cleaned list, tuple, set or Series, cleaned; None if it is something else."""
    found = raw_members(value)
    return [normalize_cell(one) for one in found] if found and is_a(value, pd.Series) else found


def labelled_values(value: Any) -> dict[Hashable, Any] | None:
    """A cleaned dict, Series, or table of one column, as {key of label: value}; None if it is something else."""
    if is_a(value, pd.DataFrame) and value.shape[1] == 1:
        value = value.iloc[:, 0]
    if is_a(value, pd.Series):
        value = dict(zip(value.index.tolist(), value.tolist(), strict=True))
    if not is_a(value, dict):
        return None
    return {key(normalize_cell(label)): normalize_cell(content) for label, content in dict.items(value)}


def labels(value: Any) -> dict[Hashable, Any]:
    """The labels of a cleaned dict, Series or table as they are written: {key: label}."""
    written = list(value) if is_a(value, dict) else value.index.tolist()
    return {key(normalize_cell(label)): normalize_cell(label) for label in written}


def columns(table: pd.DataFrame) -> list[list]:
    """The columns of a table, each as a list of cleaned cells."""
    return [[normalize_cell(one) for one in table.iloc[:, place].tolist()] for place in range(table.shape[1])]


def key(value: Any) -> tuple:
    """A hashable stand-in for a cleaned value: equal keys mean equal answers. Its first part is a word for the kind."""
    if is_a(value, bool):
        return ("truth", value)
    if is_a(value, int):
        return ("number", value)
    if is_a(value, float):
        return ("number", float(f"{value:.9g}"))
    if is_a(value, str):
        return ("text", folded(value))
    if is_a(value, pd.Timestamp):
        return ("text", value.strftime("%Y-%m-%d" if value == value.normalize() else "%Y-%m-%d %H:%M:%S"))
    if is_a(value, pd.Period):
        return ("text", str(value))
    if is_a(value, list, tuple):
        return ("list", tuple(map(key, value)))
    if is_a(value, set, frozenset):
        return ("set", frozenset(map(key, value)))
    return ("nothing",) if value is None else ("strange", next(_UNREADABLE))


def keys(found: Iterable) -> set[tuple]:
    """The keys of cleaned values."""
    return {key(one) for one in found}


def years_of(found: Sequence) -> Sequence:
    """The values, if they are years: whole numbers from 1900 to 2100 and nothing else; else an empty list."""
    whole = [normalize_cell(value) for value in found]
    right = whole and all(is_a(v, int, float) and v == v // 1 and FIRST_YEAR <= v <= LAST_YEAR for v in whole)
    return whole if right else []


def map_contents(value: Any, label: Callable[[Any], Any], content: Callable[[Any], Any]) -> Any:
    """A cleaned value in which each label and each value went through a function of its own; itself if none changed."""
    if is_a(value, pd.Series):
        return _changed_series(value, label, content)
    if is_a(value, dict):
        return {label(one): content(two) for one, two in dict.items(value)}
    for made in (list, tuple, set):
        if is_a(value, made):
            return made(content(one) for one in value)
    return content(value) if kind(value) in SCALARS else value


def _changed_series(value, label, content):
    labels_, other_labels = _through(label, value.index.tolist())
    contents, other = _through(content, value.tolist()) if value.dtype.kind not in "biuf" else ([], False)
    if not other and not other_labels:
        return value
    index = pd.Index(labels_, name=value.index.name) if other_labels else value.index
    return pd.Series(contents if other else value.tolist(), index=index)


def _through(change, found):
    """The values, each cleaned and put through a function, and whether that changed any."""
    before = [normalize_cell(value) for value in found]
    after = [change(value) for value in before]
    return after, any(a is not b for a, b in zip(after, before, strict=True))

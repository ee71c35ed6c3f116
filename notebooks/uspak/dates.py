"""Dates that may be known to the year or month only: ``1954``, ``1954-05`` or ``1954-05-19``, as text (ISO 8601)."""

import datetime
import re
from typing import TypeVar

MONTHS = "January February March April May June July August September October November December".split()

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_Cell = TypeVar("_Cell", str, float)


def is_iso_date(text: str) -> bool:
    """Whether a text has the form of a whole or partial ISO date; :func:`exists` tells whether there is such a day."""
    return bool(_ISO.fullmatch(text))


def exists(date: str) -> bool:
    """Whether the calendar has a whole or partial ISO date: not ``1955-02-30``, nor ``1954-13``, nor another text."""
    found = _ISO.fullmatch(date)
    if not found:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def first_day(date: _Cell) -> _Cell:
    """The first day that a whole or partial ISO date allows: ``1954-05`` → ``1954-05-01``. What is no text, such as the
    NaN of an empty cell, stays as it is."""
    return date + "-01-01"[len(date) - 4 :] if isinstance(date, str) else date


def middle_day(date: str) -> str:
    """The day in the middle of what a whole or partial ISO date allows: ``1954-05`` → ``1954-05-15``, ``1954`` →
    ``1954-07-02``. A text of another length stays as it is."""
    return date + {4: "-07-02", 7: "-15"}.get(len(date), "")


def written_date(date: object, date_end: object = None) -> str:
    """Write a whole or partial ISO date as a person does.

    Args:
        date: text such as ``"1954-05-19"``, ``"1954-05"`` or ``"1954"``.
        date_end: the end of a span in the same form; what is no text, such as NaN, or empty counts as none.

    Returns:
        ``"19 May 1954"``, ``"May 1954"``, ``"1954"``; a span is ``"9–11 July 1971"`` or ``"5 August – 23 September 1965"``.

    Raises:
        ValueError: if the text is not a whole or partial ISO date.
    """
    start, end = _one_date(date), _one_date(date_end) if isinstance(date_end, str) and date_end else ""
    if not end or end == start:
        return start
    for shared in (" " + start.split(" ", 1)[-1], " " + start[-4:]):
        if end.endswith(shared) and start.endswith(shared):
            start = start.removesuffix(shared)
            break
    return f"{start}–{end}" if start.isdigit() else f"{start} – {end}"


def _one_date(date: object) -> str:
    found = _ISO.fullmatch(str(date))
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        raise ValueError(f"'{date}' is not a date such as 1954, 1954-05 or 1954-05-19.")
    year, month, day = found.groups()
    parts = [str(int(day))] if day else []
    parts += [MONTHS[int(month) - 1]] if month else []
    return " ".join([*parts, year])

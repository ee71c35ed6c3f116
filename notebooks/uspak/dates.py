"""Dates that may be known to the year or month only: ``1954``, ``1954-05`` or ``1954-05-19``, as text."""

import re

MONTHS = "January February March April May June July August September October November December".split()

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


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


def _one_date(date):
    found = _ISO.fullmatch(str(date))
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        raise ValueError(f"'{date}' is not a date such as 1954, 1954-05 or 1954-05-19.")
    year, month, day = found.groups()
    parts = [str(int(day))] if day else []
    parts += [MONTHS[int(month) - 1]] if month else []
    return " ".join([*parts, year])


def first_day(date):
    """The first day that a possibly partial ISO date allows: ``1954-05`` → ``1954-05-01``. What is no text stays as it is."""
    return date + "-01-01"[len(date) - 4 :] if isinstance(date, str) else date

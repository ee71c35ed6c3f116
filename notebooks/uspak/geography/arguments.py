"""Checks of what callers give, and the sentences that say what was meant: days, points, and words of a fixed set."""

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Sequence

from uspak import data
from uspak.article import FIRST_DAY
from uspak.dates import first_day

#: A day as callers give it: a whole or partial ISO date, a date object, or None for today.
Day = str | dt.date | None

#: A point as callers give it: latitude and longitude in degrees, or a ``place_id`` of ``uspak.places()``.
Point = str | Sequence[float]

_TODAY = "9999-12-31"


def whole_day(on: Day) -> str:
    """A whole ISO date from a date object, a whole or a partial ISO date; a partial one is its first day.

    Raises:
        ValueError: for a date that does not exist or lies before the first day of the outlines.
    """
    if on is None:
        return _TODAY
    text = on.isoformat()[:10] if isinstance(on, dt.date) else str(on)
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        raise ValueError(f"{on!r} is no date: write 1956, 1956-12 or 1956-12-31.")
    day = FIRST_DAY if len(text) < 10 and FIRST_DAY.startswith(text) else str(first_day(text))
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{on!r} is no date: there is no such day.") from None
    if day < FIRST_DAY:
        raise ValueError(f"There are outlines from {FIRST_DAY} on; {text} is before that.")
    return day


def lat_lon(point: Point) -> tuple[float, float]:
    """Latitude and longitude of a point in degrees, which may also be given as a ``place_id`` of ``uspak.places()``.

    Raises:
        ValueError: for an unknown place, what is no pair of numbers, or a point off the globe.
    """
    if isinstance(point, str):
        table = data.places().set_index("place_id")
        one_of("place", point, table.index)
        return float(table.at[point, "lat"]), float(table.at[point, "lon"])
    try:
        lat, lon = map(float, point)
    except (TypeError, ValueError):
        raise ValueError(f"{point!r} is no point: write (lat, lon) in degrees, or a place_id.") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"({lat}, {lon}) is not on the globe: latitude −90…90 comes first, then longitude −180…180.")
    return lat, lon


def one_of(kind: str, value: str, possible: Iterable[object]) -> str:
    """A value that is among the possible ones.

    Raises:
        ValueError: if it is not; the message says which kind of thing it is, which value is near, and all possible ones.
    """
    possible = list(possible)
    if value not in possible:
        raise ValueError(unknown(kind, value, possible))
    return value


def unknown(kind: str, value: object, possible: Iterable[object]) -> str:
    """The message for a value that is not among the possible ones."""
    written = [str(item) for item in possible]
    near = [difflib.get_close_matches(form, written, n=1) for form in (str(value), str(value).upper())]
    hint = next((f" Did you mean {found[0]!r}?" for found in near if found), "")
    return f"There is no {kind} {value!r}.{hint} Possible: {', '.join(written)}."

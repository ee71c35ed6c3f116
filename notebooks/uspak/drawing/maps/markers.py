"""The markers of places, as read from a table."""

import html
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from uspak.geography.arguments import lat_lon, one_of

from .. import theme

#: Where a label or a name may lie, seen from its point.
ANCHORS = tuple(f"{y} {x}" for y in ("top", "middle", "bottom") for x in ("left", "center", "right"))


@dataclass(frozen=True)
class Marker:
    """One marker on a map, which stands for one place or, in a group, for several."""

    name: str  #: HTML
    lat: float  #: degrees
    lon: float
    direction: str  #: a key of ``theme.DIRECTIONS``, or empty
    anchor: str  #: one of ``ANCHORS``, or empty as long as the label has no place
    hover: str  #: HTML
    count: int = 1  #: places it stands for
    label: str = ""  #: what is written beside it


def markers_of(frame: pd.DataFrame) -> list[Marker]:
    """One marker for each row of a table of places; the columns are those of :func:`uspak.drawing.maps.add_places`.

    Raises:
        ValueError: if a column is missing, or a coordinate, direction or anchor is invalid.
    """
    lacking = [column for column in ("name", "lat", "lon") if column not in frame]
    if lacking:
        has = ", ".join(map(str, frame.columns))
        raise ValueError(f"The table of places lacks {', '.join(lacking)}; it has {has}.")
    return [_marker(row) for row in frame.to_dict("records")]


def _marker(row: Mapping) -> Marker:
    lat, lon = lat_lon((row["lat"], row["lon"]))
    direction, anchor, more = (_text(row, column) for column in ("direction", "anchor", "hover"))
    if direction:
        one_of("direction", direction, theme.DIRECTIONS)
    if anchor:
        one_of("anchor", anchor, ANCHORS)
    name = html.escape(str(row["name"]))
    hover = f"<b>{name}</b>" + (f"<br>{more}" if more else "")
    return Marker(name=name, lat=lat, lon=lon, direction=direction, anchor=anchor, hover=hover)


def _text(row: Mapping, column: str) -> str:
    """The text in a cell; empty where there is no such column or no text in it."""
    value = row.get(column)
    return value if isinstance(value, str) else ""

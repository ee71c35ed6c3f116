"""What becomes of markers that lie closer than they are wide: spread in a ring, or grouped in one."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from uspak.geography.arguments import one_of

from .markers import Marker

_ROUNDS = 4  # of spreading: a ring may come to lie over a neighbour


def arranged(markers: list[Marker], near: str, distance: float) -> list[Marker]:
    """Markers, with those that lie closer than a distance in degrees spread, grouped or kept.

    Raises:
        ValueError: if ``near`` is none of these ways.
    """
    return _WAYS[one_of("near", near, _WAYS)](markers, distance)


def _spread(markers: list[Marker], distance: float) -> list[Marker]:
    """Markers, with those that lie closer than the distance (degrees) moved on to a ring around their middle."""
    markers = list(markers)
    for _ in range(_ROUNDS):
        groups = [group for group in _clusters(markers, distance) if len(group) > 1]
        if not groups:
            break
        for group in groups:
            for number, marker in zip(group, _ring([markers[number] for number in group], distance), strict=True):
                markers[number] = marker
    return markers


def _ring(markers: list[Marker], distance: float) -> list[Marker]:
    """Markers moved on to a ring around their middle, in the order in which they lie around it."""
    lon, lat = (float(np.mean([getattr(marker, axis) for marker in markers])) for axis in ("lon", "lat"))
    turn = 2 * np.pi / len(markers)
    radius = 1.02 * distance / (2 * np.sin(turn / 2))
    first = np.arctan2(markers[0].lat - lat, markers[0].lon - lon)
    angles = [(np.arctan2(marker.lat - lat, marker.lon - lon) - first) % (2 * np.pi) for marker in markers]
    places = np.argsort(np.argsort(angles, kind="stable"), kind="stable")
    return [
        replace(
            marker,
            lon=float(lon + radius * np.cos(first + place * turn)),
            lat=float(lat + radius * np.sin(first + place * turn)),
        )
        for marker, place in zip(markers, places, strict=True)
    ]


def _grouped(markers: list[Marker], distance: float) -> list[Marker]:
    """One marker for all that lie closer than the distance (degrees)."""
    return [_together([markers[number] for number in group]) for group in _clusters(markers, distance)]


def _together(markers: list[Marker]) -> Marker:
    """One marker in the middle of several, which names them all on hover."""
    directions = {marker.direction for marker in markers}
    more = f" +{len(markers) - 1}" if len(markers) > 1 else ""
    return replace(
        markers[0],
        count=len(markers),
        hover="<br>".join(marker.hover for marker in markers),
        name=markers[0].name + more,
        lat=float(np.mean([marker.lat for marker in markers])),
        lon=float(np.mean([marker.lon for marker in markers])),
        direction=directions.pop() if len(directions) == 1 else "mixed",
    )


def _clusters(markers: list[Marker], distance: float) -> list[list[int]]:
    """Lists of numbers: markers that a chain of steps shorter than the distance (degrees) connects."""
    at = np.array([(marker.lon, marker.lat) for marker in markers]).reshape(-1, 2)
    left, found = set(range(len(markers))), []
    while left:
        group, edge = [], [min(left)]
        left.discard(edge[0])
        while edge:
            here = edge.pop()
            group.append(here)
            close = [number for number in left if np.hypot(*(at[number] - at[here])) < distance]
            left.difference_update(close)
            edge += close
        found.append(sorted(group))
    return found


_WAYS: dict[str, Callable[[list[Marker], float], list[Marker]]] = {
    "spread": _spread,
    "group": _grouped,
    "keep": lambda markers, _: markers,
}

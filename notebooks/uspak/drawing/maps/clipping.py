"""Outlines cut to what a map shows, by Sutherland and Hodgman's clipping: what a reader cannot see is not stored."""

from collections.abc import Iterable

import numpy as np

from uspak.geography.geometry import LonLat, Ring, densify, split

from .window import Window, padded

_LEAST_AREA = 1e-4  # square degrees; smaller remains of a cut are dropped


def clipped(outlines: Iterable[LonLat], window: Window) -> list[Ring]:
    """The rings of outlines, as far as they lie in the window or just outside it."""
    west, south, east, north = padded(window)
    kept = []
    for ring in (ring for outline in outlines for ring in split(outline)):
        (left, low), (right, high) = ring.min(axis=1), ring.max(axis=1)
        if right <= west or left >= east or high <= south or low >= north:
            continue
        sides = [(0, 1, west, left), (0, -1, east, -right), (1, 1, south, low), (1, -1, north, -high)]
        crossed = [(axis, sign, edge) for axis, sign, edge, reach in sides if reach < sign * edge]
        for axis, sign, edge in crossed:
            ring = _cut(ring, axis, sign, edge)
        if ring.shape[1] > 3 and abs(_signed_area(ring)) > _LEAST_AREA:
            kept.append(densify(ring) if crossed else ring)
    return kept


def _cut(ring: Ring, axis: int, sign: int, edge: float) -> Ring:
    """One step of the clipping: the part of a closed ring on one side of an edge."""
    if not ring.shape[1]:
        return ring
    inner = sign * (ring[axis] - edge)
    start, end = ring[:, :-1], ring[:, 1:]
    keep = inner[:-1] >= 0
    crossing = np.flatnonzero(keep != (inner[1:] >= 0))
    share = inner[crossing] / (inner[crossing] - inner[crossing + 1])
    met = start[:, crossing] + share * (end[:, crossing] - start[:, crossing])
    order = np.argsort(np.concatenate([np.flatnonzero(keep), crossing + 0.5]))
    points = np.hstack([start[:, keep], met])[:, order]
    return np.hstack([points, points[:, :1]])


def _signed_area(ring: Ring) -> float:
    """The area of a closed ring in square degrees; negative if it runs clockwise."""
    (x, y) = ring
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)

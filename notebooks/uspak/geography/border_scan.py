"""Points along the whole border of a state, each with what lies on the other side."""

import functools
import itertools

import numpy as np
import pandas as pd

from uspak import data

from . import borders
from .distances import distance_km


def border(state: str, step_km: float = 10) -> pd.DataFrame:
    """Points along the whole outline of a state, evenly spaced, and what lies on the other side of each.

    The outline is today's, as administered, from the sharper file of ``data/geography``: simplified to about 5 km. With
    half a step between two points, a shortest distance read off this table may be wrong by some 10 km.

    Args:
        state: an entity id of :func:`uspak.geography.borders.outlines` within ``uspak.article.SHARP_EXTENT``.
        step_km: how far apart the points lie, about; from 1 to 500 kilometres.

    Returns:
        A DataFrame, one row a point, in order along the outline: ``lat`` and ``lon`` (degrees) and ``beyond``, the
        name of the neighbour, the name of a line held without an agreed border, or ``"sea"``.

    Raises:
        ValueError: for a state that has no outline there, or a step out of bounds.
    """
    if not 1 <= step_km <= 500:
        raise ValueError(f"A step of {step_km} km is out of bounds: choose one between 1 and 500 km.")
    return _border(state, float(step_km), data.folder()).copy()


@functools.lru_cache(maxsize=8)
def _border(state, step_km, folder):
    shapes = borders.outlines("region")
    own = borders.joined(shapes, [state])
    names, beyond = borders.names(), {}
    others = [(names[entity], shape) for entity, shape in shapes.items() if entity != state]
    for name, shape in [
        *others,
        *borders.lines("region").items(),
    ]:  # a line names its piece of border better: it comes last
        beyond |= {frozenset(edge): name for path in _paths(shape) for edge in itertools.pairwise(path)}
    return pd.concat([_along(path, step_km, beyond) for path in _paths(own)], ignore_index=True)


def _paths(shape):
    """The rings or lines of an outline, each a list of ``(lon, lat)`` in the whole hundredths of the files."""
    points = np.round(np.array(shape, dtype="float64").T, 2)
    parts = np.split(points, np.flatnonzero(np.isnan(points[:, 0])))
    return [[tuple(map(float, point)) for point in part if not np.isnan(point[0])] for part in parts]


def _along(path, step_km, beyond):
    """Evenly spaced points along one ring, with what lies beyond the edge on which each falls."""
    edges = list(itertools.pairwise(path))
    ends = np.cumsum([distance_km((y1, x1), (y2, x2)) for (x1, y1), (x2, y2) in edges])
    count = max(round(ends[-1] / step_km), 1)
    at = np.arange(count) * ends[-1] / count
    lon, lat = (np.interp(at, [0, *ends], axis) for axis in np.array(path).T)
    sides = [beyond.get(frozenset(edges[k]), "sea") for k in np.searchsorted(ends, at, side="right")]
    return pd.DataFrame({"lat": lat, "lon": lon, "beyond": sides})

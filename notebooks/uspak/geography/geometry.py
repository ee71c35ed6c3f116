"""Rings and lines as numpy arrays: many joined to one pair of coordinates with gaps, split again, and made dense."""

from collections.abc import Iterable

import numpy as np

#: Longitudes and latitudes in degrees: two read-only float32 arrays of one length, in which NaN separates the parts.
LonLat = tuple[np.ndarray, np.ndarray]

#: One ring or line: an array of shape (2, n), longitudes and latitudes in degrees.
Ring = np.ndarray

_LONGEST_EDGE = 2.5  # degrees; plotly bends longer edges visibly along great circles


def pair(ring: Ring | LonLat | list[np.ndarray]) -> LonLat:
    """The coordinates of a ring as two read-only float32 arrays."""
    lon, lat = np.asarray(ring, dtype="float32")
    lon.setflags(write=False)
    lat.setflags(write=False)
    return lon, lat


def join(rings: Iterable[Ring | LonLat]) -> LonLat:
    """One pair of arrays from many, with NaN between them."""
    gap = np.full((2, 1), np.nan)
    parts = [block for ring in rings for block in (np.asarray(ring), gap)][:-1]
    return pair(np.hstack(parts) if parts else np.empty((2, 0)))


def split(joined: LonLat) -> list[Ring]:
    """The rings of a joined pair, float64."""
    both = np.array(joined, dtype=float)
    gaps = np.flatnonzero(np.isnan(both[0]))
    return [ring[:, ~np.isnan(ring[0])] for ring in np.split(both, gaps, axis=1)]


def densify(ring: Ring) -> Ring:
    """A ring or line with points between those that lie further apart than plotly draws straight."""
    pieces = np.ceil(np.hypot(*np.diff(ring)) / _LONGEST_EDGE).astype(int).clip(1)
    corners = np.concatenate([[0], np.cumsum(pieces)])
    return np.array([np.interp(np.arange(corners[-1] + 1), corners, axis) for axis in ring])

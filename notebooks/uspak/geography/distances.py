"""Distances and rings on the Earth's surface.

The geodesy is that of Karney (2013), by the package geographiclib, on the ellipsoid WGS 84.
"""

import functools

import numpy as np
import pandas as pd
from geographiclib.geodesic import Geodesic

from uspak import data

from .arguments import Point, lat_lon
from .geometry import LonLat

#: Length of a degree of latitude in kilometres, for the ring that a compass draws on a flat map.
KM_PER_DEGREE = 111.2


def distance_km(start: Point, end: Point) -> float:
    """The shortest way over the Earth's surface between two points.

    Args:
        start, end: each ``(lat, lon)`` in degrees, the name of a city in the table ``cities``, or a ``place_id``.

    Returns:
        Kilometres, a float.

    Raises:
        ValueError: for a name that neither table has, or a point that is not on the globe.
    """
    return _distance(*point(start), *point(end))


def distances_km(start: Point, table: pd.DataFrame) -> pd.Series:
    """The distance from one point to each row of a table.

    Args:
        start: as for :func:`distance_km`.
        table: a DataFrame with the columns ``lat`` and ``lon`` in degrees.

    Returns:
        A Series of kilometres with the index of the table, named ``km``.

    Raises:
        ValueError: as for :func:`distance_km`, or if the table has no ``lat`` or ``lon``.
    """
    lacking = [column for column in ("lat", "lon") if column not in table]
    if lacking:
        raise ValueError(f"The table has no column {' and no column '.join(lacking)}: distances need both.")
    origin = point(start)
    ways = [_distance(*origin, *end) for end in zip(table["lat"], table["lon"], strict=True)]
    return pd.Series(ways, index=table.index, name="km", dtype="float64")


@functools.lru_cache(maxsize=8192)
def _distance(lat1, lon1, lat2, lon2):
    return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2)["s12"] / 1000


def point(place: Point) -> tuple[float, float]:
    """Latitude and longitude of a place, in degrees; arguments and errors as for :func:`distance_km`."""
    if isinstance(place, str):
        known = _cities()
        return known[place] if place in known else lat_lon(place)
    return lat_lon(place)


def _cities():
    table = data.evidence("cities")
    return dict(zip(table["city"], zip(table["lat"], table["lon"], strict=True), strict=True))


def ring(centre: Point, km: float, points: int = 180) -> LonLat:
    """All points at one distance from a centre, on the Earth's surface.

    Args:
        centre: as for :func:`distance_km`.
        km: the distance, above 0 and below 20,000 (beyond lies the other side of the Earth).
        points: how many points to calculate.

    Returns:
        ``(lon, lat)``, two float32 arrays in degrees, clockwise from the north, closed. A ring that crosses 180° or holds
        a pole is whole, too: longitudes stay between −180 and 180, and plotly's geo maps join them the short way.

    Raises:
        ValueError: for a bad centre, or a distance out of bounds.
    """
    if not 0 < km < 20_000:
        raise ValueError(f"A ring of {km} km cannot be drawn: choose a distance between 0 and 20,000 km.")
    lon, lat = _ring(point(centre), float(km), points)
    return lon.copy(), lat.copy()


@functools.lru_cache(maxsize=256)
def _ring(centre, km, points):
    directions = np.linspace(0, 360, points + 1)
    ends = [Geodesic.WGS84.Direct(*centre, direction, km * 1000) for direction in directions]
    return np.array([[end["lon2"], end["lat2"]] for end in ends], dtype="float32").T


def flat_ring(centre: Point, km: float, points: int = 180) -> LonLat:
    """The ring that a pair of compasses draws on an equirectangular map: a circle in degrees, and wrong.

    Arguments, answer and errors as for :func:`ring`; latitudes may leave the globe, where the map ends.
    """
    if not 0 < km < 20_000:
        raise ValueError(f"A ring of {km} km cannot be drawn: choose a distance between 0 and 20,000 km.")
    lat, lon = point(centre)
    angle, radius = np.linspace(0, 2 * np.pi, points + 1), km / KM_PER_DEGREE
    return (lon + radius * np.sin(angle)).astype("float32"), (lat + radius * np.cos(angle)).astype("float32")


def inside_flat_ring(centre: Point, km: float, table: pd.DataFrame) -> pd.Series:
    """Whether each row of a table lies inside the ring of :func:`flat_ring`: a Series of True and False."""
    lat, lon = point(centre)
    return np.hypot(table["lat"] - lat, table["lon"] - lon) <= km / KM_PER_DEGREE


def away(centre: Point, km: float, azimuth: float) -> tuple[float, float]:
    """The point at a distance in a direction: ``(lat, lon)`` in degrees; errors as for :func:`distance_km`.

    Args:
        centre: as for :func:`distance_km`.
        km: the distance.
        azimuth: the direction in degrees from the north by way of the east.
    """
    end = Geodesic.WGS84.Direct(*point(centre), azimuth, km * 1000)
    return end["lat2"], end["lon2"]

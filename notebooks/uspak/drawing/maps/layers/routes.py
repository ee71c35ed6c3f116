"""Routes along great circles."""

import itertools
from collections.abc import Iterable

import numpy as np
import plotly.graph_objects as go

from uspak.geography.arguments import Point, lat_lon
from uspak.geography.geometry import LonLat, pair

from ... import theme
from ..about import about_map


def add_route(
    fig: go.Figure,
    points: Iterable[Point],
    name: str = "",
    colour: str = theme.INK,
    dash: str = "solid",
    width: float = 2,
) -> go.Figure:
    """Draw a route along great circles.

    Args:
        fig: a map from :func:`uspak.drawing.maps.base_map`.
        points: two or more, each ``(lat, lon)`` in degrees or a ``place_id`` of ``uspak.places()``.
        name: for hover and legend; without it the route is in neither.
        colour, dash, width: of the line, as plotly has them; ``dash`` for instance ``"dot"``.

    Returns:
        The same figure.

    Raises:
        ValueError: for fewer than two points, an unknown place, a point off the globe, or two opposite points.
    """
    about_map(fig)
    lon, lat = great_circle(points)
    return fig.add_trace(
        go.Scattergeo(
            name=name or "route",
            lon=lon,
            lat=lat,
            mode="lines",
            line=dict(color=colour, width=width, dash=dash),
            showlegend=bool(name),
            text=name,
            hovertemplate="%{text}<extra></extra>" if name else None,
            hoverinfo=None if name else "skip",
        )
    )


def great_circle(points: Iterable[Point], step: float = 1.0) -> LonLat:
    """Points along the shortest way over a sphere, by spherical linear interpolation (numpy).

    Args:
        points: two or more ``(lat, lon)`` in degrees, or ids of places.
        step: the longest distance between two points of the answer, in degrees of arc (1° is about 111 km).

    Returns:
        ``(lon, lat)``, float32 arrays in degrees, from the first point to the last through those between.

    Raises:
        ValueError: for fewer than two points, a point off the globe, a step that is not positive, or two successive
            points on opposite sides of the Earth, between which no way is the shortest.
    """
    corners = [lat_lon(point) for point in points]
    if len(corners) < 2 or not step > 0:
        raise ValueError("A route needs two points or more, and a step above 0.")
    lat, lon = np.radians(np.array(corners)).T
    places = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]).T
    legs = [_leg(start, end, step) for start, end in itertools.pairwise(places)]
    x, y, z = np.vstack([places[:1], *legs]).T
    return pair([np.degrees(np.arctan2(y, x)), np.degrees(np.arcsin(np.clip(z, -1, 1)))])


def _leg(start: np.ndarray, end: np.ndarray, step: float) -> np.ndarray:
    """The points between two unit vectors, without the first: an array of shape (n, 3)."""
    angle = np.arccos(np.clip(start @ end, -1, 1))
    if np.pi - angle < 1e-6:
        raise ValueError("Two successive points lie opposite each other: add one between them.")
    share = np.linspace(0, 1, max(int(np.ceil(np.degrees(angle) / step)), 1) + 1)[1:, None]
    leg = np.sin((1 - share) * angle) * start + np.sin(share * angle) * end if angle > 1e-9 else end[None]
    return leg / np.linalg.norm(leg, axis=1, keepdims=True)

"""How far it is, and how far that reaches: distances and range rings on the Earth's surface, and the tables to test them.

The geodesy is that of Karney (2013), by the package geographiclib, on the ellipsoid WGS 84. A ring says how far something
could fly if the range that somebody gave is right; it knows no payload, no purpose and no plan.
"""

import functools
import itertools

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from geographiclib.geodesic import Geodesic

from uspak import data
from uspak.drawing import maps, theme
from uspak.drawing.maps import about_map, lat_lon, tint

#: Length of a degree of latitude in kilometres, for the ring that a compass draws on a flat map.
KM_PER_DEGREE = 111.2

#: How far outside its ring a label stands, in kilometres.
LABEL_GAP = 110

#: What counts as American when a city is looked for: the states, Guam, and the Northern Mariana Islands.
US_CODES = ("USA", "GUM", "MNP")


# Distances


def distance_km(start, end):
    """The shortest way over the Earth's surface between two points.

    Args:
        start, end: each ``(lat, lon)`` in degrees, the name of a city in the table ``cities``, or a ``place_id``.

    Returns:
        Kilometres, a float.

    Raises:
        ValueError: for a name that neither table has, or a point that is not on the globe.
    """
    return _distance(*point(start), *point(end))


def distances_km(start, table):
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


def point(place):
    """Latitude and longitude of a place, in degrees; arguments and errors as for :func:`distance_km`."""
    if isinstance(place, str):
        known = _cities()
        return known[place] if place in known else lat_lon(place)
    return lat_lon(place)


def _cities():
    table = data.evidence("cities")
    return dict(zip(table["city"], zip(table["lat"], table["lon"], strict=True), strict=True))


# A whole border


def border(state="PAK", step_km=10):
    """Points along the whole outline of a state, evenly spaced, and what lies on the other side of each.

    The outline is today's, as administered, from the sharper file of ``data/geography``: simplified to about 5 km. With
    half a step between two points, a shortest distance read off this table may be wrong by some 10 km.

    Args:
        state: an entity id of :func:`uspak.maps.outlines`, within 18–150° E and 12° S–60° N.
        step_km: how far apart the points lie, about; from 1 to 500 kilometres.

    Returns:
        A DataFrame, one row a point, in order along the outline: ``lat`` and ``lon`` (degrees) and ``beyond``, the
        neighbour (``"India"``), the line held without an agreed border (``"Line of Control"``), or ``"sea"``.

    Raises:
        ValueError: for a state that has no outline there, or a step out of bounds.
    """
    if not 1 <= step_km <= 500:
        raise ValueError(f"A step of {step_km} km is out of bounds: choose one between 1 and 500 km.")
    return _border(state, float(step_km), data.folder()).copy()


@functools.lru_cache(maxsize=8)
def _border(state, step_km, folder):
    shapes = maps.outlines("region")
    own = maps.joined(shapes, [state])
    names, beyond = maps.names(), {}
    others = [(names[entity], shape) for entity, shape in shapes.items() if entity != state]
    for name, shape in [
        *others,
        *maps.lines("region").items(),
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
    ends = np.cumsum([_distance(y1, x1, y2, x2) for (x1, y1), (x2, y2) in edges])
    count = max(round(ends[-1] / step_km), 1)
    at = np.arange(count) * ends[-1] / count
    lon, lat = (np.interp(at, [0, *ends], axis) for axis in np.array(path).T)
    sides = [beyond.get(frozenset(edges[k]), "sea") for k in np.searchsorted(ends, at, side="right")]
    return pd.DataFrame({"lat": lat, "lon": lon, "beyond": sides})


#: How the points of a border are drawn, by how many places lie near: colour and width, so that the stroke tells, too.
_REACHES = (("#8A8579", 4), ("#0072B2", 6), ("#B34700", 10), ("#00785A", 13), ("#222222", 16))

_LEGEND = 64  # pixels below a map for its legend


def add_border(fig, border, places, km):
    """Draw the points of a border by what lies within a distance of each, and the shortest line to each place.

    Args:
        fig: a map from :func:`uspak.maps.base_map`.
        border: a table from :func:`border` with one more column of kilometres for each place, named after it.
        places: names of such columns, each also a city or a ``place_id``.
        km: the distance.

    Returns:
        The same figure, with a legend; one trace for each number of places that lie near, thicker the more there are.

    Raises:
        ValueError: for an unknown place or one without a column, or if the figure is no map.
    """
    about_map(fig)
    lacking = [place for place in places if place not in border]
    if lacking:
        raise ValueError(f"The border has no distances to {', '.join(lacking)}: make a column for each place first.")
    within = border[places] <= km
    counts = within.sum(axis="columns")
    for number in sorted(counts.unique()):
        rows, (colour, size) = border[counts == number], _REACHES[min(number, len(_REACHES) - 1)]
        names = [place for place in places if within.loc[rows.index, place].any()]
        fig.add_scattergeo(
            name=f"within {km:,} km of {' and '.join(names)}" if names else f"within {km:,} km of none of them",
            lon=rows["lon"],
            lat=rows["lat"],
            mode="markers",
            marker=dict(color=colour, size=size, opacity=1, line_width=0),
            hoverinfo="skip",
            showlegend=True,
        )
    north_to_south = sorted(places, key=lambda place: -point(place)[0])
    sides = {north_to_south[-1]: "bottom right", north_to_south[0]: "top right"}  # the words stand clear of each other
    for place in places:
        start, end = border.loc[border[place].idxmin(), ["lat", "lon"]], point(place)
        maps.add_route(fig, [tuple(map(float, start)), end], colour=theme.INK, dash="dot", width=1.4)
        maps.add_labels(
            fig, [(f"\u2002{place}: {border[place].min():,.0f} km", *end, sides.get(place, "middle right"))]
        )
    legend = dict(x=0, y=-0.01, yanchor="top", orientation="h", itemsizing="trace")
    return fig.update_layout(showlegend=True, legend=legend, margin_b=_LEGEND, height=fig.layout.height + _LEGEND)


# Rings


def ring(centre, km, points=180):
    """All points at one distance from a centre, on the Earth's surface.

    Args:
        centre: as for :func:`distance_km`.
        km: the distance, above 0 and below 20,000 (beyond lies the other side of the Earth).
        points: how many points to reckon.

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


def flat_ring(centre, km, points=180):
    """The ring that a pair of compasses draws on an equirectangular map: a circle in degrees, and wrong.

    Arguments, answer and errors as for :func:`ring`; latitudes may leave the globe, where the map ends.
    """
    if not 0 < km < 20_000:
        raise ValueError(f"A ring of {km} km cannot be drawn: choose a distance between 0 and 20,000 km.")
    lat, lon = point(centre)
    angle, radius = np.linspace(0, 2 * np.pi, points + 1), km / KM_PER_DEGREE
    return (lon + radius * np.sin(angle)).astype("float32"), (lat + radius * np.cos(angle)).astype("float32")


def inside_flat_ring(centre, km, table):
    """Whether each row of a table lies inside the ring of :func:`flat_ring`: a Series of True and False."""
    lat, lon = point(centre)
    return np.hypot(table["lat"] - lat, table["lon"] - lon) <= km / KM_PER_DEGREE


def add_ring(fig, centre, low, high=None, colour=theme.INK, name="", label="", towards=135):
    """Draw a range on a map: a full line at the lowest figure, a dashed one at the highest, and a tint between.

    Args:
        fig: a map from :func:`uspak.maps.base_map`.
        centre: as for :func:`distance_km`.
        low, high: kilometres; the same, or ``high`` left out, gives one line.
        colour: ``"#rrggbb"``.
        name: for the hover.
        label: words to write outside the outer line.
        towards: the direction in which the label stands, in degrees from the north by way of the east.

    Returns:
        The same figure.

    Raises:
        ValueError: as for :func:`ring`, or if the figure is no map.
    """
    about_map(fig)
    high = high or low
    fig.add_traces(ring_traces(centre, low, high, colour, name))
    if label:
        end = Geodesic.WGS84.Direct(*point(centre), towards, (high + LABEL_GAP) * 1000)
        fig.add_scattergeo(
            name="ring label",
            mode="text",
            lon=[end["lon2"]],
            lat=[end["lat2"]],
            text=[label],
            textposition=[_side(towards)],
            textfont=dict(size=theme.TEXT_SIZE, color=colour, shadow=theme.HALO),
            hoverinfo="skip",
            showlegend=False,
        )
    return fig


def _side(towards):
    """Where a label stands from its point, so that it leaves the ring free on the side on which it lies."""
    x, y = np.sin(np.radians(towards)), np.cos(np.radians(towards))
    return "middle center" if abs(y) > 0.8 else f"middle {'right' if x > 0 else 'left'}"


def ring_traces(centre, low, high, colour, name=""):
    """The three traces of a range: tint, lowest figure (full line), highest figure (dashed; empty if the same)."""
    inner, outer = ring(centre, low), ring(centre, high)
    differ = high > low
    band = [np.concatenate([out, into[::-1], out[:1]]) for out, into in zip(outer, inner, strict=True)]
    common = dict(mode="lines", showlegend=False)
    return [
        go.Scattergeo(
            meta="band",
            lon=band[0] if differ else [],
            lat=band[1] if differ else [],
            fill="toself",
            fillcolor=tint(colour, 0.16),
            line=dict(width=0, color=colour),
            hoverinfo="skip",
            **common,
        ),
        go.Scattergeo(
            meta="lowest figure",
            lon=inner[0],
            lat=inner[1],
            line=dict(color=colour, width=2.4),
            text=f"{name}: {low:,} km",
            hovertemplate="%{text}<extra></extra>",
            **common,
        ),
        go.Scattergeo(
            meta="highest figure",
            lon=outer[0] if differ else [],
            lat=outer[1] if differ else [],
            line=dict(color=colour, width=2.2, dash="6px,4px"),
            text=f"{name}: {high:,} km",
            hovertemplate="%{text}<extra></extra>",
            **common,
        ),
    ]


# What is counted


def missiles():
    """The ballistic missiles of the tables ``missiles`` (Pakistan) and ``missiles_india`` in one.

    Returns:
        A DataFrame, Pakistan's first and by range: ``name`` (without what stands in brackets), ``country_iso3`` and the
        columns that both tables have.
    """
    pakistan, india = data.evidence("missiles"), data.evidence("missiles_india")
    table = pd.concat([pakistan.assign(country_iso3="PAK"), india.assign(country_iso3="IND")], ignore_index=True)
    table = table[table["type"].str.contains("ballistic")]
    table = table.assign(name=table["missile"].str.split(" (", regex=False).str[0])
    order = table["country_iso3"].map({"PAK": 0, "IND": 1})
    return (
        table.assign(order=order)
        .sort_values(["order", "range_km_max", "range_km_min"])
        .drop(columns="order")
        .reset_index(drop=True)
    )


def beyond_south_asia(cities, meaning="saarc"):
    """Which rows of the table ``cities`` lie beyond South Asia.

    Args:
        cities: rows of ``uspak.evidence("cities")``.
        meaning: ``"saarc"``, the member states of the association of that name, or ``"un"``, the list of the UN's
            statistics division, which has Iran as well.

    Returns:
        A Series of True and False.

    Raises:
        ValueError: for another meaning.
    """
    columns = {"saarc": "saarc", "un": "un_southern_asia"}
    if meaning not in columns:
        raise ValueError(f"South Asia has no meaning {meaning!r} here. Possible: {', '.join(columns)}.")
    return cities[columns[meaning]] == "no"

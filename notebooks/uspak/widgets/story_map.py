"""The map of a story: the story's region, which keeps still as long as it can, and a far state in a box of its own."""

import functools
import html
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from uspak.article import (
    ORIENTATION,
    PROTAGONISTS,
    STORY_BOX,
    STORY_BOX_NAME,
    STORY_HOME,
    STORY_KEPT,
)
from uspak.drawing import maps, theme
from uspak.drawing.maps.about import about_map
from uspak.drawing.maps.label_placement import place_labels
from uspak.drawing.maps.markers import Marker
from uspak.drawing.maps.window import Window, aspect_of, degrees_per_narrow_pixel, inside
from uspak.geography.arguments import Day
from uspak.geography.borders import parts

#: The height of the map as a part of its width, at every step.
SHAPE = aspect_of(STORY_HOME)

#: The box's part of the map's width, and of its height: at the left, below.
BOX_WIDTH = 0.28
BOX_HEIGHT = BOX_WIDTH * aspect_of(STORY_BOX) / SHAPE

#: The ``meta`` of the traces that a step changes, in the order of :meth:`StoryViews.of`.
CHANGING = ("names", "names in the box", "here")

_TINT = 0.22  # opacity
_NAMED = 8  # so many places at the most are named beside the one in view, those with the most events
_AIR = 1.2  # a window is so much wider than what it has to show
_EDGE = 0.12  # of the width of a map: in this strip at its right only the place in view has a name, to its left
_APART = 6  # pixels: a place closer than this to one with a name has none
_DOT = 11  # pixels: the usual size of a dot, with the white around it


def window_with(lon: float, lat: float) -> Window:
    """The window of a stop: the story's home if it shows the place, else one that shows it beside what is always kept.

    Args:
        lon, lat: of the place in degrees.

    Returns:
        ``(west, south, east, north)``; neither the place nor what is kept lies below the box.
    """
    if inside((lon, lat), STORY_BOX) or _clear(lon, lat):
        return STORY_HOME
    lons, lats = (STORY_KEPT[0], STORY_KEPT[2], lon), (STORY_KEPT[1], STORY_KEPT[3], lat)
    wide, high = np.ptp(lons), np.ptp(lats) / SHAPE
    beside, above = max(wide / (1 - BOX_WIDTH), high), max(wide, high / (1 - BOX_HEIGHT))
    right, top = (BOX_WIDTH, 0.0) if beside < above else (0.0, BOX_HEIGHT)  # where the part begins that the box leaves
    across = max(_AIR * min(beside, above), STORY_HOME[2] - STORY_HOME[0])
    west = (min(lons) + max(lons)) / 2 - across * (1 + right) / 2
    south = (min(lats) + max(lats)) / 2 - across * SHAPE * (1 + top) / 2
    return tuple(round(float(edge), 2) for edge in (west, south, west + across, south + across * SHAPE))


def _clear(lon: float, lat: float, window: Window = STORY_HOME) -> bool:
    """Whether a point lies in a window, not too close to its edge and not below the box."""
    west, south, east, north = window
    x, y = (lon - west) / (east - west), (lat - south) / (north - south)
    return 0.03 < x < 0.97 and 0.03 < y < 0.97 and (x > BOX_WIDTH + 0.02 or y > BOX_HEIGHT + 0.02)


def draw_base(places: pd.DataFrame, on: Day) -> go.Figure:
    """The lowest traces of the map on a day, as many on every day: land, the story's states and the names of states.

    Args:
        places: rows of :func:`places_of`; the land is cut to what comes into view at any of them.
        on: the day.
    """
    region = _region_of(places)
    fig = maps.base_map(region, on=on)
    about = about_map(fig)
    for state in PROTAGONISTS:
        if state in maps.entities_on(fig):
            maps.add_entities(fig, state, colour=theme.ACTORS[state], opacity=_TINT)
    middles = [(part["entity_id"], part["label"]) for part in parts(about["detail"], about["on"])]
    named = {state for state, middle in middles if state in ORIENTATION and _clear(*middle, region)}
    maps.add_labels(fig, sorted(named), colour=theme.SOFT_INK)
    fig.data[-1].textposition = _off_the_dots(fig.data[-1], places)
    west, south, east, north = STORY_HOME
    return fig.update_layout(
        geo=dict(domain=dict(x=[0, 1], y=[0, 1]), lonaxis_range=[west, east], lataxis_range=[south, north]),
        meta={**fig.layout.meta, "aspect": SHAPE},
    )


def add_box(fig: go.Figure, on: Day) -> go.Figure:
    """Draw the box with the far state, as it was on a day, over the lower left of a map."""
    box = maps.base_map(STORY_BOX, on=on)
    for state in PROTAGONISTS:
        if state in maps.entities_on(box):
            maps.add_entities(box, state, colour=theme.ACTORS[state], opacity=_TINT)
    maps.add_labels(box, [STORY_BOX_NAME], colour=theme.SOFT_INK)
    fig.add_traces([trace.update(geo="geo2") for trace in box.data])
    west, south, east, north = STORY_BOX
    box.update_geos(
        domain=dict(x=[0, BOX_WIDTH], y=[0, BOX_HEIGHT]),
        lonaxis_range=[west, east],
        lataxis_range=[south, north],
        showframe=True,
        framecolor=theme.BORDER,
        framewidth=1,
    )
    return fig.update_layout(geo2=box.layout.geo)


def _off_the_dots(names: go.Scattergeo, places: pd.DataFrame) -> list[str]:
    """Where the name of each state lies, seen from the middle of its land, so that it covers no dot of a place."""
    middles = zip(names.text, names.lat, names.lon, strict=True)
    markers = [Marker(text, lat, lon, "", "", "") for text, lat, lon in middles]
    dots = [Marker("", row.lat, row.lon, "", "middle center", "") for row in places.itertuples()]
    placed = place_labels([*markers, *dots], go.Figure(), STORY_HOME, _DOT)[: len(markers)]
    return [marker.anchor if marker.label else "top center" for marker in placed]


def place_traces(places: pd.DataFrame) -> list[go.Scattergeo]:
    """A dot for each place, larger where more happened, and the traces that a step changes.

    Args:
        places: rows of :func:`places_of`.
    """
    dots = [
        _dots(places[~places["boxed"]], "places", "geo"),
        _dots(places[places["boxed"]], "places in the box", "geo2"),
    ]
    names = [
        go.Scattergeo(
            meta=meta,
            geo=geo,
            mode="markers+text",
            marker=dict(size=_DOT, opacity=0),  # keeps the words off the dot
            lon=[],
            lat=[],
            text=[],
            textposition=[],
            textfont=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK, shadow=theme.HALO),
            showlegend=False,
            hoverinfo="skip",
        )
        for meta, geo in zip(CHANGING, ("geo", "geo2"), strict=False)
    ]
    here = go.Scattergeo(
        meta="here",
        mode="markers+text",
        textfont=dict(size=13, color=theme.INK, weight="bold", shadow=theme.HALO),
        marker=dict(size=17, line=dict(color=theme.PAPER, width=2)),
        showlegend=False,
        hoverinfo="skip",
    )
    return [*dots, *names, here]


def places_of(events: pd.DataFrame) -> pd.DataFrame:
    """The places of a story, indexed by ``place_id``: ``place``, ``lat``, ``lon``, ``count`` of events, ``boxed`` or not."""
    places = events.groupby("place_id", sort=True).agg(
        place=("place", "first"), lat=("lat", "first"), lon=("lon", "first"), count=("title", "size")
    )
    boxed = [inside(point, STORY_BOX) for point in zip(places["lon"], places["lat"], strict=True)]
    return places.assign(boxed=np.array(boxed, dtype=bool))


def short(place: str) -> str:
    """The name of a place without what explains it: "Dhaka" for "Dhaka (Dacca)"."""
    return place.split(" (")[0].split(", ")[0]


def _region_of(places: pd.DataFrame) -> Window:
    """All that comes into view at the stops of a story, as far as it is on the earth."""
    windows = np.array([STORY_HOME, *(window_with(row.lon, row.lat) for row in places.itertuples())])
    (west, south), (east, north) = windows[:, :2].min(axis=0), windows[:, 2:].max(axis=0)
    return max(west, -180.0), max(south, -90.0), min(east, 180.0), min(north, 90.0)


class StoryViews:
    """What a step shows on the map.

    Args:
        places: rows of :func:`places_of`.
        fig: the map, whose words no name covers.
    """

    def __init__(self, places: pd.DataFrame, fig: go.Figure) -> None:
        self._places = list(places.sort_values("count", ascending=False, kind="stable").itertuples())
        self._fig = fig
        self._of_place = functools.cache(self._of_one)

    def of(self, place_id: str, sign: theme.MarkerStyle) -> tuple[dict, dict]:
        """Changes of the traces ``CHANGING`` and of the layout, as ``LiveFigure.follow`` wants them."""
        traces, layout = self._of_place(place_id)
        return {**traces, "marker.color": [sign.colour] * 3, "marker.symbol": [sign.symbol] * 3}, layout

    def _of_one(self, place_id: str) -> tuple[dict, dict]:
        here = next(place for place in self._places if place.Index == place_id)
        window = window_with(here.lon, here.lat)
        others = [place for place in self._places if place is not here]
        region = [place for place in others if not place.boxed and _clear(place.lon, place.lat, window)]
        box = [place for place in others if place.boxed]
        (box if here.boxed else region).insert(0, here)
        words = [self._labelled(region, here, window), self._labelled(box, here, STORY_BOX)]
        own = words[here.boxed].pop(0)
        columns = [*([marker for marker in part if marker.label] for part in words), [own]]
        west, south, east, north = window
        layout = {
            "geo.center": {"lon": (west + east) / 2, "lat": (south + north) / 2},
            "geo.projection.scale": (STORY_HOME[2] - STORY_HOME[0]) / (east - west),
        }
        return {
            "geo": ["geo", "geo2", "geo2" if here.boxed else "geo"],
            "lon": [[marker.lon for marker in part] for part in columns],
            "lat": [[marker.lat for marker in part] for part in columns],
            "text": [[marker.name.strip() for marker in part] for part in columns],
            "textposition": [[marker.anchor if marker.label else "top center" for marker in part] for part in columns],
        }, layout

    def _labelled(self, places: Sequence[Any], here: Any, window: Window) -> list[Marker]:
        """A marker for each of some places, the one in view first; those with room for their name have a label."""
        boxed = window is STORY_BOX
        west, south, east, north = window
        seen = (west, south, west + (east - west) / BOX_WIDTH, north) if boxed else window
        apart = _APART * degrees_per_narrow_pixel(seen)
        markers: list[Marker] = []
        named: list[tuple[float, float]] = []
        for place in places:
            near = [math.hypot(place.lon - lon, place.lat - lat) < apart for lon, lat in named]
            if near and near[0] and places[0] is here:
                continue  # the sign of the place in view lies over this dot
            at_edge = not boxed and place.lon > east - _EDGE * (east - west)
            few = len(named) <= (0 if boxed else _NAMED)
            name = short(place.place) if place is here or (few and not any(near) and not at_edge) else ""
            anchor = "bottom left" if boxed else "middle left" if at_edge else ""
            if name:
                named.append((place.lon, place.lat))
            text = html.escape(name, quote=False) + "  " * (place is here)  # where it is bold and takes more room
            markers.append(Marker(text, place.lat, place.lon, "", anchor if name else "middle center", ""))
        return place_labels(markers, self._fig, seen, _DOT)


def _dots(places: pd.DataFrame, meta: str, geo: str) -> go.Scattergeo:
    return go.Scattergeo(
        meta=meta,
        geo=geo,
        mode="markers",
        lon=places["lon"],
        lat=places["lat"],
        customdata=places.index,
        showlegend=False,
        text=[
            f"<b>{html.escape(row.place)}</b><br>{row.count} event{'s' * (row.count > 1)}"
            for row in places.itertuples(index=False)
        ],
        hovertemplate="%{text}<extra></extra>",
        marker=dict(
            size=(5 + 2 * places["count"].pow(0.5)).clip(upper=18),
            color=theme.SOFT_INK,
            opacity=0.55,
            line=dict(color=theme.PAPER, width=1),
        ),
    )

"""States filled with a colour."""

import html
from collections.abc import Iterable, Mapping
from typing import Any

import plotly.graph_objects as go

from uspak.article import PARTS_NAMED_UNTIL, SIDES_OF_HELD_LINES
from uspak.geography.borders import Part, existing, name_of, outlines, parts
from uspak.geography.geometry import Ring, join

from ..about import AboutMap, about_map
from ..clipping import clipped
from ..colours import darker, tint
from ..window import Window, inside
from . import held_lines


def entities_on(fig: go.Figure) -> list[str]:
    """The ids of the states and territories of which a map shows any land, sorted; ValueError if it is no map."""
    about = about_map(fig)
    shapes = outlines(about["detail"], about["on"])
    return [entity for entity, outline in shapes.items() if clipped([outline], about["window"])]


def add_entities(
    fig: go.Figure,
    ids: str | Iterable[str],
    colour: str,
    outline: str | None = None,
    name: str = "",
    hover: Mapping[str, str] | None = None,
    opacity: float = 0.5,
) -> go.Figure:
    """Fill states on a map, with a darker outline.

    Args:
        fig: a map from :func:`uspak.drawing.maps.base_map`; its day says what a state was.
        ids: one entity id or several, such as ``"FRA"`` or ``["FRA", "DEU"]``.
        colour: of the fill, ``"#rrggbb"``.
        outline: of the border, ``"#rrggbb"``; by default a darker ``colour``.
        name: of the layer, for the legend; without it the layer is not in the legend.
        hover: a dict id → text below the state's name; the hover lies at the middle of each part.
        opacity: of the fill, 0 to 1.

    Returns:
        The same figure. The held lines are drawn again on top if a side of them was filled.

    Raises:
        ValueError: for an id that did not exist on the map's day or lies outside the map, an invalid colour, or a
            figure that is not from base_map().
    """
    about = about_map(fig)
    ids, rings = _shown(ids, about)
    common = dict(legendgroup=name or None)
    label = name or ", ".join(ids)
    border = dict(color=outline or darker(colour), width=1)
    fill = dict(fillcolor=tint(colour, opacity), showlegend=bool(name))
    fig.add_traces(_land(label, rings, about["window"], border, fill, common))
    fig.add_trace(_hover(label, ids, about, hover or {}, common))
    return fig.add_traces(held_lines.traces(about)) if SIDES_OF_HELD_LINES & set(ids) else fig


def _shown(ids: str | Iterable[str], about: AboutMap) -> tuple[list[str], list[Ring]]:
    """Ids as a sorted list, and their rings on a map; ValueError for one that the map does not show."""
    shapes = outlines(about["detail"], about["on"])
    known = existing(ids, shapes, about["on"])
    missing = [entity for entity in known if not clipped([shapes[entity]], about["window"])]
    if missing:
        raise ValueError(f"{', '.join(missing)}: outside this map. entities_on(fig) says what is on it.")
    return known, clipped([shapes[entity] for entity in known], about["window"])


def _land(
    label: str, rings: list[Ring], window: Window, border: dict[str, Any], fill: dict[str, Any], common: dict[str, Any]
) -> list[go.Scattergeo]:
    """The fill with its outline, which is a trace of its own where the map's edge cuts the land."""
    lon, lat = join(rings)
    common = dict(lon=lon, lat=lat, mode="lines", hoverinfo="skip", **common)
    if all(inside(corner, window) for ring in rings for corner in (ring.min(axis=1), ring.max(axis=1))):
        return [go.Scattergeo(name=label, fill="toself", line=border, **fill, **common)]
    # plotly draws the outline of a fill along the map's edge too, that of a line not
    return [
        go.Scattergeo(name=label, fill="toself", line=dict(border, width=0), **fill, **common),
        go.Scattergeo(name=f"{label} (outline)", line=border, showlegend=False, **common),
    ]


def _hover(
    label: str, ids: list[str], about: AboutMap, texts: Mapping[str, str], common: dict[str, Any]
) -> go.Scattergeo:
    """An invisible marker in the middle of each part, which tells the name and more on hover."""
    day = about["on"]
    here = [
        part
        for part in parts(about["detail"], day)
        if part["entity_id"] in ids and inside(part["label"], about["window"])
    ]
    return go.Scattergeo(
        name=f"{label} (hover)",
        mode="markers",
        marker=dict(size=22, opacity=0),
        showlegend=False,
        lon=[part["label"][0] for part in here],
        lat=[part["label"][1] for part in here],
        text=[_told(part, day, texts) for part in here],
        hovertemplate="%{text}<extra></extra>",
        **common,
    )


def _told(part: Part, day: str, texts: Mapping[str, str]) -> str:
    """What the hover tells of a part: the name, which part it is while parts have names, and more if there is any."""
    entity = part["entity_id"]
    which = f" ({part['part']})" if part["part"] and day < PARTS_NAMED_UNTIL.get(entity, "") else ""
    more = f"<br>{texts[entity]}" if entity in texts else ""
    return f"<b>{html.escape(name_of(part, day) + which)}</b>{more}"

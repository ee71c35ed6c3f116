"""The layer of ranges: rings around a place, full at the lowest figure and dashed at the highest."""

import numpy as np
import plotly.graph_objects as go

from uspak.geography.arguments import Point
from uspak.geography.distances import away, ring

from ... import theme
from ..about import about_map
from ..colours import darker, tint

#: How far outside its ring the nearest corner or edge of a label lies, in kilometres.
LABEL_GAP = 45


def add_ring(
    fig: go.Figure,
    centre: Point,
    low: float,
    high: float | None = None,
    colour: str = theme.INK,
    name: str = "",
    label: str = "",
    towards: float = 135,
) -> go.Figure:
    """Draw a range on a map: a full line at the lowest figure, a dashed one at the highest, and a tint between.

    Args:
        fig: a map from :func:`uspak.drawing.maps.base_map`.
        centre: as for :func:`uspak.geography.distances.distance_km`.
        low, high: kilometres; the same, or ``high`` left out, gives one line.
        colour: ``"#rrggbb"``.
        name: of what has this range, for the hover; if the colour is an actor's, it says whose it is.
        label: words to write outside the outer line.
        towards: the direction in which the label stands, in degrees from the north by way of the east.

    Returns:
        The same figure.

    Raises:
        ValueError: as for :func:`uspak.geography.distances.ring`, or if the figure is no map.
    """
    about_map(fig)
    high = high or low
    fig.add_traces(ring_traces(centre, low, high, colour, name))
    if label:
        fig.add_trace(_label(away(centre, high + LABEL_GAP, towards), label, colour, towards, name))
    return fig


def _label(point, label, colour, towards, name):
    lat, lon = point
    return go.Scattergeo(
        name=name or "ring label",
        mode="text",
        lon=[lon],
        lat=[lat],
        text=[label],
        textposition=[_side(towards)],
        textfont=dict(size=theme.TEXT_SIZE, color=colour if colour == theme.INK else darker(colour), shadow=theme.HALO),
        hoverinfo="skip",
        showlegend=False,
    )


def _side(towards):
    """Where a label stands from its point: away from the ring, whichever way that bends."""
    x, y = np.sin(np.radians(towards)), np.cos(np.radians(towards))
    upright = "middle" if abs(y) < 0.3 else "top" if y > 0 else "bottom"
    across = "center" if abs(x) < 0.3 else "right" if x > 0 else "left"
    return f"{upright} {across}"


def ring_traces(centre: Point, low: float, high: float, colour: str, name: str = "") -> list[go.Scattergeo]:
    """The three traces of a range: tint, lowest figure (full line), highest figure (dashed; empty if the same)."""
    inner, outer = ring(centre, low), ring(centre, high)
    differ = high > low
    band = [np.concatenate([out, into[::-1], out[:1]]) for out, into in zip(outer, inner, strict=True)]
    tinted = go.Scattergeo(
        name=name,
        meta="band",
        lon=band[0] if differ else [],
        lat=band[1] if differ else [],
        mode="lines",
        fill="toself",
        fillcolor=tint(colour, 0.16),
        line=dict(width=0, color=colour),
        hoverinfo="skip",
        showlegend=False,
    )
    full, dashed = dict(color=colour, width=2.4), dict(color=colour, width=2.2, dash="6px,4px")
    return [
        tinted,
        _line("lowest figure", inner, full, name, low),
        _line("highest figure", outer if differ else ([], []), dashed, name, high),
    ]


def _line(meta, ends, line, name, km):
    return go.Scattergeo(
        name=name,
        meta=meta,
        lon=ends[0],
        lat=ends[1],
        mode="lines",
        line=line,
        text=f"{name}: {km:,} km",
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )

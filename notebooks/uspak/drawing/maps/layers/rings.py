"""The layer of ranges: rings around a place, full at the lowest figure and dashed at the highest."""

import numpy as np
import plotly.graph_objects as go

from uspak.geography.arguments import Point
from uspak.geography.distances import away, ring

from ... import theme
from ..about import about_map
from ..colours import tint

#: How far outside its ring a label stands, in kilometres.
LABEL_GAP = 110


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
        name: for the hover.
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
        fig.add_trace(_label(away(centre, high + LABEL_GAP, towards), label, colour, towards))
    return fig


def _label(point, label, colour, towards):
    lat, lon = point
    return go.Scattergeo(
        name="ring label",
        mode="text",
        lon=[lon],
        lat=[lat],
        text=[label],
        textposition=[_side(towards)],
        textfont=dict(size=theme.TEXT_SIZE, color=colour, shadow=theme.HALO),
        hoverinfo="skip",
        showlegend=False,
    )


def _side(towards):
    """Where a label stands from its point, so that it leaves the ring free on the side on which it lies."""
    x, y = np.sin(np.radians(towards)), np.cos(np.radians(towards))
    return "middle center" if abs(y) > 0.8 else f"middle {'right' if x > 0 else 'left'}"


def ring_traces(centre: Point, low: float, high: float, colour: str, name: str = "") -> list[go.Scattergeo]:
    """The three traces of a range: tint, lowest figure (full line), highest figure (dashed; empty if the same)."""
    inner, outer = ring(centre, low), ring(centre, high)
    differ = high > low
    band = [np.concatenate([out, into[::-1], out[:1]]) for out, into in zip(outer, inner, strict=True)]
    tinted = go.Scattergeo(
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
        _line("lowest figure", inner, full, f"{name}: {low:,} km"),
        _line("highest figure", outer if differ else ([], []), dashed, f"{name}: {high:,} km"),
    ]


def _line(meta, ends, line, text):
    return go.Scattergeo(
        meta=meta,
        lon=ends[0],
        lat=ends[1],
        mode="lines",
        line=line,
        text=text,
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )

"""Places as markers, none hidden under another."""

import pandas as pd
import plotly.graph_objects as go

from ... import theme
from ..about import about_map
from ..label_placement import place_labels
from ..markers import Marker, markers_of
from ..spreading import arranged
from ..window import degrees_per_narrow_pixel


def add_places(
    fig: go.Figure,
    frame: pd.DataFrame,
    name: str = "places",
    near: str = "spread",
    size: float = 11,
    labels: bool = False,
) -> go.Figure:
    """Put places on a map, none hidden under another.

    Args:
        fig: a map from :func:`uspak.drawing.maps.base_map`.
        frame: one row a place, with ``name``, ``lat`` and ``lon`` (degrees). If it has ``direction`` (cooperation,
            friction, mixed), colour and shape follow it. ``hover``, if there, is HTML shown below the name. ``anchor``,
            if there, says where the label lies, see ``ANCHORS``.
        name: of the layer.
        near: what to do with places closer than a marker: ``"spread"`` them in a ring around their middle, ``"group"``
            them in one larger marker that names them all, or ``"keep"`` them as they are.
        size: of a marker in pixels.
        labels: whether to write the names beside the markers. A label without an anchor goes where it covers no marker
            and no other label, even at a width of 640 pixels; where there is no such room, only the hover has the name.

    Returns:
        The same figure, with one trace for each direction (named after it), or one for all.

    Raises:
        ValueError: if a column is missing, a coordinate or direction is invalid, ``near`` is unknown, or it is no map.
    """
    about = about_map(fig)
    markers = arranged(markers_of(frame), near, size * degrees_per_narrow_pixel(about["window"]))
    if labels:
        markers = place_labels(markers, fig, about["window"], size)
    for direction in sorted({marker.direction for marker in markers}, key=[*theme.DIRECTIONS, ""].index):
        fig.add_trace(_trace([one for one in markers if one.direction == direction], direction, name, size, labels))
    return fig


def _trace(markers: list[Marker], direction: str, name: str, size: float, labels: bool) -> go.Scattergeo:
    """The markers of one direction, or those without one."""
    style = theme.DIRECTIONS.get(direction, theme.MarkerStyle(theme.INK, "circle", "●"))
    return go.Scattergeo(
        name=direction or name,
        lon=[marker.lon for marker in markers],
        lat=[marker.lat for marker in markers],
        mode="markers+text" if labels else "markers",
        text=[marker.label for marker in markers] if labels else None,
        textposition=[marker.anchor for marker in markers] if labels else None,
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
        legendgroup=name,
        customdata=[marker.hover for marker in markers],
        hovertemplate="%{customdata}<extra></extra>",
        marker=dict(
            size=[size + 3 * (marker.count > 1) for marker in markers],
            color=style.colour,
            symbol=style.symbol,
            opacity=1,
            line=dict(color=theme.PAPER, width=1.2),
        ),
    )

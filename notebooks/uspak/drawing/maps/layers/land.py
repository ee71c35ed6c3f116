"""Land with its borders: the lowest layer of every map."""

import plotly.graph_objects as go

from uspak.geography.borders import outlines
from uspak.geography.geometry import join

from ... import theme
from ..about import AboutMap
from ..clipping import clipped


def traces(about: AboutMap) -> list[go.Scattergeo]:
    """The land of a map's day, as one trace."""
    lon, lat = join(clipped(outlines(about["detail"], about["on"]).values(), about["window"]))
    return [
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
    ]

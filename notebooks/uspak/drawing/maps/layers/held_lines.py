"""The lines that two sides hold without an agreed border: on every map, and again over whatever fills a side of them."""

import numpy as np
import plotly.graph_objects as go

from uspak.geography.borders import lines
from uspak.geography.geometry import join

from ... import theme
from ..about import AboutMap
from ..window import TALLEST_SHARP_MAP


def traces(about: AboutMap) -> list[go.Scattergeo]:
    """The held lines of a map's day: a casing in the colour of land, dashes on it, and their names for the hover."""
    _, south, _, north = about["window"]
    close = north - south < TALLEST_SHARP_MAP
    held = lines(about["detail"], about["on"])
    lon, lat = join(held.values())
    middles = [line[:, line.shape[1] // 2] for line in map(np.array, held.values())]
    common = dict(lon=lon, lat=lat, mode="lines", hoverinfo="skip", showlegend=False)
    dashed = (
        dict(color=theme.INK, width=1.1, dash="4px,3px")
        if close
        else dict(color=theme.SOFT_INK, width=0.8, dash="2px,2px")
    )
    return [
        go.Scattergeo(name="line casing", line=dict(color=theme.LAND, width=2.6 if close else 1.6), **common),
        go.Scattergeo(name="held line", line=dashed, **common),
        go.Scattergeo(
            name="line names",
            lon=[float(middle[0]) for middle in middles],
            lat=[float(middle[1]) for middle in middles],
            mode="markers",
            text=list(held),
            hovertemplate="%{text}<extra></extra>",
            marker=dict(size=12, opacity=0),
            showlegend=False,
        ),
    ]

"""The layer of a border by what lies near: its points, and the shortest line to each place."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from uspak.geography.distances import point

from ... import theme
from ..about import about_map
from .labels import add_labels
from .routes import add_route

#: How the points of a border are drawn, by how many places lie near: colour and width, so that the stroke tells, too.
_REACHES = ((theme.OTHERS, 4), (theme.SERIES[1], 7), (theme.INK, 11), (theme.SOFT_INK, 14), (theme.INK, 17))

_LEGEND = 64  # pixels below a map for its legend


def add_border(fig: go.Figure, border: pd.DataFrame, places: Sequence[str], km: float) -> go.Figure:
    """Draw the points of a border by what lies within a distance of each, and the shortest line to each place.

    Args:
        fig: a map from :func:`uspak.drawing.maps.base_map`.
        border: a table from :func:`uspak.geography.border_scan.border` with one more column of kilometres for each place, named after it.
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
    _add_points(fig, border, border[places] <= km, km)
    _add_shortest_lines(fig, border, places)
    legend = dict(x=0, y=-0.01, yanchor="top", orientation="h", itemsizing="trace")
    return fig.update_layout(showlegend=True, legend=legend, margin_b=_LEGEND, height=fig.layout.height + _LEGEND)


def _add_points(fig, border, within, km):
    counts = within.sum(axis="columns")
    for number in sorted(counts.unique()):
        rows, (colour, size) = border[counts == number], _REACHES[min(number, len(_REACHES) - 1)]
        names = [place for place in within if within.loc[rows.index, place].any()]
        fig.add_scattergeo(
            name=f"within {km:,} km of {' and '.join(names)}" if names else f"within {km:,} km of none of them",
            lon=rows["lon"],
            lat=rows["lat"],
            mode="markers",
            marker=dict(color=colour, size=size, opacity=1, line_width=0),
            hoverinfo="skip",
            showlegend=True,
        )


def _add_shortest_lines(fig, border, places):
    north_to_south = sorted(places, key=lambda place: -point(place)[0])
    sides = {north_to_south[-1]: "bottom right", north_to_south[0]: "top right"}  # the words stand clear of each other
    for place in places:
        start, end = border.loc[border[place].idxmin(), ["lat", "lon"]], point(place)
        add_route(fig, [tuple(map(float, start)), end], colour=theme.INK, dash="dot", width=1.4)
        words = f"\u2002{place}: {border[place].min():,.0f} km"
        add_labels(fig, [(words, *end, sides.get(place, "middle right"))])
        fig.data[-1].textfont.shadow = theme.HALO  # a ring may run there

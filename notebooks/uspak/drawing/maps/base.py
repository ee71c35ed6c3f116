"""The base map, with which every map begins. A layer added to ``BASE_LAYERS`` is on all maps."""

from collections.abc import Callable, Sequence

import plotly.graph_objects as go

from uspak.geography.arguments import Day, whole_day
from uspak.geography.borders import checked_detail

from .. import theme
from .about import AboutMap
from .layers import held_lines, land
from .window import MARGIN, Window, aspect_of, detail_of, fitted, window_of

#: What lies under every map, the lowest first: functions from what a map is about to traces. Each draws the same number
#: of traces on every day, so that :class:`uspak.drawing.maps.ChangingBorders` can go from day to day.
BASE_LAYERS: tuple[Callable[[AboutMap], list[go.Scattergeo]], ...] = (land.traces, held_lines.traces)


def base_map(
    region: str | Sequence[float] = "world", on: Day = None, height: float | None = 540, detail: str | None = None
) -> go.Figure:
    """A quiet map of land, borders and held lines, to draw on.

    Args:
        region: a name in ``REGIONS``, or ``(west, south, east, north)`` in degrees. It is widened to the shape of a
            figure of this height and usual width; with its caption, and on a page of any width, a figure takes the
            height at which the map fills it. Only a map of the whole world keeps its height.
        on: the day whose borders are drawn, as in :func:`uspak.drawing.maps.outlines`.
        height: of the whole figure in pixels, with title and source (at least 240); None for a window that is not widened.
        detail: ``"world"`` or ``"region"``; by default the sharper one where it reaches and the map is small enough.

    Returns:
        A ``go.Figure`` with four traces: ``land``, ``line casing``, ``held line`` (dashed) and ``line names`` (hover);
        they are the same in number and order for every day. Write ``DISCLAIMER`` below the map.

    Raises:
        ValueError: for an unknown region or detail, an impossible window, a bad date or height.
    """
    day = whole_day(on)
    if height is not None and not height >= 240:
        raise ValueError(f"A map {height} pixels high has no room: choose a height of 240 or more.")
    window = window_of(region) if height is None else fitted(window_of(region), height)
    about = AboutMap(on=day, detail=checked_detail(detail or detail_of(window)), window=list(window))
    fig = go.Figure()
    fig.update_layout(
        template=theme.TEMPLATE,
        height=height,
        margin=MARGIN,
        geo=_geo(window, region == "world"),
        meta=dict(map=about) if region == "world" else dict(map=about, aspect=aspect_of(window)),
    )
    return fig.add_traces([trace for layer in BASE_LAYERS for trace in layer(about)])


def _geo(window: Window, whole: bool) -> dict[str, object]:
    """plotly's geo subplot for a window: nothing that a browser would have to fetch."""
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

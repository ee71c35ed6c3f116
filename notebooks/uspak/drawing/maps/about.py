"""What a map is about, as its figure keeps it: the layers read it, so that they fit the map below them."""

from collections.abc import Sequence
from typing import TypedDict, cast


class AboutMap(TypedDict):
    """What a map is about: its day, the detail of its outlines, and what it shows."""

    on: str  #: a whole ISO date
    detail: str  #: ``"world"`` or ``"region"``, as in :func:`uspak.drawing.maps.outlines`
    window: Sequence[float]  #: west, south, east, north in degrees


def about_map(fig: object) -> AboutMap:
    """What a map is about.

    Raises:
        ValueError: for a figure that is not from :func:`uspak.drawing.maps.base_map`.
    """
    meta = getattr(getattr(fig, "layout", None), "meta", None)
    if not isinstance(meta, dict) or "map" not in meta:
        raise ValueError("This figure is no map of ours: begin with fig = maps.base_map(…).")
    return cast(AboutMap, meta["map"])

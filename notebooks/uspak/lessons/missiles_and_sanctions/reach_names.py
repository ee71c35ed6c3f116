"""The names on the reach map: which cities are named in a view, and on which side of their points."""

import numpy as np

from uspak import data
from uspak.drawing import theme
from uspak.geography.distances import ring

from .names_beside import SIDES, beside, on_flat_map, on_globe

#: Names for orientation, and the side of the point on which each stands.
NAMED = {
    "Beijing": "top center",
    "Moscow": "middle left",
    "Tehran": "middle left",
    "Riyadh": "middle left",
    "Cairo": "middle left",
    "London": "middle left",
    "Tel Aviv": "top left",
    "Ankara": "top center",
    "Ürümqi": "middle right",
    "Delhi": "middle right",
    "Port Blair": "middle right",
    "Singapore": "middle right",
    "Jakarta": "middle right",
    "Tokyo": "middle right",
    "Hagåtña": "middle left",
    "Nairobi": "middle right",
    "Fairbanks": "middle right",
    "Honolulu": "middle right",
    "New York": "middle right",
}

#: Of these, the ones that have room on the flat map.
FLAT = (
    *("Beijing", "Moscow", "Riyadh", "London", "Delhi", "Singapore"),
    *("Tokyo", "Hagåtña", "Nairobi", "Fairbanks", "Honolulu", "New York"),
)

RADIUS, REACH = 270, 7  # pixels: of the globe, and from the middle of a point to its name
_POINTS = 90  # of a ring
_WIDTH = 583  # pixels: of the flat map on a narrow page
_BESIDE = 1_300  # kilometres within which all listed cities are named from closer by
_RADII = {"rest": 3, "low": 5, "high": 5, "town": 8}  # pixels: of marks, by group

#: The markers of the names are not seen: plotly writes beside one of this size at the distance ``REACH``.
MARKER = dict(size=1.6 * (REACH - 1), opacity=0, color=theme.PAPER)


def names_in_view(groups, ranges, here, globe, times=1, near=None):
    """The names for orientation, each where it covers no counted city and no other name, or not at all.

    Args:
        groups: rows of ``cities`` by group, as from ``InReach.groups``; no name covers one that is not in ``rest``.
        ranges: the radii of the rings in kilometres; a name stands off them where it can.
        here: latitude and longitude of the town in the middle of the globe.
        globe: whether the view is the globe, not the flat map.
        times: how many times as large the globe is.
        near: rows with ``km``: if they are given, those beside the town are named instead.

    Returns:
        Properties of a trace: ``lon``, ``lat``, ``text`` (empty where there is no room) and ``textposition``.
    """
    rows = _named(near, globe)
    marks = [
        (x, y, _RADII[key], key != "rest")
        for key, group in groups.items()
        for x, y in zip(*_pixels(group, here, globe, times), strict=True)
        if np.isfinite(x)
    ]
    for km in ranges:
        lon, lat = ring(here, km, _POINTS)
        points = _pixels(dict(lat=lat, lon=lon), here, globe, times)
        marks += [(x, y, 1, False) for x, y in zip(*points, strict=True) if np.isfinite(x)]
    sides = [NAMED.get(name, SIDES[0]) for name in rows["city"]]
    names = list(zip(rows["city"], *_pixels(rows, here, globe, times), sides, strict=True))
    found = beside(names, marks, REACH, RADIUS if globe else _WIDTH / 2)
    return dict(
        lon=rows["lon"].tolist(),
        lat=rows["lat"].tolist(),
        text=[name if side else "" for name, side in zip(rows["city"], found, strict=True)],
        textposition=[side or SIDES[0] for side in found],
    )


def _named(near, globe):
    """The rows of ``cities`` to name, the most important first."""
    if near is not None:
        return near[near["km"] <= _BESIDE].sort_values("km")
    cities, wanted = data.evidence("cities"), list(NAMED) if globe else list(FLAT)
    return cities[cities["city"].isin(wanted)].sort_values("city", key=lambda names: names.map(wanted.index))


def _pixels(rows, here, globe, times):
    """Where rows of ``cities`` lie in the view: two arrays of pixels from its middle."""
    if globe:
        return on_globe(rows["lat"], rows["lon"], here, RADIUS * times)
    return on_flat_map(rows["lat"], rows["lon"], _WIDTH)

"""The window of a map: which part of the world it shows, how sharply, and how many degrees lie in a pixel."""

import math
from collections.abc import Sequence

from uspak.article import REGIONS, SHARP_EXTENT
from uspak.geography.arguments import one_of

from .. import theme
from ..figure import USUAL_WIDTH

#: What a map shows: west, south, east, north in degrees.
Window = Sequence[float]

#: The margins of a map without its caption, in pixels.
MARGIN = dict(l=theme.EDGE, r=theme.EDGE, t=6, b=8)

#: A map of more degrees of latitude than this is drawn from the world's outlines.
TALLEST_SHARP_MAP = 48

_CAPTION = 120  # pixels of a figure's height that title, subtitle and source take
_NARROW_WIDTH = 595  # pixels
_PAD = 0.03  # of the height of a map: this much more than is seen is kept
_LATITUDES = (-60, 84)  # to which a map may be widened


def window_of(region: str | Sequence[float]) -> Window:
    """The window of a named region, or one given as (west, south, east, north), checked.

    Raises:
        ValueError: for an unknown region, or numbers that make no window.
    """
    if isinstance(region, str):
        return REGIONS[one_of("region", region, REGIONS)]
    try:
        west, south, east, north = map(float, region)
    except (TypeError, ValueError):
        raise ValueError(f"A region is one of {', '.join(REGIONS)}, or (west, south, east, north).") from None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise ValueError(f"{tuple(region)} is no window: give (west, south, east, north) in degrees, west before east.")
    return west, south, east, north


def fitted(window: Window, height: float) -> Window:
    """A window widened to the shape of a figure of this height in pixels, without leaving the world."""
    west, south, east, north = window
    room = height - _CAPTION - MARGIN["t"] - MARGIN["b"]
    ratio = (USUAL_WIDTH - MARGIN["l"] - MARGIN["r"]) / room
    if east - west < ratio * (north - south):
        least, most = _sharp_range(window, ratio * (north - south)) or (-180, 180)
        west, east = _stretched(west, east, ratio * (north - south), least, most)
    else:
        south, north = _stretched(south, north, (east - west) / ratio, *_LATITUDES)
    return tuple(round(edge, 2) for edge in (west, south, east, north))


def detail_of(window: Window) -> str:
    """The sharpest outlines that fill a window: ``"region"`` or ``"world"``."""
    west, south, east, north = padded(window)
    least_lon, least_lat, most_lon, most_lat = SHARP_EXTENT
    inside = least_lon <= west and least_lat <= south and east <= most_lon and north <= most_lat
    return "region" if inside and north - south <= TALLEST_SHARP_MAP else "world"


def padded(window: Window) -> Window:
    """A little more than is seen, so that a cut edge stays out of view."""
    west, south, east, north = window
    pad = _PAD * (north - south)
    return max(west - pad, -180), max(south - pad, -90), min(east + pad, 180), min(north + pad, 90)


def inside(point: Sequence[float], window: Window) -> bool:
    """Whether a point (longitude, latitude) lies in a window."""
    west, south, east, north = window
    return bool(west <= point[0] <= east and south <= point[1] <= north)


def aspect_of(window: Window) -> float:
    """The height of a window as plotly draws it, as a part of its width.

    plotly fits a map to an outline of the window whose upper and lower edges are four great circles each, which bulge
    towards the pole.
    """
    west, south, east, north = window
    piece = math.radians(east - west) / 4
    top, bottom = (_bulge(lat, piece) if lat * side > 0 else lat for lat, side in ((north, 1), (south, -1)))
    return round((top - bottom) / (east - west), 4)


def _bulge(lat: float, piece: float) -> float:
    """How far (degrees) the great circle between two points of a latitude, a piece (radians) apart, gets towards the pole."""
    return math.degrees(math.atan(math.tan(math.radians(lat)) / math.cos(piece / 2)))


def degrees_per_narrow_pixel(window: Window) -> float:
    """How many degrees lie in a pixel of a map on a narrow page."""
    west, _, east, _ = window
    return (east - west) / (_NARROW_WIDTH - MARGIN["l"] - MARGIN["r"])


def _sharp_range(window: Window, width: float) -> tuple[float, float] | None:
    """The longitudes between which a window may be widened and still be filled by the sharper outlines, or None."""
    pad = _PAD * (window[3] - window[1]) + 0.01  # rounding
    least, most = SHARP_EXTENT[0] + pad, SHARP_EXTENT[2] - pad
    fits = detail_of(window) == "region" and least <= window[0] and window[2] <= most and width <= most - least
    return (least, most) if fits else None


def _stretched(low: float, high: float, length: float, least: float, most: float) -> tuple[float, float]:
    """A range widened around its middle to a length, as far as that lies between the least and the most."""
    length = min(max(length, high - low), max(most - least, high - low))
    middle = (low + high) / 2
    start = min(max(middle - length / 2, least), most - length)
    return start, start + length

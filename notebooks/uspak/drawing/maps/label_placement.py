"""Where the labels of markers go, so that they cover no marker and no other label on a narrow page."""

from collections.abc import Sequence
from dataclasses import replace

import plotly.graph_objects as go

from .markers import Marker
from .window import Window, degrees_per_narrow_pixel

_CHARACTER, _LINE = 6.6, 15  # pixels: the width of a character and the height of a line, on average

#: Anchors for a label without one, the best first.
_TRIED = (
    "middle right",
    "middle left",
    "top center",
    "bottom center",
    "top right",
    "bottom right",
    "top left",
    "bottom left",
)

_Box = tuple[float, float, float, float]  # west, south, east, north in degrees


def place_labels(markers: list[Marker], fig: go.Figure, window: Window, size: float) -> list[Marker]:
    """Markers with their ``label`` and ``anchor``: the first place where the words cover nothing, or no label at all.

    Args:
        markers: those with an anchor keep it, and are placed last.
        fig: the map, whose labels are not covered either.
        window: of the map.
        size: of a marker in pixels.
    """
    degrees = degrees_per_narrow_pixel(window)
    taken = [_box(marker.lon, marker.lat, "", "middle center", degrees, size) for marker in markers]
    taken += _written_boxes(fig, degrees)
    placed = list(markers)
    for number, marker in sorted(enumerate(markers), key=lambda item: not item[1].anchor):
        boxes = {
            anchor: _box(marker.lon, marker.lat, marker.name, anchor, degrees, size)
            for anchor in ([marker.anchor] if marker.anchor else _TRIED)
        }
        others = taken[:number] + taken[number + 1 :]
        free = (anchor for anchor, box in boxes.items() if marker.anchor or not _overlaps(box, others))
        anchor = next(free, None)
        if anchor:
            taken.append(boxes[anchor])
        placed[number] = replace(marker, label=marker.name if anchor else "", anchor=anchor or "middle right")
    return placed


def _written_boxes(fig: go.Figure, degrees: float) -> list[_Box]:
    """The boxes of the words that a map has already."""
    return [
        _box(lon, lat, text, anchor, degrees, 0)
        for trace in fig.select_traces({"mode": "text"})
        for text, lat, lon, anchor in zip(trace.text, trace.lat, trace.lon, _anchors(trace), strict=True)
    ]


def _anchors(trace: go.Scattergeo) -> Sequence[str]:
    """Where each word of a trace lies; plotly takes one anchor for all, too."""
    one = trace.textposition or "middle center"
    return [one] * len(trace.text) if isinstance(one, str) else one


def _box(lon: float, lat: float, text: str, anchor: str, degrees: float, size: float) -> _Box:
    """The box of a label beside a marker, or of the marker itself if there is no text; ``degrees`` lie in a pixel."""
    words = text.split("<br>")
    width = (_CHARACTER * max(map(len, words)) if text else size) * degrees
    height = (_LINE * len(words) if text else size) * degrees
    gap = size / 2 * degrees
    y, x = anchor.split()
    west = lon + {"left": -width - gap, "center": -width / 2, "right": gap}[x]
    south = lat + {"bottom": -height - gap, "middle": -height / 2, "top": gap}[y]
    return west, south, west + width, south + height


def _overlaps(box: _Box, others: Sequence[_Box]) -> bool:
    west, south, east, north = box
    return any(west < e and w < east and south < n and s < north for w, s, e, n in others)

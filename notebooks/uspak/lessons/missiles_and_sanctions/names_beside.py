"""Where names stand beside their points, in pixels, so that they cover no mark that counts and no other name."""

import numpy as np

#: The sides of a point, the best first.
SIDES = (
    *("middle right", "middle left", "top center", "bottom center"),
    *("top right", "top left", "bottom right", "bottom left"),
)
_CHARACTER, _LINE = 6.8, 15  # pixels: the width of a character and the height of a line, on average
_COUNTED, _OTHER, _NAME = 1000, 10, 1000  # what it costs to cover a mark that counts, another mark, or a name
_CLOSE, _PIXELS = 3, 8  # what it costs to stand so close to a mark that the name seems to be its

# Natural Earth, by powers of the latitude in radians: how long a parallel is, and how far it lies from the equator.
_LENGTHS = {0: 0.8707, 2: -0.131979, 4: -0.013791, 10: 0.003971, 12: -0.001529}
_HEIGHTS = {1: 1.007226, 3: 0.015085, 7: -0.044475, 9: 0.028874, 11: -0.005916}


def on_globe(lat, lon, centre, radius):
    """Points of a globe as seen from above one of them.

    Args:
        lat, lon: arrays in degrees.
        centre: latitude and longitude of the point in the middle.
        radius: of the globe in pixels.

    Returns:
        ``(x, y)`` in pixels from the middle, to the right and upwards: float arrays, NaN on the far side.
    """
    lat, lon = np.radians(np.asarray(lat, float)), np.radians(np.asarray(lon, float) - centre[1])
    middle = np.radians(centre[0])
    near = np.sin(middle) * np.sin(lat) + np.cos(middle) * np.cos(lat) * np.cos(lon) > 0
    x = np.cos(lat) * np.sin(lon)
    y = np.cos(middle) * np.sin(lat) - np.sin(middle) * np.cos(lat) * np.cos(lon)
    return np.where(near, radius * x, np.nan), np.where(near, radius * y, np.nan)


def on_flat_map(lat, lon, width):
    """Points of a world map in the Natural Earth projection that is ``width`` pixels wide; answer as for ``on_globe``."""
    lat, lon = np.radians(np.asarray(lat, float)), np.radians(np.asarray(lon, float))
    scale = width / (2 * np.pi * _LENGTHS[0])
    x = lon * sum(factor * lat**power for power, factor in _LENGTHS.items())
    return scale * x, scale * sum(factor * lat**power for power, factor in _HEIGHTS.items())


def beside(names, marks, reach=7, edge=np.inf):
    """The side of its point on which each name stands, or ``""`` where it would cover too much.

    Args:
        names: ``(text, x, y, side)``, the most important first; ``side`` is where it stands if it may. NaN is out of view.
        marks: ``(x, y, radius, counts)``: what should not be covered, and whether it never may be.
        reach: pixels from a point to its name.
        edge: how many pixels from the middle of the view it is cut off.

    Returns:
        A list of values of ``SIDES`` and ``""``, in the order of ``names``.
    """
    taken, found = [], []
    for text, x, y, wanted in names:
        tried = sorted(SIDES, key=wanted.__ne__)
        boxes = {side: _box(text, x, y, side, reach) for side in tried}
        costs = {side: _cost(box, marks, taken, edge) for side, box in boxes.items()}
        side = min(costs, key=costs.get)
        stands = costs[side] < _COUNTED
        found.append(side if stands else "")
        if stands:
            taken.append(boxes[side])
    return found


def _box(text, x, y, side, reach):
    """West, south, east and north of a name."""
    wide, high = _CHARACTER * len(text), _LINE
    upright, across = side.split()
    west = x + {"left": -reach - wide, "center": -wide / 2, "right": reach}[across]
    south = y + {"bottom": -reach - high, "middle": -high / 2, "top": reach}[upright]
    return west, south, west + wide, south + high


def _cost(box, marks, taken, edge):
    west, south, east, north = box
    cost = 0 if max(map(abs, box)) <= edge else _NAME  # so is what is out of view, NaN
    cost += sum(_NAME for w, s, e, n in taken if west < e and w < east and south < n and s < north)
    for x, y, radius, counts in marks:
        apart = max(west - x, x - east, south - y, y - north) - radius
        cost += (_COUNTED if counts else _OTHER) if apart < 0 else _CLOSE if apart < _PIXELS else 0
    return cost

"""Circles on a map moved apart where they would cover each other, each as little as possible."""

from math import hypot

_ROUNDS = 300
_SLOWLY = 0.5  # of what two circles overlap: so far each round moves them apart


def apart(points, sizes):
    """Move circles apart that overlap.

    Args:
        points: ``(x, y)`` of the middle of each circle, in pixels.
        sizes: the diameter of each circle, in pixels.

    Returns:
        A list of ``(x, y)``, in the order of ``points``. The smaller of two circles makes more way than the larger one;
        circles with room around them stay where they are.
        Of two on one point the first goes up, where ``y`` grows.
    """
    places = [list(point) for point in points]
    for _ in range(_ROUNDS):
        moved = False
        for one in range(len(places)):
            for other in range(one + 1, len(places)):
                moved |= _push(places[one], places[other], sizes[one], sizes[other])
        if not moved:
            break
    return [tuple(place) for place in places]


def _push(one, other, size, other_size):
    """Move two circles apart, along the line through their middles, if they overlap; tell if they did."""
    x, y = other[0] - one[0], other[1] - one[1]
    length = hypot(x, y)
    lacking = (size + other_size) / 2 - length
    if lacking < 0.1:
        return False
    if not length:
        x, y, length = 0.0, -1.0, 1.0
    ours = lacking * _SLOWLY * other_size / (size + other_size)
    theirs = lacking * _SLOWLY * size / (size + other_size)
    for place, way, sign in ((one, ours, -1), (other, theirs, 1)):
        place[0] += sign * way * x / length
        place[1] += sign * way * y / length
    return True

"""Places for signs on a map that stand clear of each other, as near to their own as possible."""

from math import cos, hypot, pi, sin

_STEP, _TURNS = 0.1, 24  # of the distance that is kept; directions that are tried at each step
_FARTHEST = 60  # steps


def clear_places(points, distance, taken=(), allowed=None):
    """Move points apart that lie too close.

    Args:
        points: ``(x, y)`` of each sign, in any unit.
        distance: to be kept between two signs, in the same unit.
        taken: ``(x, y)`` of what no sign may cover, such as the dots of towns; three quarters of the distance are kept to it.
        allowed: whether a sign may be moved to a place, a function of ``(x, y)``; by default anywhere.

    Returns:
        A list of ``(x, y)``, in the order of ``points``: each the nearest free place, looked for in rings. Signs with room
        around them stay where they are.
    """
    placed = {}
    kept = [(*point, 0.75 * distance) for point in taken]
    for number in sorted(range(len(points)), key=lambda number: (_crowd(points, number, distance), number)):
        placed[number] = _nearest_free(points[number], kept, allowed)
        kept.append((*placed[number], distance))
    return [placed[number] for number in range(len(points))]


def inside(point, corners):
    """Whether a point ``(x, y)`` lies in the polygon with these corners, a list of ``(x, y)``."""
    x, y = point
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    crossed = sum((b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a) for (a, b), (c, d) in sides)
    return crossed % 2 == 1


def _crowd(points, number, distance):
    """How many points lie within two distances of one, itself included."""
    x, y = points[number]
    return sum(hypot(x - other_x, y - other_y) < 2 * distance for other_x, other_y in points)


def _nearest_free(point, kept, allowed):
    x, y = point
    step = _STEP * max((distance for *_, distance in kept), default=0)
    for number in range(_FARTHEST * _TURNS):
        radius, angle = step * -(-number // _TURNS), 2 * pi * (number % _TURNS) / _TURNS
        tried = x + radius * cos(angle), y + radius * sin(angle)
        free = all(hypot(tried[0] - a, tried[1] - b) >= distance - 1e-9 for a, b, distance in kept)
        if free and (not number or allowed is None or allowed(tried)):
            return tried
    return point

"""Places for signs on a map that stand clear of each other, as near to their own as possible."""

from math import cos, hypot, pi, sin

_STEP, _TURNS = 0.1, 24  # of the distance that is kept; directions that are tried at each step
_FARTHEST = 60  # steps


def clear_places(points, distance, taken=()):
    """Move points apart that lie too close.

    Args:
        points: ``(x, y)`` of each sign, in any unit.
        distance: to be kept between two signs, in the same unit.
        taken: ``(x, y)`` of what no sign may cover, such as the dots of towns; three quarters of the distance are kept to it.

    Returns:
        A list of ``(x, y)``, in the order of ``points``: each the nearest free place, looked for in rings. Signs with room
        around them stay where they are.
    """
    placed = {}
    kept = [(*point, 0.75 * distance) for point in taken]
    for number in sorted(range(len(points)), key=lambda number: (_crowd(points, number, distance), number)):
        placed[number] = _nearest_free(points[number], kept)
        kept.append((*placed[number], distance))
    return [placed[number] for number in range(len(points))]


def _crowd(points, number, distance):
    """How many points lie within two distances of one, itself included."""
    x, y = points[number]
    return sum(hypot(x - other_x, y - other_y) < 2 * distance for other_x, other_y in points)


def _nearest_free(point, kept):
    x, y = point
    step = _STEP * max((distance for *_, distance in kept), default=0)
    for number in range(_FARTHEST * _TURNS):
        radius, angle = step * -(-number // _TURNS), 2 * pi * (number % _TURNS) / _TURNS
        tried = x + radius * cos(angle), y + radius * sin(angle)
        if all(hypot(tried[0] - a, tried[1] - b) >= distance - 1e-9 for a, b, distance in kept):
            return tried
    return point

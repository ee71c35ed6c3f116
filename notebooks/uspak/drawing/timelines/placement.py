"""Where the labels of a timeline stand: at the tips of their stems, or stacked beyond where they would touch something.

All in pixels, to the right and up from the point where the zero line begins. A label keeps its distance from its tip at
any width of the page, while the tips move apart or together: so a place has to be free at several widths at once.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

#: The plot area, in pixels, of the narrowest page that the series is made for.
NARROW_PLOT = 500
#: Pages that labels are placed for: the width of the plot, and the part of its planned height that a long title leaves.
_PAGES = ((NARROW_PLOT, 1.0), (NARROW_PLOT, 0.93), (700, 1.0), (1000, 1.0))
_CHARACTER = 6.3  # the width of a character of 12 pixels, in the widest of the fonts
HALF_LINE = 8.5  # half the height of a label
_ROW = 18.0  # from one row of labels to the next
_ROWS = 14
#: To untangle labels: so many moves at the most, for so many a place that was left is barred, and so many a label rests.
_MOVES, _BARRED, _REST = 300, 40, 1
_GAP = 9.0  # between the middle of a sign and its label
_SIGN = 5.5  # half a sign
#: What is worse than what: a clash than anything, a label across a stem than a short leader.
_CLASH, _ACROSS_STEM, _ACROSS_SIGN, _SHIFT = 1e5, 150.0, 60.0, 0.12


class Place(NamedTuple):
    """The middle of a label, seen from the tip of its stem; half its width; and its leader, from there to there."""

    x: float
    y: float
    half: float
    leader: tuple[float, float, float, float] | None


def place(at: Sequence[float], heights: Sequence[float], words: Mapping[int, str]) -> dict[int, Place]:
    """Find a place for each label.

    Args:
        at: where each stem stands, from 0 (left edge of the plot) to 1 (right edge).
        heights: how far the tip of each stem is above zero, in pixels.
        words: labels, by the number of their stem.

    Returns:
        A place for each of ``words``. Where there is no room at all, labels touch.
    """
    points = np.array([[np.multiply(at, width), np.multiply(heights, part)] for width, part in _PAGES])
    tried = {number: _Candidates(points, number, words[number]) for number in words}
    order = sorted(words, key=lambda number: (-abs(heights[number]), at[number], number))
    chosen = _settled(tried, order, _untangled(tried, order, _settled(tried, order, {})))
    return {number: tried[number].places[chosen[number]] for number in words}


def _settled(tried: Mapping[int, "_Candidates"], order: Sequence[int], start: Mapping[int, int]) -> dict[int, int]:
    """Each label in turn takes the best place that the others leave, until none moves."""
    chosen = dict(start)
    for _ in range(6):
        before = dict(chosen)
        for number in order:
            chosen[number] = int(np.argmin(_costs(tried, number, chosen)))
        if chosen == before:
            break
    return chosen


def _untangled(tried: Mapping[int, "_Candidates"], order: Sequence[int], start: Mapping[int, int]) -> dict[int, int]:
    """As long as labels clash, make the best move of one of them, even for the worse, and none back to where it was lately."""
    chosen, best, least = dict(start), dict(start), np.inf
    barred: dict[tuple[int, int], int] = {}  # until which move a label may not return to a place
    movers: list[int] = []
    for move in range(_MOVES):
        costs = {number: _costs(tried, number, chosen) for number in order}
        total = sum(costs[number][chosen[number]] for number in order)
        if total < least:
            best, least = dict(chosen), total
        unhappy = [number for number in order if costs[number][chosen[number]] >= _CLASH]
        if not unhappy:
            break
        for (number, spot), until in barred.items():
            if until > move:
                costs[number][spot] += _CLASH * 1e3
        now = {number: costs[number][chosen[number]] for number in unhappy}
        for number in unhappy:
            costs[number][chosen[number]] = np.inf
        rested = [number for number in unhappy if number not in movers[-_REST:]] or unhappy
        mover = min(rested, key=lambda number: costs[number].min() - now[number])
        movers.append(mover)
        barred[mover, chosen[mover]] = move + _BARRED
        chosen[mover] = int(np.argmin(costs[mover]))
    return best


def _costs(tried: Mapping[int, "_Candidates"], number: int, chosen: Mapping[int, int]) -> np.ndarray:
    """What each place of a label costs, with the other labels where they are."""
    clashes = [tried[number].clashes(tried[other], place) for other, place in chosen.items() if other != number]
    return tried[number].cost + _CLASH * np.sum(clashes, axis=0) if clashes else tried[number].cost.copy()


class _Candidates:
    """The places that one label may take, on all pages, and what each costs whatever the other labels do."""

    def __init__(self, points: np.ndarray, number: int, text: str) -> None:
        own = points[:, :, number]  # page, coordinate
        side = 1 if own[0, 1] >= 0 else -1
        self.places = _places(own[0, 0], _CHARACTER * len(text) / 2 + 2, side)
        middles = np.array([(spot.x, spot.y) for spot in self.places])[:, None] + own[None]
        reach = np.array([(spot.half, HALF_LINE) for spot in self.places])[:, None]
        leaders = np.array([spot.leader or (np.nan,) * 4 for spot in self.places])
        self.boxes = np.concatenate([middles - reach, middles + reach], axis=2)  # candidate, page, left-low-right-high
        self.leaders = leaders[:, None] + np.tile(own, 2)[None]
        self.cost = self._cost(np.delete(points, number, axis=2))
        self._keep(self.cost < max(_CLASH, self.cost.min() + 1))
        self._known: dict[tuple[int, int], np.ndarray] = {}

    def _keep(self, free: np.ndarray) -> None:
        """Forget all places but the free ones."""
        self.places = [spot for spot, kept in zip(self.places, free, strict=True) if kept]
        self.boxes, self.leaders, self.cost = self.boxes[free], self.leaders[free], self.cost[free]

    def _cost(self, others: np.ndarray) -> np.ndarray:
        left, low, right, high = (self.boxes[:, :, edge, None] for edge in range(4))
        x, y = others[None, :, 0], others[None, :, 1]
        within = (left - _SIGN < x) & (x < right + _SIGN)
        on_sign = within & (low - _SIGN < y) & (y < high + _SIGN)
        on_stem = within & (np.minimum(y, 0) < high) & (low < np.maximum(y, 0))
        signs = np.stack([x - _SIGN, y - _SIGN, x + _SIGN, y + _SIGN], axis=-1)
        struck = _cuts(self.leaders[:, :, None], signs)
        widths = np.array([width for width, _ in _PAGES])
        outside = (self.boxes[:, :, 0] < 0) | (self.boxes[:, :, 2] > widths)
        own = [abs(spot.x) * _SHIFT + (_length(spot.leader) + _ROW if spot.leader else 0) for spot in self.places]
        soft = _ACROSS_STEM * on_stem.sum(axis=2) + _ACROSS_SIGN * struck.sum(axis=2)
        return np.array(own) + soft.mean(axis=1) + _CLASH * (on_sign.sum(axis=2) + outside).sum(axis=1)

    def clashes(self, other: "_Candidates", chosen: int) -> np.ndarray:
        """On how many pages each place clashes with the one that another label has: word, leader, or both."""
        if (id(other), chosen) not in self._known:
            box, leader = other.boxes[chosen], other.leaders[chosen]
            apart = (self.boxes[:, :, :2] >= box[:, 2:]) | (box[:, :2] >= self.boxes[:, :, 2:])
            clash = ~apart.any(axis=2) | _cuts(self.leaders, box) | _cross(self.leaders, leader)
            self._known[id(other), chosen] = (clash | _cuts(leader, self.boxes)).sum(axis=1)
        return self._known[id(other), chosen]


def _places(x: float, half: float, side: int) -> list[Place]:
    """The places around a tip ``x`` pixels from the left edge of a narrow page, the nearest first."""
    at_edge = [half + 1 - x] if x < half else [NARROW_PLOT - x - half - 1] if x > NARROW_PLOT - half else []
    near = sorted({0.0, *(part * half for part in (-1.05, -0.9, -0.45, 0.45, 0.9, 1.05)), *at_edge}, key=abs)
    far = sorted({*near, *(part * half for part in (-2.2, -1.5, 1.5, 2.2))}, key=abs)
    places = [Place(shift, side * (_GAP + HALF_LINE), half, None) for shift in near]
    places += [Place(shift, 0.0, half, None) for shift in (half + _GAP, -half - _GAP)]
    for row in range(1, _ROWS):
        y = _GAP + HALF_LINE + row * _ROW
        for shift in far:
            end = min(max(0.0, shift - half + 4), shift + half - 4)
            places.append(Place(shift, side * y, half, (0, side * _SIGN, end, side * (y - HALF_LINE))))
    return places


def _length(line: tuple[float, float, float, float]) -> float:
    return float(np.hypot(line[2] - line[0], line[3] - line[1]))


def _cuts(line: np.ndarray, box: np.ndarray) -> np.ndarray:
    """Whether a line cuts a box: then it crosses one of its diagonals."""
    return _cross(line, box) | _cross(line, box[..., [0, 3, 2, 1]])


def _cross(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether two lines cross; each array holds lines (x, y, x, y) along its last axis."""

    def turn(line: np.ndarray, end: np.ndarray) -> np.ndarray:
        along, to = line[..., 2:] - line[..., :2], end - line[..., :2]
        return along[..., 0] * to[..., 1] - along[..., 1] * to[..., 0]

    first = turn(one, other[..., :2]) * turn(one, other[..., 2:]) <= 0
    return first & (turn(other, one[..., :2]) * turn(other, one[..., 2:]) <= 0)

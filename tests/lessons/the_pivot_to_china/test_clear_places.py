"""Signs that are moved apart: no further than they must, and none over another."""

from itertools import combinations
from math import dist

import pytest

from uspak.lessons.the_pivot_to_china.clear_places import clear_places, inside


def test_a_sign_with_room_stays_where_it_is():
    assert clear_places([(0, 0), (5, 5)], 1) == [(0, 0), (5, 5)]


def test_a_crowd_is_moved_apart_and_stays_together():
    places = clear_places([(0, 0)] * 7, 1)
    assert min(dist(a, b) for a, b in combinations(places, 2)) >= 1 - 1e-6
    assert max(dist(place, (0, 0)) for place in places) < 2


def test_what_is_taken_stays_free():
    (place,) = clear_places([(0, 0)], 1, taken=[(0, 0)])
    assert dist(place, (0, 0)) == pytest.approx(0.75, abs=0.06)


def test_signs_are_moved_only_where_they_may_be():
    places = clear_places([(0, 0)] * 5, 1, allowed=lambda place: place[0] >= 0)
    assert min(x for x, _ in places) >= 0
    assert min(dist(a, b) for a, b in combinations(places, 2)) >= 1 - 1e-6


def test_inside_a_polygon_with_a_dent():
    corners = [(0, 0), (4, 0), (4, 4), (2, 1), (0, 4)]
    assert inside((0.5, 1), corners) and inside((3.5, 1), corners)
    assert not inside((2, 3), corners) and not inside((5, 1), corners)

"""Signs that are moved apart: no further than they must, and none over another."""

from itertools import combinations
from math import dist

import pytest

from uspak.lessons.the_pivot_to_china.clear_places import clear_places


def test_a_sign_with_room_stays_where_it_is():
    assert clear_places([(0, 0), (5, 5)], 1) == [(0, 0), (5, 5)]


def test_a_crowd_is_moved_apart_and_stays_together():
    places = clear_places([(0, 0)] * 7, 1)
    assert min(dist(a, b) for a, b in combinations(places, 2)) >= 1 - 1e-6
    assert max(dist(place, (0, 0)) for place in places) < 2


def test_what_is_taken_stays_free():
    (place,) = clear_places([(0, 0)], 1, taken=[(0, 0)])
    assert dist(place, (0, 0)) == pytest.approx(0.75, abs=0.06)

"""Names beside their points: clear of what counts and of each other, and left out where there is no room."""

import numpy as np
import pytest

from uspak.lessons.missiles_and_sanctions import names_beside


def test_a_name_stands_where_it_is_wanted_if_it_may():
    assert names_beside.beside([("Delhi", 0, 0, "top center")], []) == ["top center"]


def test_a_name_gives_way_to_a_mark_that_counts():
    marks = [(20, 0, 4, True)]
    assert names_beside.beside([("Delhi", 0, 0, "middle right")], marks) == ["middle left"]
    assert (
        names_beside.beside([("Delhi", 0, 0, "middle right")], [(20, 0, 4, False), (-20, 0, 4, True)])[0]
        != "middle left"
    )


def test_two_names_never_overlap():
    first, second = names_beside.beside([("Cairo", 0, 0, "middle left"), ("Tel Aviv", 0, 6, "middle left")], [])
    assert first == "middle left" and second != "middle left"


def test_a_name_without_room_is_left_out():
    crowd = [(x, y, 4, True) for x in range(-60, 61, 8) for y in range(-40, 41, 8)]
    assert names_beside.beside([("Delhi", 0, 0, "middle right")], crowd) == [""]
    assert names_beside.beside([("Delhi", np.nan, np.nan, "middle right")], []) == [""]
    assert names_beside.beside([("Delhi", 90, 0, "middle right")], [], edge=100) == ["middle left"]


def test_the_globe_shows_its_near_half():
    x, y = names_beside.on_globe([0, 0, 90, 0], [10, 100, 0, 190], (0, 10), 100)
    assert (x[0], y[0]) == pytest.approx((0, 0)) and (x[1], y[1]) == pytest.approx((100, 0)) and np.isnan(x[3])


def test_the_flat_map_is_as_wide_as_said():
    x, y = names_beside.on_flat_map([0, 0, 60], [-180, 180, 0], 600)
    assert (x[0], x[1]) == pytest.approx((-300, 300)) and x[2] == 0 and 0 < y[2] < 150

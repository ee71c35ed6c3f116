"""The points of a whole border: evenly spaced, with what lies beyond, and the shortest ways from them."""

import itertools
import math

import numpy as np
import pytest
from known_distances import FLATTENING, FORT_ABBAS, ISLANDS, KASUR, NAGARPARKAR, on_a_ball

from uspak.geography import border_scan, borders, distances


def test_the_points_of_a_border_are_evenly_spaced_all_the_way_round(scan):
    points = list(zip(scan["lat"], scan["lon"], strict=True))
    steps = [distances.distance_km(*pair) for pair in itertools.pairwise([*points, points[0]])]
    assert max(steps) < 10.1, "a step is at most ten kilometres along the outline: there is no gap"
    assert 300 < len(points) < 1000 and np.median(steps) > 8.5
    lon, lat = borders.joined(borders.outlines("region"), ["PAK"])
    for corner in list(zip(lat, lon, strict=True))[::9]:
        assert distances.distances_km(tuple(map(float, corner)), scan).min() < 5.1, (
            "half a step from each corner of the outline"
        )


def test_each_point_says_what_lies_beyond(scan):
    assert set(scan["beyond"]) == {
        "Afghanistan", "China", "India", "Iran", "sea", "Line of Control", "Actual Ground Position Line",
    }  # fmt: skip
    stretches = scan["beyond"].ne(scan["beyond"].shift()).sum()
    assert stretches == scan["beyond"].nunique(), "each neighbour is one stretch"
    where = {"sea": "Karachi", "India": "Lahore", "Afghanistan": "Peshawar", "Iran": "Zahedan", "China": "Kashgar"}
    for beyond, town in where.items():
        near = scan.loc[distances.distances_km(town, scan).idxmin(), "beyond"]
        assert near == beyond, town


def test_a_border_is_as_long_from_the_other_side(scan):
    """Two states share their border: each counts as many points of it, but for what falls at its ends."""
    lines = ["Line of Control", "Actual Ground Position Line"]
    for state, name in (("IND", "India"), ("AFG", "Afghanistan"), ("IRN", "Iran"), ("CHN", "China")):
        other = border_scan.border(state)["beyond"]
        shared = ["Pakistan", *lines] if state == "IND" else ["Pakistan"]
        mine = [name, *lines] if state == "IND" else [name]
        assert other.isin(shared).sum() == pytest.approx(scan["beyond"].isin(mine).sum(), abs=3), state


def test_the_shortest_ring_is_that_of_known_towns_and_of_a_ball(scan):
    """Towns inside cannot be nearer than the border; towns at the border are hardly farther."""
    places = [
        NAGARPARKAR,
        FORT_ABBAS,
        KASUR,
        *(distances.point(town) for town in ("Karachi", "Quetta", "Peshawar", "Islamabad", "Lahore")),
    ]
    for island in ISLANDS:
        km = scan[island].min()
        assert all(distances.distance_km(town, island) > km - 10 for town in places)
        assert distances.distance_km(NAGARPARKAR, island) < km + 40
        ball = min(on_a_ball(point, distances.point(island)) for point in zip(scan["lat"], scan["lon"], strict=True))
        assert km == pytest.approx(ball, rel=FLATTENING)
    for town, km in ((NAGARPARKAR, 2640), (FORT_ABBAS, 2727), (KASUR, 2742)):  # measured elsewhere, on WGS 84
        assert distances.distance_km(town, "Diglipur") == pytest.approx(km, abs=2)
        assert distances.distances_km(town, scan[scan["Diglipur"] <= 2750]).min() < 30, (
            "its stretch of the border is found"
        )


def test_the_scan_does_not_depend_on_order_or_step(scan):
    mixed = scan.sample(frac=1, random_state=1)[["lat", "lon"]]
    for island in ISLANDS:
        assert distances.distances_km(island, mixed).min() == scan[island].min()
        assert distances.distances_km(island, mixed).idxmin() == scan[island].idxmin()
        for step in (5, 20):
            assert distances.distances_km(island, border_scan.border("PAK", step_km=step)).min() == pytest.approx(
                scan[island].min(), abs=10
            )


def test_a_copy_of_a_border_may_be_changed():
    border = border_scan.border("PAK")
    border.loc[:, "lat"] = 0
    assert border_scan.border("PAK")["lat"].min() > 20


def test_a_border_that_cannot_be_is_refused():
    for step in (0, -10, 501, math.nan):
        with pytest.raises(ValueError, match="between 1 and 500"):
            border_scan.border("PAK", step_km=step)
    with pytest.raises(ValueError, match="PAX"):
        border_scan.border("PAX")

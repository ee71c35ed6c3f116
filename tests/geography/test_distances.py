"""Distances and rings: true on the ground, and whole at 180° and over a pole."""

import itertools

import numpy as np
import pandas as pd
import pytest
from known_distances import FLATTENING, on_a_ball

import uspak
from uspak.geography import distances

CENTRES = ["Karachi", "Delhi", "Hagåtña", (70.0, 178.5), (-60.0, -179.0), (0.0, 0.0)]


@pytest.fixture(scope="module")
def cities():
    return uspak.evidence("cities")


@pytest.mark.parametrize(
    ("start", "end"), list(itertools.combinations(["Karachi", "Delhi", "Moscow", "Fairbanks", "Hagåtña"], 2))
)
def test_distances_are_those_of_a_ball_but_for_its_flattening(start, end):
    ball = on_a_ball(distances.point(start), distances.point(end))
    assert distances.distance_km(start, end) == pytest.approx(ball, rel=FLATTENING)
    assert distances.distance_km(start, end) == pytest.approx(distances.distance_km(end, start))


def test_a_quarter_of_the_earth():
    """From equator to pole: 10,002 km on the ellipsoid WGS 84, as textbooks have it."""
    assert distances.distance_km((0, 0), (90, 0)) == pytest.approx(10_001.966, abs=0.01)
    assert distances.distance_km((10, 179.5), (10, -179.5)) == pytest.approx(109.6, abs=0.2), "the short way over 180°"


def test_distances_to_a_table_are_the_single_ones(cities):
    ways = distances.distances_km("Quetta", cities)
    assert ways.index.equals(cities.index) and ways.name == "km"
    for row in cities.sample(12, random_state=1).itertuples():
        assert ways[row.Index] == pytest.approx(distances.distance_km("Quetta", (row.lat, row.lon)))


def test_places_are_found_in_both_tables():
    assert distances.point("karachi") == pytest.approx(distances.point("Karachi"), abs=0.02)
    with pytest.raises(ValueError, match="There is no place"):
        distances.distance_km("Atlantis", "Delhi")
    with pytest.raises(ValueError, match="not on the globe"):
        distances.distance_km((24.9, 67.0), (124.9, 67.0))
    with pytest.raises(ValueError, match="no column lat"):
        distances.distances_km("Delhi", pd.DataFrame({"lon": [1.0]}))


@pytest.mark.parametrize("centre", CENTRES, ids=str)
@pytest.mark.parametrize("km", [60, 2750, 8000])
def test_all_points_of_a_ring_are_equally_far(centre, km):
    lon, lat = distances.ring(centre, km, points=36)
    assert len(lon) == len(lat) == 37 and (lon[0], lat[0]) == pytest.approx((lon[-1], lat[-1]), abs=1e-3)
    assert (np.abs(lon) <= 180).all() and (np.abs(lat) <= 90).all()
    for point in zip(lat, lon, strict=True):
        assert distances.distance_km(centre, tuple(map(float, point))) == pytest.approx(km, abs=0.05)


def test_rings_run_clockwise():
    """plotly fills what lies to the right of the way; a ring the other way round would fill the rest of the Earth."""
    lon, lat = distances.ring("Delhi", 1000, points=4)
    assert lat[0] == lat.max() and lon[1] == lon.max() and lat[2] == lat.min() and lon[3] == lon.min()


def test_a_copy_of_a_ring_may_be_changed():
    lon, _ = distances.ring("Delhi", 500)
    lon[:] = 0
    assert distances.ring("Delhi", 500)[0].any()


@pytest.mark.parametrize("km", [0, -5, 20_001])
def test_a_ring_out_of_bounds_is_refused(km):
    for draw in (distances.ring, distances.flat_ring):
        with pytest.raises(ValueError, match="between 0 and 20,000"):
            draw("Delhi", km)


def test_the_flat_ring_loses_cities(cities):
    """The trap that the notebook shows: in the north a circle in degrees is too narrow."""
    true = distances.distances_km("Islamabad", cities) <= 2750
    drawn = distances.inside_flat_ring("Islamabad", 2750, cities)
    assert set(cities[true & ~drawn]["city"]) == {"Yerevan", "Tbilisi", "Baghdad", "Kuwait City", "Riyadh"}
    assert not (drawn & ~true).any()

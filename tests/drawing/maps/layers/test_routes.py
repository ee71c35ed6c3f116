"""uspak.drawing.maps.layers.routes: great circles."""

import numpy as np
import pytest

from uspak.drawing import maps


def test_a_great_circle_is_the_shortest_way():
    lon, lat = maps.great_circle([(0, 0), (0, 90)])
    assert np.allclose(lat, 0) and lon[45] == pytest.approx(45, abs=1e-4) and lon.dtype == np.float32
    lon, lat = maps.great_circle([(56.84, 60.61), (67.28, 14.4)])
    assert (lon[0], lat[-1]) == pytest.approx((60.61, 67.28), abs=1e-4)
    x, y = np.radians(lon.astype(float)), np.radians(lat.astype(float))
    xyz = np.array([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)])
    steps = np.degrees(np.arccos(np.clip((xyz[:, 1:] * xyz[:, :-1]).sum(axis=0), -1, 1)))
    assert steps.max() <= 1.001
    (lat1, lon1), (lat2, lon2) = np.radians([(56.84, 60.61), (67.28, 14.4)])  # haversine formula, as a second opinion
    half = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    assert steps.sum() == pytest.approx(np.degrees(2 * np.arcsin(np.sqrt(half))), abs=0.01)


@pytest.mark.parametrize("points", [[(34, 71)], [(0, 0), (0, 180)], [(95, 0), (0, 0)], [(1, 2, 3), (0, 0)]])
def test_a_route_that_cannot_be_is_refused(points):
    with pytest.raises(ValueError):
        maps.great_circle(points)


def test_a_route_is_drawn_dashed_and_named(trace):
    fig = maps.base_map("eurasia", on="1960-05-01")
    maps.add_route(fig, [(34.02, 71.52), (56.84, 60.61)], "flown", dash="dot")
    assert trace(fig, "flown").line.dash == "dot" and len(trace(fig, "flown").lon) > 20

"""uspak.drawing.maps.spreading: places that lie closer than their markers are wide."""

import numpy as np
import pandas as pd

from uspak.drawing import maps


def test_places_too_close_are_spread_and_far_ones_stay(positions, places):
    fig = maps.base_map("pakistan")
    west, _, east, _ = fig.layout.meta["map"]["window"]
    at = positions(maps.add_places(fig, places, size=11))
    apart = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))[~np.eye(4, dtype=bool)]
    assert apart.min() > 11 * (east - west) / 1000
    assert [67.01, 24.86] in at.tolist()
    assert np.abs(at[np.hypot(*(at - [73.1, 33.8]).T) < 3] - [73.1, 33.8]).max() < 1
    assert len(positions(maps.add_places(maps.base_map("world"), pd.concat([places] * 20)))) == 80


def test_places_too_close_are_grouped_and_all_named(positions, places):
    fig = maps.add_places(maps.base_map("south-asia"), places, near="group")
    assert len(positions(fig)) == 2
    hover = "".join(text for kind in fig.data[4:] for text in kind.customdata)
    assert all(name in hover for name in places["name"])

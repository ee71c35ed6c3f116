"""uspak.drawing.maps.clipping: outlines cut to what a map shows."""

import numpy as np
import pytest

from uspak.drawing import maps


def test_land_is_cut_just_outside_the_window(covers, trace):
    fig = maps.base_map("pakistan", on="2011-05-02")
    west, south, _, north = fig.layout.meta["map"]["window"]
    land = trace(fig, "land")
    assert np.nanmin(land.lon) == pytest.approx(west - 0.03 * (north - south), abs=0.01)
    assert np.nanmax(land.lat) == pytest.approx(north + 0.03 * (north - south), abs=0.01)
    for lat, lon in ((33.7, 73.05), (28.6, 77.2), (34.5, 69.2)):
        assert covers((land.lon, land.lat), lat, lon)
    assert not covers((land.lon, land.lat), 24.0, 64.0)

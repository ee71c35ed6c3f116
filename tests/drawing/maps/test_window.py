"""uspak.drawing.maps.window: what a map shows, and how sharply."""

import pytest

from uspak.drawing import maps


@pytest.mark.parametrize("region", [name for name in maps.REGIONS if name != "world"])
def test_a_map_shows_all_of_its_region_and_has_the_shape_of_its_figure(region):
    fig = maps.base_map(region)
    west, south, east, north = maps.REGIONS[region]
    (left, right), (low, high) = fig.layout.geo.lonaxis.range, fig.layout.geo.lataxis.range
    assert left <= west and low <= south and right >= east and high >= north
    assert 2.2 < (right - left) / (high - low) < 2.8


def test_maps_of_the_region_are_drawn_sharply():
    sharp = {name for name in maps.REGIONS if maps.base_map(name).layout.meta["map"]["detail"] == "region"}
    assert sharp == {"west-asia", "south-asia", "pakistan", "kashmir"}

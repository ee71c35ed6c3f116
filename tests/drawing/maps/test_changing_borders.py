"""uspak.drawing.maps.changing_borders: a map that goes from day to day."""

import numpy as np

from uspak.drawing import maps


def counted(draw):
    """A function that draws, and the days on which it was asked."""
    asked = []

    def counting(on):
        asked.append(on)
        return draw(on)

    return counting, asked


def test_only_a_day_with_other_borders_is_drawn():
    draw, asked = counted(lambda on: maps.base_map(on=on))
    borders = maps.ChangingBorders(draw)
    fig = borders.first("1965-01-01")
    borders.redraw(fig, "1965-03-01")
    assert asked == ["1965-01-01"]
    borders.redraw(fig, "1975-01-01")
    assert asked == ["1965-01-01", "1975-01-01"]


def test_the_first_traces_become_those_of_the_new_day_and_others_stay(trace):
    borders = maps.ChangingBorders(lambda on: maps.base_map(on=on))
    fig = maps.add_route(borders.first("1965-01-01"), [(0, 0), (0, 9)], "way")
    route = np.array(trace(fig, "way").lon)
    borders.redraw(fig, "1999-01-01")
    wanted = maps.base_map(on="1999-01-01")
    assert list(trace(fig, "line names").text) == list(trace(wanted, "line names").text)
    assert np.array_equal(trace(fig, "land").lon, trace(wanted, "land").lon, equal_nan=True)
    assert np.array_equal(trace(fig, "way").lon, route)

"""The layer of a border by what lies near."""

import plotly.graph_objects as go
import pytest
from known_distances import ISLANDS

from uspak.drawing import maps, theme
from uspak.drawing.maps.layers.border_points import add_border
from uspak.geography.border_scan import border


def test_a_border_is_drawn_by_what_lies_near(scan):
    fig = maps.base_map("south-asia")
    before = len(fig.data)
    add_border(fig, scan, ISLANDS, 2750)
    points = [trace for trace in fig.data[before:] if trace.mode == "markers"]
    assert [len(trace.lon) for trace in points] == [len(scan) - (scan["Diglipur"] <= 2750).sum(), 73, 18]
    assert [trace.name for trace in points] == [
        "within 2,750 km of none of them", "within 2,750 km of Diglipur", "within 2,750 km of Diglipur and Port Blair",
    ]  # fmt: skip
    sizes = [trace.marker.size for trace in points]
    assert sizes == sorted(set(sizes)), "the stroke tells, too, not colour alone"
    colours = [trace.marker.color for trace in points]
    assert colours == [theme.OTHERS, theme.SERIES[1], theme.INK], "a reach is nobody's: no colour of an actor"
    words = [text for trace in fig.data[before:] if trace.mode == "text" for text in trace.text]
    assert [f"{place}: {scan[place].min():,.0f} km" for place in ISLANDS] == [text.strip("\u2002") for text in words]
    with pytest.raises(ValueError, match="no distances to Port Blair"):
        add_border(maps.base_map("south-asia"), border("PAK"), ["Port Blair"], 2750)
    with pytest.raises(ValueError, match="no map of ours"):
        add_border(go.Figure(), scan, ISLANDS, 2750)

"""The layer of a border by what lies near."""

import plotly.graph_objects as go
import pytest

from uspak.drawing import maps
from uspak.lessons.missiles_and_sanctions import reach

ISLANDS = ["Diglipur", "Port Blair", "Car Nicobar", "Campbell Bay"]


@pytest.fixture(scope="module")
def scan():
    """Pakistan's border with the distances to the islands, as the notebook makes it."""
    border = reach.border()
    return border.assign(**{place: reach.distances_km(place, border) for place in ISLANDS})


def test_a_border_is_drawn_by_what_lies_near(scan):
    fig = maps.base_map("south-asia")
    before = len(fig.data)
    reach.add_border(fig, scan, ISLANDS, 2750)
    points = [trace for trace in fig.data[before:] if trace.mode == "markers"]
    assert [len(trace.lon) for trace in points] == [len(scan) - (scan["Diglipur"] <= 2750).sum(), 73, 18]
    assert [trace.name for trace in points] == [
        "within 2,750 km of none of them", "within 2,750 km of Diglipur", "within 2,750 km of Diglipur and Port Blair",
    ]  # fmt: skip
    sizes = [trace.marker.size for trace in points]
    assert sizes == sorted(set(sizes)), "the stroke tells, too, not colour alone"
    words = [text for trace in fig.data[before:] if trace.mode == "text" for text in trace.text]
    assert [f"{place}: {scan[place].min():,.0f} km" for place in ISLANDS] == [text.strip("\u2002") for text in words]
    with pytest.raises(ValueError, match="no distances to Port Blair"):
        reach.add_border(maps.base_map("south-asia"), reach.border(), ["Port Blair"], 2750)
    with pytest.raises(ValueError, match="no map of ours"):
        reach.add_border(go.Figure(), scan, ISLANDS, 2750)

"""The layer of ranges."""

import plotly.graph_objects as go
import pytest

from uspak.drawing import maps
from uspak.drawing.maps.layers.rings import add_ring


def test_a_range_is_drawn_as_two_lines_and_a_tint():
    fig = maps.base_map("south-asia")
    before = len(fig.data)
    add_ring(fig, "Karachi", 650, 800, "#00785A", "Shaheen-I", label="Shaheen-I")
    band, low, high, words = fig.data[before:]
    assert (band.meta, low.meta, high.meta) == ("band", "lowest figure", "highest figure")
    assert low.line.dash is None and high.line.dash and list(words.text) == ["Shaheen-I"]
    assert len(band.lon) == len(low.lon) + len(high.lon) + 1
    add_ring(fig, "Karachi", 290)
    assert not len(fig.data[-1].lon) and not len(fig.data[-3].lon), "one figure: one line"
    with pytest.raises(ValueError, match="no map of ours"):
        add_ring(go.Figure(), "Karachi", 290)

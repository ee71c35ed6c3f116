"""The layer of ranges."""

import plotly.graph_objects as go
import pytest

from uspak.drawing import maps, theme
from uspak.drawing.maps.layers.rings import add_ring
from uspak.geography.distances import distance_km


def test_a_range_is_drawn_as_two_lines_and_a_tint():
    fig = maps.base_map("south-asia")
    before = len(fig.data)
    add_ring(fig, "Karachi", 650, 800, "#00785A", "Shaheen-I", label="Shaheen-I")
    band, low, high, words = fig.data[before:]
    assert (band.meta, low.meta, high.meta) == ("band", "lowest figure", "highest figure")
    assert low.line.dash is None and high.line.dash and list(words.text) == ["Shaheen-I"]
    assert {trace.name for trace in (band, low, high, words)} == {"Shaheen-I"}, "a colour of an actor says whose it is"
    assert len(band.lon) == len(low.lon) + len(high.lon) + 1
    add_ring(fig, "Karachi", 290)
    assert not len(fig.data[-1].lon) and not len(fig.data[-3].lon), "one figure: one line"
    with pytest.raises(ValueError, match="no map of ours"):
        add_ring(go.Figure(), "Karachi", 290)


@pytest.mark.parametrize(
    ("towards", "side"),
    [(0, "top center"), (60, "top right"), (90, "middle right"), (180, "bottom center"), (225, "bottom left")],
)
def test_a_label_leaves_its_ring(towards, side):
    """Its nearest corner or edge lies outside, and white covers any other line below it."""
    fig = add_ring(maps.base_map("south-asia"), "Karachi", 650, label="650 km", towards=towards)
    words = fig.data[-1]
    assert list(words.textposition) == [side]
    assert distance_km("Karachi", (words.lat[0], words.lon[0])) > 650
    assert words.textfont.shadow == theme.HALO

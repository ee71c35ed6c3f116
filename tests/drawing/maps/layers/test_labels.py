"""uspak.drawing.maps.layers.labels: names and words."""

import pytest

from uspak.drawing import maps


def test_labels_have_the_names_of_the_day(trace):
    fig = maps.base_map("south-asia", on="1965")
    maps.add_labels(fig, ["PAK", "LKA", ("Bay of Bengal", 14, 88, "top center")])
    assert list(trace(fig, "labels").text) == ["East<br>Pakistan", "West<br>Pakistan", "Ceylon", "Bay of Bengal"]
    assert trace(fig, "labels").textposition[-1] == "top center"
    with pytest.raises(ValueError, match="anchor"):
        maps.add_labels(fig, [("x", 1, 2, "above")])
    with pytest.raises(ValueError, match="outside this map"):
        maps.add_labels(fig, ["USA"])
    with pytest.raises(ValueError, match="label"):
        maps.add_labels(fig, [("x", 1)])

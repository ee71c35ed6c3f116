"""uspak.drawing.maps.label_placement: labels that cover nothing."""

import pandas as pd

from uspak.drawing import maps


def test_labels_of_places_cover_nothing(places):
    fig = maps.add_places(maps.base_map("pakistan"), places, labels=True)
    written = [text for kind in fig.data[4:] for text in kind.text]
    assert {"Karachi", "Islamabad"} <= set(written)
    crowd = pd.DataFrame([(f"Place number {i}", 30 + i / 1000, 70) for i in range(30)], columns=["name", "lat", "lon"])
    crowded = maps.add_places(maps.base_map("world"), crowd, labels=True).data[4]
    assert 0 < sum(bool(text) for text in crowded.text) < 30

"""uspak.drawing.maps.markers: the table of places."""

import numpy as np
import pytest

from uspak.drawing import maps


@pytest.mark.parametrize(
    "change, says",
    [
        (lambda t: t.drop(columns="lat"), "lacks lat"),
        (lambda t: t.assign(lat=99.0), "globe"),
        (lambda t: t.assign(direction="coperation"), "Did you mean 'cooperation'"),
        (lambda t: t.assign(anchor="left"), "anchor"),
        (lambda t: t.assign(lon=np.nan), "globe"),
    ],
)
def test_a_bad_table_of_places_is_explained(change, says, places):
    with pytest.raises(ValueError, match=says):
        maps.add_places(maps.base_map("pakistan"), change(places))


def test_a_name_is_text_and_not_html(places):
    fig = maps.add_places(maps.base_map("pakistan"), places.assign(name="<script>"))
    assert "<script>" not in fig.to_json() and "&lt;script&gt;" in "".join(fig.data[4].customdata)

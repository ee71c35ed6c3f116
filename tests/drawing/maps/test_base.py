"""uspak.drawing.maps.base: what lies under every map."""

import plotly.graph_objects as go
import pytest

from uspak.drawing import maps
from uspak.drawing.maps import base


@pytest.mark.parametrize("region", maps.REGIONS)
def test_a_base_map_needs_no_internet(region):
    fig = maps.base_map(region, on="1965-09-06")
    geo = fig.layout.geo.to_plotly_json()
    assert geo["visible"] is False
    assert not any(value for key, value in geo.items() if key.startswith("show"))
    assert {kind.type for kind in fig.data} == {"scattergeo"}
    assert all(kind.locationmode is None and kind.locations is None and kind.geojson is None for kind in fig.data)


@pytest.mark.parametrize(
    "region, limit",
    [
        ("world", 140),
        ("alliances", 120),
        ("asia", 60),
        ("south-asia", 62),
        ("pakistan", 30),
    ],
)
def test_what_a_reader_cannot_see_is_not_stored(region, limit):
    assert len(maps.base_map(region, on="1965").to_json()) < limit * 1000


def test_traces_keep_their_number_and_order_on_all_days(trace):
    kinds = {tuple(kind.name for kind in maps.base_map("world", on=day).data) for day in ("1948", "1965", "1999")}
    assert kinds == {("land", "line casing", "held line", "line names")}
    assert trace(maps.base_map("kashmir", on="1999"), "held line").line.dash not in (None, "solid")


@pytest.mark.parametrize(
    "arguments, says",
    [
        (dict(region="sout-asia"), "Did you mean 'south-asia'"),
        (dict(region=(10, 0, 5, 20)), "west before east"),
        (dict(region=7), "west, south, east, north"),
        (dict(height=20), "240"),
        (dict(detail="fine"), "world, region"),
    ],
)
def test_a_bad_map_says_what_is_possible(arguments, says):
    with pytest.raises(ValueError, match=says):
        maps.base_map(**arguments)


def test_the_disclaimer_says_what_must_be_said():
    assert all(words in maps.DISCLAIMER for words in ("as administered at the date", "Natural Earth", "no endorsement"))


def test_a_layer_added_to_the_base_is_on_every_map(monkeypatch):
    def graticule(about):
        west, _, east, _ = about["window"]
        return [go.Scattergeo(name="equator", lon=[west, east], lat=[0, 0], mode="lines")]

    monkeypatch.setattr(base, "BASE_LAYERS", (*base.BASE_LAYERS, graticule))
    for region in ("world", "asia"):
        fig = maps.base_map(region, on="1965")
        assert [kind.name for kind in fig.data] == ["land", "line casing", "held line", "line names", "equator"]
        assert fig.data[-1].lon == tuple(fig.layout.geo.lonaxis.range)

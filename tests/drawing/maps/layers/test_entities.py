"""uspak.drawing.maps.layers.entities: states filled with a colour."""

import plotly.graph_objects as go
import pytest

from uspak.drawing import maps


def test_entities_are_those_of_the_maps_day(covers, trace):
    old, new = (
        maps.add_entities(maps.base_map("south-asia", on=day), "PAK", "#009E73", name="P") for day in ("1965", "1975")
    )
    assert covers((trace(old, "P").lon, trace(old, "P").lat), 23.71, 90.41)
    assert not covers((trace(new, "P").lon, trace(new, "P").lat), 23.71, 90.41)
    assert trace(old, "P").fillcolor == "rgba(0, 158, 115, 0.5)" and trace(old, "P").fill == "toself"
    hover = trace(old, "P (hover)")
    assert list(hover.text) == ["<b>Pakistan (East Pakistan)</b>", "<b>Pakistan (West Pakistan)</b>"]
    assert covers((trace(old, "P").lon, trace(old, "P").lat), hover.lat[0], hover.lon[0])


def test_the_dashed_line_is_drawn_over_a_filled_side():
    fig = maps.add_entities(maps.base_map("kashmir", on="1999"), "PAK", "#009E73", name="P")
    order = [kind.name for kind in fig.data]
    assert len(order) - 1 - order[::-1].index("held line") > order.index("P")


def test_a_state_cut_by_the_maps_edge_gets_its_outline_as_a_line(trace):
    fig = maps.add_entities(maps.base_map("kashmir", on="1999"), "IND", "#E69F00", name="I")
    assert trace(fig, "I").line.width == 0 and trace(fig, "I (outline)").fill is None


@pytest.mark.parametrize(
    "ids, says",
    [
        ("BGD", "'BGD' is not on the map of 1965-01-01: it is there from 1971-12-16 on"),
        ("Pakistan", "Did you mean 'PAK'"),
        ("pak", "Did you mean 'PAK'"),
        (["IND", "BRA"], "BRA"),
        ("XXX", "Possible: "),
    ],
)
def test_an_entity_that_is_not_there_is_explained(ids, says):
    with pytest.raises(ValueError, match=says):
        maps.add_entities(maps.base_map("south-asia", on="1965-01-01"), ids, "#009E73")


def test_entities_on_a_map():
    found = maps.entities_on(maps.base_map("south-asia", on="1965"))
    assert {"PAK", "IND", "LKA"} <= set(found) and "BRA" not in found


def test_a_bad_colour_or_a_foreign_figure_is_refused():
    with pytest.raises(ValueError, match="colour"):
        maps.add_entities(maps.base_map("pakistan"), "PAK", "greenish")
    with pytest.raises(ValueError, match="base_map"):
        maps.add_entities(go.Figure(), "PAK", "#009E73")

"""uspak.drawing.maps.layers.places: markers by direction."""

from uspak.drawing import maps, theme


def test_direction_shows_in_colour_and_shape(trace, places):
    fig = maps.add_places(maps.base_map("pakistan"), places)
    for direction, sign in theme.DIRECTIONS.items():
        assert (trace(fig, direction).marker.color, trace(fig, direction).marker.symbol) == (sign.colour, sign.symbol)

"""The map of the quarrels of 2011, numbered as on the timeline."""

from uspak import data
from uspak.drawing import maps, theme

#: What the map shows: west, south, east, north in degrees; and the height of the figure at which that fills its width.
WINDOW, HEIGHT = (61.4, 27.0, 77.4, 36.2), 718

#: The side of each place on which its name stands, so that no border runs through it.
SIDES = {
    "2011-raymond-davis": "middle left",
    "2011-datta-khel-strike": "bottom right",
    "2011-abbottabad-raid": "bottom center",
    "2011-salala": "top left",
    "2011-shamsi-vacated": "middle right",
}

#: The names that stand in two lines, and the white behind each line (it moves centred words to the left by half of it).
_TWO_LINES = {"2011-datta-khel-strike": "", "2011-abbottabad-raid": 5 * "\u2003"}

#: Salala's point is given to half a degree; within that its sign stands clear of the raid's line: degrees north and east.
_CLEAR_OF_THE_LINE = {"2011-salala": (0.18, 0.08)}


def places_of_2011(spots):
    """The places of five events on a map of the north of Pakistan, and the raid as a straight line between two towns.

    Args:
        spots: a DataFrame with ``event_id``, ``name`` (what is written), ``date``, ``lat`` and ``lon`` in degrees.

    Returns:
        A ``go.Figure``, a map of 2 May 2011.
    """
    fig = maps.base_map(WINDOW, on="2011-05-02", height=HEIGHT)
    maps.add_entities(fig, ["PAK"], colour=theme.ACTORS["PAK"], opacity=0.14)
    words = [("Afghanistan", 31.6, 64.6), ("India", 28.4, 75.4), ("Pakistan", 29.2, 69.2)]
    maps.add_labels(fig, words, colour=theme.SOFT_INK)
    maps.add_route(fig, ["jalalabad", "abbottabad"], name="Jalalabad to Abbottabad", dash="dot")
    towns = data.places().set_index("place_id").loc[["jalalabad"]]
    maps.add_places(fig, towns.assign(anchor="middle left"), name="towns", size=7, labels=True)
    shown = _clear(spots).assign(anchor=spots["event_id"].map(SIDES), hover=spots["date"], direction="friction")
    maps.add_places(fig, shown, name="2011", labels=True)
    fig.data[-1].text = [
        _written(event, words) for event, words in zip(shown["event_id"], fig.data[-1].text, strict=True)
    ]
    return fig.update_layout(showlegend=False)


def _clear(spots):
    """The places with the signs that would lie on the raid's line moved off it."""
    moves = [_CLEAR_OF_THE_LINE.get(event, (0, 0)) for event in spots["event_id"]]
    return spots.assign(
        lat=spots["lat"] + [north for north, _ in moves], lon=spots["lon"] + [east for _, east in moves]
    )


def _written(event, words):
    """The label of a place, in two lines where one would run across a border."""
    white = _TWO_LINES.get(event)
    return words if white is None else words.replace(": ", f":{white}<br>", 1) + white

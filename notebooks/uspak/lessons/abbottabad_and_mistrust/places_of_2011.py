"""The map of the quarrels of 2011, numbered as on the timeline."""

from uspak.drawing import maps, theme

#: What the map shows: west, south, east, north in degrees; and the height of the figure at which that fills its width.
WINDOW, HEIGHT = (60.0, 26.6, 77.4, 36.2), 695

#: The side of each place on which its name stands.
SIDES = {
    "2011-raymond-davis": "middle left",
    "2011-datta-khel-strike": "middle left",
    "2011-abbottabad-raid": "bottom left",
    "2011-salala": "top left",
    "2011-shamsi-vacated": "middle right",
}


def places_of_2011(spots):
    """The places of five events on a map of the north of Pakistan, and the raid as a straight line between two towns.

    Args:
        spots: a DataFrame with ``event_id``, ``name`` (what is written), ``date``, ``lat`` and ``lon`` in degrees.

    Returns:
        A ``go.Figure``, a map of 2 May 2011.
    """
    fig = maps.base_map(WINDOW, on="2011-05-02", height=HEIGHT)
    maps.add_entities(fig, ["PAK"], colour=theme.ACTORS["PAK"], opacity=0.14)
    words = [("Afghanistan", 31.6, 63.4), ("India", 28.4, 75.4), ("Pakistan", 29.2, 69.2)]
    maps.add_labels(fig, words, colour=theme.SOFT_INK)
    maps.add_labels(fig, [("Jalalabad", 34.43, 70.45, "middle left")])
    maps.add_route(fig, ["jalalabad", "abbottabad"], name="Jalalabad to Abbottabad", dash="dot")
    shown = spots.assign(anchor=spots["event_id"].map(SIDES), hover=spots["date"], direction="friction")
    maps.add_places(fig, shown, name="2011", labels=True)
    return fig.update_layout(showlegend=False)

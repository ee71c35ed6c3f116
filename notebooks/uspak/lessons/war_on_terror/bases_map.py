"""The names, towns and airfields on the map of roads and bases of notebook 05."""

from uspak.drawing import maps, theme

#: Airfields last used in this year or before are hollow: the title speaks of them.
GIVEN_BACK_BY = 2005
#: On which side of its marker a name stands, by its first word; the others go where there is room.
SIDES = {
    "Torkham": "top right",
    "Jacobabad": "top center",
    "Kharan": "top center",
    "Shamsi": "bottom center",
    "Dalbandin": "bottom left",
    "Pasni": "bottom center",
    "Karachi": "bottom right",
    "Chaklala": "bottom center",
    "Chaman": "middle right",
    "Kandahar": "middle left",
    "Kabul": "middle left",
}
NEIGHBOURS = [("Afghanistan", 33.4, 64.5), ("Iran", 29.5, 58.9), ("India", 27.2, 75.5)]


def add_names(fig, towns, bases):
    """Write the names of neighbours and towns on a map, and put airfields on it as squares.

    Args:
        fig: a map from :func:`uspak.drawing.maps.base_map`; changed in place.
        towns: a row for each town, with ``point``, ``lat``, ``lon``, ``role``.
        bases: the same for airfields, with ``used_to`` and ``status``, too. A square is hollow if the airfield was last used
            in ``GIVEN_BACK_BY`` or before.

    Returns:
        The same figure, with three more traces: ``labels``, ``towns`` and ``air bases``.
    """
    maps.add_labels(fig, NEIGHBOURS, colour=theme.SOFT_INK)
    for rows, layer in ((towns, "towns"), (bases, "air bases")):
        names = rows["point"].str.split().str[0]
        places = rows.assign(name=names, hover=rows["role"], anchor=names.map(SIDES))
        maps.add_places(fig, places, name=layer, labels=True, near="keep", size=9 if layer == "towns" else 11)
    last = [label(row) for row in bases.itertuples()]
    hollow = [int(row.used_to[:4]) <= GIVEN_BACK_BY for row in bases.itertuples()]
    fig.data[-1].update(
        text=last,
        marker=dict(
            symbol="square",
            color=[theme.PAPER if one else theme.INK for one in hollow],
            line=dict(color=[theme.INK if one else theme.PAPER for one in hollow], width=1.6),
        ),
    )
    return fig


def label(base):
    """An airfield's name, and the year in which it was last used, with a question mark if that is disputed."""
    name, year = base.point.split()[0], base.used_to[:4] + ("?" if base.status == "disputed" else "")
    lower = "<br>" if name == "Chaklala" else ""  # where road and border leave room
    return f"{lower}{name}<br>{year}"

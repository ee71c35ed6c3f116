"""The map of notebook 09 with the points of a border and the shortest routes from it to four islands."""

from uspak.drawing import maps, theme
from uspak.drawing.maps.layers.border_points import add_border
from uspak.drawing.maps.layers.rings import add_ring
from uspak.geography.distances import point

#: Where the names of the islands stand: right of the ring, in a column, from north to south.
COLUMN = 97.4  # degrees east
_LINES = 2.2  # degrees between two lines of the column
_LEGEND = 34  # pixels below the map for a legend of one row


def islands_map(border, islands, corner, km):
    """Draw what lies within a distance of each point of a border, and the shortest route to each of some islands.

    Args:
        border: from :func:`uspak.lessons.missiles_and_sanctions.reach.border`, with a column of kilometres for each island.
        islands: their names, from north to south.
        corner: latitude and longitude of the nearest point, around which a ring is drawn.
        km: the distance, and the ring's radius.

    Returns:
        A map.
    """
    fig = maps.base_map(region=(60, 5, 104, 38), height=600)
    add_ring(fig, corner, km, label=f"{km:,} km from the<br>nearest point", towards=62)
    add_border(fig, border, islands, km)
    _move_names(fig, islands)
    _shorten_legend(fig, km)
    fig.add_scattergeo(
        name="islands", lat=[point(island)[0] for island in islands], lon=[point(island)[1] for island in islands],
        mode="markers", marker=dict(size=5, color=theme.INK, opacity=1, line_width=0), hoverinfo="skip", showlegend=False,
    )  # fmt: skip
    return fig.update_layout(margin_b=_LEGEND)


def _move_names(fig, islands):
    """Move the names of the islands right of the ring, where it strikes none of them."""
    first = point(islands[0])[0] + 0.4
    for number, island in enumerate(islands):
        (name,) = (
            trace for trace in fig.data if trace.mode == "text" and trace.text[0].strip().startswith(f"{island}:")
        )
        name.update(
            lon=[COLUMN], lat=[first - number * _LINES], text=[name.text[0].strip()], textposition=["middle right"]
        )


def _shorten_legend(fig, km):
    """One row on any page: what all entries share stands in the first alone."""
    _, *others = (trace for trace in fig.data if trace.showlegend)
    for trace in others:
        trace.name = trace.name.removeprefix(f"within {km:,} km ")

"""The maps of notebook 09 with rings: the three Shaheens, and a true ring beside one drawn with compasses."""

from uspak.drawing import maps, theme
from uspak.drawing.maps.layers.rings import add_ring
from uspak.geography.distances import flat_ring

from .in_reach import STATES

#: The cities named on the map of the Shaheens, few enough to be read, and where each name stands, off the rings.
NAMED = {
    "Islamabad": "middle right",
    "Kabul": "middle left",
    "Delhi": "middle right",
    "Dushanbe": "top center",
    "Bishkek": "top right",
    "Ürümqi": "top right",
    "Astana": "top center",
    "Tehran": "middle left",
    "Baku": "middle right",
    "Tbilisi": "top center",
    "Baghdad": "middle left",
    "Riyadh": "middle left",
    "Muscat": "bottom center",
    "Mumbai": "middle left",
    "Chennai": "middle right",
    "Colombo": "middle right",
    "Port Blair": "middle right",
    "Dhaka": "middle right",
    "Yangon": "middle right",
    "Chengdu": "middle right",
    "Ulaanbaatar": "middle right",
}


def shaheen_rings(shaheens, cities):
    """Draw the ranges of three missiles around Islamabad.

    Args:
        shaheens: rows of :func:`uspak.lessons.missiles_and_sanctions.missiles.missiles`.
        cities: rows of ``uspak.evidence("cities")``; of these the ones in ``NAMED`` are drawn.

    Returns:
        A map.
    """
    fig = maps.base_map(region=(27, 2, 119, 60), height=660)
    for row in shaheens.itertuples():
        add_ring(
            fig, "Islamabad", row.range_km_min, row.range_km_max, theme.ACTORS[row.country_iso3],
            f"{row.name} ({STATES[row.country_iso3]})", label=row.name, towards=203,
        )  # fmt: skip
    return _with_cities(fig, cities[cities["city"].isin(NAMED)], NAMED, 7)


def two_rings(km, missed):
    """Draw a true ring around Islamabad, and the circle that compasses draw on a flat map.

    Args:
        km: the radius of both.
        missed: rows of ``uspak.evidence("cities")`` that lie between them.

    Returns:
        A map.
    """
    fig = maps.base_map(region=(33, 4, 113, 60), height=620)
    add_ring(fig, "Islamabad", km, name="true ring", label="true ring", towards=70)
    lon, lat = flat_ring("Islamabad", km)
    brown = theme.SERIES[1]
    fig.add_scattergeo(
        name="drawn with compasses", lon=lon, lat=lat, mode="lines", line=dict(color=brown, dash="dot", width=2.4),
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip
    maps.add_labels(fig, [("drawn with<br>compasses", 33, 96.5, "middle left")], colour=brown)
    sides = dict.fromkeys(missed["city"], "middle right") | {"Tbilisi": "top right", "Yerevan": "middle left"}
    return _with_cities(fig, missed, sides, 9)


def _with_cities(fig, cities, anchors, size):
    places = cities.rename(columns={"city": "name"})
    maps.add_places(fig, places.assign(anchor=places["name"].map(anchors)), near="keep", size=size, labels=True)
    fig.data[-1].textfont.shadow = theme.HALO  # a ring may run below a name
    return fig

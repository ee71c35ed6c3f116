"""Distances known in other ways: on a ball, and from Pakistan's border to the islands of notebook 09."""

import math

import numpy as np

from uspak.geography import border_scan, distances

#: A ball and the ellipsoid differ by less than this, as a share of the distance.
FLATTENING = 0.006

ISLANDS = ["Diglipur", "Port Blair", "Car Nicobar", "Campbell Bay"]
NAGARPARKAR, FORT_ABBAS, KASUR = (24.36, 70.75), (29.19, 72.86), (31.12, 74.45)  # towns near the border with India


def on_a_ball(start, end):
    """Kilometres on a ball of the Earth's mean radius: the haversine formula, which the module does not use."""
    (lat1, lon1), (lat2, lon2) = np.radians(start), np.radians(end)
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


def scan_to_the_islands():
    """Pakistan's border with the distances to the islands, as the notebook makes it."""
    border = border_scan.border("PAK")
    return border.assign(**{place: distances.distances_km(place, border) for place in ISLANDS})

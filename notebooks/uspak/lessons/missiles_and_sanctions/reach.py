"""How far it is, and how far that reaches: what notebook 09 calls on, in one place.

A ring says how far something could fly if the range that somebody gave is right; it knows no payload, no purpose and no plan.
"""

import pandas as pd

from uspak.drawing.maps.layers.border_points import add_border
from uspak.drawing.maps.layers.rings import add_ring
from uspak.geography import border_scan
from uspak.geography.distances import (
    KM_PER_DEGREE,
    distance_km,
    distances_km,
    flat_ring,
    inside_flat_ring,
    point,
    ring,
)

from .missiles import missiles

__all__ = [
    "KM_PER_DEGREE",
    "add_border",
    "add_ring",
    "border",
    "distance_km",
    "distances_km",
    "flat_ring",
    "inside_flat_ring",
    "missiles",
    "point",
    "ring",
]


def border(state: str = "PAK", step_km: float = 10) -> pd.DataFrame:
    """Points along the border of a state, by default Pakistan, as :func:`uspak.geography.border_scan.border` has them."""
    return border_scan.border(state, step_km)

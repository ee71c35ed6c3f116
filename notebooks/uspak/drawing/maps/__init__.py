"""Maps that need no internet: outlines as they were on a given day, and layers on top of them.

Everything is drawn with plotly's ``scattergeo`` from the files in ``data/geography``; plotly's own base map, which a
browser would have to fetch, stays off. A map begins with :func:`base_map`; the ``add_…`` functions draw on it and
return the same figure. What the outlines can and cannot show stands in ``data/geography/README.md``.

To change what lies under every map, begin with ``BASE_LAYERS`` in ``base.py``; each layer is a file in ``layers/``.
"""

from uspak.article import DISCLAIMER, REGIONS
from uspak.geography.arguments import lat_lon
from uspak.geography.borders import drawn_on, joined, lines, names, outlines

from .about import AboutMap, about_map
from .base import base_map
from .changing_borders import ChangingBorders
from .colours import tint
from .layers.entities import add_entities, entities_on
from .layers.labels import add_labels
from .layers.places import add_places
from .layers.routes import add_route, great_circle
from .markers import ANCHORS

__all__ = [
    "ANCHORS",
    "DISCLAIMER",
    "REGIONS",
    "AboutMap",
    "ChangingBorders",
    "about_map",
    "add_entities",
    "add_labels",
    "add_places",
    "add_route",
    "base_map",
    "drawn_on",
    "entities_on",
    "great_circle",
    "joined",
    "lat_lon",
    "lines",
    "names",
    "outlines",
    "tint",
]

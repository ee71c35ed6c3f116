"""Permanent Interests: the small library behind the notebooks.

``import uspak`` loads pandas and nothing heavier. The tables are one call away (``uspak.events()``, …); the modules
that draw and ask (``uspak.drawing``, ``uspak.widgets``, …) are imported when they are first used.
"""

import importlib
from types import ModuleType

from uspak.data import DataError, actors, claims, eras, events, evidence, glossary, places, sources

__all__ = ["DataError", "actors", "claims", "eras", "events", "evidence", "glossary", "places", "sources"]


def __getattr__(name: str) -> ModuleType:
    """Import a module of the package when somebody first writes ``uspak.<module>``."""
    if name.startswith("_"):
        raise AttributeError(f"module 'uspak' has no attribute {name!r}")
    try:
        return importlib.import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name}":
            raise
        raise AttributeError(f"module 'uspak' has no attribute {name!r}") from None

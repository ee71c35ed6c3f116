"""The exercises: one module for each notebook, and in it one class for each exercise.

In a notebook::

    from uspak.exercises import cold_war_allies as ex

    southeast_asian_members = ...
    ex.southeast_asian_members.check(southeast_asian_members)

``core.py`` says how an exercise is written.
"""

import importlib
import pkgutil

#: The modules here that hold no exercises.
MACHINERY = {"comparing", "core", "forms", "many", "names", "proof", "relations", "remarks", "values", "wording"}


def modules():
    """The modules with exercises, imported, in the order of their names."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in names if name not in MACHINERY]

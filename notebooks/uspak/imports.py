"""Imports that would take seconds for nothing."""

import sys
from contextlib import contextmanager


@contextmanager
def skip_import(name):
    """Import, in this block, as if a package were not installed; no effect if it has been imported already."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None
    try:
        yield
    finally:
        del sys.modules[name]

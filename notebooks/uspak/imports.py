"""Imports that would take seconds for nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def skip_import(name: str) -> Iterator[None]:
    """Import, in this block, as if a package were not installed; no effect if it has been imported already."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # None tells Python that it is not there
    try:
        yield
    finally:
        del sys.modules[name]

"""Every notebook in a browser: a class of tests for each, because workers share out the tests by class."""

from every_notebook import EveryNotebook
from lab import NOTEBOOKS

for name in NOTEBOOKS:
    if name not in ("00_start_here", "02_cold_war_allies"):  # which have files of their own, with more tests
        globals()[f"Test_{name}"] = type(f"Test_{name}", (EveryNotebook,), {"name": name})

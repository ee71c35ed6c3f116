"""The tables of the series as pandas DataFrames: this room is the only reader of the folder ``data/``.

Every function reads its file again and returns a new table, so a student may change the table at will. A file that
is as shipped (its SHA-256 hash stands in ``data/datapackage.json``) is read at once. A file that somebody has edited
is first checked by :mod:`uspak.data.table_checks`; if a row is wrong, one :class:`DataError` says which cell and what was
expected.

Types: text is pandas ``str`` with NaN where a cell is empty; whole numbers are ``int64``, or ``Int64`` where cells may
be empty; other numbers are ``float64``. Dates stay text as they stand in the file, for many are known to the month or
year only (``1954-05``), and so do ids such as the notebook ``"02"``.

Where to change what:

======================  ==================================================================================
``package``             the folder, its description ``datapackage.json``, files and hashes
``loaders``             ``events()`` and the other functions that return a table
``frames``              the types of a DataFrame's columns
``spreadsheets``        what Excel and its like do to a CSV, and how it is read all the same
``decoding``            letters in other encodings than UTF-8
``schema_checks``       what a cell may hold, as ``datapackage.json`` says; a new value for a column goes there
``reference_checks``    ids that must occur in another table
``row_checks``          cells of a row that must agree; this article's own rules are in ``uspak.article``
``table_checks``        all checks of one edited table, in their order
``package_checks``      all checks of the whole package, for ``uspak check``
``recording``           ``uspak check --record``: noting that an edit is meant
``problems``            the words in which a wrong cell is reported
``files``               files are written whole or not at all
======================  ==================================================================================
"""

from pathlib import Path

from .frames import whole_fiscal_years
from .loaders import actors, claims, eras, events, evidence, glossary, places, sources, table
from .package import DataError, description, digest, evidence_names, folder, restore, tables

__all__ = [
    "DataError",
    "actors",
    "claims",
    "description",
    "digest",
    "eras",
    "events",
    "evidence",
    "evidence_names",
    "folder",
    "glossary",
    "places",
    "restore",
    "sources",
    "table",
    "tables",
    "whole_fiscal_years",
]


def __getattr__(name: str) -> Path:
    if name == "DATA":
        return folder()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

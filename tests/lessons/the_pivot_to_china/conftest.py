"""What the tests of notebook 08 share: tables read without the library, and sums worked out by hand."""

import csv

import pytest

from uspak import data


@pytest.fixture(scope="session")
def rows():
    """A function from the name of an evidence table to its rows: plain dictionaries of texts, read without the library."""

    def read(name):
        with (data.folder() / "evidence" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture(scope="session")
def by_hand(rows):
    """Volume by (period, supplier), added up row by row."""
    sums = {}
    for row in rows("arms_imports"):
        key = int(row["year"]) // 5 * 5, row["supplier_iso3"] or "???"
        sums[key] = sums.get(key, 0) + float(row["tiv_millions"])
    return sums


@pytest.fixture(scope="session")
def drawn():
    """A function from the coordinates of a trace to those of them that are places."""
    return lambda values: [value for value in values if value is not None]

"""What a notebook says, and the tables that have to bear it out."""

import ast
import functools

import nbformat
import pytest

import uspak
from uspak import data
from uspak.checking import notebooks


@functools.cache
def cells(number):
    return nbformat.read(next(path for path in notebooks.paths() if path.stem.startswith(number)), 4).cells


@pytest.fixture(scope="session")
def said():
    """All that a notebook says in its own words and titles, by its number."""
    numbers = [path.stem[:2] for path in notebooks.paths()]
    return {number: "\n".join(_words(cell) for cell in cells(number)) for number in numbers}


def _words(cell):
    if cell.cell_type == "markdown":
        return cell.source
    strings = (node.value for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Constant))
    return "\n".join(text for text in strings if isinstance(text, str))


@pytest.fixture(scope="session")
def cells_of():
    """A function from a notebook's number to its cells."""
    return cells


@pytest.fixture(scope="session")
def prose():
    """A function from a notebook's number to all its sources as one text."""
    return lambda number: "\n".join(cell.source for cell in cells(number))


@pytest.fixture(scope="module")
def events():
    return uspak.events()


@pytest.fixture(scope="module")
def aid():
    return data.whole_fiscal_years(uspak.evidence("aid_by_year"))

"""Checks of cells that must agree with others in their row.

That an end may not come before its beginning stands in ``data/datapackage.json``, under ``uspak:notBefore``. The rules for
this article's events and claims (which weights go with a direction, say) are ``uspak.article.ROW_RULES``.
"""

import functools
from collections.abc import Iterator

from uspak import article

from .package import Resource
from .problems import Problem
from .reference_checks import rows_of
from .spreadsheets import Grid


def order_problems(resource: Resource, grid: Grid) -> Iterator[Problem]:
    """Ends before their beginnings; of partial dates, what both of them tell is compared."""
    firsts = {field["name"]: first for field in resource["schema"]["fields"] if (first := field.get("uspak:notBefore"))}
    for number, cells in grid.rows:
        for name, first in firsts.items():
            length = min(len(cells[name]), len(cells[first]))
            if cells[name][:length] < cells[first][:length]:
                yield Problem(number, name, cells[name], f"a date not before {first} ({cells[first]})")


def rule_problems(resource: Resource, grid: Grid) -> Iterator[Problem]:
    """Rows that break a rule of the article for the table."""
    rule = article.ROW_RULES.get(resource["name"])
    if rule is None:
        return
    other_rows = functools.cache(rows_of)
    for number, cells in grid.rows:
        for column, expected in rule(cells, other_rows):
            yield Problem(number, column, cells[column], expected)

"""Checks of ids that must occur in another table: foreign keys, single or in lists joined by ';'.

Which column points where stands in ``data/datapackage.json``, under ``foreignKeys`` and ``uspak:listOf``.
"""

from collections.abc import Iterator

from .package import DataError, Resource, contents, digest, evidence_names, folder, tables
from .problems import Problem, did_you_mean, file_name, message, misdescribed
from .spreadsheets import Grid, Row, read, repaired

_EVIDENCE = "table:"  # as a target: the names of the tables of evidence, each after these letters
_read_rows: dict[tuple[object, ...], list[Row]] = {}


def reference_problems(resource: Resource, grid: Grid) -> Iterator[Problem]:
    """Ids that occur in none of the columns that they may come from, with the closest one as a hint."""
    keys = {key["fields"][0]: key["reference"] for key in resource["schema"].get("foreignKeys", [])}
    targets = {column: [f"{to['resource']}.{to['fields'][0]}"] for column, to in keys.items()}
    for field in resource["schema"]["fields"]:
        targets.update({field["name"]: field["uspak:listOf"]} if "uspak:listOf" in field else {})
    for column, target in targets.items():
        known = _known(target)
        where = " or ".join(_where(name) for name in target)
        for number, cells in grid.rows:
            items = cells[column].split(";") if cells[column] else []
            for item in items:
                if item not in known:
                    expected = f"an id from {where}{did_you_mean(item, known)}"
                    yield Problem(number, column, item, expected)
                elif items.count(item) > 1:
                    yield Problem(number, column, item, "each id once only in a cell")


def rows_of(table: str) -> list[Row]:
    """The rows of another table, read but not checked, so that two tables may point at each other.

    Raises:
        DataError: if there is no such table, or its file cannot be read.
    """
    resource = next((resource for resource in tables() if resource["name"] == table), None)
    if resource is None:
        raise misdescribed(f"a column refers to the table {table}, which does not exist")
    content = contents(resource)
    key = (folder(), repr(resource), digest(content))
    if key not in _read_rows:
        grid, problems = read(resource, content)
        if problems:
            raise DataError(message(resource, problems))
        _read_rows[key] = [cells for _, cells in repaired(resource, grid)[0].rows]
    return _read_rows[key]


def _known(targets: list[str]) -> set[str]:
    """All ids that the named columns hold."""
    known = set()
    for target in targets:
        if target == _EVIDENCE:
            known |= {_EVIDENCE + name for name in evidence_names()}
        else:
            known |= _column(*target.split("."))
    return known


def _column(table: str, column: str) -> set[str]:
    try:
        return {cells[column] for cells in rows_of(table)}
    except KeyError:
        raise misdescribed(f"a column refers to {table}.{column}, which does not exist") from None


def _where(target: str) -> str:
    if target == _EVIDENCE:
        return f"{_EVIDENCE}<name of an evidence table>"
    table, column = target.split(".")
    path = next(resource["path"] for resource in tables() if resource["name"] == table)
    return f"the column {column} of {file_name(path)}"

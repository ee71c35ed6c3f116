"""All checks of one table that somebody has edited.

:mod:`uspak.data.loaders` comes here only when a file differs from the one that was shipped. It is read the way a
spreadsheet may have left it (:mod:`~uspak.data.spreadsheets`), and then every check in :data:`CHECKS` looks at it. To let
a column hold another value, such as a new domain of events, edit ``data/datapackage.json``.
"""

from collections.abc import Iterable, Iterator

from .package import DESCRIPTION, DataError, Resource, digest, folder, tables
from .problems import Problem, message
from .reference_checks import reference_problems
from .row_checks import order_problems, rule_problems
from .schema_checks import date_problems, schema_problems, step_problems, text_problems
from .spreadsheets import Grid, plain_csv, read, repaired

#: The checks, in their order: of each cell the first problem is told.
CHECKS = (
    schema_problems,
    reference_problems,
    date_problems,
    order_problems,
    step_problems,
    text_problems,
    rule_problems,
)

_passed: dict[tuple[object, ...], bytes] = {}


def checked(resource: Resource, content: bytes) -> bytes:
    """The content of an edited file as plain UTF-8 CSV, once it has passed every check.

    Args:
        resource: the table's description, one of ``uspak.data.tables()``.
        content: the bytes of the file.

    Raises:
        DataError: with the first five problems (file, row, column, value, what was expected) and the number of the
            others.
    """
    key = (folder(), resource["name"], digest(content), _stamp())
    if key not in _passed:
        grid, problems = examined(resource, content)
        if problems:
            raise DataError(message(resource, problems))
        _passed[key] = plain_csv(grid)
    return _passed[key]


def examined(resource: Resource, content: bytes) -> tuple[Grid, list[Problem]]:
    """One table, with the cells read that a spreadsheet has changed, and its problems in the order of the rows.

    Raises:
        DataError: if the file cannot be read as a table at all.
    """
    written, problems = read(resource, content)
    if problems:
        return written, problems
    grid, problems = repaired(resource, written)
    found = {(problem.row, problem.column): problem for problem in problems}
    for check in CHECKS:
        for problem in check(resource, grid):
            found.setdefault((problem.row, problem.column), problem)
    order = {name: place for place, name in enumerate(grid.header)}
    problems = list(_as_written(found.values(), written, grid))
    return grid, sorted(problems, key=lambda problem: (problem.row, order.get(problem.column, -1)))


def _as_written(problems: Iterable[Problem], written: Grid, grid: Grid) -> Iterator[Problem]:
    """The problems with the cells as they stand in the file: '9,5', even where it was read as 9.5."""
    before, after = dict(written.rows), dict(grid.rows)
    for problem in problems:
        if problem.value == after[problem.row].get(problem.column):
            problem = problem._replace(value=before[problem.row][problem.column])
        yield problem


def _stamp() -> tuple[tuple[int, int] | None, ...]:
    """Changes when any file of the package does, because a table's checks read the tables that it points at."""
    paths = [folder() / resource["path"] for resource in tables()] + [folder() / DESCRIPTION]
    return tuple((path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None for path in paths)

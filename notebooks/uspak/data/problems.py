"""Wrong cells, and the words in which they are reported."""

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from .package import DESCRIPTION, DataError, Resource, folder, restore

#: So many problems of a file are told in full; the others are counted.
SHOWN = 5


class Problem(NamedTuple):
    """One wrong cell. ``row`` counts as a spreadsheet does: the header is row 1."""

    row: int
    column: str
    value: str
    expected: str


def message(resource: Resource, problems: list[Problem]) -> str:
    """One message for all problems of a file: the first five in full, the number of the rest, and what to do."""
    count = f"{len(problems)} problems" if len(problems) > 1 else "a problem"
    lines = [f"{file_name(resource['path'])} has {count}."]
    lines += [f"  {sentence(problem)}" for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(f"  … and {len(problems) - SHOWN} more.")
    return "\n".join([*lines, remedy(resource)])


def sentence(problem: Problem) -> str:
    """Where a wrong cell stands, what it holds and what was expected."""
    return (
        f"row {problem.row}, column {problem.column}: found {shortened(problem.value)!r}, expected {problem.expected}"
    )


def shortened(text: str) -> str:
    """A text, cut after 57 characters if it has more than 60."""
    return text if len(text) <= 60 else text[:57] + "…"


def remedy(resource: Resource) -> str:
    """What to do about a wrong file."""
    return (
        'Correct the file (in Excel: save it as "CSV UTF-8 (Comma delimited)", with dates and ids as text) '
        f"and run the cell again. {restore(resource['path'])}"
    )


def file_name(path: str) -> str:
    """How a file of the package is called in a message: ``data/events.csv``."""
    return f"{folder().name}/{path}"


def misdescribed(what: str) -> DataError:
    """The error for a description that contradicts itself, to be raised by the caller."""
    return DataError(f"{file_name(DESCRIPTION)} describes what cannot be: {what}. {restore(DESCRIPTION)}")


def did_you_mean(value: str, choices: Iterable[object]) -> str:
    """A hint at the closest choice, blind to capitals; empty if nothing is close."""
    folded = {str(choice).casefold(): str(choice) for choice in choices}
    close = difflib.get_close_matches(value.strip().casefold(), folded, n=1)
    return f"; did you mean {folded[close[0]]!r}?" if close else ""

"""Checks of single columns against their description.

What a column may hold (its type, the values to choose from such as the domains of events, how long a text may be) stands
in ``data/datapackage.json`` and is not repeated here: to allow another value, add it there. Frictionless checks what a
Table Schema can say; this module adds what it cannot (``uspak:date``, ``uspak:step``, ``uspak:maxWords``), and puts what
was expected into plain words.
"""

import math
import re
from collections.abc import Iterator
from typing import Any

import frictionless

from uspak import dates

from . import decoding
from .package import DataError, Resource, known_words
from .problems import Problem, did_you_mean, file_name, misdescribed
from .spreadsheets import Grid

#: The description of a column.
Field = dict[str, Any]

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,19}", re.ASCII)


def schema_problems(resource: Resource, grid: Grid) -> Iterator[Problem]:
    """What Frictionless finds: types, constraints, unique values and primary keys."""
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    schema = {key: value for key, value in resource["schema"].items() if key != "foreignKeys"}
    table = [grid.header, *([_seen(fields[name], cells[name]) for name in grid.header] for _, cells in grid.rows)]
    try:
        report = frictionless.Resource(data=table, schema=frictionless.Schema.from_descriptor(schema)).validate()
    except re.error as error:
        fault = f"{resource['name']} has the pattern {error.pattern!r}, which is invalid ({error.msg})"
        raise misdescribed(fault) from None
    key = schema.get("primaryKey", [])
    key = key if isinstance(key, list) else [key]
    for found in (error for task in report.tasks for error in task.errors):
        if not isinstance(found, frictionless.errors.RowError):
            raise DataError(f"{file_name(resource['path'])}: {found.message}")
        number, cells = grid.rows[found.row_number - 2]
        if isinstance(found, frictionless.errors.CellError):
            field = fields[found.field_name]
            value = cells[field["name"]]
            yield Problem(number, field["name"], value, _expected(field, value, found))
        else:
            value = ", ".join(cells[name] for name in key)
            yield Problem(number, " + ".join(key), value, "a combination that occurs in one row only")


def date_problems(resource: Resource, grid: Grid) -> Iterator[Problem]:
    """Dates that the calendar does not have."""
    names = [field["name"] for field in resource["schema"]["fields"] if field.get("uspak:date")]
    for number, cells in grid.rows:
        for name in names:
            if dates.is_iso_date(cells[name]) and not dates.exists(cells[name]):
                yield Problem(number, name, cells[name], "a date that the calendar has")


def step_problems(resource: Resource, grid: Grid) -> Iterator[Problem]:
    """Numbers between the steps that a column goes in."""
    steps = {field["name"]: step for field in resource["schema"]["fields"] if (step := field.get("uspak:step"))}
    for number, cells in grid.rows:
        for name, step in steps.items():
            if is_number(cells[name]) and float(cells[name]) % step:
                yield Problem(number, name, cells[name], f"a number in steps of {step}")


def text_problems(resource: Resource, grid: Grid) -> Iterator[Problem]:
    """Texts with digits other than 0 to 9, with letters that became '?', or with more words than a quotation may have."""
    known = known_words()
    for field in resource["schema"]["fields"]:
        name, words = field["name"], field.get("uspak:maxWords")
        pattern = re.compile(field.get("constraints", {}).get("pattern", ".*"), re.ASCII | re.DOTALL)
        for number, cells in grid.rows:
            value = cells[name]
            if _has_other_digits(value) and not pattern.match(value):
                yield Problem(number, name, value, "the digits 0 to 9")
            if text := decoding.lost(value, known):
                yield Problem(number, name, value, f"{text!r}: an encoding that lacks a letter made it '?'")
            if words and len(value.split()) > words:
                yield Problem(number, name, value, f"at most {words} words (it has {len(value.split())})")


def is_number(value: str) -> bool:
    """Whether pandas reads a cell as the number that it says: in ASCII digits, finite and not rounded to zero."""
    if not _NUMBER.fullmatch(value):
        return False
    number = float(value)
    return math.isfinite(number) and (number != 0 or not re.search("[1-9]", re.split("[eE]", value)[0]))


def is_whole_number(value: str) -> bool:
    """Whether pandas reads a cell as the whole number that it says: in ASCII digits and of at most 64 bits."""
    return bool(_WHOLE.fullmatch(value)) and -(2**63) <= int(value) < 2**63


def _seen(field: Field, value: str) -> str:
    """A cell as Frictionless shall see it: what is no plain finite number to pandas is none to it either."""
    checks = {"integer": is_whole_number, "number": is_number}
    return value if not value or field["type"] not in checks or checks[field["type"]](value) else "no number"


def _expected(field: Field, value: str, error: frictionless.errors.CellError) -> str:
    """What a cell should have held, in plain words."""
    rules = field.get("constraints", {})
    broken = match[1] if (match := re.search(r'constraint "(\w+)"', error.note)) else error.type
    example = f", such as {field['example']}" if "example" in field else ""
    if broken == "unique-error":
        return "a value that occurs in one row only"
    if broken == "required":
        return "a value: this cell may not be empty"
    if broken == "enum":
        return f"one of: {', '.join(map(str, rules['enum']))}{did_you_mean(value, rules['enum'])}"
    if broken == "maxLength":
        return f"at most {rules['maxLength']} characters (it has {len(value)})"
    if broken in ("minimum", "maximum"):
        low, high = rules.get("minimum"), rules.get("maximum")
        return f"a number from {low} to {high}" if None not in (low, high) else f"a number, {broken} {rules[broken]}"
    if broken == "type-error":
        return _number_expected(field, value, example)
    if field.get("uspak:date") == "partial":
        return f"a date as year, year-month or year-month-day{example}"
    if field.get("uspak:date") == "full":
        return f"a date as year-month-day{example}"
    if field.get("uspak:listOf"):
        return f"ids joined by ';' without blanks{example}"
    return f"{str(field.get('title', field['name'])).lower()} of the form {rules.get('pattern', '')}{example}"


def _number_expected(field: Field, value: str, example: str) -> str:
    whole = field["type"] == "integer"
    kind = ("a whole number" if whole else "a number with a decimal point") + example
    if value.lower().lstrip("+-") in ("nan", "na", "n/a", "null", "none", "inf", "infinity", "#n/a"):
        return kind if field.get("constraints", {}).get("required") else kind + ", or an empty cell where it is unknown"
    if _has_other_digits(value):
        return kind + ", in the digits 0 to 9"
    if (_WHOLE if whole else _NUMBER).fullmatch(value) or (whole and re.fullmatch(r"[+-]?\d+", value, re.ASCII)):
        return kind + ", of a size that a computer's number can hold"
    return kind


def _has_other_digits(value: str) -> bool:
    """Whether a cell has digits that are none of 0 to 9, such as ١٩ or １９."""
    return not value.isascii() and any(letter.isdigit() and not letter.isascii() for letter in value)

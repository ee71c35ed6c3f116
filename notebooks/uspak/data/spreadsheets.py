"""What Excel and other spreadsheets do to a CSV, and how it is read all the same.

:func:`read` copes with the file: byte order mark, UTF-16, semicolons or tabs, CRLF, columns in another order, empty rows
and columns (letters in other encodings: :mod:`uspak.data.decoding`). :func:`repaired` copes with the cells: local dates,
decimal commas, thousands, ids that lost their zeros. What has one meaning only is read right; what has two is a problem
that shows both. Nothing is changed on disk.
"""

import codecs
import csv
import io
import re
from typing import Any, NamedTuple

from uspak import article, dates

from . import decoding
from .package import DESCRIPTION, DataError, Resource, folder, known_words, tables
from .problems import SHOWN, Problem, did_you_mean, file_name, remedy, shortened

#: A row as text: its cells by column.
Row = dict[str, str]

_LOCAL_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.ASCII)
_MONTH_NAME = re.compile(r"([A-Za-z]{3})[a-z]*[- ](\d{2})", re.ASCII)
_ROUND = re.compile(r"(-?\d+)[.,](0{1,2}|0{4,})|(-?0)[.,]000", re.ASCII)  # a whole number with idle decimals
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}([.,])000", re.ASCII)


class Grid(NamedTuple):
    """A table as text: the columns, for each row its number in the spreadsheet and its cells, and whether numbers are
    written with a decimal comma."""

    header: list[str]
    rows: list[tuple[int, Row]]
    decimal_comma: bool


def read(resource: Resource, content: bytes) -> tuple[Grid, list[Problem]]:
    """A table's file as text, and what is wrong with its shape: a missing column, a cell outside the table.

    Raises:
        DataError: if it is no CSV, or has letters that cannot be read for sure.
    """
    names = [field["name"] for field in resource["schema"]["fields"]]
    text = _decoded(resource, content)
    labels = text.partition("\n")[0]
    delimiter = max(",;\t", key=lambda mark: len(set(names) & {label.strip(' "\r') for label in labels.split(mark)}))
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise DataError(f"{file_name(resource['path'])} is not readable as CSV ({error}). {remedy(resource)}") from None
    vocabulary = _vocabulary(resource) if decoding.has_odd_bytes(text) else set()
    lines, doubts, stray = decoding.settled(lines, vocabulary, content.startswith(codecs.BOM_UTF8))
    if doubts:
        raise DataError(_doubtful(resource, lines, doubts, stray))
    header = [label.strip() for label in lines[0]] if lines else []
    problems = _header_problems(header, names)
    if problems:
        return Grid(names, [], False), problems
    rows = []
    for number, cells in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in cells):
            row = dict.fromkeys(names, "") | dict(zip(header, cells, strict=False))
            row.pop("", None)
            rows.append((number, row))
            problems += _shape_problems(number, cells, header)
    return Grid(names, rows, delimiter != "," and _has_decimal_comma(resource, rows)), problems


def repaired(resource: Resource, grid: Grid) -> tuple[Grid, list[Problem]]:
    """The grid with every cell read that has one meaning only; a problem for each that has two."""
    fields, rows, problems = resource["schema"]["fields"], [], []
    for number, cells in grid.rows:
        row = {}
        for field in fields:
            value, expected = _repair(field, cells[field["name"]], grid.decimal_comma)
            row[field["name"]] = value
            if expected:
                problems.append(Problem(number, field["name"], value, expected))
        rows.append((number, row))
    return grid._replace(rows=rows), problems


def plain_csv(grid: Grid) -> bytes:
    """A table as plain CSV in UTF-8, with commas and line feeds."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(grid.header)
    writer.writerows([cells[name] for name in grid.header] for _, cells in grid.rows)
    return text.getvalue().encode("utf-8")


# The file


def _decoded(resource: Resource, content: bytes) -> str:
    """The text of a file in UTF-8 or UTF-16 (Excel's 'Unicode text'); other bytes as ``surrogateescape`` keeps them."""
    if content.startswith(b"PK\x03\x04") or content.startswith(b"\xd0\xcf\x11\xe0"):
        raise DataError(
            f"{file_name(resource['path'])} is an Excel workbook that was only renamed. "
            'Open it in Excel and choose Save As, "CSV UTF-8 (Comma delimited)".'
        )
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError as error:
            row = content[: error.start].decode("utf-16", "replace").count("\n") + 1
            reason = f"is damaged UTF-16 in row {row}"
            raise DataError(f"{file_name(resource['path'])} {reason}. {remedy(resource)}") from None
    else:
        text = content.decode("utf-8-sig", "surrogateescape")
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        reason = "is damaged, or UTF-16 or UTF-32 without its mark: it has zero bytes"
        raise DataError(f"{file_name(resource['path'])} {reason}, the first in row {row}. {remedy(resource)}")
    return text


def _vocabulary(resource: Resource) -> set[str]:
    """All words of all tables, of this one those with letters outside ASCII only: its file is what is in doubt."""
    words = known_words()
    for table in tables():
        if table["name"] != resource["name"] and (path := folder() / table["path"]).is_file():
            words |= decoding.vocabulary(path.read_bytes())
    return words


def _doubtful(resource: Resource, lines: list[list[str]], doubts: list[decoding.Doubt], stray: bool) -> str:
    """What to say of a file whose letters have no sure reading: where they stand and how they may read."""
    what = "is UTF-8 but for some bytes" if stray else "is not in UTF-8, and its letters have no sure reading"
    said = [f"{file_name(resource['path'])} {what}:"]
    for doubt in doubts[:SHOWN]:
        header = lines[0]
        label = header[doubt.column].strip() if doubt.column < len(header) and doubt.row else f"no. {doubt.column + 1}"
        found = shortened(doubt.content.decode("utf-8", "backslashreplace"))
        readings = ", ".join(f"'{shortened(text)}' in {name}" for name, text in doubt.readings.items())
        said.append(f"  row {doubt.row + 1}, column {label}: found '{found}'; it reads {readings}")
    if len(doubts) > SHOWN:
        said.append(f"  … and {len(doubts) - SHOWN} more cells.")
    return "\n".join([*said, f"Which is meant cannot be known: save the file as UTF-8. {remedy(resource)}"])


def _header_problems(header: list[str], names: list[str]) -> list[Problem]:
    problems = []
    for name in names:
        if header.count(name) != 1:
            times = "is missing" if name not in header else "occurs more than once"
            problems.append(Problem(1, name, "", f"the column {name!r}, once, in the header; it {times}"))
    for label in header:
        if label and label not in names:
            hint = did_you_mean(label, names)
            problems.append(Problem(1, label, label, f"only the columns that {DESCRIPTION} describes{hint}"))
    return problems


def _shape_problems(number: int, cells: list[str], header: list[str]) -> list[Problem]:
    """A cell outside the table, or a cell that has swallowed the rows below it."""
    problems = []
    for place, cell in enumerate(cells):
        label = header[place] if place < len(header) else ""
        if not label and cell.strip():
            expected = "no cell to the right of the table: a text with a comma in it needs quotation marks around it"
            problems.append(Problem(number, f"no. {place + 1}", cell, expected))
        elif "\n" in cell:
            expected = "one line of text: a closing quotation mark seems to be missing"
            problems.append(Problem(number, label, cell, expected))
    return problems


def _has_decimal_comma(resource: Resource, rows: list[tuple[int, Row]]) -> bool:
    """Whether some number in the table can only be read with a decimal comma, such as 24,86 or 0,897."""
    sure = re.compile(r"-?(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+)")
    numbers = [field["name"] for field in resource["schema"]["fields"] if field["type"] == "number"]
    return any(sure.fullmatch(cells[name].strip()) for _, cells in rows for name in numbers)


# The cells


def _repair(field: dict[str, Any], value: str, decimal_comma: bool) -> tuple[str, str]:
    """One cell, and what was expected if it cannot be read safely."""
    bare = value.strip()
    if field.get("uspak:date"):
        return _iso_date(bare)
    if field["type"] == "integer":
        return _whole_number(value, bare)
    if field["type"] == "number":
        return _number(value, bare, decimal_comma)
    if bare.isdecimal() and bare.isascii() and len(bare) < field.get("uspak:digits", 0):
        return bare.zfill(field["uspak:digits"]), ""
    if text := decoding.misread(value):
        return value, f"{text!r}: the file was opened in the wrong encoding (choose UTF-8)"
    if sign := decoding.unreadable(value):
        return value, f"a readable text: the sign U+{ord(sign):04X} means that a letter was lost in a wrong encoding"
    return value, ""


def _whole_number(value: str, bare: str) -> tuple[str, str]:
    if match := _ROUND.fullmatch(bare):
        return match[1] or match[3], ""
    if match := _THOUSANDS.fullmatch(bare):
        small, large = bare.split(match[1])[0], bare.replace(match[1], "")
        return value, f"a whole number without thousands separators: {small} or {large}?"
    return bare, ""


def _number(value: str, bare: str, decimal_comma: bool) -> tuple[str, str]:
    if decimal_comma and re.fullmatch(r"-?[1-9]\d{0,2}(\.\d{3})+", bare, re.ASCII):
        return value, f"a number without thousands separators: {bare.replace('.', ',', 1)} or {bare.replace('.', '')}?"
    if not re.fullmatch(r"-?\d+,\d+", bare, re.ASCII):
        return bare, ""
    if decimal_comma:
        return bare.replace(",", "."), ""
    return value, f"a number with a decimal point: {bare.replace(',', '.')} or {bare.replace(',', '')}?"


def _iso_date(value: str) -> tuple[str, str]:
    """A date as ISO 8601, and what was expected if it has two readings."""
    value = re.sub(r"[T ]00:00(:00)?(\.0+)?$", "", value)
    if match := _YEAR_FIRST.fullmatch(value):
        year, month, day = match.groups()
        return f"{year}-{int(month):02}-{int(day):02}", ""
    if match := _LOCAL_DATE.fullmatch(value):
        first, second, year = int(match[1]), int(match[3]), match[4]
        written = {f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first))}
        readings = sorted(filter(dates.exists, written))
        if len(readings) == 1:
            return readings[0], ""
        if readings:
            return value, f"a date as year-month-day: {readings[0]} or {readings[1]}?"
    if match := _MONTH_NAME.fullmatch(value):
        months = [name[:3].lower() for name in dates.MONTHS]
        if match[1].lower() in months:
            date = f"{_year(match[2])}-{months.index(match[1].lower()) + 1:02}"
            return value, f"a date as year-month: {date}? (Excel turns 1954-05 into May-54: format the column as text)"
    return value, ""


def _year(digits: str) -> int:
    """The year that two digits stand for: the next one that ends so, counted from the article's first."""
    first = int(article.FIRST_DAY[:4])
    return first + (int(digits) - first) % 100

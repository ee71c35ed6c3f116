"""Checks of an edited table, and of the whole data package.

:mod:`uspak.data` comes here only when a file differs from the one that was shipped. The file is first read the way a
spreadsheet may have left it (byte order mark, semicolons or tabs, CRLF, Windows-1252, decimal commas, local dates,
empty rows and columns). What has one meaning only is read right; what has two is an error that shows both (letters:
:mod:`uspak.decoding`). Then
Frictionless checks every cell against the schema in ``datapackage.json``, and this module checks what a Table Schema
cannot say: lists of ids, dates that exist, the order of dates, an event's era and sign, the length of a quotation.

Nothing is changed on disk, except by :func:`record_hashes`, which a maintainer calls on purpose.
"""

import calendar
import codecs
import copy
import csv
import difflib
import io
import json
import math
import re
from typing import NamedTuple

from uspak import article, data

from . import DataError, decoding, files

SHOWN = 5
SIGNS = {"cooperation": (0.5, 10), "friction": (-10, -0.5), "mixed": (-3, 3)}
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_LOCAL_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", re.ASCII)
_MONTH_NAME = re.compile(r"([A-Za-z]{3})[a-z]*[- ](\d{2})", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_ROUND = re.compile(r"(-?\d+)[.,](0{1,2}|0{4,})|(-?0)[.,]000", re.ASCII)  # a whole number with idle decimals
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}([.,])000", re.ASCII)
_WORDS = "uspak:words"  # the words of a table with letters outside ASCII, by which its encoding is recognised
_cache = {}


class Problem(NamedTuple):
    """One wrong cell. ``row`` counts as a spreadsheet does: the header is row 1."""

    row: int
    column: str
    value: str
    expected: str


class Grid(NamedTuple):
    """A table as text: the header, and for each row its number in the spreadsheet and its cells by column."""

    header: list
    rows: list
    decimal_comma: bool


def checked(resource, content):
    """The content of an edited file as plain UTF-8 CSV, once it has passed every check.

    Args:
        resource: the table's description, one of ``uspak.data.tables()``.
        content: the bytes of the file.

    Raises DataError with the first five problems (file, row, column, value, what was expected) and the number of the
    others.
    """
    key = (data.folder(), resource["name"], data.digest(content), _stamp())
    if key not in _cache:
        grid, problems = _examine(resource, content)
        if problems:
            raise DataError(_message(resource, problems))
        _cache[key] = _plain_csv(grid)
    return _cache[key]


def validate_package(hashes=True):
    """Check the description, every table and every other file of the data package.

    Args:
        hashes: whether a file that differs from its recorded hash counts as a problem.

    Returns a list of sentences, one for each problem; an empty list if all is well.
    """
    return _validated(hashes)[0]


def _validated(hashes):
    """The problems of the package, and for each file that has none (its bytes, its bytes as plain CSV)."""
    from frictionless import FrictionlessException, Package

    try:
        Package.from_descriptor(data.description())
    except FrictionlessException as error:
        return [f"{_name(data.DESCRIPTION)}: {reason.message}" for reason in error.reasons or [error.error]], {}
    found, good = [], {}
    for resource in data.description()["resources"]:
        try:
            content = data.contents(resource)
            if hashes and data.digest(content) != resource.get("hash"):
                found.append(f"{_name(resource['path'])} was edited. If the edit is meant, run: uspak check --record")
            problems, plain = _of_table(resource, content) if "schema" in resource else _of_json(content)
        except DataError as error:
            found.append(str(error))
        else:
            found += [f"{_name(resource['path'])}: {_line(problem)}" for problem in problems]
            good[resource["path"]] = content, plain
    return list(dict.fromkeys(found + _undescribed())), good


def _of_table(resource, content):
    """The problems of a table and, if there are none, its bytes as plain CSV, which were read once as notebooks do."""
    grid, problems = _examine(resource, content)
    if problems:
        return problems, b""
    plain = _plain_csv(grid)
    try:
        data.frame_of(resource, plain)
    except Exception as error:  # what pandas may raise on a cell that the checks let pass
        raise DataError(
            f"{_name(resource['path'])} cannot be read as a table ({error}). {_remedy(resource)}"
        ) from error
    return [], plain


def record_hashes():
    """Write the hash and the size of every file into ``datapackage.json``, once everything validates.

    A table that a spreadsheet has saved in its own way (semicolons, CRLF, …) is first rewritten as plain UTF-8 CSV.
    Every file is written whole or not at all, ``datapackage.json`` last.

    Returns the paths whose record changed. Raises DataError with all problems if the package does not validate, and
    DataError if a file cannot be written or was saved by somebody else meanwhile.
    """
    problems, good = _validated(hashes=False)
    if problems:
        raise DataError("Nothing was recorded, because the data have problems:\n  " + "\n  ".join(problems))
    package, changed, written = copy.deepcopy(data.description()), [], {}
    for place, resource in enumerate(package["resources"]):
        content, plain = good[resource["path"]]
        if data.contents(resource) != content:
            raise DataError(f"Nothing was recorded: somebody saved {_name(resource['path'])} meanwhile. Try again.")
        if plain != content:
            written[data.folder() / resource["path"]] = plain
        if any(resource.get(key) != value for key, value in _size(plain).items()):
            changed.append(resource["path"])
        package["resources"][place] = _recorded(resource, plain)
    text = (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()
    description = data.folder() / data.DESCRIPTION
    if description.read_bytes() != text:
        written[description] = text
    try:
        files.replace(written)
    except files.WriteError as error:
        done = [path.relative_to(data.folder()).as_posix() for path in error.replaced]
        rest = f" {', '.join(done)}: rewritten as plain CSV with the same cells." if done else ""
        raise DataError(f"Nothing was recorded: {error}.{rest}") from error
    return changed


def _size(content):
    return {"hash": data.digest(content), "bytes": len(content)}


def _recorded(resource, content):
    """A file's description with its hash, its size, and the words by which another encoding would be recognised."""
    size, letters, recorded = _size(content), {}, {}
    if "schema" in resource and (found := decoding.words(content.decode())):
        letters = {_WORDS: found}
    for key, value in (resource | size).items():
        if key != _WORDS:
            recorded |= {key: value} | (letters if key == "bytes" else {})
    return recorded


# Reading what a spreadsheet wrote


def _examine(resource, content):
    """Read and check one table: its Grid, repaired where that is safe, and a list of Problems."""
    written, problems = _read(resource, content)
    if problems:
        return written, problems
    grid, problems = _repaired(resource, written)
    found = {(problem.row, problem.column): problem for problem in problems}
    for check in (_schema_problems, _key_problems, _date_problems, _own_problems, _rule_problems):
        for problem in check(resource, grid):
            found.setdefault((problem.row, problem.column), problem)
    problems = _as_written(found.values(), written, grid)
    order = {name: place for place, name in enumerate(grid.header)}
    return grid, sorted(problems, key=lambda problem: (problem.row, order.get(problem.column, -1)))


def _as_written(problems, written, grid):
    """The problems with the cells as they stand in the file: '9,5', even where it was read as 9.5."""
    before, after = dict(written.rows), dict(grid.rows)
    for problem in problems:
        if problem.value == after[problem.row].get(problem.column):
            problem = problem._replace(value=before[problem.row][problem.column])
        yield problem


def _read(resource, content):
    names = [field["name"] for field in resource["schema"]["fields"]]
    text = _decoded(resource, content)
    labels = text.partition("\n")[0]
    delimiter = max(",;\t", key=lambda mark: len(set(names) & {label.strip(' "\r') for label in labels.split(mark)}))
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise DataError(f"{_name(resource['path'])} is not readable as CSV ({error}). {_remedy(resource)}") from None
    known = _vocabulary(resource) if decoding.has_odd_bytes(text) else set()
    lines, doubts, stray = decoding.settled(lines, known, content.startswith(codecs.BOM_UTF8))
    if doubts:
        raise DataError(_doubtful(resource, lines, doubts, stray))
    header = [label.strip() for label in lines[0]] if lines else []
    problems = _header_problems(header, names)
    if problems:
        return None, problems
    rows = []
    for number, cells in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in cells):
            rows.append((number, dict.fromkeys(names, "") | dict(zip(header, cells, strict=False))))
            problems += _shape_problems(number, cells, header)
    for _, cells in rows:
        cells.pop("", None)
    decimal_comma = delimiter != "," and _has_decimal_comma(resource, rows)
    return Grid(names, rows, decimal_comma), problems


def _known_words():
    """The words with letters outside ASCII that all tables are known to use."""
    return {word for table in data.tables() for word in table.get(_WORDS, [])}


def _vocabulary(resource):
    """All words of all tables, of this one those with letters outside ASCII only: its file is what is in doubt."""
    known = _known_words()
    for table in data.tables():
        if table["name"] != resource["name"] and (path := data.folder() / table["path"]).is_file():
            known |= decoding.vocabulary(path.read_bytes())
    return known


def _decoded(resource, content):
    """The text of a file in UTF-8 or UTF-16 (Excel's 'Unicode text'); other bytes as ``surrogateescape`` keeps them."""
    if content.startswith(b"PK\x03\x04") or content.startswith(b"\xd0\xcf\x11\xe0"):
        raise DataError(
            f"{_name(resource['path'])} is an Excel workbook that was only renamed. "
            'Open it in Excel and choose Save As, "CSV UTF-8 (Comma delimited)".'
        )
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError as error:
            row = content[: error.start].decode("utf-16", "replace").count("\n") + 1
            raise DataError(f"{_name(resource['path'])} is damaged UTF-16 in row {row}. {_remedy(resource)}") from None
    else:
        text = content.decode("utf-8-sig", "surrogateescape")
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        reason = "is damaged, or UTF-16 or UTF-32 without its mark: it has zero bytes"
        raise DataError(f"{_name(resource['path'])} {reason}, the first in row {row}. {_remedy(resource)}")
    return text


def _doubtful(resource, lines, doubts, stray):
    """What to say of a file whose letters have no sure reading: where they stand and how they may read."""
    what = "is UTF-8 but for some bytes" if stray else "is not in UTF-8, and its letters have no sure reading"
    said = [f"{_name(resource['path'])} {what}:"]
    for doubt in doubts[:SHOWN]:
        header = lines[0]
        label = header[doubt.column].strip() if doubt.column < len(header) and doubt.row else f"no. {doubt.column + 1}"
        found = _short(doubt.content.decode("utf-8", "backslashreplace"))
        readings = ", ".join(f"'{_short(text)}' in {name}" for name, text in doubt.readings.items())
        said.append(f"  row {doubt.row + 1}, column {label}: found '{found}'; it reads {readings}")
    if len(doubts) > SHOWN:
        said.append(f"  … and {len(doubts) - SHOWN} more cells.")
    return "\n".join([*said, f"Which is meant cannot be known: save the file as UTF-8. {_remedy(resource)}"])


def _header_problems(header, names):
    problems = []
    for name in names:
        if header.count(name) != 1:
            times = "is missing" if name not in header else "occurs more than once"
            problems.append(Problem(1, name, "", f"the column {name!r}, once, in the header; it {times}"))
    for label in header:
        if label and label not in names:
            hint = _did_you_mean(label, names)
            problems.append(Problem(1, label, label, f"only the columns that {data.DESCRIPTION} describes{hint}"))
    return problems


def _shape_problems(number, cells, header):
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


def _has_decimal_comma(resource, rows):
    """Whether some number in the table can only be read with a decimal comma, such as 24,86 or 0,897."""
    sure = re.compile(r"-?(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+)")
    numbers = [field["name"] for field in resource["schema"]["fields"] if field["type"] == "number"]
    return any(sure.fullmatch(cells[name].strip()) for _, cells in rows for name in numbers)


def _repaired(resource, grid):
    """The grid with every cell read that has one meaning only; a Problem for each that has two."""
    fields, rows, problems = resource["schema"]["fields"], [], []
    for number, cells in grid.rows:
        repaired = {}
        for field in fields:
            value, expected = _repair(field, cells[field["name"]], grid.decimal_comma)
            repaired[field["name"]] = value
            if expected:
                problems.append(Problem(number, field["name"], value, expected))
        rows.append((number, repaired))
    return grid._replace(rows=rows), problems


def _repair(field, value, decimal_comma):
    """One cell, and what was expected if it cannot be read safely."""
    bare = value.strip()
    if field.get("uspak:date"):
        return _iso_date(bare)
    if field["type"] == "integer" and (match := _ROUND.fullmatch(bare)):
        return match[1] or match[3], ""
    if match := _THOUSANDS.fullmatch(bare) if field["type"] == "integer" else None:
        small, large = bare.split(match[1])[0], bare.replace(match[1], "")
        return value, f"a whole number without thousands separators: {small} or {large}?"
    if field["type"] == "number" and decimal_comma and re.fullmatch(r"-?[1-9]\d{0,2}(\.\d{3})+", bare, re.ASCII):
        return value, f"a number without thousands separators: {bare.replace('.', ',', 1)} or {bare.replace('.', '')}?"
    if field["type"] == "number" and re.fullmatch(r"-?\d+,\d+", bare, re.ASCII):
        if decimal_comma:
            return bare.replace(",", "."), ""
        return value, f"a number with a decimal point: {bare.replace(',', '.')} or {bare.replace(',', '')}?"
    if field["type"] in ("integer", "number"):
        return bare, ""
    if bare.isdecimal() and bare.isascii() and len(bare) < field.get("uspak:digits", 0):
        return bare.zfill(field["uspak:digits"]), ""
    if mended := _misread_utf8(value):
        return value, f"{mended!r}: the file was opened in the wrong encoding (choose UTF-8)"
    if sign := decoding.unreadable(value):
        return value, f"a readable text: the sign U+{ord(sign):04X} means that a letter was lost in a wrong encoding"
    return value, ""


def _iso_date(value):
    """A date as ISO 8601, and what was expected if it has two readings."""
    value = re.sub(r"[T ]00:00(:00)?(\.0+)?$", "", value)
    if match := _YEAR_FIRST.fullmatch(value):
        year, month, day = match.groups()
        return f"{year}-{int(month):02}-{int(day):02}", ""
    if match := _LOCAL_DATE.fullmatch(value):
        first, second, year = int(match[1]), int(match[3]), match[4]
        readings = {
            f"{year}-{month:02}-{day:02}" for day, month in ((first, second), (second, first)) if 1 <= month <= 12
        }
        readings = sorted(reading for reading in readings if _exists(reading))
        if len(readings) == 1:
            return readings[0], ""
        if readings:
            return value, f"a date as year-month-day: {readings[0]} or {readings[1]}?"
    if match := _MONTH_NAME.fullmatch(value):
        months = [name.lower() for name in calendar.month_abbr]
        if match[1].lower() in months[1:]:
            century = "19" if int(match[2]) >= 47 else "20"
            date = f"{century}{match[2]}-{months.index(match[1].lower()):02}"
            return value, f"a date as year-month: {date}? (Excel turns 1954-05 into May-54: format the column as text)"
    return value, ""


_misread_utf8 = decoding.misread


def _plain_csv(grid):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(grid.header)
    writer.writerows([cells[name] for name in grid.header] for _, cells in grid.rows)
    return text.getvalue().encode("utf-8")


# Checking cells


def _schema_problems(resource, grid):
    """What Frictionless finds: types, constraints, unique values and primary keys."""
    from frictionless import Resource, Schema

    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    schema = {key: value for key, value in resource["schema"].items() if key != "foreignKeys"}
    table = [grid.header, *([_seen(fields[name], cells[name]) for name in grid.header] for _, cells in grid.rows)]
    try:
        report = Resource(data=table, schema=Schema.from_descriptor(schema)).validate()
    except re.error as error:
        raise _misdescribed(
            f"{resource['name']} has the pattern {error.pattern!r}, which is none ({error.msg})"
        ) from None
    key = schema.get("primaryKey", [])
    key = key if isinstance(key, list) else [key]
    for task in report.tasks:
        for error in task.errors:
            if not hasattr(error, "row_number"):
                raise DataError(f"{_name(resource['path'])}: {error.message}")
            number, cells = grid.rows[error.row_number - 2]
            if error.type == "primary-key":
                value = ", ".join(cells[name] for name in key)
                yield Problem(number, " + ".join(key), value, "a combination that occurs in one row only")
            else:
                field = fields[error.field_name]
                value = cells[field["name"]]
                yield Problem(number, field["name"], value, _expected(field, value, error))


def _seen(field, value):
    """A cell as Frictionless shall see it: what is no plain finite number to pandas is none to it either."""
    return value if field["type"] not in ("integer", "number") or not value or _is_plain(field, value) else "no number"


def _is_plain(field, value):
    """Whether pandas reads a cell as the number that it says: in ASCII digits, finite and of a size that it can hold."""
    if field["type"] == "integer":
        return bool(_WHOLE.fullmatch(value)) and -(2**63) <= int(value) < 2**63
    if not _NUMBER.fullmatch(value):
        return False
    number = float(value)
    return math.isfinite(number) and (number != 0 or not re.search("[1-9]", re.split("[eE]", value)[0]))


def _expected(field, value, error):
    """What a cell should have held, in plain words."""
    rules = field.get("constraints", {})
    broken = match[1] if (match := re.search(r'constraint "(\w+)"', error.note)) else error.type
    example = f", such as {field['example']}" if "example" in field else ""
    if broken == "unique-error":
        return "a value that occurs in one row only"
    if broken == "required":
        return "a value: this cell may not be empty"
    if broken == "enum":
        return f"one of: {', '.join(map(str, rules['enum']))}{_did_you_mean(value, rules['enum'])}"
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
    return f"{field.get('title', field['name']).lower()} of the form {rules.get('pattern', '')}{example}"


def _number_expected(field, value, example):
    whole = field["type"] == "integer"
    kind = ("a whole number" if whole else "a number with a decimal point") + example
    if value.lower().lstrip("+-") in ("nan", "na", "n/a", "null", "none", "inf", "infinity", "#n/a"):
        return kind if field.get("constraints", {}).get("required") else kind + ", or an empty cell where it is unknown"
    if _has_other_digits(value):
        return kind + ", in the digits 0 to 9"
    if (_WHOLE if whole else _NUMBER).fullmatch(value) or (whole and re.fullmatch(r"[+-]?\d+", value, re.ASCII)):
        return kind + ", of a size that a computer's number can hold"
    return kind


def _has_other_digits(value):
    """Whether a cell has digits that are none of 0 to 9, such as ١٩ or １９."""
    return not value.isascii() and any(letter.isdigit() and not letter.isascii() for letter in value)


def _key_problems(resource, grid):
    """Foreign keys, single or in lists joined by ';', with the closest id as a hint."""
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
                    expected = f"an id from {where}{_did_you_mean(item, known)}"
                    yield Problem(number, column, item, expected)
                elif items.count(item) > 1:
                    yield Problem(number, column, item, "each id once only in a cell")


def _known(targets):
    """All ids that the named columns hold; ``table:`` stands for the names of the evidence tables."""
    known = set()
    for target in targets:
        if target == "table:":
            known |= {f"table:{name}" for name in data.evidence_names()}
        else:
            known |= _column(*target.split("."))
    return known


def _column(table, column):
    try:
        return {cells[column] for _, cells in _rows_of(table)}
    except KeyError:
        raise _misdescribed(f"a column refers to {table}.{column}, which does not exist") from None


def _misdescribed(what):
    return DataError(f"{_name(data.DESCRIPTION)} describes what cannot be: {what}. {data.restore(data.DESCRIPTION)}")


def _rows_of(table):
    """The rows of another table, read but not checked, so that two tables may point at each other."""
    resource = next((resource for resource in data.tables() if resource["name"] == table), None)
    if resource is None:
        raise _misdescribed(f"a column refers to the table {table}, which does not exist")
    content = data.contents(resource)
    key = ("rows", data.folder(), repr(resource), data.digest(content))
    if key not in _cache:
        grid, problems = _read(resource, content)
        if problems:
            raise DataError(_message(resource, problems))
        _cache[key] = _repaired(resource, grid)[0].rows
    return _cache[key]


def _where(target):
    if target == "table:":
        return "table:<name of an evidence table>"
    table, column = target.split(".")
    path = next(resource["path"] for resource in data.tables() if resource["name"] == table)
    return f"the column {column} of {_name(path)}"


def _date_problems(resource, grid):
    """Dates that the calendar does not have, and ends before their beginnings."""
    for field in resource["schema"]["fields"]:
        name, first = field["name"], field.get("uspak:notBefore")
        for number, cells in grid.rows if field.get("uspak:date") else ():
            value = cells[name]
            if value and not _exists(value):
                yield Problem(number, name, value, "a date that the calendar has")
            elif first and value and cells[first]:
                length = min(len(value), len(cells[first]))
                if value[:length] < cells[first][:length]:
                    yield Problem(number, name, value, f"a date not before {first} ({cells[first]})")


def _own_problems(resource, grid):
    """Single fields: the steps of a number, the words of a quotation, digits from 0 to 9, letters that became '?'."""
    known = _known_words()
    for field in resource["schema"]["fields"]:
        name, step, words = field["name"], field.get("uspak:step"), field.get("uspak:maxWords")
        pattern = re.compile(field.get("constraints", {}).get("pattern", ".*"), re.ASCII | re.DOTALL)
        for number, cells in grid.rows:
            if step and _number(cells[name]) % step:
                yield Problem(number, name, cells[name], f"a number in steps of {step}")
            if _has_other_digits(cells[name]) and not pattern.match(cells[name]):
                yield Problem(number, name, cells[name], "the digits 0 to 9")
            if mended := decoding.lost(cells[name], known):
                yield Problem(number, name, cells[name], f"{mended!r}: an encoding that lacks a letter made it '?'")
            if words and len(cells[name].split()) > words:
                expected = f"at most {words} words (it has {len(cells[name].split())})"
                yield Problem(number, name, cells[name], expected)


def _rule_problems(resource, grid):
    """Rules that join several cells of a row."""
    rules = {"events": _event_problems, "claims": _claim_problems}.get(resource["name"])
    eras = {cells["era_id"]: cells for _, cells in _rows_of("eras")} if rules is _event_problems else None
    for number, cells in grid.rows if rules else ():
        for column, expected in rules(cells, eras) if eras is not None else rules(cells):
            yield Problem(number, column, cells[column], expected)


def _event_problems(event, eras):
    dated = _ISO.fullmatch(event["date"])
    if dated and not event["event_id"].startswith(dated[1]):
        yield "event_id", f"an id that begins with the year of the date ({dated[1]})"
    era, day = eras.get(event["era_id"]), _middle(event["date"])
    if dated and era and not era["start"] <= day <= (era["end"] or "9999"):
        right = [name for name, one in eras.items() if one["start"] <= day <= (one["end"] or "9999")]
        yield "era_id", f"the era that contains {event['date']}" + (f": {right[0]}" if right else " (none does)")
    if event["direction"] in SIGNS:
        low, high = SIGNS[event["direction"]]
        if not low <= _number(event["weight"]) <= high:
            yield "weight", f"a number from {low} to {high}, because direction is {event['direction']}"
    if event["origin"] == "article" and not event["paragraph"]:
        yield "paragraph", "the paragraph that states it (P1 to P11, B, C1, C2), because origin is article"
    if event["origin"] != "article" and event["paragraph"]:
        yield "paragraph", f"an empty cell, because origin is {event['origin']}"
    if article.SOURCE_ID in event["source_id"].split(";"):
        yield (
            "source_id",
            f"independent sources only: the column paragraph already cites the article ({article.SOURCE_ID})",
        )


def _claim_problems(claim):
    if claim["claim_id"].rpartition("-")[0] != claim["paragraph"]:
        yield "claim_id", f"an id that begins with the paragraph ({claim['paragraph']}-)"
    if (claim["verdict"] == "pending") == bool(claim["rationale"]):
        wanted = "an empty cell, because the verdict is pending" if claim["rationale"] else "the reason for the verdict"
        yield "rationale", wanted
    if set(claim["source_id"].split(";")) <= {article.SOURCE_ID}:
        yield "source_id", f"at least one independent source beside {article.SOURCE_ID}"


def _exists(date):
    """Whether a partial or full ISO date is in the calendar; text that is no such date is left to its pattern."""
    match = _ISO.fullmatch(date)
    if not match or not match[2]:
        return True
    year, month = int(match[1]), int(match[2])
    if not (1 <= year and 1 <= month <= 12):
        return False
    return not match[3] or 1 <= int(match[3]) <= calendar.monthrange(year, month)[1]


def _middle(date):
    """The middle day of a partial date, which decides its era."""
    return date + {4: "-07-02", 7: "-15"}.get(len(date), "")


def _number(text):
    return float(text) if _is_plain({"type": "number"}, text) else 0.0


def _did_you_mean(value, choices):
    """A hint at the closest choice, blind to capitals; empty if nothing is close."""
    folded = {str(choice).casefold(): str(choice) for choice in choices}
    close = difflib.get_close_matches(value.strip().casefold(), folded, n=1)
    return f"; did you mean {folded[close[0]]!r}?" if close else ""


# Saying what is wrong


def _message(resource, problems):
    """One message for all problems of a file: the first five in full, the number of the rest, and what to do."""
    count = f"{len(problems)} problems" if len(problems) > 1 else "a problem"
    lines = [f"{_name(resource['path'])} has {count}."]
    lines += [f"  {_line(problem)}" for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(f"  … and {len(problems) - SHOWN} more.")
    return "\n".join([*lines, _remedy(resource)])


def _line(problem):
    return f"row {problem.row}, column {problem.column}: found {_short(problem.value)!r}, expected {problem.expected}"


def _short(value):
    return value if len(value) <= 60 else value[:57] + "…"


def _remedy(resource):
    return (
        'Correct the file (in Excel: save it as "CSV UTF-8 (Comma delimited)", with dates and ids as text) '
        f"and run the cell again. {data.restore(resource['path'])}"
    )


def _name(path):
    return f"{data.folder().name}/{path}"


def _of_json(content):
    try:
        json.loads(content)
    except (ValueError, RecursionError) as error:
        return [Problem(getattr(error, "lineno", 1), "", "", f"JSON ({error})")], b""
    return [], content


def _undescribed():
    """CSV files that no resource describes."""
    described = {resource["path"] for resource in data.description()["resources"]}
    found = sorted(path.relative_to(data.folder()).as_posix() for path in data.folder().rglob("*.csv"))
    return [f"{_name(path)} is not described in {data.DESCRIPTION}." for path in found if path not in described]


def _stamp():
    """Changes when any file of the package does, because a table's checks read the tables that it points at."""
    paths = [data.folder() / resource["path"] for resource in data.tables()] + [data.folder() / data.DESCRIPTION]
    return tuple((path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None for path in paths)

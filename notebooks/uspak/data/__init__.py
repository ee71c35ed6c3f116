"""The tables of the series as pandas DataFrames: this module is the only reader of the folder ``data/``.

Every function reads its file again and returns a new table, so a student may change the table at will. A file that
is as shipped (its SHA-256 hash stands in ``data/datapackage.json``) is read at once. A file that somebody has edited
is first checked by :mod:`uspak.data.validation`; if a row is wrong, one :class:`DataError` says which cell and what was
expected.

Types: text is pandas ``str`` with NaN where a cell is empty; whole numbers are ``int64``, or ``Int64`` where cells may
be empty; other numbers are ``float64``. Dates stay text as they stand in the file, for many are known to the month or
year only (``1954-05``), and so do ids such as the notebook ``"02"``.
"""

import difflib
import functools
import hashlib
import io
import json
import os
from pathlib import Path

import pandas as pd

from uspak.dates import first_day

DESCRIPTION = "datapackage.json"
_DTYPES = {"string": "str", "number": "float64", "date": "str"}
pd.set_option("display.html.use_mathjax", False)  # a table with two dollar signs shows sums of money, not a formula
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


class DataError(ValueError):
    """A table is missing or wrong. The message names the cell and says what to do."""


def folder():
    """The folder with the tables, as a Path.

    It is ``data/`` beside ``notebooks/``, unless the environment variable ``USPAK_DATA`` names another folder, such as
    an instructor's copy. ``uspak.data.DATA`` is the same.
    """
    chosen = os.environ.get("USPAK_DATA")
    return Path(chosen).expanduser() if chosen else Path(__file__).resolve().parents[3] / "data"


def __getattr__(name):
    if name == "DATA":
        return folder()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def events():
    """The events: one row each, sorted by date (those of the same first day as they stand in the file).

    Columns as in ``data/events.csv`` (``date`` and ``date_end`` are text and may be partial) and two more: ``start``,
    the Timestamp of the first day that ``date`` allows, for plotting; and ``precision``: ``day``, ``month`` or
    ``year``. ``weight`` runs from -10 (hostile) to +10 (cooperative) and is a judgement: ``seeds/coding_rules.md``
    says how it was made.
    Several ``actors`` or ``source_id`` are joined by ``;``. Raises DataError if the file is missing or a cell is wrong.
    """
    frame = table("events")
    frame["start"] = pd.to_datetime(frame["date"].map(first_day))
    frame["precision"] = frame["date"].str.len().map(_PRECISIONS).astype("str")
    return frame.sort_values("start", kind="stable", ignore_index=True)


def eras():
    """The eras, in order: ``era_id``, ``name``, ``short_name``, ``start`` and ``end`` (full dates as text, both
    inclusive; the last ``end`` is open, so NaN), ``notebook``, ``question``. Raises DataError if the file is missing or
    a cell is wrong."""
    return table("eras").sort_values("start", kind="stable", ignore_index=True)


def claims():
    """The claims of the article, one row each: our paraphrase, a quotation of at most twelve words, the kind of claim,
    the evidence that tests it (event ids and ``table:<name>``, joined by ``;``) and a verdict. Raises DataError if the
    file is missing or a cell is wrong."""
    return table("claims")


def places():
    """The gazetteer: ``place_id``, ``name``, ``country_iso3`` (who administers the point today), ``lat`` and ``lon`` in
    degrees (WGS 84, two decimals), ``precision`` (city, site or area). Raises DataError as the others do."""
    return table("places")


def actors():
    """States, persons, organisations and groups that take part in events: ``actor_id``, ``name``, ``kind``,
    ``country_iso3``, ``note``. Raises DataError if the file is missing or a cell is wrong."""
    return table("actors")


def sources():
    """The sources that the other tables cite by ``source_id``: title, author, publisher, year, url and kind (primary,
    official, dataset, scholarship, encyclopedia, press). Raises DataError if the file is missing or a cell is wrong."""
    return table("sources")


def glossary():
    """Terms and their definitions: ``term_id``, ``term``, ``definition``, the ``notebook`` that first uses it. Raises
    DataError if the file is missing or a cell is wrong."""
    return table("glossary")


def evidence(name):
    """One table of evidence, such as ``evidence("alliances")``: rows from independent sources that test the article.

    Units and price basis stand in the column names; an empty cell means unknown, never zero. ``status`` says how sure a
    row is (verified, corroborated, disputed) and ``note`` carries its doubts. Where each table comes from and what its
    columns mean stands in ``data/datapackage.json``.

    Raises DataError for a name that does not exist (with the names that do), a missing file or a wrong cell.
    """
    names = evidence_names()
    if name not in names:
        raise DataError(_unknown("table of evidence", name, names))
    return table(name)


def evidence_names():
    """The names that :func:`evidence` knows, in the order of the data package."""
    return [resource["name"] for resource in tables() if resource["path"].startswith("evidence/")]


def table(name):
    """Read one table of the data package as a new DataFrame (see the module's text for types and errors).

    Raises DataError for a name that does not exist (with the names that do), a missing file or a wrong cell.
    """
    by_name = {resource["name"]: resource for resource in tables()}
    if name not in by_name:
        raise DataError(_unknown("table", name, list(by_name)))
    resource = by_name[name]
    content = contents(resource)
    if digest(content) == resource.get("hash"):
        try:
            return frame_of(resource, content)
        except (ValueError, OverflowError, UnicodeError):
            pass  # it was recorded with a fault, which the checks name
    from . import validation

    return frame_of(resource, validation.checked(resource, content))


def whole_fiscal_years(frame):
    """The rows of a table that are whole fiscal years, without such as the transition quarter of 1976.

    Args:
        frame: a DataFrame with a column ``fiscal_year``, text or whole numbers.

    Returns:
        A DataFrame with the years, whole numbers, as its index; the column stays.
    """
    whole = frame[frame["fiscal_year"].astype(str).str.fullmatch(r"\d{4}")]
    return whole.set_index(whole["fiscal_year"].astype(int))


def frame_of(resource, content):
    """The DataFrame that a table's description makes of its bytes, plain CSV in UTF-8. Raises what pandas raises."""
    return _read(content, tuple((field["name"], _dtype(field)) for field in resource["schema"]["fields"])).copy()


def _unknown(kind, name, names):
    guess = difflib.get_close_matches(str(name), names, n=1)
    hint = f" Did you mean {guess[0]!r}?" if guess else ""
    return f"There is no {kind} called {name!r}.{hint} The tables are: {', '.join(names)}."


@functools.lru_cache(maxsize=128)
def _read(content, dtypes):
    """A CSV file's content as a table; remembered, because a notebook asks for the same tables again and again."""
    return pd.read_csv(io.BytesIO(content), dtype=dict(dtypes), keep_default_na=False, na_values=[""], encoding="utf-8")


def tables():
    """The descriptions of all tables: the data package's resources that have a schema, as dictionaries."""
    return [resource for resource in description()["resources"] if "schema" in resource]


def description():
    """The content of ``datapackage.json`` as a dictionary. Raises DataError if it is missing or no description."""
    path = folder() / DESCRIPTION
    try:
        return _parsed(_bytes(path))
    except ValueError as error:
        if isinstance(error, DataError):
            raise
        raise DataError(f"{path} is not readable as JSON ({error}). {restore(DESCRIPTION)}") from None
    except RecursionError:
        raise DataError(f"{path} is not readable as JSON (too deep). {restore(DESCRIPTION)}") from None


@functools.lru_cache(maxsize=2)
def _parsed(content):
    package = json.loads(content)
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list) or not all(map(_is_resource, resources)):
        raise ValueError("its 'resources' are no list of tables with a name, a path and fields")
    return package


def _is_resource(resource):
    if not isinstance(resource, dict) or not all(isinstance(resource.get(key), str) for key in ("name", "path")):
        return False
    words = resource.get("uspak:words", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return False
    fields = resource.get("schema", {"fields": []})
    fields = fields.get("fields") if isinstance(fields, dict) else None
    return isinstance(fields, list) and all(
        isinstance(field, dict) and isinstance(field.get("name"), str) and field.get("type") in (*_DTYPES, "integer")
        for field in fields
    )


def contents(resource):
    """The bytes of a resource's file. Raises DataError, with a way to get it back, if it cannot be read."""
    return _bytes(folder() / resource["path"])


def _bytes(path):
    try:
        return path.read_bytes()
    except PermissionError:
        raise DataError(f"{path} cannot be opened. Is it open in Excel? Close it there and try again.") from None
    except OSError:
        raise DataError(_missing(path)) from None


def digest(content):
    """The hash of a file's bytes, written as in the data package: ``sha256:`` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def restore(path):
    """How to get the shipped copy of a file of ``data/`` back, in a sentence or two."""
    again = f"run  git checkout -- data/{path}  in the project's folder, or download it again from the project's page."
    if os.environ.get("USPAK_DATA"):
        return f"To start again, copy data/{path} of the project to this folder. If that file has changed too, {again}"
    return f"To get the shipped file back, {again}"


def _dtype(field):
    if field["type"] == "integer":
        return "int64" if field.get("constraints", {}).get("required") else "Int64"
    return _DTYPES[field["type"]]


def _missing(path):
    home = folder()
    if not home.is_dir():
        chosen = " The environment variable USPAK_DATA points there." if os.environ.get("USPAK_DATA") else ""
        return f"The folder with the tables, {home}, does not exist.{chosen} {restore('')}"
    return f"The file {path} does not exist. {restore(path.relative_to(home).as_posix())}"

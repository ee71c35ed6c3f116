"""The tables of the series, one function each: ``events()``, ``claims()``, ``evidence("alliances")``, …

A file that is as shipped (its SHA-256 hash stands in ``data/datapackage.json``) is read at once. A file that somebody has
edited is first checked by :mod:`uspak.data.table_checks`.
"""

import difflib

import pandas as pd

from uspak.dates import first_day

from .frames import frame_of
from .package import DataError, contents, digest, evidence_names, tables

_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def events() -> pd.DataFrame:
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


def eras() -> pd.DataFrame:
    """The eras, in order: ``era_id``, ``name``, ``short_name``, ``start`` and ``end`` (full dates as text, both
    inclusive; the last ``end`` is open, so NaN), ``notebook``, ``question``. Raises DataError if the file is missing or
    a cell is wrong."""
    return table("eras").sort_values("start", kind="stable", ignore_index=True)


def claims() -> pd.DataFrame:
    """The claims of the article, one row each: our paraphrase, a quotation of at most twelve words, the kind of claim,
    the evidence that tests it (event ids and ``table:<name>``, joined by ``;``) and a verdict. Raises DataError if the
    file is missing or a cell is wrong."""
    return table("claims")


def places() -> pd.DataFrame:
    """The gazetteer: ``place_id``, ``name``, ``country_iso3`` (who administers the point today), ``lat`` and ``lon`` in
    degrees (WGS 84, two decimals), ``precision`` (city, site or area). Raises DataError as the others do."""
    return table("places")


def actors() -> pd.DataFrame:
    """States, persons, organisations and groups that take part in events: ``actor_id``, ``name``, ``kind``,
    ``country_iso3``, ``note``. Raises DataError if the file is missing or a cell is wrong."""
    return table("actors")


def sources() -> pd.DataFrame:
    """The sources that the other tables cite by ``source_id``: title, author, publisher, year, url and kind (primary,
    official, dataset, scholarship, encyclopedia, press). Raises DataError if the file is missing or a cell is wrong."""
    return table("sources")


def glossary() -> pd.DataFrame:
    """Terms and their definitions: ``term_id``, ``term``, ``definition``, the ``notebook`` that first uses it. Raises
    DataError if the file is missing or a cell is wrong."""
    return table("glossary")


def evidence(name: str) -> pd.DataFrame:
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


def table(name: str) -> pd.DataFrame:
    """Read one table of the data package as a new DataFrame (:mod:`uspak.data` tells the types).

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
    from . import table_checks  # late: Frictionless takes a second to import

    return frame_of(resource, table_checks.checked(resource, content))


def _unknown(kind: str, name: str, names: list[str]) -> str:
    guess = difflib.get_close_matches(str(name), names, n=1)
    hint = f" Did you mean {guess[0]!r}?" if guess else ""
    return f"There is no {kind} called {name!r}.{hint} The tables are: {', '.join(names)}."

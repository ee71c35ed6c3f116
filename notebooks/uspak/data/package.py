"""The data package: its folder, its description ``datapackage.json``, and the bytes and hashes of its files.

All else in this room builds on this module, and it on nothing but the file system. What is in the tables is read by
:mod:`uspak.data.loaders`.
"""

import functools
import hashlib
import json
import os
from pathlib import Path
from typing import Any

#: The name of the description.
DESCRIPTION = "datapackage.json"
#: The types of columns that a description may name.
FIELD_TYPES = ("string", "number", "date", "integer")
#: Where a table's description notes its words with letters outside ASCII, by which its encoding is recognised.
WORDS = "uspak:words"

#: The description of a file of the package.
Resource = dict[str, Any]


class DataError(ValueError):
    """A table is missing or wrong. The message names the cell and says what to do."""


def folder() -> Path:
    """The folder with the tables.

    It is ``data/`` beside ``notebooks/``, unless the environment variable ``USPAK_DATA`` names another folder, such as
    an instructor's copy. ``uspak.data.DATA`` is the same.
    """
    chosen = os.environ.get("USPAK_DATA")
    return Path(chosen).expanduser() if chosen else Path(__file__).resolve().parents[3] / "data"


def description() -> dict[str, Any]:
    """The content of ``datapackage.json``. Raises DataError if it is missing or no description."""
    path = folder() / DESCRIPTION
    try:
        return _parsed(_bytes(path))
    except ValueError as error:
        if isinstance(error, DataError):
            raise
        raise DataError(f"{path} is not readable as JSON ({error}). {restore(DESCRIPTION)}") from None
    except RecursionError:
        raise DataError(f"{path} is not readable as JSON (too deep). {restore(DESCRIPTION)}") from None


def tables() -> list[Resource]:
    """The descriptions of all tables: the data package's resources that have a schema, as dictionaries."""
    return [resource for resource in description()["resources"] if "schema" in resource]


def evidence_names() -> list[str]:
    """The names that ``uspak.data.evidence`` knows, in the order of the data package."""
    return [resource["name"] for resource in tables() if resource["path"].startswith("evidence/")]


def known_words() -> set[str]:
    """The words with letters outside ASCII that all tables are known to use."""
    return {word for resource in tables() for word in resource.get(WORDS, [])}


def contents(resource: Resource) -> bytes:
    """The bytes of a resource's file. Raises DataError, with a way to get it back, if it cannot be read."""
    return _bytes(folder() / resource["path"])


def digest(content: bytes) -> str:
    """The hash of a file's bytes, written as in the data package: ``sha256:`` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def restore(path: str) -> str:
    """How to get the shipped copy of a file of ``data/`` back, in a sentence or two."""
    again = f"run  git checkout -- data/{path}  in the project's folder, or download it again from the project's page."
    if os.environ.get("USPAK_DATA"):
        return f"To start again, copy data/{path} of the project to this folder. If that file has changed too, {again}"
    return f"To get the shipped file back, {again}"


@functools.lru_cache(maxsize=2)
def _parsed(content: bytes) -> dict[str, Any]:
    package: dict[str, Any] = json.loads(content)
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list) or not all(map(_is_resource, resources)):
        raise ValueError("its 'resources' are no list of tables with a name, a path and fields")
    return package


def _is_resource(resource: object) -> bool:
    if not isinstance(resource, dict) or not all(isinstance(resource.get(key), str) for key in ("name", "path")):
        return False
    words = resource.get(WORDS, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return False
    schema = resource.get("schema", {"fields": []})
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return isinstance(fields, list) and all(
        isinstance(field, dict) and isinstance(field.get("name"), str) and field.get("type") in FIELD_TYPES
        for field in fields
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except PermissionError:
        raise DataError(f"{path} cannot be opened. Is it open in Excel? Close it there and try again.") from None
    except OSError:
        raise DataError(_missing(path)) from None


def _missing(path: Path) -> str:
    home = folder()
    if not home.is_dir():
        chosen = " The environment variable USPAK_DATA points there." if os.environ.get("USPAK_DATA") else ""
        return f"The folder with the tables, {home}, does not exist.{chosen} {restore('')}"
    return f"The file {path} does not exist. {restore(path.relative_to(home).as_posix())}"

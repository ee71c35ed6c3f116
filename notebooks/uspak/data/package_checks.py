"""The check of the whole data package: the description, every table and every other file."""

import json
from typing import NamedTuple

import frictionless

from .frames import frame_of
from .package import DESCRIPTION, DataError, Resource, contents, description, digest, folder
from .problems import Problem, file_name, remedy, sentence
from .spreadsheets import plain_csv
from .table_checks import examined


class ValidFile(NamedTuple):
    """The bytes of a file without problems: as they stand, and as plain CSV if it is a table."""

    content: bytes
    plain: bytes


def validate_package(hashes: bool = True) -> list[str]:
    """Check the description, every table and every other file of the data package.

    Args:
        hashes: whether a file that differs from its recorded hash counts as a problem.

    Returns:
        A list of sentences, one for each problem; an empty list if all is well.
    """
    return examined_package(hashes)[0]


def examined_package(hashes: bool) -> tuple[list[str], dict[str, ValidFile]]:
    """The problems of the package as in :func:`validate_package`, and its files without any, by their paths."""
    try:
        frictionless.Package.from_descriptor(description())
    except frictionless.FrictionlessException as error:
        return [f"{file_name(DESCRIPTION)}: {reason.message}" for reason in error.reasons or [error.error]], {}
    found, valid = [], {}
    for resource in description()["resources"]:
        try:
            content = contents(resource)
            if hashes and digest(content) != resource.get("hash"):
                found.append(
                    f"{file_name(resource['path'])} was edited. If the edit is meant, run: uspak check --record"
                )
            problems, plain = _of_table(resource, content) if "schema" in resource else _of_json(content)
        except DataError as error:
            found.append(str(error))
        else:
            found += [f"{file_name(resource['path'])}: {sentence(problem)}" for problem in problems]
            valid[resource["path"]] = ValidFile(content, plain)
    return list(dict.fromkeys(found + _undescribed())), valid


def _of_table(resource: Resource, content: bytes) -> tuple[list[Problem], bytes]:
    """The problems of a table and, if there are none, its bytes as plain CSV, which were read once as notebooks do."""
    grid, problems = examined(resource, content)
    if problems:
        return problems, b""
    plain = plain_csv(grid)
    try:
        frame_of(resource, plain)
    except Exception as error:  # what pandas may raise on a cell that the checks let pass
        name = file_name(resource["path"])
        raise DataError(f"{name} cannot be read as a table ({error}). {remedy(resource)}") from error
    return [], plain


def _of_json(content: bytes) -> tuple[list[Problem], bytes]:
    try:
        json.loads(content)
    except (ValueError, RecursionError) as error:
        return [Problem(getattr(error, "lineno", 1), "", "", f"JSON ({error})")], b""
    return [], content


def _undescribed() -> list[str]:
    """CSV files that no resource describes."""
    described = {resource["path"] for resource in description()["resources"]}
    found = sorted(path.relative_to(folder()).as_posix() for path in folder().rglob("*.csv"))
    return [f"{file_name(path)} is not described in {DESCRIPTION}." for path in found if path not in described]

"""Noting in ``datapackage.json`` that edited files are meant: what ``uspak check --record`` does.

This is the only module that changes the folder ``data/``.
"""

import copy
import json
from typing import Any

from . import decoding, files
from .package import DESCRIPTION, WORDS, DataError, Resource, contents, description, digest, folder
from .package_checks import examined_package
from .problems import file_name


def record_hashes() -> list[str]:
    """Write the hash and the size of every file into ``datapackage.json``, once everything validates.

    A table that a spreadsheet has saved in its own way (semicolons, CRLF, …) is first rewritten as plain UTF-8 CSV.
    Every file is written whole or not at all, ``datapackage.json`` last.

    Returns:
        The paths whose record changed.

    Raises:
        DataError: with all problems if the package does not validate; or if a file cannot be written or was saved by
            somebody else meanwhile.
    """
    problems, valid = examined_package(hashes=False)
    if problems:
        raise DataError("Nothing was recorded, because the data have problems:\n  " + "\n  ".join(problems))
    package, changed, written = copy.deepcopy(description()), [], {}
    for place, resource in enumerate(package["resources"]):
        content, plain = valid[resource["path"]]
        if contents(resource) != content:
            raise DataError(f"Nothing was recorded: somebody saved {file_name(resource['path'])} meanwhile. Try again.")
        if plain != content:
            written[folder() / resource["path"]] = plain
        if any(resource.get(key) != value for key, value in _size(plain).items()):
            changed.append(resource["path"])
        package["resources"][place] = _recorded(resource, plain)
    text = (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()
    if (folder() / DESCRIPTION).read_bytes() != text:
        written[folder() / DESCRIPTION] = text
    try:
        files.replace(written)
    except files.WriteError as error:
        done = [path.relative_to(folder()).as_posix() for path in error.replaced]
        rest = f" {', '.join(done)}: rewritten as plain CSV with the same cells." if done else ""
        raise DataError(f"Nothing was recorded: {error}.{rest}") from error
    return changed


def _size(content: bytes) -> dict[str, Any]:
    return {"hash": digest(content), "bytes": len(content)}


def _recorded(resource: Resource, content: bytes) -> Resource:
    """A file's description with its hash, its size, and the words by which another encoding would be recognised."""
    letters: dict[str, Any] = {}
    if "schema" in resource and (found := decoding.words(content.decode())):
        letters = {WORDS: found}
    recorded: Resource = {}
    for key, value in (resource | _size(content)).items():
        if key != WORDS:
            recorded |= {key: value} | (letters if key == "bytes" else {})
    return recorded

"""Files are written whole or not at all, and who may not write hears why in a sentence."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class WriteError(RuntimeError):
    """A file could not be written and is as it was; ``replaced`` lists the paths that had been replaced before it."""

    def __init__(self, path: Path | None, error: OSError, replaced: Sequence[Path] = ()) -> None:
        super().__init__(f"{path} cannot be written: {_reason(error)}")
        self.replaced = list(replaced)


def replace(contents: Mapping[Path, bytes]) -> None:
    """Give files new contents: all are written beside the old ones first, and only then put in their places.

    Args:
        contents: the new bytes of each file, by its path; the files take their places in its order. A file keeps its mode, and
            a link stays a link.

    Raises:
        WriteError: with the file and the reason, if one cannot be written. No file is ever half written, and no draft
            stays behind.
    """
    drafts: dict[Path, tuple[Path, Path]] = {}
    replaced: list[Path] = []
    path = None
    try:
        for path, content in contents.items():
            target = path.resolve()
            drafts[path] = (_draft(target), target)
            _write(*drafts[path], content)
        for path, (draft, target) in drafts.items():
            os.replace(draft, target)
            replaced.append(path)
    except OSError as error:
        raise WriteError(path, error, replaced) from error
    finally:
        for draft, _ in drafts.values():
            draft.unlink(missing_ok=True)


def _draft(target: Path) -> Path:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only", str(target))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    os.close(handle)
    return Path(name)


def _write(draft: Path, target: Path, content: bytes) -> None:
    with open(draft, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        shutil.copymode(target, draft)


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "it, or its folder, is read-only or open in another program such as Excel; close it there and try again"
    if error.errno in _FULL:
        return "the disk is full; make room and try again"
    return error.strerror or str(error)

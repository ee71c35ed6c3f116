"""The files of the notebooks: which there are, and what stands in them."""

import re
import warnings
from pathlib import Path

from uspak.imports import skip_import

with skip_import("rfc3987_syntax"):  # with which jsonschema would compile grammars for seconds, to check addresses
    import nbformat

FOLDER = Path(__file__).resolve().parents[2]


class NotebookError(RuntimeError):
    """A notebook could not be opened, read, run or written; the file is as it was."""


class NotANotebook(NotebookError):
    """A file is not the notebook that its name promises."""


def paths() -> list[Path]:
    """All notebooks of the series (a list of ``Path``), in order."""
    return sorted(FOLDER.glob("[0-9][0-9]_*.ipynb"))


def content_of(path: Path) -> bytes:
    """The bytes of a notebook file. Raises NotebookError, with the reason, if it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        hint = "; is it open in another program?" if isinstance(error, PermissionError) else ""
        raise NotebookError(f"it cannot be opened ({error.strerror or error}){hint}") from error


def read(content: bytes) -> nbformat.NotebookNode:
    """A notebook from the bytes of its file. Raises NotANotebook, with the reason, if they are none."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="nbformat")  # it mends missing and double ids of cells
            notebook = nbformat.reads(content.decode("utf-8-sig"), as_version=4)
            nbformat.validate(notebook)
    except Exception as error:  # nbformat raises almost anything on what is no notebook
        reason = str(error).strip().partition("\n")[0][:120]
        raise NotANotebook(f"it cannot be read as a notebook ({reason})") from error
    return notebook


def headings(notebook: nbformat.NotebookNode) -> list[tuple[int, str]]:
    """The headings of a notebook as (level, text) pairs, in order; lines within code blocks are none."""
    return [
        (len(marks), text.strip())
        for _, cell in cells_of(notebook, "markdown")
        for marks, text in re.findall(r"^(#{1,6})\s+(.+)$", unfenced(cell.source), flags=re.MULTILINE)
    ]


def cells_of(notebook: nbformat.NotebookNode, kind: str) -> list[tuple[int, nbformat.NotebookNode]]:
    """The cells of a kind (``"code"``, ``"markdown"``), each with its number in the notebook, from 1."""
    return [(number, cell) for number, cell in enumerate(notebook.cells, 1) if cell.cell_type == kind]


def unfenced(source: str) -> str:
    """Markdown without its blocks of code."""
    return re.sub(r"^(```+|~~~+).*?(?:^\1|\Z)", "", source, flags=re.MULTILINE | re.DOTALL)

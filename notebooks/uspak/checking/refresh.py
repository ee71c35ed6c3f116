"""How the stored outputs of a notebook are made again: it is run, cleaned of what differs between runs, and written whole."""

from pathlib import Path

import nbformat

from uspak.data import files
from uspak.page.outputs import WIDGET_VIEW

from . import notebooks
from .notebooks import NotebookError

#: What tools need to know of the language (nbconvert: what a script is called), and is the same for every Python.
LANGUAGE = {
    "name": "python",
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "nbconvert_exporter": "python",
}


def refresh(path: str | Path, timeout: int = 180) -> bool:
    """Run a notebook from top to bottom and write it back clean: new outputs, no widget views or state, no timings.

    Args:
        path: the notebook file; it is replaced only if every cell ran, and only if that changed anything.
        timeout: seconds that one cell may take.

    Returns:
        True if the file was written, False if it was up to date.

    Raises:
        NotebookError: if the file is no notebook, a cell fails or takes too long (it names the cell, counted from 1, and
            why), somebody saved the file meanwhile, or it cannot be read or written. The file is then left as it was.
    """
    path = Path(path)
    before = notebooks.content_of(path)
    notebook = notebooks.read(before)
    _run(notebook, path.parent, timeout)
    after = (nbformat.writes(clean(notebook)) + "\n").encode()
    if notebooks.content_of(path) != before:
        raise NotebookError("somebody saved it while it ran; nothing was overwritten. Run: uspak refresh " + path.name)
    if after == before:
        return False
    try:
        files.replace({path: after})
    except files.WriteError as error:
        raise NotebookError(str(error)) from error
    return True


def _run(notebook, folder, timeout):
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    at = [0]
    client = NotebookClient(
        notebook,
        timeout=timeout,
        kernel_name="python3",
        store_widget_state=False,
        coalesce_streams=True,  # a slow computer prints a line in two parts
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--log-level=ERROR"],
        on_cell_start=lambda cell, cell_index: at.append(cell_index + 1),
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise NotebookError(f"cell {at[-1]} raises {error.ename}: {error.evalue}") from error
    except CellTimeoutError as error:
        raise NotebookError(f"cell {at[-1]} took more than {timeout} seconds") from error
    except DeadKernelError as error:
        raise NotebookError(f"the kernel died in cell {at[-1]}, perhaps for want of memory") from error


def clean(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Leave in a notebook only what every run of it has in common; changes it in place and returns it."""
    notebook.nbformat_minor = max(notebook.nbformat_minor, 5)
    notebook.metadata.pop("widgets", None)
    notebook.metadata.update(
        kernelspec={"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        language_info=dict(LANGUAGE),
    )
    for number, cell in enumerate(notebook.cells, 1):
        cell.setdefault("id", f"cell-{number}")
        cell.metadata.pop("execution", None)
        cell.metadata.pop("collapsed", None)
        for output in cell.get("outputs", []):
            if len(output.get("data", {})) > 1:
                output.data.pop(WIDGET_VIEW, None)
                output.metadata.pop(WIDGET_VIEW, None)
    return notebook

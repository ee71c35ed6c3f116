"""Refreshing a notebook stores its new outputs and loses nothing that its author wrote."""

import nbformat
import pytest
from nbconvert import ScriptExporter
from nbformat.v4 import new_markdown_cell, new_notebook, new_output
from scratch_notebooks import code

from uspak.checking import notebook_rules, notebooks
from uspak.checking.notebooks import NotebookError
from uspak.checking.refresh import LANGUAGE, refresh
from uspak.data import files


def stale(folder):
    button = "import ipywidgets\n\nbutton = ipywidgets.Button(description='Next')\nbutton"
    notebook = new_notebook(
        cells=[
            new_markdown_cell("# Mine", id="mine"),
            code("print('one')", 9, [new_output("stream", text="stale\n")]),
            code(button, None),
            code("# not answered yet", None),
        ]
    )
    notebook.metadata = {
        "widgets": {"application/vnd.jupyter.widget-state+json": {}},
        "title": "Kept",
        "language_info": {"name": "python", "version": "3.99"},
    }
    notebook.cells[1].id = "first-code"
    notebook.cells[1].metadata = {
        "tags": ["kept"],
        "execution": {"iopub.execute_input": "2026-01-01T00:00:00Z"},
        "nbgrader": {"grade": True, "grade_id": "kept", "points": 2},
    }
    path = folder / "02_scratch.ipynb"
    nbformat.write(notebook, path)
    return path


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    path = stale(tmp_path_factory.mktemp("refreshed"))
    ids = [cell.id for cell in nbformat.read(path, as_version=4).cells]
    assert refresh(path) is True
    return path, ids, nbformat.read(path, as_version=4)


def test_refresh_makes_outputs_anew(refreshed):
    _, _, notebook = refreshed
    assert [cell.execution_count for cell in notebook.cells[1:]] == [1, 2, 3]
    assert notebook.cells[1].outputs[0].text == "one\n"


def test_refresh_drops_widget_views_state_and_timings(refreshed):
    path, _, notebook = refreshed
    assert "widget-view" not in path.read_text(encoding="utf-8")
    assert "Button(" in notebook.cells[2].outputs[0].data["text/plain"]
    assert "widgets" not in notebook.metadata
    assert "version" not in notebook.metadata.language_info, "which differs from Python to Python"
    assert "execution" not in notebook.cells[1].metadata


def test_a_refreshed_notebook_becomes_a_script(refreshed):
    _, _, notebook = refreshed
    script, resources = ScriptExporter().from_notebook_node(notebook)
    assert resources["output_extension"] == ".py"
    assert "print('one')" in script


def test_refresh_keeps_what_the_author_wrote(refreshed):
    path, ids, notebook = refreshed
    assert [cell.id for cell in notebook.cells] == ids
    assert notebook.metadata.title == "Kept"
    assert notebook.cells[1].metadata.tags == ["kept"]
    assert notebook.cells[1].metadata.nbgrader.points == 2
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_refresh_again_changes_nothing(refreshed):
    path, _, _ = refreshed
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert refresh(path) is False
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert before[0].endswith(b"}\n") and b"\r" not in before[0]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{}['weight']", r"cell 3 raises KeyError: 'weight'"),
        ("import time\ntime.sleep(60)", r"cell 3 took more than 2 seconds"),
    ],
)
def test_refresh_leaves_the_file_alone_when_a_cell_fails(source, reason, tmp_path):
    path = stale(tmp_path)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[2].source = source
    nbformat.write(notebook, path)
    before = path.read_bytes()
    with pytest.raises(NotebookError, match=reason):
        refresh(path, timeout=2)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_refresh_does_not_overwrite_what_was_saved_meanwhile(tmp_path):
    path = stale(tmp_path)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[2].source = f"open({path.name!r}, 'a').write(' ')"
    nbformat.write(notebook, path)
    with pytest.raises(NotebookError, match="somebody saved it while it ran; nothing was overwritten"):
        refresh(path)
    assert path.read_text(encoding="utf-8").endswith(" ")
    assert "stale" in path.read_text(encoding="utf-8")


def test_refresh_stores_what_was_printed_in_parts_as_one(tmp_path):
    path = stale(tmp_path)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[2].source = "import time\nprint('one,', end=' ', flush=True)\ntime.sleep(0.5)\nprint('two')"
    nbformat.write(notebook, path)
    refresh(path)
    (output,) = nbformat.read(path, as_version=4).cells[2].outputs
    assert output.text == "one, two\n"


def test_refresh_says_when_a_file_is_no_notebook(tmp_path):
    path = tmp_path / "02_scratch.ipynb"
    path.write_text("<<<<<<< HEAD")
    with pytest.raises(NotebookError, match="cannot be read as a notebook"):
        refresh(path)
    assert path.read_text() == "<<<<<<< HEAD"


def test_refresh_gives_lasting_ids_to_cells_that_have_none(tmp_path):
    path = tmp_path / "02_scratch.ipynb"
    old = nbformat.v4.upgrade(new_notebook(cells=[new_markdown_cell("a"), new_markdown_cell("b")]))
    old.nbformat_minor = 4
    for cell in old.cells:
        del cell["id"]
    path.write_text(nbformat.writes(old), encoding="utf-8")
    assert refresh(path) is True
    assert [cell.id for cell in nbformat.read(path, as_version=4).cells] == ["cell-1", "cell-2"]


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(28, "No space left on device")])
def test_refresh_says_when_a_file_cannot_be_written(error, tmp_path, monkeypatch):
    path = stale(tmp_path)
    before = path.read_bytes()

    def refused(draft, target):
        raise error

    monkeypatch.setattr(files.os, "replace", refused)
    with pytest.raises(NotebookError, match=r"02_scratch\.ipynb cannot be written: (it, or its folder|the disk)"):
        refresh(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_notebook_that_cannot_be_opened_is_a_sentence(tmp_path):
    path = tmp_path / "02_scratch.ipynb"
    with pytest.raises(NotebookError, match=r"it cannot be opened \(No such file or directory\)"):
        refresh(path)
    assert notebook_rules.problems(path) == ["02_scratch.ipynb: it cannot be opened (No such file or directory)."]


@pytest.mark.parametrize("path", notebooks.paths(), ids=lambda path: path.stem)
def test_a_script_made_of_a_notebook_ends_in_py(path):
    """nbconvert takes the ending from the metadata, which hold nothing that differs from one Python to the next."""
    assert nbformat.read(path, 4).metadata["language_info"] == LANGUAGE
    assert LANGUAGE["file_extension"] == ".py" and "version" not in LANGUAGE

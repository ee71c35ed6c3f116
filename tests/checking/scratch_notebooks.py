"""Small notebooks for the tests of this folder."""

import nbformat
from nbformat.v4 import new_code_cell, new_output


def code(source, count, outputs=()):
    return new_code_cell(source, execution_count=count, outputs=list(outputs))


def shown(text=None, **kinds):
    data = {kind.replace("__", "/"): value for kind, value in kinds.items()}
    return new_output("display_data", data={**({"text/plain": text} if text else {}), **data})


def write(notebook, folder, name="02_scratch.ipynb"):
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "lines.png").touch()
    (folder / "11_next.ipynb").touch()
    path = folder / name
    nbformat.write(notebook, path)
    return path

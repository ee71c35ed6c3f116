"""No title of a figure judges."""

import re

import nbformat
import pytest

from uspak.checking import notebooks
from uspak.drawing.figure import plain
from uspak.page.outputs import FIGURE

NUMBERS = [path.stem[:2] for path in notebooks.paths()]


def stored_titles(number):
    """The titles of the figures that a notebook stores."""
    path = next(path for path in notebooks.paths() if path.stem.startswith(number))
    outputs = [output for cell in nbformat.read(path, 4).cells for output in cell.get("outputs", [])]
    figures = [output["data"][FIGURE] for output in outputs if FIGURE in output.get("data", {})]
    return [figure["layout"]["title"]["text"] for figure in figures]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_title_of_a_figure_judges(number, prose):
    """Words of a verdict that stood in titles once; a title says what the data show."""
    titles = re.findall(
        r"(?:show\(\s*fig,|show\(\s*timeline\(.*?\),|title=)\s*f?\"([^\"]+)\"", prose(number), re.DOTALL
    )
    titles += [plain(title) for title in stored_titles(number)]  # also of what a function of a lesson draws
    assert titles
    judged = re.compile(
        r"break after break|took America's|estranged|lasted|not yet a cause|heavy break|Bound by|for Washington's aim",
        re.I,
    )
    assert not [title for title in titles if judged.search(title)]

"""No title of a figure judges."""

import re

import pytest

from uspak.checking import notebooks

NUMBERS = [path.stem[:2] for path in notebooks.paths()]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_title_of_a_figure_judges(number, prose):
    """Words of a verdict that stood in titles once; a title says what the data show."""
    titles = re.findall(
        r"(?:show\(\s*fig,|show\(\s*timeline\(.*?\),|title=)\s*f?\"([^\"]+)\"", prose(number), re.DOTALL
    )
    assert titles
    judged = re.compile(
        r"break after break|took America's|estranged|lasted|not yet a cause|heavy break|Bound by|for Washington's aim",
        re.I,
    )
    assert not [title for title in titles if judged.search(title)]

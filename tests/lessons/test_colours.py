"""One meaning, one colour: in the figures that the notebooks show, and in what draws them."""

import ast
import colorsys
import json
import re
from functools import cache

import nbformat
import pytest

from uspak.article import ACTOR_COLOURS
from uspak.checking import notebooks
from uspak.drawing import theme
from uspak.drawing.maps.colours import darker
from uspak.page.outputs import FIGURE

#: Each colour that has a hue, and what it means. Shades without one (ink, paper, land, money) mean more or less of something.
MEANINGS = {
    **{colour: code for code, colour in ACTOR_COLOURS.items()},
    **{style.colour: name for name, style in theme.DIRECTIONS.items() if name != "mixed"},
    theme.SERIES[1]: "another series",
}

#: What each actor is called, so that a reader can tell whose colour it is.
NAMES = {
    "USA": r"\bUS\b|\bUSA\b|United States|America|Washington|Obligation|Greenbook|Pew|Gallup",
    "PAK": r"Pakistan|\bPAK\b|Islamabad|Shaheen|Peshawar|Karachi|Kahuta|Chagai",
    "CHN": r"Chin|\bCHN\b|Beijing|CPEC",
    "IND": r"India|\bIND\b|Agni|Pokhran|Delhi",
}

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
_RGB = re.compile(r"rgba?\((\d+), ?(\d+), ?(\d+)")

#: Files in which colours are numbers: those that give colours their names, and the look of controls.
NAMED_IN = {"theme.py", "article.py"}
CONTROLS = {"cards.py", "script.py", "widget.py"}
SOURCES = sorted(notebooks.FOLDER.rglob("uspak/**/*.py"))


def colours_in(value):
    """All colours in a part of a figure, as ``#RRGGBB``."""
    if isinstance(value, dict):
        return set().union(*(colours_in(part) for name, part in value.items() if name not in ("template", "meta")))
    if isinstance(value, list):
        return set().union(*map(colours_in, value))
    if not isinstance(value, str):
        return set()
    rgb = {"#" + "".join(f"{int(part):02X}" for part in found) for found in _RGB.findall(value)}
    return rgb | {found.upper() for found in _HEX.findall(value)}


def has_hue(colour):
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    _, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    return saturation > 0.3 and max(red, green, blue) - min(red, green, blue) > 0.2


@cache
def figures():
    """The figures that the notebooks store: a list of (notebook, title, figure)."""
    found = []
    for path in notebooks.paths():
        for cell in nbformat.read(path, 4).cells:
            for output in cell.get("outputs", []):
                if figure := output.get("data", {}).get(FIGURE):
                    found.append((path.stem, figure["layout"].get("title", {}).get("text", ""), figure))
    return found


@pytest.mark.parametrize("notebook", [path.stem for path in notebooks.paths()])
def test_each_colour_with_a_hue_has_a_meaning(notebook):
    known = set(MEANINGS) | {darker(colour) for colour in MEANINGS}
    shown = [(title, figure) for name, title, figure in figures() if name == notebook]
    assert shown
    for title, figure in shown:
        hues = {colour for colour in colours_in([figure["data"], figure["layout"]]) if has_hue(colour)}
        assert hues <= known, f"{title}: {sorted(hues - known)} mean nothing that theme.py knows"


def test_no_two_meanings_share_a_colour():
    assert len(MEANINGS) == len(ACTOR_COLOURS) + 2 + 1
    assert all(has_hue(colour) for colour in MEANINGS)
    assert not any(has_hue(colour) for colour in [*theme.MONEY.values(), theme.INK, theme.OTHERS, theme.QUIET])


def test_an_actors_colour_is_on_what_bears_the_actors_name():
    for notebook, title, figure in figures():
        for trace in figure["data"]:
            for colour in colours_in(trace) & set(ACTOR_COLOURS.values()):
                said = json.dumps(
                    {name: trace[name] for name in trace if name not in ("lon", "lat")}, ensure_ascii=False
                )
                code = MEANINGS[colour]
                assert re.search(NAMES[code], said), f"{notebook}, {title}: {trace.get('name')} in the colour of {code}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(notebooks.FOLDER / "uspak")))
def test_colours_have_their_names_in_the_code(path):
    if path.name in NAMED_IN | CONTROLS:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    assert [node.lineno for node in texts if re.fullmatch(_HEX, node.value)] == [], "write theme.…"


@pytest.mark.parametrize("path", notebooks.paths(), ids=lambda path: path.stem)
def test_colours_have_their_names_in_the_notebooks(path):
    code = [cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
    assert [found for source in code for found in re.findall(r"""["'](#[0-9A-Fa-f]{3,6})["']""", source)] == []

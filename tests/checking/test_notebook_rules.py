"""Every notebook keeps the rules, and every rule bites."""

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook, new_output
from scratch_notebooks import code, shown, write

from uspak.checking import notebook_rules, notebooks

WIDGET_VIEW = {"model_id": "a1b2", "version_major": 2, "version_minor": 0}
FIGURE = {"data": [], "layout": {}}


def test_the_series_has_its_notebooks():
    names = [path.stem for path in notebooks.paths()]
    assert "00_start_here" in names and "02_cold_war_allies" in names
    assert names == sorted(names)


@pytest.mark.parametrize("path", notebooks.paths(), ids=lambda path: path.stem)
def test_no_notebook_has_problems(path):
    assert notebook_rules.problems(path) == []


# Each rule on a broken copy of a notebook that keeps them all.


def sound():
    text = "Text with `<b>code</b>`, 3 < 4 and <details><summary>a fold</summary></details>."
    cells = [new_markdown_cell("# A title, 1947–1979\n\n[What the author wrote](https://example.org/a_(b)).")]
    cells += [new_markdown_cell(f"## {section}\n\n{text}") for section in notebook_rules.SECTIONS]
    cells[3].source += "\n\n![Two lines that cross in 1965](images/lines.png)"
    cells[3].source += "\n\n[the map](#Map), [the article](#What-the-article-says), [the next one](11_next.ipynb#Map)"
    cells[4].source += "\n\n```python\n# no heading\n![](nothing)\n```"
    cells += [code("print('one')", 1, [new_output("stream", text="one\n")]), code("", None), code("2", 2, [shown("2")])]
    return new_notebook(cells=cells)


def test_a_sound_notebook_has_no_problems(tmp_path):
    assert notebook_rules.problems(write(sound(), tmp_path)) == []


def _part(notebook, name):
    return next(cell for cell in notebook.cells if cell.source.startswith(f"## {name}"))


def no_title(notebook):
    notebook.cells[0].source = "No heading at all"


def text_before_the_title(notebook):
    notebook.cells.insert(0, new_markdown_cell("Foreword"))


def second_title(notebook):
    notebook.cells[0].source += "\n\n# Another"


def missing_part(notebook):
    notebook.cells.remove(_part(notebook, "Evidence"))


def wrong_order(notebook):
    map_ = _part(notebook, "Map")
    notebook.cells.remove(map_)
    notebook.cells.insert(1, map_)


def skipped_level(notebook):
    _part(notebook, "Evidence").source += "\n\n#### Too deep"


def too_long(notebook):
    notebook.cells[-1].source = "\n".join(["x = 1"] * 26)


def folded_without_a_comment(notebook):
    notebook.cells[-1].metadata["jupyter"] = {"source_hidden": True}
    notebook.cells[-4].source += " (The next cell is folded.)"


def folded_without_a_word(notebook):
    notebook.cells[-1].metadata["jupyter"] = {"source_hidden": True}
    notebook.cells[-1].source = "# draws two\n2"


def never_run(notebook):
    notebook.cells[-1].execution_count = None


def run_out_of_order(notebook):
    notebook.cells[-1].execution_count = 7


def stored_error(notebook):
    notebook.cells[-1].outputs = [new_output("error", ename="KeyError", evalue="'weight'", traceback=[])]


def stored_warning(notebook):
    notebook.cells[-1].outputs = [new_output("stream", name="stderr", text="a.py:1: FutureWarning: soon gone\n")]


def widget_view(notebook):
    notebook.cells[-1].outputs[0].data[notebook_rules.WIDGET_VIEW] = WIDGET_VIEW


def nothing_but_a_widget_view(notebook):
    notebook.cells[-1].outputs[0].data = {notebook_rules.WIDGET_VIEW: WIDGET_VIEW}


def widget_state(notebook):
    notebook.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}


def figure_without_words(notebook):
    notebook.cells[-1].outputs = [shown(**{notebook_rules.FIGURE: FIGURE})]


def picture_without_words(notebook):
    notebook.cells[-1].outputs = [shown("<Figure size 640x480>", image__png="iVBORw0KGgo=")]


def memory_address(notebook):
    notebook.cells[-1].outputs = [shown("<Thing at 0x7f3a9c0b1d60>")]


def script(notebook):
    notebook.cells[-1].outputs = [shown("a figure", text__html='<div id="1"></div><script>draw("1")</script>')]


def foreign_output(notebook):
    notebook.cells[-1].outputs = [shown("a picture", text__html='<img src="https://tiles.example.org/1.png" alt="x">')]


def tag_without_reason(notebook):
    notebook.cells += [code("", None) for _ in range(20)]
    notebook.cells[-21].metadata.tags = ["nbval-ignore-output"]


def comment_without_reason(notebook):
    notebook.cells += [code("", None) for _ in range(20)]
    notebook.cells[-21].source = "# NBVAL_IGNORE_OUTPUT\n2"


def too_many_excused(notebook):
    notebook.cells[-1].metadata = {"tags": ["nbval-skip"], "nbval-reason": "the clock"}


def raw_html(notebook):
    _part(notebook, "Map").source += "\n\n<div style='color:red'>Look</div>"


def picture_without_alt(notebook):
    _part(notebook, "Map").source += "\n\n![](images/lines.png)"


def picture_with_empty_alt_words(notebook):
    _part(notebook, "Map").source += "\n\n![Screenshot](images/lines.png)"


def link_that_says_nothing(notebook):
    _part(notebook, "Map").source += "\n\nClick [here](11_next.ipynb)."


def dead_notebook(notebook):
    _part(notebook, "Map").source += "\n\n[the army](07_army_argument.ipynb#Map)"


def dead_picture(notebook):
    _part(notebook, "Map").source += "\n\n![A road through the pass](images/none.png)"


def dead_defined_link(notebook):
    _part(notebook, "Map").source += "\n\n[the army][next]\n\n[next]: 07_army_argument.ipynb"


def dead_anchor(notebook):
    _part(notebook, "Map").source += "\n\n[see the evidence](#evidence)"


def own_computer(notebook):
    _part(notebook, "Map").source += "\n\n[my copy](file:///C:/Users/me/a.ipynb)"


def own_server(notebook):
    _part(notebook, "Map").source += "\n\n[my page](http://localhost:8888/lab)"


def picture_from_the_internet(notebook):
    _part(notebook, "Map").source += "\n\n![A road through the pass](https://example.org/road.png)"


def lost_attachment(notebook):
    _part(notebook, "Map").source += "\n\n![A road through the pass](attachment:road.png)"


RULES = {
    no_title: "needs one title, in its first cell (a line that begins with '# '); it has 0",
    text_before_the_title: "needs one title, in its first cell",
    second_title: "it has 2",
    missing_part: "the part '## Evidence' is missing",
    wrong_order: "the part '## Map' stands in the wrong place; the order is: A question to start with, What",
    skipped_level: "the heading 'Too deep' skips a level",
    too_long: "cell 15 has 26 lines of code, more than 25",
    folded_without_a_comment: "cell 15 is folded; let it begin with a comment",
    folded_without_a_word: "cell 15 is folded; say so in the text before it",
    never_run: "cell 15 has not been run, so nothing compares its output. Run: uspak refresh 02_scratch.ipynb",
    run_out_of_order: "not run once each from top to bottom. Run: uspak refresh 02_scratch.ipynb",
    stored_error: "cell 15 stores an error: KeyError: 'weight'",
    stored_warning: "cell 15 stores a warning that a reader cannot judge: 'a.py:1: FutureWarning: soon gone'",
    widget_view: "cell 15 stores a widget view, which shows as an error until it is run. Run: uspak refresh",
    nothing_but_a_widget_view: "cell 15 stores nothing but a widget view",
    widget_state: "the state of widgets is saved in it",
    figure_without_words: "cell 15 stores a figure without words",
    picture_without_words: "cell 15 stores a figure without words",
    memory_address: "cell 15 stores a memory address",
    script: "cell 15 stores a script",
    foreign_output: "cell 15 fetches from tiles.example.org",
    tag_without_reason: "cell 15 escapes the comparison of outputs; say why in its metadata under 'nbval-reason'",
    comment_without_reason: "cell 15 escapes the comparison of outputs",
    too_many_excused: "1 of 3 code cells escape the comparison of outputs; at most one in twenty may",
    raw_html: "cell 5 holds raw HTML (<div>)",
    picture_without_alt: "cell 5 shows images/lines.png without saying what it shows",
    picture_with_empty_alt_words: "cell 5 shows images/lines.png without saying what it shows",
    link_that_says_nothing: "the link 'here' in cell 5 says nothing when read alone",
    dead_notebook: "cell 5 links to 07_army_argument.ipynb#Map, which does not exist",
    dead_picture: "cell 5 links to images/none.png, which does not exist",
    dead_defined_link: "cell 5 links to 07_army_argument.ipynb, which does not exist",
    dead_anchor: "cell 5 links to #evidence, but no heading has that name",
    own_computer: "cell 5 links to file:///C:/Users/me/a.ipynb, which exists on your computer alone",
    own_server: "cell 5 links to http://localhost:8888/lab, which exists on your computer alone",
    picture_from_the_internet: "cell 5 fetches https://example.org/road.png, so a room without internet sees nothing",
    lost_attachment: "cell 5 shows attachment:road.png, but that picture is not stored in the cell",
}


@pytest.mark.parametrize("break_it", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_bites_once_and_alone(break_it, tmp_path):
    notebook = sound()
    break_it(notebook)
    found = notebook_rules.problems(write(notebook, tmp_path))
    assert len(found) == 1, found
    assert found[0].startswith("02_scratch.ipynb: ")
    assert RULES[break_it] in found[0]


def test_a_large_file_is_a_problem(tmp_path):
    notebook = sound()
    notebook.cells[-1].outputs = [shown("x" * notebook_rules.MAXIMUM_BYTES)]
    (found,) = notebook_rules.problems(write(notebook, tmp_path))
    assert "bytes long, and over 1,000,000" in found


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<<<<<<< HEAD",
        "[]",
        '{"cells": [{"cell_type": "code"}], "nbformat": 4, "nbformat_minor": 5}',
    ],
)
def test_what_is_no_notebook_is_named_with_the_way_back(content, tmp_path):
    path = tmp_path / "02_scratch.ipynb"
    path.write_text(content)
    (found,) = notebook_rules.problems(path)
    assert found.startswith("02_scratch.ipynb: it cannot be read as a notebook (")
    assert "git checkout -- notebooks/02_scratch.ipynb" in found

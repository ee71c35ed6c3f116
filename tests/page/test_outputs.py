"""uspak.page.outputs: the bundle of a widget, and HTML in which dollars are money; tests/browser has the rest."""

import ipywidgets
import nbformat
import pandas as pd
import pytest

import uspak  # noqa: F401  (it tells pandas about dollars)
from uspak.checking import notebook_rules
from uspak.drawing import figure
from uspak.lessons.cold_war_allies.what_was_owed import WhatWasOwed
from uspak.lessons.from_article_to_data.code_it_yourself import CodeItYourself
from uspak.page import outputs, script
from uspak.widgets.cards import Card, Note

MONEY = "from $3 to $4"


def test_every_live_view_brings_the_page_script(monkeypatch):
    brought = []
    monkeypatch.setattr(script, "page_script", lambda: brought.append(True))
    outputs.widget_bundle(ipywidgets.HTML(), {"text/plain": "words"})
    assert brought == [True]


@pytest.mark.parametrize(
    "html",
    [
        lambda: pd.DataFrame({"what": [MONEY]})._repr_html_(),
        lambda: figure.text_version(MONEY),
        lambda: Note("Correct", MONEY, MONEY).html(),
        lambda: Card(Note("Correct", MONEY, MONEY))._repr_mimebundle_()["text/html"],
    ],
    ids=["table", "text version", "note", "card"],
)
def test_html_with_dollars_asks_not_to_be_typeset(html):
    assert "mathjax_ignore" in html().partition(MONEY)[0]


@pytest.mark.parametrize("widget", [CodeItYourself, WhatWasOwed])
def test_what_a_deciding_widget_stores_asks_not_to_be_typeset(widget, shown):
    widget()._ipython_display_()
    assert all("mathjax_ignore" in bundle["text/html"] for bundle in shown if "text/html" in bundle) and shown


@pytest.mark.parametrize(
    ("text", "told"), [(MONEY, True), (r"from \$3 to \$4", False), ("from $3 on", False), (f"`{MONEY}`", False)]
)
def test_check_finds_dollars_that_markdown_would_typeset(tmp_path, text, told):
    path = tmp_path / "00_money.ipynb"
    cells = [nbformat.v4.new_markdown_cell("# Money"), nbformat.v4.new_markdown_cell(text)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    assert any("cell 2 holds two dollar signs" in problem for problem in notebook_rules.problems(path)) is told

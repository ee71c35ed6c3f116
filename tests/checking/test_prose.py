"""The numbers in the prose of the notebooks: each stands in an output or a table, and the check would notice if not."""

import re

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from uspak import data
from uspak.checking import notebooks, prose
from uspak.drawing.figure.tables import html_table


@pytest.mark.parametrize("path", notebooks.paths(), ids=lambda path: path.stem)
def test_every_number_in_the_prose_is_carried(path):
    assert prose.problems(path) == []


@pytest.mark.parametrize("path", notebooks.paths()[1:], ids=lambda path: path.stem)
def test_the_notebooks_state_numbers_at_all(path):
    notebook = nbformat.read(path, 4)
    numerals = [numeral for _, text in prose._prose(notebook) for numeral in prose._NUMERAL.findall(text)]
    assert len(numerals) >= 10, "the patterns swallow them, or the prose has none"


def notebook(text, code="1 + 1", outputs=(), section="Evidence"):
    return new_notebook(
        cells=[
            new_markdown_cell("# Title 77777"),
            new_markdown_cell("## A question to start with\n\nWhat of 88888?"),
            new_markdown_cell(f"## {section}\n\n{text}"),
            new_code_cell(code, outputs=list(outputs)),
            new_markdown_cell("## Exercises\n\nWhat of 99999?"),
        ]
    )


def said(*arguments, **more):
    return [numeral for _, numeral in prose.unsupported(notebook(*arguments, **more))]


@pytest.mark.parametrize("section", prose.SECTIONS)
def test_a_number_from_nowhere_is_found_in_each_section(section):
    assert prose.unsupported(notebook("Some 48,213 people came.", section=section)) == [(3, "48,213")]


@pytest.mark.parametrize(
    "text", ["98,765 men", "98765 men", "**98,765**", "about 98,765.", "98,765–98,765", "$98,765 million"]
)
def test_an_unknown_number_is_found_however_it_is_written(text):
    assert set(said(text)) in ({"98,765"}, {"98765"})


@pytest.mark.parametrize(
    "output",
    [
        new_output("stream", text="98765 men\n"),
        new_output("execute_result", data={"text/plain": "98,765"}, execution_count=1),
        new_output("display_data", data={"text/plain": "a table", "text/html": "<td>98765</td>"}),
        new_output(
            "display_data", data={"text/plain": "a table", "text/html": html_table(pd.DataFrame({"men": [98765.0]}))}
        ),
        new_output(
            "display_data",
            data={
                "text/plain": "f",
                "application/vnd.plotly.v1+json": {"data": [], "layout": {"title": {"text": "98,765"}}},
            },
        ),
    ],
)
def test_what_a_cell_prints_or_draws_carries_a_number(output):
    assert said("98,765 men", outputs=[output]) == []


def test_a_table_carries_its_numbers_only_where_it_is_loaded():
    refugees = data.evidence("refugees")["refugees_end_year"]
    number = f"{refugees.max():,}"
    assert said(f"{number} people") == [number]
    assert said(f"{number} people", 'uspak.evidence("refugees")') == []
    assert said(f"{number} people", "from uspak.lessons.frontline_state.frontline_map import FrontlineMap") == [], (
        "a widget loads it"
    )


def test_a_day_must_stand_in_a_table_as_day_and_month():
    event = data.events().query("precision == 'day'").iloc[0]
    year, month, day = event["date"].split("-")
    written = f"{int(day)} {prose.dates.MONTHS[int(month) - 1]} {year}"
    assert said(f"On {written} it began.") == []
    days = {tuple(map(int, found)) for found in re.findall(r"\d{4}-(\d\d)-(\d\d)", data.events().to_csv())}
    free = next((m, d) for m in range(1, 13) for d in range(1, 28) if (m, d) not in days)
    wrong = f"{free[1]} {prose.dates.MONTHS[free[0] - 1]} {year}"
    assert wrong in said(f"On {wrong} it began.")


@pytest.mark.parametrize(
    "text",
    [
        "`head(98765)`",
        "```python\nx = 98765\n```",
        "[a page](https://example.org/98765)",
        "P9 and P2-10",
        "notebook 98765",
        "### 98765. A heading",
        "the F-98765 fighter",
        "(*The Times*, 9 December 2185)",
        "*The Times* of 9 December 2185",
    ],
)
def test_what_states_no_number_is_left_alone(text):
    assert said(text) == []


def test_the_message_names_file_cell_and_number(tmp_path):
    path = tmp_path / "30_scratch.ipynb"
    nbformat.write(notebook("Some 48,213 people came."), path)
    (problem,) = prose.problems(path)
    assert problem.startswith("30_scratch.ipynb: cell 3 says '48,213'")


def test_a_broken_table_is_named_as_the_reason(tmp_path, monkeypatch):
    path = tmp_path / "30_scratch.ipynb"
    nbformat.write(notebook("Nothing."), path)
    monkeypatch.setenv("USPAK_DATA", str(tmp_path / "nowhere"))
    assert prose.problems(path) == [
        "30_scratch.ipynb: its numbers were not looked over, for a table that it uses has problems itself."
    ]

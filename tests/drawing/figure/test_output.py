"""uspak.drawing.figure.showing: what a notebook displays and stores."""

import json
import re
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from uspak import data, page
from uspak.drawing import figure
from uspak.drawing.figure.tables import html_table
from uspak.page.outputs import FIGURE

WORDS = dict(title="Aid fell in 1965", source="data/evidence/aid_by_year.csv", text="It falls by nine tenths.")


def plain_figure():
    return go.Figure(go.Scatter(x=[1954, 1965], y=[3.5, 1]))


def show(**changes):
    return figure.show(plain_figure(), **{**WORDS, **changes})


@pytest.mark.parametrize("part", ["title", "source", "text"])
@pytest.mark.parametrize("value", ["", "  ", None])
def test_no_figure_without_title_source_and_words(part, value, shown):
    with pytest.raises(ValueError, match=rf"^show\(\) needs a {part}: "):
        show(**{part: value})
    assert shown == []


def test_a_figure_is_shown_as_plotly_data_and_as_words(shown):
    show(subtitle="millions of dollars")
    picture, words = shown
    assert set(picture) == {FIGURE, "text/plain"}
    layout = picture[FIGURE]["layout"]
    assert layout["title"]["text"] == "<b>Aid fell in 1965</b>"
    assert layout["title"]["subtitle"]["text"] == "millions of dollars"
    assert picture[FIGURE]["config"]["displaylogo"] is False
    assert picture["text/plain"] == "Figure: Aid fell in 1965 It falls by nine tenths."
    assert set(words) == {"text/html", "text/plain"}
    assert "It falls by nine tenths." in words["text/html"] and "It falls by nine tenths." in words["text/plain"]


def test_the_same_figure_is_stored_the_same_way_each_time(shown):
    show(table=pd.DataFrame({"year": [1954]}))
    show(table=pd.DataFrame({"year": [1954]}))
    assert shown[:2] == shown[2:]
    assert '"uid"' not in json.dumps(shown)
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-|0x[0-9a-f]{6,}", json.dumps(shown))


def test_the_text_version_has_the_table(shown):
    show(table=pd.DataFrame({"supplier": ["China", "a <b> & c"], "share": [61.5, None]}))
    text = shown[1]["text/html"]
    assert re.match(r"<div[^>]*><details", text) and "<summary" in text
    assert cells(text) == [["China", "61.5"], ["a &lt;b&gt; &amp; c", "–"]]
    assert re.findall(r"<th\b[^>]*scope=\"col\"[^>]*>([^<]*)</th>", text) == ["supplier", "share"]


def cells(text):
    """The cells of the one table in a text, row by row."""
    body = text.split("<tbody>")[1]
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in body.split("</tr>")[:-1]]


def test_a_table_of_texts_is_aligned_to_the_left_without_row_numbers(shown):
    figure.show_table(pd.DataFrame({"term": ["TIV"], "definition": ["A measure <of> capability"]}, index=[41]))
    (bundle,) = shown
    assert cells(bundle["text/html"]) == [["TIV", "A measure &lt;of&gt; capability"]]
    assert "41" not in bundle["text/html"] and "41" not in bundle["text/plain"]
    assert bundle["text/html"].count("text-align:left") == 4


def test_a_source_is_shown_as_a_link(shown):
    source = data.sources().iloc[0]
    figure.show_source(source["source_id"])
    (bundle,) = shown
    assert figure.link(source) in bundle["text/html"]
    assert bundle["text/plain"] == f"{source['title']}: {source['url']}"
    with pytest.raises(KeyError):
        figure.show_source("no-such-source")


def test_a_table_of_statements_names_the_head_at_each_cell_for_pages_on_which_rows_are_cards():
    long = "They said that it was so, and in the same breath that it was not, as everybody knew."
    table = pd.DataFrame({"date": ["1954"], "said_by": ["A & B"], "standing": ["none"], "note": [long]})
    html = html_table(table)
    assert 'class="dataframe uspak-statements"' in html
    assert html.count("<td data-head=") == 4 and 'data-head="said_by"' in html
    assert "uspak-statements" not in html_table(table.assign(note="short"))
    assert "uspak-statements" not in html_table(table[["date", "said_by", "note"]])
    css = Path(page.__path__[0], "page.css").read_text("utf-8")
    assert "table.uspak-statements td::before { content: attr(data-head)" in css

"""uspak.figure: the dress of a figure, its text version, and links."""

import json
import re

import pandas as pd
import plotly.graph_objects as go
import pytest

from uspak.drawing import figure, theme

WORDS = dict(title="Aid fell in 1965", source="data/evidence/aid_by_year.csv", text="It falls by nine tenths.")
LONG = "the United States gave Pakistan wheat, tanks and advice, and Pakistan gave bases, " * 3


def plain_figure():
    return go.Figure(go.Scatter(x=[1954, 1965], y=[3.5, 1]))


def show(**changes):
    return figure.show(plain_figure(), **{**WORDS, **changes})


def footers(fig):
    return [note.text for note in fig.layout.annotations if note.name == "source"]


@pytest.mark.parametrize("part", ["title", "source", "text"])
@pytest.mark.parametrize("value", ["", "  ", None])
def test_no_figure_without_title_source_and_words(part, value, shown):
    with pytest.raises(ValueError, match=rf"^show\(\) needs a {part}: "):
        show(**{part: value})
    assert shown == []


def test_a_figure_is_shown_as_plotly_data_and_as_words(shown):
    show(subtitle="millions of dollars")
    picture, words = shown
    assert set(picture) == {figure.PLOTLY_MIME, "text/plain"}
    layout = picture[figure.PLOTLY_MIME]["layout"]
    assert layout["title"]["text"] == "<b>Aid fell in 1965</b>"
    assert layout["title"]["subtitle"]["text"] == "millions of dollars"
    assert picture[figure.PLOTLY_MIME]["config"]["displaylogo"] is False
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


def test_the_text_version_escapes_its_words():
    assert "<script>" not in figure.text_version("<script>alert(1)</script>")


def test_long_words_are_wrapped_to_a_narrow_page():
    fig = figure.caption(plain_figure(), LONG, LONG, LONG)
    title = fig.layout.title.text.removeprefix("<b>").removesuffix("</b>").split("<br>")
    subtitle, (footer,) = fig.layout.title.subtitle.text.split("<br>"), footers(fig)
    for lines, width in ((title, 58), (subtitle, 88), (footer.split("<br>"), 108)):
        assert len(lines) > 1 and max(map(len, lines)) <= width
    assert " ".join(title) == LONG.strip()


def test_more_lines_get_more_room():
    short, long = (figure.caption(plain_figure(), *[words] * 3).layout.margin for words in ("Short", LONG))
    assert long.t > short.t + 24 and long.b > short.b + 15
    assert long.l == short.l


def test_the_dress_adds_to_the_margins_that_a_figure_has():
    fig = plain_figure().update_layout(margin=dict(t=100, b=200, l=7))
    margin = figure.caption(fig, "Title", source="A table").layout.margin
    assert margin.t > 100 and margin.b > 200 and margin.l == 7


def test_the_source_stands_below_the_figure():
    assert footers(figure.caption(plain_figure(), "Title", source="A table")) == ["Source: A table"]
    assert footers(figure.caption(plain_figure(), "Title")) == []
    (note,) = figure.caption(plain_figure(), "Title", source="A table").layout.annotations
    assert (note.yref, note.y, note.yanchor) == ("paper", 0, "top") and note.yshift < 0


def test_the_dress_is_the_one_look_of_the_series():
    fig = figure.caption(plain_figure(), "Title")
    assert fig.layout.template == theme.TEMPLATE
    assert fig.layout.template.layout.paper_bgcolor == "#FFFFFF"


def test_a_table_of_texts_is_aligned_to_the_left_without_row_numbers(shown):
    figure.show_table(pd.DataFrame({"term": ["TIV"], "definition": ["A measure <of> capability"]}, index=[41]))
    (bundle,) = shown
    assert cells(bundle["text/html"]) == [["TIV", "A measure &lt;of&gt; capability"]]
    assert "41" not in bundle["text/html"] and "41" not in bundle["text/plain"]
    assert bundle["text/html"].count("text-align:left") == 4


def test_a_link_opens_beside_the_notebook_and_escapes_what_it_is_given():
    source = {"title": "A & <B>", "publisher": "P", "year": float("nan"), "url": "https://a.org/?x=1&y='\""}
    link = figure.link(source)
    assert "target='_blank'" in link and "rel='noopener'" in link
    assert "href='https://a.org/?x=1&amp;y=&#x27;&quot;'" in link
    assert link.endswith(">A &amp; &lt;B&gt; (P)</a>")
    assert figure.link(source, "paragraph <P1>").endswith(">paragraph &lt;P1&gt;</a>")

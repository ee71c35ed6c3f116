"""uspak.drawing.figure.text_versions and tables: the words behind a figure, and how its table is set."""

import datetime
import html
import re

import numpy as np
import pandas as pd
import pytest

from uspak.drawing import figure
from uspak.drawing.figure.tables import html_table

NUMBERS = [[3, 12], [3.5, np.nan], pd.array([3, None], "Int64"), pd.Series([1, 2.5], dtype=object), ["1,500", "–"]]
NUMBERS += [["49–62", "no total given", "158"], ["3 %", "12 %"], [-2, 5]]
DATES = [["2011-05-02", "2011-05", "2011"], ["2 May 2011", "May 2011"], ["2004-06-17/2018-01-24", None], ["1960–1964"]]
DATES += [["2015–19"], pd.to_datetime(["2011-05-02"])]
TEXTS = [["Pakistan", "2011"], [True, False], ["01", "10"], ["1976TQ", "1976"], [3, "three"], [None, None], [[1], [2]]]
TEXTS += [["3", "three thousand or four thousand"], ["three", "four", "5"], [1 + 2j]]


def tag(table, name):
    """The style and the content of each cell or head."""
    return re.findall(rf'<{name}\b[^>]*style="([^"]*)"[^>]*>(.*?)</{name}>', html_table(pd.DataFrame(table)))


def cells(*values):
    """What one column shows."""
    return [html.unescape(content) for _, content in tag({"column": pd.Series(*values)}, "td")]


def test_the_text_version_escapes_its_words():
    assert "<script>" not in figure.text_version("<script>alert(1)</script>")


def test_the_table_of_a_text_version_has_a_name_and_shows_dollars_as_money():
    page = figure.text_version("Words.", pd.DataFrame({"what": ["from $3 to $4"]}))
    assert 'aria-label="The table behind this figure"' in page
    assert "mathjax_ignore" in page.partition("from $3")[0]


@pytest.mark.parametrize(
    ("column", "side", "whole"),
    [(c, "right", True) for c in NUMBERS] + [(c, "left", True) for c in DATES] + [(c, "left", False) for c in TEXTS],
    ids=str,
)
def test_a_column_is_aligned_by_what_it_holds(column, side, whole):
    table = {"a": column}
    for style, _ in tag(table, "td"):
        assert f"text-align:{side}" in style and ("white-space:nowrap" in style) is whole
    ((head, _),) = tag(table, "th")
    assert f"text-align:{side}" in head and "nowrap" not in head
    assert '<th scope="col"' in html_table(pd.DataFrame(table))


def test_figures_are_equally_wide_and_no_colour_is_fixed():
    page = html_table(pd.DataFrame({"a": [1], "b": ["text"]}))
    assert "font-variant-numeric:tabular-nums" in page and "color" not in page and "#" not in page


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        ([1954, 2011], ["1954", "2011"]),
        ([9999, 500], ["9999", "500"]),
        ([12632, 9500], ["12,632", "9,500"]),
        ([2878100.0, np.nan], ["2,878,100", "–"]),
        ([-12000, 0], ["-12,000", "0"]),
        ([5.0, 6.0, np.nan], ["5", "6", "–"]),
        ([-0.0, 6.0], ["0", "6"]),
        ([5.0, 6.5], ["5.0", "6.5"]),
        ([1 / 3, 18.19], ["0.333333", "18.190000"]),
        ([1e-9, 0.5, 0], ["1e-09", "0.5", "0.0"]),
        ([np.inf, 1], ["inf", "1"]),
        (pd.array([12632, None], "Int64"), ["12,632", "–"]),
    ],
    ids=str,
)
def test_numbers_are_written_as_one_reads_them(column, shown):
    assert cells(column) == shown


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, pd.NaT], ids=str)
@pytest.mark.parametrize("beside", ["a text", 3, 2.5, pd.Timestamp("2011-05-02")], ids=str)
def test_all_that_is_missing_has_one_sign(missing, beside):
    assert cells([beside, missing], None, object)[1] == "–"
    assert cells([beside, missing])[1] == "–"


def test_days_are_written_as_in_the_tables_of_data():
    assert cells(pd.to_datetime(["2011-05-02", None])) == ["2011-05-02", "–"]
    assert cells([datetime.datetime(2011, 5, 2, 1, 30)]) == ["2011-05-02 01:30"]


def test_html_is_escaped_in_cells_heads_and_names():
    page = html_table(pd.DataFrame({"<i>": ["<b> & c"]}), '"><script>')
    assert "<i>" not in page and "<b>" not in page and "<script>" not in page
    assert "&lt;b&gt; &amp; c" in page


def test_long_texts_are_no_wider_than_can_be_read_and_long_heads_break_at_underscores():
    table = {"usd_millions_a_month": [3], "note": ["A long sentence. " * 6], "word": ["short"]}
    assert ["max-width" in style for style, _ in tag(table, "td")] == [False, True, False]
    assert tag(table, "th")[0][1] == "usd_<wbr>millions_<wbr>a_<wbr>month"


def test_tables_of_every_shape_can_be_shown():
    twice = pd.DataFrame([[1, "x"]], columns=["same", "same"])
    assert [content for _, content in tag(twice, "td")] == ["1", "x"]
    levels = pd.DataFrame({("weight", "mean"): [1.5], ("era", ""): ["first"]})
    assert [head for _, head in tag(levels, "th")] == ["weight mean", "era"]
    assert tag({}, "td") == tag({"a": []}, "td") == []

"""uspak.data.display: pandas' own display of a DataFrame in a notebook."""

import re
import subprocess
import sys
from types import SimpleNamespace

import IPython
import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter

from uspak.data import display

TABLE = pd.DataFrame(
    {
        "date": ["2011-05-02", "2011-05"],
        "said_by": ["A <b> & c", None],
        "percent": [29.0, None],
        "killed": pd.array([12632, None], "Int64"),
        "note": ["A long sentence. " * 6, ""],
    }
)
RIGHT, LEFT, DATE = (display.STYLES[kind] for kind in ("number", "text", "date"))
LONG = f"{LEFT};min-width:14em;max-width:44em"


def styles(table, name):
    """The styles of the cells or heads, row by row; None where there is none."""
    rows = re.findall(r"<tr.*?</tr>", display.pandas_html(table), re.DOTALL)
    found = [re.findall(rf'<{name}(?: style="([^"]*)")?[ >]', row) for row in rows]
    return [row for row in found if row]


def test_texts_stand_left_numbers_right_and_dates_in_one_line():
    assert styles(TABLE, "td") == [[DATE, LEFT, RIGHT, RIGHT, LONG]] * 2
    assert styles(TABLE, "th") == [[RIGHT, DATE, LEFT, RIGHT, RIGHT, LONG], [RIGHT], [RIGHT]]


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        TABLE.set_index(["said_by", "date"]),
        TABLE.T,
        pd.DataFrame([range(30)] * 99),
        TABLE.groupby("date").agg({"percent": ["mean", "max"]}),
        pd.DataFrame(),
        TABLE[[]],
        TABLE.head(0),
    ],
    ids=["plain", "index", "turned", "large", "two heads", "nothing", "no columns", "no rows"],
)
def test_not_a_sign_of_what_pandas_shows_is_changed(table):
    with pd.option_context("display.max_columns", 20):
        shown = display.pandas_html(table)
        assert re.sub(r'(?<=<t[dh]) style="[^"]*"|<wbr>', "", shown) == table._repr_html_()


def test_an_index_of_words_stands_left_also_where_it_repeats():
    table = pd.DataFrame({"era": ["a", "a"], "year": [1954, 1955], "v": [1, 2]}).set_index(["era", "year"])
    assert styles(table, "th")[-2:] == [[LEFT, RIGHT], [RIGHT]]


def test_a_wide_table_has_its_last_columns_styled_as_they_are():
    table = pd.DataFrame([range(30)]).assign(last="word")
    with pd.option_context("display.max_columns", 20):
        (row,) = styles(table, "td")
    assert row == [RIGHT] * 10 + [LEFT] + [RIGHT] * 9 + [LEFT]


def test_a_notebook_shows_a_dataframe_so(monkeypatch):
    formatter = DisplayFormatter()
    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(display_formatter=formatter))
    display.set_pandas_display()
    formatted, _ = formatter.format(TABLE)
    assert formatted["text/html"] == display.pandas_html(TABLE)
    assert formatted["text/plain"] == repr(TABLE)


def test_python_without_a_notebook_is_left_alone():
    code = "import uspak, sys; assert 'IPython' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_who_wants_no_html_from_pandas_gets_none():
    with pd.option_context("display.notebook_repr_html", False):
        assert display.pandas_html(TABLE) is None

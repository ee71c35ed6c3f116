"""How a table is set in a notebook: which columns hold numbers, dates or texts, and pandas' own display set by that."""

import numbers
import re
import sys
from collections.abc import Callable
from typing import Literal

import pandas as pd

from uspak.dates import MONTHS

Kind = Literal["number", "date", "text"]

#: How a cell of each kind is set. JupyterLab sets all cells right and breaks dates at their hyphens.
STYLES: dict[Kind, str] = {
    "number": "text-align:right;white-space:nowrap",
    "date": "text-align:left;white-space:nowrap",
    "text": "text-align:left",
}

_WRITTEN = rf"(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) )?(?:1[7-9]|20)\d\d"
_ONE_DATE = rf"(?:{_WRITTEN}|(?:1[7-9]|20)\d\d-\d\d(?:-\d\d)?)"
_DATE = re.compile(rf"{_ONE_DATE}(?: ?[–/-] ?(?:{_ONE_DATE}|\d\d))?", re.ASCII)
_ONE_NUMBER = r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?"
_NUMBER = re.compile(rf"[-−+]?{_ONE_NUMBER}(?:–{_ONE_NUMBER})?(?: ?%)?", re.ASCII)
_FEW_WORDS = re.compile(r"[^\d]{1,20}")
_NOTHING = ("", "–")

#: A text of so many characters is long: its column keeps a width at which it can be read, be the page ever so narrow.
_LONG = 60


def kind_of(cells: pd.Series | pd.Index) -> Kind:
    """What a column holds, by its type or, if that is text, by all its cells.

    Args:
        cells: a column of a DataFrame; cells that are missing, empty or a dash are left aside.

    Returns:
        ``"date"`` for dates that are whole, of a month or of a year, as in our tables or as written, and for spans of
        them; ``"number"`` for numbers, also those written as text (``"1,500"``, ``"49–62"``) with a few words in place of
        some (``"not given"``); else ``"text"``.
    """
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        return "date"
    if pd.api.types.is_float_dtype(cells.dtype) or pd.api.types.is_integer_dtype(cells.dtype):
        return "number"  # and neither True nor a complex number
    held = [cell for cell in cells[~cells.isna()] if not (isinstance(cell, str) and cell.strip() in _NOTHING)]
    if held and all(isinstance(cell, str) for cell in held):
        return _kind_of_texts([cell.strip() for cell in held])
    if held and all(isinstance(cell, numbers.Real) and not isinstance(cell, bool) for cell in held):
        return "number"
    return "text"


def style_of(cells: pd.Series | pd.Index, kind: Kind) -> str:
    """The style of a column's cells, for which ``kind`` is what :func:`kind_of` says."""
    if kind != "text" or max((len(str(cell)) for cell in cells), default=0) < _LONG:
        return STYLES[kind]
    return STYLES[kind] + ";min-width:14em;max-width:44em"


def breakable(head: str) -> str:
    """HTML of a column's head, which may break after underscores."""
    return head.replace("_", "_<wbr>")


def pandas_html(table: pd.DataFrame) -> str | None:
    """What pandas shows of a table, with not a sign changed: texts and dates left, numbers right, dates unbroken.

    Args:
        table: any DataFrame.

    Returns:
        The HTML of ``table._repr_html_()`` with a style for each cell, or what that returns if it is no table.
    """
    content: str | None = table._repr_html_()  # type: ignore[operator]  # IPython's protocol
    if not content or "<tbody>" not in content:
        return content
    levels = [table.index.get_level_values(level) for level in range(table.index.nlevels)]
    index = [STYLES[kind_of(level)] for level in levels]
    columns = [style_of(column, kind_of(column)) for _, column in table.items()]
    head, body = content.split("<tbody>")
    head = re.sub(r"(?<=>)[^<>]+(?=</th>)", lambda words: breakable(words[0]), head)

    body = _styled(body, "th", lambda count: index[-count:])  # a cell that would repeat the one above is left out
    body = _styled(body, "td", lambda count: _shown(columns, count))
    return _styled(head, "th", lambda count: index + _shown(columns, count - len(index))) + "<tbody>" + body


def set_pandas_display() -> None:
    """Set what pandas shows in a notebook, where there is one: alignment, and no formulas between two dollar signs."""
    pd.set_option("display.html.use_mathjax", False)  # a table with two dollar signs shows sums of money, not a formula
    ipython = sys.modules.get("IPython")  # a student's Python without it shows no HTML
    if ipython and (shell := ipython.get_ipython()):
        shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, pandas_html)


def _kind_of_texts(held: list[str]) -> Kind:
    if all(_DATE.fullmatch(cell) for cell in held):
        return "date"
    others = [cell for cell in held if not _NUMBER.fullmatch(cell)]
    few = len(others) < len(held) / 2 and all(_FEW_WORDS.fullmatch(cell) for cell in others)
    return "number" if few else "text"


def _shown(columns: list[str], count: int) -> list[str]:
    """The styles of the columns that pandas shows: all, or as many from both ends with dots in the middle."""
    half = count // 2
    return columns if count == len(columns) or half < 1 else [*columns[:half], STYLES["text"], *columns[-half:]]


def _styled(content: str, tag: str, styles: Callable[[int], list[str]]) -> str:
    """HTML in which each row's cells have the styles for that many cells; a row in which they differ stays as it is."""

    def row_styled(row: re.Match[str]) -> str:
        count = row[0].count(f"<{tag}")
        here = styles(count) if count and "colspan" not in row[0] else []
        if len(here) != count:
            return row[0]
        each = iter(here)
        return re.sub(rf"<{tag}\b", lambda _: f'<{tag} style="{next(each)}"', row[0])

    return re.sub(r"<tr\b.*?</tr>", row_styled, content, flags=re.DOTALL)

"""How a table is set in a notebook: which columns hold numbers, dates or texts."""

import numbers
import re
from typing import Literal

import pandas as pd

from uspak.dates import MONTHS

Kind = Literal["number", "date", "text"]

_UNBROKEN = ";white-space:nowrap"

#: How a cell of each kind is set. JupyterLab sets all cells right and breaks dates at their hyphens.
STYLES: dict[Kind, str] = {
    "number": f"text-align:right{_UNBROKEN}",
    "date": f"text-align:left{_UNBROKEN}",
    "text": "text-align:left",
}

_WRITTEN = rf"(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) )?(?:1[7-9]|20)\d\d"
_ONE_DATE = rf"(?:{_WRITTEN}|(?:1[7-9]|20)\d\d-\d\d(?:-\d\d)?)"
_DATE = re.compile(rf"{_ONE_DATE}(?: ?[–/-] ?(?:{_ONE_DATE}|\d\d))?", re.ASCII)
_ONE_NUMBER = r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?"
_NUMBER = re.compile(rf"[-−+]?{_ONE_NUMBER}(?:–{_ONE_NUMBER})?(?: ?%)?", re.ASCII)
_FEW_WORDS = re.compile(r"[^\d]{1,20}")
_NOTHING = ("", "–")

_SHORT_HEAD = 12  # characters: as wide as most cells below it

#: A text of so many characters is long: its column is no wider than can be read, and as narrow as the page needs.
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
    return STYLES[kind] + ";max-width:44em"


def breakable(head: str) -> str:
    """HTML of a column's head, which may break after underscores, unless it is short."""
    return head.replace("_", "_<wbr>") if len(head) > _SHORT_HEAD else head


def _kind_of_texts(held: list[str]) -> Kind:
    if all(_DATE.fullmatch(cell) for cell in held):
        return "date"
    others = [cell for cell in held if not _NUMBER.fullmatch(cell)]
    few = len(others) < len(held) / 2 and all(_FEW_WORDS.fullmatch(cell) for cell in others)
    return "number" if few else "text"

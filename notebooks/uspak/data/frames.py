"""The bytes of a table as a pandas DataFrame, with the types that its description names (:mod:`uspak.data` lists them)."""

import functools
import io
from typing import Any

import pandas as pd

from .package import Resource

_DTYPES = {"string": "str", "number": "float64", "date": "str"}

pd.set_option("display.html.use_mathjax", False)  # a table with two dollar signs shows sums of money, not a formula


def frame_of(resource: Resource, content: bytes) -> pd.DataFrame:
    """The DataFrame that a table's description makes of its bytes, plain CSV in UTF-8. Raises what pandas raises."""
    return _read(content, tuple((field["name"], _dtype(field)) for field in resource["schema"]["fields"])).copy()


def whole_fiscal_years(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that are whole fiscal years, without such as the transition quarter of 1976.

    Args:
        frame: a DataFrame with a column ``fiscal_year``, text or whole numbers.

    Returns:
        A DataFrame with the years, whole numbers, as its index; the column stays.
    """
    whole = frame[frame["fiscal_year"].astype(str).str.fullmatch(r"\d{4}")]
    return whole.set_index(whole["fiscal_year"].astype(int))


@functools.lru_cache(maxsize=128)
def _read(content: bytes, dtypes: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """A CSV file's content as a table; remembered, because a notebook asks for the same tables again and again."""
    types: dict[Any, Any] = dict(dtypes)
    return pd.read_csv(io.BytesIO(content), dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8")


def _dtype(field: dict[str, Any]) -> str:
    if field["type"] == "integer":
        return "int64" if field.get("constraints", {}).get("required") else "Int64"
    return _DTYPES[field["type"]]

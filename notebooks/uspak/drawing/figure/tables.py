"""A table to read, in HTML: texts left, numbers right, one dash for all that is missing."""

import html
import math

import pandas as pd

from .columns import STYLES, breakable, kind_of, style_of

#: What stands for a value that is missing, be it NaN, None, <NA> or NaT.
MISSING = "–"

#: A table of so many columns, one of them of long texts, has no room on a narrow page: there each row is a card (``page/page.css``).
_FEWEST_OF_STATEMENTS = 4

#: A column with a number of at least this gets separators; no year is as large.
SEPARATED_FROM = 10_000


def html_table(table: pd.DataFrame, name: str = "") -> str:
    """A table in HTML, as it is set everywhere in the series; it has no colours of its own and fits any theme.

    Args:
        table: a DataFrame; its index is not shown.
        name: what the table is, for screen readers, where no heading says so.
    """
    columns = [column for _, column in table.items()]
    kinds = [kind_of(column) for column in columns]
    styles = [style_of(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    cells = [
        written(column) if kind == "number" else texts(column) for column, kind in zip(columns, kinds, strict=True)
    ]
    heads = [
        f'<th scope="col" style="{STYLES[kind].partition(";")[0]};vertical-align:bottom">{_head(head)}</th>'
        for head, kind in zip(table.columns, kinds, strict=True)
    ]
    statements = len(columns) >= _FEWEST_OF_STATEMENTS and any("max-width" in style for style in styles)
    named = [f' data-head="{html.escape(_words(head))}"' if statements else "" for head in table.columns]
    rows = [
        "".join(
            f'<td{head} style="{style};vertical-align:top">{html.escape(cell, quote=False)}</td>'
            for head, style, cell in zip(named, styles, row, strict=True)
        )
        for row in zip(*cells, strict=True)
    ]
    label = f' aria-label="{html.escape(name)}"' if name else ""
    kind = "dataframe uspak-statements" if statements else "dataframe"
    return (
        f'<table class="{kind}"{label} style="margin-left:0;font-variant-numeric:tabular-nums">\n'
        f"<thead>\n<tr>{''.join(heads)}</tr>\n</thead>\n"
        f"<tbody>\n{''.join(f'<tr>{row}</tr>' + chr(10) for row in rows)}</tbody>\n</table>"
    )


def written(numbers: pd.Series) -> list[str]:
    """The numbers of a column as one reads them: ``12,632``, ``5`` for 5.0, as many decimals in all cells.

    Args:
        numbers: a column of numbers, or of numbers written as text, which stay as they are.
    """
    values = numbers[~numbers.isna()]
    if any(isinstance(value, str) for value in values):
        return texts(numbers)
    finite = [value for value in values if math.isfinite(value)]
    separator = "," if any(abs(value) >= SEPARATED_FROM for value in finite) else ""
    decimals = max(map(_decimals, finite), default=0)
    form, least = f"{separator}.{decimals}f", 10**-decimals / 2
    return [
        MISSING if gone else f"{value:.3g}" if abs(value) < least and value else format(value or 0, form)
        for value, gone in zip(numbers, numbers.isna(), strict=True)
    ]


def texts(column: pd.Series) -> list[str]:
    """The cells of any other column as text; days without a time of day are written without one."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        days = column.dropna()
        form = "%Y-%m-%d" if (days == days.dt.normalize()).all() else "%Y-%m-%d %H:%M"
        column = column.dt.strftime(form)
    return [MISSING if gone else str(value) for value, gone in zip(column, column.isna(), strict=True)]


def _decimals(value: float) -> int:
    """How many decimals a number needs, at most as many as pandas shows."""
    return len(f"{value:.{pd.get_option('display.precision')}f}".rstrip("0").partition(".")[2])


def _words(column: object) -> str:
    return " ".join(str(part) for part in column if part != "") if isinstance(column, tuple) else str(column)


def _head(column: object) -> str:
    return breakable(html.escape(_words(column), quote=False))

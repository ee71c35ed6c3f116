"""The text version of a figure: its words, and the table behind it, in HTML."""

import html

import pandas as pd

from uspak.page.outputs import without_mathjax


def text_version(text: str, table: pd.DataFrame | None = None) -> str:
    """HTML that unfolds to the words and the table behind a figure; works with no kernel and no script."""
    rows = "" if table is None else (f'<div style="max-height:320px;overflow:auto">{html_table(table)}</div>')
    return without_mathjax(
        '<details style="margin:2px 0 14px 12px"><summary style="cursor:pointer">Text version of this figure</summary>'
        f'<p style="max-width:46em;margin:6px 0">{html.escape(text)}</p>{rows}</details>'
    )


def html_table(table: pd.DataFrame) -> str:
    """A table in HTML: left-aligned, wrapped, without row numbers, with a dash where there is no value."""
    content = table.to_html(index=False, border=0, na_rep="–", justify="left")
    return content.replace("<th>", '<th scope="col" style="text-align:left;vertical-align:top">').replace(
        "<td>", '<td style="text-align:left;vertical-align:top;max-width:44em;white-space:normal">'
    )

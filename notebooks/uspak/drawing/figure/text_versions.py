"""The text version of a figure: its words, and the table behind it, in HTML."""

import html

import pandas as pd

from uspak.page.outputs import without_mathjax

from .tables import html_table


def text_version(text: str, table: pd.DataFrame | None = None) -> str:
    """HTML that unfolds to the words and the table behind a figure; works with no kernel and no script."""
    rows = ""
    if table is not None:
        rows = f'<div style="max-height:320px;overflow:auto">{html_table(table, "The table behind this figure")}</div>'
    return without_mathjax(
        '<details style="margin:2px 0 14px 12px"><summary style="cursor:pointer">Text version of this figure</summary>'
        f'<p style="max-width:46em;margin:6px 0">{html.escape(text)}</p>{rows}</details>'
    )

"""Links to sources."""

import html
from collections.abc import Mapping
from typing import Any

import pandas as pd


def link(source: pd.Series | Mapping[str, Any], words: str | None = None) -> str:
    """An HTML link to a source, which opens beside the notebook.

    Args:
        source: a row of ``uspak.sources()``.
        words: the words of the link; by default title, publisher and year.
    """
    known = ", ".join(str(part) for part in (source["publisher"], source["year"]) if pd.notna(part))
    words = words or f"{source['title']} ({known})"
    return f"<a href='{html.escape(source['url'])}' target='_blank' rel='noopener'>{html.escape(words)}</a>"

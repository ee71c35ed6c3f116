"""What a notebook shows: figures with their text version, tables of texts, and sources."""

import json
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from IPython.display import display

from uspak import data
from uspak.page.outputs import FIGURE, without_mathjax

from .. import theme
from .captions import caption, plain
from .links import link
from .tables import html_table
from .text_versions import text_version

#: The MIME type of a figure that plotly draws.


def show(
    fig: go.Figure, title: str, subtitle: str = "", *, source: str, text: str, table: pd.DataFrame | None = None
) -> None:
    """Show a figure and, folded below it, the same in words and numbers.

    Args:
        fig: a plotly figure.
        title: the take-away, one sentence; also read out by screen readers.
        subtitle: what is shown, and its unit.
        source: where the numbers come from.
        text: what a sighted reader sees in the figure, in two or three sentences.
        table: a DataFrame with the numbers behind the figure, if there are any.

    Raises:
        ValueError: if title, source or text is missing: no figure goes without them.
    """
    for name, value in {"title": title, "source": source, "text": text}.items():
        if not str(value or "").strip():
            raise ValueError(f"show() needs a {name}: a figure without it leaves some readers out.")
    from uspak.page.script import page_script  # late: `uspak check` looks at notebooks without any widget

    page_script()  # keeps JupyterLab's keys out of the text version
    caption(fig, title, subtitle, source)
    display(snapshot(fig, text), raw=True)
    display({"text/html": text_version(text, table), "text/plain": f"Text version: {text}"}, raw=True)


def show_table(table: pd.DataFrame) -> None:
    """Show a table to read: texts whole and wrapped, numbers one below the other, without row numbers.

    Args:
        table: a DataFrame; pandas' own display shows its values as they are stored, such as 5.0 or NaN.
    """
    from uspak.page.script import page_script  # late, as above

    page_script()  # shows rows as cards where a page is narrow
    display({"text/html": without_mathjax(html_table(table)), "text/plain": table.to_string(index=False)}, raw=True)


def show_source(source_id: str) -> None:
    """Show one source as a link with its title, publisher and year.

    Args:
        source_id: an id of ``uspak.sources()``.

    Raises:
        KeyError: if there is no such source.
    """
    source = data.sources().set_index("source_id").loc[source_id]
    display({"text/html": without_mathjax(link(source)), "text/plain": f"{source['title']}: {source['url']}"}, raw=True)


def snapshot(fig: go.Figure, text: str) -> dict[str, Any]:
    """The output bundle of a figure: plotly's own data, and a sentence for whoever cannot see it."""
    content = json.loads(fig.to_json())
    for trace in content["data"]:
        trace.pop("uid", None)  # by which a live figure knows its traces, different at each run
    content["config"] = theme.CONFIG
    return {FIGURE: content, "text/plain": f"Figure: {plain(fig.layout.title.text)} {text}"}

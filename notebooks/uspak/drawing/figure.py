"""Show a figure together with its text version, with the caption of the series."""

import html
import json
import textwrap

import pandas as pd
from IPython.display import display

from uspak import data
from uspak.page.outputs import without_mathjax

from . import theme

#: Characters that fit on one line when the page is only 700 pixels wide.
TITLE_WIDTH, SUBTITLE_WIDTH, SOURCE_WIDTH = 58, 88, 108

PLOTLY_MIME = "application/vnd.plotly.v1+json"


def caption(fig, title, subtitle="", source=""):
    """Give a figure the look of the series: title, subtitle and source, wrapped to fit a narrow page.

    Args:
        fig: a plotly figure; it is changed in place.
        title: the take-away of the figure, one sentence.
        subtitle: what is shown, and its unit.
        source: where the numbers come from; stands small below the figure, after the word "Source".

    Returns:
        The same figure.
    """
    heading, subheading, footer = (
        _wrap(text, width)
        for text, width in (
            (title, TITLE_WIDTH),
            (subtitle, SUBTITLE_WIDTH),
            (f"Source: {source}" if source else "", SOURCE_WIDTH),
        )
    )
    top = 22 + 24 * _lines(heading) + 18 * _lines(subheading)
    below = 16 + 15 * _lines(footer)
    own = fig.layout.margin
    left = _given(own.l, 56)
    extra_top, extra_bottom = _given(own.t, 10), _given(own.b, 34)
    fig.update_layout(
        template=theme.TEMPLATE,
        title=dict(
            text=f"<b>{heading}</b>",
            x=0,
            xref="container",
            xanchor="left",
            y=1,
            yref="container",
            yanchor="top",
            pad=dict(t=14, l=12),
            font=dict(size=theme.TITLE_SIZE, color=theme.INK),
            subtitle=dict(text=subheading, font=dict(size=theme.SUBTITLE_SIZE, color=theme.SOFT_INK)),
        ),
        margin=dict(l=left, t=top + extra_top, b=below + extra_bottom),
    )
    if footer:
        fig.add_annotation(
            text=footer,
            x=0,
            xref="paper",
            xanchor="left",
            xshift=12 - left,
            y=0,
            yref="paper",
            yanchor="top",
            yshift=-extra_bottom,
            showarrow=False,
            align="left",
            font=dict(size=theme.SOURCE_SIZE, color=theme.FAINT_INK),
            name="source",
        )
    return fig


def set_title(fig, title, subtitle=None):
    """Give a figure with a caption, live or not, another title and, unless it is None, another subtitle; each of one line."""
    fig.layout.title.text = f"<b>{title}</b>"
    if subtitle is not None:
        fig.layout.title.subtitle.text = subtitle


def show(fig, title, subtitle="", *, source, text, table=None):
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


def show_table(table):
    """Show a table of texts: left-aligned, wrapped, without row numbers.

    Args:
        table: a DataFrame; pandas' own display, which aligns to the right, is better for numbers.
    """
    display({"text/html": without_mathjax(_as_html(table)), "text/plain": table.to_string(index=False)}, raw=True)


def show_source(source_id):
    """Show one source as a link with its title, publisher and year.

    Args:
        source_id: an id of ``uspak.sources()``.

    Raises:
        KeyError: if there is no such source.
    """
    source = data.sources().set_index("source_id").loc[source_id]
    display({"text/html": without_mathjax(link(source)), "text/plain": f"{source['title']}: {source['url']}"}, raw=True)


def snapshot(fig, text):
    """The output bundle of a figure: plotly's own data, and a sentence for whoever cannot see it."""
    content = json.loads(fig.to_json())
    for trace in content["data"]:
        trace.pop("uid", None)  # by which a live figure knows its traces, different at each run
    content["config"] = theme.CONFIG
    return {PLOTLY_MIME: content, "text/plain": f"Figure: {plain(fig.layout.title.text)} {text}"}


def text_version(text, table=None):
    """HTML that unfolds to the words and the table behind a figure; works with no kernel and no script."""
    rows = "" if table is None else (f'<div style="max-height:320px;overflow:auto">{_as_html(table)}</div>')
    return without_mathjax(
        '<details style="margin:2px 0 14px 12px"><summary style="cursor:pointer">Text version of this figure</summary>'
        f'<p style="max-width:46em;margin:6px 0">{html.escape(text)}</p>{rows}</details>'
    )


def _as_html(table):
    content = table.to_html(index=False, border=0, na_rep="–", justify="left")
    return content.replace("<th>", '<th scope="col" style="text-align:left;vertical-align:top">').replace(
        "<td>", '<td style="text-align:left;vertical-align:top;max-width:44em;white-space:normal">'
    )


def link(source, words=None):
    """An HTML link to a source, which opens beside the notebook.

    Args:
        source: a row of ``uspak.sources()``.
        words: the words of the link; by default title, publisher and year.
    """
    known = ", ".join(str(part) for part in (source["publisher"], source["year"]) if pd.notna(part))
    words = words or f"{source['title']} ({known})"
    return f"<a href='{html.escape(source['url'])}' target='_blank' rel='noopener'>{html.escape(words)}</a>"


def plain(marked_up):
    """Text without the few tags that plotly understands."""
    return " ".join((marked_up or "").replace("<br>", " ").replace("<b>", "").replace("</b>", "").split())


def _wrap(text, width):
    return "<br>".join(textwrap.wrap(text, width)) if text else ""


def _given(value, default):
    return default if value is None else value


def _lines(wrapped):
    return wrapped.count("<br>") + 1 if wrapped else 0

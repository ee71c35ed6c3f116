"""The caption of a figure: title and subtitle above it, the source below."""

import textwrap
from typing import Any

import plotly.graph_objects as go

from .. import theme
from .edge_notes import edge_note

#: Characters that fit on one line when the page is only 700 pixels wide.
TITLE_WIDTH, SUBTITLE_WIDTH, SOURCE_WIDTH = 58, 88, 98

#: Pixels that a figure is wide on a usual page; ``page/shape.js`` sees to it that it keeps its shape on others.
USUAL_WIDTH = 1028

_TITLE_LINE, _SUBTITLE_LINE, _SOURCE_LINE = 25, 17, 16  # pixels
_TITLE_BOTTOM = 31  # pixels: the foot of a title of one line
_SUBTITLE_BOTTOM = 33  # pixels: how far below that a subtitle ends
_CENTRED = 9  # pixels: by so much plotly lifts a subtitle for each line more
_GAP, _BELOW = 8, 18  # pixels below the subtitle, and around the source
_MENU = 52  # pixels: a list of views above the title
_LEFT, _TOP, _BOTTOM = 56, 10, 34  # pixels: the margins of a figure that gives none


def caption(fig: go.Figure, title: str, subtitle: str = "", source: str = "") -> go.Figure:
    """Give a figure the look of the series: title, subtitle and source, wrapped to fit a narrow page.

    Args:
        fig: a plotly figure; it is changed in place. If its ``layout.meta`` has ``plot``, its plot is so many pixels high,
            and if it has ``aspect``, so many times as high as wide, whatever height was asked for.
        title: the take-away of the figure, one sentence.
        subtitle: what is shown, and its unit.
        source: where the numbers come from; stands small below the figure, after the word "Source".

    Returns:
        The same figure.
    """
    heading = _wrapped(title, TITLE_WIDTH)
    subheading = _wrapped(subtitle, SUBTITLE_WIDTH)
    footer = _source_text(source)
    own = fig.layout.margin
    left, top, bottom = _given(own.l, _LEFT), _given(own.t, _TOP), _given(own.b, _BOTTOM)
    above = _foot(_lines(heading), _lines(subheading)) + _GAP
    below = _BELOW + _SOURCE_LINE * _lines(footer)
    menu = _MENU if fig.layout.updatemenus else 0
    fig.update_layout(
        template=theme.TEMPLATE,
        title=_title(heading, subheading, menu),
        margin=dict(l=left, t=menu + above + top, b=below + bottom),
    )
    fig.update_layout(updatemenus=[_above_the_title(view, fig.layout.margin) for view in fig.layout.updatemenus])
    _set_height(fig)
    return fig.add_annotation(_source_note(footer, left, bottom)) if footer else fig


def set_title(fig: go.Figure, title: str, subtitle: str | None = None) -> None:
    """Give a figure with a caption, live or not, another title and, unless it is None, another subtitle; each of one line."""
    fig.layout.title.text = f"<b>{title}</b>"
    if subtitle is not None:
        fig.layout.title.subtitle.text = subtitle


def set_source(fig: go.Figure, source: str) -> None:
    """Give a figure with a source in its caption, live or not, another one; as many lines as the first had room for."""
    note = next(fig.select_annotations(lambda note: note.name == "source"))
    note.text = _source_text(source)


def _set_height(fig: go.Figure) -> None:
    """Give a figure whose plot has a height, or a shape, such as a map, the height at which that fills the usual width."""
    meta, margin = fig.layout.meta or {}, fig.layout.margin
    if plot := meta.get("plot"):
        fig.layout.height = round(margin.t + margin.b + plot)
    if aspect := meta.get("aspect"):
        width = USUAL_WIDTH - margin.l - _given(margin.r, theme.TEMPLATE.layout.margin.r)
        height = round(margin.t + margin.b + width * aspect)
        fig.update_layout(height=height, meta={**meta, "height": height})


def plain(marked_up: str | None) -> str:
    """Text without the few tags that plotly understands."""
    return " ".join((marked_up or "").replace("<br>", " ").replace("<b>", "").replace("</b>", "").split())


def _above_the_title(menu: go.layout.Updatemenu, margin: go.layout.Margin) -> go.layout.Updatemenu:
    """A list of views in the place where all controls stand."""
    place = dict(x=0, xanchor="left", y=1, yanchor="bottom", pad=dict(b=margin.t - 40, l=theme.EDGE - margin.l))
    return menu.update(place, font_size=theme.SUBTITLE_SIZE)


def _title(heading: str, subheading: str, above: float) -> dict[str, Any]:
    return dict(
        text=f"<b>{heading}</b>",
        x=0,
        xref="container",
        xanchor="left",
        y=1,
        yref="container",
        yanchor="top",
        pad=dict(t=above + 14 + (_lines(heading) - 1) * (_TITLE_LINE + 1) / 2, l=theme.EDGE),
        font=dict(size=theme.TITLE_SIZE, color=theme.INK),
        subtitle=dict(text=subheading, font=dict(size=theme.SUBTITLE_SIZE, color=theme.SOFT_INK)),
    )


def _foot(title_lines: int, subtitle_lines: int) -> float:
    """The pixels from the upper edge of a figure to the foot of its subtitle, or of its title if it has none."""
    title = _TITLE_BOTTOM + _TITLE_LINE * (title_lines - 1)
    more = max(0, subtitle_lines - 1)
    return title + (_SUBTITLE_BOTTOM + more * (_SUBTITLE_LINE - _CENTRED) if subtitle_lines else 0)


def _source_note(footer: str, left: float, bottom: float) -> dict[str, Any]:
    """The annotation with the source, below a plot with these margins in pixels."""
    look = dict(align="left", font=dict(size=theme.SOURCE_SIZE, color=theme.FAINT_INK), name="source")
    return edge_note(footer, left, -bottom, y=0, yanchor="top", **look)


def _source_text(source: str) -> str:
    return _wrapped(f"Source: {source}" if source else "", SOURCE_WIDTH)


def _wrapped(text: str, width: int) -> str:
    return "<br>".join(textwrap.wrap(text, width)) if text else ""


def _lines(wrapped: str) -> int:
    return wrapped.count("<br>") + 1 if wrapped else 0


def _given(value: float | None, default: float) -> float:
    return default if value is None else value

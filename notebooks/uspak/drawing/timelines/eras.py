"""Eras as bands behind any chart of years, with their names above it."""

import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from .. import theme
from .notes import LINE, annotated
from .placement import NARROW_PLOT

_CHARACTER = 6.2  # pixels: the width of a character of an era's name
_WHOLE = 0.9  # of a window: an era that fills more of it is not worth a band

#: First and last moment of a time axis.
Window = Sequence[pd.Timestamp | str]


def add_eras(
    fig: go.Figure, eras: pd.DataFrame, window: Window, named_until: pd.Timestamp | str | None = None
) -> go.Figure:
    """Draw eras as alternating paper bands with their names above the plot, but none that fills (nearly) all of it.

    Args:
        fig: a figure with a date axis; changed in place.
        eras: rows of ``uspak.eras()``.
        window: first and last timestamp of the axis.
        named_until: eras that begin later have a band, but no name.
    """
    first, last = (pd.Timestamp(edge) for edge in window)
    names = []
    for number, era in enumerate(eras.itertuples()):
        start = max(pd.Timestamp(era.start), first)
        end = min(pd.Timestamp(era.end) if pd.notna(era.end) else last, last)
        if start >= end or (end - start) > _WHOLE * (last - first):
            continue
        if number % 2 == 0:
            fig.add_vrect(x0=start, x1=end, fillcolor=theme.ERA_BAND, line_width=0, layer="below")
        if named_until is not None and start > pd.Timestamp(named_until):
            continue
        width = (end - start) / (last - first) * NARROW_PLOT
        names.append(_era_name(era.short_name, start + (end - start) / 2, width))
    return annotated(fig, names)


def _era_name(name: str, middle: pd.Timestamp, width: float) -> dict[str, Any]:
    """The annotation with an era's name above its band, upright where its longest word is wider than the band."""
    upright = width < _CHARACTER * max(map(len, name.split()))
    lines = textwrap.wrap(name, max(1, int(width / _CHARACTER)), break_long_words=False)
    return dict(
        text=name if upright else "<br>".join(lines),
        x=middle,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=4,
        showarrow=False,
        textangle=-90 if upright else 0,
        font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
        name="era",
    )


def room_for_eras(fig: go.Figure) -> float:
    """The height, in pixels, of the names of eras above the plot, with the white around them."""
    names = [note for note in fig.layout.annotations if note.name == "era"]
    heights = [
        _CHARACTER * len(note.text) if note.textangle else LINE * (note.text.count("<br>") + 1) for note in names
    ]
    return max(heights) + 10 if heights else 6

"""Maps that go from day to day."""

from collections.abc import Callable

import plotly.graph_objects as go

from uspak.geography.arguments import Day
from uspak.geography.borders import drawn_on


class ChangingBorders:
    """The first traces of a map that goes from day to day: they are redrawn only when a state or a line has changed.

    Args:
        draw: a function from a day (as in :func:`uspak.drawing.maps.outlines`) to a ``go.Figure`` that begins with a
            base map; it must have the same number of traces on every day.
    """

    def __init__(self, draw: Callable[[Day], go.Figure]) -> None:
        self._draw = draw
        self._drawn: frozenset[str] | None = None
        self._traces = 0

    def first(self, on: Day) -> go.Figure:
        """The figure of the first day, to draw on."""
        fig = self._draw(on)
        self._drawn, self._traces = drawn_on(on), len(fig.data)
        return fig

    def redraw(self, fig: go.Figure, on: Day) -> None:
        """Bring the first traces of a figure, live or not, to another day."""
        borders = drawn_on(on)
        if borders == self._drawn:
            return
        self._drawn = borders
        for old, new in zip(fig.data[: self._traces], self._draw(on).data, strict=True):
            old.update(lon=new.lon, lat=new.lat, text=new.text)

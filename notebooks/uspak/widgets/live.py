"""The common ground of the series' live figures: controls above, figure in the middle, description below."""

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go
from IPython.display import display

from uspak.drawing import theme
from uspak.drawing.figure import snapshot, text_version
from uspak.page.outputs import widget_bundle

from .controls import Stepper
from .figure_widget import FigureWidget, OpensOnDisplay
from .plotly_script import plotly_script


class LiveFigure(OpensOnDisplay, widgets.VBox):
    """A figure that answers to controls while a kernel runs, and stays a plain figure when none does.

    A notebook stores its first state as an ordinary plotly figure, so a reader who opens it without running it sees that
    and not an error; the words and the table behind it follow as HTML.

    Args:
        controls: the widget above the figure, or None.
        figure: a ``go.Figure`` with its caption; the live copy of it is ``self.figure``.
        description: the widget below the figure, or None.
        text: what the figure shows, for whoever cannot see it.
        table: a DataFrame with what can be stepped through, for the text version.

    Attributes:
        figure: a ``FigureWidget``.
        text, table: as given.
    """

    def __init__(
        self,
        controls: widgets.Widget | None,
        figure: go.Figure,
        description: widgets.Widget | None,
        text: str,
        table: pd.DataFrame | None = None,
    ) -> None:
        self.text, self.table = text, table
        self.figure = _alive(figure)
        parts = [part for part in (controls, self.figure, description) if part]
        super().__init__(parts, layout=widgets.Layout(width="100%"))

    def __repr__(self) -> str:
        return f"{type(self).__name__}: {self.text}"

    def trace(self, mark: str) -> Any:
        """The trace of the live figure whose ``meta`` is ``mark``."""
        return next(self.figure.select_traces(lambda trace: trace.meta == mark))

    def follow(self, stepper: Stepper, marks: Sequence[str], views: Sequence[tuple[dict, dict]]) -> None:
        """Let the browser draw a view at each step by itself, without waiting until the kernel has answered.

        Args:
            stepper: whose steps are followed.
            marks: the ``meta`` of each trace that changes.
            views: one for each step: ``(changes of the traces, changes of the layout)`` as in plotly.js's
                ``Plotly.update``, of plain numbers and words, a list of one value for each trace. All change the same
                properties, for steps may be skipped.
        """
        known = [trace.meta for trace in self.figure.data]
        numbers = [known.index(mark) for mark in marks]
        self.figure.follows, self.figure.views = stepper, [(*view, numbers) for view in views]
        stepper.observe(lambda change: self.figure.keep(change.new), names="index")
        self.figure.keep(stepper.index)

    def _ipython_display_(self) -> None:
        self._show_figure()
        self._show_text_version()

    def _show_figure(self) -> None:
        plotly_script()
        self.figure.gather()
        display(widget_bundle(self, {**snapshot(self.figure, self.text), "text/plain": repr(self)}), raw=True)

    def _show_text_version(self) -> None:
        display(
            {"text/html": text_version(self.text, self.table), "text/plain": f"Text version: {self.text}"}, raw=True
        )


def _alive(figure: go.Figure) -> FigureWidget:
    live = FigureWidget(figure)
    live._config = {**live._config, **theme.CONFIG, "responsive": True}
    live.on_msg(live.answer)
    return live

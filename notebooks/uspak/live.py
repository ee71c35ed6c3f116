"""The common ground of the series' live figures: controls above, figure in the middle, words below."""

import sys
from contextlib import contextmanager

import ipywidgets as widgets
import plotly.graph_objects as go
from IPython.display import display
from plotly.basedatatypes import Undefined

from . import theme
from .figure import snapshot, text_version
from .outputs import beside


class LiveFigure(widgets.VBox):
    """A figure that answers to controls while a kernel runs, and stays a plain figure when none does.

    A notebook stores its first state as an ordinary plotly figure, so a reader who opens it without running it sees that
    and not an error; the words and the table behind it follow as HTML.

    Args:
        controls: the widget above the figure.
        figure: a dressed ``go.Figure``; the live copy of it is ``self.figure``.
        words: the widget below the figure.
        text: what the figure shows, for whoever cannot see it.
        table: a DataFrame with what can be stepped through, for the text version.
    """

    def __init__(self, controls, figure, words, text, table=None):
        self.text, self.table = text, table
        with _quick_import():
            self.figure = _alive(figure)
        super().__init__([controls, self.figure, words], layout=widgets.Layout(width="100%"))

    def __repr__(self):
        return f"{type(self).__name__}: {self.text}"

    def _ipython_display_(self):
        display(beside(self, {**snapshot(self.figure, self.text), "text/plain": repr(self)}), raw=True)
        display(
            {"text/html": text_version(self.text, self.table), "text/plain": f"Text version: {self.text}"}, raw=True
        )


def _alive(figure):
    """A live copy of a figure, without two faults of plotly's own (7.1).

    That one opens its channel to the browser while it is still empty and sends the data after it: on a slow computer it
    is drawn in between, and then stays blank. And a batch that changes a property of some traces makes the browser
    forget it for the others in the batch; so each of these is sent what it has.
    """

    class Figure(go.FigureWidget):
        _filled = False

        def open(self):
            if self._filled:
                super().open()

        def _build_update_params_from_batch(self):
            restyle, relayout, numbers = super()._build_update_params_from_batch()
            for name, values in restyle.items():
                for i, number in enumerate(numbers):
                    if values[i] is Undefined:
                        values[i] = self.data[number][name] if name in self.data[number] else None
            return restyle, relayout, numbers

    live = Figure(figure)
    live._config = {**live._config, **theme.CONFIG, "responsive": True}
    live._filled = True
    live.open()
    return live


@contextmanager
def _quick_import():
    """Keep a package that compiles for two seconds, and that nothing here uses, out of the first live figure.

    ``FigureWidget`` imports nbformat, and that jsonschema, which would import rfc3987_syntax only to check the format of
    internationalised addresses; without it, it goes on.
    """
    name = "rfc3987_syntax"
    absent = name not in sys.modules
    if absent:
        sys.modules[name] = None
    try:
        yield
    finally:
        if absent:
            sys.modules.pop(name, None)

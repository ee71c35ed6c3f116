"""The common ground of the series' live figures: controls above, figure in the middle, words below."""

import copy
import functools
import importlib
import itertools
import types
from pathlib import Path

import anywidget
import ipywidgets as widgets
import plotly.graph_objects as go
import traitlets
from IPython.display import display
from plotly.basedatatypes import Undefined

from uspak.drawing import theme
from uspak.drawing.figure import snapshot, text_version
from uspak.imports import skip_import
from uspak.page.outputs import widget_bundle
from uspak.page.script import javascript, once_per_kernel


class _OpensOnDisplay:
    """A widget that opens its channel to the browser when something is to show it, and not before it is complete."""

    _shown = False

    def open(self):
        if self._shown:
            super().open()

    @property
    def model_id(self):
        if not self._shown:
            self._shown = True
            self.open()
        return super().model_id


class LiveFigure(_OpensOnDisplay, widgets.VBox):
    """A figure that answers to controls while a kernel runs, and stays a plain figure when none does.

    A notebook stores its first state as an ordinary plotly figure, so a reader who opens it without running it sees that
    and not an error; the words and the table behind it follow as HTML.

    Args:
        controls: the widget above the figure, or None.
        figure: a ``go.Figure`` with its caption; the live copy of it is ``self.figure``.
        words: the widget below the figure, or None.
        text: what the figure shows, for whoever cannot see it.
        table: a DataFrame with what can be stepped through, for the text version.
    """

    def __init__(self, controls, figure, words, text, table=None):
        self.text, self.table = text, table
        _quick_import()
        self.figure = _alive(figure)
        parts = [part for part in (controls, self.figure, words) if part]
        super().__init__(parts, layout=widgets.Layout(width="100%"))

    def __repr__(self):
        return f"{type(self).__name__}: {self.text}"

    def trace(self, mark):
        """The trace of the live figure whose ``meta`` is ``mark``."""
        return next(self.figure.select_traces(lambda trace: trace.meta == mark))

    def follow(self, stepper, mark, views):
        """Let the browser draw a view at each step by itself, without waiting until the kernel has answered.

        Args:
            stepper: a ``Stepper``.
            mark: the ``meta`` of the trace that changes.
            views: one for each step: ``(changes of the trace, changes of the layout)`` as in plotly.js's
                ``Plotly.update``, of plain numbers and words. All change the same properties, for steps may be skipped.
        """
        number = [trace.meta for trace in self.figure.data].index(mark)
        self.figure.follows, self.figure.views = stepper, [(*view, [number]) for view in views]
        stepper.observe(lambda change: self.figure.keep(change.new), names="index")
        self.figure.keep(stepper.index)

    def _ipython_display_(self):
        self._show_figure()
        self._show_text_version()

    def _show_figure(self):
        _script()
        self.figure.gather()
        display(widget_bundle(self, {**snapshot(self.figure, self.text), "text/plain": repr(self)}), raw=True)

    def _show_text_version(self):
        display(
            {"text/html": text_version(self.text, self.table), "text/plain": f"Text version: {self.text}"}, raw=True
        )


_BROWSER = "the browser itself"  # where a change of a figure comes from, if not from the kernel


class _Script(anywidget.AnyWidget):
    """plotly's own script for live figures, on its way to the browser.

    plotly would send its five megabytes along with every figure, and anywidget gives up a figure whose script is not ready
    after two seconds: several figures on a slow computer would stay blank.
    """

    _esm = javascript(Path(__file__).with_name("plotly_script.js"))
    code = traitlets.Bytes().tag(sync=True)  # not text, which would be written and read as JSON


@once_per_kernel
def _script():
    return _Script(code=str(go.FigureWidget._esm).encode())


def _alive(figure):
    live = _figure_widget()(figure)
    live._config = {**live._config, **theme.CONFIG, "responsive": True}
    live.on_msg(live.answer)
    return live


@functools.cache
def _figure_widget():
    """The class of live figures: plotly's own (7.1), without three faults.

    That one sends its script with every figure; it opens its channel to the browser while it is still empty and sends the
    data after it, so that on a slow computer it is drawn in between and stays blank; and a batch that changes a property
    of some traces makes the browser forget it for the others in the batch, so each of these is sent what it has.
    """

    class Figure(_OpensOnDisplay, go.FigureWidget):
        _esm = javascript(Path(__file__).with_name("live_figure.js"))
        ring = traitlets.List(traitlets.Float()).tag(sync=True)  # x and y of its centre, 0 to 1 of the plot area
        follows = traitlets.Instance(widgets.Widget, allow_none=True).tag(sync=True, **widgets.widget_serialization)
        views = traitlets.List().tag(sync=True)  # of a trace, of the layout, and the number of the trace
        sent_edit, sent_step = (
            traitlets.Int().tag(sync=True),
            traitlets.Int().tag(sync=True),
        )  # of what was gathered last

        def open(self):
            if self._shown:
                self.gather()
            super().open()

        def gather(self):
            """Lay ready for the browser what the figure is now."""
            self._widget_data, self._widget_layout = copy.deepcopy((self._data, self._layout_obj._props))
            self.sent_edit = self._last_layout_edit_id
            self.sent_step = self.follows.index if self.follows else 0

        def answer(self, *_):
            """Send the figure as it is now to a browser that has missed a change."""
            self.gather()
            self.send("whole")

        def keep(self, step):
            """Take over what the browser draws by itself at a step."""
            self.plotly_update(*self.views[step], source_view_id=_BROWSER)

        def _send_update_msg(self, restyle_data, relayout_data, trace_indexes=None, source_view_id=None):
            if source_view_id == _BROWSER:
                return
            numbers = self._normalize_trace_indexes(trace_indexes)
            whole = {name: self._whole(name, values, numbers) for name, values in restyle_data.items()}
            super()._send_update_msg(whole, relayout_data, numbers, source_view_id)

        def _whole(self, name, values, numbers):
            """A property for each of some traces; of few values plotly takes the first again after the last."""
            values = itertools.cycle(values if isinstance(values, list) else [values])
            pairs = zip(numbers, values, strict=False)
            return [self._kept(number, name) if value is Undefined else value for number, value in pairs]

        def _kept(self, number, name):
            trace = self.data[number]
            return trace[name] if name in trace else None

    return Figure


class _LazyModule(types.ModuleType):
    """A package that is imported once somebody looks into it."""

    def __getattr__(self, name):
        return getattr(importlib.import_module(self.__name__), name)


@functools.cache
def _quick_import():
    """Import plotly's live figures without nbformat, which plotly looks into only for ``fig.show()``.

    It would take seconds, because its validator compiles a package that nothing here uses.
    """
    with skip_import("nbformat"):
        renderers = importlib.import_module("plotly.io._renderers")
    renderers.nbformat = renderers.nbformat or _LazyModule("nbformat")

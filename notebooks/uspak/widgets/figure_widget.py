"""plotly's live figure (7.1) without three faults, and imported without what would take seconds for nothing."""

import copy
import importlib
import itertools
import types
from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets
import plotly.graph_objects as go
import traitlets
from plotly.basedatatypes import Undefined

from uspak.imports import skip_import
from uspak.page.script import SHAPE, javascript

_BROWSER = "the browser itself"  # where a change of a figure comes from, if not from the kernel


class LazyModule(types.ModuleType):
    """A package that is imported once somebody looks into it."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self.__name__), name)


def _import_renderers() -> None:
    """Import what plotly's live figures need without nbformat, which plotly looks into only for ``fig.show()``.

    It would take seconds, because its validator compiles a package that nothing here uses.
    """
    renderers: Any
    with skip_import("nbformat"):
        renderers = importlib.import_module("plotly.io._renderers")
    renderers.nbformat = renderers.nbformat or LazyModule("nbformat")


_import_renderers()  # before go.FigureWidget, which imports them itself, is first looked at


class OpensOnDisplay(widgets.Widget):
    """A widget that opens its channel to the browser when something is to show it, and not before it is complete."""

    _shown = False

    def open(self) -> None:
        if self._shown:
            super().open()

    @property
    def model_id(self) -> str:
        if not self._shown:
            self._shown = True
            self.open()
        return super().model_id


class FigureWidget(OpensOnDisplay, go.FigureWidget):
    """plotly's live figure, of which three things were wrong.

    That one sends its script with every figure; it opens its channel to the browser while it is still empty and sends the
    data after it, so that on a slow computer it is drawn in between and stays blank; and a batch that changes a property
    of some traces makes the browser forget it for the others in the batch, so each of these is sent what it has.

    Traits:
        ring: x and y of the centre of a ring, 0 to 1 of the plot area; empty for no ring.
        follows: a ``Stepper`` at whose steps the browser draws a view by itself, or None.
        views: one for each step: changes of a trace, changes of the layout, and the number of the trace in a list.
        sent_edit, sent_step: plotly's number of the last change, and the step, that ``gather`` has laid ready.
    """

    _esm = SHAPE + javascript(__file__)
    ring = traitlets.List(traitlets.Float()).tag(sync=True)
    follows = traitlets.Instance(widgets.Widget, allow_none=True).tag(sync=True, **widgets.widget_serialization)
    views: traitlets.List = traitlets.List().tag(sync=True)
    sent_edit = traitlets.Int().tag(sync=True)
    sent_step = traitlets.Int().tag(sync=True)

    def open(self) -> None:
        if self._shown:
            self.gather()
        super().open()

    def gather(self) -> None:
        """Lay ready for the browser what the figure is now."""
        self._widget_data, self._widget_layout = copy.deepcopy((self._data, self._layout_obj._props))
        self.sent_edit = self._last_layout_edit_id
        self.sent_step = self.follows.index if self.follows else 0

    def answer(self, *_: Any) -> None:
        """Send the figure as it is now to a browser that has missed a change."""
        self.gather()
        self.send("whole")

    def keep(self, step: int) -> None:
        """Take over what the browser draws by itself at a step."""
        self.plotly_update(*self.views[step], source_view_id=_BROWSER)

    def _send_update_msg(
        self, restyle_data: dict, relayout_data: dict, trace_indexes: Any = None, source_view_id: Any = None
    ) -> None:
        if source_view_id == _BROWSER:
            return
        numbers = self._normalize_trace_indexes(trace_indexes)
        whole = {name: self._whole(name, values, numbers) for name, values in restyle_data.items()}
        super()._send_update_msg(whole, relayout_data, numbers, source_view_id)

    def _whole(self, name: str, values: Any, numbers: Sequence[int]) -> list:
        """A property for each of some traces; of few values plotly takes the first again after the last."""
        values = itertools.cycle(values if isinstance(values, list) else [values])
        pairs = zip(numbers, values, strict=False)
        return [self._kept(number, name) if value is Undefined else value for number, value in pairs]

    def _kept(self, number: int, name: str) -> Any:
        trace = self.data[number]
        return trace[name] if name in trace else None

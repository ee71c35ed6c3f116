"""The base of widgets without a figure: questions to decide one after another, and a summary of what was decided."""

from collections.abc import Sequence

import ipywidgets as widgets
from IPython.display import display

from uspak.page.outputs import widget_bundle, without_mathjax

from .controls import LiveRegion


class Worksheet(widgets.VBox):
    """Questions one below the other; below them a summary, which is read out when it changes.

    A subclass sets its own state first and then calls ``super().__init__``. It says only what is its own: ``task``,
    ``summarize`` and ``printed``; and it calls ``show`` when something was decided.

    Args:
        blocks: the widgets above the summary: one for each question, and buttons.
        layout: of the whole; ipywidgets' own by default.

    Attributes:
        summary: a ``LiveRegion``.
    """

    def __init__(self, blocks: Sequence[widgets.Widget], layout: widgets.Layout | None = None) -> None:
        self.summary = LiveRegion()
        super().__init__([*blocks, self.summary], layout=layout or widgets.Layout())
        self.show()

    def task(self) -> str:
        """What is to be decided, in one sentence; stands for the widget where only text can."""
        raise NotImplementedError

    def summarize(self) -> str:
        """What was decided so far, as HTML."""
        raise NotImplementedError

    def printed(self) -> str:
        """HTML for a reader without a kernel: all questions, with what a decision reveals folded away below each."""
        raise NotImplementedError

    def show(self) -> None:
        """Bring the worksheet to what is decided now."""
        self.summary.html = self.summarize()

    def __repr__(self) -> str:
        return f"{type(self).__name__}: {self.task()}"

    def _ipython_display_(self) -> None:
        display(widget_bundle(self, {"text/html": without_mathjax(self.printed()), "text/plain": repr(self)}), raw=True)

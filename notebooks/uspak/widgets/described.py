"""A live figure whose title, drawing and description follow its state: the base of those with steps and with choices."""

import html
import re
from collections.abc import Sequence

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from uspak.drawing.figure import caption, set_source, set_title

from .controls import LiveRegion
from .live import LiveFigure


class DescribedFigure(LiveFigure):
    """A live figure that says in its title and in words below it what its state shows.

    A subclass sets its own state first and then calls ``super().__init__``. It says only what is its own: ``headline``,
    ``describe``, ``draw`` and ``change``, and, where they are needed, ``subtitle``, ``source``, ``summary``, ``notes``.

    Args:
        controls: the widget above the figure.
        table: a DataFrame with what can be chosen or stepped through, for the text version; None for none.
        between: what stands between the figure and its description, such as a ``Decision`` on what the figure shows.

    Attributes:
        description: the text below, a ``LiveRegion``.
    """

    def __init__(
        self, controls: widgets.Widget, table: pd.DataFrame | None = None, between: Sequence[widgets.Widget] = ()
    ) -> None:
        self.description, self._subtitle, self._source = LiveRegion(), self.subtitle(), self.source()
        figure = caption(self.draw(), self.headline(), self._subtitle, self._source)
        words = widgets.VBox([*between, self.description]) if between else self.description
        super().__init__(controls, figure, words, text=self.summary(), table=table)
        self.show()

    def headline(self) -> str:
        """The take-away of the state in view, one sentence of one line: the figure's title."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """What is shown, and its unit; one line."""
        return ""

    def source(self) -> str:
        """Where the numbers come from; stands below the figure."""
        return ""

    def describe(self) -> str:
        """What the state in view shows, for the region below the figure: plain text; **two stars** mark stress."""
        raise NotImplementedError

    def notes(self) -> str:
        """HTML that follows the description, such as what a reader has kept."""
        return ""

    def summary(self) -> str:
        """What the figure shows at first, for its text version and its stored copy."""
        return f"{self.headline()}. {self.describe()}"

    def draw(self) -> go.Figure:
        """The figure with all its traces, without a caption; what depends on the state may still be empty."""
        raise NotImplementedError

    def change(self) -> None:
        """Bring the traces and axes of ``self.figure`` to the state in view; runs as one batch."""
        raise NotImplementedError

    def show(self) -> None:
        """Bring all of the figure to the state in view, and say so below it."""
        with self.figure.batch_update():
            self.change()
            subtitle = self.subtitle()
            set_title(self.figure, self.headline(), None if subtitle == self._subtitle else subtitle)
            self._subtitle = subtitle
            if (source := self.source()) != self._source:
                set_source(self.figure, source)
                self._source = source
        self.description.html = f"<p>{_as_html(self.describe())}</p>{self.notes()}"


def _as_html(text: str) -> str:
    return re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", html.escape(text))

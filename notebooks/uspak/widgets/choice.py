"""The base of figures in which a reader chooses, and what readers keep and commit to."""

import html
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
import pandas as pd

from .controls import in_a_row, push_button
from .described import DescribedFigure


class ChoiceFigure(DescribedFigure):
    """A live figure that follows what is chosen above it. What else it says is its subclass's (``DescribedFigure``).

    Args:
        choices: the controls whose ``value`` is chosen, in order; the subclass keeps them under names of its own.
        buttons: what stands after them in the same row.
        above: what stands above that row, such as a ``Decision``.
        table, between: as for ``DescribedFigure``.
    """

    def __init__(
        self,
        choices: Sequence[widgets.Widget],
        *,
        buttons: Sequence[widgets.Widget] = (),
        above: Sequence[widgets.Widget] = (),
        table: pd.DataFrame | None = None,
        between: Sequence[widgets.Widget] = (),
    ) -> None:
        row = in_a_row([*choices, *buttons])
        super().__init__(widgets.VBox([*above, row]) if above else row, table, between)
        for choice in choices:
            choice.observe(lambda _: self.chosen(), names="value")

    def chosen(self) -> None:
        """Somebody has chosen: show it. A subclass may first bring other controls into line."""
        self.show()


class Keeper:
    """A button that keeps what is in view, and the list of what was kept, to compare.

    Args:
        words: on the button.
        take: a function that returns what is in view as ``(description, value)``, or None if it cannot be kept; with a
            value of None, what was kept under that description is taken back.
        changed: called after something was kept.

    Attributes:
        button: the ``Button``.
        kept: a dict: description → value, in the order in which they were kept.
    """

    def __init__(
        self,
        words: str,
        take: Callable[[], tuple[str, Any] | None],
        changed: Callable[[], None],
        disabled: bool = False,
    ) -> None:
        self.button = push_button(words, disabled)
        self.kept: dict[str, Any] = {}
        self._take, self._changed = take, changed
        self.button.on_click(lambda _: self.keep())

    def keep(self) -> None:
        """Keep what is in view, if it can be kept, or take it back."""
        if taken := self._take():
            description, value = taken
            if value is None:
                self.kept.pop(description, None)
            else:
                self.kept[description] = value
            self._changed()

    def as_list(self, write: Callable[[Any], str] = str) -> str:
        """What was kept as an HTML list; ``write`` turns a value into words, which are taken as they are."""
        rows = "".join(f"<li>{html.escape(words)}: {write(value)}</li>" for words, value in self.kept.items())
        return f"<ul>{rows}</ul>"


class Commitment:
    """Commit before you see: a button that writes a choice down, after which the figure may uncover what it hides.

    Args:
        words: on the button.
        choice: a function that returns what is chosen now, or None if nothing can be committed to yet.
        uncover: called after something was committed to.

    Attributes:
        button: the ``Button``.
        made: what was committed to, in order; the first was chosen before anything was seen.
    """

    def __init__(
        self, words: str, choice: Callable[[], Any], uncover: Callable[[], None], disabled: bool = False
    ) -> None:
        self.button = push_button(words, disabled)
        self.made: list[Any] = []
        self._choice, self._uncover = choice, uncover
        self.button.on_click(lambda _: self.commit())

    @property
    def covered(self) -> bool:
        """Whether nothing has been committed to yet."""
        return not self.made

    def commit(self) -> None:
        """Write down what is chosen, if anything can be."""
        choice = self._choice()
        if choice is not None:
            self.made.append(choice)
            self._uncover()

"""The base of figures that go from step to step."""

from collections.abc import Callable, Hashable, Sequence

import ipywidgets as widgets
import pandas as pd

from .controls import Stepper, in_a_row
from .described import DescribedFigure


class SteppedFigure(DescribedFigure):
    """A live figure with a stepper over states, such as years. What else it says is its subclass's (``DescribedFigure``).

    Args:
        states: what can be stepped through, in order.
        first: the state in view at first.
        name: a function from a state to its name, read out as the stepper moves.
        label: what is stepped through, for screen readers.
        interval: milliseconds between steps while playing.
        below: more controls, below the stepper.
        table: as for ``DescribedFigure``.

    Attributes:
        states: as given.
        state: the one in view.
        stepper: the control; set its ``index`` to move.

    Raises:
        ValueError: if ``first`` is not among the states; the message names the first and the last.
    """

    def __init__(
        self,
        states: Sequence[Hashable],
        first: Hashable,
        *,
        name: Callable[[Hashable], str] = str,
        label: str = "Step",
        interval: int = 2500,
        below: Sequence[widgets.Widget] = (),
        table: pd.DataFrame | None = None,
    ) -> None:
        self.states, self.state = list(states), first
        if first not in self.states:
            ends = f"{name(self.states[0])} to {name(self.states[-1])}"
            raise ValueError(f"The figure has no {label.lower()} {first}: choose one from {ends}.")
        names = [name(state) for state in self.states]
        self.stepper = Stepper(steps=names, index=self.states.index(first), label=label, interval=interval)
        super().__init__(widgets.VBox([self.stepper, in_a_row(below)]) if below else self.stepper, table)
        self.stepper.observe(lambda step: self._go(step.new), names="index")

    def _go(self, index: int) -> None:
        self.state = self.states[index]
        self.show()

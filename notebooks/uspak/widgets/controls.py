"""Small controls that a keyboard and a screen reader can use: a stepper, a decision and a spoken text.

ipywidgets' own slider has a handle without a name and its Play button is an icon alone, no text of it is announced when
it changes, and JupyterLab takes the arrow keys away from its radio buttons. These are plain HTML (buttons with words,
native inputs, a live region), joined to Python by anywidget; their scripts and their style lie beside this file.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets
from traitlets.utils.bunch import Bunch

from uspak.page.script import javascript


def _script(*names: str) -> str:
    """JavaScript files of this folder as one module."""
    return "\n".join(javascript(Path(__file__).with_name(name)) for name in names)


#: How all controls look while a kernel runs.
STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


class Stepper(anywidget.AnyWidget):
    """Previous, next, play and a slider over a list of named steps.

    Traits:
        index: the step in view, from 0.
        steps: one short name per step; read out as the slider moves.
        label: what the slider moves through, for screen readers.
        interval: milliseconds between steps while playing.

    Raises:
        traitlets.TraitError: if ``index`` does not belong to a step.
    """

    _esm = _script("stepper.js", "keys.js", "fill.js")
    _css = STYLE
    index = traitlets.Int(0).tag(sync=True)
    steps = traitlets.List(traitlets.Unicode()).tag(sync=True)
    label = traitlets.Unicode("Step").tag(sync=True)
    interval = traitlets.Int(2500, min=200).tag(sync=True)

    @traitlets.validate("index")
    def _index_has_a_step(self, proposal: Bunch) -> int:
        if not 0 <= proposal.value < max(1, len(self.steps)):
            raise traitlets.TraitError(f"Step {proposal.value} does not exist: choose 0 to {len(self.steps) - 1}.")
        return proposal.value


class Decision(anywidget.AnyWidget):
    """A question with several answers, none of them marked as right, and a button 'Decide'.

    Traits:
        question: read out with the group of answers.
        options: the words of each answer.
        decided: the number of the answer decided on, from 0; −1 before the first decision.

    Raises:
        traitlets.TraitError: if ``decided`` is the number of no answer.
    """

    _esm = _script("decision.js", "keys.js")
    _css = STYLE
    question = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    decided = traitlets.Int(-1).tag(sync=True)

    @traitlets.validate("decided")
    def _decided_is_an_answer(self, proposal: Bunch) -> int:
        if not -1 <= proposal.value < len(self.options):
            raise traitlets.TraitError(f"There is no answer {proposal.value}: choose 0 to {len(self.options) - 1}.")
        return proposal.value


class LiveRegion(anywidget.AnyWidget):
    """HTML that assistive software reads out whenever it changes (``role="status"``).

    Traits:
        html: the text; whoever sets it escapes what comes from users.
    """

    _esm = _script("live_region.js", "fill.js")
    _css = STYLE
    html = traitlets.Unicode("").tag(sync=True)


def drop_down(label: str, options: Mapping[Any, str], value: Any) -> widgets.Dropdown:
    """A labelled ``Dropdown``; ``options`` is a dict key → words, ``value`` the key chosen at first."""
    return widgets.Dropdown(
        description=f"{label}:",
        options=[(words, key) for key, words in options.items()],
        value=value,
        style={"description_width": "initial"},
        layout=widgets.Layout(width="auto", margin="2px 12px 2px 0"),
        _dom_classes=("uspak-choice",),
    )


def push_button(words: str, disabled: bool = False) -> widgets.Button:
    """A button with words, as wide as they are."""
    layout = widgets.Layout(width="auto", margin="2px 12px 2px 0")
    return widgets.Button(description=words, disabled=disabled, layout=layout, _dom_classes=("uspak-button",))


def words_before(words: str) -> widgets.Label:
    """What stands before several controls in a row and says what they are."""
    return widgets.Label(words, layout=widgets.Layout(margin="2px 8px 2px 0"), _dom_classes=("uspak-words",))


def tick_box(words: str, value: bool = False) -> widgets.Checkbox:
    """A box to tick, with words."""
    layout = widgets.Layout(width="auto", margin="2px 16px 2px 0")
    return widgets.Checkbox(description=words, value=value, indent=False, layout=layout, _dom_classes=("uspak-tick",))


def in_a_row(controls: Sequence[widgets.Widget]) -> widgets.HBox:
    """Controls beside each other; where the page is narrow, the last ones stand below."""
    return widgets.HBox(controls, layout=widgets.Layout(flex_flow="row wrap", padding="0 6px", align_items="center"))

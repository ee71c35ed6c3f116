"""The base of widgets without a figure."""

import ipywidgets as widgets
import pytest

from uspak.page.outputs import WIDGET_VIEW
from uspak.widgets.controls import Decision
from uspak.widgets.worksheet import Worksheet


class Fruit(Worksheet):
    def __init__(self, **more):
        self.decision = Decision(question="Which?", options=["apples", "pears"])
        super().__init__([self.decision], **more)
        self.decision.observe(lambda _: self.show(), names="decided")

    def task(self):
        return "decide between apples and pears."

    def summarize(self):
        return f"<p>{self.decision.decided + 1} decided, for $3 to $4</p>"

    def printed(self):
        return "<p>Apples or pears, for $3 to $4?</p>"


def test_the_summary_stands_below_and_follows_what_is_decided():
    fruit = Fruit()
    assert fruit.children == (fruit.decision, fruit.summary) and fruit.summary.html.startswith("<p>0 decided")
    fruit.decision.decided = 1
    assert fruit.summary.html.startswith("<p>2 decided")


def test_a_notebook_keeps_the_questions_beside_the_live_view(shown):
    fruit = Fruit()
    fruit._ipython_display_()
    (bundle,) = shown
    assert bundle.pop(WIDGET_VIEW)["model_id"] == fruit.model_id
    page = '<div class="mathjax_ignore"><p>Apples or pears, for $3 to $4?</p></div>'
    assert bundle == {"text/html": page, "text/plain": "Fruit: decide between apples and pears."}


def test_a_layout_can_be_given():
    assert Fruit(layout=widgets.Layout(width="50%")).layout.width == "50%" and Fruit().layout.width is None


@pytest.mark.parametrize("part", ["task", "summarize", "printed"])
def test_what_a_subclass_must_say_is_not_guessed(part):
    with pytest.raises(NotImplementedError):
        getattr(Worksheet, part)(None)

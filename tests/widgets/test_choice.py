"""The base of figures in which a reader chooses, and what readers keep and commit to."""

import ipywidgets as widgets
import plotly.graph_objects as go
import pytest

from uspak.widgets.choice import ChoiceFigure, Commitment, Keeper, push_button
from uspak.widgets.controls import drop_down


class Fruit(ChoiceFigure):
    def __init__(self, **more):
        self.kind = drop_down("Kind", {"a": "apples", "p": "pears"}, "a")
        self.ripe = widgets.Checkbox(description="ripe")
        super().__init__([self.kind, self.ripe], **more)

    def headline(self):
        return f"{'ripe ' if self.ripe.value else ''}{self.kind.value}"

    def describe(self):
        return self.headline()

    def draw(self):
        return go.Figure(go.Scatter(meta="point", x=[0]))

    def change(self):
        self.trace("point").text = [self.kind.value]


def test_each_choice_is_shown():
    fruit = Fruit()
    fruit.kind.value = "p"
    assert fruit.figure.layout.title.text == "<b>p</b>" and fruit.trace("point").text == ("p",)
    fruit.ripe.value = True
    assert fruit.description.html == "<p>ripe p</p>"


def test_choices_and_buttons_stand_in_one_row_below_what_is_above():
    button, decision = push_button("Keep"), widgets.HTML("What now?")
    fruit = Fruit(buttons=[button])
    assert fruit.children[0].children == (fruit.kind, fruit.ripe, button)
    fruit = Fruit(above=[decision])
    first, row = fruit.children[0].children
    assert first is decision and row.children == (fruit.kind, fruit.ripe)


def test_other_controls_can_be_brought_into_line_first():
    class Careful(Fruit):
        def chosen(self):
            self.ripe.disabled = self.kind.value == "p"
            super().chosen()

    careful = Careful()
    careful.kind.value = "p"
    assert careful.ripe.disabled and careful.figure.layout.title.text == "<b>p</b>"


# Keeping


@pytest.fixture
def view():
    return {"now": ("a & b", 1), "changed": 0}


@pytest.fixture
def keeper(view):
    return Keeper("Keep this", lambda: view["now"], lambda: view.update(changed=view["changed"] + 1))


def test_what_is_in_view_is_kept_by_its_description(keeper, view):
    keeper.button.click()
    view["now"] = ("c", 2)
    keeper.button.click()
    assert keeper.kept == {"a & b": 1, "c": 2} and view["changed"] == 2
    view["now"] = ("c", 3)
    keeper.button.click()
    assert keeper.kept == {"a & b": 1, "c": 3}, "the same view is kept once"


def test_what_cannot_be_kept_is_not(keeper, view):
    view["now"] = None
    keeper.keep()
    assert keeper.kept == {} and view["changed"] == 0


def test_the_list_of_what_was_kept_escapes_descriptions(keeper):
    keeper.keep()
    assert keeper.as_list() == "<ul><li>a &amp; b: 1</li></ul>"
    assert keeper.as_list(lambda value: f"<b>{value}</b>") == "<ul><li>a &amp; b: <b>1</b></li></ul>"


@pytest.mark.parametrize("disabled", [True, False])
def test_buttons_say_what_they_do(disabled):
    for button in (
        push_button("Do it", disabled),
        Keeper("Do it", lambda: None, lambda: None, disabled).button,
        Commitment("Do it", lambda: None, lambda: None, disabled).button,
    ):
        assert (button.description, button.disabled, button.layout.width) == ("Do it", disabled, "auto")


# Committing


def test_a_commitment_uncovers_and_remembers_what_was_chosen_first():
    now, uncovered = {"choice": None}, []
    commitment = Commitment("Decide", lambda: now["choice"], lambda: uncovered.append(True))
    commitment.button.click()
    assert commitment.covered and not uncovered, "nothing was chosen yet"
    for choice in (0, 2):
        now["choice"] = choice
        commitment.button.click()
    assert commitment.made == [0, 2] and len(uncovered) == 2 and not commitment.covered

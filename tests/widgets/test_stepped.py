"""The base of figures that go from step to step."""

import ipywidgets as widgets
import plotly.graph_objects as go
import pytest

from uspak.widgets.stepped import SteppedFigure

YEARS = range(1954, 1957)


class Years(SteppedFigure):
    def headline(self):
        return f"The year {self.state}"

    def describe(self):
        return f"It is {self.state}."

    def draw(self):
        return go.Figure(go.Scatter(meta="point", x=[0]))

    def change(self):
        self.trace("point").y = [self.state]


def test_it_begins_with_the_first_state_and_names_each():
    years = Years(YEARS, 1955, name=lambda year: f"year {year}", label="Year", interval=500)
    assert (years.state, years.states, years.stepper.index) == (1955, [1954, 1955, 1956], 1)
    assert years.stepper.steps == ["year 1954", "year 1955", "year 1956"]
    assert (years.stepper.label, years.stepper.interval) == ("Year", 500)
    assert years.children[0] is years.stepper


def test_a_step_brings_all_to_the_next_state():
    years = Years(YEARS, 1954)
    years.stepper.index = 2
    assert years.state == 1956 and years.trace("point").y == (1956,)
    assert years.figure.layout.title.text == "<b>The year 1956</b>"
    assert years.description.html == "<p>It is 1956.</p>"


@pytest.mark.parametrize("first", [1953, "1954", None])
def test_a_state_that_there_is_not_is_an_error_that_names_the_ends(first):
    said = rf"^The figure has no year {first}: choose one from year 1954 to year 1956\.$"
    with pytest.raises(ValueError, match=said):
        Years(YEARS, first, name=lambda year: f"year {year}", label="Year")


def test_more_controls_stand_below_the_stepper():
    tick = widgets.Checkbox()
    years = Years(YEARS, 1954, below=[tick])
    stepper, row = years.children[0].children
    assert stepper is years.stepper and row.children == (tick,)

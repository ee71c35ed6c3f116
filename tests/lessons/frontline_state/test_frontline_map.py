"""The map of the front line: refugees and arms routes, year by year, against the tables."""

import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.frontline_state import frontline_map as frontline


@pytest.fixture
def front():
    return frontline.FrontlineMap()


def test_the_map_counts_people_as_unhcr_does(front):
    refugees = uspak.evidence("refugees").set_index("year")["refugees_end_year"]
    for index, year in enumerate(frontline.YEARS):
        front.stepper.index = index
        assert len(front.trace("refugees").lon) == round(refugees[year] / frontline.PEOPLE_PER_DOT)
        assert f"{refugees[year]:,}" in front.description.html
        assert front.figure.layout.title.text == f"<b>{front.headline()}</b>"
        assert len(front.headline()) <= figure.TITLE_WIDTH


def test_no_arms_route_before_there_were_arms(front):
    def routes():
        return [len(t.lon) for t in front.figure.select_traces(lambda trace: trace.meta == "route")]

    front.stepper.index = 0
    assert set(routes()) == {0} and "not yet include arms" in front.description.html
    front.stepper.index = 1
    assert min(routes()) >= 2


def test_a_year_without_an_estimate_says_so(front):
    front.stepper.index = 1988 - frontline.YEARS[0]
    assert front.headline().endswith("unknown")
    assert "No published estimate" in front.description.html

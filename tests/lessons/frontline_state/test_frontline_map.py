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
        column = front.trace("refugees now")
        assert (list(column.x), list(column.y)) == ([year], [refugees[year] / 1e6])
        assert f"{refugees[year]:,}" in front.description.html
        assert front.figure.layout.title.text == f"<b>{front.headline()}</b>"
        assert len(front.headline()) <= figure.TITLE_WIDTH


def test_no_arms_route_before_there_were_arms(front):
    def routes():
        return [len(t.lon) for t in front.figure.select_traces(lambda trace: trace.meta == "route")]

    front.stepper.index = 0
    assert set(routes()) == {0} and "not yet include arms" in front.description.html
    assert not any(front.trace("route words").text)
    front.stepper.index = 1
    assert min(routes()) >= 2 and all(front.trace("route words").text)


def test_each_way_of_the_arms_has_an_arrowhead_that_points_along_it(front):
    headings = {"Karachi to Quetta": 0, "Peshawar to Parachinar": -90}
    routes = list(front.figure.select_traces({"meta": "route"}))
    assert len(routes) == sum(len(ways) for _, ways, _ in frontline.STAGES.values())
    for route in routes:
        assert sum(size > 0 for size in route.marker.size) == 1
        assert route.marker.symbol == "arrow"
    angles = [routes[2].marker.angle, routes[4].marker.angle]
    assert angles == pytest.approx(list(headings.values()), abs=8)


def test_the_columns_beside_the_map_are_those_of_the_tables(front):
    covert = uspak.evidence("covert_aid").set_index("fiscal_year")
    drawn = front.trace("money by year")
    assert list(drawn.x) == [year for year in frontline.YEARS if year in covert.index]
    assert list(drawn.base) == covert.loc[list(drawn.x), "low_usd_millions_current"].tolist()
    assert list(front.trace("no estimate").x) == [1988, 1989]
    for index, year in enumerate(frontline.YEARS):
        front.stepper.index = index
        assert list(front.trace("year in view").x) == list(front.trace("year in view 2").x) == [year]
        money, (number,) = front.trace("money now"), front.trace("number in view 2").text
        assert list(money.x) == ([year] if year in covert.index else [])
        assert bool(number) == (year in covert.index)
    front.stepper.index = 1986 - frontline.YEARS[0]
    assert front.trace("number in view 2").text == ("275–550",)


def test_a_year_without_an_estimate_says_so(front):
    front.stepper.index = 1988 - frontline.YEARS[0]
    assert front.headline().endswith("unknown") and not front.trace("money now").x
    assert "No published estimate" in front.description.html


@pytest.mark.parametrize("year", [1988, 1989])
def test_the_sign_of_a_year_in_view_without_an_estimate_stands_out(front, year):
    front.stepper.index = year - frontline.YEARS[0]
    signs = front.trace("no estimate")
    sizes = dict(zip(signs.x, signs.textfont.size, strict=True))
    assert sizes.pop(year) > 1.5 * max(sizes.values())
    assert [one for one, text in zip(signs.x, signs.text, strict=True) if text == "<b>?</b>"] == [year]


def test_the_number_of_the_year_in_view_stands_above_its_band(front):
    for axes in ("", " 2"):
        (band,), (number,) = front.trace(f"year in view{axes}").y, front.trace(f"number in view{axes}").y
        axis = front.figure.layout["yaxis2" if axes else "yaxis"]
        room = (number - band) / axis.range[1] * (axis.domain[1] - axis.domain[0]) * 290  # pixels on a narrow page
        assert room > 15

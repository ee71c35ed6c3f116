"""The map of the supply lines: what is open in which phase, how wide the lines are, and what the words say."""

import csv
from pathlib import Path

import pytest

import uspak
from uspak.drawing import figure, theme
from uspak.lessons.abbottabad_and_mistrust import share_rows, supply_lines, supply_shares

DATA = Path(uspak.__file__).parents[2] / "data"
SHUT = 3


@pytest.fixture
def lines():
    return supply_lines.SupplyLines()


@pytest.fixture(scope="module")
def shares():
    """The published shares, read without the library."""
    with open(DATA / "evidence" / "supply_shares.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def routes(lines, words):
    return list(lines.figure.select_traces(lambda trace: trace.meta == words))


def test_each_phase_has_its_headline_and_words(lines):
    said = set()
    for index, phase in enumerate(supply_shares.PHASES):
        lines.stepper.index = index
        assert lines.state == index and lines.stepper.steps[index] == phase.name
        assert 20 < len(lines.headline()) <= figure.TITLE_WIDTH, lines.headline()
        assert lines.figure.layout.title.text == f"<b>{lines.headline()}</b>"
        assert "None" not in lines.description.html and "nan" not in lines.description.html
        said.add(lines.description.html)
    assert len(said) == len(supply_shares.PHASES)


def test_the_roads_are_shut_in_one_phase_only(lines):
    for index in range(len(supply_shares.PHASES)):
        lines.stepper.index = index
        dashes = {trace.line.dash for trace in routes(lines, "Roads through Pakistan")}
        gates = routes(lines, "gates")[0]
        assert dashes == ({"dot"} if index == SHUT else {"solid"})
        assert gates.marker.symbol == ("x" if index == SHUT else "circle")
        assert all(("shut" in text) == (index == SHUT) for text in gates.text)


def test_there_was_no_northern_network_in_2008(lines):
    lines.stepper.index = 0
    assert not any(trace.visible for trace in routes(lines, "Northern network"))
    lines.stepper.index = 1
    assert all(trace.visible for trace in routes(lines, "Northern network"))


def test_the_two_kinds_of_line_differ_without_colour(lines):
    for index in range(len(supply_shares.PHASES)):
        lines.stepper.index = index
        assert {trace.line.dash for trace in routes(lines, "Northern network")} == {"dash"}


def test_the_browser_is_first_sent_the_phase_in_view(lines):
    assert lines.figure.model_id, "whoever asks for it is about to show the figure"
    sent = {trace["meta"]: trace for trace in lines.figure._widget_data if "meta" in trace}
    assert sent["Northern network"]["visible"] is False and sent["Roads through Pakistan"]["line"]["width"] == 9
    assert sent["gates"]["marker"]["symbol"] == "circle" and sent["Pakistan's shares"]["text"][0] == "<b>90 %</b>"


def test_it_opens_at_the_first_phase(lines):
    assert lines.state == lines.stepper.index == 0


def test_the_width_of_a_line_is_its_share_of_the_cargo(lines, shares):
    widths = []
    for index, date in ((0, "2008"), (1, "2010")):
        share = next(
            float(row["percent_of_cargo"]) for row in shares if row["date"] == date and row["route"] == "Pakistan"
        )
        lines.stepper.index = index
        widths.append({round(trace.line.width / share, 6) for trace in routes(lines, "Roads through Pakistan")})
    assert widths[0] == widths[1] and len(widths[0]) == 1


def test_a_ring_stands_for_the_air_and_its_width_too_is_a_share(lines, shares):
    share = next(float(row["percent_of_cargo"]) for row in shares if row["route"] == "Air")
    widths = {}
    for index in range(len(supply_shares.PHASES)):
        lines.stepper.index = index
        widths[index] = routes(lines, "air")[0].marker.line.width
        assert sum("by air" in name for name in routes(lines, "route names")[0].text) == 1
    assert widths.pop(2) == share / 5
    assert set(widths.values()) == {supply_lines.WIDTH_OF_UNKNOWN}, "nobody gives a share by air but once"


def test_the_north_is_named_once_it_is_in_use(lines):
    named = []
    for index in range(len(supply_shares.PHASES)):
        lines.stepper.index = index
        named.append(any("by the north" in name for name in routes(lines, "route names")[0].text))
    assert named == [phase.north for phase in supply_shares.PHASES]


# The dots


def test_every_published_share_has_a_dot_in_a_row_of_its_own(lines, shares):
    rows = share_rows.rows()
    assert rows["percent"].tolist() == [float(row["percent_of_cargo"]) for row in shares]
    assert rows["lat"].is_monotonic_decreasing and rows["lat"].is_unique
    assert rows.sort_values("percent")["lon"].is_monotonic_increasing
    dots = [len(routes(lines, meta)[0].lon) for meta in ("Pakistan's shares", "other shares")]
    assert dots == [
        sum(row["route"] == "Pakistan" for row in shares),
        sum(row["route"] != "Pakistan" for row in shares),
    ]
    assert {row["route"] for row in shares} == {"Pakistan", "North", "Air"} and rows["symbol"].nunique() == 3


def test_the_dots_of_the_phase_in_view_are_lit(lines, shares):
    for index, phase in enumerate(supply_shares.PHASES):
        lines.stepper.index = index
        lit = [name.startswith("<b>") for name in routes(lines, "row names")[0].text]
        assert lit == [row["date"] == phase.date for row in shares]
        colours = routes(lines, "Pakistan's shares")[0].marker.color
        ours = [row["date"] == phase.date for row in shares if row["route"] == "Pakistan"]
        assert [colour == theme.ACTORS["PAK"] for colour in colours] == ours


def test_no_route_leaves_a_port_through_its_name():
    table = uspak.evidence("ground_lines").query("line_id == 'ndn-poti'").set_index("point")
    after = table.loc["Kazakhstan's Caspian coast"]
    assert after["lon"] > table.at["Baku", "lon"] and after["lat"] > table.at["Baku", "lat"] + 2, "to the north-east"
    assert supply_lines.STATIONS["Baku"] == "middle right"


def test_the_corner_of_the_dots_covers_no_station():
    west, south, east, north = share_rows.CORNER
    table = uspak.evidence("ground_lines")
    covered = table["lon"].between(west, east) & table["lat"].between(south, north)
    assert not covered.any()
    assert share_rows.rows()["lon"].max() < east and share_rows.rows()["lat"].min() > supply_lines.WINDOW[1]


def test_the_words_hold_every_share_of_the_autumn_of_2011(lines, shares):
    lines.stepper.index = 2
    for row in (row for row in shares if row["date"] == "2011-11"):
        assert row["percent_of_cargo"].split(".")[0] in lines.description.html


def test_the_northern_routes_run_from_the_sea_to_the_south():
    table = uspak.evidence("ground_lines")
    for line in supply_lines.NORTH.lines:
        route = table[table["line_id"] == line].sort_values("seq")
        assert list(route["seq"]) == list(range(1, len(route) + 1))
        assert route["kind"].iloc[0] == "port" and route["lat"].iloc[-1] < route["lat"].iloc[0]
        assert "PAK" not in set(route["country_iso3"])
    assert {"AFG"} == set(table[table["point"] == "Hairatan"]["country_iso3"])

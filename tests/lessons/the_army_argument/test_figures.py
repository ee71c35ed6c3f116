"""The figures of notebook 07: what stands on each is what its table says."""

import pandas as pd
import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.the_army_argument import armies, army_dots, deaths_by_counter, numbers_and_ranks, service_and_rule


def words(fig):
    return [note.text for note in fig.layout.annotations]


@pytest.fixture
def lanes():
    events = uspak.events().set_index("event_id")
    rule = uspak.evidence("military_rule")
    for end in ("start", "end"):
        rule[end] = pd.to_datetime(rule[end])
    ids = list(service_and_rule.LABELS)
    return service_and_rule.lanes(events.loc[ids[:4]], events.loc[ids[4:]], rule)


def test_a_ruler_without_martial_law_has_an_empty_frame(lanes):
    frame = next(shape for shape in lanes.layout.shapes if shape.line.dash == "dot")
    ruled = next(trace for trace in lanes.data if trace.name == "army ruler, Pervez Musharraf")
    assert (frame.x0, frame.x1) == tuple(ruled.x) and frame.yanchor == 0
    assert words(lanes).count("none proclaimed") == 1
    assert "martial law, Pervez Musharraf" not in [trace.name for trace in lanes.data]


def test_no_name_of_an_era_stands_on_end(lanes):
    eras = {note.text.replace("<br>", " "): note for note in lanes.layout.annotations if note.name == "era"}
    assert list(eras) == list(uspak.eras()["short_name"])
    assert not any(note.textangle for note in eras.values())
    assert len({(note.y, note.yshift, note.yanchor) for note in eras.values()}) == 1, "level"
    assert not any(note.showarrow for note in eras.values())
    assert eras["After"].x == service_and_rule.WINDOW[1] == lanes.layout.xaxis.range[1], "right of the plot"


def test_the_two_signs_of_mogadishu_do_not_cover_each_other(lanes):
    signs = next(trace for trace in lanes.data if trace.name == "Pakistan: under the un")
    first, second = (
        list(service_and_rule.LABELS).index(event) for event in ("1993-mogadishu", "1993-mogadishu-rescue")
    )
    plot = lanes.layout.height - lanes.layout.margin.t - lanes.layout.margin.b
    assert (signs.y[first] - signs.y[second]) * plot / 4 > signs.marker.size
    assert signs.y[first] + signs.y[second] == pytest.approx(2 * signs.y[0]), "around the middle of their lane"


def test_two_months_of_one_year_stand_side_by_side():
    years = pd.Series([2017, 2023, 2023, 2025])
    places = list(numbers_and_ranks._side_by_side(years))
    assert places[0] == 2017 and places[-1] == 2025
    assert (places[1] + places[2]) / 2 == 2023 and 0.8 < places[2] - places[1] < 1


def test_two_counts_of_one_year_do_not_cover_each_other():
    deaths = uspak.evidence("terrorism_deaths").dropna(subset="killed_total")
    signs = {trace.name: trace for trace in deaths_by_counter.deaths_by_counter(deaths).data}
    pips, picss = signs["PIPS"], signs["PICSS"]
    for trace in (pips, picss):
        assert set(trace.customdata) >= {2022, 2024} and "%{customdata}" in trace.hovertemplate, "the year as it is"
    assert min(picss.x) - min(pips.x) == pytest.approx(0.44)


def test_numbers_and_ranks_share_the_years():
    peace = uspak.evidence("peacekeeping")
    own = peace[peace["country"] == "Pakistan"].astype({"rank": float})
    ends = own["date"].str.endswith("-12") & (own["year"] <= 2013)
    bangladesh = peace[peace["country"].eq("Bangladesh") & peace["date"].str.endswith("-12")].set_index("year")
    numbers = bangladesh["personnel"].reindex(range(1990, 2014))
    fig = numbers_and_ranks.numbers_and_ranks(own[ends], own[~ends & (own["year"] > 2013)], numbers)
    assert fig.layout.xaxis.range == fig.layout.xaxis2.range
    ranks = own[ends].set_index("year")["rank"]
    told = {note.text: note for note in fig.layout.annotations}
    for text, year in (("43rd", 1991), ("28th", 1997)):
        assert (told[text].x, told[text].y, told[text].yref) == (year, ranks[year], "y2")
        assert text.startswith(f"{ranks[year]:.0f}") and abs(told[text].xshift) <= 12, "at its point"
    for number in ("9,110", "132", "11,135"):
        assert number in told
    first_five = set(ranks[ranks <= 5].index) | set(own[(own["year"] > 2013) & (own["year"] < 2018)]["year"])
    assert first_five == {*range(1993, 1997), *range(2001, 2014), 2014, 2016, 2017}, "what the title says"


def test_the_dots_of_the_armies_are_their_rows():
    table = armies.by_country().sort_values("active_troops", ascending=False)
    fig = army_dots.army_dots(table)
    own = [trace for trace in fig.data if trace.name == armies.OWN]
    assert [trace.x[0] for trace in own] == [table.at[armies.OWN, measure] for measure in army_dots.MEASURES]
    assert {trace.marker.color for trace in own} == {theme.ACTORS["PAK"]}
    others = [trace for trace in fig.data if trace.name != armies.OWN]
    assert all(len(trace.x) == 19 and trace.marker.color == theme.OTHERS for trace in others)
    assert list(fig.layout.yaxis.categoryarray)[-1] == "India", "the most troops on top"


def test_the_bars_say_where_they_end():
    deaths = uspak.evidence("terrorism_deaths").dropna(subset="killed_total")
    fig = deaths_by_counter.deaths_by_counter(deaths)
    ends = deaths[deaths["counted_by"] == "GTD"]["year"].max()
    assert f"{ends}<br>GTD ends" in fig.layout.xaxis.ticktext
    looks = [(trace.marker.symbol, trace.marker.color) for trace in fig.data[1:]]
    assert len(set(looks)) == 3 == len({symbol for symbol, _ in looks}), "each counter has a sign of its own"
    assert not {colour for _, colour in looks} - set(theme.SERIES)

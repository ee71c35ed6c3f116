"""The charts of notebook 08 that no widget draws: every statement and milestone is named, and nothing lies on another."""

from itertools import pairwise

import pandas as pd
import pytest

import uspak
from uspak.drawing import theme
from uspak.lessons.the_pivot_to_china import evidence_charts, milestones_chart, statements_chart


def dated(name):
    table = uspak.evidence(name)
    return table.assign(when=pd.to_datetime(table["date"], format="ISO8601"))


@pytest.fixture
def milestones():
    return milestones_chart.milestones_in_columns(dated("china_milestones"))


def test_every_milestone_has_its_year_and_a_word(milestones):
    written = [text.strip() for trace in milestones.data for text in trace.text]
    table = dated("china_milestones")
    assert len(written) == len(table)
    assert sorted(text[:4] for text in written) == sorted(table["date"].str[:4])
    assert "1965–75 arms embargo" in written and all(len(text.split()) > 1 for text in written)
    assert {(row.pair, row.date) for row in table.itertuples()} == set(milestones_chart.WORDS)


def test_no_milestone_lies_on_another_or_far_from_its_time(milestones):
    table = dated("china_milestones")
    for pair, trace in zip(milestones_chart.COLUMNS, milestones.data, strict=True):
        assert all(below - above >= 16 for above, below in pairwise(trace.y))
        for level, when in zip(trace.y, table[table["pair"] == pair].sort_values("when")["when"], strict=True):
            assert abs(level - milestones_chart.depth(when.year + when.day_of_year / 365.25)) < 12


def test_years_since_2000_are_five_times_as_tall():
    early, late = (milestones_chart.depth(year + 1) - milestones_chart.depth(year) for year in (1980, 2010))
    assert late == pytest.approx(5 * early)


def test_one_statement_has_a_ring_and_who_made_it():
    fig = statements_chart.statements(dated("cpec_totals"), 62, "somebody")
    ring = next(fig.select_traces(dict(name="ring")))
    assert list(ring.y) == [62] and pd.Timestamp(ring.x[0]) == pd.Timestamp("2017-04-12")
    assert any(note.text == "<b>62</b>: somebody" for note in fig.layout.annotations)
    numbers = [text.strip() for trace in fig.data if trace.text for text in trace.text]
    assert len(numbers) == len(dated("cpec_totals")) and numbers.count("") == 1
    assert {trace.marker.color for trace in fig.data} <= {*theme.SERIES}


def test_a_number_between_the_lines_of_the_grid_is_not_struck():
    assert statements_chart.statements(dated("cpec_totals"), 62, "").layout.yaxis.showgrid is False


def test_each_agency_is_named_beside_its_line():
    counted = {
        name: pd.Series([1.0, 2.0], index=[2004, 2005]) for name in ("Ministry of Commerce", "State Bank of Pakistan")
    }
    fig = evidence_charts.imports_from_china(counted)
    words = {note.text.replace("<br>", " ") for note in fig.layout.annotations}
    assert set(counted) <= words and not fig.layout.showlegend


def test_what_is_owed_to_china_has_its_colour_and_nothing_else():
    groups = pd.Series({"bilateral": 2.0, "commercial": 1.0})
    fig = evidence_charts.debt_by_group(groups, groups)
    assert {trace.name: trace.marker.color for trace in fig.data} == {
        "China": theme.ACTORS["CHN"],
        "Others": theme.QUIET,
    }

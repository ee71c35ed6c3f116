"""The charts of notebook 05: what is written on them is in the tables, and nothing is told apart by colour alone."""

import pandas as pd
import pytest

import uspak
from uspak.drawing import maps, theme
from uspak.lessons.war_on_terror import (
    aid_or_reimbursement,
    attack_deaths,
    bases_map,
    civilians_by_year,
    views_of_america,
)


def notes(fig, name):
    return [note.text.replace("<b>", "").replace("</b>", "") for note in fig.layout.annotations if note.name == name]


# Civilians by year


@pytest.fixture(scope="module")
def bars():
    strikes = uspak.evidence("drone_strikes")
    low, high = strikes["civilians_min"], strikes["civilians_max"]
    return strikes.assign(base=low, tall=(high - low).clip(lower=2))


def test_strikes_come_first_and_each_counter_has_a_row_of_its_own(bars):
    fig = civilians_by_year.drawn(bars)
    assert len({trace.yaxis for trace in fig.data if trace.type == "scatter"}) == 1
    rows = [trace.yaxis for trace in fig.data if trace.type == "bar"]
    assert len(set(rows)) == len(rows) == len(civilians_by_year.ROWS)
    axes = [fig.layout.yaxis, *(fig.layout[row.replace("y", "yaxis")] for row in rows)]
    ends = [end for axis in axes for end in reversed(axis.domain)]
    assert ends == sorted(ends, reverse=True), "one row below the other, none over another"
    assert all(set(trace.x) <= set(civilians_by_year.YEARS) for trace in fig.data)


def test_a_person_is_as_tall_in_each_row(bars):
    layout = civilians_by_year.drawn(bars).layout
    tall = [(axis.domain[1] - axis.domain[0]) / axis.range[1] for axis in (layout.yaxis2, layout.yaxis3, layout.yaxis4)]
    assert tall == pytest.approx([tall[0]] * 3)


def test_the_marked_year_has_the_numbers_of_the_table(bars):
    assert notes(civilians_by_year.drawn(bars), "value") == ["128 and 122", "89–197", "15–18", "2"]


def test_bars_run_from_low_to_high_without_hatching_and_inside_their_row(bars):
    fig = civilians_by_year.drawn(bars)
    table = bars.set_index(["counted_by", "year"])
    for trace in fig.select_traces({"type": "bar"}):
        counter = trace.name.partition(":")[0]
        assert trace.marker.pattern.shape is None
        for year, base, tall in zip(trace.x, trace.base, trace.y, strict=True):
            low, high = table.loc[(counter, year), ["civilians_min", "civilians_max"]]
            assert base == low and base + tall == max(high, low + 2)
            assert base + tall <= fig.layout[trace.yaxis.replace("y", "yaxis")].range[1]


def test_years_without_numbers_are_said_to_be_without(bars):
    assert notes(civilians_by_year.drawn(bars), "missing") == ["no numbers before 2008"]


# Deaths in attacks


@pytest.fixture(scope="module")
def by_counter():
    deaths = uspak.evidence("terrorism_deaths")
    return deaths.pivot(index="year", columns="counted_by", values="killed_total").loc[2001:2013]


def test_all_violence_has_a_panel_of_its_own_so_that_attacks_are_not_flat(by_counter):
    fig = attack_deaths.drawn(by_counter)
    assert [trace.yaxis for trace in fig.data] == ["y", "y", "y2"]
    top = max(by_counter["GTD"].max(), by_counter["PIPS"].max())
    assert top / fig.layout.yaxis.range[1] > 0.75
    assert fig.layout.yaxis2.domain[1] < fig.layout.yaxis.domain[0]
    looks = {(trace.line.color, trace.line.dash, trace.marker.symbol) for trace in fig.data}
    assert len(looks) == 3 and len({look[1:] for look in looks}) == 3


def test_the_change_of_method_is_marked_between_its_years(by_counter):
    fig = attack_deaths.drawn(by_counter)
    line = next(shape for shape in fig.layout.shapes if shape.name == "new method")
    assert 2011 < line.x0 == line.x1 < 2012
    note = uspak.evidence("terrorism_deaths").query("counted_by == 'GTD' and year == 2012")["note"].item()
    assert "changed its collection method" in note and "new" in notes(fig, "new method")[0]


def test_the_numbers_of_the_title_stand_at_their_points(by_counter):
    written = {note.text: note.x for note in attack_deaths.drawn(by_counter).layout.annotations}
    assert written["105"] == 2002 and written["1,676"] == 2011


# Views of America


def test_the_titles_numbers_are_written_and_the_dates_stand_above_the_plot():
    opinion = uspak.evidence("opinion")
    pew = opinion[opinion["question_id"] == "us-favourable"]
    fig = views_of_america.drawn(pew, pd.Series(2.0, index=pew.index))
    assert notes(fig, "value") == ["10%", "27%", "12%"]
    dates = [note for note in fig.layout.annotations if note.name == "date"]
    assert len(dates) == len(views_of_america.DATES) == len(fig.layout.shapes)
    assert all(note.yref == "paper" and note.y == 1 and not note.bgcolor for note in dates)


# Aid or reimbursement


def test_only_the_support_funds_are_hollow_and_a_sum_of_five_years_is_five_years_wide():
    long = pd.DataFrame(
        {
            "period": ["2002-2006", "2007"] * 3,
            "start": [2002, 2007] * 3,
            "years": [5, 1] * 3,
            "kind": [kind for kind in aid_or_reimbursement.KINDS for _ in range(2)],
            "millions": [500, 100] * 3,
            "a_year": [100.0, 100.0] * 3,
        }
    )
    fig = aid_or_reimbursement.drawn(long)
    fills = {trace.name: trace.marker.color for trace in fig.data}
    assert fills == {
        "economic aid": theme.MONEY["economic"],
        "security aid": theme.MONEY["military"],
        "Coalition Support Funds": theme.PAPER,
    }
    assert all(trace.marker.pattern.shape is None for trace in fig.data)
    ends = [
        (round(x + trace.offset, 2), round(x + trace.offset + width, 2))
        for trace in fig.data
        for x, width in zip(trace.x, trace.width, strict=True)
    ]
    assert set(ends) == {(2001.55, 2006.45), (2006.55, 2007.45)}
    assert notes(fig, "one sum") == ["2002–2006: one sum,<br>drawn in 5 equal parts"]


# Roads and airfields


def test_airfields_given_back_by_2005_are_hollow_and_have_their_year():
    lines = uspak.evidence("ground_lines")
    bases, towns = lines[lines["line_id"] == "bases"], lines[lines["point"] == "Kabul"]
    fig = maps.base_map(region="pakistan", on="2001-10-07")
    before = len(fig.data)
    bases_map.add_names(fig, towns, bases)
    squares = fig.data[-1]
    assert len(fig.data) == before + 3 and squares.marker.symbol == "square"
    for row, text, colour in zip(bases.itertuples(), squares.text, squares.marker.color, strict=True):
        assert (colour == theme.PAPER) == (row.used_to <= "2005")
        assert row.point.split()[0] in text and row.used_to[:4] in text
        assert ("?" in text) == (row.status == "disputed")

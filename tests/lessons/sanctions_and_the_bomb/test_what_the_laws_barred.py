"""What the laws barred: what is drawn and said when laws are taken away."""

import itertools

import pandas as pd
import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.sanctions_and_the_bomb.sanctions import LAWS, STREAMS
from uspak.lessons.sanctions_and_the_bomb.what_the_laws_barred import LOOKS, WhatTheLawsBarred


@pytest.fixture
def laws():
    return WhatTheLawsBarred()


def test_every_choice_of_laws_has_a_headline_that_fits(laws):
    said = set()
    every = list(LAWS)
    alone, without, two = ([set(c) for c in itertools.combinations(every, n)] for n in (1, len(every) - 1, 2))
    for choice in [set(every), set(), *alone, *without, *two[:3]]:
        for law, box in laws.laws.items():
            box.value = law in choice
        headline = laws.headline()
        said.add(headline)
        assert 20 < len(headline) <= figure.TITLE_WIDTH, headline
        assert laws.figure.layout.title.text == f"<b>{headline}</b>"
    assert len(said) > 15


def test_a_law_that_is_taken_away_bars_nothing_but_keeps_its_place(laws):
    aid_before = laws.trace("economic").y
    lines = laws.stretches().query("look == 'in force'")["line"].unique()
    laws.laws["Glenn"].value = False
    table = laws.stretches()
    food = table["line"] == list(STREAMS).index("food credits")
    assert not (food & table["look"].isin(["1", "2", "3"])).any()
    assert set(table[table["look"].isin(["in force", "taken away"])]["line"]) == set(lines)
    assert "food credits" in laws.description.html.split("Not barred:")[1]
    for box in laws.laws.values():
        box.value = False
    assert laws.stretches()["look"].unique().tolist() == ["taken away"] and laws.headline().startswith("No law")
    assert not any(laws.trace(look).x for look in LOOKS if look != "taken away")
    assert laws.trace("economic").y == aid_before, "what came does not change"


def test_each_stretch_is_drawn_as_a_box_of_its_length(laws):
    laws.laws["Pressler"].value = False
    table = laws.stretches()
    for look in LOOKS:
        mine = table[table["look"] == look]
        x, y = list(laws.trace(look).x), list(laws.trace(look).y)
        boxes = [x[start : start + 5] for start in range(0, len(x), 6)]
        assert [(box[0], box[1]) for box in boxes] == [
            (row.begins.strftime("%Y-%m-%d"), row.ends.strftime("%Y-%m-%d")) for row in mine.itertuples()
        ]
        assert all(box[0] == box[3] == box[4] for box in boxes) and x.count(None) == max(len(boxes) - 1, 0) == y.count(
            None
        )


def test_time_axes_hold_a_date_in_every_state(laws):
    """Plotly guesses an axis anew from the first trace on it whenever data change; that must find dates, never numbers."""
    for box in laws.laws.values():
        box.value = False
    first = {}
    for one in laws.figure.data:
        if one.x is not None and len(one.x):
            first.setdefault(one.xaxis or "x", one.x[0])
    assert len(first) == 3 and all(isinstance(day, str) and pd.Timestamp(day) for day in first.values())


def test_every_bar_that_is_wide_enough_has_its_number_whatever_was_chosen_before(laws):
    """Plotly drops the place of an empty text for good, so no text may be empty in any state."""
    choices = itertools.product([True, False], repeat=len(LAWS))
    for choice in choices:
        for box, ticked in zip(laws.laws.values(), choice, strict=True):
            box.value = ticked
        table = laws.stretches()
        for look in LOOKS:
            mine, words = table[table["look"] == look], laws.trace(f"{look}: words")
            assert len(words.text or ()) == len(mine) and all(words.text or ())
            for text, row in zip(words.text or (), mine.itertuples(), strict=True):
                assert text.strip() == row.words
                if look.isdigit() and (row.ends - row.begins).days > 150:
                    assert text.isdigit() and min(int(text), 3) == int(look)


def test_the_money_is_that_of_the_table(laws):
    table = uspak.evidence("aid_by_year").set_index("fiscal_year")
    years = laws.trace("military").customdata
    drawn = dict(zip(years, laws.trace("military").y, strict=True))
    assert drawn[1985] == table.loc["1985", "military_usd_millions_constant_2020"]
    assert drawn[1991] == 0 and min(years) == 1978


def test_laws_in_the_books_that_barred_nothing_are_pale(laws):
    assert sorted(laws.stretches().query("look == 'asleep'")["words"]) == ["certified each year", "waived"]
    laws.laws["Symington"].value = False
    assert list(laws.stretches().query("look == 'asleep'")["words"]) == ["certified each year"]


def test_stretches_of_one_law_that_overlap_are_drawn_as_one():
    """The missile measures of 2000 and 2001 overlap; two boxes on each other would write their words over each other."""
    laws = WhatTheLawsBarred(laws=())
    for _, mine in laws.stretches().groupby("line"):
        mine = mine.sort_values("begins")
        assert (mine["begins"].iloc[1:].values > mine["ends"].iloc[:-1].values).all()


def test_a_bar_of_weeks_has_a_mark_and_its_length(laws):
    mark = laws.trace("short")
    assert list(mark.y) == [list(STREAMS).index("food credits")] and mark.text == ("32 days ",)
    assert mark.marker.line.width >= 3
    laws.laws["Glenn"].value = False
    assert not laws.trace("short").x


def test_lines_of_days_run_behind_the_stretches_and_words_wider_than_theirs_stand_before_it(laws):
    assert {shape.layer for shape in laws.figure.layout.shapes} == {"below"}
    words = laws.trace("asleep: words")
    places = dict(
        zip([text.strip() for text in words.text], zip(words.x, words.textposition, strict=True), strict=True)
    )
    begins = laws.stretches().set_index("words").loc["certified each year", "begins"]
    assert places["certified each year"] == (begins.strftime("%Y-%m-%d"), "middle left")
    assert places["waived"][1] == "middle center"


def test_each_law_that_is_taken_away_says_so_once_or_more():
    laws = WhatTheLawsBarred(laws=())
    words, table = laws.trace("taken away: words"), laws.stretches()
    said = [line for line, text in zip(words.y, words.text, strict=True) if text.strip() == "taken away"]
    assert set(said) == set(range(len(LAWS)))
    for x, line, side in zip(words.x, words.y, words.textposition, strict=True):
        if side == "middle left":
            assert x == table[table["line"] == line]["begins"].min().strftime("%Y-%m-%d"), "the row is empty before it"


def test_every_panel_has_years_on_its_axis_and_no_word_is_small(laws):
    layout = laws.figure.layout
    assert all(axis.showticklabels for axis in (layout.xaxis, layout.xaxis2, layout.xaxis3))
    sizes = [trace.textfont.size for trace in laws.figure.select_traces({"type": "scatter"}) if "text" in trace.mode]
    assert min(sizes + [note.font.size for note in layout.annotations]) >= 12

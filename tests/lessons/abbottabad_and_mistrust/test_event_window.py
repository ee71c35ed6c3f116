"""The event window: nothing is shown before one commits; then each window is drawn beside all the others."""

import csv
import itertools
import json
from pathlib import Path

import plotly.graph_objects as go
import pytest

import uspak
from uspak.drawing import figure
from uspak.lessons.abbottabad_and_mistrust import event_study, event_window

DATA = Path(uspak.__file__).parents[2] / "data"


@pytest.fixture
def widget():
    return event_window.EventWindow()


@pytest.fixture
def seen(widget):
    widget.commitment.button.click()
    return widget


@pytest.fixture(scope="module")
def aid():
    """Total aid in dollars of the day by fiscal year, read without the library."""
    with open(DATA / "evidence" / "aid_by_year.csv", encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if row["fiscal_year"].isdigit() and row["total_usd_millions_current"]
        ]
    return {int(row["fiscal_year"]): float(row["total_usd_millions_current"]) for row in rows}


def drawn(widget):
    """All numbers and words that the browser gets, as one text."""
    return json.dumps(json.loads(go.Figure(widget.figure).to_json()))


def notes(widget):
    return [note.text for note in widget.figure.layout.annotations]


# The commitment


def test_nothing_can_be_seen_before_the_commitment(widget, aid):
    numbers = {f"{value:.3f}".rstrip("0") for year, value in aid.items() if year >= 2001}
    for event, name in itertools.product(event_study.EVENTS, event_study.SERIES):
        widget.event.value, widget.series.value = event, name
        shown = drawn(widget)
        assert not any(number in shown for number in numbers)
        assert set(widget.trace("bars").y) <= {1.0}
        assert not widget.trace("fall").x and not widget.trace("rise").x
        assert "fall" not in widget.headline() and "million" not in widget.description.html.replace("millions", "")
        assert not widget.figure.layout.yaxis.showticklabels and not widget.figure.layout.yaxis2.showticklabels


def test_the_browser_is_first_sent_what_may_be_seen(widget):
    assert widget.figure.model_id, "whoever asks for it is about to show the figure"
    sent = {trace["meta"]: trace for trace in widget.figure._widget_data}
    assert set(sent["bars"]["y"]) == {1.0} and len(set(sent["bars"]["marker"]["color"])) == 3
    assert not any(len(sent[mark]["x"]) for mark in ("mean before", "mean after", "fall", "rise", "committed"))


def test_the_cover_goes_with_the_commitment(widget):
    covered, (source, *_) = notes(widget), widget.figure.layout.annotations
    assert "The values are covered." in covered and source.name == "source"
    widget.commitment.button.click()
    assert notes(widget)[0] == covered[0] and not any("cover" in note for note in notes(widget)[1:])
    assert len(notes(widget)) == len(covered), "the words on the lower panel come in place of the cover"


def test_the_cover_leaves_the_line_of_the_event_free(widget):
    first, last = widget.figure.layout.xaxis.range
    for event in event_study.EVENTS:
        widget.event.value = event
        cover = next(note for note in widget.figure.layout.annotations if "covered" in note.text)
        line = next(shape for shape in widget.figure.layout.shapes if shape.type == "line")
        assert abs(cover.x - (line.x0 - first) / (last - first)) > 0.2 and cover.xanchor == "center"


def test_the_lower_panel_comes_with_the_commitment(widget):
    layout = widget.figure.layout
    low, lower = layout.height, layout.yaxis2
    assert not lower.visible and not layout.xaxis2.visible and layout.yaxis.domain == (0, 1)
    widget.commitment.button.click()
    assert lower.visible and layout.height > low + 200 and layout.yaxis.domain[0] > lower.domain[1]
    widget.event.value, widget.series.value = "suspension", "favour"
    assert not lower.visible and layout.height == low and not any("All 0 windows" in note for note in notes(widget))


def test_a_window_without_data_is_neither_committed_to_nor_kept(widget):
    widget.event.value, widget.series.value = "suspension", "favour"
    assert widget.commitment.button.disabled and widget.headline().startswith("No window fits")
    assert "2016–2017, 2019–2021" in widget.description.html and "another series" in widget.description.html
    widget.commitment.commit()
    assert widget.committed is None
    widget.event.value, widget.after.value = "raid", 6
    assert widget.commitment.button.disabled and "without a number: 2016–2017" in widget.description.html
    assert "a shorter window" in widget.description.html
    widget.after.value = 3
    assert not widget.commitment.button.disabled
    widget.commitment.button.click()
    assert not widget.keeper.button.disabled
    widget.event.value = "suspension"
    assert widget.keeper.button.disabled and widget.commitment.button.disabled


def test_the_two_sides_are_told_apart_without_a_pattern(seen):
    marker = seen.trace("bars").marker
    assert marker.pattern.shape is None and {"before<br>1,576", "after<br>1,019"} <= set(notes(seen))


def test_one_commits_once_and_it_is_written_down(widget):
    widget.before.value, widget.own.value = 4, "after"
    assert widget.keeper.button.disabled
    widget.commitment.button.click()
    assert widget.committed == ("raid", "total", 4, 3, "after")
    assert widget.commitment.button.disabled and not widget.keeper.button.disabled
    widget.series.value = "economic"
    widget.commitment.button.click()
    assert widget.committed == ("raid", "total", 4, 3, "after")
    assert "You committed to:" in widget.description.html and "4 years before" in widget.description.html
    assert "chosen <b>after</b> seeing" in widget.description.html and widget.headline().startswith("This window")


def test_what_is_drawn_is_what_is_compared(seen, aid):
    bars = dict(zip(seen.trace("bars").x, seen.trace("bars").y, strict=True))
    assert bars[2010.25] == aid[2010] and len(bars) == 24
    assert seen.trace("mean before").y[0] == pytest.approx(sum(aid[y] for y in (2008, 2009, 2010)) / 3)
    assert seen.trace("mean after").y[0] == pytest.approx(sum(aid[y] for y in (2012, 2013, 2014)) / 3)
    assert len(seen.trace("fall").x) + len(seen.trace("rise").x) == 108
    assert seen.trace("committed").y[0] == pytest.approx(event_study.change("raid", "total", 3, 3))
    seen.after.value = 1
    assert seen.trace("in view").y[0] == pytest.approx(event_study.change("raid", "total", 3, 1))
    seen.series.value = "military"
    assert not seen.trace("committed").x, "another series has other windows"


def test_every_choice_has_a_headline_that_fits(seen):
    choices = itertools.product(event_study.EVENTS, event_study.SERIES)
    windows = itertools.cycle(zip((1, 3, 6), event_study.OWN_YEAR, strict=True))
    for (event, name), (before, own) in zip(choices, windows, strict=False):
        seen.event.value, seen.series.value, seen.before.value, seen.own.value = event, name, before, own
        assert 20 < len(seen.headline()) <= figure.TITLE_WIDTH, seen.headline()
        assert len(seen.subtitle()) <= figure.SUBTITLE_WIDTH
        assert seen.figure.layout.title.text == f"<b>{seen.headline()}</b>"
        assert "nan" not in seen.headline() + seen.description.html + " ".join(notes(seen))


def test_kept_windows_are_listed_once(seen):
    assert "Nothing kept" in seen.description.html
    seen.keeper.button.click()
    seen.keeper.button.click()
    seen.series.value = "economic"
    seen.keeper.button.click()
    assert len(seen.keeper.kept) == 2 and seen.description.html.count("<li>") == 2
    seen.event.value, seen.series.value = "suspension", "favour"
    seen.keeper.button.click()
    assert len(seen.keeper.kept) == 2, "a window without data cannot be kept"


def test_the_text_version_has_a_row_for_each_event_and_series():
    assert len(event_window.EventWindow().table) == len(event_study.every_result())

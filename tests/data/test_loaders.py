"""The functions that return a table: types, order, and names that do not exist."""

import pandas as pd
import pytest

import uspak
from uspak import data, dates
from uspak.data import package_checks
from uspak.drawing import figure


def test_partial_dates_keep_their_precision():
    events = uspak.events().set_index("event_id")
    lengths = {"year": 4, "month": 7, "day": 10}
    assert (events["date"].str.len() == events["precision"].map(lengths)).all()
    month = events[events["precision"] == "month"].iloc[0]
    assert month["start"] == pd.Timestamp(month["date"] + "-01")


def test_every_table_is_a_fresh_copy():
    first = data.actors()
    first.loc[:, "name"] = "changed"
    assert (data.actors()["name"] != "changed").all()


def test_types(tables):
    assert tables["claims"]["notebook"].str.fullmatch(r"\d\d").all()
    assert tables["events"]["weight"].dtype == "float64"
    assert tables["sources"]["year"].dtype == "Int64"
    assert tables["un_agreement"]["same"].dtype == "int64"
    assert tables["events"]["title"].dtype == "str"
    aid = tables["aid_by_year"].set_index("fiscal_year")
    assert "1976TQ" in aid.index
    assert pd.isna(aid.loc["2022", "military_usd_millions_current"])
    assert aid.loc["1954", "military_usd_millions_current"] == 0


@pytest.mark.parametrize(("name", "guess"), [("evnts", "Did you mean 'events'?"), ("nope", ""), (None, ""), (3, "")])
def test_an_unknown_table_lists_the_names(name, guess):
    with pytest.raises(data.DataError) as raised:
        data.table(name)
    assert f"There is no table called {name!r}." in str(raised.value) and guess in str(raised.value)
    assert all(resource["name"] in str(raised.value) for resource in data.tables())


def test_an_unknown_table_of_evidence_lists_the_names():
    with pytest.raises(data.DataError) as raised:
        uspak.evidence("aliances")
    assert "Did you mean 'alliances'?" in str(raised.value)
    assert all(name in str(raised.value) for name in data.evidence_names())


def test_events_come_by_date_wherever_they_stand_in_the_file(shipped, edited):
    expected = data.events()
    rows = edited.rows("events")
    edited.write("events", [rows[0], *rows[21:], *rows[1:21]])
    pd.testing.assert_frame_equal(data.events(), expected)
    assert package_checks.validate_package() == [
        "data/events.csv was edited. If the edit is meant, run: uspak check --record"
    ], "the order of rows is no problem"


def test_an_event_appended_at_the_end_stands_at_its_date(edited):
    rows = edited.rows("events")
    column = {name: place for place, name in enumerate(rows[0])}
    added = list(rows[3])
    added[column["event_id"]] = added[column["event_id"]] + "-again"
    edited.write("events", [*rows, added])
    events = data.events()
    assert events["start"].is_monotonic_increasing
    same_day = events.loc[events["start"] == dates.first_day(added[column["date"]]), "event_id"].tolist()
    assert same_day[-1] == added[column["event_id"]], "after those of its day that stand before it in the file"
    assert events.index.tolist() == list(range(len(events)))


def test_the_first_rows_and_the_text_of_a_timeline_come_in_order(edited):
    def told():
        events = data.events()
        return figure.text_version("All events", events[["date", "title"]]), events.head(5)["event_id"].tolist()

    rows, (text, first) = edited.rows("events"), told()
    assert first == [row[rows[0].index("event_id")] for row in rows[1:6]]
    edited.write("events", [rows[0], *rows[31:], *rows[1:31]])
    assert told() == (text, first)


def test_eras_come_in_order(shipped, edited):
    expected = data.eras()
    rows = edited.rows("eras")
    edited.write("eras", [rows[0], *rows[:0:-1]])
    pd.testing.assert_frame_equal(data.eras(), expected)

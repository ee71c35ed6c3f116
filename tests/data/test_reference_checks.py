"""An id that no other table knows is named, with the closest one."""

import pytest

WRONG = [
    # table, column, value, what the message says was expected
    ("events", "place_id", "karaci", "the column place_id of data/places.csv; did you mean 'karachi'?"),
    ("events", "era_id", "cold-war-alies", "did you mean 'cold-war-allies'?"),
    ("events", "actors", "usa;PAK", "the column actor_id of data/actors.csv; did you mean 'USA'?"),
    ("events", "actors", "USA;USA", "each id once only"),
    ("events", "source_id", "no-such-source", "the column source_id of data/sources.csv"),
    ("claims", "evidence", "table:aliances", "did you mean 'table:alliances'?"),
]


@pytest.mark.parametrize(("name", "column", "value", "expected"), WRONG)
def test_a_wrong_cell_is_named(edited, name, column, value, expected):
    edited.set_cell(name, column, value)
    edited.assert_named(name, column, value, expected)


def test_removing_a_source_breaks_the_rows_that_cite_it(edited):
    rows = edited.rows("sources")
    gone = edited.rows("alliances")[1][edited.rows("alliances")[0].index("source_id")].split(";")[0]
    edited.write("sources", [row for row in rows if row[0] != gone])
    edited.set_cell("alliances", "note", "edited")
    assert f"found '{gone}'" in edited.failure("alliances")

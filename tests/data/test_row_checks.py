"""Cells that contradict others in their row are named."""

import pytest

WRONG = [
    # table, column, value, what the message says was expected
    ("events", "date_end", "1900", "a date not before date"),
    ("events", "era_id", "war-on-terror", "the era that contains"),
    ("events", "source_id", "waqas-2024", "independent sources only"),
    ("events", "event_id", "1854-too-early", "begins with the year of the date"),
    ("claims", "claim_id", "P9-99", "begins with the paragraph"),
    ("claims", "source_id", "waqas-2024", "at least one independent source"),
    ("alliances", "left", "1947-01", "a date not before joined"),
]


@pytest.mark.parametrize(("name", "column", "value", "expected"), WRONG)
def test_a_wrong_cell_is_named(edited, name, column, value, expected):
    edited.set_cell(name, column, value)
    edited.assert_named(name, column, value, expected)


@pytest.mark.parametrize(
    ("direction", "weight", "expected"),
    [
        ("cooperation", "-3", "from 0.5 to 10, because direction is cooperation"),
        ("friction", "3", "from -10 to -0.5, because direction is friction"),
        ("mixed", "5", "from -3 to 3, because direction is mixed"),
        ("friction", "0", "from -10 to -0.5, because direction is friction"),
    ],
)
def test_the_sign_of_a_weight_agrees_with_the_direction(edited, direction, weight, expected):
    edited.set_cell("events", "direction", direction)
    edited.set_cell("events", "weight", weight)
    assert f"row 5, column weight: found '{weight}', expected a number {expected}" in edited.failure("events")


def test_an_article_event_needs_its_paragraph(edited):
    row = edited.row_where("events", "origin", "article")
    edited.set_cell("events", "paragraph", "", row)
    assert f"row {row}, column paragraph: found '', expected the paragraph that states it" in edited.failure("events")


def test_another_event_has_no_paragraph(edited):
    row = edited.row_where("events", "origin", "context")
    edited.set_cell("events", "paragraph", "P2", row)
    assert f"row {row}, column paragraph: found 'P2', expected an empty cell" in edited.failure("events")


def test_a_table_of_eras_without_any_is_no_traceback(edited):
    rows = edited.rows("eras")
    edited.write("eras", rows[:1])
    edited.set_cell("events", "note", "edited")
    assert "column era_id" in edited.failure("events")

"""What a spreadsheet leaves behind is read right, and what has two readings is named."""

import pandas as pd
import pytest

from uspak import data

# The file


DIALECTS = {
    "byte order mark": dict(encoding="utf-8-sig"),
    "carriage returns": dict(newline="\r\n"),
    "semicolons": dict(delimiter=";", newline="\r\n", encoding="utf-8-sig"),
    "tabs in UTF-16": dict(delimiter="\t", newline="\r\n", encoding="utf-16"),
}


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("name", ["events", "places", "aid_by_year", "alliances"])
def test_what_excel_saves_is_the_same_table(shipped, edited, name, dialect):
    edited.write(name, edited.rows(name), **dialect)
    before = edited.path(name).read_bytes()
    pd.testing.assert_frame_equal(data.table(name), shipped[name])
    assert edited.path(name).read_bytes() == before, "reading changed the file"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_empty_rows_and_columns_at_the_end_do_not_matter(shipped, edited, delimiter):
    rows = [[*row, "", "", ""] for row in edited.rows("events")]
    rows += [[""] * len(rows[0])] * 4
    edited.write("events", rows, delimiter=delimiter)
    pd.testing.assert_frame_equal(data.table("events"), shipped["events"])


def test_cells_that_excel_leaves_out_at_the_end_of_a_row_are_empty(shipped, edited):
    rows = edited.rows("events")
    edited.write("events", [row[:-1] if row[-1] == "" else row for row in rows])
    pd.testing.assert_frame_equal(data.table("events"), shipped["events"])


def test_columns_in_another_order_are_the_same_table(shipped, edited):
    edited.write("places", [row[::-1] for row in edited.rows("places")])
    pd.testing.assert_frame_equal(data.places()[list(shipped["places"])], shipped["places"])


def test_a_missing_column_is_named(edited):
    rows = edited.rows("events")
    edited.write("events", [row[1:] for row in rows])
    assert "row 1, column event_id" in edited.failure("events")


def test_a_misspelt_column_is_named(edited):
    rows = edited.rows("events")
    rows[0][rows[0].index("weight")] = "wieght"
    edited.write("events", rows)
    message = edited.failure("events")
    assert "found 'wieght'" in message and "did you mean 'weight'?" in message


def test_an_unquoted_comma_is_found(edited):
    path = edited.folder / "places.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2] += ",and more"
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    message = edited.failure("places")
    assert "row 3, column no. " in message and "found 'and more'" in message and "quotation marks" in message


def test_an_unclosed_quotation_mark_is_found(edited):
    path = edited.folder / "actors.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2] = lines[2].replace(",", ',"', 1)
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    message = edited.failure("actors")
    assert "row 3" in message and "quotation mark" in message


def test_a_renamed_workbook_is_recognised(edited):
    (edited.folder / "events.csv").write_bytes(b"PK\x03\x04rest of a workbook")
    assert "Excel workbook" in edited.failure("events") and "CSV UTF-8" in edited.failure("events")


def test_an_empty_file_is_an_error(edited):
    (edited.folder / "events.csv").write_bytes(b"")
    assert "row 1, column event_id" in edited.failure("events")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_without_its_mark_is_recognised(edited, encoding):
    path = edited.path("places")
    path.write_bytes(path.read_bytes().decode().encode(encoding))
    assert "zero bytes, the first in row 1" in edited.failure("places")


def test_damaged_utf_16_is_named_with_its_row(edited):
    path = edited.path("places")
    lines = path.read_bytes().decode().split("\n")
    start = "\n".join(lines[:3]).encode("utf-16")
    path.write_bytes(start + b"\x00\xd8" + "\n".join(lines[3:]).encode("utf-16-le"))
    assert "damaged UTF-16 in row 3" in edited.failure("places")


def test_a_tail_of_zero_bytes_is_damage(edited):
    path = edited.path("places")
    rows = path.read_bytes().count(b"\n")
    path.write_bytes(path.read_bytes() + bytes(64))
    assert f"zero bytes, the first in row {rows + 1}" in edited.failure("places")


# Numbers


def test_decimal_commas_of_a_european_excel_are_read(shipped, edited):
    rows = edited.rows("aid_by_year")
    numeric = [place for place, name in enumerate(rows[0]) if "usd_millions" in name]
    for row in rows[1:]:
        for place in numeric:
            row[place] = row[place].replace(".", ",")
    edited.write("aid_by_year", rows, delimiter=";", newline="\r\n")
    pd.testing.assert_frame_equal(data.table("aid_by_year"), shipped["aid_by_year"])


def test_a_number_with_two_readings_is_an_error(edited):
    edited.set_cell("aid_by_year", "total_usd_millions_current", "1,234")
    assert "found '1,234', expected a number with a decimal point: 1.234 or 1234?" in edited.failure("aid_by_year")


@pytest.mark.parametrize(("value", "readings"), [("2,000", "2 or 2000?"), ("2.000", "2 or 2000?")])
def test_a_thousand_is_not_read_as_one(edited, value, readings):
    edited.set_cell("sources", "year", value)
    assert f"found '{value}', expected a whole number without thousands separators: {readings}" in edited.failure(
        "sources"
    )


def test_points_for_thousands_beside_decimal_commas_have_two_readings(edited):
    rows = edited.rows("aid_by_year")
    first, second = rows[0].index("economic_usd_millions_current"), rows[0].index("total_usd_millions_current")
    rows[4][first], rows[4][second] = "12,5", "1.234"
    edited.write("aid_by_year", rows, delimiter=";")
    assert "found '1.234', expected a number without thousands separators: 1,234 or 1234?" in edited.failure(
        "aid_by_year"
    )


def test_shortened_notebook_numbers_are_read(shipped, edited):
    rows = edited.rows("claims")
    place = rows[0].index("notebook")
    for row in rows[1:]:
        row[place] = row[place].lstrip("0") or "0"
    edited.write("claims", rows)
    pd.testing.assert_frame_equal(data.claims(), shipped["claims"])


# Dates


@pytest.mark.parametrize(
    "written", ["{d}/{m}/{y}", "{m}/{d}/{y}", "{d}.{m}.{y}", "{y}/{m}/{d}", "{y}-{m:02}-{d:02} 00:00:00"]
)
def test_local_dates_with_one_reading_are_read(shipped, edited, written):
    """19 May cannot be a month 19, however it is written."""
    rows = edited.rows("events")
    place, changed = rows[0].index("date"), 0
    for row in rows[1:]:
        parts = [int(part) for part in row[place].split("-")]
        if len(parts) == 3 and parts[2] > 12:
            row[place] = written.format(y=parts[0], m=parts[1], d=parts[2])
            changed += 1
    assert changed > 10
    edited.write("events", rows)
    pd.testing.assert_frame_equal(data.table("events"), shipped["events"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1/10/1990", "1990-01-10 or 1990-10-01?"),
        ("05.03.1959", "1959-03-05 or 1959-05-03?"),
        ("May-54", "1954-05?"),
    ],
)
def test_a_date_with_two_readings_shows_both(edited, value, expected):
    edited.set_cell("events", "date", value)
    message = edited.failure("events")
    assert f"row 5, column date: found '{value}', expected a date as year-month" in message
    assert expected in message
    assert "data/events.csv has a problem." in message, "nothing follows from a date that cannot be read"


def test_the_same_day_and_month_have_one_reading(edited):
    edited.set_cell("alliances", "joined", "4/4/1954", row=2)
    assert data.evidence("alliances")["joined"].iloc[0] == "1954-04-04"

"""Edited tables: what a spreadsheet leaves behind is read right, and what is wrong is named to the cell."""

import csv
import io
import json
import re
import shutil

import pandas as pd
import pytest
import uspak
from uspak import data, validation


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the tables (the outlines stay behind) that USPAK_DATA points to."""
    folder = tmp_path / "data"
    shutil.copytree(data.folder(), folder, ignore=shutil.ignore_patterns("geography"))
    monkeypatch.setenv("USPAK_DATA", str(folder))
    return folder


@pytest.fixture
def shipped():
    """The tables as shipped, read before USPAK_DATA points elsewhere."""
    return {name: data.table(name) for name in ("events", "places", "claims", "aid_by_year", "alliances", "sources")}


def rows_of(folder, name):
    with open(folder / path_of(name), newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def path_of(name):
    return next(resource["path"] for resource in data.tables() if resource["name"] == name)


def write(folder, name, rows, delimiter=",", encoding="utf-8", newline="\n"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(rows)
    (folder / path_of(name)).write_bytes(text.getvalue().encode(encoding))


def edit(folder, name, column, value, row=5):
    """Write a value into one cell (row as a spreadsheet counts) and return what stood there."""
    rows = rows_of(folder, name)
    place = rows[0].index(column)
    before, rows[row - 1][place] = rows[row - 1][place], value
    write(folder, name, rows)
    return before


def row_where(folder, name, column, value):
    rows = rows_of(folder, name)
    place = rows[0].index(column)
    return next(number for number, cells in enumerate(rows, start=1) if cells[place] == value)


def failure(name):
    with pytest.raises(data.DataError) as raised:
        data.table(name)
    return str(raised.value)


WRONG = [
    # table, column, value, what the message says was expected
    ("events", "date", "1954-13", "year, year-month or year-month-day"),
    ("events", "date", "1955-02-30", "a date that the calendar has"),
    ("events", "date", "next May", "year, year-month or year-month-day"),
    ("events", "date_end", "1900", "a date not before date"),
    ("events", "date", "", "may not be empty"),
    ("events", "title", "", "may not be empty"),
    ("events", "title", "x" * 71, "at most 70 characters (it has 71)"),
    ("events", "weight", "lots", "a number with a decimal point, such as 7"),
    ("events", "weight", "11", "a number from -10 to 10"),
    ("events", "weight", "2.25", "in steps of 0.5"),
    ("events", "direction", "Cooperation", "did you mean 'cooperation'?"),
    ("events", "domain", "millitary", "did you mean 'military'?"),
    ("events", "place_id", "karaci", "the column place_id of data/places.csv; did you mean 'karachi'?"),
    ("events", "era_id", "cold-war-alies", "did you mean 'cold-war-allies'?"),
    ("events", "era_id", "war-on-terror", "the era that contains"),
    ("events", "actors", "USA,PAK", "ids joined by ';'"),
    ("events", "actors", "usa;PAK", "the column actor_id of data/actors.csv; did you mean 'USA'?"),
    ("events", "actors", "USA;USA", "each id once only"),
    ("events", "source_id", "no-such-source", "the column source_id of data/sources.csv"),
    ("events", "source_id", "waqas-2024", "independent sources only"),
    ("events", "event_id", "1854-too-early", "begins with the year of the date"),
    ("claims", "quote", "one two three four five six seven eight nine ten eleven twelve thirteen", "at most 12 words"),
    ("claims", "evidence", "table:aliances", "did you mean 'table:alliances'?"),
    ("claims", "claim_id", "P9-99", "begins with the paragraph"),
    ("claims", "source_id", "waqas-2024", "at least one independent source"),
    ("claims", "verdict", "true", "one of: supported, qualified"),
    ("claims", "notebook", "12", "one of: 00, 01"),
    ("places", "lat", "97.5", "a number from -90 to 90"),
    ("places", "country_iso3", "Pakistan", "such as PAK"),
    ("places", "place_id", "Karachi City", "such as karachi"),
    ("sources", "url", "www.example.org", "address of the form"),
    ("sources", "year", "about 1954", "a whole number"),
    ("alliances", "left", "1947-01", "a date not before joined"),
    ("alliances", "role", "membr", "did you mean 'member'?"),
    ("aid_by_year", "fiscal_year", "FY1951", "such as 1962"),
    ("arms_imports", "share_percent", "120", "a number from 0 to 100"),
]


@pytest.mark.parametrize(("name", "column", "value", "expected"), WRONG)
def test_a_wrong_cell_is_named(copy, name, column, value, expected):
    edit(copy, name, column, value)
    message = failure(name)
    cell = value if len(value) <= 60 else value[:57]
    assert f"data/{path_of(name)} has" in message
    found = [line for line in message.splitlines() if line.startswith(f"  row 5, column {column}: found '")]
    assert len(found) == 1, message
    assert expected in found[0]
    assert cell.split(";")[0] in found[0]
    assert f"git checkout -- data/{path_of(name)}" in message


@pytest.mark.parametrize(
    ("direction", "weight", "expected"),
    [
        ("cooperation", "-3", "from 0.5 to 10, because direction is cooperation"),
        ("friction", "3", "from -10 to -0.5, because direction is friction"),
        ("mixed", "5", "from -3 to 3, because direction is mixed"),
        ("friction", "0", "from -10 to -0.5, because direction is friction"),
    ],
)
def test_the_sign_of_a_weight_agrees_with_the_direction(copy, direction, weight, expected):
    edit(copy, "events", "direction", direction)
    edit(copy, "events", "weight", weight)
    assert f"row 5, column weight: found '{weight}', expected a number {expected}" in failure("events")


def test_an_article_event_needs_its_paragraph(copy):
    row = row_where(copy, "events", "origin", "article")
    edit(copy, "events", "paragraph", "", row)
    assert f"row {row}, column paragraph: found '', expected the paragraph that states it" in failure("events")


def test_another_event_has_no_paragraph(copy):
    row = row_where(copy, "events", "origin", "context")
    edit(copy, "events", "paragraph", "P2", row)
    assert f"row {row}, column paragraph: found 'P2', expected an empty cell" in failure("events")


def test_an_id_occurs_once(copy):
    first = rows_of(copy, "actors")[1][0]
    edit(copy, "actors", "actor_id", first)
    assert f"row 5, column actor_id: found '{first}', expected a value that occurs in one row only" in failure("actors")


def test_a_combined_key_occurs_once(copy):
    rows = rows_of(copy, "alliances")
    rows.append(rows[-1])
    write(copy, "alliances", rows)
    message = failure("alliances")
    assert f"row {len(rows)}, column organisation + iso3" in message and "one row only" in message


def test_removing_a_source_breaks_the_rows_that_cite_it(copy):
    rows = rows_of(copy, "sources")
    gone = rows_of(copy, "alliances")[1][rows_of(copy, "alliances")[0].index("source_id")].split(";")[0]
    write(copy, "sources", [row for row in rows if row[0] != gone])
    edit(copy, "alliances", "note", "edited")
    assert f"found '{gone}'" in failure("alliances")


def test_five_problems_are_shown_and_the_rest_counted(copy):
    rows = rows_of(copy, "places")
    place = rows[0].index("lat")
    for row in rows[1:9]:
        row[place] = "north"
    write(copy, "places", rows)
    message = failure("places")
    assert "data/places.csv has 8 problems." in message
    assert message.count("expected a number with a decimal point") == 5
    assert "and 3 more" in message


def test_a_missing_column_is_named(copy):
    rows = rows_of(copy, "events")
    write(copy, "events", [row[1:] for row in rows])
    assert "row 1, column event_id" in failure("events")


def test_a_misspelt_column_is_named(copy):
    rows = rows_of(copy, "events")
    rows[0][rows[0].index("weight")] = "wieght"
    write(copy, "events", rows)
    message = failure("events")
    assert "found 'wieght'" in message and "did you mean 'weight'?" in message


def test_an_unquoted_comma_is_found(copy):
    path = copy / "places.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2] += ",and more"
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    message = failure("places")
    assert "row 3, column no. " in message and "found 'and more'" in message and "quotation marks" in message


def test_an_unclosed_quotation_mark_is_found(copy):
    path = copy / "actors.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[2] = lines[2].replace(",", ',"', 1)
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    message = failure("actors")
    assert "row 3" in message and "quotation mark" in message


DIALECTS = {
    "byte order mark": dict(encoding="utf-8-sig"),
    "carriage returns": dict(newline="\r\n"),
    "semicolons": dict(delimiter=";", newline="\r\n", encoding="utf-8-sig"),
    "tabs in UTF-16": dict(delimiter="\t", newline="\r\n", encoding="utf-16"),
}


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("name", ["events", "places", "aid_by_year", "alliances"])
def test_what_excel_saves_is_the_same_table(shipped, copy, name, dialect):
    write(copy, name, rows_of(copy, name), **dialect)
    before = (copy / path_of(name)).read_bytes()
    pd.testing.assert_frame_equal(data.table(name), shipped[name])
    assert (copy / path_of(name)).read_bytes() == before, "reading changed the file"


def test_windows_1252_is_read(shipped, copy):
    rows = rows_of(copy, "places")
    rows[1][rows[0].index("note")] = "Bodø – “north”"
    write(copy, "places", rows, encoding="cp1252")
    assert data.places()["note"].iloc[0] == "Bodø – “north”"
    pd.testing.assert_frame_equal(data.places().drop(columns="note"), shipped["places"].drop(columns="note"))


def test_text_opened_in_the_wrong_encoding_is_found(copy):
    edit(copy, "places", "name", "Bodø".encode().decode("cp1252"))
    message = failure("places")
    assert "row 5, column name: found 'BodÃ¸', expected 'Bodø'" in message


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_empty_rows_and_columns_at_the_end_do_not_matter(shipped, copy, delimiter):
    rows = [[*row, "", "", ""] for row in rows_of(copy, "events")]
    rows += [[""] * len(rows[0])] * 4
    write(copy, "events", rows, delimiter=delimiter)
    pd.testing.assert_frame_equal(data.table("events"), shipped["events"])


def test_cells_that_excel_leaves_out_at_the_end_of_a_row_are_empty(shipped, copy):
    rows = rows_of(copy, "events")
    write(copy, "events", [row[:-1] if row[-1] == "" else row for row in rows])
    pd.testing.assert_frame_equal(data.table("events"), shipped["events"])


def test_decimal_commas_of_a_european_excel_are_read(shipped, copy):
    rows = rows_of(copy, "aid_by_year")
    numeric = [place for place, name in enumerate(rows[0]) if "usd_millions" in name]
    for row in rows[1:]:
        for place in numeric:
            row[place] = row[place].replace(".", ",")
    write(copy, "aid_by_year", rows, delimiter=";", newline="\r\n")
    pd.testing.assert_frame_equal(data.table("aid_by_year"), shipped["aid_by_year"])


def test_a_number_with_two_readings_is_an_error(copy):
    edit(copy, "aid_by_year", "total_usd_millions_current", "1,234")
    assert "found '1,234', expected a number with a decimal point: 1.234 or 1234?" in failure("aid_by_year")


def test_shortened_notebook_numbers_are_read(shipped, copy):
    rows = rows_of(copy, "claims")
    place = rows[0].index("notebook")
    for row in rows[1:]:
        row[place] = row[place].lstrip("0") or "0"
    write(copy, "claims", rows)
    pd.testing.assert_frame_equal(data.claims(), shipped["claims"])


@pytest.mark.parametrize(
    "written", ["{d}/{m}/{y}", "{m}/{d}/{y}", "{d}.{m}.{y}", "{y}/{m}/{d}", "{y}-{m:02}-{d:02} 00:00:00"]
)
def test_local_dates_with_one_reading_are_read(shipped, copy, written):
    """19 May cannot be a month 19, however it is written."""
    rows = rows_of(copy, "events")
    place, changed = rows[0].index("date"), 0
    for row in rows[1:]:
        parts = [int(part) for part in row[place].split("-")]
        if len(parts) == 3 and parts[2] > 12:
            row[place] = written.format(y=parts[0], m=parts[1], d=parts[2])
            changed += 1
    assert changed > 10
    write(copy, "events", rows)
    pd.testing.assert_frame_equal(data.table("events"), shipped["events"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1/10/1990", "1990-01-10 or 1990-10-01?"),
        ("05.03.1959", "1959-03-05 or 1959-05-03?"),
        ("May-54", "1954-05?"),
    ],
)
def test_a_date_with_two_readings_shows_both(copy, value, expected):
    edit(copy, "events", "date", value)
    message = failure("events")
    assert f"row 5, column date: found '{value}', expected a date as year-month" in message
    assert expected in message
    assert "data/events.csv has a problem." in message, "nothing follows from a date that cannot be read"


def test_a_cell_is_shown_as_it_stands_in_the_file(copy):
    rows = [[re.sub(r"^(-?\d+)\.(\d+)$", r"\1,\2", cell) for cell in row] for row in rows_of(copy, "places")]
    rows[4][rows[0].index("lat")] = "97,5"
    write(copy, "places", rows, delimiter=";")
    assert "row 5, column lat: found '97,5', expected a number from -90 to 90" in failure("places")


def test_the_same_day_and_month_have_one_reading(copy):
    edit(copy, "alliances", "joined", "4/4/1954", row=2)
    assert data.evidence("alliances")["joined"].iloc[0] == "1954-04-04"


def test_a_renamed_workbook_is_recognised(copy):
    (copy / "events.csv").write_bytes(b"PK\x03\x04rest of a workbook")
    assert "Excel workbook" in failure("events") and "CSV UTF-8" in failure("events")


def test_an_empty_file_is_an_error(copy):
    (copy / "events.csv").write_bytes(b"")
    assert "row 1, column event_id" in failure("events")


def test_a_valid_edit_is_read_without_a_word(copy, capsys, recwarn):
    before = edit(copy, "events", "note", "a remark of our own")
    assert before != "a remark of our own"
    assert data.events()["note"].iloc[3] == "a remark of our own"
    assert capsys.readouterr() == ("", "") and not recwarn.list


def test_columns_in_another_order_are_the_same_table(shipped, copy):
    write(copy, "places", [row[::-1] for row in rows_of(copy, "places")])
    pd.testing.assert_frame_equal(data.places()[list(shipped["places"])], shipped["places"])


def test_a_missing_file_can_be_restored(copy):
    (copy / "places.csv").unlink()
    message = failure("places")
    assert str(copy / "places.csv") in message and "git checkout -- data/places.csv" in message


def test_a_missing_folder_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("USPAK_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(data.DataError, match=r"nowhere.*does not exist.*USPAK_DATA"):
        data.events()


def test_a_broken_description_is_named(copy):
    (copy / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(data.DataError, match=r"datapackage\.json is not readable as JSON"):
        data.events()


def test_an_unknown_table_of_evidence_lists_the_names():
    with pytest.raises(data.DataError) as raised:
        uspak.evidence("aliances")
    assert "Did you mean 'alliances'?" in str(raised.value)
    assert all(name in str(raised.value) for name in data.evidence_names())


def test_the_environment_variable_chooses_the_folder(copy, monkeypatch):
    assert data.DATA == copy
    monkeypatch.delenv("USPAK_DATA")
    assert data.DATA != copy and (data.DATA / "datapackage.json").exists()


def without_outlines(folder):
    """Take the outlines, which were not copied, out of the description."""
    path = folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"] = [resource for resource in package["resources"] if "schema" in resource]
    path.write_text(json.dumps(package), encoding="utf-8")


def test_the_package_reports_every_file(copy):
    without_outlines(copy)
    edit(copy, "events", "weight", "lots")
    (copy / "glossary.csv").unlink()
    (copy / "extra.csv").write_text("a\n1\n", encoding="utf-8")
    problems = "\n".join(validation.validate_package())
    assert "data/events.csv: row 5, column weight: found 'lots'" in problems
    assert "data/events.csv was edited." in problems
    assert "glossary.csv does not exist" in problems
    assert "data/extra.csv is not described" in problems


def test_recording_refuses_wrong_data(copy):
    without_outlines(copy)
    edit(copy, "events", "weight", "lots")
    before = (copy / "datapackage.json").read_bytes()
    with pytest.raises(data.DataError, match=r"Nothing was recorded(.|\n)*row 5, column weight"):
        validation.record_hashes()
    assert (copy / "datapackage.json").read_bytes() == before


def test_recording_makes_an_edit_the_new_standard(copy):
    without_outlines(copy)
    plain = rows_of(copy, "places")
    plain[1][plain[0].index("note")] = "edited"
    write(copy, "places", plain, delimiter=";", newline="\r\n", encoding="utf-8-sig")
    assert validation.record_hashes() == ["places.csv"]
    assert rows_of(copy, "places") == plain, "stored as plain CSV, cell for cell"
    assert validation.record_hashes() == []

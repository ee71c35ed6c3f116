"""Edited tables: what a spreadsheet leaves behind is read right, and what is wrong is named to the cell."""

import codecs
import csv
import errno
import io
import json
import os
import re
import shutil
import stat

import pandas as pd
import pytest

import uspak
from uspak import data, dates
from uspak.data import decoding, files, validation
from uspak.drawing import figure


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


# Numbers that are none to a computer


NO_NUMBERS = [
    "NaN",
    "nan",
    "-NaN",
    "INF",
    "-Infinity",
    "1e400",
    "-1e999",
    "1e-999",
    "１２",
    "۱۹",
    "1_000",
    "12٫5",
    "−5",
    "0x10",
]


@pytest.mark.parametrize("value", NO_NUMBERS)
@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("aid_by_year", "total_usd_millions_current"),
        ("events", "weight"),
        ("places", "lat"),
        ("arms_imports", "share_percent"),
    ],
)
def test_only_plain_finite_numbers_are_read(copy, name, column, value):
    edit(copy, name, column, value)
    assert f"row 5, column {column}: found '{value}', expected a number" in failure(name)


@pytest.mark.parametrize("value", ["１９５４", "١٩٥٤", "1_954", "NaN", "1e3", "9" * 19, "9" * 40, "-" + "9" * 40])
def test_only_plain_whole_numbers_are_read(copy, value):
    edit(copy, "sources", "year", value)
    assert f"row 5, column year: found '{value}', expected a whole number" in failure("sources")


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("NaN", "or an empty cell where it is unknown"),
        ("۱۹", "in the digits 0 to 9"),
        ("1e400", "of a size that a computer's number can hold"),
    ],
)
def test_what_is_wrong_with_a_number_is_said(copy, value, hint):
    edit(copy, "aid_by_year", "military_usd_millions_current", value)
    assert hint in failure("aid_by_year")


@pytest.mark.parametrize(
    ("value", "number"), [("7", 7), ("+7", 7), ("07.50", 7.5), (".5", 0.5), ("7.", 7), ("1E+03", 1000)]
)
def test_other_ways_to_write_a_number_are_read(copy, value, number):
    edit(copy, "aid_by_year", "total_usd_millions_current", value)
    assert data.table("aid_by_year")["total_usd_millions_current"].iloc[3] == number


@pytest.mark.parametrize(("value", "readings"), [("2,000", "2 or 2000?"), ("2.000", "2 or 2000?")])
def test_a_thousand_is_not_read_as_one(copy, value, readings):
    edit(copy, "sources", "year", value)
    assert f"found '{value}', expected a whole number without thousands separators: {readings}" in failure("sources")


def test_points_for_thousands_beside_decimal_commas_have_two_readings(copy):
    rows = rows_of(copy, "aid_by_year")
    first, second = rows[0].index("economic_usd_millions_current"), rows[0].index("total_usd_millions_current")
    rows[4][first], rows[4][second] = "12,5", "1.234"
    write(copy, "aid_by_year", rows, delimiter=";")
    assert "found '1.234', expected a number without thousands separators: 1,234 or 1234?" in failure("aid_by_year")


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [("events", "date", "۱۹۵۴"), ("alliances", "joined", "１９５４-09-08"), ("aid_by_year", "fiscal_year", "１９６２")],
)
def test_dates_are_in_the_digits_0_to_9(copy, name, column, value):
    edit(copy, name, column, value)
    assert f"row 5, column {column}: found '{value}'" in failure(name)


@pytest.mark.parametrize("value", ["NaN", "INF", "1_000"])
def test_a_table_that_cannot_be_read_never_becomes_the_standard(copy, value):
    without_outlines(copy)
    edit(copy, "aid_by_year", "total_usd_millions_current", value)
    before = (copy / "datapackage.json").read_bytes()
    with pytest.raises(data.DataError, match=rf"Nothing was recorded(.|\n)*row 5, column total.*{value}"):
        validation.record_hashes()
    assert (copy / "datapackage.json").read_bytes() == before


def test_what_pandas_refuses_is_not_recorded_although_all_checks_pass(copy, monkeypatch):
    without_outlines(copy)
    edit(copy, "aid_by_year", "total_usd_millions_current", "NaN")
    monkeypatch.setattr(validation, "_is_plain", lambda field, value: True)
    with pytest.raises(data.DataError, match=r"Nothing was recorded(.|\n)*aid_by_year\.csv cannot be read as a table"):
        validation.record_hashes()


def test_a_fault_that_was_recorded_is_still_named(copy):
    edit(copy, "aid_by_year", "total_usd_millions_current", "NaN")
    package = json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(resource for resource in package["resources"] if resource["name"] == "aid_by_year")
    resource["hash"] = data.digest((copy / resource["path"]).read_bytes())
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert "row 5, column total_usd_millions_current: found 'NaN'" in failure("aid_by_year")


# Letters in other encodings


def bytes_with(folder, name, column, content, row=5, **dialect):
    """Put bytes into one cell, as they are."""
    edit(folder, name, column, "@@@", row)
    path = folder / path_of(name)
    path.write_bytes(path.read_bytes().replace(b"@@@", content))


ENCODED = [
    ("Bodø", "mac_roman", "Mac OS Roman"),
    ("Bodø", "cp850", "DOS 850"),
    ("Türkiye", "cp437", "DOS 850"),  # which reads the same
    ("Türkiye", "cp850", "DOS 850"),
    ("Paweł", "cp1250", "Windows-1250"),
    ("Dvořák", "cp1250", "Windows-1250"),
    ("Erdoğan", "cp1254", "Windows-1254"),
    ("Москва", "cp1251", "Windows-1251"),
    ("中国", "gbk", "GBK"),
    ("Türkiye", "gbk", "GBK"),
    ("Malmö", "mac_roman", "Mac OS Roman"),
    ("España", "mac_roman", "Mac OS Roman"),
    ("Perón", "mac_roman", "Mac OS Roman"),  # 'Per—n' in Windows-1252
    ("Übersee", "cp850", "DOS 850"),
]


@pytest.mark.parametrize(("text", "encoding", "known_as"), ENCODED)
def test_letters_with_several_readings_are_refused_and_shown(copy, text, encoding, known_as):
    rows = [[cell.encode("ascii", "ignore").decode() for cell in row] for row in rows_of(copy, "places")]
    rows[4][rows[0].index("note")] = text
    write(copy, "places", rows, encoding=encoding)
    message = failure("places")
    assert "data/places.csv is not in UTF-8" in message and "save the file as UTF-8" in message
    (line,) = [line for line in message.splitlines() if line.startswith("  row 5, column note: found ")]
    assert f"'{text}' in {known_as}" in line


@pytest.mark.parametrize("name", ["places", "events", "actors", "cities", "arms_imports", "sources"])
@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp437", "cp1250", "gbk", "utf-7"])
def test_a_table_in_another_encoding_is_read_right_or_refused(copy, name, encoding):
    shipped = data.table(name)
    text = (copy / path_of(name)).read_bytes().decode()
    content = text.translate(str.maketrans("–—’−", "--'-")).encode(encoding, "replace")
    (copy / path_of(name)).write_bytes(content)
    try:
        read = data.table(name)
    except data.DataError as error:
        assert "encoding" in str(error) or "UTF-8" in str(error)
        assert "row " in str(error)
    else:
        assert decoding.words(content.decode(encoding)) == decoding.words(text), "letters were lost"
        assert read.shape == shipped.shape


@pytest.mark.parametrize("name", ["places", "actors", "cities", "arms_imports", "armies"])
def test_windows_1252_is_settled_by_the_words_of_the_tables(copy, name):
    shipped = data.table(name)
    path = copy / path_of(name)
    path.write_bytes(path.read_bytes().decode().replace("−", "-").encode("cp1252"))
    pd.testing.assert_frame_equal(data.table(name), shipped)


@pytest.mark.parametrize(
    "text", ["café", "Malmö", "São Tomé", "1947–1979", "‘north’ and “south”", "Pakistan’s aims", "20 °C", "£5"]
)
def test_windows_1252_is_read_as_such_or_not_at_all(copy, text):
    edit(copy, "places", "note", text)
    path = copy / path_of("places")
    path.write_bytes(path.read_bytes().decode().encode("cp1252"))
    assert data.places()["note"].iloc[3] == text


def test_windows_1252_with_a_new_word_that_could_be_polish_is_refused(copy):
    rows = [[cell.encode("ascii", "ignore").decode() for cell in row] for row in rows_of(copy, "places")]
    rows[4][rows[0].index("note")] = "Tromsø"
    write(copy, "places", rows, encoding="cp1252")
    assert "'Tromsø' in Windows-1252 (Western), 'Tromsř' in Windows-1250 (Central European)" in failure("places")


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_stray_byte_is_named_with_its_row_and_no_other(copy, mark):
    row = row_where(copy, "places", "place_id", "karachi")
    bytes_with(copy, "places", "note", b"caf\xe9 in the port", row)
    path = copy / path_of("places")
    path.write_bytes(mark + path.read_bytes())
    message = failure("places")
    assert "data/places.csv is UTF-8 but for some bytes" in message
    rows = [line for line in message.splitlines() if line.startswith("  row ")]
    assert len(rows) == 1
    assert rows[0].startswith(
        f"  row {row}, column note: found 'caf\\xe9 in the port'; it reads 'café in the port' in Windows-1252"
    )


def test_a_stray_byte_within_a_known_word_is_no_letter_of_windows_1252(copy):
    row = row_where(copy, "aid_by_year", "fiscal_year", "1980")
    bytes_with(copy, "aid_by_year", "note", b"all of it econo\xe9mic aid", row)
    assert b" economic" in (copy / path_of("aid_by_year")).read_bytes()
    assert f"  row {row}, column note: found 'all of it econo\\xe9mic aid'" in failure("aid_by_year")


def test_a_file_cut_within_a_letter_is_named_with_its_row(copy):
    path = copy / path_of("places")
    content = path.read_bytes()
    path.write_bytes(content[: content.index("ø".encode()) + 1])
    row = row_where(data_folder_of_the_project(), "places", "place_id", "bodo")
    assert f"row {row}, column name: found 'Bod\\xc3'" in failure("places")


def data_folder_of_the_project():
    return files.Path(data.__file__).parents[3] / "data"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_without_its_mark_is_recognised(copy, encoding):
    path = copy / path_of("places")
    path.write_bytes(path.read_bytes().decode().encode(encoding))
    assert "zero bytes, the first in row 1" in failure("places")


def test_damaged_utf_16_is_named_with_its_row(copy):
    path = copy / path_of("places")
    lines = path.read_bytes().decode().split("\n")
    start = "\n".join(lines[:3]).encode("utf-16")
    path.write_bytes(start + b"\x00\xd8" + "\n".join(lines[3:]).encode("utf-16-le"))
    assert "damaged UTF-16 in row 3" in failure("places")


def test_a_tail_of_zero_bytes_is_damage(copy):
    path = copy / path_of("places")
    rows = path.read_bytes().count(b"\n")
    path.write_bytes(path.read_bytes() + bytes(64))
    assert f"zero bytes, the first in row {rows + 1}" in failure("places")


@pytest.mark.parametrize("value", ["Bod\ufffd", "Bod\x9b", "north\x0bsouth"])
def test_a_lost_letter_is_named(copy, value):
    edit(copy, "places", "name", value)
    assert "row 5, column name: found 'Bod" in failure("places").replace("north", "Bod")
    assert f"the sign U+{ord(decoding.unreadable(value)):04X} means that a letter was lost" in failure("places")


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp437", "gbk", "cp1251"])
def test_utf_8_that_was_read_as_something_else_is_found(copy, encoding):
    edit(copy, "places", "name", "Bodø".encode().decode(encoding))
    assert "expected 'Bodø': the file was opened in the wrong encoding" in failure("places")


@pytest.mark.parametrize(
    ("value", "text"),
    [("Bod+APg-", "Bodø"), ("T~{(9~}rkiye", "Türkiye"), ("Bod&#248;", "Bodø"), ("Pakistan&#39;s", "Pakistan's")],
)
def test_letters_that_are_written_in_ascii_are_found(copy, value, text):
    edit(copy, "places", "name", value)
    assert f"row 5, column name: found {value!r}, expected {text!r}" in failure("places")


@pytest.mark.parametrize("value", ["Bod?", "Bod??", "Near Bod?, the port", "communiqu?"])
def test_a_letter_that_an_encoding_lacked_is_named(copy, value):
    edit(copy, "places", "note", value)
    message = failure("places")
    mended = re.sub(r"Bod\?+", "Bodø", value).replace("qu?", "qué")
    assert f"row 5, column note: found '{value}', expected '{mended}': an encoding that lacks a letter" in message


def test_a_question_mark_after_a_known_word_is_no_lost_letter(copy):
    edit(copy, "places", "note", "Why Bodø? And why Peshawar?")
    assert data.places()["note"].iloc[3] == "Why Bodø? And why Peshawar?"


@pytest.mark.parametrize(
    "value", ["C++ and A+-B", "https://example.org/?q=foreign+aid+bill-1990", "Москва", "中国", "اسلام آباد"]
)
def test_other_scripts_and_plus_signs_are_not_taken_for_a_wrong_encoding(copy, value):
    edit(copy, "places", "note", value)
    assert data.places()["note"].iloc[3] == value


def test_recording_keeps_the_words_that_settle_an_encoding(copy):
    without_outlines(copy)
    edit(copy, "places", "note", "Tromsø")
    validation.record_hashes()
    shipped = data.places()
    path = copy / path_of("places")
    path.write_bytes(path.read_bytes().decode().encode("cp1252"))
    pd.testing.assert_frame_equal(data.places(), shipped)


# The order of rows


def test_events_come_by_date_wherever_they_stand_in_the_file(shipped, copy):
    expected = data.events()
    rows = rows_of(copy, "events")
    write(copy, "events", [rows[0], *rows[21:], *rows[1:21]])
    pd.testing.assert_frame_equal(data.events(), expected)
    assert validation.validate_package()[0].startswith("data/events.csv was edited"), "the order of rows is no problem"


def test_an_event_appended_at_the_end_stands_at_its_date(copy):
    rows = rows_of(copy, "events")
    column = {name: place for place, name in enumerate(rows[0])}
    added = list(rows[3])
    added[column["event_id"]] = added[column["event_id"]] + "-again"
    write(copy, "events", [*rows, added])
    events = data.events()
    assert events["start"].is_monotonic_increasing
    same_day = events.loc[events["start"] == dates.first_day(added[column["date"]]), "event_id"].tolist()
    assert same_day[-1] == added[column["event_id"]], "after those of its day that stand before it in the file"
    assert events.index.tolist() == list(range(len(events)))


def test_the_first_rows_and_the_text_of_a_timeline_come_in_order(copy):
    def told():
        events = data.events()
        return figure.text_version("All events", events[["date", "title"]]), events.head(5)["event_id"].tolist()

    rows, (text, first) = rows_of(copy, "events"), told()
    assert first == [row[rows[0].index("event_id")] for row in rows[1:6]]
    write(copy, "events", [rows[0], *rows[31:], *rows[1:31]])
    assert told() == (text, first)


def test_eras_come_in_order(shipped, copy):
    expected = data.eras()
    rows = rows_of(copy, "eras")
    write(copy, "eras", [rows[0], *rows[:0:-1]])
    pd.testing.assert_frame_equal(data.eras(), expected)


# Names of tables, and the description


@pytest.mark.parametrize(("name", "guess"), [("evnts", "Did you mean 'events'?"), ("nope", ""), (None, ""), (3, "")])
def test_an_unknown_table_lists_the_names(name, guess):
    with pytest.raises(data.DataError) as raised:
        data.table(name)
    assert f"There is no table called {name!r}." in str(raised.value) and guess in str(raised.value)
    assert all(resource["name"] in str(raised.value) for resource in data.tables())


@pytest.mark.parametrize(
    "content", ["[]", "{}", '{"resources": 3}', '{"resources": [{"name": "events"}]}', "[" * 100_000]
)
def test_a_description_that_is_none_is_named(copy, content):
    (copy / "datapackage.json").write_text(content, encoding="utf-8")
    with pytest.raises(data.DataError, match=r"datapackage\.json is not readable as JSON"):
        data.events()


def reference(package, name):
    return package["resources"][[one["name"] for one in package["resources"]].index(name)]["schema"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda package: reference(package, "events")["foreignKeys"][0]["reference"].update(resource="towns"),
            "the table towns",
        ),
        (
            lambda package: reference(package, "events")["foreignKeys"][0]["reference"].update(fields=["id"]),
            "which does not exist",
        ),
        (
            lambda package: reference(package, "events")["fields"][0]["constraints"].update(pattern="("),
            "has the pattern",
        ),
    ],
)
def test_a_description_of_what_cannot_be_is_named(copy, change, said):
    without_outlines(copy)
    package = json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))
    change(package)
    (copy / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    problems = "\n".join(validation.validate_package())
    assert "data/datapackage.json describes what cannot be" in problems and said in problems


def test_a_table_of_eras_without_any_is_no_traceback(copy):
    rows = rows_of(copy, "eras")
    write(copy, "eras", rows[:1])
    edit(copy, "events", "note", "edited")
    assert "column era_id" in failure("events")


# Writing


def spreadsheet_saves(folder, name):
    """Let a table look as a spreadsheet leaves it; returns what recording it will write."""
    plain = (folder / path_of(name)).read_bytes()
    write(folder, name, rows_of(folder, name), delimiter=";", newline="\r\n", encoding="utf-8-sig")
    return plain


def everything(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fails_at(monkeypatch, function, name, error):
    """Let a function of the module os fail for files whose name has these letters."""
    original = getattr(os, function)

    def failing(*arguments, **named):
        if name in str(arguments[-1]):
            raise error
        return original(*arguments, **named)

    monkeypatch.setattr(files.os, function, failing)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "read-only or open in another program such as Excel"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "Read-only file system"),
    ],
)
@pytest.mark.parametrize("where", ["places.csv", "datapackage.json"])
def test_a_file_that_cannot_be_replaced_is_a_sentence(copy, monkeypatch, error, reason, where):
    without_outlines(copy)
    spreadsheet_saves(copy, "places")
    edited = edit(copy, "actors", "note", "edited")
    assert edited != "edited"
    names = sorted(path.name for path in copy.rglob("*"))
    before = everything(copy)
    fails_at(monkeypatch, "replace", where, error)
    with pytest.raises(data.DataError) as raised:
        validation.record_hashes()
    assert f"Nothing was recorded: {copy / where} cannot be written: " in str(raised.value)
    assert reason in str(raised.value)
    assert sorted(path.name for path in copy.rglob("*")) == names, "a draft stayed behind"
    changed = {path.name for path, content in everything(copy).items() if content != before[path]}
    assert changed <= ({"places.csv"} if where == "datapackage.json" else set())
    assert all(f"{name}: rewritten as plain CSV" in str(raised.value) for name in changed)


def test_a_full_disk_is_noticed_before_any_file_is_replaced(copy, monkeypatch):
    without_outlines(copy)
    spreadsheet_saves(copy, "places")
    before = everything(copy)
    monkeypatch.setattr(files.os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
    with pytest.raises(data.DataError, match="the disk is full"):
        validation.record_hashes()
    assert everything(copy) == before


def test_an_interruption_leaves_whole_files_and_is_reported(copy, monkeypatch):
    without_outlines(copy)
    spreadsheet_saves(copy, "places")
    plain = spreadsheet_saves(copy, "eras")
    edit(copy, "actors", "note", "edited")
    names = sorted(path.name for path in copy.rglob("*"))
    fails_at(monkeypatch, "replace", "datapackage.json", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        validation.record_hashes()
    monkeypatch.undo()
    monkeypatch.setenv("USPAK_DATA", str(copy))
    assert (copy / "eras.csv").read_bytes() == plain
    assert sorted(path.name for path in copy.rglob("*")) == names
    assert validation.validate_package() == [
        "data/actors.csv was edited. If the edit is meant, run: uspak check --record"
    ], "the other tables are as recorded again, and this one is reported"
    assert validation.record_hashes() == ["actors.csv"] and validation.validate_package() == []


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.replace({link: b"new"})
    assert link.is_symlink() and real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "real.csv"]


def test_a_read_only_file_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "table.csv"
    path.write_bytes(b"old")
    monkeypatch.setattr(files.os, "access", lambda path, mode: False)  # also for root, who may write everything
    with pytest.raises(files.WriteError, match=r"table\.csv cannot be written: it, or its folder, is read-only"):
        files.replace({path: b"new"})
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_recording_notices_who_saves_meanwhile(copy, monkeypatch):
    without_outlines(copy)
    edit(copy, "places", "note", "edited")
    original = validation._undescribed

    def saved_meanwhile():
        edit(copy, "places", "note", "edited again")
        return original()

    monkeypatch.setattr(validation, "_undescribed", saved_meanwhile)
    before = (copy / "datapackage.json").read_bytes()
    with pytest.raises(data.DataError, match=r"somebody saved data/places\.csv meanwhile"):
        validation.record_hashes()
    assert (copy / "datapackage.json").read_bytes() == before


def test_recording_nothing_writes_nothing(copy):
    without_outlines(copy)
    validation.record_hashes()
    before = {path: path.stat().st_mtime_ns for path in copy.rglob("*")}
    assert validation.record_hashes() == []
    assert {path: path.stat().st_mtime_ns for path in copy.rglob("*")} == before

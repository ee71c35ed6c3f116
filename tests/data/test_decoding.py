"""Letters in other encodings are read right, or shown with their readings."""

import codecs
import re

import pandas as pd
import pytest

from uspak import data
from uspak.data import decoding

# Bytes that are not UTF-8


def test_windows_1252_is_read(shipped, edited):
    rows = edited.rows("places")
    rows[1][rows[0].index("note")] = "Bodø – “north”"
    edited.write("places", rows, encoding="cp1252")
    assert data.places()["note"].iloc[0] == "Bodø – “north”"
    pd.testing.assert_frame_equal(data.places().drop(columns="note"), shipped["places"].drop(columns="note"))


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
def test_letters_with_several_readings_are_refused_and_shown(edited, text, encoding, known_as):
    rows = [[cell.encode("ascii", "ignore").decode() for cell in row] for row in edited.rows("places")]
    rows[4][rows[0].index("note")] = text
    edited.write("places", rows, encoding=encoding)
    message = edited.failure("places")
    assert "data/places.csv is not in UTF-8" in message and "save the file as UTF-8" in message
    (line,) = [line for line in message.splitlines() if line.startswith("  row 5, column note: found ")]
    assert f"'{text}' in {known_as}" in line


@pytest.mark.parametrize("name", ["places", "events", "actors", "cities", "arms_imports", "sources"])
@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp437", "cp1250", "gbk", "utf-7"])
def test_a_table_in_another_encoding_is_read_right_or_refused(edited, name, encoding):
    shipped = data.table(name)
    text = edited.path(name).read_bytes().decode()
    content = text.translate(str.maketrans("–—’−", "--'-")).encode(encoding, "replace")
    edited.path(name).write_bytes(content)
    try:
        read = data.table(name)
    except data.DataError as error:
        assert "encoding" in str(error) or "UTF-8" in str(error)
        assert "row " in str(error)
    else:
        assert decoding.words(content.decode(encoding)) == decoding.words(text), "letters were lost"
        assert read.shape == shipped.shape


@pytest.mark.parametrize("name", ["places", "actors", "cities", "arms_imports", "armies"])
def test_windows_1252_is_settled_by_the_words_of_the_tables(edited, name):
    shipped = data.table(name)
    path = edited.path(name)
    path.write_bytes(path.read_bytes().decode().replace("−", "-").encode("cp1252"))
    pd.testing.assert_frame_equal(data.table(name), shipped)


@pytest.mark.parametrize(
    "text", ["café", "Malmö", "São Tomé", "1947–1979", "‘north’ and “south”", "Pakistan’s aims", "20 °C", "£5"]
)
def test_windows_1252_is_read_as_such_or_not_at_all(edited, text):
    edited.set_cell("places", "note", text)
    path = edited.path("places")
    path.write_bytes(path.read_bytes().decode().encode("cp1252"))
    assert data.places()["note"].iloc[3] == text


def test_windows_1252_with_a_new_word_that_could_be_polish_is_refused(edited):
    rows = [[cell.encode("ascii", "ignore").decode() for cell in row] for row in edited.rows("places")]
    rows[4][rows[0].index("note")] = "Tromsø"
    edited.write("places", rows, encoding="cp1252")
    assert "'Tromsø' in Windows-1252 (Western), 'Tromsř' in Windows-1250 (Central European)" in edited.failure("places")


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_stray_byte_is_named_with_its_row_and_no_other(edited, mark):
    row = edited.row_where("places", "place_id", "karachi")
    edited.set_bytes("places", "note", b"caf\xe9 in the port", row)
    path = edited.path("places")
    path.write_bytes(mark + path.read_bytes())
    message = edited.failure("places")
    assert "data/places.csv is UTF-8 but for some bytes" in message
    rows = [line for line in message.splitlines() if line.startswith("  row ")]
    assert len(rows) == 1
    assert rows[0].startswith(
        f"  row {row}, column note: found 'caf\\xe9 in the port'; it reads 'café in the port' in Windows-1252"
    )


def test_a_stray_byte_within_a_known_word_is_no_letter_of_windows_1252(edited):
    row = edited.row_where("aid_by_year", "fiscal_year", "1980")
    edited.set_bytes("aid_by_year", "note", b"all of it econo\xe9mic aid", row)
    assert b" economic" in edited.path("aid_by_year").read_bytes()
    assert f"  row {row}, column note: found 'all of it econo\\xe9mic aid'" in edited.failure("aid_by_year")


def test_a_file_cut_within_a_letter_is_named_with_its_row(edited):
    row = edited.row_where("places", "place_id", "bodo")
    path = edited.path("places")
    content = path.read_bytes()
    path.write_bytes(content[: content.index("ø".encode()) + 1])
    assert f"row {row}, column name: found 'Bod\\xc3'" in edited.failure("places")


# Letters that were lost or misread before


def test_text_opened_in_the_wrong_encoding_is_found(edited):
    edited.set_cell("places", "name", "Bodø".encode().decode("cp1252"))
    message = edited.failure("places")
    assert "row 5, column name: found 'BodÃ¸', expected 'Bodø'" in message


@pytest.mark.parametrize("value", ["Bod\ufffd", "Bod\x9b", "north\x0bsouth"])
def test_a_lost_letter_is_named(edited, value):
    edited.set_cell("places", "name", value)
    assert "row 5, column name: found 'Bod" in edited.failure("places").replace("north", "Bod")
    assert f"the sign U+{ord(decoding.unreadable(value)):04X} means that a letter was lost" in edited.failure("places")


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp437", "gbk", "cp1251"])
def test_utf_8_that_was_read_as_something_else_is_found(edited, encoding):
    edited.set_cell("places", "name", "Bodø".encode().decode(encoding))
    assert "expected 'Bodø': the file was opened in the wrong encoding" in edited.failure("places")


@pytest.mark.parametrize(
    ("value", "text"),
    [("Bod+APg-", "Bodø"), ("T~{(9~}rkiye", "Türkiye"), ("Bod&#248;", "Bodø"), ("Pakistan&#39;s", "Pakistan's")],
)
def test_letters_that_are_written_in_ascii_are_found(edited, value, text):
    edited.set_cell("places", "name", value)
    assert f"row 5, column name: found {value!r}, expected {text!r}" in edited.failure("places")


@pytest.mark.parametrize("value", ["Bod?", "Bod??", "Near Bod?, the port", "communiqu?"])
def test_a_letter_that_an_encoding_lacked_is_named(edited, value):
    edited.set_cell("places", "note", value)
    message = edited.failure("places")
    mended = re.sub(r"Bod\?+", "Bodø", value).replace("qu?", "qué")
    assert f"row 5, column note: found '{value}', expected '{mended}': an encoding that lacks a letter" in message


def test_a_question_mark_after_a_known_word_is_no_lost_letter(edited):
    edited.set_cell("places", "note", "Why Bodø? And why Peshawar?")
    assert data.places()["note"].iloc[3] == "Why Bodø? And why Peshawar?"


@pytest.mark.parametrize(
    "value", ["C++ and A+-B", "https://example.org/?q=foreign+aid+bill-1990", "Москва", "中国", "اسلام آباد"]
)
def test_other_scripts_and_plus_signs_are_not_taken_for_a_wrong_encoding(edited, value):
    edited.set_cell("places", "note", value)
    assert data.places()["note"].iloc[3] == value

"""Recording an edit: what is written, and what is refused."""

import errno
import os

import pandas as pd
import pytest

from uspak import data
from uspak.data import files, package_checks, recording, schema_checks


def test_recording_refuses_wrong_data(edited):
    edited.set_cell("events", "weight", "lots")
    before = (edited.folder / "datapackage.json").read_bytes()
    with pytest.raises(data.DataError, match=r"Nothing was recorded(.|\n)*row 5, column weight"):
        recording.record_hashes()
    assert (edited.folder / "datapackage.json").read_bytes() == before


def test_recording_makes_an_edit_the_new_standard(edited):
    plain = edited.rows("places")
    plain[1][plain[0].index("note")] = "edited"
    edited.write("places", plain, delimiter=";", newline="\r\n", encoding="utf-8-sig")
    assert recording.record_hashes() == ["places.csv"]
    assert edited.rows("places") == plain, "stored as plain CSV, cell for cell"
    assert recording.record_hashes() == []


def test_recording_nothing_writes_nothing(edited):
    recording.record_hashes()
    before = {path: path.stat().st_mtime_ns for path in edited.folder.rglob("*")}
    assert recording.record_hashes() == []
    assert {path: path.stat().st_mtime_ns for path in edited.folder.rglob("*")} == before


def test_recording_keeps_the_words_that_settle_an_encoding(edited):
    edited.set_cell("places", "note", "Tromsø")
    recording.record_hashes()
    shipped = data.places()
    path = edited.path("places")
    path.write_bytes(path.read_bytes().decode().encode("cp1252"))
    pd.testing.assert_frame_equal(data.places(), shipped)


@pytest.mark.parametrize("value", ["NaN", "INF", "1_000"])
def test_a_table_that_cannot_be_read_never_becomes_the_standard(edited, value):
    edited.set_cell("aid_by_year", "total_usd_millions_current", value)
    before = (edited.folder / "datapackage.json").read_bytes()
    with pytest.raises(data.DataError, match=rf"Nothing was recorded(.|\n)*row 5, column total.*{value}"):
        recording.record_hashes()
    assert (edited.folder / "datapackage.json").read_bytes() == before


def test_what_pandas_refuses_is_not_recorded_although_all_checks_pass(edited, monkeypatch):
    edited.set_cell("aid_by_year", "total_usd_millions_current", "NaN")
    monkeypatch.setattr(schema_checks, "is_number", lambda value: True)
    with pytest.raises(data.DataError, match=r"Nothing was recorded(.|\n)*aid_by_year\.csv cannot be read as a table"):
        recording.record_hashes()


def test_recording_notices_who_saves_meanwhile(edited, monkeypatch):
    edited.set_cell("places", "note", "edited")

    def saved_meanwhile(hashes):
        examined = package_checks.examined_package(hashes)
        edited.set_cell("places", "note", "edited again")
        return examined

    monkeypatch.setattr(recording, "examined_package", saved_meanwhile)
    before = (edited.folder / "datapackage.json").read_bytes()
    with pytest.raises(data.DataError, match=r"somebody saved data/places\.csv meanwhile"):
        recording.record_hashes()
    assert (edited.folder / "datapackage.json").read_bytes() == before


# Files that cannot be written


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
def test_a_file_that_cannot_be_replaced_is_a_sentence(edited, monkeypatch, error, reason, where):
    edited.save_as_a_spreadsheet_does("places")
    assert edited.set_cell("actors", "note", "edited") != "edited"
    names = sorted(path.name for path in edited.folder.rglob("*"))
    before = edited.contents()
    fails_at(monkeypatch, "replace", where, error)
    with pytest.raises(data.DataError) as raised:
        recording.record_hashes()
    assert f"Nothing was recorded: {edited.folder / where} cannot be written: " in str(raised.value)
    assert reason in str(raised.value)
    assert sorted(path.name for path in edited.folder.rglob("*")) == names, "a draft stayed behind"
    changed = {path.name for path, content in edited.contents().items() if content != before[path]}
    assert changed <= ({"places.csv"} if where == "datapackage.json" else set())
    assert all(f"{name}: rewritten as plain CSV" in str(raised.value) for name in changed)


def test_a_full_disk_is_noticed_before_any_file_is_replaced(edited, monkeypatch):
    edited.save_as_a_spreadsheet_does("places")
    before = edited.contents()
    monkeypatch.setattr(files.os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
    with pytest.raises(data.DataError, match="the disk is full"):
        recording.record_hashes()
    assert edited.contents() == before


def test_an_interruption_leaves_whole_files_and_is_reported(edited, monkeypatch):
    edited.save_as_a_spreadsheet_does("places")
    plain = edited.save_as_a_spreadsheet_does("eras")
    edited.set_cell("actors", "note", "edited")
    names = sorted(path.name for path in edited.folder.rglob("*"))
    fails_at(monkeypatch, "replace", "datapackage.json", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        recording.record_hashes()
    monkeypatch.undo()
    monkeypatch.setenv("USPAK_DATA", str(edited.folder))
    assert (edited.folder / "eras.csv").read_bytes() == plain
    assert sorted(path.name for path in edited.folder.rglob("*")) == names
    assert package_checks.validate_package() == [
        "data/actors.csv was edited. If the edit is meant, run: uspak check --record"
    ], "the other tables are as recorded again, and this one is reported"
    assert recording.record_hashes() == ["actors.csv"] and package_checks.validate_package() == []

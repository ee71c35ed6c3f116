"""The tables as shipped, and a copy of them that may be edited."""

import csv
import io
import json
import shutil

import pytest

from uspak import data


class EditedTables:
    """A copy of the data package that ``USPAK_DATA`` points to; the outlines stay behind, also in its description."""

    def __init__(self, folder):
        self.folder = folder

    def relative_path(self, name):
        return next(resource["path"] for resource in data.tables() if resource["name"] == name)

    def path(self, name):
        return self.folder / self.relative_path(name)

    def rows(self, name):
        with open(self.path(name), newline="", encoding="utf-8") as file:
            return list(csv.reader(file))

    def row_where(self, name, column, value):
        """The number of a row, as a spreadsheet counts."""
        rows = self.rows(name)
        place = rows[0].index(column)
        return next(number for number, cells in enumerate(rows, start=1) if cells[place] == value)

    def write(self, name, rows, delimiter=",", encoding="utf-8", newline="\n"):
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(rows)
        self.path(name).write_bytes(text.getvalue().encode(encoding))

    def set_cell(self, name, column, value, row=5):
        """Write a value into one cell (row as a spreadsheet counts) and return what stood there."""
        rows = self.rows(name)
        place = rows[0].index(column)
        before, rows[row - 1][place] = rows[row - 1][place], value
        self.write(name, rows)
        return before

    def set_bytes(self, name, column, content, row=5):
        """Put bytes into one cell, as they are."""
        self.set_cell(name, column, "@@@", row)
        self.path(name).write_bytes(self.path(name).read_bytes().replace(b"@@@", content))

    def save_as_a_spreadsheet_does(self, name):
        """Let a table look as a spreadsheet leaves it; returns the plain CSV that it was."""
        plain = self.path(name).read_bytes()
        self.write(name, self.rows(name), delimiter=";", newline="\r\n", encoding="utf-8-sig")
        return plain

    def description(self):
        return json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8"))

    def describe(self, package):
        (self.folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")

    def contents(self):
        return {path: path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()}

    def failure(self, name):
        """What is said when somebody reads the table."""
        with pytest.raises(data.DataError) as raised:
            data.table(name)
        return str(raised.value)

    def assert_named(self, name, column, value, expected):
        """The cell in row 5 is named once, with its value, what was expected and a way back."""
        message = self.failure(name)
        assert f"data/{self.relative_path(name)} has" in message
        found = [line for line in message.splitlines() if line.startswith(f"  row 5, column {column}: found '")]
        assert len(found) == 1, message
        assert expected in found[0]
        assert value[: 60 if len(value) <= 60 else 57].split(";")[0] in found[0]
        assert f"git checkout -- data/{self.relative_path(name)}" in message


@pytest.fixture
def edited(tmp_path, monkeypatch):
    copy = EditedTables(tmp_path / "data")
    shutil.copytree(data.folder(), copy.folder, ignore=shutil.ignore_patterns("geography"))
    monkeypatch.setenv("USPAK_DATA", str(copy.folder))
    package = copy.description()
    copy.describe(package | {"resources": [resource for resource in package["resources"] if "schema" in resource]})
    return copy


@pytest.fixture
def shipped():
    """Some tables as shipped, to be asked for before ``edited`` points elsewhere."""
    return {name: data.table(name) for name in ("events", "places", "claims", "aid_by_year", "alliances", "sources")}


@pytest.fixture(scope="module")
def tables():
    """All tables as shipped."""
    return {resource["name"]: data.table(resource["name"]) for resource in data.tables()}

"""The data package's folder, description and files: what is said when one is missing or broken."""

import pytest

from uspak import data


def test_a_missing_file_can_be_restored(edited):
    (edited.folder / "places.csv").unlink()
    message = edited.failure("places")
    assert str(edited.folder / "places.csv") in message and "git checkout -- data/places.csv" in message


def test_a_missing_folder_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("USPAK_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(data.DataError, match=r"nowhere.*does not exist.*USPAK_DATA"):
        data.events()


def test_a_broken_description_is_named(edited):
    (edited.folder / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(data.DataError, match=r"datapackage\.json is not readable as JSON"):
        data.events()


@pytest.mark.parametrize(
    "content", ["[]", "{}", '{"resources": 3}', '{"resources": [{"name": "events"}]}', "[" * 100_000]
)
def test_a_description_that_is_none_is_named(edited, content):
    (edited.folder / "datapackage.json").write_text(content, encoding="utf-8")
    with pytest.raises(data.DataError, match=r"datapackage\.json is not readable as JSON"):
        data.events()

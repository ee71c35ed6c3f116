"""The check of the whole package: every file, and the description itself."""

import pytest

from uspak.data import package_checks


def test_the_package_reports_every_file(edited):
    edited.set_cell("events", "weight", "lots")
    (edited.folder / "glossary.csv").unlink()
    (edited.folder / "extra.csv").write_text("a\n1\n", encoding="utf-8")
    problems = "\n".join(package_checks.validate_package())
    assert "data/events.csv: row 5, column weight: found 'lots'" in problems
    assert "data/events.csv was edited." in problems
    assert "glossary.csv does not exist" in problems
    assert "data/extra.csv is not described" in problems


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
def test_a_description_of_what_cannot_be_is_named(edited, change, said):
    package = edited.description()
    change(package)
    edited.describe(package)
    problems = "\n".join(package_checks.validate_package())
    assert "data/datapackage.json describes what cannot be" in problems and said in problems

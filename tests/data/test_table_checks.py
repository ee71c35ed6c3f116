"""An edited table is read without a word, or its problems are told in one message."""

import re

from uspak import data


def test_a_valid_edit_is_read_without_a_word(edited, capsys, recwarn):
    before = edited.set_cell("events", "note", "a remark of our own")
    assert before != "a remark of our own"
    assert data.events()["note"].iloc[3] == "a remark of our own"
    assert capsys.readouterr() == ("", "") and not recwarn.list


def test_five_problems_are_shown_and_the_rest_counted(edited):
    rows = edited.rows("places")
    place = rows[0].index("lat")
    for row in rows[1:9]:
        row[place] = "north"
    edited.write("places", rows)
    message = edited.failure("places")
    assert "data/places.csv has 8 problems." in message
    assert message.count("expected a number with a decimal point") == 5
    assert "and 3 more" in message


def test_a_cell_is_shown_as_it_stands_in_the_file(edited):
    rows = [[re.sub(r"^(-?\d+)\.(\d+)$", r"\1,\2", cell) for cell in row] for row in edited.rows("places")]
    rows[4][rows[0].index("lat")] = "97,5"
    edited.write("places", rows, delimiter=";")
    assert "row 5, column lat: found '97,5', expected a number from -90 to 90" in edited.failure("places")


def test_a_fault_that_was_recorded_is_still_named(edited):
    edited.set_cell("aid_by_year", "total_usd_millions_current", "NaN")
    package = edited.description()
    resource = next(resource for resource in package["resources"] if resource["name"] == "aid_by_year")
    resource["hash"] = data.digest((edited.folder / resource["path"]).read_bytes())
    edited.describe(package)
    assert "row 5, column total_usd_millions_current: found 'NaN'" in edited.failure("aid_by_year")

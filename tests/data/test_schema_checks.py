"""A cell that its column does not allow is named, with what was expected."""

import pytest

from uspak import data

WRONG = [
    # table, column, value, what the message says was expected
    ("events", "date", "1954-13", "year, year-month or year-month-day"),
    ("events", "date", "1955-02-30", "a date that the calendar has"),
    ("events", "date", "next May", "year, year-month or year-month-day"),
    ("events", "date", "", "may not be empty"),
    ("events", "title", "", "may not be empty"),
    ("events", "title", "x" * 71, "at most 70 characters (it has 71)"),
    ("events", "weight", "lots", "a number with a decimal point, such as 7"),
    ("events", "weight", "11", "a number from -10 to 10"),
    ("events", "weight", "2.25", "in steps of 0.5"),
    ("events", "direction", "Cooperation", "did you mean 'cooperation'?"),
    ("events", "domain", "millitary", "did you mean 'military'?"),
    ("events", "actors", "USA,PAK", "ids joined by ';'"),
    ("claims", "quote", "one two three four five six seven eight nine ten eleven twelve thirteen", "at most 12 words"),
    ("claims", "verdict", "true", "one of: supported, qualified"),
    ("claims", "notebook", "12", "one of: 00, 01"),
    ("places", "lat", "97.5", "a number from -90 to 90"),
    ("places", "country_iso3", "Pakistan", "such as PAK"),
    ("places", "place_id", "Karachi City", "such as karachi"),
    ("sources", "url", "www.example.org", "address of the form"),
    ("sources", "year", "about 1954", "a whole number"),
    ("alliances", "role", "membr", "did you mean 'member'?"),
    ("aid_by_year", "fiscal_year", "FY1951", "such as 1962"),
    ("arms_imports", "share_percent", "120", "a number from 0 to 100"),
]


@pytest.mark.parametrize(("name", "column", "value", "expected"), WRONG)
def test_a_wrong_cell_is_named(edited, name, column, value, expected):
    edited.set_cell(name, column, value)
    edited.assert_named(name, column, value, expected)


def test_an_id_occurs_once(edited):
    first = edited.rows("actors")[1][0]
    edited.set_cell("actors", "actor_id", first)
    assert f"row 5, column actor_id: found '{first}', expected a value that occurs in one row only" in edited.failure(
        "actors"
    )


def test_a_combined_key_occurs_once(edited):
    rows = edited.rows("alliances")
    rows.append(rows[-1])
    edited.write("alliances", rows)
    message = edited.failure("alliances")
    assert f"row {len(rows)}, column organisation + iso3" in message and "one row only" in message


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [("events", "date", "۱۹۵۴"), ("alliances", "joined", "１９５４-09-08"), ("aid_by_year", "fiscal_year", "１９６２")],
)
def test_dates_are_in_the_digits_0_to_9(edited, name, column, value):
    edited.set_cell(name, column, value)
    assert f"row 5, column {column}: found '{value}'" in edited.failure(name)


# Numbers that a computer does not take for numbers


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
def test_only_plain_finite_numbers_are_read(edited, name, column, value):
    edited.set_cell(name, column, value)
    assert f"row 5, column {column}: found '{value}', expected a number" in edited.failure(name)


@pytest.mark.parametrize("value", ["１９５４", "١٩٥٤", "1_954", "NaN", "1e3", "9" * 19, "9" * 40, "-" + "9" * 40])
def test_only_plain_whole_numbers_are_read(edited, value):
    edited.set_cell("sources", "year", value)
    assert f"row 5, column year: found '{value}', expected a whole number" in edited.failure("sources")


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("NaN", "or an empty cell where it is unknown"),
        ("۱۹", "in the digits 0 to 9"),
        ("1e400", "of a size that a computer's number can hold"),
    ],
)
def test_what_is_wrong_with_a_number_is_said(edited, value, hint):
    edited.set_cell("aid_by_year", "military_usd_millions_current", value)
    assert hint in edited.failure("aid_by_year")


@pytest.mark.parametrize(
    ("value", "number"), [("7", 7), ("+7", 7), ("07.50", 7.5), (".5", 0.5), ("7.", 7), ("1E+03", 1000)]
)
def test_other_ways_to_write_a_number_are_read(edited, value, number):
    edited.set_cell("aid_by_year", "total_usd_millions_current", value)
    assert data.table("aid_by_year")["total_usd_millions_current"].iloc[3] == number

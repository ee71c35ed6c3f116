"""Numbers and code that stand in quotes."""

import pytest

from uspak.exercises import notation


@pytest.mark.parametrize(("text", "number"), [
    ("41.4", 41.4), ("41,4", 41.4), ("41.4 %", 41.4), ("1,234", 1234), ("1 234.5", 1234.5), ("−7", -7), ("$3,200 million", 3200),
    ("twelve", 12), ("sixty-seven", 67), ("220 days", 220), ("FY1986", 1986),
    (".", None), ("1.2.3", None), ("12 or 13", None), ("P1", None),
])  # fmt: skip
def test_a_number_is_read_out_of_a_text(text, number):
    assert notation.number_in(text) == number


@pytest.mark.parametrize(
    "text", ["seato & cento", "len(era)", 'aid["year"].min()', "a - b", "100 * x / y", "1/2", "rows.index.tolist()"]
)
def test_code_is_known_as_code(text):
    assert notation.is_code(text)


@pytest.mark.parametrize(
    "text",
    ["Pakistan and India", "US-Pakistan", "F-16", "1982–90", "He said (and meant) it.", "x", "no", "(" * 900, "a.b"],
)
def test_words_are_no_code(text):
    assert not notation.is_code(text)

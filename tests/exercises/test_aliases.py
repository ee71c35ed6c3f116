"""States by name or code."""

import pytest

from uspak.exercises import aliases


@pytest.mark.parametrize(("text", "wanted"), [
    ("the Philippines", "Philippines"), ("PHL", "Philippines"), ("People's Republic of China", "China"), ("CHN", "China"), ("China", "CHN"),
    ("U.K.", "United Kingdom"), ("USA", "United States"), ("Türkiye", "Turkey"), ("BIJ", "Bureau of Investigative Journalism"),
    ("the Bureau of Investigative Journalism", "Bureau of Investigative Journalism"),
])  # fmt: skip
def test_a_name_in_other_words_is_the_same(text, wanted):
    assert aliases.same_name(text, ["Pakistan", wanted]) == wanted


@pytest.mark.parametrize("text", ["Chin", "Republic", "PAKI", "", "North Korea", "South Vietnam"])
def test_another_name_is_another(text):
    assert aliases.same_name(text, ["Pakistan", "China", "Philippines", "Vietnam"]) is None

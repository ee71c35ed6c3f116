"""How a wrong number relates to the right one."""

import pytest

from uspak.exercises.feedback import numeric_errors


@pytest.mark.parametrize(("answer", "expected", "percent", "name"), [
    (0.41, 41.379, True, "share"), (0.4138, 41.379, False, "too small"), (58.62, 41.379, True, "rest of 100"), (58.62, 41.379, False, ""),
    (0.586, 0.41379, False, "rest of 1"), (2.417, 0.41379, False, "upside down"),
    (-41.4, 41.379, False, "sign"), (13, 12, False, "one off"),
    (41, 0.41379, False, "percent"), (82.758, 41.379, False, "twice"), (42.379, 41.379, False, ""), (0.1, 10, False, "too small"),
])  # fmt: skip
def test_the_relation_of_two_numbers(answer, expected, percent, name):
    assert numeric_errors.relation(answer, expected, percent=percent)[0] == name

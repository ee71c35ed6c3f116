"""Reading answers: dates."""

import pytest

from uspak.exercises import values


@pytest.mark.parametrize(
    "answer",
    [
        "1877-13",
        "1877-02-30",
        "Movember 1877",
        "9 November",
        "11",
        99,
        True,
        1877.5,
        "1877-11-09-01",
    ],
    ids=str,
)
def test_what_is_no_date_is_not_read_as_one(answer):
    assert values.partial_date(answer) is None

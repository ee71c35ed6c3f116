"""Other forms of an answer that are as good."""

import pandas as pd
import pytest

from uspak.exercises import comparing, equivalent, values

PRICES = pd.Series({"salt": 2, "tea": 30})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (pd.DataFrame({"price": [30]}), 30),
        ("1,234", 1234),
        (pd.DataFrame({"name": ["salt", "tea"]}), {"salt", "tea"}),
        (PRICES.rename_axis("name").reset_index(name="price"), PRICES),
        (pd.DataFrame([PRICES.to_dict()]), PRICES),
        ({"SALT ": 2, "chai": 30}, PRICES),
        (pd.to_datetime(["1954-01-01", "1962-12-31"]), {1954, 1962}),
        (pd.DataFrame({("n", "salt"): [1]}), pd.DataFrame({"salt": [1]})),
    ],
    ids=["a cell", "separators", "a column", "two columns", "a row", "other words", "whole years", "a needless level"],
)
def test_a_form_that_is_as_good_is_read_as_the_expected_one(answer, expected):
    forms = equivalent.readings(values.normalize(answer), values.normalize(expected), {"chai": "tea"})
    assert comparing.same(forms[-1], values.normalize(expected), ordered=False)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (pd.DataFrame({"price": [30, 2]}), 30),
        ("1.234,5", 1234.5),
        (pd.Timestamp("1954-05-19"), 1954),
        ("x" * 9, {"tea"}),
    ],
    ids=["two cells", "other separators", "a day", "another word"],
)
def test_another_form_stays_as_it_is(answer, expected):
    answer = values.normalize(answer)
    (only,) = equivalent.readings(answer, values.normalize(expected))
    assert only is answer


def test_a_number_with_more_separators_than_can_be_read_stays_a_text():
    text = "1,234,567,890,123,456,789"
    assert equivalent.readings(text, 1234) == [text]

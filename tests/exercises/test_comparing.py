"""Whether two answers are the same: in any form, in any order where that does not count, rounded or not."""

import datetime

import numpy as np
import pandas as pd
import pytest
from exercise_examples import POETS

from uspak.exercises import comparing, feedback, values

RIGHT = [
    (2, [2, 2.0, np.int64(2), np.float64(2.0), np.int8(2)]),
    ("Iqbal", ["iqbal", "  IQBAL\n", np.str_("Iqbal")]),
    ("F-16s, 'new'", ["F–16s, ‘new’", "f-16s,  'NEW'"]),
    ({"a", "b"}, [["B", "a "], ("a", "b"), {"a": 1, "b": 2}.keys(), frozenset({"a", "b"}), np.array(["a", "b"])]),
    ({"a", "b"}, [pd.Series(["b", "a", "a"]), pd.Index(["a", "b"]), pd.Series(["a", "b"], dtype="category").unique()]),
    ({1947, 1954}, [[1947.0, np.int32(1954)], range(1947, 1955, 7)]),
    ({"1954-05-19"}, [pd.to_datetime(["1954-05-19"]), [datetime.date(1954, 5, 19)], {np.datetime64("1954-05-19")}]),
    (["a", "b", "b"], [["b", "a", "b"], pd.Series(["b", "b", "a"])]),
    ({"x": 1.5, "y": 2}, [pd.Series({"y": 2.0, "x": 1.5}), {"X": 1.5, "y": 2}]),
    ({"x": 1.5, "y": 2}, [pd.DataFrame({"n": {"y": 2, "x": 1.5}})]),
    ({1954: 3, 1955: 4}, [{1954: 3, 1955: 4}, pd.Series({1954: 3, 1955: 4}), pd.Series({1955.0: 4, 1954.0: 3})]),
    (POETS, [POETS[::-1], POETS[["born", "city", "name"]], POETS.assign(more=1), POETS.set_index("name")]),
    (POETS, [POETS.astype({"born": float}), POETS.set_index(["name", "city"]), POETS.set_axis([7, 8, 9])]),
    (POETS.groupby("city")["born"].min(), [{"Sialkot": 1877, "Karachi": 1952}]),
    (POETS[POETS["born"] > 1900]["name"], [["Parveen", "Faiz"], pd.Series(["Faiz", "Parveen"])]),
    (POETS.groupby("city").agg(n=("name", "size")), [POETS.groupby("city").size().reset_index(name="n")]),
    (None, [np.nan, pd.NA, pd.NaT]),
    (True, [np.True_]),
]


WRONG = [
    (2, [True, "2", [2], {2}, 2.1, 2 + 1e-6, pd.Series([2])]),
    (True, [1, "True"]),
    ("Iqbal", ["Iqba", ["Iqbal"], "Iqbal Faiz"]),
    ({"a", "b"}, ["ab", "a, b", {"a"}, {"a", "b", "c"}, {"a": "b"}, ["a", 1], {("a", "b")}]),
    ({"1954"}, [{1954}]),
    (["a", "b", "b"], [["a", "b"], ["a", "a", "b"], {"a", "b"}]),
    ({"x": 1.5}, [{"x": 1.6}, {"x": 1.5, "y": 2}, [1.5], {}, {"x": "1.5"}]),
    (POETS, [POETS[:2], POETS.drop(columns="city"), POETS.assign(born=1900), POETS.astype({"born": str}), "POETS"]),
    (POETS[:2], [pd.concat([POETS[:1]] * 2)]),
]


def one_by_one(groups):
    rows = [(wanted, answer) for wanted, answers in groups for answer in answers]
    return pytest.mark.parametrize(("expected", "answer"), rows, ids=lambda value: type(value).__name__)


@one_by_one(RIGHT)
def test_the_same_answer_in_another_form_is_right(expected, answer):
    assert comparing.same(values.normalize(answer), values.normalize(expected), ordered=False)


@one_by_one(WRONG)
def test_another_answer_is_wrong(expected, answer):
    assert not comparing.same(values.normalize(answer), values.normalize(expected), ordered=False)
    assert feedback.remark(values.normalize(answer), feedback.Asked(values.normalize(expected), ordered=False)).strip()


def test_order_counts_where_it_is_asked_for():
    assert comparing.same(["a", "b"], ["a", "b"], ordered=True)
    assert not comparing.same(["b", "a"], ["a", "b"], ordered=True)
    assert comparing.same({"b", "a"}, {"a", "b"}, ordered=True)
    assert not comparing.same(POETS[::-1], POETS, ordered=True)
    assert comparing.same(POETS, POETS, ordered=True)


def test_numbers_may_lie_apart_by_the_tolerance_only():
    for make in (
        lambda n: n,
        lambda n: [n, 5],
        lambda n: {"a": n},
        lambda n: pd.DataFrame({"a": ["x", "y"], "n": [n, 5]}),
        lambda n: pd.DataFrame({"n": [5, n]}),
        lambda n: (n, 5),
    ):
        near = {"ordered": False, "near": lambda a, b: comparing.close(a, b, 0.1)}
        close, far = (comparing.same(make(n), make(10.0), **near) for n in (10.09, 10.11))
        assert close and not far


@pytest.mark.parametrize(("answer", "exact", "least", "right"), [
    (41, 41.379, 0, True), (41.4, 41.379, 0, True), (41.3, 41.379, 0, False), (41, 41.379, 1, False),
    (41.38, 41.379, 1, True), (12, 12, 0, False),
    (100 * round(0.41379, 3), 41.379, 0, True),
])  # fmt: skip
def test_rounding_is_told_from_being_wrong(answer, exact, least, right):
    assert comparing.is_rounded(answer, exact, least) is right

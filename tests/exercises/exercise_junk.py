"""Answers of all kinds that no exercise can mean."""

import datetime
import math
import types
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd


class Hostile:
    """An object whose every question about itself raises."""

    def _refuse(self, *_args, **_kwargs):
        raise RuntimeError("no")

    __eq__ = __ne__ = __lt__ = __repr__ = __str__ = __hash__ = __len__ = __iter__ = __bool__ = __float__ = _refuse
    __int__ = __index__ = __getattr__ = __getitem__ = __contains__ = __array__ = __format__ = _refuse
    __class__ = property(_refuse)


def holding_hostile(make):
    """An array or Series with a hostile member, put in after it was made: pandas and numpy could not make it."""
    held = make([None, None, "x"])
    (held.array._ndarray if isinstance(held, pd.Series) else held)[0] = Hostile()
    return held


class HostileType(type):
    """A metaclass whose classes refuse to say their name or to be asked about instances."""

    def __getattribute__(cls, name):
        raise RuntimeError("no")


class Nameless(metaclass=HostileType):
    pass


class HostileList(list):
    __iter__ = __len__ = __eq__ = __getitem__ = __contains__ = Hostile._refuse


class HostileText(str):
    __eq__ = __len__ = __getitem__ = __iter__ = lower = casefold = strip = Hostile._refuse
    __hash__ = None


class HostileNumber(float):
    __eq__ = __float__ = __add__ = __abs__ = __lt__ = __le__ = __ge__ = __gt__ = Hostile._refuse
    __hash__ = None


class HostileDict(dict):
    __iter__ = __len__ = __eq__ = __getitem__ = items = keys = values = Hostile._refuse


def endless():
    while True:
        yield 1


def recursive_list():
    loop = [1]
    loop.append(loop)
    return loop


def recursive_dict():
    loop = {}
    loop["self"] = loop
    return loop


def wide_tree():
    """Small in memory, 10**30 members when walked."""
    branch = [1]
    for _ in range(30):
        branch = [branch] * 10
    return branch


#: Answers of all kinds that no exercise can mean, by name; each is made anew for each use.
JUNK = {
    "empty text": lambda: "",
    "one word a million long": lambda: "x" * 10**6,
    "a million lines": lambda: "\n" * 10**6,
    "brackets and signs": lambda: "<script>alert(1)</script> **`&\0\ud800",
    "bytes": lambda: b"abc",
    "nan": lambda: math.nan,
    "infinity": lambda: math.inf,
    "minus infinity": lambda: -math.inf,
    "odd number": lambda: -7.25e17,
    "huge number": lambda: 10**5000,
    "complex": lambda: 3 + 4j,
    "decimal": lambda: Decimal("-98765432.125"),
    "signalling decimal": lambda: Decimal("sNaN"),
    "fraction": lambda: Fraction(-98765, 7),
    "numpy number": lambda: np.float32(-98765.5),
    "numpy long double": lambda: np.longdouble("1e4000"),
    "numpy time": lambda: np.datetime64("0001-01-01"),
    "numpy no time": lambda: np.datetime64("NaT"),
    "numpy span": lambda: np.timedelta64(5, "D"),
    "no value": lambda: pd.NA,
    "no time": lambda: pd.NaT,
    "span": lambda: pd.Timedelta(days=3),
    "first day of all": lambda: datetime.date.min,
    "last moment of all": lambda: datetime.datetime.max,
    "time with zone": lambda: pd.Timestamp("1801-02-03", tz="Asia/Karachi"),
    "period": lambda: pd.Period("1801-02", "M"),
    "week": lambda: pd.Period("1801-02-03", "W"),
    "interval": lambda: pd.Interval(0, 1),
    "list of a list": lambda: [[[[[[[[[[1]]]]]]]]]],
    "recursive list": recursive_list,
    "recursive dict": recursive_dict,
    "wide tree": wide_tree,
    "long list": lambda: [0] * 10**6,
    "long set": lambda: set(range(10**6)),
    "long range": lambda: range(10**15),
    "mixed list": lambda: [None, "x", -3.25, pd.NaT, {"y"}, Hostile(), len],
    "mixed tuple": lambda: (None, [Hostile()], math.nan),
    "set with a frozenset": lambda: {frozenset({"nobody"}), ("no", "one")},
    "dict": lambda: {"nobody": -3.25, (1, 2): [3]},
    "hostile": Hostile,
    "hostile class": lambda: Nameless,
    "hostile member of a hostile class": lambda: type.__call__(Nameless),
    "hostile list": lambda: HostileList(["nobody"]),
    "hostile text": lambda: HostileText("nobody"),
    "hostile number": lambda: HostileNumber(-3.25),
    "hostile dict": lambda: HostileDict(nobody=1),
    "function": lambda: len,
    "lambda": lambda: lambda: 1,
    "method": lambda: pd.DataFrame({"a": [1]}).count,
    "type": lambda: int,
    "module": lambda: types,
    "error": lambda: ValueError("no"),
    "generator": lambda: (number for number in (1, 2)),
    "endless generator": endless,
    "map": lambda: map(str, (1, 2)),
    "file": lambda: open(__file__, encoding="utf-8"),
    "empty array": lambda: np.array([]),
    "array without dimensions": lambda: np.array(-98765.5),
    "complex array": lambda: np.array([1j, 2]),
    "object array": lambda: holding_hostile(lambda members: np.array(members, dtype=object)),
    "text array": lambda: np.array(["nobody", "noone"]),
    "bytes array": lambda: np.array([b"a", b"b"]),
    "date array": lambda: np.array(["0001-01-01", "NaT"], dtype="datetime64[D]"),
    "structured array": lambda: np.zeros(2, dtype=[("a", "i4"), ("b", "U3")]),
    "masked array": lambda: np.ma.array([1, 2], mask=[True, False]),
    "cube": lambda: np.full((2, 3, 4), -98765),
    "large array": lambda: np.zeros(10**6),
    "empty series": lambda: pd.Series(dtype=object),
    "series": lambda: pd.Series([-98765.5, None, math.nan]),
    "labelled series": lambda: pd.Series({"nobody": -3.25}),
    "series of strange things": lambda: holding_hostile(lambda members: pd.Series([*members, [1], {"a": 1}, len])),
    "series with labels twice": lambda: pd.Series([1, 2], index=["a", "a"]),
    "category": lambda: pd.Series(["nobody"], dtype="category"),
    "index": lambda: pd.Index(["nobody"]),
    "index of two levels": lambda: pd.MultiIndex.from_tuples([("a", 1), ("b", 2)]),
    "extension array": lambda: pd.array([1, None], dtype="Int64"),
    "empty table": lambda: pd.DataFrame(),
    "table": lambda: pd.DataFrame({"nobody": [1, 2], 3: ["x", None]}),
    "table with a column twice": lambda: pd.DataFrame([[1, 2]], columns=["a", "a"]),
    "table of two levels": lambda: pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_product([["a"], [1, 2]])),
    "table of strange things": lambda: pd.DataFrame({"a": [object(), endless(), [1]]}),
    "large table": lambda: pd.DataFrame(np.zeros((10**6, 3))),
    "groups": lambda: pd.DataFrame({"a": [1, 1], "b": [2, 3]}).groupby("a"),
    "groups of a column": lambda: pd.DataFrame({"a": [1, 1], "b": [2, 3]}).groupby("a")["b"],
}

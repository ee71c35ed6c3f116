"""Reading answers: whatever a student hands over becomes a safe copy, or a word on why it cannot.

Nothing here calls a method that a student's own object defines, runs a generator or changes what was handed over.
"""

import datetime
import math
import numbers
import re
import types
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from uspak import dates

#: Beyond this no answer of the series lies; looking further would only keep the student waiting.
MOST_MEMBERS, MOST_CELLS, MOST_CHARACTERS, DEEPEST = 20_000, 200_000, 20_000, 5

_VIEWS: tuple[type, ...] = (type({}.keys()), type({}.values()))
_LAZY = (types.GeneratorType, map, filter, zip, enumerate, reversed)
_CALLABLE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodWrapperType)
_SAME_SIGN = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"'})


class Unreadable(Exception):
    """An answer that cannot be compared; its text tells the student what to do about it."""


def is_a(value: object, *kinds: type) -> bool:
    """Whether a value is of one of the types, by its true type: unlike ``isinstance``, which asks ``__class__``, and that
    may lie or raise."""
    return issubclass(type(value), kinds)


def is_placeholder(value: Any) -> bool:
    """Whether the student's placeholder ``...`` is still there, alone or inside a small list, tuple, set or dict."""
    if value is Ellipsis:
        return True
    for container in (list, tuple, set, dict):
        if is_a(value, container):
            members = dict.values(value) if container is dict else container.__iter__(value)
            return container.__len__(value) < 100 and any(member is Ellipsis for member in members)
    return False


def normalize(value: object) -> Any:
    """A safe copy of an answer: same shape, plain Python or pandas types, nothing shared that could be changed.

    Args:
        value: anything at all.

    Returns:
        None, bool, int, float, str, ``pd.Timestamp``, ``pd.Period``, list, tuple, set, dict, ``pd.Series`` or
        ``pd.DataFrame``. Arrays, indexes, ranges and dict views become lists; missing values become None.

    Raises:
        Unreadable: if it is anything else, too large, or nested too deeply.
    """
    return _clean(value, [MOST_MEMBERS], 0)


def _clean(value, left, depth):
    left[0] -= 1
    if left[0] < 0:
        raise Unreadable(f"Your answer has more than {MOST_MEMBERS:,} members, far more than the question asks for.")
    if depth > DEEPEST:
        raise Unreadable("Your answer holds lists within lists within lists: a simple one is enough.")
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    for kinds, copy in ((_SCALARS, _scalar), (_TIMES, _time), (_PANDAS, _pandas)):
        if is_a(value, *kinds):
            return copy(value)
    return _container(value, left, depth)


_SCALARS = (bool, int, float, str, Decimal, Fraction, np.generic)
_TIMES = (datetime.date, datetime.timedelta, pd.Period)
_PANDAS = (pd.Series, pd.DataFrame)


def _scalar(value):
    if is_a(value, np.datetime64, np.timedelta64):
        return _time(pd.Timestamp(value) if is_a(value, np.datetime64) else pd.Timedelta(value))
    if is_a(value, np.generic):
        value = _float(value) if is_a(value, np.floating) else np.generic.item(value)
    if is_a(value, bool):
        return value
    if is_a(value, int):
        return int.__add__(value, 0)
    if is_a(value, float):
        return None if math.isnan(value) else float.__add__(value, 0.0)
    if is_a(value, Decimal):
        return None if Decimal.is_nan(value) else Decimal.__float__(value)
    if type(value) is Fraction:
        return float(value)
    if is_a(value, str):
        return str.__getitem__(value, slice(0, MOST_CHARACTERS))
    raise Unreadable(f"Your answer is of the type `{type_name(value)}`, which this question has no use for.")


def _float(value):
    """A numpy number with the digits that it shows: a short float of 39.7 is 39.7, not 39.70000076."""
    short = type(value) in (np.float16, np.float32) and np.isfinite(value)
    return float(np.format_float_positional(value, unique=True)) if short else float(value)


def _time(value):
    if value is pd.NaT:
        return None
    if is_a(value, datetime.timedelta):
        raise Unreadable("Your answer is a span of time (a Timedelta). Take the number out of it, for example `.days`.")
    if is_a(value, pd.Period):
        return value
    return pd.Timestamp(value).tz_localize(None)


def _pandas(value):
    if is_a(value, pd.Series) and value.dtype.kind == "m":
        raise Unreadable("Your answer holds spans of time (Timedelta). Take the numbers out of them with `.dt.days`.")
    cells = int(np.prod(value.shape))
    if cells > MOST_CELLS:
        raise Unreadable(f"Your answer holds {cells:,} values, far more than the question asks for.")
    return value.copy(deep=False)


def _container(value, left, depth):
    if is_a(value, np.ndarray):
        if value.size > MOST_MEMBERS:
            raise Unreadable(f"Your answer holds {value.size:,} values, far more than the question asks for.")
        value = list(value) if value.ndim == 1 else value.tolist()
        return _clean(value, left, depth)
    if is_a(value, pd.Index, pd.api.extensions.ExtensionArray):
        if len(value) > MOST_MEMBERS:
            raise Unreadable(f"Your answer holds {len(value):,} values, far more than the question asks for.")
        return _clean(list(value), left, depth)
    if is_a(value, type({}.items())):
        value = dict(value)
    if is_a(value, dict):
        items = dict.items(value)
        return {_member(k, left, depth): _member(v, left, depth) for k, v in items}
    for kind in (list, tuple, set, frozenset):
        if is_a(value, kind):
            members = [_member(m, left, depth) for m in kind.__iter__(value)]
            return members if kind is list else tuple(members) if kind is tuple else set(map(_hashable, members))
    if is_a(value, range, *_VIEWS):
        return [_member(m, left, depth) for m in value]
    raise Unreadable(_about(value))


def _member(value, left, depth):
    return _clean(value, left, depth + 1)


def _hashable(member):
    return frozenset(member) if is_a(member, set) else tuple(map(_hashable, member)) if is_a(member, list) else member


def _about(value):
    """What to say of an object that no answer can be."""
    if is_a(value, *_CALLABLE):
        return "Your answer is a function, not its result. Did you leave out the brackets `()` that call it?"
    if is_a(value, *_LAZY):
        return f"Your answer is a `{type_name(value)}`, which has not produced anything yet. Put `list(…)` around it."
    if type_name(value).endswith("GroupBy"):
        return "Your answer is a table in groups, still waiting for a sum: add `.sum()`, `.size()` or the like."
    if is_a(value, pd.offsets.BaseOffset):
        return "Your answer is a span of time. Take the number out of it: `.n`."
    if is_a(value, types.ModuleType):
        return "Your answer is a whole module. Give the value that you worked out instead."
    if is_a(value, BaseException):
        return "Your answer is an error message object. Give the value that you worked out instead."
    if is_a(value, type):
        return "Your answer is a type, not a value of that type."
    return f"Your answer is an object of the type `{type_name(value)}`, which cannot be compared. Give a plain value."


def type_name(value: object) -> str:
    """The name of a value's type, at most 40 characters, whatever the type's own code does."""
    return str(type.__dict__["__name__"].__get__(type(value)))[:40]


# What kind of answer it is


def kind(value: Any) -> str:
    """One word for a cleaned value: nothing, truth, number, text, date, members, lookup, table (or strange)."""
    if value is None:
        return "nothing"
    kinds = {
        "truth": (bool,),
        "number": (int, float),
        "text": (str,),
        "date": (pd.Timestamp, pd.Period),
        "members": (list, tuple, set, frozenset),
        "lookup": (dict,),
        "table": (pd.DataFrame,),
    }
    for word, types_ in kinds.items():
        if is_a(value, *types_):
            return word
    if is_a(value, pd.Series):
        return "lookup" if _is_labelled(value.index) else "members"
    return "strange"


def _is_labelled(index):
    """Whether the labels of a Series say something (a name, or words), or merely number its rows."""
    return any(name is not None for name in index.names) or not pd.api.types.is_integer_dtype(index)


def described(value: Any, *, size: bool = True) -> str:
    """A cleaned value in words, without its content: "a table of 3 rows"; ``size=False`` leaves out how many."""
    what = kind(value)
    if what == "table":
        return f"a table of {pluralize(len(value), 'row')}" if size else "a table (a DataFrame)"
    if what in ("members", "lookup"):
        noun = "Series" if is_a(value, pd.Series) else type_name(value)
        if is_truths(value):
            return f"a {noun} of True and False" + (f" ({pluralize(len(value), 'value')})" if size else "")
        if not size:
            return f"a {noun}" if what == "members" else "one value for each label (a Series or dict)"
        return f"a {noun} of {pluralize(len(value), 'member')}"
    return {
        "nothing": "None",
        "truth": "True or False",
        "number": "a number",
        "text": "text (in quotation marks)",
        "date": "a date",
    }[what]


def raw_members(value: Any) -> list | None:
    """The members of a cleaned list, tuple, set or Series as they stand there; None if it is something else."""
    if is_a(value, pd.Series):
        return value.tolist()
    return list(value) if is_a(value, list, tuple, set, frozenset) else None


def is_truths(value: Any) -> bool:
    """Whether a cleaned Series or list holds True and False and nothing else: what a condition gives."""
    members = raw_members(value) if is_a(value, list, tuple, pd.Series) else None
    return members is not None and len(members) > 1 and all(is_a(member, bool, np.bool_) for member in members)


def pluralize(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 row", "1,200 rows"; ``plural`` if that is not the noun and an s."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def folded(text: str) -> str:
    """Text without what does not matter: case, width of characters, kinds of dashes and quotes, needless spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME_SIGN).casefold().split())


# Dates and years

#: Whole numbers between these count as years.
FIRST_YEAR, LAST_YEAR = 1900, 2100

_MONTHS = [month.lower() for month in dates.MONTHS]


def is_year(number: Any) -> bool:
    """Whether a cleaned value looks like a year: a whole number from 1900 to 2100."""
    return is_a(number, int) and FIRST_YEAR <= number <= LAST_YEAR


def partial_date(value: Any) -> tuple[int, int | None, int | None] | None:
    """Read a whole or partial date.

    Args:
        value: a cleaned value: ``"1954-05-19"``, ``"1954-05"``, ``"1954"``, ``"19 May 1954"``, ``"May 19, 1954"``,
            a Timestamp, a Period, or a year as a whole number.

    Returns:
        (year, month, day), the last one or two of them None if they are not given; None if it is no date.
    """
    if is_a(value, pd.Period):
        return {"Y": (value.year, None, None), "A": (value.year, None, None), "M": (value.year, value.month, None)}.get(
            value.freqstr[0], (value.year, value.month, value.day)
        )
    if is_a(value, pd.Timestamp):
        return value.year, value.month, value.day
    if is_a(value, numbers.Integral, float) and not is_a(value, bool):
        if not math.isfinite(value) or value != int(value):
            return None
        return (int(value), None, None) if 1000 <= value <= 2999 else _written_date(str(int(value))[:9])
    return _written_date(value) if is_a(value, str) else None


def _with_dashes(found):
    year, _, month, day, *together = found.groups()
    return "-".join(together if together[0] else (year, month, day))


def _written_date(text):
    needless = r"\b(of|the|in|on|fiscal|year|is|was|it)\b|\bfy ?(?=\d)|[(),:?!]+(?=\s|$)|\("
    text = re.sub(needless, " ", folded(text).replace(",", " ")).strip(" .")
    text = re.sub(r"^(1[3-9]|2\d|3[01])([/.])(\d{1,2})\2(\d{4})$", r"\4-\3-\1", text)
    text = re.sub(r"^(\d{1,2})([/.])(1[3-9]|2\d|3[01])\2(\d{4})$", r"\4-\1-\3", text)
    text = re.sub(r"^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\b|^(\d{4})(\d\d)(\d\d)$", _with_dashes, text)
    iso = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[t ][\d:.]+)?", text)
    if iso:
        year, month, day = (int(part) if part else None for part in iso.groups())
    else:
        words = [re.sub(r"^(\d{1,2})(st|nd|rd|th)$", r"\1", word) for word in text.replace(".", " ").split()]
        named = [word for word in words if len(word) > 2 and any(month.startswith(word) for month in _MONTHS)]
        figures = [int(word) for word in words if re.fullmatch(r"\d{1,2}|\d{4}", word)]
        if len(named) != 1 or len(words) != len(figures) + 1 or not 1 <= len(figures) <= 2 or max(figures) < 1000:
            return None
        month = [m[:3] for m in _MONTHS].index(named[0][:3]) + 1
        year, day = max(figures), min(figures) if len(figures) == 2 else None
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return year, month, day

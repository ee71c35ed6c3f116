"""Reading and comparing answers: whatever a student hands over becomes a safe copy, or a word on why it cannot.

Nothing here calls a method that a student's own object defines, runs a generator or changes what was handed over.
"""

import datetime
import difflib
import math
import numbers
import re
import types
import unicodedata
from collections import Counter
from decimal import Decimal

import numpy as np
import pandas as pd

#: Beyond this no answer of the series lies; looking further would only keep the student waiting.
MOST_MEMBERS, MOST_CELLS, MOST_CHARACTERS, DEEPEST = 20_000, 200_000, 20_000, 5

_VIEWS = (type({}.keys()), type({}.values()))
_LAZY = (types.GeneratorType, map, filter, zip, enumerate, reversed)
_CALLABLE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodWrapperType)
_SAME_SIGN = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"'})


class Unreadable(Exception):
    """An answer that cannot be compared; its text tells the student what to do about it."""


def is_a(value, *kinds):
    """Whether a value is of one of the types, by its true type: ``__class__`` may lie or raise."""
    return issubclass(type(value), kinds)


def has_dots(value):
    """Whether the student's placeholder ``...`` is still there, alone or inside a small list, tuple, set or dict."""
    if value is Ellipsis:
        return True
    for kind in (list, tuple, set, dict):
        if is_a(value, kind):
            members = dict.values(value) if kind is dict else kind.__iter__(value)
            return kind.__len__(value) < 100 and any(member is Ellipsis for member in members)
    return False


def clean(value):
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


_SCALARS = (bool, int, float, str, Decimal, np.generic)
_TIMES = (datetime.date, datetime.timedelta, pd.Period)
_PANDAS = (pd.Series, pd.DataFrame)


def _scalar(value):
    if is_a(value, np.datetime64, np.timedelta64):
        return _time(pd.Timestamp(value) if is_a(value, np.datetime64) else pd.Timedelta(value))
    if is_a(value, np.generic):
        value = float(value) if is_a(value, np.floating) else np.generic.item(value)
    if is_a(value, bool):
        return value
    if is_a(value, int):
        return int.__add__(value, 0)
    if is_a(value, float):
        return None if math.isnan(value) else float.__add__(value, 0.0)
    if is_a(value, Decimal):
        return None if Decimal.is_nan(value) else Decimal.__float__(value)
    if is_a(value, str):
        return str.__getitem__(value, slice(0, MOST_CHARACTERS))
    raise Unreadable(f"Your answer is of the type `{type_name(value)}`, which this question has no use for.")


def _time(value):
    if value is pd.NaT:
        return None
    if is_a(value, datetime.timedelta):
        raise Unreadable("Your answer is a span of time (a Timedelta). Take the number out of it, for example `.days`.")
    if is_a(value, pd.Period):
        return value
    return pd.Timestamp(value).tz_localize(None)


def _pandas(value):
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
    return frozenset(member) if is_a(member, set) else member


def _about(value):
    """What to say of an object that no answer can be."""
    if is_a(value, *_CALLABLE):
        return "Your answer is a function, not its result. Did you leave out the brackets `()` that call it?"
    if is_a(value, *_LAZY):
        return f"Your answer is a `{type_name(value)}`, which has not produced anything yet. Put `list(…)` around it."
    if type_name(value).endswith("GroupBy"):
        return "Your answer is a table in groups, still waiting for a sum: add `.sum()`, `.size()` or the like."
    if is_a(value, types.ModuleType):
        return "Your answer is a whole module. Give the value that you worked out instead."
    if is_a(value, BaseException):
        return "Your answer is an error message object. Give the value that you worked out instead."
    if is_a(value, type):
        return "Your answer is a type, not a value of that type."
    return f"Your answer is an object of the type `{type_name(value)}`, which cannot be compared. Give a plain value."


def type_name(value):
    """The name of a value's type, at most 40 characters, whatever the type's own code does."""
    return str(type.__dict__["__name__"].__get__(type(value)))[:40]


# What kind of answer it is

def kind(value):
    """One word for a cleaned value: nothing, truth, number, text, date, members, lookup, table (or strange)."""
    if value is None:
        return "nothing"
    kinds = {
        "truth": (bool,), "number": (int, float), "text": (str,), "date": (pd.Timestamp, pd.Period),
        "members": (list, tuple, set, frozenset), "lookup": (dict,), "table": (pd.DataFrame,),
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


def described(value, *, size=True):
    """A cleaned value in words, without its content: "a table of 3 rows"; ``size=False`` leaves out how many."""
    what = kind(value)
    if what == "table":
        return f"a table of {_count(len(value), 'row')}" if size else "a table (a DataFrame)"
    if what in ("members", "lookup"):
        noun = "Series" if is_a(value, pd.Series) else type_name(value)
        if not size:
            return f"a {noun}" if what == "members" else "one value for each label (a Series or dict)"
        return f"a {noun} of {_count(len(value), 'member')}"
    return {"nothing": "None", "truth": "True or False", "number": "a number", "text": "text (in quotes)",
            "date": "a date"}[what]


def _count(number, noun):
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


# Whether two answers are the same

def folded(text):
    """Text without what does not matter: case, width of characters, kinds of dashes and quotes, needless spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME_SIGN).casefold().split())


def close(a, b, tolerance=None):
    """Whether two numbers agree: within ``tolerance`` if one is given, else to about nine digits."""
    if tolerance is None:
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)
    return math.isfinite(a) and abs(a - b) <= tolerance + 1e-12


def same(answer, expected, *, ordered=True, tolerance=None):
    """Whether two cleaned values are the same answer.

    Args:
        answer, expected: cleaned values. What ``expected`` is decides what counts: a set or (with ``ordered=False``)
            a list is compared without order, a set also without repeats; a dict, or a Series whose labels have a
            name or are words, label by label; a table by content, whatever the order of its columns.
        ordered: whether the order of members and rows counts.
        tolerance: how far numbers may lie apart; None for rounding errors only.
    """
    what = kind(expected)
    if what == "table":
        comparison = {"ordered": ordered, "tolerance": tolerance}
        return is_a(answer, pd.DataFrame) and not table_differences(answer, expected, **comparison)
    if what == "lookup":
        own, wanted = pairs(answer), pairs(expected)
        return own is not None and own.keys() == wanted.keys() and all(
            _same_one(own[label], wanted[label], tolerance) for label in wanted
        )
    if what == "members":
        ordered = ordered and not is_a(expected, set)
        return _same_members(members(answer), members(expected), ordered, tolerance, expected)
    return _same_one(answer, expected, tolerance)


def _same_one(answer, expected, tolerance):
    if kind(answer) == kind(expected) == "number":
        return close(answer, expected, tolerance)
    return key(answer) == key(expected)


def _same_members(own, wanted, ordered, tolerance, expected):
    if own is None:
        return False
    if ordered:
        return len(own) == len(wanted) and all(_same_one(a, b, tolerance) for a, b in zip(own, wanted, strict=True))
    if tolerance is not None and wanted and all(kind(m) == "number" for m in [*own, *wanted]):
        return _same_members(sorted(own), sorted(wanted), True, tolerance, expected)
    tally = set if is_a(expected, set) else Counter
    return tally(map(key, own)) == tally(map(key, wanted))


def members(value):
    """The members of a cleaned list, tuple, set, or Series as a list; None if it is something else."""
    if is_a(value, pd.Series):
        return [_plain(member) for member in value.tolist()]
    return list(value) if is_a(value, list, tuple, set, frozenset) else None


def pairs(value):
    """A cleaned dict, Series, or table of one column, as {key of label: value}; None if it is something else."""
    if is_a(value, pd.DataFrame) and value.shape[1] == 1:
        value = value.iloc[:, 0]
    if is_a(value, pd.Series):
        value = dict(zip(value.index.tolist(), value.tolist(), strict=True))
    if not is_a(value, dict):
        return None
    return {key(_plain(label)): _plain(content) for label, content in dict.items(value)}


def _plain(value):
    """A cell of a table or Series, cleaned; what cannot be read counts as a thing of its own."""
    try:
        return clean(value)
    except Exception:
        return _Strange()


class _Strange:
    """Stands for a cell that cannot be read; equal to nothing else."""


def key(value):
    """A hashable stand-in for a cleaned value: equal keys mean equal answers."""
    if is_a(value, bool):
        return ("truth", value)
    if is_a(value, int):
        return ("number", value)
    if is_a(value, float):
        return ("number", float(f"{value:.9g}"))
    if is_a(value, str):
        return ("text", folded(value))
    if is_a(value, pd.Timestamp):
        return ("text", value.strftime("%Y-%m-%d" if value == value.normalize() else "%Y-%m-%d %H:%M:%S"))
    if is_a(value, pd.Period):
        return ("text", str(value))
    if is_a(value, list, tuple):
        return ("list", tuple(map(key, value)))
    if is_a(value, set, frozenset):
        return ("set", frozenset(map(key, value)))
    return ("nothing",) if value is None else ("strange", id(value))


def table_differences(answer, expected, *, ordered=False, tolerance=None, strict_columns=False):
    """How a table differs from the expected one, in sentences that do not give it away; empty if it does not.

    Named row labels (the result of ``groupby``) count as columns; unnamed ones do not count. Further columns are
    allowed unless ``strict_columns``.
    """
    own, wanted = _flat(answer), _flat(expected)
    missing = [str(name) for name in wanted.columns if name not in own.columns]
    if missing:
        named = ", ".join(f"`{name}`" for name in missing)
        return [f"Your table lacks {'a column' if len(missing) == 1 else 'columns'}: {named}."]
    if strict_columns and own.shape[1] > wanted.shape[1]:
        return ["Your table has columns that the question does not ask for."]
    if not own.columns.is_unique:
        return ["Your table has two columns of the same name."]
    if len(own) != len(wanted):
        too = "many" if len(own) > len(wanted) else "few"
        return [f"Your table has {_count(len(own), 'row')}, which is too {too}."]
    mine, theirs = (_rows(table[list(wanted.columns)]) for table in (own, wanted))
    if all(_same_row(a, b, tolerance) for a, b in zip(mine, theirs, strict=True)):
        return []
    wrong = sum(not _same_row(a, b, tolerance) for a, b in zip(*_paired(mine, theirs), strict=True))
    if not wrong:
        return ["Your table has the right rows in another order."] if ordered else []
    return [f"Your table has the right size, but {_count(wrong, 'row')} of {len(mine)} "
            f"{'differs' if wrong == 1 else 'differ'} from what the data give."]


def _flat(table):
    return table.reset_index(drop=all(name is None for name in table.index.names))


def _rows(table):
    columns = [[_plain(value) for value in table[name].tolist()] for name in table.columns]
    return list(zip(*columns, strict=True)) if columns else [()] * len(table)


def _same_row(a, b, tolerance):
    return all(_same_one(own, wanted, tolerance) for own, wanted in zip(a, b, strict=True))


def _paired(mine, theirs):
    """Two lists of rows, each with the rows that both have first, then the rest, and in one order."""
    keys = [[tuple(map(key, row)) for row in rows] for rows in (mine, theirs)]
    shared = set(keys[0]) & set(keys[1])
    return [
        [row for _, row in sorted(zip(own, rows, strict=True), key=lambda p: (p[0] not in shared, _order(p[1])))]
        for own, rows in zip(keys, (mine, theirs), strict=True)
    ]


def _order(row):
    """What to sort a row by: its words, then its numbers, so that a small difference does not move it."""
    return ([repr(key(value)) for value in row if kind(value) != "number"], [v for v in row if kind(v) == "number"])


# What to say of an answer that nobody foresaw

def remark(answer, expected, *, ordered=True, tolerance=None, wants=""):
    """What is wrong with a cleaned answer, as far as can be said without giving the expected one away.

    ``wants`` is the form of the answer in words, if the kind of ``expected`` does not say enough.
    """
    own, wanted = kind(answer), kind(expected)
    if own == "nothing":
        return "Your answer is empty (None or a missing value)."
    if wanted == "table" and own == "table":
        return table_differences(answer, expected, ordered=ordered, tolerance=tolerance)[0]
    if wanted == "lookup" and pairs(answer) is not None:
        return _about_pairs(pairs(answer), pairs(expected), tolerance)
    if wanted == "members" and members(answer) is not None:
        return _about_members(members(answer), members(expected), expected, ordered)
    if own != wanted:
        return _about_kind(answer, expected, wants or described(expected, size=False))
    return {"number": _about_number, "text": _about_text}.get(own, _plain_no)(answer, expected)


def _plain_no(answer, expected):
    return "That is not what the data give. Read the question once more, and look at the rows that it speaks of."


def _about_kind(answer, expected, wanted):
    said = f"Your answer is {described(answer)}; the question asks for {wanted}."
    if kind(answer) == "text" and kind(expected) == "number" and re.fullmatch(r"\s*-?[\d.,]+\s*", answer):
        return said + " Leave the quotes away."
    if members(answer) and len(answer) == 1 and kind(expected) in ("number", "text", "date"):
        return said + " Take the single value out of it, for example with `.iloc[0]` or `[0]`."
    if kind(answer) == "table" and kind(expected) == "members":
        return said + " Take one column of your table, or the names of its rows: `.index`."
    if kind(answer) == "table" and kind(expected) == "number":
        return said + " Do you want to count its rows with `len(…)`?"
    return said


def _about_number(answer, expected):
    if not math.isfinite(answer):
        return "Your answer is infinite: somewhere a number was divided by zero."
    if answer == -expected:
        return "The size is right, the sign is not."
    for factor in (100, 1_000, 1_000_000):
        if expected and (close(answer / expected, factor, 1e-6 * factor) or close(answer * factor / expected, 1, 1e-6)):
            return "The digits are right, the unit is not: look for a factor such as percent, thousand or million."
    if is_a(expected, int) and abs(answer - expected) == 1:
        return "You are off by one. Is something counted that should not be, or the other way round?"
    whole = is_a(answer, int) and is_a(expected, int)  # a year or a count: nothing was rounded
    if expected and abs(answer / expected - 1) < 0.01 and not whole:
        return "Very near. Was something rounded too early?"
    return "That is not the number that the data give. Check which rows go into it."


def _about_text(answer, expected):
    if not answer.strip():
        return "Your answer is an empty text."
    if difflib.SequenceMatcher(None, folded(answer)[:200], folded(expected)[:200]).ratio() > 0.8:
        return "Nearly: check the spelling, letter by letter."
    return _plain_no(answer, expected)


def _about_members(own, wanted, expected, ordered):
    if not own:
        return f"Your {type_name(expected)} is empty."
    mine, theirs = Counter(map(key, own)), Counter(map(key, wanted))
    if {k[0] for k in mine} != {k[0] for k in theirs} and not mine.keys() & theirs.keys():
        return f"Your members are {_kinds(own)}; the question asks for {_kinds(wanted)}."
    if mine == theirs and ordered:
        return "The right members, but in another order."
    if mine.keys() == theirs.keys():
        return "The right members, but not each as often as it should be there."
    missing, extra = len(theirs.keys() - mine.keys()), len(mine.keys() - theirs.keys())
    said = []
    if missing < len(theirs):
        said += [_some(extra, "does not belong", "do not belong")] if extra else ["All that you have belongs there."]
        said += [_some(missing, "is missing", "are missing")] if missing else ["Nothing is missing."]
        return " ".join(said)
    return "None of what you have belongs there. Look at the spelling, or at the column that you took it from."


def _some(number, one, many):
    return f"One {one}." if number == 1 else f"Several {many}."


def _kinds(values):
    words = {"text": "text", "number": "numbers", "truth": "True or False", "date": "dates"}
    found = sorted({words.get(kind(v) if not is_a(v, _Strange) else "", "something else") for v in values})
    return " and ".join(found)


def _about_pairs(own, wanted, tolerance):
    missing, extra = wanted.keys() - own.keys(), own.keys() - wanted.keys()
    if not own:
        return "Your answer is empty."
    if missing == wanted.keys():
        return "None of your labels is one that the question asks for. What did you group by?"
    if missing or extra:
        parts = [_some(len(extra), "label does not belong", "labels do not belong")] if extra else []
        parts += [_some(len(missing), "label is missing", "labels are missing")] if missing else []
        return " ".join(parts)
    wrong = sum(not _same_one(own[label], wanted[label], tolerance) for label in wanted)
    return f"The labels are right; {_count(wrong, 'value')} of {len(wanted)} {'is' if wrong == 1 else 'are'} not."


# Dates

_MONTHS = "january february march april may june july august september october november december".split()


def partial_date(value):
    """Read a whole or partial date.

    Args:
        value: a cleaned value: ``"1954-05-19"``, ``"1954-05"``, ``"1954"``, ``"19 May 1954"``, ``"May 19, 1954"``,
            a Timestamp, a Period, or a year as a whole number.

    Returns:
        (year, month, day), the last one or two of them None if they are not given; None if it is no date.
    """
    if is_a(value, pd.Period):
        return {"Y": (value.year, None, None), "A": (value.year, None, None), "M": (value.year, value.month, None)}.get(
            value.freqstr[0], (value.year, value.month, value.day))
    if is_a(value, pd.Timestamp):
        return value.year, value.month, value.day
    if is_a(value, numbers.Integral) and not is_a(value, bool):
        return (value, None, None) if 1000 <= value <= 2999 else None
    return _written_date(value) if is_a(value, str) else None


def _written_date(text):
    text = folded(text).replace(",", " ")
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

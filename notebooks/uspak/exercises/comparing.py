"""Whether two cleaned answers are the same, and in what tables differ."""

import itertools
import math
from collections import Counter
from decimal import Decimal

import pandas as pd

from .values import count, folded, is_a, kind, normalize

_STRANGE = itertools.count()

#: A float is looked at with so many digits: what lies beyond is noise from reckoning.
DIGITS = 10


def close(a, b, tolerance=None):
    """Whether two numbers agree: within ``tolerance`` if one is given, else to about nine digits."""
    if tolerance is None:
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)
    return math.isfinite(a) and abs(a - b) <= tolerance + 1e-12


def decimals(number):
    """How many decimals a number shows: 3 for 0.125, none for 12 and 12.0."""
    if is_a(number, int) or not math.isfinite(number):
        return 0
    return max(0, -Decimal(f"{number:.{DIGITS}g}").normalize().as_tuple().exponent)


def least_decimals(number, digits=2):
    """How many decimals show at least so many digits of a number: none for 41.38, 3 for 0.0414."""
    return max(0, digits - 1 - math.floor(math.log10(abs(number)))) if number and math.isfinite(number) else 0


def is_shortened(answer, exact, digits):
    """Whether an answer is the exact number cut to the digits that it shows, and to so many of them or more.

    3,300 shows two digits of 3,347.
    """
    if not answer or not math.isfinite(answer):
        return False
    shown = Decimal(f"{answer:.{DIGITS}g}").normalize()
    least = len(shown.as_tuple().digits)
    return least >= digits and abs(answer - exact) <= 0.5 * 10.0 ** shown.as_tuple().exponent + 1e-9 * abs(exact)


def is_cut(answer, exact):
    """Whether an answer has the digits of the exact number, two or more, with the rest cut off instead of rounded."""
    shown = decimals(answer)
    if is_a(exact, int) or not math.isfinite(answer) or not least_decimals(exact) <= shown <= DIGITS:
        return False
    return math.isclose(answer, math.trunc(exact * 10**shown) / 10**shown, rel_tol=1e-9)


def is_rounded(answer, exact, least):
    """Whether an answer is the exact number rounded to the decimals that it shows, and to ``least`` of them or more.

    A whole number (a count, a year) is never rounded.
    """
    shown = decimals(answer)
    if is_a(exact, int) or not math.isfinite(answer) or not least <= shown <= DIGITS:
        return False
    return abs(answer - exact) <= 0.5 * 10.0**-shown + 1e-9 * abs(exact)


def nearly(answer, exact):
    """Whether two numbers agree, or one is the other rounded: at the end to two digits or more, or on the way."""
    on_the_way = is_a(exact, float) and math.isclose(answer, exact, rel_tol=3e-4)
    return close(answer, exact) or on_the_way or is_rounded(answer, exact, least_decimals(exact))


def same(answer, expected, *, ordered=True, near=close):
    """Whether two cleaned values are the same answer.

    Args:
        answer, expected: cleaned values. What ``expected`` is decides what counts: a set or (with ``ordered=False``)
            a list is compared without order, a set also without repeats; a dict, or a Series whose labels have a
            name or are words, label by label; a table by content, whatever the order of its columns.
        ordered: whether the order of members and rows counts.
        near: a function of two numbers, the answer's and the expected one, that says whether they agree.
    """
    what = kind(expected)
    if what == "table":
        return is_a(answer, pd.DataFrame) and not table_differences(answer, expected, ordered=ordered, near=near)
    if what == "lookup":
        own, wanted = pairs(answer), pairs(expected)
        return (
            own is not None
            and len(own) == len(answer)
            and own.keys() == wanted.keys()
            and all(same_one(own[label], wanted[label], near) for label in wanted)
        )
    if what == "members":
        ordered = ordered and not is_a(expected, set)
        return _same_members(members(answer), members(expected), ordered, near, expected)
    return same_one(answer, expected, near)


def same_one(answer, expected, near=close):
    """Whether two single cleaned values are the same."""
    if kind(answer) == kind(expected) == "number":
        return near(answer, expected)
    return key(answer) == key(expected)


def _same_members(own, wanted, ordered, near, expected):
    if own is None:
        return False
    if ordered:
        return len(own) == len(wanted) and all(same_one(a, b, near) for a, b in zip(own, wanted, strict=True))
    if wanted and any(is_a(m, float) for m in wanted) and all(kind(m) == "number" for m in [*own, *wanted]):
        own = set(own) if is_a(expected, set) else own
        return _same_members(sorted(own), sorted(wanted), True, near, expected)
    tally = set if is_a(expected, set) else Counter
    return tally(map(key, own)) == tally(map(key, wanted))


def members(value):
    """The members of a cleaned list, tuple, set, or Series as a list; None if it is something else."""
    if is_a(value, pd.Series):
        return [plain(member) for member in value.tolist()]
    return list(value) if is_a(value, list, tuple, set, frozenset) else None


def pairs(value):
    """A cleaned dict, Series, or table of one column, as {key of label: value}; None if it is something else."""
    if is_a(value, pd.DataFrame) and value.shape[1] == 1:
        value = value.iloc[:, 0]
    if is_a(value, pd.Series):
        value = dict(zip(value.index.tolist(), value.tolist(), strict=True))
    if not is_a(value, dict):
        return None
    return {key(plain(label)): plain(content) for label, content in dict.items(value)}


def plain(value):
    """A cell of a table or Series, cleaned; what cannot be read counts as a thing of its own."""
    if is_a(value, pd.Interval):
        return str(value)
    try:
        return normalize(value)
    except Exception:
        return Strange()


class Strange:
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
    return ("nothing",) if value is None else ("strange", next(_STRANGE))


def table_differences(answer, expected, *, ordered=False, near=close, strict_columns=False):
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
        return [f"Your table has {count(len(own), 'row')}, which is too {too}."]
    mine, theirs = (_rows(table[list(wanted.columns)]) for table in (own, wanted))
    if all(_same_row(a, b, near) for a, b in zip(mine, theirs, strict=True)):
        return []
    wrong = sum(not _same_row(a, b, near) for a, b in zip(*_paired(mine, theirs), strict=True))
    if not wrong:
        return ["Your table has the right rows in another order."] if ordered else []
    return [
        f"Your table has the right size, but {count(wrong, 'row')} of {len(mine)} "
        f"{'differs' if wrong == 1 else 'differ'} from what the data give."
    ]


def _flat(table):
    return table.reset_index(drop=all(name is None for name in table.index.names))


def _rows(table):
    columns = [[plain(value) for value in table[name].tolist()] for name in table.columns]
    return list(zip(*columns, strict=True)) if columns else [()] * len(table)


def _same_row(a, b, near):
    return all(same_one(own, wanted, near) for own, wanted in zip(a, b, strict=True))


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

"""Whether two cleaned answers are the same, exactly or rounded, and in what tables differ."""

import math
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pandas as pd

from .contents import columns, key, labelled_values, members
from .values import is_a, kind, pluralize

#: A float is looked at with so many digits: what lies beyond is noise from calculating.
DIGITS = 10

#: A function of two numbers, the answer's and the right one, that says whether they agree.
Near = Callable[[Any, Any], bool]

# Numbers


def close(a: float, b: float, tolerance: float | None = None) -> bool:
    """Whether two numbers agree: within ``tolerance`` if one is given, else to about nine digits."""
    if tolerance is None:
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)
    return math.isfinite(a) and abs(a - b) <= tolerance + 1e-12


def decimals(number: float) -> int:
    """How many decimals a number shows: 3 for 0.125, none for 12 and 12.0."""
    if is_a(number, int) or not math.isfinite(number):
        return 0
    return max(0, -_last_place(_shown(number)))


def least_decimals(number: float, digits: int = 2) -> int:
    """How many decimals show at least so many digits of a number: none for 41.38, 3 for 0.0414."""
    return max(0, digits - 1 - math.floor(math.log10(abs(number)))) if number and math.isfinite(number) else 0


def is_shortened(answer: float, exact: float, digits: int) -> bool:
    """Whether an answer is the exact number cut to the digits that it shows, and to at least ``digits`` of them.

    3,300 shows two digits of 3,347.
    """
    if not answer or not math.isfinite(answer):
        return False
    shown = _shown(answer)
    least = len(shown.as_tuple().digits)
    return least >= digits and abs(answer - exact) <= 0.5 * 10.0 ** _last_place(shown) + 1e-9 * abs(exact)


def _shown(number):
    """A finite number with the digits that it shows, without zeros at its end."""
    return Decimal(f"{number:.{DIGITS}g}").normalize()


def _last_place(shown):
    """The power of ten of the last digit: -2 for 0.25, 2 for 3,300."""
    return int(shown.as_tuple().exponent)


def is_cut(answer: float, exact: float) -> bool:
    """Whether an answer has the digits of the exact number, two or more, with the rest cut off instead of rounded."""
    shown = decimals(answer)
    if is_a(exact, int) or not math.isfinite(answer) or not least_decimals(exact) <= shown <= DIGITS:
        return False
    return math.isclose(answer, math.trunc(exact * 10**shown) / 10**shown, rel_tol=1e-9)


def is_rounded(answer: float, exact: float, least: int) -> bool:
    """Whether an answer is the exact number rounded to the decimals that it shows, and to ``least`` of them or more.

    A whole number (a count, a year) is never rounded.
    """
    shown = decimals(answer)
    if is_a(exact, int) or not math.isfinite(answer) or not least <= shown <= DIGITS:
        return False
    return abs(answer - exact) <= 0.5 * 10.0**-shown + 1e-9 * abs(exact)


def nearly(answer: float, exact: float) -> bool:
    """Whether two numbers agree, or one is the other rounded: at the end to two digits or more, or on the way."""
    on_the_way = is_a(exact, float) and math.isclose(answer, exact, rel_tol=3e-4)
    return close(answer, exact) or on_the_way or is_rounded(answer, exact, least_decimals(exact))


def agree(answer: float, number: float, tolerance: float | None = None, least: int | None = None) -> bool:
    """Whether a number of an answer is right: within the tolerance, or rounded, but not too far.

    Args:
        answer: the number of the answer.
        number: the right one.
        tolerance: how far they may lie apart; None for rounding errors only.
        least: how many decimals a rounded number has to show; None for as many as show two of its digits.
    """
    least = least_decimals(number) if least is None else least
    exact = is_a(number, float) and math.isclose(answer, number, rel_tol=1e-6)  # to the last digits that are shown
    return exact or close(answer, number, tolerance) or is_rounded(answer, number, least)


def agree_roughly(answer: float, number: float) -> bool:
    """Whether a number is the right one rounded too far: to few digits, but still near it."""
    apart = abs(answer / number - 1) if answer and number and not is_a(number, int) else 1
    return (is_rounded(answer, number, 0) and apart < 0.25) or (is_shortened(answer, number, 1) and apart < 0.02)


# Values of all kinds


def same(answer: Any, expected: Any, *, ordered: bool = True, near: Near = close, strict_columns: bool = False) -> bool:
    """Whether two cleaned values are the same answer.

    Args:
        answer, expected: cleaned values. What ``expected`` is decides what counts: a set or (with ``ordered=False``)
            a list is compared without order, a set also without repeats; a dict, or a Series whose labels have a
            name or are words, label by label; a table by content, whatever the order of its columns.
        ordered: whether the order of members and rows counts.
        near: a function of two numbers, the answer's and the expected one, that says whether they agree.
        strict_columns: whether a table may have no further columns.
    """
    what = kind(expected)
    if what == "table":
        how: dict[str, Any] = {"ordered": ordered, "near": near, "strict_columns": strict_columns}
        return is_a(answer, pd.DataFrame) and not table_differences(answer, expected, **how)
    if what == "lookup":
        own = labelled_values(answer)
        return own is not None and len(own) == len(answer) and same_labelled(own, labelled_values(expected) or {}, near)
    if what == "members":
        ordered = ordered and not is_a(expected, set)
        return _same_members(members(answer), members(expected), ordered, near, expected)
    return same_one(answer, expected, near)


def same_labelled(own: dict, wanted: dict, near: Near = close) -> bool:
    """Whether two dicts of cleaned values have the same labels and, under each, the same value."""
    return own.keys() == wanted.keys() and all(same_one(own[label], wanted[label], near) for label in wanted)


def same_one(answer: Any, expected: Any, near: Near = close) -> bool:
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


# Tables


def table_differences(
    answer: pd.DataFrame,
    expected: pd.DataFrame,
    *,
    ordered: bool = False,
    near: Near = close,
    strict_columns: bool = False,
) -> list[str]:
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
        return [f"Your table has {pluralize(len(own), 'row')}, which is too {too}."]
    mine, theirs = (_rows(table[list(wanted.columns)]) for table in (own, wanted))
    if all(_same_row(a, b, near) for a, b in zip(mine, theirs, strict=True)):
        return []
    wrong = sum(not _same_row(a, b, near) for a, b in zip(*_paired(mine, theirs), strict=True))
    if not wrong:
        return ["Your table has the right rows in another order."] if ordered else []
    return [
        f"Your table has the right size, but {pluralize(wrong, 'row')} of {len(mine)} "
        f"{'differs' if wrong == 1 else 'differ'} from what the data give."
    ]


def _flat(table):
    return table.reset_index(drop=all(name is None for name in table.index.names))


def _rows(table):
    return list(zip(*columns(table), strict=True)) if table.shape[1] else [()] * len(table)


def _same_row(a, b, near):
    return all(same_one(own, wanted, near) for own, wanted in zip(a, b, strict=True))


def _paired(mine, theirs):
    """Two lists of rows, each with the rows that both have first, then the rest, and in one order."""
    both = [[tuple(map(key, row)) for row in rows] for rows in (mine, theirs)]
    shared = set(both[0]) & set(both[1])
    return [
        [row for _, row in sorted(zip(own, rows, strict=True), key=lambda p: (p[0] not in shared, _order(p[1])))]
        for own, rows in zip(both, (mine, theirs), strict=True)
    ]


def _order(row):
    """What to sort a row by: its words, then its numbers, so that a small difference does not move it."""
    return ([repr(key(value)) for value in row if kind(value) != "number"], [v for v in row if kind(v) == "number"])

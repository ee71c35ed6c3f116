"""How a wrong number, or wrong numbers under right labels, relate to the right ones: what was done to them, in a word.

Each relation is looked for exactly, or with the decimals that the answer shows: what is said has to be true.
"""

import math

import pandas as pd

from .comparing import close, is_rounded, is_shortened, key, least_decimals, members, pairs, plain
from .values import is_a, kind

TENS = {10: "ten", 100: "a hundred", 1_000: "a thousand", 10_000: "ten thousand", 100_000: "a hundred thousand",
        1_000_000: "a million", 1_000_000_000: "a billion"}  # fmt: skip

#: What to say of one number, and of numbers under labels.
SAID = {
    "sign": (
        "The size is right, the sign is not. If one thing is taken from another, turn the two round.",
        "The sizes are right, the signs are not. If one thing is taken from another, turn the two round.",
    ),
    "size only": ("", "The sizes are right, but some signs are not: a minus sign belongs to the answer."),
    "share": (
        "That is a part of 1. The question asks for per cent, the part of a hundred.",
        "These are parts of 1. The question asks for per cent, the part of a hundred.",
    ),
    "percent": (
        "That is per cent, a part of a hundred. The question asks for the part of 1.",
        "These are per cent, parts of a hundred. The question asks for parts of 1.",
    ),
    "percent twice": (
        "Your number is a hundred times too large: it was turned into per cent twice.",
        "Your numbers are a hundred times too large: they were turned into per cent twice.",
    ),
    "rest of 100": (
        "That is the rest that is missing to a hundred per cent: the part of all the others.",
        "These are the rests that are missing to a hundred per cent: the parts of all the others.",
    ),
    "rest of 1": (
        "That is the rest that is missing to 1: the part of all the others.",
        "These are the rests that are missing to 1: the parts of all the others.",
    ),
    "rest as a share": (
        "That is the part of all the others, and as a part of 1. The question asks for per cent.",
        "These are the parts of all the others, and as parts of 1. The question asks for per cent.",
    ),
    "upside down": (
        "Your division is upside down: what stands below the line belongs above it.",
        "Your divisions are upside down: what stands below the line belongs above it.",
    ),
    "one off": (
        "You are off by one. Is something counted that should not be, or the other way round?",
        "Each value is off by one. Is something counted that should not be, or the other way round?",
    ),
    "twice": (
        "Your number is twice the right one. Does something count double?",
        "Your numbers are twice the right ones. Does something count double?",
    ),
    "half": (
        "Your number is half the right one. Was something halved, or is half of it missing?",
        "Your numbers are half the right ones. Was something halved, or is half of it missing?",
    ),
}


#: What to say where digits were cut off.
CUT = "Very close: digits were cut off instead of rounded. Leave the number as it is, or let `round(…)` do it."


def of_number(answer, expected, *, percent=False, digits=3):
    """The relation of a wrong number to the right one: a key of ``SAID``, ``"too large"`` or ``"too small"`` with a
    factor of ten or more, or an empty text.

    Args:
        answer, expected: numbers.
        percent: whether the question asks for per cent.
        digits: how many digits an answer that is rounded has to show.

    Returns:
        (name, factor); the factor is 1 where none is meant.
    """
    if not math.isfinite(answer) or not answer or not expected:
        return "", 1
    whole = is_a(expected, int)
    if close(answer, -expected) or (not whole and _shows(answer, -expected)):
        return "sign", 1
    if percent and _shows(answer, expected / 100, min(digits, 2)):
        return "share", 1
    if percent and _shows(answer, expected * 100):
        return "percent twice", 1
    if not whole and not percent and abs(expected) <= 1 and _shows(answer, expected * 100):
        return "percent", 1
    for factor in TENS:
        if _shows(answer, expected * factor, digits):
            return "too large", factor
        if _shows(answer, expected / factor, digits) and (not whole or expected >= 10):
            return "too small", factor
    if percent and 0 < expected < 100:
        if _shows(answer, 100 - expected, 3):
            return "rest of 100", 1
        if _shows(answer, 1 - expected / 100, 3):
            return "rest as a share", 1
    if not whole and not percent and 0 < expected < 1 and _shows(answer, 1 - expected, 3):
        return "rest of 1", 1
    if whole:
        return ("one off", 1) if close(abs(answer - expected), 1) else ("", 1)
    for factor in (1, 100, 10_000) if percent else (1,):
        if _shows(answer, factor / expected, 3):
            return "upside down", 1
    for name, factor in (("twice", 2), ("half", 0.5)):
        if _shows(answer, expected * factor, 3):
            return name, 1
    return "", 1


def _shows(answer, exact, digits=2):
    """Whether an answer is a number, in full or rounded to so many digits or more."""
    exact = float(exact)
    if digits == 1 and not math.isclose(answer, exact, rel_tol=0.03):
        return False
    return (
        math.isclose(answer, exact, rel_tol=1e-7)
        or is_rounded(answer, exact, least_decimals(exact, digits))
        or (abs(exact) >= 1_000 and is_shortened(answer, exact, digits + 1))
    )


AS_SHARE = "And it is a part of 1: the question asks for per cent."


def is_share_of(answer, example):
    """Whether a number is the part of 1 to a percentage that shows a mistake, with three digits or more."""
    percentage = is_a(answer, int, float) and is_a(example, float) and 0 < answer < 1 < abs(example)
    return percentage and _shows(answer, example / 100, 3)


def _unit(what, factor, how):
    return f"The digits are right, but your {what} {TENS[factor]} times {how}. Look at the unit that the question asks for."


def said_of_number(answer, expected, *, percent=False):
    """What to say of the relation of a wrong number to the right one; empty if there is none."""
    name, factor = of_number(answer, expected, percent=percent)
    if name == "one off" and years(expected):
        return "That is one year off. Look at the years beside it once more."
    if factor > 1:
        return _unit("number is", factor, name)
    return SAID[name][0] if name else ""


def said_of_pairs(own, wanted, *, percent=False):
    """What all wrong values under right labels have in common; empty if nothing.

    Args:
        own, wanted: {label: value} with the same labels, in the order of the answer and of the right one.
    """
    labels = list(wanted)
    mine, theirs = [own[label] for label in labels], [wanted[label] for label in labels]
    if len(theirs) > 2 and any(_alike(*both) for both in ((mine[1:], theirs[:-1]), (mine[:-1], theirs[1:]))):
        return "The right values, but each stands at the label beside its own: they are shifted by one."
    if not all(kind(value) == "number" and math.isfinite(value) for value in [*mine, *theirs]):
        return ""
    if all(close(a, b) for a, b in zip(mine, theirs, strict=True)):
        return ""
    return _of_all(mine, theirs, percent) or _of_places(mine, theirs)


def _of_all(mine, theirs, percent):
    """What was done to each of the numbers."""
    wrong = [
        (a, b) for a, b in zip(mine, theirs, strict=True) if not (close(a, b) or (_shows(a, b, 2) and not is_a(b, int)))
    ]
    if not wrong:
        return ""
    everywhere = len(wrong) == sum(1 for value in theirs if value)
    if all(close(a, -b) or _shows(a, -b) for a, b in wrong):
        if all(a < 0 < b for a, b in wrong):
            return SAID["sign"][1] if everywhere else "The sizes are right, but a minus sign stands where none belongs."
        return SAID["sign"][1] if everywhere else SAID["size only"][1]
    if len(wrong) == len(theirs) > 1 and (
        all(close(a - b, 1) for a, b in wrong) or all(close(b - a, 1) for a, b in wrong)
    ):
        return SAID["one off"][1]
    names = {of_number(a, b, percent=percent, digits=1 if len(wrong) > 2 else 3) for a, b in wrong}
    if len(names) == 1 and not everywhere:
        ((name, factor),) = names
        return (
            f"Some values are right. Of the others: {SAID[name][len(wrong) > 1]}"
            if name in SAID and factor == 1
            else ""
        )
    if len(names) == 1 and len(wrong) > 1:
        ((name, factor),) = names
        if factor > 1:
            return _unit("values are", factor, name)
        return SAID[name][1] if name else _of_one_factor(wrong)
    return _of_one_factor(wrong) if everywhere and len(wrong) > 2 else ""


def _of_one_factor(wrong):
    ratios = [a / b for a, b in wrong if b]
    if len(ratios) > 2 and ratios[0] and all(math.isclose(ratio, ratios[0], rel_tol=1e-6) for ratio in ratios):
        for factor in TENS:
            for name, wanted in (("large", factor), ("small", 1 / factor)):
                if math.isclose(ratios[0], wanted, rel_tol=1e-6):
                    return _unit("values are", factor, f"too {name}")
        return "Your values stand in the right proportion to each other. Look at what all of them are divided by, or multiplied by."
    return ""


def _of_places(mine, theirs):
    """Whether the right numbers stand in other places, or are summed up one after another."""
    if len(set(theirs)) < 2 or len(theirs) < 2:
        return ""
    if _alike(mine, theirs[::-1]):
        return "The right values, but in the reverse order: each label has to keep its own value."
    if _alike(sorted(mine), sorted(theirs)):
        return "The right values, but some of them stand at the wrong labels. Check which value belongs to which label."
    if _alike(mine, pd.Series(theirs).cumsum().tolist()):
        return "That is a running total. The question asks for each value by itself."
    return ""


def _alike(mine, theirs):
    return all(
        kind(own) == kind(wanted) == "number" and _same_number(own, wanted)
        for own, wanted in zip(mine, theirs, strict=True)
    )


#: How a number of days looks in other units: (days in one of them, how far from it, relatively).
_UNITS = {
    "seconds": (1 / 86_400, 1e-9), "minutes": (1 / 1_440, 1e-9), "hours": (1 / 24, 1e-9), "weeks": (7, 0.01),
    "months": (30.44, 0.03), "years": (365.25, 0.02),
}  # fmt: skip


def said_of_days(answer, expected):
    """What to say of a number that is the right span of time in another unit than days; empty if it is not."""
    rough = answer % 30 == 0 or answer % 365 in (0, 0.25 * (answer // 365))
    if answer > 0 and rough and abs(answer / expected - 1) < 0.12:
        return "Months of 30 days and years of 365 are a rough figure. Take one date from the other; the difference has `.days`."
    if answer > 0 and not close(abs(answer - expected), 1) and abs(answer / expected - 1) < 0.02:
        return "Close, but months and years differ in length. Take one date from the other; the difference has `.days`."
    for unit, (days, apart) in _UNITS.items():
        if answer and math.isclose(abs(answer), abs(expected) / days, rel_tol=apart):
            return f"That looks like {unit}. The question asks for days: `.days` of the difference of two dates."
    return ""


# The rows that an answer is worked out from


def said_of_rows(answer, expected, rows):
    """What a wrong answer is of the rows that the right one is worked out from; empty if it is nothing known.

    Args:
        answer, expected: cleaned values.
        rows: a Series. True and False: a condition, whose True rows are counted, shared out, or named by their labels.
            Numbers: what is summed up, averaged or searched, for each label if ``expected`` has labels.
    """
    if rows is None or not len(rows):
        return ""
    if kind(expected) == "number" and kind(answer) == "number":
        return _of_condition(answer, expected, rows) if rows.dtype == bool else _of_values(answer, expected, rows)
    if kind(expected) == "lookup" and kind(answer) == "number" and rows.dtype != bool:
        own = [words for words, value in _statistics(rows).items() if _same_number(answer, plain(value))]
        return f"That is {own[0]} of all rows together. The question asks for one value for each label." if own else ""
    if kind(expected) == "lookup" and pairs(answer) and rows.dtype != bool:
        return _of_groups(pairs(answer), pairs(expected), rows)
    if kind(expected) == "members" and rows.dtype == bool and members(answer):
        return _of_labels({key(one) for one in members(answer)}, rows)
    return ""


def _of_condition(answer, expected, rows):
    true, number = int(rows.sum()), len(rows)
    known = {
        number: "That is the number of all rows, whether the condition is True or False."
        + (
            " `.sum()` counts the True."
            if close(expected, true)
            else " It belongs below the line: what stands above it?"
        ),
        number - true: "That is how many rows do **not** meet the condition. Is it turned round?",
        true: "That is how many rows meet the condition. What are they to be divided by?",
    }
    for value, said in known.items():
        if close(answer, value) and not close(expected, value) and is_a(answer, int):
            return said
    share = true / number
    if not close(expected, share) and _shows(answer, share, 3):
        return "That is the part of the rows that meets the condition, as a part of 1." + (
            " The question asks how many: `.sum()` counts the True."
            if close(expected, true)
            else " The question asks for something else."
        )
    if close(expected, true) and _shows(answer, 1 - share, 3):
        return "That is the part of the rows for which the condition is **not** True. The question asks how many: `.sum()`."
    if close(expected, true) and _shows(answer, 100 * share, 3):
        return "That is the part of the rows that meets the condition, in per cent. The question asks how many."
    if close(expected, true) and is_a(answer, int, float) and answer < 0:
        return "A count is never below zero. Count rows with `len(…)`, instead of adding up what stands in a column."
    if (
        close(expected, true)
        and is_a(answer, int)
        and true > 2
        and answer >= 5 * true
        and answer % true == 0
        and answer > number
    ):
        return "More than there are rows. If you used `.size`: that counts every cell of a table. `len(…)` counts its rows."
    return ""


#: How many numbers become one, with the words for it.
_STATISTICS = {
    "the sum": "sum", "the mean": "mean", "the number": "size", "the number of filled cells": "count", "the largest value": "max",
    "the smallest value": "min", "the median": "median", "the first value": "first", "the last value": "last",
}  # fmt: skip


def _statistics(rows):
    whole = rows.groupby(lambda _: 0)
    return {words: getattr(whole, how)().iloc[0] for words, how in _STATISTICS.items()}


def _of_values(answer, expected, rows):
    found = {words: plain(value) for words, value in _statistics(rows).items()}
    own = [words for words, value in found.items() if _same_number(answer, value)]
    wanted = [words for words, value in found.items() if close(value, expected)]
    if not own:
        place = [
            label for label, value in rows.items() if kind(plain(label)) == "number" and close(plain(label), answer)
        ]
        return (
            "That is the label of one of the rows, not a value."
            if place and kind(expected) == "number" and not years(expected)
            else ""
        )
    asked = (
        f" The question asks for {wanted[0]} of them."
        if wanted
        else " It is a step on the way: what has to be done with it?"
    )
    return f"That is {own[0]} of the rows that the question is about.{asked}"


def is_of_rows(expected, rows):
    """Whether a number comes from rows in such a way that more rows, or fewer, make it larger or smaller."""
    if rows is None or not len(rows):
        return False
    return rows.dtype == bool or any(close(plain(rows.agg(how)), expected) for how in ("sum", "size", "count"))


def years(number):
    """Whether a number looks like a year."""
    return is_a(number, int) and 1900 <= number <= 2100


def _same_number(answer, value):
    return kind(answer) == kind(value) == "number" and (
        close(answer, value) or (not is_a(value, int) and _shows(answer, value, 3))
    )


def _of_groups(own, wanted, rows):
    rows = rows.set_axis([key(plain(label)) for label in rows.index])
    groups = rows.groupby(level=0) if rows.index.nlevels == 1 else None
    if groups is None or own.keys() != wanted.keys():
        return ""
    found = {}
    for words, how in _STATISTICS.items():
        if how in ("first", "last"):
            continue
        values = {label: plain(value) for label, value in zip(*_items(groups, how), strict=True)}
        found[words] = values
    alike = [
        words
        for words, values in found.items()
        if values.keys() >= own.keys() and all(_same_number(own[label], values[label]) for label in own)
    ]
    asked = [
        words
        for words, values in found.items()
        if values.keys() >= own.keys() and all(close(values[label], wanted[label]) for label in wanted)
    ]
    if not alike or alike[0] in asked:
        return ""
    return f"For each label that is {alike[0]} of its rows." + (f" The question asks for {asked[0]}." if asked else "")


def _items(groups, how):
    made = getattr(groups, how)()
    return made.index.tolist(), made.tolist()


def _of_labels(own, rows):
    labels = {True: set(), False: set()}
    for label, holds in rows.items():
        labels[bool(holds)].add(key(plain(label)))
    everything = labels[True] | labels[False]
    if own == everything:
        return "You have all of them. Keep those that meet the condition of the question."
    others = labels[False] - labels[True]
    if own == others:
        return "These are exactly all the others. Turn the condition round."
    if own < others and len(own) * 2 > len(others):
        return (
            "All that you have are among the others, for which the condition does not hold. Is it the wrong way round?"
        )
    if own < others:
        return "What you have does occur in the data, but not where the condition of the question holds."
    return ""

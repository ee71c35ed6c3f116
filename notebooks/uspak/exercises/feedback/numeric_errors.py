"""How a wrong number relates to the right one: what was done to it, in a word.

Each relation is looked for exactly, or with the decimals that the answer shows: what is said has to be true.
"""

import math
from typing import Any

from uspak.exercises.comparing import close, is_rounded, is_shortened, least_decimals
from uspak.exercises.values import is_a, is_year, kind

#: Powers of ten that a wrong unit makes, in words.
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
        "That is a share from 0 to 1. The question asks for per cent, that is, out of a hundred.",
        "These are shares from 0 to 1. The question asks for per cent, that is, out of a hundred.",
    ),
    "percent": (
        "That is per cent, out of a hundred. The question asks for a share from 0 to 1.",
        "These are per cent, out of a hundred. The question asks for shares from 0 to 1.",
    ),
    "percent twice": (
        "Your number is a hundred times too large: it was turned into per cent twice.",
        "Your numbers are a hundred times too large: they were turned into per cent twice.",
    ),
    "rest of 100": (
        "That is the rest that is missing to a hundred per cent: the share of all the others.",
        "These are the rests that are missing to a hundred per cent: the shares of all the others.",
    ),
    "rest of 1": (
        "That is the rest that is missing to 1: the share of all the others.",
        "These are the rests that are missing to 1: the shares of all the others.",
    ),
    "rest as a share": (
        "That is the share of all the others, and from 0 to 1. The question asks for per cent.",
        "These are the shares of all the others, and from 0 to 1. The question asks for per cent.",
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

AS_SHARE = "And it is a share from 0 to 1: the question asks for per cent."

_NONE = ("", 1)


def relation(answer: float, expected: float, *, percent: bool = False, digits: int = 3) -> tuple[str, int]:
    """The relation of a wrong number to the right one.

    Args:
        answer, expected: numbers.
        percent: whether the question asks for per cent.
        digits: how many digits an answer that is rounded has to show.

    Returns:
        (name, factor): a key of ``SAID`` and 1; ``"too large"`` or ``"too small"`` and a factor of ten or more; or an
        empty text and 1, if there is no relation.
    """
    if not math.isfinite(answer) or not answer or not expected:
        return _NONE
    whole = is_a(expected, int)
    if close(answer, -expected) or (not whole and shows(answer, -expected)):
        return "sign", 1
    name = _of_a_hundred(answer, expected, percent, digits)
    if name:
        return name, 1
    for factor in TENS:
        if shows(answer, expected * factor, digits):
            return "too large", factor
        if shows(answer, expected / factor, digits) and (not whole or expected >= 10):
            return "too small", factor
    name = _of_the_rest(answer, expected, percent)
    if not name and whole:
        name = "one off" if close(abs(answer - expected), 1) else ""
    return name or ("" if whole else _of_a_fraction(answer, expected, percent)), 1


def _of_a_hundred(answer, expected, percent, digits):
    """Whether per cent and parts of 1 were mixed up."""
    if percent:
        if shows(answer, expected / 100, min(digits, 2)):
            return "share"
        return "percent twice" if shows(answer, expected * 100) else ""
    parts = not is_a(expected, int) and abs(expected) <= 1
    return "percent" if parts and shows(answer, expected * 100) else ""


def _of_the_rest(answer, expected, percent):
    """Whether it is what is missing to the whole."""
    if percent and 0 < expected < 100:
        if shows(answer, 100 - expected, 3):
            return "rest of 100"
        return "rest as a share" if shows(answer, 1 - expected / 100, 3) else ""
    return "rest of 1" if not percent and 0 < expected < 1 and shows(answer, 1 - expected, 3) else ""


def _of_a_fraction(answer, expected, percent):
    """Whether a division is upside down, or something was doubled or halved."""
    if any(shows(answer, factor / expected, 3) for factor in ((1, 100, 10_000) if percent else (1,))):
        return "upside down"
    if shows(answer, expected * 2, 3):
        return "twice"
    return "half" if shows(answer, expected * 0.5, 3) else ""


def shows(answer: float, exact: float, digits: int = 2) -> bool:
    """Whether an answer is a number, in full or rounded to so many digits or more."""
    exact = float(exact)
    if digits == 1 and not math.isclose(answer, exact, rel_tol=0.03):
        return False
    return (
        math.isclose(answer, exact, rel_tol=1e-7)
        or is_rounded(answer, exact, least_decimals(exact, digits))
        or (abs(exact) >= 1_000 and is_shortened(answer, exact, digits + 1))
    )


def same_number(answer: Any, value: Any) -> bool:
    """Whether two cleaned values are the same number, the first one in full or rounded to three digits or more."""
    if not kind(answer) == kind(value) == "number":
        return False
    return close(answer, value) or (not is_a(value, int) and shows(answer, value, 3))


def is_share_of(answer: Any, example: Any) -> bool:
    """Whether a number is the part of 1 to a percentage that shows a mistake, with three digits or more."""
    percentage = is_a(answer, int, float) and is_a(example, float) and 0 < answer < 1 < abs(example)
    return percentage and shows(answer, example / 100, 3)


def wrong_unit(what: str, factor: int, how: str) -> str:
    """What to say of numbers that are a power of ten too large or too small."""
    return f"The digits are right, but your {what} {TENS[factor]} times {how}. Look at the unit that the question asks for."


def remark(answer: float, expected: float, *, percent: bool = False) -> str:
    """What to say of the relation of a wrong number to the right one; empty if there is none."""
    name, factor = relation(answer, expected, percent=percent)
    if name == "one off" and is_year(expected):
        return "That is one year off. Look at the years beside it once more."
    if factor > 1:
        return wrong_unit("number is", factor, name)
    return SAID[name][0] if name else ""


# Spans of time

#: How a number of days looks in other units: (days in one of them, how far from it, relatively).
_UNITS = {
    "seconds": (1 / 86_400, 1e-9), "minutes": (1 / 1_440, 1e-9), "hours": (1 / 24, 1e-9), "weeks": (7, 0.01),
    "months": (30.44, 0.03), "years": (365.25, 0.02),
}  # fmt: skip


def remark_on_days(answer: float, expected: float) -> str:
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

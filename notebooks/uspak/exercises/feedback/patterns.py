"""What all wrong numbers under right labels have in common: what was done to them, or that they stand in other places."""

import math
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from uspak.exercises.comparing import close
from uspak.exercises.values import is_a, kind

from .numeric_errors import SAID, TENS, relation, same_number, shows, wrong_unit


def remark(own: Mapping[Hashable, Any], wanted: Mapping[Hashable, Any], *, percent: bool = False) -> str:
    """What all wrong values under right labels have in common; empty if nothing.

    Args:
        own, wanted: {label: value} with the same labels, in the order of the answer and of the right one.
        percent: whether the question asks for per cent.
    """
    mine, theirs = [own[label] for label in wanted], list(wanted.values())
    if len(theirs) > 2 and any(_alike(*both) for both in ((mine[1:], theirs[:-1]), (mine[:-1], theirs[1:]))):
        return "The right values, but each stands at the label beside its own: they are shifted by one."
    if not all(kind(value) == "number" and math.isfinite(value) for value in [*mine, *theirs]):
        return ""
    if all(close(a, b) for a, b in zip(mine, theirs, strict=True)):
        return ""
    return _of_all(mine, theirs, percent) or _of_places(mine, theirs)


def _of_all(mine, theirs, percent):
    """What was done to each of the numbers."""
    both = list(zip(mine, theirs, strict=True))
    wrong = [(a, b) for a, b in both if not (close(a, b) or (shows(a, b, 2) and not is_a(b, int)))]
    if not wrong:
        return ""
    everywhere = len(wrong) == sum(1 for value in theirs if value)
    if all(close(a, -b) or shows(a, -b) for a, b in wrong):
        return _of_signs(wrong, everywhere)
    shared = len(wrong) == len(theirs) > 1
    if shared and (all(close(a - b, 1) for a, b in wrong) or all(close(b - a, 1) for a, b in wrong)):
        return SAID["one off"][1]
    found = {relation(a, b, percent=percent, digits=1 if len(wrong) > 2 else 3) for a, b in wrong}
    name, factor = found.pop() if len(found) == 1 else (None, 1)
    if name is not None and not everywhere:
        known = name in SAID and factor == 1
        return f"Some values are right. Of the others: {SAID[name][len(wrong) > 1]}" if known else ""
    if name is not None and len(wrong) > 1:
        if factor > 1:
            return wrong_unit("values are", factor, name)
        return SAID[name][1] if name else _of_one_factor(wrong)
    return _of_one_factor(wrong) if everywhere and len(wrong) > 2 else ""


def _of_signs(wrong, everywhere):
    if everywhere:
        return SAID["sign"][1]
    needless = all(a < 0 < b for a, b in wrong)
    return "The sizes are right, but a minus sign stands where none belongs." if needless else SAID["size only"][1]


def _of_one_factor(wrong):
    """Whether all numbers are the right ones times one and the same factor."""
    ratios = [a / b for a, b in wrong if b]
    if len(ratios) < 3 or not ratios[0] or not all(math.isclose(one, ratios[0], rel_tol=1e-6) for one in ratios):
        return ""
    for factor in TENS:
        for name, wanted in (("large", factor), ("small", 1 / factor)):
            if math.isclose(ratios[0], wanted, rel_tol=1e-6):
                return wrong_unit("values are", factor, f"too {name}")
    return "Your values stand in the right proportion to each other. Look at what all of them are divided by, or multiplied by."


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
    return all(same_number(own, wanted) for own, wanted in zip(mine, theirs, strict=True))

"""What to say of a wrong answer that nobody foresaw: the one idea that helps, without the answer."""

import difflib
import math
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from . import forms, many, names, relations
from .comparing import close, is_cut, key, members, pairs, plain, same_one
from .values import described, folded, is_a, is_truths, kind, partial_date

NOT_THE_DATA = "That is not what the data give. Read the question once more, and look at the rows that it speaks of."


_NO_YEAR = "That is no year: the question asks for one, of four digits. Is it the label or the number of a row?"


class Asked(NamedTuple):
    """What an exercise asks for.

    Attributes:
        expected: the right answer, cleaned.
        ordered: whether the order of members and rows counts.
        near: a function of two numbers, the answer's and the right one, that says whether they agree.
        wants: the form of the answer in words, if the kind of ``expected`` does not say enough.
        percent: whether the question asks for per cent.
        rows: the Series that the right answer is worked out from (see ``relations.said_of_rows``), or None.
        label_column: the column that holds the labels, if it is known.
        days: whether the question asks for a number of days.
    """

    expected: object
    ordered: bool = True
    near: Callable = close
    wants: str = ""
    percent: bool = False
    rows: pd.Series | None = None
    label_column: str = ""
    days: bool = False

    @property
    def form(self):
        """The form of the answer in words."""
        return self.wants or described(self.expected, size=False)


def remark(answer, asked):
    """What is wrong with a cleaned answer, as far as can be said without giving the expected one away."""
    own, wanted = kind(answer), kind(asked.expected)
    if own == "nothing":
        return "Your answer is empty (None or a missing value)."
    if own == "text" and wanted != "text":
        return _about_quotes(answer, asked)
    if is_truths(answer) and not is_truths(asked.expected):
        return _about_truths(answer, asked)
    if wanted == "table":
        return many.of_table(answer, asked)
    if wanted == "lookup":
        return many.of_labels(answer, asked)
    if wanted == "members":
        return many.of_set(answer, asked)
    if own in ("members", "lookup", "table"):
        return _about_many(answer, asked)
    if own != wanted:
        return _about_kind(answer, asked)
    return {"number": _about_number, "text": _about_text}.get(own, lambda *_: NOT_THE_DATA)(answer, asked)


def _about_kind(answer, asked):
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if kind(answer) == "truth":
        said += " A comparison gives True or False; what is counted or shown by it?"
    if kind(answer) == "date" and relations.years(asked.expected):
        said += " `.year` takes the year out of it."
    elif kind(answer) == "date" and asked.days:
        said += " Take one date from the other; the difference has `.days`."
    return said


def _about_quotes(answer, asked):
    """A text, where something else is asked for."""
    if not answer.strip():
        return "Your answer is an empty text."
    if forms.is_code(answer):
        return "That is Python in quotes: so it is only text. Leave out the quotes, and Python works it out."
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if relations.years(asked.expected) and partial_date(answer):
        return said + " Take the year alone, as a whole number."
    if asked.days and partial_date(answer):
        return said + " Make dates of the texts and take one from the other; the difference has `.days`."
    wanted = members(asked.expected) if kind(asked.expected) == "members" else None
    texts = {key(one) for one in wanted or () if is_a(one, str)}
    if not texts:
        numbers = {forms.number_in(part[:50]) for part in forms.listed(answer[:500])}
        right = wanted and numbers == set(wanted)
        return said + (" The numbers are right: leave out the quotes, and put brackets round them." if right else "")
    names_ = [one for one in wanted if is_a(one, str)]
    parts = {key(names.same_name(part[:100], names_) or part) for part in forms.listed(answer[:500])}
    if key(names.same_name(answer[:100], names_) or answer) in texts:
        return said + " It belongs there: put all that belong into brackets, each in quotes of its own."
    if parts == texts:
        return (
            said
            + " It names the right ones: put each in quotes of its own, with commas between, and brackets round all."
        )
    return said + " Put each name in quotes of its own, with commas between, and brackets round all."


def _about_truths(answer, asked):
    """True and False, where something else is asked for: what a condition gives."""
    said = "That says True or False for each row: it is the condition."
    right = [bool(one) for one in (answer.tolist() if is_a(answer, pd.Series) else answer)]
    if kind(asked.expected) == "number":
        if is_a(asked.expected, int):
            count_ = " Count the True with `.sum()`."
            return (
                said
                + count_
                + (
                    ""
                    if sum(right) == asked.expected
                    else " But it does not mark the right rows yet: look at it once more."
                )
            )
        share = 100 * sum(right) / len(right)
        return said + (
            " Its `.mean()` is the part of the True."
            if asked.near(share, asked.expected)
            else " What is counted or summed where it is True?"
        )
    if kind(asked.expected) == "members" and is_a(answer, pd.Series):
        labels = {key(plain(label)) for label, holds in zip(answer.index, right, strict=True) if holds}
        place = {key(one) for one in members(asked.expected)} == labels
        return (
            said
            + (" It is True at the right places: k" if place else " K")
            + "eep the rows where it is True, then take their labels (`.index`) or a column."
        )
    return said + f" The question asks for {asked.form}: put the condition in square brackets to keep the rows."


def _about_many(answer, asked):
    """A Series, list, dict or table, where one value is asked for."""
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    labelled = pairs(answer) or {}
    content = list(labelled.values()) if labelled else members(answer) or []
    if content and len(content) == 1:
        return _about_one(answer, content[0], said, asked)
    if kind(asked.expected) != "number":
        there = any(same_one(one, asked.expected) for one in content)
        return said + (" The right one is among them: take it out." if there else "")
    step = _missing_step(answer, content, asked)
    if not step and asked.percent:
        step = "Make one number of it: a part divided by the whole, times 100."
    return f"{said} {step or 'Make one number of it: count, sum up, or take one value out.'}"


def _about_one(answer, value, said, asked):
    """A Series, list or dict of one value, where that value, or another one, is asked for."""
    if value is None:
        return f"{said} And what it holds is empty (a missing value)."
    if kind(asked.expected) == "number" and kind(value) not in ("number", "date"):
        return f"{said} And what it holds is no number."
    if is_a(answer, pd.Series, pd.DataFrame):
        return said + " Take the single value out of it: `.iloc[0]`."
    if is_a(answer, dict):
        return said + " Give the value alone, without the label and the brackets."
    return (
        said
        + " Take the single value out of it: leave out the brackets around it"
        + (", or write `[0]` behind it." if is_a(answer, list, tuple) else ".")
    )


def _missing_step(answer, content, asked):
    """The one step from many values to the number that is asked for, if there is one."""
    dates = bool(content) and all(kind(one) == "date" or (is_a(one, str) and partial_date(one)) for one in content)
    if asked.days and (dates or kind(answer) == "table"):
        return "Make dates of two texts with `pd.Timestamp(…)` and take one from the other; the difference has `.days`."
    if len(answer) == asked.expected and is_a(asked.expected, int):
        return "These are the right rows, or as many: count them with `len(…)`."
    columns = [content] if content else []
    if kind(answer) == "table":
        columns = [[plain(one) for one in answer.iloc[:, place].tolist()] for place in range(answer.shape[1])]
    for column in columns:
        numbers = [one for one in column if kind(one) == "number"]
        if len(numbers) != len(column):
            if any(close(one, asked.expected) for one in numbers):
                return "The right number is among them: take it out, by its label or its place."
            continue
        near = asked.near if len(numbers) < 6 else close
        if any(near(one, asked.expected) for one in numbers):
            return "The right number is among them: take it out, by its label or its place."
        them = "one of its columns" if kind(answer) == "table" else "all of them"
        for words, made in (("the sum of", sum(numbers)), ("the mean of", sum(numbers) / len(numbers))):
            if near(made, asked.expected):
                return f"One step is missing: {words} {them}."
    if kind(answer) == "lookup" and key(asked.expected) in pairs(answer):
        return "The right one is among the labels, not among the values: take the label of the row that you want."
    if kind(answer) == "table" and is_a(asked.expected, int) and asked.rows is not None and asked.rows.dtype == bool:
        return "`len(…)` counts rows, but these are not the right ones yet: look once more at how they were chosen."
    if kind(answer) == "table" and asked.percent:
        return "For a percentage count or sum up rows such as these, and divide by the number or the sum of all."
    if kind(answer) == "table":
        return "Do you want to count its rows with `len(…)`, or to work with one of its columns?"
    return ""


def _about_number(answer, asked):
    expected = asked.expected
    if not math.isfinite(answer):
        return "Your answer is infinite: somewhere a number was divided by zero."
    related = relations.said_of_number(answer, expected, percent=asked.percent)
    related = related or (asked.days and relations.said_of_days(answer, expected))
    if not related and relations.years(expected) and abs(answer) < 100:
        return _NO_YEAR
    related = related or relations.said_of_rows(answer, expected, asked.rows)
    if related:
        return related
    whole = is_a(expected, int)
    if relations.years(expected):
        return "That is not the year." if relations.years(answer) else _NO_YEAR
    if whole and answer != int(answer):
        return "The answer is a whole number: something is counted. Yours has a fraction."
    if not answer and not whole and not asked.percent:
        return "Zero: is something compared with itself, or lost in a division with `//`?"
    if not answer:
        return (
            "Zero says that there is nothing at all. Do your conditions contradict each other, or is a word spelled otherwise in "
            "the table?"
        )
    if asked.percent and 0 < answer < 1 < expected:
        return "That looks like a part of 1, and not yet the right one. The question asks for per cent, the part of a hundred."
    if asked.percent and not 0 <= answer <= 100 and 0 <= expected <= 100:
        return "The part of a whole lies between 0 and 100 per cent. What do you divide by?"
    if is_cut(answer, expected):
        return relations.CUT
    if expected and abs(answer / expected - 1) < 0.01 and not whole:
        return "Very close, but not the same. Was something rounded too early" + (
            "?" if asked.rows is None else ", or is a row too many or too few?"
        )
    if expected and answer * expected < 0:
        return "That is not the number that the data give: it has the other sign, too. Check what is taken from what."
    if asked.percent:
        size = "large" if answer > expected else "small"
        return f"Your number is too {size}. Say first what the part is, and what the whole: which rows go into each?"
    return _about_size(abs(answer) > abs(expected), of_rows=relations.is_of_rows(expected, asked.rows))


def _about_size(larger, of_rows):
    """The least that can be said of a wrong number: whether it is too large."""
    said = f"Your number is too {'large' if larger else 'small'}."
    if not of_rows:
        return said + " Follow the question once more: which numbers go into it, and what is done with them?"
    if larger:
        return said + " Do rows go into it that do not belong, because a condition is missing?"
    return said + " Are rows missing that belong, because a condition leaves out too much?"


def _about_text(answer, asked):
    if not answer.strip():
        return "Your answer is an empty text."
    if forms.is_code(answer):
        return "That is Python in quotes: so it is only text. Leave out the quotes, and Python works it out."
    if difflib.SequenceMatcher(None, folded(answer)[:200], folded(asked.expected)[:200]).ratio() > 0.8:
        return "Nearly: check the spelling, letter by letter."
    return NOT_THE_DATA

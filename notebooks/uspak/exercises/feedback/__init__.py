"""What to say of a wrong answer that nobody foresaw: the one idea that helps, without the answer.

``remark`` asks the module for the kind of value that the exercise wants, or the one for a value of another kind:
``numbers``, ``texts``, ``members`` (sets and lists), ``labelled`` (Series and dicts), ``tables``; ``conditions`` (True and
False for each row) and ``single`` (many values in the place of one). Each has a function ``remark`` of its own.
``relations``, ``patterns`` and ``rows`` find out what was done to the right numbers.
"""

from typing import Any

from uspak.exercises.values import described, is_truths, is_year, kind

from . import conditions, labelled, members, numbers, single, tables, texts
from .asked import Asked

__all__ = ["Asked", "remark"]


def remark(answer: Any, asked: Asked) -> str:
    """What is wrong with a cleaned answer, as far as can be said without giving the expected one away."""
    own, wanted = kind(answer), kind(asked.expected)
    if own == "nothing":
        return "Your answer is empty (None or a missing value)."
    if own == "text" and wanted != "text":
        return texts.in_quotes(answer, asked)
    if is_truths(answer) and not is_truths(asked.expected):
        return conditions.remark(answer, asked)
    collections = {"table": tables.remark, "lookup": labelled.remark, "members": members.remark}
    if wanted in collections:
        return collections[wanted](answer, asked)
    if own in collections:
        return single.remark(answer, asked)
    if own != wanted:
        return _other_kind(answer, asked)
    if own == "number":
        return numbers.remark(answer, asked)
    return texts.remark(answer, asked) if own == "text" else texts.NOT_THE_DATA


def _other_kind(answer, asked):
    """One single value of another kind."""
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if kind(answer) == "truth":
        said += " A comparison gives True or False; what is counted or shown by it?"
    if kind(answer) == "date" and is_year(asked.expected):
        said += " `.year` takes the year out of it."
    elif kind(answer) == "date" and asked.days:
        said += " Take one date from the other; the difference has `.days`."
    return said

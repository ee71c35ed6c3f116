"""What to say of a wrong text, and of a text where something else is asked for."""

import difflib
from typing import Any

from uspak.exercises import aliases, notation
from uspak.exercises.contents import key, keys, members
from uspak.exercises.values import described, folded, is_a, is_year, kind, partial_date

from .asked import Asked

NOT_THE_DATA = "That is not what the data give. Read the question once more, and look at the rows that it speaks of."

_EMPTY = "Your answer is an empty text."
_CODE = "That is Python in quotation marks, so it is only text. Leave out the quotation marks, and Python works it out."


def remark(answer: str, asked: Asked) -> str:
    """What to say of a wrong text, where a text is asked for."""
    if not answer.strip():
        return _EMPTY
    if notation.is_code(answer):
        return _CODE
    if difflib.SequenceMatcher(None, folded(answer)[:200], folded(asked.expected)[:200]).ratio() > 0.8:
        return "Nearly: check the spelling, letter by letter."
    return NOT_THE_DATA


def in_quotes(answer: str, asked: Asked) -> str:
    """What to say of a text, where something else is asked for."""
    if not answer.strip():
        return _EMPTY
    if notation.is_code(answer):
        return _CODE
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if is_year(asked.expected) and partial_date(answer):
        return said + " Take the year alone, as a whole number."
    if asked.days and partial_date(answer):
        return said + " Make dates of the texts and take one from the other; the difference has `.days`."
    wanted: list[Any] = (members(asked.expected) if kind(asked.expected) == "members" else None) or []
    words = [one for one in wanted if is_a(one, str)]
    if words:
        return f"{said} {_list_in_quotes(answer, words)}"
    numbers = {notation.number_in(part[:50]) for part in notation.listed(answer[:500])}
    right = wanted and numbers == set(wanted)
    return said + (
        " The numbers are right: leave out the quotation marks, and put brackets round them." if right else ""
    )


def _list_in_quotes(answer, wanted):
    """What to say of one text, where several are asked for."""
    theirs = keys(wanted)
    if key(aliases.same_name(answer[:100], wanted) or answer) in theirs:
        return "It belongs there: put all that belong into brackets, each in its own quotation marks."
    parts = {key(aliases.same_name(part[:100], wanted) or part) for part in notation.listed(answer[:500])}
    right = "It names the right ones: put each" if parts == theirs else "Put each name"
    return f"{right} in its own quotation marks, with commas between, and brackets round all."

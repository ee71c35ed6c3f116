"""What to say of whatever was given where a set or list is asked for."""

import re
from collections import Counter
from typing import Any

import pandas as pd

from uspak.exercises import notation
from uspak.exercises.contents import (
    UnreadableCell,
    columns,
    key,
    keys,
    labelled_values,
    labels,
    members,
    normalize_cell,
    years_of,
)
from uspak.exercises.values import described, folded, is_a, kind

from . import rows
from .asked import Asked
from .spelling import misspelt

_EMPTY = (
    "Your answer is empty: nothing was left. Is a value spelled otherwise than in the table, is a text compared with a number, or does "
    "one condition rule out the other?"
)


def remark(answer: Any, asked: Asked) -> str:
    """What to say of a cleaned value, where a set or list is asked for."""
    wanted = members(asked.expected) or []
    theirs = keys(wanted)
    if kind(answer) in ("table", "lookup"):
        return _about_rows(answer, asked, wanted, theirs)
    own = members(answer)
    if own is None:
        return _about_one(answer, asked, theirs)
    if len(own) == 1 and is_a(own[0], str) and len(wanted) > 1 and _stand_together(own[0][:500], wanted, theirs):
        return "Your names stand together in one text. Put each in its own quotation marks, with commas between."
    if len(own) == 1 and members(own[0]) is not None:
        return "You have brackets within brackets: a list inside a set or list. Leave out one pair."
    index = {key(normalize_cell(label)) for label in answer.index} if is_a(answer, pd.Series) else set()
    if theirs == index:
        return "The right rows. The question asks for their labels, not for the values: `.index`."
    if theirs & index and not theirs & keys(own):
        return "What the question asks for are labels, not values: keep the right rows, then take `.index`."
    return _about_members(own, wanted, asked)


def _about_one(answer, asked, theirs):
    """What to say of one single value."""
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if key(answer) in theirs:
        return said + " It belongs there; what else does?"
    if kind(answer) != "number":
        return said
    return (
        "That is how many there are. The question asks which."
        if answer == len(theirs)
        else f"{said} Not how many, but which."
    )


def _stand_together(text, wanted, theirs):
    """Whether one text names several of those that are wanted."""
    if all(is_a(one, str) and folded(one) in folded(text) for one in wanted):
        return True
    return len({key(part) for part in notation.listed(text)} & theirs) > 1


# Rows


def _about_rows(answer, asked, wanted, theirs):
    """What to say of a table or a labelled Series, where its labels or one of its columns are asked for."""
    written = set(labels(answer))
    number = len(answer) if is_a(answer, dict) else len(answer.index)
    if not number:
        return _EMPTY
    index = written | {("number", int(name)) for what, name, *_ in written if what == "text" and _is_short_number(name)}
    if written == theirs or (index >= theirs and number == len(theirs)):
        return "You have the right rows. The question asks for their labels, not for what stands in them: `.index`."
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if kind(answer) == "table":
        return _about_table(answer, said, index, theirs)
    own = members(answer) or list((labelled_values(answer) or {}).values())
    if keys(own) & theirs:
        return _about_members(own, wanted, asked)
    if index & theirs:
        return said + " What it asks for are labels, not values: keep the right rows, then take `.index`."
    return said + " Keep the right rows first; then take their labels (`.index`) or a column."


def _is_short_number(name):
    return name.isdecimal() and len(name) < 10


def _about_table(answer, said, index, theirs):
    if theirs in [keys(column) for column in columns(answer)]:
        return "You have the right rows. Take the one column out of them that the question asks for."
    if index & theirs and all(name is not None for name in answer.index.names):
        missing = " and some are missing" if theirs - index else ""
        fault = f"not all of the rows belong there{missing}" if index - theirs else "some rows are missing"
        return f"{said} Take the names of its rows: `.index`. But {fault}."
    return said + " Take one column of your table, or the names of its rows: `.index`."


# Members


def _about_members(own, wanted, asked):
    """What to say of a set or list with the wrong members, or with the right ones in another order."""
    if not own:
        return _EMPTY
    mine, theirs = Counter(map(key, own)), Counter(map(key, wanted))
    if {k[0] for k in mine} != {k[0] for k in theirs} and not mine.keys() & theirs.keys():
        return _of_other_kinds(own, wanted)
    if mine == theirs and asked.ordered:
        return "The right members, but in another order."
    if mine.keys() == theirs.keys():
        return "The right members, but not each as often as it should be there."
    return (
        rows.remark(own, asked.expected, asked.rows)
        or _no_years(own, wanted)
        or _letters(own, wanted)
        or _other_members(own, wanted, asked)
    )


def _of_other_kinds(own, wanted):
    """What to say of members none of which is of the right kind, such as texts instead of numbers."""
    years = years_of(wanted) and all(is_a(one, str) and one.strip()[:4].isdigit() for one in own)
    said = f"Your members are {kinds(own)}; the question asks for {kinds(wanted)}."
    if not years:
        return said
    right = {int(one.strip()[:4]) for one in own} == set(wanted)
    return (
        said + (" The years are right: t" if right else " T") + "ake the first four characters alone, as whole numbers."
    )


def _no_years(own, wanted):
    """What to say of numbers that are no years, where years are asked for."""
    if not years_of(wanted) or not all(kind(one) == "number" for one in own) or any(years_of([one]) for one in own):
        return ""
    if all(0 <= one < 100 and one == int(one) for one in own):
        return "The question asks for years, with four digits each."
    return (
        "The question asks for years; yours are other numbers. Are they values, where the labels (`.index`) were meant?"
    )


def _letters(own, wanted):
    """What to say of the letters of a text."""
    letters = len(own) > 2 and all(is_a(one, str) and len(one) == 1 for one in own)
    if letters and all(len(str(one)) > 1 for one in wanted):
        return "Your members are single letters: `set(…)` and `list(…)` take a text apart. Put the text into brackets instead."
    return ""


def _other_members(own, wanted, asked):
    """How many are missing, and how many do not belong; where all are wrong, what they may be."""
    known = set() if asked.rows is None else {key(normalize_cell(label)) for label in asked.rows.index}
    mine, theirs = keys(own), keys(wanted)
    found = misspelt(own, wanted, known)
    missing, extra = len(theirs - mine), len(mine - theirs)
    if missing < len(theirs):
        said = some(extra, "does not belong", "do not belong") if extra else "All that you have belongs there."
        more = some(missing, "is missing", "are missing") if missing else "Nothing is missing."
        return " ".join([said, more, *found])
    if found:
        return found[0]
    if (
        len(own) > 2
        and all(is_a(one, str) for one in own)
        and any(re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", one) for one in own)
    ):
        return (
            "These look like names of columns: `set(…)` of a whole table gives those. Take one column, or the labels (`.index`), "
            "first."
        )
    if len(mine) == len(theirs) > 1 and all(k[0] == "number" for k in [*mine, *theirs]):
        if len({round(a[1] - b[1], 6) for a, b in zip(sorted(mine), sorted(theirs), strict=True)}) == 1:
            return "All of yours are off by the same number. Is the beginning asked for, or the end?"
    if known and not known & mine:
        return (
            "None of what you have occurs among the rows that the question is about. Look at the spelling, or at the column it comes "
            "from."
        )
    return "None of what you have belongs there. Look at the spelling, or at the column that you took it from."


def some(number: int, one: str, many: str) -> str:
    """A sentence on how many there are, without the number if it is more than one."""
    return f"One {one}." if number == 1 else f"Several {many}."


def kinds(found: Any) -> str:
    """The kinds of cleaned values, in words."""
    words = {
        "text": "text",
        "number": "numbers",
        "truth": "True or False",
        "date": "dates",
        "members": "lists or sets",
        "nothing": "empty",
    }
    return " and ".join(
        sorted({words.get("" if is_a(v, UnreadableCell) else kind(v), "something else") for v in found})
    )

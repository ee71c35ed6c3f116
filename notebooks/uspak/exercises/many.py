"""What to say of a wrong set, list, Series, dict or table that nobody foresaw; ``remarks`` asks for it.

``asked`` is the ``remarks.Asked`` of the exercise.
"""

import difflib
import math
import re
from collections import Counter

import pandas as pd

from . import forms, names, relations
from .comparing import Strange, close, is_cut, key, members, pairs, plain, same_one, table_differences
from .values import count, described, folded, is_a, kind

# Sets and lists


def of_set(answer, asked):
    """Whatever was given where a set or list is asked for."""
    wanted = members(asked.expected)
    theirs = {key(one) for one in wanted}
    if kind(answer) == "table" or kind(answer) == "lookup":
        return _about_rows(answer, asked, theirs)
    own = members(answer)
    if own is None:
        said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
        if key(answer) in theirs:
            return said + " It belongs there; what else does?"
        if answer == len(theirs) and kind(answer) == "number":
            return "That is how many there are. The question asks which."
        return said + (" Not how many, but which." if kind(answer) == "number" else "")
    joined = len(own) == 1 and is_a(own[0], str) and own[0][:500]
    together = joined and all(is_a(one, str) and folded(one) in folded(joined) for one in wanted)
    if joined and len(wanted) > 1 and (together or len({key(part) for part in forms.listed(joined)} & theirs) > 1):
        return "Your names stand together in one text. Put each in quotes of its own, with commas between."
    if len(own) == 1 and members(own[0]) is not None:
        return "You have brackets within brackets: a list inside a set or list. Leave out one pair."
    labels = {key(plain(label)) for label in answer.index} if is_a(answer, pd.Series) else set()
    if theirs == labels:
        return "The right rows. The question asks for their labels, not for the values: `.index`."
    if theirs & labels and not theirs & {key(one) for one in own}:
        return "What the question asks for are labels, not values: keep the right rows, then take `.index`."
    return _about_members(own, wanted, asked)


_EMPTY = (
    "Your answer is empty: nothing was left. Is a value spelled otherwise than in the table, is a text compared with a number, or does "
    "one condition rule out the other?"
)


def _about_rows(answer, asked, theirs):
    """A table or a labelled Series, where its labels or one of its columns are asked for."""
    index = answer if is_a(answer, dict) else answer.index
    if not len(index):
        return _EMPTY
    labels = {key(plain(label)) for label in list(index)}
    as_they_are = labels
    labels = labels | {
        ("number", int(name)) for what, name, *_ in labels if what == "text" and name.isdecimal() and len(name) < 10
    }
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if as_they_are == theirs or (labels >= theirs and len(index) == len(theirs)):
        return "You have the right rows. The question asks for their labels, not for what stands in them: `.index`."
    if kind(answer) == "table":
        columns = [{key(plain(one)) for one in answer.iloc[:, place].tolist()} for place in range(answer.shape[1])]
        if theirs in columns:
            return "You have the right rows. Take the one column out of them that the question asks for."
        if labels & theirs and all(name is not None for name in index.names):
            missing = " and some are missing" if theirs - labels else ""
            fault = f"not all of the rows belong there{missing}" if labels - theirs else "some rows are missing"
            return f"{said} Take the names of its rows: `.index`. But {fault}."
        return said + " Take one column of your table, or the names of its rows: `.index`."
    own = {key(one) for one in members(answer) or pairs(answer).values()}
    if own & theirs:
        return _about_members(members(answer) or list(pairs(answer).values()), members(asked.expected), asked)
    if labels & theirs:
        return said + " What it asks for are labels, not values: keep the right rows, then take `.index`."
    return said + " Keep the right rows first; then take their labels (`.index`) or a column."


def _about_members(own, wanted, asked):
    if not own:
        return _EMPTY
    mine, theirs = Counter(map(key, own)), Counter(map(key, wanted))
    if {k[0] for k in mine} != {k[0] for k in theirs} and not mine.keys() & theirs.keys():
        years = forms.years_of(wanted) and all(is_a(one, str) and one.strip()[:4].isdigit() for one in own)
        right = years and {int(one.strip()[:4]) for one in own} == set(wanted)
        said = f"Your members are {_kinds(own)}; the question asks for {_kinds(wanted)}."
        if not years:
            return said
        return (
            said + (" The years are right: t" if right else " T") + "ake the first four signs alone, as whole numbers."
        )
    if mine == theirs and asked.ordered:
        return "The right members, but in another order."
    if mine.keys() == theirs.keys():
        return "The right members, but not each as often as it should be there."
    of_rows = relations.said_of_rows(own, asked.expected, asked.rows)
    if of_rows:
        return of_rows
    if (
        forms.years_of(wanted)
        and all(kind(one) == "number" for one in own)
        and not any(forms.years_of([one]) for one in own)
    ):
        if all(0 <= one < 100 and one == int(one) for one in own):
            return "The question asks for years, with four digits each."
        return "The question asks for years; yours are other numbers. Are they values, where the labels (`.index`) were meant?"
    if (
        len(own) > 2
        and all(is_a(one, str) and len(one) == 1 for one in own)
        and all(len(str(one)) > 1 for one in wanted)
    ):
        return "Your members are single letters: `set(…)` and `list(…)` take a text apart. Put the text into brackets instead."
    misspelt = _misspelt(
        own, wanted, set() if asked.rows is None else {key(plain(label)) for label in asked.rows.index}
    )
    missing, extra = len(theirs.keys() - mine.keys()), len(mine.keys() - theirs.keys())
    said = []
    if missing < len(theirs):
        said += [_some(extra, "does not belong", "do not belong")] if extra else ["All that you have belongs there."]
        said += [_some(missing, "is missing", "are missing")] if missing else ["Nothing is missing."]
        return " ".join([*said, *misspelt])
    if misspelt:
        return misspelt[0]
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
    rows = set() if asked.rows is None else {key(plain(label)) for label in asked.rows.index}
    if rows and not rows & mine.keys():
        return (
            "None of what you have occurs among the rows that the question is about. Look at the spelling, or at the column it comes "
            "from."
        )
    return "None of what you have belongs there. Look at the spelling, or at the column that you took it from."


def _misspelt(own, wanted, known):
    """A word on the first member that is nearly one of those that are missing, and no other one that is ``known``."""
    mine, theirs = ([one for one in group if is_a(one, str)] for group in (own, wanted))
    missing = [folded(one)[:100] for one in theirs if folded(one) not in set(map(folded, mine))]
    theirs = set(map(folded, theirs))
    extra = [
        one
        for one in sorted(mine[:200])
        if folded(one) not in theirs and key(one) not in known and not names.is_known(one[:100])
    ]
    for one in extra:
        if len(one) > 3 and any(_holds_words(folded(one), name) or _holds_words(name, folded(one)) for name in missing):
            return [f"Write `{one[:40]}` as it stands in the table."]
        if len(one) > 3 and difflib.get_close_matches(folded(one)[:100], missing, n=1, cutoff=0.75):
            return [f"Check the spelling of `{one[:40]}`."]
    return []


def _holds_words(text, words):
    """Whether a text holds other words, as whole words."""
    return len(words) > 3 and f" {words} ".replace("-", " ") in f" {text} ".replace("-", " ")


def _some(number, one, many):
    return f"One {one}." if number == 1 else f"Several {many}."


def _kinds(values):
    words = {
        "text": "text",
        "number": "numbers",
        "truth": "True or False",
        "date": "dates",
        "members": "lists or sets",
        "nothing": "empty",
    }
    found = sorted({words.get(kind(v) if not is_a(v, Strange) else "", "something else") for v in values})
    return " and ".join(found)


# Values with labels


def of_labels(answer, asked):
    """Whatever was given where values with labels are asked for."""
    wanted = pairs(asked.expected)
    own = pairs(answer)
    if own is not None:
        return _about_pairs(answer, own, wanted, asked)
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if kind(answer) == "table":
        columns = [pairs(answer.iloc[:, place]) for place in range(answer.shape[1])]
        if any(_all_right(column, wanted, asked) for column in columns):
            return "One column of your table is the answer. Take it out by its name, in square brackets."
        rows = [[plain(one) for one in row] for row in answer.itertuples(index=False)]
        if rows and all(row and all(kind(one) == "number" for one in row) for row in rows):
            labels = [key(plain(label)) for label in answer.index]
            for words, made in (("the sum", sum), ("the mean", lambda row: sum(row) / len(row))):
                if _all_right(dict(zip(labels, map(made, rows), strict=True)), wanted, asked):
                    return f"One step is missing: {words} of each row."
        return said + " Take one column of it, with the right labels as its `.index`."
    of_rows = relations.said_of_rows(answer, asked.expected, asked.rows) if kind(answer) == "number" else ""
    if of_rows and math.isfinite(answer):
        return of_rows
    own = members(answer)
    if own is None:
        numbers = [value for value in wanted.values() if kind(value) == "number"]
        if kind(answer) == "number" and len(numbers) > 1:
            for words, made in (("sum", sum(numbers)), ("mean", sum(numbers) / len(numbers))):
                if close(answer, made):
                    return f"That is one {words} for all labels together. The question asks for one value for each."
        if kind(answer) == "number" and any(asked.near(answer, one) for one in numbers):
            return "That is the right value for one label. The question asks for all of them, each with its label."
        return said
    if len(own) == 1 and pairs(own[0]) is not None:
        return said + " Leave out the brackets around it."
    if own and all(is_a(one, tuple) and len(one) == 2 for one in own):
        return said + " You have pairs: `dict(…)` makes labels and values of them."
    if own and {key(one) for one in own} == wanted.keys():
        return "Those are the labels. The question asks for a value with each of them."
    if _same_values(own, list(wanted.values()), asked):
        return "The values are right, but they have no labels." + _label_advice(asked)
    return said


def _all_right(own, wanted, asked):
    return (
        own is not None and own.keys() == wanted.keys() and all(same_one(own[k], wanted[k], asked.near) for k in wanted)
    )


def _same_in_order(own, wanted, asked):
    return all(same_one(a, b, asked.near) for a, b in zip(own, wanted, strict=True))


def _same_values(own, wanted, asked):
    """Whether the same values are there, in any order."""
    if len(own) != len(wanted) or not all(kind(one) == "number" for one in [*own, *wanted]):
        return Counter(map(key, own)) == Counter(map(key, wanted))
    return all(asked.near(a, b) for a, b in zip(sorted(own), sorted(wanted), strict=True))


def _label_advice(asked, there=False):
    """How the labels come to be there; ``there`` if an answer has labels, but others."""
    if is_a(asked.expected, dict):
        return " Write them as the question does."
    if not asked.label_column and there:
        return " The question says what they are."
    if not asked.label_column:
        return ' The question says what they are. In pandas `groupby` makes labels, and so does `set_index("…")` with the name of a column.'
    name = asked.label_column
    return f' They have to be what the column `{name}` holds: `set_index("{name}")` makes labels of it.'


def _about_pairs(answer, own, wanted, asked):
    missing, extra = wanted.keys() - own.keys(), own.keys() - wanted.keys()
    if not own:
        return "Your answer is empty."
    if len(own) < len(answer):
        return "A label stands more than once in your answer. The question asks for one value for each."
    if missing == wanted.keys():
        if _same_values(list(own.values()), list(wanted.values()), asked):
            return (
                "The values are right, but the labels are not those of the question"
                + _first_label(answer)
                + _label_advice(asked, True)
            )
        if {key(value) for value in own.values()} == wanted.keys() and len(own) > len(wanted):
            return "These are the labels, once for each row. Count them, or group by them."
        if {key(value) for value in own.values()} == wanted.keys():
            return "Labels and values are exchanged: what stands as values belongs on the labels' side."
        kinds = [_kinds([k[1] for k in labels if k[0] in ("text", "number")]) for labels in (own, wanted)]
        if all(kinds) and kinds[0] != kinds[1]:
            return f"Your labels are {kinds[0]}; the question asks for labels that are {kinds[1]}." + _label_advice(
                asked
            )
        return "None of your labels is one that the question asks for. What did you group by?"
    if extra and extra <= _TOTALS and not missing:
        return "Leave out the total: the question asks for its labels alone."
    if missing or extra:
        shared = [label for label in wanted if label in own]
        parts = [_some(len(extra), "label does not belong", "labels do not belong")] if extra else []
        parts += [_some(len(missing), "label is missing", "labels are missing")] if missing else []
        right = all(same_one(own[label], wanted[label], asked.near) for label in shared)
        extras = [written for label, written in _labels(answer).items() if label in extra and is_a(written, str)]
        misspelt = _misspelt(extras, [label[1] for label in missing if label[0] == "text"], set()) if extras else []
        if len(own) == len(wanted) and right and misspelt:
            return f"The values of the right labels are right. {misspelt[0]}"
        if len(own) == len(wanted) and _same_in_order(own.values(), wanted.values(), asked):
            said = "The values are right, but some labels are not those of the question"
            return said + (_first_label(answer) if next(iter(own)) in extra else ".") + _label_advice(asked, True)
        if len(own) > len(wanted) and not missing and not right:
            return (
                "You have more labels than the question asks for. Keep the right rows, or put them into fewer groups."
            )
        return " ".join(parts + (["The values of the others are right."] if right else []))
    of_rows = relations.said_of_pairs(own, wanted, percent=asked.percent)
    of_rows = of_rows or relations.said_of_rows(answer, asked.expected, asked.rows)
    if of_rows:
        return of_rows
    wrong = [label for label in wanted if not same_one(own[label], wanted[label], asked.near)]
    numbers = [(own[label], wanted[label]) for label in wrong if kind(own[label]) == kind(wanted[label]) == "number"]
    if len(numbers) == len(wrong) and all(is_cut(*both) for both in numbers):
        return relations.CUT
    if len(wanted) > 2 and len({key(value) for value in own.values()}) == 1 < len(
        {key(value) for value in wanted.values()}
    ):
        return "All your values are the same. Is the same thing worked out for each label?"
    if wrong and all(kind(own[label]) in ("members", "lookup", "table") for label in wrong):
        counts = all(is_a(wanted[label], int) and not relations.years(wanted[label]) for label in wrong)
        said = "The labels are right, but your values are lists, sets or columns. The question asks for one value for each label"
        return said + (": count them?" if counts else ".")
    no_years = len(numbers) == len(wrong) and not any(forms.years_of([own[label]]) for label in wrong)
    if wrong and no_years and forms.years_of(list(wanted.values())):
        return "The question asks for years, with four digits each; yours are other numbers. Are they places or values, not labels?"
    if len(numbers) == len(wrong) == len(wanted) > 1 and all(a == math.floor(b) != b for a, b in numbers):
        return "Your values are whole: `//` or `int(…)` threw away what stands behind the point. Divide with `/`."
    empty = sum(kind(own[label]) == "nothing" for label in wrong)
    said = (
        f"The labels are right; {count(len(wrong), 'value')} of {len(wanted)} {'is' if len(wrong) == 1 else 'are'} not."
    )
    if empty:
        return said + f" {count(empty, 'value')} {'is' if empty == 1 else 'are'} empty."
    return said + _which_way(numbers, wrong, _labels(asked.expected))


def _which_way(numbers, wrong, wanted):
    """Where to look first among wrong values, and whether they are too large; ``wanted`` is {key: label}."""
    first = wanted[wrong[0]]
    if len(numbers) < len(wrong):
        return f" Look at `{first}`." if len(wrong) < len(wanted) else ""
    ways = {"too large" if a > b else "too small" for a, b in numbers}
    if len(wrong) == 1:
        return f" Look at `{first}`: yours is {ways.pop()}."
    if len(wrong) < len(wanted):
        return f" The first of them is `{first}`" + (f"; all are {ways.pop()}." if len(ways) == 1 else ".")
    look = "ook at the column and the rows that go into them."
    return f" All are {ways.pop()}: l{look}" if len(ways) == 1 else f" L{look}"


def _labels(value):
    """The labels of a cleaned dict, Series or table as they are written: {key: label}."""
    labels = list(value) if is_a(value, dict) else value.index.tolist()
    return {key(plain(label)): plain(label) for label in labels}


def _first_label(answer):
    """The first label of an answer, to compare it with the question."""
    label = next(iter(_labels(answer).values()))
    return f": yours begin with `{str(label)[:30]}`." if kind(label) in ("text", "number") else "."


# Tables

_TOTALS = {("text", "all"), ("text", "total"), ("text", "sum")}


def of_table(answer, asked):
    """Whatever was given where a table is asked for."""
    if is_a(answer, pd.Series) and answer.index.nlevels == 2:
        return "You have one value for each pair of labels, one below the other. `.unstack()` makes columns of the second label."
    if kind(answer) != "table":
        return f"Your answer is {described(answer)}; the question asks for {asked.form}."
    said = table_differences(answer, asked.expected, ordered=asked.ordered, near=asked.near)[0]
    cells = [plain(one) for place in range(answer.shape[1]) for one in answer.iloc[:, place].tolist()]
    lacks = said.startswith("Your table lacks")
    if lacks and answer.columns.nlevels > 1:
        return (
            "Your columns have two levels: one block for each column that was counted. Name one column with `values=…`."
        )
    if not lacks and forms.unquoted(
        [one for one in cells if kind(one) == "text" and forms.number_in(one[:100]) is not None]
    ):
        return "Some cells hold text: a number in quotes is text. Make numbers of them."
    if (
        sum(kind(one) == "nothing" or (is_a(one, str) and not one.strip()) for one in cells)
        and "rows" in said
        and "differ" in said
    ):
        return said + " Some cells are empty."
    numbers = [_numbers(table) for table in (answer, asked.expected)]
    own, wanted = (
        [[key(plain(label)) for label in labels] for labels in (table.index, table.columns)]
        for table in (answer, asked.expected)
    )
    if set(own[0] + own[1]) & _TOTALS and not set(wanted[0] + wanted[1]) & _TOTALS:
        return "Leave out the row or column of totals."
    if own == wanted and None not in numbers:
        related = relations.said_of_pairs(*(dict(enumerate(cells)) for cells in numbers), percent=asked.percent)
        return related or said
    return "Rows and columns are exchanged." if own == wanted[::-1] else said


def _numbers(table):
    """All cells of a table, row by row, or None if one is no number."""
    cells = [plain(one) for place in range(table.shape[1]) for one in table.iloc[:, place].tolist()]
    return cells if cells and all(kind(one) == "number" for one in cells) else None

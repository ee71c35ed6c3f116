"""What to say of whatever was given where values with labels are asked for: a Series or a dict."""

import math
from collections import Counter
from typing import Any

from uspak.exercises.comparing import close, is_cut, same_labelled, same_one
from uspak.exercises.contents import key, keys, labelled_values, labels, members, normalize_cell, years_of
from uspak.exercises.values import described, is_a, is_year, kind, pluralize

from . import numeric_errors, patterns, rows
from .asked import Asked
from .members import kinds, some
from .spelling import misspelt

#: Labels of a sum of all the others.
TOTALS = {("text", "all"), ("text", "total"), ("text", "sum")}


def remark(answer: Any, asked: Asked) -> str:
    """What to say of a cleaned value, where values with labels are asked for."""
    wanted, own = labelled_values(asked.expected) or {}, labelled_values(answer)
    if own is not None:
        return _about_labelled(answer, own, wanted, asked)
    said = f"Your answer is {described(answer)}; the question asks for {asked.form}."
    if kind(answer) == "table":
        return (
            _about_table(answer, wanted, asked)
            or said + " Take one column of it, with the right labels as its `.index`."
        )
    content = members(answer)
    if content is None:
        return (_about_number(answer, wanted, asked) if kind(answer) == "number" else "") or said
    if len(content) == 1 and labelled_values(content[0]) is not None:
        return said + " Leave out the brackets around it."
    if content and all(is_a(one, tuple) and len(one) == 2 for one in content):
        return said + " You have pairs: `dict(…)` makes labels and values of them."
    if content and keys(content) == wanted.keys():
        return "Those are the labels. The question asks for a value with each of them."
    if _same_values(content, list(wanted.values()), asked):
        return "The values are right, but they have no labels." + _label_advice(asked)
    return said


def _about_table(answer, wanted, asked):
    """Whether a table of several columns holds the answer, or the sum or the mean of its rows does."""
    found = [labelled_values(answer.iloc[:, place]) for place in range(answer.shape[1])]
    if any(same_labelled(column, wanted, asked.near) for column in found):
        return "One column of your table is the answer. Take it out by its name, in square brackets."
    content = [[normalize_cell(one) for one in row] for row in answer.itertuples(index=False)]
    if content and all(row and all(kind(one) == "number" for one in row) for row in content):
        index = [key(normalize_cell(label)) for label in answer.index]
        for words, made in (("the sum", sum), ("the mean", lambda row: sum(row) / len(row))):
            if same_labelled(dict(zip(index, map(made, content), strict=True)), wanted, asked.near):
                return f"One step is missing: {words} of each row."
    return ""


def _about_number(answer, wanted, asked):
    """What one single number is of the values or of their rows; empty if it is nothing known."""
    of_rows = rows.remark(answer, asked.expected, asked.rows)
    if of_rows and math.isfinite(answer):
        return of_rows
    numbers = [value for value in wanted.values() if kind(value) == "number"]
    if len(numbers) > 1:
        for words, made in (("sum", sum(numbers)), ("mean", sum(numbers) / len(numbers))):
            if close(answer, made):
                return f"That is one {words} for all labels together. The question asks for one value for each."
    if any(asked.near(answer, one) for one in numbers):
        return "That is the right value for one label. The question asks for all of them, each with its label."
    return ""


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


# Values with labels


def _about_labelled(answer, own, wanted, asked):
    """What to say of a Series or dict: of its labels, and if these are right, of its values."""
    missing, extra = wanted.keys() - own.keys(), own.keys() - wanted.keys()
    if not own:
        return "Your answer is empty."
    if len(own) < len(answer):
        return "A label stands more than once in your answer. The question asks for one value for each."
    if missing == wanted.keys():
        return _no_label_right(answer, own, wanted, asked)
    if extra and extra <= TOTALS and not missing:
        return "Leave out the total: the question asks for its labels alone."
    if missing or extra:
        return _some_labels_right(answer, own, wanted, asked)
    related = patterns.remark(own, wanted, percent=asked.percent)
    return related or rows.remark(answer, asked.expected, asked.rows) or _about_values(own, wanted, asked)


def _no_label_right(answer, own, wanted, asked):
    """What to say if no label is one of those that are asked for."""
    if _same_values(list(own.values()), list(wanted.values()), asked):
        said = "The values are right, but the labels are not those of the question"
        return said + _first_label(answer) + _label_advice(asked, True)
    if keys(own.values()) == wanted.keys() and len(own) > len(wanted):
        return "These are the labels, once for each row. Count them, or group by them."
    if keys(own.values()) == wanted.keys():
        return "Labels and values are exchanged: what stands as values belongs on the labels' side."
    mine, theirs = (kinds([k[1] for k in index if k[0] in ("text", "number")]) for index in (own, wanted))
    if mine and theirs and mine != theirs:
        return f"Your labels are {mine}; the question asks for labels that are {theirs}." + _label_advice(asked)
    return "None of your labels is one that the question asks for. What did you group by?"


def _some_labels_right(answer, own, wanted, asked):
    """What to say if some labels are missing, or do not belong."""
    missing, extra = wanted.keys() - own.keys(), own.keys() - wanted.keys()
    right = all(same_one(own[label], wanted[label], asked.near) for label in wanted if label in own)
    extras = [written for label, written in labels(answer).items() if label in extra and is_a(written, str)]
    found = misspelt(extras, [label[1] for label in missing if label[0] == "text"], set()) if extras else []
    if len(own) == len(wanted) and right and found:
        return f"The values of the right labels are right. {found[0]}"
    in_order = zip(own.values(), wanted.values(), strict=False)
    if len(own) == len(wanted) and all(same_one(a, b, asked.near) for a, b in in_order):
        said = "The values are right, but some labels are not those of the question"
        return said + (_first_label(answer) if next(iter(own)) in extra else ".") + _label_advice(asked, True)
    if len(own) > len(wanted) and not missing and not right:
        return "You have more labels than the question asks for. Keep the right rows, or put them into fewer groups."
    parts = [some(len(extra), "label does not belong", "labels do not belong")] if extra else []
    parts += [some(len(missing), "label is missing", "labels are missing")] if missing else []
    parts += ["The values of the others are right."] if right else []
    return " ".join(parts)


def _first_label(answer):
    """The first label of an answer, to compare it with the question."""
    label = next(iter(labels(answer).values()))
    return f": yours begin with `{str(label)[:30]}`." if kind(label) in ("text", "number") else "."


# Values under the right labels


def _about_values(own, wanted, asked):
    """What to say if all labels are right, and the wrong values have nothing in common with the right ones."""
    wrong = [label for label in wanted if not same_one(own[label], wanted[label], asked.near)]
    numbers = [(own[label], wanted[label]) for label in wrong if kind(own[label]) == kind(wanted[label]) == "number"]
    if len(numbers) == len(wrong) and all(is_cut(*both) for both in numbers):
        return numeric_errors.CUT
    if len(wanted) > 2 and len(keys(own.values())) == 1 < len(keys(wanted.values())):
        return "All your values are the same. Is the same thing worked out for each label?"
    if wrong and all(kind(own[label]) in ("members", "lookup", "table") for label in wrong):
        counts = all(is_a(wanted[label], int) and not is_year(wanted[label]) for label in wrong)
        said = "The labels are right, but your values are lists, sets or columns. The question asks for one value for each label"
        return said + (": count them?" if counts else ".")
    no_years = len(numbers) == len(wrong) and not any(years_of([own[label]]) for label in wrong)
    if wrong and no_years and years_of(list(wanted.values())):
        return "The question asks for years, with four digits each; yours are other numbers. Are they places or values, not labels?"
    if len(numbers) == len(wrong) == len(wanted) > 1 and all(a == math.floor(b) != b for a, b in numbers):
        return "Your values are whole: `//` or `int(…)` threw away what stands behind the point. Divide with `/`."
    return _how_many_wrong(own, wanted, asked, wrong, numbers)


def _how_many_wrong(own, wanted, asked, wrong, numbers):
    """How many values are wrong or empty, and where to look first."""
    are = "is" if len(wrong) == 1 else "are"
    said = f"The labels are right; {pluralize(len(wrong), 'value')} of {len(wanted)} {are} not."
    empty = sum(kind(own[label]) == "nothing" for label in wrong)
    if empty:
        return f"{said} {pluralize(empty, 'value')} {'is' if empty == 1 else 'are'} empty."
    return said + _which_way(numbers, wrong, labels(asked.expected))


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

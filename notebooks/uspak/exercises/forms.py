"""Other forms of an answer: those that are as good, and those that need one small change.

Each function takes cleaned values (see ``values.normalize``) and gives a cleaned value back, or None.
"""

import ast
import re
import warnings

import pandas as pd

from . import names
from .comparing import key, members, pairs, plain
from .values import folded, is_a, kind

SCALARS = ("number", "text", "date", "truth")
FIRST_YEAR, LAST_YEAR = 1900, 2100

_NUMBER = re.compile(
    r"(?:about |around |circa |ca\.? |fy ?|(?:fiscal )?(?:year )?)?([-+]?)\s?([$£€]?)\s?(\d[\d., ]*)\s?"
    r"(%|per ?cent|\(?(?:[a-z]{1,12} ?){1,5}\)?)?\.?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[, ]\d{3})+(\.\d+)?")
_WORDS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def fair(answer, expected, more_names=()):
    """The same answer in the form of the expected one, if it is as good: the only cell of a table instead of a number,
    a table of labels and values instead of a Series, a day or a year as text for a label, a code for a state's name."""
    wanted = kind(expected)
    if wanted in SCALARS and is_a(answer, pd.Series, pd.DataFrame) and answer.size == 1:
        cell = plain(answer.iloc[0] if is_a(answer, pd.Series) else answer.iloc[0, 0])
        answer = cell if kind(cell) in SCALARS else answer
    if wanted == "number" and kind(answer) == "text" and _GROUPED.fullmatch(folded(answer).removeprefix("-")):
        answer = number_in(answer)
    if wanted == "lookup" and is_a(answer, pd.DataFrame):
        answer = _column_with_labels(answer, expected, more_names)
    if wanted == "members" and is_a(answer, pd.DataFrame) and answer.shape[1] == 1:
        answer = answer.iloc[:, 0]
    if wanted == "table" and is_a(answer, pd.DataFrame) and answer.columns.nlevels == 2:
        answer = answer.droplevel(0, axis="columns") if len(set(answer.columns.get_level_values(0))) == 1 else answer
    if (
        wanted == "table"
        and is_a(answer, pd.DataFrame)
        and answer.index.name is None
        and is_a(expected.index.name, str)
    ):
        rows = {key(plain(label)) for label in answer.index}
        named = rows == {key(plain(label)) for label in expected.index}
        answer = (
            answer.rename_axis(expected.index.name) if named and expected.index.name not in answer.columns else answer
        )
    words = _Words(expected, more_names)
    return _each(answer, words.label, words.value)


class _Words:
    """The labels and values of an expected answer, and what of a student's answer means one of them."""

    def __init__(self, expected, more_names):
        of_labels = pairs(expected) if kind(expected) == "lookup" else {}
        whole = members(expected) if kind(expected) == "members" else [expected]
        whole = list(of_labels.values()) if kind(expected) == "lookup" else whole
        labels = (
            list(expected) if is_a(expected, dict) else expected.index.tolist() if is_a(expected, pd.Series) else []
        )
        self._labels = labels if kind(expected) == "lookup" else []
        self._values, self._more = ([] if whole is None or kind(expected) == "table" else whole), more_names

    def label(self, label):
        return self._meant(label, self._labels, label=True)

    def value(self, value):
        return self._meant(value, self._values)

    def _meant(self, value, wanted, label=False):
        if kind(value) == "text":
            numbers = label and wanted and all(is_a(one, int) for one in map(plain, wanted))
            if numbers and folded(value).isdecimal() and len(value) < 10:
                return int(folded(value))
            texts = [w for w in wanted if is_a(w, str)]
            return (texts and names.same_name(value[:200], texts, self._more)) or value
        if kind(value) == "date" and years_of(wanted):
            return _year(value) or value
        return value


def years_of(values):
    """The values, if they are years: whole numbers from 1900 to 2100 and nothing else."""
    whole = [plain(value) for value in values]
    right = whole and all(is_a(v, int, float) and v == v // 1 and FIRST_YEAR <= v <= LAST_YEAR for v in whole)
    return whole if right else []


def _year(date):
    """The year of a date that stands for the whole year: a yearly Period, its first or its last day."""
    if is_a(date, pd.Period):
        return date.year if date.freqstr[0] in "YA" else None
    return date.year if (date.month, date.day) in ((1, 1), (12, 31)) else None


def _column_with_labels(table, expected, more_names):
    """A table of labels and values, without named rows, as a Series: what ``reset_index`` makes of one. Or one of a
    single row, whose columns are the labels."""
    if len(table) == 1 and {key(plain(name)) for name in table.columns} == pairs(expected).keys():
        return table.iloc[0]
    if table.shape[1] != 2 or any(name is not None for name in table.index.names):
        return table
    wanted, meant = pairs(expected).keys(), _Words(expected, more_names).label
    for labels, contents in ((table.iloc[:, 0], table.iloc[:, 1]), (table.iloc[:, 1], table.iloc[:, 0])):
        right = {key(meant(plain(label))) for label in labels.tolist()} & wanted
        if len(right) * 2 > len(wanted):
            return pd.Series(contents.tolist(), index=labels.tolist())
    return table


def _each(value, label, content):
    """A cleaned value in which each label and each value went through a function of its own; itself if none changed."""
    if is_a(value, pd.Series):
        labels, changed_labels = _through(label, value.index.tolist())
        contents, changed = _through(content, value.tolist()) if value.dtype.kind not in "biuf" else ([], False)
        if not changed and not changed_labels:
            return value
        index = pd.Index(labels, name=value.index.name) if changed_labels else value.index
        return pd.Series(contents, index=index) if changed else pd.Series(value.tolist(), index=index)
    if is_a(value, dict):
        return {label(one): content(two) for one, two in dict.items(value)}
    for made in (list, tuple, set):
        if is_a(value, made):
            return made(content(one) for one in value)
    return content(value) if kind(value) in SCALARS else value


def _through(change, values):
    """The values, each cleaned and put through a function, and whether that changed any."""
    before = [plain(value) for value in values]
    after = [change(value) for value in before]
    return after, any(a is not b for a, b in zip(after, before, strict=True))


# Numbers that stand in quotes


def number_in(text):
    """The number that a text holds and nothing else beside it but a unit: 41.4 for "41.4", "41,4" and "41.4 %"."""
    said = re.sub(r"(?<=days) [+-]?\d\d?:\d\d:\d\d(?:\.\d+)?$", "", folded(text))  # as pandas prints a span of time
    found = _NUMBER.fullmatch(said)
    if not found:
        return _number_word(said)
    sign, _, digits, _ = found.groups()
    digits = digits.strip(" ")
    if _GROUPED.fullmatch(digits):
        digits = re.sub("[, ]", "", digits)
    elif re.fullmatch(r"\d+,\d+", digits):
        digits = digits.replace(",", ".")
    if not re.fullmatch(r"\d{1,15}(\.\d{0,25})?", digits):
        return None
    number = float(digits) if "." in digits else int(digits)
    return -number if sign == "-" else number


def _number_word(text):
    """The number that an English word names, up to ninety-nine, with a unit behind it or none."""
    words = text.replace("-", " ").split()[:5]
    if not words or len(words) > 4 or not all(word.isalpha() for word in words):
        return None
    if words[0] in _TENS:
        return (
            10 * _TENS.index(words[0]) + 20 + (_WORDS.index(words[1]) if words[1:] and words[1] in _WORDS[1:10] else 0)
        )
    known = words[0] in _WORDS and not (words[1:] and words[1] in ("of", "in", "out", "and", "or", *_WORDS, *_TENS))
    return _WORDS.index(words[0]) if known else None


def needless(text):
    """What has to go, or to change, so that a text with a number becomes the number: a list of phrases."""
    said = folded(text)
    if _number_word(said) is not None:
        return ["Write the number in figures, without quotes."]
    found = ["the quotes"]
    found += ["the per cent sign"] if "%" in said else []
    found += ["what stands beside the number"] if re.search("[a-z$£€]", said) else []
    grouped = re.search(r"(?<![\d.,])" + _GROUPED.pattern + r"(?![\d.,])", said)
    found += ["the comma"] if grouped and "," in said else []
    point = (
        [] if not re.search(r"\d,\d", said) or "the comma" in found else ["Python writes a decimal point, not a comma."]
    )
    return [f"Leave out {' and '.join([', '.join(found[:-1]), found[-1]] if len(found) > 1 else found)}.", *point]


def unquoted(answer):
    """An answer with numbers in the place of texts, if all of its texts hold a number and nothing else.

    Returns:
        (the answer, a text that was changed); None if a text is no number, or if there is none.
    """
    changed, kept = [], []

    def number(value):
        found = number_in(value[:100]) if kind(value) == "text" else None
        if kind(value) == "text":
            (kept if found is None else changed).append(value)
        return value if found is None else found

    made = _each(answer, lambda label: label, number)
    return (made, changed[0]) if changed and not kept else None


def decimal_comma(answer):
    """What ``41,4`` or ``1,234`` may mean, which Python reads as two numbers; empty if an answer is not like that."""
    parts = answer if is_a(answer, tuple) else ()
    if (
        len(parts) != 2
        or not all(is_a(part, int) and not is_a(part, bool) for part in parts)
        or not 0 <= parts[1] < 10**9
    ):
        return []
    whole, rest = parts
    thousands = [whole * 1000 + (rest if whole >= 0 else -rest)] if rest < 1000 else []
    return [float(f"{whole}.{rest}"), *thousands]


def is_code(text):
    """Whether a text is a line of Python that works something out: what the student put into quotes by mistake."""
    text = text.strip()
    if re.fullmatch(r"\d{4}\s*[-/]\s*\d{2,4}", text):  # a span of years
        return False
    if len(text) > 1000 or not re.search(r"[\w)\]\"']\s*[&|\[(*/]\s*\S|\.\w+\(|\w\s[-+]\s\w|[<>=]=|\s[<>]\s", text):
        return False
    try:
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(text, mode="eval").body
    except Exception:
        return False
    if is_a(tree, ast.Call) and is_a(tree.func, ast.Constant):  # a number and a word in brackets
        return False
    return is_a(tree, ast.BinOp, ast.Call, ast.Subscript, ast.Compare, ast.Attribute, ast.Set, ast.List, ast.Dict)


def listed(text):
    """The parts of a text that lists things, as a set: {"Iran", "Iraq"} for "Iran, Iraq" and "Iran and Iraq"."""
    parts = re.split(r"\s*(?:[,;&/\n]|\band\b)\s*", text.strip(" {}[]()."))
    return {part.strip("'\" ") for part in parts if part.strip("'\" ")}


def mended(answer, expected):
    """What an answer would be if one thing in how it is written were changed: [(answer, what to change)]."""
    if kind(expected) == "number":
        commas = decimal_comma(answer)
        if commas and expected not in answer:
            said = "Python reads a comma as the border between two values: write a decimal point, and no comma for thousands."
            return [(number, said) for number in commas]
    if kind(expected) in ("text", "table"):
        return []
    if kind(expected) == "number" and kind(answer) != "text":
        return []
    wanted = pairs(expected).values() if kind(expected) == "lookup" else members(expected) or [expected]
    if not any(kind(one) == "number" for one in wanted):
        return []
    found = unquoted(answer)
    return [(found[0], " ".join(needless(found[1])))] if found else []

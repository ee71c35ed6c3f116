"""How an answer is written: numbers, code and lists that stand in quotes, and decimal commas."""

import ast
import re
import warnings
from typing import Any

from .contents import labelled_values, map_contents, members
from .values import folded, is_a, kind

_NUMBER = re.compile(
    r"(?:about |around |circa |ca\.? |fy ?|(?:fiscal )?(?:year )?)?([-+]?)\s?([$£€]?)\s?(\d[\d., ]*)\s?"
    r"(%|per ?cent|\(?(?:[a-z]{1,12} ?){1,5}\)?)?\.?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[, ]\d{3})+(\.\d+)?")
_WORDS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

# Numbers


def number_in(text: str) -> int | float | None:
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


def grouped_number(text: str) -> int | float | None:
    """The number that a text holds, if separators of thousands are all that makes it a text; else None."""
    return number_in(text) if _GROUPED.fullmatch(folded(text).removeprefix("-")) else None


def _number_word(text):
    """The number that an English word names, up to ninety-nine, with a unit behind it or none."""
    words = text.replace("-", " ").split()[:5]
    if not words or len(words) > 4 or not all(word.isalpha() for word in words):
        return None
    if words[0] in _TENS:
        ones = _WORDS.index(words[1]) if words[1:] and words[1] in _WORDS[1:10] else 0
        return 10 * _TENS.index(words[0]) + 20 + ones
    known = words[0] in _WORDS and not (words[1:] and words[1] in ("of", "in", "out", "and", "or", *_WORDS, *_TENS))
    return _WORDS.index(words[0]) if known else None


def _needless(text):
    """What has to go, or to change, so that a text with a number becomes the number, in sentences."""
    said = folded(text)
    if _number_word(said) is not None:
        return "Write the number in figures, without quotes."
    grouped = re.search(r"(?<![\d.,])" + _GROUPED.pattern + r"(?![\d.,])", said)
    found = ["the quotation marks"]
    found += ["the per cent sign"] if "%" in said else []
    found += ["what stands beside the number"] if re.search("[a-z$£€]", said) else []
    found += ["the comma"] if grouped and "," in said else []
    *others, last = found
    point = re.search(r"\d,\d", said) and last != "the comma"
    what = f"{', '.join(others)} and {last}" if others else last
    return f"Leave out {what}." + (" Python writes a decimal point, not a comma." if point else "")


def unquoted(answer: Any) -> tuple[Any, str] | None:
    """An answer with numbers in the place of texts, if all of its texts hold a number and nothing else.

    Returns:
        (the answer, a text that was changed); None if a text is no number, or if there is none.
    """
    changed: list[str] = []
    kept: list[str] = []

    def number(value):
        found = number_in(value[:100]) if kind(value) == "text" else None
        if kind(value) == "text":
            (kept if found is None else changed).append(value)
        return value if found is None else found

    made = map_contents(answer, lambda label: label, number)
    return (made, changed[0]) if changed and not kept else None


def _decimal_comma(answer):
    """What ``41,4`` or ``1,234`` may mean, which Python reads as two numbers; empty if an answer is not like that."""
    parts = answer if is_a(answer, tuple) and len(answer) == 2 else ()
    if not parts or not all(is_a(part, int) and not is_a(part, bool) for part in parts) or not 0 <= parts[1] < 10**9:
        return []
    whole, rest = parts
    thousands = [whole * 1000 + (rest if whole >= 0 else -rest)] if rest < 1000 else []
    return [float(f"{whole}.{rest}"), *thousands]


def corrections(answer: Any, expected: Any) -> list[tuple[Any, str]]:
    """What a cleaned answer would be if one thing in how it is written were changed: [(answer, what to change)]."""
    if kind(expected) == "number":
        commas = _decimal_comma(answer)
        if commas and expected not in answer:
            said = "Python reads a comma as the border between two values: write a decimal point, and no comma for thousands."
            return [(number, said) for number in commas]
    if kind(expected) in ("text", "table") or (kind(expected) == "number" and kind(answer) != "text"):
        return []
    labelled = labelled_values(expected) if kind(expected) == "lookup" else None
    wanted = members(expected) or [expected] if labelled is None else labelled.values()
    found = unquoted(answer) if any(kind(one) == "number" for one in wanted) else None
    return [(found[0], _needless(found[1]))] if found else []


# Code and lists


def is_code(text: str) -> bool:
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
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Constant):  # a number and a word in brackets
        return False
    return is_a(tree, ast.BinOp, ast.Call, ast.Subscript, ast.Compare, ast.Attribute, ast.Set, ast.List, ast.Dict)


def listed(text: str) -> set[str]:
    """The parts of a text that lists things, as a set: {"salt", "tea"} for "salt, tea" and "salt and tea"."""
    parts = re.split(r"\s*(?:[,;&/\n]|\band\b)\s*", text.strip(" {}[]()."))
    return {part.strip("'\" ") for part in parts if part.strip("'\" ")}

"""Judging the answer to a question of a quiz: chosen options, or a typed number."""

import math
import re
import unicodedata
from typing import Any

from .file import Question


def judge(question: Question, chosen: Any) -> tuple[bool | None, str]:
    """Judge an answer to one question.

    Args:
        question: one question as ``load`` gives it.
        chosen: the numbers of the chosen answers, from 0, as a list; for a numeric question the number or its text.

    Returns:
        (right, feedback): right is True or False, or None if nothing was answered; feedback is a text.
    """
    if question["type"] == "numeric":
        return _judge_number(question["answers"], chosen)
    picked = [answer for number, answer in enumerate(question["answers"]) if number in chosen]
    if not picked:
        return None, "Choose an answer first."
    wrong = [answer["feedback"] for answer in picked if not answer["correct"]]
    if wrong:
        return False, " ".join(wrong)
    if len(picked) < sum(answer["correct"] for answer in question["answers"]):
        return False, "What you chose is right, but it is not all."
    return True, " ".join(answer["feedback"] for answer in picked)


def _judge_number(answers, chosen):
    text = _tidied(chosen)
    if not text:
        return None, "Type a number first."
    readings = _read_number(text)
    if not readings:
        return None, "Type the number alone, in digits, for example 12 or 3.5."
    foreseen = sorted((a for a in answers if a["type"] != "default"), key=lambda answer: not answer["correct"])
    number = next((number for answer in foreseen for number in readings if _covers(answer, number)), None)
    if number is None and "%" in text:
        return None, "Type the number alone, without a per cent sign, as the question asks for it."
    number = readings[0] if number is None else number
    for answer in answers:
        if _covers(answer, number):
            return bool(answer.get("correct")), answer["feedback"]
    return False, "That is not the number."


_SAME_SIGN = str.maketrans({"−": "-", "–": "-", "⁄": "/", "·": ".", "٫": ".", "٬": ",", "’": "'", "٪": "%"})


def _tidied(chosen):
    """A typed number without what stands around it: quotation marks, a name before '=', a full stop at the end."""
    text = unicodedata.normalize("NFKC", str(chosen)).translate(_SAME_SIGN).strip(" \t\n\"'`“”")
    text = re.sub(r"^[^\d=]*=\s*", "", text[:100])
    return re.sub(r"\s*(?:percent|per cent)\.?$", "%", text, flags=re.IGNORECASE).rstrip(".").strip()


def _read_number(text):
    """What a typed number may mean, the likeliest first; empty if it is no number.

    A comma before three digits parts thousands, any other comma is a decimal comma; "1,000" may be either. A fraction is
    worked out, and a percent sign divides by 100.
    """
    text, percent = re.subn(r"\s*%$", "", text)
    whole = re.fullmatch(r"([^/]+)/([^/]+)", text)
    if whole:
        above, below = (_read_number(part.strip()) for part in whole.groups())
        readings = [above[0] / below[0]] if above and below and below[0] else []
    else:
        text = re.sub(r"(?<=\d)[ _'](?=\d{3}(?:\D|$))", "", text)
        thousands, decimal = text.replace(",", ""), text.replace(".", "").replace(",", ".")
        if re.fullmatch(r"[+-]?[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d*)?", text):
            written = [thousands, decimal] if text.count(",") == 1 and "." not in text else [thousands]
        else:
            written = [decimal] if re.fullmatch(r"[+-]?(?:\d*|\d{1,3}(?:\.\d{3})+),\d+", text) else [text]
        readings = [number for number in map(_float, written) if number is not None]
    return [number / 100 for number in readings] if percent else readings


def _float(text):
    try:
        return float(text)
    except ValueError:
        return None


def _covers(answer, number):
    if answer["type"] == "value":
        return math.isclose(number, answer["value"], rel_tol=1e-9, abs_tol=1e-9)
    return answer["type"] == "default" or answer["range"][0] <= number <= answer["range"][1]

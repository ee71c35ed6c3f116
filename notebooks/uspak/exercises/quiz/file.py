"""The file of a quiz: reading it, and saying what is wrong with it.

It is a JSON file in the format of jupyterquiz: a list of questions, each with ``question``, ``type`` and ``answers``.
"""

import json
import math
from pathlib import Path
from typing import Any

#: A question as the file has it.
Question = dict[str, Any]

KINDS = ("multiple_choice", "many_choice", "numeric")


class QuizError(ValueError):
    """A quiz file that cannot be used; the text names the file, the question and what to change."""


def load(path: str | Path) -> list[Question]:
    """Read a quiz and check it.

    Args:
        path: of the JSON file; messages call it by its own name and that of its folder.

    Returns:
        A list of questions, each a dict with ``question``, ``type`` and ``answers`` as in jupyterquiz.

    Raises:
        QuizError: if it is missing, is no JSON, or a question lacks something; all faults are named at once.
    """
    path = Path(path)
    name = f"{path.parent.name}/{path.name}"
    try:
        questions = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise QuizError(f"{name} does not exist.") from None
    except OSError as error:
        raise QuizError(f"{name} cannot be opened ({error.strerror}).") from None
    except ValueError as error:
        raise QuizError(f"{name} is not valid JSON: {error}.") from None
    if not isinstance(questions, list) or not questions:
        raise QuizError(f"{name}: it has to be a list of questions, [{{…}}, …].")
    found = [
        f"{name}, question {number}: {fault}"
        for number, question in enumerate(questions, 1)
        for fault in faults(question)
    ]
    if found:
        raise QuizError("\n".join(found))
    return questions


def faults(question: Any) -> list[str]:
    """What is wrong with one question, in sentences; empty if nothing is."""
    if not isinstance(question, dict):
        return ["it has to be an object, {…}."]
    missing = [f"'{part}' is missing." for part in ("question", "type", "answers") if not question.get(part)]
    if missing:
        return missing
    if question["type"] not in KINDS:
        return [f"the type is '{question['type']}'; it has to be one of {', '.join(KINDS)}."]
    answers = question["answers"]
    if not isinstance(answers, list) or not all(isinstance(answer, dict) for answer in answers):
        return ["'answers' has to be a list of objects, [{…}, …]."]
    found = [
        f"answer {number} has no feedback."
        for number, answer in enumerate(answers, 1)
        if not str(answer.get("feedback") or "").strip()
    ]
    own = _numeric_faults(answers) if question["type"] == "numeric" else _choice_faults(question["type"], answers)
    return found + own


def _choice_faults(kind, answers):
    found = [
        f"answer {number} has no text ('answer')."
        for number, answer in enumerate(answers, 1)
        if not str(answer.get("answer") or "").strip()
    ]
    found += [
        f"answer {number} does not say whether it is 'correct' (true or false)."
        for number, answer in enumerate(answers, 1)
        if not isinstance(answer.get("correct"), bool)
    ]
    texts = [str(answer.get("answer")) for answer in answers]
    found += [f"the answer '{text}' stands there twice." for text in sorted({t for t in texts if texts.count(t) > 1})]
    right = sum(answer.get("correct") is True for answer in answers)
    if len(answers) < 2:
        found.append("it needs at least two answers.")
    if kind == "multiple_choice" and right != 1:
        found.append(f"{right} answers are correct; multiple_choice needs exactly one (or make it many_choice).")
    if kind == "many_choice" and not right:
        found.append("no answer is correct.")
    return found


def _numeric_faults(answers):
    found = []
    for number, answer in enumerate(answers, 1):
        what = answer.get("type")
        if what == "value" and not _is_number(answer.get("value")):
            found.append(f"answer {number} needs a number as its 'value'.")
        elif what == "range" and not _is_range(answer.get("range")):
            found.append(f"answer {number} needs a 'range' of two numbers, [lowest, highest].")
        elif what not in ("value", "range", "default"):
            found.append(f"answer {number} needs the 'type' value, range or default.")
        if what in ("value", "range") and not isinstance(answer.get("correct"), bool):
            found.append(f"answer {number} does not say whether it is 'correct' (true or false).")
    if not any(answer.get("correct") is True and answer.get("type") != "default" for answer in answers):
        found.append("no answer is correct.")
    return found


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_range(value):
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value)) and value[0] <= value[1]

"""One word for one thing, and plain words: what learners read, held against the list of terms not to use."""

import ast
import csv
import functools
import json
import re
from pathlib import Path

import nbformat
import pytest

from uspak import exercises, lessons
from uspak.checking import notebooks
from uspak.checking.exercise_checks import exercises_in, worked_out_once

DATA = Path(__file__).parents[1] / "data"

#: What not to write, by what to write in its place.
TERMS = {
    "cell": r"\bbox(es)?\b(?! office)",
    "per cent, or percentage": r"\bpercent\b",
    "zero, unknown, or no data": r"\bnought\b",
    "calculate, or think": r"\breckon\w*",
    "reimbursements": r"(?<!put off )\brepayments?\b",
    "current dollars": r"\bdollars of the day\b",
    "constant 2020 dollars": r"\bdollars of 2020\b|\b2020 prices\b",
    "frontline": r"\bfront-line\b",
    "in quotation marks": r"\bin quotes\b",
    "a marker, an operator, or a character": r"\b(hollow|filled|first four) signs?\b",
    "differ, or separate": r"\bpart(ed)? by semicolons\b|\bborne out\b|\bfell due\b|\bfall due\b",
    "replace … with": r"\bin the place of\b|\bexchange the dots\b",
    "comparison group": r"\bcomparators\b",
    "people who, you, a reader": r"\b[Ww]hoever\b",
    "by more than a small amount": r"\ba hair\b",
}


def words(text):
    """What a learner reads of a text: without code, and without the words of others between double quotation marks."""
    text = re.sub(r"```.*?```", " ", text, flags=re.DOTALL)
    return re.sub(r"`[^`]*`|“[^”]*”|\]\([^)]*\)", " ", text)


@functools.cache
def prose_of_notebooks():
    """All that learners read in the notebooks: a list of (where, words)."""
    said = []
    for path in notebooks.paths():
        for cell in nbformat.read(path, 4).cells:
            if cell.cell_type == "markdown":
                said.append((f"{path.stem}, {cell.id}", words(cell.source)))
    return said


@functools.cache
def prose_of_exercises():
    """As above, of the exercises."""
    said = []
    for lesson in lessons.names():
        for name, exercise in exercises_in(lessons.exercises(lesson)).items():
            with worked_out_once(exercise):
                texts = [exercise.title, exercise.question, *exercise.hints, exercise.why]
                texts += [mistake.message for mistake in exercise.mistakes()]
            said.append((f"{lesson}, {name}", words("\n".join(texts))))
    return said


@functools.cache
def prose_of_quizzes():
    """As above, of the quizzes."""
    said = []
    for lesson in lessons.names():
        for question in json.loads(lessons.quiz_file(lesson).read_text(encoding="utf-8")):
            texts = [question["question"], *(str(part) for answer in question["answers"] for part in answer.values())]
            said.append((f"quiz of {lesson}", words("\n".join(texts))))
    return said


@functools.cache
def prose_of_feedback():
    """As above, of what the engine says to answers: the texts of three words or more in its code."""
    said = []
    for path in sorted(Path(exercises.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        said += [
            (f"{path.name}, line {node.lineno}", words(node.value))
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
            if len(node.value.split()) > 2
        ]
    return said


#: Columns whose words are not ours: of units that code looks for, of the article, and of sources.
OTHERS_WORDS = {"unit", "quote", "publisher", "term_id"}


@functools.cache
def prose_of_tables():
    """As above, of the tables: their texts of three words or more, but for the titles of sources."""
    said = []
    for path in sorted(DATA.glob("*.csv")) + sorted(DATA.glob("evidence/*.csv")):
        foreign = OTHERS_WORDS | ({"title"} if path.name == "sources.csv" else set())
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                texts = [text for column, text in row.items() if column not in foreign and len(text.split()) > 2]
                said.append((f"{path.name}, row {number}", re.sub(r'"[^"]*"', " ", words("\n".join(texts)))))
    return said


PROSE = [prose_of_notebooks, prose_of_exercises, prose_of_quizzes, prose_of_feedback, prose_of_tables]


@pytest.mark.parametrize("prose", PROSE, ids=lambda made: made.__name__)
@pytest.mark.parametrize("better", TERMS)
def test_one_word_for_one_thing(better, prose):
    found = [
        f"{where}: …{text[max(0, match.start() - 40) : match.end() + 25]!r}…"
        for where, text in prose()
        for match in re.finditer(TERMS[better], text)
    ]
    assert not found, "\n".join([f"write {better}:", *found])

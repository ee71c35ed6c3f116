"""The whole series looked over, part by part: what ``uspak check`` prints."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from uspak import data, lessons
from uspak.data import package_checks, recording
from uspak.exercises import quiz
from uspak.exercises.values import pluralize

from . import notebook_rules, notebooks, prose
from .exercise_checks import exercises_in, problems


class Part(NamedTuple):
    """One part of the series: its name, what was looked at, and sentences that name a file and what is wrong with it."""

    name: str
    looked_at: str
    problems: list[str]


def parts(paths: Sequence[Path] = (), record: bool = False) -> Iterator[Part]:
    """Look over tables, exercises, quizzes, notebooks and prose.

    Args:
        paths: of the notebooks; by default all. Exercises and quizzes are those of their lessons, tables always all.
        record: whether edited tables, if they are valid, are noted as meant.
    """
    files, names = paths or notebooks.paths(), _lessons(paths)
    yield Part("data", *_data(record))
    yield Part("exercises", *_exercises(names))
    yield Part("quizzes", *_quizzes(names))
    yield Part("notebooks", *_structure(files))
    yield Part("prose", "numbers from Timeline to Verdict", [fault for path in files for fault in prose.problems(path)])


def _lessons(paths):
    """The lessons of some notebooks; all if there are none."""
    wanted = {path.stem.partition("_")[2] for path in paths}
    return [name for name in lessons.names() if name in wanted or not paths]


def _data(record):
    try:
        looked_at = pluralize(len(data.tables()), "table")
    except data.DataError as error:
        return "no table could be read", [str(error)]
    if record:
        try:
            recorded = recording.record_hashes()
        except data.DataError as error:
            return looked_at + "; nothing was recorded", package_checks.validate_package(hashes=False) or [str(error)]
        looked_at += f"; recorded as meant: {', '.join(recorded) or 'no edit was found'}"
    return looked_at, package_checks.validate_package()


def _exercises(names):
    number, found = 0, []
    for name in names:
        try:
            module = lessons.exercises(name)
        except Exception as error:  # whatever an author's code may raise
            found.append(f"lessons/{name}/exercises: it cannot be imported: {type(error).__name__}: {error}")
        else:
            number += len(exercises_in(module))
            found += [f"lessons/{name}/exercises: {problem}" for problem in problems(module)]
    return pluralize(number, "exercise"), found


def _quizzes(names):
    found = []
    for name in names:
        try:
            quiz.load(lessons.quiz_file(name))
        except quiz.QuizError as error:
            found += ["lessons/" + line.replace(".json, ", ".json: ") for line in str(error).splitlines()]
    return pluralize(len(names), "quiz", "quizzes"), found


def _structure(paths):
    found = [problem for path in paths for problem in notebook_rules.problems(path)]
    if not paths:
        found = [f"no notebook stands in {notebooks.FOLDER}; get them back: git checkout -- notebooks"]
    return pluralize(len(paths), "notebook"), found

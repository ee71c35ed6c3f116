"""The command ``uspak``: what instructors and maintainers run after they changed a row, an exercise or a notebook."""

import argparse
import difflib
import os
import sys
from pathlib import Path

from uspak.checking import notebooks


def main(arguments=None):
    """Run the command.

    Args:
        arguments: the words after ``uspak``; None for those of the command line.

    Returns:
        The exit status: 0 if all is well, 1 if there are problems or nobody reads on (``uspak check | head``), 130 if
        it was interrupted. A wrong command line exits with 2.
    """
    sys.stdout.reconfigure(errors="replace")  # a Windows console may lack a sign that a notebook has
    chosen = _parser().parse_args(arguments)
    try:
        status = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python writes out the rest when it ends
        return 1
    except KeyboardInterrupt:
        print("\nStopped. No file is half written; uspak check says what is not recorded yet.", file=sys.stderr)
        return 130
    return status


def _parser():
    parser = argparse.ArgumentParser(prog="uspak", description="Look after tables, exercises, quizzes and notebooks.")
    commands = parser.add_subparsers(required=True, metavar="check | refresh")
    check = commands.add_parser(
        "check",
        help="say what is wrong and what to do about it; changes nothing",
        description="Check the tables, exercises, quizzes and notebooks.",
    )
    check.add_argument(
        "--record",
        action="store_true",
        help="note in data/datapackage.json that edited tables are meant, if they are valid",
    )
    check.set_defaults(run=_check)
    refresh = commands.add_parser(
        "refresh",
        help="run notebooks from top to bottom and store their new outputs",
        description="Run notebooks and store their new outputs, without widget state.",
    )
    refresh.set_defaults(run=_refresh)
    for command in (check, refresh):
        command.add_argument(
            "notebooks",
            nargs="*",
            metavar="notebook",
            type=_notebook,
            help="a name such as 02_cold_war_allies, or just 02; all if none is given",
        )
    return parser


def _notebook(name):
    """The path that a notebook's name, number or own path stands for."""
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name)
    stem = Path(name).name.removesuffix(".ipynb")
    by_name = {alias: path for path in notebooks.paths() for alias in (path.stem, *path.stem.split("_", 1))}
    if stem in by_name:
        return by_name[stem]
    close = difflib.get_close_matches(stem.lower(), by_name, n=1, cutoff=0.5)
    guess = f" Did you mean {by_name[close[0]].stem}?" if close else ""
    known = ", ".join(path.stem for path in notebooks.paths()) or "none yet"
    raise argparse.ArgumentTypeError(f"there is no notebook '{name}'.{guess} The notebooks are: {known}.")


# uspak check


def _check(chosen):
    paths = chosen.notebooks or notebooks.paths()
    found = [
        _report(*part)
        for part in (
            ("data", *_data(chosen.record)),
            ("exercises", *_exercises(chosen.notebooks)),
            ("quizzes", *_quizzes(chosen.notebooks)),
            ("notebooks", *_structure(paths)),
            ("prose", *_prose(paths)),
        )
    ]
    total = sum(found)
    print(f"\n{_count(total, 'problem')} to mend." if total else "\nAll is well.")
    return 1 if total else 0


def _report(part, looked_at, problems):
    """Print one part of the check, its problems grouped by file; returns how many there are."""
    print(f"{part:<11}{'OK' if not problems else _count(len(problems), 'problem'):<13}{looked_at}")
    last = None
    for problem in problems:
        file, separator, rest = problem.partition(": ")
        if separator and " " not in file:
            if file != last:
                print(f"  {file}")
            last, problem = file, rest
        print("  - " + problem.replace("\n", "\n    "))
    return len(problems)


def _data(record):
    from uspak import data
    from uspak.data import package_checks, recording

    try:
        looked_at = _count(len(data.tables()), "table")
    except data.DataError as error:
        return "no table could be read", [str(error)]
    if record:
        try:
            recorded = recording.record_hashes()
        except data.DataError as error:
            return looked_at + "; nothing was recorded", package_checks.validate_package(hashes=False) or [str(error)]
        looked_at += f"; recorded as meant: {', '.join(recorded) or 'no edit was found'}"
    return looked_at, package_checks.validate_package()


def _exercises(paths):
    from uspak import lessons
    from uspak.checking.exercises import exercises_in, problems

    number, found = 0, []
    for name in _lessons(paths):
        try:
            module = lessons.exercises(name)
        except Exception as error:  # whatever an author's code may raise
            found.append(f"lessons/{name}/exercises.py: it cannot be imported: {type(error).__name__}: {error}")
        else:
            number += len(exercises_in(module))
            found += [f"lessons/{name}/exercises.py: {problem}" for problem in problems(module)]
    return _count(number, "exercise"), found


def _quizzes(paths):
    from uspak import lessons
    from uspak.exercises import quiz

    found, wanted = [], _lessons(paths)
    for name in wanted:
        try:
            quiz.load(lessons.quiz_file(name))
        except quiz.QuizError as error:
            found += ["lessons/" + line.replace(".json, ", ".json: ") for line in str(error).splitlines()]
    return _count(len(wanted), "quiz", "quizzes"), found


def _lessons(paths):
    """The lessons of some notebooks; all if there are none."""
    from uspak import lessons

    wanted = {path.stem.partition("_")[2] for path in paths}
    return [name for name in lessons.names() if name in wanted or not paths]


def _structure(paths):
    problems = [problem for path in paths for problem in notebooks.problems(path)]
    if not paths:
        problems = [f"no notebook stands in {notebooks.FOLDER}; get them back: git checkout -- notebooks"]
    return _count(len(paths), "notebook"), problems


def _prose(paths):
    from uspak.checking import prose

    return "numbers from Timeline to Verdict", [problem for path in paths for problem in prose.problems(path)]


def _count(number, one, many=""):
    return f"{number} {one if number == 1 else many or one + 's'}"


# uspak refresh


def _refresh(chosen):
    from tqdm import tqdm

    failed, written = [], 0
    with tqdm(chosen.notebooks or notebooks.paths(), unit="notebook", disable=None) as bar:
        for path in bar:
            bar.set_postfix_str(path.stem)
            try:
                changed = notebooks.refresh(path)
            except notebooks.RefreshError as error:
                failed.append(path)
                tqdm.write(f"{path.name}: {error}. The file is as it was.")
            else:
                written += changed
                tqdm.write(f"{path.name}: {'new outputs stored' if changed else 'up to date'}")
    print(f"\n{written} of {_count(bar.total, 'notebook')} changed, {len(failed)} failed.")
    return 1 if failed else 0

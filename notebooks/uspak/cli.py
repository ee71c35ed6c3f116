"""The command ``uspak``: what instructors and maintainers run after they changed a row, an exercise or a notebook."""

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from uspak.checking import notebooks
from uspak.exercises.values import pluralize


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: the words after ``uspak``; None for those of the command line.

    Returns:
        The exit status: 0 if all is well, 1 if there are problems or nobody reads on (``uspak check | head``), 130 if
        it was interrupted. A wrong command line exits with 2.
    """
    if isinstance(sys.stdout, TextIOWrapper):
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
    from uspak.checking import series  # late: `uspak refresh` needs neither the tables nor the exercises

    total = sum(_report(part) for part in series.parts(chosen.notebooks, chosen.record))
    print(f"\n{pluralize(total, 'problem')} to fix." if total else "\nAll is well.")
    return 1 if total else 0


def _report(part):
    """Print one part of the check, its problems grouped by file; returns how many there are."""
    state = pluralize(len(part.problems), "problem") if part.problems else "OK"
    print(f"{part.name:<11}{state:<13}{part.looked_at}")
    last = None
    for problem in part.problems:
        file, separator, rest = problem.partition(": ")
        if separator and " " not in file:
            if file != last:
                print(f"  {file}")
            last, problem = file, rest
        print("  - " + problem.replace("\n", "\n    "))
    return len(part.problems)


# uspak refresh


def _refresh(chosen):
    from tqdm import tqdm

    from uspak.checking.refresh import refresh

    failed, written = [], 0
    with tqdm(chosen.notebooks or notebooks.paths(), unit="notebook", disable=None) as bar:
        for path in bar:
            bar.set_postfix_str(path.stem)
            try:
                changed = refresh(path)
            except notebooks.NotebookError as error:
                failed.append(path)
                tqdm.write(f"{path.name}: {error}. The file is as it was.")
            else:
                written += changed
                tqdm.write(f"{path.name}: {'new outputs stored' if changed else 'up to date'}")
    print(f"\n{written} of {pluralize(bar.total, 'notebook')} changed, {len(failed)} failed.")
    return 1 if failed else 0

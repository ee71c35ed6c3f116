"""What an instructor or nbgrader sets for all exercises: whether solutions are shown, and whether answers are graded."""

import os

_solutions = {"allowed": os.environ.get("USPAK_SOLUTIONS", "").strip().lower() not in ("off", "0", "no", "false")}


def allow_solutions(allowed: bool) -> None:
    """Switch the solutions on or off for all exercises, until Python restarts.

    For a whole class set the environment variable ``USPAK_SOLUTIONS=off`` instead.
    """
    _solutions["allowed"] = bool(allowed)


def solutions_allowed() -> bool:
    """Whether solutions may be shown."""
    return _solutions["allowed"]


def grading() -> bool:
    """Whether nbgrader runs the notebook: it then sets ``NBGRADER_EXECUTION`` to ``autograde`` or ``validate``."""
    return bool(os.environ.get("NBGRADER_EXECUTION"))

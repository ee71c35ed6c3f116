"""What comes of checking an answer, and the usual mistakes that are recognised on the way."""

from collections.abc import Callable
from typing import Any, NamedTuple

#: The states of a result, and what a card calls them.
STATES = {"blank": "Not answered yet", "correct": "Correct", "wrong": "Not yet", "unchecked": "Not checked"}


class Mistake(NamedTuple):
    """A usual wrong answer and what to say to it.

    Attributes:
        name: a few words for instructors and tests.
        example: an answer that shows the mistake.
        message: what the student reads: a nudge, never the answer.
        when: a function of the answer (a safe copy of it) that recognises the mistake; None if an answer shows the
            mistake when it is the example, in full or rounded. The tolerance of the exercise does not count here.
    """

    name: str
    example: Any
    message: str
    when: Callable[[Any], Any] | None = None


class Result(NamedTuple):
    """What came of checking an answer.

    Attributes:
        state: a key of ``STATES``; ``"unchecked"`` if the exercise itself failed.
        message: what the student reads.
        mistake: the name of the recognised mistake, or an empty text.
    """

    state: str
    message: str
    mistake: str = ""

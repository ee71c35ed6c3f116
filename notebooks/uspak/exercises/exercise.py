"""The class of all exercises: what an author writes, and what a student asks of it. ``core`` says how to write one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from . import comparing, judging, result_cards, settings, values
from .results import STATES, Mistake, Result

if TYPE_CHECKING:
    from uspak.widgets.cards import Card, Note


class Exercise:
    """One exercise with everything that belongs to it.

    Attributes:
        answer: the student's variable, also the name of the exercise in its module.
        title: a few words.
        points: what it is worth when graded.
        question: what is asked, and in what form the answer is wanted.
        hints: two or more, from a nudge to nearly there.
        solution_code: code that puts the right answer into the variable.
        setup: code that the notebook has run before and that ``solution_code`` needs, beyond ``import pandas as pd``
            and ``from uspak import data``.
        why: shown when the answer is right: what it tells about the history.
        ordered: whether the order of members or rows counts.
        tolerance: how far a number may lie from the expected one; None for rounding errors only.
        decimals: how many decimals a rounded answer has to show; None for as many as show two digits of the number.
        aliases: {another word: the word that ``expected()`` uses for the same}, beside names and codes of states.
        percent: whether the question asks for per cent; None for what its words say.
        label_column: the column that holds the labels, if a Series is asked for.
        strict_columns: whether a table may have no further columns.
        wants: the form of the answer in words, if the type of ``expected()`` does not say enough.
        words: {state of a result: what the card calls it}.
    """

    answer: str = ""
    title: str = ""
    points: int = 1
    question: str = ""
    hints: Sequence[str] = ()
    setup: str = ""
    ordered: bool = False
    tolerance: float | None = None
    decimals: int | None = None
    aliases: Mapping[str, str] = {}
    percent: bool | None = None
    label_column: str = ""
    strict_columns: bool = False
    wants: str = ""
    words: Mapping[str, str] = STATES

    def __init__(self) -> None:
        self._hints_shown = 0

    def __repr__(self) -> str:
        return f"Exercise: {self.title}"

    # What an exercise says about itself; a subclass has plain attributes in the place of the two properties, as a rule

    @property
    def solution_code(self) -> str:
        """Code that puts the right answer into the variable."""
        return ""

    @property
    def why(self) -> str:
        """What a right answer tells."""
        return ""

    def expected(self) -> Any:
        """The right answer, worked out from the data."""
        raise NotImplementedError(f"{type(self).__name__} does not say what answer it expects.")

    def mistakes(self) -> Sequence[Mistake]:
        """The usual mistakes, the more particular first."""
        return ()

    def also(self) -> Sequence[Any]:
        """Other right answers, from other fair ways to read the question."""
        return ()

    def rows(self) -> pd.Series | None:
        """What the answer is worked out from, so that a wrong one can be told how it relates to it; or None.

        A Series of True and False: the condition whose True rows are counted, shared out or named by their labels. A
        Series of numbers: what is summed up or averaged; for each label, if the answer has labels.
        """
        return None

    def same(self, answer: Any, value: Any) -> bool:
        """Whether an answer says the same as ``value``; both are safe copies."""
        return judging.same(self, answer, value, self.near)

    def near(self, answer: float, number: float) -> bool:
        """Whether a number of an answer is right: within the tolerance, or rounded, but not too far."""
        return comparing.agree(answer, number, self.tolerance, self.decimals)

    def matches(self, answer: Any, expected: Any) -> bool:
        """Whether an answer is right; both are safe copies."""
        return self.same(answer, expected)

    def remark(self, answer: Any, expected: Any) -> str:
        """What to say to a wrong answer that shows none of the usual mistakes."""
        return judging.remark(self, answer, expected)

    def wanted(self) -> str:
        """The form of the answer in words."""
        return self.wants or values.described(values.normalize(self.expected()), size=False)

    def overrides(self, *methods: str) -> bool:
        """Whether a subclass has any of these methods of its own."""
        return any(getattr(type(self), name) is not getattr(Exercise, name) for name in methods)

    # What a student asks of it

    def evaluate(self, answer: Any = ...) -> Result:
        """Check an answer without showing anything; never raises."""
        return judging.judge(self, answer)

    def check(self, answer: Any = ...) -> Card:
        """Check an answer.

        Args:
            answer: anything; it is not changed.

        Returns:
            A card that shows itself when it ends a cell.

        Raises:
            AssertionError: if the answer is not right and nbgrader runs the notebook; never otherwise.
        """
        result = self.evaluate(answer)
        if settings.grading() and result.state != "correct":
            raise AssertionError(f"{self.words[result.state]}: {result.message}")
        return result_cards.card(self, result)

    def hint(self) -> Note:
        """Show the next hint; after the last one, the first again."""
        self._hints_shown += 1
        return result_cards.hint(self, self._hints_shown - 1)

    def solution(self) -> Note:
        """Show the solution, unless the instructor has switched solutions off."""
        return result_cards.solution(self)

"""A prediction or opinion: any reasonable one counts."""

from typing import Any

from uspak.exercises import values
from uspak.exercises.exercise import Exercise


class Prediction(Exercise):
    """A prediction or opinion: any reasonable one counts, and ``why`` says what the record shows.

    Attributes:
        between: (lowest, highest) reasonable number; None if a text is asked for.
        fewest_words: how many different words a text needs to be more than a shrug.
        model: an answer that counts; shown as the solution.
    """

    between: tuple[float, float] | None = None
    fewest_words: int = 4
    model: Any = ""
    words = {**Exercise.words, "correct": "Noted"}

    @property
    def solution_code(self) -> str:
        """The model answer, put into the variable."""
        return f"{self.answer} = {self.model!r}"

    def expected(self) -> Any:
        """The model answer: one of many that count."""
        return self.model

    def matches(self, answer: Any, expected: Any) -> bool:
        """Whether it is a number within reason, or a text of some words."""
        if self.between:
            return values.kind(answer) == "number" and self.between[0] <= answer <= self.between[1]
        return values.kind(answer) == "text" and len(set(values.folded(answer).split())) >= self.fewest_words

    def remark(self, answer: Any, expected: Any) -> str:
        """What a reasonable answer looks like."""
        if values.kind(answer) != values.kind(expected):
            return f"Your answer is {values.described(answer)}; give {self.wanted()}. Any reasonable one counts."
        if self.between:
            return f"Give {self.wanted()}. Any reasonable one counts."
        return f"Say a little more, in {self.fewest_words} different words or more, to compare it with the record."

    def wanted(self) -> str:
        """The form of the answer, in words."""
        if self.between:
            return self.wants or f"a number from {self.between[0]:,} to {self.between[1]:,}"
        return self.wants or "a sentence in quotation marks"

"""One of several options, by its letter."""

from collections.abc import Mapping, Sequence
from typing import Any

from uspak.exercises import text_matching, values
from uspak.exercises.exercise import Exercise
from uspak.exercises.results import Mistake


class Choice(Exercise):
    """One of several options, by its letter.

    Attributes:
        options: {letter: text}.
        right: the letter of the right one.
        feedback: {letter: message} for each of the others.
    """

    right: str = ""

    @property
    def options(self) -> Mapping[str, str]:
        """None, unless a subclass has an attribute ``options``."""
        return {}

    @property
    def feedback(self) -> Mapping[str, str]:
        """None, unless a subclass has an attribute ``feedback``."""
        return {}

    @property
    def solution_code(self) -> str:
        """The letter of the right option, put into the variable."""
        return f'{self.answer} = "{self.expected()}"'

    def expected(self) -> str:
        """The letter of the right option; override it to work it out from the data."""
        return self.right

    def mistakes(self) -> Sequence[Mistake]:
        """Each other option, with its own feedback."""
        right, feedback = self.expected(), self.feedback
        return tuple(Mistake(f"option {letter}", letter, said) for letter, said in feedback.items() if letter != right)

    def same(self, answer: Any, value: Any) -> bool:
        """Whether the answer names the option ``value``: "b", "Option B", "(B)", "B: …" or the option's own text."""
        return self._named(answer) == {value}

    def _named(self, answer):
        """The letters that an answer names; a list of one member counts as that member."""
        members = values.raw_members(answer)
        if members is None:
            return text_matching.options_named(answer, self.options) if values.kind(answer) == "text" else set()
        named = set().union(*(self._named(member) for member in members if values.kind(member) == "text"))
        return named if len(members) == 1 or len(named) > 1 else set()

    def remark(self, answer: Any, expected: Any) -> str:
        """What keeps an answer from being one of the letters."""
        if len(self._named(answer)) > 1:
            return f"That fits more than one option. Choose one, and answer with {self.wanted()}."
        return f"{self._fault(answer)} Answer with {self.wanted()}."

    def _fault(self, answer):
        """Why an answer names no option."""
        members = values.raw_members(answer) or [answer]
        one = members[0] if len(members) == 1 else answer
        said = one.strip(" .:()\"'") if values.kind(one) == "text" else ""
        if values.kind(one) == "number" or said.isdecimal():
            return "The options have letters, not numbers."
        if len(said) == 1 and said.isalpha():
            latin = said.isascii()
            return (
                f"There is no option {said.upper()}."
                if latin
                else "That character is not a Latin letter, even if it looks like one."
            )
        if values.kind(one) == "text":
            return "That names none of the options."
        return f"Your answer is {values.described(answer)}."

    def wanted(self) -> str:
        """The letters, in words."""
        *others, last = (f'"{letter}"' for letter in self.options)
        return f"one letter in quotation marks: {', '.join(others)} or {last}"

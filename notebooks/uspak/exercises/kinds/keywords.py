"""A short text that has to mention certain things."""

from collections.abc import Mapping, Sequence
from typing import Any

from uspak.exercises import text_matching, values
from uspak.exercises.exercise import Exercise


class Keywords(Exercise):
    """A short text that has to mention certain things; words can settle that, but not whether a sentence is good.

    Words count as whole words, with the endings of plural and past; ``"choos*"`` counts as the beginning of a word. A
    thing does not count as mentioned in a clause that turns it round ("not", "never", "it is false that …").

    Attributes:
        keywords: {what to say if it is missing: words, phrases or compiled patterns, one of which must occur}.
        refused: {what to say if one of them occurs: words, phrases or compiled patterns}: other countries or periods
            than the evidence has, loaded words, and the like.
        harmless: phrases with a negation that deny nothing.
        denied: what to say to a text that denies what it should say.
        model: an answer that is right; shown as the solution.
    """

    keywords: Mapping[str, Sequence[text_matching.Word]] = {}
    refused: Mapping[str, Sequence[text_matching.Word]] = {}
    harmless: Sequence[str] = text_matching.HARMLESS
    denied: str = "Your text denies what it should say: look for words such as 'not', 'never' or 'false'."
    model: str = ""

    @property
    def solution_code(self) -> str:
        """The model answer, put into the variable."""
        return f"{self.answer} = {self.model!r}"

    def expected(self) -> str:
        """The model answer."""
        return self.model

    def matches(self, answer: Any, expected: Any) -> bool:
        """Whether each thing is mentioned, and nothing that is refused."""
        return self._fault(answer) == ""

    def remark(self, answer: Any, expected: Any) -> str:
        """The first thing that is missing or wrong."""
        return self._fault(answer) or super().remark(answer, expected)

    def _fault(self, answer):
        """What is wrong with a text, in a sentence; None if it is no text."""
        text = self._text(answer)
        if text is None:
            return None
        if not text.strip():
            return "Your answer is an empty text."
        said = text_matching.clauses(text)
        for message, words in self.refused.items():
            if any(text_matching.has(clause, word) for clause in said for word in words):
                return message
        meant = self.meant(text)
        missing = [(nudge, words) for nudge, words in self.keywords.items() if not _mentions(meant, words)]
        if any(_mentions(said, words) for _, words in missing):
            return self.denied
        return missing[0][0] if missing else ""

    def meant(self, text: str) -> list[str]:
        """The clauses of a text that say what they say, without those that turn it round."""
        if text_matching.denies_all(text):
            return []
        return [clause for clause in text_matching.clauses(text) if not text_matching.denies(clause, self.harmless)]

    @staticmethod
    def _text(answer):
        """The text of an answer; several texts in a list, or in a dict with labels of its own, count as one."""
        members = list(dict.values(answer)) if values.is_a(answer, dict) else values.raw_members(answer)
        if members and all(values.kind(member) == "text" for member in members):
            return ". ".join(members)
        return answer if values.kind(answer) == "text" else None

    def wanted(self) -> str:
        """The form of the answer, in words."""
        return self.wants or "a sentence in quotation marks"


def _mentions(clauses, words):
    return any(text_matching.has(clause, word) for clause in clauses for word in words)

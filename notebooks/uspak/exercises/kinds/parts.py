"""Several small parts in one dict, each looked at by itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from uspak.exercises import values
from uspak.exercises.exercise import Exercise
from uspak.exercises.results import Mistake


class Parts(Exercise):
    """Several small parts in one dict, each looked at by itself: for what a sentence would say in too many ways.

    A subclass says in ``faults`` what is wrong with the parts. ``usual`` holds wrong answers that are worth a test.

    Attributes:
        parts: {name of a part: what belongs there}.
        other_names: {other name of a part: its name}.
        model: an answer that is right, as a dict; shown as the solution.
        usual: {a few words: a wrong answer}, for instructors and tests.
    """

    parts: Mapping[Any, str] = {}
    other_names: Mapping[str, Any] = {}

    @property
    def model(self) -> Mapping[Any, Any]:
        """None, unless a subclass has an attribute ``model``."""
        return {}

    @property
    def usual(self) -> Mapping[str, Any]:
        """None, unless a subclass has an attribute ``usual``."""
        return {}

    @property
    def solution_code(self) -> str:
        """The model answer, put into the variable."""
        lines = "".join(f"    {name!r}: {value!r},\n" for name, value in self.model.items())
        return f"{self.answer} = {{\n{lines}}}"

    def expected(self) -> dict:
        """The model answer."""
        return dict(self.model)

    def faults(self, given: Mapping[Any, Any]) -> Iterable[str]:
        """What is wrong with the parts, in sentences, the most helpful first.

        Args:
            given: {name: value} with all parts; the values are cleaned, and none of them is empty.
        """
        raise NotImplementedError(f"{type(self).__name__} does not say how its parts are judged.")

    def matches(self, answer: Any, expected: Any) -> bool:
        """Whether no part has a fault."""
        return not self._fault(answer)

    def mistakes(self) -> Sequence[Mistake]:
        """The usual wrong answers, each with what is said to it."""
        return tuple(Mistake(name, example, *self._said(example)) for name, example in self.usual.items())

    def _said(self, example):
        """What is said to a wrong answer, and a function that says whether the same is said to another one."""
        message = self._fault(values.normalize(example))
        return message, lambda answer: self._fault(answer) == message

    def remark(self, answer: Any, expected: Any) -> str:
        """What is wrong with the first faulty part."""
        return self._fault(answer)

    def _fault(self, answer):
        given = self._given(answer)
        if given is None:
            return (
                f"Your answer is {values.described(answer)}. This one is put together from parts: give {self.wanted()}."
            )
        missing = [name for name in self.parts if given.get(name) is None or given[name] == ""]
        if len(missing) == len(self.parts):
            return (
                f"None of your labels is the name of a part. Give {self.wanted()}, each with its value after the colon."
            )
        if missing:
            return f"A part is missing: `{missing[0]}`, {self.parts[missing[0]]}. Give {self.wanted()}."
        return next(iter(self.faults(given)), "")

    def _given(self, answer):
        """{name: value} of a dict or Series, by the names of the parts; None if it is something else."""
        if values.kind(answer) == "members" and values.is_a(answer, pd.Series):
            answer = dict(zip(answer.index.tolist(), answer.tolist(), strict=True))
        if values.kind(answer) != "lookup":
            return None
        names = {_part_name(name): name for name in self.parts} | {
            _part_name(n): name for n, name in self.other_names.items()
        }
        given = {names.get(_part_name(label)): values.normalize(value) for label, value in answer.items()}
        return {name: v.strip() if values.is_a(v, str) else v for name, v in given.items() if name in self.parts}

    def wanted(self) -> str:
        """The names of the parts, in words."""
        *others, last = (f'"{name}"' if values.is_a(name, str) else str(name) for name in self.parts)
        return self.wants or f"a dict with the labels {', '.join(others)} and {last}"


def _part_name(label):
    if values.is_a(label, float) and label.is_integer():
        label = int(label)
    return values.folded(str(label)).replace("_", " ").replace("-", " ")

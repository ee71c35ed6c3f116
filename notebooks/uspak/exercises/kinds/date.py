"""A date, as precise as the question asks."""

import re
from typing import Any

from uspak.exercises import feedback, values
from uspak.exercises.exercise import Exercise


class Date(Exercise):
    """A date, as precise as the question asks.

    ``expected()`` returns ``"1954-05-19"``, ``"1954-05"`` or ``"1954"`` (or a Timestamp). Accepted are ISO dates,
    "19 May 1954", Timestamps, Periods and dates; for a year also a whole number. A more precise answer is right if it
    agrees.
    """

    def same(self, answer: Any, value: Any) -> bool:
        """Whether the answer agrees with the date ``value`` as far as that goes."""
        own, wanted = values.partial_date(answer), values.partial_date(value)
        if own is None or wanted is None:
            return False
        return all(want is None or have == want for have, want in zip(own, wanted, strict=True))

    def remark(self, answer: Any, expected: Any) -> str:
        """Whether it is a date, precise enough, and how far it is right."""
        own, wanted = values.partial_date(answer), values.partial_date(expected)
        if own is None:
            return self._no_date(answer, expected)
        parts = list(zip(("year", "month", "day"), own, wanted or (None,) * 3, strict=True))
        before = {"month": "The year is right. ", "day": "The year and the month are right. "}
        for name, have, want in parts:
            if want is not None and have is None:
                more = [other for other, mine, theirs in parts if theirs is not None and mine is None]
                return f"Right as far as it goes, but the question asks for the {' and the '.join(more)} too."
            if want is not None and have != want:
                if name == "year":
                    return "That is not the year. Find the event once more and read its date."
                return f"{before[name]}The {name} is not: look at the date of the event once more."
        return super().remark(answer, expected)

    def _no_date(self, answer, expected):
        """What to say of an answer that does not read as a date."""
        if values.kind(answer) in ("members", "lookup", "table"):
            said = feedback.remark(answer, feedback.Asked(expected, wants=self.wanted()))
            return said if "ake" in said else said + " A date stands in the column `date`."
        said = values.folded(answer) if values.kind(answer) == "text" else ""
        if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-](\d\d){1,2}", said):
            return f"That can be read in two ways, day first or month first. Write {self.wanted()}."
        if re.match(r"\d{4}-[a-z]", said):
            return f"That is the name of an event. The question asks for {self.wanted()}: look in the column `date`."
        return f"That does not read as a date. Write {self.wanted()}."

    def wanted(self) -> str:
        """The form of the date, in words."""
        precision = sum(part is not None for part in values.partial_date(values.normalize(self.expected())) or ())
        forms = {1: "a year of four digits", 2: 'a month such as "1900-01"', 3: 'a date such as "1900-01-31"'}
        return self.wants or forms[precision]

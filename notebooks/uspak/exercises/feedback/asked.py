"""What an exercise asks for, as far as remarks on wrong answers need to know it."""

from typing import Any, NamedTuple

import pandas as pd

from uspak.exercises.comparing import Near, close
from uspak.exercises.values import described


class Asked(NamedTuple):
    """What an exercise asks for.

    Attributes:
        expected: the right answer, cleaned.
        ordered: whether the order of members and rows counts.
        near: a function of two numbers, the answer's and the right one, that says whether they agree.
        wants: the form of the answer in words, if the kind of ``expected`` does not say enough.
        percent: whether the question asks for per cent.
        rows: the Series that the right answer is worked out from (see ``rows.remark``), or None.
        label_column: the column that holds the labels, if it is known.
        days: whether the question asks for a number of days.
    """

    expected: Any
    ordered: bool = True
    near: Near = close
    wants: str = ""
    percent: bool = False
    rows: pd.Series | None = None
    label_column: str = ""
    days: bool = False

    @property
    def form(self) -> str:
        """The form of the answer in words."""
        return self.wants or described(self.expected, size=False)

    @property
    def marks_rows(self) -> bool:
        """Whether the rows are a condition: a Series of True and False."""
        return self.rows is not None and self.rows.dtype == bool

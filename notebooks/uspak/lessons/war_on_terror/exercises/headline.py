"""Exercise 6 of notebook 05: a headline that both an American and a Pakistani reader would have to accept."""

import re

from uspak.exercises import values
from uspak.exercises.core import Parts

from ..counts import totals
from ..drone_strikes import BUREAU, NEW_AMERICA
from . import counters
from .notebook_state import SETUP


class FairHeadline(Parts):
    answer = "fair_headline"
    title = "A fair headline"
    question = (
        "Fill in this headline on civilians killed in Pakistan so that both an American and a Pakistani reader would have to accept it: "
        "*US drones killed **low** to **high** civilians in Pakistan from **first_year** to **last_year**, by the count of **counter**.* "
        "Choose one counter, and take that counter's **total** (table `totals`, not one year) and the years that it covers. Give a dict: "
        '`{"counter": ..., "low": ..., "high": ..., "first_year": ..., "last_year": ...}`.'
    )
    parts = {
        "counter": "who counted",
        "low": "the lowest number of civilians",
        "high": "the highest number of civilians",
        "first_year": "the first year of the total",
        "last_year": "its last year",
    }
    other_names = {
        "counted by": "counter", "who": "counter", "source": "counter", "low": "low", "lowest": "low", "min": "low", "minimum": "low",
        "civilians min": "low", "highest": "high", "max": "high", "maximum": "high", "civilians max": "high", "first": "first_year",
        "from": "first_year", "start": "first_year", "last": "last_year", "to": "last_year", "until": "last_year", "end": "last_year",
    }  # fmt: skip
    setup = SETUP
    hints = (
        "Read the totals once more: `totals[['counted_by', 'period', 'civilians_min', 'civilians_max']]`.",
        "All five parts are in one row. If a counter gives a single number, it is both the low and the high one.",
    )
    why = (
        "Read it aloud with your parts in it: every word can be checked. A fair sentence is longer than a loud one. "
        "If you name a second counter beside the first, you also show the reader that they disagree."
    )

    _rows = staticmethod(counters.rows)

    @property
    def model(self):
        """The row of the Bureau."""
        return {"counter": BUREAU, **self._rows()[BUREAU]._asdict()}

    @property
    def usual(self):
        """Wrong headlines, built from the tables."""
        model, killed, year = self.model, totals().loc[BUREAU], counters.by_year(BUREAU).loc[2010]
        four_countries = {"low": 64, "high": 116, "first_year": 2009, "last_year": 2015}
        return {
            "another counter's end": {**model, "low": self._rows()[NEW_AMERICA].low},
            "all the dead": {**model, "low": int(killed["killed_min"]), "high": int(killed["killed_max"])},
            "one year's dead": {**model, "low": int(year["civilians_min"]), "high": int(year["civilians_max"])},
            "upside down": {**model, "low": model["high"], "high": model["low"]},
            "people of unknown status": {"counter": NEW_AMERICA, **counters.with_unknown_status()._asdict()},
            "no such figure": {**model, "low": 1, "high": 2},
            "one year": {**model, "first_year": 2010, "last_year": 2010},
            "another end": {**model, "last_year": 2013},
            "years upside down": {**model, "first_year": model["last_year"], "last_year": model["first_year"]},
            "an average": {**model, "counter": "the average of the counters"},
            "four countries": {"counter": "US government", **four_countries},
            "which ministry": {"counter": "Pakistan", "low": 67, "high": 67, "first_year": 2008, "last_year": 2013},
            "nobody": {**model, "counter": "everybody knows"},
            "a year in words": {**model, "first_year": "the beginning"},
            "a number in words": {**model, "low": "hundreds"},
        }

    def faults(self, given):
        """Whether the counter is one of the table, then whether numbers and years are those of its row."""
        counter, fault = counters.named(given["counter"])
        if fault:
            yield fault
            return
        low, high = (_number(given[end]) for end in ("low", "high"))
        yield from self._about_numbers(counter, low, high)
        yield from self._about_years(counter, _year(given["first_year"]), _year(given["last_year"]))

    def _about_numbers(self, counter, low, high):
        right = self._rows()[counter][:2]
        if (low, high) == right:
            return
        if low is None or high is None:
            yield "`low` and `high` have to be whole numbers in digits, such as 50."
        elif (high, low) == right:
            yield "`low` is higher than `high`: they have changed places."
        elif {low, high} & counters.all_the_dead():
            yield "Those are all the dead, most of them counted as militants. The civilians are in `civilians_min` and `civilians_max`."
        elif (low, high) == counters.with_unknown_status()[:2]:
            yield "That adds the people of unknown status, whom this counter does not call civilians."
        elif (low, high) in counters.single_years(counter):
            yield "That is one year. The headline needs the total, from the table `totals`."
        elif any({low, high} & set(row[:2]) - set(right) for row in self._rows().values()):
            yield "The two ends do not both belong to the counter that you name. Look at its row once more."
        else:
            yield "These are not the low and the high end of civilians in that counter's row of `totals`."

    def _about_years(self, counter, first, last):
        right = self._rows()[counter][2:]
        if (first, last) == right:
            return
        if first is None or last is None:
            yield "`first_year` and `last_year` have to be years of four digits."
        elif (last, first) == right:
            yield "The first year is later than the last: they have changed places."
        elif first == last:
            yield "That is one year alone. The total covers more: read the column `period` of `totals` in the row of your counter."
        else:
            yield "The total of this counter covers other years. Read the column `period` of `totals` in its row."


def _number(value):
    """A whole number, also from its digits in quotes; None if it is something else."""
    if isinstance(value, str):
        digits = re.sub(r"(?<=\d)[ ,_\u00a0\u202f](?=\d{3}\b)", "", value.strip())
        value = int(digits) if re.fullmatch(r"\d{1,9}", digits) else None
    whole = not isinstance(value, bool) and isinstance(value, (int, float)) and float(value).is_integer()
    return int(value) if whole else None


def _year(value):
    """The year of a number, text, date or period; None if it is none."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    found = values.partial_date(value)
    return found[0] if found else None

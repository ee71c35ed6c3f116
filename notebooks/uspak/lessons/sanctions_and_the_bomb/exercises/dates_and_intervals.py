"""Exercises on dates and intervals: days between two events, a first date, and what was in force on a day."""

import pandas as pd

from uspak import data
from uspak.exercises.core import Date, Exercise, Mistake

from .. import sanctions
from .notebook_state import SETUP

TEST_DAY = pd.Timestamp("1998-05-28")


def _days(first, last):
    return (pd.Timestamp(last) - pd.Timestamp(first)).days


class PresslerDays(Exercise):
    answer = "pressler_days"
    title = "How long was Pressler in force?"
    question = (
        "How many days are there between the Pressler cut-off and the waiver of the nuclear sanctions (events "
        "`1990-pressler-cut-off` and `2001-sanctions-waived`)?"
    )
    hints = (
        'The dates are in the table `events`: `dates = events.set_index("event_id")["date"]`. They are still text.',
        "`pd.to_datetime(...)` turns each into a date; one date minus another gives a Timedelta.",
        "A Timedelta has `.days`, without brackets.",
    )
    setup = SETUP
    solution_code = (
        'dates = events.set_index("event_id")["date"]\n'
        'cut, waiver = pd.to_datetime(dates["1990-pressler-cut-off"]), pd.to_datetime(dates["2001-sanctions-waived"])\n'
        "pressler_days = (waiver - cut).days"
    )
    why = (
        "This is eleven years less nine days. The waiver came eleven days after 11 September 2001, when Washington needed Pakistan "
        "again. By then the bomb was built and tested. What ended the sanction was not what had begun it."
    )

    def _dates(self):
        return data.events().set_index("event_id")["date"]

    def expected(self):
        dates = self._dates()
        return _days(dates["1990-pressler-cut-off"], dates["2001-sanctions-waived"])

    def also(self):
        """With the first and the last day."""
        return (self.expected() + 1,)

    def mistakes(self):
        dates = self._dates()
        cut, waiver = dates["1990-pressler-cut-off"], dates["2001-sanctions-waived"]
        return (
            Mistake(
                "from the law of 1985",
                _days(f"{dates['1985-pressler-amendment']}-01", waiver),
                "You counted from the law itself. For five years it barred nothing: begin with the day on which no certificate came.",
            ),
            Mistake(
                "turned round",
                _days(waiver, cut),
                "The sign is the wrong way round: take the later date minus the earlier one.",
            ),
            Mistake(
                "years",
                round(_days(cut, waiver) / 365.25, 1),
                "That looks like years. The question asks for days: `.days` of the difference.",
                when=lambda answer: isinstance(answer, int | float) and 10.9 <= answer <= 11,
            ),
            Mistake(
                "to 11 September",
                _days(cut, "2001-09-11"),
                "You stopped at the attacks of 11 September. The waiver came a few days later; the day is in the row of the waiver.",
            ),
        )


class FirstBreak(Date):
    answer = "first_break"
    title = "The first great break"
    question = "On which day does our table of events have the first friction with a weight of −7 or below?"
    hints = (
        'Two conditions, joined with `&` and each in separate brackets: `events["direction"] == "friction"` and one on `"weight"`.',
        "The weights are negative, so 'or below' is `<= -7`.",
        'The table is sorted by date: take the first value of the column `"date"` with `.iloc[0]`.',
    )
    setup = SETUP
    solution_code = 'breaks = events[(events["direction"] == "friction") & (events["weight"] <= -7)]\nfirst_break = breaks["date"].iloc[0]'
    why = (
        "This is a quarter of a century before the 1990s, by our own coding. A coder who gives 1965 another weight may get another "
        "day. The next day by this rule is in 1979. Whether such an event is “major” is for you to argue."
    )

    def _breaks(self, condition):
        events = data.events()
        return events[(events["direction"] == "friction") & condition(events["weight"])]["date"]

    def expected(self):
        return self._breaks(lambda weight: weight <= -7).iloc[0]

    def mistakes(self):
        return (
            Mistake(
                "weaker friction",
                self._breaks(lambda weight: weight <= -5).iloc[0],
                "That event has the weight −5. The question asks for −7 or below.",
            ),
            Mistake(
                "strictly below",
                self._breaks(lambda weight: weight < -7).iloc[0],
                "You took weights below −7 only. 'Or below' includes −7 itself: `<=`.",
            ),
            Mistake(
                "the article's own",
                self._breaks(lambda weight: weight <= -7).loc[lambda dates: dates >= "1990"].iloc[0],
                "That is the break which the article calls the first. Is anything as heavy earlier in the table?",
            ),
            Mistake(
                "the last",
                self._breaks(lambda weight: weight <= -7).iloc[-1],
                "That is the last row. The first has the position 0: `.iloc[0]`.",
            ),
        )


class InForce(Exercise):
    answer = "in_force"
    title = "In force on the day of the tests"
    question = (
        "Which measures (column `sanction_id` of `measures`) were certainly in force against Pakistan on 28 May 1998, the day of its "
        "first tests? Give a set of ids."
    )
    hints = (
        'A day as a date: `day = pd.Timestamp("1998-05-28")`.',
        "A measure is in force if it `begins` on that day or before **and** `ends` on that day or later.",
        'Filter `measures` with both conditions, then `set(...)` of the column `"sanction_id"`.',
    )
    setup = SETUP
    solution_code = (
        'day = pd.Timestamp("1998-05-28")\n'
        'there = measures[(measures["begins"] <= day) & (measures["ends"] >= day)]\n'
        'in_force = set(there["sanction_id"])'
    )
    why = (
        "Three kinds of laws were in force when Pakistan tested; the Glenn sanctions came two days later. So the tests show what the "
        "older laws could not prevent, and Glenn is an answer to the tests, not a cause of anything before them."
    )

    def _where(self, condition, column="sanction_id"):
        table = sanctions.bars()
        return set(table[condition(table)][column])

    def expected(self):
        return self._where(lambda table: (table["begins"] <= TEST_DAY) & (table["ends"] >= TEST_DAY))

    def rows(self):
        right = self.expected()
        return pd.Series({name: name in right for name in sanctions.bars()["sanction_id"]})

    # long: one literal table of mistakes
    def mistakes(self):
        right = self.expected()
        return (
            Mistake(
                "all measures",
                self._where(lambda table: table["law"].notna()),
                "You have all measures of the table. Which had begun, and not yet ended?",
            ),
            Mistake(
                "whatever had begun",
                self._where(lambda table: table["begins"] <= TEST_DAY),
                "All of these had begun. Some had ended before the tests: add the second condition, on `ends`.",
            ),
            Mistake(
                "whatever had not ended",
                self._where(lambda table: table["ends"] >= TEST_DAY),
                "None of these had ended. Some had not yet begun: add the second condition, on `begins`.",
            ),
            Mistake(
                "with Glenn",
                right | {"1998-glenn-sanctions"},
                "Look at the day on which the Glenn sanctions begin: was that on 28 May or after it?",
            ),
            Mistake(
                "with the debt clause",
                right | {"1998-debt-arrears"},
                "The start of the debt clause is known only as 1998. `begins` takes the last day that this allows; use that column.",
            ),
            Mistake(
                "laws",
                self._where(lambda table: (table["begins"] <= TEST_DAY) & (table["ends"] >= TEST_DAY), "law"),
                "These are laws. One law can have several measures: the question asks for the measures, the column `sanction_id`.",
                when=lambda answer: (
                    0 < len(set(answer)) and set(answer) <= self._where(lambda table: table["law"].notna(), "law")
                ),
            ),
            Mistake(
                "without the missile sanctions",
                right - {"1998-ghauri-sanctions"},
                "One is missing: a measure over a missile test some weeks before. It barred technology, not aid. Is your "
                "`day` 28 May 1998?",
            ),
            Mistake(
                "Pressler alone",
                {"1990-pressler-cut-off"},
                "The Pressler cut-off is one of them. The table has more: filter it instead of trusting your memory.",
            ),
        )

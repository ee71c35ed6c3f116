"""The exercise on the closed road: how long a closure is."""

import pandas as pd

from uspak import data
from uspak.exercises.core import Exercise, Mistake

from .notebook_state import SETUP


class ClosedDays(Exercise):
    answer = "closed_days"
    title = "How long was the road shut?"
    question = (
        "Pakistan's roads were shut to NATO from the day of the Salala strike to the day on which the routes reopened. How many days "
        "are there between `date` and `date_end` of the event `2011-salala`? Give a whole number."
    )
    hints = (
        'The row: `salala = events[events["event_id"] == "2011-salala"].iloc[0]`.',
        'Dates in the table are text. `pd.Timestamp(salala["date"])` makes a date of it that you can subtract.',
        'The difference of two Timestamps is a length of time; `.days` gives its days: `(pd.Timestamp(salala["date_end"]) - …).days`.',
    )
    setup = SETUP
    solution_code = (
        'salala = events[events["event_id"] == "2011-salala"].iloc[0]\n'
        'closed_days = (pd.Timestamp(salala["date_end"]) - pd.Timestamp(salala["date"])).days'
    )
    why = (
        "The roads were shut for more than seven months; in 2010 Torkham alone had been closed for ten days. The Davis affair, the raid "
        "and Mullen's words had not shut the roads. The death of 24 soldiers did."
    )

    def _days(self):
        events = data.events().set_index("event_id")
        start, end = (pd.Timestamp(events.at["2011-salala", column]) for column in ("date", "date_end"))
        return (end - start).days

    def expected(self):
        return self._days()

    def also(self):
        """With the first and the last day."""
        return (self._days() + 1,)

    def mistakes(self):
        days = self._days()
        return (
            Mistake(
                "to the first lorry",
                days + 2,
                "You counted to the day of the first lorries. The event ends on the day on which the routes reopened.",
            ),
            Mistake("months of 30 days", 210, "Seven times thirty is a rough number. Subtract the two dates."),
            Mistake("months", 7, "That is the number of months. The question asks for days."),
            Mistake(
                "the wrong way round", -days, "Your number is negative: subtract the earlier day from the later one."
            ),
            Mistake(
                "a whole Series",
                data.events()["date_end"],
                "That is a whole Series; the question asks for one number. Take the two dates of the one event, and subtract them.",
                when=lambda answer: answer.ndim == 1 and answer.size > 1 and answer.dtype.kind not in "iuf",
            ),
        )

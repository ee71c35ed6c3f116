"""Exercises 3 and 4 of notebook 05: the percentage that a range allows, and the one that a survey's base allows."""

from uspak import data
from uspak.exercises import comparing
from uspak.exercises.core import Exercise, Mistake

from ..drone_strikes import BUREAU, NEW_AMERICA
from .notebook_state import SETUP


class ShareRange(Exercise):
    answer = "share_range"
    title = "A range of a range"
    question = (
        "The Bureau's row of the table `totals` has four numbers: `killed_min`, `killed_max`, `civilians_min` and `civilians_max`. "
        "What is the **smallest** percentage of civilians among the dead that they allow, and what is the **largest**? "
        'Give a dict: `{"low": ..., "high": ...}`.'
    )
    wants = 'a dict with "low" and "high"'
    hints = (
        'The row: `row = totals.set_index("counted_by").loc["Bureau of Investigative Journalism"]`. It has four numbers that matter.',
        "A fraction is smallest when its upper number is small and its lower number is large.",
        'So low is `100 * row["civilians_min"] / row["killed_max"]`. For high, change both ends.',
    )
    setup = SETUP
    solution_code = (
        'row = totals.set_index("counted_by").loc["Bureau of Investigative Journalism"]\n'
        'share_range = {"low": 100 * row["civilians_min"] / row["killed_max"],\n'
        '               "high": 100 * row["civilians_max"] / row["killed_min"]}'
    )
    why = (
        "The share runs from about one in nine to almost two in five, for one single counter. Dividing two ranges makes a wider one. A "
        "writer who prints one percentage has chosen two ends without telling you."
    )

    def _row(self, counter=BUREAU):
        return data.evidence("drone_totals").set_index("counted_by").loc[counter]

    def _both(self, first, last, counter=BUREAU, factor=100):
        row = self._row(counter)
        low, high = factor * row["civilians_min"] / row[first], factor * row["civilians_max"] / row[last]
        return {"low": float(low), "high": float(high)}

    def expected(self):
        return self._both("killed_max", "killed_min")

    # long: the usual mistakes, one entry each
    def mistakes(self):
        widest = self.expected()
        like = self._both("killed_min", "killed_max")
        row = self._row()
        return (
            Mistake(
                "other labels",
                {"min": widest["low"], "max": widest["high"]},
                "Call the two ends `low` and `high`, as the question does.",
                when=lambda answer: (
                    isinstance(answer, dict)
                    and len(answer) == 2
                    and not {"low", "high"} & {str(key).lower() for key in answer}
                ),
            ),
            Mistake(
                "like with like",
                like,
                "You divided lowest by lowest and highest by highest. That is one fair choice, but the four numbers allow a wider range.",
            ),
            Mistake(
                "fractions",
                self._both("killed_max", "killed_min", factor=1),
                "These are fractions of 1. The question asks for percentages.",
            ),
            Mistake(
                "ends exchanged", {"low": widest["high"], "high": widest["low"]}, "Low and high have changed places."
            ),
            Mistake(
                "people, not percent",
                {"low": int(row["civilians_min"]), "high": int(row["civilians_max"])},
                "These are numbers of people. Divide them by the numbers of all killed.",
            ),
            Mistake(
                "the other counter",
                self._both("killed_max", "killed_min", NEW_AMERICA),
                "That is New America. Take the row of the Bureau.",
            ),
            Mistake(
                "one number",
                (like["low"] + like["high"]) / 2,
                "One number cannot be a range, and the middle is a number that nobody counted. Give both ends.",
                when=lambda answer: isinstance(answer, int | float),
            ),
        )


class AllPakistanis(Exercise):
    answer = "all_pakistanis_bad"
    title = "97 per cent of whom?"
    question = (
        "In 2012, 97 per cent of those who had heard of drone strikes called them a bad thing. What percentage of **all** adults asked "
        "is that? Take both numbers from the table `opinion` (`drones-heard` and `drones-bad`)."
    )
    hints = (
        "Who was asked the second question? Read the column `respondents` of the row `drones-bad`.",
        "Ninety-seven per cent of a group that is itself a percentage of all: a share of a share.",
        "Shares of shares are multiplied: one percentage times the other, divided by 100.",
    )
    setup = SETUP
    solution_code = (
        'asked = opinion[opinion["year"] == 2012].set_index("question_id")["percent"]\n'
        'all_pakistanis_bad = asked["drones-heard"] * asked["drones-bad"] / 100'
    )
    why = (
        "It is a little more than half of all adults: still a majority, but far from 97. Nobody asked the others; they did not say that "
        "strikes are good. Report the base with the share."
    )

    def _percent(self):
        opinion = data.evidence("opinion")
        return opinion[opinion["year"] == 2012].set_index("question_id")["percent"]

    def expected(self):
        percent = self._percent()
        return float(percent["drones-heard"] * percent["drones-bad"] / 100)

    def mistakes(self):
        percent = self._percent()
        heard, bad = float(percent["drones-heard"]), float(percent["drones-bad"])
        return (
            Mistake(
                "of those aware",
                bad,
                "That is the share among those who had heard of the strikes. Bring in how many these were.",
            ),
            Mistake(
                "who had heard", heard, "That is how many had heard of the strikes. How many of these called them bad?"
            ),
            Mistake(
                "divided",
                100 * heard / bad,
                "You divided one by the other. A share of a share is a product.",
                when=lambda answer: any(
                    comparing.nearly(answer, one)
                    for one in (100 * heard / bad, 100 * bad / heard, bad / heard, heard / bad)
                ),
            ),
            Mistake("difference", bad - heard, "You subtracted one from the other. A share of a share is a product."),
            Mistake(
                "mean",
                (bad + heard) / 2,
                "You took the middle of the two. They have different bases, so their mean says nothing.",
            ),
            Mistake(
                "a fraction", self.expected() / 100, "That is a fraction of 1. The question asks for a percentage."
            ),
            Mistake(
                "not divided by 100",
                heard * bad,
                "You are right to multiply. But per cent times per cent must be divided by 100.",
            ),
        )

"""Exercises on the CIA's money: prices of another year, and years without a figure."""

import pandas as pd

from uspak import data
from uspak.exercises import comparing
from uspak.exercises.core import Exercise, Mistake

from .notebook_state import CONSTANT, CURRENT, SETUP, aid


class SecretMoneyOf1985(Exercise):
    answer = "covert_1985_in_2020_dollars"
    title = "What 1985's secret money is worth"
    question = (
        "The low estimate of the CIA's money for fiscal 1985, in millions of constant 2020 dollars, converted with the ratio that the "
        "aid table gives for that year."
    )
    tolerance = 0.5
    hints = (
        f"The ratio of a year is its total in constant dollars divided by its total in current dollars: `{CONSTANT}` / `{CURRENT}`.",
        'Take the row with `row = aid.set_index("year").loc[1985]`; then `row["..."]` gives one number.',
        'The estimate: `covert.set_index("fiscal_year").loc[1985, "low_usd_millions_current"]`. Multiply it by the ratio.',
    )
    setup = SETUP
    solution_code = (
        'row = aid.set_index("year").loc[1985]\n'
        f'ratio = row["{CONSTANT}"] / row["{CURRENT}"]\n'
        'estimate = covert.set_index("fiscal_year").loc[1985, "low_usd_millions_current"]\n'
        "covert_1985_in_2020_dollars = estimate * ratio"
    )
    why = (
        "This is about twice as many constant 2020 dollars. The ratio belongs to the year, not to the stream, so you can use it here; "
        "say so when you do. The result is an estimate in other prices, not a fact."
    )

    def _parts(self):
        """The ratio of 1985, and its low and its high estimate."""
        row = aid().set_index("year").loc[1985]
        covert = data.evidence("covert_aid").set_index("fiscal_year").loc[1985]
        low, high = (float(covert[f"{end}_usd_millions_current"]) for end in ("low", "high"))
        return float(row[CONSTANT] / row[CURRENT]), low, high

    def _ratios(self):
        table = aid().query("1980 <= year <= 1990").set_index("year")
        return (table[CONSTANT] / table[CURRENT]).to_dict()

    def _estimates(self):
        """The low estimates of other years that differ from both of 1985."""
        covert = data.evidence("covert_aid").set_index("fiscal_year")
        known = covert.loc[1985, ["low_usd_millions_current", "high_usd_millions_current"]].tolist()
        low = covert["low_usd_millions_current"].dropna()
        return low[~low.isin(known)].drop_duplicates().tolist()

    def expected(self):
        ratio, low, _ = self._parts()
        return low * ratio

    def mistakes(self):
        ratio, low, high = self._parts()
        return (
            Mistake(
                "divided",
                low / ratio,
                "You divided by the ratio. A dollar of 1985 is worth more than one dollar of 2020, so the number must grow.",
            ),
            Mistake("not converted", low, "That is still in dollars of 1985. Multiply it by the ratio of the year."),
            Mistake(
                "high estimate",
                high * ratio,
                "Converted well, but it is the high estimate. The question asks for the low one.",
            ),
            Mistake(
                "high and not converted",
                high,
                "That is the high estimate, still in dollars of 1985. Take the low one, and multiply it by the ratio of the year.",
            ),
            Mistake(
                "another year's ratio",
                low * self._ratios()[1984],
                "That is the ratio of another year. Take both columns of the ratio from the row of 1985.",
                when=lambda answer: any(
                    comparing.close(answer, low * one) for year, one in self._ratios().items() if year != 1985
                ),
            ),
            Mistake(
                "another year's estimate",
                float(self._estimates()[0] * ratio),
                "The ratio is right, but that is the estimate of another year. Take the row of 1985 of `covert`.",
                when=lambda answer: any(comparing.nearly(answer, float(one * ratio)) for one in self._estimates()),
            ),
            Mistake(
                "the aid itself",
                float(aid().set_index("year").loc[1985, CONSTANT]),
                "That is the open aid of 1985. The CIA's money is in the table `covert`.",
            ),
            Mistake("the ratio", ratio, "That is the ratio of the year. Multiply the estimate by it."),
        )


class UnknownYears(Exercise):
    answer = "unknown_years"
    title = "The years without an estimate"
    wants = "a set of years such as {1980, 1981}"
    question = "For which of the fiscal years 1980 to 1991 does the table `covert` have no row? Give a set of years."
    hints = (
        "All years are `set(range(1980, 1992))`: a range leaves out its end.",
        'The years with an estimate: `set(covert.dropna(subset="low_usd_millions_current")["fiscal_year"])`.',
        "Sets from notebook 02: `-` takes away.",
    )
    setup = SETUP
    solution_code = (
        'with_figure = set(covert.dropna(subset="low_usd_millions_current")["fiscal_year"])\n'
        "unknown_years = set(range(1980, 1992)) - with_figure"
    )
    why = (
        "These are exactly the last two years of the Soviet war. An empty year is information: any total that you read, from 2 billion "
        "to 5 billion, must count these years somehow, from documents that we cannot see or by a guess. Ask which."
    )

    def _known(self):
        covert = data.evidence("covert_aid")
        return {int(year) for year in covert.dropna(subset="low_usd_millions_current")["fiscal_year"]}

    def expected(self):
        return set(range(1980, 1992)) - self._known()

    def rows(self):
        known = self._known()
        return pd.Series({year: year not in known for year in range(1980, 1992)})

    def mistakes(self):
        covert = data.evidence("covert_aid")
        unsure = {int(year) for year in covert[covert["preferred_usd_millions_current"].isna()]["fiscal_year"]}
        averaged = covert[covert["source_id"].str.contains("jones-2009")]["fiscal_year"]
        averages = {int(year) for year in averaged} - {1981}
        return (
            Mistake(
                "empty cells",
                covert[covert["low_usd_millions_current"].isna()],
                "No row has an empty cell: the years in question have no row at all. Which years would you expect to see?",
                when=lambda answer: hasattr(answer, "columns") and not len(answer),
            ),
            Mistake(
                "years with an average",
                self.expected() | averages,
                "Some of your years have an estimate, taken from an average of several years. Keep those that are not in the table.",
            ),
            Mistake(
                "years with a figure",
                self._known() & set(range(1980, 1992)),
                "These are the years that have an estimate. Take them away from all years.",
                when=lambda answer: (
                    {int(year) for year in answer} in (self._known(), self._known() & set(range(1980, 1992)))
                ),
            ),
            Mistake(
                "years without a preferred figure",
                unsure,
                "In these years the sources differ so much that no single estimate is preferred, but there is a range. Look for "
                "years with no estimate at all.",
            ),
            Mistake(
                "how many",
                len(self.expected()),
                "That is how many there are. The question asks which: a set of years.",
            ),
        )

"""The exercises of notebook 03, Frontline state."""

import pandas as pd

from uspak import data
from uspak.exercises import comparing
from uspak.exercises.core import Choice, Exercise, Mistake

CURRENT, CONSTANT = "total_usd_millions_current", "total_usd_millions_constant_2020"

#: What the notebook has made of the aid table when the exercises begin.
SETUP = (
    'aid = data.evidence("aid_by_year")\n'
    'aid = aid[aid["fiscal_year"] != "1976TQ"]\n'
    'aid = aid.assign(year=aid["fiscal_year"].astype(int)).query("year <= 1990")\n'
    'war = aid[aid["year"] >= 1980]\n'
    'covert = data.evidence("covert_aid")'
)


def aid():
    """Aid by fiscal year up to 1990, without the transition quarter, with the number ``year``."""
    table = data.evidence("aid_by_year")
    table = table[table["fiscal_year"].str.fullmatch(r"\d{4}")]
    return table.assign(year=table["fiscal_year"].astype(int)).query("year <= 1990")


def _sum(table, first, last, column=CURRENT):
    return float(table[table["year"].between(first, last)][column].sum())


class FirstPackage(Exercise):
    answer = "first_package"
    title = "Promised and signed"
    question = (
        "How many million dollars of the day were obligated in the six fiscal years of the first package, 1982 to 1987, "
        "economic and military together?"
    )
    tolerance = 0.5
    hints = (
        'Keep six rows of `aid`: `six = aid[aid["year"].between(1982, 1987)]`. Both ends are kept.',
        f"The column with economic and military aid together, in dollars of the day, is `{CURRENT}`.",
        f'Sum it: `six["{CURRENT}"].sum()`.',
    )
    setup = SETUP
    solution_code = f'six = aid[aid["year"].between(1982, 1987)]\nfirst_package = six["{CURRENT}"].sum()'
    why = (
        "A little more than the 3.2 billion promised in 1981: for once the books show at least what was announced. The second package, "
        "of which 4.02 billion was asked for, ended after three of its six years."
    )

    def expected(self):
        return _sum(aid(), 1982, 1987)

    def rows(self):
        return aid().query("1982 <= year <= 1987").set_index("year")[CURRENT]

    def mistakes(self):
        table = aid()
        return (
            Mistake(
                "the promise",
                3200,
                "That is what was *promised*. How much do the books show? Sum the column of the totals.",
                when=lambda answer: answer in (3200, 3.2),
            ),
            Mistake(
                "economic and military apart",
                table[table["year"].between(1982, 1987)][
                    ["economic_usd_millions_current", "military_usd_millions_current"]
                ].sum(),
                "The two sums are there. The question asks for both together: one number.",
            ),
            Mistake(
                "constant dollars",
                _sum(table, 1982, 1987, CONSTANT),
                "These are dollars of 2020. The promise was in dollars of the day.",
            ),
            Mistake(
                "all years of the war",
                _sum(table, 1980, 1990),
                "You summed 1980 to 1990. The first package ran from 1982 to 1987.",
            ),
            Mistake(
                "without the ends",
                _sum(table, 1983, 1986),
                "You left out 1982 and 1987 themselves. `between` keeps both ends; or write `>=` and `<=`.",
            ),
            Mistake(
                "without the first year",
                _sum(table, 1983, 1987),
                "You left out 1982 itself. `between` keeps both ends; or write `>=`.",
            ),
            Mistake(
                "from 1981",
                _sum(table, 1981, 1987),
                "You began with 1981, the year of the promise. The first fiscal year of the package is 1982.",
            ),
            Mistake(
                "one year too many",
                _sum(table, 1982, 1988),
                "You went on to 1988. `between` keeps both ends: stop at 1987.",
            ),
            Mistake(
                "to the end of the table",
                _sum(table, 1982, 1990),
                "You have all years since 1982. The first package ended with 1987.",
            ),
            Mistake(
                "one year short",
                _sum(table, 1982, 1986),
                "You stopped at 1986. `between` keeps both ends; `range` leaves out the last.",
            ),
            Mistake(
                "economic alone",
                _sum(table, 1982, 1987, "economic_usd_millions_current"),
                "That is economic aid alone. The question asks for both together.",
            ),
            Mistake(
                "military alone",
                _sum(table, 1982, 1987, "military_usd_millions_current"),
                "That is the military half. The question asks for both together.",
            ),
        )


class DecadeTotals(Exercise):
    answer = "decade_totals"
    title = "Which decade received most?"
    question = (
        "Total aid, economic and military, in millions of dollars of 2020, for each decade of fiscal years 1950 to 1989: a Series "
        "with the decades 1950, 1960, 1970 and 1980 as labels."
    )
    tolerance = 0.5
    hints = (
        'Keep the years first: `years = aid[aid["year"].between(1950, 1989)]`.',
        'The decade of a year is `years["year"] // 10 * 10`: whole division throws the last digit away.',
        f'`years.groupby(years["year"] // 10 * 10)["{CONSTANT}"]` and then the sum.',
    )
    setup = SETUP
    solution_code = (
        'years = aid[aid["year"].between(1950, 1989)]\n'
        f'decade_totals = years.groupby(years["year"] // 10 * 10)["{CONSTANT}"].sum()'
    )
    why = (
        "The 1960s received almost twice as much as the 1980s, and the 1950s a little more than the 1980s. In dollars of the day the "
        "1980s come first. Before you say that aid was largest under Zia, ask what a dollar bought."
    )

    def _by_decade(self, column=CONSTANT, how="sum"):
        table = aid()
        table = table[table["year"].between(1950, 1989)]
        return table.groupby(table["year"] // 10 * 10)[column].agg(how).rename_axis("decade")

    def expected(self):
        return self._by_decade()

    def rows(self):
        table = aid().query("1950 <= year <= 1989")
        return table[CONSTANT].set_axis(table["year"] // 10 * 10)

    def mistakes(self):
        everything = aid()
        return (
            Mistake(
                "the decade alone",
                int(self.expected().idxmax()),
                "That is one decade. The question asks for the sums of all four, as a Series.",
                when=lambda answer: answer in (1950, 1960, 1970, 1980),
            ),
            Mistake(
                "dollars of the day",
                self._by_decade(CURRENT),
                "These are dollars of the day. A dollar of 1955 bought far more than one of 1985: use the constant dollars.",
            ),
            Mistake(
                "mean",
                self._by_decade(how="mean"),
                "That is the average of a year. The question asks for the sum of the decade.",
            ),
            Mistake(
                "all years",
                everything.groupby(everything["year"] // 10 * 10)[CONSTANT].sum(),
                "You have the 1940s and 1990, too. Keep the years 1950 to 1989 first.",
            ),
            Mistake(
                "military alone",
                self._by_decade("military_usd_millions_constant_2020"),
                "That is military aid alone. The question asks for the total.",
            ),
            Mistake(
                "economic alone",
                self._by_decade("economic_usd_millions_constant_2020"),
                "That is economic aid alone. The question asks for the total.",
            ),
        )


class HalfWay(Exercise):
    answer = "half_way"
    title = "Half of it"
    wants = "a year of four digits"
    question = (
        "In which fiscal year did the running total of aid since fiscal 1980 (dollars of the day) first reach half of the sum "
        "for 1980 to 1990? Give the year."
    )
    hints = (
        f'The running total: `running = war["{CURRENT}"].cumsum()`. Its last value is the whole sum.',
        "A condition marks the years that have reached half: `running >= running.iloc[-1] / 2`.",
        "Put the condition in square brackets after `war` and take the smallest `year` that is left: `.min()`.",
    )
    setup = SETUP
    solution_code = (
        f'running = war["{CURRENT}"].cumsum()\nhalf_way = war[running >= running.iloc[-1] / 2]["year"].min()'
    )
    why = (
        "It took seven of the eleven years. Large sums began only in fiscal 1983, almost three years after the Soviet entry, and then "
        "stayed between half a billion and three quarters of a billion a year until the cut."
    )

    def rows(self):
        return aid().query("year >= 1980").set_index("year")[CURRENT]

    def _running(self):
        table = aid()
        return table[table["year"] >= 1980].set_index("year")[CURRENT].cumsum()

    def expected(self):
        running = self._running()
        return int(running[running >= running.iloc[-1] / 2].index.min())

    def mistakes(self):
        running, half = self._running(), self._running().iloc[-1] / 2
        table = aid()
        largest = int(table.loc[table[table["year"] >= 1980][CURRENT].idxmax(), "year"])
        since_1948 = table.set_index("year")[CURRENT].cumsum()
        return (
            Mistake(
                "the other running total",
                float("nan"),
                "Your answer is empty. Is your `running` still that of the section above, a table with two columns? Make it anew from "
                "the column of totals.",
                when=lambda answer: (
                    answer is None or (hasattr(answer, "index") and len(answer) and bool(answer.isna().all()))
                ),
            ),
            Mistake(
                "many values",
                running,
                "You have a column of many values. Keep the years that have reached half, and take the smallest: `.min()`.",
                when=lambda answer: len(answer.index) > 1 and (answer.ndim == 2 or answer.dtype.kind in "iuf"),
            ),
            Mistake(
                "last year below",
                int(running[running < half].index.max()),
                "That is the last year below half. You want the first that reaches it.",
            ),
            Mistake(
                "largest year",
                largest,
                "That is the year with the largest sum of its own. The question is about the running total.",
            ),
            Mistake(
                "since 1948",
                int(since_1948[since_1948 >= since_1948.iloc[-1] / 2].index.min()),
                "You began to count in 1948. Use the table `war`, which begins in 1980.",
            ),
            Mistake(
                "the sum", half, "That is half of the sum, in millions of dollars. The question asks for the year."
            ),
        )


class SecretMoneyOf1985(Exercise):
    answer = "covert_1985_in_2020_dollars"
    title = "What 1985's secret money is worth"
    question = (
        "The low estimate of the CIA's money for fiscal 1985, in millions of dollars of 2020, converted with the ratio that the aid table "
        "has for that year."
    )
    tolerance = 0.5
    hints = (
        f"The ratio of a year is its total in constant dollars divided by its total in current ones: `{CONSTANT}` / `{CURRENT}`.",
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
        "About twice as many dollars of 2020. The ratio belongs to the year, not to the stream, so it can be borrowed; say so when "
        "you do. It turns an estimate into an estimate in other prices, not into a fact."
    )

    def _parts(self):
        row = aid().set_index("year").loc[1985]
        covert = data.evidence("covert_aid").set_index("fiscal_year").loc[1985]
        return row[CONSTANT] / row[CURRENT], covert

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
        ratio, covert = self._parts()
        return float(covert["low_usd_millions_current"] * ratio)

    def mistakes(self):
        ratio, covert = self._parts()
        low = float(covert["low_usd_millions_current"])
        row = aid().set_index("year").loc[1985]
        return (
            Mistake(
                "divided",
                low / ratio,
                "You divided by the ratio. A dollar of 1985 is worth more than one dollar of 2020, so the number must grow.",
            ),
            Mistake("not converted", low, "That is still in dollars of 1985. Multiply it by the ratio of the year."),
            Mistake(
                "high estimate",
                float(covert["high_usd_millions_current"] * ratio),
                "Converted well, but it is the high estimate. The question asks for the low one.",
            ),
            Mistake(
                "high and not converted",
                float(covert["high_usd_millions_current"]),
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
                float(row[CONSTANT]),
                "That is the open aid of 1985. The CIA's money is in the table `covert`.",
            ),
            Mistake("the ratio", float(ratio), "That is the ratio of the year. Multiply the estimate by it."),
        )


class UnknownYears(Exercise):
    answer = "unknown_years"
    title = "The years that nobody gives"
    wants = "a set of years such as {1980, 1981}"
    question = "For which of the fiscal years 1980 to 1991 has the table `covert` no row? Give a set of years."
    hints = (
        "All years are `set(range(1980, 1992))`: a range leaves out its end.",
        'The years with a figure: `set(covert.dropna(subset="low_usd_millions_current")["fiscal_year"])`.',
        "Sets from notebook 02: `-` takes away.",
    )
    setup = SETUP
    solution_code = (
        'with_figure = set(covert.dropna(subset="low_usd_millions_current")["fiscal_year"])\n'
        "unknown_years = set(range(1980, 1992)) - with_figure"
    )
    why = (
        "Exactly the last two years of the Soviet war. An empty year is information: any total that you read, from 2 billion to 5, must "
        "count these years somehow, from papers that we cannot see or by a guess. Ask which."
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
        averages = {int(year) for year in covert[covert["source_id"].str.contains("jones-2009")]["fiscal_year"]} - {
            1981
        }
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
                "Some of your years have a figure, taken from an average of several years. Keep those that are not in the table.",
            ),
            Mistake(
                "years with a figure",
                self._known() & set(range(1980, 1992)),
                "These are the years that have a figure. Take them away from all years.",
                when=lambda answer: (
                    {int(year) for year in answer} in (self._known(), self._known() & set(range(1980, 1992)))
                ),
            ),
            Mistake(
                "years without a preferred figure",
                unsure,
                "In these years the sources differ so much that no single figure is preferred, but there is a range. Look for "
                "years with no figure at all.",
            ),
            Mistake(
                "how many",
                len(self.expected()),
                "That is how many there are. The question asks which: a set of years.",
            ),
        )


class WhatTheBillionsPaid(Choice):
    answer = "fairer_sentence"
    title = "A fairer sentence"
    question = "Which sentence do the tables of this notebook allow?"
    options = {
        "A": "Aid to Pakistan paid for the mujahideen.",
        "B": "Billions went to Pakistan as gifts, most of them arms.",
        "C": "Billions went openly to Pakistan, much of it lent; Afghan fighters were paid from a separate secret programme.",
        "D": "The CIA spent exactly 3 billion dollars, all of it from American taxpayers.",
    }
    right = "C"
    feedback = {
        "A": "The two streams had different accounts, and only one was for the fighters. Read the headline of the widget for aid alone.",
        "B": "Economic aid was the larger part, and most of the military aid was lent. Look at the columns of section 1.",
        "D": "Nothing about the secret money is exact, and two years have no figure at all. Look at the range of published totals.",
    }
    hints = (
        "Ask of each sentence: which column would show it?",
        "Two tables, `aid` and `covert`, stand for two streams.",
    )
    why = (
        "It keeps the streams apart and says what was lent. What they shared is Pakistan's army: it received the arms of the one and "
        "handed out the arms of the other. Many would add that the open aid was the price of the secret road. These are links, but "
        "neither makes the one money into the other."
    )


first_package = FirstPackage()
decade_totals = DecadeTotals()
half_way = HalfWay()
covert_1985_in_2020_dollars = SecretMoneyOf1985()
unknown_years = UnknownYears()
fairer_sentence = WhatTheBillionsPaid()

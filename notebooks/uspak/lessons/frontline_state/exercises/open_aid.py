"""Exercises on open aid: sums over years, decades and a running total."""

from uspak.exercises.core import Exercise, Mistake

from .notebook_state import CONSTANT, CURRENT, SETUP, aid


def _sum(table, first, last, column=CURRENT):
    return float(table[table["year"].between(first, last)][column].sum())


class FirstPackage(Exercise):
    answer = "first_package"
    title = "Promised and signed"
    question = (
        "How many million current dollars were obligated in the six fiscal years of the first package, 1982 to 1987, "
        "economic and military together?"
    )
    tolerance = 0.5
    hints = (
        'Keep six rows of `aid`: `six = aid[aid["year"].between(1982, 1987)]`. Both ends are kept.',
        f"The column with economic and military aid together, in current dollars, is `{CURRENT}`.",
        f'Sum it: `six["{CURRENT}"].sum()`.',
    )
    setup = SETUP
    solution_code = f'six = aid[aid["year"].between(1982, 1987)]\nfirst_package = six["{CURRENT}"].sum()'
    why = (
        "This is a little more than the 3.2 billion promised in 1981: here the accounts show at least what was announced. For the "
        "second package 4.02 billion was requested. It ended after three of its six years."
    )

    #: Mistakes that sum other years: name, first and last of these years, message.
    _other_years = (
        ("all years of the war", 1980, 1990, "You summed 1980 to 1990. The first package ran from 1982 to 1987."),
        (
            "without the ends",
            1983,
            1986,
            "You left out 1982 and 1987 themselves. `between` keeps both ends; or write `>=` and `<=`.",
        ),
        ("without the first year", 1983, 1987, "You left out 1982 itself. `between` keeps both ends; or write `>=`."),
        (
            "from 1981",
            1981,
            1987,
            "You began with 1981, the year of the promise. The first fiscal year of the package is 1982.",
        ),
        ("one year too many", 1982, 1988, "You went on to 1988. `between` keeps both ends: stop at 1987."),
        ("to the end of the table", 1982, 1990, "You have all years since 1982. The first package ended with 1987."),
        ("one year short", 1982, 1986, "You stopped at 1986. `between` keeps both ends; `range` leaves out the last."),
    )

    def expected(self):
        return _sum(aid(), 1982, 1987)

    def rows(self):
        return aid().query("1982 <= year <= 1987").set_index("year")[CURRENT]

    def mistakes(self):
        table = aid()
        both = ["economic_usd_millions_current", "military_usd_millions_current"]
        return (
            Mistake(
                "the promise",
                3200,
                "That is what was *promised*. How much do the aid accounts show? Sum the column of the totals.",
                when=lambda answer: answer in (3200, 3.2),
            ),
            Mistake(
                "economic and military apart",
                table[table["year"].between(1982, 1987)][both].sum(),
                "The two sums are there. The question asks for both together: one number.",
            ),
            Mistake(
                "constant dollars",
                _sum(table, 1982, 1987, CONSTANT),
                "These are constant 2020 dollars. The promise was in current dollars.",
            ),
            *(Mistake(name, _sum(table, first, last), words) for name, first, last, words in self._other_years),
            Mistake(
                "economic alone",
                _sum(table, 1982, 1987, "economic_usd_millions_current"),
                "That is economic aid alone. The question asks for both together.",
            ),
            Mistake(
                "military alone",
                _sum(table, 1982, 1987, "military_usd_millions_current"),
                "That is military aid alone. The question asks for both together.",
            ),
        )


class DecadeTotals(Exercise):
    answer = "decade_totals"
    title = "Which decade received most?"
    wants = "a Series: one value for each decade"
    question = (
        "Total aid, economic and military, in millions of constant 2020 dollars, for each decade of fiscal years 1950 to 1989: a Series "
        "with the decades 1950, 1960, 1970 and 1980 as labels."
    )
    tolerance = 0.5
    hints = (
        'Keep the years first: `years = aid[aid["year"].between(1950, 1989)]`.',
        'The decade of a year is `years["year"] // 10 * 10`: whole division drops the last digit.',
        f'`years.groupby(years["year"] // 10 * 10)["{CONSTANT}"]` makes the groups. Then add up each group.',
    )
    setup = SETUP
    solution_code = (
        'years = aid[aid["year"].between(1950, 1989)]\n'
        f'decade_totals = years.groupby(years["year"] // 10 * 10)["{CONSTANT}"].sum()'
    )
    why = (
        "The 1960s received almost twice as much as the 1980s, and the 1950s a little more than the 1980s. In current dollars the "
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
                "current dollars",
                self._by_decade(CURRENT),
                "These are current dollars. A dollar of 1955 bought far more than one of 1985: use the constant dollars.",
            ),
            Mistake(
                "mean",
                self._by_decade(how="mean"),
                "That is the mean of a year. The question asks for the sum of the decade.",
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
        "In which fiscal year did the running total of aid since fiscal 1980 (current dollars) first reach half of the sum "
        "for 1980 to 1990? Give the year."
    )
    hints = (
        f'Make the running total: `running = war["{CURRENT}"].cumsum()`. Its last value is the whole sum.',
        "A condition marks the years that have reached half: `running >= running.iloc[-1] / 2`.",
        "Put the condition in square brackets after `war` and take the smallest `year` that is left: `.min()`.",
    )
    setup = SETUP
    solution_code = (
        f'running = war["{CURRENT}"].cumsum()\nhalf_way = war[running >= running.iloc[-1] / 2]["year"].min()'
    )
    why = (
        "It took seven of the eleven years. Large sums began only in fiscal 1983, almost three years after the Soviet entry, and then "
        "stayed between half a billion and three quarters of a billion a year until the aid cut-off."
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
                "Your answer is empty. Is your `running` still that of the section above, a table with two columns? Make a new one from "
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

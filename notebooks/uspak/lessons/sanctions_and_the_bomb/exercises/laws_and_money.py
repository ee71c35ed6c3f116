"""Exercises that join the laws to the money: what a merge loses, and means before and under a law."""

import pandas as pd

from uspak.exercises.core import Exercise, Mistake

from .. import sanctions
from .notebook_state import SETUP

PERIODS = {"1982–90": (1982, 1990), "1991–2000": (1991, 2000)}


class LostYears(Exercise):
    answer = "lost_years"
    title = "What an inner merge would lose"
    question = (
        "`aid` has a row for each fiscal year from 1977 to 2002. `barred` has a row only for years in which economic aid was barred on at "
        'least one day. How many fiscal years would `aid.merge(barred, on="year", how="inner")` leave out?'
    )
    hints = (
        '`how="inner"` keeps the years that both tables have; `how="left"` keeps all of `aid`.',
        "Compare lengths: `len(aid)` and `len(...)` of the merged table.",
        'Or merge with `how="left"` and count the empty values: `["laws"].isna().sum()`.',
    )
    setup = SETUP
    solution_code = 'lost_years = len(aid) - len(aid.merge(barred, on="year", how="inner"))'
    why = (
        "The years without a ban are the years before 1979 and those of the Afghan war: exactly the comparison that the question needs. "
        "A merge that throws them away would leave nothing to compare with."
    )

    def _barred(self):
        """How many years were barred on at least one day, and how many there are."""
        table = sanctions.bars()
        spans = sanctions.layers(table[table["stream"] == "economic aid"])
        years = sanctions.aid().loc[1977:2002]
        barred = [
            any(begins < year.ends and ends > year.begins for begins, ends, _ in spans) for year in years.itertuples()
        ]
        return sum(barred), len(years)

    def expected(self):
        found, number = self._barred()
        return number - found

    def rows(self):
        found, number = self._barred()
        return pd.Series([False] * found + [True] * (number - found))

    def mistakes(self):
        found, number = self._barred()
        return (
            Mistake(
                "what it keeps",
                found,
                "That is how many years an inner merge keeps. The question asks how many it leaves out.",
            ),
            Mistake(
                "all years",
                number,
                "That is the number of all years in `aid`. Some of them have a partner in `barred`.",
            ),
            Mistake(
                "nothing lost",
                0,
                'Nothing is lost with `how="left"`. Try `how="inner"` and look at the length.',
            ),
        )


class MeansOfEconomicAid(Exercise):
    answer = "economic_means"
    label_column = "period"
    title = "Economic aid before and under the law"
    question = (
        "What was the mean **economic** aid a year, in millions of constant 2020 dollars, in the fiscal years 1982 to 1990 and 1991 to "
        "2000? Give a Series with the labels `1982–90` and `1991–2000`."
    )
    tolerance = 0.5
    hints = (
        "The column `period` of `compared` has these two labels.",
        'Split by it, take one column, and average: `compared.groupby("period", observed=True)["..."]`.',
        "The column is `economic`; the last step is `.mean()`.",
    )
    setup = (
        SETUP
        + '\ncompared = aid.assign(period=pd.cut(aid["year"], [1981, 1990, 2000], labels=["1982–90", "1991–2000"])).dropna(subset="period")'
    )
    solution_code = 'economic_means = compared.groupby("period", observed=True)["economic"].mean()'
    why = (
        "Economic aid fell by about nine tenths, not to zero. The first of the ten years is the highest. "
        "Remember what a before–after comparison cannot do: it does not say how much of the fall the law caused."
    )

    def _means(self, column="economic", prices="constant_2020", how="mean"):
        table = sanctions.aid(prices)
        return pd.Series({label: table.loc[slice(*years), column].agg(how) for label, years in PERIODS.items()})

    def expected(self):
        return self._means().rename_axis("period")

    def rows(self):
        table = sanctions.aid()["economic"]
        return pd.concat(
            [table.loc[slice(*years)].rename(lambda _, name=name: name) for name, years in PERIODS.items()]
        )

    def mistakes(self):
        return (
            Mistake(
                "military",
                self._means("military"),
                "These are the means of military aid. The question asks for economic aid.",
            ),
            Mistake(
                "sum",
                self._means(how="sum"),
                "These are sums. The periods have nine and ten years, so compare yearly means.",
            ),
            Mistake(
                "dollars of the day",
                self._means(prices="current"),
                "These are current dollars. The table `aid` of this notebook is in constant 2020 dollars.",
            ),
            Mistake(
                "both kinds together",
                self._means() + self._means("military"),
                "That is economic and military aid together. Take the column `economic` alone.",
            ),
        )

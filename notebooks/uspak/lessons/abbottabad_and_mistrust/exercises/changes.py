"""The exercises on changes: before and after the raid, and before and after every year."""

import pandas as pd

from uspak.exercises.core import Exercise, Mistake

from .notebook_state import RAID, SETUP, by_year, change, total


class EconomicChanges(Exercise):
    answer = "economic_changes"
    title = "Economic aid, one to five years"
    question = (
        "Use the function `change` to compare the means of `economic` before and after fiscal 2011, with k years on both sides, for k = 1 "
        "to 5. Give a Series with the labels 1 to 5, in millions of current dollars."
    )
    tolerance = 0.5
    hints = (
        "For k = 1: `change(economic, 2011, 1, 1)`.",
        "A dict can be made in one line: `{k: … for k in range(1, 6)}`. `range(1, 6)` ends before 6.",
        "`pd.Series({k: change(economic, 2011, k, k) for k in range(1, 6)})`.",
    )
    setup = SETUP
    solution_code = "economic_changes = pd.Series({k: change(economic, 2011, k, k) for k in range(1, 6)})"
    why = (
        "There is a large fall with one year, hardly any with three, and a small rise with four or five. 'Economic aid collapsed after "
        "Abbottabad' and 'economic aid did not fall' can both be printed with a table from one file. Total aid falls with each of these "
        "five windows. From three years on most of that fall, or all of it, is military money."
    )

    def _changes(self, aid, year=RAID, sign=1):
        return pd.Series({k: sign * change(aid, year, k, k) for k in range(1, 6)}).rename_axis("k")

    def expected(self):
        return self._changes(by_year("economic_usd_millions_current"))

    # long: the usual mistakes, one entry each
    def mistakes(self):
        aid = by_year("economic_usd_millions_current")
        with_own_year = {
            k: aid.loc[RAID : RAID + k - 1].mean() - aid.loc[RAID - k : RAID - 1].mean() for k in range(1, 6)
        }
        changes = self._changes(aid)
        of_the_years_before = changes / [aid.loc[RAID - k : RAID - 1].mean() for k in changes.index]
        return (
            Mistake(
                "total aid",
                self._changes(total()),
                "That is economic and military aid together. Use the Series `economic`.",
            ),
            Mistake(
                "sign",
                self._changes(aid, sign=-1),
                "Your signs are reversed: take after minus before, so that a fall is negative.",
            ),
            Mistake(
                "own year counted as after",
                pd.Series(with_own_year),
                "You counted fiscal 2011 among the years after. It is seven months old when the raid takes place: `change` leaves it out.",
            ),
            Mistake(
                "three years before each time",
                pd.Series({k: change(aid, RAID, 3, k) for k in range(1, 6)}),
                "The years before are three each time. Let both sides grow with k.",
            ),
            Mistake(
                "one year before each time",
                pd.Series({k: change(aid, RAID, 1, k) for k in range(1, 6)}),
                "The years before are one each time. Let both sides grow with k.",
            ),
            Mistake(
                "one year after each time",
                pd.Series({k: change(aid, RAID, k, 1) for k in range(1, 6)}),
                "The years after are one each time. Let both sides grow with k.",
            ),
            Mistake(
                "military aid",
                self._changes(by_year("military_usd_millions_current")),
                "That is military aid. Use the Series `economic`.",
            ),
            Mistake(
                "dollars of 2020",
                self._changes(by_year("economic_usd_millions_constant_2020")),
                "These are constant 2020 dollars. The question asks for current dollars: the Series `economic`.",
            ),
            Mistake(
                "the year 2010",
                self._changes(aid, year=2010),
                "These are the changes around fiscal 2010. The raid falls in fiscal 2011.",
            ),
            Mistake(
                "the year 2012",
                self._changes(aid, year=2012),
                "These are the changes around fiscal 2012, Salala's year. The raid falls in the fiscal year before.",
            ),
            Mistake(
                "sums instead of means",
                changes * changes.index,
                "These are differences of sums. `change` compares means, so that a longer window does not give a larger number.",
            ),
            Mistake(
                "per cent instead of dollars",
                100 * of_the_years_before,
                "These are changes in per cent of the years before. The question asks for millions of dollars: do not divide.",
            ),
            Mistake(
                "fractions instead of dollars",
                of_the_years_before,
                "These are changes as fractions of the years before. The question asks for millions of dollars: do not divide.",
            ),
            Mistake(
                "the whole Series",
                aid,
                "These are the amounts of single years. The question asks for one change for each k: a mean after minus a mean before.",
                when=lambda answer: (
                    isinstance(answer, pd.Series) and (answer - aid.loc[answer.index]).abs().max() < 0.5
                ),
            ),
        )


class LargerFalls(Exercise):
    answer = "larger_falls"
    title = "Which years have a larger fall than Abbottabad's?"
    question = (
        "Treat every fiscal year from 2004 to 2020 as if something had happened in it: three years of `total` before, three after. In "
        "which of these years is the fall larger than around 2011? Give a set of years."
    )
    hints = (
        "`every_year` of section 4 holds one change for each year, and a fall is negative: a larger fall is a smaller number.",
        "Keep the years below the value of 2011: `every_year[every_year < every_year[2011]]`.",
        "`set(….index)` makes a set of the labels.",
    )
    setup = SETUP + "\nevery_year = pd.Series({year: change(total, year, 3, 3) for year in range(2004, 2021)})"
    solution_code = "larger_falls = set(every_year[every_year < every_year[2011]].index)"
    why = (
        "Three of seventeen years. Two of these years come just after 2011: 2012 and 2013. The series falls from a peak, so every window "
        "of three years on each side shows a fall from 2011 on, whatever happened. The third, 2018, is the year of the "
        "suspension. With windows of one year the "
        "largest fall would be that of 2011 itself. The answer depends on the length of the window, so this comparison cannot say that "
        "Abbottabad was the cause."
    )

    def _every_year(self, aid=None):
        aid = total() if aid is None else aid
        return pd.Series({year: change(aid, year, 3, 3) for year in range(2004, 2021)})

    def _larger(self, every):
        """The years whose change lies below that of the raid's year."""
        return {int(year) for year in every[every < every[RAID]].index}

    def expected(self):
        rows = self.rows()
        return {int(year) for year in rows[rows].index}

    def rows(self):
        every = self._every_year()
        return every < every[RAID]

    def mistakes(self):
        every, aid = self._every_year(), total()
        before = pd.Series({year: aid.loc[year - 3 : year - 1].mean() for year in every.index})
        return (
            Mistake(
                "2011 itself",
                {int(year) for year in every[every <= every[RAID]].index},
                "2011 is in your set. No fall is larger than itself: use `<` and not `<=`.",
            ),
            Mistake(
                "smaller falls",
                {int(year) for year in every[every > every[RAID]].index},
                "These are the years with a higher number, so a smaller fall or a rise. A larger fall is further below zero.",
            ),
            Mistake(
                "all falls",
                {int(year) for year in every[every < 0].index},
                "You have every year with a fall. Compare with the value of 2011, not with zero.",
            ),
            Mistake(
                "the largest alone",
                {int(every.idxmin())},
                "That is the year with the largest fall. Are there other years with a larger fall than 2011?",
            ),
            Mistake(
                "economic aid",
                self._larger(self._every_year(by_year("economic_usd_millions_current"))),
                "That is right for economic aid alone. The question asks for `total`, as in `every_year`.",
            ),
            Mistake(
                "per cent instead of dollars",
                self._larger(every / before),
                "That is right for falls in per cent. The question asks for dollars: compare the values of `every_year` as they are.",
            ),
        )

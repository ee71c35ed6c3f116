"""The exercises of notebook 06, Abbottabad and mistrust."""

import pandas as pd

from uspak import data
from uspak.exercises.core import Choice, Exercise, Mistake

#: The year before and after which the exercises compare: US fiscal 2011, in which the raid falls.
RAID = 2011

#: What the notebook has made of the tables when the exercises begin.
SETUP = (
    "events = data.events()\n"
    'aid = data.evidence("aid_by_year")\n'
    'aid = aid[aid["fiscal_year"] != "1976TQ"]\n'
    'aid = aid.assign(year=aid["fiscal_year"].astype(int)).set_index("year")\n'
    'total = aid["total_usd_millions_current"].loc[2001:]\n'
    'economic = aid["economic_usd_millions_current"].loc[2001:]\n'
    "\n"
    "def change(series, year, before, after):\n"
    "    earlier = series.loc[year - before : year - 1]\n"
    "    later = series.loc[year + 1 : year + after]\n"
    "    return later.mean() - earlier.mean()"
)


def by_year(column):
    """One column of the aid table from fiscal 2001 on, a Series by year."""
    return data.whole_fiscal_years(data.evidence("aid_by_year"))[column].sort_index().loc[2001:]


def change(series, year, before, after):
    """Mean of the years after minus mean of the years before; the year itself is in neither."""
    return series.loc[year + 1 : year + after].mean() - series.loc[year - before : year - 1].mean()


def _series_of_years(answer):
    """Whether an answer, or one value of it, is a Series with one number for each of many years."""
    return isinstance(answer, pd.Series) and len(answer) > 5 and min(answer.index) > 1900


def total():
    """Economic and military aid by fiscal year from 2001 on, millions of current dollars."""
    return by_year("total_usd_millions_current")


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


class RollingPeaks(Exercise):
    answer = "rolling_peaks"
    title = "Where the peak moves"
    question = (
        "In which fiscal year does the rolling mean of `total` over three years reach its peak, once trailing and once centred? Give "
        'a dict: `{"trailing": …, "centred": …}`.'
    )
    hints = (
        "`total.rolling(3).mean()` is the trailing mean: each value has the label of the last of its three years.",
        "`total.rolling(3, center=True).mean()` gives each value the label of the middle year.",
        "`.idxmax()` at the end gives the label of the largest value, here the year.",
    )
    setup = SETUP
    solution_code = (
        "rolling_peaks = {\n"
        '    "trailing": total.rolling(3).mean().idxmax(),\n'
        '    "centred": total.rolling(3, center=True).mean().idxmax(),\n'
        "}"
    )
    why = (
        "The raw peak is fiscal 2010, before the raid. Smoothed, it moves to 2011, the raid's own year, or even to 2012. A reader of the "
        "trailing line would say that aid went on rising for a year after Abbottabad. No number was changed, only the window."
    )

    def _means(self):
        aid = total()
        return aid, aid.rolling(3).mean(), aid.rolling(3, center=True).mean()

    def expected(self):
        _, trailing, centred = self._means()
        return {"trailing": int(trailing.idxmax()), "centred": int(centred.idxmax())}

    def mistakes(self):
        aid, trailing, centred = self._means()
        raw, peaks = int(aid.idxmax()), {"trailing": int(trailing.idxmax()), "centred": int(centred.idxmax())}
        return (
            Mistake(
                "swapped",
                {"trailing": peaks["centred"], "centred": peaks["trailing"]},
                "You have swapped the two years. A trailing mean looks back, so its peak comes late.",
            ),
            Mistake(
                "no rolling mean",
                {"trailing": raw, "centred": raw},
                "That is the peak of the raw series, twice. Put the rolling mean before `idxmax`.",
            ),
            Mistake(
                "both trailing",
                {"trailing": peaks["trailing"], "centred": peaks["trailing"]},
                "Your centred mean has the same peak as your trailing mean. Did you write `center=True` inside `rolling(…)`?",
            ),
            Mistake(
                "the American spelling",
                {"trailing": peaks["trailing"], "centered": peaks["centred"]},
                "The years may be right, but one label is spelled differently: the question writes `centred`.",
            ),
            Mistake(
                "amounts instead of years",
                {"trailing": float(trailing.max()), "centred": float(centred.max())},
                "These are amounts of money. `max` gives the largest value, `idxmax` its label.",
            ),
            Mistake(
                "sums instead of years",
                {"trailing": 3 * float(trailing.max()), "centred": 3 * float(centred.max())},
                "These are sums of money over three years. The question asks for means, and for the years of their peaks: `idxmax`.",
            ),
            Mistake(
                "whole Series",
                {"trailing": trailing, "centred": centred},
                "That is a whole Series of numbers. The question asks for one year for each label: put `.idxmax()` at its end.",
                when=lambda answer: _series_of_years(answer) or any(map(_series_of_years, answer.values())),
            ),
        )


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
                when=lambda answer: (answer - aid.loc[answer.index]).abs().max() < 0.5,
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


class WhoKnew(Choice):
    answer = "allowed_sentence"
    title = "What may be said about who knew"
    question = "Which of these sentences do the sources of section 7 allow?"
    options = {
        "A": "Two thirds of those who had heard of the raid believed that it could not be done without the knowledge of government or "
        "services, so Pakistan must have known of it.",
        "B": "No published document shows that the leaders knew; a leaked Pakistani inquiry blames negligence and does not rule out "
        "that individuals helped.",
        "C": "The Abbottabad Commission proved that nobody in the state knew.",
        "D": "The army chief and the head of the ISI knew of the raid, as Seymour Hersh has shown.",
    }
    right = "B"
    feedback = {
        "A": "A survey measures what people believe. It is evidence about trust, not about who knew.",
        "C": "Read the row of the commission again: what does it not rule out, and which text reached the press?",
        "D": "Look at what he offers, and at the column beside it. A claim that rests on unnamed people may be true; it is not shown.",
    }
    hints = (
        "Ask of each sentence: which row of `who_knew` would support it, and what is in its column `missing`?",
        "Words such as 'proved', 'shown' and 'must' need more than a statement.",
    )
    why = (
        "This sentence says which evidence exists, what it says and how far it goes. It may disappoint a reader in Washington who "
        "supposes that somebody knew; Gates did, too, and called it a supposition. It may also disappoint a reader in Islamabad who "
        "would like the matter closed. New files may change it."
    )


class WindowWarning(Choice):
    answer = "window_warning"
    title = "Why before?"
    question = "Why should you choose the window, and the series, **before** you see the result?"
    options = {
        "A": "The later you choose, the fewer years of data are left for you to compare.",
        "B": "A choice that you make early is sure to be the right one for its question.",
        "C": "Once you know the result, you can no longer work out the other windows.",
        "D": "Other windows give other results, and once you know them you can pick one that suits.",
    }
    right = "D"
    feedback = {
        "A": "The years in the table stay the same, whenever you choose. What else do you have if you choose late?",
        "B": "A window chosen early can still be a poor one. What could a person do who has already seen all results?",
        "C": "You can work them out at any time: section 5 shows all of them, after the choice. What are you then tempted to do?",
    }
    hints = (
        "Think of the widget: did all windows show a fall?",
        "Two things come together: what the choice does to the result, and what knowing the result does to the choice.",
    )
    why = (
        "That is the idea of pre-registration, and of showing all windows instead of one. It does not make the answer right. It makes it "
        "harder to fool others, and yourself."
    )


closed_days = ClosedDays()
rolling_peaks = RollingPeaks()
economic_changes = EconomicChanges()
larger_falls = LargerFalls()
allowed_sentence = WhoKnew()
window_warning = WindowWarning()

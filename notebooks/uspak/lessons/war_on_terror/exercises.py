"""The exercises of notebook 05, War on Terror."""

import re

from uspak import data
from uspak.exercises import comparing, values, wording
from uspak.exercises.core import Choice, Exercise, Mistake, Parts

BUREAU, NEW_AMERICA = "Bureau of Investigative Journalism", "New America"
WAZIRISTAN = ["North Waziristan", "South Waziristan"]

#: What the notebook has loaded when the exercises begin.
SETUP = (
    'strikes = data.evidence("drone_strikes")\n'
    'area = data.evidence("drone_strikes_by_area")\n'
    'totals = data.evidence("drone_totals")\n'
    'opinion = data.evidence("opinion")'
)


def _share_of(counter, agencies, column="strikes"):
    area = data.evidence("drone_strikes_by_area")
    mine = area[area["counted_by"] == counter]
    return float(100 * mine[mine["agency"].isin(agencies)][column].sum() / mine[column].sum())


class WaziristanShare(Exercise):
    answer = "waziristan_share"
    title = "Where the strikes fell"
    question = (
        "What percentage of all the strikes that the Bureau lists (table `area`, all years) fell in North Waziristan or South "
        "Waziristan? Use only the rows whose `agency` is exactly one of these two names, and add up their `strikes`. Give at least one "
        "decimal."
    )
    decimals = 1
    hints = (
        'Keep the rows of one counter first: `bureau = area[area["counted_by"] == "Bureau of Investigative Journalism"]`.',
        '`bureau["agency"].isin(["North Waziristan", "South Waziristan"])` marks the rows of the two agencies.',
        "Divide the sum of `strikes` in those rows by the sum of `strikes` in all rows of the Bureau, times 100.",
    )
    setup = SETUP
    solution_code = (
        'bureau = area[area["counted_by"] == "Bureau of Investigative Journalism"]\n'
        'inside = bureau["agency"].isin(["North Waziristan", "South Waziristan"])\n'
        'waziristan_share = 100 * bureau[inside]["strikes"].sum() / bureau["strikes"].sum()'
    )
    why = (
        "More than nine strikes in ten fell on two agencies. For Pakistan as a whole that is narrow; for the people there it is dense. "
        "The share of the civilians killed there is smaller, because one strike on a seminary in Bajaur killed some eighty of them."
    )

    def expected(self):
        return _share_of(BUREAU, WAZIRISTAN)

    def rows(self):
        area = data.evidence("drone_strikes_by_area")
        return area[(area["counted_by"] == BUREAU) & area["agency"].isin(WAZIRISTAN)]["strikes"]

    def mistakes(self):
        area = data.evidence("drone_strikes_by_area")
        bureau = area[area["counted_by"] == BUREAU]
        inside = bureau[bureau["agency"].isin(WAZIRISTAN)]
        return (
            Mistake(
                "a fraction", self.expected() / 100, "That is a fraction of 1. The question asks for a percentage."
            ),
            Mistake(
                "the number",
                int(inside["strikes"].sum()),
                "That is how many strikes fell there. Divide by the number of all strikes that the Bureau lists.",
            ),
            Mistake(
                "one agency", _share_of(BUREAU, WAZIRISTAN[:1]), "That is North Waziristan alone. Add the other agency."
            ),
            Mistake(
                "the other agency",
                _share_of(BUREAU, WAZIRISTAN[1:]),
                "That is South Waziristan alone. Add the other agency.",
            ),
            Mistake(
                "of both counters",
                float(100 * inside["strikes"].sum() / area["strikes"].sum()),
                "You divided by the strikes of two counters. Below the line, too, keep the rows of the Bureau.",
            ),
            Mistake(
                "the whole",
                int(bureau["strikes"].sum()),
                "That is how many strikes the Bureau lists. What part of them fell in the two agencies?",
            ),
            Mistake(
                "the border too",
                _share_of(BUREAU, [*WAZIRISTAN, "North/South Waziristan border"]),
                "You counted the rows for the border of both as well. The question names two agencies.",
            ),
            Mistake(
                "the other counter",
                _share_of(NEW_AMERICA, WAZIRISTAN),
                "That is New America's share: close, but another counter. Keep the rows of the Bureau.",
            ),
            Mistake(
                "both counters",
                float(100 * area[area["agency"].isin(WAZIRISTAN)]["strikes"].sum() / area["strikes"].sum()),
                "You summed two counters, who list the same strikes. Keep the rows of the Bureau first.",
            ),
            Mistake(
                "rows instead of strikes",
                100 * len(inside) / len(bureau),
                "You counted rows of the table. One row can stand for many strikes: sum the column `strikes`.",
            ),
        )


class CivilianGap(Exercise):
    answer = "civilian_gap"
    label_column = "year"
    title = "How far apart are the counters?"
    question = (
        "For each year from 2004 to 2018: by how much is the Bureau's highest figure for civilians above New America's highest? "
        "A Series with the years as labels; a minus sign where New America has more."
    )
    wants = "a Series, one number for each year"
    hints = (
        "`strikes.pivot(index=..., columns=..., values=...)` gives a table with one row a year and one column for each counter.",
        'The values are `"civilians_max"`, the columns `"counted_by"`, the index `"year"`. '
        "Call the result `wide`: the `wide` of section 1 holds strikes.",
        'Then take one column from the other: `wide["Bureau of Investigative Journalism"] - wide["New America"]`.',
    )
    setup = SETUP
    solution_code = (
        'wide = strikes.pivot(index="year", columns="counted_by", values="civilians_max")\n'
        'civilian_gap = wide["Bureau of Investigative Journalism"] - wide["New America"]'
    )
    why = (
        "The gap is widest from 2008 to 2011, and small before 2007 and after 2012. It is not an error of "
        "copying: the two lists have nearly the same strikes. They differ on who the dead were, and in what they do with people of "
        "whom nobody knows."
    )

    def _wide(self, columns):
        """One table for each column: a row a year, a column for each of the two counters."""
        strikes = data.evidence("drone_strikes")
        strikes = strikes[strikes["counted_by"].isin([BUREAU, NEW_AMERICA])]
        return [strikes.pivot(index="year", columns="counted_by", values=column).astype(int) for column in columns]

    def expected(self):
        (wide,) = self._wide(["civilians_max"])
        return wide[BUREAU] - wide[NEW_AMERICA]

    def mistakes(self):
        wide, lowest, killed, strikes = self._wide(["civilians_max", "civilians_min", "killed_max", "strikes"])
        gap = wide[BUREAU] - wide[NEW_AMERICA]
        return (
            Mistake(
                "the Bureau alone", wide[BUREAU], "These are the Bureau's figures. Take New America's away from them."
            ),
            Mistake(
                "New America alone",
                wide[NEW_AMERICA],
                "These are New America's figures. Take them away from the Bureau's.",
            ),
            Mistake("the other way round", -gap, "You took the Bureau from New America. Turn the subtraction round."),
            Mistake(
                "lowest figures",
                lowest[BUREAU] - lowest[NEW_AMERICA],
                "These are the gaps between the lowest figures. The question is about the highest (`civilians_max`).",
            ),
            Mistake(
                "strikes",
                strikes[BUREAU] - strikes[NEW_AMERICA],
                "That is the gap in the number of strikes: the `wide` of section 1. Make one of `civilians_max`.",
            ),
            Mistake(
                "sum",
                wide[BUREAU] + wide[NEW_AMERICA],
                "You added the two counters up. Take New America's figures away from the Bureau's.",
            ),
            Mistake(
                "all killed",
                killed[BUREAU] - killed[NEW_AMERICA],
                "That is the gap for all people killed. The question is about civilians.",
            ),
            Mistake(
                "the pivot itself",
                wide,
                "That is a table with both counters. One step is missing: take one of its columns from the other.",
                when=lambda answer: BUREAU in answer.columns and NEW_AMERICA in answer.columns,
            ),
            Mistake(
                "one sum",
                int(gap.sum()),
                "That is one number for all years. The question asks for each year: a Series.",
            ),
        )


class ShareRange(Exercise):
    answer = "share_range"
    title = "A range of a range"
    question = (
        "By the Bureau's totals (table `totals`), what is the **smallest** and what the **largest** percentage of civilians among the "
        'dead that its four numbers allow? A dict: `{"low": ..., "high": ...}`.'
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
        "From about one in nine to almost two in five, from one single counter. Dividing two ranges makes a wider one. Whoever prints "
        "one percentage has chosen two ends without telling you."
    )

    def _row(self, counter=BUREAU):
        return data.evidence("drone_totals").set_index("counted_by").loc[counter]

    def _both(self, first, last, counter=BUREAU, factor=100):
        row = self._row(counter)
        low, high = factor * row["civilians_min"] / row[first], factor * row["civilians_max"] / row[last]
        return {"low": float(low), "high": float(high)}

    def expected(self):
        return self._both("killed_max", "killed_min")

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
                "You divided low by low and high by high. That is one fair choice, but the four numbers allow a wider range.",
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
                "One number cannot be a range, and the middle is nobody's count. Give both ends.",
                when=lambda answer: isinstance(answer, int | float),
            ),
        )


class AllPakistanis(Exercise):
    answer = "all_pakistanis_bad"
    title = "97 percent of whom?"
    question = (
        "In 2012, 97 percent called drone strikes a bad thing: of those who had heard of them. What percentage of **all** adults asked "
        "is that? Take both figures from the table `opinion` (`drones-heard` and `drones-bad`)."
    )
    hints = (
        "Who was asked the second question? Read the column `respondents` of the row `drones-bad`.",
        "Ninety-seven percent of a group that is itself a percentage of all: a share of a share.",
        "Shares of shares are multiplied: one percentage times the other, divided by 100.",
    )
    setup = SETUP
    solution_code = (
        'asked = opinion[opinion["year"] == 2012].set_index("question_id")["percent"]\n'
        'all_pakistanis_bad = asked["drones-heard"] * asked["drones-bad"] / 100'
    )
    why = (
        "A little more than half of all adults: still a majority, and nothing like 97. Nobody asked the others; they did not say that "
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
            Mistake("difference", bad - heard, "You took one from the other. A share of a share is a product."),
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
                "Right to multiply. But percent times percent must be divided by 100.",
            ),
        )


class AccusationOrProof(Choice):
    answer = "accusation_or_proof"
    title = "Accusation or proof?"
    question = "Which sentence about the ISI and the Taliban do the statements in this notebook allow?"
    options = {
        "A": "The ISI ran the Haqqani network; the head of the American military said so to the Senate.",
        "B": "Officials of three states accused the ISI and Pakistan denied it; later Musharraf spoke of contact, and Aziz of Taliban "
        "leaders in Pakistan.",
        "C": "The accusations were false, because General Kayani denied them and no court has ruled.",
        "D": "Officials of three states accused the ISI, Pakistan denied it and has conceded nothing since, so nothing can be known "
        "about it.",
    }
    right = "B"
    feedback = {
        "A": "He said something like it, and the White House softened it within days. What would turn a grave charge into proof?",
        "C": "A denial is a statement, too, and comes from a party. Does the general deny contacts, or the charge of steering? "
        "And what did two of his countrymen say later?",
        "D": "Some things are known: who said what, when, and on what basis. And read the last two rows of the table: do Pakistan's "
        "voices of 2015 and 2016 still say what those of 2008 said?",
    }
    setup = SETUP
    hints = (
        "Look at the columns `side` and `basis` in the table of statements.",
        "Ask of each sentence: is it about what was said, or about what is so?",
    )
    why = (
        "It says who accused, who denied, and what was conceded later: contact and presence, not steering. No intercept was published, "
        "nothing tested in court. That is also how the article's sentence has to be read: that Washington accused Pakistan is a fact; "
        "how far the charge is true is another claim."
    )


class FairHeadline(Parts):
    answer = "fair_headline"
    title = "A fair headline"
    question = (
        "Fill this headline on civilians killed in Pakistan so that both an American and a Pakistani reader would have to accept it: *US "
        "drones killed **low** to **high** civilians in Pakistan from **first_year** to **last_year**, by the count of **counter**.* "
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
        "All five parts stand in one row. Where a counter gives a single figure, it is both the low and the high one.",
    )
    why = (
        "Read it aloud with your parts in it: it can be checked, word by word. A fair sentence is longer than a loud one; that is its "
        "price. Who names a second counter beside the first also shows the reader that they disagree."
    )
    #: How a short text may name each counter of the table.
    spellings = {
        BUREAU: ("bureau of investigative journalism", "the bureau", "bureau", "tbij", "bij"),
        NEW_AMERICA: ("new america foundation", "new america", "newamerica"),
        "Long War Journal": ("fdd's long war journal", "long war journal", "lwj"),
        "Pakistan Foreign Ministry, to UN rapporteur Emmerson": (
            "foreign ministry", "ministry of foreign affairs", "foreign office", "mofa",
        ),
        "Pakistan Ministry of Defence, to the Senate": (
            "ministry of defence", "ministry of defense", "defence ministry", "defense ministry", "mod",
        ),
        "US government (ODNI)": ("us government", "american government", "odni", "united states", "washington", "white house", "obama"),
        "Conflict Monitoring Center, Islamabad": ("conflict monitoring center", "conflict monitoring centre", "cmc"),
        "Pakistan": ("government of pakistan", "pakistan government", "pakistani government", "pakistan", "islamabad", "government"),
    }  # fmt: skip
    fillers = "in london to un rapporteur emmerson senate pakistan pakistani pakistan's islamabad odni its".split()

    @property
    def model(self):
        """The row of the Bureau."""
        row = self._rows()[BUREAU]
        return {"counter": BUREAU, "low": row[0], "high": row[1], "first_year": row[2], "last_year": row[3]}

    @property
    def usual(self):
        """Wrong headlines, built from the tables."""
        rows, model = self._rows(), self.model
        killed = self._totals().loc[BUREAU]
        year = self._strikes(BUREAU).set_index("year").loc[2010]
        return {
            "another counter's end": {**model, "low": rows[NEW_AMERICA][0]},
            "all the dead": {**model, "low": int(killed["killed_min"]), "high": int(killed["killed_max"])},
            "one year's dead": {**model, "low": int(year["civilians_min"]), "high": int(year["civilians_max"])},
            "upside down": {**model, "low": model["high"], "high": model["low"]},
            "people of unknown status": self._with_unknown(),
            "no such figure": {**model, "low": 1, "high": 2},
            "one year": {**model, "first_year": 2010, "last_year": 2010},
            "another end": {**model, "last_year": 2013},
            "years upside down": {**model, "first_year": model["last_year"], "last_year": model["first_year"]},
            "an average": {**model, "counter": "the average of the counters"},
            "four countries": {
                "counter": "US government",
                "low": 64,
                "high": 116,
                "first_year": 2009,
                "last_year": 2015,
            },
            "which ministry": {"counter": "Pakistan", "low": 67, "high": 67, "first_year": 2008, "last_year": 2013},
            "nobody": {**model, "counter": "everybody knows"},
            "a year in words": {**model, "first_year": "the beginning"},
            "a number in words": {**model, "low": "hundreds"},
        }

    def faults(self, given):
        """Whether the counter is one of the table, then whether numbers and years are those of its row."""
        counter, fault = self._counter(given["counter"])
        if fault:
            yield fault
            return
        low, high = (_number(given[end]) for end in ("low", "high"))
        yield from self._about_numbers(counter, low, high)
        yield from self._about_years(counter, _year(given["first_year"]), _year(given["last_year"]))

    def _counter(self, value):
        """(the counter that a text names, what is wrong with it)."""
        if isinstance(value, (list, tuple, set)) and len(value) == 1:
            value = next(iter(value))
        if not isinstance(value, str):
            return (
                None,
                "`counter` has to be one name in quotes: a number of the dead without its counter is an orphan.",
            )
        if {"average", "mean", "middle", "both"} & set(value.casefold().split()):
            return None, "An average of counters is nobody's count. Choose one counter, with its own range."
        found, others = wording.names(value, self.spellings, self.fillers)
        found -= {"Pakistan", "US government (ODNI)"} if len(found) > 1 else set()
        if others or len(found) != 1:
            return (
                None,
                "`counter` has to name one counter, as in the column `counted_by` of `totals`, without further words.",
            )
        name = found.pop()
        if name == "Pakistan":
            return None, "Two ministries of Pakistan gave two figures. Say which of them counted."
        if name == "US government (ODNI)":
            return (
                None,
                "The American figure covers four countries, with no split. It cannot stand in a sentence about Pakistan.",
            )
        if name not in self._rows():
            return None, "This counter gives no range of civilians in the table. Choose another row."
        return name, ""

    def _about_numbers(self, counter, low, high):
        right = self._rows()[counter][:2]
        if (low, high) == right:
            return
        if low is None or high is None:
            yield "`low` and `high` have to be whole numbers in digits, such as 50."
        elif (high, low) == right:
            yield "`low` is higher than `high`: they have changed places."
        elif {low, high} & self._killed():
            yield "Those are all the dead, most of them counted as militants. The civilians stand in `civilians_min` and `civilians_max`."
        elif (low, high) == tuple(self._with_unknown()[end] for end in ("low", "high")):
            yield "That adds the people of unknown status, whom this counter does not call civilians."
        elif any((low, high) == pair for pair in self._single_years(counter)):
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

    def _totals(self):
        return data.evidence("drone_totals").dropna(subset="civilians_min").set_index("counted_by")

    def _rows(self):
        """{counter of Pakistan alone: (low, high, first year, last year)}."""
        totals = self._totals()
        totals = totals[totals["scope"] == "Pakistan"]
        years = totals["period"].str.split("/")
        return {
            counter: (int(low), int(high), int(span[0][:4]), int(span[-1][:4]))
            for counter, low, high, span in zip(
                totals.index, totals["civilians_min"], totals["civilians_max"], years, strict=True
            )
        }

    def _killed(self):
        """All numbers of all the dead that are not also a number of civilians."""
        killed = self._totals()[["killed_min", "killed_max"]].stack().dropna().astype(int)
        return set(killed) - {end for row in self._rows().values() for end in row[:2]}

    def _strikes(self, counter):
        strikes = data.evidence("drone_strikes")
        return strikes[strikes["counted_by"] == counter]

    def _single_years(self, counter):
        rows = self._strikes(counter).dropna(subset=["civilians_min", "civilians_max"])
        return {(int(low), int(high)) for low, high in zip(rows["civilians_min"], rows["civilians_max"], strict=True)}

    def _with_unknown(self):
        """New America's headline with the people of unknown status added."""
        low, high, first, last = self._rows()[NEW_AMERICA]
        more = self._strikes(NEW_AMERICA)[["unknown_status_min", "unknown_status_max"]].sum()
        ends = {"low": low + int(more.iloc[0]), "high": high + int(more.iloc[1])}
        return {"counter": NEW_AMERICA, **ends, "first_year": first, "last_year": last}


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


waziristan_share = WaziristanShare()
civilian_gap = CivilianGap()
share_range = ShareRange()
all_pakistanis_bad = AllPakistanis()
accusation_or_proof = AccusationOrProof()
fair_headline = FairHeadline()

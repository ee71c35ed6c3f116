"""The exercises of notebook 05, War on Terror."""

from uspak import data

from .core import Choice, Exercise, Keywords, Mistake

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
        "Call the result `wide`: the `wide` of section 4 is another table.",
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
        wide, lowest, killed = self._wide(["civilians_max", "civilians_min", "killed_max"])
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


class FairHeadline(Keywords):
    answer = "fair_headline"
    title = "A fair headline"
    question = (
        "Write one headline or first sentence on civilians killed by American drones in Pakistan that both an American and a Pakistani "
        "reader would have to accept. It names a counter, gives the low **and** the high figure of that counter's **total** (table "
        "`totals`, not one year), and says which years the total covers."
    )
    model = (
        "US drones killed 424 to 969 civilians in Pakistan from 2004 to 2018, says the Bureau of Investigative Journalism; New America, "
        "which leaves out people of unknown status, has 245 to 303."
    )
    wants = "one sentence in quotes"
    setup = SETUP
    hints = (
        "Four things: who counted, from how many, to how many, and in which years.",
        "Read the totals once more: `totals[['counted_by', 'period', 'civilians_min', 'civilians_max']]`.",
    )
    why = (
        "It can be checked, word by word. A fair sentence is longer than a loud one; that is its price. If you named two counters, you "
        "have also shown your reader that they disagree."
    )

    #: How a sentence may name each counter of the table.
    names = {
        BUREAU: ("bureau",),
        NEW_AMERICA: ("new america",),
        "Long War Journal": ("long war journal",),
        "Pakistan Foreign Ministry, to UN rapporteur Emmerson": (
            "foreign ministry",
            "government",
            "islamabad",
            "pakistan told",
        ),
        "Pakistan Ministry of Defence, to the Senate": ("ministry of defence", "defence ministry", "defense", "senate"),
    }

    @property
    def keywords(self):
        """What has to be mentioned; the numbers are those of the tables."""
        ranges = [pair for pairs in self._ranges().values() for pair in pairs]
        return {
            "Say who counted: a number of the dead without its counter is an orphan.": sum(self.names.values(), ()),
            "Give the low end of the counter's total, as in `totals`.": [str(low) for low, _ in ranges],
            "Give the high end of that total as well.": [str(high) for _, high in ranges],
            "Say in which years: these counts begin in 2004 or 2008 and end at different times.": [
                str(year) for year in range(2004, 2019)
            ],
            "Say that the dead you count are civilians; most of the dead are counted as militants.": (
                "civilian", "non combatant", "noncombatant",
            ),
        }  # fmt: skip

    def _ranges(self):
        """The ranges of civilians by counter; for New America also the one with people of unknown status."""
        totals = data.evidence("drone_totals").dropna(subset="civilians_min").set_index("counted_by")
        ranges = {name: [tuple(totals.loc[name, ["civilians_min", "civilians_max"]])] for name in self.names}
        unknown = data.evidence("drone_strikes")[["unknown_status_min", "unknown_status_max"]].sum()
        ranges[NEW_AMERICA].append(tuple(a + b for a, b in zip(ranges[NEW_AMERICA][0], unknown, strict=True)))
        return ranges

    def matches(self, answer, expected):
        """Whether each thing is mentioned, and a counter with its own range."""
        return super().matches(answer, expected) and self._gives_its_own_range(answer)

    def _gives_its_own_range(self, answer):
        said = answer.casefold()
        return any(
            any(name in said for name in self.names[counter]) and str(low) in said and str(high) in said
            for counter, pairs in self._ranges().items()
            for low, high in pairs
        )

    def mistakes(self):
        return (
            Mistake(
                "thousands of civilians",
                "Drones killed thousands of civilians in Pakistan.",
                "None of the counts in the table has thousands of civilians. Thousands is the order of all the dead.",
                when=lambda answer: (
                    "thousands of civilians" in answer.casefold() or "thousands of innocent" in answer.casefold()
                ),
            ),
            Mistake(
                "a middle",
                "According to the average of the counters, 485 civilians were killed from 2004 to 2018.",
                "An average of counters is nobody's count. Give one counter's range, or several side by side.",
                when=lambda answer: any(
                    word in answer.casefold() for word in ("average", "on the mean", "roughly in the middle")
                ),
            ),
            Mistake(
                "four countries",
                "Civilians killed by US drones in Pakistan, 2009 to 2015, says the US government: 64 to 116.",
                "The American figure covers four countries, with no split. It cannot stand in a sentence about Pakistan.",
                when=lambda answer: "64" in answer and "116" in answer,
            ),
            Mistake(
                "another counter's end",
                "The Bureau says that drones killed 424 to 303 civilians in Pakistan from 2004 to 2018.",
                "All the parts are there, but the two ends do not belong to the counter you name. Look at its row once more.",
                when=lambda answer: not self._missing(answer) and not self._gives_its_own_range(answer),
            ),
            Mistake(
                "no number",
                "Many innocent people died in American drone attacks.",
                "True, and it cannot be checked. Add who counted, the range and the years.",
                when=lambda answer: not any(sign.isdigit() for sign in answer) and "thousands" not in answer.casefold(),
            ),
        )


waziristan_share = WaziristanShare()
civilian_gap = CivilianGap()
share_range = ShareRange()
all_pakistanis_bad = AllPakistanis()
accusation_or_proof = AccusationOrProof()
fair_headline = FairHeadline()

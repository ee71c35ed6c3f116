"""The exercises of notebook 07, The army argument."""

import pandas as pd

from uspak import data

from .core import Choice, Exercise, Keywords, Mistake

#: What the notebook has made of the tables when the exercises begin.
SETUP = (
    'peace = data.evidence("peacekeeping")\n'
    'pakistan = peace[peace["country"] == "Pakistan"].astype({"rank": float})\n'
    'decembers = pakistan[(pakistan["date"].str.endswith("-12")) & (pakistan["year"] <= 2013)]\n'
    'armies = data.evidence("armies").set_index("country")\n'
    'seven = data.evidence("military_personnel")'
)
RELATIVE = ["troops_per_1000", "spending_percent_gdp", "peacekeepers_per_1000"]


def armies():
    """The twenty armies by name, with the two measures that the notebook works out."""
    table = data.evidence("armies").set_index("country")
    return table.assign(
        troops_per_1000=1000 * table["active_troops"] / table["population"],
        peacekeepers_per_1000=1000 * table["peacekeepers"] / table["active_troops"],
    )


def pakistan_in_peacekeeping():
    """Pakistan's rows of the peacekeeping table: all of them, and those of December 1990 to 2013."""
    table = data.evidence("peacekeeping")
    own = table[table["country"] == "Pakistan"].astype({"rank": float})
    return own, own[own["date"].str.endswith("-12") & (own["year"] <= 2013)]


def min_max(values):
    """Each column moved to the range 0 to 1."""
    return (values - values.min()) / (values.max() - values.min())


class TopFive(Exercise):
    answer = "top_five_share"
    title = "How consistent is 'consistently'?"
    question = (
        "In what percentage of the Decembers from 1990 to 2013 was Pakistan among the five largest contributors? The table `decembers` "
        "has one row for each. Give a number from 0 to 100."
    )
    hints = (
        'A condition marks the rows: `decembers["rank"] <= 5`. The rank may not be larger than five.',
        "True counts as 1 and False as 0, so the mean of a condition is a share. An empty rank is not `<= 5`, so it counts as False, "
        "as it should.",
        "Multiply by 100: `100 * (...).mean()`, with the condition in the place of the dots.",
    )
    setup = SETUP
    solution_code = 'top_five_share = 100 * (decembers["rank"] <= 5).mean()'
    why = (
        "In about seven Decembers out of ten. Look at which: not one from 1997 to 2000, every one from 2001 on. 'Consistently' fits "
        "the second half of the period, not the whole."
    )

    def expected(self):
        return float(100 * self.rows().mean())

    def rows(self):
        _, decembers = pakistan_in_peacekeeping()
        return decembers["rank"] <= 5

    def mistakes(self):
        own, decembers = pakistan_in_peacekeeping()
        top = decembers["rank"] <= 5
        return (
            Mistake("a share, not a percentage", float(top.mean()), "That is a share from 0 to 1. Multiply it by 100."),
            Mistake(
                "how many",
                int(top.sum()),
                "That is how many Decembers. Divide by the number of all of them, and multiply by 100.",
            ),
            Mistake(
                "first place only",
                float(100 * (decembers["rank"] == 1).mean()),
                "That is the share of first places. The question asks for the five best places.",
            ),
            Mistake(
                "the empty rank left out",
                float(100 * top.sum() / decembers["rank"].notna().sum()),
                "You left out the December without a rank. Pakistan sent nobody then, so it was not among the five: the row belongs "
                "below the line.",
            ),
            Mistake(
                "all months",
                float(100 * (own["rank"] <= 5).mean()),
                "You used all of Pakistan's rows. Later ones are single months, chosen because somebody reported them. Use `decembers`.",
            ),
        )


class NeighboursPerThousand(Exercise):
    answer = "neighbours_per_1000"
    label_column = "country"
    title = "Large for its people?"
    question = (
        "Active troops per 1,000 people for the five states of South Asia in the table `armies`: a Series with the names of the states "
        "as labels. Work it out from `active_troops` and `population`."
    )
    decimals = 2
    hints = (
        "`south_asia`, made in the cell above, has the five rows already.",
        "Divide one column by another; pandas does it row by row: troops by population.",
        'For each 1,000 people: `1000 * south_asia["active_troops"] / south_asia["population"]`.',
    )
    setup = SETUP
    solution_code = (
        'south_asia = armies[armies["region"] == "South Asia"]\n'
        'neighbours_per_1000 = 1000 * south_asia["active_troops"] / south_asia["population"]'
    )
    why = (
        "Sri Lanka, after a long civil war, keeps the most soldiers for its people, then Nepal. Pakistan is third and India, with the "
        "largest army of the twenty, is nearly last. A total tells who could win a war of numbers; a rate tells how much a people "
        "carries."
    )

    def _neighbours(self):
        table = armies()
        return table[table["region"] == "South Asia"]

    def expected(self):
        return self._neighbours()["troops_per_1000"]

    def mistakes(self):
        table = self._neighbours()
        troops, people = table["active_troops"], table["population"]
        return (
            Mistake(
                "per person", troops / people, "That is troops per person. The question asks for each 1,000 people."
            ),
            Mistake(
                "upside down",
                1000 * people / troops,
                "That is people for each 1,000 soldiers. Turn the division round.",
            ),
            Mistake(
                "rounded too early",
                (1000 * troops / people).round(1),
                "The way is right, but the values are rounded. Leave them as the division gives them.",
            ),
            Mistake(
                "all twenty", armies()["troops_per_1000"], "You have all twenty states. Keep those of South Asia first."
            ),
            Mistake("not divided", troops, "These are totals. Divide by the population, and multiply by 1,000."),
        )


class WhomTheSevenLeaveOut(Exercise):
    answer = "left_out"
    title = "Whom a comparison leaves out"
    question = (
        "The table `seven` (military_personnel) compares Pakistan with some Muslim-majority states. Which states of `armies` with more "
        "than 50 percent Muslims are not in it? Give a set of names."
    )
    hints = (
        'The names in `armies` are its labels. A condition keeps rows: `armies[armies["muslim_percent"] > 50]`.',
        'Make sets: `set(...index)` for the first table, `set(seven["country"])` for the second.',
        "Sets from notebook 02: `a - b` takes away from `a` what is in `b`.",
    )
    setup = SETUP
    solution_code = (
        'majority = set(armies[armies["muslim_percent"] > 50].index)\nleft_out = majority - set(seven["country"])'
    )
    why = (
        "Half of the set is missing, and not just small states: Algeria spends the largest part of its economy, Jordan and Senegal "
        "send many peacekeepers for their size, and Nigeria is in by a few points of an estimate. Who is left out decides who comes "
        "first."
    )

    def _sets(self):
        table = data.evidence("armies")
        majority = set(table[table["muslim_percent"] > 50]["country"])
        return majority, set(table["country"]), data.evidence("military_personnel")

    def expected(self):
        majority, _, seven = self._sets()
        return majority - set(seven["country"])

    def rows(self):
        right, (_, everybody, _) = self.expected(), self._sets()
        return pd.Series({name: name in right for name in everybody})

    def mistakes(self):
        majority, everybody, seven = self._sets()
        return (
            Mistake(
                "all that are missing",
                everybody - set(seven["country"]),
                "These are all states that the table lacks. Keep those with more than 50 percent Muslims first.",
            ),
            Mistake(
                "nothing taken away",
                majority,
                "These are all Muslim-majority states of `armies`. Take away those that `seven` has.",
            ),
            Mistake(
                "the wrong way round",
                set(seven["country"]) - majority,
                "You took the sets away the wrong way round. Which of them is the larger company?",
            ),
            Mistake(
                "in both",
                majority & set(seven["country"]),
                "These are in both tables. `-` takes away; `&` keeps what both have.",
            ),
        )


class RelativeScores(Exercise):
    answer = "relative_scores"
    label_column = "country"
    title = "An index of one's own"
    question = (
        "South Asia's five states once more. Scale these three measures to 0–1 within the five (min–max), then take the mean of the "
        "three for each state: `troops_per_1000`, `spending_percent_gdp`, `peacekeepers_per_1000`. The table `south_asia` has them as "
        "columns. A Series with the names as labels."
    )
    tolerance, decimals = 0.006, 2
    hints = (
        "Scale all three columns at once: `values - values.min()` works column by column.",
        "`scaled = (values - values.min()) / (values.max() - values.min())`, where `values` is `south_asia` with the three columns.",
        'The mean of each row: `scaled.mean(axis="columns")`.',
    )
    setup = (
        SETUP + "\n"
        'armies["troops_per_1000"] = 1000 * armies["active_troops"] / armies["population"]\n'
        'armies["peacekeepers_per_1000"] = 1000 * armies["peacekeepers"] / armies["active_troops"]\n'
        'south_asia = armies[armies["region"] == "South Asia"]'
    )
    solution_code = (
        f"values = south_asia[{RELATIVE}]\n"
        "scaled = (values - values.min()) / (values.max() - values.min())\n"
        'relative_scores = scaled.mean(axis="columns")'
    )
    why = (
        "For its size Sri Lanka comes first, with Pakistan a hair behind and Nepal third; India, first when totals and warheads count, is "
        "last. Nothing about the armies has changed, only what we agreed to call a good one."
    )

    def _values(self):
        table = armies()
        return table[table["region"] == "South Asia"][RELATIVE]

    def expected(self):
        return min_max(self._values()).mean(axis="columns")

    def rows(self):
        return min_max(self._values()).stack().droplevel(1)

    def mistakes(self):
        values = self._values()
        everybody = min_max(armies()[RELATIVE]).loc[values.index]
        return (
            Mistake(
                "not scaled",
                values.mean(axis="columns"),
                "You took the mean of unlike units, so the measure with the largest numbers decides. Scale each to 0–1 first.",
            ),
            Mistake(
                "sum",
                min_max(values).sum(axis="columns"),
                "That is the sum of the three. The question asks for the mean.",
            ),
            Mistake(
                "scaled over all twenty",
                everybody.mean(axis="columns"),
                "You scaled over all twenty states. Keep the five first, so that the worst of them is 0 and the best 1.",
            ),
            Mistake(
                "divided by the largest",
                (values / values.max()).mean(axis="columns"),
                "You divided by the largest value. Min–max takes the smallest away first, above and below the line.",
            ),
            Mistake(
                "mean of each column",
                min_max(values).mean(),
                'That is one mean for each measure. For one mean a state say `axis="columns"`.',
            ),
        )


class WhatPeacekeepersShow(Choice):
    answer = "what_numbers_show"
    title = "What a number of peacekeepers shows"
    question = (
        "In December 2008 Pakistan had more people under the United Nations than any other state. What may one conclude from that "
        "alone?"
    )
    options = {
        "A": "Its army was the most professional of all.",
        "B": "The state was willing to send many, and the UN was willing to take them.",
        "C": "It sent them for the money that the UN pays.",
        "D": "Other Muslim-majority armies were underdeveloped or political.",
    }
    right = "B"
    feedback = {
        "A": "The number says how many went, not how well they served. Which row of the table of measures says what it misses?",
        "C": "Payment is a reason that many states may have. A count of people does not show anybody's reasons.",
        "D": "A number for one state says nothing about another, and Bangladesh stood right behind with nearly as many. Try a narrower "
        "claim.",
    }
    hints = (
        "Ask of each sentence: could it be false while the number stays the same?",
        "Which sentence must be true, whatever the reasons of the state were and however well its soldiers served?",
    )
    why = (
        "A count shows a decision of two sides. Skill, motives and comparison need other evidence: reports on missions, budgets, the "
        "record of complaints. The article steps from 'many' to 'professional' in one sentence."
    )


class DefineIt(Keywords):
    answer = "my_definition"
    title = "Say what you mean by it"
    question = (
        "Write an operational definition of 'professional army' in one to three sentences: what you would count, among whom, in which "
        "years, and what your count misses."
    )
    keywords = {
        "Say what you would count: a number, share, rate or rank of something.": (
            "count",
            "number",
            "share",
            "percent",
            "rate",
            "rank",
            "ratio",
            "how many",
            "per 1",
        ),
        "Say among whom you compare: which states, and why those.": (
            "compar",
            "among",
            "states",
            "countries",
            "armies",
            "neighbour",
            "neighbor",
            "peers",
        ),
        "Say for which time: a year, or from when to when.": (
            "year",
            "decade",
            "annual",
            "since",
            "between 1",
            "between 2",
            "from 19",
            "from 20",
            "in 19",
            "in 20",
        ),
        "Say what your count misses or cannot see.": (
            "miss",
            "not ",
            "cannot",
            "can't",
            "leaves out",
            "leave out",
            "blind",
            "ignore",
            "overlook",
            "without",
        ),
    }
    hints = (
        "A vague word becomes testable when a stranger could repeat your count from your sentence alone.",
        "Begin with: 'I count … among … from … to …; this misses …'.",
    )
    model = (
        "I count the share of officers who passed a staff course, among the armies of South Asia, from 2015 to 2024; this misses "
        "whether the army obeys the elected government."
    )
    why = (
        "Now somebody can disagree with you precisely. Whatever you chose, notice what fell out of sight: that is where a critic will "
        "begin, and where the article left its readers alone."
    )


top_five_share = TopFive()
neighbours_per_1000 = NeighboursPerThousand()
left_out = WhomTheSevenLeaveOut()
relative_scores = RelativeScores()
what_numbers_show = WhatPeacekeepersShow()
my_definition = DefineIt()

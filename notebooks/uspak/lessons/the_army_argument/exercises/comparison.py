"""The exercises that put Pakistan's army among others: rates, sets of states and an index."""

import pandas as pd

from uspak import data
from uspak.exercises.core import Exercise, Mistake

from ..armies import by_country
from .notebook_state import SETUP

RELATIVE = ["troops_per_1000", "spending_percent_gdp", "peacekeepers_per_1000"]


def min_max(values):
    """Each column moved to the range 0 to 1."""
    return (values - values.min()) / (values.max() - values.min())


class NeighboursPerThousand(Exercise):
    answer = "neighbours_per_1000"
    label_column = "country"
    title = "Large for its population?"
    question = (
        "Work out the active troops per 1,000 people for the five states of South Asia in the table `armies`, from `active_troops` and "
        "`population`. Give a Series with the names of the states as labels."
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
        "Sri Lanka, after a long civil war, keeps the most soldiers for its population, then Nepal. Pakistan is third and India, with the "
        "largest army of the twenty, is nearly last. A total shows which army is larger; a rate shows how "
        "much a population carries."
    )

    def _neighbours(self):
        table = by_country()
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
                "That is people for each 1,000 soldiers. Divide the other way round.",
            ),
            Mistake(
                "rounded too early",
                (1000 * troops / people).round(1),
                "Your method is right, but the values are rounded. Leave them as the division gives them.",
            ),
            Mistake(
                "all twenty",
                by_country()["troops_per_1000"],
                "You have all twenty states. Keep those of South Asia first.",
            ),
            Mistake(
                "people for each soldier",
                people / troops,
                "That is people for each soldier. Divide the other way round, for 1,000 people.",
            ),
            Mistake("not divided", troops, "These are totals. Divide by the population, and multiply by 1,000."),
        )


class WhomTheSevenLeaveOut(Exercise):
    answer = "left_out"
    title = "Whom a comparison leaves out"
    question = (
        "The table `seven` (military_personnel) compares Pakistan with some Muslim-majority states. Which states of `armies` with more "
        "than 50 per cent Muslims are not in `seven`? Give a set of names."
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
        "Half of that group is missing, and not just small states. Algeria spends the largest share of its economy. Jordan and Senegal "
        "send many peacekeepers for their size. Nigeria is in it only by a few points of an estimate. The states that you leave out "
        "decide which state comes first."
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
                "These are all states that `seven` does not have. Keep those with more than 50 per cent Muslims first.",
            ),
            Mistake(
                "nothing taken away",
                majority,
                "These are all Muslim-majority states of `armies`. Take away those that `seven` has.",
            ),
            Mistake(
                "the wrong way round",
                set(seven["country"]) - majority,
                "You took the sets away the wrong way round. Which set is larger?",
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
    title = "An index of your own"
    question = (
        "Take South Asia's five states once more. Scale these three measures to 0–1 within the five (min–max), then take the mean of the "
        "three for each state: `troops_per_1000`, `spending_percent_gdp`, `peacekeepers_per_1000`. The table `south_asia` has them as "
        "columns. Give a Series with the names as labels."
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
        "For its size Sri Lanka comes first, with Pakistan very close behind and Nepal third. India, first when totals and warheads "
        "count, is last. Nothing about the armies has changed, only what we agreed to call a good army."
    )

    def _values(self):
        table = by_country()
        return table[table["region"] == "South Asia"][RELATIVE]

    def expected(self):
        return min_max(self._values()).mean(axis="columns")

    def rows(self):
        return min_max(self._values()).stack().droplevel(1)

    # long: a literal table of eight mistakes
    def mistakes(self):
        values = self._values()
        everybody = min_max(by_country()[RELATIVE]).loc[values.index]
        scaled = min_max(values)
        fewer = [scaled[column] for column in RELATIVE]
        fewer += [scaled.drop(columns=column).mean(axis="columns") for column in RELATIVE]
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
                "You divided by the largest value. Min–max subtracts the smallest value first, before and after the division sign.",
            ),
            Mistake(
                "brackets left out",
                (values - values.min() / (values.max() - values.min())).mean(axis="columns"),
                "Python divides before it subtracts. Put the first difference in brackets: `(values - values.min()) / …`.",
            ),
            Mistake(
                "fewer measures",
                scaled.drop(columns=RELATIVE[-1]).mean(axis="columns"),
                "That is one measure alone or the mean of two. The question names three.",
                when=lambda answer: any(self.same(answer, one) for one in fewer),
            ),
            Mistake(
                "standard scores",
                ((values - values.mean()) / values.std()).mean(axis="columns"),
                "You scaled with mean and standard deviation. Min–max turns the smallest value into 0 and the largest into 1.",
            ),
            Mistake(
                "mean of each column",
                min_max(values).mean(),
                'That is one mean for each measure. For one mean for each state write `axis="columns"`.',
            ),
        )

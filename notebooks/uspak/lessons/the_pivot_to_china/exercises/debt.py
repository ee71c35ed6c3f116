"""The exercise on debt: one sum over three denominators."""

from uspak import data
from uspak.exercises.core import Exercise, Mistake

from .notebook_state import SETUP

OWED = "owed_usd_billions_current"


class ThreeDenominators(Exercise):
    answer = "three_shares"
    title = "One debt, three denominators"
    question = (
        "What percentage do Chinese creditors hold (1) of all external debt, (2) of the debt to states and (3) of the commercial debt? "
        'Give a dict with the keys "all", "states" and "commercial", not rounded to whole numbers. '
        'The Chinese rows are "China (state)" and "China (commercial banks)".'
    )
    decimals = 1
    hints = (
        'The sums of the groups: `groups = creditors.groupby("creditor_group")["owed"].sum()`. The sum of all: `creditors["owed"].sum()`.',
        'The two Chinese rows: `china = creditors.set_index("creditor")["owed"]`, then `china["China (state)"]` and '
        '`china["China (commercial banks)"]`.',
        "For (1) add both rows and divide by all. For (2) the state's row over `groups[\"bilateral\"]`. For (3) the banks' row over "
        '`groups["commercial"]`. Each times 100.',
    )
    setup = SETUP
    solution_code = (
        'groups = creditors.groupby("creditor_group")["owed"].sum()\n'
        'china = creditors.set_index("creditor")["owed"]\n'
        'state, banks = china["China (state)"], china["China (commercial banks)"]\n'
        "three_shares = {\n"
        '    "all": 100 * (state + banks) / creditors["owed"].sum(),\n'
        '    "states": 100 * state / groups["bilateral"],\n'
        '    "commercial": 100 * banks / groups["commercial"],\n'
        "}"
    )
    why = (
        "The smallest and the largest of the three are both true, and one is twice the other. People who want to warn "
        "quote the debt to states. People who want to calm quote all debt, or CPEC loans alone. Before you ask whether a share "
        "is large, ask what it is a share of."
    )

    def _parts(self):
        table = data.evidence("external_debt_creditors")
        owed = table.set_index("creditor")[OWED]
        return owed["China (state)"], owed["China (commercial banks)"], table.groupby("creditor_group")[OWED].sum()

    def _shares(self, state, banks, groups):
        return {
            "all": float(100 * (state + banks) / groups.sum()),
            "states": float(100 * state / groups["bilateral"]),
            "commercial": float(100 * banks / groups["commercial"]),
        }

    def expected(self):
        return self._shares(*self._parts())

    def mistakes(self):
        state, banks, groups = self._parts()
        right, whole = self.expected(), groups.sum()
        return (
            Mistake(
                "fractions",
                {key: value / 100 for key, value in right.items()},
                "These are fractions. The question asks for percentages.",
            ),
            Mistake(
                "rounded",
                {key: float(round(value)) for key, value in right.items()},
                "The method is right, but you rounded to whole numbers. Give at least one place after the decimal point.",
            ),
            Mistake(
                "one denominator",
                {"all": right["all"], "states": float(100 * state / whole), "commercial": float(100 * banks / whole)},
                "You divided all three by the whole debt. For the second and third the denominator is the group's own sum.",
            ),
            Mistake(
                "the state alone",
                right | {"all": float(100 * state / whole)},
                "For all debt you left out what is owed to Chinese banks.",
            ),
            Mistake(
                "amounts",
                {"all": float(state + banks), "states": float(state), "commercial": float(banks)},
                "These are billions of dollars. Divide each by its denominator.",
            ),
            Mistake(
                "both rows over each group",
                {
                    "all": right["all"],
                    "states": float(100 * (state + banks) / groups["bilateral"]),
                    "commercial": float(100 * (state + banks) / groups["commercial"]),
                },
                "Debt to Chinese banks is not debt to a state: only one of the two rows belongs to each group.",
            ),
        )

"""The exercises on the China–Pakistan Economic Corridor: which costs are known, and what may be said of 62 billion dollars."""

from uspak.exercises.core import Choice, Exercise, Mistake

from ..corridor import projects
from .notebook_state import SETUP


class KnownCosts(Exercise):
    answer = "known_costs"
    title = "Known costs by kind and outcome"
    question = (
        "How many costs are known? Make a pivot table of `projects`: one row for each `category` and one column for each `outcome`. "
        "In the cells put the number of projects with a known `cost` (not how large it is), and 0 where there is none."
    )
    hints = (
        "`projects.pivot_table(index=…, columns=…, values=…, aggfunc=…)`: rows, columns, what is counted, and how.",
        'The rows are `"category"`, the columns `"outcome"`, the values `"cost"`; `"count"` counts the values that are not missing.',
        "One more argument fills the cells without a project: `fill_value=0`.",
    )
    setup = SETUP
    solution_code = 'known_costs = projects.pivot_table(index="category", columns="outcome", values="cost", aggfunc="count", fill_value=0)'

    @property
    def why(self):
        table = projects()
        known, every = table["cost"].count(), len(table)
        return (
            f"You may fill a count: 0 known costs is true, whether there is no such project or none with a known cost. {known} of {every} "
            "costs are known. Compare this table with the counts of projects: where the two differ, a sum of costs leaves something out. "
            "A state is also only as good as its date: see `state_as_of`."
        )

    def _pivot(self, **changed):
        wanted = {"index": "category", "columns": "outcome", "values": "cost", "aggfunc": "count", "fill_value": 0}
        return projects().pivot_table(**{**wanted, **changed})

    def expected(self):
        return self._pivot()

    def mistakes(self):
        return (
            Mistake(
                "number of projects",
                self._pivot(values="project"),
                "These are numbers of projects. Count the values of `cost`: a missing one is not counted.",
            ),
            Mistake(
                "sums",
                self._pivot(aggfunc="sum"),
                "These are sums of dollars. The question asks how many costs are known.",
            ),
            Mistake(
                "means", self._pivot(aggfunc="mean"), "These are averages. The question asks how many costs are known."
            ),
            Mistake(
                "empty cells",
                self._pivot(fill_value=None),
                "The counts are right, but some cells are empty. In a count, no project is 0.",
            ),
            Mistake(
                "rows and columns swapped",
                self._pivot(index="outcome", columns="category"),
                "Rows and columns are swapped: the kinds belong in the rows, the outcomes in the columns.",
            ),
        )


class SixtyTwoBillion(Choice):
    answer = "fair_62"
    title = "A fair sentence on 62 billion"
    question = "Which sentence do the tables of this notebook support?"
    options = {
        "A": "China has invested 62 billion dollars in Pakistan.",
        "B": "The 62 billion were invented; nothing was built.",
        "C": "The plan was up to 62 billion dollars; about 25 billion were claimed as invested by 2023.",
        "D": "Pakistan owes China 62 billion dollars for CPEC.",
    }
    right = "C"
    feedback = {
        "A": "62 is a planned total that an official named in April 2017. What was claimed as invested by 2023 is less than half.",
        "B": "Look at the map: most projects of the list were completed. The plan was larger than what was built, but much was built.",
        "D": "No source gives this number for CPEC. Plans, investments and debts are three different things: find the table for each.",
    }
    hints = (
        "Ask of each sentence: is it about a plan, about money spent, or about a debt?",
        "The chart of section 2 shows what was announced and what was claimed as spent, each with its date.",
    )
    why = (
        "It keeps two things apart: a plan with its highest number, and a claim with its date. It also says 'claimed', because "
        "nobody outside has audited the sum."
    )

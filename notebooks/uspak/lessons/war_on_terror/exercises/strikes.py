"""Exercises 1 and 2 of notebook 05: two lists of the same strikes."""

from uspak import data
from uspak.exercises.core import Exercise, Mistake

from ..drone_strikes import BUREAU, NEW_AMERICA, WAZIRISTAN
from .notebook_state import SETUP


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
        "More than nine strikes in ten fell on two agencies. On the map of Pakistan that is a small area; for the people there it was "
        "strike after strike. The share of the civilians killed there is smaller, because "
        "one strike on a seminary in Bajaur killed some eighty of them."
    )

    def expected(self):
        return _share_of(BUREAU, WAZIRISTAN)

    def rows(self):
        area = data.evidence("drone_strikes_by_area")
        return area[(area["counted_by"] == BUREAU) & area["agency"].isin(WAZIRISTAN)]["strikes"]

    # long: the usual mistakes, one entry each
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
                "You divided by the strikes of two counters. Divide by the strikes of the Bureau alone.",
            ),
            Mistake(
                "the whole",
                int(bureau["strikes"].sum()),
                "That is how many strikes the Bureau lists. What share of them fell in the two agencies?",
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
                "You added up two counters, and both list the same strikes. Keep the rows of the Bureau first.",
            ),
            Mistake(
                "rows instead of strikes",
                100 * len(inside) / len(bureau),
                "You counted rows of the table. One row can hold many strikes: add up the column `strikes`.",
            ),
        )


class CivilianGap(Exercise):
    answer = "civilian_gap"
    label_column = "year"
    title = "How far apart are the counters?"
    question = (
        "For each year from 2004 to 2018: by how much is the Bureau's highest number of civilians above New America's highest? "
        "Give a Series with the years as labels, and a minus sign where New America counts more."
    )
    wants = "a Series, one number for each year"
    hints = (
        "`strikes.pivot(index=..., columns=..., values=...)` gives a table with one row for each year and one column for each counter.",
        'The values are `"civilians_max"`, the columns `"counted_by"`, the index `"year"`. '
        "Call the result `wide`: the `wide` of section 1 holds strikes.",
        'Then subtract one column from the other: `wide["Bureau of Investigative Journalism"] - wide["New America"]`.',
    )
    setup = SETUP
    solution_code = (
        'wide = strikes.pivot(index="year", columns="counted_by", values="civilians_max")\n'
        'civilian_gap = wide["Bureau of Investigative Journalism"] - wide["New America"]'
    )
    why = (
        "The gap is widest from 2008 to 2011, and small before 2007 and after 2012. It is not an error of "
        "copying: the two lists have nearly the same strikes. They differ on who the dead were, and on what they do with people "
        "whose status is unknown."
    )

    def _wide(self, columns):
        """One table for each column: a row a year, a column for each of the two counters."""
        strikes = data.evidence("drone_strikes")
        strikes = strikes[strikes["counted_by"].isin([BUREAU, NEW_AMERICA])]
        return [strikes.pivot(index="year", columns="counted_by", values=column).astype(int) for column in columns]

    def expected(self):
        (wide,) = self._wide(["civilians_max"])
        return wide[BUREAU] - wide[NEW_AMERICA]

    # long: the usual mistakes, one entry each
    def mistakes(self):
        wide, lowest, killed, strikes = self._wide(["civilians_max", "civilians_min", "killed_max", "strikes"])
        gap = wide[BUREAU] - wide[NEW_AMERICA]
        return (
            Mistake(
                "the Bureau alone", wide[BUREAU], "These are the Bureau's numbers. Subtract New America's from them."
            ),
            Mistake(
                "New America alone",
                wide[NEW_AMERICA],
                "These are New America's numbers. Subtract them from the Bureau's.",
            ),
            Mistake(
                "the other way round", -gap, "You subtracted the Bureau from New America. Turn the subtraction round."
            ),
            Mistake(
                "lowest figures",
                lowest[BUREAU] - lowest[NEW_AMERICA],
                "These are the gaps between the lowest numbers. The question is about the highest (`civilians_max`).",
            ),
            Mistake(
                "strikes",
                strikes[BUREAU] - strikes[NEW_AMERICA],
                "That is the gap in the number of strikes: the `wide` of section 1. Make a `wide` of `civilians_max`.",
            ),
            Mistake(
                "sum",
                wide[BUREAU] + wide[NEW_AMERICA],
                "You added the two counters up. Subtract New America's numbers from the Bureau's.",
            ),
            Mistake(
                "all killed",
                killed[BUREAU] - killed[NEW_AMERICA],
                "That is the gap for all people killed. The question is about civilians.",
            ),
            Mistake(
                "the pivot itself",
                wide,
                "That is a table with both counters. One step is missing: subtract one of its columns from the other.",
                when=lambda answer: BUREAU in answer.columns and NEW_AMERICA in answer.columns,
            ),
            Mistake(
                "one sum",
                int(gap.sum()),
                "That is one number for all years. The question asks for each year: a Series.",
            ),
        )

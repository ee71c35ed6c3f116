"""The exercises on arms imports: shares of two wholes, and who led in which period."""

from uspak import data
from uspak.exercises.core import Exercise, Mistake

from .notebook_state import SETUP


def volume():
    """Arms imports in millions of TIV: one row a five-year period, one column a supplier, 0 where nothing is listed."""
    arms = data.evidence("arms_imports")
    arms = arms.assign(period=arms["year"] // 5 * 5)
    return arms.pivot_table(index="period", columns="supplier", values="tiv_millions", aggfunc="sum", fill_value=0)


def leaders(table):
    """The largest supplier of each period."""
    return table.idxmax(axis="columns")


class ChinaInTheSixties(Exercise):
    answer = "china_1965_69"
    title = "The first lead, by another whole"
    question = "What percentage of all that China delivered from 1950 to 2024 came in the period 1965 to 1969? Use the table `volume`."
    hints = (
        'The whole is now everything that China delivered: one column of `volume`, `column = volume["China"]`.',
        "The part is the row of 1965 in it: `column.loc[1965]`. The whole is the sum of the column: `column.sum()`.",
        "Part divided by whole, times 100.",
    )
    setup = SETUP
    solution_code = 'column = volume["China"]\nchina_1965_69 = 100 * column.loc[1965] / column.sum()'

    @property
    def why(self):
        row = volume().loc[1965]
        return (
            f"One numerator, {row['China']:,.0f} million TIV, and two wholes: {100 * row['China'] / row.sum():.0f} per cent of what "
            "Pakistan "
            f"imported in those years, and {self.expected():.0f} per cent of what China has delivered since 1950. The first lead was large "
            "for its time and is small compared with what came later. Both sentences are true; say which whole you mean."
        )

    def expected(self):
        column = self.rows()
        return float(100 * column.loc[1965] / column.sum())

    def rows(self):
        return volume()["China"]

    def mistakes(self):
        table = volume()
        row, column = table.loc[1965], table["China"]
        return (
            Mistake(
                "fraction",
                float(row["China"] / column.sum()),
                "That is the share as a fraction. The question asks for a percentage.",
            ),
            Mistake(
                "the volume",
                float(row["China"]),
                "That is the volume in millions of TIV. Divide it by all that China delivered.",
            ),
            Mistake(
                "the share of the period",
                float(100 * row["China"] / row.sum()),
                "That is China's share of the period, the sum of a row. Here the whole is all that China delivered: the sum of a column.",
            ),
            Mistake(
                "of all suppliers",
                float(100 * row["China"] / table.to_numpy().sum()),
                "You divided by the deliveries of all suppliers in all periods. Take those of China alone.",
            ),
            Mistake(
                "the period after",
                float(100 * column.loc[1970] / column.sum()),
                "That is the period that begins in 1970.",
            ),
        )


class WhenChinaLed(Exercise):
    answer = "china_led"
    title = "The periods in which China led"
    question = "In which periods of `volume` was China the largest supplier? Give a set of the first years, such as {1950, 1955}."
    hints = (
        '`volume.idxmax(axis="columns")` names, for each row, the column with the largest value.',
        'Keep the rows where that name is China: `first = volume.idxmax(axis="columns")`, then `first[first == "China"]`.',
        "The first years are the index of what is left: `set(….index)`.",
    )
    setup = SETUP
    solution_code = 'first = volume.idxmax(axis="columns")\nchina_led = set(first[first == "China"].index)'
    why = (
        "Nine of fifteen: 1965–69, 1970–74, 1980–84, 1990–94 and every period since 2000; France, the United States and Ukraine led in "
        "between. A newspaper of 2025 (source deccanherald-2025-sipri) wrote that China has led in every such period since 1990–94; "
        "SIPRI's register has Ukraine first in 1995–99. One line of code was enough to find this out."
    )

    def expected(self):
        first = leaders(volume())
        return {int(year) for year in first[first == "China"].index}

    def rows(self):
        return leaders(volume()) == "China"

    def mistakes(self):
        table = volume()
        first = leaders(table)
        share = table["China"] / table.sum(axis="columns")
        ahead = table["China"] > table["United States"]
        return (
            Mistake(
                "more than half",
                {int(year) for year in share[share > 0.5].index},
                "These are the periods in which China had more than half. To lead it is enough to have more than each other supplier.",
            ),
            Mistake(
                "ahead of the United States",
                {int(year) for year in ahead[ahead].index},
                "In these periods China was ahead of the United States. In some of them a third supplier was ahead of both.",
            ),
            Mistake(
                "as the newspaper says",
                {int(year) for year in table.index if year >= 1990},
                "A newspaper wrote this in 2025. Look at each row, also before 1990, and again at 1995.",
            ),
            Mistake(
                "the others",
                {int(year) for year in first[first != "China"].index},
                "These are the periods in which another supplier led.",
            ),
            Mistake(
                "how many",
                int((first == "China").sum()),
                "That is how many there are. The question asks which: a set of years.",
            ),
        )

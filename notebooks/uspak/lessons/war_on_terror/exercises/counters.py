"""The counters that a headline may name: what an answer may call them, and what the tables have for each."""

from typing import NamedTuple

from uspak import data
from uspak.exercises import text_matching

from ..counts import totals, unknown_status
from ..drone_strikes import BUREAU, NEW_AMERICA

#: How a short text may name each counter of the table.
SPELLINGS = {
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
#: Words that may stand beside a name.
FILLERS = "in london to un rapporteur emmerson senate pakistan pakistani pakistan's islamabad odni its".split()


class Total(NamedTuple):
    """What a counter has for civilians killed in Pakistan alone: lowest and highest number, first and last year."""

    low: int
    high: int
    first_year: int
    last_year: int


def rows():
    """The total of each counter that gives one for Pakistan alone: a dict from its name to a ``Total``."""
    alone = totals().query("scope == 'Pakistan'")
    years = alone["period"].str.split("/")
    return {
        counter: Total(int(low), int(high), int(span[0][:4]), int(span[-1][:4]))
        for counter, low, high, span in zip(
            alone.index, alone["civilians_min"], alone["civilians_max"], years, strict=True
        )
    }


def all_the_dead():
    """All numbers of all the dead that are not also a number of civilians: a set."""
    killed = totals()[["killed_min", "killed_max"]].stack().dropna().astype(int)
    return set(killed) - {end for row in rows().values() for end in row[:2]}


def by_year(counter):
    """What a counter has for each year: the rows of ``drone_strikes``, by year."""
    strikes = data.evidence("drone_strikes")
    return strikes[strikes["counted_by"] == counter].set_index("year")


def single_years(counter):
    """The lowest and highest number of civilians of each single year: a set of pairs."""
    known = by_year(counter).dropna(subset=["civilians_min", "civilians_max"])
    return {(int(low), int(high)) for low, high in zip(known["civilians_min"], known["civilians_max"], strict=True)}


def with_unknown_status():
    """New America's total with the people of unknown status added."""
    total, (fewest, most) = rows()[NEW_AMERICA], unknown_status()
    return total._replace(low=total.low + int(fewest), high=total.high + int(most))


def named(value):
    """The counter that a part of an answer names: (its name or None, what is wrong with it or an empty text)."""
    if isinstance(value, (list, tuple, set)) and len(value) == 1:
        value = next(iter(value))
    if not isinstance(value, str):
        return (
            None,
            "`counter` has to be one name in quotation marks: nobody can check a death toll if you do not say who counted.",
        )
    if {"average", "mean", "middle", "both"} & set(value.casefold().split()):
        return None, "An average of counters is a number that nobody counted. Choose one counter, with its own range."
    found, others = text_matching.names(value, SPELLINGS, FILLERS)
    found -= {"Pakistan", "US government (ODNI)"} if len(found) > 1 else set()
    if others or len(found) != 1:
        return (
            None,
            "`counter` has to name one counter, as in the column `counted_by` of `totals`, without further words.",
        )
    name = found.pop()
    if name == "Pakistan":
        return None, "Two ministries of Pakistan gave two numbers. Say which of them counted."
    if name == "US government (ODNI)":
        return (
            None,
            "The American number covers four countries, with no split. You cannot use it in a sentence about Pakistan.",
        )
    if name not in rows():
        return None, "This counter gives no range of civilians in the table. Choose another row."
    return name, ""

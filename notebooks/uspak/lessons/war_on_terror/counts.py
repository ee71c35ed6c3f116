"""The six counts of civilians killed by American drones: their ranges, their shares, and which headlines they bear out."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from uspak import data, dates

from .drone_strikes import BUREAU, NEW_AMERICA, written_range


class Count(NamedTuple):
    """How one count is named and described: on the axis, in a headline, and who counts by what rule."""

    axis: str
    short: str
    rule: str


#: The counts by their name in ``drone_totals``, in the order of the figure from the top.
COUNTS = {
    BUREAU: Count(
        "Bureau, 2004–2018",
        "The Bureau",
        "Journalists in London. For each strike they keep the lowest and the highest number that anybody reported.",
    ),
    NEW_AMERICA: Count(
        "New America, 2004–2018",
        "New America",
        "A think tank in Washington. Two credible reports are needed for each strike, and there is a third class: "
        "{unknown} people of unknown status. Here they are {choice}.",
    ),
    "Long War Journal": Count(
        "Long War Journal, 2004–2018",
        "Long War Journal",
        "An American website that follows armed groups. It gives one number and no range. We could see no total of the dead.",
    ),
    "Pakistan Foreign Ministry, to UN rapporteur Emmerson": Count(
        "Pakistan to the UN,<br>2004–March 2013",
        "Pakistan to the UN",
        "The Foreign Ministry's numbers for the UN's rapporteur: the lower end is civilians, the upper end adds people "
        "who were probably not fighters.",
    ),
    "Pakistan Ministry of Defence, to the Senate": Count(
        "Pakistan to its Senate,<br>2008–October 2013",
        "Pakistan to its Senate",
        "The Ministry of Defence's written reply to the Senate, seven months after the same government's number for the UN.",
    ),
    "US government (ODNI)": Count(
        "US, four countries,<br>2009–2015",
        "The US",
        "The official release of 2016 for Pakistan, Yemen, Somalia and Libya together, with no split by country. Officials told "
        "The New York Times in 2012 that men of fighting age in a strike zone count as fighters unless shown innocent; the "
        "release says that not all such men do.",
    ),
}
#: The counters of the whole campaign that give a range and belong to no government.
OUTSIDE = (BUREAU, NEW_AMERICA)
MEASURES = {
    "people": "number of civilians",
    "like": "share of all killed, lowest by lowest",
    "widest": "share of all killed, widest range",
}
UNKNOWN = {False: "left out", True: "counted as civilians"}


def totals():
    """The rows of ``drone_totals`` that give civilians, by the name of the count.

    Source: ``data/evidence/drone_totals.csv``, with the source of each row.
    """
    return data.evidence("drone_totals").dropna(subset="civilians_min").set_index("counted_by")


def unknown_status():
    """The people whom New America calls neither civilian nor militant, all years: (lowest number, highest number).

    Source: ``data/evidence/drone_strikes.csv``.
    """
    yearly = data.evidence("drone_strikes").groupby("counted_by")[["unknown_status_min", "unknown_status_max"]].sum()
    return tuple(yearly.loc[NEW_AMERICA])


def counts(unknown=False):
    """The counts of civilians killed by American drones.

    Args:
        unknown: whether the people whom New America calls neither civilian nor militant count as civilians.

    Returns:
        A DataFrame with one row for each key of ``COUNTS`` (the index), and the columns ``civilians_min``,
        ``civilians_max``, ``killed_min`` and ``killed_max`` (people; NA where the counter gives none).

    Raises:
        KeyError: if a count is missing from ``drone_totals``.
    """
    table = totals().loc[list(COUNTS), ["civilians_min", "civilians_max", "killed_min", "killed_max"]]
    if unknown:
        for end, people in zip(("min", "max"), unknown_status(), strict=True):
            table.loc[NEW_AMERICA, f"civilians_{end}"] += people
    return table


def ranges(measure="people", unknown=False):
    """The lowest and highest value of each count.

    Args:
        measure: ``"people"``; ``"like"``: percent of all killed, lowest by lowest and highest by highest, the
            smaller of the two first; ``"widest"``: percent, fewest civilians among the most dead to most civilians among the fewest dead.
        unknown: as for :func:`counts`.

    Returns:
        A DataFrame with the index of :func:`counts` and the columns ``low`` and ``high`` (float, NaN where a counter
        gives no total of the dead).

    Raises:
        ValueError: for an unknown measure.
    """
    if measure not in MEASURES:
        raise ValueError(f"There is no {measure!r}. Possible: {', '.join(MEASURES)}.")
    table = counts(unknown).astype("Float64").astype(float)
    low, high = table["civilians_min"], table["civilians_max"]
    if measure != "people":
        first, last = ("killed_min", "killed_max") if measure == "like" else ("killed_max", "killed_min")
        low, high = 100 * low / table[first], 100 * high / table[last]
    both = pd.DataFrame({"low": low, "high": high})
    return pd.DataFrame({"low": both.min(axis=1), "high": both.max(axis=1)})


class Headline(NamedTuple):
    """A headline to choose: its words, whether a count with its lowest and highest figure bears it out, and what to say."""

    words: str
    fits: Callable[[str, float, float], bool]
    comment: str


#: The headlines to choose from, in order.
HEADLINES = (
    Headline(
        "Drones have killed 67 civilians",
        lambda count, low, high: low == high == 67,
        "It has one source: a government that had named at least 400 seven months before. It names neither the source nor the years.",
    ),
    Headline(
        "Drones have killed thousands of civilians",
        lambda count, low, high: high >= 2000,
        "Thousands of people were killed, but none of these counts has thousands of civilians. The Conflict Monitoring Center in "
        "Islamabad wrote of 2,043 dead by 2010, mostly civilians; we could see no number for the civilians.",
    ),
    Headline(
        "Hundreds of civilians killed by drones in Pakistan",
        lambda count, low, high: low >= 200 and high < 1000,
        "It is short. It does not say who counted, or in which years, or that others count 67 or 158.",
    ),
    Headline(
        "Two counters outside government: 245 to 969 civilians, 2004–2018",
        lambda count, low, high: count in OUTSIDE and low >= 245 and high <= 969,
        "It gives its years and says who did not count. But it joins two ranges into one, and the Long War Journal, also outside "
        "government, counts 158. It does not say that all of them count from afar, mainly from press reports.",
    ),
)


def bearing(headline, unknown=False):
    """The counts that bear out a headline.

    Args:
        headline: one of ``HEADLINES``.
        unknown: as for :func:`counts`.

    Returns:
        A list of keys of ``COUNTS``.
    """
    return [count for count, low, high in ranges("people", unknown).itertuples() if headline.fits(count, low, high)]


def described(count, unknown=False):
    """One count in words: its area, its years, who counts and how."""
    row = totals().loc[count]
    first, last = (dates.written_date(part) for part in row["period"].split("/"))
    rule = COUNTS[count].rule.format(unknown=written_range(*unknown_status()), choice=UNKNOWN[unknown])
    return f"{count} ({row['scope']}, {first} to {last}). {rule}"


def every_count():
    """All counts by all measures: a DataFrame of texts, one row for each count, ranges as "424–969"."""
    columns = {"Counted by": list(COUNTS)}
    for unknown in (False, True):
        for measure, words in MEASURES.items():
            if unknown and measure != "people":
                continue
            name = f"Civilians: {words}" + (", with people of unknown status" if unknown else "")
            columns[name] = [written_range(*pair) for pair in ranges(measure, unknown).itertuples(index=False)]
    return pd.DataFrame(columns)

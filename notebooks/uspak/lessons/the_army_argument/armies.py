"""The twenty armies of notebook 07: seven measures of them, and the ranks that follow from how these are weighted."""

import functools
import itertools

import numpy as np
import pandas as pd

from uspak import data

#: The companies in which Pakistan's army can be put: words for the list, and what picks the rows of the table.
SETS = {
    "muslim": ("Muslim-majority states", lambda armies: armies["muslim_percent"] > 50),
    "south-asia": ("South Asia", lambda armies: armies["region"] == "South Asia"),
    "peacekeepers": ("Ten largest peacekeepers", lambda armies: armies["peacekeepers"].rank(ascending=False) <= 10),
    "all": ("All twenty states", lambda armies: armies["active_troops"] > 0),
}
WEIGHTS = {0: "not counted", 1: "once", 2: "twice"}
OWN = "Pakistan"


def by_country():
    """The twenty armies, with the two measures that the notebook works out.

    Returns:
        ``uspak.evidence("armies")`` with the name of the state as index and the columns ``troops_per_1000`` (active troops
        per 1,000 people) and ``peacekeepers_per_1000`` (per 1,000 active troops).
    """
    table = data.evidence("armies").set_index("country")
    return table.assign(
        troops_per_1000=1000 * table["active_troops"] / table["population"],
        peacekeepers_per_1000=1000 * table["peacekeepers"] / table["active_troops"],
    )


def measured():
    """The seven measures of ``uspak.evidence("army_measures")`` for the twenty armies.

    Returns:
        A DataFrame with one row for each state (its name is the index) and one column for each measure, in its own unit:
        people, people per 1,000, percent of GDP, coups, warheads.
    """
    return by_country()[list(data.evidence("army_measures")["measure"])].astype(float)


def comparators(company):
    """The names of the states in one of ``SETS``, as a list in the order of the table.

    Raises:
        ValueError: if there is no such set.
    """
    if company not in SETS:
        raise ValueError(f"There is no set {company!r}. Possible: {', '.join(SETS)}.")
    armies = data.evidence("armies")
    return armies[SETS[company][1](armies)]["country"].tolist()


def scaled(company):
    """The measures of a set's states, each moved to the range 0 (worst in the set) to 1 (best in the set).

    'Best' is what the table calls better: more of everything, but fewer coups. A measure in which all are equal is 0.

    Args:
        company: a key of ``SETS``.

    Returns:
        A DataFrame with one row for each state and one column for each measure.
    """
    values = measured().loc[comparators(company)]
    fewer = data.evidence("army_measures").query("better == 'fewer'")["measure"]
    values[list(fewer)] *= -1
    spread = values.max() - values.min()
    return ((values - values.min()) / spread.where(spread > 0)).fillna(0.0)


def scores(company, weights):
    """The weighted mean of the scaled measures for each state of a set.

    Args:
        company: a key of ``SETS``.
        weights: a Series with a weight for each measure, not all of them 0.

    Returns:
        A Series with the names of the states as index, from 0 to 1, highest first.
    """
    return (scaled(company) @ (weights / weights.sum())).round(6).sort_values(ascending=False, kind="stable")


def rank(scores):
    """Pakistan's rank in what :func:`scores` returns; equal scores share the better rank."""
    return int((scores > scores[OWN]).sum()) + 1


@functools.cache
def weightings():
    """All ways to count each of seven measures not at all, once or twice, each kept once.

    Counting everything once and everything twice is the same weighting, so of the 2,186 ways 2,059 are left.

    Returns:
        A read-only array of shape (2059, 7); each row adds up to 1.
    """
    ways = np.array([way for way in itertools.product(WEIGHTS, repeat=7) if any(way)], dtype=float)
    different = np.unique((ways / ways.sum(axis=1, keepdims=True)).round(9), axis=0)
    different.setflags(write=False)
    return different


def all_ranks(company):
    """The rank of every state of a set in every weighting.

    Returns:
        A DataFrame with one row for each of :func:`weightings` and one column for each state; 1 is the highest score, and
        equal scores share the better rank.
    """
    table = scaled(company)
    every_score = pd.DataFrame(weightings() @ table.T.to_numpy(), columns=table.index).round(6)
    return every_score.rank(axis="columns", ascending=False, method="min").astype(int)

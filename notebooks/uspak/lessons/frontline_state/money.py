"""American money of the Afghan war: open aid and the CIA's programme by fiscal year, and what adds up to 'the billions'."""

import numpy as np
import pandas as pd

from uspak import data

#: The years of the Afghan war as Washington's books have them: from the Soviet entry (December 1979) to the cut of
#: 1 October 1990, with which fiscal 1991 begins.
WAR = (1980, 1990)
FIRST_YEAR = 1948

#: What can be counted: its words, and the streams in it.
COUNTS = {
    "economic": ("economic aid", ("economic",)),
    "military": ("military aid", ("military",)),
    "aid": ("economic and military aid", ("economic", "military")),
    "covert": ("CIA programme", ("covert",)),
    "all": ("aid and CIA programme", ("economic", "military", "covert")),
}
PRICES = {"current": "current dollars", "constant_2020": "constant 2020 dollars"}
ESTIMATES = {"low": "low", "high": "high"}


def streams(prices="current", estimate="low"):
    """The three streams of American money by fiscal year.

    Args:
        prices: ``"current"``, or ``"constant_2020"``: aid as the Greenbook converts it, and the CIA's money converted
            with the Greenbook's own ratio for that year (our arithmetic).
        estimate: ``"low"`` or ``"high"``, for the CIA programme.

    Returns:
        A DataFrame with one row for each fiscal year 1948–1990 (the index, int) and the columns ``economic``,
        ``military`` and ``covert``, in millions of dollars. ``covert`` is 0 before fiscal 1979, when there was no
        programme, and NaN where no published figure was found; aid is NaN in fiscal 1949 and 1950, of which there is no
        record. The transition quarter of 1976 is left out.

    Raises:
        ValueError: for unknown prices or an unknown estimate.
    """
    for value, known in ((prices, PRICES), (estimate, ESTIMATES)):
        if value not in known:
            raise ValueError(f"There is no {value!r}. Possible: {', '.join(known)}.")
    aid = _aid()
    table = aid[[f"economic_usd_millions_{prices}", f"military_usd_millions_{prices}"]]
    table = table.set_axis(["economic", "military"], axis="columns")
    covert = data.whole_fiscal_years(data.evidence("covert_aid"))[f"{estimate}_usd_millions_current"].astype(float)
    converted = (covert * _ratio(aid, prices)).reindex(table.index)
    return table.assign(covert=converted.mask(table.index < covert.index.min(), 0.0))


def during_the_war(table):
    """The rows of a table by fiscal year (its index) that belong to the war, both ends included."""
    return table.loc[WAR[0] : WAR[1]]


def total(prices, count, estimate="low"):
    """The sum of a count over the war, in millions of dollars; years without a figure add nothing.

    Args:
        prices, estimate: as for :func:`streams`.
        count: a key of ``COUNTS``.
    """
    return _sum(during_the_war(streams(prices, estimate)[list(COUNTS[count][1])]))


def share_of_all_years(prices, count, estimate="low"):
    """What part of all that is counted so since fiscal 1948 fell into the war, 0 to 1; arguments as for :func:`total`."""
    return total(prices, count, estimate) / _sum(streams(prices, estimate)[list(COUNTS[count][1])])


def lent(prices="current"):
    """What of the military aid of the war was loans, in millions of dollars of the given ``PRICES``."""
    aid = during_the_war(_aid())
    return float((aid["military_of_which_loans_usd_millions_current"] * _ratio(aid, prices)).sum())


def years_without_figure():
    """The fiscal years of the war for which no figure of the CIA programme was published, a list of int."""
    covert = during_the_war(streams()["covert"])
    return covert.index[covert.isna()].tolist()


def every_count():
    """All sums over the war: a DataFrame with one row for each count and estimate, in billions of dollars."""
    rows = []
    for count, (words, chosen) in COUNTS.items():
        for estimate in ESTIMATES if "covert" in chosen else ["low"]:
            label = f"{words}, {estimate} estimate" if "covert" in chosen else words
            sums = {f"Billions of {name}": round(total(p, count, estimate) / 1000, 1) for p, name in PRICES.items()}
            rows.append({"Fiscal 1980–1990": label, **sums})
    return pd.DataFrame(rows)


def _aid():
    return data.whole_fiscal_years(data.evidence("aid_by_year")).sort_index().loc[FIRST_YEAR : WAR[1]]


def _ratio(aid, prices):
    """What a dollar of each year is in other prices, by the totals of the aid table."""
    return aid[f"total_usd_millions_{prices}"] / aid["total_usd_millions_current"]


def _sum(table):
    values = table.to_numpy()
    return float(values[~np.isnan(values)].sum())

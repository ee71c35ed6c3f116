"""American sanctions on Pakistan as intervals: what each law barred and when, and the aid that came all the same."""

import itertools

import pandas as pd

from uspak import data
from uspak.dates import first_day

#: The time that is counted: from the cut-off of 1 October 1990 to the waiver of 22 September 2001.
FIRST, LAST = pd.Timestamp("1990-10-01"), pd.Timestamp("2001-09-22")

#: The laws and the streams in their order, each with a short name.
LAWS = {
    "Symington": "Symington",
    "Pressler": "Pressler",
    "Missile laws": "missile laws",
    "Glenn": "Glenn",
    "Debt clause": "debt clause",
    "Coup clause": "coup clause",
}
STREAMS = {
    "economic aid": "economic aid",
    "military aid": "military aid",
    "arms from the US government": "arms",
    "credits and bank loans": "loans",
    "food credits": "food credits",
    "missile technology": "missile parts",
}
AID = {"economic": "Economic", "military": "Military"}

#: Times in which a law stood in the books and barred nothing: law, the rows of sanctions.csv with which that began and
#: ended, and why.
_DORMANT = (
    ("Symington", "1981-symington-waiver", "1991-symington-again", "waived"),
    ("Pressler", "1985-pressler-law", "1990-pressler-cut-off", "certified each year"),
)


def bars():
    """What each application of a law barred, and when.

    Returns:
        A DataFrame with one row for each stream under each measure and the columns ``sanction_id``, ``law``, ``stream``,
        ``begins`` (Timestamp: the last day on which the bar can have begun, if its date is partial) and ``ends`` (the
        first on which it can have ended). So an interval is never longer than the sources allow.

    Source: ``data/evidence/sanction_reach.csv``, joined to the dates of ``sanctions.csv``.
    """
    reach, steps = data.evidence("sanction_reach"), data.evidence("sanctions")
    both = reach.merge(steps[["sanction_id", "date"]], on="sanction_id", how="left", validate="many_to_one")
    both = both.assign(begins=both["date"].map(last_day), ends=pd.to_datetime(both["until"].map(first_day)))
    return both[["sanction_id", "law", "stream", "begins", "ends"]]


def dormant():
    """When a law stood in the books and barred nothing: a DataFrame with ``law``, ``begins``, ``ends`` (as in :func:`bars`)
    and ``why``, one row for each such time."""
    dates = data.evidence("sanctions").set_index("sanction_id")["date"]
    rows = [
        (law, last_day(dates[start]), pd.to_datetime(first_day(dates[end])), why) for law, start, end, why in _DORMANT
    ]
    return pd.DataFrame(rows, columns=["law", "begins", "ends", "why"])


def last_day(date):
    """The last day that a whole or partial ISO date allows, as a Timestamp: ``"1998"`` → 31 December 1998."""
    return pd.Period(date).end_time.normalize()


def of(table, stream, laws):
    """The rows of :func:`bars` in which one of several laws bars a stream."""
    return table[(table["stream"] == stream) & table["law"].isin(list(laws))]


def layers(intervals):
    """How many of several intervals hold at the same time.

    Args:
        intervals: a DataFrame with ``begins`` and ``ends``.

    Returns:
        A list of ``(begins, ends, number)`` without gaps in between, in order, for all times with a number above 0.
    """
    edges = sorted({*intervals["begins"], *intervals["ends"]})
    both = list(zip(intervals["begins"], intervals["ends"], strict=True))
    spans = []
    for start, end in itertools.pairwise(edges):
        number = sum(begins <= start and ends >= end for begins, ends in both)
        if number:
            spans.append((start, end, number))
    return spans


def joined(intervals):
    """The stretches ``(begins, ends)`` in which at least one of several intervals holds: those that touch are one."""
    stretches = []
    for begins, ends, _ in layers(intervals):
        if stretches and stretches[-1][1] == begins:
            begins = stretches.pop()[0]
        stretches.append((begins, ends))
    return stretches


def years_in(intervals, first=FIRST, last=LAST):
    """For how many years of 365.25 days, within a time, at least one of several intervals holds."""
    return sum(max((min(end, last) - max(start, first)).days, 0) for start, end, _ in layers(intervals)) / 365.25


def years_barred(stream, laws, first=FIRST, last=LAST):
    """For how many years within a time at least one of several laws barred a stream.

    Args:
        stream: a key of ``STREAMS``.
        laws: keys of ``LAWS``, any number.
        first, last: Timestamps, the time that is counted.

    Returns:
        A number of years of 365.25 days.

    Raises:
        ValueError: for an unknown stream or law.
    """
    for value, known in [(stream, STREAMS), *((law, LAWS) for law in laws)]:
        if value not in known:
            raise ValueError(f"There is no {value!r}. Possible: {', '.join(known)}.")
    return years_in(of(bars(), stream, laws), first, last)


def without_each_law():
    """For how many of the 11 years each stream was barred: under all laws, and with one of them taken away."""
    choices = {"all six laws": list(LAWS)}
    choices |= {f"without {words}": [other for other in LAWS if other != law] for law, words in LAWS.items()}
    table = bars()
    rows = [
        {"Laws": words, **{capitalised(stream): round(years_in(of(table, stream, chosen)), 1) for stream in STREAMS}}
        for words, chosen in choices.items()
    ]
    return pd.DataFrame(rows)


def aid(prices="constant_2020"):
    """Aid by fiscal year (the index, int; the short year of 1976 is left out).

    Args:
        prices: ``"constant_2020"`` or ``"current"``.

    Returns:
        A DataFrame with ``economic`` and ``military`` in millions of dollars, and the first and the last day of the year as
        ``begins`` and ``ends``.
    """
    table = data.whole_fiscal_years(data.evidence("aid_by_year")).sort_index()
    edges = {"begins": pd.to_datetime(table["fy_start_date"]), "ends": pd.to_datetime(table["fy_end_date"])}
    return pd.DataFrame({name: table[f"{name}_usd_millions_{prices}"] for name in AID} | edges)


def capitalised(words):
    """Words with a capital at the start of the first, and all others as they are."""
    return f"{words[0].upper()}{words[1:]}"

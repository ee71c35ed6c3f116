"""Before-and-after windows around an event: what one compares, and what all the others would have said."""

import itertools
import math
from typing import NamedTuple

import pandas as pd

from uspak import data


class Event(NamedTuple):
    """An event of a comparison: its words and its day."""

    words: str
    day: str


class Quantity(NamedTuple):
    """What a series measures: its words, its unit, and whether its years are US fiscal years (October to September)."""

    words: str
    unit: str
    fiscal: bool


class Window(NamedTuple):
    """A choice of event and series, of how many years before and after, and of what to do with the event's own year.

    Event, series and own year are keys of ``EVENTS``, ``SERIES`` and ``OWN_YEAR``.
    """

    event: str
    series: str
    before: int
    after: int
    own: str = "out"


#: The events that can be chosen. The placebo is a day near which ``events.csv`` has nothing.
EVENTS = {
    "davis": Event("Davis, January 2011", "2011-01-27"),
    "raid": Event("Abbottabad, May 2011", "2011-05-02"),
    "salala": Event("Salala, November 2011", "2011-11-26"),
    "suspension": Event("Suspension, January 2018", "2018-01-04"),
    "placebo": Event("Placebo: 15 February 2013", "2013-02-15"),
}

#: The series that can be chosen.
SERIES = {
    "total": Quantity("Aid, economic and military", "millions of current dollars", True),
    "constant": Quantity("Aid in constant 2020 dollars", "millions of constant 2020 dollars", True),
    "economic": Quantity("Economic aid", "millions of current dollars", True),
    "military": Quantity("Military aid", "millions of current dollars", True),
    "repaid": Quantity("Reimbursements (CSF)", "millions of current dollars", True),
    "with_repaid": Quantity("Aid and reimbursements", "millions of current dollars", True),
    "favour": Quantity("Favourable to the US (Pew)", "per cent of Pakistanis asked", False),
    "votes": Quantity("Nearness to the US in UN votes", "hundredths above the median state", False),
}

#: What may be done with the year in which the event falls.
OWN_YEAR = {"out": "left out", "after": "counted as the first year after", "before": "counted as the last year before"}

LONGEST = 6
YEARS = range(2001, 2025)
SOURCES = (
    "USAID Greenbook and ForeignAssistance.gov, CRS (aid_by_year.csv); Pew (opinion.csv); UN votes after Voeten and "
    "others (un_agreement_world.csv). Aid is obligations."
)

#: The columns of ``aid_by_year`` that make up each series of aid.
_COLUMNS = {
    "total": ["total_usd_millions_current"],
    "constant": ["total_usd_millions_constant_2020"],
    "economic": ["economic_usd_millions_current"],
    "military": ["military_usd_millions_current"],
    "repaid": ["coalition_support_funds_usd_millions_current"],
    "with_repaid": ["total_usd_millions_current", "coalition_support_funds_usd_millions_current"],
}


def series(name):
    """One series by year.

    Args:
        name: a key of ``SERIES``.

    Returns:
        A float Series with the years 2001–2024 as labels, in the unit of ``SERIES``; NaN where there is no figure.

    Raises:
        ValueError: for an unknown name.

    Source: ``data/evidence/aid_by_year.csv``, ``opinion.csv`` and ``un_agreement_world.csv``.
    """
    _known(name, SERIES)
    if name == "favour":
        opinion = data.evidence("opinion")
        asked = (opinion["question_id"] == "us-favourable") & (opinion["respondents"] == "Pakistan")
        found = opinion[asked].set_index("year")["percent"]
    elif name == "votes":
        found = 100 * data.evidence("un_agreement_world").set_index("year")["pakistan_minus_median"]
    else:
        aid = data.whole_fiscal_years(data.evidence("aid_by_year"))
        found = aid[_COLUMNS[name]].sum(axis="columns", skipna=False)
    return found.astype(float).reindex(YEARS)


def year_of(event, name):
    """The year of a series in which an event falls: US fiscal 2012 begins on 1 October 2011.

    Args:
        event: a key of ``EVENTS``.
        name: a key of ``SERIES``.

    Raises:
        ValueError: for an unknown event or series.
    """
    _known(event, EVENTS)
    _known(name, SERIES)
    year, month, _ = map(int, EVENTS[event].day.split("-"))
    return year + (SERIES[name].fiscal and month >= 10)


def years_of(event, name, before, after, own="out"):
    """The years that a window compares.

    Args:
        event, name: as for :func:`year_of`.
        before, after: how many years on either side, 1 to ``LONGEST``.
        own: a key of ``OWN_YEAR``. A year that counts as "after" or "before" is one of the ``after`` or ``before`` years.

    Returns:
        Two lists of years.

    Raises:
        ValueError: for an unknown event, series or ``own``, or a length outside 1 to ``LONGEST``.
    """
    _known(own, OWN_YEAR)
    if not (1 <= before <= LONGEST and 1 <= after <= LONGEST):
        raise ValueError(f"A window has 1 to {LONGEST} years on either side, not {before} and {after}.")
    year = year_of(event, name)
    last, first = year - (own != "before"), year + (own != "after")
    return list(range(last - before + 1, last + 1)), list(range(first, first + after))


def change(event, name, before, after, own="out"):
    """The mean of the years after minus the mean of the years before, in the unit of the series.

    Args and errors as for :func:`years_of`.

    Returns:
        A float; NaN if the series lacks one of the years.
    """
    return _difference(series(name).to_dict(), *years_of(event, name, before, after, own))


def all_windows(event, name):
    """Every window for one event and series, from the largest fall to the largest rise.

    Args:
        event, name: as for :func:`year_of`.

    Returns:
        A DataFrame with the columns ``before``, ``after``, ``own`` and ``change``; windows for which the series lacks a
        year are left out. There are at most 108: six lengths before, six after, three uses of the event's own year.
    """
    table = pd.DataFrame(_windows(event, name, series(name).to_dict()), columns=["before", "after", "own", "change"])
    return table.sort_values(["change", "before", "after", "own"]).reset_index(drop=True)


class Comparison(NamedTuple):
    """A window and what it compares.

    Attributes:
        window: the ``Window``.
        values: its series, as from :func:`series`.
        years: {"before": list of years, "after": list of years}.
        change: as from :func:`change`.
        every: as from :func:`all_windows`, for the same event and series.
    """

    window: Window
    values: pd.Series
    years: dict
    change: float
    every: pd.DataFrame

    def mean(self, side):
        """The mean of the years on a side, "before" or "after"; NaN if the series lacks one of them."""
        return self.values.reindex(self.years[side]).mean(skipna=False)

    @property
    def missing(self):
        """The years of the window for which the series has no number, in order."""
        compared = [year for side in ("before", "after") for year in self.years[side]]
        return [year for year in compared if pd.isna(self.values.get(year))]

    @property
    def falls(self):
        """How many of all windows show a fall."""
        return int((self.every["change"] < 0).sum())


def compare(window):
    """What a ``Window`` compares: a ``Comparison``. Errors as for :func:`years_of`."""
    years = dict(zip(("before", "after"), years_of(*window), strict=True))
    return Comparison(window, series(window.series), years, change(*window), all_windows(*window[:2]))


def every_result():
    """How many windows show a fall, for each event and series: a DataFrame of one row for each pair that has windows."""
    rows, values = [], {name: series(name).to_dict() for name in SERIES}
    for event, name in itertools.product(EVENTS, SERIES):
        changes = [window[-1] for window in _windows(event, name, values[name])]
        if changes:
            least, most = written_change(min(changes), name), written_change(max(changes), name)
            falls = sum(change < 0 for change in changes)
            rows.append((EVENTS[event].words, SERIES[name].words, len(changes), falls, least, most))
    return pd.DataFrame(rows, columns=["Event", "Series", "Windows", "Falls", "Lowest change", "Highest change"])


def _windows(event, name, values):
    """Before, after, own and change of each window for which there are values."""
    lengths = range(1, LONGEST + 1)
    choices = itertools.product(lengths, lengths, OWN_YEAR)
    found = ((*choice, _difference(values, *years_of(event, name, *choice))) for choice in choices)
    return [window for window in found if not math.isnan(window[-1])]


def _difference(values, before, after):
    """Mean after minus mean before; NaN if a year is missing. ``values`` is a dict by year."""
    means = [sum(values.get(year, math.nan) for year in years) / len(years) for years in (after, before)]
    return means[0] - means[1]


def _known(value, possible):
    if value not in possible:
        raise ValueError(f"There is no {value!r}. Possible: {', '.join(possible)}.")


# In words


def described(window):
    """A window in words: its event, its series and its lengths."""
    lengths = written_lengths(window.before, window.after, window.own)
    return f"{EVENTS[window.event].words}; {SERIES[window.series].words}; {lengths}"


def written_lengths(before, after, own):
    """How long a window is on either side, and what is done with the event's own year."""
    years = [f"{number} year{'s' if number > 1 else ''}" for number in (before, after)]
    return f"{years[0]} before, {years[1]} after, own year {OWN_YEAR[own]}"


def written_year(year, name):
    """A year of a series: "Fiscal 2011", "2011"."""
    return f"Fiscal {year}" if SERIES[name].fiscal else str(year)


def written_years(years):
    """Years in words, runs of them as spans: "2011, 2013–2015"; ``years`` are in order."""
    runs = []
    for year in years:
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def written_value(value, name):
    """A value of a series, without its unit: "1,234", "−0.5"."""
    text = f"{value:,.0f}" if SERIES[name].unit.startswith("millions") else f"{value:.1f}"
    return text.replace("-", "−")


def written_change(value, name, short=False):
    """A change with its sign and unit: "−1,234 million dollars a year"; without the last words if it is to be short."""
    sign = "+" if value >= 0 else "−"
    if SERIES[name].unit.startswith("millions"):
        return f"{sign}{abs(value):,.0f} million" + ("" if short else " dollars a year")
    points = "points" if name == "favour" else "hundredths"
    return f"{sign}{abs(value):.1f} {points}"


def lacking(compared):
    """Which years a ``Comparison`` has no number for, and what to do; ``**`` marks stress."""
    there = written_years(compared.values.dropna().index)
    other = "a shorter window" if len(compared.every) else "another series or another event"
    return (
        f"**Years without a number: {written_years(compared.missing)}.** The series has numbers for {there} only, so this "
        f"window can be neither committed to nor kept: choose {other}."
    )


def warning(event, name):
    """What a comparison of one event and series cannot tell."""
    if event == "placebo":
        return "Our table has no event on this day: what the windows show comes from something else."
    if name in ("favour", "votes") and event in ("davis", "raid", "salala"):
        return "Davis, Abbottabad and Salala fall in the same calendar year: yearly data cannot tell them apart."
    if event in ("davis", "raid"):
        return "Davis and Abbottabad fall in the same fiscal year, 2011: yearly data cannot tell one from the other."
    return "A change after an event may have begun before it, and may have other causes."

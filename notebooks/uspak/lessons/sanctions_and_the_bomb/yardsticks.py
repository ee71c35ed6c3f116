"""Five yardsticks by which sanctions can be said to have worked or not, and what the tables show by each."""

from typing import NamedTuple

import pandas as pd

from uspak import data

from . import sanctions

#: The years compared, both ends included: the aid of the Afghan war, and the years under the Pressler cut-off.
BEFORE, UNDER = (1982, 1990), (1991, 2000)

YARDSTICKS = {
    "stop": "stop the bomb",
    "slow": "slow it down",
    "cost": "make it cost something",
    "ally": "keep the ally",
    "fair": "treat similar cases alike",
}

#: The only nuclear sanctions on India in our tables: from Clinton's order of 13 May 1998 to the waiver for both states
#: (events 1998-india-nuclear-tests and 2001-sanctions-waived).
INDIA_UNDER_GLENN = (pd.Timestamp("1998-05-13"), pd.Timestamp("2001-09-22"))
_NUCLEAR_LAWS = ("Symington", "Pressler", "Glenn")
STATES = {"PAK": "Pakistan", "IND": "India"}
_PERIODS = ((BEFORE, "1982–90", True), (UNDER, "1991–2000", False))


class Bar(NamedTuple):
    """One number of a yardstick.

    Attributes:
        of: whose it is: an ISO3 code, or a kind of aid.
        name: that in words.
        period: its years in words, or an empty text.
        value: the number.
        before: whether it stands for the time before the cut-off.
    """

    of: str
    name: str
    period: str
    value: float
    before: bool = False

    def label(self, between):
        """Name and period with something in between; the name alone if there is no period."""
        return between.join(part for part in (self.name, self.period) if part)


class Measure(NamedTuple):
    """What one yardstick shows.

    Attributes:
        headline: the take-away, one sentence.
        subtitle: what the bars are, and their unit.
        bars: a tuple of ``Bar``.
        decimals: digits after the point in the labels.
        caution: what the bars cannot show.
        source: where the numbers come from.
    """

    headline: str
    subtitle: str
    bars: tuple
    decimals: int
    caution: str
    source: str

    def written(self, bar):
        """The value of a bar as text."""
        return f"{bar.value:,.{self.decimals}f}"


def measure(yardstick):
    """The numbers for one yardstick, as a ``Measure``.

    Raises:
        ValueError: for an unknown yardstick.
    """
    if yardstick not in YARDSTICKS:
        raise ValueError(f"There is no yardstick {yardstick!r}. Possible: {', '.join(YARDSTICKS)}.")
    return _MEASURES[yardstick]()


def announced_tests():
    """Every nuclear explosion announced, oldest first: a DataFrame with one row each.

    Returns:
        The columns ``country`` (ISO3 code), ``date`` (as in the table), ``when`` (in years, such as 1998.4) and ``site``.

    Source: ``data/evidence/nuclear_tests.csv``; a day on which three were announced gives three rows.
    """
    tests = data.evidence("nuclear_tests").sort_values("date")
    each = tests.loc[tests.index.repeat(tests["announced_tests"])].reset_index(drop=True)
    when = in_years(pd.to_datetime(each["date"]).dt)
    return pd.DataFrame({"country": each["country_iso3"], "date": each["date"], "when": when, "site": each["site"]})


def in_years(day):
    """A Timestamp, or the ``dt`` of a Series of them, as a number of years: mid-1998 is 1998.5."""
    return day.year + (day.day_of_year - 1) / 365.25


def every_measure():
    """The numbers of all yardsticks: a DataFrame with one row a bar."""
    rows = [
        {"Yardstick": words, "Bar": bar.label(", "), "Value": round(bar.value, 1), "Unit": now.subtitle}
        for key, words in YARDSTICKS.items()
        for now in [measure(key)]
        for bar in now.bars
    ]
    return pd.DataFrame(rows)


def _stop():
    tests = data.evidence("nuclear_tests")
    cut = sanctions.FIRST.strftime("%Y-%m-%d")
    bars = []
    for country, name in STATES.items():
        mine = tests[tests["country_iso3"] == country]
        late = mine["date"] >= cut
        for period, part, before in (("to 1990", mine[~late], True), ("1990–2001", mine[late], False)):
            bars.append(Bar(country, name, period, int(part["announced_tests"].sum()), before))
    return Measure(
        f"Stop it? Pakistan: {bars[1].value} tests under the cut-off, {bars[0].value} before",
        "Nuclear explosions announced, before the cut-off of October 1990 and in years under it",
        tuple(bars),
        0,
        "The numbers are claims of the two governments; instruments recorded one event a day at most. A state that never "
        "began because of such laws would not be in this picture.",
        "data/evidence/nuclear_tests.csv (FOI and SIPRI; Congressional Research Service)",
    )


def _slow():
    stock = data.evidence("nuclear_stockpiles").pivot(index="year", columns="country_iso3", values="warheads")
    growth = (stock.loc[2001] - stock.loc[1998]) / 3
    bars = [Bar(country, name, "1998–2001", float(growth[country])) for country, name in STATES.items()]
    return Measure(
        f"Slow it? A model gives Pakistan {bars[0].value:.0f} a year, India {bars[1].value:.0f}",
        "Warheads added a year, 1998 to 2001: an outside estimate, not a count",
        tuple(bars),
        0,
        "The same number every year shows that this is a model. Nobody can know how fast Pakistan would have been without the laws.",
        "data/evidence/nuclear_stockpiles.csv (Federation of American Scientists)",
    )


def _cost():
    aid = sanctions.aid()[list(sanctions.AID)]
    means = {years: aid.loc[years[0] : years[1]].mean() for years in (BEFORE, UNDER)}
    bars = [
        Bar(kind, name, period, float(means[years][kind]), before)
        for kind, name in sanctions.AID.items()
        for years, period, before in _PERIODS
    ]
    fall = 100 * (1 - means[UNDER].sum() / means[BEFORE].sum())
    return Measure(
        f"Make it cost? Aid a year fell by {fall:.0f} per cent",
        "US aid a year, mean of the fiscal years, millions of constant 2020 dollars",
        tuple(bars),
        0,
        "The Soviet army had left and the CIA's programme ended in the same years, so the law did not cause all of the fall. "
        "The bars leave out 28 F-16s that were paid for and not delivered.",
        "USAID, Greenbook, obligations; data/evidence/aid_by_year.csv",
    )


def _ally():
    arms = data.evidence("arms_imports")
    bars = []
    for supplier, name in (("USA", "US"), ("CHN", "China"), ("UKR", "Ukraine")):
        for years, period, before in _PERIODS:
            part = arms[arms["year"].between(*years)]
            share = 100 * part.loc[part["supplier_iso3"] == supplier, "tiv_millions"].sum() / part["tiv_millions"].sum()
            bars.append(Bar(supplier, name, period, float(share), before))
    return Measure(
        f"Keep the ally? US share of arms: {bars[0].value:.0f}, then {bars[1].value:.0f} per cent",
        "Share of Pakistan's arms imports by volume (TIV), per cent",
        tuple(bars),
        0,
        "Arms are one side of a relationship. Before these years the Soviet army had left Afghanistan.",
        "SIPRI Arms Transfers Database; data/evidence/arms_imports.csv",
    )


def _fair():
    table = sanctions.bars()
    nuclear = sanctions.of(table, "military aid", _NUCLEAR_LAWS)
    days = sum((end - start).days for start, end, _ in sanctions.layers(nuclear))
    pakistan, india = days / 365.25, (INDIA_UNDER_GLENN[1] - INDIA_UNDER_GLENN[0]).days / 365.25
    return Measure(
        f"Similar cases? {pakistan:.1f} years for Pakistan, {india:.1f} for India",
        "Years in which US nuclear laws barred military aid, 1979 to 2001",
        (Bar("PAK", "Pakistan", "", pakistan), Bar("IND", "India", "", india)),
        1,
        "India had little US military aid to lose. From 1978 another law barred it from nuclear trade, for refusing inspection; "
        "that ban ended in 2008, in return for promises. There were two bargains, so the years alone do not show whether they were alike.",
        "data/evidence/sanctions.csv, sanction_reach.csv; events of May 1998 and September 2001",
    )


_MEASURES = {"stop": _stop, "slow": _slow, "cost": _cost, "ally": _ally, "fair": _fair}

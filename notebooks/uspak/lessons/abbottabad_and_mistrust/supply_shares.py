"""How supplies reached Afghanistan in five phases from 2008 to 2012: which routes were open, and their shares."""

from typing import NamedTuple

import pandas as pd

from uspak import data

#: The ways of which a share is published, as in ``supply_shares``.
ROUTES = ("Pakistan", "North", "Air")

#: The counter whose shares are used where several count the same time.
COUNTER = "US Transportation Command"


class Phase(NamedTuple):
    """A time between two changes of the routes.

    Attributes:
        name: what the stepper calls it.
        date: of its rows in ``supply_shares``; None where nobody gives a share.
        roads: whether Pakistan's roads were open.
        north: whether the northern network was in use.
        headline: the take-away.
        words: what happened; numbers from the tables stand in for the names in {braces} (see :func:`described`).
    """

    name: str
    date: str | None
    roads: bool
    north: bool
    headline: str
    words: str


PHASES = (
    Phase(
        "2008",
        "2008",
        True,
        False,
        "2008: nine tenths of non-military supplies via Pakistan",
        "A Senate report of 2011 says that in 2008 about {pakistan} per cent of the non-military supplies for the forces in "
        "Afghanistan came through Pakistan. The northern network opens in 2009.",
    ),
    Phase(
        "Late 2010",
        "2010",
        True,
        True,
        "Late 2010: nearly half still came through Pakistan",
        "Pakistan's share is down to nearly {pakistan} per cent: the United States has been moving its supplies to the north "
        "for more than a year, after many attacks on the lorries.",
    ),
    Phase(
        "Before Salala, 2011",
        "2011-11",
        True,
        True,
        "Autumn 2011: less than a third, and the road is still open",
        "The US Transportation Command counts {pakistan} per cent through Pakistan, {north} by the north and {air} by air. "
        "Others say for the same time: {others} through Pakistan.",
    ),
    Phase(
        "Shut, Nov 2011 – July 2012",
        "2012-06",
        False,
        True,
        "Shut for seven months: all goes by the north and by air",
        "After the air strike at Salala on 26 November 2011 Pakistan closes Torkham and Chaman to NATO. All supplies go "
        "by the north and by air. The Pentagon puts the cost of moving supplies at {before} million dollars a month before and "
        "{during} million during the closure. Thousands of lorries and their drivers wait in Karachi.",
    ),
    Phase(
        "Reopened, July 2012",
        None,
        True,
        True,
        "July 2012: the road opens again, the north remains",
        "On 3 July 2012 Hillary Clinton says sorry and the routes reopen; the first lorries cross at Chaman on 5 July. We "
        "found no share for the time after, so all lines are thin.",
    ),
)


def shares():
    """The published shares of cargo by route.

    Returns:
        A dict ``(date, route)`` → percent of cargo, such as ``("2011-11", "Pakistan")``; what nobody gives is not in it.
        Where several counters do, it is the one of ``COUNTER``.

    Source: ``data/evidence/supply_shares.csv``.
    """
    table = data.evidence("supply_shares")
    several = table.duplicated(["date", "route"], keep=False)
    table = table[~several | (table["said_by"] == COUNTER)]
    return table.set_index(["date", "route"])["percent_of_cargo"].astype(float).to_dict()


def described(phase):
    """What happened in a phase, in words, with the shares and the costs of the tables.

    Source: ``data/evidence/supply_shares.csv`` and ``closure_costs.csv``.
    """
    costs, published = data.evidence("closure_costs").set_index("period")["usd_millions_a_month_high"], shares()
    return phase.words.format(
        **{route.lower(): f"{published.get((phase.date, route), 0):.0f}" for route in ROUTES},
        others=_others(phase.date),
        before=f"{costs['before the closure']:.0f}",
        during=f"{costs['during the closure'].max():.0f}",
    )


def _others(date):
    """Pakistan's share at a date by those who are not ``COUNTER``."""
    table = data.evidence("supply_shares")
    rows = table[(table["date"] == date) & (table["route"] == "Pakistan") & (table["said_by"] != COUNTER)]
    return " and ".join(
        f"{part:.0f} per cent ({who})" for part, who in zip(rows["percent_of_cargo"], rows["said_by"], strict=True)
    )


def all_phases():
    """All phases, their shares and what happened: a DataFrame, one row for each."""
    published = shares()
    return pd.DataFrame(
        {
            "Phase": [phase.name for phase in PHASES],
            **{f"{route}, per cent": [published.get((phase.date, route)) for phase in PHASES] for route in ROUTES},
            "What happened": [described(phase) for phase in PHASES],
        }
    )

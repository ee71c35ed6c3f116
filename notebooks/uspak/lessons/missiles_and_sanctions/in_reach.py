"""What lies within a missile's range, from where, by whose figure, and counted how: the numbers behind the reach map."""

import functools
import math

import pandas as pd

from uspak import data
from uspak.geography.distances import distances_km

from .missiles import US_CODES, beyond_south_asia, missiles

#: The towns to measure from: large, public, and chosen because they lie apart. None is meant as a launch site.
TOWNS = {
    "PAK": ("Karachi", "Quetta", "Peshawar", "Islamabad", "Lahore"),
    "IND": ("Delhi", "Mumbai", "Kolkata", "Chennai"),
}
STATES = {"PAK": "Pakistan", "IND": "India"}

#: What can be counted: its words in the list, and its words in a headline.
COUNTS = {
    "saarc": ("cities beyond South Asia (SAARC)", "cities beyond South Asia"),
    "un": ("cities beyond Southern Asia (UN list, with Iran)", "cities outside (UN list)"),
    "rival": ("the other state's cities (India or Pakistan)", "{rival} cities"),
    "CHN": ("Chinese cities", "Chinese cities"),
    "USA": ("US cities (with Guam and Saipan)", "US cities"),
    "people": ("people in listed cities abroad", "people abroad"),
}
SHAHEENS = ("Shaheen-I", "Shaheen-II", "Shaheen-III")


def within(town, km, counted, cities=None):
    """The listed cities abroad that lie within a distance of a town, as far as they are counted.

    Args:
        town: a city of the table ``cities``; cities of its own state are left out.
        km: the distance.
        counted: a key of ``COUNTS``.
        cities: the table, if at hand.

    Returns:
        Rows of ``cities`` with the column ``km``, nearest first.

    Raises:
        ValueError: for an unknown town or count.
    """
    cities = data.evidence("cities") if cities is None else cities
    cities = cities.assign(km=distances_km(town, cities)) if "km" not in cities else cities
    return cities[_counts(town, km, counted, cities)].sort_values("km")


def _counts(town, km, counted, cities):
    """Whether each row of ``cities`` (with ``km``) is counted; arguments and errors as for :func:`within`."""
    if counted not in COUNTS:
        raise ValueError(f"There is no count {counted!r}. Possible: {', '.join(COUNTS)}.")
    state = cities["country_iso3"]
    home = state[cities["city"] == town].squeeze()
    counts = (state != home) & (cities["km"] <= km)
    if counted in ("saarc", "un"):
        return counts & beyond_south_asia(cities, counted)
    if counted == "people":
        return counts
    return counts & state.isin({"rival": [_rival(home)], "CHN": ["CHN"], "USA": US_CODES}[counted])


def _rival(state):
    return "IND" if state == "PAK" else "PAK"


def distances_from_towns(cities=None):
    """The table ``cities`` once for each of the ``TOWNS``, with the column ``km``: a dict by the name of the town."""
    cities = data.evidence("cities") if cities is None else cities
    places = cities.set_index("city")
    towns = [town for towns in TOWNS.values() for town in towns]
    return {
        town: cities.assign(km=distances_km((places.at[town, "lat"], places.at[town, "lon"]), cities)) for town in towns
    }


def towns_that_reach(missile, counted="saarc", away=None):
    """From how many of its state's towns a missile reaches at least one counted city, by its lowest and highest figure."""
    away = away or distances_from_towns()
    row = missiles().set_index("name").loc[missile]
    return tuple(
        sum(_counts(town, row[end], counted, away[town]).any() for town in TOWNS[row["country_iso3"]])
        for end in ("range_km_min", "range_km_max")
    )


class InReach:
    """What lies in reach of one missile from one town, counted in one way.

    Args:
        missile: a ``name`` of :func:`uspak.lessons.missiles_and_sanctions.missiles.missiles`.
        town: one of the ``TOWNS`` of its state.
        counted: a key of ``COUNTS``.
        away: as from :func:`distances_from_towns`.
        table: the missiles by name.
    """

    def __init__(self, missile, town, counted, away, table):
        self.missile, self.town, self.counted = missile, town, counted
        self._away, self._row = away[town], table.loc[missile]

    def figures(self):
        """The lowest and the highest range given for the missile, in kilometres."""
        return int(self._row["range_km_min"]), int(self._row["range_km_max"])

    @functools.cached_property
    def found(self):
        """The counted rows of ``cities`` within the highest figure, nearest first."""
        return within(self.town, self.figures()[1], self.counted, self._away)

    def count(self):
        """What is counted, by the lowest and by the highest figure: two whole numbers."""
        return tuple(
            int(part["population"].sum()) if self.counted == "people" else len(part)
            for part in (self.found[self.found["km"] <= self.figures()[0]], self.found)
        )

    def groups(self):
        """The rows of ``cities`` by how far the missile reaches: ``rest``, ``high``, ``low`` and the ``town`` itself."""
        cities, low = self._away, self.figures()[0]
        return {
            "rest": cities[~cities["city"].isin([*self.found["city"], self.town])],
            "high": self.found[self.found["km"] > low],
            "low": self.found[self.found["km"] <= low],
            "town": cities[cities["city"] == self.town],
        }

    def town_point(self):
        """Latitude and longitude of the town, in degrees."""
        own = self._away[self._away["city"] == self.town].iloc[0]
        return float(own["lat"]), float(own["lon"])

    def name(self):
        """What is counted, from where and for what, in words."""
        return f"{self.missile} from {self.town}, {self._words()}"

    def headline(self):
        """The take-away, one sentence."""
        words = COUNTS[self.counted][1].format(rival=self._rival())
        return f"{self.missile} from {self.town}: {self._span('–')} {_number(self._span(), words)}"

    def describe(self):
        """What is in reach, in words."""
        low, high = self.figures()
        given = f"{low:,} km" if low == high else f"{low:,} to {high:,} km, depending on whom you ask"
        counted = _number(self._span(), self._words())
        parts = [
            f"The range given for the {self.missile} is {given}. From {self.town} that gives {self._span()} {counted}."
        ]
        if self.counted != "people" and len(self.found):
            parts.append(f"The farthest of them: {', '.join(self.found['city'].tail(4)[::-1])}.")
        parts.append(_nearest_american(self._away, high))
        parts.append(
            "The towns are examples: from another place the ring is a different one. It does not show the payload (what the "
            "missile carries), whether it is in service, or what anyone means to do."
        )
        return " ".join(parts)

    def _rival(self):
        return {"PAK": "Indian", "IND": "Pakistani"}[self._row["country_iso3"]]

    def _words(self):
        """What is counted, in words that follow a number."""
        return f"{self._rival()} cities" if self.counted == "rival" else COUNTS[self.counted][0]

    def _span(self, to=" to "):
        return in_words(*self.count(), to, people=self.counted == "people")


def in_words(low, high, to=" to ", people=None):
    """A span of cities, or of people in millions: the listed populations are no more exact than that."""
    people = high > 10_000 if people is None else people
    low, high = (f"{n / 1e6:,.0f}" if people else f"{n:,}" for n in (low, high))
    return f"{low if low == high else f'{low}{to}{high}'}{' million' if people else ''}"


def _number(span, words):
    """Words for cities in the singular where there is one."""
    return words.replace("cities", "city", 1) if span == "1" else words


def _nearest_american(away, high):
    """How far the nearest listed US city is, as a sentence; ``away`` is ``cities`` with ``km``."""
    nearest = away[away["country_iso3"].isin(US_CODES)].sort_values("km").iloc[0]
    times = nearest["km"] / high
    return (
        f"The nearest listed US city is {nearest['city']}, {nearest['country']}, {nearest['km']:,.0f} km away: "
        f"{f'{times:.1f} times the highest figure' if times > 1 else 'within the highest figure'}."
    )


def reach_of_the_shaheens(away):
    """From how many towns each Shaheen reaches a city beyond South Asia, in words worked out from the tables."""
    total = len(TOWNS["PAK"])
    parts = []
    for name in SHAHEENS:
        low, high = towns_that_reach(name, away=away)
        parts.append(
            f"the {name} from {low} of {total} towns"
            + ("" if low == high else f" by the lowest figure and {high} by the highest")
        )
    return f"A listed city beyond South Asia is in reach of {', '.join(parts[:-1])} and {parts[-1]}."


def every_count(away):
    """What each missile reaches from each town, by its highest figure: a DataFrame with one row for each pair.

    Args:
        away: as from :func:`distances_from_towns`.
    """
    counts = {key: words for key, (words, _) in COUNTS.items() if key != "people"}
    ways = {
        (town, key): cities.loc[_counts(town, math.inf, key, cities), "km"].to_numpy()
        for town, cities in away.items()
        for key in counts
    }
    return pd.DataFrame(
        {
            "Missile": missile.name,
            "From": town,
            "Range given (km)": f"{missile.range_km_min:,}–{missile.range_km_max:,}",
            **{words: int((ways[town, key] <= missile.range_km_max).sum()) for key, words in counts.items()},
        }
        for missile in missiles().itertuples()
        for town in TOWNS[missile.country_iso3]
    )

"""Where India and Pakistan built what for their nuclear programmes, and what Washington did in the same years."""

import pandas as pd

from uspak import data

#: The take-away of each step; the years are those in which a site or an American step was new.
YEARS = {
    1960: "1960: a Canadian reactor with American water at Trombay",
    1965: "1965: an American research reactor near Islamabad",
    1972: "1972: a Canadian power reactor, and a meeting at Multan",
    1974: "1974: India explodes a device, Pakistan has none",
    1976: "1976: Pakistan takes two routes, plutonium and uranium",
    1979: "1979: Washington cuts aid; the map does not change",
    1983: "1983: claimed tests without yield, while aid flows again",
    1985: "1985: Dhruva starts in India, Pressler becomes law",
    1990: "1990: aid is cut again; the map does not change",
    1998: "1998: four days of tests, India first; sanctions on both",
}

#: What Washington did or saw in a year of the map: rows of the events.
WASHINGTON = {
    1976: "1976-kissinger-in-lahore",
    1979: "1979-symington-cut-off",
    1983: "1983-china-and-the-bomb",
    1985: "1985-pressler-amendment",
    1990: "1990-pressler-cut-off",
    1998: "1998-glenn-sanctions",
}

COUNTRIES = {"PAK": "Pakistan", "IND": "India"}


def sites(year=1998):
    """The sites that were there in a year: rows of ``data/evidence/nuclear_sites.csv`` with the ``lat`` and ``lon`` of
    their town (data/places.csv), oldest first."""
    table = data.evidence("nuclear_sites").merge(
        data.places()[["place_id", "lat", "lon"]], on="place_id", how="left", validate="many_to_one"
    )
    return table[table["year"] <= year].sort_values("year", kind="stable").reset_index(drop=True)


def new_in(year):
    """The sites of :func:`sites` that were new in a year."""
    there = sites(year)
    return there[there["year"] == year]


def every_site():
    """All sites, for reading: a DataFrame with one row each, oldest first."""
    table = sites()
    return pd.DataFrame(
        {
            "Year": table["year"],
            "Country": table["country_iso3"].map(COUNTRIES),
            "Site": table["site"],
            "Kind": table["kind"],
            "Helped by": table["helped_by"],
            "What": table["what"],
        }
    )

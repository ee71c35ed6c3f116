"""The missiles of both countries and the cities that they are held against: the numbers of notebook 09."""

import pandas as pd

from uspak import data

#: What counts as American when a city is looked for: the states, Guam, and the Northern Mariana Islands.
US_CODES = ("USA", "GUM", "MNP")


def missiles():
    """The ballistic missiles of the tables ``missiles`` (Pakistan) and ``missiles_india`` in one.

    Returns:
        A DataFrame, Pakistan's first and by range: ``name`` (without what stands in brackets), ``country_iso3`` and the
        columns that both tables have.
    """
    pakistan, india = data.evidence("missiles"), data.evidence("missiles_india")
    table = pd.concat([pakistan.assign(country_iso3="PAK"), india.assign(country_iso3="IND")], ignore_index=True)
    table = table[table["type"].str.contains("ballistic")]
    table = table.assign(name=table["missile"].str.split(" (", regex=False).str[0])
    order = table["country_iso3"].map({"PAK": 0, "IND": 1})
    return (
        table.assign(order=order)
        .sort_values(["order", "range_km_max", "range_km_min"])
        .drop(columns="order")
        .reset_index(drop=True)
    )


def beyond_south_asia(cities, meaning="saarc"):
    """Which rows of the table ``cities`` lie beyond South Asia.

    Args:
        cities: rows of ``uspak.evidence("cities")``.
        meaning: ``"saarc"``, the member states of the association of that name, or ``"un"``, the list of the UN's
            statistics division, which has Iran as well.

    Returns:
        A Series of True and False.

    Raises:
        ValueError: for another meaning.
    """
    columns = {"saarc": "saarc", "un": "un_southern_asia"}
    if meaning not in columns:
        raise ValueError(f"South Asia has no meaning {meaning!r} here. Possible: {', '.join(columns)}.")
    return cities[columns[meaning]] == "no"

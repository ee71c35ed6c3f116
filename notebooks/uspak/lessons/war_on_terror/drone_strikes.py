"""American drone strikes in Pakistan by year and district, as each of two counters has them."""

import pandas as pd

from uspak import data

BUREAU, NEW_AMERICA = "Bureau of Investigative Journalism", "New America"

#: The counters that list every strike, and their names in a sentence.
COUNTERS = {BUREAU: "the Bureau", NEW_AMERICA: "New America"}
YEARS = range(2004, 2019)
WAZIRISTAN = ("North Waziristan", "South Waziristan")

_PEOPLE = ["killed_min", "killed_max", "civilians_min", "civilians_max"]


def strikes(counter, year):
    """What one counter has for one year.

    Args:
        counter: a key of ``COUNTERS``.
        year: 2004 to 2018.

    Returns:
        A DataFrame with one row for each district that was hit (the index), and the columns ``lat``, ``lon`` (middle of
        the district; NaN if the place is not known), ``strikes``, ``killed_min``, ``killed_max``, ``civilians_min`` and
        ``civilians_max`` (people).

    Raises:
        ValueError: for an unknown counter or year.

    Source: ``data/evidence/drone_strikes_by_area.csv``.
    """
    if counter not in COUNTERS or year not in YEARS:
        raise ValueError(
            f"There is no {counter!r}, {year!r}. Possible: {', '.join(COUNTERS)}; {YEARS[0]} to {YEARS[-1]}."
        )
    table = data.evidence("drone_strikes_by_area")
    mine = table[(table["counted_by"] == counter) & (table["year"] == year)]
    return mine.set_index("agency")[["lat", "lon", "strikes", *_PEOPLE]]


def strikes_a_year(counter):
    """The number of strikes that one counter lists for each of ``YEARS``: a Series by year.

    Source: ``data/evidence/drone_strikes_by_area.csv``.
    """
    table = data.evidence("drone_strikes_by_area")
    mine = table[table["counted_by"] == counter]
    return mine.groupby("year")["strikes"].sum().reindex(list(YEARS), fill_value=0)


def districts():
    """The middle of each district or other area that was hit: a DataFrame by its name, with ``lat`` and ``lon``."""
    return data.evidence("drone_strikes_by_area").drop_duplicates("agency").set_index("agency")[["lat", "lon"]]


def strikes_and_people(row):
    """The strikes and the people killed in one row, or in the sum of several, as a part of a sentence."""
    number = int(row["strikes"])
    killed, civilians = (written_range(row[f"{who}_min"], row[f"{who}_max"]) for who in ("killed", "civilians"))
    return f"{number} {'strike' if number == 1 else 'strikes'}, {killed} people killed, {civilians} of them civilians"


def year_by_counter(year):
    """What each counter has for a year, all districts together: a dict from counter to a part of a sentence."""
    return {counter: strikes_and_people(strikes(counter, year)[["strikes", *_PEOPLE]].sum()) for counter in COUNTERS}


def by_year():
    """Strikes and civilians by year and counter: a DataFrame of texts, one row a year, ranges as "89–197".

    Source: ``data/evidence/drone_strikes.csv``.
    """
    table = data.evidence("drone_strikes")
    columns = {"Year": list(YEARS)}
    for counter, short in COUNTERS.items():
        mine = table[table["counted_by"] == counter].set_index("year").reindex(list(YEARS))
        columns[f"Strikes, {short}"] = mine["strikes"].tolist()
        columns[f"Civilians, {short}"] = [
            written_range(low, high) for low, high in zip(mine["civilians_min"], mine["civilians_max"], strict=True)
        ]
    return pd.DataFrame(columns)


def written_range(low, high):
    """A range of whole numbers as text: "424–969", "17–24", "67"; "no total given" for NaN."""
    if pd.isna(low) or pd.isna(high):
        return "no total given"
    first, last = f"{low:,.0f}", f"{high:,.0f}"
    return first if first == last else f"{first}–{last}"

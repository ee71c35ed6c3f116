"""UN missions with Pakistanis: which there were in a year, and how many people Pakistan had sent in all."""

from uspak import data

FIRST, LAST = 1960, 2025

#: From this year on there is a span for every year; before it, one for each stretch without a change.
YEARLY = 1989


def missions():
    """The missions with Pakistanis, largest strength first, with ``last``: the last year, open ones ending in 2025."""
    table = data.evidence("peacekeeping_missions")
    for column in ("full_name", "country"):
        table[column] = table[column].str.replace("Cote d'Ivoire", "Côte d'Ivoire")  # as on the map
    return table.assign(last=table["pakistan_last_year"].fillna(LAST).astype(int)).sort_values(
        ["peak_personnel", "mission"], ascending=[False, True], na_position="last"
    )


def active(year, table=None):
    """The rows of :func:`missions` (or of ``table``, such rows read before) in which Pakistanis served in a year."""
    table = missions() if table is None else table
    return table[(table["pakistan_first_year"] <= year) & (year <= table["last"])]


def counts():
    """Pakistan's number and rank among UN contributors, one row a year (index): the December count, else the latest seen.

    Returns:
        A DataFrame with ``date``, ``personnel`` (NaN where a source gives the rank only) and ``rank`` (NaN where there is none).
    """
    table = data.evidence("peacekeeping")
    own = table[table["country_iso3"] == "PAK"].sort_values("date")
    return own.drop_duplicates("year", keep="last").set_index("year")[["date", "personnel", "rank"]]


def spans():
    """The years from 1960 to 2025 as a list of ``(first year, last year)``, each with the same missions throughout."""
    table, found, before = missions(), [], None
    for year in range(FIRST, LAST + 1):
        here = set(active(year, table)["mission"])
        if here == before and year < YEARLY:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
        before = here
    return found

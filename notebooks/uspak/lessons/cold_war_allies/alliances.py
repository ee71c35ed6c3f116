"""Who belonged to which alliance, on which day."""

import itertools

import pandas as pd

from uspak import data, dates

_ORDER = ("both", "cento", "seato")  # in which groups of states are listed


def full_members(organisation):
    """The names of an alliance's full members, past or present, as a set."""
    return set(_full_member_rows(organisation)["member"])


def members(organisation, on):
    """The full members of an alliance on a day.

    Args:
        organisation: ``"SEATO"`` or ``"CENTO"`` (the Baghdad Pact until 1959).
        on: ISO date, for instance ``"1955-12-31"``.

    Returns:
        A set of ISO 3166 country codes; empty when the alliance did not exist. Associates and observers are not in it.

    Raises:
        ValueError: if the table knows no such alliance.
    """
    organisations = set(data.evidence("alliances")["organisation"])
    if organisation not in organisations:
        known = ", ".join(sorted(organisations))
        raise ValueError(f"There is no alliance '{organisation}' in the table. It has: {known}.")
    rows = _full_member_rows(organisation)
    return set(rows.loc[(rows["joined"] <= on) & ~(rows["left"] <= on), "iso3"])


def leaving(year):
    """Sentences on who leaves one of the two pacts in a year; none for the year in which a pact is wound up."""
    rows = _full_member_rows("SEATO", "CENTO")
    wound_up = rows.groupby("organisation")["left"].max()
    return [
        f"{row.member} leaves {row.organisation if year > 1959 else 'the Baghdad Pact'} in {dates.written_date(row.left[:7])}."
        for row in rows.dropna(subset="left").itertuples()
        if row.left.startswith(str(year)) and wound_up[row.organisation][:4] > str(year)
    ]


def membership(on):
    """Who was in which pact on a day: a dict of three sets of country codes, ``seato`` (only), ``cento`` (only), ``both``."""
    seato, cento = members("SEATO", on), members("CENTO", on)
    return {"seato": seato - cento, "cento": cento - seato, "both": seato & cento}


def _full_member_rows(*organisations):
    """The rows of full members, without associates and observers."""
    table = data.evidence("alliances")
    return table[table["organisation"].isin(organisations) & (table["role"] == "member")]


def spells():
    """How long each state was in one pact or in both: a DataFrame, one row for each spell without a change.

    Returns:
        Columns ``iso3``, ``member`` (the name), ``group`` (a key of :func:`membership`), ``start`` and ``end`` (ISO dates; a
        date known to the month only is the middle of it). Rows by state and time; the states that were ever in both first.
    """
    rows = _full_member_rows("SEATO", "CENTO")
    found = [spell for _, state in rows.groupby("iso3") for spell in _spells_of(state)]
    table = pd.DataFrame(found, columns=["iso3", "member", "group", "start", "end"])
    order = table["group"].map(_ORDER.index).groupby(table["iso3"]).transform("min")
    return table.assign(order=order).sort_values(["order", "member", "start"]).drop(columns="order")


def _spells_of(state):
    """The spells of one state, from its rows in the table of alliances."""
    stays = {row.organisation: (dates.middle_day(row.joined), dates.middle_day(row.left)) for row in state.itertuples()}
    turns = sorted({day for stay in stays.values() for day in stay})
    for start, end in itertools.pairwise(turns):
        pacts = [pact for pact, (joined, left) in stays.items() if joined <= start < left]
        if pacts:
            group = "both" if len(pacts) > 1 else pacts[0].lower()
            yield state["iso3"].iloc[0], state["member"].iloc[0], group, start, end

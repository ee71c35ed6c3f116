"""Who belonged to which alliance, on which day."""

from uspak import data, dates


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

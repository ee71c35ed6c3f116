"""All that is particular to this article and this pair of states, so that the rest can serve another article.

Rooms such as ``uspak.data`` and ``uspak.drawing`` take from here what the article is called, which rules hold for the
rows of its events and claims, which parts of the world it is about, and the colours of those who act in it.
"""

import math
from collections.abc import Callable, Iterator

from uspak import dates

#: The article among the sources: an id in ``data/sources.csv``.
SOURCE_ID = "waqas-2024"

#: Belongs under every map.
DISCLAIMER = (
    "Boundaries are shown as administered at the date, simplified from Natural Earth; no endorsement is implied."
)

#: The first day for which there are outlines; Pakistan's first day.
FIRST_DAY = "1947-08-14"

#: The part of the world of which there are sharper outlines (``data/geography/region.geojson``): west, south, east,
#: north in degrees.
SHARP_EXTENT = (18, -12, 150, 60)

#: What the named maps show at least: west, south, east, north in degrees.
REGIONS = {
    "world": (-180, -57, 180, 84),
    "alliances": (-127, -49, 180, 72),
    "eurasia": (-12, 5, 150, 76),
    "asia": (34, -8, 142, 55),
    "west-asia": (26, 12, 78, 45),
    "south-asia": (60, 5.4, 98, 37.6),
    "pakistan": (60, 23, 80, 38),
    "kashmir": (71.5, 31.5, 81, 37.5),
}

#: The states that hold a side of the lines through Kashmir: whoever is filled, the lines are drawn again on top.
SIDES_OF_HELD_LINES = frozenset({"IND", "PAK", "CHN"})

#: The states whose parts have names of their own, and the day until which they do (East and West Pakistan).
PARTS_NAMED_UNTIL = {"PAK": "1971-12-16"}

#: One colour for each who acts most (Okabe and Ito), and one for all others.
ACTOR_COLOURS = {"USA": "#0072B2", "PAK": "#009E73", "CHN": "#D55E00", "IND": "#E69F00"}
OTHER_ACTOR = "#8A8579"

#: The states whose story it is, tinted on the story map; and those named there for orientation, if they exist on the day.
PROTAGONISTS = ("USA", "PAK")
ORIENTATION = ("PAK", "CHN", "IND", "IRN", "AFG", "SUN", "RUS")

#: The story map's windows, in degrees (west, south, east, north): what it shows wherever that is enough, what of it stays
#: in view at all other stops, and what lies far away in a box of its own, with the name of that (text, lat, lon).
STORY_HOME = (57, 16.4, 99, 39.08)
STORY_KEPT = (61, 23.7, 77.5, 37)
STORY_BOX = (-127, 20, -65, 55)
STORY_BOX_NAME = ("United States", 45.5, -104)

#: Where the tables name states both ways: (table, column with the name, column with the code).
TABLES_OF_NAMES = (
    ("actors", "name", "country_iso3"), ("alliances", "member", "iso3"), ("armies", "country", "country_iso3"),
    ("arms_imports", "supplier", "supplier_iso3"), ("peacekeeping", "country", "country_iso3"),
)  # fmt: skip

#: What people also write for the names and codes in these tables, in small letters.
OTHER_NAMES = {
    "usa": ("us", "america", "united states of america"),
    "gbr": ("uk", "gb", "britain", "great britain"),
    "chn": ("prc", "people's republic of china", "peoples republic of china", "china (prc)"),
    "tha": ("kingdom of thailand", "siam"),
    "phl": ("republic of the philippines",),
    "tur": ("turkey", "turkiye"),
    "irn": ("islamic republic of iran",),
    "pak": ("islamic republic of pakistan",),
    "prk": ("dprk",),
    "sun": ("ussr", "soviet union"),
    "rus": ("russia", "russian federation"),
    "blr": ("belarus",),
    "bgd": ("bangladesh",),
    "bureau of investigative journalism": ("bij", "tbij"),
}


# Rules for the tables of this article. What a single cell may hold (the domains, say) stands in data/datapackage.json.

#: A row of a table as text: its cells by column.
Row = dict[str, str]
#: The rows of another table, by its name.
RowsOf = Callable[[str], list[Row]]

#: The weights that go with each direction of an event: the lowest and the highest.
WEIGHTS = {"cooperation": (0.5, 10), "friction": (-10, -0.5), "mixed": (-3, 3)}


def event_problems(event: Row, rows_of: RowsOf) -> Iterator[tuple[str, str]]:
    """Which cells of an event contradict each other.

    Args:
        event: a row of ``events.csv`` as text; cells that are wrong by themselves are reported elsewhere.
        rows_of: gives the rows of another table, here those of ``eras``.

    Yields:
        The column of a wrong cell and what it should hold, as the end of a sentence that begins with 'expected'.
    """
    date = event["date"]
    if dates.is_iso_date(date) and not event["event_id"].startswith(date[:4]):
        yield "event_id", f"an id that begins with the year of the date ({date[:4]})"
    eras = {era["era_id"]: era for era in rows_of("eras")}
    if dates.is_iso_date(date) and event["era_id"] in eras and not _is_in(eras[event["era_id"]], date):
        right = [name for name, era in eras.items() if _is_in(era, date)]
        yield "era_id", f"the era that contains {date}" + (f": {right[0]}" if right else " (none does)")
    if event["direction"] in WEIGHTS:
        low, high = WEIGHTS[event["direction"]]
        if not low <= _number(event["weight"]) <= high:
            yield "weight", f"a number from {low} to {high}, because direction is {event['direction']}"
    if event["origin"] == "article" and not event["paragraph"]:
        yield "paragraph", "the paragraph that states it (P1 to P11, B, C1, C2), because origin is article"
    if event["origin"] != "article" and event["paragraph"]:
        yield "paragraph", f"an empty cell, because origin is {event['origin']}"
    if SOURCE_ID in event["source_id"].split(";"):
        yield "source_id", f"independent sources only: the column paragraph already cites the article ({SOURCE_ID})"


def claim_problems(claim: Row, rows_of: RowsOf) -> Iterator[tuple[str, str]]:
    """Which cells of a claim, a row of ``claims.csv``, contradict each other; as :func:`event_problems`."""
    if claim["claim_id"].rpartition("-")[0] != claim["paragraph"]:
        yield "claim_id", f"an id that begins with the paragraph ({claim['paragraph']}-)"
    if (claim["verdict"] == "pending") == bool(claim["rationale"]):
        wanted = "an empty cell, because the verdict is pending" if claim["rationale"] else "the reason for the verdict"
        yield "rationale", wanted
    if set(claim["source_id"].split(";")) <= {SOURCE_ID}:
        yield "source_id", f"at least one independent source beside {SOURCE_ID}"


#: The rules that join several cells of a row, by the name of the table; ``uspak.data.row_checks`` applies them.
ROW_RULES: dict[str, Callable[[Row, RowsOf], Iterator[tuple[str, str]]]] = {
    "events": event_problems,
    "claims": claim_problems,
}


def _is_in(era: Row, date: str) -> bool:
    """Whether an era contains a date; one that is known to the month or year only counts by its middle."""
    return era["start"] <= dates.middle_day(date) <= (era["end"] or "9999")


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return math.nan

"""All that is particular to this article and this pair of states, so that the rest can serve another article.

Rooms such as ``uspak.data`` and ``uspak.drawing`` take from here what the article is called, which parts of the world it
is about, and the colours of those who act in it.
"""

#: The article among the sources: an id in ``data/sources.csv``.
SOURCE_ID = "waqas-2024"

#: Belongs under every map.
DISCLAIMER = (
    "Boundaries are shown as administered at the date, simplified from Natural Earth; no endorsement is implied."
)

#: The first day for which there are outlines; Pakistan's first day.
FIRST_DAY = "1947-08-14"

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

#: The states whose parts are named one by one, and the day on which they cease to be parts of it.
WINGS = {"PAK": "1971-12-16"}

#: One colour for each who acts most (Okabe and Ito), and one for all others.
ACTOR_COLOURS = {"USA": "#0072B2", "PAK": "#009E73", "CHN": "#D55E00", "IND": "#E69F00"}
OTHER_ACTOR = "#8A8579"

#: The states whose story it is, tinted on the story map; and those named there for orientation, if they exist on the day.
PROTAGONISTS = ("USA", "PAK")
ORIENTATION = ("USA", "CHN", "IND", "IRN", "SUN", "RUS")

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

"""The exercises of notebook 09, Missiles and sanctions."""

import pandas as pd

from uspak import data
from uspak.exercises.core import Choice, Exercise, Mistake
from uspak.geography import border_scan
from uspak.geography.distances import KM_PER_DEGREE, distance_km, distances_km

from .missiles import US_CODES

#: What the notebook has made of the tables when the exercises begin.
SETUP = (
    "from uspak.lessons.missiles_and_sanctions import reach\n"
    "border = reach.border()\n"
    'cities, sanctions = data.evidence("cities"), data.evidence("missile_sanctions")\n'
    'entities = data.evidence("missile_entities")\n'
    'named = sanctions[(sanctions["event_type"] == "designation") & (sanctions["date"] >= "2023")]\n'
    'named = named.assign(entity=named["entities"].str.split(";")).explode("entity")\n'
    'named["entity"] = named["entity"].str.strip().str.split(" (", regex=False).str[0]\n'
    'named = named[["date", "entity"]].merge(entities[["entity", "country_iso3", "kind"]], on="entity", how="left")'
)

TOWNS = ("Islamabad", "Lahore")  # from which one may have measured: that of section 3, and the nearest of the map's
KM_IN_A_MILE = 1.609344


def designations():
    """The rows of the designations of 2023 and 2024."""
    table = data.evidence("missile_sanctions")
    return table[(table["event_type"] == "designation") & (table["date"] >= "2023")]


def named(table=None):
    """One row for each naming of a body or person in the designations of 2023 and 2024, with its country."""
    table = designations() if table is None else table
    names = table["entities"].str.split(";").explode().str.strip().str.split(" (", regex=False).str[0]
    entities = data.evidence("missile_entities")
    return names.to_frame("entity").merge(entities[["entity", "country_iso3"]], on="entity", how="left")


def longest():
    """The highest range given for any of Pakistan's missiles, in kilometres."""
    return int(data.evidence("missiles")["range_km_max"].max())


class LaboratoryYears(Exercise):
    answer = "laboratory_years"
    title = "The other laboratory"
    question = (
        "In which years do the rows of `sanctions` name Khan Research Laboratories, the body behind the Ghauri? Give a set of years "
        "as whole numbers, written like `{1990, 1993}`."
    )
    hints = (
        'A text in a column is found with `sanctions["entities"].str.contains("…")`.',
        "Write enough of the name to leave other bodies out, and put the condition in square brackets after `sanctions`.",
        'The year is the first four characters of the date: `rows["date"].str[:4].astype(int)`; `set(…)` makes a set of them.',
    )
    setup = SETUP
    solution_code = (
        'rows = sanctions[sanctions["entities"].str.contains("Khan Research Laboratories")]\n'
        'laboratory_years = set(rows["date"].str[:4].astype(int))'
    )
    why = (
        "Both times a North Korean firm is in the same row. So two bodies were punished in turn: the laboratory over the liquid-fuel "
        "Ghauri and North Korea, the complex over the solid-fuel Shaheen and China."
    )

    def _rows(self, words="Khan Research Laboratories"):
        table = data.evidence("missile_sanctions")
        return table[table["entities"].str.contains(words, regex=False)]

    def expected(self):
        return {int(date[:4]) for date in self._rows()["date"]}

    def rows(self):
        table = data.evidence("missile_sanctions")
        held = table["entities"].str.contains("Khan Research Laboratories", regex=False)
        return held.set_axis(table["date"].str[:4].astype(int))

    def mistakes(self):
        rows = self._rows()
        complex_ = {int(date[:4]) for date in self._rows("National Development Complex")["date"]}
        return (
            Mistake(
                "the complex",
                complex_,
                "These are the years of the National Development Complex. The laboratory is another body.",
            ),
            Mistake(
                "whole dates",
                set(rows["date"]),
                "Right rows, but whole dates. The question asks for years, as whole numbers.",
            ),
            Mistake("how many", len(rows), "That is how many rows there are. The question asks for the years: a set."),
            Mistake(
                "all years",
                {int(d[:4]) for d in data.evidence("missile_sanctions")["date"]},
                "You have every year of the table. Did you put the condition in square brackets after `sanctions`?",
            ),
        )


class NamedByCountry(Exercise):
    answer = "entities_by_country"
    label_column = "country_iso3"
    title = "Where they sit"
    question = (
        "How many different bodies and persons did the designations of 2023 and 2024 name in each country? Give a Series with the country "
        "codes as labels, from the table `named`."
    )
    hints = (
        "`named` has one row for each entry. A firm or person that was named twice must count once.",
        'Drop the repeats first: `named.drop_duplicates("entity")`.',
        'Then count a column: `["country_iso3"].value_counts()`.',
    )
    setup = SETUP
    solution_code = 'entities_by_country = named.drop_duplicates("entity")["country_iso3"].value_counts()'
    why = (
        "Most of them are Chinese, and the article names none. The designations before December 2024 were aimed at suppliers, nearly "
        "all of them abroad. (The Entity List rounds named Pakistani firms, too, but they are not in this table.)"
    )

    def expected(self):
        return named().drop_duplicates("entity")["country_iso3"].value_counts()

    def mistakes(self):
        rounds = designations()
        table = named(rounds)
        by_row = rounds["entity_country_iso3"].str.split(";").explode().value_counts()
        last = table.drop_duplicates("entity", keep=False)["country_iso3"].value_counts()
        return (
            Mistake(
                "namings",
                table["country_iso3"].value_counts(),
                "You counted entries. One firm was named twice and must count once.",
            ),
            Mistake("rounds", by_row, "You counted the rows in which a country occurs, not the names."),
            Mistake(
                "twice named left out",
                last,
                "You dropped the firm that was named twice altogether. One of its two rows has to stay.",
            ),
            Mistake(
                "all together",
                len(table.drop_duplicates("entity")),
                "That is the number of all names. Count them for each country.",
            ),
        )


class KolkataToBeijing(Exercise):
    answer = "kolkata_to_beijing"
    title = "By whose figure?"
    question = "How many kilometres is the shortest route over the Earth's surface from Kolkata to Beijing?"
    tolerance = 5
    hints = (
        "The table `cities` has both names, and `reach` knows them, too.",
        '`reach.distance_km("…", "…")` gives the shortest distance in kilometres.',
    )
    setup = SETUP
    solution_code = 'kolkata_to_beijing = reach.distance_km("Kolkata", "Beijing")'
    why = (
        "Now look at the range of Agni-III, 3,000 to 5,000 km: by the lowest figure Beijing is out of its reach from Kolkata, by the "
        "highest well within it. If you draw only one ring, you have chosen a source."
    )

    def _ends(self):
        cities = data.evidence("cities").set_index("city")
        return [tuple(map(float, cities.loc[name, ["lat", "lon"]])) for name in ("Kolkata", "Beijing")]

    def _agni(self):
        """The lowest and the highest range given for Agni-III, in kilometres."""
        row = data.evidence("missiles_india").set_index("missile").loc["Agni-III"]
        return int(row["range_km_min"]), int(row["range_km_max"])

    def expected(self):
        return distance_km(*self._ends())

    def mistakes(self):
        (lat, lon), (north, east) = ends = self._ends()
        km = distance_km(*ends)
        flat = ((lat - north) ** 2 + (lon - east) ** 2) ** 0.5 * KM_PER_DEGREE
        return (
            Mistake(
                "flat",
                flat,
                "You calculated on a flat map, where all degrees have the same length. In the north a degree of longitude is shorter.",
            ),
            *(
                Mistake(
                    f"{end} range",
                    figure,
                    f"That is the {end} range of Agni-III. First find the distance between the two cities; then compare.",
                )
                for end, figure in zip(("lowest", "highest"), self._agni(), strict=True)
            ),
            Mistake("miles", km / KM_IN_A_MILE, "That looks like miles. The question asks for kilometres."),
            Mistake("metres", km * 1000, "That looks like metres. The question asks for kilometres."),
        )


class QuettaNotLahore(Exercise):
    answer = "quetta_not_lahore"
    title = "Another town, another list"
    question = "Which listed cities lie within 2,750 km of Quetta but not of Lahore? Give a set of names."
    hints = (
        'The distances from a town: `reach.distances_km("Quetta", cities)`, one for each row of `cities`.',
        'The cities in reach as a set: `set(cities[reach.distances_km("Quetta", cities) <= 2750]["city"])`. Do the same for Lahore.',
        "Sets, from notebook 02: `-` takes away what the second set has.",
    )
    setup = SETUP
    solution_code = (
        'from_quetta = set(cities[reach.distances_km("Quetta", cities) <= 2750]["city"])\n'
        'from_lahore = set(cities[reach.distances_km("Lahore", cities) <= 2750]["city"])\n'
        "quetta_not_lahore = from_quetta - from_lahore"
    )
    why = (
        "The missile is the same; the two towns are about 700 km apart. The ring around Quetta reaches further towards the Gulf and the "
        "Caucasus, the ring around Lahore towards China and the Bay of Bengal. A sentence that gives a range but no place leaves this out."
    )

    def _in_reach(self):
        """The cities within the longest range of Quetta and of Lahore: two sets."""
        cities, range_ = data.evidence("cities"), longest()
        places = dict(zip(cities["city"], zip(cities["lat"], cities["lon"], strict=True), strict=True))
        return [set(cities[distances_km(places[town], cities) <= range_]["city"]) for town in ("Quetta", "Lahore")]

    def expected(self):
        quetta, lahore = self._in_reach()
        return quetta - lahore

    def rows(self):
        right = self.expected()
        return pd.Series({city: city in right for city in data.evidence("cities")["city"]})

    def mistakes(self):
        quetta, lahore = self._in_reach()
        return (
            Mistake(
                "the other way round",
                lahore - quetta,
                "That is Lahore without Quetta. Take Lahore's cities away from Quetta's.",
            ),
            Mistake(
                "either but not both",
                quetta ^ lahore,
                "These are the cities that only one of the two reaches. Which of them are Quetta's?",
            ),
            Mistake(
                "both",
                quetta & lahore,
                "These are the cities that both reach. The question asks for those that only Quetta does.",
            ),
            Mistake(
                "all of Quetta's",
                quetta,
                "These are all the cities in reach of Quetta. Take away those that Lahore reaches, too.",
            ),
            Mistake(
                "how many", len(quetta - lahore), "That is how many there are. The question asks which: a set of names."
            ),
        )


class TimesTooShort(Exercise):
    answer = "times_too_short"
    title = "How much farther?"
    question = (
        "Take the shortest distance from any point of the table `border` to any listed place under the US flag (codes `USA`, `GUM` "
        "and `MNP`). Divide that distance by Pakistan's highest range in `missiles`. What do you get? Two decimals are enough; "
        "round only at the end."
    )
    tolerance, decimals = 0.006, 2
    hints = (
        'Keep the American rows: `american = cities[cities["country_iso3"].isin(["USA", "GUM", "MNP"])]`.',
        'For one place the nearest point of the border is `reach.distances_km("Seattle", border).min()` away. Each place gives one '
        'number: go through `american["city"]` and take the smallest.',
        "Divide it by the highest range, 2,750 km.",
    )
    setup = SETUP
    solution_code = (
        'american = cities[cities["country_iso3"].isin(["USA", "GUM", "MNP"])]\n'
        'nearest = min(reach.distances_km(place, border).min() for place in american["city"])\n'
        "times_too_short = nearest / 2750"
    )
    why = (
        "Even from the nearest point of the border the nearest American island is more than two and a half times as far as the longest "
        "range that Pakistan has given. So Finer's sentence is about larger motors in the future, as he said himself; it cannot be "
        "tested with a ring of today."
    )

    def _places(self, codes=US_CODES):
        """The listed places of these countries, each ``(lat, lon)``."""
        cities = data.evidence("cities")
        rows = cities[cities["country_iso3"].isin(codes)]
        return list(zip(rows["lat"], rows["lon"], strict=True))

    def _ways(self, codes=US_CODES):
        """Kilometres from each listed place to the nearest point of the border: a list."""
        border = border_scan.border("PAK")
        return [float(distances_km(place, border).min()) for place in self._places(codes)]

    def _seattle(self):
        return tuple(data.evidence("cities").set_index("city").loc["Seattle", ["lat", "lon"]].astype(float))

    def _nearest_of_all(self):
        return min(self._ways(set(data.evidence("cities")["country_iso3"])))

    def _from_towns(self):
        """Kilometres from each of the ``TOWNS`` to the nearest American place: a dict."""
        cities = data.evidence("cities")
        towns = cities[cities["city"].isin(TOWNS)]
        ways = [distances_km(place, towns) for place in self._places()]
        return {town: float(min(way[index] for way in ways)) for index, town in towns["city"].items()}

    def expected(self):
        return min(self._ways()) / longest()

    def rows(self):
        return pd.Series(self._ways())

    def mistakes(self):
        ways, towns, range_ = self._ways(), self._from_towns(), longest()
        nearest = min(ways)
        return (
            Mistake(
                "the states alone",
                min(self._ways(("USA",))) / range_,
                "You left out Guam and the Northern Mariana Islands, which are American, too, and nearer.",
            ),
            *(
                Mistake(town, km / range_, f"That is from {town}. Some points of `border` are nearer.")
                for town, km in towns.items()
            ),
            Mistake(
                "the farthest place",
                max(ways) / range_,
                "That is the farthest of the American places. Which is the nearest?",
            ),
            Mistake(
                "Seattle",
                float(distances_km(self._seattle(), border_scan.border("PAK")).min()) / range_,
                "That is Seattle alone, the example of the hint. Some of the American places are nearer.",
            ),
            Mistake(
                "difference",
                nearest - range_,
                "You subtracted the range. How many times it fits is a division.",
            ),
            Mistake(
                "all places of the list",
                self._nearest_of_all() / range_,
                "You took all cities of the table. Keep those under the US flag first.",
            ),
            Mistake("upside down", range_ / nearest, "Upside down: divide the distance by the range."),
            Mistake("kilometres", nearest, "That is the distance in kilometres. How many ranges is it?"),
        )


class WhatARingTells(Choice):
    answer = "what_a_ring_tells"
    title = "What a ring tells"
    question = "Which sentence could you print under a map with a ring of 2,750 km around Quetta?"
    options = {
        "A": "Pakistan's missiles are aimed at the cities inside the ring.",
        "B": "If the figure that its army gave is right, a Shaheen-III fired from here could fly to any point inside the ring.",
        "C": "Cities outside the ring are safe from Pakistan's missiles.",
        "D": "The ring shows that the Shaheen-III was built for India alone.",
    }
    right = "B"
    feedback = {
        "A": "A ring has no aim. It holds friends, rivals and open sea alike: Tehran, Riyadh and Delhi are in this one.",
        "C": "The ring leaves out another town, a lighter payload and the next missile. It does not promise safety.",
        "D": "Most of the listed foreign cities inside are not in India; and a map cannot show a purpose.",
    }
    hints = (
        "For each sentence ask: which of its words could you draw with a pair of compasses?",
        "Three of them say more than a distance.",
    )
    why = (
        "It names the town, the missile, the figure and who gave it, and it says only 'could'. A sentence on capability needs an 'if'. "
        "Intent needs other evidence, such as doctrine, tests, spending and words, and even then fair readers differ."
    )


laboratory_years = LaboratoryYears()
entities_by_country = NamedByCountry()
kolkata_to_beijing = KolkataToBeijing()
quetta_not_lahore = QuettaNotLahore()
times_too_short = TimesTooShort()
what_a_ring_tells = WhatARingTells()

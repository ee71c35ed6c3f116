"""The exercises of notebook 09: answers that were tried, each with what it has to get."""

import pytest
from answer_case_helpers import (
    CODE,
    COMMA,
    LABELS,
    NO,
    OK,
    QUOTES,
    RIGHT,
    ROUNDED,
    TRUTHS,
    AnswersOfALesson,
)

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.missiles_and_sanctions import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "laboratory_years": [
        ("rows['date'].str[:4]", NO, (QUOTES, RIGHT)),
        ("pd.to_datetime(rows['date'])", NO, "whole dates"),
        ("pd.PeriodIndex(['1998', '2003'], freq='Y')", OK, ""),
        ("sanctions['entities'].str.contains('Khan Research Laboratories')", NO, TRUTHS),
        ("{98, 3}", NO, "four digits"),
        ("rows['date'].str[:4].value_counts()", NO, LABELS),
    ],
    "entities_by_country": [
        ("{'China': 10, 'Pakistan': 5, 'Belarus': 1}", OK, ""),
        ("{'China': 11, 'Pakistan': 5, 'Belarus': 1}", NO, "You counted entries"),
        ("{'China': 12, 'Pakistan': 5, 'Belarus': 1}", NO, "The labels are right; 1 value of 3 is not."),
        ("right.reset_index()", OK, ""),
        (
            "named.drop_duplicates('entity').groupby('country_iso3').count()",
            NO,
            "One column of your table is the answer",
        ),
        ("right.drop('BLR')", NO, "One label is missing"),
        ("right + 1", NO, "off by one"),
    ],
    "kolkata_to_beijing": [
        ("3268", OK, ""),
        ("'3,268'", OK, ""),
        ("'3,268 km'", NO, RIGHT),
        ("3.268", NO, "a thousand times too small"),
        ("2031", NO, "looks like miles"),
        ("reach.distances_km('Kolkata', cities)", NO, "The right number is among them"),
        ("3300", NO, ROUNDED),
    ],
    "quetta_not_lahore": [
        ("from_lahore", NO, "does occur in the data"),
        ("{'Bagdad', 'Yerevan', 'Riyadh', 'Tbilisi'}", NO, "Check the spelling of `Bagdad`."),
        ("cities[cities['city'].isin(right)]", NO, "Take the one column out"),
        ("'from_quetta - from_lahore'", NO, CODE),
        ("set(cities['city'])", NO, "You have all of them"),
        ("pd.Series(sorted(right))", OK, ""),
    ],
    "times_too_short": [
        ("2.59", OK, ""),
        ("2.6", NO, "at least 2 decimals"),
        ("2.69", NO, "from Lahore"),
        ("nearest - 2750", NO, "is a division"),
        ("reach.distances_km('Seattle', border).min() / 2750", NO, "Seattle alone"),
        (
            "min(reach.distances_km(place, border).max() for place in american['city']) / 2750",
            NO,
            "Follow the question",
        ),
        ("259", NO, "a hundred times too large"),
        ("0.39", NO, "Upside down"),
        ("(2, 59)", NO, (COMMA, RIGHT)),
        ("2750 / 7130.8", NO, "Upside down"),
        ("'2.59x'", NO, RIGHT),
        (
            "[reach.distances_km(place, border).min() / 2750 for place in american['city']]",
            NO,
            "The right number is among them",
        ),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("times_too_short", "nearest", "rows"),
    ("kolkata_to_beijing", "1e6 / 3268", "upside down"),
    ("entities_by_country", "named.drop_duplicates('entity')['country_iso3']", "exchanged"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID

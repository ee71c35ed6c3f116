"""The exercises of notebook 07: answers that were tried, each with what it has to get, and a definition in parts."""

import pytest
from answer_case_helpers import (
    CODE,
    COMMA,
    LABELS,
    NO,
    OK,
    PERCENT_SIGN,
    RIGHT,
    TRUTHS,
    AnswersOfALesson,
)

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.the_army_argument import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "top_five_share": [
        ("71", OK, ""),
        ("70.8", OK, ""),
        ("decembers['rank'] <= 5", NO, "`.mean()`"),
        ("len(decembers)", NO, ("all rows", "below the line")),
        ("100 * (decembers['rank'] < 5).mean()", NO, "`<= 5`"),
        ("100 - right", NO, "missing to a hundred"),
        ("'70.8%'", NO, (PERCENT_SIGN, RIGHT)),
        ("(70, 8)", NO, COMMA),
    ],
    "neighbours_per_1000": [
        ("right.round(2)", OK, ""),
        ("right.round(0)", NO, "at least 2 decimals"),
        ("right.set_axis(['BGD', 'IND', 'LKA', 'NPL', 'PAK'])", OK, ""),
        ("1 / right", NO, "upside down"),
        ("1000 * south_asia['active_troops'] // south_asia['population']", NO, "Divide with `/`"),
        ("right.rename({'Sri Lanka': 'Srilanka'})", NO, "Check the spelling of `Srilanka`."),
        ("{**right, 'Bangladesh': 1.2}", NO, "Look at `Bangladesh`: yours is too large."),
        ("right * 100", NO, "a hundred times too large"),
        ("pd.Series(sorted(right), index=right.index)", NO, "at the wrong labels"),
        ("right['Pakistan']", NO, "one label"),
        ("right.values", NO, '`set_index("country")`'),
    ],
    "left_out": [
        ("{'DZA', 'JOR', 'SEN', 'MAR', 'IRQ', 'NGA', 'MYS'}", OK, ""),
        ("right - {'Iraq'} | {'Irak'}", NO, "Check the spelling of `Irak`."),
        ("armies.loc[sorted(right)]", NO, LABELS),
        ("armies['muslim_percent'] > 50", NO, TRUTHS),
        ("'majority - set(seven)'", NO, CODE),
        ("len(right)", NO, "which"),
        ("set(armies) - set(seven['country'])", NO, "names of columns"),
    ],
    "relative_scores": [
        ("right.round(2)", OK, ""),
        ("1 - right", NO, "missing to 1"),
        ("right * 100", NO, "The question asks for shares from 0 to 1"),
        ("scaled", NO, "the mean of each row"),
        ("scaled.median(axis='columns')", NO, "the median of its rows"),
        ("right / right.sum()", NO, "the right proportion"),
        ("scaled['troops_per_1000']", NO, "one measure alone"),
        ("((values - values.mean()) / values.std()).mean(axis='columns')", NO, "standard deviation"),
        ("right.round(1)", NO, "at least 2 decimals"),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("left_out", "right - {'Iraq'} | {'Iran'}", "spelling"),
    ("relative_scores", "right * 100", "per cent twice"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID


# A definition in parts


DEFINITION = exercises.my_definition


@pytest.mark.parametrize(
    "parts",
    [
        {"count": "coups"},
        {"count": "UN peacekeepers per 1,000 soldiers"},
        {"count": "how many officers finished a staff course"},
        {"count": "percentage of promotions by exam"},
        {"count": "years under martial law"},
        {"count": "hours of training per soldier"},
        {"count": "complaints of abuse upheld by a court"},
        {"count": "graduates of professional military education"},
        {"among": "Pakistan, India and Bangladesh"},
        {"among": ["Pakistan", "India"]},
        {"among": "Muslim-majority states"},
        {"among": "its neighbours"},
        {"among": "Pakistan and Egypt"},
        {"among": "Pakistan India"},
        {"among": "Pakistan - Türkiye"},
        {"among": frozenset(("Iran", "Pakistan"))},
        {"among": "the ten largest contributors"},
        {"years": 2015},
        {"years": "2015 to 2024"},
        {"years": [2015, 2024]},
        {"years": "the 1990s"},
        {"years": "since 1990"},
        {"years": "2015–24"},
        {"years": range(2000, 2010)},
        {"misses": "training"},
        {"misses": "It says nothing about discipline"},
        {"misses": "skill and morale"},
        {"misses": "it cannot see how they treat civilians"},
    ],
    ids=lambda parts: str(
        {name: sorted(part) if isinstance(part, frozenset) else part for name, part in parts.items()}
    ),
)
def test_a_definition_that_a_stranger_could_follow_is_complete(parts):
    assert DEFINITION.evaluate({**DEFINITION.model, **parts}).state == "correct"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"count": "professionalism"}, "to be defined"),
        ({"count": "the number of professional officers"}, "to be defined"),
        ({"count": "how good it is"}, "could not count"),
        ({"count": "its strength"}, "could not count"),
        ({"count": "bravery"}, "could not count"),
        ({"count": "everything"}, "in words"),
        ({"count": 5}, "in words"),
        ({"among": "Pakistan"}, "One army alone"),
        ({"among": "the Pakistan Army"}, "One army alone"),
        ({"among": ["Pakistan"]}, "One army alone"),
        ({"among": 7}, "in words"),
        ({"years": "today"}, "four digits"),
        ({"years": "the last ten years"}, "four digits"),
        ({"years": 12}, "four digits"),
        ({"years": (2024, 2015)}, "changed places"),
        ({"years": (1900, 1920)}, "1947"),
        ({"years": (2090, 2099)}, "not come yet"),
        ({"misses": "It misses nothing."}, "blind"),
        ({"misses": "none"}, "blind"),
        ({"misses": "it doesn't miss anything"}, "blind"),
        ({"misses": "no weakness"}, "blind"),
        ({"misses": "everything"}, "blind"),
        ({"misses": DEFINITION.model["count"]}, "what you count"),
        ({"misses": None}, "A part is missing"),
        ({"among": ""}, "A part is missing"),
    ],
    ids=str,
)
def test_a_definition_that_nobody_could_follow_is_not_complete(parts, words):
    result = DEFINITION.evaluate({**DEFINITION.model, **parts})
    assert result.state == "wrong" and words in result.message


def test_the_definition_says_what_it_holds():
    assert DEFINITION.wanted() == 'a dict with the labels "count", "among", "years" and "misses"'

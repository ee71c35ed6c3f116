"""The exercises of notebook 05: answers that were tried, each with what it has to get, and a headline in parts."""

import pandas as pd
import pytest
from answer_case_helpers import (
    COMMA,
    CUT,
    NO,
    OK,
    PERCENT_SIGN,
    QUOTES,
    RIGHT,
    ROUNDED,
    AnswersOfALesson,
)

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.war_on_terror import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "waziristan_share": [
        ("93", NO, (ROUNDED, "at least 1 decimal")),
        ("92.6", OK, ""),
        ("92.5", NO, CUT),
        ("0.9256", NO, "a fraction of 1"),
        ("93.0233", NO, "the border"),
        ("93.2", NO, "New America's share"),
        ("100 - right", NO, "missing to a hundred per cent"),
        ("100 * 100 / right", NO, "upside down"),
        (
            "100 * bureau[bureau['agency'] == 'South Waziristan']['strikes'].sum() / bureau['strikes'].sum()",
            NO,
            "South Waziristan alone",
        ),
        ("100 * bureau[inside]['strikes'].sum() / area['strikes'].sum()", NO, "two counters"),
        ("bureau['strikes'].sum()", NO, "What share of them"),
        ("len(area) + 500", NO, "between 0 and 100"),
    ],
    "civilian_gap": [
        ("right.reset_index(drop=True)", NO, ("The values are right", 'set_index("year")')),
        ("right.set_axis(range(15))", NO, 'set_index("year")'),
        ("list(right)", NO, 'set_index("year")'),
        ("right.abs()", NO, "a minus sign"),
        ("-right", NO, "Turn the subtraction round"),
        ("right.set_axis(right.index.astype(str))", OK, ""),
        ("right.reset_index(name='gap')", OK, ""),
        ("right.astype(float)", OK, ""),
        ("right.shift()", NO, "shifted by one"),
        ("wide['Bureau of Investigative Journalism'] + wide['New America']", NO, "added the two counters"),
        ("right + (right.index > 2016)", NO, "The first of them is `2017`; all are too large."),
        ("right.mean()", NO, "one mean for all labels"),
        ("wide['New America']", NO, "New America's numbers"),
        ("right * 0", NO, "All your values are the same"),
    ],
    "share_range": [
        ("{'low': 11, 'high': 39}", OK, ""),
        ("{'low': 10.5, 'high': 38.5}", OK, ""),
        ("{'low': '10.5', 'high': '38.5'}", NO, (QUOTES, RIGHT)),
        ("{'low': '11%', 'high': '39%'}", NO, (PERCENT_SIGN, RIGHT)),
        ("{'low': 10, 'high': 38}", NO, CUT),
        ("{'low': 10.53, 'high': 24.1}", NO, "Look at `high`: yours is too small."),
        ("{'low': [10.53], 'high': [38.53]}", NO, "one value for each label."),
        ("(10.5, 38.5)", NO, "they have no labels"),
        ("{'low': 10.5}", NO, "One label is missing. The values of the others are right."),
        ("{'min': 10.5, 'max': 38.5}", NO, "`low` and `high`"),
        ("{'low': 0.105, 'high': 0.385}", NO, "fractions of 1"),
        ("{'low': -10.53, 'high': 38.53}", NO, "a minus sign stands where none belongs"),
        ("{'low': 89.5, 'high': 61.5}", NO, "missing to a hundred per cent"),
        ("{'low': 10.5, 'high': 0.385}", NO, "Some values are right"),
    ],
    "all_pakistanis_bad": [
        ("53", OK, ""),
        ("53.8", NO, "Very close"),
        ("'53%'", NO, (PERCENT_SIGN, RIGHT)),
        ("0.97 * 0.55", NO, "a fraction of 1"),
        ("100 - right", NO, "missing to a hundred per cent"),
        ("(53, 35)", NO, (COMMA, RIGHT)),
        ("(53, 8)", NO, (COMMA, "Very close")),
        ("'53.35 percent of all adults'", NO, RIGHT),
        ("np.float32(53.35)", OK, ""),
        ("97 / 55", NO, "A share of a share is a product"),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("all_pakistanis_bad", "(97, 55)", "comma"),
    ("share_range", "{'low': -10.53, 'high': 38.53}", "a minus sign belongs"),
    (
        "civilian_gap",
        "strikes.pivot(index='year', columns='counted_by', values='civilians_min')",
        "right table",
    ),
    ("waziristan_share", "(398, 430)", "comma"),
    ("waziristan_share", "100", "close"),
    ("share_range", "{'low': 10.5}", "Call the two ends"),
    ("all_pakistanis_bad", "opinion", "among them"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID


# A headline in parts


HEADLINE = exercises.fair_headline
ROWS = HEADLINE._rows()


def headline(counter, /, **parts):
    low, high, first, last = next(row for name, row in ROWS.items() if name.startswith(counter))
    return {"counter": counter, "low": low, "high": high, "first_year": first, "last_year": last, **parts}


@pytest.mark.parametrize(
    "answer",
    [
        *({**headline(name), "counter": name} for name in ROWS),
        headline("New America", counter="the New America Foundation (Washington)"),
        *(
            headline("Bureau", counter=name)
            for name in ("the Bureau", "BIJ", "TBIJ", "bureau of investigative journalism, London", ["Bureau"])
        ),
        headline("Long War Journal", counter="LWJ"),
        headline("Pakistan Foreign", counter="Pakistan's Foreign Ministry"),
        headline("Pakistan Foreign", counter="Foreign Office, Islamabad"),
        headline("Pakistan Ministry", counter="the Ministry of Defense of Pakistan"),
        headline("Bureau", low=str(ROWS["Bureau of Investigative Journalism"][0])),
        headline("Bureau", first_year="2004", last_year="2018"),
        headline("Bureau", first_year="2004-06-17", last_year=pd.Timestamp("2018-01-24")),
        headline("Bureau", verb="killed"),
        pd.Series(headline("Bureau")),
        {name.replace("_", " ").title(): value for name, value in headline("Bureau").items()},
        dict(zip(("counted_by", "min", "max", "from", "to"), headline("Bureau").values(), strict=True)),
    ],
    ids=str,
)
def test_a_headline_of_one_counter_with_its_own_numbers_and_years_is_right(answer):
    assert HEADLINE.evaluate(answer).state == "correct"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (headline("Bureau", counter="New America"), "do not both belong"),
        (headline("Bureau", high=1), "not the low and the high"),
        (
            headline(
                "Bureau",
                low=ROWS["Bureau of Investigative Journalism"][1],
                high=ROWS["Bureau of Investigative Journalism"][0],
            ),
            "changed places",
        ),
        (headline("Bureau", first_year=2010, last_year=2010), "one year alone"),
        (headline("Bureau", last_year=2011), "other years"),
        (headline("Bureau", first_year="soon"), "four digits"),
        (headline("Bureau", counter="not the Bureau"), "without further words"),
        (headline("Bureau", counter="the lying Bureau"), "without further words"),
        (headline("Bureau", counter="Yemen"), "without further words"),
        (headline("Bureau", counter="Bureau and New America"), "one counter"),
        (headline("Bureau", counter="mean of all"), "nobody counted"),
        (headline("Bureau", counter="Washington"), "four countries"),
        (headline("Bureau", counter="Pakistan"), "Two ministries"),
        (headline("Bureau", counter="nobody"), "without further words"),
        (headline("Bureau", counter=1), "who counted"),
        (headline("Bureau", low=True), "in digits"),
        (headline("Bureau", low="about 400"), "in digits"),
        (headline("Bureau", low=None), "`low`"),
        ({"counter": "Bureau"}, "`low`"),
        ({}, "None of your labels"),
        ({"a": 1}, "None of your labels"),
        (
            "US drones killed 424 to 969 civilians in Pakistan from 2004 to 2018, says the Bureau.",
            "put together from parts",
        ),
        (list(headline("Bureau").values()), "put together from parts"),
    ],
    ids=str,
)
def test_a_headline_that_does_not_fit_its_row_is_wrong(answer, words):
    result = HEADLINE.evaluate(answer)
    assert result.state == "wrong" and words in result.message


def test_the_headline_says_what_it_holds():
    assert HEADLINE.wanted() == 'a dict with the labels "counter", "low", "high", "first_year" and "last_year"'

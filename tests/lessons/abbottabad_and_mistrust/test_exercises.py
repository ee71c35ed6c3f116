"""The exercises of notebook 06: answers that were tried, each with what it has to get."""

import pytest
from answer_case_helpers import LABELS, NO, OK, QUOTES, RIGHT, AnswersOfALesson

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.abbottabad_and_mistrust import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "closed_days": [
        ("221", OK, ""),
        ("pd.Timedelta(days=220)", NO, "`.days`"),
        ("7.2", NO, "looks like months"),
        ("220 * 24", NO, "looks like hours"),
        ("salala['date_end']", NO, "`.days`"),
        ("219", NO, "off by one"),
        ("'220 days'", NO, RIGHT),
        ("salala", NO, "a whole Series; the question asks for one number"),
        ("events['date_end']", NO, "a whole Series; the question asks for one number"),
        ("pd.Series([220, 3])", NO, "The right number is among them"),
    ],
    "rolling_peaks": [
        ("{'trailing': '2012', 'centred': '2011'}", NO, (QUOTES, RIGHT)),
        ("{'trailing': pd.Timestamp('2012-01-01'), 'centred': pd.Timestamp('2011-01-01')}", OK, ""),
        ("(2012, 2011)", NO, "they have no labels"),
        ("{2012: 'trailing', 2011: 'centred'}", NO, "exchanged"),
        ("2012", NO, "one label"),
        ("{'trailing': 2012}", NO, "One label is missing"),
        ("{'trailing': 11, 'centred': 10}", NO, "years, with four digits"),
        ("{'trailing': total.rolling(3).mean(), 'centred': total}", NO, "a whole Series"),
        ("{'trailing': total.rolling(3).mean(), 'centred': 2011}", NO, "a whole Series"),
        ("total.rolling(3).mean()", NO, "a whole Series"),
        ("{'trailing': [2012, 2011], 'centred': 2011}", NO, "lists, sets or columns"),
        ("{k: total.rolling(3, center=k == 'centred').sum().max() for k in right}", NO, "sums of money"),
        (
            "{k: total.rolling(3, center=k == 'centred').mean().max() for k in right}",
            NO,
            "`max` gives the largest value",
        ),
    ],
    "economic_changes": [
        ("right.to_dict()", OK, ""),
        ("right.set_axis(['1', '2', '3', '4', '5'])", OK, ""),
        ("pd.Series(right.values[::-1], index=right.index)", NO, "reverse order"),
        ("right.set_axis(['a', 'b', 'c', 'd', 'e'])", NO, "the labels are not those of the question"),
        ("pd.Series(list(right))", NO, "some labels are not those of the question"),
        ("right.abs()", NO, "a minus sign"),
        ("right.round()", OK, ""),
        ("{k: change(economic, 2011, 1, k) for k in range(1, 6)}", NO, "one each time"),
        ("change", NO, "brackets `()`"),
        ("{k: change(economic, 2011, 3, k) for k in range(1, 6)}", NO, "three each time"),
        ("pd.Series({k: change(economic, 2011, 3, 3) for k in range(1, 6)})", NO, "All your values are the same"),
        ("right * right.index", NO, "differences of sums"),
        (
            "{k: 100 * right[k] / economic.loc[2011 - k : 2010].mean() for k in right.index}",
            NO,
            "asks for millions of dollars",
        ),
        (
            "{k: right[k] / economic.loc[2011 - k : 2010].mean() for k in right.index}",
            NO,
            "asks for millions of dollars",
        ),
        ("economic", NO, "amounts of single years"),
        ("economic.loc[2012:2016]", NO, "amounts of single years"),
        ("{2011 + k: right[k] for k in right.index}", NO, "the labels are not those of the question"),
        ("{k: change(total, 2011, k, k) for k in right.index}", NO, "economic and military aid together"),
    ],
    "larger_falls": [
        ("every_year < every_year[2011]", NO, "It is True at the right places"),
        ("every_year[every_year < every_year[2011]]", NO, LABELS),
        ("set(every_year[every_year < every_year[2011]])", NO, "asks for years"),
        ("pd.to_datetime(['2012', '2013', '2018'])", OK, ""),
        ("{'2012', '2013', '2018'}", NO, (QUOTES, RIGHT)),
        ("every_year", NO, LABELS),
        (
            "{y for y in every_year.index if change(economic, y, 3, 3) < change(economic, 2011, 3, 3)}",
            NO,
            "economic aid alone",
        ),
        (
            "{y for y, fall in every_year.items() if fall / total.loc[y - 3 : y - 1].mean() < -0.36}",
            NO,
            "falls in per cent",
        ),
    ],
}


class TestAnswers(AnswersOfALesson):
    exercises, tried = exercises, TRIED
    test_a_false_word_is_not_said = None  # none was found yet


# A choice


def test_why_before_is_a_choice():
    assert exercises.window_warning.evaluate("Other windows give other results").state == "correct"

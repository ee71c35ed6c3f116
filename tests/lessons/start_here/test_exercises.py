"""The exercises of notebook 00: answers that were tried, each with what it has to get."""

import pytest
from answer_case_helpers import CODE, NO, OK, QUOTES, RIGHT, TRUTHS, AnswersOfALesson

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.start_here import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "year_of_longest_stem_down": [
        ("2011", OK, ""),
        ("2011.0", OK, ""),
        ("'in 2011'", OK, ""),
        ("'2011 (November)'", OK, ""),
        ("'The year is 2011.'", OK, ""),
        ("pd.Timestamp('2011-11-26')", OK, ""),
        ("'26/11/2011'", OK, ""),
        ("events[events['weight'] == events['weight'].min()]['date']", OK, ""),
        ("np.array([2011])", OK, ""),
        ("2012", NO, "not the year"),
        ("[2011]", NO, ("Take the single value out of it", "brackets")),
        ("-9", NO, "how long the stem is"),
        ("True", NO, "does not read as a date"),
        ("events", NO, "A date stands in the column `date`."),
        ("1971", NO, "point *up*"),
    ],
    "friction_events": [
        ("'67' if right == 67 else str(right)", NO, (QUOTES, RIGHT)),
        ("events['direction'] == 'friction'", NO, (TRUTHS, "`.sum()`")),
        ("len(events['direction'] == 'friction')", NO, "all events"),
        ("events[events['direction'] == 'friction'].shape", NO, "The right number is among them"),
        ("events['direction'].value_counts()", NO, "The right number is among them"),
        ("(events['direction'] != 'friction').sum()", NO, "do **not** meet the condition"),
        ("f'{right} events'", NO, RIGHT),
        ("f'{right} (friction)'", NO, (QUOTES[:-1], RIGHT)),
        ("len(events[events['direction'] == 'Friction'])", NO, "spelled otherwise"),
        ("(events['direction'] == 'friction').sum", NO, "brackets `()`"),
        ("right + 1", NO, "off by one"),
        ("right + 0.5", NO, "a whole number"),
        ("['friction']", NO, "what it holds is no number"),
        ("{'friction': right}", NO, "without the label and the brackets"),
        ("events[events['direction'] == 'friction'].size", NO, "counts every cell"),
        ("events[events['direction'] == 'friction']['weight'].sum()", NO, "never below zero"),
        ("Decimal(int(right))", OK, ""),
        ("pd.array([right])", OK, ""),
        ("pd.Index([right])", OK, ""),
        ('\'len(events[events["direction"] == "friction"])\'', NO, CODE),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("friction_events", "events[events['direction'] == 'friction'].shape", "comma"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID

"""The exercises of notebook 03: answers that were tried, each with what it has to get."""

import pytest
from answer_case_helpers import COMMA, CUT, NO, OK, QUOTES, RIGHT, ROUNDED, TRUTHS, AnswersOfALesson

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.frontline_state import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "first_package": [
        ("3347", OK, ""),
        ("'3,347'", OK, ""),
        ("aid[(aid['year'] > 1982) & (aid['year'] < 1987)]['total_usd_millions_current'].sum()", NO, "1982 and 1987"),
        ("aid[aid['year'].between(1982, 1988)]['total_usd_millions_current'].sum()", NO, "went on to 1988"),
        ("3.347", NO, "a thousand times too small"),
        ("3.347e9", NO, "a million times too large"),
        ("3300", NO, ROUNDED),
        ("six", NO, "the sum of one of its columns"),
        ("six['total_usd_millions_current'].mean()", NO, "the mean of the rows"),
        ("six['total_usd_millions_current'].cumsum()", NO, "The right number is among them"),
        ("'3347 million'", NO, RIGHT),
        ("(3, 347)", NO, COMMA),
        ("2 * right", NO, "twice the right one"),
    ],
    "decade_totals": [
        ("right.to_dict()", OK, ""),
        ("right.set_axis(['1950', '1960', '1970', '1980'])", OK, ""),
        ("right.set_axis(pd.to_datetime(right.index.astype(str)))", OK, ""),
        ("right.reset_index()", OK, ""),
        ("pd.Series(right.values[::-1], index=right.index)", NO, "reverse order"),
        ("list(right)", NO, "they have no labels"),
        ("right.set_axis(['1950s', '1960s', '1970s', '1980s'])", NO, "the labels are not those of the question"),
        (
            "years.groupby(years['year'] // 10)['total_usd_millions_constant_2020'].sum()",
            NO,
            "the labels are not those of the question",
        ),
        (
            "years.groupby(years['year'] // 10 * 10)['total_usd_millions_constant_2020'].max()",
            NO,
            "the largest value of its rows",
        ),
        ("years.groupby(years['year'] // 10)['total_usd_millions_constant_2020'].sum()", NO, "yours begin with `195`"),
        (
            "years.groupby(years['year'] // 10 * 10)['total_usd_millions_constant_2020'].count()",
            NO,
            "the number of filled cells",
        ),
        (
            "years.groupby(years['year'] // 10 * 10)['military_usd_millions_constant_2020'].sum()",
            NO,
            "military aid alone",
        ),
        ("right / 1000", NO, "a thousand times too small"),
        ("right.div(1000).round(1)", NO, "a thousand times too small"),
        ("years.set_index('year')['total_usd_millions_constant_2020']", NO, "more labels than the question asks for"),
        ("right.max()", NO, "one label"),
        ("right.index", NO, "Those are the labels"),
        ("years.groupby(years['year'] // 10 * 10)", NO, "in groups"),
        (
            "years.groupby(pd.cut(years['year'], [1949, 1959, 1969, 1979, 1989]))['total_usd_millions_constant_2020'].sum()",
            NO,
            "the labels are not those of the question",
        ),
    ],
    "half_way": [
        ("pd.Timestamp('1986-01-01')", OK, ""),
        ("pd.Period('1986', 'Y')", OK, ""),
        ("1986.0", OK, ""),
        ("'FY1986'", NO, RIGHT),
        ("'1985/86'", NO, "a year of four digits"),
        ("pd.Timestamp('1986-05-05')", NO, "`.year`"),
        ("1987", NO, "one year off"),
        ("7", NO, "no year"),
        ("len(war)", NO, "no year"),
        ("float('nan')", NO, "`running`"),
        ("running >= running.iloc[-1] / 2", NO, TRUTHS),
        ("running", NO, "a column of many values"),
    ],
    "covert_1985_in_2020_dollars": [
        ("round(right)", OK, ""),
        ("int(right)", NO, CUT),
        ("estimate", NO, "still in dollars of 1985"),
        ("right / 1000", NO, "a thousand times too small"),
        ("covert.set_index('fiscal_year').loc[1985]", NO, "Make one number of it"),
        ("pd.DataFrame({'x': [right]})", OK, ""),
        ("covert.set_index('fiscal_year').loc[1985, 'high_usd_millions_current']", NO, "still in dollars of 1985"),
        (
            "estimate * (aid['total_usd_millions_constant_2020'] / aid['total_usd_millions_current']).iloc[-2]",
            NO,
            "ratio of another year",
        ),
        (
            "covert.set_index('fiscal_year').loc[1984, 'low_usd_millions_current'] * ratio",
            NO,
            "estimate of another year",
        ),
        ("round(estimate / ratio, 1)", NO, "the number must grow"),
    ],
    "unknown_years": [
        ("{'1988', '1989'}", NO, (QUOTES, RIGHT)),
        ("pd.to_datetime(['1988', '1989'])", OK, ""),
        ("{88, 89}", NO, "four digits"),
        ("'1988, 1989'", NO, "The numbers are right"),
        ("set(range(1980, 1988))", NO, "the wrong way round"),
        ("{1988: None, 1989: None}", NO, "their labels"),
        ("set(covert['fiscal_year'])", NO, "Take them away from all years"),
        ("set(range(1980, 1992))", NO, "You have all of them"),
        ("1988", NO, "It belongs there"),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("half_way", "'1985/86'", "Python in quotation marks"),
    (
        "decade_totals",
        "years.groupby(pd.cut(years['year'], [1949, 1959, 1969, 1979, 1989]))['total_usd_millions_constant_2020'].sum()",
        "more than once",
    ),
    ("unknown_years", "covert", "No row has an empty cell"),
    ("covert_1985_in_2020_dollars", "estimate * 2", "rounded"),
    ("decade_totals", "list(right)", "`year`"),
    ("half_way", "running >= running.iloc[-1] / 2", "column of many values"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID

"""The exercises of notebook 01: answers that were tried, each with what it has to get."""

import pytest
from answer_case_helpers import (
    COMMA,
    LABELS,
    NO,
    OK,
    PERCENT_SIGN,
    QUOTES,
    RIGHT,
    ROUNDED,
    TRUTHS,
    AnswersOfALesson,
)

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.from_article_to_data import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "dates_without_day": [
        ("raw['date'].str.len() < 10", NO, "Count the True with `.sum()`"),
        ("len(raw['date'].str.len() < 10)", NO, "`.sum()` counts the True"),
        ("raw[raw['date'].str.len() < 10]", NO, "`len(…)`"),
        ("list(raw[raw['date'].str.len() < 10]['date'])", NO, "`len(…)`"),
        ("raw['date'].str.len()", NO, "Make one number of it"),
        ("(raw['date'].str.len() < 10).mean()", NO, "from 0 to 1"),
        ("0", NO, "nothing at all"),
    ],
    "fact_share": [
        ("right / 100", NO, "from 0 to 1"),
        ("0.41", NO, "The right share, but from 0 to 1"),
        ("(claims['kind'] == 'fact').mean()", NO, ("leave out C1 and C2", "And it is a share from 0 to 1")),
        ("(claims['kind'] == 'fact').mean() * 100", NO, "leave out C1 and C2"),
        ("0", NO, "nothing at all"),
        ("0.9", NO, ("not yet the right one", "per cent")),
        ("41", OK, ""),
        ("41.4", OK, ""),
        ("'41.4'", NO, (QUOTES, RIGHT)),
        ("'41%'", NO, (PERCENT_SIGN, RIGHT)),
        ("'41,4'", NO, ("a decimal point, not a comma", RIGHT)),
        ("(41, 4)", NO, (COMMA, RIGHT)),
        ("100 - right", NO, "missing to a hundred per cent"),
        ("own['kind'].value_counts()", NO, "Keep only `fact`"),
        ("own['kind'] == 'fact'", NO, "`.mean()`"),
        ("claims[claims['kind'] == 'fact']", NO, "divide by the number or the sum of all"),
        ("(claims['kind'] == 'fact').sum()", NO, "the comment's included"),
        (
            "(claims[claims['paragraph'].isin(['C1', 'C2'])]['kind'] == 'fact').mean() * 100",
            NO,
            "`~` before the condition",
        ),
        ("len(own)", NO, "all rows"),
        ("120", NO, "between 0 and 100"),
        ("'0.41'", NO, (QUOTES, "from 0 to 1")),
    ],
    "paragraphs_without_fact": [
        ("['P1', 'P6']", NO, "Several are missing"),
        ("by_paragraph['fact'] == 0", NO, TRUTHS),
        ("by_paragraph['fact']", NO, LABELS),
        ("by_paragraph[by_paragraph['fact'] > 0].index", NO, "the wrong way round"),
        ("by_paragraph[by_paragraph['fact'] == '0'].index", NO, "nothing was left"),
        ("['P1' 'P6' 'P10' 'P11']", NO, "stand together in one text"),
        ("['paragraph 1', 'paragraph 6']", NO, "occurs among the rows"),
        ("'P1, P6, P10, P11'", NO, "It names the right ones"),
        ("4", NO, "which"),
        ("['1', '6', '10', '11']", NO, "Look at the spelling"),
        ("[1, 6, 10, 11]", NO, "numbers; the question asks for text"),
        ("{'p1', 'p6', 'p10', 'p11'}", OK, ""),
    ],
    "countries_left_out": [
        ("per_country[per_country['article'] == 0].index", NO, ("a second condition", "`>= 2`")),
        ("per_country[(per_country['article'] == 0) & (per_country['context'] > 2)].index", NO, "includes two"),
        ("per_country[per_country['context'] >= 2].index", NO, "the other condition"),
        ("per_country[(per_country['article'] == 0) & (per_country['context'] >= 2)]", NO, LABELS),
        ("(per_country['article'] == 0) & (per_country['context'] >= 2)", NO, "It is True at the right places"),
        ("per_country.loc[right, 'context']", NO, LABELS),
        ("per_country[per_country['article'] == 0]", NO, "not all of the rows belong there"),
        ("['India', 'Bangladesh', 'China', 'Türkiye', 'Somalia']", OK, ""),
        ("[code.lower() for code in right]", OK, ""),
        ("per_country.index", NO, "You have all of them"),
        ("[list(right)]", NO, "brackets within brackets"),
        ("'IND'", NO, "It belongs there"),
    ],
    "number_kappa": [
        ("0.3263", NO, "section 4's machine"),
        ("0.33", NO, "section 4's machine"),
        ("round(right, 3)", NO, ROUNDED),
        ("round(right, 4)", NO, ROUNDED),
        ("round(right, 6)", OK, ""),
        ("(observed - expected) / (1 - observed)", NO, "`1 - expected`"),
        ("(observed - expected) / expected", NO, "`1 - expected`"),
        ("observed - expected / (1 - expected)", NO, "in brackets"),
        ("expected", NO, "what chance would give"),
        ("(by_number == claims['kind']).sum()", NO, "how many labels agree"),
        ("0.0", NO, "not `has_number`"),
        ("observed - expected", NO, "divide by what chance leaves"),
        ("0", NO, "Do not round"),
        ("-right", NO, "the sign is not"),
        ("str(right)", NO, (QUOTES, RIGHT)),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("countries_left_out", "per_country[per_country['article'] == 0]", "the rows themselves"),
    ("fact_share", "{'fact': right}", "[0]"),
    ("paragraphs_without_fact", "[]", "Your set"),
    ("paragraphs_without_fact", "['1', '6', '10', '11']", "quotes"),
    ("fact_share", "25 / 63", "The right share"),
    ("fact_share", "0", "right share"),
    ("fact_share", "0.9", "right share"),
    ("fact_share", "(own['kind'] == 'fact').sum() / 60", "The right share"),
    ("dates_without_day", "list(raw[raw['date'].str.len() < 10]['date'])", "quotes"),
    ("dates_without_day", "raw['date'].str.len()", "label"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID

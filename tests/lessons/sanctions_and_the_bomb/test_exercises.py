"""The exercises of notebook 04: answers that were tried, each with what it has to get, and a sentence in parts."""

import pytest
from answer_case_helpers import NO, OK, QUOTES, RIGHT, ROUNDED, TRUTHS, AnswersOfALesson

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.sanctions_and_the_bomb import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "pressler_days": [
        ("right + 1", OK, ""),
        ("f'{right:,}'", OK, ""),
        ("pd.Timedelta(days=right)", NO, "`.days`"),
        ("pd.Series([pd.Timedelta(days=right)])", NO, "`.dt.days`"),
        ("pd.Period('2001-09-22') - pd.Period('1990-10-01')", NO, "`.n`"),
        ("'4009 days 00:00:00'", NO, RIGHT),
        ("right * 24", NO, "looks like hours"),
        ("right / 7", NO, "looks like weeks"),
        ("11 * 365", NO, "a rough figure"),
        ("right + 9", NO, "differ in length"),
        ("('1990-10-01', '2001-09-22')", NO, "take one from the other"),
        ("132", NO, "looks like months"),
        ("waiver", NO, "`.days`"),
        ("dates['2001-sanctions-waived']", NO, "`.days`"),
        ("right - 1", NO, "off by one"),
    ],
    "first_break": [
        ("'8 September 1965'", OK, ""),
        ("'1965/09/08'", OK, ""),
        ("19650908", OK, ""),
        ("'08/09/1965'", NO, "two ways"),
        ("breaks['event_id'].iloc[0]", NO, "the name of an event"),
        ("breaks['date']", NO, "The right one is among them"),
        ("breaks", NO, "the column `date`"),
        ("'1965'", NO, "the month and the day too"),
        ("breaks['date'].head(1)", OK, ""),
        ("pd.to_datetime(['1965-09-08'])", OK, ""),
        ("'08.09.65'", NO, "two ways"),
    ],
    "in_force": [
        ("set(measures[measures['begins'] <= day]['sanction_id'])", NO, "on `ends`"),
        ("set(measures[measures['ends'] >= day]['sanction_id'])", NO, "on `begins`"),
        ("there['law']", NO, "These are laws"),
        ("{'Pressler'}", NO, "These are laws"),
        ("there", NO, "Take the one column out"),
        ("there['sanction_id']", OK, ""),
        ("(measures['begins'] <= day) & (measures['ends'] >= day)", NO, TRUTHS),
        ("{'1998-glenn-sanctions'}", NO, "does occur in the data"),
        ("len(there)", NO, "which"),
    ],
    "lost_years": [
        ("aid.merge(barred, on='year', how='left')['laws'].isna()", NO, "Count the True with `.sum()`"),
        ("sorted(set(aid['year']) - set(barred['year']))", NO, "`len(…)`"),
        ("len(barred) / len(aid)", NO, "**not** True"),
        ("len(aid.merge(barred, on='year', how='left'))", NO, "all years"),
        ("right * 2 + 0.5", NO, "a whole number"),
        ("str(right)", NO, (QUOTES, RIGHT)),
    ],
    "economic_means": [
        ("{'1982-90': 677, '1991-2000': 69}", OK, ""),
        ("{'1982–1990': 677.2, '1991 – 2000': 69.3}", OK, ""),
        ("{'1982 to 1990': 677.2, '1991 to 2000': 69.3}", NO, '`set_index("period")`'),
        ("pd.Series(right.values[::-1], index=right.index)", NO, "reverse order"),
        ("right.round(-1)", NO, ROUNDED),
        ("compared.groupby('period', observed=True)['economic'].median()", NO, "the median of its rows"),
        (
            "compared.groupby('period', observed=True)[['economic', 'military']].mean()",
            NO,
            "One column of your table is the answer",
        ),
        ("compared['economic'].mean()", NO, "the mean of all rows together"),
        ("right.astype(str)", NO, (QUOTES, RIGHT)),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("in_force", "{'Pressler', 'Symington'}", "as it stands in the table"),
    (
        "in_force",
        "{'1998-glenn-sanctions', '1990-pressler-cut-off', '1991-symington-again'}",
        "spelling",
    ),
    ("pressler_days", "100", "rows"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID


# A sentence in parts


BUILDERS = exercises.fairer_sentence


@pytest.mark.parametrize(
    "parts",
    [
        {1972: "Zulfikar Ali Bhutto"},
        {1972: "Z. A. Bhutto"},
        {1972: "President Bhutto"},
        {1974: "PAEC"},
        {1974: "Munir Ahmad Khan"},
        {1974: "Pakistan's Atomic Energy Commission"},
        {1974: "Atomic Energy Commission under Munir Ahmad Khan"},
        {1974: "the Commission"},
        {1976: "AQ Khan"},
        {1976: "Dr Abdul Qadeer Khan"},
        {1976: "A. Q. Khan and the Kahuta laboratories"},
        {1976: ["A. Q. Khan"]},
        {1976: "Khan Research Laboratories (KRL)"},
        {1976: "A.Q.Khan"},
        {1976: "Khan and the Kahuta laboratories"},
        {1998: "Sharif"},
        {1998: "Prime Minister Nawaz Sharif"},
        {"note": "all"},
    ],
    ids=str,
)
def test_a_builder_may_be_named_in_any_way(parts):
    assert BUILDERS.evaluate({**BUILDERS.model, **parts}).state == "correct"
    assert BUILDERS.evaluate({str(year): name for year, name in {**BUILDERS.model, **parts}.items()}).state == "correct"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (dict.fromkeys(BUILDERS.model, "Dr A. Q. Khan"), "the article's sentence"),
        ({1976: "Khan"}, "which Khan"),
        ({1974: "Dr Khan"}, "which Khan"),
        ({1974: "A. Q. Khan"}, "too early"),
        ({1976: "Munir Ahmad Khan"}, "handed over"),
        ({1976: "Ghulam Ishaq Khan"}, "another one"),
        ({1972: "not Bhutto"}, "one person or body"),
        ({1972: "Bhutto and Sharif"}, "one person or body"),
        ({1972: "Zia"}, "another one"),
        ({1998: "Benazir Bhutto"}, "another Bhutto"),
        ({1998: "Shehbaz Sharif"}, "another Sharif"),
        ({1974: "China"}, "another one"),
        ({1998: "Musharraf"}, "one person or body"),
        ({1998: 5}, "one person or body"),
        ({1998: None}, "A part is missing"),
    ],
    ids=str,
)
def test_a_wrong_or_unclear_builder_is_told_apart(parts, words):
    result = BUILDERS.evaluate({**BUILDERS.model, **parts})
    assert result.state == "wrong" and words in result.message

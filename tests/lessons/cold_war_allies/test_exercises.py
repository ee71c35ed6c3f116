"""The exercises of notebook 02: answers that were tried, each with what it has to get."""

import pytest
from answer_case_helpers import CODE, NO, OK, RIGHT, TRUTHS, AnswersOfALesson

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.cold_war_allies import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "southeast_asian_members": [
        ("{'THA', 'PHL'}", OK, ""),
        ("{'Thailand', 'the Philippines'}", OK, ""),
        ("{'Kingdom of Thailand', 'Philippines.'}", OK, ""),
        ("{'Thailand', 'Phillipines'}", NO, "Check the spelling of `Phillipines`."),
        ("'Thailand, Philippines'", NO, "It names the right ones"),
        ("{'Thailand, Philippines'}", NO, "stand together in one text"),
        ("'Thailand'", NO, "It belongs there"),
        ("{'Thailand': 1, 'Philippines': 2}", NO, "their labels"),
        ("set('Thailand')", NO, "single letters"),
        ("2", NO, "which"),
    ],
    "in_both_pacts": [
        ("'seato & cento'", NO, CODE),
        ("seato and cento", NO, "CENTO alone"),
        ("seato ^ cento", NO, "all the others"),
        ("{'UK', 'PAK'}", OK, ""),
        ("'Pakistan and the United Kingdom'", NO, "It names the right ones"),
        ("{'Pakistan', 'Iran'}", NO, "One does not belong. One is missing."),
        ("seato == cento", NO, "True or False"),
        ("[seato, cento]", NO, "lists or sets"),
        ("(seato & cento,)", NO, "brackets within brackets"),
        ("sorted(seato & cento)", OK, ""),
    ],
    "friction_before_1979": [
        (
            "(era['direction'] == 'friction') & (era['start'] < '1979-01-01')",
            NO,
            (TRUTHS, "Count the True with `.sum()`."),
        ),
        ("era['start'] < '1979-01-01'", NO, "it does not mark the right rows yet"),
        ("len((era['direction'] == 'friction') & (era['start'] < '1979-01-01'))", NO, "`.sum()` counts the True"),
        ("era[era['start'] < '1979-01-01']['direction'].value_counts()", NO, "among them"),
        ("era[era['direction'] == 'friction']", NO, "not the right ones yet"),
        ("right + 1", NO, "off by one"),
        ("((era['direction'] == 'friction') | (era['start'] < '1979-01-01')).sum()", NO, "a condition is missing"),
        ("Fraction(right)", OK, ""),
    ],
    "lean_years": [
        (
            "(after_embargo & aid['military_usd_millions_constant_2020'] < 10).sum()",
            NO,
            "brackets round each condition",
        ),
        ("(aid['military_usd_millions_constant_2020'] < 10).sum()", NO, "before 1966"),
        (
            "((aid['military_usd_millions_constant_2020'] < 10) & (aid['fiscal_year'] != '1976TQ')).sum()",
            NO,
            "before 1966",
        ),
        ("(after_embargo & little).mean()", NO, "asks how many"),
        ("after_embargo & little", NO, "Count the True with `.sum()`"),
        ("list(aid[after_embargo & little]['fiscal_year'])", NO, "`len(…)`"),
        ("'twelve years'", NO, ("in figures", RIGHT)),
        ("'12 years'", NO, ("what stands beside the number", RIGHT)),
        ("'after_embargo & little'", NO, CODE),
        ("right / 33", NO, "from 0 to 1"),
    ],
    "top_supplier_sum": [
        ("arms.groupby('supplier')['tiv_millions'].sum().max()", NO, "Keep the years 1966 to 1979"),
        ("'China'", NO, "how large it is"),
        ("arms[arms['year'] <= 1979].groupby('supplier')['tiv_millions'].sum().max()", NO, "from 1950 on"),
        (
            "arms[(arms['year'] > 1966) & (arms['year'] < 1979)].groupby('supplier')['tiv_millions'].sum().max()",
            NO,
            "1966 and 1979",
        ),
        ("late.groupby('supplier')['tiv_millions'].sum().idxmax()", NO, "how large it is"),
        ("late.groupby('supplier')['tiv_millions'].sum()", NO, "The right number is among them"),
        ("late.groupby('supplier')['tiv_millions'].sum().nlargest(1)", OK, ""),
        ("late['tiv_millions'].sum()", NO, "all suppliers together"),
        ("late['tiv_millions'].max()", NO, "largest single row"),
        ("late.groupby('supplier')['tiv_millions'].sum().min()", NO, "the smallest value of the rows"),
        ("('China', right)", NO, "The right number is among them"),
        ("late[late['supplier'] == 'China']['tiv_millions']", NO, "One step is missing: the sum"),
        ("f'{right:,.0f}'", OK, ""),
        ("late.groupby('supplier')", NO, "in groups"),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("friction_before_1979", "era", "right rows"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID

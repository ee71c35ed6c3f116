"""The exercises of notebook 08: answers that were tried, each with what it has to get, also in a text of one's own."""

import pytest
from answer_case_helpers import (
    CUT,
    LABELS,
    NO,
    OK,
    PERCENT_SIGN,
    QUOTES,
    RIGHT,
    ROUNDED,
    AnswersOfALesson,
)

from uspak.checking.exercise_checks import exercises_in
from uspak.lessons.the_pivot_to_china import exercises

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = exercises_in(exercises).values()

TRIED = {
    "china_1965_69": [
        ("4.96", OK, ""),
        ("4.955", OK, ""),
        ("4.95", NO, CUT),
        ("5", NO, ROUNDED),
        ("59", NO, "the sum of a row"),
        ("58.6", NO, "the sum of a row"),
        ("0.0496", NO, "as a fraction"),
        ("100 * volume['China'] / volume['China'].sum()", NO, "The right number is among them"),
        ("volume['China'].sum()", NO, "the sum of the rows"),
        ("volume['China']", NO, "a part divided by the whole"),
        ("100 * volume['China'].sum() / volume.loc[1965, 'China']", NO, "upside down"),
        ("'4.96%'", NO, (PERCENT_SIGN, RIGHT)),
    ],
    "china_led": [
        ("first[first == 'China']", NO, LABELS),
        ("first == 'China'", NO, "It is True at the right places"),
        ("volume['China']", NO, LABELS),
        ("volume[first == 'China']", NO, LABELS),
        ("{str(year) for year in right}", NO, (QUOTES, RIGHT)),
        ("{f'{year}–{year + 4}' for year in right}", NO, "The years are right"),
        ("{year + 4 for year in right}", NO, "off by the same number"),
        ("[pd.Period(str(year)) for year in right]", OK, ""),
        ("{range(year, year + 5) for year in right}", NO, "lists or sets"),
        ("{65, 70}", NO, "four digits"),
    ],
    "known_costs": [
        ("right.T", NO, "swapped"),
        ("right / 1000", NO, "a thousand times too small"),
        (
            "projects.pivot_table(index='category', columns='outcome', values='cost', aggfunc='sum', margins=True)",
            NO,
            "totals",
        ),
        ("projects.groupby(['category', 'outcome'])['cost'].sum()", NO, "`.unstack()`"),
        (
            "projects.pivot_table(index='category', columns='outcome', values='cost', aggfunc='sum', fill_value=0)",
            NO,
            "sums of dollars",
        ),
        ("right.reset_index()", OK, ""),
        ("right.rename_axis(None).rename_axis(None, axis=1)", OK, ""),
        (
            "projects.pivot_table(index='category', columns='outcome', values=['cost'], aggfunc='count', fill_value=0)",
            OK,
            "",
        ),
        ("right.replace(0, np.nan)", NO, "Some cells are empty"),
        ("right.astype(str)", NO, "a number in quotation marks is text"),
        ("projects", NO, "lacks columns"),
        ("right.replace(0, '')", NO, "Some cells are empty"),
        ("projects.pivot_table(index='category', columns='outcome', aggfunc='count', fill_value=0)", NO, "two levels"),
        ("right.rename(columns=str.upper)", NO, "lacks columns"),
    ],
    "three_shares": [
        ("{label: str(round(value, 1)) for label, value in right.items()}", NO, (QUOTES, RIGHT)),
        ("{label: round(value) for label, value in right.items()}", NO, "at least one place"),
        ("{'all': 0.29, 'states': 0.6, 'commercial': 0.36}", NO, "shares from 0 to 1"),
        ("[('all', 29.4), ('states', 59.8), ('commercial', 35.9)]", NO, "`dict(…)`"),
        ("{**right, 'commercial': 36}", NO, "at least 1 decimal"),
        (
            "{**right, 'commercial': 100 - right['commercial']}",
            NO,
            ("Some values are right", "missing to a hundred per cent"),
        ),
        ("{label.title(): value for label, value in right.items()}", OK, ""),
        ("list(right.values())", NO, "they have no labels"),
        ("{'total': 29.4, 'states': 59.8, 'commercial': 35.9}", NO, "yours begin with `total`"),
        ("{**right, 'Total': 100}", NO, "Leave out the total"),
    ],
}


# Words that would be false of an answer
NEVER_SAID = [
    ("known_costs", "projects", "in quotation marks"),
    ("known_costs", "right.rename(columns=str.upper)", "wrong labels"),
]


class TestAnswers(AnswersOfALesson):
    exercises, tried, never_said = exercises, TRIED, NEVER_SAID


# Three questions


ASKED = [
    "Which data is it based on? From when? Which debt does it mean?",
    {"base": "Which debt?", "source": "Who says so?", "date": "When?"},
    "Of what is it a share, who says so, and when was that?",
    "Which total? Who counted? As of when?",
    "What is the base, what is the source and which year is it?",
    "I ask what the whole is, who says so and at what date.",
    "What debt is meant, external or all? Whose figure is it? How old is it?",
    "The denominator, the counter and the date.",
    "Base, source, date.",
    "60 percent of which debt? According to whom? In which year?",
    "Of 60 per cent what? Who counted it? When?",
    "of what, who, when",
    "I would not believe it before I know of which debt it is a share, who published it and when it was counted.",
    "The sentence does not say of what it is a share, who counted, or at which date.",
    ["60 percent of what?", "Who counted?", "When?"],
    ("Which debt?", "Says who?", "From which year is the figure?"),
    "Of what? By whom? When?",
    "Does it include domestic debt? Where does the number come from? Is it still true today?",
    "I'd want to know: is that all debt or only debt to states; who made the calculation; and as of which date",
    "What is the hundred percent here, who is the author, and what year was it?",
    "Which debt is counted? Who did the counting? When did they count?",
    "What does debt mean here, who claims it and for which point in time?",
    "I can't judge that without the denominator, the source and the date.",
    "How is debt defined? Which institution reports this? For what year?",
    "Who has published it? when? And is it total debt?",
    "Is it the share of external debt or of bilateral debt? From which table? End of which year?",
    "First: percentage of what total. Second: from which source. Third: for which date.",
    "Who says that, when did they say it, and what is the 60 percent a part of?",
    "I would first ask what exactly counts as Pakistan's debt, who made this claim and when it was made.",
    "What is the 100%? Whose numbers are these? From when are they?",
    "What does 'debt' cover? Who did the sums? When were they done?",
    "What is the total debt it is compared to? Where was this published? Is the data from this year?",
    "To what does the percentage refer, who calculated it, and at what point in time?",
    "Without a denominator, a counter and a date the sentence cannot be checked.",
    "Does the figure cover all external debt or just bilateral loans? Is it by the IMF or by China? For 2022 or for today?",
]


NOT_ASKED = [
    ("Who counted and when?", "the whole"),
    ("Which debt and when?", "Who says so"),
    ("Which debt, and who counted?", "date"),
    ("Is 60 percent a lot?", "the whole"),
    ("China is dangerous.", "statements"),
    ("Nothing.", "the whole"),
    ("I believe it.", "statements"),
    ("Who cares about the date or the total?", "need not"),
    ("It does not matter of what, who counted or when.", "need not"),
    ("There is no need to ask who counted, when, or of which debt.", "need not"),
    ("Nobody needs the source, the date or the denominator.", "need not"),
    ("I never ask for the source, the date or the base.", "need not"),
    ("It is 60 percent of all external debt, says the IMF, at the end of 2022.", "statements"),
    ("Who lent the money, when did China lend it, and what was built?", "the whole"),
    ("When must Pakistan repay the total debt, and who will pay?", "Who says so"),
    ("Which total, who counted, and when will they repay?", "date"),
    ("Of which country is the president, who is he and when was he born?", "the whole"),
    ("Who is China's president, which year is it and what is debt?", "Who says so"),
    ("I trust the source, the date and the total.", "statements"),
    ("I'd rather not ask who counted, which total or when.", "need not"),
    ("How large is the interest, who pays it, and when?", "the whole"),
    ("China counts the debt of the state every year.", "Who says so"),
    ("The whole whenever country dated.", "Who says so"),
    (60, "asks for"),
    (["Who counted?", 3], "asks for"),
]


@pytest.mark.parametrize("answer", ASKED, ids=str)
def test_three_questions_in_other_words_are_right(answer):
    assert exercises.ask_first.evaluate(answer).state == "correct"


@pytest.mark.parametrize(("answer", "words"), NOT_ASKED, ids=str)
def test_what_does_not_ask_all_three_is_wrong(answer, words):
    result = exercises.ask_first.evaluate(answer)
    assert result.state == "wrong" and words in result.message

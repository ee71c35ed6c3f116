"""Choices, free texts and answers in parts: right ones in other words, wrong ones with the one idea that helps."""

import nbformat
import pandas as pd
import pytest

from uspak import lessons
from uspak.checking import exercises as proof
from uspak.checking import notebooks
from uspak.exercises import core, wording
from uspak.lessons.abbottabad_and_mistrust import exercises as abbottabad_and_mistrust
from uspak.lessons.sanctions_and_the_bomb import exercises as sanctions_and_the_bomb
from uspak.lessons.the_army_argument import exercises as the_army_argument
from uspak.lessons.the_pivot_to_china import exercises as the_pivot_to_china
from uspak.lessons.war_on_terror import exercises as war_on_terror

SERIES = {
    f"{module.__name__.split('.')[2]}: {name}": found
    for module in map(lessons.exercises, lessons.names())
    for name, found in proof.exercises_in(module).items()
}
CHOICES = {name: found for name, found in SERIES.items() if isinstance(found, core.Choice)}
every_choice = pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES)


pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
TRIED = SERIES.values()


class PlainChoice(core.Choice):
    answer, title = "pact", "A pact"
    options = {
        "A": "any armed attack in the area",
        "B": "an attack by a communist state",
        "C": "an attack from outside the area",
        "D": "a pact with 'no' enemy, by 1954.",
    }
    right = "B"
    feedback = {"A": "Not any.", "C": "Not from outside.", "D": "Not that."}


# Choices


def beginning(choice):
    """The shortest beginning of the right option, to the end of a word, that no other option shares."""
    text = choice.options[choice.expected()]
    ends = (n for n in range(4, len(text) + 1) if text[n - 1].isalnum() and not text[n : n + 1].isalnum())
    return next(text[:n] for n in ends if sum(option.startswith(text[:n]) for option in choice.options.values()) == 1)


RIGHT = {
    "the letter": lambda r, text: [
        r,
        r.lower(),
        f" {r}\n",
        f"({r.lower()})",
        f"{r.lower()}.",
        f"{r})",
        f"[{r}]",
        f"{r}!",
        f"'{r}'",
        f"**{r}**",
    ],
    "a word and the letter": lambda r, text: [
        f"Option {r}",
        f"option {r.lower()}",
        f"OPTION {r}.",
        f"letter {r}",
        f"Answer: {r}",
        f"The answer is {r}",
        f"I think it's {r}.",
        f"My choice is {r.lower()}",
        f"I'd go for {r}",
    ],
    "the letter and the text": lambda r, text: [
        f"{r}: {text}",
        f"{r}) {text}",
        f"({r}) {text}",
        f"{r}. {text}",
        f"{r} – {text}",
        f"{r} - {text[:30]}",
        f"{r} {text}",
        f"{r}\n{text}",
        f"{r}: {text.upper()}",
    ],
    "the letter and a reason": lambda r, text: [
        f"{r}: it fits what the table says",
        f"{r} because it fits",
        f"{r}, I think",
    ],
    "the text": lambda r, text: [
        text,
        text.rstrip("."),
        text.upper(),
        text.lower(),
        f'"{text}"',
        f"“{text}”",
        text.replace("'", "’"),
        f"{text}!",
    ],
    "a list of one": lambda r, text: [[r], (r,), {r}, pd.Series([r]), [f"option {r}"], [text]],
}
WRONG = {
    "two letters": lambda r, o, options: [
        f"{r} or {o}",
        f"{o} or {r}",
        f"{r}{o}",
        f"{r}/{o}",
        f"{r}, {o}",
        f"{r} and {o}",
        f"maybe {r}, maybe {o}",
        [r, o],
        {r, o},
        [r, r],
        f"neither {r} nor {o}",
        f"{r}? no, {o}",
    ],
    "a letter and another text": lambda r, o, options: [f"{r}: {options[o]}", f"{o}: {options[r]}"],
    "another option": lambda r, o, options: [o, f"Option {o}", options[o], f"{o}) {options[o]}"],
    "a letter denied": lambda r, o, options: [
        f"not {r}",
        f"{r} is wrong",
        f"{r}: not this one",
        f"all but {r}",
        f"anything but {r}",
    ],
    "no letter": lambda r, o, options: [
        2,
        "2",
        2.0,
        True,
        "Z",
        "option Z",
        f"{r}2",
        "",
        "no idea",
        "the second",
        "all of them",
        [],
        {"x": r},
        ["x", r],
    ],
}


@every_choice
@pytest.mark.parametrize("form", RIGHT)
def test_the_right_option_may_be_named_in_any_way(choice, form):
    right = choice.expected()
    for answer in RIGHT[form](right, choice.options[right]):
        assert choice.evaluate(answer).state == "correct", answer


@every_choice
@pytest.mark.parametrize("form", WRONG)
def test_what_does_not_name_the_right_option_alone_is_wrong(choice, form):
    right = choice.expected()
    for other in set(choice.options) - {right}:
        for answer in WRONG[form](right, other, choice.options):
            result = choice.evaluate(answer)
            assert result.state == "wrong", answer
            assert result.message.strip()


@every_choice
def test_a_beginning_that_no_other_option_has_is_enough(choice):
    assert choice.evaluate(beginning(choice)).state == "correct"


@every_choice
def test_each_wrong_option_gets_its_feedback_in_any_form(choice):
    for letter in set(choice.options) - {choice.expected()}:
        if letter in choice.feedback:
            for answer in (
                letter,
                f"option {letter.lower()}",
                f"{letter}: {choice.options[letter]}",
                choice.options[letter],
                [letter],
            ):
                assert choice.evaluate(answer).message == choice.feedback[letter]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (2, "letters, not numbers"),
        ("2", "letters, not numbers"),
        ([2], "letters, not numbers"),
        ("G", "There is no option G"),
        ("В", "none of the Latin letters"),
        ("A or B", "more than one option"),
        ("AB", "more than one option"),
        (["A", "B"], "more than one option"),
        ("an attack", "more than one option"),
        ("A: an attack by a communist state", "more than one option"),
        ("maybe", "none of the options"),
        ({"a": 1}, "Your answer is a dict"),
        (True, "True or False"),
        ("not B", "none of the options"),
    ],
)
def test_a_choice_says_what_to_do(answer, words):
    result = PlainChoice().evaluate(answer)
    assert result.state == "wrong" and words in result.message
    assert 'one letter in quotes: "A", "B", "C" or "D"' in result.message


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        ("a pact of sorts", set()),
        ("a pact with 'no' enemy", {"D"}),
        ("a", {"A"}),
        ("A pact with 'no' enemy, by 1954", {"D"}),
        ("an attack by a communist", {"B"}),
        ("an attack", {"B", "C"}),
        ("by a communist state", {"B"}),
        ("B: A communist one", {"B"}),
        ("B: I chose it since A names no attacker", {"B"}),
        ("d", {"D"}),
        ("I'd say d", {"D"}),
        ("B is about communists", {"B"}),
        ("only B", {"B"}),
        ("definitely b", {"B"}),
        ("Statement C", {"C"}),
        ("it is a statement", set()),
        ("The answer should be B", {"B"}),
        ("B (the communist one)", {"B"}),
        ("B it says communist", {"B"}),
        ("B, not C", {"B"}),
        ("B and not C or D", {"B"}),
        ("B rather than C", {"B"}),
        ("not C but B", {"B"}),
        ("not A, B or D", set()),
        ("B cannot be", set()),
        ("maybe A, maybe B", {"A", "B"}),
        ("communist", {"B"}),
        ("a pact with no enemy by 1954", {"D"}),
        ("pact-with-no-enemy", {"D"}),
        ("attack", set()),
        ("", set()),
        ("x" * 10_000, set()),
    ],
)
def test_a_word_is_not_taken_for_a_letter(answer, named):
    assert wording.options_named(answer, PlainChoice.options) == named


# Words in sentences


class Poet(core.Keywords):
    answer, title, hints = "poet", "A poet", ("Look.", "Look again.")
    keywords = {
        "In which language?": ("Persian", "Farsi"),
        "Born when?": ("1877",),
        "Who read him?": ("reader", "Iran*"),
    }
    refused = {"He was not born in Kabul.": ("Kabul", "Afghanistan"), "Say it without praise.": ("genius", "greatest")}
    model = "Born in 1877, he wrote in Persian for readers in many countries."


@pytest.mark.parametrize(
    "answer",
    [
        Poet.model,
        "FARSI; 1877; READERS",
        "In 1877 a writer of Persian was born whom Iranians love.",
        ["Persian", "born 1877", "readers"],
        "He did not only write Urdu but Persian, was born in 1877 and had readers.",
        "Nobody doubts one thing: Persian, 1877, readers.",
        "He wrote for readers of Persian, not of Urdu; he was born in 1877.",
        "1877: the year in which a reader of Persian was born",
        "It was in 1,877 that he was born, Persian-writing and much-read by readers.",
        "He wrote Persian, since readers in Iran asked; born 1877.",
    ],
)
def test_a_text_in_other_words_is_right(answer):
    assert Poet().evaluate(answer).state == "correct"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("It is false that he, born in 1877, wrote Persian for readers.", "denies"),
        ("He never wrote Persian. Born 1877. Readers in Iran.", "denies"),
        ("Nobody in Iran was a reader of his Persian; born 1877.", "denies"),
        ("He wrote Urdu, not Persian, was born in 1877 and had readers.", "denies"),
        ("He wasn't born in 1877; he wrote Persian for readers.", "denies"),
        ("Impersian 1877 readers", "which language"),
        ("Persian, 18775, readers", "Born when"),
        ("Persian, 11877, readers", "Born when"),
        ("Persian, 1877.5, readers", "Born when"),
        ("Persian, 1878, readers", "Born when"),
        ("Persian, 1877, proofreader miran", "Who read"),
        ("Born in Kabul in 1877, he wrote Persian for readers.", "not born in Kabul"),
        ("The greatest: Persian, 1877, readers", "without praise"),
        ("", "empty"),
        (["Persian", 1877], "asks for"),
        (1877, "asks for"),
    ],
)
def test_a_denial_a_part_of_a_word_and_what_is_refused_are_wrong(answer, words):
    result = Poet().evaluate(answer)
    assert result.state == "wrong" and words in result.message


# 08: three questions

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
    assert the_pivot_to_china.ask_first.evaluate(answer).state == "correct"


@pytest.mark.parametrize(("answer", "words"), NOT_ASKED, ids=str)
def test_what_does_not_ask_all_three_is_wrong(answer, words):
    result = the_pivot_to_china.ask_first.evaluate(answer)
    assert result.state == "wrong" and words in result.message


# Answers in parts


def changed(exercise, **parts):
    return {**exercise.model, **parts}


HEADLINE = war_on_terror.fair_headline
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
        (headline("Bureau", counter="mean of all"), "nobody's count"),
        (headline("Bureau", counter="Washington"), "four countries"),
        (headline("Bureau", counter="Pakistan"), "Two ministries"),
        (headline("Bureau", counter="nobody"), "without further words"),
        (headline("Bureau", counter=1), "orphan"),
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


BUILDERS = sanctions_and_the_bomb.fairer_sentence


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


DEFINITION = the_army_argument.my_definition


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


def test_dots_in_one_part_are_not_answered_yet():
    for exercise in (HEADLINE, BUILDERS, DEFINITION):
        for part in exercise.parts:
            assert exercise.evaluate({**exercise.model, part: ...}).state == "blank"


def test_parts_say_what_they_hold():
    assert DEFINITION.wanted() == 'a dict with the labels "count", "among", "years" and "misses"'
    assert HEADLINE.wanted() == 'a dict with the labels "counter", "low", "high", "first_year" and "last_year"'


def test_why_before_is_a_choice():
    assert abbottabad_and_mistrust.window_warning.evaluate("Other windows give other results").state == "correct"


def test_parts_without_a_judge_say_so():
    class Unjudged(core.Parts):
        parts = {"a": "anything"}
        model = {"a": 1}

    with pytest.raises(NotImplementedError, match="how its parts are judged"):
        Unjudged().faults({})


@every_choice
def test_the_notebook_prints_the_options_that_are_judged(choice):
    module = type(choice).__module__.split(".")[2]
    path = next(path for path in notebooks.paths() if path.stem[3:] == module)
    lines = [
        line
        for cell in nbformat.read(path, 4).cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
    ]
    printed = {line.casefold().rstrip(".") for line in lines}
    for letter, text in choice.options.items():
        assert f"- **{letter}** {text}".casefold().rstrip(".") in printed

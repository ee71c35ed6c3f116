"""Every exercise of the series, and the checking itself: right answers, usual mistakes, and junk of every kind."""

import builtins
import datetime
import os
import subprocess
import sys

import exercise_cases as cases
import numpy as np
import pandas as pd
import pytest

from uspak import lessons
from uspak.checking import exercises as proof
from uspak.exercises import comparing, core, remarks, values
from uspak.exercises.core import Choice, Date, Exercise, Keywords, Mistake, Prediction
from uspak.page.outputs import WIDGET_VIEW
from uspak.widgets import cards

POETS = pd.DataFrame(
    {"name": ["Iqbal", "Faiz", "Parveen"], "born": [1877, 1911, 1952], "city": ["Sialkot", "Sialkot", "Karachi"]}
)
SETUP = "from test_exercises import POETS as poets"


class Example(Exercise):
    """What the examples below share."""

    setup = SETUP
    hints = ("Look at the table.", "Look at the column.")
    why = "It shows how the machinery works."

    @property
    def title(self):
        return f"Example {self.answer}"

    @property
    def question(self):
        return f"What is {self.answer}?"


class Count(Example):
    answer = "born_before_1920"
    solution_code = 'born_before_1920 = (poets["born"] < 1920).sum()'

    def expected(self):
        return int((POETS["born"] < 1920).sum())

    def mistakes(self):
        early = POETS[POETS["born"] < 1920]
        return (
            Mistake("all rows", len(POETS), "You counted all poets."),
            Mistake("the rows themselves", early, "Those are the rows.", when=lambda a: "born" in a.columns),
        )


class Mean(Example):
    answer = "mean_year"
    tolerance = 0.5
    solution_code = 'mean_year = poets["born"].mean()'

    def expected(self):
        return POETS["born"].mean()


class Cities(Example):
    answer = "cities"
    solution_code = 'cities = set(poets["city"])'

    def expected(self):
        return set(POETS["city"])

    def mistakes(self):
        return (Mistake("names", set(POETS["name"]), "Those are the poets. Where were they born?"),)


class InOrder(Example):
    answer = "youngest_first"
    ordered = True
    solution_code = 'youngest_first = poets.sort_values("born", ascending=False)["name"]'

    def expected(self):
        return ["Parveen", "Faiz", "Iqbal"]

    def mistakes(self):
        return (Mistake("oldest first", POETS["name"], "Other way round."),)


class PerCity(Example):
    answer = "poets_per_city"
    solution_code = 'poets_per_city = poets.groupby("city").size()'

    def expected(self):
        return POETS.groupby("city").size()


class Early(Example):
    answer = "early_poets"
    solution_code = 'early_poets = poets[poets["born"] < 1920]'

    def expected(self):
        return POETS[POETS["born"] < 1920]

    def mistakes(self):
        return (Mistake("late ones", POETS[POETS["born"] >= 1920], "You kept the others."),)


class OldestName(Example):
    answer = "oldest"
    solution_code = 'oldest = poets.loc[poets["born"].idxmin(), "name"]'

    def expected(self):
        return "Iqbal"


class Letter(Choice, Example):
    answer = "which_city"
    options = {"A": "Lahore", "B": "Sialkot", "C": "Karachi"}
    right = "B"
    feedback = {"A": "He studied there.", "C": "Another poet was born there."}


class Birthday(Date, Example):
    answer = "birthday"
    solution_code = 'birthday = "1877-11-09"'

    def expected(self):
        return "1877-11-09"

    def mistakes(self):
        return (Mistake("American order", "1877-09-11", "Day and month are swapped."),)


class BirthMonth(Date, Example):
    answer = "birth_month"
    solution_code = 'birth_month = "1877-11"'

    def expected(self):
        return "1877-11"


class Why(Keywords, Example):
    answer = "why_translate"
    keywords = {"Which language did he write in?": ("persian", "farsi"), "And who read it?": ("reader", "Iran")}
    model = "He wrote in Persian, so readers in many countries could follow."

    def mistakes(self):
        return (Mistake("Urdu only", "He wrote in Urdu.", "Not only in Urdu.", when=lambda a: "urdu" in a.lower()),)


class Guess(Prediction, Example):
    answer = "how_many"
    between = (1, 1_000)
    model = 40


class Opinion(Prediction, Example):
    answer = "what_next"
    model = "They will be read for a long time."


KINDS = (
    Count,
    Mean,
    Cities,
    InOrder,
    PerCity,
    Early,
    OldestName,
    Letter,
    Birthday,
    BirthMonth,
    Why,
    Guess,
    Opinion,
)
EXAMPLES = [make() for make in KINDS]
SERIES = [
    (name, found)
    for module in map(lessons.exercises, lessons.names())
    for name, found in proof.exercises_in(module).items()
]
ALL = [(exercise.answer, exercise) for exercise in EXAMPLES] + SERIES
every_exercise = pytest.mark.parametrize(("name", "exercise"), ALL, ids=[name for name, _ in ALL])


pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
TRIED = [exercise for _, exercise in ALL]


# Every exercise


@pytest.mark.parametrize(
    "module", map(lessons.exercises, lessons.names()), ids=lambda module: module.__name__.split(".")[2]
)
def test_every_module_has_exercises(module):
    assert proof.exercises_in(module), f"{module.__name__} holds no object of a class of exercises"


@every_exercise
def test_it_is_complete(name, exercise):
    assert proof.lint(name, exercise) == []


@every_exercise
def test_blank_is_not_answered(name, exercise):
    for card in (exercise.check(), exercise.check(...), exercise.check(None)):
        assert repr(card).startswith("Not answered yet: ")
    assert exercise.check().html() == exercise.check(...).html()


@every_exercise
def test_its_own_solution_is_right(name, exercise):
    result = exercise.evaluate(proof.solved(exercise))
    assert result == core.Result("correct", exercise.why)


@every_exercise
def test_each_mistake_gets_its_own_message(name, exercise):
    for mistake in exercise.mistakes():
        result = exercise.evaluate(mistake.example)
        assert result == core.Result("wrong", mistake.message, mistake.name), f"the mistake '{mistake.name}'"
        assert cases.recognised(exercise, mistake.example) == [mistake.name]


@every_exercise
def test_mistakes_are_told_apart(name, exercise):
    messages = [mistake.message for mistake in exercise.mistakes()]
    assert len(set(messages)) == len(messages) and all(message.strip() for message in messages)


@every_exercise
@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_junk_is_not_right_and_never_raises(name, exercise):
    for label, make in cases.JUNK.items():
        result = exercise.evaluate(make())
        assert result.state == "wrong", f"{label}: {result}"
        assert result.message.strip(), f"{label} gets no feedback"
        assert len(result.message) < 400, f"{label} is quoted at length"


@every_exercise
def test_nothing_gives_the_answer_away(name, exercise):
    code, expected = exercise.solution_code, exercise.expected()
    cards_shown = [exercise.check(), exercise.check("nobody"), exercise.check(-98765.5)]
    for card in cards_shown:
        assert code not in card.html() and code not in repr(card) and code not in "".join(card.parts)
    if isinstance(expected, str) and not isinstance(exercise, Choice):
        said = {word for card in cards_shown for word in [repr(card).replace(exercise.title, "")]}
        assert not any(expected in text for text in said)


@every_exercise
def test_only_nbgrader_sees_an_exception(name, exercise, monkeypatch):
    right = proof.solved(exercise)
    for how in ("autograde", "validate"):
        monkeypatch.setenv("NBGRADER_EXECUTION", how)
        assert exercise.check(right).note.tone == "correct"
        with pytest.raises(AssertionError, match=r"^Not answered yet: "):
            exercise.check()
        with pytest.raises(AssertionError, match=r"^Not yet: "):
            exercise.check(cases.Hostile())
    monkeypatch.delenv("NBGRADER_EXECUTION")
    assert exercise.check(cases.Hostile()).note.tone == "wrong"


# The cards


def test_hints_come_one_after_another_and_the_solution_on_request():
    card = Cities().check(...)
    assert card.buttons == {"hint": "Next hint", "solution": "Show solution"}
    card._asked(card, {"ask": "hint"}, [])
    assert len(card.parts) == 2 and "Hint 1 of 2" in card.parts[1] and "Look at the table." in card.parts[1]
    card._asked(card, {"ask": "hint"}, [])
    assert "Hint 2 of 2" in card.parts[2] and card.spent == {"hint": "No more hints"}
    card._asked(card, {"ask": "hint"}, [])
    assert len(card.parts) == 3
    for _ in range(2):
        card._asked(card, {"ask": "solution"}, [])
    assert len(card.parts) == 4 and "cities = set(" in card.parts[3]
    card._asked(card, {"ask": "anything else"}, [])
    assert len(card.parts) == 4


def test_a_right_answer_offers_no_more_hints():
    assert Cities().check({"Sialkot", "Karachi"}).buttons == {"solution": "Show solution"}


def test_hints_and_solution_without_widgets():
    exercise = Cities()
    said = [repr(exercise.hint()) for _ in range(3)]
    assert said[0] == "Hint 1 of 2: Example cities. Look at the table." == said[2]
    assert said[1].startswith("Hint 2 of 2: ")
    assert exercise.solution_code in repr(exercise.solution())
    assert "cities = set(poets" in exercise.solution().html()


@pytest.mark.parametrize("value", ["off", "OFF ", "0", "no"])
def test_solutions_can_be_switched_off_for_a_class(value, run_python):
    script = (
        "from uspak.exercises.core import Exercise\n"
        "class One(Exercise):\n    title = answer = 'one'; solution_code = 'one = 1'\n"
        "    def expected(self): return 1\n"
        "print(One().check().buttons, One().solution())"
    )
    said = run_python(script, USPAK_SOLUTIONS=value)
    assert "one = 1" not in said and "Show solution" not in said and "switched off" in said
    assert "one = 1" in run_python(script, USPAK_SOLUTIONS="on")


def test_solutions_can_be_switched_off_by_a_function():
    core.allow_solutions(False)
    card = Cities().check()
    assert card.buttons == {"hint": "Next hint"}
    card.show_solution()
    assert len(card.parts) == 1
    assert "switched off" in repr(Cities().solution())
    core.allow_solutions(True)
    assert "solution" in Cities().check().buttons


def test_importing_exercises_brings_no_widgets(run_python):
    assert run_python("import sys, uspak.exercises.core; print('ipywidgets' in sys.modules)") == "False\n"


def test_a_card_offers_widget_html_and_text_without_anything_random():
    first, second = (Letter().check()._repr_mimebundle_() for _ in range(2))
    assert set(first) == {WIDGET_VIEW, "text/html", "text/plain"}
    assert first["text/html"] == second["text/html"] and first["text/plain"] == second["text/plain"]
    assert first["text/plain"] == (
        'Not answered yet: Example which_city. Put your answer (one letter in quotes: "A", "B" or "C") in the place of '
        "the dots and run the cell again."
    )
    page = first["text/html"]
    assert "one letter in quotes" in page and "Hint 1 of 2" in page
    assert first[WIDGET_VIEW]["model_id"] not in page


def test_the_words_of_authors_and_students_are_safe_html():
    assert cards.marked("a < b & `x > 1` **now**").startswith("a &lt; b &amp; <code ")
    assert "<strong>now</strong>" in cards.marked("**now**")
    assert "<script>" not in cards.marked("`<script>`")
    assert cards.unmarked("use `len(x)`\n **now**") == "use len(x) now"
    assert "<img" not in cards.code_block("'<img>'")


def test_checking_leaves_the_answer_as_it_was():
    table, array, members = POETS.copy(), np.array([3, 1, 2]), ["b", "a", ["c"]]

    class Meddler(Count):
        def mistakes(self):
            def meddle(answer):
                answer["born"] = 0

            return (
                Mistake("meddles", POETS, "…", when=meddle),
                Mistake("clears", [], "…", when=lambda a: a.clear()),
                Mistake("sorts", [], "…", when=lambda a: a.sort(key=str)),
            )

        def matches(self, answer, expected):
            answer.loc[0, "born"] = -1

    for answer in (table, array, members, members[2]):
        Meddler().check(answer)
    assert table.equals(POETS) and array.tolist() == [3, 1, 2] and members == ["b", "a", ["c"]]


def test_dots_inside_an_answer_are_not_answered_yet():
    for answer in ({...}, [..., ...], (1, ...), {"a": ...}):
        assert Cities().evaluate(answer).state == "blank"


def test_an_exercise_that_fails_says_so_and_blames_nobody(monkeypatch):
    class Broken(Cities):
        def expected(self):
            raise KeyError("born")

    for answer in (..., None, {"Sialkot"}):
        result = Broken().evaluate(answer)
        assert result.state == "unchecked" and "not your fault" in result.message and "born" in result.message
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(AssertionError, match="Not checked"):
        Broken().check({"Sialkot"})


def test_a_base_without_expected_says_what_is_missing():
    class Empty(Exercise):
        pass

    assert "Empty does not say what answer it expects" in Empty().evaluate(1).message


# Comparing

RIGHT = [
    (2, [2, 2.0, np.int64(2), np.float64(2.0), np.int8(2)]),
    ("Iqbal", ["iqbal", "  IQBAL\n", np.str_("Iqbal")]),
    ("F-16s, 'new'", ["F–16s, ‘new’", "f-16s,  'NEW'"]),
    ({"a", "b"}, [["B", "a "], ("a", "b"), {"a": 1, "b": 2}.keys(), frozenset({"a", "b"}), np.array(["a", "b"])]),
    ({"a", "b"}, [pd.Series(["b", "a", "a"]), pd.Index(["a", "b"]), pd.Series(["a", "b"], dtype="category").unique()]),
    ({1947, 1954}, [[1947.0, np.int32(1954)], range(1947, 1955, 7)]),
    ({"1954-05-19"}, [pd.to_datetime(["1954-05-19"]), [datetime.date(1954, 5, 19)], {np.datetime64("1954-05-19")}]),
    (["a", "b", "b"], [["b", "a", "b"], pd.Series(["b", "b", "a"])]),
    ({"x": 1.5, "y": 2}, [pd.Series({"y": 2.0, "x": 1.5}), {"X": 1.5, "y": 2}]),
    ({"x": 1.5, "y": 2}, [pd.DataFrame({"n": {"y": 2, "x": 1.5}})]),
    ({1954: 3, 1955: 4}, [{1954: 3, 1955: 4}, pd.Series({1954: 3, 1955: 4}), pd.Series({1955.0: 4, 1954.0: 3})]),
    (POETS, [POETS[::-1], POETS[["born", "city", "name"]], POETS.assign(more=1), POETS.set_index("name")]),
    (POETS, [POETS.astype({"born": float}), POETS.set_index(["name", "city"]), POETS.set_axis([7, 8, 9])]),
    (POETS.groupby("city")["born"].min(), [{"Sialkot": 1877, "Karachi": 1952}]),
    (POETS[POETS["born"] > 1900]["name"], [["Parveen", "Faiz"], pd.Series(["Faiz", "Parveen"])]),
    (POETS.groupby("city").agg(n=("name", "size")), [POETS.groupby("city").size().reset_index(name="n")]),
    (None, [np.nan, pd.NA, pd.NaT]),
    (True, [np.True_]),
]
WRONG = [
    (2, [True, "2", [2], {2}, 2.1, 2 + 1e-6, pd.Series([2])]),
    (True, [1, "True"]),
    ("Iqbal", ["Iqba", ["Iqbal"], "Iqbal Faiz"]),
    ({"a", "b"}, ["ab", "a, b", {"a"}, {"a", "b", "c"}, {"a": "b"}, ["a", 1], {("a", "b")}]),
    ({"1954"}, [{1954}]),
    (["a", "b", "b"], [["a", "b"], ["a", "a", "b"], {"a", "b"}]),
    ({"x": 1.5}, [{"x": 1.6}, {"x": 1.5, "y": 2}, [1.5], {}, {"x": "1.5"}]),
    (POETS, [POETS[:2], POETS.drop(columns="city"), POETS.assign(born=1900), POETS.astype({"born": str}), "POETS"]),
    (POETS[:2], [pd.concat([POETS[:1]] * 2)]),
]


def one_by_one(groups):
    rows = [(wanted, answer) for wanted, answers in groups for answer in answers]
    return pytest.mark.parametrize(("expected", "answer"), rows, ids=lambda value: type(value).__name__)


@one_by_one(RIGHT)
def test_the_same_answer_in_another_form_is_right(expected, answer):
    assert comparing.same(values.normalize(answer), values.normalize(expected), ordered=False)


@one_by_one(WRONG)
def test_another_answer_is_wrong(expected, answer):
    assert not comparing.same(values.normalize(answer), values.normalize(expected), ordered=False)
    assert remarks.remark(values.normalize(answer), remarks.Asked(values.normalize(expected), ordered=False)).strip()


def test_order_counts_where_it_is_asked_for():
    assert comparing.same(["a", "b"], ["a", "b"], ordered=True)
    assert not comparing.same(["b", "a"], ["a", "b"], ordered=True)
    assert comparing.same({"b", "a"}, {"a", "b"}, ordered=True)
    assert not comparing.same(POETS[::-1], POETS, ordered=True)
    assert comparing.same(POETS, POETS, ordered=True)


def test_numbers_may_lie_apart_by_the_tolerance_only():
    for make in (
        lambda n: n,
        lambda n: [n, 5],
        lambda n: {"a": n},
        lambda n: pd.DataFrame({"a": ["x", "y"], "n": [n, 5]}),
        lambda n: pd.DataFrame({"n": [5, n]}),
        lambda n: (n, 5),
    ):
        near = {"ordered": False, "near": lambda a, b: comparing.close(a, b, 0.1)}
        close, far = (comparing.same(make(n), make(10.0), **near) for n in (10.09, 10.11))
        assert close and not far


def test_further_columns_are_wrong_only_if_the_exercise_says_so():
    class Strict(Early):
        strict_columns = True

    early = POETS[POETS["born"] < 1920]
    assert Early().evaluate(early.assign(more=1)).state == "correct"
    assert Strict().evaluate(early).state == "correct"
    assert "columns that the question does not ask for" in Strict().evaluate(early.assign(more=1)).message


class YearOfBirth(Example):
    """A year: no remark on rounding fits it, and the form that is wanted has words of its own."""

    answer = "year_of_birth"
    wants = "a year of four digits"
    solution_code = 'year_of_birth = poets["born"][1]'

    def expected(self):
        return int(POETS["born"][1])


def test_a_wrong_year_was_not_rounded():
    assert "rounded" not in YearOfBirth().evaluate(1905).message
    assert "one year off" in YearOfBirth().evaluate(1912).message


def test_a_remark_asks_for_the_form_that_the_exercise_wants():
    assert "the question asks for a year of four digits" in YearOfBirth().evaluate(POETS["born"]).message


REMARKS = [
    (Count, len(POETS) + 4, "too large"),
    (Count, 1, "off by one"),
    (Count, -2, "sign"),
    (Count, 200, "unit"),
    (Count, "2", "Leave out the quotes"),
    (Count, [2], "single value"),
    (Mean, POETS[:1], "len(…)"),
    (Count, float("inf"), "infinite"),
    (Mean, 1921.0, "Very close"),
    (Count, (n for n in (1,)), "list(…)"),
    (Count, POETS["born"].sum, "brackets"),
    (Count, POETS.groupby("city"), "groups"),
    (Count, pd.Timedelta(days=2), ".days"),
    (Count, True, "True or False"),
    (Cities, {"Karachi"}, "All that you have belongs there. One is missing."),
    (Cities, {"Karachi", "Sialkot", "Lahore"}, "One does not belong."),
    (Cities, {"Karachi", "Lahore"}, "One does not belong. One is missing."),
    (Cities, {"Lahore"}, "None of what you have"),
    (Cities, set(), "empty"),
    (Cities, {1, 2}, "Your members are numbers; the question asks for text"),
    (Cities, "Karachi", "asks for a set"),
    (Cities, POETS, "one column"),
    (InOrder, ["Faiz", "Parveen", "Iqbal"], "another order"),
    (InOrder, ["Faiz", "Parveen", "Iqbal"] * 2, "as often"),
    (PerCity, {"Karachi": 1}, "One label is missing."),
    (PerCity, {"Karachi": 1, "Sialkot": 5}, "1 value of 2 is not"),
    (PerCity, {"x": 1}, "group by"),
    (Early, POETS, "too many"),
    (Early, POETS[:1], "too few"),
    (Early, POETS[["name"]], "`born`, `city`"),
    (Early, POETS[1:], "differs"),
    (OldestName, "Iqball", "spelling"),
    (OldestName, "  ", "empty"),
    (OldestName, ["Iqbal"], "single value"),
    (Letter, "D", '"A", "B" or "C"'),
    (Birthday, "1877", "the month and the day too"),
    (Birthday, "1877-12", "The year is right. The month is not"),
    (Birthday, "1877-11-10", "The year and the month are right"),
    (Birthday, "1878-11-09", "That is not the year"),
    (Birthday, "9/11/1877", "two ways"),
    (Birthday, "soon", "does not read as a date"),
    (Why, "He wrote in Farsi.", "And who read it?"),
    (Why, 3, "asks for text"),
    (Guess, 10**6, "from 1 to 1,000"),
    (Guess, "many", "give a number"),
    (Opinion, "dunno dunno dunno dunno", "a little more"),
]


@pytest.mark.parametrize(("make", "answer", "words"), REMARKS, ids=[words for _, _, words in REMARKS])
def test_an_unforeseen_answer_gets_a_remark_to_the_point(make, answer, words):
    result = make().evaluate(answer)
    assert result.state == "wrong" and not result.mistake
    assert words in result.message


@pytest.mark.parametrize("answer", ["B", "b", " (B) ", "B.", "b)", "Sialkot", "sialkot "])
def test_a_letter_may_be_written_in_any_way(answer):
    assert Letter().evaluate(answer).state == "correct"


@pytest.mark.parametrize(
    "answer",
    [
        "1877-11-09",
        "1877-11-9",
        "9 November 1877",
        "November 9, 1877",
        "9th Nov. 1877",
        "1877-11-09T00:00",
        pd.Timestamp("1877-11-09 10:00"),
        datetime.date(1877, 11, 9),
        np.datetime64("1877-11-09"),
        pd.Period("1877-11-09", "D"),
    ],
    ids=str,
)
def test_a_date_may_be_written_in_any_way(answer):
    assert Birthday().evaluate(answer).state == "correct"
    assert BirthMonth().evaluate(answer).state == "correct"


@pytest.mark.parametrize("answer", ["1877-11", "November 1877", pd.Period("1877-11", "M")], ids=str)
def test_a_month_is_enough_where_a_month_is_asked_for(answer):
    assert BirthMonth().evaluate(answer).state == "correct"
    assert Birthday().evaluate(answer).state == "wrong"


@pytest.mark.parametrize(
    "answer",
    [
        "1877-13",
        "1877-02-30",
        "Movember 1877",
        "9 November",
        "11",
        99,
        True,
        1877.5,
        "1877-11-09-01",
    ],
    ids=str,
)
def test_what_is_no_date_is_not_read_as_one(answer):
    assert values.partial_date(answer) is None


@pytest.mark.parametrize(
    "answer", [1877, 1877.0, np.int64(1877), "1877", pd.Period("1877", "Y"), "9 Nov 1877"], ids=str
)
def test_a_year_is_enough_where_a_year_is_asked_for(answer):
    class Year(BirthMonth):
        def expected(self):
            return "1877"

    assert Year().evaluate(answer).state == "correct"
    assert Year().wanted() == "a year of four digits"


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Persian, and IRANIAN readers", True),
        ("unPersian miran", False),
        ("Persian", False),
        ("Readers knew Farsi", True),
    ],
)
def test_keywords_open_a_word(answer, right):
    assert (Why().evaluate(answer).state == "correct") is right


def test_nothing_is_run_that_a_student_did_not_ask_for(monkeypatch):
    """Checking neither advances a generator nor prints, opens or evaluates anything."""
    for forbidden in ("print", "eval", "input"):
        monkeypatch.setattr(builtins, forbidden, lambda *a, name=forbidden, **k: pytest.fail(f"{name} was called"))
    numbers = iter([1, 2, 3])
    Count().check(numbers)
    generator = (n for n in (1, 2, 3))
    Count().check(generator)
    assert next(numbers) == 1 and next(generator) == 1


# That the tests above would notice


def test_faults_are_noticed():
    class Careless(Exercise):
        answer, title, hints, points = "one", "One", ("Write one = 1",), 0
        solution_code = "one = 1"

    found = proof.lint("another", Careless())
    assert len(found) == 6 and "'question' is empty" in found and "hint 1 contains the solution" in found

    class Silent(Letter):
        right, feedback = "X", {"A": "No."}

    assert [fault for fault in proof.lint("which_city", Silent()) if "option" in fault] == [
        "option B has no feedback",
        "option C has no feedback",
        "the right option is not among the options",
    ]


def test_a_solution_that_assigns_nothing_is_noticed():
    class Forgetful(Count):
        solution_code = "something_else = 1"

    with pytest.raises(AssertionError, match="does not assign born_before_1920"):
        proof.solved(Forgetful())


def test_two_mistakes_for_one_answer_are_noticed():
    class Twice(Count):
        def mistakes(self):
            return Mistake("one", 3, "…"), Mistake("two", 3.0, "……")

    assert cases.recognised(Twice(), 3) == ["one", "two"]


def test_a_module_without_exercises_is_noticed():
    assert proof.exercises_in(sys.modules[__name__]) == {} and proof.exercises_in(core) == {}


@pytest.fixture
def run_python():
    def run(script, **environment):
        command, environment = [sys.executable, "-c", script], {**os.environ, **environment}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    return run


def test_a_choice_whose_data_are_broken_still_shows_a_card(monkeypatch):
    class Broken(Choice):
        answer, title, question, hints, why = "broken", "Broken", "Which?", ("Look.", "Look again."), "Because."
        options = {"A": "one", "B": "two"}

        def expected(self):
            raise ValueError("the table is broken")

    assert "Not checked" in repr(Broken().check("A"))


@pytest.mark.parametrize(
    ("title", "message", "said"),
    [
        ("Cities", "Look.", "Not yet: Cities. Look."),
        ("Which?", "Look.", "Not yet: Which? Look."),
        ("Which?", "", "Not yet: Which?"),
    ],
)
def test_the_words_of_a_card_end_each_sentence_once(title, message, said):
    assert repr(cards.Note("Not yet", title, message)) == said

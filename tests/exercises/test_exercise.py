"""What a student asks of an exercise: to check whatever it is, without harm; hints and solutions."""

import builtins

import numpy as np
import pytest
from exercise_examples import POETS, Cities, Count, Early, YearOfBirth

from uspak.exercises.core import Exercise, Mistake

pytestmark = pytest.mark.usefixtures("no_grading")


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


def test_nothing_is_run_that_a_student_did_not_ask_for(monkeypatch):
    """Checking neither advances a generator nor prints, opens or evaluates anything."""
    for forbidden in ("print", "eval", "input"):
        monkeypatch.setattr(builtins, forbidden, lambda *a, name=forbidden, **k: pytest.fail(f"{name} was called"))
    numbers = iter([1, 2, 3])
    Count().check(numbers)
    generator = (n for n in (1, 2, 3))
    Count().check(generator)
    assert next(numbers) == 1 and next(generator) == 1


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


def test_further_columns_are_wrong_only_if_the_exercise_says_so():
    class Strict(Early):
        strict_columns = True

    early = POETS[POETS["born"] < 1920]
    assert Early().evaluate(early.assign(more=1)).state == "correct"
    assert Strict().evaluate(early).state == "correct"
    assert "columns that the question does not ask for" in Strict().evaluate(early.assign(more=1)).message


def test_a_wrong_year_was_not_rounded():
    assert "rounded" not in YearOfBirth().evaluate(1905).message
    assert "one year off" in YearOfBirth().evaluate(1912).message


def test_a_remark_asks_for_the_form_that_the_exercise_wants():
    assert "the question asks for a year of four digits" in YearOfBirth().evaluate(POETS["born"]).message


def test_an_exercise_may_have_words_of_its_own():
    class Poet(Exercise):
        answer, question, aliases = "poet", "Who?", {"the poet of the East": "Iqbal"}

        def expected(self):
            return {"Iqbal", "Faiz"}

    assert Poet().evaluate({"Poet of the East", "Faiz"}).state == "correct"
    assert Poet().evaluate({"Poet of the West", "Faiz"}).state == "wrong"

"""What is shown: cards with hints and solutions, also where there are no widgets, and solutions that are switched off."""

import pytest
from exercise_examples import Cities, Letter

from uspak.exercises import core
from uspak.exercises.core import Choice
from uspak.page.outputs import WIDGET_VIEW

pytestmark = pytest.mark.usefixtures("no_grading")


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


def test_a_card_offers_widget_html_and_text_without_anything_random():
    first, second = (Letter().check()._repr_mimebundle_() for _ in range(2))
    assert set(first) == {WIDGET_VIEW, "text/html", "text/plain"}
    assert first["text/html"] == second["text/html"] and first["text/plain"] == second["text/plain"]
    assert first["text/plain"] == (
        "Not answered yet: Example which_city. Replace the dots with your answer "
        '(one letter in quotation marks: "A", "B" or "C") and run the cell again.'
    )
    page = first["text/html"]
    assert "one letter in quotation marks" in page and "Hint 1 of 2" in page
    assert first[WIDGET_VIEW]["model_id"] not in page


def test_a_choice_whose_data_are_broken_still_shows_a_card(monkeypatch):
    class Broken(Choice):
        answer, title, question, hints, why = "broken", "Broken", "Which?", ("Look.", "Look again."), "Because."
        options = {"A": "one", "B": "two"}

        def expected(self):
            raise ValueError("the table is broken")

    assert "Not checked" in repr(Broken().check("A"))

"""A choice: the right option named in any way, and what is said to an answer that names none, or several."""

import pytest
from exercise_examples import Letter

from uspak.exercises import core, text_matching


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


@pytest.mark.parametrize("answer", ["B", "b", " (B) ", "B.", "b)", "Sialkot", "sialkot "])
def test_a_letter_may_be_written_in_any_way(answer):
    assert Letter().evaluate(answer).state == "correct"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (2, "letters, not numbers"),
        ("2", "letters, not numbers"),
        ([2], "letters, not numbers"),
        ("G", "There is no option G"),
        ("В", "not a Latin letter"),
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
    assert 'one letter in quotation marks: "A", "B", "C" or "D"' in result.message


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
    assert text_matching.options_named(answer, PlainChoice.options) == named

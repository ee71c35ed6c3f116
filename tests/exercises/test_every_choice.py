"""Every choice of the series: its options named in any way, and printed in the notebook as they are judged."""

import nbformat
import pandas as pd
import pytest
from exercise_series import CHOICES, every_choice

from uspak.checking import notebooks

pytestmark = pytest.mark.usefixtures("data_stay", "no_grading")
EXERCISES = CHOICES.values()


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

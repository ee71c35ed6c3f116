"""A text that has to mention certain things, and must not deny them."""

import pytest
from exercise_examples import Why

from uspak.exercises import core


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

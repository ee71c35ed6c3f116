"""The cards: words of authors and students as safe HTML, and as text."""

import pytest

from uspak.widgets import cards


def test_the_words_of_authors_and_students_are_safe_html():
    assert cards.marked("a < b & `x > 1` **now**").startswith("a &lt; b &amp; <code ")
    assert "<strong>now</strong>" in cards.marked("**now**")
    assert "<script>" not in cards.marked("`<script>`")
    assert cards.unmarked("use `len(x)`\n **now**") == "use len(x) now"
    assert "<img" not in cards.code_block("'<img>'")


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

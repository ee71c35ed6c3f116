"""uspak.drawing.figure.text_versions: the words behind a figure."""

from uspak.drawing import figure


def test_the_text_version_escapes_its_words():
    assert "<script>" not in figure.text_version("<script>alert(1)</script>")

"""The base of figures whose title, drawing and description follow their state."""

import ipywidgets as widgets
import plotly.graph_objects as go
import pytest

from uspak.widgets.described import DescribedFigure


class Counter(DescribedFigure):
    """A figure of one point, which stands at a number."""

    def __init__(self, unit="apples", table=None):
        self.number, self.unit, self.kept, self.counted_by = 3, unit, "", "a count"
        super().__init__(widgets.Button(), table)

    def headline(self):
        return f"{self.number} & no more"

    def subtitle(self):
        return self.unit

    def source(self):
        return self.counted_by

    def describe(self):
        return f"It is <{self.number}>."

    def notes(self):
        return self.kept

    def draw(self):
        return go.Figure(go.Scatter(meta="point", x=[0]))

    def change(self):
        self.trace("point").y = [self.number]


@pytest.fixture
def counter():
    return Counter()


def sent_to_the_browser(figure, monkeypatch):
    """What a figure sends from now on: a list of messages."""
    sent = []
    monkeypatch.setattr(figure, "_send_update_msg", lambda **changes: sent.append(changes))
    return sent


def test_the_first_state_is_whole(counter):
    layout = counter.figure.layout
    assert layout.title.text == "<b>3 & no more</b>" and layout.title.subtitle.text == "apples"
    assert [note.text for note in layout.annotations if note.name == "source"] == ["Source: a count"]
    assert counter.trace("point").y == (3,)
    assert counter.description.html == "<p>It is &lt;3&gt;.</p>"


def test_the_source_follows_the_state(counter):
    counter.counted_by = "another count"
    counter.show()
    (note,) = counter.figure.select_annotations(lambda note: note.name == "source")
    assert note.text == "Source: another count"


def test_controls_figure_and_description_stand_in_this_order(counter):
    button, figure, description = counter.children
    assert isinstance(button, widgets.Button) and figure is counter.figure and description is counter.description


def test_the_text_version_is_title_and_description_of_the_first_state(counter):
    assert counter.text == "3 & no more. It is <3>." and repr(counter) == f"Counter: {counter.text}"
    counter.number = 4
    counter.show()
    assert counter.text == "3 & no more. It is <3>.", "for what is stored is the first state"


def test_a_change_is_one_message_and_leaves_a_subtitle_that_stays(counter, monkeypatch):
    sent = sent_to_the_browser(counter.figure, monkeypatch)
    counter.number = 4
    counter.show()
    (message,) = sent
    assert list(message["restyle_data"]["y"][0]) == [4]
    assert message["relayout_data"] == {"title.text": "<b>4 & no more</b>"}
    assert counter.description.html == "<p>It is &lt;4&gt;.</p>"


def test_a_subtitle_follows_the_state(counter):
    counter.unit = "pears"
    counter.show()
    assert counter.figure.layout.title.subtitle.text == "pears"
    counter.unit = ""
    counter.show()
    assert not counter.figure.layout.title.subtitle.text


def test_notes_follow_the_description_as_html(counter):
    counter.kept = "<ul><li>one</li></ul>"
    counter.show()
    assert counter.description.html == "<p>It is &lt;3&gt;.</p><ul><li>one</li></ul>"


@pytest.mark.parametrize("part", ["headline", "describe", "draw", "change"])
def test_what_a_subclass_must_say_is_not_guessed(part):
    with pytest.raises(NotImplementedError):
        getattr(DescribedFigure, part)(None)

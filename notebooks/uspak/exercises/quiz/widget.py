"""The widget that asks a quiz.

It is our own, beside jupyterquiz, which can show the same files, because jupyterquiz writes random ids into the output, so
that no test can compare it, forgets the answers on reopening and never tells Python what was answered. This one keeps the
right answers in Python, reads its feedback out to screen readers, and leaves questions and answers as plain HTML in a
notebook that is stored or read without a kernel.
"""

import html
from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from uspak.page.outputs import widget_bundle
from uspak.page.script import javascript
from uspak.widgets import cards

from ..results import STATES
from .file import Question
from .judging import judge

_STYLE = (
    cards.STYLE
    + """
.uspak-quiz { border-left: 0; padding-left: 0; }
.uspak-quiz fieldset { border: 0; border-top: 1px solid var(--jp-border-color2, #ddd); margin: 0; padding: 10px 0 12px;
  min-width: 0; }
.uspak-quiz legend { float: left; width: 100%; padding: 0; margin: 0 0 6px; font-weight: 600; }
.uspak-quiz legend + * { clear: both; }
.uspak-quiz label { display: flex; gap: 8px; align-items: baseline; padding: 2px 0; cursor: pointer;
  width: fit-content; }
.uspak-quiz label input[type=text] { font: inherit; width: 9em; padding: 2px 6px; color: inherit; cursor: text;
  background: var(--jp-layout-color1, #fff); border: 1px solid var(--jp-border-color0, #8a8a8a); border-radius: 3px; }
.uspak-quiz label input:not([type=text]) { accent-color: #5A5348; flex: none; transform: translateY(1px); }
.uspak-said { margin-top: 6px; padding-left: 11px; border-left: 3px solid transparent; }
.uspak-score { border-top: 1px solid var(--jp-border-color2, #ddd); padding-top: 8px; }
"""
)

_UNANSWERED = {"rule": "transparent", "text": ""}
#: (tone of a card, word) for a right answer, a wrong one, and none.
_STATES = {True: "correct", False: "wrong", None: "blank"}  # keys of ``results.STATES``


class Quiz(anywidget.AnyWidget):
    """A quiz to answer in the notebook.

    Args:
        questions: as ``load`` returns them.

    Attributes:
        results: for each question None (not answered yet), True or False.
        chosen: for each question what was chosen last, or None.
        score: the running score in words.
    """

    _esm = javascript(__file__)
    _css = _STYLE
    questions: traitlets.List = traitlets.List().tag(sync=True)
    feedback: traitlets.List = traitlets.List().tag(sync=True)
    score = traitlets.Unicode().tag(sync=True)
    chosen: traitlets.List = traitlets.List().tag(sync=True)

    def __init__(self, questions: Sequence[Question]) -> None:
        self.results: list[bool | None] = []
        self._questions = questions
        super().__init__(questions=[_asked(question) for question in questions])
        self.restart()
        self.on_msg(self._received)

    def _received(self, widget, content, buffers):
        if content.get("restart"):
            self.restart()
        elif "check" in content:
            self.answer(content["check"] + 1, content.get("chosen", []))

    def answer(self, number: int, chosen: Any) -> bool | None:
        """Answer a question, as its button 'Check' does; any number of times.

        Args:
            number: which question, from 1.
            chosen: the numbers of the chosen answers, from 0, as a list; for a numeric question the number or its text.

        Returns:
            True, False, or None if nothing was answered.
        """
        right, said = judge(self._questions[number - 1], chosen)
        tone = _STATES[right]
        word = STATES[tone]
        text = f"<strong>{word}</strong> · {cards.marked(said)}"
        self.results[number - 1] = right
        self.chosen = _with(self.chosen, number - 1, chosen)
        self.feedback = _with(self.feedback, number - 1, {"rule": cards.RULES[tone], "text": text})
        self._count()
        return right

    def restart(self) -> None:
        """Forget all answers."""
        self.results = [None] * len(self._questions)
        self.chosen = [None] * len(self._questions)
        self.feedback = [_UNANSWERED] * len(self._questions)
        self._count()

    def _count(self):
        answered = sum(result is not None for result in self.results)
        self.score = f"Answered {answered} of {len(self.results)}, {self.results.count(True)} right"

    def html(self) -> str:
        """The quiz for a reader without a kernel: the questions, and the answers folded away."""
        items = "".join(map(_printed, self._questions))
        return cards.framed(f'<ol style="margin:0;padding-left:1.6em">{items}</ol>')

    def __repr__(self) -> str:
        asked = " ".join(f"{n}. {cards.unmarked(q['question'])}" for n, q in enumerate(self._questions, 1))
        return f"Quiz of {len(self._questions)} questions: {asked}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return widget_bundle(self, {"text/html": self.html(), "text/plain": repr(self)})


def _asked(question):
    """What the browser may know of a question: not which answer is right."""
    kind = {"multiple_choice": "radio", "many_choice": "checkbox", "numeric": "text"}[question["type"]]
    options = ["Your number:"] if kind == "text" else [cards.marked(answer["answer"]) for answer in question["answers"]]
    told = "all that apply" in question["question"].casefold()
    more = " (Choose all that apply.)" if kind == "checkbox" and not told else ""
    return {"text": cards.marked(question["question"]) + more, "input": kind, "options": options}


def _printed(question):
    """One question as HTML with its answers folded away."""
    answers = question["answers"]
    choices = "" if question["type"] == "numeric" else _listed(cards.marked(answer["answer"]) for answer in answers)
    why = _listed(
        f"<strong>{'Right' if a.get('correct') else 'Not right'}</strong>{_name(a)}: {cards.marked(a['feedback'])}"
        for a in answers
    )
    folded = cards.folded("Answers and why", why)
    return f'<li style="margin:8px 0">{cards.marked(question["question"])}{choices}{folded}</li>'


def _listed(items):
    return '<ul style="margin:2px 0;padding-left:1.4em">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _name(answer):
    if "answer" in answer:
        return f", {cards.marked(answer['answer'])}"
    if answer["type"] == "default":
        return ", anything else"
    low_high = answer.get("range") or [answer["value"]]
    return ", " + html.escape(" to ".join(f"{number:g}" for number in low_high))


def _with(items, index, item):
    return [*items[:index], item, *items[index + 1 :]]

"""The feedback card of exercises and quizzes: a thin rule, a word, and what to do next.

A ``Note`` is still: HTML that a notebook can store and that needs no kernel. A ``Card`` is a note with the buttons
'Next hint' and 'Show solution'; its text is read out by screen readers, and a notebook that is stored without widgets
keeps its note. It is one small anywidget rather than a box of ipywidgets: that way what a hint adds is announced on its
own, the focus stays on the button, and a card costs two messages to the browser instead of twelve.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

import anywidget
import traitlets

from uspak.page.outputs import widget_bundle, without_mathjax
from uspak.page.script import javascript

from . import controls

#: The colour of the rule at the left; the word beside it says the same.
_BOLD, _PALE = "var(--jp-content-font-color1, #222)", "var(--jp-border-color1, #BDBDBD)"
RULES = {"correct": _BOLD, "wrong": "#8A8579", "blank": _PALE, "unchecked": _PALE, "plain": _PALE}

INK = "var(--jp-content-font-color1, #222)"
SOFT = "var(--jp-content-font-color2, #5A5348)"
FONT = 'var(--jp-content-font-family, Inter, "Segoe UI", Helvetica, Arial, sans-serif)'
_CODE = (
    "font-family:var(--jp-code-font-family,monospace);font-size:13px;"
    "background:var(--jp-layout-color2,#f2f2f2);color:inherit"
)


def marked(text: object) -> str:
    """Plain text as safe HTML: `backticks` become code, **two stars** stress; nothing else is special."""
    safe = html.escape(str(text), quote=False)
    safe = re.sub(r"`([^`\n]+)`", rf'<code style="{_CODE};padding:1px 3px">\1</code>', safe)
    safe = re.sub(r"\*\*([^*\n]+)\*\*", r"<strong>\1</strong>", safe)
    return re.sub(r"(?<![*\w])\*([^*\s][^*\n]*)\*(?![*\w])", r"<em>\1</em>", safe)


def unmarked(text: object) -> str:
    """The same text without its marks, for where no HTML is shown."""
    return " ".join(re.sub(r"`([^`\n]+)`|\*\*([^*\n]+)\*\*", lambda m: m[1] or m[2], str(text)).split())


def paragraph(content: str, *, colour: str = INK) -> str:
    """One paragraph of a card; ``content`` is HTML."""
    return f'<p style="margin:2px 0;color:{colour}">{content}</p>'


def code_block(code: str) -> str:
    """Code as HTML that wraps rather than scrolls."""
    return f'<pre style="{_CODE};margin:4px 0;padding:6px 10px;white-space:pre-wrap;border:0">{html.escape(code)}</pre>'


@dataclass(frozen=True)
class Note:
    """What a card says, as HTML and as text; the same every time, so that stored outputs can be compared.

    Attributes:
        word: 'Correct', 'Not yet', 'Not answered yet', …
        title: what it is about.
        message: what to do next, or why the answer matters; may hold the marks that ``marked`` knows.
        tone: which colour the rule has; a key of ``RULES``.
        points: what the exercise is worth; not mentioned if None.
        code: lines of Python to show.
    """

    word: str
    title: str
    message: str
    tone: str = "plain"
    points: int | None = None
    code: str = ""

    def body(self) -> str:
        """The HTML inside the rule."""
        worth = "" if self.points is None else f" · {self.points} point" + ("" if self.points == 1 else "s")
        about = f'<span style="color:{SOFT}"> · {marked(self.title)}{worth}</span>'
        parts = [paragraph(f"<strong>{html.escape(self.word)}</strong>{about}")]
        parts += [paragraph(marked(self.message))] if self.message else []
        parts += [code_block(self.code)] if self.code else []
        return "".join(parts)

    def html(self, more: str = "") -> str:
        """The whole card as HTML; ``more`` is HTML that follows inside the rule."""
        return framed(self.body() + more, self.tone)

    def __repr__(self) -> str:
        title, message = unmarked(self.title), unmarked(self.message)
        end = "" if not message else " " if title.endswith(("?", "!", ".")) else ". "
        return f"{self.word}: {title}{end}{message}" + (f"\n{self.code}" if self.code else "")

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": repr(self), "text/html": self.html()}


def framed(content: str, tone: str = "plain") -> str:
    """HTML with the thin rule of a card at its left."""
    return without_mathjax(
        f'<div style="border-left:3px solid {RULES[tone]};padding:2px 0 2px 14px;margin:6px 0 10px;max-width:46em;'
        f'font:14px/1.5 {html.escape(FONT)};color:{INK}">{content}</div>'
    )


def folded(summary: str, content: str) -> str:
    """HTML that unfolds with no kernel and no script."""
    return (
        f'<details style="margin:2px 0"><summary style="cursor:pointer;color:{INK}">{summary}</summary>'
        f'<div style="margin:0 0 4px 14px">{content}</div></details>'
    )


#: How cards and quizzes look while a kernel runs.
STYLE = (
    controls.STYLE
    + """
.uspak-card { margin: 6px 0 10px; padding: 2px 0 2px 14px; border-left: 3px solid #8A8579; max-width: 46em;
  color: var(--jp-content-font-color1, #222);
  font: 14px/1.5 var(--jp-content-font-family, Inter, "Segoe UI", Helvetica, Arial, sans-serif); }
.uspak-buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 6px 0 2px; }
.uspak-buttons button[aria-disabled="true"] { opacity: 1; border-color: transparent; background: none; padding-inline: 2px;
  color: var(--jp-content-font-color2, #5A5348); }
"""
)


class Card(anywidget.AnyWidget):
    """A note with buttons for the next hint and for the solution.

    Args:
        note: what the card says first.
        hints: (heading, text) pairs, shown one after another.
        solution: code to show on request; None if there is to be no such button.

    Attributes:
        note: as given.
        parts: what stands on the card so far, as pieces of HTML.
    """

    _esm = javascript(__file__)
    _css = STYLE
    rule = traitlets.Unicode().tag(sync=True)
    quiet = traitlets.Bool().tag(sync=True)
    parts: traitlets.List = traitlets.List(traitlets.Unicode()).tag(sync=True)
    buttons: traitlets.Dict = traitlets.Dict().tag(sync=True)
    spent: traitlets.Dict = traitlets.Dict().tag(sync=True)

    def __init__(self, note: Note, hints: Iterable[tuple[str, str]] = (), solution: str | None = None) -> None:
        self.note, self._hints, self._solution = note, tuple(hints), solution
        self._shown = 0
        buttons = {"hint": "Next hint"} if self._hints else {}
        if solution is not None:
            buttons["solution"] = "Show solution"
        super().__init__(rule=RULES[note.tone], quiet=note.tone == "blank", parts=[note.body()], buttons=buttons)
        self.on_msg(self._asked)

    def _asked(self, widget, content, buffers):
        answer = {"hint": self.next_hint, "solution": self.show_solution}.get(content.get("ask"))
        if answer:
            answer()

    def next_hint(self) -> None:
        """Put the next hint on the card; nothing happens after the last."""
        if self._shown < len(self._hints):
            heading, text = self._hints[self._shown]
            self._shown += 1
            self._add(paragraph(f"<strong>{html.escape(heading)}</strong> · {marked(text)}"))
        if self._shown == len(self._hints):
            self.spent = {**self.spent, "hint": "No more hints"}

    def show_solution(self) -> None:
        """Put the solution on the card, once; nothing happens if it is switched off."""
        if self._solution is not None and "solution" not in self.spent:
            self._add(paragraph("<strong>Solution</strong>") + code_block(self._solution))
            self.spent = {**self.spent, "solution": "Solution shown"}

    def _add(self, part):
        self.parts = [*self.parts, part]

    def html(self) -> str:
        """The card for a reader without a kernel: the note and its hints, folded; never the solution."""
        folds = ""
        for heading, text in reversed(self._hints):
            folds = folded(html.escape(heading), paragraph(marked(text)) + folds)
        return self.note.html(folds)

    def __repr__(self) -> str:
        return repr(self.note)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return widget_bundle(self, {"text/html": self.html(), "text/plain": repr(self)})

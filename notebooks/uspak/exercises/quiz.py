"""A quiz: a JSON file in the format of jupyterquiz, and the widget that asks it.

``uspak.lessons.quiz`` shows the quiz of a notebook.

The files can be shown by jupyterquiz too. The widget is our own because jupyterquiz writes random ids into the output,
so that no test can compare it, forgets the answers on reopening and never tells Python what was answered. This one
keeps the right answers in Python, reads its feedback out to screen readers, and leaves questions and answers as plain
HTML in a notebook that is stored or read without a kernel.
"""

import html
import json
import math
import re
import unicodedata
from pathlib import Path

import anywidget
import traitlets

from uspak.page.outputs import widget_bundle
from uspak.widgets import cards

KINDS = ("multiple_choice", "many_choice", "numeric")


class QuizError(ValueError):
    """A quiz file that cannot be used; the text names the file, the question and what to change."""


def load(path):
    """Read a quiz and check it.

    Args:
        path: of the JSON file; messages call it by its own name and that of its folder.

    Returns:
        A list of questions, each a dict with ``question``, ``type`` and ``answers`` as in jupyterquiz.

    Raises:
        QuizError: if it is missing, is no JSON, or a question lacks something; all faults are named at once.
    """
    path = Path(path)
    name = f"{path.parent.name}/{path.name}"
    try:
        questions = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise QuizError(f"{name} does not exist.") from None
    except OSError as error:
        raise QuizError(f"{name} cannot be opened ({error.strerror}).") from None
    except ValueError as error:
        raise QuizError(f"{name} is not valid JSON: {error}.") from None
    if not isinstance(questions, list) or not questions:
        raise QuizError(f"{name}: it has to be a list of questions, [{{…}}, …].")
    found = [
        f"{name}, question {number}: {fault}"
        for number, question in enumerate(questions, 1)
        for fault in faults(question)
    ]
    if found:
        raise QuizError("\n".join(found))
    return questions


def faults(question):
    """What is wrong with one question, in sentences; empty if nothing is."""
    if not isinstance(question, dict):
        return ["it has to be an object, {…}."]
    missing = [f"'{part}' is missing." for part in ("question", "type", "answers") if not question.get(part)]
    if missing:
        return missing
    if question["type"] not in KINDS:
        return [f"the type is '{question['type']}'; it has to be one of {', '.join(KINDS)}."]
    answers = question["answers"]
    if not isinstance(answers, list) or not all(isinstance(answer, dict) for answer in answers):
        return ["'answers' has to be a list of objects, [{…}, …]."]
    found = [
        f"answer {number} has no feedback."
        for number, answer in enumerate(answers, 1)
        if not str(answer.get("feedback") or "").strip()
    ]
    own = _numeric_faults(answers) if question["type"] == "numeric" else _choice_faults(question["type"], answers)
    return found + own


def _choice_faults(kind, answers):
    found = [
        f"answer {number} has no text ('answer')."
        for number, answer in enumerate(answers, 1)
        if not str(answer.get("answer") or "").strip()
    ]
    found += [
        f"answer {number} does not say whether it is 'correct' (true or false)."
        for number, answer in enumerate(answers, 1)
        if not isinstance(answer.get("correct"), bool)
    ]
    texts = [str(answer.get("answer")) for answer in answers]
    found += [f"the answer '{text}' stands there twice." for text in sorted({t for t in texts if texts.count(t) > 1})]
    right = sum(answer.get("correct") is True for answer in answers)
    if len(answers) < 2:
        found.append("it needs at least two answers.")
    if kind == "multiple_choice" and right != 1:
        found.append(f"{right} answers are correct; multiple_choice needs exactly one (or make it many_choice).")
    if kind == "many_choice" and not right:
        found.append("no answer is correct.")
    return found


def _numeric_faults(answers):
    found = []
    for number, answer in enumerate(answers, 1):
        what = answer.get("type")
        if what == "value" and not _is_number(answer.get("value")):
            found.append(f"answer {number} needs a number as its 'value'.")
        elif what == "range" and not _is_range(answer.get("range")):
            found.append(f"answer {number} needs a 'range' of two numbers, [lowest, highest].")
        elif what not in ("value", "range", "default"):
            found.append(f"answer {number} needs the 'type' value, range or default.")
        if what in ("value", "range") and not isinstance(answer.get("correct"), bool):
            found.append(f"answer {number} does not say whether it is 'correct' (true or false).")
    if not any(answer.get("correct") is True and answer.get("type") != "default" for answer in answers):
        found.append("no answer is correct.")
    return found


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_range(value):
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value)) and value[0] <= value[1]


def judge(question, chosen):
    """Judge an answer.

    Args:
        question: one question as ``load`` gives it.
        chosen: the numbers of the chosen answers, from 0, as a list; for a numeric question the number or its text.

    Returns:
        (right, feedback): right is True or False, or None if nothing was answered; feedback is a text.
    """
    if question["type"] == "numeric":
        return _judge_number(question["answers"], chosen)
    picked = [answer for number, answer in enumerate(question["answers"]) if number in chosen]
    if not picked:
        return None, "Choose an answer first."
    wrong = [answer["feedback"] for answer in picked if not answer["correct"]]
    if wrong:
        return False, " ".join(wrong)
    if len(picked) < sum(answer["correct"] for answer in question["answers"]):
        return False, "What you chose is right, but it is not all."
    return True, " ".join(answer["feedback"] for answer in picked)


def _judge_number(answers, chosen):
    text = _tidied(chosen)
    if not text:
        return None, "Type a number first."
    readings = _read_number(text)
    if not readings:
        return None, "Type the number alone, in digits, for example 12 or 3.5."
    foreseen = sorted((a for a in answers if a["type"] != "default"), key=lambda answer: not answer["correct"])
    number = next((number for answer in foreseen for number in readings if _covers(answer, number)), None)
    if number is None and "%" in text:
        return None, "Type the number alone, without a percent sign, as the question asks for it."
    number = readings[0] if number is None else number
    for answer in answers:
        if _covers(answer, number):
            return bool(answer.get("correct")), answer["feedback"]
    return False, "That is not the number."


_SAME_SIGN = str.maketrans({"−": "-", "–": "-", "⁄": "/", "·": ".", "٫": ".", "٬": ",", "’": "'", "٪": "%"})


def _tidied(chosen):
    """A typed number without what stands around it: quotation marks, a name before '=', a full stop at the end."""
    text = unicodedata.normalize("NFKC", str(chosen)).translate(_SAME_SIGN).strip(" \t\n\"'`“”")
    text = re.sub(r"^[^\d=]*=\s*", "", text[:100])
    return re.sub(r"\s*(?:percent|per cent)\.?$", "%", text, flags=re.IGNORECASE).rstrip(".").strip()


def _read_number(text):
    """What a typed number may mean, the likeliest first; empty if it is no number.

    A comma before three digits parts thousands, any other comma is a decimal comma; "1,000" may be either. A fraction is
    worked out, and a percent sign divides by 100.
    """
    text, percent = re.subn(r"\s*%$", "", text)
    whole = re.fullmatch(r"([^/]+)/([^/]+)", text)
    if whole:
        above, below = (_read_number(part.strip()) for part in whole.groups())
        readings = [above[0] / below[0]] if above and below and below[0] else []
    else:
        text = re.sub(r"(?<=\d)[ _'](?=\d{3}(?:\D|$))", "", text)
        thousands, decimal = text.replace(",", ""), text.replace(".", "").replace(",", ".")
        if re.fullmatch(r"[+-]?[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d*)?", text):
            written = [thousands, decimal] if text.count(",") == 1 and "." not in text else [thousands]
        else:
            written = [decimal] if re.fullmatch(r"[+-]?(?:\d*|\d{1,3}(?:\.\d{3})+),\d+", text) else [text]
        readings = [number for number in map(_float, written) if number is not None]
    return [number / 100 for number in readings] if percent else readings


def _float(text):
    try:
        return float(text)
    except ValueError:
        return None


def _covers(answer, number):
    if answer["type"] == "value":
        return math.isclose(number, answer["value"], rel_tol=1e-9, abs_tol=1e-9)
    return answer["type"] == "default" or answer["range"][0] <= number <= answer["range"][1]


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
.uspak-quiz label input:not([type=text]) { accent-color: #0072B2; flex: none; transform: translateY(1px); }
.uspak-said { margin-top: 6px; padding-left: 11px; border-left: 3px solid transparent; }
.uspak-score { border-top: 1px solid var(--jp-border-color2, #ddd); padding-top: 8px; }
"""
)

_QUIZ = """
function render({ model, el }) {
  const make = (tag, parent, set = {}) => {
    const made = parent.appendChild(Object.assign(document.createElement(tag), set));
    if (["input", "button"].includes(tag)) made.setAttribute("data-lm-suppress-shortcuts", "true");
    return made;
  };
  const live = (parent, name) => {
    const region = make("div", parent, { className: name });
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    return region;
  };
  const quiz = make("form", el, { className: "uspak-card uspak-quiz", onsubmit: () => false });
  const asked = model.get("questions"), fields = [];
  asked.forEach((question, number) => {
    const set = make("fieldset", quiz);
    make("legend", set, { innerHTML: `${number + 1}. ${question.text}` });
    const box = make("div", set);
    const inputs = question.options.map((option, index) => {
      const label = make("label", box);
      const input = make("input", label, { type: question.input, name: `question-${number}`, value: index });
      const words = make("span", label, { innerHTML: option });
      if (question.input === "text") { input.inputMode = "decimal"; label.prepend(words); }
      return input;
    });
    const send = () => model.send({ check: number, chosen: question.input === "text" ? inputs[0].value
      : inputs.filter(input => input.checked).map(input => Number(input.value)) });
    inputs.forEach(input => input.addEventListener("keydown", event => {
      if (event.key === "Enter") { event.preventDefault(); send(); } }));
    const bar = make("div", set, { className: "uspak-buttons" });
    const button = make("button", bar, { type: "button", textContent: "Check", onclick: send });
    button.setAttribute("aria-label", `Check question ${number + 1}`);
    fields.push({ inputs, said: live(set, "uspak-said") });
  });
  const foot = make("div", quiz, { className: "uspak-buttons uspak-score" });
  const score = live(foot, "");
  const again = make("button", foot, { type: "button", textContent: "Start again", onclick: () => {
    fields.flatMap(({ inputs }) => inputs).forEach(input => {
      if (input.type === "text") input.value = ""; else input.checked = false; });
    fields[0].inputs[0].focus();
    model.send({ restart: true });
  } });
  const draw = () => {
    model.get("feedback").forEach(({ rule, text }, number) => {
      const { said } = fields[number];
      said.style.borderLeftColor = rule;
      if (said.innerHTML !== text) said.innerHTML = text;
    });
    if (score.textContent !== model.get("score")) score.textContent = model.get("score");
    again.hidden = !model.get("feedback").some(({ text }) => text);
  };
  const tick = () => model.get("chosen").forEach((chosen, number) => fields[number].inputs.forEach((input, index) => {
    if (input.type === "text") input.value = chosen ?? ""; else input.checked = (chosen ?? []).includes(index); }));
  model.on("change:feedback", draw);
  model.on("change:score", draw);
  tick();
  draw();
}
export default { render };
"""

_BLANK = {"rule": "transparent", "text": ""}


class Quiz(anywidget.AnyWidget):
    """A quiz to answer in the notebook.

    Args:
        questions: as ``load`` returns them.

    Attributes:
        results: for each question None (not answered yet), True or False.
        chosen: for each question what was chosen last, or None.
        score: the running score in words.
    """

    _esm = _QUIZ
    _css = _STYLE
    questions = traitlets.List().tag(sync=True)
    feedback = traitlets.List().tag(sync=True)
    score = traitlets.Unicode().tag(sync=True)
    chosen = traitlets.List().tag(sync=True)

    def __init__(self, questions):
        self._questions = questions
        super().__init__(questions=[_asked(question) for question in questions])
        self.restart()
        self.on_msg(self._received)

    def _received(self, widget, content, buffers):
        if content.get("restart"):
            self.restart()
        elif "check" in content:
            self.answer(content["check"] + 1, content.get("chosen", []))

    def answer(self, number, chosen):
        """Answer a question, as its button 'Check' does; any number of times.

        Args:
            number: which question, from 1.
            chosen: the numbers of the chosen answers, from 0, as a list; for a numeric question the number or its text.

        Returns:
            True, False, or None if nothing was answered.
        """
        right, said = judge(self._questions[number - 1], chosen)
        tone = {True: "correct", False: "wrong", None: "blank"}[right]
        word = {True: "Correct", False: "Not yet", None: "Not answered yet"}[right]
        text = f"<strong>{word}</strong> · {cards.marked(said)}"
        self.results[number - 1] = right
        self.chosen = _with(self.chosen, number - 1, chosen)
        self.feedback = _with(self.feedback, number - 1, {"rule": cards.RULES[tone], "text": text})
        self._count()
        return right

    def restart(self):
        """Forget all answers."""
        self.results = [None] * len(self._questions)
        self.chosen = [None] * len(self._questions)
        self.feedback = [_BLANK] * len(self._questions)
        self._count()

    def _count(self):
        answered = sum(result is not None for result in self.results)
        self.score = f"Answered {answered} of {len(self.results)}, {self.results.count(True)} right"

    def html(self):
        """The quiz for a reader without a kernel: the questions, and the answers folded away."""
        items = "".join(map(_printed, self._questions))
        return cards.framed(f'<ol style="margin:0;padding-left:1.6em">{items}</ol>')

    def __repr__(self):
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

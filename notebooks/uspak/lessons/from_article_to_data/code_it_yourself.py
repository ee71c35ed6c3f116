"""The deciding widget of notebook 01: code ten claims yourself, then see how far you agree with the reference coding."""

import html
import math

import ipywidgets as widgets
import pandas as pd

from uspak import data, dates
from uspak.drawing import theme
from uspak.drawing.figure import link
from uspak.widgets.choice import Commitment
from uspak.widgets.controls import drop_down, in_a_row, push_button
from uspak.widgets.worksheet import Worksheet

from .agreement import cohens_kappa, percent_agreement
from .coding_task import ITEMS, KINDS, WHY, question

ADVICE = (
    "Each difference is one of three things: a slip, a rule that is not clear enough, or a matter on which fair readers "
    "differ. Read the reasons above and say which of the three each of your differences is. Ten claims are few: "
    "one label more or less changes the percentage by ten."
)
#: An HTML widget's own lines stand as far apart as its controls, and as long as the page is wide.
_CLOSE = f"style='margin:3px {theme.EDGE - 2}px;max-width:75ch;line-height:1.45'"
#: The widths of the words before a list, and of both together.
_WORDS, _LIST = "146px", "300px"


class CodeItYourself(Worksheet):
    """The student codes ten claims and the events in them; then sees how far the coding agrees with the reference.

    As two coders must work apart, the reference shows only when all is coded, and the choices then stay as they are.

    Attributes:
        choices: a ``Dropdown`` for each decision, by claim id (its kind) or event id (its direction).
        comparison: the ``Commitment`` that shows the reference.
        summary: a ``LiveRegion``: first how much is left, then percent and kappa.
        reasons: an ``HTML`` widget for each claim: the reference and why people differ.
    """

    def __init__(self):
        self.claims = data.claims().set_index("claim_id").loc[list(ITEMS)]
        self.events = data.events().set_index("event_id").loc[[event for event in ITEMS.values() if event]]
        self.reference = {**self.claims["kind"], **self.events["direction"]}
        self.choices, self.reasons = {}, {}
        self.comparison = Commitment("Compare with the reference", self._all_codes, self.show)
        self._again = push_button("Start again")
        self._again.on_click(lambda _: self.restart())
        blocks = [self._block(number, *item) for number, item in enumerate(ITEMS.items(), 1)]
        buttons = in_a_row([self.comparison.button, self._again])
        super().__init__([*blocks, buttons], widgets.Layout(width="100%"))

    def _block(self, number, claim_id, event_id):
        words = [_paragraph(self._claim(claim_id, f"{number}. "))]
        choices = [self._choice(claim_id, "Kind of the claim", KINDS)]
        if event_id:
            words.append(_paragraph(self._event(event_id)))
            choices.append(self._choice(event_id, "Direction of the event", theme.DIRECTIONS))
        self.reasons[claim_id] = widgets.HTML()  # not announced: ten at once would drown the summary
        text = widgets.HTML("".join(words))
        parts = [text, in_a_row(choices), self.reasons[claim_id]]
        return widgets.VBox(parts, layout=widgets.Layout(margin="0 0 10px 0"))

    def _choice(self, name, words, options):
        choice = drop_down(words, {"": "choose …", **{option: option for option in options}}, "")
        choice.style.description_width, choice.layout.width = _WORDS, _LIST  # all lists at one edge
        choice.observe(lambda _: self.show(), names="value")
        self.choices[name] = choice
        return choice

    @property
    def compared(self):
        """Whether the reference is on show."""
        return not self.comparison.covered

    def codes(self):
        """The student's labels, and beside them the reference once it is on show.

        Returns:
            A DataFrame with a row for each decision made so far: ``item`` (claim or event id), ``question`` (``kind`` or
            ``direction``), ``mine`` and, after comparing, ``reference``.
        """
        made = [(item, question(item), choice.value) for item, choice in self.choices.items() if choice.value]
        table = pd.DataFrame(made, columns=["item", "question", "mine"])
        return table.assign(reference=table["item"].map(self.reference)) if self.compared else table

    def _all_codes(self):
        made = self.codes()
        return made if len(made) == len(self.choices) else None

    def compare(self):
        """Show the reference, if everything is coded; before that, do nothing."""
        self.comparison.commit()

    def restart(self):
        """Forget all choices and hide the reference."""
        self.comparison.made.clear()
        for choice in self.choices.values():
            choice.value = ""
        self.show()

    def show(self):
        """Bring buttons, reasons and summary to what is coded now."""
        made = self.codes()
        for choice in self.choices.values():
            choice.disabled = self.compared
        self.comparison.button.disabled = self.compared or len(made) < len(self.choices)
        self._again.disabled = made.empty
        for claim_id, reason in self.reasons.items():
            reason.value = self._differences(claim_id) if self.compared else ""
        super().show()

    def task(self):
        return (
            f"choose a kind for {len(self.claims)} claims and a direction for {len(self.events)} events, "
            "then compare with the reference coding."
        )

    def summarize(self):
        made = self.codes()
        if self.compared:
            return f"<p>{_score(made, 'kind')}<br>{_score(made, 'direction')}</p><p>{ADVICE}</p>"
        waits = "" if len(made) == len(self.choices) else " The reference stays hidden until all are made."
        return f"<p>{len(made)} of {len(self.choices)} decisions made.{waits}</p>"

    def _differences(self, claim_id):
        """HTML on a claim and the event in it: the student's label beside the reference, and why people differ."""
        return "".join(_paragraph(_reason(item, self._beside_the_reference(item))) for item in _items(claim_id))

    def _beside_the_reference(self, item):
        mine, reference = self.choices[item].value, self.reference[item]
        return (
            f"{reference}, as in the reference" if mine == reference else f"you chose {mine}, the reference {reference}"
        )

    def printed(self):
        items = []
        for claim_id, event_id in ITEMS.items():
            event = f"<br>{self._event(event_id)} Its direction?" if event_id else ""
            reasons = "".join(f"<p>{_reason(item, self.reference[item])}</p>" for item in _items(claim_id))
            items.append(
                f"<li>{self._claim(claim_id)}{event}<details><summary>The reference, and why people differ</summary>"
                f"{reasons}</details></li>"
            )
        cited = dict.fromkeys(source for sources in self.events["source_id"] for source in sources.split(";"))
        known = data.sources().set_index("source_id")
        links = "; ".join(link(known.loc[source]) for source in cited)
        return (
            f"<p>For each claim choose {_listed(KINDS)}. For each event in it choose {_listed(theme.DIRECTIONS)}. Write your "
            f"choices down before you open the reference.</p><ol>{''.join(items)}</ol>"
            f"<details><summary>{len(cited)} sources of the events</summary><p>{links}</p></details>"
        )

    def _claim(self, claim_id, number=""):
        claim = self.claims.loc[claim_id]
        return f"<b>{number}{html.escape(claim['claim'])}</b> (paragraph {claim['paragraph']})"

    def _event(self, event_id):
        event = self.events.loc[event_id]
        when = dates.written_date(event["date"], event["date_end"])
        return f"The event in it: {html.escape(event['title'])} ({when})."


def _items(claim_id):
    """A claim and, if it tells of one, the event in it."""
    return [item for item in (claim_id, ITEMS[claim_id]) if item]


def _paragraph(words):
    return f"<p {_CLOSE}>{words}</p>"


def _reason(item, label):
    return f"<b>{question(item).capitalize()}: {label}.</b> {html.escape(WHY[item])}"


def _score(made, asked):
    """How far the labels agree in which one question was asked."""
    part = made[made["question"] == asked]
    same = int((part["mine"] == part["reference"]).sum())
    percent, kappa = (measure(part["mine"], part["reference"]) for measure in (percent_agreement, cohens_kappa))
    beyond_chance = (
        "kappa is not defined: only one label was used" if math.isnan(kappa) else f"Cohen's kappa {_signed(kappa)}"
    )
    return f"<b>{asked.capitalize()}:</b> the same label for {same} of {len(part)}, {percent:.0f} per cent; {beyond_chance}."


def _signed(number):
    return f"{round(number, 2) + 0:.2f}".replace("-", "−")  # + 0: no minus before 0.00


def _listed(names):
    *others, last = names
    return f"{', '.join(others)} or {last}"

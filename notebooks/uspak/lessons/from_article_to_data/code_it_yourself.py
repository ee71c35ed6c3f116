"""The deciding widget of notebook 01: code ten claims yourself, then see how far you agree with the reference coding."""

import html
import math

import ipywidgets as widgets
import pandas as pd
from IPython.display import display

from uspak import data, dates
from uspak.drawing import theme
from uspak.drawing.figure import link
from uspak.page.outputs import widget_bundle, without_mathjax
from uspak.widgets.controls import LiveRegion

#: The kinds of claims, in the words of the table, with the question that tells them apart (seeds/coding_rules.md).
KINDS = {
    "fact": "Could both sides agree on what would settle it: a document, a date, a count?",
    "interpretation": "Does it weigh, rank, explain, or give a cause or a motive?",
    "prediction": "Does it say what will, would or could follow?",
    "prescription": "Does it say what somebody should do?",
}

#: The ten claims to be coded; where a claim tells of an event, the event's direction is asked too.
ITEMS = {
    "P2-02": "1954-manila-pact",
    "P3-03": "1990-pressler-cut-off",
    "P4-02": "2001-bases-and-airspace",
    "P4-05": "2004-first-drone-strike",
    "P4-06": None,
    "P6-01": None,
    "P7-04": None,
    "P8-02": "2015-xi-opens-cpec",
    "P8-03": None,
    "P11-03": None,
}

#: Why careful people may choose differently, by claim or event.
WHY = {
    "P2-02": "Treaties have lists of members, so there is little room. The rule about documents was made for such sentences.",
    "P3-03": "That there were sanctions under this law is on paper. 'Because of' adds a cause; whoever reads that as the heart "
    "of the sentence calls it interpretation.",
    "P4-02": "Agreements and flights leave records. How freely Pakistan 'let' them is another question, and the sentence does not ask it.",
    "P4-05": "Deaths can be counted, even where the counters differ. But how many are 'a wide scale'? Our own rules say "
    "that interpretation would be as good.",
    "P4-06": "Surveys can show that anger was there. 'Made' gives a cause, and causes are inferred. A coder who thinks of the "
    "surveys may call it a fact.",
    "P6-01": "What experts think could be asked, so 'widely seen' sounds like a fact. But it ranks, and nobody says who was "
    "asked or by what measure.",
    "P7-04": "'Could' looks ahead. A coder might also hear praise of what the army is today, and call it interpretation.",
    "P8-02": "A sum can be looked up. The trouble is not the kind but the number: announced, signed or built?",
    "P8-03": "Trade and debt are counted, but 'dependent', and 'firmly', weigh them. Choose a measure first and it comes nearer to a fact.",
    "P11-03": "It says what Washington should do. In the article it is wrapped in a 'could serve': hedged advice is still advice.",
    "1954-manila-pact": "Joining a pact together is the plainest case of cooperation, even if the two sides feared different enemies.",
    "1990-pressler-cut-off": "Aid ends, and the direction is plain. How heavy the blow was (the weight) is where coders would differ.",
    "2001-bases-and-airspace": "Shared operations count as cooperation under our rules, willing or not. Someone who "
    "stresses the pressure of those weeks could say mixed.",
    "2004-first-drone-strike": "It killed a militant whom Pakistan's army also wanted, and others, two boys among them; the army "
    "claimed it as its own. A common aim, a foreign missile, an army that hides whose it was: each of the three labels has a case.",
    "2015-xi-opens-cpec": "The visit was about China and Pakistan. Whether it moved Pakistan away from Washington, "
    "and when, is a judgement about what followed.",
}


_CLOSE = "style='margin:3px 0;line-height:1.45'"  # an HTML widget's own lines stand as far apart as its controls


def percent_agreement(first, second):
    """How often two coders gave the same label, in per cent.

    Args:
        first, second: labels of the same items in the same order, none missing.

    Returns:
        A number from 0 to 100.

    Raises:
        ValueError: if there are no labels, the two differ in length, or a label is missing.
    """
    first, second = _labels(first, second)
    return float((first == second).mean() * 100)


def cohens_kappa(first, second):
    """Cohen's kappa: agreement of two coders beyond what chance would give them (Cohen 1960).

    Args:
        first, second: as in :func:`percent_agreement`.

    Returns:
        1 for perfect agreement, 0 for no more than chance, below 0 for less; NaN where both used one and the same label
        throughout, for then nothing but agreement was possible.

    Raises:
        ValueError: as :func:`percent_agreement`.
    """
    first, second = _labels(first, second)
    observed = (first == second).mean()
    shares = first.value_counts(normalize=True).mul(second.value_counts(normalize=True), fill_value=0)
    expected = shares.sum()
    return math.nan if math.isclose(expected, 1) else float((observed - expected) / (1 - expected))


def _labels(first, second):
    first, second = (pd.Series(list(labels), dtype="object") for labels in (first, second))
    if len(first) != len(second):
        raise ValueError(f"Two coders must label the same items: here are {len(first)} labels and {len(second)}.")
    if first.empty:
        raise ValueError("There are no labels to compare.")
    if first.isna().any() or second.isna().any():
        raise ValueError("A label is missing: compare only what both have coded.")
    return first, second


class CodeItYourself(widgets.VBox):
    """The student codes ten claims and the events in them; then sees how far the coding agrees with the reference.

    As two coders must work apart, the reference shows only when all is coded, and the choices then stay as they are.

    Attributes:
        choices: a ``Dropdown`` for each decision, by claim id (its kind) or event id (its direction).
        compared: whether the reference is on show.
        summary: a ``LiveRegion``: first how much is left, then percent and kappa.
        reasons: an ``HTML`` widget for each claim: the reference and why people differ.
    """

    def __init__(self):
        self.claims = data.claims().set_index("claim_id").loc[list(ITEMS)]
        asked = [event for event in ITEMS.values() if event]
        self.events = data.events().set_index("event_id").loc[asked]
        self.reference = {**self.claims["kind"], **self.events["direction"]}
        self.choices, self.reasons = {}, {}
        self.compared = False
        blocks = [self._block(number, *item) for number, item in enumerate(ITEMS.items(), 1)]
        self._compare = widgets.Button(description="Compare with the reference", layout=widgets.Layout(width="auto"))
        self._again = widgets.Button(description="Start again", layout=widgets.Layout(width="auto"))
        self._compare.on_click(lambda _: self.compare())
        self._again.on_click(lambda _: self.restart())
        self.summary = LiveRegion()
        buttons = widgets.HBox([self._compare, self._again])
        super().__init__([*blocks, buttons, self.summary], layout=widgets.Layout(width="100%"))
        self._tell()

    def __repr__(self):
        return (
            f"CodeItYourself: choose a kind for {len(self.claims)} claims and a direction for {len(self.events)} events, "
            "then compare with the reference coding."
        )

    def _ipython_display_(self):
        display(widget_bundle(self, {"text/html": self._as_text(), "text/plain": repr(self)}), raw=True)

    def _block(self, number, claim_id, event_id):
        rows = [
            widgets.HTML(f"<p {_CLOSE}>{self._claim(claim_id, number)}</p>"),
            self._choice(claim_id, "Its kind:", KINDS),
        ]
        if event_id:
            rows += [
                widgets.HTML(f"<p {_CLOSE}>{self._event(event_id)}</p>"),
                self._choice(event_id, "Its direction:", theme.DIRECTIONS),
            ]
        self.reasons[claim_id] = widgets.HTML()  # not announced: ten at once would drown the summary
        return widgets.VBox([*rows, self.reasons[claim_id]], layout=widgets.Layout(margin="0 0 14px 0"))

    def _choice(self, name, words, options):
        choice = widgets.Dropdown(
            options=[("choose …", ""), *((option, option) for option in options)],
            value="",
            description=words,
            style={"description_width": "92px"},
            layout=widgets.Layout(width="min(300px, 100%)"),
        )
        choice.observe(lambda _: self._tell(), names="value")
        self.choices[name] = choice
        return choice

    def codes(self):
        """The student's labels, and beside them the reference once it is on show.

        Returns:
            A DataFrame with a row for each decision made so far: ``item`` (claim or event id), ``question`` (``kind`` or
            ``direction``), ``mine`` and, after comparing, ``reference``.
        """
        made = [
            (item, "kind" if item in ITEMS else "direction", choice.value)
            for item, choice in self.choices.items()
            if choice.value
        ]
        table = pd.DataFrame(made, columns=["item", "question", "mine"])
        return table.assign(reference=table["item"].map(self.reference)) if self.compared else table

    def compare(self):
        """Show the reference, if everything is coded; before that, do nothing."""
        if len(self.codes()) < len(self.choices):
            return
        self.compared = True
        for claim_id, event_id in ITEMS.items():
            parts = [self._reason(item) for item in (claim_id, event_id) if item]
            self.reasons[claim_id].value = "".join(f"<p {_CLOSE}>{part}</p>" for part in parts)
        self._tell()

    def restart(self):
        """Forget all choices and hide the reference."""
        self.compared = False
        for choice in self.choices.values():
            choice.value = ""
        for reason in self.reasons.values():
            reason.value = ""
        self._tell()

    def _tell(self):
        if len(self.choices) < len(self.reference):
            return  # still being built
        made = self.codes()
        for choice in self.choices.values():
            choice.disabled = self.compared
        self._compare.disabled = self.compared or len(made) < len(self.choices)
        self._again.disabled = made.empty
        if self.compared:
            self.summary.html = (
                f"<p>{self._score(made, 'kind')}<br>{self._score(made, 'direction')}</p><p>{_ADVICE}</p>"
            )
        else:
            waits = "" if len(made) == len(self.choices) else " The reference stays hidden until all are made."
            self.summary.html = f"<p>{len(made)} of {len(self.choices)} decisions made.{waits}</p>"

    def _score(self, made, question):
        part = made[made["question"] == question]
        same = int((part["mine"] == part["reference"]).sum())
        percent, kappa = (measure(part["mine"], part["reference"]) for measure in (percent_agreement, cohens_kappa))
        worked_out = (
            "kappa is not defined: only one label was used" if math.isnan(kappa) else f"Cohen's kappa {_signed(kappa)}"
        )
        return f"<b>{question.capitalize()}:</b> the same label for {same} of {len(part)}, {percent:.0f} per cent; {worked_out}."

    def _reason(self, item):
        question = "kind" if item in ITEMS else "direction"
        mine, reference = self.choices[item].value, self.reference[item]
        told = (
            f"{reference}, as in the reference" if mine == reference else f"you chose {mine}, the reference {reference}"
        )
        return f"<b>{question.capitalize()}: {told}.</b> {html.escape(WHY[item])}"

    def _printed(self, item):
        question = "Kind" if item in ITEMS else "Direction"
        return f"<b>{question}: {self.reference[item]}.</b> {html.escape(WHY[item])}"

    def _claim(self, claim_id, number=None):
        before = f"{number}. " if number else ""
        claim = self.claims.loc[claim_id]
        return f"<b>{before}{html.escape(claim['claim'])}</b> (paragraph {claim['paragraph']})"

    def _event(self, event_id):
        event = self.events.loc[event_id]
        when = dates.written_date(event["date"], event["date_end"])
        return f"The event in it: {html.escape(event['title'])} ({when})."

    def _as_text(self):
        """For a reader without a kernel: the claims, and the reference folded away below each."""
        items = []
        for claim_id, event_id in ITEMS.items():
            event = f"<br>{self._event(event_id)} Its direction?" if event_id else ""
            reasons = "".join(f"<p>{self._printed(item)}</p>" for item in (claim_id, event_id) if item)
            items.append(
                f"<li>{self._claim(claim_id)}{event}<details><summary>The reference, and why people differ</summary>"
                f"{reasons}</details></li>"
            )
        cited = dict.fromkeys(source for sources in self.events["source_id"] for source in sources.split(";"))
        known = data.sources().set_index("source_id")
        links = "; ".join(link(known.loc[source]) for source in cited)
        return without_mathjax(
            f"<p>Choose for each claim {_listed(KINDS)}, and for each event in it {_listed(theme.DIRECTIONS)}. Write your "
            f"choices down before you open the reference.</p><ol>{''.join(items)}</ol>"
            f"<details><summary>{len(cited)} sources of the events</summary><p>{links}</p></details>"
        )


_ADVICE = (
    "Each difference is one of three things: a slip, a rule that is not clear enough, or a matter on which fair readers "
    "differ. Read the reasons above and say for each of yours which it is. Ten claims are few: "
    "one label more or less moves the percentage by ten."
)


def _signed(number):
    return f"{round(number, 2) + 0:.2f}".replace("-", "−")  # + 0: no minus before 0.00


def _listed(names):
    *others, last = names
    return f"{', '.join(others)} or {last}"

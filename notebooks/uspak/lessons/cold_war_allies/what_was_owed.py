"""The deciding widget of notebook 02: what did the agreements oblige Washington to do when Pakistan was in trouble?"""

import html

import ipywidgets as widgets

from uspak import data, dates
from uspak.drawing.figure import link
from uspak.widgets.controls import Decision, LiveRegion
from uspak.widgets.worksheet import Worksheet

#: The duties that a paper can lay down, from weakest to strongest, in the words of the table and of the buttons.
DUTIES = {
    "nothing": "Nothing at all",
    "consult": "To consult, and no more",
    "act as agreed": "To act, in a way still to be agreed",
    "force": "To help with force",
}

GAP = (
    "An ally may expect more than the other side signed. Now ask the same question about Pakistan: what had it signed, and "
    "did it keep to what it signed?"
)


class WhatWasOwed(Worksheet):
    """The student decides, crisis by crisis, what Washington owed; then sees the papers and what it did.

    Attributes:
        papers: rows of ``uspak.evidence("obligations")``.
        decisions: one ``Decision`` for each crisis, by ``crisis_id``; its answers are the values of ``DUTIES``, in order.
        answers: what the student decided so far: a key of ``DUTIES`` by ``crisis_id``.
        verdicts: the ``LiveRegion`` below each decision, by ``crisis_id``.
        summary: a ``LiveRegion`` that compares guesses with papers.
    """

    def __init__(self):
        self.papers = data.evidence("obligations")
        self.crises = self.papers.drop_duplicates("crisis_id").sort_values("date", na_position="last")
        self.answers, self.decisions, self.verdicts = {}, {}, {}
        super().__init__([*map(self._block, self.crises.itertuples())])

    def task(self):
        return f"decide what the documents obliged Washington to do in {len(self.crises)} crises."

    def _block(self, crisis):
        decision = Decision(
            question=f"{_when(crisis)}{crisis.crisis} What was Washington bound to do?", options=list(DUTIES.values())
        )
        self.decisions[crisis.crisis_id] = decision
        self.verdicts[crisis.crisis_id] = LiveRegion()
        decision.observe(lambda change: self._decide(crisis.crisis_id, change.new), names="decided")
        return widgets.VBox([decision, self.verdicts[crisis.crisis_id]], layout=widgets.Layout(margin="0 0 12px 0"))

    def _decide(self, crisis_id, number):
        self.answers[crisis_id] = list(DUTIES)[number]
        self.verdicts[crisis_id].html = self._reveal(crisis_id)
        self.show()

    def _rows(self, crisis_id):
        return self.papers[self.papers["crisis_id"] == crisis_id]

    def strongest(self, crisis_id):
        """The strongest duty that any paper laid on Washington in a crisis: a key of ``DUTIES``."""
        return max(self._rows(crisis_id)["bound"], key=list(DUTIES).index)

    def _reveal(self, crisis_id):
        rows, answer, owed = self._rows(crisis_id), self.answers[crisis_id], self.strongest(crisis_id)
        if answer == owed:
            said = "You read the documents as we do."
        else:
            said = f"You said: {DUTIES[answer].lower()}. The strongest document says: {DUTIES[owed].lower()}."
        if (rows[rows["bound"] == owed]["status"] == "disputed").any():
            said += " But here the two governments read the document differently."
        return f"<p><b>{said}</b></p>{_papers(rows)}"

    def summarize(self):
        decided = len(self.answers)
        if not decided:
            return f"<p>0 of {len(self.crises)} decided.</p>"
        order = list(DUTIES).index
        more = sum(order(answer) > order(self.strongest(crisis)) for crisis, answer in self.answers.items())
        return (
            f"<p>{decided} of {len(self.crises)} decided. In {more} of them you expected more than any document promised. "
            f"{GAP if more or decided == len(self.crises) else ''}</p>"
        )

    def printed(self):
        blocks = "".join(
            f"<li><b>{_when(crisis)}{html.escape(crisis.crisis)}</b><details><summary>What the documents say, and what happened</summary>"
            f"{_papers(self._rows(crisis.crisis_id))}</details></li>"
            for crisis in self.crises.itertuples()
        )
        duties = "; ".join(words.lower() for words in DUTIES.values())
        return (
            f"<p>For each crisis, decide first what Washington was bound to do: {duties}.</p><ol>{blocks}</ol>"
            "<p>Then ask what Pakistan was bound to do.</p>"
        )


def _when(crisis):
    return f"{dates.written_date(crisis.date)}: " if isinstance(crisis.date, str) else ""


def _doubt(row):
    return (
        f" <i>Disputed. {html.escape(row.note)}</i>" if row.status == "disputed" and isinstance(row.note, str) else ""
    )


def _papers(rows):
    """HTML: what each paper says, then what Washington did and how Pakistan saw it."""
    papers = "".join(
        f"<li><b>{html.escape(row.instrument)}</b> ({DUTIES[row.bound].lower()}): {html.escape(row.what_the_text_says)}{_doubt(row)}</li>"
        for row in rows.itertuples()
    )
    first = rows.iloc[0]
    happened = "".join(
        f"<p><b>{who}:</b> {html.escape(text)}</p>"
        for who, text in (
            ("What Washington did", first["what_washington_did"]),
            ("How Pakistan saw it", first["pakistan_view"]),
        )
        if isinstance(text, str) and text
    )
    sources = data.sources().set_index("source_id")
    cited = dict.fromkeys(source for row in rows["source_id"] for source in row.split(";"))
    links = "; ".join(link(sources.loc[source]) for source in cited)
    return f"<ul>{papers}</ul>{happened}<details><summary>{len(cited)} sources</summary><p>{links}</p></details>"

"""The deciding widget of notebook 08: what share makes a state dependent, and of what is it a share?"""

import pandas as pd

from uspak.drawing import theme
from uspak.widgets.choice import ChoiceFigure
from uspak.widgets.controls import Decision, drop_down

from . import dependence_charts as charts
from .dependence import MEASURES, history, latest, measures

#: The thresholds to decide on, in percent, and their words.
THRESHOLDS = {20: "one part in five", 25: "a quarter", 33: "a third", 50: "half", 75: "three quarters"}

#: What is shown, by choice, for all measures that are not a plain share of one total.
SUBTITLES = {
    "all": "Share of China (above) and the United States (below, if given) in each total, per cent",
    "debt": "China's share of Pakistan's external debt, by who counts and what, per cent",
    "votes": "Roll calls in the General Assembly with the same vote as Pakistan, per cent",
}
SOURCE = (
    "SIPRI; State Bank of Pakistan in the press; IMF, World Bank and others in the press; UN roll calls. Tables arms_imports, "
    "trade, trade_totals, external_debt, external_debt_creditors and un_agreement in data/evidence."
)


class DependenceDial(ChoiceFigure):
    """The student first decides what share means dependence; then sees which measures pass, and when.

    Attributes:
        decision: the ``Decision``: the thresholds in the order of ``THRESHOLDS``. It may be taken again.
        measure: the ``Dropdown``: ``"all"`` for the overview, or a key of ``MEASURES`` for its history; it
            can be used after the decision.
        threshold: the threshold in force, in percent; None before the first decision.
        tried: the thresholds decided on so far, in order, each with the number of measures that pass.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self):
        self._measures = measures()
        self._latest = latest(self._measures)
        self.threshold, self.tried = None, {}
        self.decision = Decision(
            question="How large must a share be before you call Pakistan dependent on a partner? Decide before you look.",
            options=[f"{percent} per cent: {words}" for percent, words in THRESHOLDS.items()],
        )
        shown = {"all": "all measures, latest"} | {key: words for key, (words, _) in MEASURES.items()}
        self.measure = drop_down("Show", shown, "all")
        self.measure.disabled = True  # until the decision there is nothing else to show
        super().__init__([self.measure], above=[self.decision], table=_american(self._latest))
        self.decision.observe(lambda change: self._decide(change.new), names="decided")

    def _decide(self, number):
        self.threshold = list(THRESHOLDS)[number]
        self.tried[self.threshold] = len(self.passing())
        self.measure.disabled = False
        self.show()

    # What is counted

    def passing(self):
        """The rows of the overview that reach the threshold; none before the first decision."""
        if self.threshold is None:
            return self._latest.iloc[:0]
        return self._latest[self._latest["CHN"] >= self.threshold]

    def history(self, partner):
        """The numbers of the measure in view for one partner, in order of time."""
        return history(self._measures, self.measure.value, partner)

    # What is said

    def headline(self):
        """The take-away of the view, one sentence."""
        if self.threshold is None:
            return "Decide first: here are only the American shares"
        if self.measure.value == "all":
            return f"China reaches {self.threshold} per cent in {len(self.passing())} of {len(self._latest)} counts"
        words, china = MEASURES[self.measure.value][1], self.history("CHN")
        over = china[china["percent"] >= self.threshold]
        if over.empty:
            return f"{words}: China never reaches {self.threshold} per cent"
        if self.measure.value == "debt":
            return f"Debt: {len(over)} of {len(china)} counts reach {self.threshold} per cent"
        return f"{words}: {self.threshold} per cent or more first in {over.iloc[0]['when']}"

    def subtitle(self):
        if self.threshold is None:
            return "Share of the United States in each Pakistani total, latest year seen, per cent"
        return SUBTITLES.get(self.measure.value, "Share of the partner in Pakistan's total, per cent")

    def source(self):
        return SOURCE

    def summary(self):
        return f"{super().summary()} After your decision the text below the chart gives China's, too."

    def describe(self):
        """What passes the threshold; before the decision, what to do."""
        if self.threshold is None:
            return (
                "Choose a threshold above and press Decide. The bars show the American share of each Pakistani total; "
                "for debt the tables do not give it."
            )
        return " ".join([self._overview() if self.measure.value == "all" else self._past(), self._compared()])

    def _overview(self):
        said = [f"{row.label} ({row.CHN:.0f})" for row in self.passing().itertuples()]
        rest = [f"{row.label} ({row.CHN:.0f})" for row in self._latest.drop(self.passing().index).itertuples()]
        usa = self._latest[self._latest["USA"] >= self.threshold]["label"].tolist()
        parts = [
            f"China reaches {self.threshold} per cent here: {'; '.join(said) or 'nowhere'}.",
            f"It does not reach it here: {'; '.join(rest) or 'nowhere'}.",
            f"The United States reaches it here: {'; '.join(usa) or 'nowhere'}.",
        ]
        india = history(self._measures, "votes", "IND").iloc[-1]
        parts.append(
            f"A warning about the last row: with India, its rival, Pakistan voted alike in {india['percent']:.0f} per cent. "
            "Agreement is not dependence."
        )
        return " ".join(parts)

    def _past(self):
        china, usa = self.history("CHN"), self.history("USA")
        over = china[china["percent"] >= self.threshold]["when"].tolist()
        parts = [f"China reaches {self.threshold} per cent in {_counted(over, china)}."]
        if self.measure.value == "debt":
            parts[0] = (
                f"{len(over)} of {len(china)} counts reach {self.threshold} per cent. They differ in what they count, not only in date."
            )
            parts.append(
                "No table here gives the American share: the Paris Club, of which the United States is a member, is one row."
            )
        else:
            when = usa[usa["percent"] >= self.threshold]["when"].tolist()
            parts.append(f"The United States reaches it in {_counted(when, usa)}.")
        return " ".join(parts)

    def _compared(self):
        if len(self.tried) < 2:
            return "Try a second threshold, too: choose another one and press Decide again."
        counts = "; ".join(f"{percent} per cent: {number}" for percent, number in self.tried.items())
        return f"Counts that pass at each threshold you tried, in your order: {counts}. The numbers did not change; the line did."

    # What is seen

    def draw(self):
        return charts.blank()

    def change(self):
        view = self._view()
        for trace in self.figure.data:  # each property once: within a batch plotly drops a change back to the old value
            trace.update(charts.EMPTY | view.traces.get(trace.meta, {}))
        self.figure.update_layout(xaxis=view.xaxis, yaxis=view.yaxis, margin_l=view.left)
        look = dict(layer="above", line=dict(color=theme.INK, width=1.6, dash="dash"))
        decided = self.threshold is not None
        self.figure.layout.shapes = [dict(type="line", **view.line, **look)] if decided else []
        source = [  # within a batch no note could be changed and then kept
            note.to_plotly_json() | dict(xshift=theme.EDGE - view.left)
            for note in self.figure.select_annotations(dict(name="source"))
        ]
        threshold = [charts.name_of_line(self.threshold, view.line)] if decided else []
        self.figure.layout.annotations = [*source, *view.words, *threshold]

    def _view(self):
        if self.threshold is None or self.measure.value == "all":
            return charts.bars(self._latest, self.threshold)
        if self.measure.value == "debt":
            return charts.bars(charts.counts_of_debt(self._measures), self.threshold)
        return charts.lines(self._measures, self.measure.value, self.threshold)


def _counted(when, table):
    """How many periods of a table, and which: all of them if they are few, else the first and the last."""
    listed = ", ".join(when) if len(when) <= 12 else f"first {when[0]}, last {when[-1]}"
    return f"{len(when)} of {len(table)}" + (f": {listed}" if when else "")


def _american(rows):
    """The table of the text version: it stands below the figure before anything is decided, so it holds no Chinese share."""
    mine = rows[rows["USA"].notna()]
    return pd.DataFrame(
        {
            "Measure": mine["label"].str.rsplit(", ", n=1).str[0],
            "When": mine["when_USA"],
            "United States, per cent": mine["USA"].round(1),
        }
    )

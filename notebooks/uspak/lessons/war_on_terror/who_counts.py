"""The deciding widget of notebook 05: who counts the civilians killed by drones, and which headline that allows."""

import html

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import theme
from uspak.widgets.choice import ChoiceFigure
from uspak.widgets.controls import Decision, drop_down

from . import counts
from .counter_colours import COLOURS
from .counts import COUNTS, HEADLINES, MEASURES, UNKNOWN
from .drone_strikes import BUREAU, NEW_AMERICA, written_range

SUBTITLES = {
    "people": "Civilians killed by US drones, by counter: lowest to highest number (people)",
    "like": "Civilians as a share of all killed by US drones: lowest by lowest, highest by highest",
    "widest": "Civilians as a share of all killed by US drones: the widest range",
}
_NOT_DRAWN = "rgba(0,0,0,0)"


class WhoCounts(ChoiceFigure):
    """The student chooses a counter and a measure, always beside all the others, and decides on a headline.

    Args:
        count: a key of ``COUNTS``.
        measure: a key of ``MEASURES``.

    Attributes:
        count, measure, unknown: the ``Dropdown`` controls; set their ``value``.
        decision: the ``Decision`` on a headline; its answers are those of ``HEADLINES``, in order.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self, count=BUREAU, measure="people"):
        self.count = drop_down("Counter", {key: count.short for key, count in COUNTS.items()}, count)
        self.measure = drop_down("Measure", MEASURES, measure)
        self.unknown = drop_down("People of unknown status", UNKNOWN, False)
        self.decision = Decision(
            question="Which of these headlines may a careful newspaper print?",
            options=[headline.words for headline in HEADLINES],
        )
        choices = [self.count, self.measure, self.unknown]
        super().__init__(choices, table=counts.every_count(), between=[self.decision])
        self.decision.observe(lambda _: self.chosen(), names="decided")

    def ranges(self):
        """The ranges in view, as from :func:`counts.ranges`."""
        return counts.ranges(self.measure.value, self.unknown.value)

    def bearing(self):
        """The counts that bear out the headline decided on; none before the decision."""
        number = self.decision.decided
        return counts.bearing(HEADLINES[number], self.unknown.value) if number >= 0 else []

    # What is said

    def headline(self):
        """The take-away of the choice in view, one sentence."""
        low, high = self.ranges().loc[self.count.value]
        who = COUNTS[self.count.value].short
        where = ", four countries" if "US" in self.count.value else ""
        if pd.isna(low):
            return f"{who} gives no total, so there is no share"
        added = ", civilians and unknown" if self._with_unknown(self.count.value) else ""
        if self.measure.value == "people":
            return f"{who}: {written_range(low, high)} {'killed' if added else 'civilians killed'}{where}{added}"
        share = f"{written_range(low, high)} per cent"
        return f"{who}: {share}{added}" if added else f"{who}: civilians {share} of the dead{where}"

    def subtitle(self):
        return SUBTITLES[self.measure.value]

    def source(self):
        return (
            "data/evidence/drone_totals.csv and drone_strikes.csv, with the source of each count. Bars run from the lowest "
            "to the highest number and have no middle. Periods and areas differ."
        )

    def describe(self):
        """The count in view: its area, its years, who counts and how."""
        return counts.described(self.count.value, self.unknown.value)

    def summary(self):
        others = self.ranges().drop(index=self.count.value)
        beside = "; ".join(f"{COUNTS[count].short} {written_range(*ends)}" for count, *ends in others.itertuples())
        return f"{super().summary()} Beside it: {beside}."

    def notes(self):
        """What was decided on, which counts bear it out, and what to say to it."""
        if self.decision.decided < 0:
            return "<p>Not decided yet. Choose a headline, then see which counts support it.</p>"
        headline, bearing = HEADLINES[self.decision.decided], self.bearing()
        named = f" ({', '.join(COUNTS[count].short for count in bearing)})" if bearing else ""
        return (
            f"<p><b>You would print: {html.escape(headline.words)}.</b> {len(bearing)} of {len(COUNTS)} counts support "
            f"it{html.escape(named)}. {html.escape(headline.comment)}</p>"
        )

    # What is seen

    def draw(self):
        fig = go.Figure()
        fig.add_bar(
            name="ranges",
            meta="ranges",
            orientation="h",
            width=0.5,
            cliponaxis=False,
            textposition="outside",
            textfont=dict(size=13, color=theme.INK),
            hovertemplate="%{customdata}<extra></extra>",
        )
        return fig.update_layout(
            height=470,
            margin=dict(l=176, r=96, t=12, b=40),
            yaxis=dict(autorange="reversed", showgrid=False, ticks="", tickfont=dict(size=12, color=theme.INK)),
            xaxis=dict(showgrid=False, rangemode="tozero"),
        )

    def change(self):
        table, people = self.ranges(), self.measure.value == "people"
        top = 1000 if people else 40
        low, high = table["low"].fillna(0), table["high"].fillna(0)
        ticked = self.bearing()
        self.trace("ranges").update(
            y=[COUNTS[count].axis + "<br>with the unknown" * self._with_unknown(count) for count in table.index],
            base=low.tolist(),
            x=(high - low).clip(lower=top / 150).tolist(),
            text=[self._label(count, *ends, ticked) for count, *ends in table.itertuples()],
            customdata=[
                f"<b>{html.escape(count)}</b><br>{written_range(*ends)}" for count, *ends in table.itertuples()
            ],
            marker=self._look(table["low"].notna()),
        )
        self.figure.update_xaxes(range=[0, top], ticksuffix="" if people else "%")

    def _with_unknown(self, count):
        return self.unknown.value and count == NEW_AMERICA

    def _label(self, count, low, high, ticked):
        """What stands at the end of a bar; a tick if the count bears out the headline decided on."""
        words = f"{written_range(low, high)}{' ✓' if count in ticked else ''}"
        return f"<b>{words}</b>" if count == self.count.value else words

    def _look(self, given):
        """The counter's own colour for the bar that is chosen; no colour at all where there is nothing to draw."""
        chosen = [count == self.count.value for count in given.index]
        bars = list(zip(given.index, given, chosen, strict=True))
        return dict(
            color=[(COLOURS[count] if mine else theme.QUIET) if known else _NOT_DRAWN for count, known, mine in bars],
            line=dict(
                color=[theme.INK if mine else theme.OTHERS for mine in chosen],
                width=[(2 if mine else 1) if known else 0 for _, known, mine in bars],
            ),
        )

"""The deciding widget of notebook 04: did sanctions work? The answer depends on the yardstick."""

import html

from uspak import data
from uspak.widgets.choice import ChoiceFigure, Keeper
from uspak.widgets.controls import drop_down

from . import yardstick_charts as charts
from .yardsticks import YARDSTICKS, every_measure, measure

UNDECIDED = "choose"
VERDICTS = (UNDECIDED, "worked", "worked in part", "did not work", "impossible to say")
_IN_LANES = "stop"  # the yardstick whose numbers are small and have dates


class DidTheyWork(ChoiceFigure):
    """The student chooses a yardstick, sees the numbers and the voices, and gives a verdict for each.

    Args:
        yardstick: a key of ``YARDSTICKS``.

    Attributes:
        yardstick, verdict: the two ``Dropdown`` controls; set their ``value``.
        keeper: the ``Keeper`` of verdicts; its ``kept`` is a dict: words of ``YARDSTICKS`` → one of ``VERDICTS``.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self, yardstick="stop"):
        self._views = data.evidence("sanction_views")
        self._measure = measure(yardstick)
        self.yardstick = drop_down("Yardstick", YARDSTICKS, yardstick)
        self.verdict = drop_down("By this yardstick, sanctions", dict(zip(VERDICTS, VERDICTS, strict=True)), UNDECIDED)
        self.keeper = Keeper("Keep this verdict", self._to_keep, self.show)
        super().__init__([self.yardstick], buttons=[self.verdict, self.keeper.button], table=every_measure())

    def chosen(self):
        """Show the yardstick, with the verdict that was kept by it."""
        self._measure = measure(self.yardstick.value)
        self.verdict.value = self.keeper.kept.get(YARDSTICKS[self.yardstick.value], UNDECIDED)
        self.show()

    def _to_keep(self):
        verdict = self.verdict.value
        return YARDSTICKS[self.yardstick.value], None if verdict == UNDECIDED else verdict

    # What is said

    def headline(self):
        return self._measure.headline

    def subtitle(self):
        return self._measure.subtitle

    def source(self):
        has_pale = self.yardstick.value != _IN_LANES and any(bar.before for bar in self._measure.bars)
        pale = " Pale: before the cut-off." if has_pale else ""
        return f"{self._measure.source}.{pale}"

    def summary(self):
        numbers = "; ".join(f"{bar.label(', ')}: {self._measure.written(bar)}" for bar in self._measure.bars)
        return f"{self.headline()}. {numbers}. {self.describe()} Each yardstick has its own numbers."

    def describe(self):
        return self._measure.caution

    def notes(self):
        return self._voices() + self._comparison()

    def _voices(self):
        mine = self._views[self._views["yardstick"] == self.yardstick.value].sort_values("year")
        items = "".join(
            f"<li>{html.escape(f'{row.speaker} ({row.country}, {row.year}): {row.view}')}</li>"
            for row in mine.itertuples()
        )
        return f"<p><b>Who says what by this yardstick:</b></p><ul>{items}</ul>"

    def _comparison(self):
        verdicts = self.keeper.kept.values()
        if not verdicts:
            return "<p>No verdict kept yet. Choose one and press <b>Keep this verdict</b>; do so for three yardsticks or more.</p>"
        different = len(set(verdicts))
        if len(verdicts) == 1:
            said = "Take another yardstick to compare."
        elif different == 1:
            said = f"One answer by {len(verdicts)} yardsticks. Look for the yardstick by which a fair reader would disagree."
        else:
            said = f"{different} answers by {len(verdicts)} yardsticks, from the same years and the same laws."
        return f"<p><b>Your verdicts:</b></p>{self.keeper.as_list()}<p>{said}</p>"

    # What is seen

    def draw(self):
        return charts.empty()

    def change(self):
        in_lanes = self.yardstick.value == _IN_LANES
        lanes = charts.lanes()
        for mark, properties in lanes.items():
            self.trace(mark).update(properties if in_lanes else dict(x=[], y=[]))
        self.trace("bars").update(dict(x=[], y=[]) if in_lanes else charts.bars_of(self._measure))
        across, up = charts.axes_of_lanes() if in_lanes else charts.axes_of(self._measure)
        self.figure.update_xaxes(across)
        self.figure.update_yaxes(up)

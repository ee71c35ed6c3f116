"""The deciding widget of notebook 06: commit to a before-and-after window, then see what every other one would have said."""

import math

from uspak.widgets.choice import ChoiceFigure, Commitment, Keeper
from uspak.widgets.controls import drop_down

from . import two_panels
from .event_study import (
    EVENTS,
    LONGEST,
    OWN_YEAR,
    SERIES,
    SOURCES,
    Window,
    compare,
    described,
    every_result,
    lacking,
    warning,
    written_change,
)


class EventWindow(ChoiceFigure):
    """The student commits to a window with the values covered, then sees it beside every other window.

    Attributes:
        event, series, before, after, own: the five ``Dropdown`` controls; set their ``value``.
        commitment: the ``Commitment`` that uncovers the values; ``commitment.button`` makes it.
        keeper: the ``Keeper`` of windows; ``keeper.button`` works once something is committed.
        compared: the ``Comparison`` in view.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self):
        lengths = {number: str(number) for number in range(1, LONGEST + 1)}
        self.event = drop_down("Event", {key: event.words for key, event in EVENTS.items()}, "raid")
        self.series = drop_down("Series", {key: series.words for key, series in SERIES.items()}, "total")
        self.before = drop_down("Years before", lengths, 3)
        self.after = drop_down("Years after", lengths, 3)
        self.own = drop_down("The event's own year", OWN_YEAR, "out")
        self.commitment = Commitment("Commit to this window", self._chosen_window, self._uncover)
        self.keeper = Keeper("Keep this window", self._in_view, self.show, disabled=True)
        self.compared = compare(self._window())
        super().__init__(
            [self.event, self.series, self.before, self.after, self.own],
            buttons=[self.commitment.button, self.keeper.button],
            table=every_result(),
        )

    @property
    def committed(self):
        """The ``Window`` chosen before anything was seen, or None."""
        return None if self.commitment.covered else self.commitment.made[0]

    def chosen(self):
        self.compared = compare(self._window())
        self._enable()
        super().chosen()

    @property
    def _lacks_years(self):
        """Whether the series has no number for a year of the window in view."""
        return math.isnan(self.compared.change)

    def _enable(self):
        """Let only a window be committed to, or kept, that the series has the years for."""
        covered = self.commitment.covered
        self.commitment.button.disabled = not covered or self._lacks_years
        self.keeper.button.disabled = covered or self._lacks_years

    def _chosen_window(self):
        return None if self._lacks_years else self.compared.window

    def _window(self):
        return Window(*(control.value for control in (self.event, self.series, self.before, self.after, self.own)))

    def _uncover(self):
        self._enable()
        self.show()

    def _in_view(self):
        """What can be kept: the window in view in words, and its change as written."""
        if self.commitment.covered or self._lacks_years:
            return None
        return described(self.compared.window), self._change()

    def _change(self, **how):
        return written_change(self.compared.change, self.compared.window.series, **how)

    # What is said

    def headline(self):
        """The take-away of the window in view, one sentence."""
        number = len(self.compared.every)
        if not number:
            return "No window fits: the series has no numbers there"
        if self.commitment.covered:
            return f"Covered: choose a {'shorter ' if self._lacks_years else ''}window, then commit to it"
        falls = f"{self.compared.falls} of {number} windows fall"
        if self._lacks_years:
            return f"Too long for the data; {falls}"
        whose = "Your window" if self.compared.window == self.committed else "This window"
        return f"{whose}: {self._change(short=True)}; {falls}"

    def subtitle(self):
        words, unit, fiscal = SERIES[self.series.value]
        return f"{words}: {unit}, by {'US fiscal' if fiscal else 'calendar'} year"

    def source(self):
        return SOURCES

    def summary(self):
        return (
            "You choose a window before and after an event; the values are covered until you commit to it. Then it is "
            "shown beside all other windows for the same event and series. The table says how many of these show a fall."
        )

    def describe(self):
        """The window in view, what it shows once something is committed, and what the other windows show."""
        window = self.compared.window
        if self.commitment.covered:
            ask = (
                "Which window would you defend **before** you know what it shows? Choose all five, write your reason "
                "into the cell, then press **Commit to this window**."
            )
            return f"In view: {described(window)}. {lacking(self.compared) if self._lacks_years else ask}"
        parts = [f"**You committed to:** {described(self.committed)}."]
        if window != self.committed:
            parts.append(f"Now in view, chosen **after** seeing: {described(window)}.")
        if self._lacks_years:
            parts.append(lacking(self.compared))
        else:
            parts.append(f"Mean after minus mean before: {self._change()}.")
        return " ".join([*parts, *self._all_windows(), warning(window.event, window.series)])

    def _all_windows(self):
        """A sentence on all windows, if there are any."""
        every, falls, name = self.compared.every, self.compared.falls, self.series.value
        if len(every):
            yield (
                f"Of the {len(every)} windows that the data allow, {falls} show a fall, {len(every) - falls} no fall; the "
                f"changes run from {written_change(every['change'].min(), name)} to {written_change(every['change'].max(), name)}."
            )

    def notes(self):
        if self.commitment.covered:
            return ""
        if not self.keeper.kept:
            return "<p>Nothing kept yet. Keep each window that you could defend.</p>"
        return f"<p><b>Kept:</b></p>{self.keeper.as_list()}"

    # What is drawn

    def draw(self):
        return two_panels.empty()

    def change(self):
        covered, layout = self.commitment.covered, self.figure.layout
        for mark, look in two_panels.traces(self.compared, self.committed).items():
            self.trace(mark).update(look)
        layout.shapes = two_panels.shapes(self.compared)
        source = [note for note in layout.annotations if note.name == "source"]
        layout.annotations = [*source, *two_panels.notes(self.compared, covered)]
        self.figure.update_layout(two_panels.axes(self.compared, covered))

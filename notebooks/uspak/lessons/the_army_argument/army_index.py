"""The deciding widget of notebook 07: choose measures, weights and comparators, lock the choice, then see the rank."""

import html

import ipywidgets as widgets
import pandas as pd

from uspak import data
from uspak.widgets.choice import ChoiceFigure, Commitment
from uspak.widgets.controls import drop_down

from . import strips
from .armies import OWN, SETS, WEIGHTS, all_ranks, comparators, measured, rank, scaled, scores

SOURCE = (
    "data/evidence/armies.csv: World Factbook, International Peace Institute, Powell and Thyne, SIPRI. Warheads count; "
    "training, discipline and abuses do not."
)
WAITING = "Decide what counts before you see who comes first"


class ArmyIndex(ChoiceFigure):
    """The student decides what an army is to be measured by and against whom, locks it, and sees rank and doubt.

    Attributes:
        company: the ``Dropdown`` with the comparators, a key of ``SETS``.
        weights: the seven ``Dropdown`` controls by measure; set their ``value`` to 0, 1 or 2.
        lock: the ``Commitment``; its button works when at least one measure counts, and ``lock.made`` holds the choices
            locked so far, in order: dicts with ``company``, ``weights`` and ``rank``.
        revealed: whether the choice in view is locked, so that the ranks show.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self):
        self._names = data.evidence("army_measures").set_index("measure")["name"]
        self.company = drop_down("Compare with", {key: words for key, (words, _) in SETS.items()}, "muslim")
        self.weights = {measure: drop_down(name, WEIGHTS, 0) for measure, name in self._names.items()}
        self.lock = Commitment("Lock my choice", self._choice, self._reveal, disabled=True)
        self.revealed = False
        super().__init__([self.company], buttons=[self.lock.button], table=_every_value(self._names))
        for choice in self.weights.values():
            choice.observe(lambda _: self.chosen(), names="value")
        self._put_lists_on_strips()

    def _put_lists_on_strips(self):
        """Lay each list at the left end of its own strip: all over the left margin of the figure, which is free there."""
        for choice in self.weights.values():
            choice.style.description_width = "0px"  # the name stands on the strip, and is read out with the list
            choice.layout.width, choice.layout.margin = f"{strips.LISTS}px", "0"
        lists = widgets.VBox(
            list(self.weights.values()),
            layout=widgets.Layout(
                grid_area="1 / 1 / 2 / 2",
                width=f"{strips.LISTS}px",
                height=f"{strips.ROW * len(self.weights)}px",
                margin=f"{self.figure.layout.margin.t}px 0 0 -2px",  # 8 px are left where the name would stand,
                justify_content="space-around",
                overflow="hidden",
            ),
        )
        under = widgets.VBox([self.figure], layout=widgets.Layout(grid_area="1 / 1 / 2 / 2", min_width="0"))
        both = widgets.GridBox([under, lists], layout=widgets.Layout(grid_template_columns="100%", width="100%"))
        self.children = [both if part is self.figure else part for part in self.children]

    # What follows from a choice

    def weighting(self):
        """The weights as they stand, by measure: 0, 1 or 2."""
        return pd.Series({measure: choice.value for measure, choice in self.weights.items()}, dtype=float)

    def scores(self):
        """The score of each state of the set by the weights as they stand, from 0 to 1, highest first; a Series."""
        return scores(self.company.value, self.weighting())

    def rank(self):
        """Pakistan's rank by the weights as they stand; equal scores share the better rank."""
        return rank(self.scores())

    def _choice(self):
        weights = self.weighting()
        if not weights.any():
            return None
        return {"company": self.company.value, "weights": weights.astype(int).to_dict(), "rank": self.rank()}

    def _reveal(self):
        self.revealed = True
        self.show()

    def chosen(self):
        """Another choice hides the ranks again, until it is locked, too."""
        self.revealed = False
        self.show()

    # What is said

    def headline(self):
        """The rank by the locked choice; nothing about ranks before."""
        if not self.revealed:
            return WAITING
        return f"Your choice: Pakistan is {_ordinal(self.rank())} of {len(comparators(self.company.value))}"

    def subtitle(self):
        words, states = SETS[self.company.value][0], comparators(self.company.value)
        if not self.revealed:
            return f"{words} ({len(states)}): each dot a state, from 0 to 1 (for coups, 1 = fewest)"
        return f"{words} ({len(states)}); green: Pakistan. Below: scores; ranks in {len(all_ranks(self.company.value)):,} weightings"

    def source(self):
        return SOURCE

    def summary(self):
        return (
            f"{WAITING}. Seven measures of an army, and for each the states of the chosen set as dots from 0, the lowest of "
            "them, to 1, the highest (for coups, the fewest). The names are hidden until you have decided which measures count and "
            "locked the choice."
        )

    def describe(self):
        """What the locked choice shows, in words; before, what to do."""
        if self.revealed:
            return self._ranks_in_words()
        if self.weighting().any():
            return "Ready. Write down in a sentence why you made this choice, then lock."
        return "Choose whom to compare with, and count at least one measure once or twice. Nothing about ranks is shown before you lock."

    def _ranks_in_words(self):
        ranks = all_ranks(self.company.value)
        first = 100 * (ranks[OWN] == 1).mean()
        others = (100 * (ranks.drop(columns=OWN) == 1).mean()).nlargest(2)
        rivals = " and ".join(f"{name} ({share:.0f} per cent)" for name, share in others.items())
        alone = scaled(self.company.value).rank(ascending=False, method="min").loc[OWN].astype(int)
        by_one = "; ".join(f"{self._names[measure]} {_ordinal(place)}" for measure, place in alone.items())
        return (
            f"By your weights Pakistan is {_ordinal(self.rank())} of {len(ranks.columns)}. In all {len(ranks):,} weightings it is first "
            f"in {first:.0f} per cent, and its rank runs from {ranks[OWN].min()} to {ranks[OWN].max()}. The other states that come first "
            f"most often are {rivals}. By one measure alone: {by_one}."
        )

    def notes(self):
        return _locked(self.lock.made, self._names)

    # What is seen

    def draw(self):
        return strips.empty(list(self._names))

    def change(self):
        self.lock.button.disabled = self.revealed or not self.weighting().any()
        if self.lock.made:
            self.lock.button.description = "Lock this choice, too"
        for mark in ("own", "scores", "ranks"):
            self.trace(mark).visible = self.revealed
        strips.show_measures(self, scaled(self.company.value))
        strips.fold(self.figure, self.revealed, len(self._names))
        if self.revealed:
            strips.show_scores(self, self.scores())
            strips.show_ranks(
                self, all_ranks(self.company.value)[OWN], self.rank(), len(comparators(self.company.value))
            )


def _locked(choices, names):
    """The locked choices as an HTML list, with what to think about next; nothing before the first."""
    if not choices:
        return ""
    rows = []
    for number, choice in enumerate(choices, 1):
        counted = ", ".join(
            names[measure] + (" twice" if weight == 2 else "")
            for measure, weight in choice["weights"].items()
            if weight
        )
        when = "decided before you saw any rank" if number == 1 else "decided after you had seen a rank"
        rows.append(
            f"<li>{SETS[choice['company']][0]}; {html.escape(counted)}: {_ordinal(choice['rank'])} of "
            f"{len(comparators(choice['company']))} <i>({when})</i></li>"
        )
    said = (
        "Only the first choice was made blind. Which of the others would you have made without seeing it?"
        if len({choice["rank"] for choice in choices}) > 1
        else "Now try a choice that a critic would make, and one that a friend of the army would make."
    )
    return f"<p><b>Locked choices</b></p><ol>{''.join(rows)}</ol><p>{said}</p>"


def _every_value(names):
    """The text version: the seven measures of every state, each in its own unit."""
    values = measured().rename(columns=names.to_dict()).reset_index(names="State")
    return values.round(2).astype(object).map(lambda value: f"{value:,.10g}" if isinstance(value, float) else value)


def _ordinal(number):
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

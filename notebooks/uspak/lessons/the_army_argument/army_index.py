"""The deciding widget of notebook 07: choose measures, weights and comparators, lock the choice, then see the rank."""

import html
import textwrap

import pandas as pd
import plotly.graph_objects as go

from uspak import article, data
from uspak.drawing import theme
from uspak.widgets.choice import ChoiceFigure, Commitment
from uspak.widgets.controls import drop_down

from .armies import OWN, SETS, WEIGHTS, all_ranks, comparators, measured, rank, scaled, scores

GREEN, GREY = article.ACTOR_COLOURS["PAK"], article.OTHER_ACTOR
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
        self._rows = self._names.map(lambda name: "<br>".join(textwrap.wrap(name, 16)))
        self.company = drop_down("Compare with", {key: words for key, (words, _) in SETS.items()}, "muslim")
        self.weights = {measure: drop_down(name, WEIGHTS, 0) for measure, name in self._names.items()}
        self.lock = Commitment("Lock my choice", self._choice, self._reveal, disabled=True)
        self.lock.button.layout.margin = "2px 0 2px 0"
        self.revealed = False
        choices = [self.company, *self.weights.values()]
        super().__init__(choices, buttons=[self.lock.button], table=_every_value(self._names))

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
        return f"Left: {words}. Right: rank in {len(all_ranks(self.company.value)):,} weightings. Striped: yours"

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
        return _empty()

    def change(self):
        self.lock.button.disabled = self.revealed or not self.weighting().any()
        if self.lock.made:
            self.lock.button.description = "Lock this choice, too"
        self.trace("dots").visible = not self.revealed
        self.trace("scores").visible = self.trace("ranks").visible = self.revealed
        self.figure.layout.xaxis2.visible = self.revealed
        if self.revealed:
            self._show_scores()
            self._show_ranks()
        else:
            self._show_measures()

    def _show_measures(self):
        points = scaled(self.company.value).melt(var_name="measure", value_name="scaled")
        self.trace("dots").update(x=points["scaled"], y=points["measure"].map(self._rows))
        self.figure.layout.xaxis.update(domain=[0, 1], range=[-0.03, 1.03], title_text="")
        self.figure.layout.yaxis.update(categoryorder="array", categoryarray=list(self._rows)[::-1])

    def _show_scores(self):
        order = self.scores()[::-1]
        names = list(order.index)
        self.trace("scores").update(
            x=order, y=names, text=[f"{score:.2f}" for score in order], marker=_stripes([name == OWN for name in names])
        )
        self.figure.layout.xaxis.update(domain=[0, 0.46], range=[0, 1.16], title_text="score by your weights")
        self.figure.layout.yaxis.update(categoryorder="array", categoryarray=names)

    def _show_ranks(self):
        ranks, own = all_ranks(self.company.value), self.rank()
        places = range(1, len(ranks.columns) + 1)
        shares = 100 * ranks[OWN].value_counts(normalize=True).reindex(places, fill_value=0.0)
        self.trace("ranks").update(
            x=shares.index,
            y=shares,
            text=[f"{share:.0f}%" if place in (1, own, shares.idxmax()) else "" for place, share in shares.items()],
            marker=_stripes([place == own for place in places]),
        )
        self.figure.layout.xaxis2.update(
            range=[0.4, len(places) + 0.6],
            tickvals=[place for place in places if len(places) <= 10 or place == 1 or place % 5 == 0],
            title_text="Pakistan's rank, all weightings",
        )
        self.figure.layout.yaxis2.range = [0, 1.12 * shares.max()]


def _empty():
    """The figure with its three traces, which hold nothing yet: dots by measure, bars by state, bars by rank."""
    fig = go.Figure()
    fig.add_scatter(
        name="dots",
        meta="dots",
        mode="markers",
        hoverinfo="skip",
        marker=dict(size=13, color="rgba(138, 133, 121, 0.35)", line=dict(color=theme.SOFT_INK, width=1)),
    )
    common = dict(textposition="outside", cliponaxis=False)
    fig.add_bar(
        name="scores",
        meta="scores",
        orientation="h",
        hovertemplate="<b>%{y}</b><br>Score by your weights: %{x:.2f}<extra></extra>",
        **common,
    )
    fig.add_bar(
        name="ranks",
        meta="ranks",
        xaxis="x2",
        yaxis="y2",
        textangle=0,
        constraintext="none",
        textfont=dict(size=theme.TEXT_SIZE),
        hovertemplate="Rank %{x}: %{y:.1f} per cent of all weightings<extra></extra>",
        **common,
    )
    return fig.update_layout(
        height=600,
        bargap=0.25,
        plot_bgcolor="rgba(0, 0, 0, 0)",  # or the right half would hide the dots while it is empty
        margin=dict(l=124, r=24, t=14, b=58),
        xaxis=dict(tickvals=[0, 0.5, 1]),
        yaxis=dict(showgrid=False, ticks=""),
        xaxis2=dict(anchor="y2", domain=[0.55, 1]),
        yaxis2=dict(anchor="x2", showgrid=False, visible=False),
    )


def _stripes(own):
    """Bars in grey, the ones that are meant in green and striped."""
    return dict(
        color=[GREEN if mine else GREY for mine in own],
        line=dict(color=theme.PAPER, width=1),
        pattern=dict(
            shape=["/" if mine else "" for mine in own],
            fillmode="overlay",
            fgcolor=theme.PAPER,
            fgopacity=0.6,
            size=8,
            solidity=0.2,
        ),
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

"""The deciding widget of notebook 07: choose measures, weights and comparators, lock the choice, then see the rank."""

import functools
import html
import itertools
import textwrap

import ipywidgets as widgets
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from uspak import article, data
from uspak.drawing import theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, drop_down, in_a_row
from uspak.widgets.live import LiveFigure

#: The companies in which Pakistan's army can be put: words for the list, and what picks the rows of the table.
SETS = {
    "muslim": ("Muslim-majority states", lambda armies: armies["muslim_percent"] > 50),
    "south-asia": ("South Asia", lambda armies: armies["region"] == "South Asia"),
    "peacekeepers": ("Ten largest peacekeepers", lambda armies: armies["peacekeepers"].rank(ascending=False) <= 10),
    "all": ("All twenty states", lambda armies: armies["active_troops"] > 0),
}
WEIGHTS = {0: "not counted", 1: "once", 2: "twice"}
OWN = "Pakistan"

GREEN, GREY = article.ACTOR_COLOURS["PAK"], article.OTHER_ACTOR
WAITING = "Decide what counts before you see who comes first"


def measured():
    """The seven measures of ``uspak.evidence("army_measures")`` for the twenty armies.

    Returns:
        A DataFrame with one row for each state (its name is the index) and one column for each measure, in its own unit:
        people, people per 1,000, percent of GDP, coups, warheads.
    """
    armies = data.evidence("armies").set_index("country")
    worked_out = armies.assign(
        troops_per_1000=1000 * armies["active_troops"] / armies["population"],
        peacekeepers_per_1000=1000 * armies["peacekeepers"] / armies["active_troops"],
    )
    return worked_out[list(data.evidence("army_measures")["measure"])].astype(float)


def comparators(company):
    """The names of the states in one of ``SETS``, as a list in the order of the table.

    Raises:
        ValueError: if there is no such set.
    """
    if company not in SETS:
        raise ValueError(f"There is no set {company!r}. Possible: {', '.join(SETS)}.")
    armies = data.evidence("armies")
    return armies[SETS[company][1](armies)]["country"].tolist()


def scaled(company):
    """The measures of a set's states, each moved to the range 0 (worst in the set) to 1 (best in the set).

    'Best' is what the table calls better: more of everything, but fewer coups. A measure in which all are equal is 0.

    Args:
        company: a key of ``SETS``.

    Returns:
        A DataFrame with one row for each state and one column for each measure.
    """
    values = measured().loc[comparators(company)]
    fewer = data.evidence("army_measures").query("better == 'fewer'")["measure"]
    values[list(fewer)] *= -1
    spread = values.max() - values.min()
    return ((values - values.min()) / spread.where(spread > 0)).fillna(0.0)


@functools.cache
def weightings():
    """All ways to count each of seven measures not at all, once or twice, each kept once.

    Counting everything once and everything twice is the same weighting, so of the 2,186 ways 2,059 are left.

    Returns:
        A read-only array of shape (2059, 7); each row adds up to 1.
    """
    ways = np.array([way for way in itertools.product(WEIGHTS, repeat=7) if any(way)], dtype=float)
    different = np.unique((ways / ways.sum(axis=1, keepdims=True)).round(9), axis=0)
    different.setflags(write=False)
    return different


def all_ranks(company):
    """The rank of every state of a set in every weighting.

    Returns:
        A DataFrame with one row for each of :func:`weightings` and one column for each state; 1 is the highest score, and
        equal scores share the better rank.
    """
    table = scaled(company)
    scores = pd.DataFrame(weightings() @ table.T.to_numpy(), columns=table.index).round(6)
    return scores.rank(axis="columns", ascending=False, method="min").astype(int)


class ArmyIndex(LiveFigure):
    """The student decides what an army is to be measured by and against whom, locks it, and sees rank and doubt.

    Attributes:
        company: the ``Dropdown`` with the comparators, a key of ``SETS``.
        weights: the seven ``Dropdown`` controls by measure; set their ``value`` to 0, 1 or 2.
        lock: the ``Button``; it works when at least one measure counts.
        locked: the choices locked so far, in order: dicts with ``company``, ``weights`` and ``rank``.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self):
        self._names = data.evidence("army_measures").set_index("measure")["name"]
        self._rows = self._names.map(lambda name: "<br>".join(textwrap.wrap(name, 16)))
        self.company = drop_down("Compare with", {key: words for key, (words, _) in SETS.items()}, "muslim")
        self.weights = {measure: drop_down(name, WEIGHTS, 0) for measure, name in self._names.items()}
        self.lock = widgets.Button(
            description="Lock my choice", layout=widgets.Layout(width="auto", margin="2px 0 2px 0")
        )
        self.locked = []
        self.words = LiveRegion()
        choices = [self.company, *self.weights.values()]
        bar = in_a_row([*choices, self.lock])
        self.figure = self._draw()
        self._wait()  # before it opens: a browser that is still loading may miss what is sent after
        super().__init__(
            bar,
            self.figure,
            self.words,
            text=f"{WAITING}. Seven measures of an army, and for each the states of the chosen set as dots from 0, the lowest of "
            "them, to 1, the highest (for coups, the fewest). The names are hidden until you have decided which measures count and "
            "locked the choice.",
            table=self._every_value(),
        )
        for choice in choices:
            choice.observe(lambda _: self._wait(), names="value")
        self.lock.on_click(lambda _: self._lock())

    # What follows from a choice

    def chosen(self):
        """The weights as they stand, by measure: 0, 1 or 2."""
        return pd.Series({measure: choice.value for measure, choice in self.weights.items()}, dtype=float)

    def scores(self):
        """The score of each state of the set by the weights as they stand, from 0 to 1, highest first; a Series."""
        weights = self.chosen()
        return (
            (scaled(self.company.value) @ (weights / weights.sum()))
            .round(6)
            .sort_values(ascending=False, kind="stable")
        )

    def rank(self):
        """Pakistan's rank by the weights as they stand; equal scores share the better rank."""
        scores = self.scores()
        return int((scores > scores[OWN]).sum()) + 1

    # What is seen

    def _draw(self):
        fig = go.Figure()
        fig.add_scatter(
            name="dots",
            meta="dots",
            mode="markers",
            hoverinfo="skip",
            marker=dict(size=13, color="rgba(138, 133, 121, 0.35)", line=dict(color=theme.SOFT_INK, width=1)),
        )
        fig.add_bar(
            name="scores",
            meta="scores",
            orientation="h",
            textposition="outside",
            cliponaxis=False,
            hovertemplate="<b>%{y}</b><br>Score by your weights: %{x:.2f}<extra></extra>",
        )
        fig.add_bar(
            name="ranks",
            meta="ranks",
            xaxis="x2",
            yaxis="y2",
            textposition="outside",
            textangle=0,
            constraintext="none",
            textfont=dict(size=theme.TEXT_SIZE),
            cliponaxis=False,
            hovertemplate="Rank %{x}: %{y:.1f} percent of all weightings<extra></extra>",
        )
        fig.update_layout(
            height=600,
            bargap=0.25,
            plot_bgcolor="rgba(0, 0, 0, 0)",  # or the right half would hide the dots while it is empty
            margin=dict(l=124, r=24, t=14, b=58),
            xaxis=dict(domain=[0, 1], range=[-0.03, 1.03], tickvals=[0, 0.5, 1]),
            yaxis=dict(showgrid=False, ticks=""),
            xaxis2=dict(anchor="y2", domain=[0.55, 1], visible=False),
            yaxis2=dict(anchor="x2", showgrid=False, visible=False),
        )
        return caption(
            fig,
            WAITING,
            "Seven measures; each dot is a state of the set, from 0 to 1 (for coups, 1 = fewest)",
            "data/evidence/armies.csv: World Factbook, International Peace Institute, Powell and Thyne, SIPRI. Warheads count; "
            "training, discipline and abuses do not.",
        )

    def _wait(self):
        """Show the measures without names, and no rank: nothing is locked yet."""
        table = scaled(self.company.value)
        ready = bool(self.chosen().sum())
        self.lock.disabled = not ready
        self.lock.description = "Lock this choice, too" if self.locked else "Lock my choice"
        points = table.melt(var_name="measure", value_name="scaled").replace({"measure": self._rows.to_dict()})
        with self.figure.batch_update():
            self.trace("dots").update(x=points["scaled"], y=points["measure"], visible=True)
            self.trace("scores").visible = self.trace("ranks").visible = False
            self.figure.layout.xaxis.update(domain=[0, 1], range=[-0.03, 1.03], title_text="")
            self.figure.layout.yaxis.update(categoryorder="array", categoryarray=list(self._rows)[::-1])
            self.figure.layout.xaxis2.visible = self.figure.layout.yaxis2.visible = False
            set_title(
                self.figure,
                WAITING,
                f"{SETS[self.company.value][0]} ({len(table)}): each dot a state, from 0 to 1 (for coups, 1 = fewest)",
            )
        asked = (
            "Ready. Write down in a sentence why you chose so, then lock."
            if ready
            else "Choose whom to compare with, and count at least one measure once or twice. Nothing about ranks is shown before you lock."
        )
        self.words.html = f"<p>{asked}</p>{self._log()}"

    def _lock(self):
        if not self.chosen().sum():
            return
        self.locked.append(
            {"company": self.company.value, "weights": self.chosen().astype(int).to_dict(), "rank": self.rank()}
        )
        self._reveal()

    def _reveal(self):
        scores, ranks = self.scores(), all_ranks(self.company.value)[OWN]
        order = scores[::-1]
        shares = 100 * ranks.value_counts(normalize=True).reindex(range(1, len(scores) + 1), fill_value=0.0)
        own = self.rank()
        with self.figure.batch_update():
            self.trace("dots").visible = False
            self.trace("scores").update(
                x=order,
                y=order.index,
                text=[f"{score:.2f}" for score in order],
                marker=_stripes([name == OWN for name in order.index]),
                visible=True,
            )
            self.trace("ranks").update(
                x=shares.index,
                y=shares,
                text=[f"{share:.0f}%" if rank in (1, own, shares.idxmax()) else "" for rank, share in shares.items()],
                marker=_stripes([rank == own for rank in shares.index]),
                visible=True,
            )
            self.figure.layout.xaxis.update(domain=[0, 0.46], range=[0, 1.16], title_text="score by your weights")
            self.figure.layout.yaxis.update(categoryorder="array", categoryarray=list(order.index))
            self.figure.layout.xaxis2.update(
                visible=True,
                range=[0.4, len(scores) + 0.6],
                tickvals=[
                    rank for rank in range(1, len(scores) + 1) if len(scores) <= 10 or rank == 1 or rank % 5 == 0
                ],
                title_text="Pakistan's rank, all weightings",
            )
            self.figure.layout.yaxis2.update(visible=False, range=[0, 1.12 * shares.max()])
            set_title(
                self.figure,
                f"Your choice: Pakistan is {_ordinal(own)} of {len(scores)}",
                f"Left: {SETS[self.company.value][0]}. Right: rank in {len(ranks):,} weightings. Striped: yours",
            )
        self.lock.description = "Lock this choice, too"
        self.lock.disabled = True
        self.words.html = f"<p>{html.escape(self._told())}</p>{self._log()}"

    def _told(self):
        """What the locked choice shows, in words."""
        ranks = all_ranks(self.company.value)
        first = 100 * (ranks[OWN] == 1).mean()
        others = (100 * (ranks.drop(columns=OWN) == 1).mean()).nlargest(2)
        rivals = " and ".join(f"{name} in {share:.0f}" for name, share in others.items())
        alone = scaled(self.company.value).rank(ascending=False, method="min").loc[OWN].astype(int)
        by_one = "; ".join(f"{self._names[measure]} {_ordinal(rank)}" for measure, rank in alone.items())
        return (
            f"By your weights Pakistan is {_ordinal(self.rank())} of {len(ranks.columns)}. In all {len(ranks):,} weightings it is first "
            f"in {first:.0f} percent, and its rank runs from {ranks[OWN].min()} to {ranks[OWN].max()}; {rivals} percent put another "
            f"state first. By one measure alone: {by_one}."
        )

    def _log(self):
        if not self.locked:
            return ""
        rows = []
        for number, choice in enumerate(self.locked, 1):
            counted = ", ".join(
                self._names[measure] + (" twice" if weight == 2 else "")
                for measure, weight in choice["weights"].items()
                if weight
            )
            when = "decided before you saw any rank" if number == 1 else "decided after you had seen a rank"
            rows.append(
                f"<li>{SETS[choice['company']][0]}; {html.escape(counted)}: {_ordinal(choice['rank'])} of "
                f"{len(comparators(choice['company']))} <i>({when})</i></li>"
            )
        places = {choice["rank"] for choice in self.locked}
        said = (
            "Only the first choice was made blind. Which of the others would you have made without seeing it?"
            if len(places) > 1
            else "Now try a choice that a critic would make, and one that a friend of the army would make."
        )
        return f"<p><b>Locked choices</b></p><ol>{''.join(rows)}</ol><p>{said}</p>"

    def _every_value(self):
        values = measured().rename(columns=self._names.to_dict()).reset_index(names="State")
        return values.round(2).astype(object).map(lambda value: f"{value:,.10g}" if isinstance(value, float) else value)


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


def _ordinal(number):
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

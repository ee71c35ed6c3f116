"""The alliance map: who belonged to SEATO and to the Baghdad Pact (CENTO), year by year, inside the borders of the day."""

import pandas as pd
import plotly.graph_objects as go

from uspak import data
from uspak.article import PARTS_NAMED_UNTIL
from uspak.drawing import maps, theme
from uspak.widgets.stepped import SteppedFigure

from .alliances import leaving, membership

YEARS = range(1955, 1980)

#: Fill, outline and words of each kind of membership; colours after Okabe and Ito.
MEMBERSHIPS = {
    "seato": ("#9CC9E8", "#0072B2", "SEATO only"),
    "cento": ("#F6CE88", "#B97A00", "Baghdad Pact / CENTO only"),
    "both": ("#D9A6C6", "#8E3B73", "Both pacts"),
}

#: Where a state's name stands on the map: longitude, latitude, and the side of that point on which the text lies.
LABELS = {
    "USA": (-98, 39, "middle center"),
    "GBR": (-8, 54, "middle left"),
    "FRA": (-2, 46, "middle left"),
    "TUR": (33, 43.5, "middle center"),
    "IRQ": (40, 29.5, "middle left"),
    "IRN": (54, 32.5, "middle center"),
    "PAK": (62, 21, "bottom center"),
    "THA": (100, 4, "bottom center"),
    "PHL": (124, 12, "middle right"),
    "AUS": (134, -25, "middle center"),
    "NZL": (166, -44, "middle left"),
}


class AllianceMap(SteppedFigure):
    """SEATO and the Baghdad Pact (CENTO) on the last day of each year from 1955, when both were in force, to 1979.

    Attributes:
        stepper: the control; ``stepper.index = year - 1955`` moves to a year.
        state: the year in view.
        description: the text below, a ``LiveRegion``: the members by name.

    Raises:
        ValueError: for a year before 1955 or after 1979.
    """

    def __init__(self, year=1955):
        self._names = data.actors().set_index("actor_id")["name"]
        super().__init__(YEARS, year, label="Year", interval=1500, table=_all_years(self._names))

    def draw(self):
        self._borders = maps.ChangingBorders(lambda on: maps.base_map(region="alliances", on=on))
        fig = self._borders.first(self._day())
        for fill, outline, words in MEMBERSHIPS.values():
            fig.add_trace(
                go.Scattergeo(
                    name=words,
                    mode="lines",
                    fill="toself",
                    fillcolor=fill,
                    line=dict(color=outline, width=1),
                    hoverinfo="name",
                    showlegend=True,
                )
            )
        fig.add_trace(
            go.Scattergeo(
                name="labels", mode="text", textfont=dict(size=11, color=theme.INK), hoverinfo="skip", showlegend=False
            )
        )
        fig.update_layout(showlegend=True, legend=dict(x=0, y=-0.01, yanchor="top"), margin=dict(l=0, r=0, t=6, b=34))
        return fig

    def source(self):
        return f"data/evidence/alliances.csv, with the document behind each date. {maps.DISCLAIMER}"

    def change(self):
        self._borders.redraw(self.figure, self._day())
        outlines = maps.outlines("world", self._day())
        groups = membership(self._day())
        for group, (_, _, words) in MEMBERSHIPS.items():
            lon, lat = maps.joined(outlines, groups[group])
            self._named(words).update(lon=lon, lat=lat)
        self._label(set().union(*groups.values()))

    def _named(self, name):
        """The trace of a name: these have no ``meta``."""
        return next(self.figure.select_traces({"name": name}))

    def _label(self, states):
        shown = [state for state in LABELS if state in states]
        lon, lat, side = zip(*(LABELS[state] for state in shown), strict=True) if shown else ((), (), ())
        names = ["West Pakistan" if s == "PAK" and self._two_wings() else self._names[s] for s in shown]
        if "PAK" in shown and self._two_wings():
            lon, lat, side, names = (*lon, 88), (*lat, 12), (*side, "bottom center"), [*names, "East Pakistan"]
        self._named("labels").update(lon=lon, lat=lat, text=names, textposition=list(side))

    def _two_wings(self):
        return self._day() < PARTS_NAMED_UNTIL["PAK"]

    def _day(self):
        return f"{self.state}-12-31"

    def headline(self):
        groups = membership(self._day())
        place = {
            (True, True): "in both pacts",
            (True, False): "in SEATO alone",
            (False, True): f"in {self._cento()} alone",
            (False, False): "in neither pact",
        }["PAK" in groups["both"] | groups["seato"], "PAK" in groups["both"] | groups["cento"]]
        return f"{self.state}: Pakistan is {place}"

    def subtitle(self):
        groups = membership(self._day())
        seato, cento = (len(groups[pact] | groups["both"]) for pact in ("seato", "cento"))
        return f"Members on 31 December: SEATO {seato}, {self._cento()} {cento}; borders of that day"

    def _cento(self):
        return "Baghdad Pact" if self.state < 1959 else "CENTO"

    def describe(self):
        groups = membership(self._day())
        written = [
            f"{words}: {', '.join(sorted(self._names[s] for s in groups[group])) or 'no state'}."
            for group, (_, _, words) in MEMBERSHIPS.items()
        ]
        return " ".join(
            [
                *written,
                *leaving(self.state + 1),
                "The United States was a member of SEATO. From April 1956 it sat on committees of the Baghdad Pact, later CENTO, but "
                "never joined.",
            ]
        )


def _all_years(names):
    """The text version: one row a year, the members by name."""
    rows = []
    for year in YEARS:
        groups = membership(f"{year}-12-31")
        rows.append(
            {
                "31 December": year,
                **{
                    words: ", ".join(sorted(names[s] for s in groups[group])) or "–"
                    for group, (_, _, words) in MEMBERSHIPS.items()
                },
            }
        )
    return pd.DataFrame(rows)

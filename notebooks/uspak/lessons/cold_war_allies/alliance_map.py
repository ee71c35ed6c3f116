"""The alliance map: who belonged to SEATO and to the Baghdad Pact (CENTO), year by year, inside the borders of the day."""

import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates
from uspak.drawing import maps, theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, Stepper
from uspak.widgets.live import LiveFigure

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


def members(organisation, on):
    """The full members of an alliance on a day.

    Args:
        organisation: ``"SEATO"`` or ``"CENTO"`` (the Baghdad Pact until 1959).
        on: ISO date, for instance ``"1955-12-31"``.

    Returns:
        A set of ISO 3166 country codes; empty when the alliance did not exist. Associates and observers are not in it.

    Raises:
        ValueError: if the table knows no such alliance.
    """
    table = data.evidence("alliances")
    if organisation not in set(table["organisation"]):
        known = ", ".join(sorted(set(table["organisation"])))
        raise ValueError(f"There is no alliance '{organisation}' in the table. It has: {known}.")
    rows = table[(table["organisation"] == organisation) & (table["role"] == "member")]
    return {
        row.iso3 for row in rows.itertuples() if row.joined <= on and not (isinstance(row.left, str) and row.left <= on)
    }


def leaving(year):
    """Sentences on who leaves one of the two pacts in a year; none for the year in which a pact is wound up."""
    table = data.evidence("alliances")
    members_of = table[table["organisation"].isin(["SEATO", "CENTO"]) & (table["role"] == "member")]
    wound_up = members_of.groupby("organisation")["left"].max()
    return [
        f"{row.member} leaves {row.organisation if year > 1959 else 'the Baghdad Pact'} in {dates.written_date(row.left[:7])}."
        for row in members_of.dropna(subset="left").itertuples()
        if row.left.startswith(str(year)) and wound_up[row.organisation][:4] > str(year)
    ]


def membership(on):
    """Who was in which pact on a day: a dict of three sets of country codes, ``seato`` (only), ``cento`` (only), ``both``."""
    seato, cento = members("SEATO", on), members("CENTO", on)
    return {"seato": seato - cento, "cento": cento - seato, "both": seato & cento}


class AllianceMap(LiveFigure):
    """SEATO and the Baghdad Pact (CENTO) on the last day of each year from 1955, when both were in force, to 1979.

    Attributes:
        stepper: the control; ``stepper.index = year - 1955`` moves to a year.
        year: the year in view.
        words: the text below, a ``LiveRegion``: the members by name.

    Raises:
        ValueError: for a year before 1955 or after 1979.
    """

    def __init__(self, year=1955):
        if year not in YEARS:
            raise ValueError(f"The map has no year {year}: choose one from {YEARS[0]} to {YEARS[-1]}.")
        self._names = data.actors().set_index("actor_id")["name"]
        self.year = year
        self.stepper = Stepper(steps=[str(y) for y in YEARS], index=year - YEARS[0], label="Year", interval=1500)
        self.words = LiveRegion()
        super().__init__(
            self.stepper,
            self._draw(),
            self.words,
            text=f"{self._headline()} {self._list()}",
            table=_all_years(self._names),
        )
        self.stepper.observe(lambda change: self._show(YEARS[change.new]), names="index")
        self._show(year)

    def _draw(self):
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
        return caption(
            fig,
            self._headline(),
            self._subheadline(),
            f"data/evidence/alliances.csv, with the document behind each date. {maps.DISCLAIMER}",
        )

    def _show(self, year):
        self.year = year
        groups = membership(self._day())
        outlines = maps.outlines("world", self._day())
        with self.figure.batch_update():
            self._borders.redraw(self.figure, self._day())
            for group, (_, _, words) in MEMBERSHIPS.items():
                lon, lat = maps.joined(outlines, groups[group])
                next(self.figure.select_traces({"name": words})).update(lon=lon, lat=lat)
            self._label(set().union(*groups.values()))
            set_title(self.figure, self._headline(), self._subheadline())
        self.words.html = f"<p>{self._list()}</p>"

    def _label(self, states):
        shown = [state for state in LABELS if state in states]
        lon, lat, side = zip(*(LABELS[state] for state in shown), strict=True) if shown else ((), (), ())
        names = ["West Pakistan" if s == "PAK" and self._two_wings() else self._names[s] for s in shown]
        if "PAK" in shown and self._two_wings():
            lon, lat, side, names = (*lon, 88), (*lat, 12), (*side, "bottom center"), [*names, "East Pakistan"]
        next(self.figure.select_traces({"name": "labels"})).update(
            lon=lon, lat=lat, text=names, textposition=list(side)
        )

    def _two_wings(self):
        return self._day() < "1971-12-16"

    def _day(self):
        return f"{self.year}-12-31"

    def _headline(self):
        groups = membership(self._day())
        place = {
            (True, True): "in both pacts",
            (True, False): "in SEATO alone",
            (False, True): f"in {self._cento()} alone",
            (False, False): "in neither pact",
        }["PAK" in groups["both"] | groups["seato"], "PAK" in groups["both"] | groups["cento"]]
        return f"{self.year}: Pakistan is {place}"

    def _subheadline(self):
        groups = membership(self._day())
        seato, cento = (len(groups[pact] | groups["both"]) for pact in ("seato", "cento"))
        return f"Members on 31 December: SEATO {seato}, {self._cento()} {cento}; borders of that day"

    def _cento(self):
        return "Baghdad Pact" if self.year < 1959 else "CENTO"

    def _list(self):
        groups = membership(self._day())
        written = [
            f"{words}: {', '.join(sorted(self._names[s] for s in groups[group])) or 'nobody'}."
            for group, (_, _, words) in MEMBERSHIPS.items()
        ]
        return " ".join(
            [
                *written,
                *leaving(self.year + 1),
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

"""The alliance map: who belonged to SEATO and to the Baghdad Pact (CENTO), year by year, inside the borders of the day."""

import pandas as pd
import plotly.graph_objects as go

from uspak import data
from uspak.article import PARTS_NAMED_UNTIL
from uspak.drawing import maps, theme
from uspak.drawing.maps.clipping import clipped
from uspak.drawing.maps.layers import held_lines
from uspak.geography.geometry import join
from uspak.widgets.stepped import SteppedFigure

from . import membership_bars
from .alliances import leaving, membership

YEARS = range(1955, 1980)

#: Fill and words of each kind of membership: no colours of states, and each darker than the one before.
MEMBERSHIPS = {
    "seato": (maps.tint(theme.SERIES[1], 0.5), "SEATO only"),
    "cento": (maps.tint(theme.OTHERS, 0.4), "Baghdad Pact / CENTO only"),
    "both": (maps.tint(theme.INK, 0.78), "Both pacts"),
}

#: What the map shows: west, south, east, north. Three states far away have boxes in its lower left corner.
WINDOW = (-30, -12, 145, 62)

#: The boxes: the longitudes and the latitude in the middle that each shows, and its ends as parts of the map's width.
BOXES = {
    "USA": ((-126, -65), 38, (0, 0.24)),
    "AUS": ((110, 157), -27, (0.24, 0.37)),
    "NZL": ((156, 180), -41, (0.37, 0.5)),
}

#: The height of the boxes as a part of the map's.
BOX_TOP = 0.27

#: Where a state's name stands on the map: longitude, latitude, and the side of that point on which the text lies.
LABELS = {
    "GBR": (-9.5, 54.5, "middle left"),
    "FRA": (-3, 45.6, "middle left"),
    "TUR": (35, 39, "middle center"),
    "IRQ": (43.7, 33, "middle center"),
    "IRN": (54, 32.5, "middle center"),
    "PAK": (63.5, 23, "bottom center"),
    "THA": (97, 7.5, "middle left"),
    "PHL": (127, 12, "middle right"),
    "USA": (-97, 39, "middle center"),
    "AUS": (134, -25, "middle center"),
    "NZL": (172, -36, "middle left"),
}

#: Names in two lines, where there is little sea, and of the eastern part of Pakistan.
BROKEN = {"United Kingdom": "United<br>Kingdom", "New Zealand": "New<br>Zealand"}
EAST = (88.5, 20.5, "bottom center")

#: The outline that stays in every year: the figure is about this state, also when it is in no pact.
_ALWAYS = "Pakistan (outline)"
_SILENT = dict(hoverinfo="skip", showlegend=False)


class AllianceMap(SteppedFigure):
    """SEATO and the Baghdad Pact (CENTO) on the last day of each year from 1955, when both were in force, to 1979.

    Below the map a bar for each state shows how long it was in which pact; a line marks the day.

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
        self._borders = maps.ChangingBorders(lambda on: maps.base_map(region=WINDOW, on=on, height=564))
        fig = self._borders.first(self._day())
        self._about = maps.about_map(fig)
        self._window = self._about["window"]
        for fill, words in MEMBERSHIPS.values():
            fig.add_trace(_land(words, fill, hoverinfo="name", legendgroup=words, showlegend=True))
        fig.add_trace(go.Scattergeo(name=_ALWAYS, mode="lines", line=dict(color=theme.INK, width=1.5), **_SILENT))
        fig.add_traces(self._held_lines())
        fig.add_trace(_words())
        for number, state in enumerate(BOXES, 2):
            _add_box(fig, f"geo{number}", state, self._named_in_two_lines(state))
        room = membership_bars.room()
        fig.update_layout(
            height=fig.layout.height + room,
            geo_domain=dict(x=(0, 1), y=(0, 1)),
            showlegend=True,
            legend=dict(x=0, y=-0.008, yanchor="top", itemclick=False, itemdoubleclick=False),
            margin=dict(l=theme.EDGE, r=theme.EDGE, t=6, b=room),
        )
        membership_bars.add_bars(fig, {group: fill for group, (fill, _) in MEMBERSHIPS.items()})
        return fig

    def source(self):
        return f"data/evidence/alliances.csv, with the document behind each date. Small maps: other scales. {maps.DISCLAIMER}"

    def change(self):
        self._borders.redraw(self.figure, self._day())
        outlines = maps.outlines("world", self._day())
        groups = membership(self._day())
        for group, (_, words) in MEMBERSHIPS.items():
            rings = clipped([outlines[state] for state in sorted(groups[group] - set(BOXES))], self._window)
            lon, lat = join(rings) if rings else ([None], [None])  # without a point, the group would leave the legend
            self._named(words).update(lon=lon, lat=lat)
        lon, lat = join(clipped([outlines["PAK"]], self._window))
        self._named(_ALWAYS).update(lon=lon, lat=lat)
        for line in self._held_lines():
            self._named(line.name).update(lon=line.lon, lat=line.lat)
        for state in BOXES:
            fill = next((fill for group, (fill, _) in MEMBERSHIPS.items() if state in groups[group]), theme.LAND)
            self._named(state).fillcolor = fill
        self._label(set().union({"PAK"}, *groups.values()) - set(BOXES))
        membership_bars.show_day(self.figure, self.state)

    def _held_lines(self):
        """The held lines of the day once more, for above Pakistan's outline: they are no borders, and stay dashed."""
        lines = held_lines.traces({**self._about, "on": self._day()})
        return [line.update(name=f"{line.name} (again)") for line in lines if line.mode == "lines"]

    def _named(self, name):
        """The trace of a name: these have no ``meta``."""
        return next(self.figure.select_traces({"name": name}))

    def _label(self, states):
        shown = {self._named_in_two_lines(state): LABELS[state] for state in LABELS if state in states}
        if self._two_wings():
            shown = {**shown, "West<br>Pakistan": shown["Pakistan"], "East<br>Pakistan": EAST}
            del shown["Pakistan"]
        lon, lat, side = zip(*shown.values(), strict=True)
        self._named("labels").update(lon=lon, lat=lat, text=list(shown), textposition=list(side))

    def _named_in_two_lines(self, state):
        return BROKEN.get(self._names[state], self._names[state])

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
            for group, (_, words) in MEMBERSHIPS.items()
        ]
        return " ".join(
            [
                *written,
                *leaving(self.state + 1),
                "The United States was a member of SEATO. From April 1956 it sat on committees of the Baghdad Pact, later CENTO, but "
                "never joined.",
            ]
        )


def _land(name, fill, **more):
    """Land without its coordinates, filled and outlined."""
    border = dict(color=theme.SOFT_INK, width=0.8)
    return go.Scattergeo(name=name, mode="lines", fill="toself", fillcolor=fill, line=border, **more)


def _words(**more):
    """Names of states, as a trace."""
    font = dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO)
    return go.Scattergeo(name="labels", mode="text", textfont=font, hoverinfo="skip", showlegend=False, **more)


def _add_box(fig, geo, state, name):
    """Add a state far away in a box of its own, a second map on the first."""
    (west, east), middle, (left, right) = BOXES[state]
    map_west, map_south, map_east, map_north = maps.about_map(fig)["window"]
    shape = BOX_TOP * (map_north - map_south) / (map_east - map_west) / (right - left)
    south, north = middle - (east - west) * shape / 2, middle + (east - west) * shape / 2
    quiet = fig.layout.geo.to_plotly_json()
    box = dict(
        domain=dict(x=(left, right), y=(0, BOX_TOP)),
        lonaxis=dict(range=[west, east], showgrid=False),
        lataxis=dict(range=[south, north], showgrid=False),
        showframe=True,
        framecolor=theme.BORDER,
        framewidth=1,
    )
    fig.update_layout({geo: {**quiet, **box}})
    outline = maps.outlines("world", f"{YEARS[0]}-12-31")[state]
    lon, lat = join(clipped([outline], (west, south, east, north)))
    lon_of_name, lat_of_name, side = LABELS[state]
    fig.add_trace(_land(state, theme.LAND, lon=lon, lat=lat, geo=geo, hoverinfo="skip", showlegend=False))
    fig.add_trace(_words(lon=[lon_of_name], lat=[lat_of_name], text=[name], textposition=side, geo=geo))


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
                    for group, (_, words) in MEMBERSHIPS.items()
                },
            }
        )
    return pd.DataFrame(rows)

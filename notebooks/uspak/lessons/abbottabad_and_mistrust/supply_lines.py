"""The map of notebook 06: how supplies reached Afghanistan before, while and after Pakistan's roads were shut."""

import html
from typing import NamedTuple

import pandas as pd

from uspak import data
from uspak.article import ACTOR_COLOURS
from uspak.drawing import maps, theme
from uspak.widgets.stepped import SteppedFigure

from .supply_shares import PHASES, all_phases, described, shares


class Network(NamedTuple):
    """Lines of ``ground_lines`` that are drawn alike, and the route of ``supply_shares`` of which they are the way."""

    name: str
    route: str
    lines: tuple
    colour: str
    dash: str


GATES = ("Torkham", "Chaman")
NORTH = Network("Northern network", "North", ("ndn-riga", "ndn-poti", "ndn-tajik"), "#0072B2", "dash")
ROADS = Network("Roads through Pakistan", "Pakistan", ("north", "south"), ACTOR_COLOURS["PAK"], "solid")
SHUT_COLOUR = "#D55E00"
WIDTH_OF_UNKNOWN = 2.0
COUNTRIES = [
    ("Russia", 57.6, 61.0),
    ("Kazakhstan", 47.6, 69.5),
    ("Uzbekistan", 41.6, 63.2),
    ("Turkmenistan", 38.6, 58.4),
    ("Iran", 33.0, 54.0),
    ("Afghanistan", 33.2, 63.8),
    ("India", 25.0, 76.5),
    ("Pakistan", 28.2, 64.6),
]
#: The stations of the lines that are named, and the side on which their names stand.
STATIONS = {
    "Riga": "top right",
    "Moscow": "top center",
    "Samara": "top center",
    "Poti": "bottom left",
    "Baku": "bottom left",
    "Termez": "bottom right",
    "Karachi": "bottom right",
    "Kabul": "middle left",
    "Kandahar": "middle left",
    "Bishkek": "top center",
    "Dushanbe": "middle right",
}
SOURCES = (
    "data/evidence/ground_lines.csv and supply_shares.csv, with the source of each row. Straight lines between named "
    "places, no real tracks"
)


class SupplyLines(SteppedFigure):
    """The roads through Pakistan and the northern network, in five phases from 2008 to 2012.

    Args:
        phase: the number of the phase to begin with, from 0.

    Attributes:
        stepper: the control; set its ``index``.
        state: the number of the phase in view.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self, phase=3):
        super().__init__(
            range(len(PHASES)),
            phase,
            name=lambda number: PHASES[number].name,
            label="Phase",
            interval=3500,
            table=all_phases(),
        )

    def headline(self):
        """The take-away of the phase in view."""
        return PHASES[self.state].headline

    def subtitle(self):
        return "Width: a route's share of the cargo, split over its lines; thin: no share published"

    def source(self):
        return f"{SOURCES}. {maps.DISCLAIMER}"

    def describe(self):
        """What the phase in view shows, in words."""
        return described(PHASES[self.state])

    def draw(self):
        fig = maps.base_map(region=(19, 22.5, 81, 60), on="2011-11-26", height=600, detail="world")
        maps.add_entities(fig, ["AFG"], colour=theme.RIVAL_LAND, outline=theme.BORDER, opacity=0.9)
        maps.add_entities(fig, ["PAK"], colour=ROADS.colour, opacity=0.16)
        stations = data.evidence("ground_lines")
        for network in (NORTH, ROADS):
            _add_network(fig, network, stations)
        maps.add_labels(fig, COUNTRIES, colour=theme.SOFT_INK, size=11)
        maps.add_places(fig, _named(stations), name="places", labels=True)
        fig.data[-1].showlegend = False
        gates = stations[stations["point"].isin(GATES)]
        fig.add_scattergeo(
            meta="gates",
            name="crossings",
            mode="markers+text",
            lat=gates["lat"].tolist(),
            lon=gates["lon"].tolist(),
            textposition="middle right",
            textfont_size=12,
            marker_line=dict(color=theme.PAPER, width=1),
            hoverinfo="skip",
            showlegend=False,
        )
        return fig.update_layout(
            height=690, showlegend=True, legend=dict(x=0, y=-0.01, yanchor="top"), margin=dict(l=0, r=0, t=6, b=52)
        )

    def change(self):
        phase = PHASES[self.state]
        self._draw_as(NORTH, phase.date, is_open=phase.north, dash=NORTH.dash, visible=phase.north)
        self._draw_as(ROADS, phase.date, is_open=phase.roads, dash=ROADS.dash if phase.roads else "dot", visible=True)
        colour = theme.INK if phase.roads else SHUT_COLOUR
        look = dict(symbol="circle", size=8) if phase.roads else dict(symbol="x", size=12)
        self.trace("gates").update(
            text=[gate if phase.roads else f"{gate}: shut" for gate in GATES],
            textfont_color=colour,
            marker=dict(color=colour, **look),
        )

    def _draw_as(self, network, date, is_open, dash, visible):
        """Draw a network's lines, as wide as its share of the cargo; pale while it is not open."""
        share = shares().get((date, network.route))
        width = max(1.5, share / len(network.lines) / 5) if share else WIDTH_OF_UNKNOWN
        for trace in self.figure.select_traces(lambda trace: trace.meta == network.name):
            trace.update(line=dict(width=width, dash=dash), opacity=1 if is_open else 0.35, visible=visible)


def _add_network(fig, network, stations):
    for number, line in enumerate(network.lines):
        way = stations[stations["line_id"] == line].sort_values("seq")[["lat", "lon"]].to_numpy().tolist()
        maps.add_route(fig, way, name=network.name, colour=network.colour, dash=network.dash)
        fig.data[-1].update(meta=network.name, legendgroup=network.name, showlegend=number == 0)


def _named(stations):
    """The stations whose names are written on the map, as ``maps.add_places`` takes them."""
    rows = stations[stations["point"].isin(STATIONS)].drop_duplicates("point")
    return pd.DataFrame(
        {
            "name": rows["point"],
            "lat": rows["lat"],
            "lon": rows["lon"],
            "anchor": rows["point"].map(STATIONS),
            "hover": rows["role"].map(html.escape),
        }
    )

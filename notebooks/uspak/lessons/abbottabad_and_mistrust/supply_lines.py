"""The map of notebook 06: how supplies reached Afghanistan before, while and after Pakistan's roads were shut.

In the corner through which no route runs stand the published shares, one dot for each source.
"""

import html
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from uspak import data
from uspak.drawing import maps, theme
from uspak.widgets.stepped import SteppedFigure

from . import share_rows
from .supply_shares import PHASES, all_phases, described, shares


class Network(NamedTuple):
    """Lines of ``ground_lines`` that are drawn alike, and the route of ``supply_shares`` of which they are the way."""

    name: str
    route: str
    lines: tuple
    colour: str
    dash: str


#: What the map shows: west, south, east, north in degrees; and the height of the figure at which that fills its width.
WINDOW, HEIGHT = (19.5, 22.5, 82.0, 59.0), 727

#: Pakistan's two crossings to Afghanistan, and the side on which their names stand.
GATES = {"Torkham": "top right", "Chaman": "middle right"}
NORTH = Network("Northern network", "North", ("ndn-riga", "ndn-poti", "ndn-tajik"), theme.SERIES[1], "dash")
ROADS = Network("Roads through Pakistan", "Pakistan", ("north", "south"), theme.ACTORS["PAK"], "solid")
WIDTH_OF_UNKNOWN = 2.0
COUNTRIES = [
    ("Russia", 57.6, 61.0),
    ("Kazakhstan", 46.5, 63.5),
    ("Uzbekistan", 42.3, 66.6),
    ("Afghanistan", 33.0, 66.4),
    ("India", 25.0, 76.5),
    ("Pakistan", 28.2, 64.6),
]
#: The stations of the lines that are named, and the side on which their names stand.
STATIONS = {
    "Riga": "top right",
    "Moscow": "top center",
    "Samara": "top center",
    "Poti": "top center",
    "Baku": "middle right",
    "Termez": "middle left",
    "Karachi": "bottom right",
    "Kabul": "top center",
    "Kandahar": "middle left",
    "Bishkek": "top center",
    "Dushanbe": "middle right",
}
#: Where the names of the routes stand, in degrees (latitude, longitude). That by air has a ring beside it and no line: no
#: source gives the ways of the aircraft.
ROUTE_NAMES = {"by the north": (53.6, 57.5), "by road": (27.0, 69.6), "by air": (34.9, 62.4)}
SOURCES = (
    "data/evidence/ground_lines.csv and supply_shares.csv, with the source of each row. Straight lines between named "
    "places, no real tracks; no source gives the ways by air"
)


class SupplyLines(SteppedFigure):
    """The roads through Pakistan, the northern network and the air, in five phases from 2008 to 2012.

    Args:
        phase: the number of the phase to begin with, from 0.

    Attributes:
        stepper: the control; set its ``index``.
        state: the number of the phase in view.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self, phase=0):
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
        fig = maps.base_map(region=WINDOW, on="2011-11-26", height=HEIGHT, detail="world")
        maps.add_entities(fig, ["AFG"], colour=theme.RIVAL_LAND, outline=theme.BORDER, opacity=0.9)
        maps.add_entities(fig, ["PAK"], colour=ROADS.colour, opacity=0.16)
        share_rows.add_rows(fig)
        stations = data.evidence("ground_lines")
        for network in (NORTH, ROADS):
            _add_network(fig, network, stations)
        maps.add_labels(fig, COUNTRIES, colour=theme.SOFT_INK)
        maps.add_places(fig, _named(stations), name="places", labels=True)
        gates = stations[stations["point"].isin(GATES)]
        fig.add_traces([_gates(gates), _ring(), _route_names()])
        return fig.update_layout(showlegend=False)

    def change(self):
        phase = PHASES[self.state]
        self._draw_as(NORTH, phase.date, dash=NORTH.dash, colour=NORTH.colour, visible=phase.north)
        way = ("solid", ROADS.colour) if phase.roads else ("dot", theme.FAINT_INK)
        self._draw_as(ROADS, phase.date, dash=way[0], colour=way[1], visible=True)
        look = dict(symbol="circle", size=8) if phase.roads else dict(symbol="x", size=12)
        self.trace("gates").update(
            text=[gate if phase.roads else f"<b>{gate}: shut</b>" for gate in GATES],
            marker=dict(color=theme.INK, **look),
        )
        self.trace("route names").text = [
            f"\u2002\u2002<b>{name}</b>" if phase.north or name != "by the north" else "" for name in ROUTE_NAMES
        ]
        self.trace("air").marker.line.width = _width(phase.date, "Air", 1)
        for mark, look in share_rows.looks(phase.date).items():
            self.trace(mark).update(look)

    def _draw_as(self, network, date, dash, colour, visible):
        """Draw a network's lines, as wide as its share of the cargo."""
        width = _width(date, network.route, len(network.lines))
        for trace in self.figure.select_traces(lambda trace: trace.meta == network.name):
            trace.update(line=dict(width=width, dash=dash, color=colour), visible=visible)


def _width(date, route, lines):
    """The width in pixels of each of a route's lines: its share of the cargo, or thin where nobody gives one."""
    share = shares().get((date, route))
    return max(1.5, share / lines / 5) if share else WIDTH_OF_UNKNOWN


def _add_network(fig, network, stations):
    for line in network.lines:
        way = stations[stations["line_id"] == line].sort_values("seq")[["lat", "lon"]].to_numpy().tolist()
        maps.add_route(fig, way, name=network.name, colour=network.colour, dash=network.dash)
        fig.data[-1].update(meta=network.name)


def _gates(gates):
    """Pakistan's two crossings to Afghanistan."""
    return go.Scattergeo(
        meta="gates",
        name="crossings",
        mode="markers+text",
        lat=gates["lat"].tolist(),
        lon=gates["lon"].tolist(),
        textposition=[GATES[point] for point in gates["point"]],
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
        marker_line=dict(color=theme.PAPER, width=1),
        hoverinfo="skip",
    )


def _ring():
    """A ring in Afghanistan for what comes by air; its line is as wide as that is much."""
    return go.Scattergeo(
        meta="air",
        name="By air",
        mode="markers",
        lat=ROUTE_NAMES["by air"][:1],
        lon=ROUTE_NAMES["by air"][1:],
        marker=dict(symbol="circle-open", size=16, color=theme.INK),
        hovertemplate="By air; no source gives the ways<extra></extra>",
    )


def _route_names():
    """What the routes are called, beside them; the words follow the phase."""
    return go.Scattergeo(
        meta="route names",
        mode="text",
        lat=[point[0] for point in ROUTE_NAMES.values()],
        lon=[point[1] for point in ROUTE_NAMES.values()],
        textposition="middle right",
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
        hoverinfo="skip",
    )


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

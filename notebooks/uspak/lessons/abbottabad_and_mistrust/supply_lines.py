"""The map of notebook 06: how supplies reached Afghanistan before, while and after Pakistan's roads were shut."""

import html

import pandas as pd

from uspak import data
from uspak.drawing import maps, theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, Stepper
from uspak.widgets.live import LiveFigure

#: The times in view: name, the date of their row in ``supply_shares``, whether the roads and the north were in use.
PHASES = (
    ("2008", "2008", True, False),
    ("Late 2010", "2010", True, True),
    ("Before Salala, 2011", "2011-11", True, True),
    ("Shut, Nov 2011 – July 2012", "2012-06", False, True),
    ("Reopened, July 2012", None, True, True),
)

#: The counter whose shares are drawn where several count the same time.
COUNTER = "US Transportation Command"
GATES = ("Torkham", "Chaman")
ROADS, NORTH = ("north", "south"), ("ndn-riga", "ndn-poti", "ndn-tajik")
ROAD_COLOUR, NORTH_COLOUR, SHUT_COLOUR = "#009E73", "#0072B2", "#D55E00"
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
SOURCES = (
    "data/evidence/ground_lines.csv and supply_shares.csv, with the source of each row. Straight lines between named "
    "places, no real tracks"
)

#: The ways of which a share is published, as in supply_shares.csv.
ROUTES = ("Pakistan", "North", "Air")


def shares():
    """The published shares of cargo by route.

    Returns:
        A dict ``(date, route)`` → percent of cargo, such as ``("2011-11", "Pakistan")``; what nobody gives is not in it.
        Where several counters do, it is the one of ``COUNTER``.

    Source: ``data/evidence/supply_shares.csv``.
    """
    table = data.evidence("supply_shares")
    several = table.duplicated(["date", "route"], keep=False)
    table = table[~several | (table["said_by"] == COUNTER)]
    return table.set_index(["date", "route"])["percent_of_cargo"].astype(float).to_dict()


class SupplyLines(LiveFigure):
    """The roads through Pakistan and the northern network, in five phases from 2008 to 2012.

    Attributes:
        stepper: the control; ``stepper.index`` is the number of the phase, from 0.
        phase: the number of the phase in view.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self, phase=3):
        self.phase = phase
        self._lines, self._shares = data.evidence("ground_lines"), shares()
        self.stepper = Stepper(steps=[name for name, *_ in PHASES], index=phase, label="Phase", interval=3500)
        self.words = LiveRegion(html=f"<p>{html.escape(self._told())}</p>")
        # the first state is drawn before the figure comes to life: messages sent before it is shown lose what they leave out
        self.figure = self._draw()
        self._show(phase)
        super().__init__(
            self.stepper, self.figure, self.words, text=f"{self.headline()}. {self._told()}", table=self._all_phases()
        )
        self.stepper.observe(lambda change: self._show(change.new), names="index")

    def headline(self, phase=None):
        """The take-away of a phase, by default of the one in view."""
        return (
            "2008: nine tenths of non-military supplies by Pakistan",
            "Late 2010: nearly half still came through Pakistan",
            "Autumn 2011: less than a third, and the road is still open",
            "Shut for seven months: all by the north and by air",
            "July 2012: the road opens again, the north remains",
        )[self.phase if phase is None else phase]

    def _draw(self):
        fig = maps.base_map(region=(19, 22.5, 81, 60), on="2011-11-26", height=600, detail="world")
        maps.add_entities(fig, ["AFG"], colour=theme.RIVAL_LAND, outline=theme.BORDER, opacity=0.9)
        maps.add_entities(fig, ["PAK"], colour=ROAD_COLOUR, opacity=0.16)
        for group, colour, dash, words in (
            (NORTH, NORTH_COLOUR, "dash", "Northern network"),
            (ROADS, ROAD_COLOUR, "solid", "Roads through Pakistan"),
        ):
            for number, line in enumerate(group):
                points = self._lines[self._lines["line_id"] == line].sort_values("seq")
                maps.add_route(fig, points[["lat", "lon"]].to_numpy().tolist(), name=words, colour=colour, dash=dash)
                fig.data[-1].update(meta=words, legendgroup=words, showlegend=number == 0)
        maps.add_labels(fig, COUNTRIES, colour=theme.SOFT_INK, size=11)
        maps.add_places(fig, self._places(), name="places", labels=True)
        fig.data[-1].showlegend = False
        gates = self._lines[self._lines["point"].isin(GATES)]
        fig.add_scattergeo(
            meta="gates",
            name="crossings",
            mode="markers+text",
            lat=gates["lat"].tolist(),
            lon=gates["lon"].tolist(),
            text=gates["point"].tolist(),
            textposition="middle right",
            textfont_size=12,
            marker_line=dict(color=theme.PAPER, width=1),
            hoverinfo="skip",
            showlegend=False,
        )
        fig.update_layout(
            height=690, showlegend=True, legend=dict(x=0, y=-0.01, yanchor="top"), margin=dict(l=0, r=0, t=6, b=52)
        )
        return caption(
            fig,
            self.headline(),
            "Width: a route's share of the cargo, split over its lines; thin: no share published",
            f"{SOURCES}. {maps.DISCLAIMER}",
        )

    def _places(self):
        anchors = {
            "Riga": "top right", "Moscow": "top center", "Samara": "top center", "Poti": "bottom left", "Baku": "bottom left",
            "Termez": "bottom right", "Karachi": "bottom right", "Kabul": "middle left", "Kandahar": "middle left",
            "Bishkek": "top center", "Dushanbe": "middle right",
        }  # fmt: skip
        rows = self._lines[self._lines["point"].isin(anchors)].drop_duplicates("point")
        return pd.DataFrame(
            {
                "name": rows["point"],
                "lat": rows["lat"],
                "lon": rows["lon"],
                "anchor": rows["point"].map(anchors),
                "hover": rows["role"].map(html.escape),
            }
        )

    def _show(self, phase):
        self.phase = phase
        _, date, roads, north = PHASES[phase]
        # a batch sets each property for all traces that it touches, so all of them are given the same ones
        with self.figure.batch_update():
            for words, group, route, dash, open_, seen in (
                ("Northern network", NORTH, "North", "dash", north, north),
                ("Roads through Pakistan", ROADS, "Pakistan", "solid" if roads else "dot", roads, True),
            ):
                part = self._shares.get((date, route))
                width = WIDTH_OF_UNKNOWN if not part else max(1.5, part / len(group) / 5)
                for trace in self.figure.select_traces(lambda t, words=words: t.meta == words):
                    trace.update(line=dict(width=width, dash=dash), opacity=1 if open_ else 0.35, visible=seen)
            set_title(self.figure, self.headline())
        colour = theme.INK if roads else SHUT_COLOUR
        look = dict(color=colour, symbol="circle", size=8) if roads else dict(color=colour, symbol="x", size=12)
        with self.figure.batch_update():
            self.trace("gates").update(
                text=[gate if roads else f"{gate}: shut" for gate in GATES], textfont_color=colour, marker=look
            )
        self.words.html = f"<p>{html.escape(self._told())}</p>"

    def _told(self, phase=None):
        """What a phase shows, in words."""
        phase = self.phase if phase is None else phase
        date = PHASES[phase][1]
        costs = data.evidence("closure_costs").set_index("period")["usd_millions_a_month_high"]
        before, during = costs["before the closure"], costs["during the closure"].max()
        pakistan, north, air = (f"{self._shares.get((date, route), 0):.0f}" for route in ROUTES)
        return (
            f"About {pakistan} percent of the non-military supplies for the forces in Afghanistan come through Pakistan, says "
            "a Senate report of 2011. The northern network opens in 2009.",
            f"Pakistan's share is down to nearly {pakistan} percent: the United States has been moving its supplies to the "
            "north for more than a year, after many attacks on the lorries.",
            f"The US Transportation Command counts {pakistan} percent by Pakistan, {north} by the north and {air} by air. "
            f"Others say {_others(date)} percent by Pakistan for the same time.",
            "After the air strike at Salala on 26 November 2011 Pakistan closes Torkham and Chaman to NATO. All goes by the north "
            f"and by air. The Pentagon puts the cost of moving supplies at {before:.0f} million dollars a month before and "
            f"{during:.0f} million during the closure. Thousands of lorries and their drivers wait in Karachi.",
            "On 3 July 2012 Hillary Clinton says sorry and the routes reopen; the first lorries cross at Chaman on 5 July. "
            "We found no share for the time after, so all lines are thin.",
        )[phase]

    def _all_phases(self):
        return pd.DataFrame(
            {
                "Phase": [name for name, *_ in PHASES],
                **{
                    f"{route}, percent": [self._shares.get((date, route)) for _, date, *_ in PHASES] for route in ROUTES
                },
                "What happened": [self._told(phase) for phase in range(len(PHASES))],
            }
        )


def _others(date):
    table = data.evidence("supply_shares")
    rows = table[(table["date"] == date) & (table["route"] == "Pakistan") & (table["said_by"] != COUNTER)]
    return " and ".join(
        f"{part:.0f} ({who})" for part, who in zip(rows["percent_of_cargo"], rows["said_by"], strict=True)
    )

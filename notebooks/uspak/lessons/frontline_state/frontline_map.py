"""The map of notebook 03: the route of the arms through Pakistan, and the refugees who came the other way, year by year."""

import math

import pandas as pd

from uspak import data
from uspak.drawing import maps, theme
from uspak.widgets.stepped import SteppedFigure

from .frontline_panels import PEOPLE, PROGRAMME, add_panels, view

YEARS = range(1979, 1992)

#: The stages of the arms route that the sources name (see SOURCES), as places or (lat, lon): the line, its ways, and where
#: its words stand (lat, lon, anchor).
PARACHINAR, CHAMAN, KHUNJERAB = (33.90, 70.10), (30.92, 66.45), (36.85, 75.43)
STAGES = {
    "By lorry<br>and train": (
        "solid",
        (("karachi", "rawalpindi"), ("rawalpindi", "peshawar"), ("karachi", "quetta")),
        (30.3, 67.6, "middle right"),
    ),
    "Some Chinese<br>arms, by road": ("dash", ((KHUNJERAB, "rawalpindi"),), (37.75, 75.3, "middle right")),
    "Afghan parties' lorries": ("dot", (("peshawar", PARACHINAR), ("quetta", CHAMAN)), (34.7, 69.9, "middle left")),
}
SOURCES = (
    "data/evidence/refugees.csv (UNHCR) and covert_aid.csv; arms route: Anderson and Van Atta, Washington Post, "
    "8 May 1987, and Yousaf and Adkin, The Bear Trap, 1992. Straight lines, no real tracks"
)
NEIGHBOURS = [
    ("Afghanistan", 35.7, 66.0),
    ("India", 27.2, 77.3),
    ("Soviet Union", 37.6, 63.2),
    ("China", 36.0, 78.7),
    ("Iran", 28.3, 61.0),
]
#: The refugees' arrow, in (lat, lon), and where its word stands. It tells the direction, and no place.
_FLIGHT, _FLIGHT_WORD = ((32.9, 64.9), (31.3, 68.4)), (33.3, 64.6)
_WINDOW = (60.0, 23.3, 80.2, 38.8)  # west, south, east, north
_MAP_WIDTH = 0.69  # of the plot's
_HEAD = 11  # pixels: an arrowhead


class FrontlineMap(SteppedFigure):
    """The arms route through Pakistan and the Afghan refugees there, for each year from 1979 to 1991.

    Attributes:
        stepper: the control; ``stepper.index = year - 1979`` moves to a year.
        state: the year in view.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self, year=1986):
        refugees = data.evidence("refugees")
        self._refugees = refugees.set_index("year")["refugees_end_year"]
        covert = data.whole_fiscal_years(data.evidence("covert_aid")).reindex(YEARS)
        ends = covert[["low_usd_millions_current", "high_usd_millions_current"]]
        self._covert = ends.set_axis(["low", "high"], axis="columns")
        self._aid = data.whole_fiscal_years(data.evidence("aid_by_year"))
        super().__init__(YEARS, year, label="Year", interval=1500, table=self._all_years())

    def headline(self):
        """The take-away of the year in view."""
        return f"{self.state}: {self._refugees[self.state] / 1e6:.1f} million refugees; CIA money {self._money()}"

    def _money(self):
        row = self._covert.loc[self.state]
        low, high = row["low"], row["high"]
        if pd.isna(low):
            return "unknown"
        if high < 1:
            return "below $1 million"
        return f"${low:,.0f} million" if low == high else f"${low:,.0f}–{high:,.0f} million"

    def draw(self):
        fig = maps.base_map(region=_WINDOW, on="1986-01-01", height=None)
        maps.add_entities(fig, ["AFG"], colour=theme.RIVAL_LAND, outline=theme.BORDER, opacity=0.9)
        maps.add_entities(fig, ["PAK"], colour=theme.ACTORS["PAK"], opacity=0.16)
        _add_routes(fig)
        _add_flight(fig)
        self._ways = [(trace.lon, trace.lat) for trace in _routes(fig)]
        self._words = next(fig.select_traces({"meta": "route words"})).text
        maps.add_labels(fig, NEIGHBOURS, colour=theme.SOFT_INK)
        maps.add_places(fig, _towns(), name="towns", labels=True)
        add_panels(fig, self._refugees, self._covert)
        meta = fig.layout.meta
        return fig.update_layout(
            geo_domain=dict(x=[0, _MAP_WIDTH], y=[0, 1]),
            meta={**meta, "aspect": meta["aspect"] * _MAP_WIDTH},
            margin=dict(l=theme.EDGE, r=theme.EDGE, t=6, b=8),
        )

    def subtitle(self):
        return "Lines: the arms route; wide arrow: refugees; right: every year, ? = no estimate"

    def source(self):
        return f"{SOURCES}. {maps.DISCLAIMER}"

    def change(self):
        for mark, new in view(self.state, self._refugees, self._covert).items():
            self.trace(mark).update(**new)
        drawn = self.state >= 1980
        for route, (lon, lat) in zip(_routes(self.figure), self._ways, strict=True):
            route.update(lon=lon if drawn else [], lat=lat if drawn else [])
        self.trace("route words").text = self._words if drawn else [""] * len(self._words)

    def describe(self):
        """What the year in view shows, in words."""
        aid = self._aid.loc[self.state, "total_usd_millions_current"]
        before = self._refugees.get(self.state - 1)
        more = 0 if before is None else self._refugees[self.state] - before
        change = f", {abs(more):,} {'more' if more > 0 else 'fewer'} than a year before" if more else ""
        route = (
            "Help to the Afghan rebels does not yet include arms, so no route is drawn."
            if self.state < 1980
            else "By the accounts of the time most arms come by ship to Karachi and go by lorry and train to Rawalpindi, "
            "Peshawar and Quetta; from there the Afghan parties bring them to bases at the border. "
            "Some Chinese arms come by the Karakoram Highway."
        )
        return (
            f"At the end of {self.state} UNHCR reports {self._refugees[self.state]:,} Afghan refugees in Pakistan{change}. {route} "
            f"{self._whose()} Open aid to Pakistan in that fiscal year: ${aid:,.0f} million, in current dollars. "
            "The arrow of the refugees shows a direction and no place: UNHCR's number is for the whole country."
        )

    def _whose(self):
        if self._money() == "unknown":
            return f"No published estimate of the CIA's money was found for fiscal {self.state}."
        return f"Published estimates of the CIA's money for fiscal {self.state}: {self._money()}."

    def _all_years(self):
        years = list(YEARS)
        return pd.DataFrame(
            {
                "Year": years,
                "Afghan refugees in Pakistan, end of year": [f"{self._refugees[y]:,}" for y in years],
                "CIA, low (million current dollars)": self._covert.loc[years, "low"].tolist(),
                "CIA, high": self._covert.loc[years, "high"].tolist(),
                "Aid to Pakistan": self._aid.loc[years, "total_usd_millions_current"].round(1).tolist(),
            }
        )


def _routes(fig):
    """The lines of the arms route on a figure, live or not, in the order of ``STAGES``."""
    return list(fig.select_traces({"meta": "route"}))


def _add_routes(fig):
    """The arms route, each way with an arrowhead in its middle, and the words of its stages."""
    for words, (dash, ways, _) in STAGES.items():
        for way in ways:
            maps.add_route(fig, way, name=words.replace("<br>", " "), colour=PROGRAMME, dash=dash, width=2.4)
            fig.data[-1].update(showlegend=False, meta="route", mode="lines+markers")
            _point(fig.data[-1], len(fig.data[-1].lon) // 2, PROGRAMME)
    spots = [spot for _, _, spot in STAGES.values()]
    fig.add_scattergeo(
        name="route words",
        meta="route words",
        mode="text",
        text=list(STAGES),
        lat=[lat for lat, _, _ in spots],
        lon=[lon for _, lon, _ in spots],
        textposition=[anchor for _, _, anchor in spots],
        textfont=dict(size=theme.TEXT_SIZE, color=PROGRAMME, shadow=theme.HALO),
        hoverinfo="skip",
        showlegend=False,
    )


def _add_flight(fig):
    """The arrow of the refugees, out of Afghanistan, and its word."""
    maps.add_route(fig, _FLIGHT, colour=PEOPLE, width=6)
    line = fig.data[-1]
    line.update(name="refugees", meta="flight")
    fig.add_scattergeo(
        name="refugees", lon=line.lon[-2:], lat=line.lat[-2:], mode="markers", hoverinfo="skip", showlegend=False
    )
    _point(fig.data[-1], 1, PEOPLE, 24)
    line.update(lon=[line.lon[0], _between(line.lon)], lat=[line.lat[0], _between(line.lat)])  # or it hides the tip
    lat, lon = _FLIGHT_WORD
    maps.add_labels(fig, [("Refugees", lat, lon)], colour=PEOPLE)


def _between(axis):
    """A coordinate of a point near the end of a line."""
    return float(axis[0] + 0.9 * (axis[-1] - axis[0]))


def _point(trace, number, colour, size=_HEAD):
    """Give a line on a map an arrowhead at one of its points, turned the way it goes."""
    sizes = [size if point == number else 0 for point in range(len(trace.lon))]
    east, north = (float(axis[number] - axis[number - 1]) for axis in (trace.lon, trace.lat))
    angle = math.degrees(math.atan2(east, north))  # clockwise from upright
    trace.marker = dict(symbol="arrow", angle=round(angle), size=sizes, color=colour, opacity=1, line=dict(width=0))


def _towns():
    """The towns of the route, with the words that their markers show."""
    told = {
        "karachi": ("middle right", "Port: most of the arms were landed here"),
        "rawalpindi": ("bottom right", "Army headquarters; the ISI's store at Ojhri Camp, blown up in April 1988"),
        "peshawar": ("top center", "Warehouses, and the offices of the Afghan parties"),
        "quetta": ("bottom left", "Warehouses for the south"),
    }
    towns = data.places().set_index("place_id").loc[list(told)].reset_index()[["name", "lat", "lon"]]
    towns = towns.assign(anchor=[side for side, _ in told.values()], hover=[words for _, words in told.values()])
    border = pd.DataFrame(
        [
            (
                "Parachinar\N{NO-BREAK SPACE}",
                *PARACHINAR,
                "middle left",
                "Border bases: a main route into eastern Afghanistan",
            ),
            ("Chaman", *CHAMAN, "top left", "Border bases: the route to Kandahar"),
        ],
        columns=["name", "lat", "lon", "anchor", "hover"],
    )
    return pd.concat([towns, border], ignore_index=True)

"""The map of notebook 03: the route of the arms through Pakistan, and the refugees who came the other way, year by year."""

import pandas as pd

from uspak import data
from uspak.article import ACTOR_COLOURS
from uspak.drawing import maps, theme
from uspak.widgets.stepped import SteppedFigure

YEARS = range(1979, 1992)

#: One dot of the map stands for so many refugees.
PEOPLE_PER_DOT = 100_000

#: The stages of the arms route that the sources name (see SOURCES), as places or (lat, lon), and their line.
PARACHINAR, CHAMAN, KHUNJERAB = (33.90, 70.10), (30.92, 66.45), (36.85, 75.43)
STAGES = (
    ("By lorry and train", "solid", (("karachi", "rawalpindi", "peshawar"), ("karachi", "quetta"))),
    ("Some Chinese arms, by road", "dash", ((KHUNJERAB, "rawalpindi"),)),
    ("Afghan parties' lorries to the border", "dot", (("peshawar", PARACHINAR), ("quetta", CHAMAN))),
)
SOURCES = (
    "data/evidence/refugees.csv (UNHCR) and covert_aid.csv; arms route: Anderson and Van Atta, Washington Post, "
    "8 May 1987, and Yousaf and Adkin, The Bear Trap, 1992. Straight lines, no real tracks"
)
NEIGHBOURS = [
    ("Afghanistan", 33.6, 63.6),
    ("India", 27.2, 76.5),
    ("Soviet Union", 36.95, 62.6),
    ("China", 36.6, 79.5),
    ("Iran", 31.5, 57.5),
]
ARMS, DOTS = "#7A4B00", "#8E3B73"
_GRID = dict(west=60.0, north=24.35, step=0.55, columns=12)  # where the dots stand, in degrees: in the open sea


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
        self._covert = data.whole_fiscal_years(data.evidence("covert_aid")).reindex(list(YEARS))
        self._aid = data.whole_fiscal_years(data.evidence("aid_by_year"))
        super().__init__(YEARS, year, label="Year", interval=1500, table=self._all_years())

    def headline(self):
        """The take-away of the year in view."""
        return f"{self.state}: {self._refugees[self.state] / 1e6:.1f} million refugees; CIA money {self._money()}"

    def _money(self):
        row = self._covert.loc[self.state]
        low, high = row["low_usd_millions_current"], row["high_usd_millions_current"]
        if pd.isna(low):
            return "unknown"
        if high < 1:
            return "below $1 million"
        return f"${low:,.0f} million" if low == high else f"${low:,.0f}–{high:,.0f} million"

    def draw(self):
        fig = maps.base_map(region=(59, 21.6, 78, 37.8), on="1986-01-01", height=560)
        maps.add_entities(fig, ["AFG"], colour=theme.RIVAL_LAND, outline=theme.BORDER, opacity=0.9)
        maps.add_entities(fig, ["PAK"], colour=ACTOR_COLOURS["PAK"], opacity=0.16)
        for words, dash, ways in STAGES:
            for number, way in enumerate(ways):
                maps.add_route(fig, way, name=words, colour=ARMS, dash=dash, width=2.6)
                fig.data[-1].update(legendgroup=words, showlegend=number == 0, meta="route")
        self._ways = [(trace.lon, trace.lat) for trace in fig.select_traces(lambda trace: trace.meta == "route")]
        maps.add_labels(fig, NEIGHBOURS, colour=theme.SOFT_INK)
        maps.add_places(fig, _towns(), name="towns", labels=True)
        fig.data[-1].showlegend = False
        fig.add_scattergeo(
            name="refugees",
            meta="refugees",
            mode="markers",
            showlegend=False,
            hoverinfo="skip",
            marker=dict(size=7, color=DOTS, line=dict(color=theme.PAPER, width=0.6)),
        )
        fig.add_scattergeo(
            name="words",
            mode="text",
            text=["Afghan refugees in Pakistan"],
            lon=[_GRID["west"] - 0.3],
            lat=[_GRID["north"] - 3 * _GRID["step"] - 0.15],
            textposition="middle right",
            textfont=dict(size=12, color=DOTS),
            hoverinfo="skip",
            showlegend=False,
        )
        fig.update_layout(
            height=650, showlegend=True, legend=dict(x=0, y=-0.01, yanchor="top"), margin=dict(l=0, r=0, t=6, b=52)
        )
        return fig

    def subtitle(self):
        return f"Each dot: {PEOPLE_PER_DOT:,} Afghan refugees at the end of the year; lines: the arms route"

    def source(self):
        return f"{SOURCES}. {maps.DISCLAIMER}"

    def change(self):
        lon, lat = _dots(round(self._refugees[self.state] / PEOPLE_PER_DOT))
        self.trace("refugees").update(lon=lon, lat=lat)
        routes = self.figure.select_traces(lambda trace: trace.meta == "route")
        for route, (lon, lat) in zip(routes, self._ways, strict=True):
            drawn = self.state >= 1980
            route.update(lon=lon if drawn else [], lat=lat if drawn else [])

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
            "The dots are drawn in the sea because UNHCR's number is for the whole country."
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
                "CIA, low (million current dollars)": self._covert.loc[years, "low_usd_millions_current"].tolist(),
                "CIA, high": self._covert.loc[years, "high_usd_millions_current"].tolist(),
                "Aid to Pakistan": self._aid.loc[years, "total_usd_millions_current"].round(1).tolist(),
            }
        )


def _towns():
    """The towns of the route, with the words that their markers show."""
    told = {
        "karachi": ("middle right", "Port: most of the arms were landed here"),
        "rawalpindi": ("middle right", "Army headquarters; the ISI's store at Ojhri Camp, blown up in April 1988"),
        "peshawar": ("top center", "Warehouses, and the offices of the Afghan parties"),
        "quetta": ("bottom left", "Warehouses for the south"),
    }
    towns = data.places().set_index("place_id").loc[list(told)].reset_index()[["name", "lat", "lon"]]
    towns = towns.assign(anchor=[side for side, _ in told.values()], hover=[words for _, words in told.values()])
    border = pd.DataFrame(
        [
            ("Parachinar", *PARACHINAR, "middle left", "Border bases: a main route into eastern Afghanistan"),
            ("Chaman", *CHAMAN, "top left", "Border bases: the route to Kandahar"),
        ],
        columns=["name", "lat", "lon", "anchor", "hover"],
    )
    return pd.concat([towns, border], ignore_index=True)


def _dots(number):
    """Longitudes and latitudes of a number of dots, row by row."""
    rows = [divmod(i, _GRID["columns"]) for i in range(number)]
    lon = [_GRID["west"] + column * _GRID["step"] for _, column in rows]
    return lon, [_GRID["north"] - row * _GRID["step"] for row, _ in rows]

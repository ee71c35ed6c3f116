"""The first map of notebook 08: the projects of the China–Pakistan Economic Corridor, by kind and by what became of them."""

import functools
import html
import math

import pandas as pd

from uspak import data, dates
from uspak.drawing import maps, theme
from uspak.drawing.maps.about import about_map
from uspak.geography.borders import outlines
from uspak.widgets.choice import ChoiceFigure
from uspak.widgets.controls import drop_down

from .clear_places import clear_places, inside
from .corridor import as_of, projects

#: The kinds of projects in the table: words for one of them, words for several, and the shape of the marker.
KINDS = {
    "energy": ("Energy", "energy projects", "circle"),
    "road": ("Road", "roads", "square"),
    "rail": ("Railway", "railways", "diamond"),
    "port": ("Port", "ports", "triangle-down"),
    "airport": ("Airport", "airports", "star"),
    "zone": ("Free zone", "free zones", "hexagon"),
    "fibre": ("Fibre cable", "fibre cables", "cross"),
}

#: The outcomes of projects, as in ``corridor.OUTCOMES``: words, fill and outline of the marker.
LOOKS = {
    "completed": ("Completed", theme.INK, theme.PAPER),
    "begun": ("Begun", theme.QUIET, theme.INK),
    "not begun": ("Not begun", theme.PAPER, theme.INK),
}

#: How each alignment is drawn, and where its name stands: latitude, longitude, side.
ROUTES = {
    "eastern": ("solid", (32.3, 73.3, "middle right")),
    "central": ("dot", (28.7, 67.7, "top center")),
    "western": ("dash", (28.9, 66.2, "middle left")),
}
ROUTE_COLOUR = theme.FAINT_INK

#: The columns of the legend, from the left: kinds, then outcomes.
_KEY = (("energy", "road", "rail"), ("port", "airport", "zone"), ("fibre",), tuple(LOOKS))
_RIM, _SEEN = 0.12, 0.2  # degrees: of a sign that must stand in Pakistan; of a way so long that a line shows it
_SIGN, _GAP, _NARROW = 12, 3, 570  # pixels: a sign, the white between two, and a map's width on a narrow page
TOWNS = {
    "karachi": (24.55, 66.6, "bottom left"),
    "gwadar": (24.95, 62.33, "bottom center"),
    "quetta": (30.2, 66.85, "middle left"),
    "islamabad": (33.62, 72.3, "middle left"),
    "lahore": (31.55, 74.8, "middle right"),
    "multan": (30.2, 71.3, "middle left"),
}
LABELS = [
    ("Khunjerab Pass", 36.95, 75.95, "middle right"),
    ("Gilgit-<br>Baltistan", 35.35, 75.75, "middle center"),
    ("Thar coal field", 26.4, 70.4, "top center"),
    ("Afghanistan", 33.4, 65.4),
    ("India", 27.4, 74.6),
    ("China", 36.0, 79.3),
    ("Iran", 29.0, 60.2),
]
_REGION = (57.5, 23.1, 83.0, 37.4)
_HEIGHT, _KEY_HEIGHT = 690, 66  # pixels: the map with its caption, and the legend below it
SOURCE = (
    "data/evidence/cpec_projects.csv and cpec_routes.csv (Economic Survey 2016-17, schematic). Markers that would cover each "
    "other are moved apart; a thin line leads to the site. India claims Gilgit-Baltistan and the rest of Kashmir; dashed on "
    "its Indian side: the Line of Control"
)


class CorridorMap(ChoiceFigure):
    """CPEC on the map: shape for the kind of project, fill for what became of it, and two lists to choose from.

    Attributes:
        kind: the ``Dropdown`` of kinds, ``"all"`` or a key of ``KINDS``.
        outcome: the ``Dropdown`` of outcomes, ``"all"`` or a key of ``LOOKS``.
        description: the text below, a ``LiveRegion``: the projects in view by name.
    """

    def __init__(self):
        self._projects = projects()
        kinds = {key: words for key, (words, _, _) in KINDS.items()}
        outcomes = {key: words for key, (words, _, _) in LOOKS.items()}
        self.kind = drop_down("Kind", {"all": "all kinds"} | kinds, "all")
        self.outcome = drop_down("State", {"all": "all states"} | outcomes, "all")
        super().__init__([self.kind, self.outcome], table=_as_table(self._projects))

    def in_view(self):
        """The projects that the two lists let through, as from ``corridor.projects``."""
        table = self._projects
        if self.kind.value != "all":
            table = table[table["category"] == self.kind.value]
        if self.outcome.value != "all":
            table = table[table["outcome"] == self.outcome.value]
        return table

    def headline(self):
        """The take-away of the choice in view, one sentence."""
        kind, outcome, table = self.kind.value, self.outcome.value, self.in_view()
        of_kind = self._projects if kind == "all" else self._projects[self._projects["category"] == kind]
        what = "listed projects" if kind == "all" else KINDS[kind][1]
        if outcome == "all":
            done = int((table["outcome"] == "completed").sum())
            return f"Completed: {done} of {len(table)} {what}"
        return f"{LOOKS[outcome][0]}: {len(table)} of {len(of_kind)} {what}"

    def subtitle(self):
        return f"By kind (shape) and state (fill), {as_of(self._projects)}; lines: routes"

    def source(self):
        return f"{SOURCE}. {maps.DISCLAIMER}"

    def describe(self):
        """The projects in view by outcome, and what is known of their costs."""
        table = self.in_view()
        if table.empty:
            return "No project in the list has this kind and this state."
        parts = [
            f"{words}: {self._listed(table[table['outcome'] == key]['project'], key)}."
            for key, (words, _, _) in LOOKS.items()
            if (table["outcome"] == key).any()
        ]
        parts.append(f"States {as_of(table)}; each project has its own date.")
        known = table["cost"].dropna()
        parts.append(
            f"A cost is known for {len(known)} of {len(table)}: together {known.sum():,.0f} million current dollars, but some "
            "are total costs and some only loans."
            if len(known)
            else "No cost was found for any of them."
        )
        return " ".join(parts)

    def _listed(self, names, outcome):
        """The names of some projects; their number where all are in view, but for those that were not begun."""
        everything = self.kind.value == self.outcome.value == "all"
        return str(len(names)) if everything and outcome != "not begun" else ", ".join(names)

    def draw(self):
        fig = maps.base_map(region=_REGION, height=_HEIGHT)
        self._lon, self._lat = _positions(self._projects, fig)
        maps.add_entities(fig, ["PAK"], colour=theme.ACTORS["PAK"], opacity=0.12)
        _add_routes(fig)
        maps.add_labels(fig, LABELS, colour=theme.SOFT_INK)
        common = dict(mode="markers", showlegend=False)
        fig.add_scattergeo(
            name="aside", meta="aside", hoverinfo="skip", marker=dict(size=5, color=theme.OTHERS), **common
        )
        _add_towns(fig)
        fig.add_scattergeo(
            name="leaders", meta="leaders", mode="lines+markers", hoverinfo="skip", showlegend=False,
            line=dict(color=theme.SOFT_INK, width=1), marker=dict(size=3, color=theme.SOFT_INK, line_width=0),
        )  # fmt: skip
        fig.add_scattergeo(name="projects", meta="projects", hovertemplate="%{customdata}<extra></extra>", **common)
        _add_key(fig)
        return fig.update_layout(
            height=_HEIGHT + _KEY_HEIGHT,
            showlegend=True,
            legend=dict(x=0, y=0, yanchor="top", itemclick=False, itemdoubleclick=False, tracegroupgap=24),
            margin=dict(l=theme.EDGE, r=theme.EDGE, t=12, b=10 + _KEY_HEIGHT),
        )

    def change(self):
        chosen = self.in_view()
        aside = self._projects.index.difference(chosen.index)
        looks = [LOOKS[outcome] for outcome in chosen["outcome"]]
        self.trace("aside").update(lon=[None, *self._lon[aside]], lat=[None, *self._lat[aside]])
        lon, lat = self._leaders(chosen)
        self.trace("leaders").update(lon=lon, lat=lat)
        self.trace("projects").update(
            lon=self._lon[chosen.index].tolist(),
            lat=self._lat[chosen.index].tolist(),
            customdata=[_hover(row) for row in chosen.to_dict("records")],
            marker=dict(
                symbol=[KINDS[kind][2] for kind in chosen["category"]],
                size=_SIGN,
                opacity=1,
                color=[fill for _, fill, _ in looks],
                line=dict(color=[outline for *_, outline in looks], width=1.5),
            ),
        )

    def _leaders(self, chosen):
        """Lines from the sites of projects to their signs, where these were moved: longitudes and latitudes."""
        lon, lat = [None], [None]
        for row in chosen.itertuples():
            sign = self._lon[row.Index], self._lat[row.Index]
            if math.dist(sign, (row.lon, row.lat)) > _SEEN:
                lon += [row.lon, sign[0], None]
                lat += [row.lat, sign[1], None]
        return lon, lat


def _add_routes(fig):
    """The three alignments as lines, each with its name."""
    routes = data.evidence("cpec_routes")
    for name, (dash, _) in ROUTES.items():
        points = routes[routes["route"] == name][["lat", "lon"]].to_numpy().tolist()
        maps.add_route(fig, points, name=f"{name} route", colour=ROUTE_COLOUR, dash=dash, width=1.8)
        fig.data[-1].showlegend = False
    maps.add_labels(fig, [(name, *place) for name, (_, place) in ROUTES.items()], colour=ROUTE_COLOUR)


def _positions(table, fig):
    """Longitudes and latitudes at which signs stand clear of each other and of towns on a narrow page, in the table's order."""
    west, _, east, _ = about_map(fig)["window"]
    distance = (_SIGN + _GAP) * (east - west) / _NARROW
    points = table[["lon", "lat"]].to_numpy().tolist()
    crowded = [
        town  # a sign that is alone may stand on its town
        for town in _towns()[["lon", "lat"]].to_numpy().tolist()
        if sum(math.dist(town, point) < distance for point in points) > 1
    ]
    places = clear_places(points, distance, crowded, _in_pakistan)
    return (pd.Series(axis, index=table.index) for axis in zip(*places, strict=True))


@functools.cache
def _corners():
    """The outline of the land that Pakistan administers, as ``(lon, lat)``."""
    return [(float(lon), float(lat)) for lon, lat in zip(*outlines("region")["PAK"], strict=True)]


def _in_pakistan(place):
    """Whether a sign at a place (longitude, latitude) stands on land that Pakistan administers, its outline as well."""
    corners = _corners()
    x, y = place
    return all(inside((x + _RIM * dx, y + _RIM * dy), corners) for dx, dy in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)))


def _towns():
    """The rows of ``uspak.places()`` that are named on the map, by id."""
    return data.places().set_index("place_id").loc[list(TOWNS)]


def _add_towns(fig):
    towns = _towns()
    fig.add_scattergeo(
        lon=towns["lon"].tolist(),
        lat=towns["lat"].tolist(),
        mode="markers",
        showlegend=False,
        hoverinfo="skip",
        marker=dict(size=4, color=theme.INK),
    )
    maps.add_labels(fig, [(towns.at[key, "name"], *place) for key, place in TOWNS.items()])
    (lat, lon, _), town = TOWNS["islamabad"], towns.loc["islamabad"]  # the routes run between the name and the town
    fig.add_scattergeo(
        name="to Islamabad", lon=[lon, town["lon"]], lat=[lat, town["lat"]], mode="lines", hoverinfo="skip", showlegend=False,
        line=dict(color=theme.INK, width=0.8),
    )  # fmt: skip


def _add_key(fig):
    """The legend in columns: on the left the shape of each kind, on the right the fill of each outcome."""
    for number, column in enumerate(_KEY):
        for key in column:
            if key in KINDS:
                words, _, symbol = KINDS[key]
                marker = dict(symbol=symbol, size=11, color=theme.FAINT_INK)
            else:
                words, fill, _ = LOOKS[key]
                marker = dict(symbol="circle", size=_SIGN, color=fill, line=dict(color=theme.INK, width=1.4))
            common = dict(lon=[None], lat=[None], mode="markers", legendgroup=f"column {number}")
            fig.add_scattergeo(name=words, marker=marker, showlegend=True, **common)


def _hover(row):
    year = f", {row['year_completed']:.0f}" if pd.notna(row["year_completed"]) else ""
    seen = f"{LOOKS[row['outcome']][0]}{year} (as of {dates.written_date(row['state_as_of'])})"
    cost = f"{row['cost']:,.0f} million dollars ({row['cost_basis']})" if pd.notna(row["cost"]) else "cost not found"
    return f"<b>{html.escape(row['project'])}</b><br>{html.escape(row['place'])}<br>{seen}<br>{cost}"


def _as_table(table):
    return pd.DataFrame(
        {
            "Project": table["project"],
            "Kind": [KINDS[kind][0] for kind in table["category"]],
            "State": [LOOKS[outcome][0] for outcome in table["outcome"]],
            "As of": table["state_as_of"].map(dates.written_date),
            "Cost, million current dollars": table["cost"],
            "Basis": table["cost_basis"],
        }
    )

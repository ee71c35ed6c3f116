"""The first map of notebook 08: the projects of the China–Pakistan Economic Corridor, by kind and by what became of them."""

import html

import pandas as pd

from uspak import data, dates
from uspak.article import ACTOR_COLOURS
from uspak.drawing import maps, theme
from uspak.widgets.choice import ChoiceFigure
from uspak.widgets.controls import drop_down

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
    "completed": ("Completed", "#B04A00", "#FFFFFF"),
    "begun": ("Begun", "#F2B98F", "#8A3A00"),
    "not begun": ("Not begun", "#FFFFFF", "#8A3A00"),
}

#: How each alignment is drawn, and where its name stands: latitude, longitude, side.
ROUTES = {
    "eastern": ("solid", (30.6, 72.0, "bottom right")),
    "central": ("dot", (28.55, 68.4, "top center")),
    "western": ("dash", (30.9, 68.1, "top left")),
}
ROUTE_COLOUR, ASIDE = "#6B655A", "#BDB6A8"
TOWNS = {
    "karachi": (24.55, 66.6, "bottom left"),
    "gwadar": (24.5, 62.33, "bottom center"),
    "quetta": (30.2, 66.85, "middle left"),
    "islamabad": (33.62, 72.3, "middle left"),
    "lahore": (31.55, 74.6, "middle right"),
    "multan": (30.2, 71.3, "middle left"),
}
LABELS = [
    ("Khunjerab Pass", 36.95, 75.75, "middle right"),
    ("Gilgit-<br>Baltistan", 35.35, 75.75, "middle center"),
    ("Thar coal field", 25.65, 70.4, "top center"),
    ("Afghanistan", 33.4, 65.4),
    ("India", 27.4, 74.6),
    ("China", 36.0, 79.3),
    ("Iran", 29.0, 60.2),
]
_REGION = (59.0, 23.2, 80.4, 37.7)
SOURCE = (
    "data/evidence/cpec_projects.csv and cpec_routes.csv (Economic Survey 2016-17, schematic). India claims Gilgit-Baltistan "
    "and the rest of Kashmir; the dashed line is the Line of Control"
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
        fig = maps.base_map(region=_REGION, height=600)
        maps.add_entities(fig, ["PAK"], colour=ACTOR_COLOURS["PAK"], opacity=0.12)
        _add_routes(fig)
        maps.add_labels(fig, LABELS, size=11, colour=theme.SOFT_INK)
        self._lon, self._lat = _positions(self._projects)
        common = dict(mode="markers", showlegend=False)
        fig.add_scattergeo(name="aside", meta="aside", hoverinfo="skip", marker=dict(size=5, color=ASIDE), **common)
        fig.add_scattergeo(name="projects", meta="projects", hovertemplate="%{customdata}<extra></extra>", **common)
        _add_towns(fig)
        _add_key(fig)
        return fig.update_layout(
            height=710,
            showlegend=True,
            legend=dict(x=0, y=-0.01, yanchor="top", itemclick=False, itemdoubleclick=False),
            margin=dict(l=0, r=0, t=6, b=86),
        )

    def change(self):
        chosen = self.in_view()
        aside = self._projects.index.difference(chosen.index)
        looks = [LOOKS[outcome] for outcome in chosen["outcome"]]
        self.trace("aside").update(lon=[None, *self._lon[aside]], lat=[None, *self._lat[aside]])
        self.trace("projects").update(
            lon=self._lon[chosen.index].tolist(),
            lat=self._lat[chosen.index].tolist(),
            customdata=[_hover(row) for row in chosen.to_dict("records")],
            marker=dict(
                symbol=[KINDS[kind][2] for kind in chosen["category"]],
                size=13,
                opacity=1,
                color=[fill for _, fill, _ in looks],
                line=dict(color=[outline for *_, outline in looks], width=1.5),
            ),
        )


def _add_routes(fig):
    """The three alignments as lines, each with its name."""
    routes = data.evidence("cpec_routes")
    for name, (dash, _) in ROUTES.items():
        points = routes[routes["route"] == name][["lat", "lon"]].to_numpy().tolist()
        maps.add_route(fig, points, name=f"{name} route", colour=ROUTE_COLOUR, dash=dash, width=1.8)
        fig.data[-1].showlegend = False
    maps.add_labels(fig, [(name, *place) for name, (_, place) in ROUTES.items()], size=11, colour=ROUTE_COLOUR)


def _positions(table):
    """Longitudes and latitudes at which the markers of projects stand clear of each other, in the order of the table."""
    frame = table.rename(columns={"project": "name"})[["name", "lat", "lon"]]
    scratch = maps.add_places(maps.base_map(region=_REGION, height=600), frame, size=13)
    return pd.Series(scratch.data[-1].lon), pd.Series(scratch.data[-1].lat)


def _add_towns(fig):
    towns = data.places().set_index("place_id").loc[list(TOWNS)]
    fig.add_scattergeo(
        lon=towns["lon"].tolist(),
        lat=towns["lat"].tolist(),
        mode="markers",
        showlegend=False,
        hoverinfo="skip",
        marker=dict(size=4, color=theme.INK),
    )
    maps.add_labels(fig, [(towns.at[key, "name"], *place) for key, place in TOWNS.items()])


def _add_key(fig):
    """The legend: the shape of each kind, the fill of each outcome."""
    for words, _, symbol in KINDS.values():
        _key(fig, words, dict(symbol=symbol, size=11, color=theme.SOFT_INK))
    for words, fill, outline in LOOKS.values():
        line = dict(color=theme.SOFT_INK if outline == theme.PAPER else outline, width=1.4)
        _key(fig, words, dict(symbol="circle", size=12, color=fill, line=line))


def _key(fig, words, marker):
    """One entry of the legend that belongs to no point."""
    fig.add_scattergeo(name=words, lon=[None], lat=[None], mode="markers", marker=marker, showlegend=True)


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

"""The deciding widget of notebook 09: what lies within a missile's range, from where, by whose figure, and counted how?"""

import functools
import html

import ipywidgets as widgets
import plotly.graph_objects as go

from uspak import data
from uspak.drawing import maps, theme
from uspak.drawing.maps.layers.rings import ring_traces
from uspak.geography.distances import ring
from uspak.widgets.choice import ChoiceFigure, Keeper
from uspak.widgets.controls import Decision, LiveRegion, drop_down

from .in_reach import (
    COUNTS,
    STATES,
    TOWNS,
    InReach,
    distances_from_towns,
    every_count,
    in_words,
    reach_of_the_shaheens,
)
from .missiles import missiles
from .reach_names import MARKER, names_in_view

VIEWS = {"globe": "globe", "flat": "flat map"}

#: What can be counted (the keys of ``COUNTS``), in words so short that all controls stand in one row.
LISTED = {key: words for key, (words, _) in COUNTS.items()} | {
    "un": "cities outside (UN list, with Iran)",
    "rival": "the other state's cities",
}

#: The groups of points, from the bottom up: their words in the legend, and their markers.
POINTS = {
    "rest": ("out of reach, or not counted", dict(symbol="circle", size=5, color=theme.OTHERS, line_width=0)),
    "high": ("in reach, highest figure only", dict(symbol="diamond-open", size=9, color=theme.INK)),
    "low": ("in reach, lowest figure", dict(symbol="circle", size=8, color=theme.INK)),
    "town": ("", dict(symbol="star", size=15, color=theme.INK)),
}

#: A globe drawn so many times as large, where the highest figure is so many kilometres or less: else the star covers the ring.
CLOSER, SHORT = 4, 300
_CLOSER_BY = f"The globe is drawn {CLOSER} times as large as for the other missiles. "

HALF_THE_GLOBE = 9_990  # kilometres; a little less than a quarter of the way round

OPTIONS = (
    "None of them: they are made for India",
    "The Shaheen-III alone",
    "The Shaheen-II and the Shaheen-III",
    "All three, from any of the towns",
    "For one of them it depends on the town and on the figure",
)
FLAT_MAP = dict(
    bgcolor=theme.SEA,
    projection=dict(type="natural earth", rotation=dict(lon=0, lat=0), scale=1),
    center=dict(lon=0, lat=12),
    lataxis_range=[-60, 84],
)
_HEIGHTS = {"globe": 720, "flat": 490}  # pixels


class ReachMap(ChoiceFigure):
    """The student decides what the Shaheens reach; then chooses missile, town and count and sees the answer change.

    Args:
        missile: a ``name`` of :func:`uspak.lessons.missiles_and_sanctions.missiles.missiles`.
        town: one of the ``TOWNS`` of its state.
        counted: a key of ``COUNTS``.
        view: a key of ``VIEWS``.

    Attributes:
        decision: the ``Decision`` above; its answers are ``OPTIONS``, in order.
        missile, town, counted, view: the four ``Dropdown`` controls; set their ``value``. The towns follow the missile.
        keeper: the ``Keeper`` of counts: description → (lowest, highest).
        verdict: the ``LiveRegion`` below the decision.
        description: the ``LiveRegion`` below the figure.

    Raises:
        traitlets.TraitError: for a choice that a list does not have.
    """

    def __init__(self, missile="Shaheen-III", town="Quetta", counted="saarc", view="globe"):
        self._missiles, self._away = missiles().set_index("name"), distances_from_towns()
        self._in_reach = functools.cache(lambda *choice: InReach(*choice, self._away, self._missiles))
        self.decision = Decision(
            question="Before you choose anything: which of the three Shaheens can reach a listed city beyond South Asia?",
            options=list(OPTIONS),
        )
        names = {name: self._owned(name) for name in self._missiles.index}
        self.missile = drop_down("Missile", names, missile)
        self.town = drop_down("From", {name: name for name in TOWNS[self._state()]}, town)
        self.counted = drop_down("Count", LISTED, counted)
        self.view = drop_down("View", VIEWS, view)
        self.keeper = Keeper("Keep this count", lambda: (self._now().name(), self.count()), self.show)
        self.verdict = LiveRegion()
        super().__init__(
            [self.missile, self.town, self.counted, self.view],
            buttons=[self.keeper.button],
            above=[self.decision, self.verdict],
            table=every_count(self._away),
        )
        self._put_words_beside()
        self.decision.observe(lambda change: self._decide(change.new), names="decided")

    def _put_words_beside(self):
        """The words right of the globe where the page is wide enough, else below it."""
        globe = widgets.VBox([self.figure], layout=widgets.Layout(flex="1 1 540px", min_width="0"))
        words = widgets.VBox([self.description], layout=widgets.Layout(flex="1 1 280px", align_self="center"))
        both = widgets.HBox([globe, words], layout=widgets.Layout(flex_flow="row wrap", width="100%"))
        self.children = [
            both if part is self.figure else part for part in self.children if part is not self.description
        ]

    def chosen(self):
        towns = TOWNS[self._state()]
        if tuple(name for _, name in self.town.options) == towns:
            self.show()
        else:
            self.town.options = [(name, name) for name in towns]  # takes the first of them, and so comes here again

    def count(self):
        """What is counted, by the lowest and by the highest figure: two whole numbers."""
        return self._now().count()

    def _now(self):
        return self._in_reach(self.missile.value, self.town.value, self.counted.value)

    def _state(self):
        return self._missiles.loc[self.missile.value, "country_iso3"]

    def _owned(self, name=None):
        """The name of a missile, by default the chosen one, with its state."""
        name = name or self.missile.value
        return f"{name} ({STATES[self._missiles.loc[name, 'country_iso3']]})"

    # What is said

    def headline(self):
        return self._now().headline()

    def subtitle(self):
        low, high = self._now().figures()
        given = f"{low:,} km" if low == high else f"{low:,} (full) to {high:,} km (dashed)"
        return f"Range given: {given}; star: {self.town.value}; points: listed cities"

    def source(self):
        return (
            "data/evidence/missiles.csv, missiles_india.csv and cities.csv, with the source of each figure; geodesy: "
            f"geographiclib, WGS 84. {maps.DISCLAIMER}"
        )

    def summary(self):
        return f"{super().summary()} {reach_of_the_shaheens(self._away)}"

    def describe(self):
        return _CLOSER_BY * (self._times() > 1) + self._now().describe()

    def notes(self):
        if not self.keeper.kept:
            return "<p>Nothing kept yet. Keep two counts that differ in one choice only, and compare.</p>"
        verdict = (
            "Compare the two numbers: say which choice made the difference."
            if len(self.keeper.kept) > 1
            else "Keep a second one to compare."
        )
        return f"<p><b>Kept:</b></p>{self.keeper.as_list(lambda span: in_words(*span))}<p>{verdict}</p>"

    def _decide(self, number):
        said = OPTIONS[number]
        right = number == len(OPTIONS) - 1
        first = "That is what these tables show, too." if right else f"You said: {said[0].lower()}{said[1:]}."
        self.verdict.html = f"<p><b>{html.escape(first)}</b> {html.escape(reach_of_the_shaheens(self._away))}</p>"

    # What is seen

    def draw(self):
        now = self._now()
        return _drawn(
            ring_traces(now.town_point(), *now.figures(), theme.ACTORS[self._state()]), data.evidence("cities")
        )

    def change(self):
        now, colour = self._now(), theme.ACTORS[self._state()]
        (low, high), here = now.figures(), now.town_point()
        rings = {new.meta: new for new in ring_traces(here, low, high, colour, self._owned())}
        points = now.groups()
        for key, new in {**rings, **points}.items():
            self.trace(key).update(lon=list(new["lon"]), lat=list(new["lat"]))
        for key in ("lowest figure", "highest figure"):
            self.trace(key).update(text=rings[key].text, line_color=colour)
        self.trace("band").fillcolor = rings["band"].fillcolor
        for key in rings:
            self.trace(key).name = rings[key].name
        for key, rows in points.items():
            self.trace(key).text = _hover(rows)
        self._turn(*here)
        near = self._away[self.town.value] if self._times() > 1 else None
        view = self.view.value == "globe", self._times(), near
        self.trace("names").update(names_in_view(points, {low, high}, here, *view))

    def _times(self):
        """How many times as large the globe is drawn: it is seen from closer by where the ring is small."""
        return CLOSER if self.view.value == "globe" and self._now().figures()[1] <= SHORT else 1

    def _turn(self, lat, lon):
        """The globe as seen from above a point, its near half as a disc of sea; or the flat map."""
        globe, geo = self.view.value == "globe", self.figure.layout.geo
        half = ring((lat, lon), HALF_THE_GLOBE) if globe else ([], [])
        self.trace("sea").update(lon=list(half[0]), lat=list(half[1]))
        geo.update(_geo(lat, lon, self._times()) if globe else FLAT_MAP)
        self.figure.layout.height = _HEIGHTS[self.view.value]


def _geo(lat, lon, times):
    """plotly's geo subplot for the globe as seen from above a point, drawn so many times as large."""
    turned = dict(lon=lon, lat=lat)
    projection = dict(type="orthographic", rotation=turned, scale=times)
    return dict(bgcolor=theme.PAPER, projection=projection, center=turned, lataxis_range=[-90, 90])


def _drawn(rings, cities):
    """The globe with all traces: sea, land, rings, the groups of points, and names for orientation."""
    base = maps.base_map("world", height=640)
    sea = go.Scattergeo(
        meta="sea",
        mode="lines",
        fill="toself",
        fillcolor=theme.SEA,
        line=dict(color=theme.BORDER, width=0.5),
        hoverinfo="skip",
        showlegend=False,
    )
    fig = go.Figure(data=[sea, *base.data, *rings], layout=base.layout)
    for key, (words, marker) in POINTS.items():
        fig.add_scattergeo(
            name=words,
            meta=key,
            mode="markers",
            marker=dict(line_color=theme.PAPER) | dict(line_width=1) | marker,
            hovertemplate="%{text}<extra></extra>",
            showlegend=key != "town",
        )
    fig.add_scattergeo(
        name="names",
        meta="names",
        mode="markers+text",  # the markers are not seen: they keep the words at a distance
        marker=MARKER,
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
        hoverinfo="skip",
        showlegend=False,
    )
    legend = dict(x=0, y=-0.01, yanchor="top")
    margin = dict(l=theme.EDGE, r=theme.EDGE, t=6, b=34)
    return fig.update_layout(height=_HEIGHTS["globe"], showlegend=True, legend=legend, margin=margin)


def _hover(rows):
    return [
        f"<b>{html.escape(row.city)}</b><br>{html.escape(row.country)}<br>{row.km:,.0f} km" for row in rows.itertuples()
    ]

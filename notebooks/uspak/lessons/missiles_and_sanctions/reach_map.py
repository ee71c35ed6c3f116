"""The deciding widget of notebook 09: what lies within a missile's range, from where, by whose figure, and counted how?"""

import html
import math

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from uspak import data
from uspak.drawing import maps, theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import Decision, LiveRegion, drop_down, in_a_row
from uspak.widgets.live import LiveFigure

from .reach import US_CODES, beyond_south_asia, distances_km, missiles, ring, ring_traces

#: The towns to reckon from: large, public, and chosen because they lie apart. None is meant as a launch site.
TOWNS = {
    "PAK": ("Karachi", "Quetta", "Peshawar", "Islamabad", "Lahore"),
    "IND": ("Delhi", "Mumbai", "Kolkata", "Chennai"),
}
STATES = {"PAK": "Pakistan", "IND": "India"}
COLOURS = {"PAK": "#00785A", "IND": "#B97A00"}  # the series' colours of the two states, dark enough for lines and words

#: What can be counted: its words in the list, and its words in a headline.
COUNTS = {
    "saarc": ("cities beyond South Asia (SAARC)", "cities beyond South Asia"),
    "un": ("cities beyond Southern Asia (UN list, with Iran)", "cities outside (UN list)"),
    "rival": ("the other one's cities (India or Pakistan)", "{rival} cities"),
    "CHN": ("Chinese cities", "Chinese cities"),
    "USA": ("US cities (with Guam and Saipan)", "US cities"),
    "people": ("people in listed cities abroad", "people abroad"),
}
VIEWS = {"globe": "globe, from above the town", "flat": "flat map of the world"}

#: The groups of points, from the bottom up: their words in the legend, and their markers.
POINTS = {
    "rest": ("out of reach from here, or not counted", dict(symbol="circle", size=5, color="#9A948A")),
    "high": ("in reach by the highest figure only", dict(symbol="diamond-open", size=8)),
    "low": ("in reach by the lowest figure", dict(symbol="circle", size=8)),
    "town": ("", dict(symbol="star", size=15, color=theme.INK)),
}

HALF_THE_GLOBE = 9_990  # kilometres; a little less than a quarter of the way round

OPTIONS = (
    "None of them: they are made for India",
    "The Shaheen-III alone",
    "The Shaheen-II and the Shaheen-III",
    "All three, from any of the towns",
    "For one of them it depends on the town and on the figure",
)
SHAHEENS = ("Shaheen-I", "Shaheen-II", "Shaheen-III")

#: Names for orientation, and the side of the point on which each stands.
_NAMED = {
    "Beijing": "top center",
    "Moscow": "middle left",
    "Tehran": "middle left",
    "Riyadh": "middle left",
    "Cairo": "middle left",
    "London": "middle left",
    "Tel Aviv": "top left",
    "Ankara": "top center",
    "Ürümqi": "middle right",
    "Delhi": "middle right",
    "Port Blair": "middle right",
    "Singapore": "middle right",
    "Jakarta": "middle right",
    "Tokyo": "middle right",
    "Hagåtña": "middle left",
    "Nairobi": "middle right",
    "Fairbanks": "middle right",
    "Honolulu": "middle right",
    "New York": "middle right",
}


def within(town, km, counted, cities=None):
    """The listed cities abroad that lie within a distance of a town, as far as they are counted.

    Args:
        town: a city of the table ``cities``; cities of its own state are left out.
        km: the distance.
        counted: a key of ``COUNTS``.
        cities: the table, if at hand.

    Returns:
        Rows of ``cities`` with the column ``km``, nearest first.

    Raises:
        ValueError: for an unknown town or count.
    """
    cities = data.evidence("cities") if cities is None else cities
    cities = cities.assign(km=distances_km(town, cities)) if "km" not in cities else cities
    return cities[_counts(town, km, counted, cities)].sort_values("km")


def _counts(town, km, counted, cities):
    """Whether each row of ``cities`` (with ``km``) is counted; arguments and errors as for :func:`within`."""
    if counted not in COUNTS:
        raise ValueError(f"There is no count {counted!r}. Possible: {', '.join(COUNTS)}.")
    state = cities["country_iso3"]
    home = state[cities["city"] == town].squeeze()
    counts = (state != home) & (cities["km"] <= km)
    if counted in ("saarc", "un"):
        return counts & beyond_south_asia(cities, counted)
    if counted == "people":
        return counts
    return counts & state.isin({"rival": [_rival(home)], "CHN": ["CHN"], "USA": US_CODES}[counted])


def _beside(name, side):
    """A name with a blank towards its point, which the label would touch otherwise."""
    return {"left": f"{name}\u2002", "right": f"\u2002{name}"}.get(side.split()[1], name)


def _number(span, words):
    """Words for cities in the singular where there is one."""
    return words.replace("cities", "city", 1) if span == "1" else words


def _in_words(low, high, to=" to ", people=None):
    """A span of cities, or of people in millions: the listed populations are no more exact than that."""
    people = high > 10_000 if people is None else people
    low, high = (f"{n / 1e6:,.0f}" if people else f"{n:,}" for n in (low, high))
    return f"{low if low == high else f'{low}{to}{high}'}{' million' if people else ''}"


def _rival(state):
    return "IND" if state == "PAK" else "PAK"


def distances_from_towns(cities=None):
    """The table ``cities`` once for each of the ``TOWNS``, with the column ``km``: a dict by the name of the town."""
    cities = data.evidence("cities") if cities is None else cities
    places = cities.set_index("city")
    towns = [town for towns in TOWNS.values() for town in towns]
    return {
        town: cities.assign(km=distances_km((places.at[town, "lat"], places.at[town, "lon"]), cities)) for town in towns
    }


def towns_that_reach(missile, counted="saarc", away=None):
    """From how many of its state's towns a missile reaches at least one counted city, by its lowest and highest figure."""
    away = away or distances_from_towns()
    row = missiles().set_index("name").loc[missile]
    return tuple(
        sum(_counts(town, row[end], counted, away[town]).any() for town in TOWNS[row["country_iso3"]])
        for end in ("range_km_min", "range_km_max")
    )


class ReachMap(LiveFigure):
    """The student decides what the Shaheens reach; then chooses missile, town and count and sees the answer change.

    Args:
        missile: a ``name`` of :func:`uspak.reach.missiles`.
        town: one of the ``TOWNS`` of its state.
        counted: a key of ``COUNTS``.
        view: a key of ``VIEWS``.

    Attributes:
        decision: the ``Decision`` above; its answers are ``OPTIONS``, in order.
        missile, town, counted, view: the four ``Dropdown`` controls; set their ``value``. The towns follow the missile.
        keep: the ``Button`` that keeps the count in view for comparison.
        kept: the counts kept so far, a dict: description → (lowest, highest).
        verdict: the ``LiveRegion`` below the decision.
        words: the ``LiveRegion`` below the figure.

    Raises:
        traitlets.TraitError: for a choice that a list does not have.
    """

    def __init__(self, missile="Shaheen-III", town="Quetta", counted="saarc", view="globe"):
        self._missiles = missiles().set_index("name")
        self._cities = data.evidence("cities")
        self._away, self._counted = distances_from_towns(self._cities), {}
        self.decision = Decision(
            question="Before you choose anything: which of the three Shaheens can reach a listed city beyond South Asia?",
            options=list(OPTIONS),
        )
        self.missile = drop_down(
            "Missile",
            {name: f"{name} ({STATES[row.country_iso3]})" for name, row in self._missiles.iterrows()},
            missile,
        )
        self.town = drop_down("From", {name: name for name in TOWNS[self._state()]}, town)
        self.counted = drop_down("Count", {key: words for key, (words, _) in COUNTS.items()}, counted)
        self.view = drop_down("View", VIEWS, view)
        self.keep = widgets.Button(description="Keep this count", layout=widgets.Layout(width="auto"))
        self.kept = {}
        self.verdict, self.words = LiveRegion(), LiveRegion()
        choices = [self.missile, self.town, self.counted, self.view]
        bar = in_a_row([*choices, self.keep])
        super().__init__(
            widgets.VBox([self.decision, self.verdict, bar]),
            self._draw(),
            self.words,
            text=f"{self.headline()}. {self._told()} {_shaheens(self._away)}",
            table=every_count(self._away),
        )
        self.decision.observe(lambda change: self._decide(change.new), names="decided")
        self.missile.observe(lambda _: self._new_missile(), names="value")
        for choice in choices[1:]:
            choice.observe(lambda _: self._show(), names="value")
        self.keep.on_click(lambda _: self._keep())
        self._say()

    # What is counted

    def figures(self):
        """The lowest and the highest range given for the missile in view, in kilometres."""
        row = self._missiles.loc[self.missile.value]
        return int(row["range_km_min"]), int(row["range_km_max"])

    def count(self):
        """What is counted, by the lowest and by the highest figure: two whole numbers."""
        rows, low = self._found(), self.figures()[0]
        return tuple(
            int(part["population"].sum()) if self.counted.value == "people" else len(part)
            for part in (rows[rows["km"] <= low], rows)
        )

    def _found(self):
        """The counted rows of ``cities`` within the highest figure."""
        choice = self.missile.value, self.town.value, self.counted.value
        if choice not in self._counted:
            self._counted[choice] = within(self.town.value, self.figures()[1], self.counted.value, self._distances())
        return self._counted[choice]

    def headline(self):
        """The take-away of the choice in view, one sentence."""
        words = COUNTS[self.counted.value][1].format(rival=self._rival_word())
        return f"{self.missile.value} from {self.town.value}: {self._span('–')} {_number(self._span(), words)}"

    def _rival_word(self):
        return {"PAK": "Indian", "IND": "Pakistani"}[self._state()]

    def _counted_words(self):
        """What is counted, in words that follow a number."""
        if self.counted.value == "rival":
            return f"{self._rival_word()} cities"
        return COUNTS[self.counted.value][0]

    def _span(self, to=" to "):
        return _in_words(*self.count(), to, people=self.counted.value == "people")

    def _state(self):
        return self._missiles.loc[self.missile.value, "country_iso3"]

    def _distances(self):
        return self._away[self.town.value]

    def _town(self):
        """Latitude and longitude of the town in view."""
        own = self._cities[self._cities["city"] == self.town.value].iloc[0]
        return float(own["lat"]), float(own["lon"])

    # What is seen

    def _draw(self):
        base = maps.base_map("world", height=640)
        sea = go.Scattergeo(
            meta="sea",
            mode="lines",
            fill="toself",
            fillcolor="#EAF2F5",
            line=dict(color=theme.BORDER, width=0.5),
            hoverinfo="skip",
            showlegend=False,
        )
        fig = go.Figure(data=[sea, *base.data], layout=base.layout)
        fig.add_traces(ring_traces(self._town(), *self.figures(), COLOURS[self._state()]))
        for key, (words, marker) in POINTS.items():
            fig.add_scattergeo(
                name=words,
                meta=key,
                mode="markers",
                marker=dict(line=dict(color=theme.PAPER, width=1), **marker),
                hovertemplate="%{text}<extra></extra>",
                showlegend=key != "town",
            )
        names = self._cities[self._cities["city"].isin(_NAMED)]
        fig.add_scattergeo(
            name="names",
            meta="names",
            mode="text",
            lon=names["lon"],
            lat=names["lat"],
            text=[_beside(name, _NAMED[name]) for name in names["city"]],
            textposition=[_NAMED[name] for name in names["city"]],
            textfont=dict(size=11, color=theme.INK, shadow=theme.HALO),
            hoverinfo="skip",
            showlegend=False,
        )
        fig.update_layout(
            height=700, showlegend=True, legend=dict(x=0, y=-0.01, yanchor="top"), margin=dict(l=0, r=0, t=6, b=36)
        )
        caption(
            fig,
            self.headline(),
            self._subtitle(),
            "data/evidence/missiles.csv, missiles_india.csv and cities.csv, with the source of each figure; geodesy: "
            f"geographiclib, WGS 84. {maps.DISCLAIMER}",
        )
        return self._redraw(fig)

    def _new_missile(self):
        towns = TOWNS[self._state()]
        if tuple(name for _, name in self.town.options) == towns:
            self._show()
        else:
            self.town.options = [(name, name) for name in towns]  # takes the first of them, and so draws

    def _show(self):
        self._redraw(self.figure)
        self._say()

    def _say(self):
        self.words.html = f"<p>{html.escape(self._told())}</p>{self._comparison()}"

    def _redraw(self, fig):
        """Bring a figure, live or not, to what is chosen."""
        low, high = self.figures()
        colour, here = COLOURS[self._state()], self._town()
        rings = {new.meta: new for new in ring_traces(here, low, high, colour, self.missile.value)}
        points = self._points(low)
        trace = {trace.meta: trace for trace in fig.data}
        # plotly takes away from a trace what the others of its batch are told and it is not: one property, one batch
        with fig.batch_update():
            for key, new in {**rings, **points}.items():
                trace[key].update(lon=list(new["lon"]), lat=list(new["lat"]))
            self._turn(fig, trace["sea"], *here)
            set_title(fig, self.headline(), self._subtitle())
        with fig.batch_update():
            for key in ("lowest figure", "highest figure"):
                trace[key].text = rings[key].text
            for key, rows in points.items():
                trace[key].text = self._hover(rows)
        trace["band"].fillcolor = rings["band"].fillcolor
        with fig.batch_update():
            for key in ("lowest figure", "highest figure"):
                trace[key].line.color = colour
        with fig.batch_update():
            for key in ("low", "high"):
                trace[key].marker.color = colour
        return fig

    def _turn(self, fig, sea, lat, lon):
        """The globe as seen from above a point, its near half as a disc of sea; or the flat map."""
        globe, geo = self.view.value == "globe", fig.layout.geo
        half = ring((lat, lon), HALF_THE_GLOBE) if globe else ([], [])
        sea.update(lon=list(half[0]), lat=list(half[1]))
        geo.bgcolor = theme.PAPER if globe else theme.SEA
        geo.projection.type = "orthographic" if globe else "natural earth"
        geo.projection.rotation = dict(lon=lon, lat=lat) if globe else dict(lon=0, lat=0)
        geo.center = dict(lon=lon, lat=lat) if globe else dict(lon=0, lat=12)
        geo.lataxis.range = [-90, 90] if globe else [-60, 84]

    def _points(self, low):
        """The rows of ``cities`` in each group of points."""
        cities, town = self._distances(), self.town.value
        found = self._found()
        return {
            "rest": cities[~cities["city"].isin([*found["city"], town])],
            "high": found[found["km"] > low],
            "low": found[found["km"] <= low],
            "town": cities[cities["city"] == town],
        }

    def _hover(self, rows):
        return [
            f"<b>{html.escape(row.city)}</b><br>{html.escape(row.country)}<br>{row.km:,.0f} km"
            for row in rows.itertuples()
        ]

    def _subtitle(self):
        low, high = self.figures()
        given = f"{low:,} km" if low == high else f"{low:,} km (full line) to {high:,} km (dashed)"
        return f"Range given: {given}, around {self.town.value} (star). Points: listed cities"

    def _told(self):
        low, high = self.figures()
        missile, town = self.missile.value, self.town.value
        given = f"{low:,} km" if low == high else f"{low:,} to {high:,} km, according to whom one asks"
        listed = self._found()
        counted = self._counted_words()
        parts = [
            f"The range given for the {missile} is {given}. From {town} that makes {self._span()} {_number(self._span(), counted)}."
        ]
        if self.counted.value not in ("people",) and len(listed):
            parts.append(f"The farthest of them: {', '.join(listed['city'].tail(4)[::-1])}.")
        away = self._distances()
        nearest = away[away["country_iso3"].isin(US_CODES)].sort_values("km").iloc[0]
        times = nearest["km"] / high
        parts.append(
            f"The nearest listed US city is {nearest['city']}, {nearest['country']}, {nearest['km']:,.0f} km away: "
            f"{f'{times:.1f} times the highest figure' if times > 1 else 'within the highest figure'}."
        )
        parts.append(
            "The towns are examples: from another place the ring is another one. It does not know the payload, whether the "
            "missile is in service, or what anybody means to do."
        )
        return " ".join(parts)

    # What the student decides

    def _decide(self, number):
        said = OPTIONS[number]
        first = (
            "That is what these tables show, too."
            if number == len(OPTIONS) - 1
            else f"You said: {said[0].lower()}{said[1:]}."
        )
        self.verdict.html = f"<p><b>{html.escape(first)}</b> {html.escape(_shaheens(self._away))}</p>"

    def _keep(self):
        self.kept[f"{self.missile.value} from {self.town.value}, {self._counted_words()}"] = self.count()
        self._say()

    def _comparison(self):
        if not self.kept:
            return "<p>Nothing kept yet. Keep two counts that differ in one choice only, and compare.</p>"
        rows = "".join(
            f"<li>{html.escape(words)}: {_in_words(low, high)}</li>" for words, (low, high) in self.kept.items()
        )
        verdict = (
            "Same ring or same place, another number: say which choice made the difference."
            if len(self.kept) > 1
            else "Keep a second one to compare."
        )
        return f"<p><b>Kept:</b></p><ul>{rows}</ul><p>{verdict}</p>"


def _shaheens(away):
    """From how many towns each Shaheen reaches a city beyond South Asia, in words worked out from the tables."""
    total = len(TOWNS["PAK"])
    parts = []
    for name in SHAHEENS:
        low, high = towns_that_reach(name, away=away)
        parts.append(
            f"the {name} from {low} of {total} towns"
            + ("" if low == high else f" by the lowest figure and {high} by the highest")
        )
    return f"A listed city beyond South Asia is in reach of {', '.join(parts[:-1])} and {parts[-1]}."


def every_count(away):
    """What each missile reaches from each town, by its highest figure: a DataFrame with one row for each pair.

    Args:
        away: as from :func:`distances_from_towns`.
    """
    counts = {key: words for key, (words, _) in COUNTS.items() if key != "people"}
    ways = {
        (town, key): cities.loc[_counts(town, math.inf, key, cities), "km"].to_numpy()
        for town, cities in away.items()
        for key in counts
    }
    return pd.DataFrame(
        {
            "Missile": missile.name,
            "From": town,
            "Range given (km)": f"{missile.range_km_min:,}–{missile.range_km_max:,}",
            **{words: int((ways[town, key] <= missile.range_km_max).sum()) for key, words in counts.items()},
        }
        for missile in missiles().itertuples()
        for town in TOWNS[missile.country_iso3]
    )

"""The deciding widget of notebook 09: what lies within a missile's range, from where, by whose figure, and counted how?"""

import html

import ipywidgets as widgets
import pandas as pd

from . import data, maps, theme
from .controls import Decision, LiveText
from .figure import dress
from .live import LiveFigure
from .reach import US_CODES, beyond_south_asia, distances_km, missiles, point, ring, ring_traces

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
    "un": ("cities beyond Southern Asia (UN list, with Iran)", "cities beyond UN Southern Asia"),
    "rival": ("the other one's cities (India or Pakistan)", "{rival} cities"),
    "CHN": ("Chinese cities", "Chinese cities"),
    "USA": ("US cities, Guam and Saipan too", "US cities"),
    "people": ("people in listed cities abroad", "people abroad"),
}
VIEWS = {"globe": "globe, from above the town", "flat": "flat map of the world"}

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
    if counted not in COUNTS:
        raise ValueError(f"There is no count {counted!r}. Possible: {', '.join(COUNTS)}.")
    cities = data.evidence("cities") if cities is None else cities
    cities = cities.assign(km=distances_km(town, cities)) if "km" not in cities else cities
    home = cities.set_index("city")["country_iso3"].get(town)
    abroad = cities[(cities["country_iso3"] != home) & (cities["km"] <= km)]
    if counted in ("saarc", "un"):
        abroad = abroad[beyond_south_asia(abroad, counted)]
    elif counted == "rival":
        abroad = abroad[abroad["country_iso3"] == _rival(home)]
    elif counted == "CHN":
        abroad = abroad[abroad["country_iso3"] == "CHN"]
    elif counted == "USA":
        abroad = abroad[abroad["country_iso3"].isin(US_CODES)]
    return abroad.sort_values("km")


def _beside(name, side):
    """A name with a blank towards its point, which the label would touch otherwise."""
    return {"left": f"{name}\u2002", "right": f"\u2002{name}"}.get(side.split()[1], name)


def _rival(state):
    return "IND" if state == "PAK" else "PAK"


def towns_that_reach(missile, counted="saarc"):
    """From how many of its state's towns a missile reaches at least one counted city, by its lowest and highest figure."""
    row = missiles().set_index("name").loc[missile]
    towns = TOWNS[row["country_iso3"]]
    return tuple(
        sum(len(within(town, row[end], counted)) > 0 for town in towns) for end in ("range_km_min", "range_km_max")
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
        verdict: the ``LiveText`` below the decision.
        words: the ``LiveText`` below the figure.

    Raises:
        traitlets.TraitError: for a choice that a list does not have.
    """

    def __init__(self, missile="Shaheen-III", town="Quetta", counted="saarc", view="globe"):
        self._missiles = missiles().set_index("name")
        self._cities = data.evidence("cities")
        self._away = {}
        self.decision = Decision(
            question="Before you choose anything: which of the three Shaheens can reach a listed city beyond South Asia?",
            options=list(OPTIONS),
        )
        self.missile = _list(
            "Missile",
            {name: f"{name} ({STATES[row.country_iso3]})" for name, row in self._missiles.iterrows()},
            missile,
        )
        self.town = _list("From", {name: name for name in TOWNS[self._state()]}, town)
        self.counted = _list("Count", {key: words for key, (words, _) in COUNTS.items()}, counted)
        self.view = _list("View", VIEWS, view)
        self.keep = widgets.Button(description="Keep this count", layout=widgets.Layout(width="auto"))
        self.kept = {}
        self.verdict, self.words = LiveText(), LiveText()
        choices = [self.missile, self.town, self.counted, self.view]
        bar = widgets.HBox([*choices, self.keep], layout=widgets.Layout(flex_flow="row wrap", padding="0 12px"))
        super().__init__(
            widgets.VBox([self.decision, self.verdict, bar]),
            self._draw(),
            self.words,
            text=f"{self.headline()}. {self._told()} {_shaheens()}",
            table=every_count(),
        )
        self.decision.observe(lambda change: self._decide(change.new), names="decided")
        self.missile.observe(lambda _: self._new_missile(), names="value")
        for choice in choices[1:]:
            choice.observe(lambda _: self._show(), names="value")
        self.keep.on_click(lambda _: self._keep())
        self._show()

    # What is counted

    def figures(self):
        """The lowest and the highest range given for the missile in view, in kilometres."""
        row = self._missiles.loc[self.missile.value]
        return int(row["range_km_min"]), int(row["range_km_max"])

    def count(self):
        """What is counted, by the lowest and by the highest figure: two whole numbers."""
        found = [within(self.town.value, km, self.counted.value, self._distances()) for km in self.figures()]
        return tuple(int(rows["population"].sum()) if self.counted.value == "people" else len(rows) for rows in found)

    def headline(self):
        """The take-away of the choice in view, one sentence."""
        words = COUNTS[self.counted.value][1].format(rival={"PAK": "Indian", "IND": "Pakistani"}[self._state()])
        return f"{self.missile.value} from {self.town.value}: {self._span()} {words}"

    def _span(self):
        low, high = (f"{n / 1e6:,.0f}" if self.counted.value == "people" else f"{n:,}" for n in self.count())
        unit = " million" if self.counted.value == "people" else ""
        return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"

    def _state(self):
        return self._missiles.loc[self.missile.value, "country_iso3"]

    def _distances(self):
        town = self.town.value
        if town not in self._away:
            self._away[town] = self._cities.assign(km=distances_km(town, self._cities))
        return self._away[town]

    # What is seen

    def _draw(self):
        fig = maps.base_map("world", height=640)
        fig.add_scattergeo(
            meta="sea",
            mode="lines",
            fill="toself",
            fillcolor="#EAF2F5",
            line=dict(color=theme.BORDER, width=0.5),
            hoverinfo="skip",
            showlegend=False,
        )
        fig.data = (fig.data[-1], *fig.data[:-1])  # below the land
        fig.add_traces(ring_traces(self.town.value, *self.figures(), COLOURS[self._state()]))
        for kind in ("rest", "high", "low", "town"):
            fig.add_scattergeo(name=kind, meta=kind, mode="markers", hovertemplate="%{text}<extra></extra>")
        names = self._cities[self._cities["city"].isin(_NAMED)]
        fig.add_scattergeo(
            name="names",
            meta="names",
            mode="text",
            lon=names["lon"],
            lat=names["lat"],
            text=[_beside(name, _NAMED[name]) for name in names["city"]],
            textposition=[_NAMED[name] for name in names["city"]],
            textfont=dict(size=11, color=theme.INK, shadow="0 0 3px #FFFFFF, 0 0 3px #FFFFFF, 0 0 2px #FFFFFF"),
            hoverinfo="skip",
            showlegend=False,
        )
        fig.update_layout(
            height=700, showlegend=True, legend=dict(x=0, y=-0.01, yanchor="top"), margin=dict(l=0, r=0, t=6, b=36)
        )
        return dress(
            fig,
            self.headline(),
            self._subtitle(),
            "data/evidence/missiles.csv, missiles_india.csv and cities.csv, with the source of each figure; geodesy: "
            f"geographiclib, WGS 84. {maps.DISCLAIMER}",
        )

    def _new_missile(self):
        towns = TOWNS[self._state()]
        if tuple(name for _, name in self.town.options) != towns:
            self.town.options = [(name, name) for name in towns]  # takes the first, which draws
        self._show()

    def _show(self):
        low, high = self.figures()
        colour = COLOURS[self._state()]
        lat, lon = point(self.town.value)
        with self.figure.batch_update():
            for new in ring_traces(self.town.value, low, high, colour, self.missile.value):
                self._trace(new.meta).update(
                    lon=new.lon, lat=new.lat, line=new.line, text=new.text, fillcolor=new.fillcolor
                )
            for kind, words, rows, marker in self._points(low, high, colour):
                self._trace(kind).update(
                    name=words,
                    lon=rows["lon"].tolist(),
                    lat=rows["lat"].tolist(),
                    marker=marker,
                    text=self._hover(rows),
                    showlegend=bool(words) and len(rows) > 0,
                )
            self._turn(lat, lon)
            self.figure.layout.title.text = f"<b>{self.headline()}</b>"
            self.figure.layout.title.subtitle.text = self._subtitle()
        self.words.html = f"<p>{html.escape(self._told())}</p>{self._comparison()}"

    def _turn(self, lat, lon):
        """The globe as seen from above a point, its near half as a disc of sea; or the flat map."""
        globe, geo = self.view.value == "globe", self.figure.layout.geo
        half = ring((lat, lon), HALF_THE_GLOBE) if globe else ([], [])
        self._trace("sea").update(lon=half[0], lat=half[1])
        geo.bgcolor = theme.PAPER if globe else theme.SEA
        geo.projection.type = "orthographic" if globe else "natural earth"
        geo.projection.rotation = dict(lon=lon, lat=lat) if globe else dict(lon=0, lat=0)
        geo.center = dict(lon=lon, lat=lat) if globe else dict(lon=0, lat=12)
        geo.lataxis.range = [-90, 90] if globe else [-60, 84]

    def _points(self, low, high, colour):
        """Each group of points: its key, its words in the legend, its rows, its marker."""
        cities, town, counted = self._distances(), self.town.value, self.counted.value
        found = within(town, high, counted, cities)
        sure, open_ = found[found["km"] <= low], found[found["km"] > low]
        rest = cities[~cities["city"].isin([*found["city"], town])]
        line = dict(color=theme.PAPER, width=1)
        return (
            ("rest", "out of reach, or not counted", rest, dict(symbol="circle", size=5, color="#9A948A", line=line)),
            (
                "high",
                "in reach by the highest figure only",
                open_,
                dict(symbol="diamond-open", size=8, color=colour, line=dict(color=colour, width=1.6)),
            ),
            (
                "low",
                "in reach" if low == high else "in reach by the lowest figure",
                sure,
                dict(symbol="circle", size=8, color=colour, line=line),
            ),
            ("town", "", cities[cities["city"] == town], dict(symbol="star", size=15, color=theme.INK, line=line)),
        )

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
        listed = within(town, high, self.counted.value, self._distances())
        counted = COUNTS[self.counted.value][0]
        parts = [f"The range given for the {missile} is {given}. From {town} that makes {self._span()} {counted}."]
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
            "The ring does not know the payload, whether the missile is in service, or what anybody means to do."
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
        self.verdict.html = f"<p><b>{html.escape(first)}</b> {html.escape(_shaheens())}</p>"

    def _keep(self):
        low, high = self.count()
        self.kept[f"{self.missile.value} from {self.town.value}, {COUNTS[self.counted.value][0]}"] = (low, high)
        self._show()

    def _comparison(self):
        if not self.kept:
            return "<p>Nothing kept yet. Keep two counts that differ in one choice only, and compare.</p>"
        rows = "".join(
            f"<li>{html.escape(words)}: {low:,}{'' if low == high else f' to {high:,}'}</li>"
            for words, (low, high) in self.kept.items()
        )
        verdict = (
            "Same ring or same place, another number: say which choice made the difference."
            if len(self.kept) > 1
            else "Keep a second one to compare."
        )
        return f"<p><b>Kept:</b></p><ul>{rows}</ul><p>{verdict}</p>"

    def _trace(self, name):
        return next(self.figure.select_traces(lambda trace: trace.meta == name))


def _shaheens():
    """From how many towns each Shaheen reaches a city beyond South Asia, in words worked out from the tables."""
    total = len(TOWNS["PAK"])
    parts = []
    for name in SHAHEENS:
        low, high = towns_that_reach(name)
        parts.append(
            f"the {name} from {low} of {total} towns"
            + ("" if low == high else f" by the lowest figure and {high} by the highest")
        )
    return f"A listed city beyond South Asia is in reach of {', '.join(parts[:-1])} and {parts[-1]}."


def every_count():
    """What each missile reaches from each town, by its highest figure: a DataFrame with one row for each pair."""
    rows = []
    cities = data.evidence("cities")
    away = {town: cities.assign(km=distances_km(town, cities)) for towns in TOWNS.values() for town in towns}
    for missile in missiles().itertuples():
        for town in TOWNS[missile.country_iso3]:
            counts = {
                words: len(within(town, missile.range_km_max, key, away[town]))
                for key, (words, _) in COUNTS.items()
                if key != "people"
            }
            rows.append(
                {
                    "Missile": missile.name,
                    "From": town,
                    "Range given (km)": f"{missile.range_km_min:,}–{missile.range_km_max:,}",
                    **counts,
                }
            )
    return pd.DataFrame(rows)


def _list(label, options, value):
    return widgets.Dropdown(
        description=f"{label}:",
        options=[(words, key) for key, words in options.items()],
        value=value,
        style={"description_width": "initial"},
        layout=widgets.Layout(width="auto", margin="2px 12px 2px 0"),
    )

"""The map of notebook 04: where India and Pakistan built what, year by year, and what Washington did meanwhile."""

import itertools
import math
import textwrap

from uspak import data
from uspak.drawing import maps, theme
from uspak.drawing.maps.colours import darker
from uspak.widgets.stepped import SteppedFigure

from .nuclear_sites import COUNTRIES, WASHINGTON, YEARS, every_site, new_in, sites

#: Kinds of sites: the words of the key, the marker, its size and its sign in running text.
KINDS = {
    "civil": ("civil reactor", "square", 11, "■"),
    "decision": ("decision", "circle", 10, "●"),
    "bomb material": ("bomb material", "diamond", 14, "◆"),
    "unfinished plant": ("unfinished plant", "diamond-open", 13, "◇"),
    "cold test": ("cold test", "x", 11, "✖"),
    "explosion": ("explosion", "star", 18, "★"),
}
_CIVIL = ("research reactor", "power reactor")

#: What the map calls a town, and where that stands, seen from its oldest marker: a key of ``_FROM_MARKER``.
_LABELS = {
    "islamabad": ("Islamabad", "left"),
    "kahuta": ("Kahuta", "left"),
    "karachi": ("Karachi", "left"),
    "multan": ("Multan", "left"),
    "chashma": ("Chashma", "left"),
    "khushab": ("Khushab", "left"),
    "sargodha": ("Sargodha", "over the border"),
    "pokhran": ("Pokhran", "below"),
    "mumbai": ("Trombay (Mumbai)", "left"),
    "chagai-test-site": ("Chagai", "right"),
    "kharan-test-site": ("Kharan desert", "left"),
}
#: Degrees north and east of a marker, outside the ring of a new site on a narrow page, too, and plotly's name for the side.
_FROM_MARKER = {
    "left": (0.0, -0.9, "middle left"),
    "right": (0.0, 0.9, "middle right"),
    "over the border": (0.0, 1.3, "middle right"),  # the border would strike the name
    "below": (-0.75, -0.5, "bottom right"),
    "below, to the left": (-0.75, 0.5, "bottom left"),
}
#: Where a name stands as long as its marker is at its town, if the border would strike it on the usual side.
_AT_TOWN = {"islamabad": "below, to the left"}
#: Where the marker of a site stands (degrees north and east of its town) while it would lie on another: a leader joins them.
_ASIDE = {
    "parr-1": (1.4, 0.0),
    "chashma-reprocessing": (-0.1, -1.0),
    "khushab-reactor": (-0.95, -0.75),
    "cold-tests": (-0.55, 1.25),
    "dhruva": (0.0, 1.3),
    "pokhran-1998": (0.0, 1.6),
    "kharan-1998": (-0.9, -0.4),
}
_NEAR = 1.45  # degrees: the ring of a new site on a narrow page; towns closer than this crowd each other
_NEIGHBOURS = [("Afghanistan", 33.4, 65.0), ("Iran", 30.0, 59.0), ("China", 33.6, 82.5)]
_WINDOW = (56.5, 17.9, 87.0, 36.5)  # west, south, east, north

#: Darker than the land of the same state, so that a marker stands out on it.
_DARK = {country: darker(theme.ACTORS[country]) for country in COUNTRIES}


class NuclearMap(SteppedFigure):
    """Sites of the two programmes at the precision of a town, for each year in which something changed.

    Args:
        year: a key of ``nuclear_sites.YEARS``.

    Attributes:
        stepper: the control.
        state: the year in view.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self, year=1998):
        self._events = data.events().set_index("event_id")
        super().__init__(list(YEARS), year, label="Year", table=every_site())

    def headline(self):
        return YEARS[self.state]

    def subtitle(self):
        return "Nuclear sites of Pakistan (green) and India (amber) by town; ring: new in this year"

    def source(self):
        return f"data/evidence/nuclear_sites.csv, with the sources of each row; towns: GeoNames. {maps.DISCLAIMER}"

    def describe(self):
        """What is new in the year in view and what Washington did, in words."""
        new = [f"{row.site} ({COUNTRIES[row.country_iso3]}): {row.what}" for row in new_in(self.state).itertuples()]
        parts = [" ".join(new) if new else "No new site."]
        if self.state in WASHINGTON:
            event = self._events.loc[WASHINGTON[self.state]]
            parts.append(f"Washington: {event['title']}. {event['summary']}")
        counts = sites(self.state).groupby("country_iso3").size()
        parts.append(
            f"On the map now: {_entries(counts.get('PAK', 0))} for Pakistan, {_entries(counts.get('IND', 0))} for India."
            " The map is a selection."
        )
        return " ".join(parts)

    def draw(self):
        fig = maps.base_map(region=_WINDOW, on="1990-01-01", height=None)
        for country in COUNTRIES:
            maps.add_entities(fig, [country], colour=theme.ACTORS[country], opacity=0.14)
        maps.add_labels(fig, _NEIGHBOURS, colour=theme.SOFT_INK)
        _add_sites(fig)
        fig.add_scattergeo(
            name="towns",
            meta="towns",
            mode="text",
            hoverinfo="skip",
            showlegend=False,
            textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
        )
        _add_key(fig)
        return fig.update_layout(margin=dict(l=theme.EDGE, r=theme.EDGE, t=6, b=34))

    def change(self):
        there = _placed(sites(self.state))
        new = there[there["year"] == self.state]
        self.trace("new").update(lon=new["lon"].tolist(), lat=new["lat"].tolist())
        moved = there[(there["lon"] != there["town_lon"]) | (there["lat"] != there["town_lat"])]
        self.trace("leaders").update(
            lon=[lon for row in moved.itertuples() for lon in (row.town_lon, row.lon, None)],
            lat=[lat for row in moved.itertuples() for lat in (row.town_lat, row.lat, None)],
            marker=dict(size=[4, 0, 0] * len(moved)),  # a dot at the town
        )
        group = there["kind"].where(~there["kind"].isin(_CIVIL), "civil")
        for kind, country in itertools.product(KINDS, COUNTRIES):
            mine = there[(group == kind) & (there["country_iso3"] == country)]
            self.trace(f"{kind} {country}").update(
                lon=mine["lon"].tolist(),
                lat=mine["lat"].tolist(),
                customdata=[_hover(row) for row in mine.itertuples()],
            )
        towns = there.drop_duplicates("place_id")
        labels = [_LABELS[place] for place in towns["place_id"]]
        at_town = (towns["lat"] == towns["town_lat"]) & (towns["lon"] == towns["town_lon"])
        sides = [
            _FROM_MARKER[_AT_TOWN.get(place, side) if stays else side]
            for place, (_, side), stays in zip(towns["place_id"], labels, at_town, strict=True)
        ]
        self.trace("towns").update(
            lat=[lat + north for lat, (north, _, _) in zip(towns["lat"], sides, strict=True)],
            lon=[lon + east for lon, (_, east, _) in zip(towns["lon"], sides, strict=True)],
            text=[name for name, _ in labels],
            textposition=[side for _, _, side in sides],
        )


def _add_sites(fig):
    """Leaders, rings for what is new, and the markers of each kind and state, all still empty."""
    fig.add_scattergeo(
        name="leaders",
        meta="leaders",
        mode="lines+markers",
        hoverinfo="skip",
        showlegend=False,
        line=dict(color=theme.SOFT_INK, width=1),
        marker=dict(color=theme.SOFT_INK, line=dict(width=0)),
    )
    fig.add_scattergeo(
        name="new",
        meta="new",
        mode="markers",
        hoverinfo="skip",
        showlegend=False,
        marker=dict(symbol="circle", size=27, color="rgba(0, 0, 0, 0)", line=dict(color=theme.INK, width=1.6)),
    )
    # one trace for each kind and state, so that no colour has to change while the map is live
    for (kind, (words, symbol, size, _)), country in itertools.product(KINDS.items(), COUNTRIES):
        fig.add_scattergeo(
            name=f"{words}, {COUNTRIES[country]}",
            meta=f"{kind} {country}",
            mode="markers",
            showlegend=False,
            hovertemplate="%{customdata}<extra></extra>",
            marker=dict(
                symbol=symbol, size=size, color=_DARK[country], opacity=1, line=dict(color=theme.PAPER, width=1.2)
            ),
        )


def _add_key(fig):
    """One line below the map that says what the signs mean."""
    fig.add_annotation(
        text="   ".join(f"{sign} {words}" for words, _, _, sign in KINDS.values()),
        x=0,
        xref="paper",
        xanchor="left",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-6,
        showarrow=False,
        font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
        name="key",
    )


def _placed(there):
    """Sites at ``lat`` and ``lon`` of their marker, with those of their town as ``town_lat`` and ``town_lon``."""
    towns = list(zip(there["lat"], there["lon"], strict=True))
    near = [sum(math.dist(town, other) < _NEAR for other in towns) > 1 for town in towns]
    aside = [
        _ASIDE.get(site, (0.0, 0.0)) if crowded else (0.0, 0.0)
        for site, crowded in zip(there["site_id"], near, strict=True)
    ]
    return there.assign(
        town_lat=there["lat"],
        town_lon=there["lon"],
        lat=there["lat"] + [north for north, _ in aside],
        lon=there["lon"] + [east for _, east in aside],
    )


def _entries(number):
    return f"{number} {'entry' if number == 1 else 'entries'}"


def _hover(row):
    helped = f"<br>Helped by: {row.helped_by.replace(';', ', ')}" if isinstance(row.helped_by, str) else ""
    return (
        f"<b>{row.site}</b>, {row.year}<br>{'<br>'.join(textwrap.wrap(row.what, 58))}<br>Run by: {row.run_by}{helped}"
    )

"""The map of notebook 04: where India and Pakistan built what, year by year, and what Washington did meanwhile."""

import itertools
import textwrap

from uspak import article, data
from uspak.drawing import maps, theme
from uspak.widgets.stepped import SteppedFigure

from .nuclear_sites import COUNTRIES, WASHINGTON, YEARS, every_site, new_in, sites

#: Kinds of sites: the words of the legend, the marker and its size.
KINDS = {
    "civil": ("Civil reactor", "square", 11),
    "decision": ("Decision", "circle", 10),
    "bomb material": ("Bomb material", "diamond", 14),
    "unfinished plant": ("Unfinished plant", "diamond-open", 13),
    "cold test": ("Cold test", "x", 11),
    "explosion": ("Explosion", "star", 18),
}
_CIVIL = ("research reactor", "power reactor")

#: What the map calls a town, where the name stands (degrees north and east of the point) and how it is anchored there.
_LABELS = {
    "islamabad": ("Islamabad", 0.1, -0.35, "middle left"),
    "kahuta": ("Kahuta", 0.0, 0.45, "middle right"),
    "karachi": ("Karachi", -0.75, 0.0, "middle center"),
    "multan": ("Multan", 0.0, 0.35, "middle right"),
    "chashma": ("Chashma", 0.0, -0.45, "middle left"),
    "khushab": ("Khushab", -0.95, -0.2, "middle center"),
    "sargodha": ("Sargodha", 0.0, 0.4, "middle right"),
    "pokhran": ("Pokhran", 0.0, 0.55, "middle right"),
    "mumbai": ("Trombay (Mumbai)", 0.0, 0.45, "middle right"),
    "chagai-test-site": ("Chagai", 0.0, 0.65, "middle right"),
    "kharan-test-site": ("Kharan desert", -0.95, 0.0, "middle center"),
}
#: Degrees by which a later site at the same town stands aside.
_ASIDE = {"dhruva": (0.0, 0.75), "pokhran-1998": (0.0, 0.75)}
_NEIGHBOURS = [("Afghanistan", 33.6, 64.6), ("Iran", 29.3, 59.6), ("China", 36.3, 79.6)]

#: Darker than the land of the same state, so that a marker stands out on it.
_DARK = {"PAK": "#006B4E", "IND": "#A66F00"}


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
            f"On the map now: {counts.get('PAK', 0)} entries for Pakistan, {counts.get('IND', 0)} for India. The map is a selection."
        )
        return " ".join(parts)

    def draw(self):
        fig = maps.base_map(region=(58.5, 17.2, 80, 37.4), on="1990-01-01", height=600)
        for country in COUNTRIES:
            maps.add_entities(fig, [country], colour=article.ACTOR_COLOURS[country], opacity=0.14)
        maps.add_labels(fig, _NEIGHBOURS, colour=theme.SOFT_INK)
        _add_sites(fig)
        _add_legend(fig)
        fig.add_scattergeo(
            name="towns",
            meta="towns",
            mode="text",
            hoverinfo="skip",
            showlegend=False,
            textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
        )
        return fig.update_layout(
            height=680, showlegend=True, legend=dict(x=0, y=-0.01, yanchor="top"), margin=dict(l=0, r=0, t=6, b=56)
        )

    def change(self):
        there = _placed(sites(self.state))
        new = there[there["year"] == self.state]
        self.trace("new").update(lon=new["lon"].tolist(), lat=new["lat"].tolist())
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
        self.trace("towns").update(
            lat=[lat + north for lat, (_, north, _, _) in zip(towns["lat"], labels, strict=True)],
            lon=[lon + east for lon, (_, _, east, _) in zip(towns["lon"], labels, strict=True)],
            text=[name for name, *_ in labels],
            textposition=[anchor for *_, anchor in labels],
        )


def _add_sites(fig):
    """Rings for what is new, and the markers of each kind and state, all still empty."""
    fig.add_scattergeo(
        name="new",
        meta="new",
        mode="markers",
        hoverinfo="skip",
        showlegend=False,
        marker=dict(symbol="circle", size=27, color="rgba(0, 0, 0, 0)", line=dict(color=theme.INK, width=1.6)),
    )
    # one trace for each kind and state, so that no colour has to change while the map is live
    for (kind, (words, symbol, size)), country in itertools.product(KINDS.items(), COUNTRIES):
        fig.add_scattergeo(
            name=words,
            meta=f"{kind} {country}",
            mode="markers",
            showlegend=False,
            hovertemplate="%{customdata}<extra></extra>",
            marker=dict(
                symbol=symbol, size=size, color=_DARK[country], opacity=1, line=dict(color=theme.PAPER, width=1.2)
            ),
        )


def _add_legend(fig):
    """The kinds of sites in the legend, in a colour of no state."""
    for words, symbol, _ in KINDS.values():
        fig.add_scattergeo(
            name=words,
            lon=[None],
            lat=[None],
            mode="markers",
            showlegend=True,
            hoverinfo="skip",
            marker=dict(symbol=symbol, size=11, color=theme.SOFT_INK),
        )


def _placed(there):
    """Sites, with those that share a town with an earlier one moved aside."""
    aside = [_ASIDE.get(site, (0.0, 0.0)) for site in there["site_id"]]
    return there.assign(lon=there["lon"] + [x for x, _ in aside], lat=there["lat"] + [y for _, y in aside])


def _hover(row):
    helped = f"<br>Helped by: {row.helped_by.replace(';', ', ')}" if isinstance(row.helped_by, str) else ""
    return (
        f"<b>{row.site}</b>, {row.year}<br>{'<br>'.join(textwrap.wrap(row.what, 58))}<br>Run by: {row.run_by}{helped}"
    )

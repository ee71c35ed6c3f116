"""The map of notebook 04: where India and Pakistan built what, year by year, and what Washington did meanwhile."""

import html
import itertools
import textwrap

import pandas as pd

from uspak import article, data
from uspak.drawing import maps, theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, Stepper
from uspak.widgets.live import LiveFigure

#: The take-away of each step; the years are those in which a site or an American step was new.
YEARS = {
    1960: "1960: a Canadian reactor with American water at Trombay",
    1965: "1965: an American research reactor near Islamabad",
    1972: "1972: a Canadian power reactor, and a meeting at Multan",
    1974: "1974: India explodes a device, Pakistan has none",
    1976: "1976: Pakistan takes two roads, plutonium and uranium",
    1979: "1979: Washington cuts aid; the map does not change",
    1983: "1983: claimed tests without yield, while aid flows again",
    1985: "1985: Dhruva starts in India, Pressler becomes law",
    1990: "1990: aid is cut again; the map does not change",
    1998: "1998: four days of tests, India first; sanctions on both",
}

#: What Washington did or saw in a year of the map: rows of the events.
WASHINGTON = {
    1976: "1976-kissinger-in-lahore",
    1979: "1979-symington-cut-off",
    1983: "1983-china-and-the-bomb",
    1985: "1985-pressler-amendment",
    1990: "1990-pressler-cut-off",
    1998: "1998-glenn-sanctions",
}

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
_COUNTRIES = {"PAK": "Pakistan", "IND": "India"}
_NEIGHBOURS = [("Afghanistan", 33.6, 64.6), ("Iran", 29.3, 59.6), ("China", 36.3, 79.6)]


def sites(year=1998):
    """The sites that were there in a year: rows of ``data/evidence/nuclear_sites.csv`` with the ``lat`` and ``lon`` of
    their town (data/places.csv), oldest first."""
    table = data.evidence("nuclear_sites").merge(
        data.places()[["place_id", "lat", "lon"]], on="place_id", how="left", validate="many_to_one"
    )
    return table[table["year"] <= year].sort_values("year", kind="stable").reset_index(drop=True)


class NuclearMap(LiveFigure):
    """Sites of the two programmes at the precision of a town, for each year in which something changed.

    Args:
        year: a key of ``YEARS``.

    Attributes:
        stepper: the control.
        year: the year in view.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self, year=1998):
        self._events = data.events().set_index("event_id")
        self.year = year
        steps = list(YEARS)
        self.stepper = Stepper(steps=[str(y) for y in steps], index=steps.index(year), label="Year", interval=2500)
        self.words = LiveRegion()
        super().__init__(
            self.stepper, self._draw(), self.words, text=f"{YEARS[year]}. {self._told()}", table=_all_sites()
        )
        self.stepper.observe(lambda change: self._show(steps[change.new]), names="index")
        self._show(year)

    def _draw(self):
        fig = maps.base_map(region=(58.5, 17.2, 80, 37.4), on="1990-01-01", height=600)
        for country, opacity in (("PAK", 0.14), ("IND", 0.14)):
            maps.add_entities(fig, [country], colour=article.ACTOR_COLOURS[country], opacity=opacity)
        maps.add_labels(fig, _NEIGHBOURS, colour=theme.SOFT_INK)
        fig.add_scattergeo(
            name="new",
            meta="new",
            mode="markers",
            hoverinfo="skip",
            showlegend=False,
            marker=dict(symbol="circle", size=27, color="rgba(0, 0, 0, 0)", line=dict(color=theme.INK, width=1.6)),
        )
        # one trace for each kind and state, so that no colour has to change while the map is live
        for (kind, (words, symbol, size)), (country, colour) in itertools.product(KINDS.items(), _DARK.items()):
            fig.add_scattergeo(
                name=words,
                meta=f"{kind} {country}",
                mode="markers",
                showlegend=False,
                hovertemplate="%{customdata}<extra></extra>",
                marker=dict(symbol=symbol, size=size, color=colour, opacity=1, line=dict(color=theme.PAPER, width=1.2)),
            )
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
        fig.add_scattergeo(
            name="towns",
            meta="towns",
            mode="text",
            hoverinfo="skip",
            showlegend=False,
            textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
        )
        fig.update_layout(
            height=680, showlegend=True, legend=dict(x=0, y=-0.01, yanchor="top"), margin=dict(l=0, r=0, t=6, b=56)
        )
        return caption(
            fig,
            YEARS[self.year],
            "Nuclear sites of Pakistan (green) and India (amber) by town; ring: new in this year",
            f"data/evidence/nuclear_sites.csv, with the sources of each row; towns: GeoNames. {maps.DISCLAIMER}",
        )

    def _show(self, year):
        self.year = year
        there = sites(year)
        group = there["kind"].where(~there["kind"].isin(_CIVIL), "civil")
        aside = [_ASIDE.get(site, (0.0, 0.0)) for site in there["site_id"]]
        there = there.assign(lon=there["lon"] + [x for x, _ in aside], lat=there["lat"] + [y for _, y in aside])
        new = there[there["year"] == year]
        towns = there.drop_duplicates("place_id")
        with self.figure.batch_update():
            self.trace("new").update(lon=new["lon"].tolist(), lat=new["lat"].tolist())
            for kind, country in itertools.product(KINDS, _DARK):
                mine = there[(group == kind) & (there["country_iso3"] == country)]
                self.trace(f"{kind} {country}").update(
                    lon=mine["lon"].tolist(),
                    lat=mine["lat"].tolist(),
                    customdata=[_hover(row) for row in mine.itertuples()],
                )
            labels = [_LABELS[place] for place in towns["place_id"]]
            self.trace("towns").update(
                lat=[lat + north for lat, (_, north, _, _) in zip(towns["lat"], labels, strict=True)],
                lon=[lon + east for lon, (_, _, east, _) in zip(towns["lon"], labels, strict=True)],
                text=[name for name, *_ in labels],
                textposition=[anchor for *_, anchor in labels],
            )
            set_title(self.figure, YEARS[year])
        self.words.html = f"<p>{html.escape(self._told())}</p>"

    def _told(self):
        """What is new in the year in view and what Washington did, in words."""
        there = sites(self.year)
        new = there[there["year"] == self.year]
        parts = [f"{row.site} ({_COUNTRIES[row.country_iso3]}): {row.what}" for row in new.itertuples()]
        parts = [" ".join(parts) if parts else "No new site."]
        if self.year in WASHINGTON:
            event = self._events.loc[WASHINGTON[self.year]]
            parts.append(f"Washington: {event['title']}. {event['summary']}")
        counts = there.groupby("country_iso3").size()
        parts.append(
            f"On the map now: {counts.get('PAK', 0)} entries for Pakistan, {counts.get('IND', 0)} for India. It is a selection."
        )
        return " ".join(parts)


#: Darker than the land of the same state, so that a marker stands out on it.
_DARK = {"PAK": "#006B4E", "IND": "#A66F00"}


def _hover(row):
    helped = f"<br>Helped by: {row.helped_by.replace(';', ', ')}" if isinstance(row.helped_by, str) else ""
    return (
        f"<b>{row.site}</b>, {row.year}<br>{'<br>'.join(textwrap.wrap(row.what, 58))}<br>Run by: {row.run_by}{helped}"
    )


def _all_sites():
    table = sites()
    return pd.DataFrame(
        {
            "Year": table["year"],
            "Country": table["country_iso3"].map(_COUNTRIES),
            "Site": table["site"],
            "Kind": table["kind"],
            "Helped by": table["helped_by"],
            "What": table["what"],
        }
    )

"""The map of notebook 07: where Pakistanis have served under the United Nations, from 1960 on."""

import html

import pandas as pd

from uspak import dates
from uspak.drawing import maps, theme
from uspak.drawing.maps.colours import darker
from uspak.drawing.maps.window import degrees_per_narrow_pixel
from uspak.widgets.stepped import SteppedFigure

from .apart import apart
from .missions import FIRST, LAST, active, counts, missions, spans

#: What the map shows: west, south, east, north in degrees.
WINDOW = (-80, -24, 147, 54)

GREEN = theme.ACTORS["PAK"]
OUTLINE = darker(GREEN)

#: The numbers of people whose circles stand in the key above the map.
KEY = (100, 1000, 4000)
_KEY_HEIGHT = 44  # pixels

#: The words beside a mission's mark, and the side on which they stand.
LABELS = {
    "ONUC": ("Congo", "middle left"),
    "UNSF": ("West New Guinea", "middle left"),
    "UNYOM": ("Yemen", "middle left"),
    "UNTAG": ("Namibia", "middle left"),
    "UNIKOM": ("Iraq/Kuwait", "middle left"),
    "UNOSOM I and II": ("Somalia", "middle right"),
    "UNTAC": ("Cambodia", "middle right"),
    "UNAMIR": ("Rwanda", "middle left"),
    "UNPROFOR": ("Bosnia", "top center"),
    "UNAVEM III": ("Angola", "middle left"),
    "UNMIH": ("Haiti", "middle right"),
    "UNMOP": ("", "top center"),
    "UNSMIH": ("Haiti", "middle right"),
    "UNTAES": ("Croatia", "top center"),
    "MINURSO": ("Western Sahara", "top center"),
    "UNMIK": ("Kosovo", "middle right"),
    "UNTAET/UNMISET": ("East Timor", "middle left"),
    "UNAMSIL": ("Sierra Leone", "middle left"),
    "MONUC": ("DR Congo", "middle right"),
    "UNMIL": ("Liberia", "middle left"),
    "MINUSTAH": ("Haiti", "middle right"),
    "ONUB": ("Burundi", "bottom center"),
    "UNOCI": ("Côte<br>d'Ivoire", "bottom right"),
    "UNMIS": ("Sudan", "middle right"),
    "UNMIT": ("Timor-Leste", "middle left"),
    "UNAMID": ("Darfur", "top center"),
    "MINURCAT": ("Chad", "middle left"),
    "MONUSCO": ("DR Congo", "middle right"),
    "MINUSCA": ("Central<br>Afr. Rep.", "top left"),
    "MINUSMA": ("Mali", "top center"),
    "UNMISS": ("South Sudan", "middle right"),
    "UNISFA": ("Abyei", "top right"),
}


class PeacekeeperMap(SteppedFigure):
    """UN missions with Pakistanis, year by year from 1960 to 2025.

    Args:
        year: the year in view at first.

    Attributes:
        stepper: the control; its steps are those of ``missions.spans``.
        state: the years in view, ``(first, last)``.
        description: the text below, a ``LiveRegion``.

    Raises:
        ValueError: for a year before 1960 or after 2025.
    """

    def __init__(self, year=2008):
        if not FIRST <= year <= LAST:
            raise ValueError(f"The map has no year {year}: choose one from {FIRST} to {LAST}.")
        self._counts, self._missions = counts(), missions()
        self._borders = maps.ChangingBorders(lambda on: maps.base_map(region=WINDOW, on=on, height=560, detail="world"))
        states = spans()
        first = next(span for span in states if year <= span[1])
        super().__init__(states, first, name=_years, label="Years", interval=1000, table=_all_missions())

    def headline(self):
        """The take-away of the years in view, one sentence."""
        here = len(self._here())
        if not here:
            return f"{_years(self.state)}: no mission in the table"
        where = f"{_years(self.state)}: {here} mission{'s' if here > 1 else ''}"
        count = self._count()
        if count is None:
            return f"{where}, no count of people"
        if pd.notna(count["personnel"]) and not count["personnel"]:
            return f"{where}, no Pakistanis in it by December"
        people = "" if pd.isna(count["personnel"]) else f", {count['personnel']:,.0f} Pakistanis"
        rank = "" if pd.isna(count["rank"]) else f", number {count['rank']:.0f} of all"
        return where + people + rank

    def subtitle(self):
        return "Circle: the most Pakistanis seen in a mission, by area; close ones are moved apart"

    def source(self):
        return (
            "data/evidence/peacekeeping_missions.csv and peacekeeping.csv (International Peace Institute, Geo-PKO, Pakistani "
            f"lists), with the basis of each number. {maps.DISCLAIMER}"
        )

    def describe(self):
        """What the years in view show, in words."""
        here = self._here()
        if here.empty:
            return (
                f"{_years(self.state)}: for these years the lists that we read name no UN mission with Pakistanis. The United "
                "Nations itself sent out few large missions then."
            )
        named = "; ".join(_short(row) for row in here.itertuples())
        return f"{self._counted()} Missions, with the most Pakistanis ever seen there: {named}."

    def _counted(self):
        count = self._count()
        if count is None:
            return "We found no count of all Pakistanis under the United Nations for this time."
        when = dates.written_date(count["date"])
        if pd.isna(count["personnel"]):
            return f"{when}: number {count['rank']:.0f} among all contributors; the source gives no number of people."
        if not count["personnel"]:
            return f"{when}: no Pakistanis under the United Nations; earlier in the year there were."
        rank = "" if pd.isna(count["rank"]) else f", number {count['rank']:.0f} among all contributors"
        return f"{when}: {count['personnel']:,.0f} Pakistanis under the United Nations{rank}."

    def _here(self):
        return active(self.state[1], self._missions)

    def _count(self):
        """The row of ``missions.counts`` for the last year in view; None if it has none."""
        return self._counts.loc[self.state[1]] if self.state[1] in self._counts.index else None

    def _day(self):
        return f"{self.state[1]}-12-31"

    def draw(self):
        fig = self._borders.first(self._day())
        fig.add_scattergeo(
            name="Pakistan",
            meta="pakistan",
            mode="lines",
            fill="toself",
            fillcolor=maps.tint(GREEN, 0.25),
            line=dict(color=OUTLINE, width=1),
            hoverinfo="skip",
        )
        maps.add_labels(fig, [("Pakistan", 37, 66, "top center")], colour=OUTLINE)
        for name, look in (
            ("strength seen", dict(symbol="circle", opacity=0.75, line=dict(color=OUTLINE, width=1))),
            (
                "strength not seen",
                dict(symbol="circle-open", opacity=1, size=_UNSEEN, line=dict(color=OUTLINE, width=2)),
            ),
        ):
            fig.add_scattergeo(
                name=f"Pakistanis in the mission, {name}",
                meta=name,
                mode="markers+text",
                textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
                hovertemplate="%{customdata}<extra></extra>",
                marker=dict(color=GREEN, sizemode="diameter", **look),
            )
        top = 6 + _KEY_HEIGHT
        fig.update_layout(
            height=616 + _KEY_HEIGHT, showlegend=False, margin=dict(l=theme.EDGE, r=theme.EDGE, t=top, b=12)
        )
        return _with_key(fig)

    def change(self):
        here = self._here()
        words = here["mission"].map(lambda mission: LABELS[mission][0])
        here = here.assign(words=words.where(~words.duplicated(), ""))  # two missions in one country: its name once
        places = _clear_of_each_other(here)
        here = here.assign(lon=[lon for lon, _ in places], lat=[lat for _, lat in places])
        seen, unseen = here[here["peak_personnel"].notna()], here[here["peak_personnel"].isna()]
        lon, lat = maps.joined(maps.outlines("world", self._day()), ["PAK"])
        self._borders.redraw(self.figure, self._day())
        self.trace("pakistan").update(lon=lon, lat=lat)
        for name, part in (("strength seen", seen), ("strength not seen", unseen)):
            self.trace(name).update(
                lon=part["lon"],
                lat=part["lat"],
                text=part["words"],
                textposition=[LABELS[mission][1] for mission in part["mission"]],
                customdata=[_hover(row) for row in part.itertuples()],
            )
        self.trace("strength seen").marker.size = [_diameter(people) for people in seen["peak_personnel"]]


def _years(span):
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


_UNSEEN = 9  # pixels: the ring of a mission whose strength nobody has seen


def _diameter(people):
    """Pixels, so that the area of a circle follows the number; a few observers still get a mark that can be pointed at."""
    return max(7.0, 0.5 * float(people) ** 0.5)


def _clear_of_each_other(here):
    """Where the circles of missions stand: a list of (longitude, latitude), moved as far as a narrow page needs it."""
    pixel = degrees_per_narrow_pixel(WINDOW)
    sizes = [_UNSEEN if pd.isna(people) else _diameter(people) for people in here["peak_personnel"]]
    places = apart((here[["lon", "lat"]] / pixel).to_numpy().tolist(), sizes)
    return [(lon * pixel, lat * pixel) for lon, lat in places]


def _with_key(fig):
    """The map with circles above it that say how many people their sizes stand for, and what a ring means.

    They are drawn in pixels, so that they are as large as those on the map at any width.
    """
    left, entries = 0.0, [(people, f"{people:,}") for people in KEY] + [(None, "number not seen")]
    for people, words in entries:
        size = _diameter(people) if people else _UNSEEN
        fig.add_shape(
            type="circle",
            xref="paper",
            xsizemode="pixel",
            xanchor=0,
            x0=left,
            x1=left + size,
            yref="paper",
            ysizemode="pixel",
            yanchor=1,
            y0=_KEY_HEIGHT / 2 - size / 2,
            y1=_KEY_HEIGHT / 2 + size / 2,
            fillcolor=maps.tint(GREEN, 0.75) if people else theme.PAPER,
            line=dict(color=OUTLINE, width=1 if people else 2),
        )
        fig.add_annotation(
            text=words + " people" * (people == KEY[-1]),
            x=0,
            xref="paper",
            xanchor="left",
            xshift=left + size + 2,
            y=1,
            yref="paper",
            yanchor="middle",
            yshift=_KEY_HEIGHT / 2,
            showarrow=False,
            font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
            name="key",
        )
        left += size + 7 * len(words) + 50 * (people == KEY[-1]) + 22
    return fig


def _served(row):
    last = "" if pd.isna(row.pakistan_last_year) else int(row.pakistan_last_year)
    return str(row.pakistan_first_year) if last == row.pakistan_first_year else f"{row.pakistan_first_year}–{last}"


def _short(row):
    people = "number not seen" if pd.isna(row.peak_personnel) else f"{row.peak_personnel:,}, {row.peak_basis}"
    return f"{row.mission}, {row.country} ({people})"


def _hover(row):
    if pd.isna(row.peak_personnel):
        strength = "We found no number"
    else:
        when = f", {dates.written_date(row.peak_date)}" if isinstance(row.peak_date, str) else ""
        strength = f"Most Pakistanis seen: {row.peak_personnel:,}{when}<br>Basis: {row.peak_basis}"
    return f"<b>{html.escape(row.full_name)}</b> ({html.escape(row.mission)})<br>{_served(row)}<br>{strength}"


def _all_missions():
    table = missions().sort_values(["pakistan_first_year", "mission"])
    return pd.DataFrame(
        {
            "Mission": table["mission"],
            "Country": table["country"],
            "Years": [_served(row) for row in table.itertuples()],
            "Most Pakistanis seen": ["–" if pd.isna(n) else f"{n:,}" for n in table["peak_personnel"]],
            "Basis": table["peak_basis"].fillna("–"),
        }
    )

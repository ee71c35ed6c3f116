"""The map of notebook 07: where Pakistanis have served under the United Nations, from 1960 on."""

import html

import pandas as pd

from uspak import article, data, dates
from uspak.drawing import maps, theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, Stepper
from uspak.widgets.live import LiveFigure

FIRST, LAST = 1960, 2025

#: From this year on there is a step for every year; before it, one for each stretch without a change.
YEARLY = 1989

#: What the map shows: west, south, east, north in degrees.
WINDOW = (-80, -24, 147, 54)

GREEN = article.ACTOR_COLOURS["PAK"]
OUTLINE = "#00573F"

#: The words beside a mission's mark, and the side on which they stand.
LABELS = {
    "ONUC": ("Congo", "middle left"),
    "UNSF": ("West New Guinea", "middle left"),
    "UNYOM": ("Yemen", "middle left"),
    "UNTAG": ("Namibia", "middle left"),
    "UNIKOM": ("Iraq/Kuwait", "top center"),
    "UNOSOM I and II": ("Somalia", "middle right"),
    "UNTAC": ("Cambodia", "middle right"),
    "UNAMIR": ("Rwanda", "middle right"),
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
    "UNMIL": ("Liberia", "bottom left"),
    "MINUSTAH": ("Haiti", "middle right"),
    "ONUB": ("Burundi", "bottom center"),
    "UNOCI": ("Côte d'Ivoire", "bottom right"),
    "UNMIS": ("Sudan", "middle right"),
    "UNMIT": ("Timor-Leste", "middle left"),
    "UNAMID": ("Darfur", "top center"),
    "MINURCAT": ("Chad", "middle left"),
    "MONUSCO": ("DR Congo", "middle right"),
    "MINUSCA": ("Central African Rep.", "middle left"),
    "MINUSMA": ("Mali", "top center"),
    "UNMISS": ("South Sudan", "bottom right"),
    "UNISFA": ("Abyei", "top right"),
}


def missions():
    """The missions with Pakistanis, largest strength first, with ``last``: the last year, open ones ending in 2025."""
    table = data.evidence("peacekeeping_missions")
    return table.assign(last=table["pakistan_last_year"].fillna(LAST).astype(int)).sort_values(
        ["peak_personnel", "mission"], ascending=[False, True], na_position="last"
    )


def active(year, table=None):
    """The rows of :func:`missions` (or of ``table``, such rows read before) in which Pakistanis served in a year."""
    table = missions() if table is None else table
    return table[(table["pakistan_first_year"] <= year) & (year <= table["last"])]


def counts():
    """Pakistan's number and rank among UN contributors, one row a year (index): the December count, else the latest seen.

    Returns:
        A DataFrame with ``date``, ``personnel`` (NaN where a source gives the rank only) and ``rank`` (NaN where there is none).
    """
    table = data.evidence("peacekeeping")
    own = table[table["country_iso3"] == "PAK"].sort_values("date")
    return own.drop_duplicates("year", keep="last").set_index("year")[["date", "personnel", "rank"]]


def spans():
    """The steps of the map: a list of ``(first year, last year)``, each with the same missions throughout."""
    table, found, before = missions(), [], None
    for year in range(FIRST, LAST + 1):
        here = set(active(year, table)["mission"])
        if here == before and year < YEARLY:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
        before = here
    return found


class PeacekeeperMap(LiveFigure):
    """UN missions with Pakistanis, year by year from 1960 to 2025.

    Args:
        year: the year in view at first.

    Attributes:
        stepper: the control; its steps are :func:`spans`.
        span: the years in view, ``(first, last)``.
        words: the text below, a ``LiveRegion``.

    Raises:
        ValueError: for a year before 1960 or after 2025.
    """

    def __init__(self, year=2008):
        if not FIRST <= year <= LAST:
            raise ValueError(f"The map has no year {year}: choose one from {FIRST} to {LAST}.")
        self._spans, self._counts, self._missions = spans(), counts(), missions()
        index = next(i for i, (_, last) in enumerate(self._spans) if year <= last)
        self.span = self._spans[index]
        self.stepper = Stepper(steps=[_years(span) for span in self._spans], index=index, label="Years", interval=1000)
        self.words = LiveRegion()
        self.figure = self._draw()
        self._show(self.span)  # before it opens: a browser that is still loading may miss what is sent after
        super().__init__(
            self.stepper,
            self.figure,
            self.words,
            text=f"{self.headline()}. {self._told()}",
            table=_all_missions(),
        )
        self.stepper.observe(lambda change: self._show(self._spans[change.new]), names="index")

    def headline(self):
        """The take-away of the years in view, one sentence."""
        here = len(self._here())
        if not here:
            return f"{_years(self.span)}: no mission in the table"
        where = f"{_years(self.span)}: {here} mission{'s' if here > 1 else ''}"
        if self.span[1] not in self._counts.index:
            return f"{where}, no count of people"
        count = self._counts.loc[self.span[1]]
        people = "" if pd.isna(count["personnel"]) else f", {count['personnel']:,.0f} Pakistanis"
        rank = "" if pd.isna(count["rank"]) else f", number {count['rank']:.0f} of all"
        return where + people + rank

    def _draw(self):
        self._borders = maps.ChangingBorders(lambda on: maps.base_map(region=WINDOW, on=on, height=560, detail="world"))
        fig = self._borders.first(self._day())
        fig.add_scattergeo(
            name="Pakistan",
            meta="pakistan",
            mode="lines",
            fill="toself",
            fillcolor="rgba(0, 158, 115, 0.25)",
            line=dict(color=OUTLINE, width=1),
            hoverinfo="skip",
        )
        maps.add_labels(fig, [("Pakistan", 36.8, 64)], colour=OUTLINE)
        for name, symbol in (("strength seen", "circle"), ("strength not seen", "circle-open")):
            fig.add_scattergeo(
                name=name,
                meta=name,
                mode="markers",
                hovertemplate="%{customdata}<extra></extra>",
                marker=dict(symbol=symbol, color=GREEN, opacity=0.75 if symbol == "circle" else 1, sizemode="diameter"),
            )
        fig.add_scattergeo(
            name="words",
            meta="words",
            mode="text",
            hoverinfo="skip",
            textfont=dict(size=12, color=theme.INK, shadow=theme.HALO),
        )
        fig.update_layout(height=616, showlegend=False, margin=dict(l=0, r=0, t=6, b=12))
        return caption(
            fig,
            self.headline(),
            "Circle area: most Pakistanis seen in the mission at any time; ring: strength not seen",
            "data/evidence/peacekeeping_missions.csv and peacekeeping.csv (International Peace Institute, Geo-PKO, Pakistani "
            f"lists), with the basis of each strength. {maps.DISCLAIMER}",
        )

    def _show(self, span):
        self.span = span
        here = self._here()
        seen, unseen = here[here["peak_personnel"].notna()], here[here["peak_personnel"].isna()]
        lon, lat = maps.joined(maps.outlines("world", self._day()), ["PAK"])
        with self.figure.batch_update():
            self._borders.redraw(self.figure, self._day())
            self.trace("pakistan").update(lon=lon, lat=lat)
            for name, part in (("strength seen", seen), ("strength not seen", unseen)):
                self.trace(name).update(
                    lon=part["lon"], lat=part["lat"], customdata=[_hover(row) for row in part.itertuples()]
                )
            self.trace("strength seen").marker.update(
                size=[_diameter(people) for people in seen["peak_personnel"]], line=dict(color=OUTLINE, width=1)
            )
            self.trace("strength not seen").marker.update(size=9, line=dict(color=OUTLINE, width=2))
            labels = [LABELS[mission] for mission in here["mission"]]
            self.trace("words").update(
                lon=[row.lon + _aside(row, side) for row, (_, side) in zip(here.itertuples(), labels, strict=True)],
                lat=[row.lat + _above(row, side) for row, (_, side) in zip(here.itertuples(), labels, strict=True)],
                text=[text for text, _ in labels],
                textposition=[side for _, side in labels],
            )
            set_title(self.figure, self.headline())
        self.words.html = f"<p>{html.escape(self._told())}</p>"

    def _here(self):
        return active(self.span[1], self._missions)

    def _day(self):
        return f"{self.span[1]}-12-31"

    def _told(self):
        """What the years in view show, in words."""
        here = self._here()
        if here.empty:
            return (
                f"{_years(self.span)}: for these years the lists that we read name no UN mission with Pakistanis. The United "
                "Nations itself sent out few large missions then."
            )
        named = "; ".join(_short(row) for row in here.itertuples())
        return f"{self._counted()} Missions, with the most Pakistanis ever seen there: {named}."

    def _counted(self):
        if self.span[1] not in self._counts.index:
            return "No count of all Pakistanis under the United Nations was found for this time."
        count = self._counts.loc[self.span[1]]
        when = dates.written_date(count["date"])
        if pd.isna(count["personnel"]):
            return f"{when}: number {count['rank']:.0f} among all contributors; the source gives no number of people."
        rank = "" if pd.isna(count["rank"]) else f", number {count['rank']:.0f} among all contributors"
        return f"{when}: {count['personnel']:,.0f} Pakistanis under the United Nations{rank}."


def _years(span):
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def _diameter(people):
    """Pixels, so that the area of a circle follows the number; a few observers still get a mark that can be pointed at."""
    return max(7.0, 0.5 * float(people) ** 0.5)


def _degrees(row):
    """Half the width of a mission's mark, in degrees of a map about 1000 pixels wide."""
    return 0.11 * (9 if pd.isna(row.peak_personnel) else _diameter(row.peak_personnel))


def _aside(row, side):
    return {"left": -1, "center": 0, "right": 1}[side.split()[1]] * _degrees(row)


def _above(row, side):
    return {"bottom": -1, "middle": 0, "top": 1}[side.split()[0]] * _degrees(row)


def _served(row):
    last = "" if pd.isna(row.pakistan_last_year) else int(row.pakistan_last_year)
    return str(row.pakistan_first_year) if last == row.pakistan_first_year else f"{row.pakistan_first_year}–{last}"


def _short(row):
    people = "strength not seen" if pd.isna(row.peak_personnel) else f"{row.peak_personnel:,}, {row.peak_basis}"
    return f"{row.mission}, {row.country} ({people})"


def _hover(row):
    if pd.isna(row.peak_personnel):
        strength = "Strength not seen on a page"
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

"""The map of notebook 05: drone strikes by district, year by year, as each of two counters has them."""

import ipywidgets as widgets
import numpy as np
import pandas as pd

from uspak import data
from uspak.drawing import maps, theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, Stepper
from uspak.widgets.live import LiveFigure

YEARS = range(2004, 2019)
COUNTERS = {"Bureau of Investigative Journalism": "the Bureau", "New America": "New America"}
WAZIRISTAN = ("North Waziristan", "South Waziristan")
#: What the map shows: west, south, east, north. The one strike in Balochistan lies outside.
WINDOW = (68.0, 31.75, 72.8, 35.1)
#: Diameter in pixels of the circle of one strike; the area grows with the number.
DIAMETER = 6.0
CIRCLE = "#8E3B73"
#: On which side of its circle a district's name stands.
SIDES = {
    "North Waziristan": "middle left",
    "South Waziristan": "middle left",
    "Bajaur": "top center",
    "Khyber": "top left",
    "Kurram": "middle left",
    "Orakzai": "middle right",
    "Khyber Pakhtunkhwa (Hangu)": "middle right",
    "FR Bannu": "middle right",
}
NEIGHBOURS = [("Afghanistan", 33.9, 68.2), ("Pakistan", 32.5, 72.4)]


def strikes(counter, year):
    """What one counter has for one year.

    Args:
        counter: a key of ``COUNTERS``.
        year: 2004 to 2018.

    Returns:
        A DataFrame with one row for each district that was hit (the index), and the columns ``lat``, ``lon`` (middle of
        the district; NaN if the place is not known), ``strikes``, ``killed_min``, ``killed_max``, ``civilians_min`` and
        ``civilians_max`` (people).

    Raises:
        ValueError: for an unknown counter or year.
    """
    if counter not in COUNTERS or year not in YEARS:
        raise ValueError(
            f"There is no {counter!r}, {year!r}. Possible: {', '.join(COUNTERS)}; {YEARS[0]} to {YEARS[-1]}."
        )
    return _pick(data.evidence("drone_strikes_by_area"), counter, year)


def _pick(table, counter, year):
    mine = table[(table["counted_by"] == counter) & (table["year"] == year)]
    return mine.set_index("agency").drop(columns=["counted_by", "year", "source_id", "status", "note"])


class DroneMap(LiveFigure):
    """American drone strikes in Pakistan by district, for each year from 2004 to 2018.

    Args:
        year: the year to begin with.
        counter: a key of ``COUNTERS``.

    Attributes:
        stepper: the control; ``stepper.index = year - 2004`` moves to a year.
        counter: the ``Dropdown`` of counters; set its ``value``.
        year: the year in view.
        words: the text below, a ``LiveRegion``: both counters, each with its own range of civilians.
    """

    def __init__(self, year=2010, counter="Bureau of Investigative Journalism"):
        self._table = data.evidence("drone_strikes_by_area")
        self.year = year
        self.stepper = Stepper(steps=[str(y) for y in YEARS], index=year - YEARS[0], label="Year", interval=1500)
        self.counter = widgets.Dropdown(
            description="Counted by:",
            options=list(COUNTERS),
            value=counter,
            style={"description_width": "initial"},
            layout=widgets.Layout(width="auto", margin="2px 12px"),
        )
        self.words = LiveRegion()
        super().__init__(
            widgets.VBox([self.stepper, self.counter]),
            self._draw(),
            self.words,
            text=f"{self.headline()}. {self._told()}",
            table=by_year(),
        )
        self.stepper.observe(lambda change: self._show(YEARS[change.new]), names="index")
        self.counter.observe(lambda _: self._show(self.year), names="value")
        self._show(year)

    def headline(self):
        """The take-away of the year in view."""
        rows = _pick(self._table, self.counter.value, self.year)
        number = int(rows["strikes"].sum())
        inside = int(rows["strikes"].reindex(WAZIRISTAN).sum())
        if number == 1:
            return f"{self.year}: one strike, in {_where(rows.index[0])}"
        if not inside:
            return f"{self.year}: {number} strikes, none of them in Waziristan"
        return f"{self.year}: {number} strikes, {'all' if inside == number else inside} of them in Waziristan"

    def _draw(self):
        fig = maps.base_map(region=WINDOW, on=f"{YEARS[0]}-06-17", height=640)
        maps.add_entities(fig, ["AFG"], colour="#DCD6C8", outline=theme.BORDER, opacity=0.9)
        maps.add_entities(fig, ["PAK"], colour="#009E73", opacity=0.12)
        maps.add_labels(fig, NEIGHBOURS, size=14, colour=theme.SOFT_INK)
        maps.add_labels(fig, [("Durand Line", 32.05, 69.22, "middle left")], size=11, colour=theme.SOFT_INK)
        towns = data.places().set_index("place_id").loc[["kabul", "jalalabad", "peshawar", "islamabad"]].reset_index()
        towns = towns.assign(anchor=["middle left", "top left", "middle right", "middle left"])
        maps.add_places(fig, towns[["name", "lat", "lon", "anchor"]], name="towns", labels=True, size=7)
        fig.add_scattergeo(
            name="strikes",
            meta="strikes",
            mode="markers+text",
            showlegend=False,
            textfont=dict(size=12, color=theme.INK, shadow=theme.HALO),
            hovertemplate="%{customdata}<extra></extra>",
            marker=dict(line=dict(color=CIRCLE, width=1.4)),
        )
        fig.update_layout(margin=dict(l=0, r=0, t=6, b=8))
        return caption(
            fig,
            self.headline(),
            self._subtitle(),
            "data/evidence/drone_strikes_by_area.csv (Bureau of Investigative Journalism; New America). "
            f"{maps.DISCLAIMER} Afghanistan has never officially recognised the Durand Line.",
        )

    def _subtitle(self):
        return f"Area of a circle: strikes in the year as {COUNTERS[self.counter.value]} counts them; hollow: none"

    def _show(self, year):
        self.year = year
        rows = _pick(self._table, self.counter.value, year)
        points = self._points()
        rows_by_counter = {counter: _pick(self._table, counter, year) for counter in COUNTERS}
        number = rows["strikes"].reindex(points.index).fillna(0).astype(int)
        with self.figure.batch_update():
            self.trace("strikes").update(
                lat=points["lat"].tolist(),
                lon=points["lon"].tolist(),
                text=[f"<b>{_short(name)}: {count}</b>" if count else _short(name) for name, count in number.items()],
                textposition=[SIDES[name] for name in points.index],
                customdata=[self._hover(name, rows_by_counter) for name in points.index],
            )
            self.trace("strikes").marker.update(
                size=[DIAMETER * np.sqrt(count) if count else 5 for count in number],
                color=["rgba(142,59,115,0.7)" if count else "rgba(255,255,255,0.9)" for count in number],
            )
            set_title(self.figure, self.headline(), self._subtitle())
        self.words.html = f"<p>{self._told()}</p>"

    def _hover(self, name, rows_by_counter):
        """HTML: what each counter has for a district in the year in view."""
        parts = [f"<b>{name}, {self.year}</b>"]
        for counter, rows in rows_by_counter.items():
            known = _sentence(rows.loc[name]) if name in rows.index else "no strike"
            parts.append(f"{_capital(COUNTERS[counter])}: {known}")
        return "<br>".join(parts)

    def _points(self):
        """The districts that have a place on the map: ``lat`` and ``lon`` by name."""
        return self._table.drop_duplicates("agency").set_index("agency").loc[list(SIDES), ["lat", "lon"]]

    def _told(self):
        """The year in view in words: both counters, each with its own range."""
        parts = []
        for counter, short in COUNTERS.items():
            rows = _pick(self._table, counter, self.year)
            sums = rows[["strikes", "killed_min", "killed_max", "civilians_min", "civilians_max"]].sum()
            parts.append(f"{_capital(short)} has {_sentence(sums)}.")
        rows = _pick(self._table, self.counter.value, self.year)
        outside = [name for name in rows.index if name not in SIDES]
        if outside:
            number = int(rows.loc[outside, "strikes"].sum())
            parts.append(f"Not on the map: {number} of the strikes ({', '.join(_where(name) for name in outside)}).")
        return " ".join(parts)


def by_year():
    """Strikes and civilians by year and counter: a DataFrame of texts, one row a year, ranges as "89–197"."""
    table = data.evidence("drone_strikes")
    columns = {"Year": list(YEARS)}
    for counter, short in COUNTERS.items():
        mine = table[table["counted_by"] == counter].set_index("year").reindex(list(YEARS))
        columns[f"Strikes, {short}"] = mine["strikes"].tolist()
        columns[f"Civilians, {short}"] = [
            _range(low, high) for low, high in zip(mine["civilians_min"], mine["civilians_max"], strict=True)
        ]
    return pd.DataFrame(columns)


def _sentence(row):
    number = int(row["strikes"])
    killed, civilians = (_range(row[f"{who}_min"], row[f"{who}_max"]) for who in ("killed", "civilians"))
    return f"{number} {'strike' if number == 1 else 'strikes'}, {killed} people killed, {civilians} of them civilians"


def _range(low, high):
    return f"{int(low):,}" if low == high else f"{int(low):,}–{int(high):,}"


def _capital(words):
    return words[0].upper() + words[1:]


def _short(name):
    return {"Khyber Pakhtunkhwa (Hangu)": "Hangu"}.get(name, name)


def _where(name):
    return {
        "Unclear": "a place that is not known",
        "North/South Waziristan border": "the border of the two Waziristans",
    }.get(name, _short(name))

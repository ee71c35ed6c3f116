"""The map of notebook 05: drone strikes by district, year by year, as each of two counters has them."""

import numpy as np

from uspak import data
from uspak.drawing import maps, theme
from uspak.widgets.controls import drop_down
from uspak.widgets.stepped import SteppedFigure

from .drone_strikes import (
    BUREAU,
    COUNTERS,
    WAZIRISTAN,
    YEARS,
    by_year,
    districts,
    strikes,
    strikes_a_year,
    strikes_and_people,
    year_by_counter,
)

#: What the map shows: west, south, east, north. The one strike in Balochistan lies outside.
WINDOW = (67.6, 32.0, 73.7, 35.05)
#: Diameter in pixels of the circle of one strike; the area grows with the number. The largest circle then lies on its own
#: side of the border where the page is wide, and all but a rim of it where it is narrow.
DIAMETER = 3.03
#: The least diameter: a smaller circle is hard to see.
LEAST = 8
#: Where a circle stands that the simplified border would cut, in degrees north and east of the middle of its district.
INSIDE = {"Khyber": (-0.07, 0.16)}
_GAP = "\u00a0"  # between a circle and its name: about 4 pixels
#: The parts of the plot's height that the map takes, from below, and the columns, from above.
MAP, COLUMNS = 0.77, 0.16
#: On which side of its circle a district's name stands: inside Pakistan.
SIDES = {
    "North Waziristan": "bottom right",
    "South Waziristan": "middle right",
    "Bajaur": "middle right",
    "Khyber": "bottom right",
    "Kurram": "top right",
    "Orakzai": "bottom right",
    "Khyber Pakhtunkhwa (Hangu)": "middle right",
    "FR Bannu": "middle right",
}
NEIGHBOURS = [("Afghanistan", 33.6, 68.8), ("Pakistan", 32.5, 72.8)]


class DroneMap(SteppedFigure):
    """American drone strikes in Pakistan by district, for each year from 2004 to 2018.

    Args:
        year: the year to begin with.
        counter: a key of ``COUNTERS``.

    Attributes:
        stepper: the control; ``stepper.index = year - 2004`` moves to a year.
        counter: the ``Dropdown`` of counters; set its ``value``.
        state: the year in view.
        description: the text below, a ``LiveRegion``: both counters, each with its own range of civilians.
    """

    def __init__(self, year=2010, counter=BUREAU):
        self.counter = drop_down("Counted by", {counter: counter for counter in COUNTERS}, counter)
        super().__init__(YEARS, year, label="Year", interval=1500, below=[self.counter], table=by_year())
        self.counter.observe(lambda _: self.show(), names="value")

    def headline(self):
        """The take-away of the year in view."""
        rows = strikes(self.counter.value, self.state)
        number = int(rows["strikes"].sum())
        inside = int(rows["strikes"].reindex(WAZIRISTAN).sum())
        if number == 1:
            return f"{self.state}: one strike, in {_where(rows.index[0])}"
        if not inside:
            return f"{self.state}: {number} strikes, none of them in Waziristan"
        return f"{self.state}: {number} strikes, {'all' if inside == number else inside} of them in Waziristan"

    def subtitle(self):
        who = COUNTERS[self.counter.value]
        return f"Strikes listed by {who}: columns by year, circles (area) by district; hollow: none"

    def source(self):
        return (
            "data/evidence/drone_strikes_by_area.csv (Bureau of Investigative Journalism; New America). "
            "Circles of 1 to 6 strikes have one size. "
            f"{maps.DISCLAIMER} Afghanistan has never officially recognised the Durand Line."
        )

    def describe(self):
        """The year in view in words: both counters, each with its own range."""
        parts = [
            f"{_capital(COUNTERS[counter])} counts {said}." for counter, said in year_by_counter(self.state).items()
        ]
        number = strikes(self.counter.value, self.state)["strikes"]
        outside = [name for name in number.index if name not in SIDES]
        if outside:
            places = ", ".join(_where(name) for name in outside)
            parts.append(f"Not on the map: {number[outside].sum()} of the strikes ({places}).")
        return " ".join(parts)

    def draw(self):
        fig = maps.base_map(region=WINDOW, on=f"{YEARS[0]}-06-17", height=640)
        maps.add_entities(fig, ["AFG"], colour=theme.RIVAL_LAND, outline=theme.BORDER, opacity=0.9)
        maps.add_entities(fig, ["PAK"], colour=theme.ACTORS["PAK"], opacity=0.12)
        maps.add_labels(fig, NEIGHBOURS, size=14, colour=theme.SOFT_INK)
        maps.add_labels(fig, [("Durand Line", 32.2, 69.2, "middle left")], colour=theme.SOFT_INK)
        towns = data.places().set_index("place_id").loc[["kabul", "jalalabad", "peshawar", "islamabad"]].reset_index()
        towns = towns.assign(anchor=["middle left", "top left", "middle right", "middle left"])
        maps.add_places(fig, towns[["name", "lat", "lon", "anchor"]], name="towns", labels=True, size=7)
        fig.data[-1].marker.update(color=theme.OTHERS, symbol="square")
        fig.data[-1].textfont.color = theme.SOFT_INK
        points = districts().loc[list(SIDES), ["lat", "lon"]]
        for name, (north, east) in INSIDE.items():
            points.loc[name] += [north, east]
        fig.add_scattergeo(
            name="strikes",
            meta="strikes",
            mode="markers+text",
            lat=points["lat"].tolist(),
            lon=points["lon"].tolist(),
            textposition=list(SIDES.values()),
            showlegend=False,
            textfont=dict(size=theme.TEXT_SIZE, color=theme.INK, shadow=theme.HALO),
            hovertemplate="%{customdata}<extra></extra>",
            marker=dict(line=dict(color=theme.INK, width=1.2)),
        )
        return _with_columns(fig)

    def change(self):
        by_counter = {counter: strikes(counter, self.state) for counter in COUNTERS}
        number = by_counter[self.counter.value]["strikes"].reindex(list(SIDES)).fillna(0).astype(int)
        self.trace("strikes").update(
            text=[
                _GAP + (f"<b>{_short(name)}: {count}</b>" if count else _short(name)) for name, count in number.items()
            ],
            customdata=[self._hover(name, by_counter) for name in SIDES],
            marker_size=[max(LEAST, DIAMETER * np.sqrt(count)) for count in number],
            marker_color=[maps.tint(theme.INK if count else theme.PAPER, 0.7) for count in number],
        )
        a_year = strikes_a_year(self.counter.value)
        self.trace("years").update(
            y=a_year.tolist(),
            text=[f"<b>{count}</b>" if year == self.state else str(count) for year, count in a_year.items()],
            marker_color=[theme.INK if year == self.state else theme.QUIET for year in YEARS],
        )

    def _hover(self, name, by_counter):
        """HTML: what each counter has for a district in the year in view."""
        parts = [f"<b>{name}, {self.state}</b>"]
        for counter, rows in by_counter.items():
            known = strikes_and_people(rows.loc[name]) if name in rows.index else "no strike"
            parts.append(f"{_capital(COUNTERS[counter])}: {known}")
        return "<br>".join(parts)


def _with_columns(fig):
    """The map with a column for each year above it, as parts of one figure; the columns have no height yet."""
    most = max(strikes_a_year(counter).max() for counter in COUNTERS)
    fig.add_bar(
        name="strikes a year",
        meta="years",
        x=list(YEARS),
        width=0.7,
        cliponaxis=False,
        textposition="outside",
        textangle=0,
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK),
        hovertemplate="%{x}: %{y} strikes<extra></extra>",
    )
    fig.update_xaxes(range=[YEARS[0] - 0.6, YEARS[-1] + 0.6], tickvals=list(YEARS), ticks="", fixedrange=True)
    fig.update_yaxes(domain=[1 - COLUMNS, 1], range=[0, 1.35 * most], visible=False, fixedrange=True)
    meta = fig.layout.meta
    return fig.update_layout(
        geo_domain=dict(x=[0, 1], y=[0, MAP]),
        margin=dict(l=theme.EDGE, r=theme.EDGE, t=6, b=8),
        meta={**meta, "aspect": meta["aspect"] / MAP},
    )


def _capital(words):
    return words[0].upper() + words[1:]


def _short(name):
    return {"Khyber Pakhtunkhwa (Hangu)": "Hangu"}.get(name, name)


def _where(name):
    return {
        "Unclear": "a place that is not known",
        "North/South Waziristan border": "the border of the two Waziristans",
    }.get(name, _short(name))

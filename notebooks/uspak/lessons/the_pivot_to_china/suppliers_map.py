"""The second map of notebook 08: who supplied Pakistan's arms, in five-year steps from 1950 to 2024."""

import html

import pandas as pd

from uspak import article, data
from uspak.drawing import maps, theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, Stepper
from uspak.widgets.live import LiveFigure

PERIODS = range(1950, 2025, 5)

#: A supplier is drawn if it had at least this share of a period, in percent; the others are named as a group.
DRAWN = 2
_WIDEST = 15  # pixels, for the largest volume of all periods

#: The seat of each supplier's government, as a place_id.
SEATS = {
    "AUS": "canberra",
    "CHE": "bern",
    "CHN": "beijing",
    "DEU": "berlin",
    "FRA": "paris",
    "GBR": "london",
    "IRN": "tehran",
    "ITA": "rome",
    "JOR": "amman",
    "LBN": "beirut",
    "LBY": "tripoli",
    "NLD": "amsterdam",
    "RUS": "moscow",
    "SUN": "moscow",
    "SWE": "stockholm",
    "THA": "bangkok",
    "TUR": "ankara",
    "UKR": "kyiv",
    "USA": "washington",
}
#: Where a label lies beside its seat; the crowded seats of western Europe have theirs in a column in the Atlantic.
SIDES = {
    "AUS": "top left",
    "CHN": "middle right",
    "IRN": "bottom left",
    "JOR": "bottom left",
    "LBN": "bottom left",
    "LBY": "bottom center",
    "RUS": "top center",
    "SUN": "top center",
    "THA": "bottom right",
    "TUR": "bottom left",
    "UKR": "top right",
    "USA": "bottom center",
}
_COLUMN = dict(lon=-24.0, north=60.0, step=6.5)  # degrees
_REGION = (-98, -40, 160, 80)
_MOST = 9  # suppliers drawn in one period


def volumes():
    """Arms delivered by period and supplier.

    Returns:
        A DataFrame with the columns ``period`` (its first year, int), ``supplier_iso3``, ``supplier``, ``tiv`` (millions of
        SIPRI's trend-indicator value, a volume and no money) and ``percent`` (of the period), largest first in each period.
        Source: ``uspak.evidence("arms_imports")``.
    """
    table = data.evidence("arms_imports")
    table = table.assign(period=table["year"] // 5 * 5, supplier_iso3=table["supplier_iso3"].fillna("???"))
    keys = ["period", "supplier_iso3", "supplier"]
    sums = table.groupby(keys, as_index=False).agg(tiv=("tiv_millions", "sum"))
    sums["percent"] = 100 * sums["tiv"] / sums.groupby("period")["tiv"].transform("sum")
    return sums.sort_values(["period", "tiv"], ascending=[True, False], ignore_index=True)


class SuppliersMap(LiveFigure):
    """Arcs from the suppliers' capitals to Pakistan, as wide as what they delivered in five years.

    Args:
        period: the first year of a period, 1950 to 2020 in steps of five.

    Attributes:
        stepper: the control; ``stepper.index`` counts the periods from 0.
        period: the first year of the period in view.
        words: the text below, a ``LiveRegion``.

    Raises:
        ValueError: for a year that begins no period.
    """

    def __init__(self, period=1965):
        if period not in PERIODS:
            raise ValueError(f"No period begins in {period}: choose one of {', '.join(map(str, PERIODS))}.")
        self._all = volumes()
        self._largest = self._all["tiv"].max()
        places = data.places().set_index("place_id")
        self._seats = {iso: (places.at[seat, "lat"], places.at[seat, "lon"]) for iso, seat in SEATS.items()}
        self._ends = {name: (places.at[name, "lat"], places.at[name, "lon"]) for name in ("karachi", "islamabad")}
        self.period = period
        self.stepper = Stepper(
            steps=[span(start) for start in PERIODS], index=PERIODS.index(period), label="Period", interval=2000
        )
        self.words = LiveRegion()
        self.figure = self._draw()
        self._show(period)  # before the figure goes live: what is sent right after may come before the browser listens
        super().__init__(
            self.stepper,
            self.figure,
            self.words,
            text=f"{self.headline()}. {self._told()}",
            table=_leaders(self._all),
        )
        self.stepper.observe(lambda change: self._show(PERIODS[change.new]), names="index")

    def suppliers(self):
        """The suppliers of the period in view, rows as from :func:`volumes`, largest first."""
        return self._all[self._all["period"] == self.period]

    def headline(self):
        """The take-away of the period in view."""
        first = self.suppliers().iloc[0]
        return f"{span(self.period)}: {named(first['supplier'])} leads with {first['percent']:.0f} percent"

    def _told(self):
        table = self.suppliers()
        drawn = table[table["percent"] >= DRAWN]
        listed = ", ".join(f"{named(row.supplier)} {row.percent:.0f}" for row in drawn.itertuples())
        rest = table["percent"].sum() - drawn["percent"].sum()
        others = f" Others together: {rest:.0f}." if rest >= 0.5 else ""
        china, usa = (table[table["supplier_iso3"] == iso]["percent"].sum() for iso in ("CHN", "USA"))
        return (
            f"In {span(self.period)} arms of {table['tiv'].sum():,.0f} million TIV were delivered. Shares in percent: {listed}.{others} "
            f"China {china:.1f}, the United States {usa:.1f}. The lines are great circles between capitals, not ways of transport."
        )

    def _day(self):
        return f"{self.period + 4}-12-31"

    def _draw(self):
        self._borders = maps.ChangingBorders(lambda on: maps.base_map(region=_REGION, on=on, height=590))
        fig = self._borders.first(self._day())
        for number in range(_MOST):
            fig.add_scattergeo(
                **_NOTHING,
                name=f"arc {number}",
                meta=f"arc {number}",
                mode="lines",
                opacity=0.75,
                showlegend=False,
                hovertemplate="%{text}<extra></extra>",
            )
        fig.add_scattergeo(
            **_NOTHING,
            meta="leaders",
            mode="lines",
            hoverinfo="skip",
            showlegend=False,
        )
        fig.add_scattergeo(
            **_NOTHING,
            meta="seats",
            mode="markers",
            marker=dict(size=7, color=theme.INK, line=dict(color=theme.PAPER, width=1)),
            hovertemplate="%{text}<extra></extra>",
            showlegend=False,
        )
        maps.add_labels(fig, [("", 0, 0)])
        fig.data[-1].meta = "labels"
        fig.update_layout(height=600, margin=dict(l=0, r=0, t=6, b=8))
        return caption(
            fig,
            self.headline(),
            "Arms imports of Pakistan by supplier in five years; width in proportion to volume (TIV)",
            "SIPRI Arms Transfers Database, in data/evidence/arms_imports.csv (1950–94: release of July 2022; 1995–2024: "
            f"March 2025). {maps.DISCLAIMER}",
        )

    def _show(self, period):
        self.period = period
        table = self.suppliers()
        drawn = table[table["percent"] >= DRAWN].to_dict("records")
        end = self._ends["karachi" if period < 1960 else "islamabad"]
        with self.figure.batch_update():
            self._borders.redraw(self.figure, self._day())
            for number in range(_MOST):
                self.trace(f"arc {number}").update(self._arc(drawn[number], end) if number < len(drawn) else _NOTHING)
            self._label(drawn, end)
            set_title(self.figure, self.headline())
        self.words.html = f"<p>{html.escape(self._told())}</p>"

    def _arc(self, row, end):
        lon, lat = maps.great_circle([self._seats[row["supplier_iso3"]], end], step=2)
        told = f"<b>{row['supplier']}</b><br>{row['tiv']:,.0f} million TIV, {row['percent']:.1f} percent"
        width = max(1.2, _WIDEST * row["tiv"] / self._largest)
        colour = article.ACTOR_COLOURS.get(row["supplier_iso3"], article.OTHER_ACTOR)
        return dict(lon=lon, lat=lat, text=told, line=dict(color=colour, width=width))

    def _label(self, drawn, end):
        beside = [row for row in drawn if row["supplier_iso3"] in SIDES]
        column = [row for row in drawn if row["supplier_iso3"] not in SIDES]
        column.sort(key=lambda row: -self._seats[row["supplier_iso3"]][0])
        texts, lon, lat, sides, leaders = ["Pakistan"], [end[1]], [end[0] - 2], ["bottom center"], ([None], [None])
        for row in beside:
            seat, side = self._seats[row["supplier_iso3"]], SIDES[row["supplier_iso3"]]
            up, along = side.split()
            texts.append(_tag(row))
            sides.append(side)
            lat.append(seat[0] + {"top": 1.5, "middle": 0, "bottom": -1.5}[up])
            lon.append(seat[1] + {"left": -1.5, "center": 0, "right": 2.5}[along])
        for number, row in enumerate(column):
            seat = self._seats[row["supplier_iso3"]]
            at = _COLUMN["north"] - number * _COLUMN["step"]
            texts.append(_tag(row))
            sides.append("middle left")
            lat.append(at)
            lon.append(_COLUMN["lon"])
            leaders[0].extend([_COLUMN["lon"] + 0.5, seat[1], None])
            leaders[1].extend([at, seat[0], None])
        self.trace("labels").update(text=texts, lon=lon, lat=lat, textposition=sides)
        self.trace("leaders").update(lon=leaders[0], lat=leaders[1], line=dict(color=theme.BORDER, width=0.8))
        points = [self._seats[row["supplier_iso3"]] for row in drawn]
        self.trace("seats").update(
            lon=[point[1] for point in points],
            lat=[point[0] for point in points],
            text=[f"<b>{row['supplier']}</b><br>{row['percent']:.1f} percent" for row in drawn],
        )


#: One point without a place: a trace that has never held one loses its colours in the browser.
_NOTHING = dict(lon=[None], lat=[None], text="")


def span(period):
    """The period that begins in a year, in words: ``1965–69``."""
    return f"{period}–{str(period + 4)[2:]}"


def named(supplier):
    """A supplier's name as it stands in a sentence."""
    return (
        f"the {supplier}"
        if supplier in ("United States", "United Kingdom", "Soviet Union", "Netherlands")
        else supplier
    )


def _tag(row):
    return f"{row['supplier']} {row['percent']:.0f}%"


def _leaders(table):
    """The text version: for each period the first supplier and the shares of China and the United States."""
    rows = []
    for period in PERIODS:
        mine = table[table["period"] == period].set_index("supplier_iso3")
        share = mine["percent"].reindex(["CHN", "USA"]).fillna(0)
        rows.append(
            {
                "Period": span(period),
                "Largest supplier": mine["supplier"].iloc[0],
                "its percent": round(mine["percent"].iloc[0], 1),
                "China, percent": round(share["CHN"], 1),
                "United States, percent": round(share["USA"], 1),
                "Million TIV in all": round(mine["tiv"].sum()),
            }
        )
    return pd.DataFrame(rows)

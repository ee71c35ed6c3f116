"""The second map of notebook 08: who supplied Pakistan's arms, in five-year steps from 1950 to 2024."""

import pandas as pd

from uspak import article, data
from uspak.drawing import maps, theme
from uspak.widgets.stepped import SteppedFigure

from .suppliers import PERIODS, named, span, volumes

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


#: An arc that is not drawn.
_NO_ARC = dict(lon=[None], lat=[None], text="")


class SuppliersMap(SteppedFigure):
    """Arcs from the suppliers' capitals to Pakistan, as wide as what they delivered in five years.

    Args:
        period: the first year of a period, 1950 to 2020 in steps of five.

    Attributes:
        stepper: the control; ``stepper.index`` counts the periods from 0.
        state: the first year of the period in view.
        description: the text below, a ``LiveRegion``.

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
        self._borders = maps.ChangingBorders(lambda on: maps.base_map(region=_REGION, on=on, height=590))
        super().__init__(PERIODS, period, name=span, label="Period", interval=2000, table=_leaders(self._all))

    def suppliers(self):
        """The suppliers of the period in view, rows as from ``suppliers.volumes``, largest first."""
        return self._all[self._all["period"] == self.state]

    def headline(self):
        """The take-away of the period in view."""
        first = self.suppliers().iloc[0]
        return f"{span(self.state)}: {named(first['supplier'])} leads with {first['percent']:.0f} per cent"

    def subtitle(self):
        return "Arms imports of Pakistan by supplier in five years; width in proportion to volume (TIV)"

    def source(self):
        return (
            "SIPRI Arms Transfers Database, in data/evidence/arms_imports.csv (1950–94: release of July 2022; 1995–2024: "
            f"March 2025). {maps.DISCLAIMER}"
        )

    def describe(self):
        """What the period in view shows, in words."""
        table = self.suppliers()
        drawn = table[table["percent"] >= DRAWN]
        listed = ", ".join(f"{named(row.supplier)} {row.percent:.0f}" for row in drawn.itertuples())
        rest = table["percent"].sum() - drawn["percent"].sum()
        others = f" Others together: {rest:.0f}." if rest >= 0.5 else ""
        china, usa = (table[table["supplier_iso3"] == iso]["percent"].sum() for iso in ("CHN", "USA"))
        return (
            f"In {span(self.state)} arms of {table['tiv'].sum():,.0f} million TIV were delivered. Shares in per cent: {listed}.{others} "
            f"China {china:.1f}, the United States {usa:.1f}. The lines are great circles between capitals, not transport routes."
        )

    def _day(self):
        return f"{self.state + 4}-12-31"

    def draw(self):
        fig = self._borders.first(self._day())
        for number in range(_MOST):
            fig.add_scattergeo(
                name=f"arc {number}",
                meta=f"arc {number}",
                mode="lines",
                opacity=0.75,
                showlegend=False,
                hovertemplate="%{text}<extra></extra>",
            )
        fig.add_scattergeo(
            meta="leaders",
            text="",
            mode="lines",
            line=dict(color=theme.BORDER, width=0.8),
            hoverinfo="skip",
            showlegend=False,
        )
        fig.add_scattergeo(
            meta="seats",
            mode="markers",
            marker=dict(size=7, color=theme.INK, line=dict(color=theme.PAPER, width=1)),
            hovertemplate="%{text}<extra></extra>",
            showlegend=False,
        )
        maps.add_labels(fig, [("", 0, 0)])
        fig.data[-1].meta = "labels"
        return fig.update_layout(height=600, margin=dict(l=0, r=0, t=6, b=8))

    def change(self):
        table = self.suppliers()
        drawn = table[table["percent"] >= DRAWN].to_dict("records")
        end = self._ends["karachi" if self.state < 1960 else "islamabad"]
        self._borders.redraw(self.figure, self._day())
        for number in range(_MOST):
            self.trace(f"arc {number}").update(self._arc(drawn[number], end) if number < len(drawn) else _NO_ARC)
        points = [self._seats[row["supplier_iso3"]] for row in drawn]
        self.trace("seats").update(
            lon=[point[1] for point in points],
            lat=[point[0] for point in points],
            text=[f"<b>{row['supplier']}</b><br>{row['percent']:.1f} per cent" for row in drawn],
        )
        self._label(drawn, end)

    def _arc(self, row, end):
        lon, lat = maps.great_circle([self._seats[row["supplier_iso3"]], end], step=2)
        told = f"<b>{row['supplier']}</b><br>{row['tiv']:,.0f} million TIV, {row['percent']:.1f} per cent"
        width = max(1.2, _WIDEST * row["tiv"] / self._largest)
        colour = article.ACTOR_COLOURS.get(row["supplier_iso3"], article.OTHER_ACTOR)
        return dict(lon=lon, lat=lat, text=told, line=dict(color=colour, width=width))

    def _label(self, drawn, end):
        """Name and share of each supplier: beside its seat, or in the column in the Atlantic with a line to the seat."""
        labels = [("Pakistan", end[1], end[0] - 2, "bottom center")]
        column, lon, lat = [], [None], [None]
        for row in drawn:
            seat, side = self._seats[row["supplier_iso3"]], SIDES.get(row["supplier_iso3"])
            words = f"{row['supplier']} {row['percent']:.0f}%"
            if side is None:
                column.append((seat, words))
                continue
            up, along = side.split()
            above, aside = (
                {"top": 1.5, "middle": 0, "bottom": -1.5}[up],
                {"left": -1.5, "center": 0, "right": 2.5}[along],
            )
            labels.append((words, seat[1] + aside, seat[0] + above, side))
        for number, (seat, words) in enumerate(sorted(column, key=lambda label: -label[0][0])):
            height = _COLUMN["north"] - number * _COLUMN["step"]
            labels.append((words, _COLUMN["lon"], height, "middle left"))
            lon += [_COLUMN["lon"] + 0.5, seat[1], None]
            lat += [height, seat[0], None]
        texts, lons, lats, sides = zip(*labels, strict=True)
        self.trace("labels").update(text=texts, lon=lons, lat=lats, textposition=sides)
        self.trace("leaders").update(lon=lon, lat=lat)


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
                "Its share, per cent": round(mine["percent"].iloc[0], 1),
                "China, per cent": round(share["CHN"], 1),
                "United States, per cent": round(share["USA"], 1),
                "Million TIV in all": round(mine["tiv"].sum()),
            }
        )
    return pd.DataFrame(rows)

"""The second widget of notebook 08: who supplied Pakistan's arms, in five-year steps from 1950 to 2024."""

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import theme
from uspak.drawing.figure import edge_note
from uspak.widgets.stepped import SteppedFigure

from .suppliers import PERIODS, named, ranked, span, volumes

#: Who is told apart in the columns, from below; all others are one grey.
_COLOURS = {"China": theme.ACTORS["CHN"], "United States": theme.ACTORS["USA"], "Others": theme.OTHERS}
_PALE = 0.3  # the opacity of the periods that are not in view
_MOST = 8  # rows of bars; fewer are spread over the same height
_THICK = 0.72  # of a row: a bar where the rows are as many as can be; it is as thick where they are fewer
_COLUMNS, _BARS = (0.68, 0.94), (0, 0.52)  # of the height: the columns of all periods, the bars of one


class SuppliersByPeriod(SteppedFigure):
    """A column for the volume of each five years, and bars for the suppliers of the five years in view.

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
        super().__init__(PERIODS, period, name=span, label="Period", interval=2000, table=_leaders(self._all))

    def suppliers(self):
        """The suppliers of the period in view, rows as from ``suppliers.volumes``, largest first."""
        return self._all[self._all["period"] == self.state]

    def headline(self):
        """The take-away of the period in view."""
        first = self.suppliers().iloc[0]
        return f"{span(self.state)}: {named(first['supplier'])} leads with {first['percent']:.0f} per cent"

    def subtitle(self):
        return "Arms imports of Pakistan by supplier, in periods of five years (SIPRI's TIV)"

    def source(self):
        return (
            "SIPRI Arms Transfers Database, in data/evidence/arms_imports.csv (1950–94: release of July 2022; 1995–2024: "
            "March 2025)."
        )

    def describe(self):
        """What the period in view shows, in words."""
        table, rows = self.suppliers(), ranked(self._all, self.state)
        listed = ", ".join(
            f"{named(row.supplier)} {row.percent:.0f}" for row in rows.itertuples() if row.percent >= 0.5
        )
        china, usa = (table[table["supplier_iso3"] == iso]["percent"].sum() for iso in ("CHN", "USA"))
        return (
            f"In {span(self.state)} arms of {table['tiv'].sum():,.0f} million TIV were delivered. Shares in per cent: {listed}. "
            f"China {china:.1f}, the United States {usa:.1f}."
        )

    def draw(self):
        fig = go.Figure()
        for name, rows in _volumes(self._all).items():
            fig.add_bar(
                name=name,
                meta=f"{name} columns",
                x=[period + 2.5 for period in PERIODS],
                y=rows,
                width=4.4,
                marker=dict(color=_COLOURS[name], line_width=0),
                customdata=[span(period) for period in PERIODS],
                hovertemplate=f"<b>{name}</b><br>%{{customdata}}: %{{y:,.0f}} million TIV<extra></extra>",
            )
        fig.add_bar(
            name="suppliers: China, United States and others",
            meta="bars",
            orientation="h",
            xaxis="x2",
            yaxis="y2",
            textposition="outside",
            cliponaxis=False,
            textfont=dict(size=theme.TEXT_SIZE, color=theme.INK),
            hovertemplate="%{customdata}<extra></extra>",
        )
        _add_heading(fig, "All deliveries, million TIV", _COLUMNS[1])
        _add_heading(fig, " ", _BARS[1])
        return _with_axes(fig)

    def change(self):
        rows = ranked(self._all, self.state)
        places = list(range(len(rows)))
        for name in _COLOURS:
            opacity = [1 if period == self.state else _PALE for period in PERIODS]
            self.trace(f"{name} columns").marker.opacity = opacity
        self.trace("bars").update(
            x=rows["percent"].tolist(),
            y=places,
            width=_THICK * len(rows) / _MOST,
            text=[f"{share:.0f}%" if share >= 1 or not share else f"{share:.1f}%" for share in rows["percent"]],
            customdata=[
                f"<b>{row.supplier}</b><br>{row.tiv:,.0f} million TIV, {row.percent:.1f} per cent"
                for row in rows.itertuples()
            ],
            marker=dict(color=[_COLOURS.get(name, theme.OTHERS) for name in rows["supplier"]], line_width=0),
        )
        names = dict(tickvals=places, ticktext=rows["supplier"].tolist())
        self.figure.layout.yaxis2.update(range=[len(rows) - 0.5, -0.5], **names)
        *_, heading = self.figure.select_annotations(dict(name="heading"))
        heading.text = f"Share of each supplier in {span(self.state)}, per cent"


_LEFT = 112  # pixels, for the names of suppliers


def _add_heading(fig, words, height):
    """The words above the columns or the bars, whose upper end lies at this part of the plot's height."""
    fig.add_annotation(edge_note(words, _LEFT, 4, y=height, name="heading"))


def _with_axes(fig):
    """The figure with its two pairs of axes: time and volume above, share and names below."""
    plain = dict(showgrid=False, fixedrange=True)
    return fig.update_layout(
        barmode="stack",
        bargap=0,
        height=560,
        margin=dict(l=_LEFT, r=24, t=10, b=30),
        xaxis=dict(plain, domain=[0, 1], anchor="y", range=[1949.5, 2025.5], tick0=1950, dtick=10, tickformat="d"),
        yaxis=dict(plain, domain=_COLUMNS, nticks=4, tickformat=","),
        xaxis2=dict(plain, domain=[0, 1], anchor="y2", range=[0, 108], visible=False),
        yaxis2=dict(
            plain, domain=_BARS, anchor="x2", range=[_MOST - 0.5, -0.5], tickmode="array", tickcolor=theme.PAPER
        ),
    )


def _volumes(table):
    """The volume of each period, a list for each key of ``_COLOURS``."""
    of = table["supplier"].where(table["supplier"].isin(_COLOURS), "Others")
    sums = table.groupby(["period", of])["tiv"].sum().unstack(fill_value=0).reindex(PERIODS, fill_value=0)
    return {name: sums[name].tolist() for name in _COLOURS}


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

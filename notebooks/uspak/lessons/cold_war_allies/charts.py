"""The figures of notebook 02 that do not move: a flight, aid, arms and votes. Each function returns a figure to show."""

import pandas as pd
import plotly.graph_objects as go

from uspak import data
from uspak.drawing import maps, theme

EMBARGO = "1965-09-08"
SUPPLIERS = ("United States", "United Kingdom", "China", "France", "Soviet Union")

_GAP = 0.09  # of a plot's height: between two panels
_NAMES = 112  # pixels left of the bars of suppliers
_DAY = 86_400_000  # milliseconds, in which plotly measures the width of a bar on an axis of dates


def flight_map():
    """The U-2 flight of 1 May 1960 on a map: from Peshawar to where it was shot down, and on to where it never came."""
    fig = maps.base_map(region=(4, 24, 86, 71), on="1960-05-01", height=715)
    maps.add_entities(fig, ["SUN"], colour=theme.RIVAL_LAND, opacity=1, name="Soviet Union")
    maps.add_entities(fig, ["PAK"], colour=theme.ACTORS["PAK"], name="Pakistan")
    maps.add_route(fig, ["peshawar", "yekaterinburg"], name="flown", width=2.5)
    maps.add_route(fig, ["yekaterinburg", "bodo"], name="planned", dash="dot")
    maps.add_labels(
        fig,
        [
            ("Soviet Union", 65, 80),
            ("Norway", 61.5, 8.5),
            ("Pakistan", 27.9, 67.2),
            ("1 May 1960,<br>from Peshawar", 45, 70, "middle right"),
            ("planned, to Norway", 60, 40),
        ],
    )
    places = data.places().set_index("place_id")
    towns = places.loc[["peshawar", "yekaterinburg", "bodo"]]
    towns["name"] = ["Peshawar", "Shot down near Sverdlovsk", "Bodø"]
    towns["anchor"] = ["middle left", "middle right", "top center"]
    return maps.add_places(fig, towns, name="towns", labels=True)


def aid_bars(aid):
    """Military aid alone and, below it on the same scale, all aid, by fiscal year.

    Args:
        aid: rows of ``uspak.evidence("aid_by_year")``, in order; constant dollars are drawn.
    """
    end = pd.to_datetime(aid["fy_end_date"])
    start = end.shift().where(end.diff() < pd.Timedelta(days=370), end - pd.Timedelta(days=365))
    military, economic = (aid[f"{kind}_usd_millions_constant_2020"] for kind in ("military", "economic"))
    years = dict(x=start + (end - start) / 2, width=(end - start).dt.days * _DAY * 0.95, customdata=aid["fiscal_year"])
    fig = go.Figure(
        [
            _money("Military", military, years, "military", "y2"),
            _money("Economic", economic, years, "economic", "y"),
            _money("Military, in all aid", military, years, "military", "y"),
        ]
    )
    most, all_aid = 1400, 3450  # the ends of the two axes: one scale
    split = (1 - _GAP) * all_aid / (most + all_aid)
    fig.update_layout(barmode="stack", height=590, margin=dict(l=56, r=12))
    fig.update_yaxes(range=[0, all_aid], domain=[0, split], dtick=1000, tickformat=",")
    fig.update_layout(yaxis2=dict(range=[0, most], domain=[split + _GAP, 1], dtick=1000, tickformat=","))
    fig.update_yaxes(zeroline=True, zerolinecolor=theme.BORDER, zerolinewidth=1)
    fig.update_xaxes(range=["1947-06-01", "1979-11-01"], showgrid=False)
    _mark_embargo(fig)
    for text, y, panel in (
        ("<b>Military aid</b>", 1330, "y2"),
        (f"<b>All aid</b>: {_square('economic')} economic, {_square('military')} military", 3400, "y"),
    ):
        fig.add_annotation(_word(text, "1947-08-01", y, panel, xanchor="left", yanchor="top"))
    for panel in ("y", "y2"):
        fig.add_annotation(_word("no record", "1949-06-30", 0, panel, yanchor="bottom"))
    return fig


def share_bars(shares):
    """The share of each supplier in Pakistan's arms imports: a row of bars for each, on one scale.

    Args:
        shares: a DataFrame in per cent, one row for five years (the first year as text), one column for each supplier.
    """
    periods = [f"{start}–{int(start) + 4 - 1900}" for start in shares.index]
    fig = go.Figure()
    for number, supplier in enumerate(SUPPLIERS):
        axis = "y" if not number else f"y{number + 1}"
        top = 1 - number / len(SUPPLIERS)
        fig.add_trace(_supplier(supplier, periods, shares[supplier], axis))
        fig.update_layout(
            {axis.replace("y", "yaxis"): _row_axis(top - 0.95 / len(SUPPLIERS), top - 0.28 / len(SUPPLIERS))}
        )
        fig.add_shape(_line(dict(x0=-0.5, x1=len(periods) - 0.5, y0=0, y1=0, yref=axis), theme.BORDER))
        name = dict(xref="paper", xanchor="left", xshift=theme.EDGE - _NAMES, yanchor="bottom")
        fig.add_annotation(_word(f"<b>{supplier}</b>" if not number else supplier, 0, 0, axis, **name))
    fig.add_shape(_line(dict(x0=2.5, x1=2.5, y0=0, y1=1, yref="paper"), theme.INK, "dot"))
    fig.add_annotation(_word("embargo, 1965", 2.5, 1, "paper", xanchor="left", yanchor="bottom", xshift=4, yshift=-10))
    fig.update_xaxes(range=[-0.5, len(periods) - 0.5], anchor="free", position=0, ticks="", fixedrange=True)
    return fig.update_layout(height=540, bargap=0.12, margin=dict(l=_NAMES, r=8))


def vote_bars(by_year):
    """How often Pakistan and the median state voted with Washington and, larger below, the difference.

    Args:
        by_year: a DataFrame, one row for each year, also for those without numbers; columns as in
            ``uspak.evidence("un_agreement_world")``, the year is the index.
    """
    green, gap = theme.ACTORS["PAK"], by_year["pakistan_minus_median"]
    fig = go.Figure(
        [
            _vote_line("Median state", by_year["world_median_score_with_usa"], theme.OTHERS, "square"),
            _vote_line("Pakistan", by_year["pakistan_score_with_usa"], green, "circle"),
        ]
    )
    fig.add_bar(
        x=by_year.index,
        y=gap,
        name="Pakistan minus median state",
        marker=dict(color=[green if value > 0 else maps.tint(green, 0.45) for value in gap], line_width=0),
        hovertemplate="%{x}: %{y:+.2f}",
    )
    for year in by_year.index[gap.isna()]:
        _mark_missing(fig, year)
    fig.add_shape(_line(dict(x0=0, x1=1, xref="paper", y0=0, y1=0, yref="y"), theme.INK))
    for text, x, y, panel, side in (
        ("Pakistan", 1958.4, 0.9, "y2", "left"),
        ("Median state", 1947, 0.8, "y2", "left"),
        ("<b>Pakistan minus median state</b>: above 0, nearer to Washington", 1946.6, 0.13, "y", "left"),
    ):
        fig.add_annotation(_word(text, x, y, panel, xanchor=side, yanchor="bottom"))
    fig.update_yaxes(range=[-0.36, 0.18], domain=[0, 0.56])
    ticks = {-0.3: "−0.3", -0.2: "−0.2", -0.1: "−0.1", 0: "0", 0.1: "+0.1"}
    fig.update_yaxes(tickvals=list(ticks), ticktext=list(ticks.values()))
    fig.update_layout(
        height=570,
        bargap=0.15,
        margin=dict(l=50, r=8),
        yaxis2=dict(range=[0, 1.09], domain=[0.62, 1], tickvals=[0, 0.5, 1]),
    )
    return fig.update_xaxes(range=[1946.2, 1979.8], dtick=5, tick0=1945)


def _money(name, values, years, kind, axis):
    """Bars of one kind of aid, in one panel."""
    hover = "fiscal %{customdata}: %{y:,.1f}"
    return go.Bar(
        name=name,
        y=values,
        yaxis=axis,
        marker=dict(color=theme.MONEY[kind], line_width=0),
        hovertemplate=hover,
        **years,
    )


def _mark_embargo(fig):
    fig.add_shape(_line(dict(x0=EMBARGO, x1=EMBARGO, y0=0, y1=1, yref="paper"), theme.INK, "dot"))
    fig.add_annotation(
        _word("arms embargo, 8 September 1965", EMBARGO, 1, "paper", xanchor="left", yanchor="top", xshift=4)
    )


def _supplier(supplier, periods, shares, axis):
    """The bars of one supplier, each with its number."""
    actor = {"United States": "USA", "China": "CHN"}.get(supplier)
    return go.Bar(
        name=supplier,
        x=periods,
        y=shares,
        yaxis=axis,
        marker_color=theme.ACTORS.get(actor, theme.OTHERS),
        text=[f"{share:.1f}" if share else "0" for share in shares],
        textposition="outside",
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK),
        cliponaxis=False,
        hovertemplate="%{x}: %{y:.1f} %",
    )


def _row_axis(low, high):
    """The axis of one row of bars: from 0 to 100 per cent, without marks, for each bar has its number."""
    return dict(range=[0, 100], domain=[low, high], visible=False, fixedrange=True)


def _vote_line(name, scores, colour, symbol):
    """A pale line of scores, in the upper panel; it breaks where a score is missing."""
    pale = maps.tint(colour, 0.6)
    return go.Scatter(
        name=name,
        x=scores.index,
        y=scores,
        yaxis="y2",
        mode="lines+markers",
        line=dict(color=pale, width=1.5),
        marker=dict(symbol=symbol, size=5, color=pale),
        hovertemplate="%{x}: %{y:.2f}",
    )


def _mark_missing(fig, year):
    """A band through both panels, and words, for a year without votes enough."""
    band = dict(type="rect", x0=year - 0.5, x1=year + 0.5, y0=0, y1=1, yref="paper", layer="below")
    fig.add_shape(band, fillcolor=theme.ERA_BAND, line_width=0)
    fig.add_annotation(_word(f"{year}: too few votes", year, 0, "y2", yanchor="bottom"))


def _square(kind):
    return f'<span style="color:{theme.MONEY[kind]}">■</span>'


def _line(ends, colour, dash="solid"):
    return dict(type="line", line=dict(color=colour, width=1, dash=dash), **ends)


def _word(text, x, y, panel, **more):
    """A word in a panel; ``panel`` is the axis on which y is measured."""
    font = dict(size=theme.TEXT_SIZE, color=theme.INK)
    return dict(text=text, x=x, y=y, yref=panel, showarrow=False, font=font, **more)

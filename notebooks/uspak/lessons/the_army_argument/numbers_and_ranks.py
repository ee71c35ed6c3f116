"""Pakistan's peacekeepers in notebook 07: their number and their rank, one above the other on one time axis."""

import pandas as pd
from plotly.subplots import make_subplots

from uspak import dates
from uspak.drawing import theme
from uspak.drawing.figure import edge_note

_GREEN = theme.ACTORS["PAK"]
_YEARS = [1989.2, 2026]
_APART = 0.92  # of a year: between two points of one year


def numbers_and_ranks(decembers, later, neighbour):
    """Draw how many Pakistanis served under the United Nations, and below it the rank that this gave.

    Args:
        decembers: Pakistan's rows of the table ``peacekeeping`` for the Decembers; needs ``year``, ``personnel``, ``rank``.
        later: its single months of later years, with the same columns and ``date``; two of one year stand side by side.
        neighbour: Bangladesh's number each December: a Series by year, with gaps where it is not known.

    Returns:
        A ``go.Figure`` of two panels that share the years.
    """
    fig = make_subplots(rows=2, shared_xaxes=True, vertical_spacing=0.17, row_heights=[0.56, 0.44])
    fig.add_scatter(
        name="Bangladesh", x=neighbour.index, y=neighbour, mode="lines",
        line=dict(color=theme.OTHERS, dash="dot", width=2), row=1, col=1,
        hovertemplate="Bangladesh, December %{x}: %{y:,}<extra></extra>",
    )  # fmt: skip
    for row, column in ((1, "personnel"), (2, "rank")):
        _add_pakistan(fig, decembers, later, row, column)
    fig.add_hrect(y0=0, y1=5.5, fillcolor=theme.ERA_BAND, line_width=0, layer="below", row=2, col=1)
    _add_words(fig, decembers, later, neighbour)
    fig.update_xaxes(range=_YEARS, showticklabels=True)
    fig.update_yaxes(range=[-1300, 12600], tickformat=",d", dtick=4000, row=1, col=1)
    fig.update_yaxes(range=[47, 0], tickvals=[1, 5, 10, 20, 30, 40], row=2, col=1)
    return fig.update_layout(height=600, margin=dict(l=56, r=20, t=34, b=34))


def _add_pakistan(fig, decembers, later, row, column):
    told = "%{y:,}" if column == "personnel" else "number %{y} of all"
    fig.add_scatter(
        name="Pakistan, each December", x=decembers["year"], y=decembers[column], mode="lines+markers",
        line=dict(color=_GREEN, width=2.5), marker=dict(size=6), connectgaps=False, row=row, col=1,
        hovertemplate=f"Pakistan, December %{{x}}: {told}<extra></extra>",
    )  # fmt: skip
    fig.add_scatter(
        name="Pakistan, single months", x=_side_by_side(later["year"]), y=later[column], mode="markers",
        marker=dict(symbol="diamond-open", size=7.5, color=_GREEN, line_width=1.5), row=row, col=1,
        customdata=[dates.written_date(date) for date in later["date"]],
        hovertemplate=f"Pakistan, %{{customdata}}: {told}<extra></extra>",
    )  # fmt: skip


def _side_by_side(years):
    """Where the points of these years stand: two of one year left and right of it."""
    number, of = years.groupby(years).cumcount(), years.groupby(years).transform("size")
    return years + _APART * (number - (of - 1) / 2)


def _add_words(fig, decembers, later, neighbour):
    """The names of the panels and lines, and the points that the text speaks of."""
    for row, words in ((1, "People under the UN flag"), (2, "Rank among all contributors")):
        axis = "y" if row == 1 else "y2"
        fig.add_annotation(edge_note(f"<b>{words}</b>", 56, 8, yref=f"{axis} domain"))
    by_year = decembers.set_index("year")
    for year, side in ((1994, "bottom"), (1997, "below"), (2008, "bottom")):
        _at(fig, year, by_year.at[year, "personnel"], f"{by_year.at[year, 'personnel']:,}", side)
    for year in (1991, 1997):
        _at(fig, year, by_year.at[year, "rank"], f"{by_year.at[year, 'rank']:.0f}th".replace("3th", "3rd"), "right", 2)
    last = later[later["rank"].notna()].iloc[-1]
    _at(fig, last["year"], last["rank"], f"{last['rank']:.0f}th", "right", 2)
    _at(fig, 2002, by_year.at[2002, "personnel"], "Pakistan", "right of", colour=_GREEN)
    _at(fig, 2011, neighbour[2011], "Bangladesh", "above right", colour=theme.SOFT_INK)
    counted = later[later["year"] == 2017].iloc[0]
    _at(fig, counted["year"], counted["personnel"], "single months", "right", colour=_GREEN)
    fig.add_annotation(
        text="among the five largest", x=2021.5, y=0, yref="y2", yanchor="bottom", yshift=2, showarrow=False,
        font_color=theme.SOFT_INK,
    )  # fmt: skip


def _at(fig, x, y, text, side, row=1, colour=theme.INK):
    """Words beside a point: above it (``bottom`` of the words), below it, or to its right."""
    looks = {
        "bottom": dict(yanchor="bottom", yshift=7),
        "below": dict(yanchor="top", yshift=-7),
        "above right": dict(xanchor="left", yanchor="bottom", yshift=4),
        "right": dict(xanchor="left", xshift=9),
        "right of": dict(xanchor="left", xshift=12, yanchor="top"),
    }
    if pd.isna(y):
        return
    fig.add_annotation(
        x=x, y=y, yref="y" if row == 1 else "y2", text=text, showarrow=False, font_color=colour, **looks[side]
    )

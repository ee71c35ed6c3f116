"""The charts of notebook 09: three days of December 2024, whose figure a range is, and the rounds of sanctions."""

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import theme
from uspak.drawing.figure import edge_note
from uspak.drawing.timelines import hover

from .in_reach import STATES

DAYS = ("2024-12-18", "2024-12-20")
_PANEL, _GAP = 170, 74  # pixels: the height of the panel of days, and what lies above it

_HALF, _BRACKET = 6, 0.96  # the bracket over those days: half its width in pixels, its height in the plot above

#: What is written beside the events of those days, and where in the day each sign stands: both on the 19th must be seen.
_WORDS = {
    "2024-ndc-sanctions": ("The complex", 0.5),
    "2024-pakistan-rejects-sanctions": ("Islamabad's answer", 0.25),  # to the day before, not to the speech
    "2024-finer-speech": ("Finer's speech", 0.75),
    "2024-former-envoys": ("Former envoys", 0.5),
}


def with_days(fig, events):
    """Give a timeline a second panel below: the days of December 2024 that are one smear above.

    Args:
        fig: from :func:`uspak.drawing.timelines.timeline`.
        events: the rows of ``uspak.events()`` that it shows; needs ``event_id``, ``date``, ``date_end``, ``title``, ``summary``,
            ``direction``, ``weight``, ``paragraph``.

    Returns:
        The same figure, higher by the panel.
    """
    days = events[events["date"].between(*DAYS)].set_index("event_id", drop=False)
    above = fig.layout.meta["plot"]
    plot = above + _GAP + _PANEL
    fig.update_layout(height=fig.layout.height + _GAP + _PANEL, meta=dict(plot=plot))
    fig.layout.yaxis.domain = [1 - above / plot, 1]
    first, last = (pd.Timestamp(day) for day in DAYS)
    ticks = pd.date_range(first, last)
    fig.update_layout(
        xaxis2=dict(
            anchor="y2",
            range=[first - pd.Timedelta(hours=12), last + pd.Timedelta(hours=36)],
            tickvals=ticks + pd.Timedelta(hours=12),
            ticktext=[f"{day.day} December 2024" for day in ticks],
            fixedrange=True,
        ),
        yaxis2=dict(anchor="x2", domain=[0, _PANEL / plot], range=[-6.2, 1.6], tickvals=[-4, -2, 0], fixedrange=True),
    )
    fig.layout.yaxis2.ticktext = ["−4", "−2", "0"]
    for row, told in zip(days.itertuples(), hover(days), strict=True):
        _add_stem(fig, row, told)
    fig.add_shape(type="line", xref="x2 domain", x0=0, x1=1, yref="y2", y0=0, y1=0, line=dict(color=theme.INK, width=1))
    return _mark_days(fig, ticks)


def _add_stem(fig, row, told):
    words, share = _WORDS[row.event_id]
    style, at = theme.DIRECTIONS[row.direction], pd.Timestamp(row.date) + pd.Timedelta(days=share)
    if row.weight:
        fig.add_scatter(
            name=row.direction, x=[at, at], y=[0, row.weight], mode="lines", xaxis="x2", yaxis="y2", hoverinfo="skip",
            line=dict(color=style.colour, width=1.2), opacity=0.6,
        )  # fmt: skip
    fig.add_scatter(
        name=row.direction, x=[at], y=[row.weight], mode="markers", xaxis="x2", yaxis="y2", customdata=[told],
        marker=dict(symbol=style.symbol, color=style.colour, size=11, line=dict(color=theme.PAPER, width=1)),
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    where = dict(yanchor="top", yshift=-7) if row.weight else dict(yanchor="bottom", yshift=7)
    fig.add_annotation(x=at, y=row.weight, xref="x2", yref="y2", text=words, showarrow=False, **where)


def _mark_days(fig, ticks):
    """Say above the panel which stretch of the timeline it enlarges, and mark that stretch there by a bracket over it."""
    middle = ticks[0] + (ticks[-1] + pd.Timedelta(days=1) - ticks[0]) / 2
    for x0, x1, y0 in ((-_HALF, _HALF, _BRACKET), (-_HALF, -_HALF, _BRACKET - 0.05), (_HALF, _HALF, _BRACKET - 0.05)):
        fig.add_shape(
            type="line", xsizemode="pixel", xanchor=middle, x0=x0, x1=x1, yref="y domain", y0=y0, y1=_BRACKET,
            line=dict(color=theme.SOFT_INK, width=1),
        )  # fmt: skip
    fig.add_annotation(
        text="enlarged below", x=middle, xanchor="right", xshift=-_HALF - 4, y=_BRACKET - 0.025, yref="y domain", yanchor="middle",
        showarrow=False, font_color=theme.SOFT_INK,
    )  # fmt: skip
    words = "<b>18 to 20 December 2024, enlarged</b>"
    return fig.add_annotation(edge_note(words, fig.layout.margin.l, 6, yref="y2 domain"))


#: The sign of each state's missiles.
_SIGNS = {"PAK": "circle", "IND": "square"}
INTERCONTINENTAL = 5500  # kilometres, by convention
_WORDS_WIDE = 1000  # kilometres that a number takes on a narrow page


def ranges(missiles, abroad):
    """Draw each missile as a line from the lowest to the highest range that a source gives.

    Args:
        missiles: rows of :func:`uspak.lessons.missiles_and_sanctions.missiles.missiles`, from the bottom up.
        abroad: the names of those whose highest figure comes from abroad.

    Returns:
        A ``go.Figure`` with a trace for each missile.
    """
    fig = go.Figure()
    for row in missiles.itertuples():
        _add_range(fig, row, row.name in abroad)
    fig.add_vline(x=INTERCONTINENTAL, line=dict(dash="dot", color=theme.SOFT_INK, width=1.5))
    fig.add_annotation(
        x=INTERCONTINENTAL, y=1, yref="paper", yanchor="bottom", yshift=2, text="intercontinental from 5,500 km",
        showarrow=False, font_color=theme.SOFT_INK,
    )  # fmt: skip
    for state in missiles["country_iso3"].unique():
        own = missiles[missiles["country_iso3"] == state]
        words = f"<b>{STATES[state]}</b>"
        fig.add_annotation(
            x=8600, xanchor="right", y=own["name"].iloc[len(own) // 2], text=words, showarrow=False, bgcolor=theme.PAPER,
            font_color=theme.SOFT_INK,
        )  # fmt: skip
    fig.update_yaxes(ticks="", ticklabelstandoff=6, range=[-0.6, len(missiles) - 0.4])
    fig.update_xaxes(range=[0, 8600], tickformat=",")
    return fig.update_layout(height=520, margin=dict(l=96, r=50, t=30, b=34))


def _add_range(fig, row, abroad):
    symbol, colour = _SIGNS[row.country_iso3], theme.ACTORS[row.country_iso3]
    fig.add_scatter(
        name=f"{row.name} ({STATES[row.country_iso3]})",
        x=[row.range_km_min, row.range_km_max],
        y=[row.name, row.name],
        mode="lines+markers",
        line=dict(color=colour, width=5, dash="dot" if abroad else "solid"),
        marker=dict(size=11, opacity=1, symbol=[symbol, f"{symbol}-open" if abroad else symbol]),
        hovertemplate=f"{row.name} ({STATES[row.country_iso3]}): %{{x:,}} km<extra></extra>",
    )
    near_line = 0 < INTERCONTINENTAL - row.range_km_max < _WORDS_WIDE  # there the line would strike the words
    beside = (
        dict(xshift=6, xanchor="right", yshift=13)
        if near_line
        else dict(xshift=10, xanchor="left", bgcolor=theme.PAPER)
    )
    fig.add_annotation(x=row.range_km_max, y=row.name, showarrow=False, text=f"{row.range_km_max:,}", **beside)


#: Who is named in a round, by the codes of the table: words and colour, in the order in which the bars are stacked.
KINDS = {
    "CHN": ("China", theme.ACTORS["CHN"]),
    "PAK": ("Pakistan", theme.ACTORS["PAK"]),
    "BLR": ("Belarus", theme.OTHERS),
    "CHN;PAK": ("China or Pakistan", theme.QUIET),
}


def in_words(rounds):
    """How many are named in each round, in words and in the order of the bar: a dict by date, in order."""
    order = list(KINDS)
    stacked = rounds.sort_values("country_iso3", key=lambda codes: codes.map(order.index))
    return {
        date: ", ".join(f"{n} {KINDS[code][0]}" for code, n in zip(part["country_iso3"], part["names"], strict=True))
        for date, part in stacked.groupby("date")
    }


def bars_of_rounds(rounds):
    """Draw the rounds of sanctions, numbered, as stacked bars of those who were named.

    Args:
        rounds: a table with ``date`` (2021-11-24), ``country_iso3`` (a key of ``KINDS``) and ``names``, how many were named.

    Returns:
        A ``go.Figure``, the first round on top.
    """
    fig, words = go.Figure(), in_words(rounds)
    numbers = {date: number for number, date in enumerate(words, 1)}
    for code, (name, colour) in KINDS.items():
        part = rounds[rounds["country_iso3"] == code]
        fig.add_bar(
            name=name, y=part["date"].map(numbers), x=part["names"], orientation="h",
            marker=dict(color=colour, line=dict(color=theme.PAPER, width=1)),
            hovertemplate=f"{name}: %{{x}}<extra></extra>",
        )  # fmt: skip
    for date, number in numbers.items():
        total = rounds.loc[rounds["date"] == date, "names"].sum()
        fig.add_annotation(x=total, y=number, text=words[date], xanchor="left", xshift=6, showarrow=False)
    labels = [f"{pd.Timestamp(date):%-d %b %Y}   <b>{number}</b>" for date, number in numbers.items()]
    fig.update_yaxes(
        tickvals=list(numbers.values()), ticktext=labels, range=[len(numbers) + 0.6, 0.4], ticks="", ticklabelstandoff=6,
        showgrid=False,
    )  # fmt: skip
    fig.update_xaxes(range=[0, 24], showgrid=True)
    return fig.update_layout(barmode="stack", bargap=0.3, height=430, margin=dict(l=112, r=14, t=14, b=34))

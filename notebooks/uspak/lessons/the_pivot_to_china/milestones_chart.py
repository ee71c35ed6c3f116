"""Turning points of three relationships in three columns, time running down."""

import pandas as pd
import plotly.graph_objects as go

from uspak import dates
from uspak.drawing import theme

#: The columns: heads, sign, colour.
COLUMNS = {
    "CHN-PAK": ("China and Pakistan", "circle", theme.INK),
    "IND-USA": ("India and the US", "square", theme.SERIES[1]),
    "USA-PAK": ("US embargo, cut-off,<br>suspension", "triangle-down", theme.FAINT_INK),
}
#: A word or two for each milestone, by pair and date.
WORDS = {
    ("CHN-PAK", "1950-01-04"): "recognition",
    ("CHN-PAK", "1963-03-02"): "boundary",
    ("CHN-PAK", "1971-07-09"): "Kissinger’s flight",
    ("CHN-PAK", "1979"): "highway",
    ("CHN-PAK", "2005-04-05"): "treaty",
    ("CHN-PAK", "2006-11-24"): "free trade",
    ("CHN-PAK", "2013-02-18"): "Gwadar port",
    ("CHN-PAK", "2013-07-05"): "corridor agreed",
    ("CHN-PAK", "2015-04-20"): "CPEC opened",
    ("IND-USA", "1962-11"): "arms for India",
    ("IND-USA", "2004-01"): "partnership",
    ("IND-USA", "2005-07-18"): "nuclear deal",
    ("IND-USA", "2008-10-10"): "nuclear trade",
    ("IND-USA", "2016-08-29"): "logistics",
    ("IND-USA", "2017-11-12"): "Quad talks",
    ("IND-USA", "2018-09"): "communications",
    ("IND-USA", "2020-10-27"): "map data",
    ("IND-USA", "2021-01-12"): "strategy paper",
    ("USA-PAK", "1965-09-08"): "arms embargo",
    ("USA-PAK", "1990-10-01"): "aid cut-off",
    ("USA-PAK", "2018-01-04"): "aid suspended",
}
_FIRST, _CHANGE, _LAST = 1948, 2000, 2022
_EARLY, _LATE = 3.4, 17  # pixels a year, before and after the change of scale
_APART = 17  # pixels between two words
_HEAD, _BELOW = 54, 14  # pixels


def milestones_in_columns(milestones):
    """Draw turning points as signs with year and word, a column for each pair of states.

    Args:
        milestones: the table ``china_milestones`` with ``when``, the dates as timestamps.

    Returns:
        A ``go.Figure``; its upright axis is in pixels from the top, larger for the years since 2000.
    """
    fig = go.Figure()
    height = depth(_LAST)
    for number, (pair, (head, _, colour)) in enumerate(COLUMNS.items()):
        rows = milestones[milestones["pair"] == pair].sort_values("when")
        levels = _spread([depth(_year(when)) for when in rows["when"]])
        fig.add_shape(
            type="line", x0=number, x1=number, y0=0, y1=height, line=dict(color=theme.GRID, width=2), layer="below"
        )
        _add_spans(fig, number, rows, levels, colour)
        _add_signs(fig, number, rows, levels, pair)
        _add_head(fig, number, head, colour)
    _add_change_of_scale(fig)
    ticks = [*range(1950, 2000, 10), *range(2000, 2021, 5)]
    return fig.update_layout(
        meta=dict(plot=round(height)),
        margin=dict(l=48, r=12, t=_HEAD, b=_BELOW),
        xaxis=dict(visible=False, range=[-0.05, 3], fixedrange=True),
        yaxis=dict(
            range=[height, 0], showgrid=False, fixedrange=True, tickvals=[depth(year) for year in ticks], ticktext=ticks
        ),
    )


def _add_head(fig, column, words, colour):
    fig.add_annotation(
        x=column,
        xshift=-6,
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=8,
        text=f"<b>{words}</b>",
        align="left",
        showarrow=False,
        font_color=colour,
    )


def depth(year):
    """Pixels from the top of the columns to a year, which may have a fraction."""
    early, late = min(year, _CHANGE) - _FIRST, max(year - _CHANGE, 0)
    return _EARLY * early + _LATE * late


def _year(when):
    return when.year + (when.day_of_year - 1) / 365.25


def _spread(levels):
    """Levels moved apart as little as leaves room for words, those of a crowd by the same on both sides."""
    groups = []  # of (sum of wished first levels, number)
    for level in levels:
        groups.append([level, 1])
        while len(groups) > 1 and _top(groups[-2]) + _APART * groups[-2][1] > _top(groups[-1]):
            total, count = groups.pop()
            before = groups[-1]
            before[0] += total - _APART * before[1] * count
            before[1] += count
    return [_top(group) + _APART * number for group in groups for number in range(group[1])]


def _top(group):
    """The level of the first of a group whose members would lie as near as possible to where they belong."""
    return group[0] / group[1]


def _add_signs(fig, column, rows, levels, pair):
    head, symbol, colour = COLUMNS[pair]
    fig.add_scatter(
        x=[column] * len(rows),
        y=levels,
        name=head.replace("<br>", " "),
        mode="markers+text",
        marker=dict(symbol=symbol, color=colour, size=11, line=dict(color=theme.PAPER, width=1)),
        text=[f"  {_years(row)} {WORDS[pair, row.date]}" for row in rows.itertuples()],
        textposition="middle right",
        textfont=dict(color=theme.INK, size=theme.TEXT_SIZE),
        cliponaxis=False,
        customdata=[(row.title, dates.written_date(row.date, row.date_end), row.summary) for row in rows.itertuples()],
        hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
    )


def _years(row):
    """The year of a milestone, or first and last: ``1965–75``."""
    first = row.date[:4]
    last = row.date_end[:4] if isinstance(row.date_end, str) else first
    return first if first == last else f"{first}–{last[2:]}"


def _add_spans(fig, column, rows, levels, colour):
    """A thick line for what lasted for years."""
    for row, level in zip(rows.itertuples(), levels, strict=True):
        if isinstance(row.date_end, str) and row.date_end[:4] != row.date[:4]:
            end = depth(_year(pd.Timestamp(row.date_end)))
            line = dict(color=colour, width=4)
            fig.add_shape(type="line", x0=column, x1=column, y0=level, y1=end, line=line, layer="below")


def _add_change_of_scale(fig):
    fig.add_hline(y=depth(_CHANGE), line=dict(color=theme.BORDER, width=1, dash="dot"), layer="below")
    fig.add_annotation(
        x=1,
        xref="paper",
        xanchor="right",
        y=depth(_CHANGE),
        yanchor="top",
        yshift=-2,
        text="from 2000 on, years are five times as tall",
        bgcolor=theme.PAPER,
        showarrow=False,
        font_color=theme.SOFT_INK,
    )

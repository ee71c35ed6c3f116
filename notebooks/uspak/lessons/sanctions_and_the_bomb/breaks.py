"""The friction of notebook 04 that was heavy by our coding: a row for each event, at its day, so that none hides another."""

import html

import pandas as pd
import plotly.graph_objects as go

from uspak.dates import written_date
from uspak.drawing import theme

_ROW = 22  # pixels
_SHOWN = (1959, 2022)  # years: with room for the words of the last events
_ROOM = 18  # years before the line in which words stand before their sign, or the line would strike them


def rows(events, names, line="1990"):
    """Draw heavy friction as signs on a time axis, one row an event, those before a line numbered.

    Args:
        events: rows of ``uspak.events()`` in order of time.
        names: short names by ``event_id``, for all of them.
        line: the year before whose first day events are numbered.

    Returns:
        A ``go.Figure`` with two traces, ``before`` and ``later``; the weight of each event stands at the right.
    """
    years = _in_years(events["start"])
    early = events["start"] < line
    fig = go.Figure()
    for name, part, colour in (
        ("before", early, theme.DIRECTIONS["friction"].colour),
        ("later", ~early, theme.INK),
    ):
        mine = events[part]
        fig.add_scatter(
            name=name,
            x=years[part].tolist(),
            y=[number for number, chosen in enumerate(part) if chosen],
            mode="markers",
            marker=dict(symbol=theme.DIRECTIONS["friction"].symbol, size=11, color=colour),
            customdata=[_told(row) for row in mine.itertuples()],
            hovertemplate="%{customdata}<extra></extra>",
        )
    fig.add_vline(x=int(line), line=dict(color=theme.SOFT_INK, width=1, dash="dot"), layer="below")
    fig.update_layout(annotations=[*_labels(events, names, years, int(line)), *_weights(events)])
    fig.update_xaxes(range=list(_SHOWN), tickvals=[1960, 1970, 1980, 1990, 2000], tickformat="d", fixedrange=True)
    fig.update_yaxes(visible=False, range=[len(events) - 0.4, -1.4], fixedrange=True)
    return fig.update_layout(meta=dict(plot=_ROW * (len(events) + 1)), margin=dict(l=12, r=56, t=8, b=36))


def _labels(events, names, years, line):
    """The words beside each sign, with the number of those before the line."""
    for number, (event, year) in enumerate(zip(events["event_id"], years, strict=True)):
        before_sign = line - _ROOM < year < line
        yield dict(
            text=f"<b>{number + 1}</b>  {names[event]}" if year < line else names[event],
            x=year,
            y=number,
            xanchor="right" if before_sign else "left",
            xshift=-10 if before_sign else 10,
            showarrow=False,
            font=dict(size=theme.TEXT_SIZE, color=theme.INK),
        )


def _weights(events):
    """The weight of each event, in a column at the right."""
    column = [("weight", -1, theme.SOFT_INK)]
    column += [(f"{weight:.0f}".replace("-", "−"), row, theme.INK) for row, weight in enumerate(events["weight"])]
    for text, row, colour in column:
        yield dict(
            text=text,
            x=1,
            xref="paper",
            xanchor="right",
            xshift=48,
            y=row,
            showarrow=False,
            font=dict(size=theme.TEXT_SIZE, color=colour),
        )


def _told(event):
    title = html.escape(event.title, quote=False)
    return f"<b>{title}</b><br>{written_date(event.date, event.date_end)}; weight {event.weight:.0f}".replace("-", "−")


def _in_years(dates):
    days = pd.to_datetime(dates)
    return days.dt.year + (days.dt.day_of_year - 1) / 365.25

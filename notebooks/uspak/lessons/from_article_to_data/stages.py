"""The second picture of notebook 01: in which countries the events happened that the article tells and leaves out."""

import html

import pandas as pd
import plotly.graph_objects as go

from uspak import dates
from uspak.drawing import theme
from uspak.drawing.figure import edge_note
from uspak.geography import borders

#: Events in one line of dots; a country with more has several lines.
IN_A_LINE = 25

#: What an event is by its origin: the name of its trace, and the inside of its dot.
ORIGINS = {"article": ("told", theme.INK), "context": ("left out", theme.PAPER)}

#: Names that are too long to stand beside a row.
_SHORT = {"COD": "DR Congo"}

_KEY = "● told by the article   ○ left out by it, added by us"
_LINE, _SPACE = 20, 6  # pixels: the height of a line of dots, and between the rows of two countries
_LEFT, _ABOVE, _BELOW = 152, 26, 4  # pixels: beside, above and below the plot


def dots_by_country(located: pd.DataFrame, stressed: tuple[str, ...] = ()) -> go.Figure:
    """A row for each country and in it a dot for each event: full if the article tells of it, hollow if not.

    Args:
        located: events with ``country_iso3``, ``origin``, ``title``, ``date`` and ``date_end``; those of another origin
            are not drawn.
        stressed: codes of the countries whose names are bold.

    Returns:
        A plotly figure without a title. The countries stand by their number of events, the most first, and the told
        events stand before the others.
    """
    dots = seats(located[located["origin"].isin(ORIGINS)])
    fig = go.Figure([_dots(dots[dots["origin"] == origin], name, fill) for origin, (name, fill) in ORIGINS.items()])
    rows = dots.groupby("country_iso3", sort=False)["down"].agg(["min", "max"])
    names = borders.names("2024-12-20")  # when the article was out
    words = {code: f"{_SHORT.get(code, names[code])} ({code})" for code in rows.index}
    fig.update_yaxes(
        tickvals=rows.mean(axis="columns").tolist(),
        ticktext=[f"<b>{text}</b>" if code in stressed else text for code, text in words.items()],
        tickfont_color=theme.INK,
        ticklabelstandoff=4,
        range=[dots["down"].max() + _LINE, -_LINE],
        ticks="",
        showgrid=False,
        fixedrange=True,
    )
    fig.update_xaxes(visible=False, range=[-0.7, IN_A_LINE - 0.3], fixedrange=True)
    fig.add_annotation(edge_note(_KEY, _LEFT, 4, name="key"))
    plot = round(dots["down"].max()) + 2 * _LINE
    return fig.update_layout(meta=dict(plot=plot), margin=dict(l=_LEFT, r=12, t=_ABOVE, b=_BELOW))


def seats(located: pd.DataFrame) -> pd.DataFrame:
    """Give each event its place in the row of its country.

    Args:
        located: as for :func:`dots_by_country`.

    Returns:
        The rows, the country with most events first (of two with as many, the one with more told) and within it the
        told ones first, with ``across`` (0 to
        ``IN_A_LINE`` − 1) and ``down`` (pixels from the first line of dots).
    """
    per_country = located.groupby("country_iso3")["origin"].agg(events="size", told=_told)
    dots = located.join(per_country, on="country_iso3").sort_values(
        ["events", "told", "country_iso3", "origin", "start"],
        ascending=[False, False, True, True, True],
        ignore_index=True,
    )
    number = dots.groupby("country_iso3").cumcount()
    country = (number == 0).cumsum() - 1
    line = (number % IN_A_LINE == 0).cumsum() - 1
    return dots.assign(across=number % IN_A_LINE, down=line * _LINE + country * _SPACE)


def _told(origins: pd.Series) -> int:
    return int((origins == "article").sum())


def _dots(dots: pd.DataFrame, name: str, fill: str) -> go.Scatter:
    """The dots of one origin."""
    return go.Scatter(
        x=dots["across"],
        y=dots["down"],
        mode="markers",
        name=name,
        marker=dict(symbol="circle", size=10, color=fill, line=dict(color=theme.INK, width=1.4)),
        text=[
            f"<b>{html.escape(event.title, quote=False)}</b><br>{dates.written_date(event.date, event.date_end)}, {name}"
            for event in dots.itertuples()
        ],
        hovertemplate="%{text}<extra></extra>",
    )

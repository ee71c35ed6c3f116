"""One look for the whole series: colours, signs, fonts and the way a date is written.

The direction colours are those of Okabe and Ito (2008), which readers with any of the common forms of colour
blindness can tell apart; each also has a marker shape and a printed mark, so colour never speaks alone.
"""

import re
from typing import NamedTuple

import plotly.graph_objects as go

FONT = 'Inter, "Segoe UI", Helvetica, Arial, sans-serif'
INK = "#222222"
SOFT_INK = "#5A5348"
FAINT_INK = "#6F6F6F"
PAPER = "#FFFFFF"
GRID = "#E5E1D8"
ERA_BAND = "#F4F1EA"
SEA = "#F7FAFB"
LAND = "#EFEBE2"
RIVAL_LAND = "#DCD6C8"
BORDER = "#B9B2A4"

TITLE_SIZE, SUBTITLE_SIZE, TEXT_SIZE, SOURCE_SIZE = 19, 13, 12, 11


class MarkerStyle(NamedTuple):
    """How one direction of events is drawn: colour, plotly marker symbol, and a mark for running text."""

    colour: str
    symbol: str
    mark: str


DIRECTIONS = {
    "cooperation": MarkerStyle("#0072B2", "triangle-up", "▲"),
    "friction": MarkerStyle("#D55E00", "triangle-down", "▼"),
    "mixed": MarkerStyle("#6B6B6B", "diamond", "◆"),
}

ACTOR_COLOURS = {"USA": "#0072B2", "PAK": "#009E73", "CHN": "#D55E00", "IND": "#E69F00"}
OTHER_ACTOR = "#8A8579"

MONTHS = ("January February March April May June July August September October November December").split()


def written_date(date, date_end=None):
    """Write a whole or partial ISO date as a person does.

    Args:
        date: text such as ``"1954-05-19"``, ``"1954-05"`` or ``"1954"``.
        date_end: the end of a span in the same form, or empty.

    Returns:
        ``"19 May 1954"``, ``"May 1954"``, ``"1954"``; a span is ``"9–11 July 1971"`` or ``"5 August – 23 September 1965"``.

    Raises:
        ValueError: if the text is not a whole or partial ISO date.
    """
    start, end = _one_date(date), _one_date(date_end) if isinstance(date_end, str) and date_end else ""
    if not end or end == start:
        return start
    for shared in (" " + start.split(" ", 1)[-1], " " + start[-4:]):
        if end.endswith(shared) and start.endswith(shared):
            start = start.removesuffix(shared)
            break
    return f"{start}–{end}" if start.isdigit() else f"{start} – {end}"


def _one_date(date):
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", str(date))
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        raise ValueError(f"'{date}' is not a date such as 1954, 1954-05 or 1954-05-19.")
    year, month, day = found.groups()
    parts = [str(int(day))] if day else []
    parts += [MONTHS[int(month) - 1]] if month else []
    return " ".join([*parts, year])


def _template():
    axis = dict(
        gridcolor=GRID,
        zeroline=False,
        showline=False,
        ticks="outside",
        tickcolor=BORDER,
        ticklen=5,
        tickfont=dict(size=TEXT_SIZE, color=SOFT_INK),
        title=dict(font=dict(size=TEXT_SIZE, color=SOFT_INK)),
    )
    layout = go.Layout(
        font=dict(family=FONT, size=TEXT_SIZE, color=INK),
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        colorway=[ACTOR_COLOURS["USA"], ACTOR_COLOURS["PAK"], ACTOR_COLOURS["CHN"], ACTOR_COLOURS["IND"], OTHER_ACTOR],
        xaxis=dict(axis, showgrid=False),
        yaxis=axis,
        hoverlabel=dict(bgcolor=PAPER, bordercolor=BORDER, align="left", font=dict(family=FONT, size=13, color=INK)),
        hovermode="closest",
        showlegend=False,
        dragmode="pan",
        legend=dict(orientation="h", x=0, xanchor="left", y=1.0, yanchor="bottom", font=dict(size=TEXT_SIZE)),
        margin=dict(l=56, r=24, t=70, b=70),
    )
    return go.layout.Template(layout=layout)


#: The plotly template of every figure of the series.
TEMPLATE = _template()

#: The white around a word on a map or a chart, as CSS.
HALO = "0 0 3px #FFFFFF, 0 0 3px #FFFFFF, 0 0 2px #FFFFFF"

#: What a figure's tool bar offers: nothing but zoom, reset and picture, and no link to anywhere.
CONFIG = {
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "typesetMath": False,  # two dollar signs are money
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "toggleSpikelines"],
}

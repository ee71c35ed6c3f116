"""One look for the whole series: colours, markers and fonts.

A colour means one thing: an actor (after Okabe and Ito, 2008), or a direction. Whatever else a figure compares is told
apart by ink, greys and brown, by signs, dashes and words. The colours of actors and directions were chosen so that they
stay apart for readers with each of the common forms of colour blindness, and colour never speaks alone.
"""

from typing import NamedTuple

import plotly.graph_objects as go

from uspak.article import ACTOR_COLOURS, OTHER_ACTOR

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

TITLE_SIZE, SUBTITLE_SIZE, TEXT_SIZE, SOURCE_SIZE = 19, 13, 12, 12

#: Pixels from the left end of a page's text to that of titles, maps, controls and sources.
EDGE = 6


class MarkerStyle(NamedTuple):
    """How one direction of events is drawn: colour, plotly marker symbol, and a mark for running text."""

    colour: str
    symbol: str
    mark: str

    def key(self, words: str) -> str:
        """The mark in its colour with words after it, for a line that says what signs mean."""
        return f'<span style="color:{self.colour}">{self.mark}</span> {words}'


#: The look of each direction.
DIRECTIONS: dict[str, MarkerStyle] = {
    "cooperation": MarkerStyle("#4B2E9E", "triangle-up", "▲"),
    "friction": MarkerStyle("#B5174F", "triangle-down", "▼"),
    "mixed": MarkerStyle("#6B6B6B", "diamond", "◆"),
}

#: The colour of each state that acts much, by its code, and that of all others.
ACTORS: dict[str, str] = ACTOR_COLOURS
OTHERS = OTHER_ACTOR

#: Money, dark and light: military and economic aid, or what was paid for a service and what was given.
MONEY: dict[str, str] = {"military": "#4A443B", "economic": "#C9BFA9"}

#: Series that are no actors, the most important first: counters, networks, surveys. Each has a dash or a sign, too.
SERIES = (INK, "#7A4E1D", OTHERS)

#: What is there to compare with, behind what the title speaks of.
QUIET = "#CFC8B8"


def _template() -> go.layout.Template:
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
        colorway=[*SERIES, QUIET],
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
HALO = ", ".join(["0 0 4px #FFFFFF"] * 6)

#: The ground of a word on a timeline: paper that lets a band shine through.
LABEL_GROUND = "rgba(255,255,255,0.75)"

#: What a figure's tool bar offers: nothing but zoom, reset and picture, and no link to anywhere.
CONFIG: dict[str, object] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "scrollZoom": False,
    "typesetMath": False,  # two dollar signs are money
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "toggleSpikelines"],
}

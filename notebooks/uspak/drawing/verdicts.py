"""Claims by verdict: a square for each, in a row for each verdict."""

import html
import textwrap
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from . import theme

_ROW = 46  # pixels: the height of a row
_WIDTH = 595  # pixels, on any page: the squares of a row stand together
_NAMED = 12  # so many claims at the most have their ids in their squares
_FEWEST, _MOST = 11, 40  # squares for which a row has room


class Shade(NamedTuple):
    """How the squares of one verdict are drawn: fill, outline, and the ink of what stands in them."""

    fill: str
    outline: str
    ink: str


#: The look of each verdict, in the order of the rows; the word stands beside each row.
SHADES: dict[str, Shade] = {
    "supported": Shade(theme.INK, theme.INK, theme.PAPER),
    "qualified": Shade(theme.SOFT_INK, theme.SOFT_INK, theme.PAPER),
    "contested": Shade(theme.QUIET, theme.SOFT_INK, theme.INK),
    "contradicted": Shade(theme.PAPER, theme.INK, theme.INK),
    "not testable": Shade(theme.GRID, theme.BORDER, theme.SOFT_INK),
    "pending": Shade(theme.PAPER, theme.BORDER, theme.SOFT_INK),
}


def strip(claims: pd.DataFrame) -> go.Figure:
    """Draw claims as squares, a row for each verdict that at least one of them has.

    Args:
        claims: rows of ``uspak.claims()``; needs ``claim_id``, ``claim``, ``verdict``.

    Returns:
        A ``go.Figure`` with one trace for each verdict; the claim shows on hover, and its id in the square if there are few.

    Raises:
        ValueError: if there are no claims, or one has a verdict that is none of ``SHADES``.
    """
    if claims.empty:
        raise ValueError("There are no claims to draw: the filter before this line left no row.")
    unknown = sorted(set(claims["verdict"]) - set(SHADES))
    if unknown:
        raise ValueError(f"These are no verdicts: {', '.join(unknown)}. Possible: {', '.join(SHADES)}.")
    rows = [verdict for verdict in SHADES if (claims["verdict"] == verdict).any()]
    fig = go.Figure([_squares(claims[claims["verdict"] == verdict], verdict, len(claims)) for verdict in rows])
    counts = claims["verdict"].value_counts()
    most = min(max(_FEWEST, counts.max()), _MOST)
    fig.update_xaxes(visible=False, range=[-0.6, most - 0.4], fixedrange=True)
    fig.update_yaxes(
        range=[len(rows) - 0.5, -0.5],
        tickvals=list(range(len(rows))),
        ticktext=[f"{verdict} · {counts[verdict]}" for verdict in rows],
        tickfont=dict(color=theme.INK),
        ticks="",
        showgrid=False,
        fixedrange=True,
    )
    for number, trace in enumerate(fig.data):
        trace.y = [number] * len(trace.x)
    return fig.update_layout(
        width=_WIDTH, autosize=False, meta=dict(plot=_ROW * len(rows)), margin=dict(l=110, r=12, t=8, b=10)
    )


def _squares(claims: pd.DataFrame, verdict: str, of_all: int) -> go.Scatter:
    """The squares of one verdict."""
    shade, named = SHADES[verdict], of_all <= _NAMED
    return go.Scatter(
        name=verdict,
        x=list(range(len(claims))),
        mode="markers+text" if named else "markers",
        text=claims["claim_id"] if named else None,
        textfont=dict(color=shade.ink, size=theme.TEXT_SIZE),
        marker=dict(
            symbol="square", size=40 if named else 16, color=shade.fill, line=dict(color=shade.outline, width=1)
        ),
        customdata=[
            f"<b>{row.claim_id}</b>: {verdict}<br>"
            + "<br>".join(textwrap.wrap(html.escape(row.claim, quote=False), 58))
            for row in claims.itertuples()
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )

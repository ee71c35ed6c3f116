"""The waves behind the timeline: for each span of years, by how many events cooperation or friction leads."""

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import maps, theme

_PALE = 0.35  # opacity: the events themselves are shown in full colour
_GAP = 0.92  # of its span, the width of a bar
_SIDES = {"more cooperation": "cooperation", "more friction": "friction"}


def waves(counts: pd.DataFrame, years: int = 3) -> go.Figure:
    """Draw by how many events cooperation leads (up) or friction leads (down), a bar for each span of years.

    Args:
        counts: events per span, indexed by its first year, with the columns ``cooperation``, ``friction`` and ``mixed``.
        years: the length of a span.

    Returns:
        A ``go.Figure`` with one trace of bars for each side; the number stands at the end of each bar, the counts on hover.
    """
    lead = counts["cooperation"] - counts["friction"]
    fig = go.Figure()
    for name, direction in _SIDES.items():
        part = lead[lead >= 0 if direction == "cooperation" else lead < 0]
        fig.add_bar(
            name=name,
            x=part.index + years / 2,
            y=part,
            width=years * _GAP,
            marker=dict(color=maps.tint(theme.DIRECTIONS[direction].colour, _PALE), line=dict(width=0)),
            text=[f"{number:+d}".replace("-", "−") if number else "0" for number in part],
            textposition="outside",
            textangle=0,
            cliponaxis=False,
            customdata=[_told(first, years, counts.loc[first]) for first in part.index],
            hovertemplate="%{customdata}<extra></extra>",
        )
    fig.add_hline(y=0, line=dict(color=theme.INK, width=1))
    first, last = counts.index.min(), counts.index.max() + years
    fig.update_xaxes(range=[first - 0.6, last + 1.2], nticks=9, fixedrange=True)  # as the timeline above
    fig.update_yaxes(
        range=[lead.min() - 2, lead.max() + 2],
        tickvals=[lead.max() / 2, lead.min() / 2],
        ticktext=["together", "apart"],
        ticks="",
        showgrid=False,
        fixedrange=True,
    )
    return fig.update_layout(barmode="overlay", height=320, margin=dict(l=58, r=18, t=6, b=30))


def _told(first: int, years: int, counts: pd.Series) -> str:
    numbers = ", ".join(f"{counts[direction]} {direction}" for direction in theme.DIRECTIONS)
    return f"<b>{first}–{first + years - 1}</b><br>{numbers}"

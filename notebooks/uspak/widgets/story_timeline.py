"""The timeline below the story map: a stem for each event, and a ring around the one in view."""

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import theme, timelines

from .live import LiveFigure

#: A timeline of more stems than this is slow to paint; of a longer story it shows those around the event in view.
STEMS_IN_VIEW = 240
_HEIGHT = 128  # pixels, with its label
_WEIGHTS = (-11, 11)  # the ends of the upright axis


def empty_timeline() -> go.Figure:
    """The timeline with no events on it yet."""
    fig = go.Figure(
        [
            go.Scatter(meta="stems", mode="lines", line=dict(color=theme.BORDER, width=1.2), hoverinfo="skip"),
            go.Scatter(
                meta="marks",
                mode="markers",
                marker=dict(size=8, line=dict(color=theme.PAPER, width=0.8)),
                hovertemplate="%{text}<extra></extra>",
            ),
        ]
    )
    fig.add_hline(y=0, line=dict(color=theme.INK, width=1))
    fig.update_traces(showlegend=False)
    fig.update_xaxes(fixedrange=True, nticks=9, tickformat="%Y")
    fig.update_yaxes(range=_WEIGHTS, tickvals=[-10, 0, 10], ticktext=["apart", "0", "together"], fixedrange=True)
    fig.update_layout(
        template=theme.TEMPLATE,
        height=_HEIGHT,
        margin=dict(l=64, r=14, t=22, b=24),
        title=dict(
            text="The same events in time",
            x=0,
            xref="container",
            y=1,
            yref="container",
            yanchor="top",
            pad=dict(t=2, l=theme.EDGE),
            font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
        ),
    )
    return fig


class Stems:
    """The stems of a story on a live timeline.

    Args:
        timeline: made of ``empty_timeline()``.
        events: in order, with ``when``, ``weight``, ``direction`` and what ``timelines.hover`` needs.
    """

    def __init__(self, timeline: LiveFigure, events: pd.DataFrame) -> None:
        self._timeline, self._events = timeline, events
        self._drawn = range(0)  # the numbers of the events on the timeline

    def show(self, index: int) -> None:
        """Put the ring around an event, and draw the stems around it if they are not in view."""
        edge = STEMS_IN_VIEW // 6  # so many stems ahead are always in view
        wanted = range(max(0, index - edge), min(len(self._events), index + edge + 1))
        if not self._drawn or wanted[0] not in self._drawn or wanted[-1] not in self._drawn:
            self._draw_around(index)
        event, (low, high) = self._events.iloc[index], _WEIGHTS
        first, last = map(pd.Timestamp, self._timeline.figure.layout.xaxis.range)
        self._timeline.figure.ring = [(event.when - first) / (last - first), float(event.weight - low) / (high - low)]

    def _draw_around(self, index: int) -> None:
        first = max(0, min(index - STEMS_IN_VIEW // 2, len(self._events) - STEMS_IN_VIEW))
        part = self._events.iloc[first : first + STEMS_IN_VIEW]
        self._drawn = range(first, first + len(part))
        signs = part["direction"].map(theme.DIRECTIONS)
        room = (part["when"].max() - part["when"].min()) * 0.02 + pd.Timedelta(days=30)
        with self._timeline.figure.batch_update():
            self._timeline.trace("stems").update(**timelines.stem_lines(part))
            self._timeline.trace("marks").update(
                x=part["when"],
                y=part["weight"],
                customdata=list(self._drawn),
                text=timelines.hover(part),
                marker=dict(color=[s.colour for s in signs], symbol=[s.symbol for s in signs]),
            )
            self._timeline.figure.update_xaxes(range=[part["when"].min() - room, part["when"].max() + room])

"""The timeline of events, and below it, where years are crowded, a closer look at them."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from .. import theme
from ..figure import edge_note
from .eras import Window, add_eras, room_for_eras
from .events import eras_of, moment, traces
from .labels import add_labels
from .notes import LINE, annotated
from .panels import one_below_the_other

_LEFT, _RIGHT, _BELOW = 58, 18, 34  # pixels: the margins beside and below the plot
_SIDES = {1: "together →", -1: "← apart"}  # words along the upright axis, which turn with it
_KEY = {"cooperation": "together", "friction": "apart", "mixed": "mixed"}
_SHARES = (0.62, 0.72)  # of the height of one: what each of two panels gets

#: Years where years fit, months where somebody has zoomed in closer than that.
_TICKS = [dict(dtickrange=[None, "M11"], value="%b %Y"), dict(dtickrange=["M12", None], value="%Y")]


def timeline(
    events: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    eras: pd.DataFrame | None = None,
    height: float = 430,
    zoom: bool = False,
    closer: Window | None = None,
) -> go.Figure:
    """Draw events as stems on a time axis: up for cooperation, down for friction, as tall as their weight.

    Args:
        events: rows of ``uspak.events()``; needs ``event_id``, ``date``, ``date_end``, ``start``, ``precision``, ``title``,
            ``summary``, ``direction``, ``weight`` (−10 to +10), ``paragraph``.
        labels: short labels by ``event_id`` for the few events to be named in the picture; the rest show on hover.
        eras: rows of ``uspak.eras()`` to draw as bands; by default all eras that the events touch.
        height: pixels at the most, without title and source; a timeline of few or light events takes less.
        zoom: whether to offer a list of eras to look at closely; it works without a kernel.
        closer: first and last day of crowded years; they are drawn once more, wider, in a panel below, where their events
            have their labels.

    Returns:
        A ``go.Figure`` with one stem trace and one marker trace per direction, and those of the second panel after them.
        Its upright axis ends where the stems and their labels do.

    Raises:
        ValueError: if there are no events, or a label names an event that is not among them.
    """
    labels = labels or {}
    _check(events, labels)
    shown = events.assign(when=moment(events)).sort_values("when")
    eras = eras_of(shown) if eras is None else eras
    window = _window(shown, eras)
    if closer is None:
        fig = _with_key(_panel(shown, labels, eras, window, height), shown)
    else:
        fig = _with_closer_look(shown, labels, eras, window, height, closer)
    if zoom:
        _offer_zoom(fig, eras, window)
    return fig


def _with_closer_look(
    events: pd.DataFrame, labels: Mapping[str, str], eras: pd.DataFrame, window: Window, height: float, closer: Window
) -> go.Figure:
    """Two panels: all events, and below them once more those of some years, which have their labels there."""
    near = events[events["when"].between(*map(pd.Timestamp, closer))]
    below = {name: words for name, words in labels.items() if name in set(near["event_id"])}
    above = {name: words for name, words in labels.items() if name not in below}
    upper = _with_key(_panel(events, above, eras, window, height * _SHARES[0], closer), events)
    lower = _panel(near, below, eras, closer, height * _SHARES[1])
    return one_below_the_other(upper, lower, closer)


def _panel(
    events: pd.DataFrame,
    labels: Mapping[str, str],
    eras: pd.DataFrame,
    window: Window,
    height: float,
    closer: Window | None = None,
) -> go.Figure:
    """One timeline, without a key; eras that begin within ``closer`` are named elsewhere."""
    fig = go.Figure(traces(events))
    add_eras(fig, eras, window, named_until=closer[0] if closer else None)
    above = room_for_eras(fig)
    below_zero, above_zero, unit = add_labels(fig, events, labels, window, height - 45)
    fig.add_hline(y=0, line=dict(color=theme.INK, width=1))
    _set_axes(fig, window, (-below_zero / unit, above_zero / unit), unit)
    plot = round(below_zero + above_zero)
    margin = dict(l=_LEFT, r=_RIGHT, t=round(above), b=_BELOW)
    return fig.update_layout(height=plot + round(above) + _BELOW, margin=margin, meta=dict(plot=plot))


def _check(events: pd.DataFrame, labels: Collection[str]) -> None:
    """ValueError if there are no events, or a label names an event that is not among them."""
    if events.empty:
        raise ValueError("There are no events to draw: the filter before this line left no row.")
    unknown = sorted(set(labels) - set(events["event_id"]))
    if unknown:
        raise ValueError(f"These labels name no event of the table: {', '.join(unknown)}.")


def _set_axes(fig: go.Figure, window: Window, ends: tuple[float, float], unit: float) -> None:
    """Axes that end where the data and their labels do, and the words for up and down where there is room for them."""
    step = 5 if max(map(abs, ends)) > 7 else 2
    ticks = [tick for tick in range(-10, 11) if tick % step == 0 and ends[0] <= tick <= ends[1]]
    fig.update_xaxes(range=window, tickformatstops=_TICKS, hoverformat="%Y", nticks=9)
    fig.update_yaxes(
        range=list(ends),
        tickvals=ticks,
        ticktext=[f"{tick:+d}".replace("-", "−") if tick else "0" for tick in ticks],
        fixedrange=True,
    )
    room = {-1: -ends[0] * unit, 1: ends[1] * unit}
    annotated(fig, [_side(word, side) for side, word in _SIDES.items() if room[side] > 70])


def _side(word: str, side: int) -> dict[str, Any]:
    """The annotation along the upright axis that says what up, or what down, means."""
    return dict(
        text=word,
        x=0,
        xref="paper",
        xanchor="center",
        xshift=16 - _LEFT,
        y=0,
        yanchor="bottom" if side > 0 else "top",
        yshift=side * 6,
        textangle=-90,
        showarrow=False,
        font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
        name="side",
    )


def _with_key(fig: go.Figure, events: pd.DataFrame) -> go.Figure:
    """The timeline with one line above the plot and its eras that says what the signs mean: only those that are on the timeline."""
    signs = [
        style.key(_KEY[direction])
        for direction, style in theme.DIRECTIONS.items()
        if (events["direction"] == direction).any()
    ]
    hollow = ["hollow: month or year only"] if (events["precision"] != "day").any() else []
    note = edge_note("   ".join(signs + hollow), _LEFT, fig.layout.margin.t, name="key")
    fig.layout.margin.t += LINE + 8
    return annotated(fig, [note])


def _offer_zoom(fig: go.Figure, eras: pd.DataFrame, window: Window) -> None:
    """Give a timeline a list of eras to look at closely, which works without a kernel."""
    views = [("All years", window)]
    for era in eras.itertuples():
        first, last = pd.Timestamp(era.start), pd.Timestamp(era.end if pd.notna(era.end) else window[1])
        room = (last - first) * 0.04
        views.append((era.name, [first - room, last + room]))
    fig.update_layout(
        updatemenus=[
            dict(
                type="dropdown",
                bgcolor=theme.PAPER,
                bordercolor=theme.BORDER,
                buttons=[dict(label=name, method="relayout", args=[{"xaxis.range": view}]) for name, view in views],
            )
        ],
    )


def _window(events: pd.DataFrame, eras: pd.DataFrame) -> list[pd.Timestamp]:
    starts = [events["when"].min(), *pd.to_datetime(eras["start"])]
    ends = [events["when"].max(), *pd.to_datetime(eras["end"].dropna())]
    first, last = min(starts), max(ends)
    room = (last - first) * 0.015
    return [first - room, last + room]

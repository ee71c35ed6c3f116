"""Timelines: events as stems above (together) and below (apart) a line, and eras as bands behind any chart of years."""

import html
import textwrap
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates

from . import theme

#: The plot area, in pixels, of the narrowest page that the series is made for; labels are laid out for it.
NARROW_PLOT = 500
_LABEL_CHARACTER, _ERA_CHARACTER = 6.0, 5.6  # pixels: the width of a character of a label, and of an era's name
_LANE_HEIGHT = 1.9  # of a lane of labels, in units of weight

#: First and last moment of a time axis.
Window = Sequence[pd.Timestamp | str]

#: Years where years fit, months where somebody has zoomed in closer than that.
_TICKS = [dict(dtickrange=[None, "M11"], value="%b %Y"), dict(dtickrange=["M12", None], value="%Y")]


def timeline(
    events: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    eras: pd.DataFrame | None = None,
    height: float = 430,
    zoom: bool = False,
) -> go.Figure:
    """Draw events as stems on a time axis: up for cooperation, down for friction, as tall as their weight.

    Args:
        events: rows of ``uspak.events()``; needs ``event_id``, ``date``, ``date_end``, ``start``, ``precision``, ``title``,
            ``summary``, ``direction``, ``weight`` (−10 to +10), ``paragraph``.
        labels: short labels by ``event_id`` for the few events to be named in the picture; the rest show on hover.
        eras: rows of ``uspak.eras()`` to draw as bands; by default all eras that the events touch.
        height: pixels, without title and source.
        zoom: whether to offer a list of eras to look at closely; it works without a kernel.

    Returns:
        A ``go.Figure`` with one stem trace and one marker trace per direction.

    Raises:
        ValueError: if there are no events, or a label names an event that is not among them.
    """
    labels = labels or {}
    _check(events, labels)
    shown = events.assign(when=moment(events)).sort_values("when")
    eras = eras_of(shown) if eras is None else eras
    fig = go.Figure(_traces(shown))
    window = _window(shown, eras)
    add_eras(fig, eras, window)
    low, high = _add_labels(fig, shown[shown["event_id"].isin(labels)], labels, window)
    fig.add_hline(y=0, line=dict(color=theme.INK, width=1))
    _set_axes(fig, window, (low, high))
    fig.update_layout(height=height + 150, margin=dict(l=58, r=18, t=62, b=34))
    if zoom:
        _offer_zoom(fig, eras, window)
    return fig


def _check(events: pd.DataFrame, labels: Collection[str]) -> None:
    """ValueError if there are no events, or a label names an event that is not among them."""
    if events.empty:
        raise ValueError("There are no events to draw: the filter before this line left no row.")
    unknown = sorted(set(labels) - set(events["event_id"]))
    if unknown:
        raise ValueError(f"These labels name no event of the table: {', '.join(unknown)}.")


def _set_axes(fig: go.Figure, window: Window, heights: tuple[float, float]) -> None:
    fig.update_xaxes(range=window, tickformatstops=_TICKS, hoverformat="%Y", nticks=9)
    fig.update_yaxes(
        range=list(heights),
        tickvals=[-10, -5, 0, 5, 10],
        ticktext=["−10", "−5", "0", "+5", "+10"],
        title_text="← apart        together →",
        fixedrange=True,
    )


def _offer_zoom(fig: go.Figure, eras: pd.DataFrame, window: Window) -> None:
    """Give a timeline a list of eras to look at closely, which works without a kernel."""
    views = [("All years", window)]
    for era in eras.itertuples():
        first, last = pd.Timestamp(era.start), pd.Timestamp(era.end if _has(era.end) else window[1])
        room = (last - first) * 0.04
        views.append((era.name, [first - room, last + room]))
    fig.update_layout(
        height=fig.layout.height + 36,
        margin=dict(t=fig.layout.margin.t + 36),
        updatemenus=[
            dict(
                type="dropdown",
                x=0,
                xanchor="left",
                y=1,
                yanchor="bottom",
                pad=dict(b=60),
                bgcolor=theme.PAPER,
                bordercolor=theme.BORDER,
                buttons=[dict(label=name, method="relayout", args=[{"xaxis.range": view}]) for name, view in views],
            )
        ],
    )


def moment(events: pd.DataFrame) -> pd.Series:
    """The time at which an event is drawn: its day, or the middle of the month or year that is known.

    Returns:
        A Series of timestamps with the index of ``events``.
    """
    half = events["precision"].map({"day": 0, "month": 15, "year": 182})
    return pd.to_datetime(events["start"]) + pd.to_timedelta(half, unit="D")


def eras_of(events: pd.DataFrame) -> pd.DataFrame:
    """The eras that a table of events touches, as rows of ``uspak.eras()``."""
    eras = data.eras()
    return eras[eras["era_id"].isin(events["era_id"])]


def add_eras(fig: go.Figure, eras: pd.DataFrame, window: Window) -> go.Figure:
    """Draw eras as alternating paper bands with their names above the plot.

    Args:
        fig: a figure with a date axis; changed in place.
        eras: rows of ``uspak.eras()``.
        window: first and last timestamp of the axis.
    """
    first, last = (pd.Timestamp(edge) for edge in window)
    names = []
    for number, era in enumerate(eras.itertuples()):
        start = max(pd.Timestamp(era.start), first)
        end = min(pd.Timestamp(era.end) if _has(era.end) else last, last)
        if start >= end:
            continue
        if number % 2 == 0:
            fig.add_vrect(x0=start, x1=end, fillcolor=theme.ERA_BAND, line_width=0, layer="below")
        width = (end - start) / (last - first) * NARROW_PLOT
        names.append(_era_name(era.short_name, start + (end - start) / 2, width))
    return _annotated(fig, names)


def _era_name(name: str, middle: pd.Timestamp, width: float) -> dict[str, Any]:
    """The annotation with an era's name above its band, upright where its longest word is wider than the band."""
    upright = width < _ERA_CHARACTER * max(map(len, name.split()))
    lines = textwrap.wrap(name, max(1, int(width / _ERA_CHARACTER)), break_long_words=False)
    return dict(
        text=name if upright else "<br>".join(lines),
        x=middle,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=4,
        showarrow=False,
        textangle=-90 if upright else 0,
        font=dict(size=11, color=theme.SOFT_INK),
        name="era",
    )


def hover(events: pd.DataFrame) -> list[str]:
    """Hover texts: bold title, the date as a person writes it, one sentence, and the article's paragraph.

    Returns:
        A list of HTML strings, one a row.
    """
    texts = []
    for event in events.itertuples():
        sentence = "<br>".join(textwrap.wrap(html.escape(str(event.summary), quote=False), 58, break_on_hyphens=False))
        paragraph = f"<br><i>Article, paragraph {event.paragraph}</i>" if _has(event.paragraph) else ""
        texts.append(
            f"<b>{html.escape(event.title, quote=False)}</b><br>{dates.written_date(event.date, event.date_end)}<br>{sentence}{paragraph}"
        )
    return texts


def _has(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def stem_lines(events: pd.DataFrame) -> dict[str, list]:
    """The stems of a timeline as one broken line: x and y for a scatter trace, from 0 to each event's weight."""
    gap = [None] * len(events)
    x = [moment for triple in zip(events["when"], events["when"], gap, strict=True) for moment in triple]
    y = [height for weight in events["weight"] for height in (0, weight, None)]
    return {"x": x, "y": y}


def _traces(events: pd.DataFrame) -> list[go.Scatter]:
    """The stems and the markers of each direction."""
    traces = []
    for direction, style in theme.DIRECTIONS.items():
        part = events[events["direction"] == direction]
        if not part.empty:
            traces += [_stems(part, style), _markers(part, direction, style)]
    return traces


def _stems(events: pd.DataFrame, style: theme.MarkerStyle) -> go.Scatter:
    return go.Scatter(
        **stem_lines(events), mode="lines", line=dict(color=style.colour, width=1.2), opacity=0.6, hoverinfo="skip"
    )


def _markers(events: pd.DataFrame, direction: str, style: theme.MarkerStyle) -> go.Scatter:
    exact = events["precision"] == "day"
    return go.Scatter(
        x=events["when"],
        y=events["weight"],
        mode="markers",
        name=f"{style.mark} {direction}",
        marker=dict(
            symbol=[style.symbol if day else f"{style.symbol}-open" for day in exact],
            size=9,
            color=style.colour,
            line=dict(
                color=[theme.PAPER if day else style.colour for day in exact],
                width=[0.8 if day else 1.6 for day in exact],
            ),
        ),
        customdata=events["event_id"],
        text=hover(events),
        hovertemplate="%{text}<extra></extra>",
    )


def _window(events: pd.DataFrame, eras: pd.DataFrame) -> list[pd.Timestamp]:
    starts = [events["when"].min(), *pd.to_datetime(eras["start"])]
    ends = [events["when"].max(), *pd.to_datetime(eras["end"].dropna())]
    first, last = min(starts), max(ends)
    room = (last - first) * 0.015
    return [first - room, last + room]


def _add_labels(
    fig: go.Figure, events: pd.DataFrame, labels: Mapping[str, str], window: list[pd.Timestamp]
) -> tuple[float, float]:
    """Place labels in lanes so that none overlaps another on a narrow page; return the y range that holds them."""
    first, last = window
    per_character = (last - first) / NARROW_PLOT * _LABEL_CHARACTER
    ends: dict[int, list[pd.Timestamp]] = {1: [], -1: []}  # where the last label of each lane ends, above and below
    notes = []
    for event in events.sort_values("when").itertuples():
        side = 1 if event.weight >= 0 else -1
        half = per_character * (len(labels[event.event_id]) / 2 + 1)
        centre = min(max(event.when, first + half), last - half)
        lane = next((i for i, end in enumerate(ends[side]) if end <= centre - half), len(ends[side]))
        ends[side][lane : lane + 1] = [centre + half]
        notes.append(_label(labels[event.event_id], event, centre, side * (10.6 + _LANE_HEIGHT * lane)))
    _annotated(fig, notes)
    below, above = (side * (10.8 + _LANE_HEIGHT * len(ends[side])) for side in (-1, 1))
    return below, above


def _label(text: str, event: Any, centre: pd.Timestamp, height: float) -> dict[str, Any]:
    """The annotation with the label of an event, which a thin line joins to the head of its stem."""
    return dict(
        text=text,
        x=event.when,
        y=event.weight,
        ax=centre,
        ay=height,
        axref="x",
        ayref="y",
        yanchor="middle",
        arrowhead=0,
        arrowwidth=0.8,
        arrowcolor=theme.BORDER,
        standoff=5,
        font=dict(size=11, color=theme.INK),
        bgcolor=theme.PAPER,
        borderpad=1,
        name="label",
    )


def _annotated(fig: go.Figure, notes: list[dict[str, Any]]) -> go.Figure:
    """The figure with notes added, all at once: at each addition plotly checks again those that are there."""
    return fig.update_layout(annotations=[*fig.layout.annotations, *notes])

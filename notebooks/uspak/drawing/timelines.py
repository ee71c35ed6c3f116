"""Timelines: events as stems above (together) and below (apart) a line, and eras as bands behind any chart of years."""

import html
import textwrap
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates

from . import stem_labels, theme
from .stem_labels import NARROW_PLOT

_ERA_CHARACTER = 6.2  # pixels: the width of a character of an era's name
_LINE = 16  # pixels: the height of a line of text
_LEFT, _RIGHT, _BELOW = 58, 18, 34  # pixels: the margins beside and below the plot
_CAPTION = 95  # pixels: title, subtitle and source, of one line each
_ROOM = 12  # pixels: at the least between a tip and the edge of the plot
_UNIT = (9.0, 26.0)  # pixels: the least and the greatest height of a unit of weight
_SIDES = {1: "together →", -1: "← apart"}  # words along the upright axis, which turn with it
_WHOLE = 0.9  # of a window: an era that fills more of it is not worth a band
_KEY = {"cooperation": "together", "friction": "apart", "mixed": "mixed"}

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
        height: pixels at the most, without title and source; a timeline of few or light events takes less.
        zoom: whether to offer a list of eras to look at closely; it works without a kernel.

    Returns:
        A ``go.Figure`` with one stem trace and one marker trace per direction. Its upright axis ends where the stems and
        their labels do.

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
    above = _room_for_eras(fig)
    _add_key(fig, shown, above)
    below_zero, above_zero, unit = _add_labels(fig, shown, labels, window, height - 45)
    fig.add_hline(y=0, line=dict(color=theme.INK, width=1))
    _set_axes(fig, window, (-below_zero / unit, above_zero / unit), unit)
    _set_size(fig, below_zero + above_zero, above + _LINE + 8)
    if zoom:
        _offer_zoom(fig, eras, window)
    return fig


def _set_size(fig: go.Figure, plot: float, top: float) -> None:
    fig.update_layout(height=round(plot + top + _BELOW + _CAPTION), margin=dict(l=_LEFT, r=_RIGHT, t=top, b=_BELOW))


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
    _annotated(fig, [_side(word, side) for side, word in _SIDES.items() if room[side] > 70])


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


def _add_key(fig: go.Figure, events: pd.DataFrame, above: float) -> None:
    """One line above the plot and its eras that says what the signs mean: only those that are on the timeline."""
    signs = [
        f'<span style="color:{style.colour}">{style.mark}</span> {_KEY[direction]}'
        for direction, style in theme.DIRECTIONS.items()
        if (events["direction"] == direction).any()
    ]
    hollow = ["hollow: month or year only"] if (events["precision"] != "day").any() else []
    note = dict(
        text="   ".join(signs + hollow),
        x=0,
        xref="paper",
        xanchor="left",
        xshift=12 - _LEFT,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=above,
        showarrow=False,
        font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
        name="key",
    )
    _annotated(fig, [note])


def _offer_zoom(fig: go.Figure, eras: pd.DataFrame, window: Window) -> None:
    """Give a timeline a list of eras to look at closely, which works without a kernel."""
    views = [("All years", window)]
    for era in eras.itertuples():
        first, last = pd.Timestamp(era.start), pd.Timestamp(era.end if _has(era.end) else window[1])
        room = (last - first) * 0.04
        views.append((era.name, [first - room, last + room]))
    fig.update_layout(
        height=fig.layout.height + 44,
        margin=dict(t=fig.layout.margin.t + 44),
        updatemenus=[
            dict(
                type="dropdown",
                x=0,
                xanchor="left",
                y=1,
                yanchor="bottom",
                pad=dict(b=fig.layout.margin.t + 2),
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
    """Draw eras as alternating paper bands with their names above the plot, but none that fills (nearly) all of it.

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
        if start >= end or (end - start) > _WHOLE * (last - first):
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
        font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
        name="era",
    )


def _room_for_eras(fig: go.Figure) -> float:
    """The height, in pixels, of the names of eras above the plot, with the white around them."""
    names = [note for note in fig.layout.annotations if note.name == "era"]
    heights = [
        _ERA_CHARACTER * len(note.text) if note.textangle else _LINE * (note.text.count("<br>") + 1) for note in names
    ]
    return max(heights) + 10 if heights else 6


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
    fig: go.Figure, events: pd.DataFrame, labels: Mapping[str, str], window: list[pd.Timestamp], height: float
) -> tuple[float, float, float]:
    """Write labels at the tips of stems, on a plot of at most so many pixels if a unit of weight stays high enough.

    Returns:
        The pixels below and above zero that hold stems and labels, and the pixels of a unit of weight.
    """
    at = ((events["when"] - window[0]) / (window[1] - window[0])).tolist()
    words = {number: labels[name] for number, name in enumerate(events["event_id"]) if name in labels}
    weights = events["weight"].tolist()
    span = max(0, *weights) - min(0, *weights)
    unit = min(_UNIT[1], (height - 2 * _ROOM) / span if span else height)
    while True:  # labels take pixels, whatever a unit of weight is: give the stems what is left
        places = stem_labels.place(at, [weight * unit for weight in weights], words)
        ends = [_end(side, [weight * unit for weight in weights], places) for side in (-1, 1)]
        if sum(ends) <= height or unit <= _UNIT[0]:
            break
        unit = max(_UNIT[0], unit - max(0.5, (sum(ends) - height) / span))
    tips = list(zip(events["when"], weights, strict=True))
    _annotated(fig, [_label(words[number], *tips[number], spot) for number, spot in places.items()])
    leaders = [_leader(*tips[number], spot.leader) for number, spot in places.items() if spot.leader]
    fig.update_layout(shapes=[*fig.layout.shapes, *leaders])
    return ends[0], ends[1], unit


def _end(side: int, tips: list[float], places: Mapping[int, stem_labels.Place]) -> float:
    """How many pixels stems and labels need above zero, or below it if ``side`` is -1."""
    reach = [side * (tips[number] + spot.y) + stem_labels.HALF_LINE for number, spot in places.items()]
    return max(_ROOM, *(side * tip + _ROOM for tip in tips), *(end + 4 for end in reach))


def _label(text: str, when: pd.Timestamp, weight: float, spot: stem_labels.Place) -> dict[str, Any]:
    """The annotation with the label of an event, fastened by the end that is nearer to the stem."""
    anchor = 0 if abs(spot.x) < spot.half / 2 else (1 if spot.x < 0 else -1)
    return dict(
        text=text,
        x=when,
        y=weight,
        xanchor={-1: "left", 0: "center", 1: "right"}[anchor],
        yanchor="middle",
        xshift=round(spot.x + anchor * spot.half, 1),
        yshift=spot.y,
        showarrow=False,
        font=dict(size=theme.TEXT_SIZE, color=theme.INK),
        bgcolor=theme.LABEL_GROUND,
        borderpad=0,
        name="label",
    )


def _leader(when: pd.Timestamp, weight: float, line: tuple[float, float, float, float]) -> dict[str, Any]:
    """The shape that joins a label to the tip of its stem: dotted and pale, so that nobody takes it for a stem."""
    x0, y0, x1, y1 = line
    return dict(
        type="line",
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=when,
        yanchor=weight,
        x0=x0,
        y0=y0,
        x1=round(x1, 1),
        y1=y1,
        line=dict(color=theme.BORDER, width=1, dash="dot"),
        name="leader",
    )


def _annotated(fig: go.Figure, notes: list[dict[str, Any]]) -> go.Figure:
    """The figure with notes added, all at once: at each addition plotly checks again those that are there."""
    return fig.update_layout(annotations=[*fig.layout.annotations, *notes])

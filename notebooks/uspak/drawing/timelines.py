"""Timelines: events as stems above (together) and below (apart) a line, and eras as bands behind any chart of years."""

import html
import textwrap

import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates

from . import theme

#: The plot area, in pixels, of the narrowest page that the series is made for; labels are laid out for it.
NARROW_PLOT = 500
LABEL_CHARACTER = 6.0
LANE_HEIGHT = 1.9


#: Years where years fit, months where somebody has zoomed in closer than that.
_TICKS = [dict(dtickrange=[None, "M11"], value="%b %Y"), dict(dtickrange=["M12", None], value="%Y")]


def timeline(events, labels=None, eras=None, height=430, zoom=False):
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
    if events.empty:
        raise ValueError("There are no events to draw: the filter before this line left no row.")
    unknown = sorted(set(labels) - set(events["event_id"]))
    if unknown:
        raise ValueError(f"These labels name no event of the table: {', '.join(unknown)}.")
    shown = events.assign(when=moment(events)).sort_values("when")
    eras = eras_of(shown) if eras is None else eras

    fig = go.Figure()
    for direction, sign in theme.DIRECTIONS.items():
        part = shown[shown["direction"] == direction]
        if not part.empty:
            fig.add_trace(_stems(part, sign))
            fig.add_trace(_markers(part, direction, sign))
    window = _window(shown, eras)
    add_eras(fig, eras, window)
    low, high = _add_labels(fig, shown[shown["event_id"].isin(labels)], labels, window)
    fig.add_hline(y=0, line=dict(color=theme.INK, width=1))
    fig.update_xaxes(range=window, tickformatstops=_TICKS, hoverformat="%Y", nticks=9)
    fig.update_yaxes(
        range=[low, high],
        tickvals=[-10, -5, 0, 5, 10],
        ticktext=["−10", "−5", "0", "+5", "+10"],
        title_text="← apart        together →",
        fixedrange=True,
    )
    fig.update_layout(height=height + 150, margin=dict(l=58, r=18, t=62, b=34))
    if zoom:
        _offer_zoom(fig, eras, window)
    return fig


def _offer_zoom(fig, eras, window):
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


def moment(events):
    """The time at which an event is drawn: its day, or the middle of the month or year that is known.

    Returns:
        A Series of timestamps with the index of ``events``.
    """
    half = events["precision"].map({"day": 0, "month": 15, "year": 182})
    return pd.to_datetime(events["start"]) + pd.to_timedelta(half, unit="D")


def eras_of(events):
    """The eras that a table of events touches, as rows of ``uspak.eras()``."""
    eras = data.eras()
    return eras[eras["era_id"].isin(events["era_id"])]


def add_eras(fig, eras, window):
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
        end = min(pd.Timestamp(era.end) if isinstance(era.end, str) and era.end else last, last)
        if start >= end:
            continue
        if number % 2 == 0:
            fig.add_vrect(x0=start, x1=end, fillcolor=theme.ERA_BAND, line_width=0, layer="below")
        width = (end - start) / (last - first) * NARROW_PLOT
        upright = width < 5.6 * max(map(len, era.short_name.split()))
        name = (
            era.short_name
            if upright
            else "<br>".join(textwrap.wrap(era.short_name, max(1, int(width / 5.6)), break_long_words=False))
        )
        names.append(
            dict(
                text=name,
                x=start + (end - start) / 2,
                y=1,
                yref="paper",
                yanchor="bottom",
                yshift=4,
                showarrow=False,
                textangle=-90 if upright else 0,
                font=dict(size=11, color=theme.SOFT_INK),
                name="era",
            )
        )
    return _annotated(fig, names)


def hover(events):
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


def _has(value):
    return isinstance(value, str) and bool(value)


def stem_lines(events):
    """The stems of a timeline as one broken line: x and y for a scatter trace, from 0 to each event's weight."""
    gap = [None] * len(events)
    x = [moment for triple in zip(events["when"], events["when"], gap, strict=True) for moment in triple]
    y = [height for weight in events["weight"] for height in (0, weight, None)]
    return {"x": x, "y": y}


def _stems(events, sign):
    return go.Scatter(
        **stem_lines(events), mode="lines", line=dict(color=sign.colour, width=1.2), opacity=0.6, hoverinfo="skip"
    )


def _markers(events, direction, sign):
    exact = events["precision"] == "day"
    return go.Scatter(
        x=events["when"],
        y=events["weight"],
        mode="markers",
        name=f"{sign.mark} {direction}",
        marker=dict(
            symbol=[sign.symbol if day else f"{sign.symbol}-open" for day in exact],
            size=9,
            color=sign.colour,
            line=dict(
                color=[theme.PAPER if day else sign.colour for day in exact],
                width=[0.8 if day else 1.6 for day in exact],
            ),
        ),
        customdata=events["event_id"],
        text=hover(events),
        hovertemplate="%{text}<extra></extra>",
    )


def _window(events, eras):
    starts = [events["when"].min(), *pd.to_datetime(eras["start"])]
    ends = [events["when"].max(), *pd.to_datetime(eras["end"].dropna())]
    first, last = min(starts), max(ends)
    room = (last - first) * 0.015
    return [first - room, last + room]


def _add_labels(fig, events, labels, window):
    """Place labels in lanes so that none overlaps another on a narrow page; return the y range that holds them."""
    first, last = window
    per_character = (last - first) / NARROW_PLOT * LABEL_CHARACTER
    lanes, written = {1: [], -1: []}, []
    for event in events.sort_values("when").itertuples():
        side = 1 if event.weight >= 0 else -1
        half = per_character * (len(labels[event.event_id]) / 2 + 1)
        centre = min(max(event.when, first + half), last - half)
        lane = next((i for i, end in enumerate(lanes[side]) if end <= centre - half), len(lanes[side]))
        lanes[side][lane : lane + 1] = [centre + half]
        written.append(
            dict(
                text=labels[event.event_id],
                x=event.when,
                y=event.weight,
                ax=centre,
                ay=side * (10.6 + LANE_HEIGHT * lane),
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
        )
    _annotated(fig, written)
    return tuple(side * (10.8 + LANE_HEIGHT * len(lanes[side])) for side in (-1, 1))


def _annotated(fig, notes):
    """The figure with notes added, all at once: plotly checks those that are there anew at each addition."""
    return fig.update_layout(annotations=[*fig.layout.annotations, *notes])

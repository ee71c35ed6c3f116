"""What a timeline draws of events: when, their stems and signs, and what shows on hover."""

import html
import textwrap

import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates

from .. import theme


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


def hover(events: pd.DataFrame) -> list[str]:
    """Hover texts: bold title, the date as a person writes it, one sentence, and the article's paragraph.

    Returns:
        A list of HTML strings, one a row.
    """
    texts = []
    for event in events.itertuples():
        sentence = "<br>".join(textwrap.wrap(html.escape(str(event.summary), quote=False), 58, break_on_hyphens=False))
        paragraph = (
            f"<br><i>Article, paragraph {event.paragraph}</i>" if pd.notna(event.paragraph) and event.paragraph else ""
        )
        texts.append(
            f"<b>{html.escape(event.title, quote=False)}</b><br>{dates.written_date(event.date, event.date_end)}<br>{sentence}{paragraph}"
        )
    return texts


def stem_lines(events: pd.DataFrame) -> dict[str, list]:
    """The stems of a timeline as one broken line: x and y for a scatter trace, from 0 to each event's weight."""
    gap = [None] * len(events)
    x = [moment for triple in zip(events["when"], events["when"], gap, strict=True) for moment in triple]
    y = [height for weight in events["weight"] for height in (0, weight, None)]
    return {"x": x, "y": y}


def traces(events: pd.DataFrame) -> list[go.Scatter]:
    """The stems and the markers of each direction."""
    drawn = []
    for direction, style in theme.DIRECTIONS.items():
        part = events[events["direction"] == direction]
        if not part.empty:
            drawn += [_stems(part, style), _markers(part, direction, style)]
    return drawn


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

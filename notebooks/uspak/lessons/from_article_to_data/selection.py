"""The two pictures of notebook 01: what the article tells and what it leaves out, and the shape of its argument."""

import pandas as pd
import plotly.graph_objects as go

from uspak import data
from uspak.drawing import theme
from uspak.drawing.timelines import add_eras, hover, moment

#: Where the line of each origin lies, and what stands beside it.
LANES = {
    "article": (12, "Told", "<b>Told</b><br>in the<br>article"),
    "context": (-12, "Left out", "<b>Left out</b><br>and added<br>as context"),
}
WINDOW = (pd.Timestamp("1946-06-01"), pd.Timestamp("2025-12-31"))

#: The kinds of claims: a colour, and a shape for whoever cannot tell the colours.
KINDS = {
    "fact": ("#0072B2", "square"),
    "interpretation": ("#E69F00", "circle"),
    "prediction": ("#CC79A7", "triangle-right"),
    "prescription": ("#222222", "star"),
}
PARAGRAPHS = ("B", *(f"P{number}" for number in range(1, 12)), "C1", "C2")


def told_and_left_out(events, labels):
    """A timeline of two lines: above the events of the article, below those that were added as context.

    Args:
        events: rows of ``uspak.events()``; those of another origin are not drawn.
        labels: {event_id: a few words}, for the events that are named in the picture.

    Returns:
        A plotly figure without a title. How far a sign stands from its line is the weight of the event.
    """
    events = events.assign(when=moment(events))
    fig = go.Figure()
    for origin, (line, name, _) in LANES.items():
        for direction, sign in theme.DIRECTIONS.items():
            part = events[(events["origin"] == origin) & (events["direction"] == direction)]
            _add_stems(fig, part, line, f"{name}, {direction}", sign)
        fig.add_hline(y=line, line=dict(color=theme.INK, width=1))
    _name_events(fig, events[events["origin"].isin(LANES)], labels)
    eras = data.eras()
    add_eras(fig, eras[eras["start"] < "2025"], WINDOW)
    fig.update_xaxes(range=WINDOW, tickformat="%Y", hoverformat="%Y")
    fig.update_yaxes(
        tickvals=[line for line, _, _ in LANES.values()],
        ticktext=[words for _, _, words in LANES.values()],
        range=[-24, 24],
        showgrid=False,
        fixedrange=True,
        ticks="",
    )
    return fig.update_layout(height=560, barmode="overlay", margin=dict(l=82, r=18, t=62))


def _add_stems(fig, events, line, name, sign):
    """Events of one origin and direction: a stem from the line and a sign at its end, hollow where no day is known."""
    fig.add_bar(
        x=events["when"],
        y=events["weight"],
        base=line,
        width=6e9,  # milliseconds: about ten weeks
        marker_color=sign.colour,
        opacity=0.45,
        hoverinfo="skip",
    )
    fig.add_scatter(
        x=events["when"],
        y=events["weight"] + line,
        mode="markers",
        name=name,
        text=hover(events),
        hovertemplate="%{text}",
        marker=dict(
            symbol=[sign.symbol if day else f"{sign.symbol}-open" for day in events["precision"] == "day"],
            color=sign.colour,
            size=9,
        ),
    )


def _name_events(fig, events, labels):
    for event in events[events["event_id"].isin(labels)].itertuples():
        fig.add_annotation(
            x=event.when,
            y=LANES[event.origin][0] + event.weight,
            yshift=14 if event.weight > 0 else -14,
            text=labels[event.event_id],
            showarrow=False,
            font_size=11,
            bgcolor="rgba(255,255,255,0.7)",
        )


def shape_of_the_argument(claims):
    """One sign for each claim, a line for each paragraph: facts to the left, the other kinds to the right.

    Args:
        claims: rows of ``uspak.claims()``.

    Returns:
        A plotly figure without a title.
    """
    seats = claims.sort_values("kind").assign(fact=claims["kind"] == "fact")
    seats["seat"] = seats.groupby(["paragraph", "fact"]).cumcount() + 0.7
    words = (seats["claim_id"] + ": " + seats["claim"]).str.wrap(56).str.replace("\n", "<br>")
    seats = seats.assign(seat=seats["seat"].mask(seats["fact"], -seats["seat"]), words=words)
    fig = go.Figure()
    for kind, (colour, symbol) in KINDS.items():
        part = seats[seats["kind"] == kind]
        fig.add_scatter(
            x=part["seat"],
            y=part["paragraph"],
            mode="markers",
            name=kind,
            text=part["words"],
            hovertemplate="%{text}<extra></extra>",
            marker=dict(color=colour, symbol=symbol, size=15),
        )
    fig.add_vline(x=0, line=dict(color=theme.INK, width=1))
    fig.update_yaxes(categoryorder="array", categoryarray=PARAGRAPHS[::-1], gridcolor=theme.ERA_BAND, ticks="")
    fig.update_xaxes(range=[-6.5, 6.5], tickvals=[-3, 3], ticktext=["← facts", "judgements →"], ticks="")
    return fig.update_layout(height=560, showlegend=True, margin_t=44, legend_y=1.02)

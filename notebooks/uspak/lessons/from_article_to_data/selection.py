"""The first picture of notebook 01: what the article tells, what it leaves out, and how long it tells nothing."""

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import theme
from uspak.drawing.figure import edge_note
from uspak.drawing.timelines import hover, label_note, leader_line, moment, place

#: Where the line of each origin lies, and what stands beside it.
LANES = {"article": (12, "Told", "<b>Told</b>"), "context": (-12, "Left out", "<b>Left<br>out</b>")}
WINDOW = (pd.Timestamp("1946-06-01"), pd.Timestamp("2025-12-31"))

#: The events that are named in the picture.
NAMED = {
    "1954-manila-pact": "Manila Pact",
    "1979-soviet-troops-enter-afghanistan": "Soviet troops",
    "1990-pressler-cut-off": "Pressler cut-off",
    "2001-bases-and-airspace": "Airspace",
    "2011-abbottabad-raid": "Abbottabad",
    "1954-mutual-defense-agreement": "Arms agreement",
    "1965-arms-embargo": "Embargo",
    "1971-kissinger-to-beijing": "Road to Beijing",
    "1979-embassy-burnt": "Embassy burnt",
    "2005-earthquake-relief": "Earthquake relief",
    "2011-salala": "Salala",
}

#: How visible an event is within the years of which the article tells nothing, and outside them.
FULL, PALE = 1.0, 0.45

_UNIT = 8.4  # pixels: the height of a unit of weight
_REACH = 24.5  # units of weight from the middle to the upper and to the lower edge
_LEFT, _ABOVE, _BELOW = 62, 26, 30  # pixels: beside, above and below the plot
_STEM = 6e9  # milliseconds: about ten weeks


def told_and_left_out(events: pd.DataFrame, labels: dict[str, str]) -> go.Figure:
    """A timeline of two lines: above the events of the article, below those that were added as context.

    The longest time of which the article tells nothing stands in a bracket on the upper line; what lies outside is pale.

    Args:
        events: rows of ``uspak.events()``; those of another origin are not drawn.
        labels: {event_id: a few words}, for the events that are named in the picture; the year is added.

    Returns:
        A plotly figure without a title. How far a sign stands from its line is the weight of the event.
    """
    events = events[events["origin"].isin(LANES)]
    events = events.assign(when=moment(events)).sort_values("when", ignore_index=True)
    gap = silence(events)
    events = events.assign(shown=_visible(events["when"], gap))
    fig = go.Figure()
    for origin, (line, name, _) in LANES.items():
        for direction, sign in theme.DIRECTIONS.items():
            part = events[(events["origin"] == origin) & (events["direction"] == direction)]
            _add_stems(fig, part, line, f"{name}, {direction}", sign)
        fig.add_hline(y=line, line=dict(color=theme.INK, width=1))
        _name_events(fig, events[events["origin"] == origin], labels, line)
    if gap:
        _add_bracket(fig, *gap)
    _add_key(fig, bool(gap))
    return _set_axes(fig)


def silence(events: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """The longest time between two events that the article tells.

    Args:
        events: needs ``origin`` and ``when``, the time at which an event is drawn.

    Returns:
        The moments of the event before and the event after; None if the article tells fewer than two.
    """
    told = events.loc[events["origin"] == "article", "when"].sort_values(ignore_index=True)
    if len(told) < 2:
        return None
    after = int(told.diff().argmax())
    return told[after - 1], told[after]


def _visible(when: pd.Series, gap: tuple[pd.Timestamp, pd.Timestamp] | None) -> pd.Series:
    """How visible each event is; all are, if there is no gap to look at."""
    return when.between(*gap).map({True: FULL, False: PALE}) if gap else pd.Series(FULL, index=when.index)


def _add_stems(fig: go.Figure, events: pd.DataFrame, line: float, name: str, sign: theme.MarkerStyle) -> None:
    """Events of one origin and direction: a stem from the line and a sign at its end, hollow where no day is known."""
    exact = events["precision"] == "day"
    fig.add_bar(
        x=events["when"],
        y=events["weight"],
        base=line,
        width=_STEM,
        marker=dict(color=sign.colour, opacity=(events["shown"] * 0.5).tolist(), line_width=0),
        hoverinfo="skip",
    )
    fig.add_scatter(
        x=events["when"],
        y=events["weight"] + line,
        mode="markers",
        name=name,
        text=hover(events),
        hovertemplate="%{text}<extra></extra>",
        marker=dict(
            symbol=[sign.symbol if day else f"{sign.symbol}-open" for day in exact],
            color=sign.colour,
            size=9,
            opacity=events["shown"].tolist(),
        ),
    )


def _name_events(fig: go.Figure, events: pd.DataFrame, labels: dict[str, str], line: float) -> None:
    """Write labels with their years at the tips of the stems of one line, where they touch neither stem nor word."""
    events = events.reset_index(drop=True)
    words = {
        number: f"{labels[event.event_id]} {event.date[:4]}"
        for number, event in enumerate(events.itertuples())
        if event.event_id in labels
    }
    at = ((events["when"] - WINDOW[0]) / (WINDOW[1] - WINDOW[0])).tolist()
    places = place(at, (events["weight"] * _UNIT).tolist(), words)
    for number, spot in places.items():
        event = events.loc[number]
        note = label_note(words[number], event["when"], event["weight"] + line, spot)
        fig.add_annotation(note, font_color=theme.INK if event["shown"] == FULL else theme.SOFT_INK)
        if spot.leader:
            fig.add_shape(leader_line(event["when"], event["weight"] + line, spot.leader))


def _add_bracket(fig: go.Figure, first: pd.Timestamp, last: pd.Timestamp) -> None:
    """A bracket just below the upper line from one event to the next, with the whole years between them."""
    line, inset = LANES["article"][0], pd.Timedelta(200, unit="D")
    near, far = line - 0.7, line - 1.8
    ends = first + inset, last - inset
    corners = [(ends[0], near), (ends[0], far), (ends[1], far), (ends[1], near)]
    for (x0, y0), (x1, y1) in pairwise(corners):
        fig.add_shape(type="line", x0=x0, y0=y0, x1=x1, y1=y1, line=dict(color=theme.INK, width=2), name="bracket")
    fig.add_annotation(
        text=f"<b>{int((last - first).days / 365.25)} years</b>",
        x=first + (last - first) / 2,
        y=far,
        yanchor="top",
        yshift=-2,
        showarrow=False,
        font=dict(size=theme.SUBTITLE_SIZE, color=theme.INK),
        name="bracket",
    )


def _add_key(fig: go.Figure, gap: bool) -> None:
    """One line above the plot that says what the signs mean."""
    signs = [style.key(direction) for direction, style in theme.DIRECTIONS.items()]
    pale = ["pale: outside the bracket"] if gap else []
    words = "   ".join([*signs, "hollow: month or year only", *pale])
    fig.add_annotation(edge_note(words, _LEFT, 6, name="key"))


def _set_axes(fig: go.Figure) -> go.Figure:
    fig.update_xaxes(range=WINDOW, tickformat="%Y", hoverformat="%Y", dtick="M120", tick0="1950-01-01")
    fig.update_yaxes(
        tickvals=[line for line, _, _ in LANES.values()],
        ticktext=[words for _, _, words in LANES.values()],
        tickfont_color=theme.INK,
        ticklabelstandoff=6,
        range=[-_REACH, _REACH],
        showgrid=False,
        fixedrange=True,
        ticks="",
    )
    plot = round(2 * _REACH * _UNIT)
    return fig.update_layout(meta=dict(plot=plot), barmode="overlay", margin=dict(l=_LEFT, r=18, t=_ABOVE, b=_BELOW))

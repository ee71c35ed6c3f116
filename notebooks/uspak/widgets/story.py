"""The story map: one event at a time, on the map, on the timeline and in words."""

import difflib
import html

import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates
from uspak.article import ACTOR_COLOURS, ORIENTATION, PROTAGONISTS, SOURCE_ID
from uspak.drawing import maps, theme, timelines
from uspak.drawing.figure import caption, link

from .controls import LiveRegion, Stepper
from .live import LiveFigure

#: A timeline of more stems than this is slow to paint; of a longer story it shows those around the event in view.
STEMS_IN_VIEW = 240
#: How far the map zooms in on an event: 1 shows the world.
ZOOM = 3.0
_HEIGHT_OF_TIMELINE = 210  # pixels, with its title
_WEIGHTS = (-11, 11)  # the ends of the timeline's upright axis


class StoryMap(LiveFigure):
    """A map that flies from event to event, with a timeline below it and a card that tells each.

    Map and timeline are two figures, because a step then draws the map alone: on the timeline only a ring moves.

    Args:
        events: rows of ``uspak.events()``, in any order; by default all of them.
        title: the take-away of the whole story.
        subtitle: what is shown.
        height: pixels of the map, with its title and source.

    Attributes:
        stepper: the control; set ``stepper.index`` (0 to number of events − 1) to move.
        events: the events in the order of their dates, with ``when``, ``place``, ``lat`` and ``lon`` (degrees, WGS84).
        timeline: a ``LiveFigure`` of the events' stems; its figure's ``ring`` is around the event in view.
        card: the text below, a ``LiveRegion``.

    Raises:
        ValueError: if there are no events, or one happens at a place that is not in ``uspak.places()``.
    """

    def __init__(self, events=None, title="The story, one event at a time", subtitle="", height=490):
        self.events = _in_order(data.events() if events is None else events)
        if self.events.empty:
            raise ValueError("There are no events to tell: the filter before this line left no row.")
        self._actors = data.actors().set_index("actor_id")["name"]
        self._sources = data.sources().set_index("source_id")
        steps = [f"{dates.written_date(e.date, e.date_end)}, {e.title}" for e in self.events.itertuples()]
        self.stepper = Stepper(steps=steps, label="Event of the story")
        self.card = LiveRegion()
        text = f"{len(steps)} events on a map and a timeline, from “{steps[0]}” to “{steps[-1]}”."
        super().__init__(self.stepper, self._draw_map(title, subtitle, height), None, text)
        self._stems = range(0)  # the events on the timeline
        self.timeline = LiveFigure(
            None, _timeline(), self.card, text, self.events[["date", "title", "place", "direction", "summary"]]
        )
        self.trace("places").on_click(self._jump)
        self.timeline.trace("marks").on_click(self._jump)
        self.follow(self.stepper, "here", self._views())
        self.stepper.observe(lambda change: self._show(change.new), names="index")
        self._show(0)

    def _ipython_display_(self):
        self._show_figure()
        self.timeline._ipython_display_()

    def _draw_map(self, title, subtitle, height):
        self._borders = maps.ChangingBorders(_base)
        fig = self._borders.first(_day(self.events, 0))
        fig.add_trace(_places(self.events))
        fig.add_trace(
            go.Scattergeo(
                meta="here",
                mode="markers+text",
                textposition="top center",
                textfont=dict(size=13, color=theme.INK, weight="bold"),
                marker=dict(size=17, line=dict(color=theme.PAPER, width=2)),
                showlegend=False,
                hoverinfo="skip",
            )
        )
        fig.update_geos(domain=dict(x=[0, 1], y=[0, 1]), projection=dict(type="equirectangular", scale=ZOOM))
        fig.update_layout(height=height, margin=dict(l=14, r=14, t=6, b=8))
        return caption(fig, title, subtitle, f"data/events.csv, where each event has its sources. {maps.DISCLAIMER}")

    def _views(self):
        """For each event the marker on the map and the map's centre, as ``follow`` wants them."""
        signs = self.events["direction"].map(theme.DIRECTIONS)
        where = zip(self.events["lon"].tolist(), self.events["lat"].tolist(), self.events["place"], signs, strict=True)
        return [
            (
                {
                    "lon": [[lon]],
                    "lat": [[lat]],
                    "text": [[place]],
                    "marker.color": [sign.colour],
                    "marker.symbol": [sign.symbol],
                },
                {"geo.center": {"lon": lon, "lat": lat}},
            )
            for lon, lat, place, sign in where
        ]

    def _show(self, index):
        event = self.events.iloc[index]
        self.card.html = self._tell(event, index)
        self._redraw_timeline(index)
        with self.figure.batch_update():
            self._borders.redraw(self.figure, _day(self.events, index))

    def _redraw_timeline(self, index):
        self._redraw_stems(index)
        event, (low, high) = self.events.iloc[index], _WEIGHTS
        first, last = map(pd.Timestamp, self.timeline.figure.layout.xaxis.range)
        self.timeline.figure.ring = [(event.when - first) / (last - first), float(event.weight - low) / (high - low)]

    def _redraw_stems(self, index):
        edge = STEMS_IN_VIEW // 6  # so many stems ahead are always in view
        wanted = range(max(0, index - edge), min(len(self.events), index + edge + 1))
        if self._stems and wanted[0] in self._stems and wanted[-1] in self._stems:
            return
        first = max(0, min(index - STEMS_IN_VIEW // 2, len(self.events) - STEMS_IN_VIEW))
        part = self.events.iloc[first : first + STEMS_IN_VIEW]
        self._stems = range(first, first + len(part))
        signs = part["direction"].map(theme.DIRECTIONS)
        room = (part["when"].max() - part["when"].min()) * 0.02 + pd.Timedelta(days=30)
        figure = self.timeline.figure
        with figure.batch_update():
            self.timeline.trace("stems").update(**timelines.stem_lines(part))
            self.timeline.trace("marks").update(
                x=part["when"],
                y=part["weight"],
                customdata=list(self._stems),
                text=timelines.hover(part),
                marker=dict(color=[s.colour for s in signs], symbol=[s.symbol for s in signs]),
            )
            figure.update_xaxes(range=[part["when"].min() - room, part["when"].max() + room])

    def _jump(self, trace, points, _state):
        """Go to the event that was clicked; on a place, to the next of the events that happened there."""
        if not points.point_inds:
            return
        chosen = trace.customdata[points.point_inds[0]]
        if trace.meta == "places":
            here = [i for i, place in enumerate(self.events["place_id"]) if place == chosen]
            chosen = next((i for i in here if i > self.stepper.index), here[0])
        self.stepper.index = int(chosen)

    def _tell(self, event, index):
        sign = theme.DIRECTIONS[event.direction]
        actors = ", ".join(html.escape(self._actors.get(actor, actor)) for actor in event.actors.split(";"))
        date = dates.written_date(event.date, event.date_end)
        stated = (
            f"In the article: {link(self._sources.loc[SOURCE_ID], f'paragraph {event.paragraph}')}. "
            if event.origin == "article"
            else ""
        )
        links = "; ".join(link(self._sources.loc[source]) for source in event.source_id.split(";"))
        return (
            f"<p style='margin:6px 0 2px'><b style='font-size:16px'>{html.escape(event.title)}</b></p>"
            f"<p style='margin:0 0 6px'>{date}, {html.escape(event.place)} · "
            f"<span style='white-space:nowrap'>{sign.mark} {event.direction}</span>, "
            f"weight {event.weight:+g} · event {index + 1} of {len(self.events)}</p>"
            f"<p style='margin:0 0 6px;max-width:48em'>{html.escape(event.summary)}</p>"
            f"<p style='margin:0 0 6px'><b>Who:</b> {actors}<br>{stated}<b>Sources:</b> {links}</p>"
        )


def _in_order(events):
    events = events.assign(when=timelines.moment(events)).sort_values("when", kind="stable")
    places = data.places()[["place_id", "name", "lat", "lon"]].rename(columns={"name": "place"})
    unknown = events[~events["place_id"].isin(places["place_id"])]
    if not unknown.empty:
        event, place = unknown.iloc[0][["event_id", "place_id"]]
        close = difflib.get_close_matches(str(place), places["place_id"], n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        raise ValueError(
            f"The event {event!r} happens at {place!r}, a place_id that uspak.places() does not have.{hint}"
        )
    return events.merge(places, on="place_id", how="left", validate="many_to_one").reset_index(drop=True)


def _day(events, index):
    return events["start"].iloc[index].date().isoformat()


def _base(on):
    """The world on a day, the two states of the story tinted and some large neighbours named."""
    fig = maps.base_map(region="world", on=on)
    for state in PROTAGONISTS:
        maps.add_entities(fig, state, colour=ACTOR_COLOURS[state], opacity=0.22)
    named = [state for state in ORIENTATION if state in maps.names(on)]
    return maps.add_labels(fig, named, size=11, colour=theme.SOFT_INK)


def _timeline():
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
    fig.update_layout(height=_HEIGHT_OF_TIMELINE, margin=dict(l=64, r=14, t=6, b=30))
    return caption(fig, "The same events in time: up together, down apart")


def _places(events):
    """One marker for each place, larger where more happened."""
    here = events.groupby("place_id", sort=True).agg(
        place=("place", "first"), lat=("lat", "first"), lon=("lon", "first"), count=("title", "size")
    )
    return go.Scattergeo(
        meta="places",
        mode="markers",
        lon=here["lon"],
        lat=here["lat"],
        customdata=here.index,
        showlegend=False,
        text=[
            f"<b>{html.escape(row.place)}</b><br>{row.count} event{'s' * (row.count > 1)}"
            for row in here.itertuples(index=False)
        ],
        hovertemplate="%{text}<extra></extra>",
        marker=dict(
            size=(5 + 2 * here["count"].pow(0.5)).clip(upper=18),
            color=theme.SOFT_INK,
            opacity=0.55,
            line=dict(color=theme.PAPER, width=1),
        ),
    )

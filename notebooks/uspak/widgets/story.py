"""The story map: one event at a time, on the map, on the timeline and in words."""

import difflib
import html
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates
from uspak.article import ACTOR_COLOURS, ORIENTATION, PROTAGONISTS, SOURCE_ID
from uspak.drawing import maps, theme, timelines
from uspak.drawing.figure import caption, link
from uspak.geography.arguments import Day

from .controls import LiveRegion, Stepper
from .live import LiveFigure
from .story_timeline import Stems, empty_timeline

#: How far the map zooms in on an event: 1 shows the world.
ZOOM = 3.0


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

    def __init__(
        self,
        events: pd.DataFrame | None = None,
        title: str = "The story, one event at a time",
        subtitle: str = "",
        height: int = 490,
    ) -> None:
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
        table = self.events[["date", "title", "place", "direction", "summary"]]
        self.timeline = LiveFigure(None, empty_timeline(), self.card, text, table)
        self._stems = Stems(self.timeline, self.events)
        self.trace("places").on_click(self._jump)
        self.timeline.trace("marks").on_click(self._jump)
        self.follow(self.stepper, "here", self._views())
        self.stepper.observe(lambda change: self._show(change.new), names="index")
        self._show(0)

    def _ipython_display_(self) -> None:
        self._show_figure()
        self.timeline._ipython_display_()

    def _draw_map(self, title: str, subtitle: str, height: int) -> go.Figure:
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

    def _views(self) -> list[tuple[dict, dict]]:
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

    def _show(self, index: int) -> None:
        self.card.html = self._tell(index)
        self._stems.show(index)
        with self.figure.batch_update():
            self._borders.redraw(self.figure, _day(self.events, index))

    def _jump(self, trace: Any, points: Any, _state: Any) -> None:
        """Go to the event that was clicked; on a place, to the next of the events that happened there."""
        if not points.point_inds:
            return
        chosen = trace.customdata[points.point_inds[0]]
        if trace.meta == "places":
            here = [i for i, place in enumerate(self.events["place_id"]) if place == chosen]
            chosen = next((i for i in here if i > self.stepper.index), here[0])
        self.stepper.index = int(chosen)

    def _tell(self, index: int) -> str:
        event = self.events.iloc[index]
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


def _in_order(events: pd.DataFrame) -> pd.DataFrame:
    """The events in the order of their dates, with moment and place. Raises ValueError if a place is unknown."""
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


def _day(events: pd.DataFrame, index: int) -> str:
    """The ISO date of an event."""
    return events["start"].iloc[index].date().isoformat()


def _base(on: Day) -> go.Figure:
    """The world on a day, the states of the story tinted and some large neighbours named."""
    fig = maps.base_map(region="world", on=on)
    for state in PROTAGONISTS:
        maps.add_entities(fig, state, colour=ACTOR_COLOURS[state], opacity=0.22)
    named = [state for state in ORIENTATION if state in maps.names(on)]
    return maps.add_labels(fig, named, size=11, colour=theme.SOFT_INK)


def _places(events: pd.DataFrame) -> go.Scattergeo:
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

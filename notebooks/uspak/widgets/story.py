"""The story map: one event at a time, on the map, in words beside it and on a timeline below."""

import difflib
import functools
import html
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from uspak import data, dates
from uspak.article import SOURCE_ID
from uspak.drawing import maps, theme, timelines
from uspak.drawing.figure import caption, link

from .controls import STYLE, LiveRegion, Stepper
from .live import LiveFigure
from .story_map import CHANGING, StoryViews, add_box, draw_base, place_traces, places_of
from .story_timeline import Stems, empty_timeline

_HEIGHT = 510  # pixels of a map beside its card, with title and source
_SOURCES_SHOWN = 3  # of an event; more are folded


class Card(LiveRegion):
    """The text that tells an event. Its style lays out the whole story map, too."""

    _css = STYLE + Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


class StoryMap(LiveFigure):
    """A map on which event follows event, with a card beside it that tells each and a timeline below.

    Map and timeline are two figures, because a step then draws the map alone: on the timeline only a ring moves. Where the
    page is wide the card stands right of the map, so that it is in view together with it and the buttons, and else below.

    Args:
        events: rows of ``uspak.events()``, in any order; by default all of them.
        title: the take-away of the whole story.
        subtitle: what is shown.

    Attributes:
        stepper: the control; set ``stepper.index`` (0 to number of events − 1) to move.
        events: the events in the order of their dates, with ``when``, ``place``, ``lat`` and ``lon`` (degrees, WGS84).
        timeline: a ``LiveFigure`` of the events' stems; its figure's ``ring`` is around the event in view.
        card: the text beside the map.

    Raises:
        ValueError: if there are no events, or one happens at a place that is not in ``uspak.places()``.
    """

    def __init__(
        self,
        events: pd.DataFrame | None = None,
        title: str = "The story, one event at a time",
        subtitle: str = "",
    ) -> None:
        self.events = _in_order(data.events() if events is None else events)
        if self.events.empty:
            raise ValueError("There are no events to tell: the filter before this line left no row.")
        self._actors = data.actors().set_index("actor_id")["name"]
        self._sources = data.sources().set_index("source_id")
        steps = [f"{dates.written_date(e.date, e.date_end)}, {e.title}" for e in self.events.itertuples()]
        self.stepper = Stepper(steps=steps, label="Event of the story")
        self.card = Card()
        text = f"{len(steps)} events on a map and a timeline, from “{steps[0]}” to “{steps[-1]}”."
        places = places_of(self.events)
        super().__init__(self.stepper, self._draw_map(places, title, subtitle), self.card, text)
        self.add_class("uspak-story")
        table = self.events[["date", "title", "place", "direction", "summary"]]
        self.timeline = LiveFigure(None, empty_timeline(), None, text, table)
        self._stems = Stems(self.timeline, self.events)
        for marks in (self.trace("places"), self.trace("places in the box"), self.timeline.trace("marks")):
            marks.on_click(self._jump)
        self.follow(self.stepper, CHANGING, self._views(places))
        self.stepper.observe(lambda change: self._show(change.new), names="index")
        self._show(0)

    def _ipython_display_(self) -> None:
        self._show_figure()
        self.timeline._ipython_display_()

    def _draw_map(self, places: pd.DataFrame, title: str, subtitle: str) -> go.Figure:
        self._borders = maps.ChangingBorders(functools.partial(draw_base, places))
        fig = self._borders.first(_day(self.events, 0))
        add_box(fig, _day(self.events, 0)).add_traces(place_traces(places))
        fig.update_layout(height=_HEIGHT, margin=dict(l=theme.EDGE, r=theme.EDGE, t=6, b=8))
        return caption(fig, title, subtitle, f"data/events.csv, where each event has its sources. {maps.DISCLAIMER}")

    def _views(self, places: pd.DataFrame) -> list[tuple[dict, dict]]:
        """For each event what changes on the map, as ``follow`` wants it."""
        views = StoryViews(places, self.figure)
        signs = self.events["direction"].map(theme.DIRECTIONS)
        return [views.of(place, sign) for place, sign in zip(self.events["place_id"], signs, strict=True)]

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
        if trace.meta in ("places", "places in the box"):
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
        links = [link(self._sources.loc[source]) for source in event.source_id.split(";")]
        return (
            f"<p style='margin:6px 0 2px'><b style='font-size:16px'>{html.escape(event.title)}</b></p>"
            f"<p style='margin:0 0 6px'>{date}, {html.escape(event.place)} · "
            f"<span style='white-space:nowrap'>{sign.mark} {event.direction}</span>, "
            f"weight {f'{event.weight:+g}'.replace('-', '−')} · event {index + 1} of {len(self.events)}</p>"
            f"<p style='margin:0 0 6px;max-width:48em'>{html.escape(event.summary)}</p>"
            f"<p style='margin:0 0 6px'><b>Who:</b> {actors}<br>{stated}</p>{_listed(links)}"
        )


def _listed(links: list[str]) -> str:
    """The sources of an event; many are folded, so that map, card and strip stay on one screen."""
    if len(links) <= _SOURCES_SHOWN:
        return f"<p style='margin:0 0 6px'><b>Sources:</b> {'; '.join(links)}</p>"
    items = "".join(f"<li>{one}</li>" for one in links)
    summary = f"<summary style='cursor:pointer'><b>{len(links)} sources</b></summary>"
    return f"<details style='margin:0 0 6px'>{summary}<ul>{items}</ul></details>"


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

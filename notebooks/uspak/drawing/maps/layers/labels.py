"""Words on a map: names of states, or any words at a point."""

import textwrap
from collections.abc import Iterable

import plotly.graph_objects as go

from uspak.article import PARTS_NAMED_UNTIL
from uspak.geography.arguments import lat_lon, one_of
from uspak.geography.borders import existing, name_of, outlines, parts

from ... import theme
from ..about import AboutMap, about_map
from ..markers import ANCHORS
from ..window import inside

#: A label as callers give it: an entity id, ``(text, lat, lon)`` or ``(text, lat, lon, anchor)``.
Label = str | tuple[str, float, float] | tuple[str, float, float, str]

_Written = tuple[str, float, float, str]  # text, latitude, longitude, anchor


def add_labels(
    fig: go.Figure, labels: Iterable[Label], size: float = theme.TEXT_SIZE, colour: str = theme.INK
) -> go.Figure:
    """Write words on a map.

    Args:
        fig: a map from :func:`uspak.drawing.maps.base_map`.
        labels: a list; each is an entity id (its name on the map's day goes to the middle of its land; if its parts
            have names of their own, each part gets its own), or ``(text, lat, lon)`` or ``(text, lat, lon, anchor)``
            with an anchor of ``ANCHORS``: ``"top center"`` puts the text above the point, ``"middle right"`` to its
            right.
        size: in pixels.
        colour: of the words.

    Returns:
        The same figure, with one more trace.

    Raises:
        ValueError: for an unknown entity or anchor, a label of another form, or a figure that is not from base_map().
    """
    about = about_map(fig)
    written = [words for label in labels for words in _written(label, about)]
    return fig.add_trace(
        go.Scattergeo(
            name="labels",
            mode="text",
            text=[words[0] for words in written],
            lat=[words[1] for words in written],
            lon=[words[2] for words in written],
            textposition=[words[3] for words in written],
            hoverinfo="skip",
            textfont=dict(size=size, color=colour, shadow=theme.HALO),
            showlegend=False,
        )
    )


def _written(label: Label, about: AboutMap) -> list[_Written]:
    """What is written for one label: several texts if the parts of an entity have names of their own."""
    if isinstance(label, str):
        return _names(label, about)
    if not 3 <= len(label) <= 4:
        raise ValueError(f"{label!r} is no label: write (text, lat, lon) or (text, lat, lon, anchor).")
    text, *point = label[:3]
    anchor = label[3] if len(label) == 4 else "middle center"
    one_of("anchor", anchor, ANCHORS)
    return [(str(text), *lat_lon(point), anchor)]


def _names(entity: str, about: AboutMap) -> list[_Written]:
    """The name of an entity in the middle of its land, or those of its parts in the middle of each."""
    day, detail = about["on"], about["detail"]
    existing(entity, outlines(detail, day), day)
    pieces = [part for part in parts(detail, day) if part["entity_id"] == entity]
    if not inside(pieces[0]["label"], about["window"]):
        raise ValueError(f"The middle of {entity} is outside this map: write (text, lat, lon) to place its name.")
    named = [part for part in pieces if part["part"]] if entity in PARTS_NAMED_UNTIL and len(pieces) > 1 else pieces[:1]
    texts = [part["part"] if len(named) > 1 else name_of(part, day).split(" (")[0] for part in named]
    return [(_wrapped(text), *part["label"][::-1], "middle center") for text, part in zip(texts, named, strict=True)]


def _wrapped(text: str) -> str:
    width = 10 if len(text) > 12 else 12
    return "<br>".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))

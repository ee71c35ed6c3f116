"""Timelines: events as stems above (together) and below (apart) a line, and eras as bands behind any chart of years."""

from .chart import timeline
from .eras import add_eras
from .events import eras_of, hover, moment, stem_lines
from .labels import label_note, leader_line
from .placement import Place, place

__all__ = [
    "Place",
    "add_eras",
    "eras_of",
    "hover",
    "label_note",
    "leader_line",
    "moment",
    "place",
    "stem_lines",
    "timeline",
]

"""Timelines: events as stems above (together) and below (apart) a line, and eras as bands behind any chart of years."""

from .chart import timeline
from .eras import add_eras
from .events import eras_of, hover, moment, stem_lines

__all__ = ["add_eras", "eras_of", "hover", "moment", "stem_lines", "timeline"]

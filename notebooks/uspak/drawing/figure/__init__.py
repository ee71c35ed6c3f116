"""Figures as the series shows them: with a caption, and with a text version for whoever cannot see them."""

from .captions import SOURCE_WIDTH, SUBTITLE_WIDTH, TITLE_WIDTH, USUAL_WIDTH, caption, plain, set_source, set_title
from .edge_notes import edge_note
from .links import link
from .output import show, show_source, show_table, snapshot
from .text_versions import text_version

__all__ = [
    "SOURCE_WIDTH",
    "SUBTITLE_WIDTH",
    "TITLE_WIDTH",
    "USUAL_WIDTH",
    "caption",
    "edge_note",
    "link",
    "plain",
    "set_source",
    "set_title",
    "show",
    "show_source",
    "show_table",
    "snapshot",
    "text_version",
]

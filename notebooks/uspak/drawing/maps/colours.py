"""Colours written as ``#rrggbb``: translucent and darker."""

import re


def tint(colour: str, opacity: float) -> str:
    """A translucent colour as CSS, such as ``"rgba(0, 114, 178, 0.5)"``.

    Args:
        colour: ``"#rrggbb"``.
        opacity: 0 to 1.

    Raises:
        ValueError: for an invalid colour.
    """
    return f"rgba({', '.join(map(str, _rgb(colour)))}, {opacity:g})"


def darker(colour: str) -> str:
    """A darker shade of a colour ``"#rrggbb"``, in the same form; ValueError for an invalid colour."""
    return "#" + "".join(f"{int(part * 0.7):02X}" for part in _rgb(colour))


def _rgb(colour: str) -> list[int]:
    if not re.fullmatch("#[0-9a-fA-F]{6}", str(colour)):
        raise ValueError(f"{colour!r} is no colour of the form '#0072B2'.")
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]

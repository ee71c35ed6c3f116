"""Lines of words that begin at the left edge of a figure, where its title and its source begin."""

from typing import Any

from .. import theme


def edge_note(text: str, left: float, yshift: float, **more: Any) -> dict[str, Any]:
    """The annotation with one line of words above a plot, such as its key or the name of a panel.

    Args:
        text: the words, in plotly's few tags.
        left: the left margin of the figure in pixels.
        yshift: pixels from the upper end of the plot to the foot of the words.
        more: other properties of the annotation, such as ``y`` and ``yref`` of another panel, or a ``name``.
    """
    note = dict(
        text=text,
        x=0,
        xref="paper",
        xanchor="left",
        xshift=theme.EDGE - left,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=yshift,
        showarrow=False,
        font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
    )
    return note | more

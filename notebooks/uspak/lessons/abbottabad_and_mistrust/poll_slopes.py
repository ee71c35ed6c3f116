"""Two pollsters before and after the raid, as slopes side by side."""

import plotly.graph_objects as go

from uspak.drawing import theme

#: The pollsters, what each asked, and the polls that a line joins; the second line of Gallup is its comparison of 2013.
PANELS = (
    ("Pew: favourable to the US", (("pew-2010", "pew-2011-april", "pew-2011-may", "pew-2012"),)),
    (
        "Gallup: approve US leaders",
        (("gallup-2010", "gallup-2011-may", "gallup-2012"), ("gallup-2011-spring", "gallup-2011-may")),
    ),
)

#: Where each poll stands from left to right, and how its time is written below.
STEPS = {
    "pew-2010": (0, "April<br>2010"),
    "pew-2011-april": (1, "April<br>2011"),
    "pew-2011-may": (2, "May<br>2011"),
    "pew-2012": (3, "spring<br>2012"),
    "gallup-2010": (0, "2010"),
    "gallup-2011-spring": (1, "spring<br>2011"),
    "gallup-2011-may": (2, "May<br>2011"),
    "gallup-2012": (3, "autumn<br>2012"),
}
_RAID = 1.5  # between the last poll before it and the first after it
_SIDES = {"pew-2011-april": "bottom left", "gallup-2011-spring": "top left"}  # of a per cent beside its point
_DASHES = ("solid", "dash")


def poll_slopes(polls):
    """The polls of each pollster in a panel, joined as the pollster compared them.

    Args:
        polls: rows of ``raid_polls``; needs ``poll_id``, ``percent``, ``margin_points``, ``before_raid``.

    Returns:
        A ``go.Figure`` with two panels on one scale of per cent; hollow before the raid, full after it.
    """
    polls = polls.set_index("poll_id")
    fig = go.Figure()
    for number, (title, lines) in enumerate(PANELS):
        axes = dict(xaxis=f"x{number + 1}" if number else "x", yaxis=f"y{number + 1}" if number else "y")
        for line, dash in zip(lines, _DASHES, strict=False):
            fig.add_scatter(
                name=title,
                x=[STEPS[poll][0] for poll in line],
                y=polls.loc[list(line), "percent"],
                mode="lines",
                line=dict(color=theme.INK, dash=dash, width=2),
                hoverinfo="skip",
                **axes,
            )
        shown = polls.loc[sorted({poll for line in lines for poll in line}, key=lambda poll: STEPS[poll][0])]
        fig.add_trace(_points(shown, title, axes))
        _dress(fig, number, title, shown.index, axes)
    return fig.update_layout(height=430, margin=dict(l=46, r=12, t=48, b=44))


def _points(shown, title, axes):
    """The polls of a panel, each with its per cent written above it."""
    before = shown["before_raid"] == "yes"
    return go.Scatter(
        name=title,
        x=[STEPS[poll][0] for poll in shown.index],
        y=shown["percent"],
        mode="markers+text",
        text=[f"{percent:.0f} %" for percent in shown["percent"]],
        textposition=[_SIDES.get(poll, "top right") for poll in shown.index],
        textfont=dict(size=theme.TEXT_SIZE, color=theme.INK),
        cliponaxis=False,
        error_y=dict(array=shown["margin_points"], color=theme.OTHERS, thickness=1.5, width=4),
        marker=dict(
            size=11,
            color=[theme.PAPER if one else theme.INK for one in before],
            line=dict(color=theme.INK, width=2),
        ),
        hovertemplate="%{text}<extra></extra>",
        **axes,
    )


def _dress(fig, number, title, polls, axes):
    """The axes of a panel, its title, and the line of the raid."""
    x, y = axes["xaxis"], axes["yaxis"]
    start = 0.55 * number
    fig.update_layout(
        {
            f"xaxis{x[1:]}": dict(
                domain=[start, start + 0.45],
                anchor=y,
                range=[-0.4, 3.6],
                tickvals=[STEPS[poll][0] for poll in polls],
                ticktext=[STEPS[poll][1] for poll in polls],
            ),
            f"yaxis{y[1:]}": dict(anchor=x, range=[0, 32], dtick=10, ticksuffix=" %"),
        }
    )
    fig.add_vline(x=_RAID, line=dict(color=theme.SOFT_INK, dash="dot", width=1), xref=x, yref=y)
    look = dict(showarrow=False, y=1, yref=f"{y} domain", yanchor="bottom", font_size=theme.TEXT_SIZE)
    fig.add_annotation(text=f"<b>{title}</b>", x=0, xref=f"{x} domain", xanchor="left", yshift=20, **look)
    fig.add_annotation(text="raid", x=_RAID, xref=x, yshift=2, **look)

"""The figure of notebook 05 on what Pakistanis thought of the United States, with margins of error and four dates."""

import plotly.graph_objects as go

from uspak.drawing import theme

#: What is written above the plot: words, the moment in years, and on which side of its line the words stand.
DATES = (
    ("First strike<br>June 2004", 2004.46, "right"),
    ("Earthquake<br>Oct. 2005", 2005.77, "left"),
    ("Most strikes<br>2010", 2010.5, "right"),
    ("Abbottabad<br>May 2011", 2011.33, "left"),
)
#: The years that the title speaks of, whether its number stands above the point (1) or below (-1), and how
#: many pixels to the right.
WRITTEN = {2002: (-1, 0), 2006: (1, 14), 2011: (-1, -3)}


def drawn(pew, margin):
    """Shares with error bars, and dates as lines with their names above the plot.

    Args:
        pew: rows of ``opinion`` for one question, with ``year`` and ``percent``.
        margin: a Series with the index of ``pew``: the margin of error in percentage points, to either side.

    Returns:
        A ``go.Figure``.
    """
    fig = go.Figure(
        go.Scatter(
            name="favourable", x=pew["year"], y=pew["percent"], mode="lines+markers",
            line=dict(color=theme.INK, width=2), marker_size=8, cliponaxis=False,
            error_y=dict(type="data", array=margin, thickness=1.4, width=5, color=theme.SOFT_INK),
            hovertemplate="%{x}: %{y} per cent<extra></extra>",
        )
    )  # fmt: skip
    for words, x, side in DATES:
        fig.add_vline(x=x, line=dict(color=theme.FAINT_INK, dash="dot", width=1), layer="below")
        fig.add_annotation(
            text=words, x=x, xanchor=side, align=side, xshift=3 if side == "right" else -3, y=1, yref="paper",
            yanchor="bottom", yshift=2, showarrow=False, font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK), name="date",
        )  # fmt: skip
    for year, (side, aside) in WRITTEN.items():
        row = pew[pew["year"] == year].index[0]
        percent = float(pew.loc[row, "percent"])
        fig.add_annotation(
            text=f"<b>{percent:.0f}%</b>", x=year, y=percent + side * margin[row], yshift=11 * side, xshift=aside,
            showarrow=False, font=dict(size=theme.TEXT_SIZE, color=theme.INK), name="value",
        )  # fmt: skip
    fig.update_xaxes(dtick=1, range=[pew["year"].min() - 0.6, pew["year"].max() + 0.6], fixedrange=True)
    fig.update_yaxes(range=[0, 33], dtick=10, ticksuffix="%", fixedrange=True)
    return fig.update_layout(height=430, margin=dict(t=48, b=34, r=12, l=48))

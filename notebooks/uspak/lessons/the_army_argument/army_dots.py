"""The twenty armies of notebook 07 as dots: four measures beside each other, a row for each state."""

from plotly.subplots import make_subplots

from uspak.drawing import theme

from .armies import OWN

#: The columns that are drawn, with the words above each.
MEASURES = {
    "active_troops": "Active troops",
    "troops_per_1000": "Troops per<br>1,000 people",
    "peacekeepers_per_1000": "Peacekeepers per<br>1,000 troops",
    "coups": "Coups that<br>succeeded",
}
_ROW = 20  # pixels


def army_dots(armies):
    """Draw four measures of each army as dots.

    Args:
        armies: a table with the names of the states as index and the columns of ``MEASURES``, in the order of its rows
            from the top down.

    Returns:
        A ``go.Figure`` of four panels that share their rows; Pakistan's dots are larger and green.
    """
    fig = make_subplots(cols=len(MEASURES), shared_yaxes=True, horizontal_spacing=0.04)
    others = armies.drop(index=OWN)
    for column, (measure, words) in enumerate(MEASURES.items(), 1):
        for name, rows, colour, size in (
            ("other states", others, theme.OTHERS, 8),
            (OWN, armies.loc[[OWN]], theme.ACTORS["PAK"], 12),
        ):
            fig.add_scatter(
                name=name, x=rows[measure], y=rows.index, mode="markers", row=1, col=column, cliponaxis=False,
                marker=dict(color=colour, size=size, line=dict(color=theme.PAPER, width=1)),
                hovertemplate="<b>%{y}</b>: %{x:,.3~f}<extra></extra>",
            )  # fmt: skip
        most = armies[measure].max()
        fig.update_xaxes(range=[-0.05 * most, 1.08 * most], nticks=4, showgrid=True, row=1, col=column)
        fig.add_annotation(
            text=words, x=0, xref=f"x{column if column > 1 else ''} domain", xanchor="left", align="left", y=1,
            yref="paper", yanchor="bottom", yshift=6, showarrow=False, font_color=theme.SOFT_INK,
        )  # fmt: skip
    names = [f"<b>{name}</b>" if name == OWN else name for name in armies.index]
    fig.update_yaxes(
        categoryorder="array", categoryarray=list(armies.index)[::-1], tickvals=list(armies.index), ticktext=names,
        range=[-0.7, len(armies) - 0.3], ticks="", ticklabelstandoff=6,
    )  # fmt: skip
    return fig.update_layout(height=_ROW * len(armies) + 190, margin=dict(l=96, r=20, t=50, b=34))

"""The figure of notebook 05 on American money: aid in flat tints, what may be reimbursement as hollow bars on top."""

import plotly.graph_objects as go

from uspak.drawing import theme

#: The kinds of money from below, as in the column ``kind``: what is written beside the last bar, fill and outline.
KINDS = {
    "economic aid": ("economic aid", theme.MONEY["economic"], theme.PAPER),
    "security aid": ("security aid", theme.MONEY["military"], theme.PAPER),
    "Coalition Support Funds": ("Coalition<br>Support<br>Funds", theme.PAPER, theme.MONEY["military"]),
}
_GAP = 0.1  # of a year between two bars


def drawn(long):
    """Money by fiscal year as stacked bars; a sum of several years is as many years wide, so that the area shows the money.

    Args:
        long: a row for each period and kind, with ``period``, ``start`` (its first year), ``years`` (how many it has),
            ``kind`` (a key of ``KINDS``), ``millions`` and ``a_year`` (million dollars).

    Returns:
        A ``go.Figure``.
    """
    fig, below = go.Figure(), 0
    for kind, (words, fill, outline) in KINDS.items():
        own = long[long["kind"] == kind]
        fig.add_bar(
            name=kind, x=own["start"] - 0.5 + _GAP / 2, width=own["years"] - _GAP, y=own["a_year"], offset=0,
            marker=dict(color=fill, line=dict(color=outline, width=1.5 if fill == theme.PAPER else 1)),
            customdata=own[["period", "millions"]],
            hovertemplate=kind + ", fiscal %{customdata[0]}: %{customdata[1]:,} million<extra></extra>",
        )  # fmt: skip
        last = own.sort_values("start").iloc[-1]
        fig.add_annotation(
            text=words, x=last["start"] + 0.5, y=below + last["a_year"] / 2, xanchor="left", align="left",
            showarrow=False, font=dict(size=theme.TEXT_SIZE, color=theme.INK), name="kind",
        )  # fmt: skip
        below += last["a_year"]
    lump = long[long["years"] > 1].set_index("kind").reindex(list(KINDS)).dropna(subset="years")
    if len(lump):
        years = lump["years"].iloc[0]
        fig.add_annotation(
            text=f"{lump['period'].iloc[0].replace('-', '–')}: one sum,<br>drawn in {years:.0f} equal parts",
            x=lump["start"].iloc[0] - 0.5 + years / 2, y=lump["a_year"].sum() - lump["a_year"].iloc[-1] / 2,
            showarrow=False, font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK), name="one sum",
        )  # fmt: skip
    fig.update_xaxes(dtick=1, range=[long["start"].min() - 0.6, long["start"].max() + 0.55], fixedrange=True)
    fig.update_yaxes(tickformat=",", fixedrange=True)
    return fig.update_layout(height=440, barmode="stack", margin=dict(t=12, b=34, r=92, l=56))

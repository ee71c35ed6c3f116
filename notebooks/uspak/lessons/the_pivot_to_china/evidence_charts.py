"""The charts of notebook 08 on arms, imports and debt, which the notebook shows with its own words around them."""

import plotly.graph_objects as go

from uspak.drawing import theme

_CHINA, _USA = theme.ACTORS["CHN"], theme.ACTORS["USA"]


def arms_shares(share):
    """Shares of arms imports as three lines, named at their ends.

    Args:
        share: a DataFrame; index: the first year of each period, columns ``China``, ``United States``, ``All others`` in
            percent.
    """
    looks = {"China": (_CHINA, "solid"), "United States": (_USA, "dash"), "All others": (theme.OTHERS, "dot")}
    fig = go.Figure()
    for name, (colour, dash) in looks.items():
        middles = share.index + 2.5
        fig.add_scatter(
            x=middles,
            y=share[name],
            name=name,
            mode="lines+markers",
            line=dict(color=colour, dash=dash, width=2.5),
            customdata=[f"{start}–{start + 4}" for start in share.index],
            hovertemplate=f"<b>{name}</b><br>%{{customdata}}: %{{y:.1f}} per cent<extra></extra>",
        )
        ink = theme.FAINT_INK if colour == theme.OTHERS else colour
        _name(fig, name, middles[-1], share[name].iloc[-1], ink)
    return fig.update_layout(height=430, margin=dict(t=14, r=104), yaxis_range=[-3, 103], xaxis_range=[1949, 2024])


def imports_from_china(counted_by):
    """Imports by year as one line for each agency that counted them, with gaps where no number was found.

    Args:
        counted_by: a dict: agency → Series of billions of dollars, its index the fiscal years.
    """
    fig = go.Figure()
    for year, words in ((2007.5, "free trade<br>agreement"), (2015.3, "CPEC<br>opened")):
        fig.add_vline(x=year, line=dict(color=theme.BORDER, dash="dot", width=1.2), layer="below")
        fig.add_annotation(
            x=year,
            y=19.2,
            yanchor="top",
            text=words,
            align="right",
            xanchor="right",
            xshift=-4,
            showarrow=False,
            font_color=theme.SOFT_INK,
        )
    for (agency, billions), (symbol, fill, place) in zip(counted_by.items(), _AGENCIES, strict=True):
        fig.add_scatter(
            x=billions.index,
            y=billions,
            name=f"Imports from China, {agency}",
            mode="lines+markers",
            line=dict(color=_CHINA, width=2.2),
            marker=dict(symbol=symbol, size=8, color=fill, line=dict(color=_CHINA, width=2)),
            hovertemplate=f"<b>{agency}</b><br>fiscal %{{x}}: %{{y:.1f}} billion<extra></extra>",
        )
        fig.add_annotation(
            place, text=agency.replace(" of ", "<br>of "), showarrow=False, align="left", font_color=_CHINA
        )
    return fig.update_layout(
        height=400,
        margin=dict(t=14, b=34),
        yaxis_range=[0, 19.5],
        xaxis=dict(tickvals=list(range(2004, 2025, 4)), range=[2003.2, 2024.8]),
    )


#: The sign of each agency, its fill, and where its name stands: the older years first.
_AGENCIES = (
    ("square", theme.PAPER, dict(x=2007.6, y=2.9, xanchor="left", yanchor="top")),
    ("circle", _CHINA, dict(x=2018.2, y=12.4, xanchor="right", yanchor="bottom", xshift=-4)),
)


def debt_by_group(chinese, others):
    """What is owed to each group of creditors as a bar, China's part first.

    Args:
        chinese, others: Series of billions of dollars by group of creditors, with the same index.
    """
    fig = go.Figure()
    for name, values, colour in (("China", chinese, _CHINA), ("Others", others, theme.QUIET)):
        fig.add_bar(
            y=values.index,
            x=values,
            name=name,
            orientation="h",
            width=0.7,
            marker=dict(color=colour, line=dict(color=theme.PAPER, width=1)),
            text=[f"{name} {value:.1f}" if value else "" for value in values],
            textposition="inside",
            insidetextanchor="start",
            textangle=0,
            textfont=dict(color=theme.INK, size=theme.TEXT_SIZE),
            hovertemplate=f"<b>{name}</b>, %{{y}}: %{{x:.1f}} billion dollars<extra></extra>",
        )
    return fig.update_layout(
        barmode="stack",
        height=290,
        margin=dict(l=96, t=10, b=30),
        yaxis=dict(autorange="reversed", showgrid=False, tickcolor=theme.PAPER),
        xaxis_range=[0, 46],
    )


def _name(fig, words, x, y, colour):
    """The name of a line beside its last point."""
    fig.add_annotation(x=x, y=y, text=words, xanchor="left", xshift=9, showarrow=False, font_color=colour)

"""The before-and-after figure of notebook 04: aid by year, the means of two periods, and what happened between them."""

import plotly.graph_objects as go

from uspak.drawing import theme

#: What happened, in fiscal years, and on which side of its line the words stand.
_MOMENTS = ((1988.9, "Soviet exit", "right"), (1990.5, "Pressler cut-off", "left"), (1998.2, "tests", "left"))
_TOP = 1680


def means_of_periods(years, total, means):
    """Draw yearly aid with the mean of each period as a line over its years.

    Args:
        years, total: two Series of equal length; millions of dollars by fiscal year.
        means: a dict: (first, last) fiscal year of a period → its mean.

    Returns:
        A ``go.Figure`` with one trace of bars.
    """
    fig = go.Figure(
        go.Bar(
            name="aid",
            x=years,
            y=total,
            marker=dict(color=theme.QUIET, line=dict(width=0)),
            hovertemplate="<b>Fiscal %{x}</b><br>%{y:,.0f} million<extra></extra>",
        )
    )
    by_year = dict(zip(years, total, strict=True))
    words = dict(showarrow=False, font=dict(size=theme.TEXT_SIZE, color=theme.INK))
    for (first, last), mean in means.items():
        ends = dict(x0=first - 0.5, x1=last + 0.5, y0=mean, y1=mean)
        fig.add_shape(type="line", **ends, line=dict(color=theme.INK, width=3))
        fig.add_annotation(words, text=f"<b>mean {mean:,.0f}</b>", **_beside(first, last, mean, by_year))
    for year, text, side in _MOMENTS:
        fig.add_vline(x=year, line=dict(color=theme.SOFT_INK, width=1, dash="dot"), layer="below")
        fig.add_annotation(words, text=text, x=year, xanchor=side, xshift=4 if side == "left" else -4, y=_TOP - 60)
    fig.update_yaxes(range=[0, _TOP], tickformat=",.0f")
    fig.update_xaxes(dtick=4, tick0=1980, range=[1976.4, 2002.6], tickformat="d")
    return fig.update_layout(height=400, bargap=0.15)


def _beside(first, last, mean, by_year):
    """Where the words of a mean stand off the bars: before its line if these are lower there, else above the middle."""
    if max(by_year[year] for year in range(first - 4, first)) < mean:
        return dict(x=first - 0.7, xanchor="right", y=mean)
    middle = (first + last) // 2
    highest = max(by_year[year] for year in range(middle - 2, middle + 3))
    return dict(x=middle - 0.5, xanchor="center", y=max(mean, highest), yanchor="bottom", yshift=4)

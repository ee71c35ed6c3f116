"""Deaths in attacks as notebook 07 draws them: one counter as bars, three others each with a sign of its own."""

import plotly.graph_objects as go

from uspak.drawing import theme

#: The sign and colour of each counter that goes on where the bars end.
SIGNS = {
    "CRSS": ("square", theme.SERIES[0]),
    "PICSS": ("diamond", theme.SERIES[1]),
    "PIPS": ("triangle-up", theme.SERIES[2]),
}
#: Two counts of one year that would cover each other stand this far (years) left or right of its middle.
ASIDE = {"PICSS": 0.22, "PIPS": -0.22}
SINCE = 2018  # the year from which their counts are drawn
_OPERATION = 2014.46  # June 2014


def deaths_by_counter(deaths):
    """Draw the people killed in attacks, as four counters have them.

    Args:
        deaths: rows of the table ``terrorism_deaths`` with a ``killed_total``.

    Returns:
        A ``go.Figure`` with bars for GTD and a trace of signs for each of ``SIGNS``.
    """
    fig, gtd = go.Figure(), deaths[deaths["counted_by"] == "GTD"]
    fig.add_bar(name="GTD", x=gtd["year"], y=gtd["killed_total"], marker_color=theme.QUIET)
    for counter, (symbol, colour) in SIGNS.items():
        part = deaths[(deaths["counted_by"] == counter) & (deaths["year"] >= SINCE)]
        fig.add_scatter(
            name=counter, x=part["year"] + ASIDE.get(counter, 0), y=part["killed_total"], mode="markers",
            marker=dict(symbol=symbol, size=12, color=colour), customdata=part["year"],
            hovertemplate="%{customdata}: %{y:,}",
        )  # fmt: skip
        _words(fig, part["year"].iloc[-1], part["killed_total"].iloc[-1], counter, xanchor="left", xshift=17)
    last = gtd.iloc[-1]
    _words(fig, 2004.5, 315, "bars: GTD", yanchor="bottom", yshift=8)
    fig.add_vline(x=_OPERATION, line=dict(color=theme.INK, dash="dash", width=1))
    _words(
        fig, _OPERATION, 3350, "North Waziristan,<br>June 2014", xanchor="left", xshift=6, yanchor="top", align="left"
    )
    fig.update_yaxes(range=[0, 3400], tickformat=",d")
    years = [2000, 2005, 2010, 2015, 2020, 2024]
    words = [f"{year}<br>GTD ends" if year == last["year"] else str(year) for year in years]
    fig.update_xaxes(range=[1999.3, 2024.7], tickvals=years, ticktext=words, hoverformat="d")
    return fig.update_layout(height=420, bargap=0.18, margin=dict(l=56, r=64, t=14, b=50))


def _words(fig, x, y, text, **where):
    fig.add_annotation(x=x, y=y, text=text, showarrow=False, **where)

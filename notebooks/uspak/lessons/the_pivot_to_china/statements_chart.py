"""What was said about the size of CPEC: each statement as a sign with its number."""

import plotly.graph_objects as go

from uspak.drawing import theme

#: How each kind of statement is drawn: sign, colour.
_SIGNS = {
    "announced": ("circle", theme.INK),
    "planned": ("square-open", theme.INK),
    "realised, claimed": ("diamond", theme.SERIES[1]),
    "committed": ("x", theme.OTHERS),
}
#: The names of the kinds: the words, and where they stand.
_NAMES = (
    ("announced", "announced", dict(x="2015-04-20", y=46, yshift=30)),
    ("claimed as realised", "realised, claimed", dict(x="2019-06-10", y=14)),
    ("planned until 2030", "planned", dict(x="2022-01-01", y=35.2, xanchor="left", xshift=38)),
    ("committed 2000–2021,<br>more than CPEC", "committed", dict(x="2021-01-01", y=70.3, xanchor="left", xshift=38)),
)
_SIDES = {
    ("2015-04-20", 45): "bottom center",
    ("2017-01", 55): "middle left",
    ("2021", 70.3): "middle right",
    ("2022", 35.2): "middle right",
    ("2022", 19): "bottom center",
    ("2023-11", 25): "bottom center",
}


def statements(totals, ringed, said_by):
    """Statements on the size of CPEC over time, by kind.

    Args:
        totals: the table ``cpec_totals`` with ``when``, the dates as timestamps.
        ringed: the number, in billions of dollars, of the statement that gets a ring.
        said_by: who made that statement, for the words beside the ring.
    """
    fig = go.Figure()
    for kind, (symbol, colour) in _SIGNS.items():
        rows = totals[totals["kind"] == kind]
        fig.add_scatter(
            x=rows["when"],
            y=rows["usd_billions_nominal"],
            name=kind,
            mode="markers+text",
            text=[_written(number, ringed) for number in rows["usd_billions_nominal"]],
            customdata=rows[["date", "what"]],
            textposition=[
                _SIDES.get(key, "top center") for key in zip(rows["date"], rows["usd_billions_nominal"], strict=True)
            ],
            textfont=dict(color=_ink(colour), size=theme.TEXT_SIZE),
            cliponaxis=False,
            marker=dict(symbol=symbol, color=colour, size=10),
            hovertemplate="<b>%{y} billion</b>, %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        )
    _add_ring(fig, totals[totals["usd_billions_nominal"] == ringed].iloc[0], said_by)
    for words, kind, place in _NAMES:
        common = dict(text=f"<i>{words}</i>", showarrow=False, align="left", font_color=_ink(_SIGNS[kind][1]))
        fig.add_annotation(place, **common)
    return fig.update_layout(
        height=440,
        margin=dict(t=10, b=34),
        yaxis=dict(range=[0, 79], showgrid=False),
        xaxis_range=["2014-07-01", "2025-09-01"],
    )


def _written(number, ringed):
    """A number beside its sign; the ringed one stands with the words."""
    return "" if number == ringed else f" {number:g} "


def _ink(colour):
    """The colour of words that belong to signs of a colour."""
    return theme.FAINT_INK if colour == theme.OTHERS else colour


def _add_ring(fig, row, said_by):
    """A ring around one statement, and beside it who made it."""
    fig.add_scatter(
        x=[row["when"]],
        y=[row["usd_billions_nominal"]],
        name="ring",
        mode="markers",
        hoverinfo="skip",
        marker=dict(symbol="circle-open", size=22, color=theme.INK, line=dict(width=2)),
    )
    fig.add_annotation(
        x=row["when"],
        y=row["usd_billions_nominal"],
        text=f"<b>{row['usd_billions_nominal']:g}</b>: {said_by}",
        xanchor="left",
        xshift=16,
        showarrow=False,
        align="left",
        font_color=theme.INK,
    )

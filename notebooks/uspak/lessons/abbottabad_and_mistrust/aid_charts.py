"""The charts of aid in notebook 06: two totals, rolling means, four cuts in event time, and a change at every year."""

import plotly.graph_objects as go

from uspak.drawing import theme

#: The fiscal years into which the quarrels fall, and on which side of its line each name stands.
QUARRELS = ((2011, "Davis, raid", "right"), (2012, "Salala", "left"), (2018, "Suspension", "center"))
RAID = 2011


def two_totals(total, with_repayments):
    """Two totals of aid by fiscal year, with the quarrels named above the plot.

    Args:
        total: obligations without reimbursements, a Series of millions of current dollars by fiscal year.
        with_repayments: appropriations with reimbursements, of the same form.

    Returns:
        A ``go.Figure`` with one line for each; the peaks have their value beside them.
    """
    fig = go.Figure()
    for name, values, colour, dash, place in (
        ("CRS, with<br>reimbursements", with_repayments, theme.SERIES[0], "solid", (2012.4, 3200)),
        ("Greenbook,<br>without", total, theme.SERIES[1], "dash", (2020.2, 640)),
    ):
        fig.add_scatter(
            name=name.replace("<br>", " "),
            x=values.index,
            y=values,
            mode="lines+markers",
            line=dict(color=colour, dash=dash),
            marker_size=5,
        )
        fig.add_annotation(_words(name, *place, colour))
        peak, most = values.idxmax(), values.max()
        fig.add_annotation(_words(f"{most:,.0f}", peak, most, colour, xanchor="center", yanchor="bottom", yshift=4))
    for year, name, side in QUARRELS:
        _mark_year(fig, year, name, side)
    return fig.update_layout(
        height=450,
        margin=dict(l=56, r=24, t=32, b=34),
        xaxis=dict(dtick=2, range=[2000.5, 2024.5]),
        yaxis=dict(range=[0, 5000], tickformat=","),
    )


def moving_peaks(smooth):
    """A series and its rolling means, each with its peak marked and named.

    Args:
        smooth: a DataFrame by fiscal year with the columns ``raw``, ``trailing`` and ``centred``, millions of dollars.
    """
    fig = go.Figure()
    for name, colour, dash, symbol, tail in (
        ("raw", theme.OTHERS, "dot", "circle", (-52, 0)),
        ("trailing", theme.SERIES[0], "solid", "square", (66, 6)),
        ("centred", theme.SERIES[1], "dash", "diamond", (66, -34)),
    ):
        values = smooth[name]
        fig.add_scatter(name=name, x=smooth.index, y=values, mode="lines", line=dict(color=colour, dash=dash))
        peak, ink = values.idxmax(), theme.SOFT_INK if name == "raw" else colour
        marker = dict(color=colour, size=11, symbol=symbol)
        fig.add_scatter(name=f"peak of {name}", x=[peak], y=[values.max()], mode="markers", marker=marker)
        look = dict(showarrow=True, arrowhead=0, arrowcolor=colour, ax=tail[0], ay=tail[1], yanchor="middle")
        side = "right" if tail[0] < 0 else "left"
        fig.add_annotation(_words(f"{name}: {peak}", peak, values.max(), ink, xanchor=side, **look))
    _mark_year(fig, RAID, "fiscal year of the raid", "center")
    return fig.update_layout(
        height=430,
        margin=dict(l=56, r=24, t=32, b=34),
        xaxis=dict(dtick=2, range=[2000.5, 2024.5]),
        yaxis=dict(range=[0, 3000], tickformat=","),
    )


def four_cuts(study):
    """Four cuts in event time, a panel for each, in which the other three are grey.

    Args:
        study: a DataFrame by event time, −4 to 5, with one column for each of four events; the year before is 100.

    Returns:
        A ``go.Figure`` with two rows of two panels, all on the same axes.
    """
    fig, top = go.Figure(), 1.06 * study.max().max()
    panels = [(0, 1), (1, 1), (0, 0), (1, 0)]
    for number, (name, (column, row)) in enumerate(zip(study.columns, panels, strict=True), start=1):
        x, y = (letter + (str(number) if number > 1 else "") for letter in "xy")
        for other in [*(one for one in study.columns if one != name), name]:
            own = other == name
            fig.add_scatter(
                name=other,
                x=study.index,
                y=study[other],
                mode="lines+markers" if own else "lines",
                line=dict(color=theme.INK if own else theme.QUIET, width=2.5 if own else 1.2),
                marker_size=6,
                xaxis=x,
                yaxis=y,
            )
        last = study[name].iloc[-1]
        where = dict(xref=x, yref=y)
        fig.add_annotation(_words(f"{last:.0f}", study.index[-1], last, theme.INK, xanchor="left", xshift=8, **where))
        fig.add_annotation(_words(f"<b>{name}</b>", 0, 1, theme.INK, xref=f"{x} domain", yref=f"{y} domain", yshift=12))
        fig.add_vline(x=0, line=dict(color=theme.SOFT_INK, dash="dot", width=1), **where)
        axes = {
            f"xaxis{x[1:]}": dict(domain=[0.55 * column, 0.55 * column + 0.45], range=[-4.3, 5.9], dtick=1, anchor=y),
            f"yaxis{y[1:]}": dict(domain=[0.58 * row, 0.58 * row + 0.42], range=[0, top], dtick=50, anchor=x),
        }
        fig.update_layout(axes)
    fig.add_annotation(_words("year of the event", 0, top, theme.SOFT_INK, xanchor="left", xshift=5, yanchor="top"))
    return fig.update_layout(height=540, margin=dict(l=46, r=12, t=30, b=34))


def largest_fall(every_year):
    """The change at every year as bars, those of the raid and of the largest fall in front of the others.

    Args:
        every_year: millions of dollars a year by fiscal year, a Series with 2011 among its labels.
    """
    largest = every_year.idxmin()
    colours = {RAID: theme.SERIES[1], largest: theme.INK}
    fig = go.Figure(
        go.Bar(
            x=every_year.index,
            y=every_year,
            marker_color=[colours.get(year, theme.QUIET) for year in every_year.index],
            name="change",
        )
    )
    raid = _words(
        "the raid", RAID, every_year[RAID], colours[RAID], xanchor="right", xshift=12, yanchor="top", yshift=-4
    )
    least = f"{largest}: {every_year[largest]:,.0f}".replace("-", "−") + ",<br>no friction in our table"
    words = _words(least, largest + 0.5, every_year[largest], colours[largest], xshift=6, yanchor="bottom")
    return (
        fig.add_annotation(raid)
        .add_annotation(words)
        .update_layout(
            height=400,
            margin=dict(l=56, r=24, t=12, b=34),
            xaxis=dict(dtick=2),
            yaxis=dict(range=[-1150, 1250], tickformat=",", zeroline=True, zerolinecolor=theme.INK),
        )
    )


def _words(text, x, y, colour, **more):
    """An annotation without an arrow, whose words begin at a point."""
    look = dict(showarrow=False, align="left", xanchor="left", yanchor="middle", font_color=colour)
    return go.layout.Annotation(text=text, x=x, y=y, **{**look, "font_size": theme.TEXT_SIZE, **more})


def _mark_year(fig, year, name, side):
    """A dotted line at a year, and its name level above the plot."""
    fig.add_vline(x=year, line=dict(color=theme.SOFT_INK, dash="dot", width=1))
    shift = {"right": 8, "left": -8, "center": 0}[side]
    fig.add_annotation(
        _words(name, year, 1, theme.INK, yref="paper", yanchor="bottom", xanchor=side, xshift=shift, yshift=4)
    )

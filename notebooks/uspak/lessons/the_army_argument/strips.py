"""What the army index draws: a strip of dots for each measure, and below them, once a choice is locked, scores and ranks."""

import plotly.graph_objects as go

from uspak.drawing import theme

from .armies import OWN, WEIGHTS

ROW = 48  # pixels: the height of a strip
LISTS = 112  # pixels: the width of the lists at the left ends of the strips
_LEFT, _RIGHT, _TOP, _BOTTOM = LISTS + 24, 24, 20, 34  # pixels: the margins of the figure without its caption
_GAP, _RESULTS = 88, 380  # pixels: between strips and results, and the height of these


def empty(names):
    """The figure with its traces, which hold nothing yet: dots by measure, Pakistan's, bars by state, bars by rank.

    Args:
        names: of the measures, from the top down.
    """
    fig = go.Figure()
    dots = dict(mode="markers", cliponaxis=False, hoverinfo="skip")
    states = dict(size=13, color=theme.OTHERS, opacity=0.45, line=dict(color=theme.SOFT_INK, width=1))
    fig.add_scatter(name="states", meta="dots", marker=states, **dots)
    own = dict(size=15, color=theme.ACTORS["PAK"], line=dict(color=theme.PAPER, width=1.5))
    fig.add_scatter(name=OWN, meta="own", marker=own, **dots)
    bars = dict(textposition="outside", cliponaxis=False, textfont=dict(size=theme.TEXT_SIZE))
    said = "<b>%{y}</b><br>Score by your weights: %{x:.2f}<extra></extra>"
    fig.add_bar(name="scores", meta="scores", orientation="h", xaxis="x2", yaxis="y2", hovertemplate=said, **bars)
    said = "Pakistan at rank %{x}: %{y:.1f} per cent of all weightings<extra></extra>"
    bars |= dict(textangle=0, constraintext="none")
    fig.add_bar(name="Pakistan's rank", meta="ranks", xaxis="x3", yaxis="y3", hovertemplate=said, **bars)
    return _lay_out(_write(fig, names), len(names))


def _write(fig, names):
    """The words on the figure: the measures, how often each counts at first, and what the two panels of results show."""
    at_left = dict(x=0, xanchor="left", showarrow=False)
    for number, name in enumerate(names):
        fig.add_annotation(text=f"<b>{name}</b>", xref="x domain", yanchor="bottom", y=number, yshift=8, **at_left)
        weight = dict(text=WEIGHTS[0], xref="x domain", xshift=14 - _LEFT, y=number, font_color=theme.SOFT_INK)
        fig.add_annotation(**weight, **at_left)  # in a stored figure; the list lies on it
    for axis, words in (("2", "Score by your weights"), ("3", "Pakistan's rank in all weightings")):
        above = dict(xref=f"x{axis} domain", y=1, yref=f"y{axis} domain", yanchor="bottom", yshift=10)
        fig.add_annotation(text=f"<b>{words}</b>", name="result", **above, **at_left)
    return fig


def _lay_out(fig, measures):
    """The three panels; how high they are is for :func:`fold` to say."""
    bare = dict(ticks="", fixedrange=True)
    rows = dict(tickvals=list(range(measures)), range=[measures - 0.5, -0.5], showticklabels=False)
    return fig.update_layout(
        bargap=0.25,
        plot_bgcolor="rgba(0, 0, 0, 0)",  # or panels that are folded away would cover the strips
        margin=dict(l=_LEFT, r=_RIGHT, t=_TOP, b=_BOTTOM),
        xaxis=dict(tickvals=[0, 0.5, 1], range=[-0.02, 1.02], anchor="y"),
        yaxis=dict(**rows, **bare),
        xaxis2=dict(anchor="y2", domain=[0, 0.46], range=[0, 1.16], tickvals=[0, 0.5, 1]),
        yaxis2=dict(anchor="x2", ticklabelstandoff=4, showgrid=False, **bare),
        xaxis3=dict(anchor="y3", domain=[0.56, 1]),
        yaxis3=dict(anchor="x3", visible=False, showgrid=False, **bare),
    )


def fold(figure, revealed, measures):
    """Make room for the results, or take it away: the strips stay where they are and as high as they are."""
    plot = ROW * measures + (_GAP + _RESULTS if revealed else 0)
    top = ROW * measures / plot
    layout = figure.layout
    layout.height = layout.margin.t + layout.margin.b + plot
    layout.yaxis.domain = [1 - top, 1]
    for axis in (layout.yaxis2, layout.yaxis3):
        axis.domain = [0, _RESULTS / plot if revealed else 0.01]
    layout.xaxis2.visible = layout.xaxis3.visible = layout.yaxis2.visible = revealed
    for note in figure.select_annotations(lambda note: note.name == "result"):
        note.visible = revealed


def show_measures(widget, scaled):
    """Put the states of a set on the strips, and Pakistan on top.

    Args:
        widget: the ``ArmyIndex``.
        scaled: a row for each state, a column for each measure, from 0 to 1.
    """
    rows = dict(zip(scaled.columns, range(len(scaled.columns)), strict=True))
    points = scaled.melt(var_name="measure", value_name="scaled")
    widget.trace("dots").update(x=points["scaled"], y=points["measure"].map(rows))
    own = scaled.loc[OWN] if widget.revealed else scaled.loc[OWN][:0]
    widget.trace("own").update(x=own, y=[rows[measure] for measure in own.index])


def show_scores(widget, scores):
    """Draw the scores of the states of a set, the highest on top; ``scores`` is a Series by state."""
    order = scores[::-1]
    names = list(order.index)
    widget.trace("scores").update(
        x=order,
        y=names,
        text=[f"{score:.2f}" for score in order],
        marker=_bars([name == OWN for name in names], theme.OTHERS),
    )
    widget.figure.layout.yaxis2.update(categoryorder="array", categoryarray=names)


def show_ranks(widget, ranks, own, states):
    """Draw how often Pakistan has each rank.

    Args:
        widget: the ``ArmyIndex``.
        ranks: Pakistan's rank in each weighting, a Series.
        own: its rank by the reader's own weights.
        states: how many there are in the set.
    """
    places = range(1, states + 1)
    shares = 100 * ranks.value_counts(normalize=True).reindex(places, fill_value=0.0)
    told = {place: f"{share:.0f}%" for place, share in shares.items() if place in (own, shares.idxmax())}
    told[own] = f"yours:<br>{told[own]}"
    widget.trace("ranks").update(
        x=shares.index,
        y=shares,
        text=[told.get(place, "") for place in places],
        marker=_bars([place == own for place in places], theme.QUIET),
    )
    widget.figure.layout.xaxis3.update(
        range=[0.4, states + 0.6], tickvals=[place for place in places if states <= 10 or place == 1 or place % 5 == 0]
    )
    widget.figure.layout.yaxis3.range = [0, 1.25 * shares.max()]


def _bars(meant, other):
    """Bars in one colour, the ones that are meant in Pakistan's."""
    return dict(color=[theme.ACTORS["PAK"] if mine else other for mine in meant], line=dict(color=theme.PAPER, width=1))

"""The lanes of notebook 07: service under the United Nations, fighting, and two definitions of rule, on one time axis."""

import plotly.graph_objects as go

from uspak import data
from uspak.drawing import theme
from uspak.drawing.timelines import add_eras

#: The short label of each event that the notebook picks, and the side of its sign on which it stands.
LABELS = {
    "1960-congo-peacekeepers": ("Congo", "top center"),
    "1993-mogadishu": ("Mogadishu", "top center"),
    "1993-mogadishu-rescue": ("Rescue, 1993", "bottom center"),
    "2008-largest-peacekeeper": ("Largest, 2008", "top center"),
    "1965-war": ("War of 1965", "top center"),
    "1971-surrender-at-dhaka": ("Surrender, 1971", "bottom center"),
    "1999-kargil": ("Kargil", "top center"),
    "2007-red-mosque": ("Red Mosque", "bottom center"),
    "2014-zarb-e-azb": ("North Waziristan", "top center"),
}
RULERS = {"Ayub Khan": "Ayub", "Yahya Khan": "Yahya", "Zia-ul-Haq": "Zia", "Pervez Musharraf": "Musharraf"}
LANES = ("Martial law", "Army ruler", "Fighting", "Under the UN")
WINDOW = ("1947-01-01", "2026-06-01")

#: The signs that stand above or below the middle of their lane, in lanes: their days are too close for one height.
_OFF_THE_MIDDLE = {"1993-mogadishu": 0.09, "1993-mogadishu-rescue": -0.09}

_BARS = {"army ruler": (1, theme.INK), "martial law": (0, theme.SERIES[1])}
_BAR = 20  # pixels: the height of a bar
_PAST_THE_PLOT = 24  # pixels: the name of the last era but one reaches as far on a narrow page
_ABOVE_BAR = 0.33  # of a lane: from the middle of a bar to the words above it


def lanes(under_un, fighting, rule):
    """Draw the army's service abroad, its wars and its rule at home in four lanes.

    Args:
        under_un, fighting: rows of ``uspak.events()`` indexed by ``event_id``, all of them in ``LABELS``.
        rule: rows of the table ``military_rule`` with ``start`` and ``end`` as timestamps.

    Returns:
        A ``go.Figure`` with a trace for each lane of events and for each period of rule.
    """
    fig = go.Figure()
    for period in rule.itertuples():
        _add_bar(fig, period)
    for ruler in sorted(set(rule["ruler"]) - set(rule[rule["definition"] == "martial law"]["ruler"])):
        _add_missing_bar(fig, rule[rule["ruler"] == ruler].iloc[0])
    for row, symbol, events in ((3, "triangle-up", under_un), (2, "square", fighting)):
        _add_signs(fig, row, symbol, events)
    fig.update_yaxes(
        tickvals=[0, 1, 2, 3], ticktext=LANES, range=[-0.5, 3.5], showgrid=False, ticks="", ticklabelstandoff=6
    )
    fig.update_layout(height=450, margin=dict(l=96, r=58, t=52, b=34), xaxis=dict(range=WINDOW, hoverformat="%Y"))
    eras = data.eras()
    return _level(add_eras(fig, eras, WINDOW), eras)


def _add_bar(fig, period):
    row, colour = _BARS[period.definition]
    fig.add_scatter(
        name=f"{period.definition}, {period.ruler}",
        x=[period.start, period.end],
        y=[row, row],
        mode="lines",
        line=dict(color=colour, width=_BAR),
        hovertemplate=f"{period.ruler}: {period.began}<extra></extra>",
    )
    words = RULERS[period.ruler] if row else f"{period.start:%Y}–{period.end:%y}"
    middle = period.start + (period.end - period.start) / 2
    fig.add_annotation(x=middle, y=row + _ABOVE_BAR, text=words, showarrow=False)


def _add_missing_bar(fig, period):
    """Where a ruler proclaimed no martial law: an empty frame in its lane, and words that say so."""
    half = _BAR / 2
    fig.add_shape(
        type="rect", x0=period["start"], x1=period["end"], yref="y", ysizemode="pixel", yanchor=0, y0=-half, y1=half,
        line=dict(color=theme.SERIES[1], width=1, dash="dot"),
    )  # fmt: skip
    middle = period["start"] + (period["end"] - period["start"]) / 2
    fig.add_annotation(x=middle, y=_ABOVE_BAR, text="none proclaimed", showarrow=False, font_color=theme.SOFT_INK)


def _add_signs(fig, row, symbol, events):
    fig.add_scatter(
        name=f"Pakistan: {LANES[row].lower()}",
        x=events["start"],
        y=[row + _OFF_THE_MIDDLE.get(event, 0) for event in events.index],
        mode="markers+text",
        text=[LABELS[event][0] for event in events.index],
        textposition=[LABELS[event][1] for event in events.index],
        marker=dict(symbol=symbol, size=12, color=theme.ACTORS["PAK"], line=dict(color=theme.PAPER, width=1)),
        customdata=events["title"],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _level(fig, eras):
    """Set the names of all eras on one line: the last three begin where their bands begin, or right of the plot."""
    named = [note for note in fig.layout.annotations if note.name == "era"]
    for note, start in zip(named[-3:], eras["start"][-3:], strict=True):
        note.update(textangle=0, xanchor="left", x=start, xshift=2)
    named[-1].update(x=WINDOW[1], xshift=_PAST_THE_PLOT)
    return fig

"""The third picture of notebook 01: the shape of the article's argument, paragraph by paragraph."""

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import theme

#: What each part of the page is about, in our words (seeds/digest.md says more); the page from top to bottom.
TOPICS = {
    "B": "the author",
    "P1": "the thesis",
    "P2": "pacts, Afghan war",
    "P3": "sanctions, the bomb",
    "P4": "after 11 September",
    "P5": "Abbottabad",
    "P6": "the army",
    "P7": "peacekeeping",
    "P8": "China",
    "P9": "missiles, sanctions",
    "P10": "why it matters",
    "P11": "the conclusion",
    "C1": "comment: Palmerston",
    "C2": "comment: two camps",
}

#: Where the article itself begins, and where the comment on it does; a hairline stands above each.
BREAKS = ("P1", "C1")

#: The kinds of claims: the sign of each as plotly and as a text writes it. Facts are dark, the kinds of judgement brown.
KINDS = {
    "fact": ("square", "■"),
    "interpretation": ("circle", "●"),
    "prediction": ("triangle-right", "▶"),
    "prescription": ("star", "★"),
}

_ROW, _BREAK = 30, 0.5  # pixels: the height of a row; rows: the space that a hairline takes
_LEFT, _ABOVE, _BELOW = 158, 62, 4  # pixels: beside, above and below the plot
_HALVES = (-5.4, 6.4)  # seats: the most that a paragraph fills on each side, and room


def shape_of_the_argument(claims: pd.DataFrame, stressed: tuple[str, ...] = ()) -> go.Figure:
    """One sign for each claim, a line for each paragraph: facts to the left, the other kinds to the right.

    Args:
        claims: rows of ``uspak.claims()``.
        stressed: the paragraphs whose names are bold.

    Returns:
        A plotly figure without a title.
    """
    rows = heights()
    seats = claims.sort_values("kind").assign(fact=claims["kind"] == "fact")
    seats["seat"] = seats.groupby(["paragraph", "fact"]).cumcount() + 0.7
    words = (seats["claim_id"] + ": " + seats["claim"]).str.wrap(56).str.replace("\n", "<br>")
    seats = seats.assign(seat=seats["seat"].mask(seats["fact"], -seats["seat"]), words=words)
    fig = go.Figure()
    for kind, (symbol, _) in KINDS.items():
        part = seats[seats["kind"] == kind]
        fig.add_scatter(
            x=part["seat"],
            y=part["paragraph"].map(rows),
            mode="markers",
            name=kind,
            text=part["words"],
            hovertemplate="%{text}<extra></extra>",
            marker=dict(color=_colour(kind), symbol=symbol, size=16 if symbol == "star" else 14),
        )
    fig.add_vline(x=0, line=dict(color=theme.INK, width=1))
    for name in BREAKS:
        fig.add_hline(y=rows[name] - (1 + _BREAK) / 2, line=dict(color=theme.BORDER, width=1), name="break")
    _name_halves(fig)
    return _set_axes(fig, rows, stressed)


def heights() -> dict[str, float]:
    """How far down each part of the page stands, in rows from the first."""
    breaks, rows = 0, {}
    for number, name in enumerate(TOPICS):
        breaks += name in BREAKS
        rows[name] = number + _BREAK * breaks
    return rows


def _colour(kind: str) -> str:
    return theme.SERIES[0] if kind == "fact" else theme.SERIES[1]


def _name_halves(fig: go.Figure) -> None:
    """Above each half its name and, in place of a legend, the signs in it."""
    marks = {kind: f'<span style="color:{_colour(kind)}">{mark}</span>' for kind, (_, mark) in KINDS.items()}
    first, second, third = (f"{marks[kind]} {kind}" for kind in KINDS if kind != "fact")
    halves = (
        ("right", f"<b>{marks['fact']} Facts</b><br> <br> "),
        ("left", f"<b>Judgements</b><br>{first}   {second}<br>{third}"),
    )
    for anchor, text in halves:
        fig.add_annotation(
            text=text,
            x=0,
            xanchor=anchor,
            xshift=10 if anchor == "left" else -10,
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=4,
            align=anchor,
            showarrow=False,
            font=dict(size=theme.TEXT_SIZE, color=theme.INK),
            name="half",
        )


def _set_axes(fig: go.Figure, rows: dict[str, float], stressed: tuple[str, ...]) -> go.Figure:
    names = {name: f"{name} {TOPICS[name]}" for name in rows}
    last = max(rows.values())
    fig.update_yaxes(
        tickvals=list(rows.values()),
        ticktext=[f"<b>{text}</b>" if name in stressed else text for name, text in names.items()],
        tickfont_color=theme.INK,
        ticklabelstandoff=8,
        range=[last + 0.6, -0.6],
        gridcolor=theme.ERA_BAND,
        ticks="",
        fixedrange=True,
    )
    fig.update_xaxes(range=list(_HALVES), visible=False, fixedrange=True)
    return fig.update_layout(meta=dict(plot=round((last + 1.2) * _ROW)), margin=dict(l=_LEFT, r=12, t=_ABOVE, b=_BELOW))

"""The first widget of notebook 04: take a sanctions law away, and see what the others still barred."""

import numpy as np
import pandas as pd
from plotly.subplots import make_subplots

from uspak.dates import written_date
from uspak.drawing import theme
from uspak.widgets.choice import ChoiceFigure
from uspak.widgets.controls import tick_box, words_before

from . import sanctions
from .sanctions import LAWS, STREAMS, capitalised

SHOWN = ("1978-01-01", "2003-12-31")

#: How a stretch of time looks: its panel (1 laws, 2 streams), and the colours of fill, outline and words.
_LAW = theme.SERIES[1]
LOOKS = {
    "in force": (1, _LAW, _LAW, theme.PAPER),
    "asleep": (1, theme.ERA_BAND, _LAW, theme.INK),
    "taken away": (1, theme.PAPER, _LAW, theme.INK),
    "1": (2, theme.QUIET, theme.PAPER, theme.INK),
    "2": (2, theme.SOFT_INK, theme.PAPER, theme.PAPER),
    "3": (2, theme.INK, theme.PAPER, theme.PAPER),  # three laws or more
}
#: How many days a stretch must have for words; before a shorter one, where the row is empty, they stand on its left.
_ROOM = {"certified each year": 2200, "taken away": 1400}
_HALOED = ("asleep", "taken away")  # words that may stand on a line of a day
#: What a stretch without a word has for one: plotly throws away the place of an empty text, and then writes nothing there
#: in any later state; so it must not be empty.
_BLANK = "\u00a0"
_SHORT = 150  # days: a stretch of fewer has no room for a number; alone in its row, it has a mark and its length
PANELS = (
    "Laws in force",
    "What they barred (number: laws at once)",
    "Aid that came, millions of constant 2020 dollars",
)
MOMENTS = {"1989-02-15": "Soviet<br>exit", "1998-05-28": "tests", "2001-09-11": "11<br>Sept."}
_DAY = 24 * 3600 * 1000


class WhatTheLawsBarred(ChoiceFigure):
    """The student takes laws away; the bars they put on aid, arms and loans, and the headline, follow.

    The aid itself does not move: it is what came, not what would have come.

    Args:
        laws: the keys of ``sanctions.LAWS`` in force at first; by default all.

    Attributes:
        laws: a dict law → ``Checkbox``; set its ``value``.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self, laws=tuple(LAWS)):
        self._bars, self._dormant = sanctions.bars(), sanctions.dormant()
        self.laws = {law: tick_box(words, law in laws) for law, words in LAWS.items()}
        label = words_before("Laws in force:")
        # the label stands in the row with the boxes; its value never changes
        super().__init__([label, *self.laws.values()], table=sanctions.without_each_law())

    def in_force(self):
        """The laws in force, a list of keys of ``sanctions.LAWS``."""
        return [law for law, box in self.laws.items() if box.value]

    def _barred(self, stream):
        """The intervals in which the laws in force bar a stream."""
        return sanctions.of(self._bars, stream, self.in_force())

    # What is said

    def headline(self):
        if not self.in_force():
            return "No law in force: nothing is barred by law"
        aid, arms = (
            sanctions.years_in(self._barred(stream)) for stream in ("economic aid", "arms from the US government")
        )
        return f"{self._laws_in_force()}: aid barred {aid:.1f} years, arms {arms:.1f}"

    def _laws_in_force(self):
        laws = self.in_force()
        if len(laws) == len(LAWS):
            return "All six laws"
        if len(laws) == len(LAWS) - 1:
            return f"Without {LAWS[next(iter(set(LAWS) - set(laws)))]}"
        return f"{capitalised(LAWS[laws[0]])} alone" if len(laws) == 1 else f"{len(laws)} laws"

    def subtitle(self):
        return "US laws, what they barred, what aid came; the title counts 11 years from October 1990"

    def source(self):
        return (
            "data/evidence/sanctions.csv and sanction_reach.csv, with the source of each row; aid: USAID, Greenbook, "
            "obligations. Dates known to the month or year are drawn as short as they can be."
        )

    def summary(self):
        return f"{super().summary()} Each law that is taken away leaves the others in force."

    def describe(self):
        years = {stream: sanctions.years_in(self._barred(stream)) for stream in STREAMS}
        barred = "; ".join(f"{stream} {number:.1f} years" for stream, number in years.items() if number)
        free = [stream for stream in STREAMS if self._barred(stream).empty]
        parts = [f"Barred between October 1990 and September 2001: {barred}."] if barred else []
        parts.append(f"Not barred: {', '.join([*free, 'gifts of food'])}.")
        parts.append(
            "The bars of aid do not change: they show what came. No table shows what would have come without a law."
        )
        return " ".join(parts)

    # What is seen

    def stretches(self):
        """All that is drawn in the two upper panels: a DataFrame with one row a stretch of time and the columns ``look``
        (a key of ``LOOKS``), ``line`` (its number from the top), ``begins``, ``ends``, ``words`` in it and what is ``told``
        about it."""
        rows = [*self._stretches_of_laws(), *self._stretches_of_streams()]
        table = pd.DataFrame(rows, columns=["look", "line", "begins", "ends", "words", "told"])
        dates = [f"<br>{_written(row.begins)} – {_written(row.ends)}" for row in table.itertuples()]
        return table.assign(told="<b>" + table["told"] + "</b>" + dates)

    def _stretches_of_laws(self):
        laws = self.in_force()
        lines = {law: line for line, law in enumerate(LAWS)}
        for row in self._dormant[self._dormant["law"].isin(laws)].itertuples():
            told = f"{capitalised(LAWS[row.law])}: {row.why}"
            yield "asleep", lines[row.law], row.begins, row.ends, row.why, told
        for law, line in lines.items():
            look = "in force" if law in laws else "taken away"
            stretches = sanctions.joined(self._bars[self._bars["law"] == law])
            named = [stretch for stretch in stretches if _has_room(look, *stretch)] or stretches[:1]
            for begins, ends in stretches:
                words = look if look == "taken away" and (begins, ends) in named else ""
                yield look, line, begins, ends, words, f"{capitalised(LAWS[law])}: {look}"

    def _stretches_of_streams(self):
        for line, stream in enumerate(STREAMS):
            for begins, ends, number in sanctions.layers(self._barred(stream)):
                words = str(number) if (ends - begins).days > _SHORT else ""
                told = f"{capitalised(stream)}: barred by {number} law{'s' if number > 1 else ''}"
                yield str(min(number, 3)), line, begins, ends, words, told

    def draw(self):
        fig = make_subplots(rows=3, cols=1, shared_xaxes=True, vertical_spacing=0.1, row_heights=[0.32, 0.32, 0.36])
        _add_looks(fig)
        _add_aid(fig)
        _add_titles(fig)
        _add_moments(fig)
        return _with_axes(fig)

    def change(self):
        stretches = self.stretches()
        for look in LOOKS:
            mine = stretches[stretches["look"] == look]
            x, y, told = _outlines(mine)
            self.trace(look).update(x=x, y=y, customdata=told)
            before = np.array([not _has_room(row.words, row.begins, row.ends) for row in mine.itertuples()], dtype=bool)
            middle = mine["begins"] + (mine["ends"] - mine["begins"]) / 2
            self.trace(f"{look}: words").update(
                x=_iso(middle.mask(before, mine["begins"])),
                y=mine["line"].tolist(),
                text=[
                    f"{words} " if left else words or _BLANK for words, left in zip(mine["words"], before, strict=True)
                ],
                textposition=["middle left" if left else "middle center" for left in before],
                customdata=mine["told"].tolist(),
            )
        short = _short(stretches[stretches["look"].isin(["1", "2", "3"])])
        self.trace("short").update(
            x=_iso(short["begins"]),
            y=short["line"].tolist(),
            text=[f"{(row.ends - row.begins).days} days " for row in short.itertuples()],
            customdata=short["told"].tolist(),
        )


def _has_room(words, begins, ends):
    return (ends - begins).days >= _ROOM.get(words, 0)


def _short(barred):
    """Of the stretches in which a stream was barred, those of streams that have none but short ones."""
    length = (barred["ends"] - barred["begins"]).dt.days
    return barred[length.groupby(barred["line"]).transform("max") < _SHORT]


def _add_looks(fig):
    """Outlines and words for each look, still empty, in the two upper panels."""
    for panel in (1, 2):  # holds the time axis when no stretch is drawn
        fig.add_scatter(
            name="axis", x=list(SHOWN), y=[0, 0], mode="markers", opacity=0, hoverinfo="skip", row=panel, col=1
        )
    for look, (panel, fill, outline, ink) in LOOKS.items():
        hover = dict(hovertemplate="%{customdata}<extra></extra>", row=panel, col=1)
        fig.add_scatter(
            name=look,
            meta=look,
            mode="lines",
            fill="toself",
            fillcolor=fill,
            line=dict(color=outline, width=1),
            hoveron="points",
            **hover,
        )
        fig.add_scatter(
            name=f"{look}: words",
            meta=f"{look}: words",
            mode="text",
            textfont=dict(color=ink, size=theme.TEXT_SIZE, shadow=theme.HALO if look in _HALOED else None),
            **hover,
        )
    fig.add_scatter(
        name="short",
        meta="short",
        mode="markers+text",
        textposition="middle left",
        textfont=dict(color=theme.INK, size=theme.TEXT_SIZE),
        marker=dict(symbol="line-ns", size=17, line=dict(color=theme.INK, width=3)),
        hovertemplate="%{customdata}<extra></extra>",
        row=2,
        col=1,
    )


def _add_aid(fig):
    """The bars of aid in the lowest panel, with their words."""
    table = sanctions.aid().loc[int(SHOWN[0][:4]) : int(SHOWN[1][:4])]
    middle = table["begins"] + (table["ends"] - table["begins"]) / 2
    for name, words in sanctions.AID.items():
        fig.add_bar(
            name=words,
            meta=name,
            x=_iso(middle),
            y=table[name].tolist(),
            width=[330 * _DAY] * len(table),
            customdata=table.index.tolist(),
            marker=dict(color=theme.MONEY[name], line=dict(color=theme.PAPER, width=1)),
            hovertemplate=f"<b>Fiscal %{{customdata}}</b><br>{words}: %{{y:,.0f}} million<extra></extra>",
            row=3,
            col=1,
        )
    for name, height in (("economic", 570), ("military", 950)):
        fig.add_annotation(
            text=sanctions.AID[name],
            x="1982-08-15",
            y=height,
            xanchor="right",
            showarrow=False,
            font=dict(size=theme.TEXT_SIZE, color=theme.INK),
            row=3,
            col=1,
        )


def _add_titles(fig):
    for row, title in enumerate(PANELS, 1):
        axis = "" if row == 1 else row
        fig.add_annotation(
            text=f"<b>{title}</b>",
            x=0,
            xref="paper",
            xanchor="left",
            y=1,
            yref=f"y{axis} domain",
            yanchor="bottom",
            yshift=2,
            showarrow=False,
            font=dict(size=12, color=theme.SOFT_INK),
        )


def _add_moments(fig):
    """Dotted lines through all panels at the days of ``MOMENTS``, behind the stretches and their words."""
    for day, words in MOMENTS.items():
        fig.add_vline(x=day, line=dict(color=theme.SOFT_INK, width=1, dash="dot"), layer="below")
        fig.add_annotation(
            text=words,
            x=day,
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=2,
            showarrow=False,
            font=dict(size=theme.TEXT_SIZE, color=theme.SOFT_INK),
        )


def _with_axes(fig):
    fig.update_layout(barmode="stack", height=730, bargap=0.2, margin=dict(l=100, r=18, t=46, b=30))
    for row, names in ((1, LAWS), (2, STREAMS)):
        # lines by number: laws keep their place when they are taken away
        fig.update_yaxes(
            tickvals=list(range(len(names))),
            ticktext=list(names.values()),
            range=[len(names) - 0.4, -0.6],
            showgrid=False,
            ticks="",
            fixedrange=True,
            row=row,
            col=1,
        )
    fig.update_yaxes(rangemode="tozero", tickformat=",.0f", nticks=5, fixedrange=True, row=3, col=1)
    return fig.update_xaxes(
        type="date",
        range=list(SHOWN),
        tick0="1980-01-01",
        dtick="M48",
        tickformat="%Y",
        showticklabels=True,
        fixedrange=True,
    )


def _outlines(stretches):
    """The boxes around stretches, in one trace: columns of days, heights and words, with a gap after each box."""
    x, y, told = [], [], []
    for row in stretches.itertuples():
        if x:
            for column in (x, y, told):
                column.append(None)
        begins, ends = _iso([row.begins, row.ends])
        x += [begins, ends, ends, begins, begins]
        y += [row.line + side * 0.33 for side in (-1, -1, 1, 1, -1)]
        told += [row.told] * 5
    return x, y, told


def _iso(days):
    return [day.strftime("%Y-%m-%d") for day in days]


def _written(day):
    return written_date(day.strftime("%Y-%m-%d"))

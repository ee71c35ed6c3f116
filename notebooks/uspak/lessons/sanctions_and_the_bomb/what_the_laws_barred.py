"""The first widget of notebook 04: take a sanctions law away, and see what the others still barred."""

import html
import itertools

import ipywidgets as widgets
import pandas as pd
from plotly.subplots import make_subplots

from uspak import data
from uspak.dates import first_day, written_date
from uspak.drawing import theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, in_a_row
from uspak.widgets.live import LiveFigure

#: The time that is counted: from the cut-off of 1 October 1990 to the waiver of 22 September 2001.
FIRST, LAST = pd.Timestamp("1990-10-01"), pd.Timestamp("2001-09-22")

#: The laws and the streams in the order in which they are drawn, with the words of their lines.
LAWS = {
    "Symington": "Symington",
    "Pressler": "Pressler",
    "Missile laws": "missile laws",
    "Glenn": "Glenn",
    "Debt clause": "debt clause",
    "Coup clause": "coup clause",
}
STREAMS = {
    "economic aid": "economic aid",
    "military aid": "military aid",
    "arms from the US government": "arms",
    "credits and bank loans": "loans",
    "food credits": "food credits",
    "missile technology": "missile parts",
}
SHOWN = ("1978-01-01", "2003-12-31")
AID = {"economic": ("Economic", "#0072B2"), "military": ("Military", "#D55E00")}

#: How a stretch of time looks: its panel (1 laws, 2 streams), and the colours of fill, outline and words.
LOOKS = {
    "in force": (1, "#7A4B00", "#7A4B00", theme.PAPER),
    "asleep": (1, "#F1E7DA", "#7A4B00", theme.INK),
    "away": (1, theme.PAPER, "#7A4B00", theme.INK),
    "1": (2, "#CFC8B8", theme.PAPER, theme.INK),
    "2": (2, "#8A8579", theme.PAPER, theme.PAPER),
    "3": (2, "#4A463E", theme.PAPER, theme.PAPER),  # three laws or more
}

#: Times in which a law stood in the books and barred nothing: law, the rows of sanctions.csv with which that began and
#: ended, and why.
DORMANT = (
    ("Symington", "1981-symington-waiver", "1991-symington-again", "waived"),
    ("Pressler", "1985-pressler-law", "1990-pressler-cut-off", "certified each year"),
)
MOMENTS = {"1989-02-15": "Soviet<br>exit", "1998-05-28": "tests", "2001-09-11": "11<br>Sept."}
_DAY = 24 * 3600 * 1000


def bars():
    """What each application of a law barred, and when.

    Returns:
        A DataFrame with one row for each stream under each measure and the columns ``sanction_id``, ``law``, ``stream``,
        ``begins`` (Timestamp: the last day on which the bar can have begun, if its date is partial) and ``ends`` (the
        first on which it can have ended). So an interval is never longer than the sources allow.

    Source: ``data/evidence/sanction_reach.csv``, joined to the dates of ``sanctions.csv``.
    """
    reach, steps = data.evidence("sanction_reach"), data.evidence("sanctions")
    both = reach.merge(steps[["sanction_id", "date"]], on="sanction_id", how="left", validate="many_to_one")
    both = both.assign(begins=both["date"].map(last_day), ends=pd.to_datetime(both["until"].map(first_day)))
    return both[["sanction_id", "law", "stream", "begins", "ends"]]


def last_day(date):
    """The last day that a whole or partial ISO date allows, as a Timestamp: ``"1998"`` → 31 December 1998."""
    return pd.Period(date).end_time.normalize()


def layers(intervals):
    """How many of several intervals hold at the same time.

    Args:
        intervals: a DataFrame with ``begins`` and ``ends``.

    Returns:
        A list of ``(begins, ends, number)`` without gaps in between, in order, for all times with a number above 0.
    """
    edges = sorted({*intervals["begins"], *intervals["ends"]})
    both = list(zip(intervals["begins"], intervals["ends"], strict=True))
    spans = []
    for start, end in itertools.pairwise(edges):
        number = sum(begins <= start and ends >= end for begins, ends in both)
        if number:
            spans.append((start, end, number))
    return spans


def _joined(intervals):
    """The stretches ``(begins, ends)`` in which at least one of several intervals holds: those that touch are one."""
    stretches = []
    for begins, ends, _ in layers(intervals):
        if stretches and stretches[-1][1] == begins:
            begins = stretches.pop()[0]
        stretches.append((begins, ends))
    return stretches


def years_barred(stream, laws, first=FIRST, last=LAST):
    """For how many years within a time at least one of several laws barred a stream.

    Args:
        stream: a key of ``STREAMS``.
        laws: keys of ``LAWS``, any number.
        first, last: Timestamps, the time that is counted.

    Returns:
        A number of years of 365.25 days.

    Raises:
        ValueError: for an unknown stream or law.
    """
    for value, known in [(stream, STREAMS), *((law, LAWS) for law in laws)]:
        if value not in known:
            raise ValueError(f"There is no {value!r}. Possible: {', '.join(known)}.")
    return _years(_of(bars(), stream, laws), first, last)


def _of(table, stream, laws):
    return table[(table["stream"] == stream) & table["law"].isin(list(laws))]


def _years(intervals, first=FIRST, last=LAST):
    return sum(max((min(end, last) - max(start, first)).days, 0) for start, end, _ in layers(intervals)) / 365.25


def aid():
    """Aid by fiscal year in millions of dollars of 2020, with the columns ``economic`` and ``military`` and the first
    and the last day of the year as ``begins`` and ``ends``; the index is the year. The short year of 1976 is left out."""
    table = data.evidence("aid_by_year")
    table = table[table["fiscal_year"].str.fullmatch(r"\d{4}")]
    table = table.set_index(table["fiscal_year"].astype(int))
    return pd.DataFrame(
        {
            **{name: table[f"{name}_usd_millions_constant_2020"] for name in AID},
            "begins": pd.to_datetime(table["fy_start_date"]),
            "ends": pd.to_datetime(table["fy_end_date"]),
        }
    ).loc[int(SHOWN[0][:4]) : int(SHOWN[1][:4])]


class WhatTheLawsBarred(LiveFigure):
    """The student takes laws away; the bars they put on aid, arms and loans, and the headline, follow.

    The aid itself does not move: it is what came, not what would have come.

    Args:
        laws: the keys of ``LAWS`` in force at first; by default all.

    Attributes:
        laws: a dict law → ``Checkbox``; set its ``value``.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self, laws=tuple(LAWS)):
        self._bars = bars()
        self._steps = data.evidence("sanctions").set_index("sanction_id")["date"]
        self.laws = {law: _checkbox(words, law in laws) for law, words in LAWS.items()}
        self.words = LiveRegion()
        label = widgets.Label("Laws in force:", layout=widgets.Layout(margin="2px 8px 2px 0"))
        bar = in_a_row([label, *self.laws.values()])
        super().__init__(
            bar,
            self._draw(),
            self.words,
            text=f"{self.headline()}. {self._told()} Each law that is taken away leaves the others in force.",
            table=without_each_law(),
        )
        for box in self.laws.values():
            box.observe(lambda _: self._show(), names="value")
        self._show()

    def chosen(self):
        """The laws in force, a list of keys of ``LAWS``."""
        return [law for law, box in self.laws.items() if box.value]

    def headline(self):
        """The take-away of the choice in view, one sentence."""
        chosen = self.chosen()
        if not chosen:
            return "No law in force: nothing is barred, on paper"
        aid_years, arms_years = (
            _years(_of(self._bars, stream, chosen)) for stream in ("economic aid", "arms from the US government")
        )
        return f"{self._named(chosen)}: aid barred {aid_years:.1f} years, arms {arms_years:.1f}"

    def _named(self, chosen):
        if len(chosen) == len(LAWS):
            return "All six laws"
        if len(chosen) == len(LAWS) - 1:
            return f"Without {LAWS[next(iter(set(LAWS) - set(chosen)))]}"
        return f"{_sentence(LAWS[chosen[0]])} alone" if len(chosen) == 1 else f"{len(chosen)} laws"

    def _draw(self):
        fig = make_subplots(rows=3, cols=1, shared_xaxes=True, vertical_spacing=0.075, row_heights=[0.3, 0.3, 0.4])
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
                textfont=dict(color=ink, size=11),
                **hover,
            )
        table = aid()
        middle = table["begins"] + (table["ends"] - table["begins"]) / 2
        for name, (words, colour) in AID.items():
            fig.add_bar(
                name=words,
                meta=name,
                x=_iso(middle),
                y=table[name].tolist(),
                width=[330 * _DAY] * len(table),
                customdata=table.index.tolist(),
                marker=dict(color=colour, line=dict(color=theme.PAPER, width=1)),
                hovertemplate=f"<b>Fiscal %{{customdata}}</b><br>{words}: %{{y:,.0f}} million<extra></extra>",
                row=3,
                col=1,
            )
        for name, height in (("economic", 570), ("military", 950)):
            words, colour = AID[name]
            fig.add_annotation(
                text=words, x="1982-08-15", y=height, xanchor="right", showarrow=False, font_color=colour, row=3, col=1
            )
        titles = (
            "Laws in force",
            "What they barred (the number: laws at once)",
            "Aid that came, millions of dollars of 2020",
        )
        for row, title in enumerate(titles, 1):
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
        for day, words in MOMENTS.items():
            fig.add_vline(x=day, line=dict(color=theme.SOFT_INK, width=1, dash="dot"))
            fig.add_annotation(
                text=words,
                x=day,
                y=1,
                yref="paper",
                yanchor="bottom",
                yshift=2,
                showarrow=False,
                font=dict(size=11, color=theme.SOFT_INK),
            )
        fig.update_layout(barmode="stack", height=690, bargap=0.2, margin=dict(l=100, r=18, t=36, b=30))
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
        fig.update_xaxes(type="date", range=list(SHOWN), dtick="M24", tickformat="%Y", fixedrange=True)
        return caption(
            fig,
            self.headline(),
            "US laws, what they barred and what came; counted over the 11 years from October 1990",
            "data/evidence/sanctions.csv and sanction_reach.csv, with the source of each row; aid: USAID, Greenbook, "
            "obligations. Dates known to the month or year are drawn as short as they can be.",
        )

    def _show(self):
        stretches = self.stretches()
        with self.figure.batch_update():
            for look in LOOKS:
                mine = stretches[stretches["look"] == look]
                corners = [
                    (day, row.line + side * 0.33, row.told)
                    for row in mine.itertuples()
                    for day, side in (
                        (row.begins, -1),
                        (row.ends, -1),
                        (row.ends, 1),
                        (row.begins, 1),
                        (row.begins, -1),
                    )
                ]
                x, y, told = _broken(corners, 5)
                self.trace(look).update(x=x, y=y, customdata=told)
                middle = mine["begins"] + (mine["ends"] - mine["begins"]) / 2
                self.trace(f"{look}: words").update(
                    x=_iso(middle),
                    y=mine["line"].tolist(),
                    text=mine["words"].tolist(),
                    customdata=mine["told"].tolist(),
                )
            set_title(self.figure, self.headline())
        self.words.html = f"<p>{html.escape(self._told())}</p>"

    def stretches(self):
        """All that is drawn in the two upper panels: a DataFrame with one row a stretch of time and the columns ``look``
        (a key of ``LOOKS``), ``line`` (its number from the top), ``begins``, ``ends``, ``words`` in it and what is ``told``
        about it."""
        chosen = self.chosen()
        rows = []
        for law, start, end, words in DORMANT:
            if law in chosen:
                begins, ends = last_day(self._steps[start]), pd.to_datetime(first_day(self._steps[end]))
                rows.append(("asleep", list(LAWS).index(law), begins, ends, words, f"{_sentence(LAWS[law])}: {words}"))
        for law in LAWS:
            for begins, ends in _joined(self._bars[self._bars["law"] == law]):
                room = (ends - begins).days > 500
                look, words = ("in force", "") if law in chosen else ("away", "away" if room else "")
                told = f"{_sentence(LAWS[law])}: {look}"
                rows.append((look, list(LAWS).index(law), begins, ends, words, told))
        for line, stream in enumerate(STREAMS):
            for begins, ends, number in layers(_of(self._bars, stream, chosen)):
                words = str(number) if (ends - begins).days > 150 else ""
                told = f"{_sentence(stream)}: barred by {number} law{'s' if number > 1 else ''}"
                rows.append((str(min(number, 3)), line, begins, ends, words, told))
        table = pd.DataFrame(rows, columns=["look", "line", "begins", "ends", "words", "told"])
        dates = [f"<br>{_written(row.begins)} – {_written(row.ends)}" for row in table.itertuples()]
        return table.assign(told="<b>" + table["told"] + "</b>" + dates)

    def _told(self):
        """What the laws in force barred and what they left alone, in words."""
        chosen = self.chosen()
        told = []
        for stream in STREAMS:
            years = _years(_of(self._bars, stream, chosen))
            if years:
                told.append(f"{stream} {years:.1f} years")
        free = [stream for stream in STREAMS if _of(self._bars, stream, chosen).empty]
        parts = [f"Barred between October 1990 and September 2001: {'; '.join(told)}."] if told else []
        parts += [f"Not barred: {', '.join(free)}, gifts of food."] if free else ["Not barred: gifts of food."]
        parts.append(
            "The bars of aid do not change: they are what came. What would have come without a law, no table knows."
        )
        return " ".join(parts)


def without_each_law():
    """For how many of the 11 years each stream was barred: under all laws, and with one of them taken away."""
    choices = {"all six laws": list(LAWS)}
    choices |= {f"without {words}": [other for other in LAWS if other != law] for law, words in LAWS.items()}
    table = bars()
    rows = [
        {"Laws": words, **{_sentence(stream): round(_years(_of(table, stream, chosen)), 1) for stream in STREAMS}}
        for words, chosen in choices.items()
    ]
    return pd.DataFrame(rows)


def _broken(points, size):
    """Columns of points ``(day, y, text)`` with a gap after each ``size`` of them: outlines in one trace."""
    columns = [], [], []
    for number, (day, y, text) in enumerate(points):
        if number and number % size == 0:
            for column in columns:
                column.append(None)
        for column, value in zip(columns, (day.strftime("%Y-%m-%d"), y, text), strict=True):
            column.append(value)
    return columns


def _iso(days):
    return [day.strftime("%Y-%m-%d") for day in days]


def _written(day):
    return written_date(day.strftime("%Y-%m-%d"))


def _sentence(words):
    return f"{words[0].upper()}{words[1:]}"


def _checkbox(words, value):
    return widgets.Checkbox(
        description=words, value=value, indent=False, layout=widgets.Layout(width="auto", margin="2px 16px 2px 0")
    )

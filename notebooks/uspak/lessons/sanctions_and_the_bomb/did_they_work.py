"""The deciding widget of notebook 04: did sanctions work? The answer depends on the yardstick."""

import html
import textwrap
from typing import NamedTuple

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from uspak import article, data
from uspak.drawing import theme
from uspak.drawing.figure import SOURCE_WIDTH, caption, set_title
from uspak.widgets.controls import LiveRegion, drop_down, in_a_row
from uspak.widgets.live import LiveFigure

from . import what_the_laws_barred as sanctions

#: The years compared, both ends included: the aid of the Afghan war, and the years under the Pressler cut-off.
BEFORE, UNDER = (1982, 1990), (1991, 2000)

YARDSTICKS = {
    "stop": "stop the bomb",
    "slow": "slow it down",
    "cost": "make it cost something",
    "ally": "keep the ally",
    "fair": "treat like cases alike",
}
VERDICTS = ("choose", "worked", "worked in part", "did not work", "cannot be told")

#: The only nuclear sanctions on India in our tables: from Clinton's order of 13 May 1998 to the waiver for both states
#: (events 1998-india-nuclear-tests and 2001-sanctions-waived).
INDIA_UNDER_GLENN = (pd.Timestamp("1998-05-13"), pd.Timestamp("2001-09-22"))
_NUCLEAR_LAWS = ("Symington", "Pressler", "Glenn")


class Measure(NamedTuple):
    """What one yardstick shows.

    Attributes:
        headline: the take-away, one sentence.
        subtitle: what the bars are, and their unit.
        bars: rows ``(label, value, colour, solid)``; a bar that is not solid stands for the time before.
        decimals: digits after the point in the labels.
        caution: what the bars cannot show.
        source: where the numbers come from.
    """

    headline: str
    subtitle: str
    bars: tuple
    decimals: int
    caution: str
    source: str


def measure(yardstick):
    """The numbers for one yardstick, as a ``Measure``.

    Raises:
        ValueError: for an unknown yardstick.
    """
    if yardstick not in YARDSTICKS:
        raise ValueError(f"There is no yardstick {yardstick!r}. Possible: {', '.join(YARDSTICKS)}.")
    return _MEASURES[yardstick]()


def _stop():
    tests = data.evidence("nuclear_tests")
    cut = sanctions.FIRST.strftime("%Y-%m-%d")
    rows = []
    for country, name in (("PAK", "Pakistan"), ("IND", "India")):
        mine = tests[tests["country_iso3"] == country]
        late = mine["date"] >= cut
        for words, part, solid in (("to 1990", mine[~late], False), ("1990–2001", mine[late], True)):
            rows.append(
                (f"{name}<br>{words}", int(part["announced_tests"].sum()), article.ACTOR_COLOURS[country], solid)
            )
    before, number = rows[0][1], rows[1][1]
    return Measure(
        f"Stop it? Pakistan: {number} tests under the cut-off, {before} before",
        "Nuclear explosions announced, before the cut-off of October 1990 and in the years under it",
        tuple(rows),
        0,
        "The numbers are claims of the two governments; instruments recorded one event a day at most. A state that never "
        "began because of such laws would not be in this picture.",
        "data/evidence/nuclear_tests.csv (FOI and SIPRI; Congressional Research Service)",
    )


def _slow():
    stock = data.evidence("nuclear_stockpiles").pivot(index="year", columns="country_iso3", values="warheads")
    growth = (stock.loc[2001] - stock.loc[1998]) / 3
    rows = [
        (f"{name}<br>1998–2001", float(growth[country]), article.ACTOR_COLOURS[country], True)
        for country, name in (("PAK", "Pakistan"), ("IND", "India"))
    ]
    return Measure(
        f"Slow it? A model gives Pakistan {rows[0][1]:.0f} a year, India {rows[1][1]:.0f}",
        "Warheads added a year, 1998 to 2001: an outside estimate, not a count",
        tuple(rows),
        0,
        "The same number every year shows that this is a model. How fast Pakistan would have been without the laws, nobody can know.",
        "data/evidence/nuclear_stockpiles.csv (Federation of American Scientists)",
    )


def _cost():
    money = sanctions.aid()
    rows, totals = [], []
    for years, words, solid in ((BEFORE, "1982–90", False), (UNDER, "1991–2000", True)):
        mean = money.loc[years[0] : years[1], list(sanctions.AID)].mean()
        totals.append(mean.sum())
        for name, (label, colour) in sanctions.AID.items():
            rows.append((f"{label}<br>{words}", float(mean[name]), colour, solid))
    rows = [rows[0], rows[2], rows[1], rows[3]]
    fall = 100 * (1 - totals[1] / totals[0])
    return Measure(
        f"Make it cost? Aid a year fell by {fall:.0f} percent",
        "US aid a year, mean of the fiscal years, millions of dollars of 2020",
        tuple(rows),
        0,
        "The Soviet army had left and the CIA's programme ended in the same years, so not all of the fall is the law's. "
        "Not in the bars: 28 F-16s, paid for and not delivered.",
        "USAID, Greenbook, obligations; data/evidence/aid_by_year.csv",
    )


def _ally():
    arms = data.evidence("arms_imports")
    rows = []
    for supplier, name, colour in (
        ("USA", "US", article.ACTOR_COLOURS["USA"]),
        ("CHN", "China", article.ACTOR_COLOURS["CHN"]),
        ("UKR", "Ukraine", article.OTHER_ACTOR),
    ):
        for years, words, solid in ((BEFORE, "1982–90", False), (UNDER, "1991–2000", True)):
            part = arms[arms["year"].between(*years)]
            share = 100 * part.loc[part["supplier_iso3"] == supplier, "tiv_millions"].sum() / part["tiv_millions"].sum()
            rows.append((f"{name}<br>{words}", float(share), colour, solid))
    return Measure(
        f"Keep the ally? US share of arms: {rows[0][1]:.0f}, then {rows[1][1]:.0f} percent",
        "Share of Pakistan's arms imports by volume (TIV), percent",
        tuple(rows),
        0,
        "Arms are one side of a tie. Before these years the Soviet army had left Afghanistan.",
        "SIPRI Arms Transfers Database; data/evidence/arms_imports.csv",
    )


def _fair():
    table = sanctions.bars()
    nuclear = table[table["law"].isin(_NUCLEAR_LAWS) & table["stream"].isin(["military aid"])]
    days = sum((end - start).days for start, end, _ in sanctions.layers(nuclear))
    pakistan, india = (days / 365.25, (INDIA_UNDER_GLENN[1] - INDIA_UNDER_GLENN[0]).days / 365.25)
    return Measure(
        f"Like cases alike? {pakistan:.1f} years for Pakistan, {india:.1f} for India",
        "Years in which US nuclear laws barred military aid, 1979 to 2001",
        (
            ("Pakistan", pakistan, article.ACTOR_COLOURS["PAK"], True),
            ("India", india, article.ACTOR_COLOURS["IND"], True),
        ),
        1,
        "India had little US military aid to lose. From 1978 it was barred from nuclear trade, under another law, for refusing "
        "inspection; that bar fell in 2008, against promises. Two bargains, so the years alone do not tell whether they were alike.",
        "data/evidence/sanctions.csv and sanction_reach.csv; events 1998-india-nuclear-tests and 2001-sanctions-waived",
    )


_MEASURES = {"stop": _stop, "slow": _slow, "cost": _cost, "ally": _ally, "fair": _fair}


class DidTheyWork(LiveFigure):
    """The student chooses a yardstick, sees the numbers and the voices, and gives a verdict for each.

    Args:
        yardstick: a key of ``YARDSTICKS``.

    Attributes:
        yardstick, verdict: the two ``Dropdown`` controls; set their ``value``.
        keep: the ``Button`` that keeps the verdict for the yardstick in view.
        kept: the verdicts kept so far, a dict: key of ``YARDSTICKS`` → one of ``VERDICTS``.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self, yardstick="stop"):
        self._views = data.evidence("sanction_views")
        self._measure = measure(yardstick)
        self.yardstick = drop_down("Yardstick", YARDSTICKS, yardstick)
        self.verdict = drop_down("By it, the sanctions", dict(zip(VERDICTS, VERDICTS, strict=True)), VERDICTS[0])
        self.keep = widgets.Button(description="Keep this verdict", layout=widgets.Layout(width="auto"))
        self.kept = {}
        self.words = LiveRegion()
        bar = in_a_row([self.yardstick, self.verdict, self.keep])
        super().__init__(
            bar,
            self._draw(),
            self.words,
            text=f"{self._measure.headline}. {self._numbers()} {self._measure.caution} Each yardstick has its own numbers.",
            table=every_measure(),
        )
        self.yardstick.observe(lambda _: self._changed(), names="value")
        self.keep.on_click(lambda _: self._keep())
        self._show()

    def headline(self):
        """The take-away of the yardstick in view, one sentence."""
        return self._measure.headline

    def _draw(self):
        fig = go.Figure(
            go.Bar(
                meta="bars",
                width=0.62,
                textposition="outside",
                cliponaxis=False,
                textfont=dict(size=14, color=theme.INK),
                hovertemplate="%{x}: %{text}<extra></extra>",
            )
        )
        fig.update_layout(height=440, margin=dict(l=48, r=18, t=24, b=52), yaxis=dict(rangemode="tozero", nticks=5))
        fig.update_xaxes(type="category", fixedrange=True, ticks="")
        fig.update_yaxes(fixedrange=True)
        return caption(fig, self._measure.headline, self._measure.subtitle, self._source())

    def _source(self):
        pale = " Pale bars: before the cut-off." if not all(solid for *_, solid in self._measure.bars) else ""
        return f"{self._measure.source}.{pale}"

    def _changed(self):
        self._measure = measure(self.yardstick.value)
        self.verdict.value = self.kept.get(self.yardstick.value, VERDICTS[0])
        self._show()

    def _show(self):
        now = self._measure
        labels, values, colours, solid = (list(column) for column in zip(*now.bars, strict=True))
        with self.figure.batch_update():
            bars = self.trace("bars")
            bars.update(x=labels, y=values, text=[f"{value:,.{now.decimals}f}" for value in values])
            bars.marker.color = [colour if full else _pale(colour) for colour, full in zip(colours, solid, strict=True)]
            bars.marker.line = dict(color=colours, width=1.5)
            set_title(self.figure, now.headline, now.subtitle)
            note = next(self.figure.select_annotations(lambda a: a.name == "source"))
            note.text = "<br>".join(textwrap.wrap(f"Source: {self._source()}", SOURCE_WIDTH))
        self.words.html = f"<p>{html.escape(now.caution)}</p>{self._voices()}{self._comparison()}"

    def _numbers(self):
        told = (
            f"{label.replace('<br>', ', ')}: {value:,.{self._measure.decimals}f}"
            for label, value, *_ in self._measure.bars
        )
        return f"{'; '.join(told)}."

    def _voices(self):
        mine = self._views[self._views["yardstick"] == self.yardstick.value].sort_values("year")
        items = "".join(
            f"<li>{html.escape(f'{row.speaker} ({row.country}, {row.year}): {row.view}')}</li>"
            for row in mine.itertuples()
        )
        return f"<p><b>Who says what by this yardstick:</b></p><ul>{items}</ul>"

    def _keep(self):
        if self.verdict.value == VERDICTS[0]:
            self.kept.pop(self.yardstick.value, None)
        else:
            self.kept[self.yardstick.value] = self.verdict.value
        self._show()

    def _comparison(self):
        if not self.kept:
            return "<p>No verdict kept yet. Choose one and press <b>Keep this verdict</b>; do so for three yardsticks or more.</p>"
        rows = "".join(f"<li>{YARDSTICKS[key]}: {verdict}</li>" for key, verdict in self.kept.items())
        different = len(set(self.kept.values()))
        if len(self.kept) == 1:
            said = "Take another yardstick to compare."
        elif different == 1:
            said = f"One answer by {len(self.kept)} yardsticks. Look for the yardstick by which a fair reader would disagree."
        else:
            said = f"{different} answers by {len(self.kept)} yardsticks, from the same years and the same laws."
        return f"<p><b>Your verdicts:</b></p><ul>{rows}</ul><p>{said}</p>"


def every_measure():
    """The numbers of all yardsticks: a DataFrame with one row a bar."""
    rows = [
        {"Yardstick": words, "Bar": label.replace("<br>", ", "), "Value": round(value, 1), "Unit": now.subtitle}
        for key, words in YARDSTICKS.items()
        for now in [measure(key)]
        for label, value, *_ in now.bars
    ]
    return pd.DataFrame(rows)


def _pale(colour):
    """A third of a colour on white, ``"#rrggbb"``."""
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{255 - (255 - part) // 3:02X}" for part in parts)

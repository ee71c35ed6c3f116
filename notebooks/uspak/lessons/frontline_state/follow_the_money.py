"""The deciding widget of notebook 03: follow the money, and see how the take-away depends on what one counts."""

import pandas as pd
import plotly.graph_objects as go

from uspak.drawing import theme
from uspak.widgets.choice import ChoiceFigure, Keeper
from uspak.widgets.controls import drop_down

from . import money

SPANS = {"war": "1980–1990", "all": "1948–1990"}

#: Each stream, from the bottom up: its name at the end of the bars, and its colour.
STREAMS = {
    "economic": ("Economic", theme.MONEY["economic"]),
    "military": ("Military", theme.MONEY["military"]),
    "covert": ("CIA", theme.SERIES[1]),
}

_SEEN = 0.006  # of the highest bar: a lower one is hardly two pixels high


class FollowTheMoney(ChoiceFigure):
    """The student decides what to count as 'the billions'; bars, sum and headline follow.

    Args:
        prices, estimate: as for :func:`uspak.lessons.frontline_state.money.streams`.
        count: a key of ``money.COUNTS``.
        span: ``"war"`` (fiscal 1980–1990) or ``"all"`` (1948–1990).

    Attributes:
        prices, count, estimate, span: the four ``Dropdown`` controls; set their ``value``.
        keeper: the ``Keeper`` of counts; its ``kept`` is a dict: description → sum over fiscal 1980–1990 in millions of
            dollars.
        description: the text below, a ``LiveRegion``.
    """

    def __init__(self, prices="current", count="aid", estimate="low", span="war"):
        self.prices = drop_down("Prices", money.PRICES, prices)
        self.count = drop_down("Count", {key: words for key, (words, _) in money.COUNTS.items()}, count)
        self.estimate = drop_down("CIA estimate", money.ESTIMATES, estimate)
        self.span = drop_down("Years", SPANS, span)
        self.keeper = Keeper("Keep this count", lambda: (self._counted(), self.total()), self.show)
        choices = [self.count, self.prices, self.estimate, self.span]
        super().__init__(choices, buttons=[self.keeper.button], table=money.every_count())

    # What is counted

    def in_view(self):
        """The streams in view, by fiscal year: a DataFrame as from ``money.streams``, with the chosen columns and years."""
        chosen = money.streams(self.prices.value, self.estimate.value)[list(self._chosen())]
        return chosen if self.span.value == "all" else money.during_the_war(chosen)

    def total(self):
        """The sum over fiscal 1980–1990 of what is chosen, in millions of dollars; years without a figure add nothing."""
        return money.total(self.prices.value, self.count.value, self.estimate.value)

    def _chosen(self):
        return money.COUNTS[self.count.value][1]

    # What is said

    def headline(self):
        if self.span.value == "war":
            return _headline_of_the_war(self.prices.value, self.count.value, self.estimate.value)
        return _headline_of_all_years(self.in_view(), money.PRICES[self.prices.value])

    def subtitle(self):
        words = money.COUNTS[self.count.value][0]
        what = f"{words[0].upper()}{words[1:]}, millions of {money.PRICES[self.prices.value]} by fiscal year"
        return f"{what}; ? = no data" if self.in_view().isna().any(axis=None) else what

    def source(self):
        return (
            "USAID, Greenbook (aid, obligations), data/evidence/aid_by_year.csv; published estimates (CIA), "
            "data/evidence/covert_aid.csv, with the source of each year."
        )

    def summary(self):
        return f"{super().summary()} Each choice of what to count gives another sum; the table has them all."

    def describe(self):
        covert = "covert" in self._chosen()
        parts = [f"Fiscal 1980 to 1990, {self._counted()}: {_millions(self.total())}."]
        if covert:
            parts.append(
                "The CIA's numbers are published estimates, not accounts. No estimate was found for fiscal "
                f"{' and '.join(map(str, money.years_without_figure()))}, so the sum is too small. Saudi money, said to "
                "match it, is not in the sum."
            )
        else:
            parts.append(
                "These are obligations, sums that Washington had bound itself to pay, loans included. The CIA's money "
                "for Afghan fighters is not in them."
            )
        if self.prices.value == "constant_2020" and covert:
            parts.append("The CIA's money was converted with the ratio that the aid table has for the same year.")
        if not covert:
            share = 100 * money.share_of_all_years(self.prices.value, self.count.value)
            parts.append(f"They are {share:.0f} per cent of everything counted in this way from fiscal 1948 to 1990.")
        return " ".join(parts)

    def _counted(self):
        estimate = f", {self.estimate.value} estimate" if "covert" in self._chosen() else ""
        return f"{money.COUNTS[self.count.value][0]}{estimate}, {money.PRICES[self.prices.value]}"

    def notes(self):
        sums = self.keeper.kept.values()
        if not sums:
            return "<p>Nothing kept yet. Keep each count that you could defend as 'the billions'.</p>"
        verdict = (
            f"The largest is {max(sums) / min(sums):.1f} times the smallest. The years are the same; the rule of counting is not."
            if len(sums) > 1
            else "Keep a second count to compare."
        )
        return f"<p><b>Kept</b> (fiscal 1980 to 1990):</p>{self.keeper.as_list(_millions)}<p>{verdict}</p>"

    # What is seen

    def draw(self):
        fig = go.Figure()
        for name, (words, colour) in STREAMS.items():
            _add_stream(fig, name, words, colour)
        fig.add_scatter(
            name="no data",
            meta="no figure",
            mode="text",
            textposition="top center",
            cliponaxis=False,
            textfont=dict(size=15, color=theme.INK),
            hovertemplate="Fiscal %{x}: no published number found<extra></extra>",
        )
        fig.add_scatter(
            name="too little to see",
            meta="too little to see",
            mode="text",
            textposition="top center",
            textfont=dict(size=theme.TEXT_SIZE, color=theme.INK),
            hoverinfo="skip",
        )
        return fig.update_layout(
            barmode="stack",
            bargap=0.18,
            height=480,
            margin=dict(l=56, r=84, t=14, b=34),
            yaxis=dict(rangemode="tozero", tickformat=",.0f"),
            xaxis=dict(tickformat="d"),
        )

    def change(self):
        table = self.in_view()
        last, base = table.index[-1], 0.0
        self.estimate.disabled = "covert" not in table
        for name, (words, _) in STREAMS.items():
            values = table[name] if name in table else pd.Series(dtype=float)
            top = float(values.fillna(0).get(last, 0))
            self.trace(name).update(x=values.index.tolist(), y=[None if pd.isna(value) else value for value in values])
            self.trace(f"{name} label").update(
                x=[last + 0.6] if top else [], y=[base + top / 2] if top else [], text=[words] if top else []
            )
            base += top
        gaps = table.index[table.isna().any(axis="columns")]
        height = table.sum(axis="columns")[gaps].tolist()
        self.trace("no figure").update(x=gaps.tolist(), y=height, text=["?"] * len(gaps))
        little = _too_little_to_see(table) if self.span.value == "war" else pd.Series(dtype=float)
        texts = [f"{value:.1f}" if value else "0" for value in little]
        self.trace("too little to see").update(x=little.index.tolist(), y=little.tolist(), text=texts)
        self.figure.update_xaxes(range=[table.index[0] - 0.6, last + 0.6], dtick=1 if len(table) < 15 else 5)


def _too_little_to_see(table):
    """The sums of the years whose bars are too low to be seen, a Series: without their number they look like gaps."""
    sums = table.dropna().sum(axis="columns")
    return sums[sums < _SEEN * sums.max()]


def _headline_of_the_war(prices, count, estimate):
    total = money.total(prices, count, estimate)
    billions = f"${total / 1000:.1f} billion"
    if count == "aid":
        return f"{billions} for Pakistan, apart from the fighters' money"
    if count == "all":
        share = 100 * money.total(prices, "covert", estimate) / total
        return f"{billions}, of which the CIA programme took {share:.0f} per cent"
    if count == "covert":
        much = "At least" if estimate == "low" else "Perhaps"
        return f"{much} {billions} for Afghan fighters, {len(money.years_without_figure())} years unknown"
    if count == "military":
        return f"{billions} in military aid, {100 * money.lent(prices) / total:.0f} per cent of it lent"
    return f"{billions} in economic aid, {total / money.total(prices, 'military', estimate):.1f} times the military aid"


def _headline_of_all_years(table, prices):
    peak = table.sum(axis="columns").idxmax()
    if "covert" in table and table["covert"].isna().any():  # a year without a figure might have been higher
        return f"Highest known year in {prices}: fiscal {peak}"
    when = "in the Afghan war" if money.WAR[0] <= peak <= money.WAR[1] else "not the Afghan war"
    return f"Peak in {prices.replace(' 2020', '')}: fiscal {peak}, {when}"  # the subtitle names the year of the prices


def _add_stream(fig, name, words, colour):
    """Bars for a stream, still empty, and its name at their end."""
    fig.add_bar(
        name=words,
        meta=name,
        marker=dict(color=colour, line=dict(color=theme.PAPER, width=1)),
        hovertemplate=f"<b>Fiscal %{{x}}</b><br>{words}: %{{y:,.0f}} million<extra></extra>",
    )
    fig.add_scatter(
        name=f"{words} label",
        meta=f"{name} label",
        mode="text",
        textposition="middle right",
        hoverinfo="skip",
        textfont=dict(color=theme.INK, size=theme.TEXT_SIZE),
        cliponaxis=False,
    )


def _millions(millions):
    return f"{millions:,.0f} million dollars"

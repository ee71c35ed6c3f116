"""The deciding widget of notebook 03: follow the money, and see how the take-away depends on what one counts."""

import html

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from uspak import data
from uspak.drawing import theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, drop_down, in_a_row
from uspak.widgets.live import LiveFigure

#: The years of the Afghan war as Washington's books have them: from the Soviet entry (December 1979) to the cut of
#: 1 October 1990, with which fiscal 1991 begins.
WAR = (1980, 1990)
FIRST_YEAR = 1948

#: What can be counted: its words, and the streams in it.
COUNTS = {
    "economic": ("economic aid", ("economic",)),
    "military": ("military aid", ("military",)),
    "aid": ("economic and military aid", ("economic", "military")),
    "covert": ("CIA programme", ("covert",)),
    "all": ("aid and CIA programme", ("economic", "military", "covert")),
}
PRICES = {"current": "dollars of the day", "constant_2020": "dollars of 2020"}
ESTIMATES = {"low": "low", "high": "high"}
SPANS = {"war": "1980–1990", "all": "1948–1990"}

#: Each stream, from the bottom up: its name at the end of the bars, and its colour (Okabe and Ito).
STREAMS = {
    "economic": ("Economic", "#0072B2"),
    "military": ("Military", "#D55E00"),
    "covert": ("CIA", "#6B6B6B"),
}


def streams(prices="current", estimate="low"):
    """The three streams of American money by fiscal year.

    Args:
        prices: ``"current"``, or ``"constant_2020"``: aid as the Greenbook converts it, and the CIA's money converted
            with the Greenbook's own ratio for that year (our arithmetic).
        estimate: ``"low"`` or ``"high"``, for the CIA programme.

    Returns:
        A DataFrame with one row for each fiscal year 1948–1990 (the index, int) and the columns ``economic``,
        ``military`` and ``covert``, in millions of dollars. ``covert`` is 0 before fiscal 1979, when there was no
        programme, and NaN where no published figure was found; aid is NaN in fiscal 1949 and 1950, of which there is no
        record. The transition quarter of 1976 is left out.

    Raises:
        ValueError: for unknown prices or an unknown estimate.
    """
    for value, known in ((prices, PRICES), (estimate, ESTIMATES)):
        if value not in known:
            raise ValueError(f"There is no {value!r}. Possible: {', '.join(known)}.")
    aid = data.evidence("aid_by_year")
    aid = aid[aid["fiscal_year"].str.fullmatch(r"\d{4}")]
    aid = aid.set_index(aid["fiscal_year"].astype(int)).sort_index().loc[FIRST_YEAR : WAR[1]]
    table = aid[[f"economic_usd_millions_{prices}", f"military_usd_millions_{prices}"]]
    table = table.set_axis(["economic", "military"], axis="columns")
    covert = data.evidence("covert_aid")
    covert = covert.set_index(covert["fiscal_year"].astype(int))[f"{estimate}_usd_millions_current"].astype(float)
    ratio = aid[f"total_usd_millions_{prices}"] / aid["total_usd_millions_current"]
    known = (covert * ratio).reindex(table.index)
    return table.assign(covert=known.mask(table.index < covert.index.min(), 0.0))


class FollowTheMoney(LiveFigure):
    """The student decides what to count as 'the billions'; bars, sum and headline follow.

    Args:
        prices, estimate: as for :func:`streams`.
        count: a key of ``COUNTS``.
        span: ``"war"`` (fiscal 1980–1990) or ``"all"`` (1948–1990).

    Attributes:
        prices, count, estimate, span: the four ``Dropdown`` controls; set their ``value``.
        keep: the ``Button`` that keeps the count in view for comparison.
        kept: the counts kept so far, a dict: description → sum over fiscal 1980–1990 in millions of dollars.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self, prices="current", count="aid", estimate="low", span="war"):
        self.prices = drop_down("Prices", PRICES, prices)
        self.count = drop_down("Count", {key: words for key, (words, _) in COUNTS.items()}, count)
        self.estimate = drop_down("CIA estimate", ESTIMATES, estimate)
        self.span = drop_down("Years", SPANS, span)
        self.keep = widgets.Button(description="Keep this count", layout=widgets.Layout(width="auto"))
        self.kept = {}
        self.words = LiveRegion()
        choices = [self.count, self.prices, self.estimate, self.span]
        bar = in_a_row([*choices, self.keep])
        super().__init__(
            bar,
            self._draw(),
            self.words,
            text=f"{self.headline()}. {self._told()} Each choice of what to count gives another sum; the table has them all.",
            table=every_count(),
        )
        for choice in choices:
            choice.observe(lambda _: self._show(), names="value")
        self.keep.on_click(lambda _: self._keep())
        self._show()

    # What is counted

    def in_view(self):
        """The streams in view, by fiscal year: a DataFrame as from :func:`streams`, with the chosen columns and years."""
        chosen = streams(self.prices.value, self.estimate.value)[list(self._chosen())]
        return chosen if self.span.value == "all" else chosen.loc[WAR[0] : WAR[1]]

    def total(self):
        """The sum over fiscal 1980–1990 of what is chosen, in millions of dollars; years without a figure add nothing."""
        return _sum(self.prices.value, self.count.value, self.estimate.value)

    def headline(self):
        """The take-away of the choice in view, one sentence."""
        return (self._headline_of_the_war if self.span.value == "war" else self._headline_of_all_years)()

    def _headline_of_the_war(self):
        count, billions = self.count.value, _billions(self.total())
        if count == "aid":
            return f"{billions} for Pakistan, apart from the fighters' money"
        if count == "all":
            share = 100 * _sum(self.prices.value, "covert", self.estimate.value) / self.total()
            return f"{billions}, of which the secret war took {share:.0f} percent"
        if count == "covert":
            much = "At least" if self.estimate.value == "low" else "Perhaps"
            return f"{much} {billions} for Afghan fighters, {len(self._gaps())} years unknown"
        if count == "military":
            share = 100 * lent(self.prices.value) / self.total()
            return f"{billions} in military aid, {share:.0f} percent of it lent"
        ratio = self.total() / _sum(self.prices.value, "military", self.estimate.value)
        return f"{billions} in economic aid, {ratio:.1f} times the military aid"

    def _headline_of_all_years(self):
        table = self.in_view()
        peak = table.sum(axis="columns").idxmax()
        if "covert" in table and table["covert"].isna().any():  # a year without a figure might have been higher
            return f"Highest known year in {PRICES[self.prices.value]}: fiscal {peak}"
        when = "in the Afghan war" if WAR[0] <= peak <= WAR[1] else "not the Afghan war"
        return f"Peak in {PRICES[self.prices.value]}: fiscal {peak}, {when}"

    def _chosen(self):
        return COUNTS[self.count.value][1]

    def _gaps(self):
        covert = streams()["covert"].loc[WAR[0] : WAR[1]]
        return covert.index[covert.isna()].tolist()

    # What is seen

    def _draw(self):
        fig = go.Figure()
        for name, (words, colour) in STREAMS.items():
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
                textfont=dict(color=colour, size=12),
                cliponaxis=False,
            )
        fig.add_scatter(
            name="no figure",
            meta="no figure",
            mode="text",
            textposition="top center",
            cliponaxis=False,
            textfont=dict(size=15, color=theme.INK),
            hovertemplate="Fiscal %{x}: no published figure found<extra></extra>",
        )
        fig.update_layout(
            barmode="stack",
            bargap=0.18,
            height=480,
            margin=dict(l=56, r=84, t=14, b=34),
            yaxis=dict(rangemode="tozero", tickformat=",.0f"),
            xaxis=dict(tickformat="d"),
        )
        return caption(
            fig,
            self.headline(),
            self._subtitle(),
            "USAID, Greenbook (aid, obligations), data/evidence/aid_by_year.csv; published estimates (CIA), "
            "data/evidence/covert_aid.csv, with the source of each year.",
        )

    def _show(self):
        table = self.in_view()
        height = table.sum(axis="columns")
        last = table.index[-1]
        base = 0.0
        self.estimate.disabled = "covert" not in table
        with self.figure.batch_update():
            for name, (words, _) in STREAMS.items():
                there = name in table
                top = float(table[name].fillna(0)[last]) if there else 0.0
                self.trace(name).update(x=table.index.tolist() if there else [], y=_known(table[name]) if there else [])
                self.trace(f"{name} label").update(
                    x=[last + 0.6] if top else [], y=[base + top / 2] if top else [], text=[words] if top else []
                )
                base += top
            gaps = table.index[table.isna().any(axis="columns")]
            self.trace("no figure").update(x=gaps.tolist(), y=height[gaps].tolist(), text=["?"] * len(gaps))
            self.figure.update_xaxes(range=[table.index[0] - 0.6, last + 0.6], dtick=1 if len(table) < 15 else 5)
            set_title(self.figure, self.headline(), self._subtitle())
        self.words.html = f"<p>{html.escape(self._told())}</p>{self._comparison()}"

    def _subtitle(self):
        words = COUNTS[self.count.value][0]
        what = f"{words[0].upper()}{words[1:]}, millions of {PRICES[self.prices.value]} by US fiscal year"
        return f"{what}; ? = no figure" if self.in_view().isna().any(axis=None) else what

    def _told(self):
        covert = "covert" in self._chosen()
        parts = [f"Fiscal 1980 to 1990, {self._described()}: {_millions(self.total())}."]
        if covert:
            parts.append(
                "The CIA's figures are published estimates, not accounts. No figure was found for fiscal "
                f"{' and '.join(map(str, self._gaps()))}, so the sum is too small. Saudi money, said to match it, is not in it."
            )
        else:
            parts.append(
                "These are obligations, sums that Washington had bound itself to pay, loans included; the CIA's money "
                "for Afghan fighters is not in them."
            )
        if self.prices.value == "constant_2020" and covert:
            parts.append("The CIA's money was converted with the ratio that the aid table has for the same year.")
        if not covert:
            share = 100 * self.total() / _total(streams(self.prices.value)[list(self._chosen())].to_numpy())
            parts.append(f"They are {share:.0f} percent of all that is counted so from fiscal 1948 to 1990.")
        return " ".join(parts)

    def _described(self):
        estimate = f", {self.estimate.value} estimate" if "covert" in self._chosen() else ""
        return f"{COUNTS[self.count.value][0]}{estimate}, {PRICES[self.prices.value]}"

    def _keep(self):
        self.kept[self._described()] = self.total()
        self._show()

    def _comparison(self):
        if not self.kept:
            return "<p>Nothing kept yet. Keep each count that you could defend as 'the billions'.</p>"
        rows = "".join(f"<li>{html.escape(words)}: {_millions(sum_)}</li>" for words, sum_ in self.kept.items())
        most, least = max(self.kept.values()), min(self.kept.values())
        verdict = (
            f"The largest is {most / least:.1f} times the smallest. The years are the same; the rule of counting is not."
            if len(self.kept) > 1
            else "Keep a second one to compare."
        )
        return f"<p><b>Kept</b> (fiscal 1980 to 1990):</p><ul>{rows}</ul><p>{verdict}</p>"


def lent(prices="current"):
    """What of the military aid of fiscal 1980–1990 was loans, in millions of dollars of the given ``PRICES``."""
    aid = data.evidence("aid_by_year")
    years = aid[aid["fiscal_year"].isin([str(year) for year in range(WAR[0], WAR[1] + 1)])]
    ratio = years[f"total_usd_millions_{prices}"] / years["total_usd_millions_current"]
    return float((years["military_of_which_loans_usd_millions_current"] * ratio).sum())


def every_count():
    """All sums over fiscal 1980–1990: a DataFrame with one row for each count and estimate, in billions of dollars."""
    rows = []
    for count, (words, chosen) in COUNTS.items():
        for estimate in ESTIMATES if "covert" in chosen else ["low"]:
            label = f"{words}, {estimate} estimate" if "covert" in chosen else words
            sums = {f"Billions of {name}": round(_sum(p, count, estimate) / 1000, 1) for p, name in PRICES.items()}
            rows.append({"Fiscal 1980–1990": label, **sums})
    return pd.DataFrame(rows)


def _sum(prices, count, estimate):
    table = streams(prices, estimate)[list(COUNTS[count][1])]
    return _total(table.loc[WAR[0] : WAR[1]].to_numpy())


def _total(values):
    return float(values[values == values].sum())


def _known(column):
    return [None if value != value else float(value) for value in column]


def _billions(millions):
    return f"${millions / 1000:.1f} billion"


def _millions(millions):
    return f"{millions:,.0f} million dollars"

"""The deciding widget of notebook 08: what share makes a state dependent, and of what is it a share?"""

import html

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from uspak import article, data, dates
from uspak.drawing import theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import Decision, LiveRegion, drop_down, in_a_row
from uspak.widgets.live import LiveFigure

from . import suppliers_map as suppliers

#: The thresholds to decide on, in percent, and their words.
THRESHOLDS = {20: "one part in five", 25: "a quarter", 33: "a third", 50: "half", 75: "three quarters"}

#: What can be measured: words for the list of measures, words for a title, and whether it is a share of a whole.
MEASURES = {
    "arms": ("Arms imports", "Arms imports", True),
    "imports": ("Imports of goods", "Imports", True),
    "exports": ("Exports of goods", "Exports", True),
    "trade": ("Imports and exports together", "All trade", True),
    "debt": ("External debt", "External debt", True),
    "votes": ("Votes alike in the United Nations", "UN votes alike", False),
}
#: The count of debt that is our own arithmetic, from the table of creditors.
TO_STATES = "Debt to states alone, IMF table"
PARTNERS = {"CHN": "China", "USA": "United States", "IND": "India"}
_COLOURS = {iso: article.ACTOR_COLOURS[iso] for iso in PARTNERS}
_PALE = {"CHN": "#F6CDB1", "USA": "#BFDDF0"}
_SYMBOLS = {"CHN": "circle", "USA": "square", "IND": "diamond"}
_DASHES = {"CHN": "solid", "USA": "dash", "IND": "dot"}


def measures():
    """Every measure of dependence that the tables of notebook 08 allow, one row a number.

    Returns:
        A DataFrame with ``measure`` (a key of ``MEASURES``), ``what`` (the denominator in words), ``when`` (the period in
        words), ``time`` (its middle in years, for an axis), ``partner`` (a key of ``PARTNERS``) and ``percent``. Years without
        numerator or denominator have no row. ``votes`` is the percentage of roll calls with the same vote, which is no share.
        Sources: ``arms_imports``, ``trade`` over ``trade_totals``, ``external_debt``, ``external_debt_creditors``,
        ``un_agreement``.
    """
    parts = [_arms(), _trade(), _debt(), _votes()]
    return pd.concat(parts, ignore_index=True).sort_values(["measure", "partner", "time"], ignore_index=True)


def _arms():
    table = suppliers.volumes()
    whole = pd.MultiIndex.from_product([suppliers.PERIODS, ["CHN", "USA"]], names=["period", "supplier_iso3"])
    share = table.set_index(["period", "supplier_iso3"])["percent"].reindex(whole, fill_value=0.0).reset_index()
    return pd.DataFrame(
        {
            "measure": "arms",
            "what": "Arms imports",
            "when": share["period"].map(suppliers.span),
            "time": share["period"] + 2.5,
            "partner": share["supplier_iso3"],
            "percent": share["percent"],
        }
    )


def _trade():
    """Shares of the fiscal years in which numerator and denominator come from the same agency."""
    trade = data.evidence("trade")
    same = trade["series"].eq("State Bank of Pakistan") | trade["source_id"].eq("nation-2019-pak-china-trade")
    rows = trade[same & trade["year_type"].eq("fiscal year") & trade["preferred"].eq("yes")]
    joined = rows.merge(data.evidence("trade_totals"), on="year", suffixes=("", "_all"))
    sold, bought = "exports_usd_millions_current", "imports_usd_millions_current"
    shares = {
        "imports": joined[bought] / joined[f"{bought}_all"],
        "exports": joined[sold] / joined[f"{sold}_all"],
        "trade": (joined[sold] + joined[bought]) / (joined[f"{sold}_all"] + joined[f"{bought}_all"]),
    }
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "measure": key,
                    "what": MEASURES[key][1],
                    "when": "fiscal " + joined["year"].astype(str),
                    "time": joined["year"],
                    "partner": joined["partner_iso3"],
                    "percent": 100 * share,
                }
            ).dropna()
            for key, share in shares.items()
        ]
    )


def _debt():
    """The published shares; where only the two sums are given, their quotient; and one more denominator, debt to states."""
    table = data.evidence("external_debt")
    share = table["share_percent"].fillna(
        100 * table["owed_to_china_usd_billions_current"] / table["denominator_usd_billions_current"]
    )
    creditors = data.evidence("external_debt_creditors")
    states = creditors[creditors["creditor_group"] == "bilateral"].set_index("creditor")["owed_usd_billions_current"]
    said = pd.DataFrame(
        {
            "what": [*table["counted_by"], TO_STATES],
            "date": [*table["date"], creditors["date"].iloc[0]],
            "percent": [*share, 100 * states["China (state)"] / states.sum()],
        }
    ).dropna()
    year, month = said["date"].str[:4].astype(int), said["date"].str[5:7].astype(int)
    return said.assign(
        measure="debt", when=said["date"].str[:7].map(dates.written_date), time=year + (month - 0.5) / 12, partner="CHN"
    ).drop(columns="date")


def _votes():
    table = data.evidence("un_agreement")
    table = table[table["quality"].eq("ok") & table["country_b"].isin(PARTNERS)]
    return pd.DataFrame(
        {
            "measure": "votes",
            "what": "UN votes alike",
            "when": table["year"].astype(str),
            "time": table["year"] + 0.5,
            "partner": table["country_b"],
            "percent": table["agreement_percent"],
        }
    )


def latest(table=None):
    """The rows of the overview, from the top: for each measure the latest number for China and for the United States.

    Args:
        table: what :func:`measures` returns, if it is at hand.

    Returns:
        A DataFrame with ``label``, ``CHN``, ``USA`` (percent; NaN if not given) and ``when_USA``, the period of the American
        number. Debt has one row for each of four ways to count it, and no American number: the tables do not give it.
    """
    table = measures() if table is None else table
    rows = []
    for key in ("arms", "imports", "trade", "exports"):
        mine = table[table["measure"] == key]
        last = {iso: mine[mine["partner"] == iso].iloc[-1] for iso in ("CHN", "USA")}
        rows.append((f"{last['CHN']['what']}, {last['CHN']['when']}", last["CHN"]["percent"], last["USA"]))
    debt = table[table["measure"] == "debt"].groupby("what").last()
    for what, label in _DEBTS.items():
        rows.append((f"{label}, {debt.at[what, 'when'][-4:]}", debt.at[what, "percent"], None))
    votes = table[table["measure"] == "votes"]
    last = {iso: votes[votes["partner"] == iso].iloc[-1] for iso in ("CHN", "USA")}
    rows.append((f"UN votes alike, {last['CHN']['when']}", last["CHN"]["percent"], last["USA"]))
    return pd.DataFrame(
        [
            (label, china, float("nan") if usa is None else usa["percent"], "" if usa is None else usa["when"])
            for label, china, usa in rows
        ],
        columns=["label", "CHN", "USA", "when_USA"],
    )


#: The counts of debt that stand in the overview, and their words there.
_DEBTS = {
    TO_STATES: "Debt to states, IMF",
    "IMF, in the press": "All debt, IMF",
    "World Bank": "All debt, World Bank",
    "Chinese consul general": "All debt, Chinese consul",
}


class DependenceDial(LiveFigure):
    """The student first decides what share means dependence; then sees which measures pass, and when.

    Attributes:
        decision: the ``Decision``: the thresholds in the order of ``THRESHOLDS``. It may be taken again.
        show: the ``Dropdown``: ``"all"`` for the overview, or a key of ``MEASURES`` for its history.
        threshold: the threshold in force, in percent; None before the first decision.
        tried: the thresholds decided on so far, in order, each with the number of measures that pass.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self):
        self._measures = measures()
        self._latest = latest(self._measures)
        self.threshold, self.tried = None, {}
        self.decision = Decision(
            question="From what share on would you call Pakistan dependent on a partner? Decide before you look.",
            options=[f"{percent} percent: {words}" for percent, words in THRESHOLDS.items()],
        )
        shown = {"all": "all measures, latest"} | {key: words for key, (words, *_) in MEASURES.items()}
        self.show = drop_down("Show", shown, "all")
        self.words = LiveRegion()
        self.figure = self._draw()
        self._show()  # before the figure goes live: what is sent right after may come before the browser listens
        super().__init__(
            widgets.VBox([self.decision, in_a_row([self.show])]),
            self.figure,
            self.words,
            text=f"{self.headline()}. {self._told()} After your decision the words below the figure give China's, too.",
            table=_american(self._latest),
        )
        self.decision.observe(lambda change: self._decide(change.new), names="decided")
        self.show.observe(lambda _: self._show(), names="value")

    # What is decided and counted

    def passing(self):
        """The rows of the overview that reach the threshold; none before the first decision."""
        if self.threshold is None:
            return self._latest.iloc[:0]
        return self._latest[self._latest["CHN"] >= self.threshold]

    def history(self, partner):
        """The numbers of the measure in view for one partner, in order of time."""
        table = self._measures
        return table[(table["measure"] == self.show.value) & (table["partner"] == partner)].sort_values("time")

    def headline(self):
        """The take-away of the view, one sentence."""
        if self.threshold is None:
            return "Decide first: here are the American shares alone"
        if self.show.value == "all":
            return f"At {self.threshold} percent, {len(self.passing())} of {len(self._latest)} counts say dependent"
        words, china = MEASURES[self.show.value][1], self.history("CHN")
        over = china[china["percent"] >= self.threshold]
        if over.empty:
            return f"{words}: China never reaches {self.threshold} percent"
        if self.show.value == "debt":
            return f"Debt: {len(over)} of {len(china)} counts reach {self.threshold} percent"
        return f"{words}: {self.threshold} percent or more first in {over.iloc[0]['when']}"

    def _decide(self, number):
        self.threshold = list(THRESHOLDS)[number]
        self.tried[self.threshold] = len(self.passing())
        self._show()

    def _told(self):
        if self.threshold is None:
            return (
                "Choose a threshold above and press Decide. The bars show what the United States had of each Pakistani total; "
                "for debt the tables do not give it."
            )
        return " ".join([self._overview() if self.show.value == "all" else self._past(), self._compared()])

    def _overview(self):
        said = [f"{row.label} ({row.CHN:.0f})" for row in self.passing().itertuples()]
        rest = [f"{row.label} ({row.CHN:.0f})" for row in self._latest.drop(self.passing().index).itertuples()]
        usa = self._latest[self._latest["USA"] >= self.threshold]["label"].tolist()
        parts = [
            f"China reaches {self.threshold} percent here: {'; '.join(said) or 'nowhere'}.",
            f"It does not here: {'; '.join(rest) or 'nowhere'}.",
            f"The United States reaches it here: {'; '.join(usa) or 'nowhere'}.",
        ]
        votes = self._measures[(self._measures["measure"] == "votes") & (self._measures["partner"] == "IND")]
        parts.append(
            f"A warning about the last row: with India, its rival, Pakistan voted alike in {votes.iloc[-1]['percent']:.0f} percent. "
            "Agreement is not dependence."
        )
        return " ".join(parts)

    def _past(self):
        china, usa = self.history("CHN"), self.history("USA")
        over = china[china["percent"] >= self.threshold]["when"].tolist()
        parts = [f"China reaches {self.threshold} percent in {_counted(over, china)}."]
        if self.show.value == "debt":
            parts[0] = (
                f"{len(over)} of {len(china)} counts reach {self.threshold} percent. They differ in what they count, not only in date."
            )
            parts.append(
                "No table here gives the American share: the Paris Club, of which the United States is a member, is one row."
            )
        else:
            when = usa[usa["percent"] >= self.threshold]["when"].tolist()
            parts.append(f"The United States reaches it in {_counted(when, usa)}.")
        return " ".join(parts)

    def _compared(self):
        if len(self.tried) < 2:
            return "Try a second threshold, too: press another one and Decide again."
        counts = "; ".join(f"{percent} percent: {number}" for percent, number in self.tried.items())
        return f"Counts that pass at each threshold you tried, in your order: {counts}. The numbers did not change; the line did."

    # What is seen

    def _draw(self):
        fig = go.Figure()
        for iso in ("CHN", "USA"):
            fig.add_bar(
                **_NOTHING,
                name=PARTNERS[iso],
                meta=f"{iso} bars",
                orientation="h",
                width=0.38,
                textposition="outside",
                cliponaxis=False,
                textfont=dict(size=12, color=theme.INK, shadow=theme.HALO),
                hoverinfo="skip",
            )
        for iso in PARTNERS:
            fig.add_scatter(
                **_NOTHING,
                name=PARTNERS[iso],
                meta=f"{iso} line",
                mode="lines+markers",
                line=dict(color=_COLOURS[iso], width=2.2, dash=_DASHES[iso]),
                marker=dict(symbol=_SYMBOLS[iso], size=8, color=_COLOURS[iso], line=dict(color=theme.PAPER, width=1)),
                cliponaxis=False,
                hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}: %{y:.1f} percent<extra></extra>",
            )
        fig.add_scatter(
            **_NOTHING,
            meta="names",
            mode="text",
            hoverinfo="skip",
            cliponaxis=False,
            textposition="middle right",
            textfont_size=12,
        )
        fig.add_annotation(name="threshold", text="", showarrow=False, font_color=theme.INK)
        fig.update_layout(xaxis_tickformat="d", barmode="overlay", height=560, margin=dict(l=196, r=96, t=26, b=34))
        return caption(
            fig,
            self.headline(),
            self._subtitle(),
            "SIPRI; State Bank of Pakistan in the press; IMF, World Bank and others in the press; UN roll calls. Tables arms_imports, "
            "trade, trade_totals, external_debt, external_debt_creditors and un_agreement in data/evidence.",
        )

    def _subtitle(self):
        if self.threshold is None:
            return "Share of the United States in each Pakistani total, latest year seen, percent"
        if self.show.value == "all":
            return "Share of China (upper bar) and the United States (lower) in each total, percent"
        if self.show.value == "debt":
            return "China's share of Pakistan's external debt, by who counts and what, percent"
        if self.show.value == "votes":
            return "Roll calls in the General Assembly with the same vote as Pakistan, percent"
        return "Share of the partner in Pakistan's total, percent"

    def _show(self):
        with self.figure.batch_update():
            if self.threshold is None or self.show.value == "all":
                drawn = self._bars(self._latest)
            elif self.show.value == "debt":
                drawn = self._bars(self._counts_of_debt())
            else:
                drawn = self._lines()
            for trace in self.figure.data:  # each property once: in a batch plotly forgets what is set back
                trace.update({**_NOTHING, **drawn.get(trace.meta, {})})
            set_title(self.figure, self.headline(), self._subtitle())
        self.words.html = f"<p>{html.escape(self._told())}</p>"

    def _counts_of_debt(self):
        table = self.history("CHN").sort_values("percent", ascending=False)
        labels = table["what"].str.replace("Pakistan's p", "P") + ",<br>" + table["when"]
        return pd.DataFrame({"label": labels, "CHN": table["percent"], "USA": float("nan"), "when_USA": ""})

    def _bars(self, rows):
        """What the traces show of a table as from :func:`latest`; sets the axes and the threshold, too."""
        decided, both = self.threshold is not None, rows["USA"].notna().any()
        places = list(range(len(rows)))[::-1]
        drawn = {}
        for iso, shift in (("CHN", 0.2 if both else 0), ("USA", -0.2)):
            if (iso == "CHN" and not decided) or (iso == "USA" and not both):
                continue
            over = rows[iso] >= (self.threshold or 101)
            drawn[f"{iso} bars"] = dict(
                x=rows[iso].fillna(0).tolist(),
                y=[place + shift for place in places],
                width=0.38 if both else 0.6,
                text=[self._tag(row, iso) for row in rows.to_dict("records")],
                marker=dict(
                    color=[_COLOURS[iso] if passes or not decided else _PALE[iso] for passes in over],
                    line=dict(color=_COLOURS[iso], width=1.2),
                ),
            )
        self.figure.update_layout(
            xaxis=dict(range=[0, 100], tickmode="linear", tick0=0, dtick=20),
            yaxis=dict(
                range=[-0.7, len(rows) - 0.3],
                tickmode="array",
                tickvals=places,
                ticktext=rows["label"].tolist(),
                showgrid=False,
            ),
        )
        self._draw_line(x0=self.threshold, x1=self.threshold, y0=-0.7, y1=len(rows) - 0.3)
        return drawn

    def _draw_line(self, x0, y0, x1, y1):
        """The student's threshold: a dashed line behind the data, and its number at the upper or left end."""
        decided = self.threshold is not None
        line = dict(
            type="line", x0=x0, x1=x1, y0=y0, y1=y1, layer="below", line=dict(color=theme.INK, width=1.6, dash="dash")
        )
        self.figure.layout.shapes = [line] if decided else []
        upright = x0 == x1
        next(note for note in self.figure.layout.annotations if note.name == "threshold").update(
            text=f"your line: {self.threshold}" if decided else "",
            x=x0 if decided else 0,
            y=y1 if decided else 0,
            xanchor="center" if upright else "left",
            yanchor="bottom",
        )

    def _tag(self, row, iso):
        name, value = ("China", row["CHN"]) if iso == "CHN" else ("US", row["USA"])
        if value != value:
            return "US not given"
        when = f", {row['when_USA']}" if iso == "USA" and row["when_USA"] not in row["label"] else ""
        passes = "" if self.threshold is None else (": yes" if value >= self.threshold else ": no")
        return f"{name} {value:.0f}{when}{passes}"

    def _lines(self):
        """What the traces show of the history of a measure; sets the axes and the threshold, too."""
        key = self.show.value
        drawn, ends = {}, {}
        for iso in PARTNERS:
            table = self.history(iso)
            if table.empty:
                continue
            x, y, told = _with_gaps(table)
            drawn[f"{iso} line"] = dict(x=x, y=y, customdata=told)
            ends[iso] = (x[-1], y[-1])
        times = self._measures[self._measures["measure"] == key]["time"]
        room = 0.03 * (times.max() - times.min())
        window = [times.min() - room, times.max() + room]
        self.figure.update_layout(
            xaxis=dict(range=window, tickmode="linear", tick0=1950, dtick=10 if room > 1 else 1),
            yaxis=dict(range=[-2, 103], tickmode="auto", showgrid=True),
        )
        self._draw_line(x0=window[0], x1=window[1], y0=self.threshold, y1=self.threshold)
        heights = _apart({iso: end[1] for iso, end in ends.items()})
        drawn["names"] = dict(
            x=[end[0] for end in ends.values()],
            y=[heights[iso] for iso in ends],
            text=[f"  {PARTNERS[iso]}" for iso in ends],
        )
        return drawn


#: One point without a place: a trace that has never held one loses its colours in the browser.
_NOTHING = {"x": [None], "y": [None], "text": [""]}


def _with_gaps(table):
    """The points of a line, with None where a year or period is missing: a gap is not a straight line."""
    step = table["time"].diff().median() if len(table) > 1 else 1
    x, y, told = [], [], []
    for row in table.itertuples():
        if x and row.time - x[-1] > 1.5 * step:
            x.append(x[-1] + step)
            y.append(None)
            told.append(["", ""])
        x.append(float(row.time))
        y.append(float(row.percent))
        told.append([PARTNERS[row.partner], row.when])
    return x, y, told


def _counted(when, table):
    """How many periods of a table, and which: all of them if they are few, else the first and the last."""
    listed = ", ".join(when) if len(when) <= 12 else f"first {when[0]}, last {when[-1]}"
    return f"{len(when)} of {len(table)}" + (f": {listed}" if when else "")


def _apart(ends, least=6):
    """Heights of labels at least so many percent apart, in the order of the values."""
    placed, below = {}, None
    for iso, value in sorted(ends.items(), key=lambda item: item[1]):
        below = value if below is None else max(value, below + least)
        placed[iso] = below
    return placed


def _american(rows):
    """The table of the text version: it stands below the figure before anything is decided, so it holds no Chinese share."""
    mine = rows[rows["USA"].notna()]
    return pd.DataFrame(
        {
            "Measure": mine["label"].str.rsplit(", ", n=1).str[0],
            "When": mine["when_USA"],
            "United States, percent": mine["USA"].round(1),
        }
    )

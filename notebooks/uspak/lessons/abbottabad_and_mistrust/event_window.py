"""The deciding widget of notebook 06: commit to a before-and-after window, then see what every other one would have said."""

import html
import itertools
import math

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from uspak import data
from uspak.drawing import theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import LiveRegion, drop_down, in_a_row
from uspak.widgets.live import LiveFigure

#: The event of each comparison: its words and its day. The placebo is a day near which ``events.csv`` has nothing.
EVENTS = {
    "davis": ("Davis, January 2011", "2011-01-27"),
    "raid": ("Abbottabad, May 2011", "2011-05-02"),
    "salala": ("Salala, November 2011", "2011-11-26"),
    "suspension": ("Suspension, January 2018", "2018-01-04"),
    "placebo": ("Placebo: 15 February 2013", "2013-02-15"),
}

#: Each series: its words, its unit, and whether its years are US fiscal years (October to September).
SERIES = {
    "total": ("Aid, economic and military", "millions of dollars of the day", True),
    "constant": ("The same in dollars of 2020", "millions of dollars of 2020", True),
    "economic": ("Economic aid", "millions of dollars of the day", True),
    "military": ("Military aid", "millions of dollars of the day", True),
    "repaid": ("Repayments (CSF)", "millions of dollars of the day", True),
    "with_repaid": ("Aid and repayments", "millions of dollars of the day", True),
    "favour": ("Favour for the US (Pew)", "percent of Pakistanis asked", False),
    "votes": ("Nearness in UN votes", "hundredths above the median state", False),
}

#: What may be done with the year in which the event falls.
OWN_YEAR = {"out": "left out", "after": "first year after", "before": "last year before"}

LONGEST = 6
YEARS = range(2001, 2025)
COLOURS = {"before": "#0072B2", "after": "#D55E00", "other": "#CFC8BA"}
SOURCES = (
    "USAID Greenbook and ForeignAssistance.gov, CRS (aid_by_year.csv); Pew (opinion.csv); UN votes after Voeten and "
    "others (un_agreement_world.csv). Aid is obligations."
)


def series(name):
    """One series by year.

    Args:
        name: a key of ``SERIES``.

    Returns:
        A float Series with the years 2001–2024 as labels, in the unit of ``SERIES``; NaN where there is no figure.

    Raises:
        ValueError: for an unknown name.
    """
    _known(name, SERIES)
    if name == "favour":
        opinion = data.evidence("opinion")
        asked = (opinion["question_id"] == "us-favourable") & (opinion["respondents"] == "Pakistan")
        found = opinion[asked].set_index("year")["percent"]
    elif name == "votes":
        found = 100 * data.evidence("un_agreement_world").set_index("year")["pakistan_minus_median"]
    else:
        aid = data.evidence("aid_by_year")
        aid = aid[aid["fiscal_year"].str.fullmatch(r"\d{4}")]
        aid = aid.set_index(aid["fiscal_year"].astype(int))
        columns = {
            "total": ["total_usd_millions_current"],
            "constant": ["total_usd_millions_constant_2020"],
            "economic": ["economic_usd_millions_current"],
            "military": ["military_usd_millions_current"],
            "repaid": ["coalition_support_funds_usd_millions_current"],
            "with_repaid": ["total_usd_millions_current", "coalition_support_funds_usd_millions_current"],
        }[name]
        found = aid[columns].sum(axis="columns", skipna=False)
    return found.astype(float).reindex(YEARS)


def year_of(event, name):
    """The year of a series in which an event falls: US fiscal 2012 begins on 1 October 2011.

    Args:
        event: a key of ``EVENTS``.
        name: a key of ``SERIES``.

    Raises:
        ValueError: for an unknown event or series.
    """
    _known(event, EVENTS)
    _known(name, SERIES)
    year, month, _ = map(int, EVENTS[event][1].split("-"))
    return year + (SERIES[name][2] and month >= 10)


def years_of(event, name, before, after, own="out"):
    """The years that a window compares.

    Args:
        event, name: as for :func:`year_of`.
        before, after: how many years on either side, 1 to ``LONGEST``.
        own: a key of ``OWN_YEAR``. A year that counts as "after" or "before" is one of the ``after`` or ``before`` years.

    Returns:
        Two lists of years.

    Raises:
        ValueError: for an unknown event, series or ``own``, or a length outside 1 to ``LONGEST``.
    """
    _known(own, OWN_YEAR)
    if not (1 <= before <= LONGEST and 1 <= after <= LONGEST):
        raise ValueError(f"A window has 1 to {LONGEST} years on either side, not {before} and {after}.")
    year = year_of(event, name)
    last, first = year - (own != "before"), year + (own != "after")
    return list(range(last - before + 1, last + 1)), list(range(first, first + after))


def change(event, name, before, after, own="out"):
    """The mean of the years after minus the mean of the years before, in the unit of the series.

    Args and errors as for :func:`years_of`.

    Returns:
        A float; NaN if the series lacks one of the years.
    """
    return _difference(series(name).to_dict(), *years_of(event, name, before, after, own))


def all_windows(event, name):
    """Every window for one event and series, from the largest fall to the largest rise.

    Args:
        event, name: as for :func:`year_of`.

    Returns:
        A DataFrame with the columns ``before``, ``after``, ``own`` and ``change``; windows for which the series lacks a
        year are left out. There are at most 108: six lengths before, six after, three uses of the event's own year.
    """
    table = pd.DataFrame(_windows(event, name, series(name).to_dict()), columns=["before", "after", "own", "change"])
    return table.sort_values(["change", "before", "after", "own"]).reset_index(drop=True)


def _windows(event, name, values):
    """Before, after, own and change of each window for which there are values."""
    lengths = range(1, LONGEST + 1)
    choices = itertools.product(lengths, lengths, OWN_YEAR)
    found = ((*choice, _difference(values, *years_of(event, name, *choice))) for choice in choices)
    return [window for window in found if not math.isnan(window[-1])]


def every_result():
    """How many windows show a fall, for each event and series: a DataFrame for the text version."""
    rows, values = [], {name: series(name).to_dict() for name in SERIES}
    for event, name in itertools.product(EVENTS, SERIES):
        changes = [window[-1] for window in _windows(event, name, values[name])]
        if changes:
            least, most = _written(min(changes), name), _written(max(changes), name)
            falls = sum(change < 0 for change in changes)
            rows.append((EVENTS[event][0], SERIES[name][0], len(changes), falls, least, most))
    return pd.DataFrame(rows, columns=["Event", "Series", "Windows", "Falls", "Lowest change", "Highest change"])


class EventWindow(LiveFigure):
    """The student commits to a window with the values covered, then sees it beside every other window.

    Attributes:
        event, series, before, after, own: the five ``Dropdown`` controls; set their ``value``.
        commit: the ``Button`` that uncovers the values and writes the choice down.
        keep: the ``Button`` that keeps the window in view; works once something is committed.
        committed: the choice made before seeing, a tuple (event, series, before, after, own), or None.
        kept: the windows kept so far, a dict: description → change as written.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self):
        lengths = {number: str(number) for number in range(1, LONGEST + 1)}
        self.event = drop_down("Event", {key: words for key, (words, _) in EVENTS.items()}, "raid")
        self.series = drop_down("Series", {key: words for key, (words, _, _) in SERIES.items()}, "total")
        self.before = drop_down("Years before", lengths, 3)
        self.after = drop_down("Years after", lengths, 3)
        self.own = drop_down("The event's own year", OWN_YEAR, "out")
        self.commit = widgets.Button(description="Commit to this window", layout=widgets.Layout(width="auto"))
        self.keep = widgets.Button(description="Keep this window", layout=widgets.Layout(width="auto"), disabled=True)
        self.committed, self.kept = None, {}
        self.words = LiveRegion(html=self._told(all_windows(*self.choice()[:2])))
        choices = [self.event, self.series, self.before, self.after, self.own]
        bar = in_a_row([*choices, self.commit, self.keep])
        # the first state is drawn before the figure comes to life: messages sent before it is shown lose what they leave out
        self.figure = self._draw()
        self._show()
        super().__init__(
            bar,
            self.figure,
            self.words,
            text="A window before and after an event can be chosen; the values are covered until one commits to it. "
            "Then it is shown beside all other windows for the same event and series. The table says how many of these "
            "show a fall.",
            table=every_result(),
        )
        for choice in choices:
            choice.observe(lambda _: self._show(), names="value")
        self.commit.on_click(lambda _: self._commit())
        self.keep.on_click(lambda _: self._keep())

    # What is chosen

    def choice(self):
        """The window in view: a tuple (event, series, before, after, own)."""
        return tuple(control.value for control in (self.event, self.series, self.before, self.after, self.own))

    def headline(self):
        """The take-away of the window in view, one sentence."""
        if self.committed is None:
            return "Covered: choose a window, then commit to it"
        table, found = all_windows(*self.choice()[:2]), change(*self.choice())
        if not len(table):
            return "No window fits: the series has no figures there"
        falls = f"{(table['change'] < 0).sum()} of {len(table)} windows fall"
        if found != found:
            return f"Too long for the data; {falls}"
        whose = "Your window" if self.choice() == self.committed else "This window"
        return f"{whose}: {_written(found, self.series.value, short=True)}; {falls}"

    def _commit(self):
        if self.committed is None:
            self.committed = self.choice()
            self.commit.disabled, self.keep.disabled = True, False
            self._show()

    def _keep(self):
        found = change(*self.choice())
        if self.committed is not None and found == found:
            self.kept[_described(self.choice())] = _written(found, self.series.value)
            self._show()

    # What is drawn

    def _draw(self):
        fig = go.Figure()
        fig.add_bar(
            meta="bars", marker_line_width=0, width=0.9, hovertemplate="%{text}<extra></extra>", textposition="none"
        )
        for name in ("before", "after"):
            fig.add_scatter(meta=f"mean {name}", mode="lines", line=dict(color=theme.INK, width=2.5), hoverinfo="skip")
        for name, sign in (("fall", "friction"), ("rise", "cooperation")):
            look = theme.DIRECTIONS[sign]
            fig.add_scatter(
                meta=name,
                mode="markers",
                marker=dict(symbol=look.symbol, size=7, color=look.colour),
                hovertemplate="%{text}<extra></extra>",
                xaxis="x2",
                yaxis="y2",
            )
        for name, symbol in (("in view", "circle-open"), ("committed", "star")):
            marker = dict(symbol=symbol, size=15, color=theme.INK, line=dict(color=theme.INK, width=2))
            fig.add_scatter(meta=name, mode="markers", marker=marker, hoverinfo="skip", xaxis="x2", yaxis="y2")
        fig.update_layout(
            height=730,
            margin=dict(l=64, r=20, t=54, b=34),
            xaxis=dict(domain=[0, 1], anchor="y", range=[YEARS[0] - 0.5, YEARS[-1] + 1.2], dtick=2, tickformat="d"),
            yaxis=dict(domain=[0.5, 1], tickformat=",.0f"),
            xaxis2=dict(domain=[0, 1], anchor="y2", showticklabels=False, ticks=""),
            yaxis2=dict(domain=[0, 0.36], anchor="x2", tickformat=",.0f", zeroline=True, zerolinecolor=theme.INK),
        )
        return caption(fig, self.headline(), self._subtitle(), SOURCES)

    def _subtitle(self):
        name = self.series.value
        words, unit, fiscal = SERIES[name]
        return f"{words}: {unit}, by {'US fiscal' if fiscal else 'calendar'} year"

    def _show(self):
        event, name, *_ = self.choice()
        before, after = years_of(*self.choice())
        covered = self.committed is None
        values = series(name)
        table = all_windows(event, name)
        middle = 0.25 if SERIES[name][2] else 0.5  # of fiscal 2011, which began in October 2010: April 2011
        with self.figure.batch_update():
            shown = values.dropna()
            roles = ["before" if y in before else "after" if y in after else "other" for y in shown.index]
            self.trace("bars").update(
                x=[year + middle for year in shown.index],
                y=[1.0] * len(shown) if covered else shown.tolist(),  # covered: only which years there are
                text=[
                    f"{_year(year, name)}: {'covered' if covered else _plain(value, name)}"
                    for year, value in shown.items()
                ],
                marker_color=[COLOURS[role] for role in roles],
                marker_opacity=0.25 if covered else 1,
                marker_pattern_shape=["/" if role == "after" else "" for role in roles],
            )
        # a second batch: only bars have patterns, and a batch asks all its traces for the same properties
        with self.figure.batch_update():
            for side, years in (("before", before), ("after", after)):
                mean = values.reindex(years).mean(skipna=False)
                there = not covered and mean == mean
                ends = [years[0] + middle - 0.5, years[-1] + middle + 0.5]
                self.trace(f"mean {side}").update(x=ends if there else [], y=[mean, mean] if there else [])
            self._show_windows(table, covered)
            self.figure.layout.shapes = self._shapes(before, after, middle)
            self.figure.layout.annotations = [
                *[note for note in self.figure.layout.annotations if note.name == "source"],
                *self._notes(before, after, middle, values, table, covered),
            ]
            heights = pd.Series([1.0]) if covered else values
            self.figure.update_layout(yaxis=_axis(heights, covered), yaxis2=_axis(table["change"], covered))
            set_title(self.figure, self.headline(), self._subtitle())
        self.words.html = self._told(table)

    def _show_windows(self, table, covered):
        rows = table.iloc[:0] if covered else table
        name = self.series.value
        for side, part in (("fall", rows[rows["change"] < 0]), ("rise", rows[rows["change"] >= 0])):
            said = [
                f"{_window(row.before, row.after, row.own)}<br>{_written(row.change, name)}"
                for row in part.itertuples()
            ]
            self.trace(side).update(x=part.index.tolist(), y=part["change"].tolist(), text=said)
        in_view = self.choice() if self.choice() != self.committed else (None,) * 5
        for side, choice in (("in view", in_view), ("committed", self.committed or (None,) * 5)):
            here = rows[(rows[["before", "after", "own"]] == list(choice[2:])).all(axis="columns")]
            same = choice[:2] == self.choice()[:2]
            self.trace(side).update(x=here.index.tolist() if same else [], y=here["change"].tolist() if same else [])
        self.figure.update_xaxes(range=[-2, max(len(table), 10) + 1], selector=dict(anchor="y2"))

    def _shapes(self, before, after, middle):
        when = _moment(self.event.value)
        bands = [
            dict(type="rect", xref="x", yref="y domain", x0=years[0] + middle - 0.5, x1=years[-1] + middle + 0.5, y0=0, y1=1,
                 fillcolor=fill, line_width=0, layer="below")
            for years, fill in ((before, "#E3EEF6"), (after, "#FBE9DC"))
        ]  # fmt: skip
        line = dict(color=theme.INK, width=1.5, dash="dot")
        return [*bands, dict(type="line", xref="x", yref="y domain", x0=when, x1=when, y0=0, y1=1, line=line)]

    def _notes(self, before, after, middle, values, table, covered):
        def note(text, x, y, **more):
            look = dict(showarrow=False, font_size=12, font_color=theme.INK, yref="y domain", yanchor="bottom")
            return go.layout.Annotation(text=text, x=x, y=y, **{**look, **more})

        notes = [note(EVENTS[self.event.value][0], _moment(self.event.value), 1.1, xref="x")]
        for words, years, anchor in (("before", before, "right"), ("after", after, "left")):
            mean = values.reindex(years).mean(skipna=False)
            said = words if covered or mean != mean else f"{words}: {_plain(mean, self.series.value)}"
            edge = years[-1] + middle + 0.5 if anchor == "right" else years[0] + middle - 0.5
            notes.append(note(said, edge, 1, xref="x", xanchor=anchor))
        if covered:
            cover = dict(font_size=14, bgcolor=theme.PAPER, borderpad=6)
            notes.append(note("The values are covered.", 0.5, 0.4, xref="x domain", **cover))
            notes.append(note("And so is every other window.", 0.5, 0.4, xref="x2 domain", yref="y2 domain", **cover))
        above = f"All {len(table)} windows for this event and series, sorted. ▼ fall  ▲ rise  ★ committed  ○ in view"
        notes.append(note(above, 0, 1.03, xref="x2 domain", yref="y2 domain", xanchor="left"))
        return notes

    def _told(self, table):
        event, name, *_ = self.choice()
        if self.committed is None:
            return (
                f"<p>In view: {html.escape(_described(self.choice()))}. Which window would you defend <b>before</b> you know "
                "what it shows? Choose all five, write a reason in your notes, then press <b>Commit to this window</b>.</p>"
            )
        parts = [f"<b>You committed to:</b> {html.escape(_described(self.committed))}."]
        found = change(*self.choice())
        if self.choice() != self.committed:
            parts.append(f"Now in view, chosen <b>after</b> seeing: {html.escape(_described(self.choice()))}.")
        if found == found:
            parts.append(f"Mean after minus mean before: {_written(found, name)}.")
        else:
            parts.append("This window needs years for which the series has no figure.")
        if len(table):
            falls = int((table["change"] < 0).sum())
            parts.append(
                f"Of the {len(table)} windows that the data allow, {falls} show a fall and {len(table) - falls} do not; they "
                f"run from {_written(table['change'].min(), name)} to {_written(table['change'].max(), name)}."
            )
        parts.append(_warning(event, name))
        return f"<p>{' '.join(parts)}</p>{self._list_of_kept()}"

    def _list_of_kept(self):
        if not self.kept:
            return "<p>Nothing kept yet. Keep each window that you could defend.</p>"
        rows = "".join(f"<li>{html.escape(words)}: {found}</li>" for words, found in self.kept.items())
        return f"<p><b>Kept:</b></p><ul>{rows}</ul>"


def _difference(values, before, after):
    """Mean after minus mean before; NaN if a year is missing. ``values`` is a dict by year."""
    means = [sum(values.get(year, math.nan) for year in years) / len(years) for years in (after, before)]
    return means[0] - means[1]


def _moment(event):
    day = pd.Timestamp(EVENTS[event][1])
    return day.year + (day.day_of_year - 1) / 365.25


def _axis(values, covered):
    """The range of an axis that holds the values and zero, with some room; its numbers only once they may be seen."""
    known = [0.0, *values.dropna()]
    room = 0.12 * ((max(known) - min(known)) or 1)
    return dict(range=[min(known) - (min(known) < 0) * room, max(known) + room], showticklabels=not covered)


def _warning(event, name):
    if event == "placebo":
        return "On this day nothing in our table happened: what the windows show comes from elsewhere."
    if name in ("favour", "votes") and event in ("davis", "raid", "salala"):
        return "By calendar year Davis, Abbottabad and Salala are one and the same point: yearly data cannot tell them apart."
    if event in ("davis", "raid"):
        return "Davis and Abbottabad fall in the same fiscal year, 2011: yearly data cannot tell one from the other."
    return "A change after an event may have begun before it, and may have other causes."


def _described(choice):
    event, name, before, after, own = choice
    return f"{EVENTS[event][0]}; {SERIES[name][0]}; {_window(before, after, own)}"


def _window(before, after, own):
    years = [f"{number} year{'s' if number > 1 else ''}" for number in (before, after)]
    return f"{years[0]} before, {years[1]} after, own year {OWN_YEAR[own]}"


def _year(year, name):
    return f"Fiscal {year}" if SERIES[name][2] else str(year)


def _plain(value, name):
    text = f"{value:,.0f}" if SERIES[name][1].startswith("millions") else f"{value:.1f}"
    return text.replace("-", "−")


def _written(value, name, short=False):
    """A change with its sign and unit."""
    sign = "+" if value >= 0 else "−"
    if SERIES[name][1].startswith("millions"):
        return f"{sign}{abs(value):,.0f} million" + ("" if short else " dollars a year")
    points = "points" if name == "favour" else "hundredths"
    return f"{sign}{abs(value):.1f} {points}"


def _known(value, possible):
    if value not in possible:
        raise ValueError(f"There is no {value!r}. Possible: {', '.join(possible)}.")

"""The deciding widget of notebook 05: who counts the civilians killed by drones, and which headline that allows."""

import html
from typing import NamedTuple

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from uspak import article, data, dates
from uspak.drawing import theme
from uspak.drawing.figure import caption, set_title
from uspak.widgets.controls import Decision, LiveRegion, drop_down, in_a_row
from uspak.widgets.live import LiveFigure


class Count(NamedTuple):
    """How one count is named and described: on the axis, in a headline, its colour, and who counts by what rule."""

    axis: str
    short: str
    colour: str
    rule: str


#: The counts by their name in ``drone_totals``, in the order of the figure from the top; colours after Okabe and Ito.
COUNTS = {
    "Bureau of Investigative Journalism": Count(
        "Bureau, 2004–2018",
        "The Bureau",
        "#8E3B73",
        "Journalists in London. For each strike they keep the lowest and the highest figure that anybody reported.",
    ),
    "New America": Count(
        "New America, 2004–2018",
        "New America",
        "#B97A00",
        "A think tank in Washington. Two credible reports are needed for each strike, and there is a third class: "
        "{unknown} people of unknown status. Here they are {choice}.",
    ),
    "Long War Journal": Count(
        "Long War Journal, 2004–2018",
        "Long War Journal",
        "#6B6B6B",
        "An American website that follows armed groups. One figure, no range, and no total of the dead that we could see.",
    ),
    "Pakistan Foreign Ministry, to UN rapporteur Emmerson": Count(
        "Pakistan to the UN,<br>2004–March 2013",
        "Pakistan to the UN",
        "#009E73",
        "The Foreign Ministry's figures for the UN's rapporteur: the lower end is civilians, the upper end adds people "
        "who were probably no fighters.",
    ),
    "Pakistan Ministry of Defence, to the Senate": Count(
        "Pakistan to its Senate,<br>2008–October 2013",
        "Pakistan to its Senate",
        "#009E73",
        "The Ministry of Defence's written reply to the Senate, seven months after the same government's figure for the UN.",
    ),
    "US government (ODNI)": Count(
        "US, four countries,<br>2009–2015",
        "The US",
        "#0072B2",
        "The official release of 2016 for Pakistan, Yemen, Somalia and Libya together, with no split by country. Officials told "
        "The New York Times in 2012 that men of fighting age in a strike zone count as fighters unless shown innocent; the "
        "release says that not all such men do.",
    ),
}
#: The counters of the whole campaign that give a range and belong to no government.
OUTSIDE = ("Bureau of Investigative Journalism", "New America")
MEASURES = {
    "people": "number of civilians",
    "like": "share of all killed, low with low, high with high",
    "widest": "share of all killed, widest range",
}
SUBTITLES = {
    "people": "Civilians killed by US drones, by counter: lowest to highest figure (people)",
    "like": "Civilians in percent of all killed by US drones: low by low, high by high",
    "widest": "Civilians in percent of all killed by US drones: the widest range",
}
UNKNOWN = {False: "left out", True: "counted as civilians"}
_NOT_CHOSEN = "#D9D4C9"


def counts(unknown=False):
    """The counts of civilians killed by American drones.

    Args:
        unknown: whether the people whom New America calls neither civilian nor militant count as civilians.

    Returns:
        A DataFrame with one row for each key of ``COUNTS`` (the index), and the columns ``civilians_min``,
        ``civilians_max``, ``killed_min`` and ``killed_max`` (people; NA where the counter gives none).

    Raises:
        KeyError: if a count is missing from ``drone_totals``.
    """
    totals = data.evidence("drone_totals").dropna(subset="civilians_min").set_index("counted_by").loc[list(COUNTS)]
    table = totals[["civilians_min", "civilians_max", "killed_min", "killed_max"]].copy()
    if unknown:
        for end, people in zip(("min", "max"), _unknown(), strict=True):
            table.loc["New America", f"civilians_{end}"] += people
    return table


def _unknown():
    """Lowest and highest number of people whom New America calls neither civilian nor militant."""
    yearly = data.evidence("drone_strikes").groupby("counted_by")[["unknown_status_min", "unknown_status_max"]].sum()
    return tuple(yearly.loc["New America"])


def ranges(measure="people", unknown=False):
    """The lowest and highest value of each count.

    Args:
        measure: ``"people"``; ``"like"``: percent of all killed, lowest by lowest and highest by highest, the
            smaller of the two first; ``"widest"``: percent, fewest civilians among the most dead to most civilians among the fewest dead.
        unknown: as for :func:`counts`.

    Returns:
        A DataFrame with the index of :func:`counts` and the columns ``low`` and ``high`` (float, NaN where a counter
        gives no total of the dead).

    Raises:
        ValueError: for an unknown measure.
    """
    if measure not in MEASURES:
        raise ValueError(f"There is no {measure!r}. Possible: {', '.join(MEASURES)}.")
    table = counts(unknown).astype("Float64").astype(float)
    low, high = table["civilians_min"], table["civilians_max"]
    if measure != "people":
        first, last = ("killed_min", "killed_max") if measure == "like" else ("killed_max", "killed_min")
        low, high = 100 * low / table[first], 100 * high / table[last]
    both = pd.DataFrame({"low": low, "high": high})
    return pd.DataFrame({"low": both.min(axis=1), "high": both.max(axis=1)})


#: The headlines to choose from: words, whether a count (a row of ``ranges()``) bears the headline out, and what to say.
HEADLINES = (
    (
        "Drones have killed 67 civilians",
        lambda count, low, high: low == high == 67,
        "It has one source, a government that had named at least 400 seven months before, and it names neither source nor years.",
    ),
    (
        "Drones have killed thousands of civilians",
        lambda count, low, high: high >= 2000,
        "Thousands of people were killed, but none of these counts has thousands of civilians. The Conflict Monitoring Center in "
        "Islamabad wrote of 2,043 dead by 2010, mostly civilians, and gave no number for them that we could see.",
    ),
    (
        "Hundreds of civilians killed by drones in Pakistan",
        lambda count, low, high: low >= 200 and high < 1000,
        "It is short. It does not say who counted, nor in which years, nor that others have 67 or 158.",
    ),
    (
        "Two counters outside government: 245 to 969 civilians, 2004–2018",
        lambda count, low, high: count in OUTSIDE and low >= 245 and high <= 969,
        "It gives its years and who did not count. But it runs two ranges into one, and the Long War Journal, outside government "
        "too, has 158. Nor does it say that all of them count from afar, mainly from press reports.",
    ),
)


class WhoCounts(LiveFigure):
    """The student chooses a counter and a measure, always beside all the others, and decides on a headline.

    Args:
        count: a key of ``COUNTS``.
        measure: a key of ``MEASURES``.

    Attributes:
        count, measure, unknown: the ``Dropdown`` controls; set their ``value``.
        decision: the ``Decision`` on a headline; its answers are those of ``HEADLINES``, in order.
        words: the text below, a ``LiveRegion``.
    """

    def __init__(self, count="Bureau of Investigative Journalism", measure="people"):
        self.count = drop_down("Counter", {key: count.short for key, count in COUNTS.items()}, count)
        self.measure = drop_down("Measure", MEASURES, measure)
        self.unknown = drop_down("People of unknown status", UNKNOWN, False)
        self.decision = Decision(
            question="Which of these headlines may a careful newspaper print?",
            options=[words for words, _, _ in HEADLINES],
        )
        self.words = LiveRegion()
        choices = [self.count, self.measure, self.unknown]
        super().__init__(
            in_a_row(choices),
            self._draw(),
            widgets.VBox([self.decision, self.words]),
            text=f"{self.headline()}. {self._told()} Beside it: {self._others()}.",
            table=every_count(),
        )
        for choice in choices:
            choice.observe(lambda _: self._show(), names="value")
        self.decision.observe(lambda _: self._show(), names="decided")
        self._show()

    # What is said

    def ranges(self):
        """The ranges in view, as from :func:`ranges`."""
        return ranges(self.measure.value, self.unknown.value)

    def headline(self):
        """The take-away of the choice in view, one sentence."""
        low, high = self.ranges().loc[self.count.value]
        who = COUNTS[self.count.value].short
        where = ", four countries" if "US" in self.count.value else ""
        if low != low:
            return f"{who} gives no total, so it has no share"
        added = ", civilians and unknown" if self._with_unknown(self.count.value) else ""
        if self.measure.value == "people":
            return f"{who}: {written(low, high)} {'killed' if added else 'civilians killed'}{where}{added}"
        return f"{who}: {written(low, high)} percent{added or ' of the dead'}{where}"

    def _with_unknown(self, count):
        return self.unknown.value and count == "New America"

    def bearing(self, number):
        """The counts that bear out a headline: a list of keys of ``COUNTS``; unknown people as the student set them."""
        fits = HEADLINES[number][1]
        table = ranges("people", self.unknown.value)
        return [count for count, low, high in table.itertuples() if fits(count, low, high)]

    def _told(self):
        """The count in view: its area, its years, who counts and how."""
        totals = data.evidence("drone_totals").dropna(subset="civilians_min").set_index("counted_by")
        row = totals.loc[self.count.value]
        rule = COUNTS[self.count.value].rule.format(unknown=written(*_unknown()), choice=UNKNOWN[self.unknown.value])
        return f"{self.count.value} ({row['scope']}, {_period(row['period'])}). {rule}"

    def _others(self):
        table = self.ranges().drop(index=self.count.value)
        return "; ".join(f"{COUNTS[count].short} {written(low, high)}" for count, low, high in table.itertuples())

    def _decided(self):
        number = self.decision.decided
        if number < 0:
            return "<p>Not decided yet. Choose a headline, then see which counts bear it out.</p>"
        words, _, comment = HEADLINES[number]
        bearing = self.bearing(number)
        named = f" ({', '.join(COUNTS[count].short for count in bearing)})" if bearing else ""
        return (
            f"<p><b>You would print: {html.escape(words)}.</b> {len(bearing)} of {len(COUNTS)} counts bear it out{html.escape(named)}. "
            f"{html.escape(comment)}</p>"
        )

    # What is seen

    def _draw(self):
        fig = go.Figure()
        fig.add_bar(
            name="ranges",
            meta="ranges",
            orientation="h",
            width=0.5,
            cliponaxis=False,
            textposition="outside",
            textfont=dict(size=13, color=theme.INK),
            hovertemplate="%{customdata}<extra></extra>",
        )
        fig.update_layout(
            height=470,
            margin=dict(l=176, r=96, t=12, b=40),
            yaxis=dict(autorange="reversed", showgrid=False, ticks="", tickfont=dict(size=12, color=theme.INK)),
            xaxis=dict(showgrid=True, rangemode="tozero"),
        )
        return caption(
            fig,
            self.headline(),
            self._subtitle(),
            "data/evidence/drone_totals.csv and drone_strikes.csv, with the source of each count. Bars run from the lowest "
            "to the highest figure and have no middle. Periods and areas differ.",
        )

    def _subtitle(self):
        return SUBTITLES[self.measure.value]

    def _show(self):
        table = self.ranges()
        ticked = self.bearing(self.decision.decided) if self.decision.decided >= 0 else []
        top = 1000 if self.measure.value == "people" else 40
        low, high = table["low"].fillna(0), table["high"].fillna(0)
        chosen = [count == self.count.value for count in table.index]
        with self.figure.batch_update():
            self.trace("ranges").update(
                y=[COUNTS[count].axis + "<br>with the unknown" * self._with_unknown(count) for count in table.index],
                base=low.tolist(),
                x=(high - low).clip(lower=top / 150).tolist(),
                text=[self._label(count, *pair, ticked) for count, *pair in table.itertuples()],
                customdata=[
                    f"<b>{html.escape(count)}</b><br>{written(*pair)}"
                    for count, pair in zip(table.index, table.itertuples(index=False), strict=True)
                ],
            )
            self.trace("ranges").marker.update(
                color=[self._colour(count, *pair) for count, *pair in table.itertuples()],
                line=dict(
                    color=[theme.INK if mine else article.OTHER_ACTOR for mine in chosen],
                    width=[
                        0 if missing else 2 if mine else 1
                        for mine, missing in zip(chosen, table["low"].isna(), strict=True)
                    ],
                ),
            )
            self.figure.update_xaxes(range=[0, top], ticksuffix="" if self.measure.value == "people" else "%")
            set_title(self.figure, self.headline(), self._subtitle())
        self.words.html = f"<p>{html.escape(self._told())}</p>{self._decided()}"

    def _label(self, count, low, high, ticked):
        """What stands at the end of a bar; a tick if the count bears out the headline decided on."""
        words = f"{written(low, high)}{' ✓' if count in ticked else ''}"
        return f"<b>{words}</b>" if count == self.count.value else words

    def _colour(self, count, low, high):
        """The counter's own colour if it is chosen; none at all where there is nothing to draw."""
        if low != low:
            return "rgba(0,0,0,0)"
        return COUNTS[count].colour if count == self.count.value else _NOT_CHOSEN


def every_count():
    """All counts by all measures: a DataFrame of texts, one row for each count, ranges as "424–969"."""
    columns = {"Counted by": list(COUNTS)}
    for unknown in (False, True):
        for measure, words in MEASURES.items():
            if unknown and measure != "people":
                continue
            name = f"Civilians: {words}" + (", with people of unknown status" if unknown else "")
            columns[name] = [written(*pair) for pair in ranges(measure, unknown).itertuples(index=False)]
    return pd.DataFrame(columns)


def written(low, high):
    """A range as text: "424–969", "17–24", "67"; "no total given" for NaN."""
    if low != low or high != high:
        return "no total given"
    first, last = f"{low:,.0f}", f"{high:,.0f}"
    return first if first == last else f"{first}–{last}"


def _period(period):
    first, last = (dates.written_date(part) for part in period.split("/"))
    return f"{first} to {last}"

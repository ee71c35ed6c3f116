"""The exercises of notebook 04, Sanctions and the bomb."""

import pandas as pd

from uspak import data
from uspak.exercises import wording
from uspak.exercises.core import Date, Exercise, Mistake, Parts

from . import sanctions

#: What the notebook has made of the tables when the exercises begin.
SETUP = (
    "events = data.events()\n"
    'reach, sanctions = data.evidence("sanction_reach"), data.evidence("sanctions")\n'
    'measures = reach.merge(sanctions[["sanction_id", "date"]], on="sanction_id", how="left", validate="many_to_one")\n'
    'measures["begins"] = measures["date"].map(lambda text: pd.Period(text).end_time.normalize())\n'
    'measures["ends"] = pd.to_datetime(measures["until"], format="ISO8601")\n'
    'aid = data.evidence("aid_by_year")\n'
    'aid = aid[aid["fiscal_year"] != "1976TQ"]\n'
    "aid = pd.DataFrame({\n"
    '    "year": aid["fiscal_year"].astype(int),\n'
    '    "economic": aid["economic_usd_millions_constant_2020"],\n'
    '    "military": aid["military_usd_millions_constant_2020"],\n'
    '    "year_begins": pd.to_datetime(aid["fy_start_date"]),\n'
    '    "year_ends": pd.to_datetime(aid["fy_end_date"]),\n'
    '}).query("1977 <= year <= 2002")\n'
    'economic = measures[measures["stream"] == "economic aid"]\n'
    'pairs = aid.merge(economic[["law", "begins", "ends"]], how="cross")\n'
    'start = pairs[["year_begins", "begins"]].max(axis="columns")\n'
    'end = pairs[["year_ends", "ends"]].min(axis="columns")\n'
    'pairs["days"] = (end - start).dt.days\n'
    'barred = pairs[pairs["days"] > 0].groupby("year", as_index=False).agg(laws=("law", "nunique"))'
)
TEST_DAY = pd.Timestamp("1998-05-28")
PERIODS = {"1982–90": (1982, 1990), "1991–2000": (1991, 2000)}


def aid(prices="constant_2020"):
    """Economic and military aid of fiscal 1977 to 2002 in millions of dollars, by year (the index)."""
    table = data.evidence("aid_by_year")
    table = table[table["fiscal_year"].str.fullmatch(r"\d{4}")]
    table = table.set_index(table["fiscal_year"].astype(int)).sort_index().loc[1977:2002]
    return pd.DataFrame({name: table[f"{name}_usd_millions_{prices}"] for name in ("economic", "military")})


def _days(first, last):
    return (pd.Timestamp(last) - pd.Timestamp(first)).days


class PresslerDays(Exercise):
    answer = "pressler_days"
    title = "How long was Pressler in force?"
    question = (
        "How many days lie between the Pressler cut-off and the waiver of the nuclear sanctions (events "
        "`1990-pressler-cut-off` and `2001-sanctions-waived`)?"
    )
    hints = (
        'The dates stand in the events: `dates = events.set_index("event_id")["date"]`. They are still text.',
        "`pd.to_datetime(...)` turns each into a date; one date minus another gives a Timedelta.",
        "A Timedelta has `.days`, without brackets.",
    )
    setup = SETUP
    solution_code = (
        'dates = events.set_index("event_id")["date"]\n'
        'cut, waiver = pd.to_datetime(dates["1990-pressler-cut-off"]), pd.to_datetime(dates["2001-sanctions-waived"])\n'
        "pressler_days = (waiver - cut).days"
    )
    why = (
        "Eleven years less nine days. The waiver came eleven days after 11 September 2001, when Washington needed Pakistan again; the bomb "
        "was built and tested by then. What ended the sanction was not what had begun it."
    )

    def _dates(self):
        return data.events().set_index("event_id")["date"]

    def expected(self):
        dates = self._dates()
        return _days(dates["1990-pressler-cut-off"], dates["2001-sanctions-waived"])

    def also(self):
        """With the first and the last day."""
        return (self.expected() + 1,)

    def mistakes(self):
        dates = self._dates()
        cut, waiver = dates["1990-pressler-cut-off"], dates["2001-sanctions-waived"]
        return (
            Mistake(
                "from the law of 1985",
                _days(f"{dates['1985-pressler-amendment']}-01", waiver),
                "You counted from the law itself. For five years it barred nothing: begin with the day on which no certificate came.",
            ),
            Mistake(
                "turned round",
                _days(waiver, cut),
                "The sign is turned round: take the later date minus the earlier one.",
            ),
            Mistake(
                "years",
                round(_days(cut, waiver) / 365.25, 1),
                "That looks like years. The question asks for days: `.days` of the difference.",
                when=lambda answer: isinstance(answer, int | float) and 10.9 <= answer <= 11,
            ),
            Mistake(
                "to 11 September",
                _days(cut, "2001-09-11"),
                "You stopped at the attacks of 11 September. The waiver came a few days later; its own row has the day.",
            ),
        )


class FirstBreak(Date):
    answer = "first_break"
    title = "The first great break"
    question = "On which day does our table of events have the first friction with a weight of −7 or below?"
    hints = (
        'Two conditions, joined with `&` and each in round brackets: `events["direction"] == "friction"` and one on `"weight"`.',
        "The weights are negative, so 'or below' is `<= -7`.",
        'The table is sorted by date: take the first value of the column `"date"` with `.iloc[0]`.',
    )
    setup = SETUP
    solution_code = 'breaks = events[(events["direction"] == "friction") & (events["weight"] <= -7)]\nfirst_break = breaks["date"].iloc[0]'
    why = (
        "A quarter of a century before the 1990s, and by our own coding: somebody who gives 1965 another weight may get another "
        "day. The next day by this rule lies in 1979. Whether such an event is 'major' is for you to argue."
    )

    def _breaks(self, condition):
        events = data.events()
        return events[(events["direction"] == "friction") & condition(events["weight"])]["date"]

    def expected(self):
        return self._breaks(lambda weight: weight <= -7).iloc[0]

    def mistakes(self):
        return (
            Mistake(
                "weaker friction",
                self._breaks(lambda weight: weight <= -5).iloc[0],
                "That event weighs −5. The question asks for −7 or below.",
            ),
            Mistake(
                "strictly below",
                self._breaks(lambda weight: weight < -7).iloc[0],
                "You took weights below −7 only. 'Or below' includes −7 itself: `<=`.",
            ),
            Mistake(
                "the article's own",
                self._breaks(lambda weight: weight <= -7).loc[lambda dates: dates >= "1990"].iloc[0],
                "That is the break which the article calls the first. Is anything as heavy earlier in the table?",
            ),
            Mistake(
                "the last",
                self._breaks(lambda weight: weight <= -7).iloc[-1],
                "That is the last row. The first has the position 0: `.iloc[0]`.",
            ),
        )


class InForce(Exercise):
    answer = "in_force"
    title = "In force on the day of the tests"
    question = (
        "Which measures (column `sanction_id` of `measures`) were certainly in force against Pakistan on 28 May 1998, the day of its "
        "first tests? Give a set of ids."
    )
    hints = (
        'A day as a date: `day = pd.Timestamp("1998-05-28")`.',
        "A measure is in force if it `begins` on that day or before **and** `ends` on that day or later.",
        'Filter `measures` with both conditions, then `set(...)` of the column `"sanction_id"`.',
    )
    setup = SETUP
    solution_code = (
        'day = pd.Timestamp("1998-05-28")\n'
        'there = measures[(measures["begins"] <= day) & (measures["ends"] >= day)]\n'
        'in_force = set(there["sanction_id"])'
    )
    why = (
        "Three kinds of laws were in force when Pakistan tested; the Glenn sanctions came two days later. So the tests show what the "
        "older laws could not prevent, and Glenn is an answer to the tests, not a cause of anything before."
    )

    def _measures(self):
        return sanctions.bars()

    def _where(self, condition, column="sanction_id"):
        table = self._measures()
        return set(table[condition(table)][column])

    def expected(self):
        return self._where(lambda table: (table["begins"] <= TEST_DAY) & (table["ends"] >= TEST_DAY))

    def rows(self):
        right = self.expected()
        return pd.Series({name: name in right for name in self._measures()["sanction_id"]})

    def mistakes(self):
        right = self.expected()
        return (
            Mistake(
                "all measures",
                self._where(lambda table: table["law"].notna()),
                "You have all measures of the table. Which had begun, and not yet ended?",
            ),
            Mistake(
                "whatever had begun",
                self._where(lambda table: table["begins"] <= TEST_DAY),
                "All of these had begun. Some had ended before the tests: add the second condition, on `ends`.",
            ),
            Mistake(
                "whatever had not ended",
                self._where(lambda table: table["ends"] >= TEST_DAY),
                "None of these had ended. Some had not yet begun: add the second condition, on `begins`.",
            ),
            Mistake(
                "with Glenn",
                right | {"1998-glenn-sanctions"},
                "Look at the day on which the Glenn sanctions begin: was that on 28 May or after it?",
            ),
            Mistake(
                "with the debt clause",
                right | {"1998-debt-arrears"},
                "The start of the debt clause is known only as 1998. `begins` takes the last day that this allows; use that column.",
            ),
            Mistake(
                "laws",
                self._where(lambda table: (table["begins"] <= TEST_DAY) & (table["ends"] >= TEST_DAY), "law"),
                "These are laws. One law can have several measures: the question asks for these, the column `sanction_id`.",
                when=lambda answer: (
                    0 < len(set(answer)) and set(answer) <= self._where(lambda table: table["law"].notna(), "law")
                ),
            ),
            Mistake(
                "without the missile sanctions",
                right - {"1998-ghauri-sanctions"},
                "One is missing: a measure over a missile test some weeks before. It barred technology, not aid. Is your "
                "`day` 28 May 1998?",
            ),
            Mistake(
                "Pressler alone",
                {"1990-pressler-cut-off"},
                "The Pressler cut-off is one of them. The table has more: filter it rather than remember.",
            ),
        )


class LostYears(Exercise):
    answer = "lost_years"
    title = "What an inner merge would lose"
    question = (
        "`aid` has a row for each fiscal year 1977 to 2002, `barred` only for those in which economic aid was barred on at least one day. "
        'How many fiscal years would `aid.merge(barred, on="year", how="inner")` leave out?'
    )
    hints = (
        '`how="inner"` keeps the years that both tables have; `how="left"` keeps all of `aid`.',
        "Compare lengths: `len(aid)` and `len(...)` of the merged table.",
        'Or merge with `how="left"` and count the empty cells: `["laws"].isna().sum()`.',
    )
    setup = SETUP
    solution_code = 'lost_years = len(aid) - len(aid.merge(barred, on="year", how="inner"))'
    why = (
        "The years without a bar are the years before 1979 and those of the Afghan war: exactly the comparison that the question needs. "
        "A merge that throws them away would leave nothing to compare with."
    )

    def _barred(self):
        table = sanctions.bars()
        spans = sanctions.layers(table[table["stream"] == "economic aid"])
        years = data.evidence("aid_by_year")
        years = years[years["fiscal_year"].str.fullmatch(r"\d{4}") & years["fiscal_year"].between("1977", "2002")]
        barred = [
            any(begins < last and ends > first for begins, ends, _ in spans)
            for first, last in zip(
                *(pd.to_datetime(years[f"fy_{edge}_date"]) for edge in ("start", "end")), strict=True
            )
        ]
        return sum(barred), len(years)

    def expected(self):
        found, number = self._barred()
        return number - found

    def rows(self):
        found, number = self._barred()
        return pd.Series([False] * found + [True] * (number - found))

    def mistakes(self):
        found, number = self._barred()
        return (
            Mistake(
                "what it keeps",
                found,
                "That is how many years an inner merge keeps. The question asks how many it leaves out.",
            ),
            Mistake(
                "all years",
                number,
                "That is the number of all years in `aid`. Some of them have a partner in `barred`.",
            ),
            Mistake(
                "nothing lost",
                0,
                'Nothing is lost with `how="left"`. Try `how="inner"` and look at the length.',
            ),
        )


class MeansOfEconomicAid(Exercise):
    answer = "economic_means"
    label_column = "period"
    title = "Economic aid before and under the law"
    question = (
        "Mean **economic** aid a year, in millions of dollars of 2020, for the fiscal years 1982 to 1990 and 1991 to 2000: a "
        "Series with the labels `1982–90` and `1991–2000`."
    )
    tolerance = 0.5
    hints = (
        "The column `period` of `compared` has these two labels.",
        'Split by it, take one column, and average: `compared.groupby("period", observed=True)["..."]`.',
        "The column is `economic`; the last step is `.mean()`.",
    )
    setup = (
        SETUP
        + '\ncompared = aid.assign(period=pd.cut(aid["year"], [1981, 1990, 2000], labels=["1982–90", "1991–2000"])).dropna(subset="period")'
    )
    solution_code = 'economic_means = compared.groupby("period", observed=True)["economic"].mean()'
    why = (
        "Down by about nine tenths, not to nothing. The first of the ten years is the highest. "
        "Remember what a before–after comparison cannot do: it does not say how much of the fall the law brought about."
    )

    def _means(self, column="economic", prices="constant_2020", how="mean"):
        table = aid(prices)
        return pd.Series({label: table.loc[slice(*years), column].agg(how) for label, years in PERIODS.items()})

    def expected(self):
        return self._means().rename_axis("period")

    def rows(self):
        table = aid()["economic"]
        return pd.concat(
            [table.loc[slice(*years)].rename(lambda _, name=name: name) for name, years in PERIODS.items()]
        )

    def mistakes(self):
        return (
            Mistake(
                "military",
                self._means("military"),
                "These are the means of military aid. The question asks for economic aid.",
            ),
            Mistake(
                "sum",
                self._means(how="sum"),
                "These are sums. The periods have nine and ten years, so compare the means of a year.",
            ),
            Mistake(
                "dollars of the day",
                self._means(prices="current"),
                "These are dollars of the day. The table `aid` of this notebook is in dollars of 2020.",
            ),
            Mistake(
                "both kinds together",
                self._means() + self._means("military"),
                "That is economic and military aid together. Take the column `economic` alone.",
            ),
        )


class FairerSentence(Parts):
    answer = "fairer_sentence"
    title = "Who led it? A fairer sentence"
    question = (
        "The article says that the programme was led by Dr Abdul Qadeer Khan. Take *led* apart: by the accounts in `bomb_builders`, who "
        "asked for a bomb in 1972, who began the enrichment project in 1974, who enriched the uranium at Kahuta from 1976 on, and who "
        "decided to test in 1998? Give a dict with the year as label and a person or body as value: "
        "`{1972: ..., 1974: ..., 1976: ..., 1998: ...}`."
    )
    parts = {
        1972: "who asked scientists for a bomb",
        1974: "who began the enrichment project",
        1976: "who enriched the uranium at Kahuta from then on",
        1998: "who decided to test",
    }
    model = {1972: "Bhutto", 1974: "Atomic Energy Commission", 1976: "A. Q. Khan", 1998: "Nawaz Sharif"}
    right = {1972: "bhutto", 1974: "atomic-energy-commission", 1976: "khan-laboratories", 1998: "sharif"}
    wants = "a dict with the years 1972, 1974, 1976 and 1998 as labels"
    hints = (
        "`bomb_builders` in the section on the map has a row for each party: the years stand in the column `part`.",
        "Two of the four are heads of government, one is a body. Only one of the four is A. Q. Khan.",
    )
    setup = SETUP
    why = (
        "Now say it in one sentence: Bhutto asked for it in 1972, the Atomic Energy Commission began the enrichment in "
        "1974, A. Q. Khan led "
        "it at Kahuta from 1976, and Sharif decided to test in 1998. Who is named as the builder decides whom a sanction should have "
        "met. And mind the column `said_by`: the row of 1974 rests on a man of the Commission, that of Kahuta on Khan himself."
    )
    #: How a short text may name each party; the Khans are told apart by their other names.
    spellings = {
        "bhutto": ("zulfikar ali bhutto", "zulfiqar ali bhutto", "z a bhutto", "zulfikar bhutto", "zulfiqar bhutto", "bhutto", "zab"),
        "another Bhutto": ("benazir bhutto", "benazir"),
        "atomic-energy-commission": (
            "pakistan atomic energy commission", "atomic energy commission", "energy commission", "atomic commission", "commission", "paec",
            "aec", "munir ahmad khan", "munir ahmed khan", "munir khan", "munir a khan", "m a khan", "munir", "sultan bashiruddin mahmood",
            "bashiruddin mahmood", "bashir ud din mahmood", "mahmood",
        ),
        "khan-laboratories": (
            "abdul qadeer khan", "abdul qadir khan", "a q khan", "aq khan", "a qadeer khan", "qadeer khan", "aqk", "qadeer", "a q",
            "khan research laboratories", "khan laboratories", "engineering research laboratories", "erl",
            "kahuta research laboratories", "kahuta laboratories", "kahuta", "krl",
        ),
        "ghulam-ishaq-khan": ("ghulam ishaq khan", "ishaq khan", "ghulam ishaq", "g i khan", "gik"),
        "zia": ("muhammad zia ul haq", "zia ul haq", "general zia", "zia"),
        "china": ("china", "beijing", "chinese"),
        "western-suppliers": ("united states", "america", "washington", "canada", "france"),
        "sharif": ("mian nawaz sharif", "nawaz sharif", "nawaz shareef", "nawaz", "sharif", "shareef"),
        "another Sharif": ("shehbaz sharif", "shahbaz sharif", "shehbaz", "shahbaz"),
        "a Khan": ("khan",),
    }  # fmt: skip
    fillers = (
        "dr doctor mr sir general president prime minister pm chairman chief director head led under with and his its their team at in s "
        "pakistan pakistani pakistan's engineers scientists laboratories laboratory lab labs government cabinet "
        "mian ali muhammad mohammad sultan zulfikar first project"
    ).split()
    usual = {
        "the article's sentence": dict.fromkeys(right, "A. Q. Khan"),
        "Khan from the start": {**model, 1974: "A. Q. Khan"},
        "which Khan": {**model, 1976: "Khan"},
        "nobody named": {**model, 1974: "many people"},
        "the coordinator": {**model, 1974: "Ghulam Ishaq Khan"},
        "the Commission at Kahuta": {**model, 1976: "Munir Ahmad Khan"},
        "another Sharif": {**model, 1998: "Shehbaz Sharif"},
    }

    def faults(self, given):
        """Which year has nobody, an unclear name or another party than the table."""
        named = {year: self._named(value) for year, value in given.items()}
        if all(party == "khan-laboratories" for party in named.values()):
            yield "That is the article's sentence: one man for everything. Whose are the years before he came back to Pakistan?"
        for year, party in named.items():
            if party != self.right[year]:
                yield self._about(year, party)

    def _named(self, value):
        if isinstance(value, (list, tuple, set)) and len(value) == 1:
            value = next(iter(value))
        if not isinstance(value, str):
            return None
        found, others = wording.names(value, self.spellings, self.fillers)
        found -= {"a Khan"} if "khan-laboratories" in found else set()
        return found.pop() if len(found) == 1 and not others else None

    def _about(self, year, party):
        if party is None:
            return f"`{year}` has to be one person or body of the column `party`, written as there."
        if party == "a Khan":
            return f"`{year}`: which Khan? Three of that name stand in the column `party`. Write more of the name."
        if party.startswith("another"):
            return f"`{year}`: {party} than the one in the table. Write the first name, too, and compare it with the column `party`."
        if (year, party) == (1974, "khan-laboratories"):
            return "`1974` is too early for A. Q. Khan: he came back to Pakistan later. Who handed the project to him?"
        if (year, party) == (1976, "atomic-energy-commission"):
            return "`1976`: in that year the project was handed over. To whom?"
        return f"`{year}`: that party has a part in the table, but another one. Look for {year} in the column `part`."


pressler_days = PresslerDays()
first_break = FirstBreak()
in_force = InForce()
lost_years = LostYears()
economic_means = MeansOfEconomicAid()
fairer_sentence = FairerSentence()

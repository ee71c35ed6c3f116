"""The exercises of notebook 08, The pivot to China."""

import re

from uspak import data
from uspak.exercises import values, wording
from uspak.exercises.core import Choice, Exercise, Keywords, Mistake

TIV, COST, OWED = "tiv_millions", "cost_usd_millions_current", "owed_usd_billions_current"

#: What became of a project, in three words: the dictionary that stands in the notebook.
OUTCOMES = {
    "completed": "completed",
    "partly completed": "begun",
    "ground broken": "begun",
    "pipeline": "not begun",
    "not started": "not begun",
}

#: What the notebook has made of the tables when the exercises begin.
SETUP = (
    'arms = data.evidence("arms_imports")\n'
    'arms = arms.assign(period=arms["year"] // 5 * 5)\n'
    'volume = arms.pivot_table(index="period", columns="supplier", values="tiv_millions", aggfunc="sum", fill_value=0)\n'
    f"outcomes = {OUTCOMES!r}\n"
    'projects = data.evidence("cpec_projects")\n'
    'projects = projects.assign(outcome=projects["state"].map(outcomes), cost=projects["cost_usd_millions_current"])\n'
    'creditors = data.evidence("external_debt_creditors")\n'
    'creditors = creditors.assign(owed=creditors["owed_usd_billions_current"])'
)


def volume():
    """Arms imports in millions of TIV: one row a five-year period, one column a supplier, 0 where nothing is listed."""
    arms = data.evidence("arms_imports")
    arms = arms.assign(period=arms["year"] // 5 * 5)
    return arms.pivot_table(index="period", columns="supplier", values=TIV, aggfunc="sum", fill_value=0)


def leaders(table):
    """The largest supplier of each period."""
    return table.idxmax(axis="columns")


class ChinaInTheSixties(Exercise):
    answer = "china_1965_69"
    title = "The first lead, by another whole"
    question = "What percent of all that China delivered from 1950 to 2024 came in the period 1965 to 1969? Use the table `volume`."
    hints = (
        'The whole is now everything that China delivered: one column of `volume`, `column = volume["China"]`.',
        "The part is the row of 1965 in it: `column.loc[1965]`. The whole is the sum of the column: `column.sum()`.",
        "Part divided by whole, times 100.",
    )
    setup = SETUP
    solution_code = 'column = volume["China"]\nchina_1965_69 = 100 * column.loc[1965] / column.sum()'

    @property
    def why(self):
        row = volume().loc[1965]
        return (
            f"One numerator, {row['China']:,.0f} million TIV, and two wholes: {100 * row['China'] / row.sum():.0f} percent of what "
            "Pakistan "
            f"imported in those years, and {self.expected():.0f} percent of what China has delivered since 1950. The first lead was large "
            "for its time and is small beside what came later. Both sentences are true; say which whole you mean."
        )

    def expected(self):
        column = self.rows()
        return float(100 * column.loc[1965] / column.sum())

    def rows(self):
        return volume()["China"]

    def mistakes(self):
        table = volume()
        row, column = table.loc[1965], table["China"]
        return (
            Mistake(
                "fraction",
                float(row["China"] / column.sum()),
                "That is the share as a fraction. The question asks for percent.",
            ),
            Mistake(
                "the volume",
                float(row["China"]),
                "That is the volume in millions of TIV. Divide it by all that China delivered.",
            ),
            Mistake(
                "the share of the period",
                float(100 * row["China"] / row.sum()),
                "That is China's share of the period, the sum of a row. Here the whole is all that China delivered: the sum of a column.",
            ),
            Mistake(
                "of all suppliers",
                float(100 * row["China"] / table.to_numpy().sum()),
                "You divided by the deliveries of all suppliers in all periods. Take those of China alone.",
            ),
            Mistake(
                "the period after",
                float(100 * column.loc[1970] / column.sum()),
                "That is the period that begins in 1970.",
            ),
        )


class WhenChinaLed(Exercise):
    answer = "china_led"
    title = "The periods in which China led"
    question = "In which periods of `volume` was China the largest supplier? Give a set of the first years, such as {1950, 1955}."
    hints = (
        '`volume.idxmax(axis="columns")` names, for each row, the column with the largest value.',
        'Keep the rows where that name is China: `first = volume.idxmax(axis="columns")`, then `first[first == "China"]`.',
        "The first years are the index of what is left: `set(….index)`.",
    )
    setup = SETUP
    solution_code = 'first = volume.idxmax(axis="columns")\nchina_led = set(first[first == "China"].index)'
    why = (
        "Nine of fifteen: 1965–69, 1970–74, 1980–84, 1990–94 and every period since 2000; France, the United States and Ukraine led in "
        "between. A newspaper of 2025 (source deccanherald-2025-sipri) wrote that China has led in every such period since 1990–94; "
        "the register has Ukraine first in 1995–99. One line of code was enough to find it."
    )

    def expected(self):
        first = leaders(volume())
        return {int(year) for year in first[first == "China"].index}

    def rows(self):
        return leaders(volume()) == "China"

    def mistakes(self):
        table = volume()
        first = leaders(table)
        share = table["China"] / table.sum(axis="columns")
        ahead = table["China"] > table["United States"]
        return (
            Mistake(
                "more than half",
                {int(year) for year in share[share > 0.5].index},
                "These are the periods in which China had more than half. To lead it is enough to have more than each other supplier.",
            ),
            Mistake(
                "ahead of the United States",
                {int(year) for year in ahead[ahead].index},
                "In these periods China was ahead of the United States. In some of them a third supplier was ahead of both.",
            ),
            Mistake(
                "as the newspaper says",
                {int(year) for year in table.index if year >= 1990},
                "So a newspaper wrote in 2025. Look at each row, also before 1990, and once more at 1995.",
            ),
            Mistake(
                "the others",
                {int(year) for year in first[first != "China"].index},
                "These are the periods in which somebody else led.",
            ),
            Mistake(
                "how many",
                int((first == "China").sum()),
                "That is how many there are. The question asks which: a set of years.",
            ),
        )


class KnownCosts(Exercise):
    answer = "known_costs"
    title = "Known costs by kind and outcome"
    question = (
        "How many costs are known? Make a pivot table of `projects`: one row for each `category`, one column for each `outcome`, in the "
        "cells the number of projects with a known `cost` (not how large it is), and 0 where there is none."
    )
    hints = (
        "`projects.pivot_table(index=…, columns=…, values=…, aggfunc=…)`: rows, columns, what is counted, and how.",
        'The rows are `"category"`, the columns `"outcome"`, the values `"cost"`; `"count"` counts the values that are not missing.',
        "One argument more fills the cells in which no project stands: `fill_value=0`.",
    )
    setup = SETUP
    solution_code = 'known_costs = projects.pivot_table(index="category", columns="outcome", values="cost", aggfunc="count", fill_value=0)'

    @property
    def why(self):
        table = self._projects()
        known, every = table["cost"].count(), len(table)
        return (
            f"A count may be filled: 0 known costs is true, whether there is no such project or none with a known cost. {known} of {every} "
            "costs are known. Lay this table beside the counts of projects: where the two differ, a sum of costs leaves something out. "
            "And a state is only as good as its day: see `state_as_of`."
        )

    def _projects(self):
        table = data.evidence("cpec_projects")
        return table.assign(outcome=table["state"].map(OUTCOMES), cost=table[COST])

    def _pivot(self, **changed):
        wanted = {"index": "category", "columns": "outcome", "values": "cost", "aggfunc": "count", "fill_value": 0}
        return self._projects().pivot_table(**{**wanted, **changed})

    def expected(self):
        return self._pivot()

    def mistakes(self):
        return (
            Mistake(
                "number of projects",
                self._pivot(values="project"),
                "These are numbers of projects. Count the values of `cost`: a missing one is not counted.",
            ),
            Mistake(
                "sums",
                self._pivot(aggfunc="sum"),
                "These are sums of dollars. The question asks how many costs are known.",
            ),
            Mistake(
                "means", self._pivot(aggfunc="mean"), "These are averages. The question asks how many costs are known."
            ),
            Mistake(
                "empty cells",
                self._pivot(fill_value=None),
                "The counts are right, but some cells are empty. In a count, no project is 0.",
            ),
            Mistake(
                "rows and columns swapped",
                self._pivot(index="outcome", columns="category"),
                "Rows and columns are swapped: the kinds belong in the rows, the outcomes in the columns.",
            ),
        )


class ThreeDenominators(Exercise):
    answer = "three_shares"
    title = "One debt, three denominators"
    question = (
        "What percent do Chinese creditors hold (1) of all external debt, (2) of the debt to states and (3) of the commercial debt? "
        'Give a dict with the keys "all", "states" and "commercial", not rounded to whole numbers. '
        'Chinese are the rows "China (state)" and "China (commercial banks)".'
    )
    decimals = 1
    hints = (
        'The sums of the groups: `groups = creditors.groupby("creditor_group")["owed"].sum()`. The sum of all: `creditors["owed"].sum()`.',
        'The two Chinese rows: `china = creditors.set_index("creditor")["owed"]`, then `china["China (state)"]` and '
        '`china["China (commercial banks)"]`.',
        "For (1) add both rows and divide by all. For (2) the state's row over `groups[\"bilateral\"]`. For (3) the banks' row over "
        '`groups["commercial"]`. Each times 100.',
    )
    setup = SETUP
    solution_code = (
        'groups = creditors.groupby("creditor_group")["owed"].sum()\n'
        'china = creditors.set_index("creditor")["owed"]\n'
        'state, banks = china["China (state)"], china["China (commercial banks)"]\n'
        "three_shares = {\n"
        '    "all": 100 * (state + banks) / creditors["owed"].sum(),\n'
        '    "states": 100 * state / groups["bilateral"],\n'
        '    "commercial": 100 * banks / groups["commercial"],\n'
        "}"
    )
    why = (
        "The smallest and the largest of the three are both true, and one is twice the other. Somebody who wants to warn "
        "quotes the debt to states; somebody who wants to calm quotes all debt, or CPEC loans alone. Ask of what it "
        "is a share before you ask whether it is large."
    )

    def _parts(self):
        table = data.evidence("external_debt_creditors")
        owed = table.set_index("creditor")[OWED]
        return owed["China (state)"], owed["China (commercial banks)"], table.groupby("creditor_group")[OWED].sum()

    def _shares(self, state, banks, groups):
        return {
            "all": float(100 * (state + banks) / groups.sum()),
            "states": float(100 * state / groups["bilateral"]),
            "commercial": float(100 * banks / groups["commercial"]),
        }

    def expected(self):
        return self._shares(*self._parts())

    def mistakes(self):
        state, banks, groups = self._parts()
        right, whole = self.expected(), groups.sum()
        return (
            Mistake(
                "fractions",
                {key: value / 100 for key, value in right.items()},
                "These are fractions. The question asks for percent.",
            ),
            Mistake(
                "rounded",
                {key: float(round(value)) for key, value in right.items()},
                "The method is right, but you rounded to whole percent. Give at least one place after the point.",
            ),
            Mistake(
                "one denominator",
                {"all": right["all"], "states": float(100 * state / whole), "commercial": float(100 * banks / whole)},
                "You divided all three by the whole debt. For the second and third the denominator is the group's own sum.",
            ),
            Mistake(
                "the state alone",
                right | {"all": float(100 * state / whole)},
                "For all debt you left out what is owed to Chinese banks.",
            ),
            Mistake(
                "amounts",
                {"all": float(state + banks), "states": float(state), "commercial": float(banks)},
                "These are billions of dollars. Divide each by its denominator.",
            ),
            Mistake(
                "both rows over each group",
                {
                    "all": right["all"],
                    "states": float(100 * (state + banks) / groups["bilateral"]),
                    "commercial": float(100 * (state + banks) / groups["commercial"]),
                },
                "Debt to Chinese banks is no debt to a state: only one of the two rows belongs to each group.",
            ),
        )


class SixtyTwoBillion(Choice):
    answer = "fair_62"
    title = "A fair sentence on 62 billion"
    question = "Which sentence do the tables of this notebook allow?"
    options = {
        "A": "China has invested 62 billion dollars in Pakistan.",
        "B": "The 62 billion were invented; nothing was built.",
        "C": "Planned at up to 62 billion dollars; about 25 billion were claimed as invested by 2023.",
        "D": "Pakistan owes China 62 billion dollars for CPEC.",
    }
    right = "C"
    feedback = {
        "A": "62 is a planned total that an official named in April 2017. What was claimed as invested by 2023 is less than half.",
        "B": "Look at the map: most projects of the list were completed. The plan was larger than what was built, but much was built.",
        "D": "No counter gives this figure for CPEC. Plans, investments and debts are three different things: find the table for each.",
    }
    hints = (
        "Ask of each sentence: is it about a plan, about money spent, or about a debt?",
        "The chart of section 2 shows what was announced and what was claimed as spent, each with its date.",
    )
    why = (
        "It keeps a plan with its top figure apart from a claim with its date. And it keeps the word claimed, because "
        "nobody outside has audited the sum."
    )


def _one_of(*patterns):
    return re.compile("|".join(patterns))


# How one asks for the whole, the counter and the date of a share: patterns, since a word such as 'who' or 'when' may also ask for
# something else, such as who lent and when it falls due.
_NOT_THE_WHOLE = r"(?! (?:year|date|month|time|source|day|use|country|counter|table|report|person)\b)"
_OF_WHAT = _one_of(
    r"\bdenominators?\b",
    rf"\b(?:of|is|are|was|divided by|compared (?:with|to)|by|percent|%|as) what{_NOT_THE_WHOLE}\b",
    rf"\bof (?:which|whose){_NOT_THE_WHOLE}\b",
    r"\bwhat (?:is|are) (?:it|that|this|the (?:60|sixty)(?: ?%| percent| per cent)?) (?:a )?(?:share|part|percentage)? ?of\b",
    r"\b(?:the|its|a|which|what|this|that|whose) (?:whole|total|base|basis|bottom line|100 ?%|(?:100|hundred) (?:percent|per cent))\b",
    r"^ (?:base|whole|total) $",
    r", (?:base|whole|total)\b",
    r"\b(?:base|whole|total),",
    r"\b(?:which|what|whose)(?: (?:kind|type|sort|part|form|categor)\w* of)?(?: the)?(?: \w+){0,2} (?:debts?|loans?|"
    r"borrowing|lending|liabilit\w+)\b",
    r"\b(?:all|total|whole|entire|external|foreign|public|bilateral|domestic|internal|overall|government|state|sovereign|commercial|"
    r"multilateral|national|private|gross|net)(?: \w+){0,2} (?:debts?|loans?|borrowing|liabilit\w+)\b",
    r"\bdebts? (?:to|of) (?:all|other|states|governments|banks|the state|which|whom|what)\b",
    r"\ball (?:of )?(?:it|them|that|pakistan|its|lenders|creditors)\b",
    r"\bcount(?:s|ed)? (?:as|in)(?: [\w']+){0,2} debts?\b",
    r"\bcover(?:s|ed)?\b|\bto what\b|\brefers? to\b|\bdivided by\b|\b100 ?%",
    r"\b(?:includ|exclud)(?:e|es|ed|ing)\b",
    r"\bmean(?:s|t)? by (?:the )?(?:word )?debt\b",
    r"\bdebt (?:here )?(?:mean(?:s|t)?|is meant|is defined)\b",
    r"\bdefin(?:e|ed|ition|es)\b.*\bdebt\b",
    r"\bdebt\b.*\bdefin(?:e|ed|ition)\b",
    r"\bbelow the (?:line|fraction)\b",
    r"\bonly (?:the )?(?:debt|loans)\b",
)
_SAYING = (
    r"(?:count|say|said|claim|publish|report|measur|calculat|comput|made|make|gave|give|wr[io]t|collect|estimat|stat|"
    r"work|provid|produc|compil|"
    r"releas|is behind|was behind|stands? behind|told|tell|came|comes|announc|speak|spoke|found|find|issu|assert|add|"
    r"prepar|declar|quot|cit|"
    r"audit|print|reckon|determin)\w*"
)
_WHO = _one_of(
    r"\b(?:sources?|counters?|citations?|references?|footnotes?|provenance|origins?|evidence|authors?)\b",
    r"\bwho (?:did|divided|is the source)\b",
    rf"\bwho(?: (?:\w+ly|has|have|had|is|was|did|the one|it is that|it was that)){{0,2}} {_SAYING}\b",
    r"\bwho(?:'s| is| was) (?:the )?(?:counter|author|speaker|source|writer|speaking|behind|saying|counting|claiming|telling)\b",
    r"\bwhose (?:figure|number|count|data|claim|statistic|estimate|table|word|account|report|calculation|statement|sentence|view)s?\b",
    r"\b(?:by|according to) whom?\b",
    r"^ (?:and )?who(?: says?| exactly)? $",
    r", (?:and )?who(?:,| and\b| $)",
    r"\bwho and (?:when|of|at|what|which)\b",
    r"\bfrom whom (?:is|was|comes?|does|do|are|were) (?:the|this|that|it)\b",
    r"\bwhere (?:\w+ ){1,5}(?:from|found|published|stands?|written|printed|read)\b",
    r"\b(?:where from|says who|counted by|who did (?:the|this|that|it))\b",
    r"\b(?:which|what) (?:agency|institutions?|office|body|table|report|organi[sz]ation|bank|ministry|newspaper|study|document|publication|"
    r"authority|dataset|statistics|official|paper|expert|person|party)\b",
    r"\b(?:from|by|of|in|according to) (?:the |an? )?(?:imf|world bank|state bank|state department|aiddata|embassy|official|ministry)\b",
    r"\b(?:which|what) (?:data|figures|numbers|records)\b|\bbased on\b|\brests? on\b|\brel(?:y|ies) on\b",
    r"\bhow do (?:they|we|you|i) know\b",
)
_LENDING = (
    r"(?:lend|lent|pay|paid|repay|repaid|borrow(?:ed)?|begin|began|start(?:ed)?|due|mature|end|invest(?:ed)?|buil[dt]|"
    r"come back|give back|forgive)"
)
_WHEN = _one_of(
    rf"\bwhen\b(?!(?: \w+){{0,5}} {_LENDING}\b)",
    r"\bdate[sd]?\b(?! back)",
    r"\bas (?:of|at)\b",
    r"\b(?:which|what|whose|that|the) (?:year|month|day|time|moment|period|quarter|point in time)\b",
    r"^ (?:and )?(?:the )?(?:year|day|month|time) $",
    r"(?:,|\band) (?:the )?(?:year|day|month|time)\b",
    r"\bhow (?:old|recent|current|up to date|fresh|new|late|long ago)\b",
    r"\bup to date\b",
    r"\bstill (?:true|valid|right|so|current|the case|holds?|correct)\b",
    r"\b(?:outdated|latest|today|now|recent|currently|(?:this|last) year|current (?:figure|number|data|value|state))\b",
    r"\b(?:in|end of) (?:19|20)\d\d\b",
)
_NEEDLESS = _one_of(
    r"(?:\b(?:not|never|hardly|nobody|no one|nothing|without|cannot)|n't)(?: \w+){0,3} (?:matters?|needs?|ask(?:s|ed|"
    r"ing)?|cares?|important|"
    r"relevant|necessary|interest\w*|worth)\b",
    r"\b(?:irrelevant|unimportant|needless|pointless|useless|unnecessary|trivial|who cares|never mind|regardless|"
    r"no matter|no need|need not|"
    r"ask(?:s|ed)? (?:for )?(?:nothing|no)|no questions?|no use|waste of time|beside the point|instead of asking|"
    r"rather than ask\w*|forget|makes no difference)\b",
)
_ASKS = _one_of(
    r"\?",
    r"\b(?:who|whom|whose|what|which|when|whether|where|how|asks?|asking|know|find out|check|want|needs?|look|tell|see|clarify|unclear|"
    r"missing|lacks?|questions?|depends)\b",
)
_ANSWERS = "Those are statements, and the sentence that you read gives none of them. Ask for them."


class AskOfAShare(Keywords):
    answer = "ask_first"
    title = "What would you ask?"
    question = (
        "You read: 'China holds 60 percent of Pakistan's debt.' What do you ask before you believe it or deny it? Name three things, in "
        "one text or in a list of three short questions."
    )
    model = "Of what is it a share: all external debt or debt to states only? Who counted it, and at which date?"
    wants = "one or two sentences in quotes, or a list of three questions"
    denied = "Your text says that one of the three need not be asked. Ask it all the same."
    hints = (
        "A share is a fraction: something above the line, something below it.",
        "Numbers have authors and dates, too.",
    )
    why = (
        "Denominator, counter, date: with these three the sentence can be checked. It turns out to be true of the debt to states "
        "at the end of 2022, in an IMF table, and false of all debt."
    )
    keywords = {
        "Of what is it a share? Ask for the whole that lies below the line.": (_OF_WHAT,),
        "Who says so? Ask for the counter or the source.": (_WHO,),
        "Debts change: ask for the date.": (_WHEN,),
    }
    usual = {
        "only who": ("Who counted it?", "Of what is it a share? Ask for the whole that lies below the line."),
        "no date": ("Of which debt, and who counted?", "Debts change: ask for the date."),
        "no counter": ("Of which total, and at which date?", "Who says so? Ask for the counter or the source."),
        "nothing to ask": ("It does not matter who counted, when, or of which debt.", denied),
        "answers": ("It is of all external debt, by a table of the IMF, at the end of 2022.", _ANSWERS),
    }

    def mistakes(self):
        return tuple(
            Mistake(name, example, said, when=lambda answer, said=said: self._fault(answer) == said)
            for name, (example, said) in self.usual.items()
        )

    def meant(self, text):
        """The clauses that ask, without those that call a question needless."""
        return [clause for clause in wording.clauses(text) if not _NEEDLESS.search(clause)]

    def _fault(self, answer):
        text = self._text(answer)
        states = r"\b(?:is|was|are|by|says|at the end|trust|believe|accept|agree)\b"
        if text and re.search(states, text) and not _ASKS.search(values.folded(text)):
            return _ANSWERS
        return super()._fault(answer)


china_1965_69 = ChinaInTheSixties()
china_led = WhenChinaLed()
known_costs = KnownCosts()
three_shares = ThreeDenominators()
fair_62 = SixtyTwoBillion()
ask_first = AskOfAShare()

"""The exercises of notebook 07, The army argument."""

import datetime
import re

import pandas as pd

from uspak import data
from uspak.exercises import values
from uspak.exercises.core import Choice, Exercise, Mistake, Parts

#: What the notebook has made of the tables when the exercises begin.
SETUP = (
    'peace = data.evidence("peacekeeping")\n'
    'pakistan = peace[peace["country"] == "Pakistan"].astype({"rank": float})\n'
    'decembers = pakistan[(pakistan["date"].str.endswith("-12")) & (pakistan["year"] <= 2013)]\n'
    'armies = data.evidence("armies").set_index("country")\n'
    'seven = data.evidence("military_personnel")'
)
RELATIVE = ["troops_per_1000", "spending_percent_gdp", "peacekeepers_per_1000"]


def armies():
    """The twenty armies by name, with the two measures that the notebook works out."""
    table = data.evidence("armies").set_index("country")
    return table.assign(
        troops_per_1000=1000 * table["active_troops"] / table["population"],
        peacekeepers_per_1000=1000 * table["peacekeepers"] / table["active_troops"],
    )


def pakistan_in_peacekeeping():
    """Pakistan's rows of the peacekeeping table: all of them, and those of December 1990 to 2013."""
    table = data.evidence("peacekeeping")
    own = table[table["country"] == "Pakistan"].astype({"rank": float})
    return own, own[own["date"].str.endswith("-12") & (own["year"] <= 2013)]


def min_max(values):
    """Each column moved to the range 0 to 1."""
    return (values - values.min()) / (values.max() - values.min())


class TopFive(Exercise):
    answer = "top_five_share"
    title = "How consistent is 'consistently'?"
    question = (
        "In what percentage of the Decembers from 1990 to 2013 was Pakistan among the five largest contributors? The table `decembers` "
        "has one row for each. Give a number from 0 to 100."
    )
    hints = (
        'A condition marks the rows: `decembers["rank"] <= 5`. The rank may not be larger than five.',
        "True counts as 1 and False as 0, so the mean of a condition is a share. An empty rank is not `<= 5`, so it counts as False, "
        "as it should.",
        "Multiply by 100: `100 * (...).mean()`, with the condition in the place of the dots.",
    )
    setup = SETUP
    solution_code = 'top_five_share = 100 * (decembers["rank"] <= 5).mean()'
    why = (
        "In about seven Decembers out of ten. Look at which: not one from 1997 to 2000, every one from 2001 on. 'Consistently' fits "
        "the second half of the period, not the whole."
    )

    def expected(self):
        return float(100 * self.rows().mean())

    def rows(self):
        _, decembers = pakistan_in_peacekeeping()
        return decembers["rank"] <= 5

    def mistakes(self):
        own, decembers = pakistan_in_peacekeeping()
        top = decembers["rank"] <= 5
        return (
            Mistake("a share, not a percentage", float(top.mean()), "That is a share from 0 to 1. Multiply it by 100."),
            Mistake(
                "how many",
                int(top.sum()),
                "That is how many Decembers. Divide by the number of all of them, and multiply by 100.",
            ),
            Mistake(
                "the fifth place left out",
                float(100 * (decembers["rank"] < 5).mean()),
                "`<` leaves out the fifth place itself. Among the five is `<= 5`.",
            ),
            Mistake(
                "the fifth place only",
                float(100 * (decembers["rank"] == 5).mean()),
                "That is the share of fifth places. The question asks for the five best: `<= 5`.",
            ),
            Mistake(
                "first place only",
                float(100 * (decembers["rank"] == 1).mean()),
                "That is the share of first places. The question asks for the five best places.",
            ),
            Mistake(
                "the empty rank left out",
                float(100 * top.sum() / decembers["rank"].notna().sum()),
                "You left out the December without a rank. Pakistan sent nobody then, so it was not among the five: the row belongs "
                "below the line.",
            ),
            Mistake(
                "all months",
                float(100 * (own["rank"] <= 5).mean()),
                "You used all of Pakistan's rows. Later ones are single months, chosen because somebody reported them. Use `decembers`.",
            ),
        )


class NeighboursPerThousand(Exercise):
    answer = "neighbours_per_1000"
    label_column = "country"
    title = "Large for its people?"
    question = (
        "Active troops per 1,000 people for the five states of South Asia in the table `armies`: a Series with the names of the states "
        "as labels. Work it out from `active_troops` and `population`."
    )
    decimals = 2
    hints = (
        "`south_asia`, made in the cell above, has the five rows already.",
        "Divide one column by another; pandas does it row by row: troops by population.",
        'For each 1,000 people: `1000 * south_asia["active_troops"] / south_asia["population"]`.',
    )
    setup = SETUP
    solution_code = (
        'south_asia = armies[armies["region"] == "South Asia"]\n'
        'neighbours_per_1000 = 1000 * south_asia["active_troops"] / south_asia["population"]'
    )
    why = (
        "Sri Lanka, after a long civil war, keeps the most soldiers for its people, then Nepal. Pakistan is third and India, with the "
        "largest army of the twenty, is nearly last. A total tells who could win a war of numbers; a rate tells how much a people "
        "carries."
    )

    def _neighbours(self):
        table = armies()
        return table[table["region"] == "South Asia"]

    def expected(self):
        return self._neighbours()["troops_per_1000"]

    def mistakes(self):
        table = self._neighbours()
        troops, people = table["active_troops"], table["population"]
        return (
            Mistake(
                "per person", troops / people, "That is troops per person. The question asks for each 1,000 people."
            ),
            Mistake(
                "upside down",
                1000 * people / troops,
                "That is people for each 1,000 soldiers. Turn the division round.",
            ),
            Mistake(
                "rounded too early",
                (1000 * troops / people).round(1),
                "The way is right, but the values are rounded. Leave them as the division gives them.",
            ),
            Mistake(
                "all twenty", armies()["troops_per_1000"], "You have all twenty states. Keep those of South Asia first."
            ),
            Mistake(
                "people for each soldier",
                people / troops,
                "That is people for each soldier. Turn the division round, for 1,000 people.",
            ),
            Mistake("not divided", troops, "These are totals. Divide by the population, and multiply by 1,000."),
        )


class WhomTheSevenLeaveOut(Exercise):
    answer = "left_out"
    title = "Whom a comparison leaves out"
    question = (
        "The table `seven` (military_personnel) compares Pakistan with some Muslim-majority states. Which states of `armies` with more "
        "than 50 percent Muslims are not in it? Give a set of names."
    )
    hints = (
        'The names in `armies` are its labels. A condition keeps rows: `armies[armies["muslim_percent"] > 50]`.',
        'Make sets: `set(...index)` for the first table, `set(seven["country"])` for the second.',
        "Sets from notebook 02: `a - b` takes away from `a` what is in `b`.",
    )
    setup = SETUP
    solution_code = (
        'majority = set(armies[armies["muslim_percent"] > 50].index)\nleft_out = majority - set(seven["country"])'
    )
    why = (
        "Half of the set is missing, and not just small states: Algeria spends the largest part of its economy, Jordan and Senegal "
        "send many peacekeepers for their size, and Nigeria is in by a few points of an estimate. Who is left out decides who comes "
        "first."
    )

    def _sets(self):
        table = data.evidence("armies")
        majority = set(table[table["muslim_percent"] > 50]["country"])
        return majority, set(table["country"]), data.evidence("military_personnel")

    def expected(self):
        majority, _, seven = self._sets()
        return majority - set(seven["country"])

    def rows(self):
        right, (_, everybody, _) = self.expected(), self._sets()
        return pd.Series({name: name in right for name in everybody})

    def mistakes(self):
        majority, everybody, seven = self._sets()
        return (
            Mistake(
                "all that are missing",
                everybody - set(seven["country"]),
                "These are all states that the table lacks. Keep those with more than 50 percent Muslims first.",
            ),
            Mistake(
                "nothing taken away",
                majority,
                "These are all Muslim-majority states of `armies`. Take away those that `seven` has.",
            ),
            Mistake(
                "the wrong way round",
                set(seven["country"]) - majority,
                "You took the sets away the wrong way round. Which of them is the larger company?",
            ),
            Mistake(
                "in both",
                majority & set(seven["country"]),
                "These are in both tables. `-` takes away; `&` keeps what both have.",
            ),
        )


class RelativeScores(Exercise):
    answer = "relative_scores"
    label_column = "country"
    title = "An index of one's own"
    question = (
        "South Asia's five states once more. Scale these three measures to 0–1 within the five (min–max), then take the mean of the "
        "three for each state: `troops_per_1000`, `spending_percent_gdp`, `peacekeepers_per_1000`. The table `south_asia` has them as "
        "columns. A Series with the names as labels."
    )
    tolerance, decimals = 0.006, 2
    hints = (
        "Scale all three columns at once: `values - values.min()` works column by column.",
        "`scaled = (values - values.min()) / (values.max() - values.min())`, where `values` is `south_asia` with the three columns.",
        'The mean of each row: `scaled.mean(axis="columns")`.',
    )
    setup = (
        SETUP + "\n"
        'armies["troops_per_1000"] = 1000 * armies["active_troops"] / armies["population"]\n'
        'armies["peacekeepers_per_1000"] = 1000 * armies["peacekeepers"] / armies["active_troops"]\n'
        'south_asia = armies[armies["region"] == "South Asia"]'
    )
    solution_code = (
        f"values = south_asia[{RELATIVE}]\n"
        "scaled = (values - values.min()) / (values.max() - values.min())\n"
        'relative_scores = scaled.mean(axis="columns")'
    )
    why = (
        "For its size Sri Lanka comes first, with Pakistan a hair behind and Nepal third; India, first when totals and warheads count, is "
        "last. Nothing about the armies has changed, only what we agreed to call a good one."
    )

    def _values(self):
        table = armies()
        return table[table["region"] == "South Asia"][RELATIVE]

    def expected(self):
        return min_max(self._values()).mean(axis="columns")

    def rows(self):
        return min_max(self._values()).stack().droplevel(1)

    def mistakes(self):
        values = self._values()
        everybody = min_max(armies()[RELATIVE]).loc[values.index]
        scaled = min_max(values)
        fewer = [scaled[column] for column in RELATIVE]
        fewer += [scaled.drop(columns=column).mean(axis="columns") for column in RELATIVE]
        return (
            Mistake(
                "not scaled",
                values.mean(axis="columns"),
                "You took the mean of unlike units, so the measure with the largest numbers decides. Scale each to 0–1 first.",
            ),
            Mistake(
                "sum",
                min_max(values).sum(axis="columns"),
                "That is the sum of the three. The question asks for the mean.",
            ),
            Mistake(
                "scaled over all twenty",
                everybody.mean(axis="columns"),
                "You scaled over all twenty states. Keep the five first, so that the worst of them is 0 and the best 1.",
            ),
            Mistake(
                "divided by the largest",
                (values / values.max()).mean(axis="columns"),
                "You divided by the largest value. Min–max takes the smallest away first, above and below the line.",
            ),
            Mistake(
                "brackets left out",
                (values - values.min() / (values.max() - values.min())).mean(axis="columns"),
                "Python divides before it takes away. Put the difference above the line in brackets: `(values - values.min()) / …`.",
            ),
            Mistake(
                "fewer measures",
                scaled.drop(columns=RELATIVE[-1]).mean(axis="columns"),
                "That is one measure alone or the mean of two. The question names three.",
                when=lambda answer: any(self.same(answer, one) for one in fewer),
            ),
            Mistake(
                "standard scores",
                ((values - values.mean()) / values.std()).mean(axis="columns"),
                "You scaled with mean and standard deviation. Min–max makes 0 of the smallest value and 1 of the largest.",
            ),
            Mistake(
                "mean of each column",
                min_max(values).mean(),
                'That is one mean for each measure. For one mean a state say `axis="columns"`.',
            ),
        )


class WhatPeacekeepersShow(Choice):
    answer = "what_numbers_show"
    title = "What a number of peacekeepers shows"
    question = (
        "In December 2008 Pakistan had more people under the United Nations than any other state. What may one conclude from that "
        "alone?"
    )
    options = {
        "A": "Its army was the most professional of all.",
        "B": "The state was willing to send many, and the UN was willing to take them.",
        "C": "It sent them for the money that the UN pays.",
        "D": "Other Muslim-majority armies were underdeveloped or political.",
    }
    right = "B"
    feedback = {
        "A": "The number says how many went, not how well they served. Which row of the table of measures says what it misses?",
        "C": "Payment is a reason that many states may have. A count of people does not show anybody's reasons.",
        "D": "A number for one state says nothing about another, and Bangladesh stood right behind with nearly as many. Try a narrower "
        "claim.",
    }
    hints = (
        "Ask of each sentence: could it be false while the number stays the same?",
        "Which sentence must be true, whatever the reasons of the state were and however well its soldiers served?",
    )
    why = (
        "A count shows a decision of two sides. Skill, motives and comparison need other evidence: reports on missions, budgets, the "
        "record of complaints. The article steps from 'many' to 'professional' in one sentence."
    )


class DefineIt(Parts):
    answer = "my_definition"
    title = "Say what you mean by it"
    question = (
        "Give an operational definition of 'professional army' in four parts: what you would **count**, **among** whom, in which "
        "**years**, and what your count **misses**. A dict of texts; the years are two numbers such as `(2001, 2010)`: "
        '`{"count": ..., "among": ..., "years": ..., "misses": ...}`.'
    )
    parts = {
        "count": "what you would count",
        "among": "whom you would compare",
        "years": "the first and the last year, such as `(2001, 2010)`",
        "misses": "what your count cannot see",
    }
    other_names = {
        "counts": "count",
        "what": "count",
        "whom": "among",
        "who": "among",
        "year": "years",
        "when": "years",
        "miss": "misses",
    }
    wants = 'a dict with the labels "count", "among", "years" and "misses"'
    words = {**Exercise.words, "correct": "All four parts are there"}
    hints = (
        "A vague word becomes testable when a stranger could repeat your count from your four parts alone.",
        "Ask of `misses`: what could change in an army while your number stays the same? The table of section 1 has a column for that.",
    )
    model = {
        "count": "the share of officers who passed a staff course",
        "among": "the armies of South Asia",
        "years": (2015, 2024),
        "misses": "whether the army obeys the elected government",
    }
    why = (
        "This check sees the form only; let somebody else read whether it is a good definition. Now one can disagree with you precisely. "
        "Whatever you chose, notice what fell out of sight: that is where a critic will begin, and where the article "
        "left its readers alone."
    )
    usual = {
        "the word itself": {**model, "count": "how professional it is"},
        "a vague word": {**model, "count": "its discipline"},
        "one army": {**model, "among": "Pakistan"},
        "no years": {**model, "years": "today"},
        "years upside down": {**model, "years": (2024, 2015)},
        "before Pakistan": {**model, "years": (1900, 1940)},
        "years to come": {**model, "years": (2090, 2099)},
        "misses nothing": {**model, "misses": "nothing"},
        "misses what it counts": {**model, "misses": model["count"]},
    }

    def faults(self, given):
        """What keeps a stranger from repeating the count."""
        yield from self._about_count(given["count"])
        yield from self._about_whom(given["among"])
        yield from self._about_years(given["years"])
        yield from self._about_misses(given["misses"], given["count"])

    def _about_count(self, value):
        said = _joined(value)
        if said is None or _EMPTY.fullmatch(said):
            yield "`count` has to say in words what you would count."
        elif _CIRCULAR.search(said):
            yield "`count` uses the word that is to be defined. What would a stranger see and count?"
        elif _VAGUE.search(said) and not _COUNTED.search(said):
            yield "A stranger could not count that. Of what would you give a number, share, rate or rank?"

    def _about_whom(self, value):
        said = _joined(value)
        if said is None or _EMPTY.fullmatch(said):
            yield "`among` has to say in words whom you compare."
        elif not (_GROUP.search(said) or _SEVERAL.search(said) or _states_in(said) > 1):
            yield "One army alone cannot be compared. Name two states or more, or a group of them."

    def _about_years(self, value):
        years = _years(value)
        if not years:
            yield "`years` has to hold years of four digits, such as `(2001, 2010)`: a word such as 'today' means another year later on."
        elif years[0] > years[-1]:
            yield "The first of your years is later than the last: they have changed places."
        elif years[-1] < 1947:
            yield "Pakistan's army begins in 1947: it cannot be compared in these years."
        elif years[-1] > datetime.date.today().year:
            yield "Some of these years have not come yet, so nobody can count in them."

    def _about_misses(self, value, count):
        said = _joined(value)
        if said is None or _EMPTY.fullmatch(said) or _MISSES_NOTHING.search(said):
            yield "Every count is blind to something. What could change in an army while your number stays the same?"
        elif said == _joined(count):
            yield "`misses` is what you count. What does the count not see?"


_EMPTY = re.compile(
    r"\W*(?:(?:it|this|my count|count|misses?|is|the|a|at all|else|very|much|just|all|some)\W+)*(?:nothing|none|no|"
    r"nobody|no one|everything|"
    r"something|anything|things?|stuff|whatever|everybody|everyone|somebody|n/?a|unknown|idk|dunno|yes|"
    r"(?:i )?(?:do not|don't|cannot|can't) (?:know|say)|not sure|no idea|\w)?(?:\W+(?:else|at all))?\W*"
)
_CIRCULAR = re.compile(
    r"\b(?:un)?professional(?:ism|ly|s)?\b"
    r"(?! (?:military )?(?:education|course|school|exam|college|training|journal|development))"
)
_VAGUE = re.compile(
    r"\b(?:quality|skills?|skilled|strength|strong(?:er|est)?|disciplined?|morale|honou?r|brave(?:ry)?|courage|"
    r"competen\w+|effective\w*|power\w*|"
    r"efficien\w+|reputation|respect\w*|loyal\w*|good|better|best|great\w*|excellen\w+|trained|training|modern|patriot\w*|image|capab\w+|"
    r"how (?:well|good|strong|brave|skilled|fit|ready)|"
    r"expertise|experienced?|performance|behaviou?r|conduct|success(?:ful)?|leadership|spirit|culture|standing|prestige)\b"
)
_COUNTED = re.compile(
    r"\b(?:numbers?|counts?|shares?|percent\w*|per|rates?|ratios?|ranks?|ranking|how (?:many|often|much|long)|days?|"
    r"hours?|weeks?|months?|years?|"
    r"dollars?|rupees?|scores?|deaths?|killed|times|votes?|proportions?|average|mean|median|amount|length|courses?|"
    r"exams?|index|points|hits|"
    r"missions?|coups?|officers?|soldiers?|troops|peacekeepers?|medals?|awards?|cases?|complaints?|convictions?|trials?|surveys?|spending|"
    r"budgets?|exercises|graduates?|places?)\b|[%#]"
)
_GROUP = re.compile(
    r"\b(?:states|democracies|republics|countries|nations|armies|forces|militaries|neighbou?rs|members|peers|powers|contributors|allies|"
    r"rivals|world|worldwide|asia|"
    r"african?|europe|region|saarc|nato|asean|gulf|middle east|g20|brics|oecd|commonwealth|muslim[ -]majority|"
    r"comparators|others|every|each|"
    r"twenty|ten|seven|five|four|three|two|all|arab|continent|global|subcontinent)\b"
)
_SEVERAL = re.compile(r"\w\s*(?:,|;|/|&|\s-|\band\b|\bwith\b|\bversus\b|\bvs\b)\s*\w")
_MISSES_NOTHING = re.compile(
    r"\bmiss(?:es|ed)? (?:nothing|none)\b|\bnothing (?:is |was )?(?:missed|missing|left out)\b|n[o']t miss (?:anything|a thing|much)\b|"
    r"\b(?:covers?|sees?|captures?|includes?|shows?) (?:everything|all|it all)\b|\bis (?:complete|perfect)\b|"
    r"\bno (?:blind spots?|gaps?|weakness(?:es)?|limits?|limitations?|flaws?|problems?)\b|\bwithout (?:gaps?|flaws?|limits?)\b"
)


def _states_in(said):
    """How many states of the table of armies a folded text names."""
    return sum(values.folded(name) in said for name in data.evidence("armies")["country"])


def _joined(value):
    """A text, or a list of texts as one, folded; None if it is something else or empty."""
    texts = (
        sorted(value) if isinstance(value, (set, frozenset)) else value if isinstance(value, (list, tuple)) else [value]
    )
    return (
        values.folded(", ".join(texts)[:2_000]) or None
        if texts and all(isinstance(text, str) for text in texts)
        else None
    )


def _years(value):
    """The years in a number, a text or a list, in the order in which they stand there; a decade counts as its two ends."""
    if isinstance(value, (set, frozenset)):
        value = sorted(value, key=str)
    said = ", ".join(str(member)[:100] for member in (value if isinstance(value, (list, tuple)) else [value])[:200])
    found = []
    for year, decade, end in re.findall(r"(?<![\d.])(1[89]\d\d|20\d\d)(s?)(?:\s*[-–/]\s*(\d\d)(?!\d))?(?![\d])", said):
        found.append(int(year))
        found += [int(year) + 9] if decade else []
        found += [int(year[:2] + end)] if end else []
    return found


top_five_share = TopFive()
neighbours_per_1000 = NeighboursPerThousand()
left_out = WhomTheSevenLeaveOut()
relative_scores = RelativeScores()
what_numbers_show = WhatPeacekeepersShow()
my_definition = DefineIt()

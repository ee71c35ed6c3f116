"""The exercises of notebook 01, From article to data."""

import pandas as pd

from uspak import data
from uspak.exercises import comparing
from uspak.exercises.core import Choice, Exercise, Mistake

from .code_it_yourself import cohens_kappa, percent_agreement

COMMENT = ["C1", "C2"]


def own_claims():
    """The claims of the article itself, without those of the reader's comment."""
    claims = data.claims()
    return claims[~claims["paragraph"].isin(COMMENT)]


def per_country():
    """Events by country (rows) and origin (columns ``article`` and ``context``), without what came after the article."""
    events = data.events()
    located = events[events["origin"] != "after"].merge(data.places()[["place_id", "country_iso3"]], on="place_id")
    return pd.crosstab(located["country_iso3"], located["origin"])


class EarliestClue(Choice):
    answer = "earliest_clue"
    title = "Not before"
    question = "Which clue alone shows that the article cannot have been written before a certain day?"
    options = {
        "A": "the number in its address is lower than that of an article of January 2025",
        "B": "it discusses sanctions of 18 December 2024, and Pakistan's answer of the day after",
        "C": "the reader's comment refers to a report of 20 December 2024",
        "D": "it stands beside Christmas messages in a list of the site's newest items",
    }
    right = "B"
    feedback = {
        "A": "A lower number says that it came before the other one: that is a *latest* date.",
        "C": "That dates the comment. A comment is written after the article, perhaps by minutes, perhaps by days.",
        "D": "That tells the season, and roughly. Look for something in the article's own text that happened on a known day.",
    }
    hints = (
        "A text cannot know what has not happened yet.",
        "Look for an event *inside the article* whose day is known from elsewhere.",
    )
    why = (
        "Historians call this a *terminus post quem*, a limit after which. Nobody can write about sanctions before they are "
        "announced, or about an answer before it is given. That is a limit and not the day itself, so the record says 19 to 24 "
        "December and not one of them."
    )


class DatesWithoutDay(Exercise):
    answer = "dates_without_day"
    title = "What we do not know"
    question = "For how many events in `raw` is the day of the `date` not known?"
    hints = (
        "A whole date such as `1954-05-19` has ten characters. Shorter ones know only the month or the year.",
        '`raw["date"].str.len()` gives the length of each date. Compare it with 10.',
        "A comparison gives True and False; `.sum()` counts the True.",
    )
    setup = 'raw = pd.read_csv(data.DATA / "events.csv")'
    solution_code = 'dates_without_day = (raw["date"].str.len() < 10).sum()'
    why = (
        "These events are drawn hollow in the timelines of this series. A computer would fill in the first of the month, or of January, "
        "without a word; the reader would then take an invention for knowledge."
    )

    def rows(self):
        return self._lengths() < 10

    def _lengths(self):
        return data.events()["date"].str.len()  # all events, as in the file that the student reads

    def expected(self):
        return int((self._lengths() < 10).sum())

    def mistakes(self):
        length = self._lengths()
        partial = length < 10
        return (
            Mistake(
                "true and false",
                partial,
                "That says *True* or *False* for each event. Count the True with `.sum()`.",
                when=lambda answer: answer.tolist() in (partial.tolist(), (~partial).tolist()),
            ),
            Mistake(
                "all lengths",
                length.value_counts(),
                "You have the number of events for each length. Which lengths leave the day out? Add those.",
            ),
            Mistake(
                "the whole dates",
                int((length == 10).sum()),
                "Those are the events whose day *is* known. Turn the comparison round.",
            ),
            Mistake(
                "months only",
                int((length == 7).sum()),
                "You counted those known to the month. Some are known to the year only: four characters.",
            ),
            Mistake(
                "years only",
                int((length == 4).sum()),
                "Those are known to the year only. Add those known to the month.",
            ),
            Mistake(
                "without an end",
                int(data.events()["date_end"].isna().sum()),
                "You counted events without a `date_end`. An event that lasts one day has none; look at `date`.",
            ),
        )


class FactShare(Exercise):
    answer = "fact_share"
    title = "How much of it is fact?"
    question = "What per cent of the article's own claims (without the comment, C1 and C2) are of the kind fact?"
    wants = "a number from 0 to 100"
    hints = (
        "First leave the comment out. `isin` asks whether a value is in a list, and `~` turns True and False round: "
        '`own = claims[~claims["paragraph"].isin(["C1", "C2"])]`.',
        '`own["kind"].value_counts(normalize=True)` gives shares from 0 to 1.',
        'Take the share of `"fact"` with `["fact"]` and multiply by 100.',
    )
    setup = "claims = data.claims()"
    solution_code = (
        'own = claims[~claims["paragraph"].isin(["C1", "C2"])]\n'
        'fact_share = own["kind"].value_counts(normalize=True)["fact"] * 100'
    )
    why = (
        "About two in five, and that is no reproach: an opinion article is written to judge. But the judgements rest on the facts, so a "
        "reader should test those first."
    )

    def expected(self):
        return _percent_facts(own_claims())

    def rows(self):
        return own_claims()["kind"] == "fact"

    def mistakes(self):
        own, every = own_claims()["kind"], _percent_facts(data.claims())
        without_line = _percent_facts(own_claims().query("paragraph != 'B'"))
        return (
            Mistake(
                "all shares",
                own.value_counts(normalize=True),
                "You have all kinds. Take `fact` out of them, as a percentage of all.",
                when=lambda answer: "fact" in answer.index,
            ),
            Mistake(
                "with the comment",
                every,
                "You counted the reader's comment too. It is not the author's: leave out C1 and C2.",
            ),
            Mistake(
                "without the line on the author",
                without_line,
                "You left out the line about the author, too. It is part of the article: leave out the comment alone.",
            ),
            Mistake(
                "a share",
                float((own == "fact").mean()),
                "The right share, as a part of 1. The question asks for per cent.",
            ),
            Mistake(
                "a count", int((own == "fact").sum()), "That is how many there are. How many is that of a hundred?"
            ),
            Mistake(
                "a count with the comment",
                int((data.claims()["kind"] == "fact").sum()),
                "That is how many facts there are, the comment's included. Leave the comment out, and make per cent of it.",
            ),
            Mistake(
                "of the comment alone",
                _percent_facts(data.claims()[data.claims()["paragraph"].isin(COMMENT)]),
                "You kept the reader's comment and left the article out. `~` before the condition turns it round.",
            ),
            Mistake(
                "of all claims",
                float(100 * (own == "fact").sum() / len(data.claims())),
                "You divided the article's own facts by all claims, the comment included. Leave it out above and below the line.",
            ),
            Mistake(
                "interpretations",
                float((own == "interpretation").mean() * 100),
                "That is the share of interpretations. The question asks for `fact`.",
            ),
        )


def _percent_facts(claims):
    return float((claims["kind"] == "fact").mean() * 100)


def _rows_instead_of_names(rows):
    """The mistake of giving the rows of a table in the place of their names."""
    names = set(rows.index)
    return Mistake(
        "rows instead of names",
        rows,
        "You have the rows themselves. The question asks for their names only: the `.index` of your table.",
        when=lambda answer: hasattr(answer, "columns") and names in (set(answer.index), set(answer.iloc[:, 0])),
    )


class ParagraphsWithoutFact(Exercise):
    answer = "paragraphs_without_fact"
    title = "Judgement only"
    question = "Which of the paragraphs P1 to P11 hold no claim of the kind fact? Give a list of their names."
    wants = 'a list of paragraphs such as ["P2", "P3"]'
    hints = (
        'The table `by_paragraph` counts the kinds. Its column is `by_paragraph["fact"]`.',
        'A filter on it keeps the rows with none: `by_paragraph[by_paragraph["fact"] == 0]`.',
        "The names of the rows are the `.index`. One of them belongs to the comment: leave it out.",
    )
    setup = 'claims = data.claims()\nby_paragraph = pd.crosstab(claims["paragraph"], claims["kind"])'
    solution_code = (
        'without = by_paragraph[by_paragraph["fact"] == 0].index\n'
        'paragraphs_without_fact = [name for name in without if name.startswith("P")]'
    )
    why = (
        "The thesis, the praise of the army and the conclusion are where the article wants to persuade. No document settles "
        "them alone: they need a measure and an argument, which is what notebooks 07, 10 and 11 are about."
    )

    def rows(self):
        without = (own_claims()["kind"] == "fact").groupby(own_claims()["paragraph"]).sum() == 0
        return pd.concat([without, pd.Series(False, index=COMMENT)])

    def _without(self, claims):
        facts = (claims["kind"] == "fact").groupby(claims["paragraph"]).sum()
        return set(facts.index[facts == 0])

    def expected(self):
        return self._without(own_claims())

    def mistakes(self):
        every, own = data.claims(), own_claims()
        kinds = own.groupby("paragraph")["kind"].agg(set)
        table = pd.crosstab(every["paragraph"], every["kind"])
        return (
            _rows_instead_of_names(table[table["fact"] == 0]),
            Mistake(
                "with the comment",
                self._without(every),
                "Nearly. One of them is part of the reader's comment, which is not the author's.",
            ),
            Mistake(
                "facts only",
                {name for name, kind in kinds.items() if kind == {"fact"}},
                "These hold nothing *but* facts. You want those with none.",
            ),
            Mistake(
                "with facts",
                {name for name, kind in kinds.items() if "fact" in kind},
                "These are the ones that do hold a fact. Turn the condition round: `== 0`.",
            ),
        )


class CountriesLeftOut(Exercise):
    answer = "countries_left_out"
    title = "Where the article does not look"
    question = "In which countries does the table have two or more context events, but none from the article? Give a list of codes."
    wants = 'a list of codes such as ["GBR", "PAK"]'
    hints = (
        "The table `per_country` of the map section has a row for each country and the columns `article` and `context`.",
        'Two conditions, each in brackets of its own, joined by `&`: `(per_country["article"] == 0) & (per_country["context"] >= 2)`.',
        "Put them into `per_country[...]`; the codes are the `.index`.",
    )
    setup = (
        'places = data.places()[["place_id", "country_iso3"]]\n'
        "events = data.events()\n"
        'events = events[events["origin"] != "after"]\n'
        'located = events.merge(places, on="place_id")\n'
        'per_country = pd.crosstab(located["country_iso3"], located["origin"])'
    )
    solution_code = (
        'countries_left_out = per_country[(per_country["article"] == 0) & (per_country["context"] >= 2)].index'
    )
    why = (
        "India and Bangladesh are among them: both are party to much that moved Washington and Islamabad, yet nothing that the "
        "article tells happens there. Whether an author *should* have looked there is an argument, not a count."
    )

    def _where(self, condition):
        table = per_country()
        return set(table.index[condition(table["article"], table["context"])])

    def expected(self):
        return self._where(lambda article, context: (article == 0) & (context >= 2))

    def rows(self):
        table = per_country()
        return (table["article"] == 0) & (table["context"] >= 2)

    def mistakes(self):
        return (
            _rows_instead_of_names(per_country().loc[sorted(self.expected())]),
            Mistake(
                "the other way round",
                self._where(lambda article, context: (article > 0) & (context == 0)),
                "There the *article* has events and the context has none. Exchange the two columns.",
            ),
            Mistake(
                "one context event is enough",
                self._where(lambda article, context: article == 0),
                "In none of them is anything told. Now keep those with two or more context events: a second condition, `>= 2`.",
            ),
            Mistake(
                "more than two",
                self._where(lambda article, context: (article == 0) & (context > 2)),
                "You kept those with more than two context events. 'Two or more' includes two: `>= 2`.",
            ),
            Mistake(
                "all with context",
                self._where(lambda article, context: context >= 2),
                "These are all countries with two or more context events. Add the other condition: none from the article.",
            ),
            Mistake(
                "both",
                self._where(lambda article, context: (article > 0) & (context > 0)),
                "In these countries there are events of both kinds. You want none from the article: `== 0`.",
            ),
        )


class NumberKappa(Exercise):
    answer = "number_kappa"
    title = "Does a number make a fact?"
    question = "What is Cohen's kappa between the reference and a machine that calls a claim fact if it holds a digit?"
    decimals = 6
    wants = "a number between −1 and 1, not rounded"
    hints = (
        "Copy the four steps of section 4 and put `by_number` in the place of `machine`.",
        '`observed` is the mean of `by_number == claims["kind"]`; `expected` multiplies the shares of the two coders, label by '
        "label, and adds up.",
        "At the end: `(observed - expected) / (1 - expected)`.",
    )
    setup = (
        "claims = data.claims()\n"
        'has_number = claims["claim"].str.contains("[0-9]")\n'
        'by_number = pd.Series("interpretation", index=claims.index).mask(has_number, "fact")'
    )
    solution_code = (
        'observed = (by_number == claims["kind"]).mean()\n'
        'expected = (by_number.value_counts(normalize=True) * claims["kind"].value_counts(normalize=True)).sum()\n'
        "number_kappa = (observed - expected) / (1 - expected)"
    )
    why = (
        "Nearly half the labels agree, and yet kappa is a hair below nought: this machine does no better than chance. Numbers look "
        "like facts. Claim P1-02, on the end of 2024, holds one and is a judgement."
    )

    def _coders(self):
        claims = data.claims()
        numbers = claims["claim"].str.contains("[0-9]")
        return pd.Series("interpretation", index=claims.index).mask(numbers, "fact"), claims["kind"]

    def expected(self):
        return cohens_kappa(*self._coders())

    def mistakes(self):
        machine, reference = self._coders()
        percent = percent_agreement(machine, reference)
        chance = (machine.value_counts(normalize=True) * reference.value_counts(normalize=True)).sum()
        difference = float(percent / 100 - chance)
        words = _by_words(data.claims())
        other = cohens_kappa(words, reference)
        other_observed = float((words == reference).mean())
        other_chance = (words.value_counts(normalize=True) * reference.value_counts(normalize=True)).sum()
        return (
            Mistake(
                "the machine of section 4",
                other,
                "That is the kappa of section 4's machine, which looks at words. Put `by_number` in the place of `machine` and run "
                "all four steps again.",
                when=lambda answer: (
                    abs(answer - other) < 0.005
                ),  # also from the rounded numbers that stand in the notebook
            ),
            Mistake(
                "wrong denominator",
                float(difference / (1 - percent / 100)),
                "Nearly: you divided by what the machine left undone, `1 - observed`. Divide by what chance leaves: `1 - expected`.",
            ),
            Mistake(
                "divided by chance",
                float(difference / chance),
                "You divided by `expected`. Divide by what chance leaves: `1 - expected`.",
            ),
            Mistake(
                "percent", percent, "That is the percentage of agreement. Now take out what chance would give: kappa."
            ),
            Mistake(
                "how many agree",
                int((machine == reference).sum()),
                "That is how many labels agree. Divide by the number of all claims: step 2 takes the mean.",
            ),
            Mistake(
                "chance", float(chance), "That is what chance would give, `expected`. The last step puts both together."
            ),
            Mistake(
                "two machines mixed",
                float((percent / 100 - other_chance) / (1 - other_chance)),
                "One of your two shares is still that of section 4's machine. Work out `observed` **and** `expected` with `by_number`.",
                when=lambda answer: (
                    comparing.close(answer, (percent / 100 - other_chance) / (1 - other_chance))
                    or comparing.close(answer, (other_observed - chance) / (1 - chance))
                ),
            ),
            Mistake(
                "brackets left out",
                float(percent / 100 - chance / (1 - chance)),
                "Python divides before it takes away. Put the difference in brackets: `(observed - expected) / (1 - expected)`.",
            ),
            Mistake(
                "section 4's agreement",
                other_observed,
                'That is `observed` of section 4\'s machine. Work it out anew: the mean of `by_number == claims["kind"]`.',
            ),
            Mistake("observed", percent / 100, "That is the observed agreement, step 2. Two more steps to kappa."),
            Mistake(
                "difference only",
                difference,
                "You took chance away from the agreement. Now divide by what there was left to win: `1 - expected`.",
            ),
            Mistake(
                "rounded",
                0.0,
                "It is not quite zero. Do not round, and compare `by_number`, which holds words, not `has_number`.",
            ),
        )


def _by_words(claims):
    """The labels of the machine of section 4, as the notebook makes them."""
    words = claims["claim"].str.lower()
    machine = pd.Series("fact", index=claims.index)
    for kind, pattern in (
        ("interpretation", "most |first |more |key |close |widely |firm |because "),
        ("prediction", "could |would |will "),
        ("prescription", "should |must "),
    ):
        machine = machine.mask(words.str.contains(pattern), kind)
    return machine


earliest_clue = EarliestClue()
dates_without_day = DatesWithoutDay()
fact_share = FactShare()
paragraphs_without_fact = ParagraphsWithoutFact()
countries_left_out = CountriesLeftOut()
number_kappa = NumberKappa()

"""Two exercises that filter a cross-table: paragraphs without a fact, and countries that the article leaves out."""

import pandas as pd

from uspak import data
from uspak.exercises.core import Exercise, Mistake

from .facts import COMMENT, own_claims


def per_country():
    """Events by country (rows) and origin (columns ``article`` and ``context``), without what came after the article."""
    events = data.events()
    located = events[events["origin"] != "after"].merge(data.places()[["place_id", "country_iso3"]], on="place_id")
    return pd.crosstab(located["country_iso3"], located["origin"])


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
        "The thesis, the praise of the army and the conclusion are there to persuade. No document alone settles "
        "them. They need a measure and an argument. Notebooks 07, 10 and 11 are about that."
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
                "These hold *only* facts. You want those with none.",
            ),
            Mistake(
                "with facts",
                {name for name, kind in kinds.items() if "fact" in kind},
                "These are the paragraphs that do hold a fact. Reverse the condition: `== 0`.",
            ),
        )


class CountriesLeftOut(Exercise):
    answer = "countries_left_out"
    title = "Where the article does not look"
    question = "In which countries does the table have two or more context events, but none from the article? Give a list of codes."
    wants = 'a list of codes such as ["GBR", "PAK"]'
    hints = (
        "The table `per_country` of the map section has a row for each country and the columns `article` and `context`.",
        'Put two conditions in separate brackets and join them with `&`: `(per_country["article"] == 0) & (per_country["context"] >= 2)`.',
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
        "India and Bangladesh are among them. Both are involved in much that moved Washington and Islamabad, but the article "
        "mentions no event there. Whether an author *should* have looked there is an argument, not a count."
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
                "There the *article* has events and the context has none. Swap the two columns.",
            ),
            Mistake(
                "one context event is enough",
                self._where(lambda article, context: article == 0),
                "The article mentions no event in any of them. Now keep those with two or more context events. You need "
                "a second condition, `>= 2`.",
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

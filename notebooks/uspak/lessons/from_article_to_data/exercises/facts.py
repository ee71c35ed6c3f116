"""The exercise on the share of facts among the claims of the article itself."""

from uspak import data
from uspak.exercises.core import Exercise, Mistake

COMMENT = ["C1", "C2"]


def own_claims():
    """The claims of the article itself, without those of the reader's comment."""
    claims = data.claims()
    return claims[~claims["paragraph"].isin(COMMENT)]


def _percent_facts(claims):
    return float((claims["kind"] == "fact").mean() * 100)


class FactShare(Exercise):
    answer = "fact_share"
    title = "How much of it is fact?"
    question = "What percentage of the article's own claims (without the comment, C1 and C2) are of the kind fact?"
    wants = "a number from 0 to 100"
    hints = (
        "First leave out the comment. `isin` asks whether a value is in a list, and `~` swaps True and False: "
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
        "About two in five, and that is not a reproach: an opinion article is written to judge. But the judgements rest on the facts, so a "
        "reader should test the facts first."
    )

    def expected(self):
        return _percent_facts(own_claims())

    def rows(self):
        return own_claims()["kind"] == "fact"

    # long: one table of mistakes, in the order in which they are recognised
    def mistakes(self):
        own, every = own_claims()["kind"], _percent_facts(data.claims())
        without_line = _percent_facts(own_claims().query("paragraph != 'B'"))
        return (
            Mistake(
                "all shares",
                own.value_counts(normalize=True),
                "You have all the kinds. Keep only `fact`, as a percentage of all.",
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
                "The right share, but from 0 to 1. The question asks for per cent.",
            ),
            Mistake("a count", int((own == "fact").sum()), "That is the number of facts. What percentage is that?"),
            Mistake(
                "a count with the comment",
                int((data.claims()["kind"] == "fact").sum()),
                "That is the number of facts, with the comment's included. Leave out the comment and give a percentage.",
            ),
            Mistake(
                "of the comment alone",
                _percent_facts(data.claims()[data.claims()["paragraph"].isin(COMMENT)]),
                "You kept the reader's comment and left the article out. `~` before the condition reverses it.",
            ),
            Mistake(
                "of all claims",
                float(100 * (own == "fact").sum() / len(data.claims())),
                "You divided the article's own facts by all claims, the comment included. Leave the comment out of both numbers.",
            ),
            Mistake(
                "interpretations",
                float((own == "interpretation").mean() * 100),
                "That is the share of interpretations. The question asks for `fact`.",
            ),
        )

"""The exercise on Cohen's kappa: how far a machine that looks for digits agrees with the reference coding."""

import pandas as pd

from uspak import data
from uspak.exercises import comparing
from uspak.exercises.core import Exercise, Mistake

from ..agreement import chance_agreement, cohens_kappa, percent_agreement


class NumberKappa(Exercise):
    answer = "number_kappa"
    title = "Does a number make a fact?"
    question = (
        "What is Cohen's kappa between the reference and a machine that calls a claim fact if it contains a digit?"
    )
    decimals = 6
    wants = "a number between −1 and 1, not rounded"
    hints = (
        "Copy the four steps of section 4 and replace `machine` with `by_number`.",
        '`observed` is the mean of `by_number == claims["kind"]`; `expected` multiplies the shares of the two coders, label by '
        "label, and adds up the results.",
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
        "Nearly half the labels agree, but kappa is just below zero: this machine does no better than chance. Numbers look "
        "like facts. Claim P1-02, on the end of 2024, contains a number and is a judgement."
    )

    def _coders(self):
        claims = data.claims()
        numbers = claims["claim"].str.contains("[0-9]")
        return pd.Series("interpretation", index=claims.index).mask(numbers, "fact"), claims["kind"]

    def expected(self):
        return cohens_kappa(*self._coders())

    # long: one table of mistakes, in the order in which they are recognised
    def mistakes(self):
        machine, reference = self._coders()
        percent, chance = percent_agreement(machine, reference), chance_agreement(machine, reference)
        observed, difference = percent / 100, percent / 100 - chance
        words = _by_words(data.claims())
        other, other_chance = cohens_kappa(words, reference), chance_agreement(words, reference)
        other_observed = float((words == reference).mean())
        return (
            Mistake(
                "the machine of section 4",
                other,
                "That is the kappa of section 4's machine, which looks at words. Replace `machine` with `by_number` and run "
                "all four steps again.",
                when=lambda answer: abs(answer - other) < 0.005,  # also from the notebook's rounded numbers
            ),
            Mistake(
                "wrong denominator",
                difference / (1 - observed),
                "Nearly: you divided by the disagreement, `1 - observed`. Divide by what chance leaves: `1 - expected`.",
            ),
            Mistake(
                "divided by chance",
                difference / chance,
                "You divided by `expected`. Divide by what chance leaves: `1 - expected`.",
            ),
            Mistake(
                "percent", percent, "That is the percentage of agreement. Kappa also takes out what chance would give."
            ),
            Mistake(
                "how many agree",
                int((machine == reference).sum()),
                "That is how many labels agree. Divide by the number of all claims, as the mean does in step 2.",
            ),
            Mistake(
                "chance",
                chance,
                "That is what chance would give, `expected`. The last step puts `observed` and `expected` together.",
            ),
            Mistake(
                "two machines mixed",
                (observed - other_chance) / (1 - other_chance),
                "One of your two shares is still that of section 4's machine. Work out `observed` **and** `expected` with `by_number`.",
                when=lambda answer: (
                    comparing.close(answer, (observed - other_chance) / (1 - other_chance))
                    or comparing.close(answer, (other_observed - chance) / (1 - chance))
                ),
            ),
            Mistake(
                "brackets left out",
                observed - chance / (1 - chance),
                "Python divides before it subtracts. Put the difference in brackets: `(observed - expected) / (1 - expected)`.",
            ),
            Mistake(
                "section 4's agreement",
                other_observed,
                'That is `observed` of section 4\'s machine. Work it out again: the mean of `by_number == claims["kind"]`.',
            ),
            Mistake("observed", observed, "That is the observed agreement, step 2. Two more steps to kappa."),
            Mistake(
                "difference only",
                difference,
                "You subtracted chance from the agreement. Now divide by what chance leaves: `1 - expected`.",
            ),
            Mistake(
                "rounded",
                0.0,
                "It is not quite zero. Do not round. Compare `by_number`, which holds words, not `has_number`.",
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

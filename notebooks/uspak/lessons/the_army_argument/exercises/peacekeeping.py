"""The exercises on peacekeepers: how often Pakistan was among the five largest contributors, and what their number shows."""

from uspak import data
from uspak.exercises.core import Choice, Exercise, Mistake

from .notebook_state import SETUP


def pakistan_in_peacekeeping():
    """Pakistan's rows of the peacekeeping table: all of them, and those of December 1990 to 2013."""
    table = data.evidence("peacekeeping")
    own = table[table["country"] == "Pakistan"].astype({"rank": float})
    return own, own[own["date"].str.endswith("-12") & (own["year"] <= 2013)]


class TopFive(Exercise):
    answer = "top_five_share"
    title = "How consistent is “consistently”?"
    question = (
        "In what percentage of the Decembers from 1990 to 2013 was Pakistan among the five largest contributors? The table `decembers` "
        "has one row for each. Give a number from 0 to 100."
    )
    hints = (
        'A condition marks the rows: `decembers["rank"] <= 5`. The rank may not be larger than five.',
        "True counts as 1 and False as 0, so the mean of a condition is a share. An empty rank is not `<= 5`, so it counts as False, "
        "as it should.",
        "Multiply by 100: `100 * (...).mean()`, where the condition replaces the dots.",
    )
    setup = SETUP
    solution_code = 'top_five_share = 100 * (decembers["rank"] <= 5).mean()'
    why = (
        "Pakistan was among the five in about seven Decembers out of ten. Look at which: not one from 1997 to 2000, every one from 2001 "
        "on. “Consistently” fits the second half of the period, not the whole."
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
                "You left out the December without a rank. Pakistan sent nobody then, so it was not among the five. Count this "
                "row in the number that you divide by.",
            ),
            Mistake(
                "all months",
                float(100 * (own["rank"] <= 5).mean()),
                "You used all of Pakistan's rows. Later ones are single months, there because a source reported them. Use `decembers`.",
            ),
        )


class WhatPeacekeepersShow(Choice):
    answer = "what_numbers_show"
    title = "What a number of peacekeepers shows"
    question = (
        "In December 2008 Pakistan had more people under the United Nations than any other state. What can you conclude from that "
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
        "C": "Payment is a reason that many states may have. A count of people does not show a state's reasons.",
        "D": "A number for one state says nothing about another, and Bangladesh was right behind with nearly as many. Try a narrower "
        "claim.",
    }
    hints = (
        "Ask of each sentence: could it be false while the number stays the same?",
        "Which sentence must be true, whatever the reasons of the state were and however well its soldiers served?",
    )
    why = (
        "A count shows what two sides decided. Skill, motives and comparison need other evidence: reports on missions, budgets, the "
        "record of complaints. The article goes from 'many' to 'professional' in one sentence."
    )

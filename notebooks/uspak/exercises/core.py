"""How an exercise is written, and how an answer is checked.

An exercise is one class; the module ends by making one object of it, named as the student's variable::

    from uspak import data
    from uspak.exercises.core import Exercise, Mistake

    class HarbourTowns(Exercise):
        answer = "harbour_towns"
        title = "Towns with a harbour"
        question = "Which towns of the table `towns` have a harbour? Give a set of names."
        hints = ("`towns` has a row for each town.", "Keep the rows where `harbour` is 'yes'.")
        solution_code = "harbour_towns = set(towns[towns['harbour'] == 'yes']['name'])"
        setup = "towns = data.evidence('towns')"
        why = "Two of eight: trade went by land for longer than the maps of sea routes suggest."

        def expected(self):
            towns = data.evidence("towns")
            return set(towns[towns["harbour"] == "yes"]["name"])

        def mistakes(self):
            every_town = set(data.evidence("towns")["name"])
            return (Mistake("all towns", every_town, "You have all towns. Which of them have a harbour?"),)

    harbour_towns = HarbourTowns()

What ``expected()`` returns says how answers are compared: a number, a text, a set or list, a Series or dict (label by
label) or a DataFrame (by content). Name the index of a Series whose labels count, if they are numbers. A number may be
rounded as the student likes, to ``decimals`` or more. An answer may come in another form that is as good: one cell of a
table, a code for a state's name, the first of January for a year. The other kinds are ``Choice``, ``Date``,
``Keywords``, ``Parts`` and ``Prediction``. In ``title``, ``question``, ``hints``, ``why`` and messages, `backticks` mark code and
**two stars** mark stress.

``check`` raises nothing, whatever it is given, except an AssertionError where nbgrader runs the notebook.
"""

from .exercise import Exercise
from .kinds.choice import Choice
from .kinds.date import Date
from .kinds.keywords import Keywords
from .kinds.parts import Parts
from .kinds.prediction import Prediction
from .results import Mistake, Result
from .settings import allow_solutions, grading

__all__ = [
    "Choice",
    "Date",
    "Exercise",
    "Keywords",
    "Mistake",
    "Parts",
    "Prediction",
    "Result",
    "allow_solutions",
    "grading",
]

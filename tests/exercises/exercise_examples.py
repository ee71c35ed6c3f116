"""Small exercises of every kind, on a table of three poets, to try the machinery with."""

import pandas as pd

from uspak.exercises.core import Choice, Date, Exercise, Keywords, Mistake, Prediction

POETS = pd.DataFrame(
    {"name": ["Iqbal", "Faiz", "Parveen"], "born": [1877, 1911, 1952], "city": ["Sialkot", "Sialkot", "Karachi"]}
)


SETUP = "from exercise_examples import POETS as poets"


class Example(Exercise):
    """What the examples below share."""

    setup = SETUP
    hints = ("Look at the table.", "Look at the column.")
    why = "It shows how the machinery works."

    @property
    def title(self):
        return f"Example {self.answer}"

    @property
    def question(self):
        return f"What is {self.answer}?"


class Count(Example):
    answer = "born_before_1920"
    solution_code = 'born_before_1920 = (poets["born"] < 1920).sum()'

    def expected(self):
        return int((POETS["born"] < 1920).sum())

    def mistakes(self):
        early = POETS[POETS["born"] < 1920]
        return (
            Mistake("all rows", len(POETS), "You counted all poets."),
            Mistake("the rows themselves", early, "Those are the rows.", when=lambda a: "born" in a.columns),
        )


class Mean(Example):
    answer = "mean_year"
    tolerance = 0.5
    solution_code = 'mean_year = poets["born"].mean()'

    def expected(self):
        return POETS["born"].mean()


class Cities(Example):
    answer = "cities"
    solution_code = 'cities = set(poets["city"])'

    def expected(self):
        return set(POETS["city"])

    def mistakes(self):
        return (Mistake("names", set(POETS["name"]), "Those are the poets. Where were they born?"),)


class InOrder(Example):
    answer = "youngest_first"
    ordered = True
    solution_code = 'youngest_first = poets.sort_values("born", ascending=False)["name"]'

    def expected(self):
        return ["Parveen", "Faiz", "Iqbal"]

    def mistakes(self):
        return (Mistake("oldest first", POETS["name"], "Other way round."),)


class PerCity(Example):
    answer = "poets_per_city"
    solution_code = 'poets_per_city = poets.groupby("city").size()'

    def expected(self):
        return POETS.groupby("city").size()


class Early(Example):
    answer = "early_poets"
    solution_code = 'early_poets = poets[poets["born"] < 1920]'

    def expected(self):
        return POETS[POETS["born"] < 1920]

    def mistakes(self):
        return (Mistake("late ones", POETS[POETS["born"] >= 1920], "You kept the others."),)


class OldestName(Example):
    answer = "oldest"
    solution_code = 'oldest = poets.loc[poets["born"].idxmin(), "name"]'

    def expected(self):
        return "Iqbal"


class Letter(Choice, Example):
    answer = "which_city"
    options = {"A": "Lahore", "B": "Sialkot", "C": "Karachi"}
    right = "B"
    feedback = {"A": "He studied there.", "C": "Another poet was born there."}


class Birthday(Date, Example):
    answer = "birthday"
    solution_code = 'birthday = "1877-11-09"'

    def expected(self):
        return "1877-11-09"

    def mistakes(self):
        return (Mistake("American order", "1877-09-11", "Day and month are swapped."),)


class BirthMonth(Date, Example):
    answer = "birth_month"
    solution_code = 'birth_month = "1877-11"'

    def expected(self):
        return "1877-11"


class Why(Keywords, Example):
    answer = "why_translate"
    keywords = {"Which language did he write in?": ("persian", "farsi"), "And who read it?": ("reader", "Iran")}
    model = "He wrote in Persian, so readers in many countries could follow."

    def mistakes(self):
        return (Mistake("Urdu only", "He wrote in Urdu.", "Not only in Urdu.", when=lambda a: "urdu" in a.lower()),)


class Guess(Prediction, Example):
    answer = "how_many"
    between = (1, 1_000)
    model = 40


class Opinion(Prediction, Example):
    answer = "what_next"
    model = "They will be read for a long time."


class YearOfBirth(Example):
    """A year: no remark on rounding fits it, and the form that is wanted has words of its own."""

    answer = "year_of_birth"
    wants = "a year of four digits"
    solution_code = 'year_of_birth = poets["born"][1]'

    def expected(self):
        return int(POETS["born"][1])


KINDS = (
    Count,
    Mean,
    Cities,
    InOrder,
    PerCity,
    Early,
    OldestName,
    Letter,
    Birthday,
    BirthMonth,
    Why,
    Guess,
    Opinion,
)
EXAMPLES = [make() for make in KINDS]

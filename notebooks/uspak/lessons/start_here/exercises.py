"""The exercises of notebook 00, Start here."""

from uspak import data
from uspak.exercises.core import Choice, Date, Exercise, Mistake


class LongestStemDown(Date):
    answer = "year_of_longest_stem_down"
    title = "Read the chart"
    question = "Point at the longest stem that points down. In which year was that event? Give four digits."
    hints = (
        "On the timeline, look at the stems below the line. The scale is on the left.",
        "It is in the crowded part on the right. Choose the era *Abbottabad and mistrust* in the list above the timeline.",
    )
    setup = "events = data.events()"
    solution_code = 'year_of_longest_stem_down = int(events.loc[events["weight"].idxmin(), "date"][:4])'
    wants = "a year of four digits"
    why = (
        "In November 2011 aircraft of the American-led force in Afghanistan killed Pakistani soldiers at Salala. The article "
        "does not mention it: it was added as context. What a text leaves out can matter more than what it says."
    )

    def expected(self):
        events = data.events()
        return events.loc[events["weight"].idxmin(), "date"][:4]

    def mistakes(self):
        events, right = data.events(), self.expected()
        years = events["date"].str[:4]
        up = sorted(set(years[events["weight"] == events["weight"].max()]) - {right})
        deep = sorted(set(years[events["weight"] <= -6]) - {right, *up})
        return (
            Mistake(
                "longest up",
                up[0],
                "That is one of the longest stems that point *up*. Look below the line.",
                when=lambda answer: any(self.same(answer, year) for year in up),
            ),
            Mistake(
                "the weight",
                int(events["weight"].min()),
                "That is how long the stem is. The question asks for the year of the event.",
                when=lambda answer: (
                    not isinstance(answer, bool) and isinstance(answer, (int, float)) and -10 <= answer <= 10
                ),
            ),
            Mistake(
                "long but not longest",
                deep[0],
                "That stem is long, but there is a longer one. Look further to the right.",
                when=lambda answer: any(self.same(answer, year) for year in deep),
            ),
        )


class FrictionEvents(Exercise):
    answer = "friction_events"
    title = "Your first filter"
    question = "How many events are coded as friction? Change one word of the filter that you have just used."
    hints = (
        'The line `len(events[events["direction"] == "cooperation"])` counts the events that brought the two together.',
        "Replace `cooperation` with `friction`. Keep the quotation marks.",
    )
    setup = "events = data.events()"
    solution_code = 'friction_events = len(events[events["direction"] == "friction"])'
    why = "You have asked a table a question. It gives the same answer to everybody who asks. That is what data are good for."

    def rows(self):
        return data.events()["direction"] == "friction"

    def _count(self, direction):
        return int((data.events()["direction"] == direction).sum())

    def expected(self):
        return self._count("friction")

    def mistakes(self):
        return (
            Mistake(
                "cooperation",
                self._count("cooperation"),
                "That is the number for cooperation. Change the word in the filter.",
            ),
            Mistake("mixed", self._count("mixed"), "That is the number for mixed. Change the word in the filter."),
            Mistake(
                "all",
                len(data.events()),
                "That is the number of all events. The filter in the square brackets is missing.",
            ),
            Mistake(
                "the rows themselves",
                data.events(),
                "These are rows of the table. The question asks how many: put `len(...)` around them.",
                when=lambda answer: hasattr(answer, "columns"),
            ),
            Mistake(
                "the word",
                "friction",
                "That is the word to put into the filter. The answer is the number that comes out.",
            ),
        )


class MostFriction(Choice):
    answer = "era_with_most_friction"
    title = "Which era quarrelled most?"
    question = (
        "Which era has the most events coded as friction? Count stems, or let Python count: "
        '`events[events["direction"] == "friction"]["era_id"].value_counts()`.'
    )
    hints = (
        "The line in the question keeps the friction rows, takes the column with the era, and counts each value.",
        "`value_counts()` puts the most frequent value first.",
    )
    why = (
        "Be careful: the eras differ in length, and the table has more events for recent years. More rows do not yet mean more "
        "quarrels. To compare eras fairly you would have to divide by their years, and ask who chose the rows."
    )

    @property
    def options(self):
        return dict(zip("ABCDEF", data.eras()["name"], strict=False))

    def _counts(self):
        events, eras = data.events(), data.eras()
        counts = events[events["direction"] == "friction"].groupby("era_id").size()
        return {letter: int(counts.get(era, 0)) for letter, era in zip("ABCDEF", eras["era_id"], strict=False)}

    def expected(self):
        counts = self._counts()
        return max(counts, key=counts.get)

    @property
    def feedback(self):
        counts = self._counts()
        most = max(counts.values())
        return {
            letter: f"{name} has {counts[letter]}. Another era has more."
            for letter, name in self.options.items()
            if counts[letter] < most
        }


class FactOrJudgement(Choice):
    answer = "the_judgement"
    title = "Fact or judgement?"
    question = (
        "Three of these can be checked in a document. One is a judgement, and a judgement needs an argument. Which one?"
    )
    options = {
        "A": "Pakistan signed the Manila Pact in September 1954.",
        "B": "In September 1965 Washington stopped arms to both sides of a war.",
        "C": "The 1990s brought the first serious break.",
        "D": "In December 2024 Washington put sanctions on a Pakistani missile agency.",
    }
    right = "C"
    feedback = {
        "A": "The pact has a date and signatures: you can look them up. Which sentence has a word that people may measure differently?",
        "B": "The order is in the archives with its date. Which sentence has a word that people may measure differently?",
        "D": "The announcement is a public document. Which sentence has a word that people may measure differently?",
    }
    hints = (
        "For each sentence ask: which single document would decide it?",
        "Words such as 'serious' or 'first' compare things. With what, and measured how?",
    )
    why = (
        "'Serious' needs a measure, and 'first' needs a look at everything that came before. Look at 1965 on the timeline. "
        "The article makes a claim much like C in its third paragraph (P3)."
    )


year_of_longest_stem_down = LongestStemDown()
friction_events = FrictionEvents()
era_with_most_friction = MostFriction()
the_judgement = FactOrJudgement()

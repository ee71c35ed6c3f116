"""Two exercises on dates: how old the article is, and what the table does not know of the days of its events."""

from uspak import data
from uspak.exercises.core import Choice, Exercise, Mistake


class EarliestClue(Choice):
    answer = "earliest_clue"
    title = "Not before"
    question = "Which clue alone shows that the article cannot have been written before a certain day?"
    options = {
        "A": "the number in its address is lower than that of an article of January 2025",
        "B": "it discusses sanctions of 18 December 2024, and Pakistan's answer on the next day",
        "C": "the reader's comment refers to a report of 20 December 2024",
        "D": "it appears beside Christmas messages in a list of the site's newest items",
    }
    right = "B"
    feedback = {
        "A": "A lower number says that it came before the other article. That gives a *latest* date.",
        "C": "That dates the comment. A comment is written after the article, perhaps by minutes, perhaps by days.",
        "D": "That shows the season, but only roughly. Look for something in the article's own text that happened on a known day.",
    }
    hints = (
        "A text cannot know what has not happened yet.",
        "Look for an event *inside the article* whose day is known from elsewhere.",
    )
    why = (
        "Historians call this a *terminus post quem* (Latin: a limit after which). Nobody can write about sanctions before they are "
        "announced, or about an answer before it is given. That is a limit, not the day itself. So the record says 19 to 24 "
        "December, and not a single day."
    )


class DatesWithoutDay(Exercise):
    answer = "dates_without_day"
    title = "What we do not know"
    question = "For how many events in `raw` is the day of the `date` not known?"
    hints = (
        "A whole date such as `1954-05-19` has ten characters. Shorter ones give only the month or the year.",
        '`raw["date"].str.len()` gives the length of each date. Compare it with 10.',
        "A comparison gives True and False; `.sum()` counts the True.",
    )
    setup = 'raw = pd.read_csv(data.DATA / "events.csv")'
    solution_code = 'dates_without_day = (raw["date"].str.len() < 10).sum()'
    why = (
        "These events have hollow markers in the timelines of this series. A computer would fill in the first of the month, or of January, "
        "without a warning. The reader would then take an invention for knowledge."
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
                "Those are the events whose day *is* known. Reverse the comparison.",
            ),
            Mistake(
                "months only",
                int((length == 7).sum()),
                "You counted the dates known to the month. For some events we know only the year: four characters.",
            ),
            Mistake(
                "years only",
                int((length == 4).sum()),
                "Those are the events of which we know only the year. Add those known to the month.",
            ),
            Mistake(
                "without an end",
                int(data.events()["date_end"].isna().sum()),
                "You counted events without a `date_end`. An event that lasts one day has none; look at `date`.",
            ),
        )

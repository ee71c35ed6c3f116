"""How an exercise is written, and how an answer is checked.

An exercise is one class; the module ends by making one object of it, named as the student's variable::

    class SoutheastAsianMembers(Exercise):
        answer = "southeast_asian_members"
        title = "SEATO's members in Southeast Asia"
        question = "Which of SEATO's eight members lie in Southeast Asia? Give a set of ISO3 codes."
        hints = ("`alliances` has a row for each member.", "Keep the rows where `region` is 'Southeast Asia'.")
        solution_code = "southeast_asian_members = set(alliances[alliances['region'] == 'Southeast Asia']['country'])"
        setup = "alliances = data.evidence('alliances')"
        why = "Two of eight: the organisation was named after a region that mostly stayed outside."

        def expected(self):
            alliances = data.evidence("alliances")
            return set(alliances[alliances["region"] == "Southeast Asia"]["country"])

        def mistakes(self):
            everyone = set(data.evidence("alliances")["country"])
            return (Mistake("all members", everyone, "You have all members. Which of them lie in Southeast Asia?"),)

    southeast_asian_members = SoutheastAsianMembers()

What ``expected()`` returns says how answers are compared: a number, a text, a set or list, a Series or dict (label by
label) or a DataFrame (by content). Name the index of a Series whose labels count, if they are numbers. A number may be
rounded as the student likes, to ``decimals`` or more. An answer may come in another form that is as good: one cell of a
table, a code for a state's name, the first of January for a year. The other kinds are ``Choice``, ``Date``,
``Keywords``, ``Parts`` and ``Prediction``. In ``title``, ``question``, ``hints``, ``why`` and messages, `backticks` mark code and
**two stars** mark stress.

``check`` raises nothing, whatever it is given, except an AssertionError where nbgrader runs the notebook.
"""

import math
import os
import re
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from . import comparing, forms, relations, remarks, values, wording

SOLUTIONS_ARE_OFF = "Solutions are switched off for this class. The hints are still there."

NONE_IS_NO_ANSWER = "Your answer is None, which is what a function returns if it only prints or changes something. "

_solutions = {"allowed": os.environ.get("USPAK_SOLUTIONS", "").strip().lower() not in ("off", "0", "no", "false")}


def allow_solutions(allowed):
    """Switch the solutions on or off for all exercises, until Python restarts.

    For a whole class set the environment variable ``USPAK_SOLUTIONS=off`` instead.
    """
    _solutions["allowed"] = bool(allowed)


def grading():
    """Whether nbgrader runs the notebook: it then sets ``NBGRADER_EXECUTION`` to ``autograde`` or ``validate``."""
    return bool(os.environ.get("NBGRADER_EXECUTION"))


class Mistake(NamedTuple):
    """A usual wrong answer and what to say to it.

    Attributes:
        name: a few words for instructors and tests.
        example: an answer that shows the mistake.
        message: what the student reads: a nudge, never the answer.
        when: a function of the answer (a safe copy of it) that recognises the mistake; None if an answer shows the
            mistake when it is the example, in full or rounded. The tolerance of the exercise does not count here.
    """

    name: str
    example: object
    message: str
    when: Callable | None = None


class Result(NamedTuple):
    """What came of checking an answer.

    Attributes:
        state: ``"blank"``, ``"correct"``, ``"wrong"``, or ``"unchecked"`` (the exercise itself failed).
        message: what the student reads.
        mistake: the name of the recognised mistake, or an empty text.
    """

    state: str
    message: str
    mistake: str = ""


class Exercise:
    """One exercise with everything that belongs to it.

    Attributes:
        answer: the student's variable, also the name of the exercise in its module.
        title: a few words.
        points: what it is worth when graded.
        question: what is asked, and in what form the answer is wanted.
        hints: two or more, from a nudge to nearly there.
        solution_code: code that puts the right answer into the variable.
        setup: code that the notebook has run before and that ``solution_code`` needs, beyond ``import pandas as pd``
            and ``from uspak import data``.
        why: shown when the answer is right: what it tells about the history.
        ordered: whether the order of members or rows counts.
        tolerance: how far a number may lie from the expected one; None for rounding errors only.
        decimals: how many decimals a rounded answer has to show; None for as many as show two digits of the number.
        aliases: {another word: the word that ``expected()`` uses for the same}, beside names and codes of states.
        percent: whether the question asks for per cent; None for what its words say.
        label_column: the column that holds the labels, if a Series is asked for.
        strict_columns: whether a table may have no further columns.
        wants: the form of the answer in words, if the type of ``expected()`` does not say enough.
    """

    answer = title = question = solution_code = setup = why = wants = ""
    points = 1
    hints = ()
    ordered = False
    tolerance = decimals = percent = None
    aliases = {}
    label_column = ""
    strict_columns = False
    words = {"blank": "Not answered yet", "correct": "Correct", "wrong": "Not yet", "unchecked": "Not checked"}

    def __init__(self):
        self._hints_shown = 0

    def __repr__(self):
        return f"Exercise: {self.title}"

    # What an exercise says about itself

    def expected(self):
        """The right answer, worked out from the data."""
        raise NotImplementedError(f"{type(self).__name__} does not say what answer it expects.")

    def mistakes(self):
        """The usual mistakes, the more particular first; a sequence of ``Mistake``."""
        return ()

    def also(self):
        """Other right answers, from other fair ways to read the question; a sequence."""
        return ()

    def rows(self):
        """What the answer is worked out from, so that a wrong one can be told how it relates to it; or None.

        A Series of True and False: the condition whose True rows are counted, shared out or named by their labels. A
        Series of numbers: what is summed up or averaged; for each label, if the answer has labels.
        """
        return None

    def same(self, answer, value):
        """Whether an answer says the same as ``value``; both are safe copies."""
        return self._same(answer, value, self._near)

    def _same(self, answer, value, near):
        if self.strict_columns and values.kind(answer) == values.kind(value) == "table":
            return not comparing.table_differences(answer, value, ordered=self.ordered, near=near, strict_columns=True)
        return comparing.same(answer, value, ordered=self.ordered, near=near)

    def _near(self, answer, number):
        """Whether a number of an answer is right: within the tolerance, or rounded, but not too far."""
        least = comparing.least_decimals(number) if self.decimals is None else self.decimals
        exact = values.is_a(number, float) and math.isclose(
            answer, number, rel_tol=1e-6
        )  # to the last digits that are shown
        return exact or comparing.close(answer, number, self.tolerance) or comparing.is_rounded(answer, number, least)

    def matches(self, answer, expected):
        """Whether an answer is right; both are safe copies."""
        return self.same(answer, expected)

    def remark(self, answer, expected):
        """What to say to a wrong answer that shows none of the usual mistakes."""
        if self.strict_columns and values.kind(answer) == values.kind(expected) == "table":
            return comparing.table_differences(
                answer, expected, ordered=self.ordered, near=self._near, strict_columns=True
            )[0]
        return remarks.remark(answer, self._asked(expected))

    def _asked(self, expected):
        question = re.sub("`[^`]*`", "", self.question).casefold()  # without code, such as a column's name
        percent = bool(re.search("per ?cent", question)) if self.percent is None else self.percent
        try:
            rows = self.rows()
        except Exception:  # a help for remarks, no more
            rows = None
        return remarks.Asked(
            expected,
            self.ordered,
            self._near,
            self.wants,
            percent,
            rows,
            self.label_column,
            "how many days" in question,
        )

    def wanted(self):
        """The form of the answer in words."""
        return self.wants or values.described(values.normalize(self.expected()), size=False)

    # What a student asks of it

    def check(self, answer=...):
        """Check an answer.

        Args:
            answer: anything; it is not changed.

        Returns:
            A card that shows itself when it ends a cell.

        Raises:
            AssertionError: if the answer is not right and nbgrader runs the notebook; never otherwise.
        """
        result = self.evaluate(answer)
        if grading() and result.state != "correct":
            raise AssertionError(f"{self.words[result.state]}: {result.message}")
        return _cards().Card(self._note(result), self._hints_left(result), self._solution_left())

    def hint(self):
        """Show the next hint; after the last one, the first again."""
        if not self.hints:
            return _cards().Note("Hint", self.title, "There is no hint for this exercise.")
        number = self._hints_shown % len(self.hints)
        self._hints_shown += 1
        return _cards().Note(_numbered(number, self.hints), self.title, self.hints[number])

    def solution(self):
        """Show the solution, unless the instructor has switched solutions off."""
        code = self._solution_left()
        if code is None:
            return _cards().Note("Solution", self.title, SOLUTIONS_ARE_OFF)
        return _cards().Note("Solution", self.title, "", code=code)

    def evaluate(self, answer=...):
        """Check an answer without showing anything; never raises.

        Returns:
            A ``Result``.
        """
        try:
            if values.is_placeholder(answer):
                return Result("blank", self._invitation())
            if answer is None:
                return Result("blank", NONE_IS_NO_ANSWER + self._invitation())
        except Exception as error:
            return _unchecked(error)
        return self._judge(answer)

    def _judge(self, answer):
        try:
            answer = _array_of_one(answer, values.normalize(answer))
        except values.Unreadable as reason:
            return Result("wrong", str(reason))
        except Exception:
            return Result("wrong", f"Your answer (of the type `{values.type_name(answer)}`) cannot be read.")
        try:
            expected, foreseen = values.normalize(self.expected()), self.mistakes()
            also = [values.normalize(other) for other in self.also()]
        except Exception as error:
            return _unchecked(error)
        result = self._settled(answer, expected, also, foreseen) or self._but_for_its_form(
            answer, expected, also, foreseen
        )
        if result:
            return result
        try:
            asked = self._asked(expected)
            for mistake in foreseen if asked.percent else ():
                if relations.is_share_of(answer, mistake.example):
                    return Result("wrong", f"{mistake.message} {relations.AS_SHARE}", mistake.name)
            return Result("wrong", self.remark(self._forms(answer, expected)[-1], expected))
        except Exception:
            return Result("wrong", "That is not the answer. Read once more in what form it is wanted.")

    def _settled(self, answer, expected, also, foreseen):
        """The result for a right answer, one that is rounded too far, or one of the usual mistakes; None for others."""
        if any(_holds(self.matches, form, right) for right in (expected, *also) for form in self._forms(answer, right)):
            return Result("correct", self.why)
        found = [mistake for mistake in foreseen if self.shows(answer, mistake)]
        if not found and _holds(self._is_rounded_too_far, answer, expected):
            return Result("wrong", self._rounded_too_far())
        found = found or _only(mistake for mistake in foreseen if self._nearly_shows(answer, mistake))
        return Result("wrong", found[0].message, found[0].name) if found else None

    def _but_for_its_form(self, answer, expected, also, foreseen):
        """The result for numbers in quotes and numbers with a decimal comma: what is wrong with the form, and the rest."""
        readings = _or_else(forms.mended, [], answer, expected)
        for reading, needed in readings:
            result = self._settled(reading, expected, also, foreseen)
            if result and result.state == "correct":
                return Result("wrong", f"{needed} Otherwise your answer is right.")
            if result:
                return Result("wrong", f"{needed} {result.message}", result.mistake)
        if (
            values.is_a(answer, tuple) and values.kind(expected) == "number"
        ):  # two numbers, unless it comes close as one
            readings = [
                one
                for one in readings
                if not values.is_a(expected, int) and abs(one[0] - expected) < 0.25 * abs(expected)
            ]
        if readings:
            reading, needed = readings[0]
            return Result("wrong", f"{needed} {_or_else(self.remark, '', reading, expected)}".strip())
        return None

    def _forms(self, answer, right):
        """The answer itself, and in the words and the form of the right one, if that is as good."""
        other = _or_else(forms.fair, answer, answer, right, self.aliases)
        return [answer] if other is answer else [answer, other]

    def shows(self, answer, mistake):
        """Whether a cleaned answer shows the mistake: to the last digit."""
        if mistake.when:
            return _holds(mistake.when, answer)
        return _holds(self._is_example, answer, mistake, comparing.close)

    def _nearly_shows(self, answer, mistake):
        """Whether a cleaned answer is the example of the mistake, rounded at the end or on the way."""
        return not mistake.when and _holds(self._is_example, answer, mistake, comparing.nearly)

    def _is_example(self, answer, mistake, near):
        example = values.normalize(mistake.example)
        if values.kind(answer) == "lookup" and values.is_a(example, pd.Series):
            example = example.rename_axis("label")
        if type(self).same is not Exercise.same:
            return self.same(answer, example)
        return any(self._same(form, example, near) for form in self._forms(answer, example))

    def _is_rounded_too_far(self, answer, expected):
        """Whether an answer would be right if it were not rounded to so few decimals."""
        if type(self).same is not Exercise.same or type(self).matches is not Exercise.matches:
            return False

        def near(own, number):
            if self._near(own, number):
                return True
            apart = abs(own / number - 1) if own and number and not values.is_a(number, int) else 1
            rounded = comparing.is_rounded(own, number, 0) and apart < 0.25
            return rounded or (comparing.is_shortened(own, number, 1) and apart < 0.02)

        return any(self._same(form, expected, near) for form in self._forms(answer, expected))

    def _rounded_too_far(self):
        if self.decimals:
            return f"Very close, but rounded too early. Give at least {values.count(self.decimals, 'decimal')}."
        return "Very close, but rounded too early. Give more digits."

    def _invitation(self):
        return f"Put your answer ({self.wanted()}) in the place of the dots and run the cell again."

    def _note(self, result):
        return _cards().Note(
            self.words[result.state], self.title, result.message, tone=result.state, points=self.points
        )

    def _hints_left(self, result):
        if result.state == "correct":
            return ()
        return tuple((_numbered(number, self.hints), hint) for number, hint in enumerate(self.hints))

    def _solution_left(self):
        """The solution to offer; none where they are switched off, or where it cannot be worked out from broken data."""
        try:
            return self.solution_code if _solutions["allowed"] else None
        except Exception:
            return None


class Choice(Exercise):
    """One of several options, by its letter.

    Attributes:
        options: {letter: text}.
        right: the letter of the right one.
        feedback: {letter: message} for each of the others.
    """

    options = {}
    right = ""
    feedback = {}

    @property
    def solution_code(self):
        """The letter of the right option, put into the variable."""
        return f'{self.answer} = "{self.expected()}"'

    def expected(self):
        """The letter of the right option; override it to work it out from the data."""
        return self.right

    def mistakes(self):
        """Each other option, with its own feedback."""
        right, feedback = self.expected(), self.feedback
        return tuple(Mistake(f"option {letter}", letter, said) for letter, said in feedback.items() if letter != right)

    def same(self, answer, value):
        """Whether the answer names the option ``value``: "b", "Option B", "(B)", "B: …" or the option's own text."""
        return self._named(answer) == {value}

    def _named(self, answer):
        """The letters that an answer names; a list of one member counts as that member."""
        members = _listed(answer)
        if members is None:
            return wording.options_named(answer, self.options) if values.kind(answer) == "text" else set()
        named = set().union(*(self._named(member) for member in members if values.kind(member) == "text"))
        return named if len(members) == 1 or len(named) > 1 else set()

    def remark(self, answer, expected):
        """What keeps an answer from being one of the letters."""
        if len(self._named(answer)) > 1:
            return f"That fits more than one option. Decide for one, and answer with {self.wanted()}."
        members = _listed(answer) or [answer]
        one = members[0] if len(members) == 1 else answer
        said = one.strip(" .:()\"'") if values.kind(one) == "text" else ""
        if values.kind(one) == "number" or said.isdecimal():
            return f"The options have letters, not numbers. Answer with {self.wanted()}."
        if len(said) == 1 and said.isalpha() and not said.isascii():
            return f"That sign is none of the Latin letters, even if it looks like one. Answer with {self.wanted()}."
        if len(said) == 1 and said.isalpha():
            return f"There is no option {said.upper()}. Answer with {self.wanted()}."
        if values.kind(one) == "text":
            return f"That names none of the options. Answer with {self.wanted()}."
        return f"Your answer is {values.described(answer)}. Answer with {self.wanted()}."

    def wanted(self):
        """The letters, in words."""
        *others, last = (f'"{letter}"' for letter in self.options)
        return f"one letter in quotes: {', '.join(others)} or {last}"


class Date(Exercise):
    """A date, as precise as the question asks.

    ``expected()`` returns ``"1954-05-19"``, ``"1954-05"`` or ``"1954"`` (or a Timestamp). Accepted are ISO dates,
    "19 May 1954", Timestamps, Periods and dates; for a year also a whole number. A more precise answer is right if it
    agrees.
    """

    def same(self, answer, value):
        """Whether the answer agrees with the date ``value`` as far as that goes."""
        own, wanted = values.partial_date(answer), values.partial_date(value)
        return bool(own) and all(want is None or have == want for have, want in zip(own, wanted, strict=True))

    def remark(self, answer, expected):
        """Whether it is a date, precise enough, and in how far it is right."""
        own, wanted = values.partial_date(answer), values.partial_date(expected)
        if own is None and values.kind(answer) in ("members", "lookup", "table"):
            said = remarks.remark(answer, remarks.Asked(expected, wants=self.wanted()))
            return said if "ake" in said else said + " A date stands in the column `date`."
        if own is None:
            said = values.folded(answer) if values.kind(answer) == "text" else ""
            if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-](\d\d){1,2}", said):
                return f"That can be read in two ways, day first or month first. Write {self.wanted()}."
            if re.match(r"\d{4}-[a-z]", said):
                return (
                    f"That is the name of an event. The question asks for {self.wanted()}: look in the column `date`."
                )
            return f"That does not read as a date. Write {self.wanted()}."
        parts = list(zip(("year", "month", "day"), own, wanted, strict=True))
        for name, have, want in parts:
            if want is not None and have is None:
                more = [other for other, mine, theirs in parts if theirs is not None and mine is None]
                return f"Right as far as it goes, but the question asks for the {' and the '.join(more)} too."
            if want is not None and have != want:
                before = {"year": "", "month": "The year is right. ", "day": "The year and the month are right. "}[name]
                if name == "year":
                    return "That is not the year. Find the event once more and read its date."
                return f"{before}The {name} is not: look at the date of the event once more."
        return super().remark(answer, expected)

    def wanted(self):
        """The form of the date, in words."""
        precision = sum(part is not None for part in values.partial_date(values.normalize(self.expected())) or ())
        forms = {1: "a year of four digits", 2: 'a month such as "1900-01"', 3: 'a date such as "1900-01-31"'}
        return self.wants or forms[precision]


class Keywords(Exercise):
    """A short text that has to mention certain things; words can settle that, but not whether a sentence is good.

    Words count as whole words, with the endings of plural and past; ``"choos*"`` counts as the beginning of a word. A
    thing does not count as mentioned in a clause that turns it round ("not", "never", "it is false that …").

    Attributes:
        keywords: {what to say if it is missing: words, phrases or compiled patterns, one of which must occur}.
        refused: {what to say if one of them occurs: words, phrases or compiled patterns}: other countries or periods
            than the evidence has, loaded words, and the like.
        harmless: phrases with a negation that deny nothing.
        denied: what to say to a text that denies what it should say.
        model: an answer that is right; shown as the solution.
    """

    keywords = {}
    refused = {}
    harmless = wording.HARMLESS
    denied = "Your text denies what it should say: look for words such as 'not', 'never' or 'false'."
    model = ""

    @property
    def solution_code(self):
        """The model answer, put into the variable."""
        return f"{self.answer} = {self.model!r}"

    def expected(self):
        """The model answer."""
        return self.model

    def matches(self, answer, expected):
        """Whether each thing is mentioned, and nothing that is refused."""
        return self._fault(answer) == ""

    def remark(self, answer, expected):
        """The first thing to mend."""
        return self._fault(answer) or super().remark(answer, expected)

    def _fault(self, answer):
        """What is wrong with a text, in a sentence; None if it is no text."""
        text = self._text(answer)
        if text is None:
            return None
        if not text.strip():
            return "Your answer is an empty text."
        said = wording.clauses(text)
        for message, words in self.refused.items():
            if any(wording.has(clause, word) for clause in said for word in words):
                return message
        meant = self.meant(text)
        missing = [(nudge, words) for nudge, words in self.keywords.items() if not _mentions(meant, words)]
        if any(_mentions(said, words) for _, words in missing):
            return self.denied
        return missing[0][0] if missing else ""

    def meant(self, text):
        """The clauses of a text that say what they say, without those that turn it round."""
        if wording.denies_all(text):
            return []
        return [clause for clause in wording.clauses(text) if not wording.denies(clause, self.harmless)]

    @staticmethod
    def _text(answer):
        """The text of an answer; several texts in a list, or in a dict with labels of its own, count as one."""
        members = list(dict.values(answer)) if values.is_a(answer, dict) else _listed(answer)
        if members and all(values.kind(member) == "text" for member in members):
            return ". ".join(members)
        return answer if values.kind(answer) == "text" else None

    def wanted(self):
        """The form of the answer, in words."""
        return self.wants or "a sentence in quotes"


def _listed(value):
    """The members of a cleaned list, tuple, set or Series; None if it is something else."""
    if values.is_a(value, pd.Series):
        return value.tolist()
    return list(value) if values.is_a(value, list, tuple, set, frozenset) else None


def _mentions(clauses, words):
    return any(wording.has(clause, word) for clause in clauses for word in words)


class Parts(Exercise):
    """Several small parts in one dict, each looked at by itself: for what a sentence would say in too many ways.

    A subclass says in ``faults`` what is wrong with the parts. ``usual`` holds wrong answers that are worth a test.

    Attributes:
        parts: {name of a part: what belongs there}.
        other_names: {other name of a part: its name}.
        model: an answer that is right, as a dict; shown as the solution.
        usual: {a few words: a wrong answer}, for instructors and tests.
    """

    parts = {}
    other_names = {}
    model = {}
    usual = {}

    @property
    def solution_code(self):
        """The model answer, put into the variable."""
        lines = "".join(f"    {name!r}: {value!r},\n" for name, value in self.model.items())
        return f"{self.answer} = {{\n{lines}}}"

    def expected(self):
        """The model answer."""
        return dict(self.model)

    def faults(self, given):
        """What is wrong with the parts, in sentences, the most helpful first.

        Args:
            given: {name: value} with all parts; the values are cleaned, and none of them is empty.
        """
        raise NotImplementedError(f"{type(self).__name__} does not say how its parts are judged.")

    def matches(self, answer, expected):
        """Whether no part has a fault."""
        return not self._fault(answer)

    def mistakes(self):
        """The usual wrong answers, each with what is said to it."""
        said = {name: self._fault(values.normalize(example)) for name, example in self.usual.items()}
        return tuple(
            Mistake(
                name, self.usual[name], message, when=lambda answer, message=message: self._fault(answer) == message
            )
            for name, message in said.items()
        )

    def remark(self, answer, expected):
        """The first part to mend."""
        return self._fault(answer)

    def _fault(self, answer):
        given = self._given(answer)
        if given is None:
            return (
                f"Your answer is {values.described(answer)}. This one is put together from parts: give {self.wanted()}."
            )
        missing = [name for name in self.parts if given.get(name) is None or given[name] == ""]
        if len(missing) == len(self.parts):
            return (
                f"None of your labels is the name of a part. Give {self.wanted()}, each with its value after the colon."
            )
        if missing:
            return f"A part is missing: `{missing[0]}`, {self.parts[missing[0]]}. Give {self.wanted()}."
        return next(iter(self.faults(given)), "")

    def _given(self, answer):
        """{name: value} of a dict or Series, by the names of the parts; None if it is something else."""
        if values.kind(answer) == "members" and values.is_a(answer, pd.Series):
            answer = dict(zip(answer.index.tolist(), answer.tolist(), strict=True))
        if values.kind(answer) != "lookup":
            return None
        names = {_part_name(name): name for name in self.parts} | {
            _part_name(n): name for n, name in self.other_names.items()
        }
        given = {names.get(_part_name(label)): values.normalize(value) for label, value in answer.items()}
        return {name: v.strip() if values.is_a(v, str) else v for name, v in given.items() if name in self.parts}

    def wanted(self):
        """The names of the parts, in words."""
        *others, last = (f'"{name}"' if values.is_a(name, str) else str(name) for name in self.parts)
        return self.wants or f"a dict with the labels {', '.join(others)} and {last}"


def _part_name(label):
    if values.is_a(label, float) and label.is_integer():
        label = int(label)
    return values.folded(str(label)).replace("_", " ").replace("-", " ")


class Prediction(Exercise):
    """A prediction or opinion: any reasonable one counts, and ``why`` says what the record shows.

    Attributes:
        between: (lowest, highest) reasonable number; None if a text is asked for.
        fewest_words: how many different words a text needs to be more than a shrug.
        model: an answer that counts; shown as the solution.
    """

    between = None
    fewest_words = 4
    model = ""
    words = {**Exercise.words, "correct": "Noted"}

    @property
    def solution_code(self):
        """The model answer, put into the variable."""
        return f"{self.answer} = {self.model!r}"

    def expected(self):
        """The model answer: one of many that count."""
        return self.model

    def matches(self, answer, expected):
        """Whether it is a number within reason, or a text of some words."""
        if self.between:
            return values.kind(answer) == "number" and self.between[0] <= answer <= self.between[1]
        return values.kind(answer) == "text" and len(set(values.folded(answer).split())) >= self.fewest_words

    def remark(self, answer, expected):
        """What a reasonable answer looks like."""
        if values.kind(answer) != values.kind(expected):
            return f"Your answer is {values.described(answer)}; give {self.wanted()}. Any reasonable one counts."
        if self.between:
            return f"Give {self.wanted()}. Any reasonable one counts."
        return f"Say a little more, in {self.fewest_words} different words or more, to compare it with the record."

    def wanted(self):
        """The form of the answer, in words."""
        if self.between:
            return self.wants or f"a number from {self.between[0]:,} to {self.between[1]:,}"
        return self.wants or "a sentence in quotes"


def _array_of_one(answer, cleaned):
    """A cleaned array or Index of one member as a Series of one: it is as good as a Series where one value is asked for."""
    array = values.is_a(answer, np.ndarray, pd.Index, pd.api.extensions.ExtensionArray)
    return pd.Series(cleaned) if array and values.is_a(cleaned, list) and len(cleaned) == 1 else cleaned


def _only(found):
    """The one thing that was found, in a list; an empty list if there are none, or more than one."""
    found = list(found)
    return found if len(found) == 1 else []


def _holds(test, *arguments):
    """Whether a test of an answer holds; one that fails on an odd answer does not."""
    return _or_else(lambda: bool(test(*arguments)), False)


def _or_else(work, otherwise, *arguments):
    """What a function makes of an answer; ``otherwise`` if it fails on an odd one."""
    try:
        return work(*arguments)
    except Exception:
        return otherwise


def _unchecked(error):
    reason = f"{type(error).__name__}: {error}"
    return Result("unchecked", f"The answer could not be checked, and that is not your fault. {reason}")


def _numbered(number, hints):
    return f"Hint {number + 1} of {len(hints)}"


def _cards():
    """The cards, imported late: they bring the whole widget machinery along."""
    from uspak.widgets import cards

    return cards

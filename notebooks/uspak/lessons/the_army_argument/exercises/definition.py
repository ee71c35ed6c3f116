"""The exercise in which students say in four parts what they mean by a professional army, and how their words are read."""

import datetime
import re

from uspak import data
from uspak.exercises import values
from uspak.exercises.core import Exercise, Parts


class DefineIt(Parts):
    answer = "my_definition"
    title = "Say what you mean by it"
    question = (
        "Give an operational definition of 'professional army' in four parts: what you would **count**, **among** whom, in which "
        "**years**, and what your count **misses**. A dict of texts; the years are two numbers such as `(2001, 2010)`: "
        '`{"count": ..., "among": ..., "years": ..., "misses": ...}`.'
    )
    parts = {
        "count": "what you would count",
        "among": "whom you would compare",
        "years": "the first and the last year, such as `(2001, 2010)`",
        "misses": "what your count cannot see",
    }
    other_names = {
        "counts": "count",
        "what": "count",
        "whom": "among",
        "who": "among",
        "year": "years",
        "when": "years",
        "miss": "misses",
    }
    wants = 'a dict with the labels "count", "among", "years" and "misses"'
    words = {**Exercise.words, "correct": "All four parts are there"}
    hints = (
        "A vague word becomes testable when a stranger could repeat your count from your four parts alone.",
        "Ask of `misses`: what could change in an army while your number stays the same? The table of section 1 has a column for that.",
    )
    model = {
        "count": "the share of officers who passed a staff course",
        "among": "the armies of South Asia",
        "years": (2015, 2024),
        "misses": "whether the army obeys the elected government",
    }
    why = (
        "This check sees only the form; ask a neighbour whether it is a good definition. Now a reader can disagree with you precisely. "
        "Notice what your definition cannot see: that is where a critic will begin, and where the article left its readers alone."
    )
    usual = {
        "the word itself": {**model, "count": "how professional it is"},
        "a vague word": {**model, "count": "its discipline"},
        "one army": {**model, "among": "Pakistan"},
        "no years": {**model, "years": "today"},
        "years upside down": {**model, "years": (2024, 2015)},
        "before Pakistan": {**model, "years": (1900, 1940)},
        "years to come": {**model, "years": (2090, 2099)},
        "misses nothing": {**model, "misses": "nothing"},
        "misses what it counts": {**model, "misses": model["count"]},
    }

    def faults(self, given):
        """What keeps a stranger from repeating the count."""
        yield from self._about_count(given["count"])
        yield from self._about_whom(given["among"])
        yield from self._about_years(given["years"])
        yield from self._about_misses(given["misses"], given["count"])

    def _about_count(self, value):
        said = _joined(value)
        if said is None or _EMPTY.fullmatch(said):
            yield "`count` has to say in words what you would count."
        elif _CIRCULAR.search(said):
            yield "`count` uses the word that is to be defined. What would a stranger see and count?"
        elif _VAGUE.search(said) and not _COUNTED.search(said):
            yield "A stranger could not count that. What would you give a number, share, rate or rank of?"

    def _about_whom(self, value):
        said = _joined(value)
        if said is None or _EMPTY.fullmatch(said):
            yield "`among` has to say in words whom you compare."
        elif not (_GROUP.search(said) or _SEVERAL.search(said) or _states_in(said) > 1):
            yield "One army alone cannot be compared. Name two states or more, or a group of them."

    def _about_years(self, value):
        years = _years(value)
        if not years:
            yield "`years` has to hold years of four digits, such as `(2001, 2010)`: a word such as 'today' means a different year later."
        elif years[0] > years[-1]:
            yield "The first of your years is later than the last: they have changed places."
        elif years[-1] < 1947:
            yield "Pakistan's army begins in 1947: it cannot be compared in these years."
        elif years[-1] > datetime.date.today().year:
            yield "Some of these years have not come yet, so nobody can count in them."

    def _about_misses(self, value, count):
        said = _joined(value)
        if said is None or _EMPTY.fullmatch(said) or _MISSES_NOTHING.search(said):
            yield "Every count is blind to something. What could change in an army while your number stays the same?"
        elif said == _joined(count):
            yield "`misses` is what you count. What does the count not see?"


_EMPTY = re.compile(
    r"\W*(?:(?:it|this|my count|count|misses?|is|the|a|at all|else|very|much|just|all|some)\W+)*(?:nothing|none|no|"
    r"nobody|no one|everything|"
    r"something|anything|things?|stuff|whatever|everybody|everyone|somebody|n/?a|unknown|idk|dunno|yes|"
    r"(?:i )?(?:do not|don't|cannot|can't) (?:know|say)|not sure|no idea|\w)?(?:\W+(?:else|at all))?\W*"
)
_CIRCULAR = re.compile(
    r"\b(?:un)?professional(?:ism|ly|s)?\b"
    r"(?! (?:military )?(?:education|course|school|exam|college|training|journal|development))"
)
_VAGUE = re.compile(
    r"\b(?:quality|skills?|skilled|strength|strong(?:er|est)?|disciplined?|morale|honou?r|brave(?:ry)?|courage|"
    r"competen\w+|effective\w*|power\w*|"
    r"efficien\w+|reputation|respect\w*|loyal\w*|good|better|best|great\w*|excellen\w+|trained|training|modern|patriot\w*|image|capab\w+|"
    r"how (?:well|good|strong|brave|skilled|fit|ready)|"
    r"expertise|experienced?|performance|behaviou?r|conduct|success(?:ful)?|leadership|spirit|culture|standing|prestige)\b"
)
_COUNTED = re.compile(
    r"\b(?:numbers?|counts?|shares?|percent\w*|per|rates?|ratios?|ranks?|ranking|how (?:many|often|much|long)|days?|"
    r"hours?|weeks?|months?|years?|"
    r"dollars?|rupees?|scores?|deaths?|killed|times|votes?|proportions?|average|mean|median|amount|length|courses?|"
    r"exams?|index|points|hits|"
    r"missions?|coups?|officers?|soldiers?|troops|peacekeepers?|medals?|awards?|cases?|complaints?|convictions?|trials?|surveys?|spending|"
    r"budgets?|exercises|graduates?|places?)\b|[%#]"
)
_GROUP = re.compile(
    r"\b(?:states|democracies|republics|countries|nations|armies|forces|militaries|neighbou?rs|members|peers|powers|contributors|allies|"
    r"rivals|world|worldwide|asia|"
    r"african?|europe|region|saarc|nato|asean|gulf|middle east|g20|brics|oecd|commonwealth|muslim[ -]majority|"
    r"comparators|others|every|each|"
    r"twenty|ten|seven|five|four|three|two|all|arab|continent|global|subcontinent)\b"
)
_SEVERAL = re.compile(r"\w\s*(?:,|;|/|&|\s-|\band\b|\bwith\b|\bversus\b|\bvs\b)\s*\w")
_MISSES_NOTHING = re.compile(
    r"\bmiss(?:es|ed)? (?:nothing|none)\b|\bnothing (?:is |was )?(?:missed|missing|left out)\b|n[o']t miss (?:anything|a thing|much)\b|"
    r"\b(?:covers?|sees?|captures?|includes?|shows?) (?:everything|all|it all)\b|\bis (?:complete|perfect)\b|"
    r"\bno (?:blind spots?|gaps?|weakness(?:es)?|limits?|limitations?|flaws?|problems?)\b|\bwithout (?:gaps?|flaws?|limits?)\b"
)


def _states_in(said):
    """How many states of the table of armies a folded text names."""
    return sum(values.folded(name) in said for name in data.evidence("armies")["country"])


def _joined(value):
    """A text, or a list of texts as one, folded; None if it is something else or empty."""
    texts = (
        sorted(value) if isinstance(value, (set, frozenset)) else value if isinstance(value, (list, tuple)) else [value]
    )
    return (
        values.folded(", ".join(texts)[:2_000]) or None
        if texts and all(isinstance(text, str) for text in texts)
        else None
    )


def _years(value):
    """The years in a number, a text or a list, in the order in which they stand there; a decade counts as its two ends."""
    if isinstance(value, (set, frozenset)):
        value = sorted(value, key=str)
    said = ", ".join(str(member)[:100] for member in (value if isinstance(value, (list, tuple)) else [value])[:200])
    found = []
    for year, decade, end in re.findall(r"(?<![\d.])(1[89]\d\d|20\d\d)(s?)(?:\s*[-–/]\s*(\d\d)(?!\d))?(?![\d])", said):
        found.append(int(year))
        found += [int(year) + 9] if decade else []
        found += [int(year[:2] + end)] if end else []
    return found

"""Reading words: which option an answer names, and what a sentence says, denies or leaves out.

Nothing here understands a language. It looks for whole words and phrases and for the words that turn them round; where
that cannot settle what is meant, an exercise should ask for a choice or for several small parts instead.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from .values import folded

#: How much of a text is read; no answer of the series is as long.
MOST_READ = 4_000

#: What may be looked for in a text: a word, a phrase, or a compiled pattern.
Word = str | re.Pattern[str]
Thing = TypeVar("Thing")

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_AROUND = " \t`*_\"'.!?,;:()[]{}<>|-="
_LEAD_IN = frozenset(
    "option answer my the is it it's that's its i i'd i'll think choose chose choice letter sentence pick say would go for with take right "
    "correct one true best guess statement clue era "
    "please only just should be must definitely certainly surely clearly obviously probably maybe perhaps possibly".split()
)
_JOINERS = frozenset("or and to both either plus".split())
_DENIES_AT_ONCE = re.compile(
    r"(is |it |that |this |was |would |must |be |can |looks? |seems? |clearly )*"
    r"(not|no|isn't|cannot|can't|wrong|false|never|untrue|incorrect|out)\b"
)
#: Letters that a text names only to set them aside: "B, not C or D" and, at the beginning, "not C but B".
_SET_ASIDE = re.compile(
    r"(?:[\s,;(]+(?:and |but )?(?:not|never|rather than|instead of) (?:option )?[A-Za-z](?:(?: ?, ?| or | nor | and )[A-Za-z])*\W*$)"
    r"|(?:^\W*not (?:option )?[A-Za-z](?:(?: ?, ?| or | nor )[A-Za-z])*\W+but\b)"
)
_REASON = re.compile(r"\b(?:because|since|as)\b")


# Which option


def options_named(text: str, options: Mapping[str, str]) -> set[str]:
    """The options that a text names.

    Args:
        text: what the student wrote: ``"b"``, ``"Option B"``, ``"(B)"``, ``"B: …"``, the option's own words or the
            beginning of them.
        options: {letter: text}.

    Returns:
        A set of letters: empty if it names none, more than one if it names several, begins like several, or joins a
        letter with the words of another option.
    """
    text = _SET_ASIDE.sub(" ", text[:MOST_READ])
    plain = _plain(text)
    letters = {letter.casefold(): letter for letter in options}
    if plain in letters:
        return {letters[plain]}
    return _by_letters(plain, letters) or _by_words(plain, options) or _letter_first(text, letters, options)


def _plain(text):
    return folded(_bare(text)).strip(_AROUND)


def _bare(text):
    """A text without the marks of code and stress and without quotation marks; apostrophes stay."""
    return re.sub(r"[`*_\"“”]|(?<!\w)['‘’]|['‘’](?!\w)", " ", text).strip()


def _by_letters(plain, letters):
    """The letters of a text that holds letters and nothing else but words such as 'option' or 'or'."""
    plain = re.sub(r"\ba (?=(?:sentence|statement|clue|choice|guess|letter|pick)\b)", "", plain)  # the article
    words = [word for word in _WORD.findall(plain) if word not in _LEAD_IN or word in letters]
    named = [word for word in words if word in letters]
    if named and all(word in letters or word in _JOINERS for word in words):
        return {letters[word] for word in named}
    if len(words) == 1 and 1 < len(plain) <= len(letters) and set(plain) <= letters.keys():
        return {letters[sign] for sign in plain}
    return set()


def _by_words(plain, options):
    """The options whose text is this, begins like this or, from three words on, has this in it. One long word or two are
    enough if no other option has them. Punctuation does not count."""
    own = {letter: _sequence(_plain(text)) for letter, text in options.items()}
    plain = _sequence(plain)
    tests = [lambda said: said == plain]
    tests += [lambda said: said.startswith(plain)] if len(plain) > 3 else []
    tests += [lambda said: f" {plain} " in f" {said} "] if len(plain) > 5 else []
    for test in tests:
        found = {letter for letter, said in own.items() if test(said)}
        if found:
            return found if len(found) == 1 or test is not tests[-1] or plain.count(" ") > 1 else set()
    return set()


def _sequence(plain):
    """The words of a text without what stands between them."""
    return " ".join(_WORD.findall(plain))


def _letter_first(text, letters, options):
    """The option of a text that begins with a letter and goes on: with its own words, or with others that do not deny it.
    An A has to be followed by a sign such as a colon, or by a verb: it may be the article."""
    said = _bare(text)
    words = _WORD.finditer(said)
    first = next(
        (word for word in words if folded(word.group()) not in _LEAD_IN or folded(word.group()) in letters), None
    )
    if first is None or folded(first.group()) not in letters:
        return set()
    letter, rest = letters[folded(first.group())], said[first.end() :]
    goes_on = first.group() not in ("a", "A") or re.match(
        r"[\s)\]>]*([:.,;=(\[)\]>–—-]|\b(?:because|since|as|for|says|is|was|seems|looks|fits|only)\b)", rest
    )
    others = _by_words(_plain(rest), options)
    if others:  # two options may begin alike: the letter settles which is meant
        return {letter} if letter in others else others | {letter}
    if not goes_on or _DENIES_AT_ONCE.match(_plain(rest)):
        return set()
    rest = _REASON.split(rest)[0]  # a letter in a reason is no choice
    rest = re.sub(r"^[\W_]*A(?=\s+[a-z])", "", rest)  # the article that begins a sentence
    signs = re.findall(r"(?<![\w.'])([A-Z])(?![\w.'])", rest)
    signs += re.findall(r"\b(?:or|and|nor)\s+(?:option\s+)?([^\W_])\b(?!\s+\w)", folded(rest))
    more = {letters[sign.casefold()] for sign in signs if sign.casefold() in letters}
    return more | {letter}


# What a sentence says

#: Phrases with a negation that deny nothing of what is said.
HARMLESS = (
    "not only", "not just", "not merely", "not least", "no doubt", "without doubt", "whether or not", "not sure", "not clear", "not known",
    "not know", "not say", "not believe", "not deny", "cannot say", "cannot tell", "cannot judge", "cannot check", "without knowing",
)  # fmt: skip
_TURNS_ROUND = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|nowhere|hardly|without|cannot|can't|isn't|wasn't|aren't|weren't|doesn't|don't|"
    r"didn't|won't|wouldn't|hasn't|haven't|shouldn't|couldn't|deny|denies|denied)\b"
)
_TURNS_ALL_ROUND = re.compile(
    r"\b(?:(?:false|untrue|wrong|incorrect|a lie|a myth|a mistake|nonsense|impossible|not true|not the case|"
    r"not right) (?:that|to (?:say|think|"
    r"claim|believe))|nobody (?:should|may|can) (?:say|think|claim|believe)|i (?:deny|doubt) that)\b"
)
_NEW_CLAUSE = re.compile(
    r"[.;:!?]+(?!\d)|\s-+\s|,\s*(?=not\b)|,?\s+(?:but|however|although|though|while|whereas|instead)\s|"
    r",\s*(?=(?:so|because|since|and|which|who|when|as|where|if)\s)"
)


def clauses(text: str) -> list[str]:
    """A text as clauses, folded, without thousands' separators, each with one blank at both ends."""
    said = re.sub(r"(?<=\d),(?=\d{3}\b)", "", folded(text[:MOST_READ]))
    return [f" {' '.join(part.split())} " for part in _NEW_CLAUSE.split(said) if part.strip()]


def denies(clause: str, harmless: Sequence[str] = HARMLESS) -> bool:
    """Whether a clause turns round what it says: 'not', 'never', 'nobody' and the like, outside the harmless phrases."""
    for phrase in harmless:
        clause = re.sub(rf"\b{re.escape(phrase)}\b", " ", clause)
    return bool(_TURNS_ROUND.search(clause) or _TURNS_ALL_ROUND.search(clause))


def denies_all(text: str) -> bool:
    """Whether a text denies the whole of what follows: 'it is false that …'."""
    return bool(_TURNS_ALL_ROUND.search(folded(text[:MOST_READ])))


def has(clause: str, word: Word) -> bool:
    """Whether a folded clause has a word or phrase, as whole words.

    Args:
        clause: one of ``clauses``.
        word: a word or phrase, found with the endings -s, -es, -ed, -d and -ing too; with a star at its end (``"choos*"``)
            a beginning of words; a number, found as a number; or a compiled pattern.
    """
    if isinstance(word, re.Pattern):
        return bool(word.search(clause))
    said, word = clause.replace("-", " "), folded(word).replace("-", " ")
    if re.fullmatch(r"[\d.]+", word):
        return bool(re.search(rf"(?<![\w.]){re.escape(word)}(?!\w|\.\d)", said))
    ending = r"\w*" if word.endswith("*") else r"(?:'s|s|es|ed|d|ing)?"
    return bool(re.search(rf"(?<!\w){re.escape(word.rstrip('*'))}{ending}(?!\w)", said))


# Names


def names(
    text: str, aliases: Mapping[Thing, Sequence[str]], fillers: Iterable[str] = ()
) -> tuple[set[Thing], list[str]]:
    """The things that a short text names.

    Args:
        text: such as ``"the bank"``.
        aliases: {thing: names of it}; longer names are found before shorter ones.
        fillers: words that may stand beside a name.

    Returns:
        (things, other words): a set and a list; the other words are neither part of a name nor fillers.
    """
    said = f" {_words(text)} "
    known = sorted(
        ((_words(name), thing) for thing, own in aliases.items() for name in own), key=lambda pair: -len(pair[0])
    )
    found = set()
    for name, thing in known:
        if f" {name} " in said:
            found.add(thing)
            said = said.replace(f" {name} ", " | ")
    allowed = set(fillers) | {"the", "a", "an", "of", "by", "|"}
    return found, [word for word in said.split() if word not in allowed]


def _words(text):
    return " ".join(word.removesuffix("'s") for word in _WORD.findall(folded(text[:MOST_READ])))

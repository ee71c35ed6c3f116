"""Other words for the same thing: states by name or code, and short forms that people write.

``uspak.article`` says which tables name states both ways, and what people also write.
"""

import functools
import re
from collections.abc import Mapping, Sequence

from uspak import article, data

from .values import folded


def plain_name(text: str) -> str:
    """A name without what does not matter: case, an article before it, the dots of an abbreviation."""
    name = re.sub(r"\b((\d\d)\d\d) ?- ?\2(\d\d)\b", r"\1-\3", folded(text).strip(" .,;").removeprefix("the "))
    name = re.sub(r"(?<=\d) ?- ?(?=\d)", "-", name)  # a span of years: 1982-90 for 1982–1990 and 1982 – 90
    return name.replace(".", "") if len(name.replace(".", "")) <= 4 else name


@functools.lru_cache(maxsize=1)
def known() -> dict[str, str]:
    """{plain name: the one word that stands for all names of the same thing}; names of two things are left out.

    Empty tables or broken ones add nothing: no answer is judged wrong because of them.
    """
    found = {name: {one} for one, names in article.OTHER_NAMES.items() for name in (one, *names)}
    for table, name, code in article.TABLES_OF_NAMES:
        try:
            rows = data.actors().query("kind == 'state'") if table == "actors" else data.evidence(table)
            for own, one in set(zip(rows[name], rows[code], strict=True)):
                found.setdefault(plain_name(own), set()).add(plain_name(one))
                found.setdefault(plain_name(one), set()).add(plain_name(one))
        except Exception:
            continue
    return {name: next(iter(ones)) for name, ones in found.items() if len(ones) == 1}


def is_known(text: str) -> bool:
    """Whether a text names a state."""
    return plain_name(text) in known()


def same_name(text: str, wanted: Sequence[str], more: Mapping[str, str] | None = None) -> str | None:
    """Which of the ``wanted`` texts a text names in other words; None if it is none of them, or more than one.

    Args:
        text: what the student wrote.
        wanted: the texts that the exercise knows.
        more: {other word: one of the wanted texts}, from the exercise itself.
    """
    if folded(text) in map(folded, wanted):
        return None
    own = {plain_name(other): plain_name(one) for other, one in (more or {}).items()}
    standard = _standard(text, own)
    found = [one for one in wanted if _standard(one, own) == standard]
    return found[0] if len(found) == 1 else None


def _standard(text, own):
    name = plain_name(text)
    name = own.get(name, name)
    return known().get(name, name)

"""Whether a wrong name is a right one misspelt, or one with words too many."""

import difflib
from collections.abc import Sequence
from typing import Any

from uspak.exercises import aliases
from uspak.exercises.contents import key
from uspak.exercises.values import folded, is_a


def misspelt(own: Sequence[Any], wanted: Sequence[Any], known: set) -> list[str]:
    """A word on the first member that is nearly one of those that are missing.

    Args:
        own, wanted: the members of the answer and the right ones.
        known: the keys of other words that are spelled as they should be.

    Returns:
        A list of one sentence; empty if none is misspelt.
    """
    mine, theirs = ([one for one in group if is_a(one, str)] for group in (own, wanted))
    missing = [folded(one)[:100] for one in theirs if folded(one) not in set(map(folded, mine))]
    right = set(map(folded, theirs))
    for one in sorted(mine[:200]):
        if len(one) <= 3 or folded(one) in right or key(one) in known or aliases.is_known(one[:100]):
            continue
        if any(_holds_words(folded(one), name) or _holds_words(name, folded(one)) for name in missing):
            return [f"Write `{one[:40]}` as it stands in the table."]
        if difflib.get_close_matches(folded(one)[:100], missing, n=1, cutoff=0.75):
            return [f"Check the spelling of `{one[:40]}`."]
    return []


def _holds_words(text, words):
    """Whether a text holds other words, as whole words."""
    return len(words) > 3 and f" {words} ".replace("-", " ") in f" {text} ".replace("-", " ")

"""The clauses in which two texts differ: what they have in common around them need not be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.locales import Locale

__all__ = ["clauses"]

# A comma before a figure may stand in a date or a number; a full stop in an abbreviation.
_SPACED = re.compile(r"[A-Za-z][,;] (?=[A-Za-z“(])")
_UNSPACED = re.compile("[，。；：！？]")


def clauses(old: str, new: str, locale: Locale) -> tuple[str, str]:
    """Return both texts without the whole clauses at their ends that are the same."""
    pattern = _SPACED if locale.spaces_words else _UNSPACED
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    start = 0
    for found in pattern.finditer(old, 0, first):
        start = found.start()
    found_end = pattern.search(old, len(old) - last)
    end = found_end.end() - len(old) if found_end is not None else 0
    return old[start : len(old) + end], new[start : len(new) + end]


def _common(one: str, other: str) -> int:
    """Return how many characters the two begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low

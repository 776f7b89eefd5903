"""Which of many texts can be like a given one: by the pairs of characters that few of them have.

A text is known by its bigrams, its ends included, so that a term of two characters has three. Looked up are the rarest
of the query; where one is too common to tell, only the texts that stand about where the query stands are taken. So a
look-up costs the same however many texts there are, and whatever they say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Candidates"]

_RAREST = 12
"""Bigrams of a query that are looked up."""
_REACH = 32
"""Texts on either side of the query's own place that a common bigram stands for."""
_BEST = 24
"""Texts that share most of them, and are worth scoring."""
_START, _END = "\ue010", "\ue011"


class Candidates:
    """Finds texts that can be like another."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Index `texts` by number, in document order."""
        self._postings: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for bigram in set(_bigrams(text)):
                self._postings.setdefault(bigram, []).append(number)

    def near(self, text: str, place: int) -> list[int]:
        """Return the numbers of the likeliest texts, the likeliest first; `place` is where the query would stand."""
        known = [found for bigram in set(_bigrams(text)) if (found := self._postings.get(bigram)) is not None]
        known.sort(key=_rarity)
        shared: Counter[int] = Counter()
        for postings in known[:_RAREST]:
            shared.update(_about(postings, place))
        ranked = sorted(shared.items(), key=lambda found: (-found[1], abs(found[0] - place), found[0]))
        return [number for number, _count in ranked[:_BEST]]


def _bigrams(text: str) -> list[str]:
    whole = f"{_START}{text}{_END}"
    return [whole[place : place + 2] for place in range(len(whole) - 1)]


def _rarity(postings: Sequence[int]) -> tuple[int, int, int]:
    # Ties by what they hold, never by the order of a set of strings, which differs from run to run.
    return len(postings), postings[0], postings[-1]


def _about(postings: Sequence[int], place: int) -> Sequence[int]:
    if len(postings) <= 2 * _REACH:
        return postings
    middle = bisect_left(postings, place)
    start = min(max(0, middle - _REACH), len(postings) - 2 * _REACH)
    return postings[start : start + 2 * _REACH]

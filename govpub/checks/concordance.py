"""Where in a document something stands: what rules ask before they read units one by one.

Most rules have nothing to say about most units, and what they look for is told by a character or a word. To look for
that in all texts at once is much faster than to call each rule with each unit.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Concordance"]

_BETWEEN = "\ufdd0"
"""Parts the texts: a code point that never is a character (Unicode, 23.7), so that nothing looks for it."""
_FEW = 4
"""So many strings are sought one by one; more of them in one pass."""


class Concordance:
    """The texts that one language has in a document, one a unit, as one text."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts in the order of the units."""
        self._texts = tuple(texts)
        self.joined = _BETWEEN.join(self._texts)
        """All of them, a character between each two that no text has."""

    def and_(self, other: Concordance) -> Concordance:
        """Return the texts of both sides of a document as those of one."""
        return Concordance(map(_BETWEEN.join, zip(self._texts, other._texts, strict=True)))

    @cached_property
    def lowered(self) -> Concordance:
        """Return the same texts in small letters."""
        small = Concordance(map(str.lower, self._texts))
        small._alphabet = frozenset("".join(self._alphabet).lower())  # to read it off the texts takes long
        return small

    @cached_property
    def words(self) -> frozenset[str]:
        """Return what stands between white space, each once: words with the marks beside them."""
        return frozenset(self.joined.replace(_BETWEEN, " ").split())

    def having(self, *strings: str) -> set[int]:
        """Return the numbers of the units, counted from 0, in which one of these strings stands."""
        # Most are told by a character that no text has.
        possible = [string for string in strings if self._alphabet.issuperset(string)]
        if len(possible) > _FEW and self._whole:
            found = AhoCorasick(possible).find_matches_as_indexes(self.joined)
            return self._units(start for _string, start, _end in found)
        return {unit for string in possible for unit in self._having(string)}

    def having_characters(self, characters: re.Pattern[str]) -> set[int]:
        """Return the numbers of the units in which a character stands that this pattern matches."""
        return self.having(*filter(characters.match, self._alphabet))

    def matching(self, pattern: re.Pattern[str]) -> set[int]:
        """Return the numbers of the units in which this pattern is found.

        A match is told of the unit in which it begins.
        """
        return self._units(found.start() for found in pattern.finditer(self.joined))

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield where this pattern is found: the number of the unit, and the match in `joined`."""
        starts = self._starts
        return ((bisect_right(starts, found.start()) - 1, found) for found in pattern.finditer(self.joined))

    def _units(self, places: Iterable[int]) -> set[int]:
        starts = self._starts
        return {bisect_right(starts, place) - 1 for place in places}

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [0, *accumulate(len(text) + 1 for text in self._texts[:-1])]

    @cached_property
    def _alphabet(self) -> frozenset[str]:
        return frozenset(self.joined) - {_BETWEEN}

    @cached_property
    def _whole(self) -> bool:
        """Whether all characters are whole: the automaton does not take halves of surrogate pairs."""
        return not any("\ud800" <= character <= "\udfff" for character in self._alphabet)

    def _having(self, string: str) -> Iterator[int]:
        starts, joined = (*self._starts, len(self.joined) + 1), self.joined
        place = joined.find(string)
        while place >= 0:
            unit = bisect_right(starts, place) - 1
            yield unit
            place = joined.find(string, starts[unit + 1])

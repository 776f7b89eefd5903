"""Names that a translation writes in pinyin, but with a letter or a sound that the source's name has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.names.pinyin import pinyin_names, surname_length, syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.names.pinyin import PinyinName
    from govpub.checks.names.tokens import NameWords

__all__ = ["NearNames"]

# A text that names more persons than this, none of whom its translation has, is no translation.
_MOST_NAMES = 64
_MOST_CHECKED = 16
_LENGTHS = (2, 3, 4)
# Surnames that much of the country speaks alike, though they are two letters apart.
_CONFUSED = (frozenset(("wang", "huang")), frozenset(("hu", "wu")), frozenset(("xu", "shu")))


class NearNames:
    """What of a translation is nearly one of its source's names, and no other name of the source."""

    def __init__(self, source: str, words: NameWords) -> None:
        """Prepare to look into `words`, the translation of `source`."""
        self._source = source
        self._words = words
        self._asked = 0
        self._checked = 0

    def find(self, name: str) -> tuple[PinyinName, int, int] | None:
        """Return how `name` is read, and the first and last word of what nearly is that; None where nothing is."""
        readings = pinyin_names(name)
        if not readings or self._asked >= _MOST_NAMES:
            return None
        self._asked += 1
        for reading in readings:
            for first in self._near(name, reading):
                if self._checked >= _MOST_CHECKED:
                    return None
                self._checked += 1
                if not self._is_another(first):
                    return reading, first, first + 1
        return None

    def _near(self, name: str, reading: PinyinName) -> Iterator[int]:
        """Yield the first word of each pair of words that is nearly `reading`."""
        words = self._words
        for at in words.places(reading.surname):
            if _one_apart(words.at(at + 1), reading.joined) and self._is_name(at):
                yield at
        surname = name[: len(name) - len(reading.given)]
        sounds = set(syllables(surname))
        for at in words.places(reading.joined):
            before = words.at(at - 1)
            if at and self._is_name(at - 1) and (before in sounds or _alike(before, reading.surname)):
                yield at - 1

    def _is_name(self, first: int) -> bool:
        words = self._words
        both = (words.raw(first, first), words.raw(first + 1, first + 1))
        return all(word[:1].isupper() for word in both) and words.adjoining(first, first + 1)

    def _is_another(self, first: int) -> bool:
        """Return whether the source names someone whose name is just what the translation writes."""
        surname, given = self._words.at(first), self._words.at(first + 1)
        return any(
            (reading.surname, reading.joined) == (surname, given)
            for start in range(len(self._source))
            if surname_length(self._source[start : start + 2])
            for length in _LENGTHS
            for reading in pinyin_names(self._source[start : start + length])
        )


def _alike(one: str, other: str) -> bool:
    return one != other and (_one_apart(one, other) or frozenset((one, other)) in _CONFUSED)


def _one_apart(one: str, other: str) -> bool:
    """Return whether two words differ by one letter: another one, one more, one less, or two exchanged."""
    if one == other or not one or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])

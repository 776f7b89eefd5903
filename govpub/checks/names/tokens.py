"""The words of an English text as names are sought in them: letters only, and as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NameWords"]

_WORD = pattern(r"[^\W\d_]+(?:['’‘-][^\W\d_]+)*")
_NO_LETTERS = "'’‘-"
_MOST_PLACES = 64


@dataclass(frozen=True)
class NameWords:
    """The words of a text."""

    text: str

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Return where each word stands, a possessive ending left out."""
        return tuple((found.start(), found.start() + len(_bare(found.group()))) for found in _WORD.finditer(self.text))

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """Return the words in small letters, without apostrophes and hyphens; ü as yu."""
        return tuple(_letters(self.text[start:end]) for start, end in self.spans)

    @cached_property
    def _small(self) -> str:
        return _letters(self.text)

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        places: dict[str, list[int]] = {}
        for index, word in enumerate(self.letters):
            at = places.setdefault(word, [])
            if len(at) < _MOST_PLACES:
                at.append(index)
        return places

    def places(self, word: str) -> list[int]:
        """Return the indices of a word (letters), the first 64."""
        return self._places.get(word, []) if self.may_have(word) else []

    def may_have(self, word: str) -> bool:
        """Return False only where no word is `word`: a text is parted into words for the few that it may have."""
        return word in self._places if "_places" in self.__dict__ else word in self._small

    def at(self, index: int) -> str:
        """Return the letters of the word at `index`; empty beyond either end."""
        if not 0 <= index < len(self.letters):
            return ""
        return self.letters[index]

    def raw(self, first: int, last: int) -> str:
        """Return the text from the word `first` to the word `last`, as it is written."""
        return self.text[self.spans[first][0] : self.spans[last][1]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the words from `first` to `last`."""
        return self.spans[first][0], self.spans[last][1]

    def adjoining(self, first: int, last: int) -> bool:
        """Return whether only blanks, hyphens or a comma lie between the words from `first` to `last`."""
        return all(
            self.text[self.spans[index][1] : self.spans[index + 1][0]].strip(" ,\u00a0-") == ""
            for index in range(first, last)
        )


def _bare(word: str) -> str:
    for ending in ("'s", "’s", "‘s"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _letters(word: str) -> str:
    for mark in _NO_LETTERS:
        word = word.replace(mark, "")
    return word.casefold().replace("ü", "yu")

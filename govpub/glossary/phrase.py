"""A rendering, compiled: found in a row of words in every form in which it is still the same rendering."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.glossary.words import COMMA, JOINED, STOP, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.glossary.words import Words

__all__ = ["FUNCTION_WORDS", "Phrase", "Place", "compile_phrase"]

_GAP = re.compile(r"…+|\.{3,}")
_WIDEST_GAP = 6
_SHORT_ACRONYM = 2
FUNCTION_WORDS = frozenset(("of", "and", "or", "in", "on", "for", "to", "with", "by", "at", "from", "as"))


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    surface: str
    possessive: bool
    acronym: bool
    """Written in capitals only ("CPC"): it is never found in small letters ("who" is not WHO)."""
    parting: int
    """The strongest parting from the last word that may stand here."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands in a row of words."""

    start: int
    """Its first word."""
    end: int
    """One past its last word."""
    words: tuple[int, ...]
    """Its words, without those that fill its gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A rendering as it is sought.

    Found in every inflection of its words, with and without articles, with hyphens for spaces, whatever the
    quotation marks; `…` in it stands for up to six words ("the CPC Provincial Committee" is the province's own). A word
    with a possessive wants one, an acronym its capitals.
    """

    text: str
    pieces: tuple[tuple[_Word, ...], ...]
    """The runs of words between its gaps; none where the rendering has no word at all."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of its words, without gaps."""
        return tuple(word.key for piece in self.pieces for word in piece)

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Return its words as written but for case: what tells it from other forms of the same words."""
        return tuple(word.surface.casefold() for piece in self.pieces for word in piece)

    @property
    def content_keys(self) -> frozenset[str]:
        """Return the keys of its words that carry meaning."""
        return frozenset(self.keys) - FUNCTION_WORDS

    def places(self, words: Words) -> Iterator[Place]:
        """Yield where it stands in `words`, from left to right, without overlaps."""
        if not self.pieces:
            return
        free = 0
        for start in words.places.get(self.pieces[0][0].key, ()):
            if start >= free and (place := self.at(words, start)) is not None:
                free = place.end
                yield place

    def at(self, words: Words, start: int) -> Place | None:
        """Return its place in `words` that begins with the word `start`, with gaps as short as can be."""
        first, *others = self.pieces
        if not _stands(first, words, start):
            return None
        end = start + len(first)
        runs = {end: tuple(range(start, end))}
        for piece in others:
            longer: dict[int, tuple[int, ...]] = {}
            for end, taken in sorted(runs.items()):
                for begin in range(end, end + 1 + _WIDEST_GAP):
                    if begin + len(piece) not in longer and _stands(piece, words, begin):
                        longer[begin + len(piece)] = (*taken, *range(begin, begin + len(piece)))
            runs = longer
        if not runs:
            return None
        shortest = min(runs)
        if any(words.partings[index] == STOP for index in range(start + 1, shortest)) and len(self.pieces) > 1:
            return None
        return Place(start, shortest, runs[shortest])

    def keeps_case(self, words: Words, place: Place, *, strict: bool = True) -> bool:
        """Return whether the words at `place` have this phrase's capitals.

        A word that opens a sentence may have a capital that the phrase has not, and so may all of a heading. Where
        `strict` is false only the phrase's own capitals are wanted: a name is a name.
        """
        own = [word for piece in self.pieces for word in piece]
        for word, index in zip(own, place.words, strict=True):
            given, wanted = words.surface(index)[:1], word.surface[:1]
            if given == wanted or not wanted.isalpha() or given.isupper() == wanted.isupper():
                continue
            if wanted.isupper():
                return False
            if strict and not words.opens_sentence(index) and not words.heading:
                return False
        return True


def _stands(piece: tuple[_Word, ...], words: Words, start: int) -> bool:
    keys = words.keys
    if start + len(piece) > len(keys):
        return False
    for offset, word in enumerate(piece):
        index = start + offset
        if keys[index] != word.key:
            return False
        if offset and words.partings[index] > word.parting:
            return False
        if word.possessive and not words.possessive(index):
            return False
        if word.acronym and not _capitals(words.surface(index)):
            return False
    return True


def _capitals(surface: str) -> bool:
    """Return whether a word is written as acronyms are: in capitals, or with capitals at both ends (PBoC)."""
    bare = surface.replace("'s", "").replace("’s", "").rstrip("s")
    return bare.isupper() or (len(bare) > _SHORT_ACRONYM and bare[0].isupper() and bare[-1].isupper())


@functools.lru_cache(maxsize=1 << 17)
def compile_phrase(text: str) -> Phrase:
    """Return the rendering `text` as a phrase."""
    pieces = [_piece(part) for part in _GAP.split(text)]
    return Phrase(text=text, pieces=tuple(piece for piece in pieces if piece))


def _piece(text: str) -> tuple[_Word, ...]:
    words = read_words(text)
    made: list[_Word] = []
    for index, key in enumerate(words.keys):
        surface = words.surface(index)
        # A serial comma before "and" is the house's taste, not part of the rendering.
        parting = max(words.partings[index], COMMA if key in ("and", "or") else JOINED)
        made.append(
            _Word(
                key=key,
                surface=surface,
                possessive=words.possessive(index),
                acronym=len(surface) > 1 and surface.replace(".", "").isalpha() and surface.isupper(),
                parting=parting,
            )
        )
    return tuple(made)

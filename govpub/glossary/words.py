"""A text of a language with spaces, read as words: what each is a form of, where it stands, what parts them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from govpub.glossary.inflection import stem
from govpub.glossary.reading import Plain, plain

__all__ = ["ARTICLES", "COMMA", "JOINED", "STOP", "Words", "read_words", "split_words", "word_key"]

# Numbers whole (1,000.5), initials whole (U.S.), words with their apostrophes (People's), two signs that are words.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’‘`´][^\W\d_]+)*|[^\W_]+|[&%]")
ARTICLES = frozenset(("the", "The", "THE", "a", "an", "An"))
_SIGNS = {"&": "and", "%": "percent"}
# "co-operation" is "cooperation"; other hyphens part words as spaces do ("opening-up" is "opening up").
_PREFIXES = frozenset(("co", "e", "re", "pre", "anti", "non", "multi", "sub", "semi", "inter"))
_PLURAL_ACRONYM = re.compile("[A-Z]{2,}s")
_APOSTROPHES = "'’‘`´"

JOINED, COMMA, STOP = 0, 1, 2
"""What stands before a word: nothing that parts it from the last, a comma or slash, the end of a clause."""


@functools.lru_cache(maxsize=4096)
def _parting(gap: str) -> int:
    """Return what the characters between two words mean."""
    if any(mark in gap for mark in ".;:!?…—\n。；：！？"):
        return STOP
    return COMMA if any(mark in gap for mark in ",/，、|") else JOINED


@functools.lru_cache(maxsize=1 << 16)
def word_key(surface: str) -> str:
    """Return the key of all forms of this word: no case, no inflection, no possessive."""
    if surface in _SIGNS:
        return _SIGNS[surface]
    if "." in surface and surface[0].isalpha():
        return surface.replace(".", "").casefold()
    if _PLURAL_ACRONYM.fullmatch(surface):
        surface = surface[:-1]
    folded = surface.casefold()
    for mark in _APOSTROPHES:
        head, found, rest = folded.partition(mark)
        if found:
            return stem(head) if rest == "s" else head + "'" + rest
    return stem(folded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text as a row of words, articles left out."""

    plain: Plain
    keys: tuple[str, ...]
    """The key of each word: equal for all its forms."""
    starts: tuple[int, ...]
    """Offsets in the plain text."""
    ends: tuple[int, ...]
    partings: tuple[int, ...]
    """What stands before each word: JOINED, COMMA or STOP; STOP before the first."""
    places: dict[str, list[int]]
    """Where each key occurs, in order."""
    heading: bool
    """Whether it is set in capitals as headings are: only articles, conjunctions and prepositions are small."""

    def surface(self, index: int) -> str:
        """Return the word as written."""
        return self.plain.text[self.starts[index] : self.ends[index]]

    def possessive(self, index: int) -> bool:
        """Return whether the word has a possessive apostrophe, inside ("people's") or behind it ("provinces'")."""
        end = self.ends[index]
        text = self.plain.text
        return any(mark in text[self.starts[index] : end] for mark in _APOSTROPHES) or text[end : end + 1] in ("'", "’")

    def opens_sentence(self, index: int) -> bool:
        """Return whether the word is the first of a sentence, or of a quotation."""
        if self.partings[index] == STOP:
            return True
        before = self.plain.text[self.ends[index - 1] : self.starts[index]]
        return any(mark in before for mark in '“"‘「')

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return the stored text's offsets of the words from `first` up to `end`."""
        return self.plain.span(self.starts[first], self.ends[end - 1])


# What stays small in a heading set in capitals.
_SMALL = frozenset(
    (
        *("and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off", "on", "or", "over", "per"),
        *("than", "to", "up", "upon", "via", "vs", "with"),
    )
)
_LONG_GAP = 64


def _is_prefix(word: str) -> bool:
    return word.casefold() in _PREFIXES


def split_words(text: str) -> list[tuple[int, int]]:
    """Return where the words of `text` stand, hyphened prefixes joined to theirs, articles included."""
    spans: list[tuple[int, int]] = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        if spans and spans[-1][1] + 1 == start and text[start - 1] == "-" and _is_prefix(text[slice(*spans[-1])]):
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def read_words(text: str) -> Words:
    """Return `text` as a row of words."""
    reading = plain(text, spaced=True)
    return _words(reading)


def _words(reading: Plain) -> Words:
    text = reading.text
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    partings: list[int] = []
    places: dict[str, list[int]] = {}
    last, parting, heading = 0, STOP, True
    for start, end in split_words(text):
        if start - last != 1 or text[last] not in " -":
            parting = max(parting, _parting(text[last:start]) if start - last < _LONG_GAP else STOP)
        last = end
        surface = text[start:end]
        if surface in ARTICLES or (surface == "A" and parting == STOP):
            continue
        key = word_key(surface.replace("-", "") if "-" in surface else surface)
        places.setdefault(key, []).append(len(keys))
        keys.append(key)
        starts.append(start)
        ends.append(end)
        partings.append(parting)
        parting = JOINED
        if heading and text[start].islower() and surface not in _SMALL:
            heading = False
    return Words(
        plain=reading,
        keys=tuple(keys),
        starts=tuple(starts),
        ends=tuple(ends),
        partings=tuple(partings),
        places=places,
        heading=heading,
    )

"""What texts are found by: pairs of neighbouring characters, or words where words are spaced; each as a number.

Two texts that resemble each other share most of their grams, and a text that contains another contains all of its own.
Two grams may have one number: whoever finds texts by them looks at the texts themselves afterwards.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    from govpub.locales import Locale

__all__ = ["Fragment", "Grams", "caseless", "fragments", "plain"]

_NUMBERS = 52_361
"""Different numbers of grams: a prime, by which 2 ** 16 leaves a remainder (13,175) that scatters pairs well."""
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return `text` without its placeholders."""
    return PLACEHOLDER.sub("", text) if "<" in text else text


class Grams:
    """Numbers the grams of texts, and notes the words."""

    def __init__(self) -> None:
        """Begin without words."""
        self.words = _Words()
        """The numbers of the words that were met."""

    def of(self, text: str, locale: Locale) -> list[int]:
        """Return the numbers of a text's grams, without regard to case, as if placeholders were not there.

        There is at least one, and a gram that stands twice in the text comes twice.
        """
        read = plain(text).casefold()
        if locale.spaces_words:
            return [self.words[word] for word in _WORD.findall(read)] or [_number(read)]
        return _pairs(read) or [_number(read)]

    def likeness(self, text: str, locale: Locale) -> list[int]:
        """Return by what texts that resemble `text` are found: its grams, and where those are words, pairs of them too.

        A word alone is in too many texts to tell which of them are alike.
        """
        found = self.of(text, locale)
        if locale.spaces_words:
            found += [(left * 31_337 + right) % _NUMBERS for left, right in pairwise(found)]
        return found


class _Words(dict[str, int]):
    def __missing__(self, word: str) -> int:
        number = self[word] = _number(word)
        return number


def _number(gram: str) -> int:
    return crc32(gram.encode("utf-8", "surrogatepass")) % _NUMBERS


def _pairs(text: str) -> list[int]:
    # Two UTF-16 units are one 32-bit number; read from the first unit and from the second, that is every pair.
    units = text.encode("utf-16-le", "surrogatepass")
    even, odd = array("I", units[: len(units) & ~3]), array("I", units[2 : (len(units) - 2 & ~3) + 2])
    return [pair % _NUMBERS for pair in even + odd]


def caseless(text: str) -> str:
    """Return a character of `text` that stands as it is in every text that contains it, in any case; else nothing."""
    return next((sign for sign in text if "\u2e80" <= sign < "\ua000" or (sign.isascii() and not sign.isalpha())), "")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a text that is searched: a gram, or the beginning, end or middle of a word."""

    number: int
    """Of the gram, where it is one."""
    text: str = ""
    """The word, or what is known of it."""
    begins: bool = True
    """Whether it is known to begin a word."""
    ends: bool = True
    """Whether it is known to end a word."""

    @property
    def whole(self) -> bool:
        """Return whether it is a gram as it stands."""
        return self.begins and self.ends

    def fits(self, word: str) -> bool:
        """Return whether a word can contain this where it stands."""
        if self.begins:
            return word.startswith(self.text)
        return word.endswith(self.text) if self.ends else self.text in word


def fragments(text: str, locale: Locale) -> list[Fragment]:
    """Return what is in every text that contains `text`: none where only a look at each text can tell."""
    read = plain(text).casefold()
    if not locale.spaces_words:
        return [Fragment(pair) for pair in dict.fromkeys(_pairs(read))]
    return [
        Fragment(_number(found[0]), found[0], begins=found.start() > 0, ends=found.end() < len(read))
        for found in _WORD.finditer(read)
    ]

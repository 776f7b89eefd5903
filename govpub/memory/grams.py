"""What texts are found by: pairs of neighbouring characters, or words where words are spaced.

Two texts that resemble each other share most of them, and a text that contains another contains all of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING

from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    from govpub.locales import Locale

__all__ = ["Fragment", "fragments", "grams", "plain"]

_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return `text` without its placeholders."""
    return PLACEHOLDER.sub("", text) if "<" in text else text


def grams(text: str, locale: Locale) -> list[str]:
    """Return what `text` is found by, without regard to case; placeholders are as if they were not there.

    There is at least one, and one that stands twice in the text comes twice.
    """
    read = plain(text).casefold()
    if locale.spaces_words:
        return _WORD.findall(read) or [read]
    return list(map(add, read, read[1:])) or [read]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a text that is searched: a gram, or the beginning, end or middle of one."""

    text: str
    begins: bool = True
    """Whether it is known to begin a gram."""
    ends: bool = True
    """Whether it is known to end a gram."""

    @property
    def whole(self) -> bool:
        """Return whether it is a gram as it stands."""
        return self.begins and self.ends

    def fits(self, gram: str) -> bool:
        """Return whether a gram can contain this where it stands."""
        if self.begins:
            return gram.startswith(self.text)
        return gram.endswith(self.text) if self.ends else self.text in gram


def fragments(text: str, locale: Locale) -> list[Fragment]:
    """Return what is in every text that contains `text`: none where only a look at each text can tell."""
    read = plain(text).casefold()
    if locale.spaces_words:
        return [
            Fragment(found[0], begins=found.start() > 0, ends=found.end() < len(read)) for found in _WORD.finditer(read)
        ]
    return [Fragment(pair) for pair in dict.fromkeys(map(add, read, read[1:]))]

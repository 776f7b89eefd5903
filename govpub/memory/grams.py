"""What texts are found by: pairs of neighbouring characters, or words where words are spaced.

Two texts that resemble each other share most of them, and a text that contains another contains all of its own.
"""

from __future__ import annotations

import re
from operator import add
from typing import TYPE_CHECKING

from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    from govpub.locales import Locale

__all__ = ["grams", "inner_grams", "plain"]

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


def inner_grams(text: str, locale: Locale) -> set[str]:
    """Return the grams that every text has that contains `text`; none where only a look at each text can tell."""
    read = plain(text).casefold()
    if locale.spaces_words:
        # A word at either end may be a part of one.
        return {found[0] for found in _WORD.finditer(read) if found.start() > 0 and found.end() < len(read)}
    return set(map(add, read, read[1:]))

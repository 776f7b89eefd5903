"""How many display cells text fills (UAX 11; the locale decides about ambiguous characters)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from wcwidth import wcwidth

if TYPE_CHECKING:
    from govpub.locales import Locale

__all__ = ["cells", "character_cells", "padded"]


@lru_cache(maxsize=16384)
def character_cells(character: str, wide_ambiguous: bool) -> int:  # noqa: FBT001  part of the cache's key
    """Return 0, 1 or 2: what one character fills where ambiguous ones are wide, or are not."""
    width = max(wcwidth(character), 0)
    # Only what has a width can be wide: combining marks are ambiguous too.
    if width == 1 and wide_ambiguous and unicodedata.east_asian_width(character) == "A":
        return 2
    return width


def cells(text: str, locale: Locale) -> int:
    """Return how many cells a line of text in this language fills.

    Joined emoji count as the sum of their parts, which is what a terminal without them shows.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    wide = locale.wide_ambiguous
    return sum(character_cells(character, wide) for character in text)


def padded(text: str, width: int, locale: Locale, alignment: str = "") -> str:
    """Return `text` filled up with spaces to `width` cells, set left, `right` or `center`; longer text as it is."""
    missing = max(width - cells(text, locale), 0)
    before = missing if alignment == "right" else missing // 2 if alignment == "center" else 0
    return " " * before + text + " " * (missing - before)

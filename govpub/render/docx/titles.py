"""Where a Chinese headline is broken into lines: by sense, in lines of even length (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from unicodedata import combining, east_asian_width

__all__ = ["ems", "headline"]

_LONGEST = 120
"""Characters of a headline that is set by hand; what is longer is a text, and flows."""
_MOST_LINES = 5
_WHOLE = re.compile(
    r"（[^（）]{0,24}）|《[^《》]{0,24}》|“[^“”]{0,24}”|〔[^〔〕]*〕|〖[^〖〗]*〗"
    r"|[0-9A-Za-z][0-9A-Za-z.,%～~\-/:]*[年月日时分届号期个项次亿万元%％]*|."
)
"""What is not to be parted: brackets, titles and quotations with all that is in them, words, figures with units."""
_NOT_FIRST = frozenset("的了和与及等、，。；：？！”’）》〕〗… ")
_NOT_LAST = frozenset("“‘（《〔〖 ")
_GOOD_LAST = frozenset("，；：的和与及、 ")
_GOOD_FIRST = frozenset("（《“")


def headline(text: str, width: float) -> str:
    """Return a Chinese headline with line feeds where its lines end; as it is where one line holds it.

    `width` is that of a line, in characters. Never parted are brackets and what they hold, words and figures.
    """
    if "\n" in text or len(text) > _LONGEST or ems(text) <= width:
        return text
    pieces = tuple(_WHOLE.findall(text))
    for count in range(2, _MOST_LINES + 1):
        lines = _broken(pieces, count, width)
        if lines is not None:
            return "\n".join(line.strip() for line in lines)
    return text


def _broken(pieces: tuple[str, ...], count: int, width: float) -> list[str] | None:
    """Return the best way to set the pieces in so many lines; None where they do not fit."""
    widths = [ems(piece) for piece in pieces]
    ideal = sum(widths) / count

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if left == 1:
            rest = sum(widths[start:])
            return ((rest - ideal) ** 2, (len(pieces),)) if rest <= width else None
        found: tuple[float, tuple[int, ...]] | None = None
        taken = 0.0
        for end in range(start + 1, len(pieces)):
            taken += widths[end - 1]
            if taken > width:
                break
            cost = _cost(pieces[end - 1], pieces[end])
            after = best(end, left - 1)
            if cost is None or after is None:
                continue
            total = (taken - ideal) ** 2 + cost + after[0]
            if found is None or total < found[0]:
                found = total, (end, *after[1])
        return found

    chosen = best(0, count)
    if chosen is None:
        return None
    edges = (0, *chosen[1])
    return ["".join(pieces[first:last]) for first, last in pairwise(edges)]


def _cost(before: str, after: str) -> float | None:
    """Return what speaks against a line's end between two pieces; None where there may be none."""
    if after[0] in _NOT_FIRST or before[-1] in _NOT_LAST:
        return None
    return 0.0 if before[-1] in _GOOD_LAST or after[0] in _GOOD_FIRST else 4.0


def ems(text: str) -> float:
    """Return the width of Chinese text, in characters; Latin letters and digits are half as wide."""
    return sum(1.0 if east_asian_width(c) in "FWA" else 0.5 for c in text if not combining(c))

"""Differences of two texts, told in plain characters: [-removed-]{+added+}, as wdiff and git have it."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from govpub.matching import Change, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["MARKS", "elided", "marked"]

_CONTEXT = 12
"""Characters of what is the same that are shown on either side of a change."""
_WORTH = 4
"""Characters that are worth leaving out."""
_OF_WORDS = f"{string.ascii_letters}{string.digits}.,%’'-"
MARKS = {Change.SAME: ("", ""), Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}


def marked(pieces: Sequence[Piece]) -> str:
    """Return a difference with marks around what is removed and what is added."""
    return "".join(f"{before}{piece.text}{after}" for piece in pieces for before, after in (MARKS[piece.kind],))


def elided(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return a difference with an ellipsis for most of what is the same."""
    return tuple(_elided(pieces))


def _elided(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for place, piece in enumerate(pieces):
        if piece.kind is Change.SAME:
            yield Piece(_context(piece.text, first=place == 0, last=place == len(pieces) - 1), piece.kind)
        else:
            yield piece


def _context(text: str, *, first: bool, last: bool) -> str:
    """Return what is the same with its middle left out, but for what stands beside the changes; no word is cut."""
    end = 0 if first else len(text) - len(text[_CONTEXT:].lstrip(_OF_WORDS))
    start = len(text) if last else len(text[: max(0, len(text) - _CONTEXT)].rstrip(_OF_WORDS))
    return text if start - end <= _WORTH else f"{text[:end]}…{text[start:]}"

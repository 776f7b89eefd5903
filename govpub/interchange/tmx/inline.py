"""Inline markup of TMX ⇄ numbered placeholders.

    <bpt i="1" x="1">…</bpt>bold<ept i="1">…</ept>   <1>bold</1>
    <hi x="1">bold</hi>                              <1>bold</1>
    <ph x="2">…</ph>, <it>, <ut>                     <2/>

What stands in the elements is another program's code. Elements of two variants are one placeholder where TMX says so
(the same `x`), else where they have the same `i` or the same code, else where they are the next of their kind.
Our own files hold the placeholder itself as the code, so that every text comes back as it was.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["UNWRITABLE", "Mark", "Piece", "character_of", "character_type", "numbered"]

UNWRITABLE = frozenset({*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {0x09, 0x0A, 0x0D})
"""The code points that XML 1.0 (section 2.2, Char) leaves out."""
_REPRESENTED = UNWRITABLE - {0x00, 0x04, *range(0xD800, 0xE000)}
"""Those that a catalog can hold, and so a memory."""
_CHARACTER_TYPE = "x-govpub-character-"


@dataclass(frozen=True, slots=True)
class Mark:
    """One inline element of a segment, or one end of it."""

    kind: Literal["open", "close", "alone"]
    ends: str
    """What the two ends of an element have in common within the segment; empty for one that stands alone."""
    key: tuple[str, ...] = ()
    """What it has in common with the same element of other variants; empty for a closing end."""


Piece: TypeAlias = str | Mark


def character_type(character: str) -> str:
    """Return the type of the `ph` that stands for a character which XML cannot hold; empty for all others."""
    return f"{_CHARACTER_TYPE}{ord(character):04x}" if ord(character) in _REPRESENTED else ""


def character_of(type_: str) -> str:
    """Return the character for which a `ph` of this type stands; empty for every other type."""
    return _CHARACTERS.get(type_, "")


_CHARACTERS = {character_type(chr(code)): chr(code) for code in sorted(_REPRESENTED)}


def numbered(variants: Sequence[Sequence[Piece]]) -> tuple[str, ...]:
    """Return the text of each variant of a unit, its marks numbered alike in all of them."""
    texts = (piece for pieces in variants for piece in pieces if isinstance(piece, str))
    numbers = _Numbers({int(found["number"]) for text in texts for found in PLACEHOLDER.finditer(text)})
    return tuple(_text(pieces, numbers) for pieces in variants)


class _Numbers:
    """The numbers of a unit's placeholders, in the order in which the first variant begins them."""

    def __init__(self, taken: set[int]) -> None:
        """Leave out the numbers that the texts have as they are."""
        self._taken = taken
        self._last = 0
        self._by_key: dict[_Key, int] = {}
        self._by_kind: dict[bool, list[int]] = {True: [], False: []}

    def of(self, keys: Iterable[_Key]) -> Iterator[int]:
        """Yield a number for each mark of a variant: that of its own key, else one of its kind, else a new one."""
        found = [(key, self._by_key.get(key)) for key in keys]
        used = {number for _key, number in found}
        free = {kind: deque(number for number in known if number not in used) for kind, known in self._by_kind.items()}
        for key, number in found:
            if number is not None:
                yield number
            else:
                yield free[key[0]].popleft() if free[key[0]] else self._new(key)

    def _new(self, key: _Key) -> int:
        self._last += 1
        while self._last in self._taken:
            self._last += 1
        self._by_key[key] = self._last
        self._by_kind[key[0]].append(self._last)
        return self._last


_Key: TypeAlias = tuple[bool, tuple[str, ...], int]
"""Whether it stands around text, the mark's own key, and which one it is of those with the same key."""


def _text(pieces: Sequence[Piece], numbers: _Numbers) -> str:
    partners = dict(_partners(pieces))
    closing = set(partners.values())
    begins = [place for place, piece in enumerate(pieces) if isinstance(piece, Mark) and place not in closing]
    text = ["" if isinstance(piece, Mark) else piece for piece in pieces]
    for place, number in zip(begins, numbers.of(_keys(pieces, begins, partners)), strict=True):
        if place in partners:
            text[place], text[partners[place]] = f"<{number}>", f"</{number}>"
        else:
            text[place] = f"<{number}/>"
    return "".join(text)


def _partners(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield the places of each opening end and of the one that closes it."""
    opened: dict[str, list[int]] = {}
    for place, piece in enumerate(pieces):
        if isinstance(piece, Mark) and piece.kind == "open":
            opened.setdefault(piece.ends, []).append(place)
        elif isinstance(piece, Mark) and piece.kind == "close" and opened.get(piece.ends):
            yield opened[piece.ends].pop(), place


def _keys(pieces: Sequence[Piece], begins: Iterable[int], partners: Mapping[int, int]) -> Iterator[_Key]:
    seen: dict[tuple[bool, tuple[str, ...]], int] = {}
    for place in begins:
        piece = pieces[place]
        assert isinstance(piece, Mark)
        key = (place in partners, piece.key)
        seen[key] = seen.get(key, 0) + 1
        yield (*key, seen[key])

"""The inside of a `seg` while it is read: text, and marks for its inline elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.interchange.tmx.grammar import CODES
from govpub.interchange.tmx.inline import Mark, Piece, character_of
from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SegmentBuilder"]


class SegmentBuilder:
    """Takes what a parser says of a segment, and gives its pieces."""

    def __init__(self) -> None:
        """Begin with an empty segment."""
        self.text: list[str] = []
        """What was read since the last mark; the parser appends to it."""
        self._pieces: list[Piece] = []
        self._code: Mapping[str, str] = {}
        self._depth = 0
        self._highlighted: list[str] = []
        self._highlights = 0

    @property
    def marked(self) -> bool:
        """Return whether the segment has marks so far."""
        return bool(self._pieces)

    def take(self) -> list[Piece]:
        """Return the pieces of the segment that has ended, and begin the next."""
        self._flush()
        pieces = [*self._pieces]
        self._pieces.clear()
        self._highlights = 0
        return pieces

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Enter an inline element; what stands in a code belongs to it, elements too."""
        if self._depth:
            self._depth += 1
        elif name in CODES:
            self._flush()
            self._depth, self._code = 1, attributes
        elif name == "hi":
            self._flush()
            self._highlights += 1
            self._highlighted.append(f"hi {self._highlights}")
            x = attributes.get("x")
            key = ("x", x) if x else ("hi", attributes.get("type", ""))
            self._pieces.append(Mark("open", self._highlighted[-1], key))

    def end(self, name: str) -> None:
        """Leave an inline element."""
        if self._depth:
            self._depth -= 1
            if not self._depth:
                code = "".join(self.text)
                self.text.clear()
                self._pieces.append(_piece(name, self._code, code))
        elif name == "hi":
            self._flush()
            self._pieces.append(Mark("close", self._highlighted.pop()))

    def _flush(self) -> None:
        if self.text:
            self._pieces.append("".join(self.text))
            self.text.clear()


def _piece(name: str, attributes: Mapping[str, str], code: str) -> Piece:
    if PLACEHOLDER.fullmatch(code):
        return code
    type_, i, x = (attributes.get(attribute, "") for attribute in ("type", "i", "x"))
    if name == "ph" and (character := character_of(type_)):
        return character
    if name == "ept":
        return Mark("close", f"i {i}")
    key = ("x", x) if x else ("i", i) if name == "bpt" and i else (name, type_, code)
    return Mark("open" if name == "bpt" else "alone", f"i {i}" if name == "bpt" else "", key)

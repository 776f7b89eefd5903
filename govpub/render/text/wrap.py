"""Breaking text into lines of so many display cells.

Chinese marks keep off the starts and ends of lines where GB/T 15834-2011 (5.1) and W3C clreq keep them off; Western
words, numbers with their units, —— and …… stay whole. Linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govpub.render.text.atoms import UNITS, Atom, atoms
from govpub.render.text.width import cells, character_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govpub.locales import Locale

__all__ = ["NOT_AT_END", "NOT_AT_START", "balanced", "cut", "wrap"]

NOT_AT_START = frozenset("。．，、：；！？‼⁇⁈⁉”’）〕］｝》〉】〗」』–—-～〜·・‧…⋯％‰℃°／,.:;!?)]}%/\u3000")
"""What opens no line: closing and pausing marks, connectors and interpuncts (clreq), what belongs to a number."""
NOT_AT_END = frozenset("“‘（〔［｛《〈【〖「『／([{/￥¥$€£￡＄")
"""What closes no line: opening marks, and currency signs before their amount."""

_REFERENCE = re.compile(r"\[[0-9]+\]")
"""The mark of a footnote, which stays on the line of the word before it."""
_CLINGING = 4
"""How many marks at most cling to a word that no line can hold."""


def wrap(text: str, width: int, locale: Locale, *, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of `text`, at most `width` cells wide.

    `first` stands before the first line and after a line feed, which breaks the line; `rest` before the others. A line
    is wider only where it is a single Western word (or address), with the marks that cling to it, that no line can
    hold. Runs of white space count as one space; nothing but the space at a line's end is lost.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        broken = _fill(_pieces(atoms(line, locale)), width, cells(first, locale), cells(rest, locale))
        for index, content in enumerate(broken or [""]):
            lines.append(f"{rest if index else first}{content}".rstrip(" "))
    return lines


def balanced(text: str, width: int, locale: Locale) -> list[str]:
    """Return the lines of a headline: as few as `wrap` makes, and as equal in length as can be."""
    lines = wrap(text, width, locale)
    low, high = width // 2, width
    while low < high and len(lines) > 1:
        middle = (low + high) // 2
        narrower = wrap(text, middle, locale)
        if len(narrower) > len(lines) or any(cells(line, locale) > middle for line in narrower):
            low = middle + 1
        else:
            lines, high = narrower, middle
    return lines


def cut(line: str, width: int, locale: Locale) -> list[str]:
    """Return a line of literal text in parts of at most `width` (two or more) cells, white space and all."""
    parts: list[str] = []
    start = used = 0
    for index, character in enumerate(line):
        wide = character_cells(character, locale.wide_ambiguous)
        if used + wide > width:
            parts.append(line[start:index])
            start, used = index, 0
        used += wide
    parts.append(line[start:])
    return parts


@dataclass(slots=True, kw_only=True)
class _Lines:
    """Lines that are filled one after the other."""

    width: int
    rest: int
    """The cell at which every line but the first begins."""
    used: int
    """The cells of the last line that are taken."""
    full: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    def put(self, text: str, wide: int, *, spaced: bool) -> None:
        """Set a part that stays whole, on the next line where it does not fit."""
        if self.last and self.used + wide + spaced > self.width:
            self.end()
        if self.last and spaced:
            self.last.append(" ")
            self.used += 1
        self.last.append(text)
        self.used += wide

    def put_loose(self, text: str) -> None:
        """Set Chinese characters that part anywhere."""
        while self.used + 2 * len(text) > self.width:
            fits = max((self.width - self.used) // 2, 0 if self.last else 1)
            if fits >= len(text):
                break
            self.last.append(text[:fits])
            text = text[fits:]
            self.end()
        self.last.append(text)
        self.used += 2 * len(text)

    def end(self) -> None:
        """Begin a new line."""
        self.full.append("".join(self.last))
        self.last.clear()
        self.used = self.rest


def _fill(pieces: Iterable[list[Atom]], width: int, first: int, rest: int) -> list[str]:
    """Return the lines, the first of which begins at the cell `first`, the others at `rest`."""
    lines = _Lines(width=width, rest=rest, used=first)
    room = width - max(first, rest)
    for piece in pieces:
        if piece[0].loose:
            lines.put_loose(piece[0].text)
        elif len(piece) == 1:
            lines.put(piece[0].text, piece[0].wide, spaced=piece[0].spaced)
        else:
            for part in _fitting(piece, room):
                lines.put(_text(part), _wide(part), spaced=part[0].spaced)
    if lines.last:
        lines.end()
    return lines.full


def _wide(piece: list[Atom]) -> int:
    return sum(atom.wide + atom.spaced for atom in piece) - piece[0].spaced


def _text(piece: list[Atom]) -> str:
    return "".join(f" {atom.text}" if atom.spaced and index else atom.text for index, atom in enumerate(piece))


def _fitting(piece: list[Atom], width: int) -> Iterator[list[Atom]]:
    """Yield the piece whole; one that no line can hold, in parts that are as long as fit."""
    if _wide(piece) <= width:
        yield piece
        return
    part: list[Atom] = []
    used = 0
    for atom in _clinging(piece):
        wide = atom.wide + atom.spaced
        if part and used + wide > width:
            yield part
            part, used = [], 0
        part.append(atom)
        used += wide
    yield part


def _clinging(piece: list[Atom]) -> Iterator[Atom]:
    """Yield the atoms, but each Western word as one with the few marks around it: `（https://…）。`."""
    marks: list[Atom] = []  # opening marks that wait for a word, or a word and what closes it
    closing = False
    for atom in piece:
        opens = not atom.word and atom.text in NOT_AT_END
        closes = not atom.word and atom.text[0] in NOT_AT_START
        if marks and (len(marks) > _CLINGING or not (closes if closing else opens or atom.word)):
            yield from _joined(marks, whole=closing)
            marks, closing = [], False
        marks.append(atom)
        closing = closing or atom.word
        if not (opens or closing):
            yield from marks
            marks = []
    yield from _joined(marks, whole=closing)


def _joined(marks: list[Atom], *, whole: bool) -> Iterable[Atom]:
    if not whole:
        return marks
    return [Atom(_text(marks), _wide(marks), word=True, spaced=marks[0].spaced)]


def _pieces(line: Iterable[Atom]) -> Iterator[list[Atom]]:
    """Yield the atoms between one place where the line may be broken and the next."""
    piece: list[Atom] = []
    counting = False
    for atom in line:
        if piece and not _together(piece[-1], atom, counting=counting):
            yield piece
            piece, counting = [], False
        counting = atom.text[-1].isdigit() or (counting and atom.text in UNITS)
        piece.append(atom)
    if piece:
        yield piece


def _together(one: Atom, other: Atom, *, counting: bool) -> bool:
    """Return whether no line may end between two atoms."""
    last, first = one.text[-1], other.text[0]
    if other.spaced:
        if other.word:
            # A minus sign or an apostrophe opens a word; a dash that stands alone closes the line before.
            return NOT_AT_START.issuperset(other.text) or (not one.word and last in NOT_AT_END)
    elif (counting and other.text in UNITS) or (first == "[" and _REFERENCE.match(other.text)):
        return True
    return first in NOT_AT_START or last in NOT_AT_END

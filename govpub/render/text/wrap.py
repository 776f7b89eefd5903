"""Breaking text into lines of so many display cells.

Chinese marks keep off the starts and ends of lines where GB/T 15834-2011 (5.1) and W3C clreq keep them off; Western
words, numbers with their units, —— and …… stay whole. Linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from govpub.render.text.width import cells, character_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govpub.locales import Locale

__all__ = ["NOT_AT_END", "NOT_AT_START", "balanced", "cut", "wrap"]

NOT_AT_START = frozenset("。．，、：；！？‼⁇⁈⁉”’）〕］｝》〉】〗」』–—-～〜·・‧…⋯％‰℃°／,.:;!?)]}%/\u3000")
"""What opens no line: closing and pausing marks, connectors and interpuncts (clreq), what belongs to a number."""
NOT_AT_END = frozenset("“‘（〔［｛《〈【〖「『／([{/￥¥$€£￡＄")
"""What closes no line: opening marks, and currency signs before their amount."""

# What a number is not parted from: powers of ten, marks, and common units and classifiers.
_UNITS = frozenset("万亿千百元年月日时分秒号个度吨户辆家人次名岁倍米亩克斤％%‰℃°")
_RUN = re.compile(r"[ \t\n\r\f\v]+|[!-~]+|.", re.DOTALL)
_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")
_ADDRESS = re.compile(r"://|@|www\.")
# Word joiner, no-break spaces, zero width joiner, byte order mark.
_REFERENCE = re.compile(r"\[[0-9]+\]")
"""The mark of a footnote, which stays on the line of the word before it."""
_CLINGING = 4
_SPACES = " \t\n\r\f\v"
_JOINERS = frozenset("\u2060\u00a0\u202f\u200d\ufeff")


@dataclass(slots=True)
class _Atom:
    """A Western word, or one character with its combining marks: never broken."""

    text: str
    word: bool
    spaced: bool
    """Whether white space stands before it."""


def wrap(text: str, width: int, locale: Locale, *, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of `text`, at most `width` cells wide.

    `first` stands before the first line and after a line feed, which breaks the line; `rest` before the others. A line
    is wider only where it is a single Western word (or address), with the marks that cling to it, that no line can
    hold. Runs of white space count as one space; nothing but the space at a line's end is lost.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        broken = _fill(_pieces(line, locale), width, cells(first, locale), cells(rest, locale), locale)
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


def _fill(pieces: Iterable[list[_Atom]], width: int, first: int, rest: int, locale: Locale) -> list[str]:
    """Return lines filled one after the other; a piece that no line can hold is broken into its atoms."""
    lines: list[str] = []
    line: list[str] = []
    used = first

    def put(text: str, wide: int, *, spaced: bool) -> None:
        nonlocal used
        if line and used + wide + spaced > width:
            lines.append("".join(line))
            line.clear()
            used = rest
        if line and spaced:
            line.append(" ")
            used += 1
        line.append(text)
        used += wide

    for piece in pieces:
        for part in _fitting(piece, width - rest, locale):
            text = _text(part)
            put(text, cells(text, locale), spaced=part[0].spaced)
    if line:
        lines.append("".join(line))
    return lines


def _text(piece: list[_Atom]) -> str:
    return "".join(f" {atom.text}" if atom.spaced and index else atom.text for index, atom in enumerate(piece))


def _fitting(piece: list[_Atom], width: int, locale: Locale) -> Iterator[list[_Atom]]:
    """Yield the piece whole; one that no line can hold, in parts that are as long as fit."""
    part: list[_Atom] = []
    used = 0
    for atom in piece if _fits(piece, width, locale) else _clinging(piece):
        wide = cells(atom.text, locale) + atom.spaced
        if part and used + wide > width:
            yield part
            part, used = [], 0
        part.append(atom)
        used += wide
    yield part


def _fits(piece: list[_Atom], width: int, locale: Locale) -> bool:
    return sum(cells(atom.text, locale) + atom.spaced for atom in piece) - piece[0].spaced <= width


def _clinging(piece: list[_Atom]) -> Iterator[_Atom]:
    """Yield the atoms, but each Western word as one with the few marks around it: `（https://…）。`."""
    marks: list[_Atom] = []  # opening marks that wait for a word, or a word and what closes it
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


def _joined(atoms: list[_Atom], *, whole: bool) -> Iterable[_Atom]:
    return [_Atom(_text(atoms), word=True, spaced=atoms[0].spaced)] if whole else atoms


def _pieces(text: str, locale: Locale) -> Iterator[list[_Atom]]:
    """Yield the atoms between one place where the line may be broken and the next."""
    piece: list[_Atom] = []
    counting = False
    for atom in _atoms(text, locale):
        if piece and not _together(piece[-1], atom, counting=counting):
            yield piece
            piece, counting = [], False
        counting = atom.text[-1].isdigit() or (counting and atom.text in _UNITS)
        piece.append(atom)
    if piece:
        yield piece


def _together(one: _Atom, other: _Atom, *, counting: bool) -> bool:
    """Return whether no line may end between two atoms."""
    last, first = one.text[-1], other.text[0]
    if _REFERENCE.match(other.text) and not other.spaced:
        return True
    if other.spaced and other.word:
        # A minus sign or an apostrophe opens a word; a dash that stands alone closes the line before.
        return NOT_AT_START.issuperset(other.text) or (not one.word and last in NOT_AT_END)
    return first in NOT_AT_START or last in NOT_AT_END or (counting and not other.spaced and other.text in _UNITS)


def _atoms(text: str, locale: Locale) -> Iterator[_Atom]:
    atom: _Atom | None = None
    parts: list[str] = []  # of the atom that is still open: joined once, since a word may be very long
    spaced = joined = False
    for run, split in _runs(text):
        if run[0] in _SPACES:
            spaced = True
            continue
        word = _is_word(run[0], locale.wide_ambiguous) or _is_apostrophe(run, atom, spaced=spaced)
        clings = atom is not None and not spaced and not split
        if clings and atom is not None and (joined or run[0] in _JOINERS or _extends(run[0]) or (word and atom.word)):
            parts.append(run)
            atom.word = atom.word or word
        elif clings and atom is not None and parts[-1] == run and run in "—…":
            parts.append(run)
        else:
            if atom is not None:
                yield _Atom("".join(parts), atom.word, atom.spaced)
            atom, parts = _Atom("", word, spaced), [run]
        joined = run[-1] in _JOINERS
        spaced = False
    if atom is not None:
        yield _Atom("".join(parts), atom.word, atom.spaced)


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield white space, ASCII words, and other characters; with each, whether the line may be broken before it."""
    after_dash = False
    for found in _RUN.finditer(text):
        run = found[0]
        if "-" in run and len(run) > 1 and not _ADDRESS.search(run):
            start = 0
            for hyphen in _HYPHEN.finditer(run):
                yield run[start : hyphen.end()], after_dash or start > 0
                start, after_dash = hyphen.end(), False
            yield run[start:], after_dash or start > 0
        else:
            yield run, after_dash and run[0].isalnum()
        after_dash = run == "—"


@lru_cache(maxsize=16384)
def _is_word(character: str, wide_ambiguous: bool) -> bool:  # noqa: FBT001  part of the cache's key
    """Return whether the character is one of those that Western words and numbers are made of."""
    if character_cells(character, wide_ambiguous=False) != 1 or character.isspace():
        return False
    return (
        not wide_ambiguous
        or unicodedata.category(character)[0] in "LNM"
        or unicodedata.east_asian_width(character) != "A"
    )


def _is_apostrophe(run: str, before: _Atom | None, *, spaced: bool) -> bool:
    # Xi’an: in Chinese text the mark is a closing quotation mark, unless a Western word stands before it.
    return run == "’" and before is not None and before.word and not spaced


@lru_cache(maxsize=16384)
def _extends(character: str) -> bool:
    """Return whether the character has no width of its own and belongs to the one before it."""
    return character_cells(character, wide_ambiguous=False) == 0 and character != "\u200b"

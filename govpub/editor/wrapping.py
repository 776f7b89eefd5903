"""Breaking a text that is being edited into rows of so many cells: every character belongs to exactly one row.

Chinese parts between any two characters, but for the marks that open or close no line (GB/T 15834-2011, 5.1); words of
other scripts stay whole where a row can hold them. Widths are the terminal's, as textual counts them.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, get_character_cell_size, split_graphemes

__all__ = ["Row", "cells", "clip", "column_at", "graphemes", "pad", "rows", "split_at"]

_NOT_AT_START = frozenset("。．，、：；！？”’）］｝》〉】〗」』—…％‰℃·,.:;!?)]}%")
_NOT_AT_END = frozenset("“‘（［｛《〈【〖「『([{￥¥$€£")
_WIDE_FROM = 0x2E80
"""From here on stand the scripts that are written without spaces (CJK), with a few that do not matter here."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the display: the characters from `start` up to `end`."""

    start: int
    end: int


def cells(text: str) -> int:
    """Return how many cells a terminal fills with `text`."""
    return cell_len(text)


def clip(text: str, width: int) -> str:
    """Return `text` cut to `width` cells, with `…` where something was cut."""
    if cells(text) <= width:
        return text
    kept: list[str] = []
    room = width - 1
    for start, end, wide in graphemes(text):
        room -= wide
        if room < 0:
            break
        kept.append(text[start:end])
    return "".join(kept) + "…" if width > 0 else ""


def split_at(text: str, width: int) -> str:
    """Return as much of `text` as fits into `width` cells."""
    return text[: column_at(text, 0, len(text), width)]


def pad(text: str, width: int) -> str:
    """Return `text` cut or filled with spaces to exactly `width` cells."""
    clipped = clip(text, width)
    return clipped + " " * (width - cells(clipped))


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Return what the cursor moves over in one step: first character, one past the last, cells."""
    if text.isascii() and text.isprintable():
        return [(index, index + 1, 1) for index in range(len(text))]
    return split_graphemes(text)[0]


def column_at(text: str, start: int, end: int, cell: int) -> int:
    """Return the place in `text[start:end]` that stands at a cell of its row: the last one that is not right of it."""
    used = 0
    for first, _last, wide in graphemes(text[start:end]):
        if used + wide > cell:
            return start + first
        used += wide
    return end


def rows(text: str, width: int) -> list[Row]:
    """Return the rows of `text`; a line feed ends one, and a space at a row's end may stand outside of the width."""
    found: list[Row] = []
    start = 0
    for line in text.split("\n"):
        found += [Row(start + row.start, start + row.end) for row in _rows_of_line(line, max(width, 2))]
        start += len(line) + 1
    return found


def _rows_of_line(line: str, width: int) -> list[Row]:
    if cells(line) <= width:
        return [Row(0, len(line))]
    found: list[Row] = []
    start = place = used = 0
    for first, last, wide in _words(line):
        bare = line[first:last].rstrip(" ")
        room = cells(bare)
        if used + room > width and place > start:
            found.append(Row(start, place))
            start, used = place, 0
        if room > width:
            for part in _folded(line, first, last, width):
                found.append(Row(start, part))
                start = part
            used = cells(line[start:last])
        else:
            used += wide
        place = last
    found.append(Row(start, len(line)))
    return found


def _folded(line: str, first: int, last: int, width: int) -> list[int]:
    """Return the ends of rows within a word that is longer than a row."""
    ends: list[int] = []
    used = 0
    for start, _end, wide in graphemes(line[first:last]):
        if used + wide > width:
            ends.append(first + start)
            used = 0
        used += wide
    return ends


def _words(line: str) -> list[tuple[int, int, int]]:
    """Return what no row parts: first character, one past the last, cells; each with the spaces behind it."""
    found: list[tuple[int, int, int]] = []
    start = 0
    for place in range(1, len(line) + 1):
        if place == len(line) or _may_break(line[place - 1], line[place]):
            found.append((start, place, cells(line[start:place])))
            start = place
    return found


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NOT_AT_START:
        return False
    if before == " ":
        return True
    if before in _NOT_AT_END or not get_character_cell_size(after) or before == "\u200d":
        return False
    return ord(before) >= _WIDE_FROM or ord(after) >= _WIDE_FROM

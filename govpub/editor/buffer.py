"""A text with a cursor: what the keys of the editing field do to it, as functions from value to value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from govpub.editor.visible import visible
from govpub.editor.wrapping import Row, cells, column_at, graphemes, rows

__all__ = [
    "Buffer",
    "History",
    "end",
    "erased_left",
    "erased_right",
    "home",
    "insert",
    "left",
    "place_of",
    "remove",
    "right",
    "up_or_down",
    "word_left",
    "word_right",
]

_LATIN = "A-Za-z0-9_À-ɏ"
_WORD = rf"[{_LATIN}]+(?:['’.,-][{_LATIN}]+)*"
_STEP = re.compile(rf"{_WORD}|[^\W\d{_LATIN}]+|</?[0-9]+/?>|\s+|.", re.DOTALL)
"""What a step by words passes: a Latin word or number, a run of Chinese, a placeholder, white space, or a mark."""
_HAN = "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_WORD_BEFORE = re.compile(rf"{_HAN}{{1,2}}\s*$")
_WORD_AFTER = re.compile(rf"\s*{_HAN}{{1,2}}")
"""What is taken for a word of Chinese, which nothing parts from the next one: two characters, as most words have."""


@dataclass(frozen=True, slots=True)
class Buffer:
    """A text, the place of the cursor, and where its selection began."""

    text: str
    cursor: int = 0
    """Characters before the cursor."""
    anchor: int = 0
    """The other end of the selection; equal to the cursor where nothing is selected."""

    @property
    def selection(self) -> tuple[int, int]:
        """Return first character and one past the last of what is selected."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    @property
    def selected(self) -> str:
        """Return the text that is selected."""
        start, stop = self.selection
        return self.text[start:stop]

    @property
    def shown(self) -> str:
        """Return the text as it is displayed, character for character."""
        return visible(self.text, lines=True)

    def at(self, cursor: int, *, select: bool = False) -> Buffer:
        """Return it with the cursor elsewhere; the selection grows or ends."""
        return replace(self, cursor=cursor, anchor=self.anchor if select else cursor)


def insert(buffer: Buffer, text: str) -> Buffer:
    """Put `text` in place of the selection, or at the cursor."""
    start, stop = buffer.selection
    place = start + len(text)
    return Buffer(buffer.text[:start] + text + buffer.text[stop:], place, place)


def remove(buffer: Buffer, to: int) -> Buffer:
    """Take out the selection, or what stands between the cursor and `to`."""
    if buffer.cursor == buffer.anchor:
        buffer = replace(buffer, anchor=to)
    return insert(buffer, "")


def left(buffer: Buffer) -> int:
    """Return the place one character left of the cursor."""
    return max((start for start, _stop, _wide in graphemes(visible(buffer.text)) if start < buffer.cursor), default=0)


def right(buffer: Buffer) -> int:
    """Return the place one character right of the cursor."""
    return min(
        (stop for _start, stop, _wide in graphemes(visible(buffer.text)) if stop > buffer.cursor),
        default=len(buffer.text),
    )


def word_left(buffer: Buffer) -> int:
    """Return the place where the word left of the cursor begins."""
    before = list(_STEP.finditer(buffer.text[: buffer.cursor]))
    while len(before) > 1 and before[-1].group().isspace():
        before.pop()
    return before[-1].start() if before else 0


def word_right(buffer: Buffer) -> int:
    """Return the place behind the word right of the cursor."""
    for match in _STEP.finditer(buffer.text, buffer.cursor):
        if not match.group().isspace():
            return match.end()
    return len(buffer.text)


def erased_left(buffer: Buffer) -> int:
    """Return the place up to which the word left of the cursor is taken out.

    Of Chinese that is less than a step passes: its run is often a clause, too much to lose by one key, and less is soon
    taken out by pressing it again.
    """
    start = word_left(buffer)
    found = _WORD_BEFORE.search(buffer.text[start : buffer.cursor])
    return start + found.start() if found is not None else start


def erased_right(buffer: Buffer) -> int:
    """Return the place up to which the word right of the cursor is taken out, by the same rule."""
    end = word_right(buffer)  # some rare characters are letters to newer tables of Unicode only
    found = _WORD_AFTER.match(buffer.text, buffer.cursor)
    return min(found.end(), end) if found is not None else end


def home(buffer: Buffer, width: int) -> int:
    """Return the first place of the cursor's row."""
    return _row(buffer, rows(buffer.shown, width))[1].start


def end(buffer: Buffer, width: int) -> int:
    """Return the last place of the cursor's row."""
    found = rows(buffer.shown, width)
    index, row = _row(buffer, found)
    wrapped = index + 1 < len(found) and found[index + 1].start == row.end
    return max(row.start, row.end - 1) if wrapped else row.end


def up_or_down(buffer: Buffer, width: int, step: int, column: int) -> int:
    """Return the place `step` rows below (or above) at a column of cells; the text's ends beyond its rows."""
    found = rows(buffer.shown, width)
    index, _here = _row(buffer, found)
    if not 0 <= index + step < len(found):
        return 0 if step < 0 else len(buffer.text)
    row = found[index + step]
    place = column_at(buffer.shown, row.start, row.end, column)
    wrapped = index + step + 1 < len(found) and found[index + step + 1].start == row.end
    return max(row.start, row.end - 1) if wrapped and place == row.end else place


def place_of(buffer: Buffer, width: int) -> tuple[int, int]:
    """Return row and column (in cells) at which the cursor stands."""
    index, row = _row(buffer, rows(buffer.shown, width))
    return index, cells(buffer.shown[row.start : buffer.cursor])


def _row(buffer: Buffer, found: list[Row]) -> tuple[int, Row]:
    for index in range(len(found) - 1, -1, -1):
        if found[index].start <= buffer.cursor:
            return index, found[index]
    return 0, found[0]


_PAIR = 2
"""Characters that one key may delete at a time: one with its combining mark."""


class History:
    """What a text was before each change, without limit. A word that is typed is one step."""

    def __init__(self) -> None:
        """Begin with nothing to take back."""
        self._before: list[Buffer] = []
        self._after: list[Buffer] = []
        self._kind = ""

    def record(self, before: Buffer, after: Buffer) -> None:
        """Note a change; typing goes on with the step before until a word ends."""
        kind = _kind(before, after)
        if kind != self._kind or not kind:
            self._before.append(before)
        self._after.clear()
        typed = after.text[after.cursor - 1 : after.cursor]
        self._kind = kind if kind == "deleting" or typed.isalnum() else ""

    def pause(self) -> None:
        """Have the next change begin a step of its own."""
        self._kind = ""

    def undo(self, now: Buffer) -> Buffer | None:
        """Return the text as it was before the last step; None where there is none."""
        self._kind = ""
        if not self._before:
            return None
        self._after.append(now)
        return self._before.pop()

    def redo(self, now: Buffer) -> Buffer | None:
        """Return the text as it was before the last undo; None where nothing was taken back."""
        self._kind = ""
        if not self._after:
            return None
        self._before.append(now)
        return self._after.pop()


def _kind(before: Buffer, after: Buffer) -> str:
    grown = len(after.text) - len(before.text)
    if before.selected:
        return ""
    if grown == 1 and after.cursor == before.cursor + 1:
        return "typing"
    return "deleting" if -_PAIR <= grown < 0 else ""

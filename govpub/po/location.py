"""Where the characters of a translation stand in its file."""

from __future__ import annotations

import bisect
import re
from operator import itemgetter
from typing import TYPE_CHECKING

from govpub.po.escape import BadEscapeError, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.po.entry import PoEntry

__all__ = ["Place", "entry_lines", "msgstr_region"]

Place = tuple[int, int]
"""Line and column, both counted from 1, the column in characters."""

_MSGSTR = re.compile(r'^(?:#~)?[ \t]*+msgstr(?:[ \t]*+\[[ \t]*+0++[ \t]*+\])?+(?=[ \t"\r\n])', re.MULTILINE)
_LITERAL = re.compile(r'[ \t\r\f\v]*+(?:\n(?:#~)?[ \t\r\f\v]*+)*+"([^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"')
_PIECE = re.compile(r"(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]++))++|\\.|[^\\]++", re.DOTALL)
_FIRST_KEYWORD = re.compile(r"^(?:#~)?[ \t]*+(?:msgctxt|msgid)(?![A-Za-z0-9_$])", re.MULTILINE)


def entry_lines(entry: PoEntry) -> tuple[int, int]:
    """Return the first and last line of an entry with its comments, in the file that it was read from."""
    text = (entry.verbatim or "").rstrip("\r\n")
    first = _FIRST_KEYWORD.search(text)
    top = entry.line - (text.count("\n", 0, first.start()) if first is not None else 0)
    return top, top + text.count("\n")


def msgstr_region(entry: PoEntry, start: int, end: int) -> tuple[Place, Place] | None:
    """Return where the characters `start` to `end` of the entry's first msgstr begin and end in its file.

    The end is one past the last character. Where both are the same, that is the place before that character, or the
    closing quotation mark. None for an entry that was not read from a file, or whose layout this cannot follow.
    """
    text = entry.verbatim or ""
    keyword = _MSGSTR.search(text)
    if not entry.line or keyword is None:
        return None
    top, _last = entry_lines(entry)
    pieces = list(_pieces(text, keyword.end()))
    if not pieces:
        return None
    opening, _past = _character(pieces, start)
    closing = _character(pieces, end - 1)[1] if end > start else opening
    return _place(text, opening, top), _place(text, closing, top)


def _pieces(text: str, at: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield, for each piece of the translation, its offset and length there, and its offset and length in `text`.

    A piece is a run of characters that stand for themselves, an escape sequence, or the empty end of a string.
    """
    offset = 0
    while literal := _LITERAL.match(text, at):
        for piece in _PIECE.finditer(literal[1]):
            try:
                length = len(unescape(piece[0]))
            except BadEscapeError:  # a reader that refuses the file has been here before
                return
            yield offset, length, literal.start(1) + piece.start(), len(piece[0])
            offset += length
        yield offset, 0, literal.end(1), 0
        at = literal.end()


def _character(pieces: list[tuple[int, int, int, int]], offset: int) -> tuple[int, int]:
    """Return the offsets in the text where a character of the translation begins and ends."""
    filled = [piece for piece in pieces if piece[1]] or pieces[-1:]
    at = min(max(bisect.bisect_right(filled, offset, key=itemgetter(0)) - 1, 0), len(filled) - 1)
    begin, length, place, size = filled[at]
    inside = offset - begin
    if inside >= length:  # past the last one
        return place + size, place + size
    if length == size:
        return place + inside, place + inside + 1
    return place, place + size  # an escape sequence is one thing


def _place(text: str, at: int, top: int) -> Place:
    return top + text.count("\n", 0, at), at - text.rfind("\n", 0, at)

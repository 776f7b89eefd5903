"""A text of any length in one line of a terminal, with what matters marked, and lines that fit it."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata

from wcwidth import wcswidth, wcwidth

__all__ = ["beginning", "cells", "ending", "excerpt", "screen_width", "wrapped"]

_ELLIPSIS = "…"
_INVISIBLE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
_PLAIN_WIDTH = 100
_LEAST = 20
# Han and other wide characters may part anywhere, but opening marks stay with what follows and closing ones with what
# is before; other words part at spaces.
_HAN = "⺀-鿿\U00020000-\U0003ffff"
_OPENING, _CLOSING = "“‘（《〈", "”’，。、；：！？）》〉…"
_WORDS = re.compile(rf"[{_OPENING}]*+(?:[{_HAN}][{_CLOSING}]*+|[^\s{_HAN}{_OPENING}]++)|\s++|[{_OPENING}]")
_REACH = 8
"""Characters that are looked at for each cell; some cannot be seen. Of a long text with a thousand findings each shows
a part, and only that may cost time."""
_LONG = 16
"""Characters of a word that is cut rather than left out where there is no room for all of it."""


def screen_width() -> int:
    """Return how many cells a line has: those of the terminal, or else COLUMNS, or 100."""
    if sys.stdout.isatty():
        return max(_LEAST, shutil.get_terminal_size().columns)
    columns = os.environ.get("COLUMNS", "")
    return max(_LEAST, int(columns)) if columns.isdecimal() and len(columns) < len("10000") else _PLAIN_WIDTH


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return max(0, wcswidth(text))


def beginning(text: str, width: int) -> str:
    """Return as much of a text's beginning as fits, on one line, with an ellipsis where something is left out."""
    return _head(_shown(text), width)


def ending(text: str, width: int) -> str:
    """Return as much of a text's end as fits; see `beginning`."""
    return _tail(_shown(text), width)


def excerpt(text: str, start: int, end: int, width: int) -> tuple[str, str]:
    """Return as much of the text around a span as fits, and a line with marks under the span.

    Characters that cannot be seen are named in the span and left out around it. An empty span gets one mark. Where
    the span is all of the text there are no marks.
    """
    reach = _REACH * width
    before, after = _shown(text[max(0, start - reach) : start]), _shown(text[end : end + reach])
    marked = _named(_ends(text[start:end], reach))
    if cells(marked) > width:
        marked = _head(marked, width // 2) + _tail(marked, width - width // 2 - 1)
    room = width - max(1, cells(marked))
    left = min(cells(before), max(room // 2, room - cells(after)))
    before = _tail(before, left)
    after = _head(after, room - cells(before))
    marks = "" if not before and not after and start != end else " " * cells(before) + "^" * max(1, cells(marked))
    return f"{before}{marked}{after}", marks


def wrapped(text: str, width: int, indent: str) -> list[str]:
    """Return a text in lines of at most `width` cells, those after the first with an indent."""
    lines = [""]
    for word in _WORDS.findall(text):
        if lines[-1].strip() and cells(lines[-1] + word.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append(indent + word.lstrip())
        else:
            lines[-1] += word
    return lines


def _ends(text: str, reach: int) -> str:
    """Return a text, or its beginning and its end where it is far too long to be shown."""
    return text if len(text) <= 2 * reach else text[:reach] + text[-reach:]


def _shown(text: str) -> str:
    spaced = text.replace("\n", " ").replace("\t", " ")
    return "".join(character for character in spaced if unicodedata.category(character) not in _INVISIBLE)


def _named(text: str) -> str:
    return "".join(
        f"‹U+{ord(character):04X}›" if _unseen(character) else character
        for character in text.replace("\n", " ").replace("\t", " ")
    )


def _unseen(character: str) -> bool:
    category = unicodedata.category(character)
    return category in _INVISIBLE or (category == "Zs" and character != " ")


def _head(text: str, width: int) -> str:
    """Return the beginning of a text, in at most `width` cells, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    taken, used = 0, len(_ELLIPSIS)
    for character in text:
        used += max(0, wcwidth(character))
        if used > width:
            break
        taken += 1
    if _inside_word(text, taken):
        space = text.rfind(" ", max(0, taken - _LONG), taken)
        taken = space if space > 0 else taken
    return text[:taken].rstrip() + _ELLIPSIS if width > 0 else ""


def _tail(text: str, width: int) -> str:
    """Return the end of a text, in at most `width` cells, with an ellipsis where something is left out."""
    if cells(text) <= width:
        return text
    taken, used = 0, len(_ELLIPSIS)
    for character in reversed(text):
        used += max(0, wcwidth(character))
        if used > width:
            break
        taken += 1
    start = len(text) - taken
    if _inside_word(text, start):
        space = text.find(" ", start, start + _LONG)
        start = space if space > 0 else start
    kept = text[start:]
    while kept and not wcwidth(kept[0]):  # a mark that belongs to the character before
        kept = kept[1:]
    return _ELLIPSIS + kept.lstrip() if width > 0 else ""


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isascii() and text[at].isalnum()

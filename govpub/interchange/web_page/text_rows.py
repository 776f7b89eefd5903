"""The lines of a page saved as text, as rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.interchange.web_page.row import ENDS_SENTENCE, Row, clean, display_width, row_of
from govpub.model.block import List, ListItem, Paragraph
from govpub.model.inline import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["read_text"]

_BULLET = re.compile(r"[•●▪◦○■□◆◇‣∙·*-]\s*(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.．](?!\d)\s*(?=\S)")
_SPACE = re.compile(r"[ \t\xa0\f]+")
_WRAPPED_AT = range(56, 101)
"""The widths, in cells, at which mail programs and editors break lines."""
_WRAPPED_FROM = 3
"""Fewer lines than these do not show that a paragraph was wrapped."""
_RAGGED = 0.75


def read_text(content: str) -> tuple[Row, ...]:
    """Return the rows of a text page: one a line, or one a paragraph where lines were wrapped at a fixed width.

    Runs of two and more lines with bullets, or numbered in sequence, become a list.
    """
    rows: list[Row] = []
    for group in _groups(clean(content).split("\n")):
        for block in _blocks(_unwrapped(group)):
            row = row_of(block)
            if row is not None:
                rows.append(row)
    return tuple(rows)


def _groups(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the runs of lines between blank lines, right-stripped."""
    group: list[str] = []
    for line in lines:
        kept = line.rstrip(" \t\xa0\u3000")
        if kept:
            group.append(kept)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _unwrapped(group: list[str]) -> list[str]:
    widths = [display_width(line) for line in group]
    full = max(widths)
    wrapped = (
        len(group) >= _WRAPPED_FROM
        and full in _WRAPPED_AT
        and all(width >= _RAGGED * full for width in widths[:-1])
        and not any(ENDS_SENTENCE.search(line) for line in group[:-1]) | any(_opens(line) for line in group[1:])
    )
    if not wrapped:
        return [_SPACE.sub(" ", line).strip(" \u3000") for line in group]
    joined = group[0].strip(" \u3000")
    for line in group[1:]:
        piece = line.strip(" \u3000")
        joined += ("" if _wide(joined[-1:]) or _wide(piece[:1]) else " ") + piece
    return [_SPACE.sub(" ", joined)]


def _opens(line: str) -> bool:
    """Return whether a line shows by indent, bullet or number that it opens a paragraph."""
    return line[:1] in "\u3000\t" or _BULLET.match(line) is not None or _NUMBER.match(line) is not None


def _wide(character: str) -> bool:
    return display_width(character) > 1


def _blocks(lines: list[str]) -> Iterator[Paragraph | List]:
    position = 0
    while position < len(lines):
        bullets = _run(lines, position, numbered=False)
        numbers = _run(lines, position, numbered=True)
        count = max(bullets, numbers)
        if count > 1:
            items = lines[position : position + count]
            yield _list(items, ordered=numbers > bullets)
            position += count
            continue
        yield Paragraph(content=(Text(lines[position]),))
        position += 1


def _run(lines: list[str], position: int, *, numbered: bool) -> int:
    """Return how many lines from `position` on are items of one list."""
    pattern = _NUMBER if numbered else _BULLET
    count, expected = 0, 0
    while position + count < len(lines):
        match = pattern.match(lines[position + count])
        if match is None:
            break
        number = int(match[1]) if numbered else 0
        if numbered and count and number != expected:
            break
        count, expected = count + 1, number + 1
    return count


def _list(lines: list[str], *, ordered: bool) -> List:
    pattern = _NUMBER if ordered else _BULLET
    first = _NUMBER.match(lines[0])
    items = tuple(ListItem(blocks=(Paragraph(content=(Text(pattern.sub("", line, count=1)),)),)) for line in lines)
    return List(items=items, ordered=ordered, start=int(first[1]) if first else 1)

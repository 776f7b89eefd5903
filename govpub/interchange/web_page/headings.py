"""The headings of an imported text: levels in order, and short lines that serve as headings recognised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.interchange.web_page.row import ENDS_SENTENCE, display_width, is_prose
from govpub.model.block import Heading, List, Paragraph, Table
from govpub.model.inline import Strong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.interchange.web_page.row import Row
    from govpub.model.block import Block
    from govpub.model.inline import Inline

__all__ = ["headed"]

_WIDTH = 80
_HIGHEST, _LOWEST = 2, 6
# GB/T 9704-2012, 7.3.3: levels are marked 一、 （一） 1. （1）; only the first two stand on lines of their own.
_LEVELS = ((re.compile(r"[一二三四五六七八九十]{1,3}、"), 2), (re.compile(r"（[一二三四五六七八九十]{1,3}）"), 3))


def headed(rows: Sequence[Row], *, markup: bool) -> tuple[Block, ...]:
    """Return the blocks of a body, with every heading at level 2 to 6 and no level skipped.

    A page with `markup` shows its headings by elements or at least in bold; a text only by their shape.
    """
    marked = [row.block.level for row in rows if isinstance(row.block, Heading)]
    levels = {level: min(_HIGHEST + rank, _LOWEST) for rank, level in enumerate(sorted(set(marked)))}
    blocks: list[Block] = []
    for index, row in enumerate(rows):
        block = row.block
        if isinstance(block, Heading):
            blocks.append(Heading(level=levels[block.level], content=_plain(block)))
            continue
        level = 0 if marked else _level(rows, index, markup=markup)
        if level and isinstance(block, Paragraph):
            blocks.append(Heading(level=level, content=_plain(block)))
        else:
            blocks.append(block)
    return tuple(blocks)


def _plain(block: Heading | Paragraph) -> tuple[Inline, ...]:
    """Return the content of a heading without the bold that says no more than that it is one."""
    if len(block.content) == 1 and isinstance(block.content[0], Strong):
        return block.content[0].content
    return block.content


def _level(rows: Sequence[Row], index: int, *, markup: bool) -> int:
    """Return the level of a paragraph that serves as a heading; 0 for one that does not."""
    row = rows[index]
    block = row.block
    if not isinstance(block, Paragraph) or ENDS_SENTENCE.search(row.text) or display_width(row.text) > _WIDTH:
        return 0
    for pattern, level in _LEVELS:
        if pattern.match(row.text):
            return level
    follows = rows[index + 1] if index + 1 < len(rows) else None
    if markup:
        bold = len(block.content) == 1 and isinstance(block.content[0], Strong)
        leads = follows is not None and (is_prose(follows) or isinstance(follows.block, List | Table))
        return _HIGHEST if bold and leads else 0
    between = index > 0 and is_prose(rows[index - 1]) and follows is not None and is_prose(follows)
    return _HIGHEST if between else 0

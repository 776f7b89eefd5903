"""Whether a list is tight: which of the two a file can say, and how.

Markdown says it by blank lines alone, so some lists can only be tight and some only loose. The reader settles for
what the writer can write, and so both give the same list.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from govpub.article.traverse import has_break
from govpub.model.block import CodeBlock, Heading, List, Paragraph, Quote, Rule

if TYPE_CHECKING:
    from govpub.model.block import Block

__all__ = ["settle_tightness"]


def settle_tightness(value: List) -> List:
    """Return the list, tight or loose as it can be written."""
    can_be_tight = all(_joins(first, second) for item in value.items for first, second in pairwise(item.blocks))
    can_be_loose = len(value.items) > 1 or len(value.items[0].blocks) > 1
    return replace(value, tight=(value.tight and can_be_tight) or not can_be_loose)


def _joins(first: Block, second: Block) -> bool:
    """Return whether `second` can stand in the line below `first` and still be a block of its own."""
    match first:
        case Paragraph():
            return _interrupts(second)
        case Heading() | CodeBlock() | Rule():
            return not (isinstance(second, Heading) and _has_break(second))
        case _:
            return False


def _interrupts(block: Block) -> bool:
    """Return whether a block can stand below a paragraph without a blank line (CommonMark 4.8, 5.3)."""
    match block:
        case Heading():
            return not _has_break(block)
        case List(ordered=ordered, start=start):
            return not ordered or start == 1
        case Quote() | CodeBlock():
            return True
        case _:
            return False


def _has_break(heading: Heading) -> bool:
    """Return whether a heading has two lines, and so must be underlined (CommonMark 4.3)."""
    return has_break(heading.content)

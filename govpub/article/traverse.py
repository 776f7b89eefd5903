"""Every leaf of inlines and every figure of an article, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from govpub.model.block import CodeBlock, Figure, Heading, List, Paragraph, Quote, Rule, Table
from govpub.model.inline import CodeSpan, Emphasis, LineBreak, Link, Pending, Strong

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govpub.errors import Position
    from govpub.model.block import Block
    from govpub.model.inline import Inline

__all__ = ["has_break", "inlines_of"]


def inlines_of(blocks: Iterable[Block]) -> Iterator[tuple[Inline | Figure, Position]]:  # noqa: C901  one case a kind
    """Yield each inline, outer before inner, and each figure, with the position of its leaf."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from ((node, block.at) for node in _deep(block.content))
            case List(items=items):
                for item in items:
                    yield from inlines_of(item.blocks)
            case Quote(blocks=inner):
                yield from inlines_of(inner)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from ((node, cell.at) for node in _deep(cell.content))
            case Figure():
                yield block, block.at
            case CodeBlock() | Rule():
                pass
            case _:
                assert_never(block)


def has_break(content: tuple[Inline, ...]) -> bool:
    """Return whether there is a line break among inlines, or inside of them."""
    return any(isinstance(node, LineBreak) for node in _deep(content))


def _deep(content: tuple[Inline, ...]) -> Iterator[Inline]:
    for node in content:
        yield node
        if isinstance(node, Strong | Emphasis | CodeSpan | Link | Pending):
            yield from _deep(node.content)

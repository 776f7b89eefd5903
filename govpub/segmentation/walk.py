"""One way through all that people read of an article, for collecting segments and for putting translations back."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from govpub.errors import Position
from govpub.model.block import CodeBlock, Figure, Heading, List, ListItem, Paragraph, Quote, Rule, Table
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Pending,
    Picture,
    Strong,
    Text,
    plain_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from govpub.model.article import Wording
    from govpub.model.block import Block, Cell
    from govpub.model.document import DocumentWording

__all__ = ["Leaf", "walk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A run of text that is cut into segments by itself."""

    content: tuple[Inline, ...]
    role: str
    """As in Segment."""
    key: str = ""
    """The id of its segment; empty where the id is made of the text."""
    sentences: bool = False
    """Whether it may hold more than one sentence; a title or a cell is one segment."""
    at: Position


def walk(wording: Wording, positions: Mapping[str, Position], visit: Callable[[Leaf], tuple[Inline, ...]]) -> Wording:
    """Return the wording with each leaf replaced by what `visit` makes of it; leaves are visited in reading order."""
    return _Walk(wording, positions, visit).wording()


class _Walk:
    def __init__(
        self, wording: Wording, positions: Mapping[str, Position], visit: Callable[[Leaf], tuple[Inline, ...]]
    ) -> None:
        self._source = wording
        self._positions = positions
        self._visit = visit

    def wording(self) -> Wording:
        source = self._source
        return replace(
            source,
            title=self._plain(source.title, "title"),
            subtitle=self._plain(source.subtitle, "subtitle"),
            summary=self._plain(source.summary, "summary", sentences=True),
            source=self._plain(source.source, "source"),
            author=self._plain(source.author, "author"),
            column=self._plain(source.column, "column"),
            keywords=self._each(source.keywords, "keywords"),
            dateline=self._plain(source.dateline, "dateline"),
            contact=self._plain(source.contact, "contact"),
            notes=self._each(source.notes, "notes", sentences=True),
            image=self._lead_image(),
            document=self._document(),
            blocks=self._blocks(source.blocks, "paragraph"),
            footnotes=tuple(replace(note, blocks=self._blocks(note.blocks, "footnote")) for note in source.footnotes),
        )

    def _plain(self, text: str, role: str, key: str = "", *, sentences: bool = False) -> str:
        key = key or role
        at = self._positions.get(key, Position())
        return self._string(text, Leaf(content=(), role=role, key=key, sentences=sentences, at=at))

    def _each(self, texts: tuple[str, ...], role: str, *, sentences: bool = False) -> tuple[str, ...]:
        return tuple(
            self._plain(text, role, f"{role}.{number}", sentences=sentences) for number, text in enumerate(texts, 1)
        )

    def _string(self, text: str, leaf: Leaf) -> str:
        if not text:
            return text
        return _flat(self._visit(replace(leaf, content=(Text(text),))))

    def _lead_image(self) -> Figure | None:
        image = self._source.image
        if image is None:
            return None
        return replace(
            image,
            alt=self._plain(image.alt, "alt", "image.alt"),
            caption=self._plain(image.caption, "caption", "image.caption"),
        )

    def _document(self) -> DocumentWording | None:
        words = self._source.document
        if words is None:
            return None
        return replace(
            words,
            addressee=self._plain(words.addressee, "addressee", "document.addressee"),
            issuers=self._listed(words.issuers, "issuers"),
            attachments=self._listed(words.attachments, "attachments"),
            copies_to=self._plain(words.copies_to, "copies-to", "document.copies-to"),
            printed_by=self._plain(words.printed_by, "printed-by", "document.printed-by"),
        )

    def _listed(self, texts: tuple[str, ...], role: str) -> tuple[str, ...]:
        return tuple(self._plain(text, role, f"document.{role}.{number}") for number, text in enumerate(texts, 1))

    def _blocks(self, blocks: tuple[Block, ...], role: str) -> tuple[Block, ...]:
        return tuple(self._block(block, role) for block in blocks)

    def _block(self, block: Block, role: str) -> Block:  # noqa: PLR0911  one case a kind
        match block:
            case Heading():
                return replace(block, content=self._inlines(block.content, "heading", block.at))
            case Paragraph():
                return replace(block, content=self._inlines(block.content, role, block.at, sentences=True))
            case List():
                return replace(block, items=tuple(self._item(item) for item in block.items))
            case Quote():
                return replace(block, blocks=self._blocks(block.blocks, "quote"))
            case Table():
                return replace(block, header=self._row(block.header), rows=tuple(self._row(row) for row in block.rows))
            case Figure():
                return replace(
                    block,
                    alt=self._string(block.alt, Leaf(content=(), role="alt", at=block.at)),
                    caption=self._string(block.caption, Leaf(content=(), role="caption", at=block.at)),
                )
            case CodeBlock() | Rule():
                return block
            case _:
                assert_never(block)

    def _item(self, item: ListItem) -> ListItem:
        return replace(item, blocks=self._blocks(item.blocks, "item"))

    def _row(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(cell, content=self._inlines(cell.content, "cell", cell.at)) for cell in cells)

    def _inlines(
        self, content: tuple[Inline, ...], role: str, at: Position, *, sentences: bool = False
    ) -> tuple[Inline, ...]:
        if not content:
            return content
        visited = self._visit(Leaf(content=content, role=role, sentences=sentences, at=at))
        pictures = list(_pictures(content))
        if not pictures:
            return visited
        alts: dict[Picture, deque[Picture]] = {}
        for picture in pictures:
            alt = self._string(picture.alt, Leaf(content=(), role="alt", at=at))
            alts.setdefault(picture, deque()).append(replace(picture, alt=alt))
        return _with_alts(visited, alts)


def _flat(content: tuple[Inline, ...]) -> str:
    """Return inlines as a string; what is pending stands in 〖〗, for a string cannot be marked otherwise."""
    parts = (
        f"〖{plain_text(node.content)}〗" if isinstance(node, Pending) else plain_text((node,)) for node in content
    )
    return "".join(parts)


def _pictures(content: tuple[Inline, ...]) -> Iterator[Picture]:
    for node in content:
        match node:
            case Picture():
                yield node
            case Strong() | Emphasis() | CodeSpan() | Link() | Pending():
                yield from _pictures(node.content)
            case Text() | FootnoteReference() | LineBreak():
                pass
            case _:
                assert_never(node)


def _with_alts(content: tuple[Inline, ...], alts: Mapping[Picture, deque[Picture]]) -> tuple[Inline, ...]:
    """Return inlines with each picture replaced by the one with its translated alt."""
    nodes: list[Inline] = []
    for node in content:
        match node:
            case Picture():
                queue = alts[node]
                nodes.append(queue.popleft() if len(queue) > 1 else queue[0])
            case Strong() | Emphasis() | CodeSpan() | Link() | Pending():
                nodes.append(replace(node, content=_with_alts(node.content, alts)))
            case Text() | FootnoteReference() | LineBreak():
                nodes.append(node)
            case _:
                assert_never(node)
    return tuple(nodes)

"""The inlines of one leaf as a line of signs: text, and markup that opens, closes or stands alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, assert_never

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
)
from govpub.model.segment import PLACEHOLDER, Placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Sign", "coded", "numbered", "shown"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch of text, or one end of a mark, or something that stands alone."""

    kind: Literal["text", "open", "close", "alone"]
    text: str
    """What a reader sees of it, as the sentence rules want it: a line feed for a line break, nothing for a note."""
    inline: Inline | None = None
    """The markup without its content."""


def coded(content: Sequence[Inline]) -> Iterator[Sign]:
    """Yield the signs of a leaf."""
    for node in content:
        match node:
            case Text(text):
                yield from _text(text)
            case Strong() | Emphasis() | CodeSpan() | Link() | Pending():
                shell = replace(node, content=())
                yield Sign("open", "", shell)
                yield from coded(node.content)
                yield Sign("close", "", shell)
            case Picture():
                yield Sign("alone", "\N{OBJECT REPLACEMENT CHARACTER}", node)
            case FootnoteReference():
                yield Sign("alone", "", node)
            case LineBreak():
                yield Sign("alone", "\n", node)
            case _:
                assert_never(node)


def _text(text: str) -> Iterator[Sign]:
    place = 0
    for match in PLACEHOLDER.finditer(text):
        if match.start() > place:
            yield Sign("text", text[place : match.start()])
        yield Sign("alone", match[0], Text(match[0]))
        place = match.end()
    if place < len(text):
        yield Sign("text", text[place:])


def shown(signs: Sequence[Sign]) -> str:
    """Return what a reader sees of signs."""
    return "".join(sign.text for sign in signs)


def numbered(signs: Sequence[Sign]) -> tuple[str, tuple[Placeholder, ...]]:
    """Return the text of a segment with its placeholders, numbered from 1 in the order in which they begin."""
    parts: list[str] = []
    placeholders: list[Placeholder] = []
    opened: list[int] = []
    for sign in signs:
        if sign.kind == "text":
            parts.append(sign.text)
            continue
        if sign.kind == "close":
            parts.append(f"</{opened.pop()}>")
            continue
        assert sign.inline is not None
        number = len(placeholders) + 1
        placeholders.append(Placeholder(number, sign.inline, sign.kind == "open"))
        if sign.kind == "open":
            opened.append(number)
        parts.append(f"<{number}>" if sign.kind == "open" else f"<{number}/>")
    return "".join(parts), tuple(placeholders)

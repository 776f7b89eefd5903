"""Rows: what stands one under the other on a page, measured so that prose and furniture can be told apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from govpub.model.block import CodeBlock, Figure, Heading, List, Paragraph, Quote, Rule, Table
from govpub.model.inline import Emphasis, Inline, Link, Strong, Text, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.model.block import Block

__all__ = [
    "ENDS_SENTENCE",
    "Leaf",
    "Row",
    "clean",
    "display_width",
    "is_bare",
    "is_prose",
    "is_symbols",
    "leaves",
    "row_of",
]

Leaf: TypeAlias = tuple[Inline, ...]
"""The content of a paragraph, heading or cell."""

ENDS_SENTENCE = re.compile(r"[。！？!?…；;：:.][”’\"'）)】》」』\]]{0,3}$")
"""Ends as a sentence does, or as the line that introduces a list does."""

_PUNCTUATION = re.compile(r"[，。！？；：、,;:!?…]|\.(?=\s|$)")
_PROSE_WIDTH = 24
"""A sentence of a release is at least twelve Chinese characters or five English words long."""
_LONG_WIDTH = 160
"""Text this long is prose even where a punctuation mark was forgotten at its end."""
_BARE_WIDTH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One block of a page, with the measures by which it is judged."""

    block: Block
    """A heading keeps the level of its HTML element, 1 to 6."""
    text: str
    """What a reader sees of it, in one line."""
    linked: float = 0.0
    """The share of its characters that stand in links, 0 to 1."""
    inside: bool = True
    """Whether it stands in the page's main part; a text page has no other."""


def clean(text: str) -> str:
    """Return `text` without the characters that no file format of govpub may carry.

    Control characters and lone surrogates go; zero-width spaces and byte order marks too; every line or paragraph
    separator becomes a line feed.
    """
    text = re.sub(r"\r\n?|[\u2028\u2029\u0085\v\f]", "\n", text)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\ufeff\ufffe\uffff\ud800-\udfff]", "", text)


def display_width(text: str) -> int:
    """Return how many display cells `text` fills, an East Asian wide character counting two (UAX 11)."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def is_prose(row: Row) -> bool:
    """Return whether the row reads as running text: long enough, punctuated, and not a bunch of links."""
    if not isinstance(row.block, Paragraph | Quote) or row.linked > 0.5:  # noqa: PLR2004  more link than text
        return False
    width = display_width(row.text)
    if width >= _LONG_WIDTH:
        return bool(_PUNCTUATION.search(row.text))
    return width >= _PROSE_WIDTH and bool(ENDS_SENTENCE.search(row.text))


def is_bare(row: Row) -> bool:
    """Return whether the row is a label such as navigation is made of: short, no punctuation, no figure."""
    text = row.text
    return (
        isinstance(row.block, Paragraph | List)
        and display_width(text) <= _BARE_WIDTH
        and not _PUNCTUATION.search(text)
        and not any(character.isdigit() for character in text)
    )


def is_symbols(text: str) -> bool:
    """Return whether there is no letter, figure or Chinese character in `text`: icons that lost their font."""
    return not any(character.isalnum() for character in text)


def row_of(block: Block) -> Row | None:
    """Measure a block; None for one without text."""
    parts = list(leaves(block))
    text = " ".join(part for part in (plain_text(leaf).strip() for leaf in parts) if part)
    if not text:
        return None
    linked = sum(_linked(leaf) for leaf in parts)
    return Row(block=block, text=text, linked=min(1.0, linked / len(text)))


def leaves(block: Block) -> Iterator[Leaf]:
    """Yield the content of every paragraph, heading, item and cell of a block, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.content
        case List():
            for inner in chain.from_iterable(item.blocks for item in block.items):
                yield from leaves(inner)
        case Quote():
            for inner in block.blocks:
                yield from leaves(inner)
        case Table():
            yield from (cell.content for cell in chain(block.header, *block.rows))
        case CodeBlock():
            yield (Text(block.text),)
        case Figure() | Rule():
            pass


def _linked(leaf: Leaf) -> int:
    count = 0
    for node in leaf:
        match node:
            case Link():
                count += len(plain_text(node.content))
            case Strong() | Emphasis():
                count += _linked(node.content)
            case _:
                pass
    return count

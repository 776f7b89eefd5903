"""The blocks of an article's body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from govpub.errors import Position

if TYPE_CHECKING:
    from govpub.model.inline import Inline

__all__ = [
    "Alignment",
    "Block",
    "Cell",
    "CodeBlock",
    "Figure",
    "Footnote",
    "Heading",
    "List",
    "ListItem",
    "Paragraph",
    "Quote",
    "Rule",
    "Table",
]

_NOWHERE = Position()

Alignment: TypeAlias = Literal["", "left", "center", "right"]
"""How a table column is set; empty: as the layout sees fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the body; the headline itself is the article's title."""

    level: int
    """2 to 6: the title is level 1."""
    content: tuple[Inline, ...]
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph."""

    content: tuple[Inline, ...]
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list."""

    blocks: tuple[Block, ...]
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    """The number of the first item; meaningless where not ordered."""
    tight: bool = True
    """Whether its paragraphs stand without a gap, as written without blank lines between items."""
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A block quotation."""

    blocks: tuple[Block, ...]
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table."""

    content: tuple[Inline, ...]
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alignments: tuple[Alignment, ...]
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An image that stands alone: `![alt](path "caption")`."""

    path: str
    """As written: relative to the article's folder, with forward slashes."""
    alt: str
    caption: str = ""
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    """Text to be shown as it is, the same in every language."""

    text: str
    """Lines with `\\n` between them, none at the end."""
    info: str = ""
    """The word after the opening fence."""
    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A thematic break, `---`."""

    at: Position = _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """What a footnote says; its number is its place in the wording, counted from 1."""

    label: str
    blocks: tuple[Block, ...]
    at: Position = _NOWHERE


Block: TypeAlias = Heading | Paragraph | List | Quote | Table | Figure | CodeBlock | Rule

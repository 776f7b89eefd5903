"""Blocks → lines of a wire copy."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from govpub.model.block import Block, CodeBlock, Figure, Heading, List, ListItem, Paragraph, Quote, Rule, Table
from govpub.render.characters import without_controls
from govpub.render.text.flow import Flow, plain
from govpub.render.text.table import table
from govpub.render.text.width import cells, padded
from govpub.render.text.wrap import balanced, cut, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.locales import Locale
    from govpub.model.block import Footnote
    from govpub.model.release import Rendition

__all__ = ["Setter"]

_INDENT = "\u3000\u3000"  # clreq: two characters, and no other white space
_NARROWEST = 16
_TAB = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Setter:
    """Sets the blocks of one language in lines of at most so many cells."""

    flow: Flow
    width: int

    @classmethod
    def of(cls, rendition: Rendition, width: int) -> Setter:
        """Return the setter at the head of this language's text."""
        return cls(flow=Flow.of(rendition), width=width)

    @property
    def locale(self) -> Locale:
        """Return the language."""
        return self.flow.rendition.locale

    def lines(self, text: str, *, first: str = "", rest: str = "", width: int | None = None) -> list[str]:
        """Return text in lines, without the indent of a paragraph."""
        return wrap(text, width or self.width, self.locale, first=first, rest=rest)

    def block(self, node: Block, width: int | None = None, opening: str = "") -> list[str]:  # noqa: PLR0911  one return a kind
        """Return the lines of a block, `opening` before the text of a paragraph."""
        wide = width or self.width
        match node:
            case Heading():
                return self.lines(self.flow.line(node.content), width=wide, **self._indents())
            case Paragraph():
                return self.lines(opening + self.flow.text(node.content), width=wide, **self._indents())
            case List():
                return self._list(node, wide)
            case Quote():
                return self._indented("    ", self.blocks(node.blocks, max(wide - 4, _NARROWEST)), wide)
            case Table():
                return table(node, self.flow, wide)
            case Figure():
                return self.lines(self.flow.picture(node.alt, node.caption), width=wide)
            case CodeBlock():
                return self._code(node, wide)
            case Rule():
                return [padded("* * *", wide, self.locale, "center").rstrip(" ")]
            case _:
                assert_never(node)

    def blocks(self, nodes: Sequence[Block], width: int) -> list[str]:
        """Return the lines of blocks that stand one under the other."""
        lines: list[str] = []
        for before, node in pairwise((None, *nodes)):
            if before is not None and node is not None and self.parted(before, node):
                lines.append("")
            if node is not None:
                lines.extend(self.block(node, width))
        return lines

    def parted(self, before: Block, after: Block) -> bool:
        """Return whether an empty line stands between two blocks: always but between indented paragraphs."""
        flowing = (Paragraph, Heading, List)
        return not (self.locale.indents_paragraphs and isinstance(before, flowing) and isinstance(after, flowing))

    def _indents(self) -> dict[str, str]:
        return {"first": _INDENT if self.locale.indents_paragraphs else ""}

    def _indented(self, indent: str, lines: list[str], width: int) -> list[str]:
        """Return lines moved to the right, where they still fit: a deep tower of lists is set flush."""
        if any(cells(line, self.locale) + len(indent) > width for line in lines) and width - len(indent) < _NARROWEST:
            return lines
        return [f"{indent}{line}" if line else "" for line in lines]

    def _list(self, node: List, width: int) -> list[str]:
        last = node.start + len(node.items) - 1
        markers = [f"{node.start + index}." if node.ordered else "-" for index in range(len(node.items))]
        widest = len(f"{last}.") if node.ordered else 1
        lines: list[str] = []
        for index, (marker, item) in enumerate(zip(markers, node.items, strict=True)):
            if index and not node.tight and not self.locale.indents_paragraphs:
                lines.append("")
            lines.extend(self._item(item, f"  {marker:>{widest}} ", width))
        return lines

    def _item(self, item: ListItem, marker: str, width: int) -> list[str]:
        """Return the lines of an item, hanging from its marker."""
        inner = width - len(marker)
        if inner < _NARROWEST:
            return [marker.strip(), *self._inside(item, width)]
        body = self._inside(item, inner)
        hanging = " " * len(marker)
        if body and body[0]:
            return [f"{hanging if index else marker}{line}".rstrip(" ") for index, line in enumerate(body)]
        return [marker.rstrip(" "), *(f"{hanging}{line}".rstrip(" ") for line in body)]

    def _inside(self, item: ListItem, width: int) -> list[str]:
        """Return the lines of an item's blocks; a paragraph in a list has no indent."""
        lines: list[str] = []
        for before, node in pairwise((None, *item.blocks)):
            if isinstance(node, Paragraph):
                if isinstance(before, Paragraph) and not self.locale.indents_paragraphs:
                    lines.append("")
                lines.extend(self.lines(self.flow.text(node.content), width=width))
            elif node is not None:
                lines.extend(self.block(node, width))
        return lines

    def _code(self, node: CodeBlock, width: int) -> list[str]:
        inner = max(width - 4, _NARROWEST)
        rows = (without_controls(row.expandtabs(_TAB)) for row in node.text.split("\n"))
        return self._indented("    ", [part for row in rows for part in cut(row, inner, self.locale)], width)

    def note(self, number: int, footnote: Footnote) -> list[str]:
        """Return the lines of a footnote, hanging from its number as its mark in the text has it."""
        return self._item(ListItem(blocks=footnote.blocks), f"[{number}] ", self.width)

    def headline(self, text: str) -> list[str]:
        """Return a headline in lines of about equal length; none where it is empty."""
        return balanced(plain(text), self.width, self.locale) if text else []

    def plain(self, text: str) -> list[str]:
        """Return a string of the wording in lines; none where it is empty."""
        return self.lines(plain(text)) if text else []

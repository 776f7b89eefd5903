"""The tokens of a body → its blocks and footnotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from govpub.article.addresses import Fault
from govpub.article.markdown.footnotes import order_footnotes
from govpub.article.markdown.inlines import read_inlines
from govpub.article.markdown.lists import settle_tightness
from govpub.article.markdown.parser import LABEL, markdown_tokens
from govpub.messages import _
from govpub.model.block import (
    Alignment,
    Block,
    Cell,
    CodeBlock,
    Figure,
    Footnote,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from govpub.model.inline import Inline, Picture

if TYPE_CHECKING:
    from markdown_it.token import Token

    from govpub.article.source import Source
    from govpub.errors import ArticleError, Position
    from govpub.locales import Locale

__all__ = ["MAX_DEPTH", "read_body"]

MAX_DEPTH = 20
"""How deep lists and quotations may stand in each other."""
_SPACE = re.compile(r"\s+")
_ALIGNMENTS: dict[str, Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def read_body(source: Source, locale: Locale) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """Return the blocks of the body, and the footnotes in the order of their first reference.

    Raises:
        ArticleError: the first thing that an article cannot hold.
    """
    text = "\n".join(source.lines[source.offset :]) + "\n"
    reader = _BodyReader(source, locale, markdown_tokens(text))
    blocks = reader.blocks("")
    return blocks, order_footnotes(source, blocks, reader.footnotes)


class _BodyReader:
    """Goes through block tokens once, from the first to the last."""

    def __init__(self, source: Source, locale: Locale, tokens: list[Token]) -> None:
        self.source = source
        self.wide_ambiguous = locale.wide_ambiguous
        self.tokens = tokens
        self.next = 0
        self.depth = 0
        self.footnotes: list[Footnote] = []
        self.labels: dict[str, int | None] = {}

    def blocks(self, closing: str) -> tuple[Block, ...]:
        """Return the blocks up to the token that closes their container (to the end where there is none)."""
        found: list[Block] = []
        while self.next < len(self.tokens):
            token = self.tokens[self.next]
            self.next += 1
            if token.type == closing:
                break
            if token.type == "footnote_reference_open":
                self._footnote(token)
            elif (block := self._block(token)) is not None:
                found.append(block)
        return tuple(found)

    def _block(self, token: Token) -> Block | None:  # noqa: PLR0911  one line for each kind
        match token.type:
            case "paragraph_open":
                return self._paragraph()
            case "heading_open":
                return self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return self._quote(token)
            case "table_open":
                return self._table(token)
            case "fence":
                return self._fence(token)
            case "hr":
                return Rule(at=self._at(token))
            case "code_block":
                raise self._error(
                    token,
                    _("text indented by four spaces or a tab"),
                    _("take the spaces away; text that is to be shown as it is stands between two lines ```"),
                )
            case kind:  # pragma: no cover  the parser's rules make no other block
                raise AssertionError(kind)

    def _paragraph(self) -> Paragraph | Figure | None:
        inline = self.tokens[self.next]
        self.next += 2
        content = self._inlines(inline)
        at = self._at_content(inline)
        if not content:  # a line of ideographic spaces
            return None
        if len(content) == 1 and isinstance(picture := content[0], Picture):
            return Figure(path=picture.path, alt=picture.alt, caption=_caption(inline), at=at)
        self._refuse_captions(inline)
        return Paragraph(content=content, at=at)

    def _heading(self, token: Token) -> Heading:
        inline = self.tokens[self.next]
        self.next += 2
        level = int(token.tag[1:])
        if level == 1:
            raise self._error(
                token,
                _("a heading of level 1 in the text"),
                _("the title in the front matter is level 1; begin headings of the text with `##`"),
            )
        content = self._inlines(inline)
        if not content:
            raise self._error(token, _("a heading without text"), _("write the heading after the `#` marks"))
        self._refuse_captions(inline)
        return Heading(level=level, content=content, at=self._at_content(inline))

    def _list(self, token: Token) -> List:
        self._enter(token)
        ordered = token.type == "ordered_list_open"
        items: list[ListItem] = []
        tight = True
        while self.tokens[self.next].type == "list_item_open":
            opening = self.tokens[self.next]
            tight = tight and self._is_tight(opening.level + 1)
            self.next += 1
            blocks = self.blocks("list_item_close")
            if not blocks:
                raise self._error(opening, _("an item of a list is empty"), _("write its text, or delete the mark"))
            items.append(ListItem(blocks=blocks, at=self._at(opening)))
        self.next += 1
        self.depth -= 1
        start = int(token.attrs.get("start", 1)) if ordered else 1
        return settle_tightness(List(items=tuple(items), ordered=ordered, start=start, tight=tight, at=self._at(token)))

    def _is_tight(self, level: int) -> bool:
        """Return whether no paragraph of the item that begins here stands by itself."""
        for token in map(self.tokens.__getitem__, range(self.next + 1, len(self.tokens))):
            if token.level < level:
                break
            if token.level == level and token.type == "paragraph_open" and not token.hidden:
                return False
        return True

    def _quote(self, token: Token) -> Quote:
        self._enter(token)
        blocks = self.blocks("blockquote_close")
        self.depth -= 1
        if not blocks:
            raise self._error(token, _("a quotation without text"), _("write its text after the `>`, or delete it"))
        return Quote(blocks=blocks, at=self._at(token))

    def _table(self, token: Token) -> Table:
        rows: list[tuple[Cell, ...]] = []
        alignments: list[Alignment] = []
        row: list[Cell] = []
        column = 0
        while (inner := self.tokens[self.next]).type != "table_close":
            self.next += 1
            if inner.type == "tr_open":
                row, column = [], 0
            elif inner.type == "tr_close":
                rows.append(tuple(row))
            elif inner.type in ("th_open", "td_open") and not rows:
                alignments.append(_ALIGNMENTS.get(str(inner.attrs.get("style", "")), ""))
            elif inner.type == "inline":
                at = self._at_content(inner, column)
                column = at.column or column
                self._refuse_captions(inner)
                row.append(Cell(content=self._inlines(inner), at=at))
        self.next += 1
        return Table(header=rows[0], rows=tuple(rows[1:]), alignments=tuple(alignments), at=self._at(token))

    def _fence(self, token: Token) -> CodeBlock:
        first, last = token.map or (0, 0)
        if last - first != token.content.count("\n") + 2:
            raise self._error(
                token,
                _("a code block is not closed"),
                _("write a line {fence} below its last line").format(fence=token.markup),
            )
        words = token.info.split()
        return CodeBlock(
            text=token.content.rstrip("\n"), info=unescapeAll(words[0]) if words else "", at=self._at(token)
        )

    def _footnote(self, token: Token) -> None:
        label = token.meta["label"]
        if not LABEL.fullmatch(label):
            raise self._error(
                token,
                _("a footnote cannot be called {label}").format(label=_SPACE.sub(" ", label)[:40]),
                _("use letters, digits, `-`, `_` and `.`: [^1]"),
            )
        if label in self.labels:
            raise self._error(
                token,
                _("the footnote [^{label}] is defined twice, first in line {line}").format(
                    label=label, line=self.labels[label]
                ),
                _("give one of them another label"),
            )
        self._enter(token)
        at = self._at(token)
        self.labels[label] = at.line
        blocks = self.blocks("footnote_reference_close")
        self.depth -= 1
        if not blocks:
            raise self._error(token, _("the footnote [^{label}] is empty").format(label=label), _("write its text"))
        self.footnotes.append(Footnote(label=label, blocks=blocks, at=at))

    def _enter(self, token: Token) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._error(
                token,
                _("lists and quotations stand more than {depth} deep in each other").format(depth=MAX_DEPTH),
                _("write it flatter"),
            )

    def _inlines(self, token: Token) -> tuple[Inline, ...]:
        return read_inlines(
            token.children or (),
            wide_ambiguous=self.wide_ambiguous,
            refuse=lambda fault, near: self._address_error(token, fault, near),
        )

    def _refuse_captions(self, token: Token) -> None:
        for child in token.children or ():
            if child.type == "image" and child.attrs.get("title"):
                fault = Fault(
                    _("an image inside a line has a caption"),
                    _("give the image a paragraph of its own, or take the caption away"),
                )
                raise self._address_error(token, fault, str(child.attrs["title"]))

    def _address_error(self, token: Token, fault: Fault, near: str) -> ArticleError:
        first, last = token.map or (0, 0)
        for number in range(first, last):
            line = self.source.offset + number + 1
            if column := self.source.column_of(line, near):
                return self.source.error(fault.message, line, column, hint=fault.hint)
        return self._error(token, fault.message, fault.hint)

    def _error(self, token: Token, message: str, hint: str) -> ArticleError:
        at = self._at(token)
        return self.source.error(message, at.line, at.column, hint=hint)

    def _at(self, token: Token) -> Position:
        return self.source.at(self.source.offset + token.map[0] + 1 if token.map else None, None)

    def _at_content(self, token: Token, after: int = 0) -> Position:
        line = self.source.offset + (token.map or (0, 0))[0] + 1
        return self.source.at(line, self.source.column_of(line, token.content.partition("\n")[0], after))


def _caption(token: Token) -> str:
    image = next(child for child in token.children or () if child.type == "image")
    return _SPACE.sub(" ", str(image.attrs.get("title", ""))).strip()

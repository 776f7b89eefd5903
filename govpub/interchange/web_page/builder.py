"""Builds blocks from the elements of a page in document order, whatever their nesting."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin, urlsplit

from govpub.interchange.web_page.row import Row, row_of
from govpub.interchange.web_page.spans import Spans
from govpub.interchange.web_page.tables import TableCell, table_of
from govpub.messages import _
from govpub.model.block import CodeBlock, Heading, List, ListItem, Paragraph, Quote
from govpub.model.inline import CodeSpan, Emphasis, LineBreak, Link, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    from govpub.interchange.web_page.spans import Mark
    from govpub.model.block import Block
    from govpub.model.inline import Inline

__all__ = ["Builder"]

_INLINE = frozenset(
    re.findall(
        r"\S+",
        "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark o:p q rp rt ruby s samp "
        "small span strike strong sub sup time tt u var wbr",
    )
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NESTED = 6
"""Lists and quotes nested deeper than this go on at the level they have reached."""
_START = re.compile(r"\d{1,9}")

_Kind = Literal["root", "list", "item", "quote", "table", "cell", "heading", "code", "caption"]


_KINDS: Mapping[str, _Kind] = {
    "ul": "list",
    "ol": "list",
    "li": "item",
    "blockquote": "quote",
    "table": "table",
    "td": "cell",
    "th": "cell",
    "figcaption": "caption",
    "pre": "code",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}


@dataclass(slots=True)
class _Frame:
    kind: _Kind
    element: HtmlElement | None
    blocks: list[tuple[Block, HtmlElement]] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    rows: list[list[TableCell]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class Builder:
    """Takes elements and text as they come; has rows and notes when finished."""

    def __init__(self, *, base: str) -> None:
        """Read relative addresses against `base`, the page's own address; empty where it is not known."""
        self.rows: list[tuple[Row, HtmlElement]] = []
        self.notes: list[str] = []
        self._base = base
        self._frames = [_Frame("root", None)]
        self._spans = Spans()
        self._within: list[HtmlElement] = []

    def enter(self, element: HtmlElement) -> None:
        """Begin an element."""
        tag = str(element.tag)
        if tag in _INLINE:
            self._enter_inline(element, tag)
            return
        self._flush()
        self._within.append(element)
        kind = self._kind(element, tag)
        if kind is not None:
            self._frames.append(_Frame(kind, element))
        elif tag == "tr" and self._frames[-1].kind == "table":
            self._frames[-1].rows.append([])

    def leave(self, element: HtmlElement) -> None:
        """End an element."""
        if element.tag in _INLINE:
            self._spans.close(element)
            return
        self._flush()
        if self._frames[-1].element is element:
            self._end(self._frames.pop())
        self._within.pop()

    def text(self, text: str | None) -> None:
        """Add the characters between two tags."""
        if not text:
            return
        if self._frames[-1].kind == "code":
            self._frames[-1].text.append(text)
            return
        if self._spans.starts_paragraph(text):
            self._flush()
        self._spans.write(text)

    def finish(self) -> None:
        """Turn what was read into rows."""
        self._flush()
        for block, element in self._frames[0].blocks:
            row = row_of(block)
            if row is not None:
                self.rows.append((row, element))

    def _kind(self, element: HtmlElement, tag: str) -> _Kind | None:
        kind = _KINDS.get(tag)
        here = self._frames[-1].kind
        match kind:
            case "list" | "quote" | "table":
                holds = sum(frame.kind in ("list", "quote", "table") for frame in self._frames) < _NESTED
            case "item":
                holds = here == "list"
            case "cell":
                holds = here == "table"
            case "code":
                # A `pre` without code is how old systems set a text.
                holds = element.find("code") is not None
            case "heading":
                # Within a quote or an item it is only large print.
                holds = not any(frame.kind in ("quote", "item", "heading", "caption") for frame in self._frames)
            case _:
                holds = True
        return kind if holds else None

    def _enter_inline(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            self._spans.line_break()
        elif tag == "img":
            path = " ".join((element.get("src") or "").split())
            if path and not path.startswith("data:"):
                self.notes.append(_("image, its file is not here: {path}").format(path=path[:200]))
        else:
            mark = self._mark(element, tag)
            if mark is not None:
                self._spans.open(element, mark)

    def _mark(self, element: HtmlElement, tag: str) -> Mark | None:
        match tag:
            case "strong" | "b":
                return Strong()
            case "em" | "i":
                return Emphasis()
            case "code" | "kbd" | "samp" | "tt":
                return CodeSpan()
            case "a":
                href = _address(element.get("href") or "", self._base)
                return Link(href=href, title=" ".join((element.get("title") or "").split())) if href else None
            case "span" | "font" if _BOLD.search(element.get("style") or ""):
                return Strong()
            case _:
                return None

    def _flush(self) -> None:
        """End the paragraph that is being read, if there is one."""
        frame = self._frames[-1]
        content = self._spans.take()
        if not content:
            return
        element = self._within[-1] if self._within else frame.element
        assert element is not None
        frame.blocks.append((Paragraph(content=content), element))

    def _end(self, frame: _Frame) -> None:
        """Hand what a frame holds to the one around it."""
        above, element = self._frames[-1], frame.element
        assert element is not None
        blocks = tuple(block for block, _element in frame.blocks)
        match frame.kind:
            case "item" if blocks:
                above.items.append(ListItem(blocks=blocks))
            case "list":
                self._end_list(frame, above, element)
            case "cell":
                self._end_cell(frame, above, element)
            case "table":
                above.blocks.extend(frame.blocks)
                above.blocks.extend(table_of(frame.rows, element))
            case "caption" if blocks:
                caption = " ".join(row.text for row in map(row_of, blocks) if row)
                self.notes.append(_("caption of an image: {caption}").format(caption=caption[:200]))
            case _:
                block = _block(frame, blocks)
                if block is not None:
                    above.blocks.append((block, element))

    def _end_list(self, frame: _Frame, above: _Frame, element: HtmlElement) -> None:
        # Text that stands in a list but in no item is broken markup; it keeps its words as paragraphs.
        above.blocks.extend(frame.blocks)
        if not frame.items:
            return
        start = _START.fullmatch((element.get("start") or "").strip())
        block = List(
            items=tuple(frame.items),
            ordered=element.tag == "ol",
            start=int(start[0]) if start and element.tag == "ol" else 1,
            tight=all(_is_tight(item) for item in frame.items),
        )
        above.blocks.append((block, element))

    def _end_cell(self, frame: _Frame, above: _Frame, element: HtmlElement) -> None:
        if not above.rows:
            above.rows.append([])
        cell = TableCell(
            content=_one_line(frame),
            blocks=tuple(frame.blocks),
            columns=_span(element.get("colspan")),
            rows=_span(element.get("rowspan")),
        )
        above.rows[-1].append(cell)


def _is_tight(item: ListItem) -> bool:
    """Return whether an item can be written without a blank line: one block, or a line with a list below it."""
    match item.blocks:
        case (_,):
            return True
        case (Paragraph(), List(ordered=ordered, start=start)):
            # CommonMark 5.3: only a list that starts with 1 can stand right below a line of text.
            return not ordered or start == 1
        case _:
            return False


def _block(frame: _Frame, blocks: tuple[Block, ...]) -> Block | None:
    """Return what a frame is that becomes one block; None where nothing stands in it."""
    if frame.kind == "quote" and blocks:
        return Quote(blocks=blocks)
    if frame.kind == "heading" and frame.element is not None:
        content = _one_line(frame)
        return Heading(level=int(str(frame.element.tag)[1]), content=content) if content else None
    text = "".join(frame.text).strip("\n")
    return CodeBlock(text=text) if text.strip() else None


def _one_line(frame: _Frame) -> tuple[Inline, ...]:
    """Return the paragraphs of a frame as one run of text: a cell and a heading have one line."""
    content: list[Inline] = []
    for block, _element in frame.blocks:
        if isinstance(block, Paragraph | Heading):
            if content:
                content.append(Text(" "))
            content.extend(Text(" ") if isinstance(node, LineBreak) else node for node in block.content)
    merged: list[Inline] = []
    for node in content:
        if isinstance(node, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + node.text)
        else:
            merged.append(node)
    return tuple(merged)


def _span(value: str | None) -> int:
    value = (value or "").strip()
    return min(int(value), 60) if _START.fullmatch(value) and int(value) else 1


def _address(href: str, base: str) -> str:
    """Return an address that an article may have, absolute where the page's own is known; else nothing."""
    href = "".join(href.split())
    try:
        absolute = urljoin(base, href) if base and not href.startswith("#") else href
        parts = urlsplit(absolute)
    except ValueError:
        return ""
    if not href or href.startswith("#") or parts.scheme not in ("", "http", "https", "mailto", "tel"):
        return ""
    return absolute

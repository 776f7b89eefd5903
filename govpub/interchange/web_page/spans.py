"""Runs of text and marks while they are read: white space collapsed, marks folded into inline values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from govpub.interchange.web_page.row import ENDS_SENTENCE, display_width
from govpub.model.inline import CodeSpan, Emphasis, Inline, LineBreak, Link, Strong, Text, plain_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Mark", "Spans"]

Mark: TypeAlias = Strong | Emphasis | CodeSpan | Link
"""A mark without content."""

_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")
_INDENT = re.compile(r"\s*(?:\u3000|\xa0{2})")
_RANKS: tuple[type[Inline], ...] = (Strong, Emphasis, Link)
_DEPTH = 8
"""Marks nested deeper than this are not kept: no reader can tell them apart."""


@dataclass(slots=True)
class _Open:
    element: HtmlElement | None
    mark: Mark | None
    content: list[Inline] = field(default_factory=list)


class Spans:
    """The text of one paragraph as it comes in."""

    def __init__(self) -> None:
        """Begin with no text and no mark open."""
        self._open = [_Open(None, None)]
        self._last = ""
        self._breaks = 0

    def starts_paragraph(self, text: str) -> bool:
        """Return whether `text`, coming after line breaks, opens a paragraph of its own.

        It does after two breaks, with an indent, or where the text before the break ends a sentence.
        """
        if not self._breaks or not text.strip():
            return False
        ended = ENDS_SENTENCE.search(self._last) is not None
        return self._breaks > 1 or ended or _INDENT.match(text) is not None

    def write(self, text: str) -> None:
        """Add characters, with white space collapsed as a browser does."""
        if not text.strip():
            if text and self._last and not self._last.endswith(" ") and not self._breaks:
                self._put(" ")
            return
        if self._breaks and self._last:
            self._break()
        self._breaks = 0
        flat = _SPACE.sub(" ", _joined(text))
        if not self._last or self._last.endswith(" "):
            flat = flat.lstrip(" \u3000")
        self._put(flat)

    def line_break(self) -> None:
        """Note a line break; what it means shows in the text that follows."""
        self._breaks += 1

    def open(self, element: HtmlElement, mark: Mark) -> None:
        """Put a mark around the text to come, unless one of its kind is open."""
        same = any(type(opened.mark) is type(mark) for opened in self._open)
        if not same and len(self._open) <= _DEPTH:
            self._open.append(_Open(element, mark))

    def close(self, element: HtmlElement) -> None:
        """End the mark that `element` opened, if it did; marks inside it end too."""
        if not any(opened.element is element for opened in self._open[1:]):
            return
        while True:
            top = self._open.pop()
            self._open[-1].content.extend(_folded(top))
            if top.element is element:
                return

    def take(self) -> tuple[Inline, ...]:
        """Return what was written since the last call, trimmed; open marks go on around what follows."""
        content: list[Inline] = []
        for opened in reversed(self._open):
            opened.content.extend(content)
            content = _folded(opened)
            opened.content = []
        self._last, self._breaks = "", 0
        return tuple(_merged(_trimmed(content)[1]))

    def _break(self) -> None:
        content = self._open[-1].content
        last = content[-1] if content else None
        if isinstance(last, Text):
            before = last.text.rstrip(" ")
            content[-1:] = [Text(before)] if before else []
        content.append(LineBreak())
        self._last = ""

    def _put(self, text: str) -> None:
        if not text:
            return
        # Enough of the end to see a closing mark and the quotes and brackets after it.
        self._last = (self._last + text)[-8:]
        content = self._open[-1].content
        if content and isinstance(content[-1], Text):
            content[-1] = Text(content[-1].text + text)
        else:
            content.append(Text(text))


def _joined(text: str) -> str:
    """Return `text` without the line ends that stand between two East Asian characters: no space is meant there."""

    def join(match: re.Match[str]) -> str:
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        return "" if before and after and display_width(before) > 1 and display_width(after) > 1 else " "

    return _LINE_END.sub(join, text)


def _folded(opened: _Open) -> list[Inline]:
    """Return the content of a mark inside it, with white space and breaks at its ends moved out."""
    if opened.mark is None:
        return opened.content
    before, content, after = _trimmed(opened.content)
    if not content:
        return [*before, *after]
    if isinstance(opened.mark, CodeSpan):
        return [*before, CodeSpan((Text(plain_text(tuple(content))),)), *after]
    return [*before, _around(opened.mark, tuple(_merged(content))), *after]


def _around(mark: Strong | Emphasis | Link, content: tuple[Inline, ...]) -> Inline:
    """Return a mark with its content; of two marks with one extent the stronger stands outside, as articles have it."""
    match content:
        case (Strong() | Emphasis() as inner,) if _RANKS.index(type(inner)) < _RANKS.index(type(mark)):
            return replace(inner, content=(_around(mark, inner.content),))
        case _:
            return replace(mark, content=content)


def _trimmed(content: list[Inline]) -> tuple[list[Inline], list[Inline], list[Inline]]:
    """Return what stands before, in and after the visible part of `content`."""
    start, end = 0, len(content)
    before: list[Inline] = []
    after: list[Inline] = []
    while start < end and _is_space(content[start]):
        before.append(content[start])
        start += 1
    while end > start and _is_space(content[end - 1]):
        after.insert(0, content[end - 1])
        end -= 1
    inner = content[start:end]
    if inner and isinstance(inner[0], Text):
        text = inner[0].text
        if text[0] in " \u3000":
            before.append(Text(" "))
            inner[0] = Text(text.lstrip(" \u3000"))
    if inner and isinstance(inner[-1], Text):
        text = inner[-1].text
        if text[-1] in " \u3000":
            after.insert(0, Text(" "))
            inner[-1] = Text(text.rstrip(" \u3000"))
    return before, inner, after


def _is_space(node: Inline) -> bool:
    return isinstance(node, LineBreak) or (isinstance(node, Text) and not node.text.strip())


def _merged(content: list[Inline]) -> list[Inline]:
    """Return `content` with neighbours of one kind made one, as an editor split them without a reason."""
    merged: list[Inline] = []
    for node in content:
        last = merged[-1] if merged else None
        match last, node:
            case (Text(text=first), Text(text=second)):
                merged[-1] = Text(first + second)
            case (Text(text=first), LineBreak()):
                bare = first.rstrip(" ")
                merged[-1:] = [Text(bare), node] if bare else [node]
            case (Strong(content=first_part), Strong(content=second_part)):
                merged[-1] = Strong(tuple(_merged([*first_part, *second_part])))
            case (Emphasis(content=first_part), Emphasis(content=second_part)):
                merged[-1] = Emphasis(tuple(_merged([*first_part, *second_part])))
            case _:
                merged.append(node)
    return merged

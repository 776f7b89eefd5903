"""What stands inside a block: runs of text and the marks around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "CodeSpan",
    "Emphasis",
    "FootnoteReference",
    "Inline",
    "LineBreak",
    "Link",
    "Pending",
    "Picture",
    "Strong",
    "Text",
    "plain_text",
]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, never empty, never with a line feed in them."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong emphasis, `**…**`."""

    content: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasis, `*…*`: italics in Latin script, dots under Chinese characters."""

    content: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Literal text, `` `…` ``; its content is Text only."""

    content: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink."""

    content: tuple[Inline, ...] = ()
    href: str = ""
    """As written: absolute, relative to the article, `#fragment`, `mailto:` or `tel:`."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image inside a line of text; an image alone in its paragraph is a block (Figure)."""

    path: str = ""
    """As written in the article: relative to the article's folder, with forward slashes."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """The mark of a footnote."""

    label: str = ""
    """The label in the source, `[^label]`; the number shown is its place in `Wording.footnotes`."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that the author asked for."""


@dataclass(frozen=True, slots=True)
class Pending:
    """Text of a draft that has no final translation yet; shown, and visibly marked. Never in an article."""

    content: tuple[Inline, ...] = ()
    fuzzy: bool = False
    """True: a translation that nobody has confirmed. False: still the source text, in the source language."""


Inline: TypeAlias = Text | Strong | Emphasis | CodeSpan | Link | Picture | FootnoteReference | LineBreak | Pending


def plain_text(content: tuple[Inline, ...]) -> str:
    """Return the characters a reader sees, without marks; a line break becomes a space, an image its alt text."""
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text=text):
                parts.append(text)
            case Picture(alt=alt):
                parts.append(alt)
            case LineBreak():
                parts.append(" ")
            case FootnoteReference():
                pass
            case Strong() | Emphasis() | CodeSpan() | Link() | Pending():
                parts.append(plain_text(node.content))
    return "".join(parts)

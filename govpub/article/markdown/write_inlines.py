"""Inlines in normal form → Markdown, with the fewest escapes that keep their meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, assert_never

from govpub.article.markdown.parser import is_cjk, is_punctuation, is_space
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
    from collections.abc import Sequence

__all__ = ["write_cell", "write_heading", "write_image", "write_lines", "write_title"]

# What CommonMark could take for markup inside of a line. `*` between spaces and `_` inside of a word are text.
_INLINE = re.compile(
    r"""[\\`]
    | (?<!\ )\*|\*(?!\ )
    | (?<![^\W_])_|_(?![^\W_])
    | \[(?=\^)|\](?=[(:])
    | <(?=[^<>\x00-\x20]*(?:[:@]|\Z))
    | &(?=\#?[A-Za-z0-9]{1,32};)
    """,
    re.VERBOSE,
)
# Behind an even number of backslashes, which stand for themselves: no escape of it yet.
_BRACKET = re.compile(r"(?<!\\)((?:\\\\)*)([\[\]])")
_LINE_START = re.compile(
    r"""(?P<number>[0-9]{1,9})(?=[.)](?:\s|\Z))
    | (?=\#{1,6}(?:\s|\Z))
    | (?=>)
    | (?=[-+*](?:\s|\Z))
    | (?=[-=]+\s*\Z)
    | (?=~~~)
    | (?=[|:-][|:\s-]*\Z)
    """,
    re.VERBOSE,
)
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))(?=#+$)")
_PLAIN_ADDRESS = re.compile(r"[^\s()<>\\&]+")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*")
_REFERENCE = re.compile(r"&(?=#?[A-Za-z0-9]{1,32};)")


@dataclass(slots=True)
class _Piece:
    """A stretch of Markdown: text, a mark that opens or closes emphasis, or something that stands for itself."""

    kind: Literal["text", "open", "close", "solid"]
    markdown: str
    partner: int = -1
    """Of a mark: the number of the piece that is its other half."""


def write_lines(content: tuple[Inline, ...]) -> list[str]:
    """Return the lines of a paragraph; it has more than one where it has line breaks."""
    return [_LINE_START.sub(_escape_start, line, count=1) if _LINE_START.match(line) else line
            for line in _write(content).split("\n")]  # fmt: skip


def write_heading(content: tuple[Inline, ...]) -> str:
    """Return what follows the `#` marks of a heading."""
    return _CLOSING_HASHES.sub(r"\\", _write(content))


def write_cell(content: tuple[Inline, ...]) -> str:
    """Return the Markdown of a table cell."""
    return _write(content).replace("|", r"\|")


def write_image(path: str, alt: str, caption: str = "") -> str:
    """Return an image."""
    return f"![{_escape(alt, linked=True)}]({_address(path)}{write_title(caption)})"


def write_title(title: str) -> str:
    """Return a title as it follows an address; nothing for an empty one."""
    if not title:
        return ""
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return ' "' + _REFERENCE.sub(r"\\&", escaped) + '"'


def _escape_start(match: re.Match[str]) -> str:
    return (match["number"] or "") + "\\"


def _write(content: tuple[Inline, ...]) -> str:
    pieces: list[_Piece] = []
    _collect(content, pieces, linked=False)
    _choose_marks(pieces)
    _keep_flanks(pieces)
    return "".join(piece.markdown for piece in pieces)


def _collect(content: tuple[Inline, ...], pieces: list[_Piece], *, linked: bool) -> None:  # noqa: C901  one case a kind
    for number, node in enumerate(content):
        match node:
            case Text(text):
                before = content[number - 1] if number else None
                after = content[number + 1] if number + 1 < len(content) else None
                pieces.append(_Piece("text", _text(text, before, after, linked=linked)))
            case Strong(inner) | Emphasis(inner):
                mark = "**" if isinstance(node, Strong) else "*"
                start = len(pieces)
                pieces.append(_Piece("open", mark))
                _collect(inner, pieces, linked=linked)
                pieces[start].partner = len(pieces)
                pieces.append(_Piece("close", mark, start))
            case Link(inner, href, title):
                if not title and inner == (Text(href),) and _AUTOLINK.fullmatch(href):
                    pieces.append(_Piece("solid", f"<{href}>"))
                    continue
                pieces.append(_Piece("solid", "["))
                _collect(inner, pieces, linked=True)
                pieces.append(_Piece("solid", f"]({_address(href)}{write_title(title)})"))
            case CodeSpan():
                pieces.append(_Piece("solid", _code(plain_text(node.content))))
            case Picture(path, alt):
                pieces.append(_Piece("solid", write_image(path, alt)))
            case FootnoteReference(label):
                pieces.append(_Piece("solid", f"[^{label}]"))
            case LineBreak():
                pieces.append(_Piece("solid", "\\\n"))
            case Pending(inner):  # never in an article
                _collect(inner, pieces, linked=linked)
            case _:
                assert_never(node)


def _text(text: str, before: Inline | None, after: Inline | None, *, linked: bool) -> str:
    escaped = _escape(text, linked=linked)
    # `[^1](` would be a link and `[^1]:` a definition; `![` would be an image.
    if isinstance(before, FootnoteReference) and text[0] in "(:":
        escaped = "\\" + escaped
    if isinstance(after, Link) and text[-1] == "!":
        escaped = escaped[:-1] + "\\!"
    return escaped


def _escape(text: str, *, linked: bool) -> str:
    escaped = _INLINE.sub(r"\\\g<0>", text)
    return _BRACKET.sub(r"\1\\\2", escaped) if linked else escaped


def _choose_marks(pieces: Sequence[_Piece]) -> None:
    """Write emphasis with `_` where its mark would run together with another one."""
    for number, piece in enumerate(pieces):
        if piece.kind == "open" and piece.markdown == "*":
            other = pieces[piece.partner]
            neighbours = (number - 1, number + 1, piece.partner - 1, piece.partner + 1)
            if any(0 <= place < len(pieces) and pieces[place].kind in ("open", "close") for place in neighbours):
                piece.markdown = other.markdown = "_"


def _keep_flanks(pieces: Sequence[_Piece]) -> None:
    """Where a mark would not open or close between its neighbours, write the letter outside as a reference."""
    for number, piece in enumerate(pieces):
        if piece.kind not in ("open", "close"):
            continue
        opens = piece.kind == "open"
        outer, inner = (number - 1, number + 1) if opens else (number + 1, number - 1)
        if not 0 <= outer < len(pieces):
            continue
        outside = pieces[outer].markdown[-1 if opens else 0]
        inside = pieces[inner].markdown[0 if opens else -1]
        if is_space(outside) or is_punctuation(outside):
            continue
        if piece.markdown == "_" or (is_punctuation(inside) and not is_cjk(inside) and not is_cjk(outside)):
            markdown = pieces[outer].markdown
            reference = f"&#{ord(outside)};"
            pieces[outer].markdown = markdown[:-1] + reference if opens else reference + markdown[1:]


def _address(href: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(href):
        return href
    escaped = re.sub(r"[\\<>]", r"\\\g<0>", href)
    return "<" + _REFERENCE.sub(r"\\&", escaped) + ">"


def _code(text: str) -> str:
    runs = {len(run) for run in re.findall("`+", text)}
    length = next(length for length in range(1, len(runs) + 2) if length not in runs)
    fence = "`" * length
    spaced = text[0] == " " == text[-1] and text.strip(" ")
    pad = " " if spaced or text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"

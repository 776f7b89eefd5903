"""Segment → catalog entry: what stands above a translation to help the translator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    LineBreak,
    Link,
    Pending,
    Picture,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from govpub.model.segment import Placeholder, Segment

__all__ = ["extracted_of", "is_ours", "references_of"]

# Every role that a segment has or had (govpub.model.segment.Segment.role): what stands in catalogs of old must be
# told from other tools' comments.
_FRONT_MATTER_ROLES = ("title", "subtitle", "summary", "keyword", "keywords", "source", "author", "column")
_PRESS_ROLES = ("dateline", "contact", "release-number", "image", "caption", "alt")
_DOCUMENT_ROLES = ("addressee", "issuers", "attachments", "copies-to", "printed-by")
_BLOCK_ROLES = ("heading", "paragraph", "item", "cell", "quote", "footnote")
_ROLES = frozenset((*_FRONT_MATTER_ROLES, *_PRESS_ROLES, *_DOCUMENT_ROLES, *_BLOCK_ROLES))
_OURS = re.compile(r"<[0-9]+/?> ")


def extracted_of(segment: Segment) -> tuple[str, ...]:
    """Return the `#.` lines: the role, then what each placeholder is. The same for every user, so in English."""
    return (segment.role, *map(_described, segment.placeholders))


def is_ours(line: str) -> bool:
    """Return whether `extracted_of` may have written this line."""
    return line in _ROLES or _OURS.match(line) is not None


def references_of(segment: Segment) -> tuple[str, ...]:
    """Return the `#:` references: the article's file name and line, as far as they are known."""
    place = segment.at
    if place.path is None:
        return ()
    return (place.path.name if place.line is None else f"{place.path.name}:{place.line}",)


def _described(placeholder: Placeholder) -> str:
    mark = f"<{placeholder.number}>" if placeholder.paired else f"<{placeholder.number}/>"
    return " ".join(f"{mark} {_name(placeholder)}".split())


def _name(placeholder: Placeholder) -> str:  # noqa: PLR0911  one for each kind of markup
    match placeholder.inline:
        case Strong():
            return "bold"
        case Emphasis():
            return "emphasis"
        case CodeSpan():
            return "code"
        case Link(href=href):
            return f"link {href}"
        case Picture(path=path):
            return f"image {path}"
        case FootnoteReference(label=label):
            return f"footnote {label}"
        case LineBreak():
            return "line break"
        case Text(text=text):
            return f"literal {text}"
        case Pending():
            return "pending"
        case _ as never:
            assert_never(never)

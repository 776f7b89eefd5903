"""Article → the canonical text of its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.article.markdown.write_blocks import write_blocks, write_footnote
from govpub.article.times import write_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.model.article import Article

__all__ = ["serialize_article"]

# YAML 1.2, 7.3.3: what a plain scalar may not begin with or hold.
_UNSAFE = re.compile(
    r"""[-?:,\[\]{}#&*!|>'"%@`]|.*(?::(?:\s|\Z)|\s\#)|.*[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"""
)
# What other readers of YAML 1.1 would take for a number, a date, a truth value or nothing; `=` and `<<` mean more.
_TYPED = re.compile(r"[-+.]?[0-9].*|y|n|yes|no|true|false|on|off|null|~|=|<<|[-+]?\.(?:inf|nan)", re.IGNORECASE)
_ESCAPED = re.compile(r"[\\\"]|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def serialize_article(article: Article) -> str:
    """Return the article in canonical form: reading it gives the same article, positions aside.

    The result of writing what was read from it is the same text again.
    """
    lines = ["---", *_front_matter(article), "---", "", *write_blocks(article.wording.blocks)]
    for note in article.wording.footnotes:
        lines += ["", *write_footnote(note)]
    return "\n".join(lines) + "\n"


def _front_matter(article: Article) -> Iterator[str]:
    wording = article.wording
    yield f"id: {_scalar(article.id)}"
    yield f"lang: {wording.locale.tag}"
    yield f"title: {_scalar(wording.title)}"
    yield from _optional("subtitle", wording.subtitle)
    yield from _optional("summary", wording.summary)
    yield f"published: {write_time(article.published)}"
    if article.updated is not None:
        yield f"updated: {write_time(article.updated)}"
    yield from _optional("source", wording.source)
    yield from _optional("author", wording.author)
    yield from _optional("column", wording.column)
    if wording.keywords:
        yield "keywords:"
        yield from (f"  - {_scalar(keyword)}" for keyword in wording.keywords)
    yield from _optional("release-number", article.release_number)
    yield from _optional("dateline", wording.dateline)
    if article.embargo is not None:
        yield f"embargo: {write_time(article.embargo)}"
    yield from _optional("contact", wording.contact)
    if wording.notes:
        yield "notes:"
        yield from (f"  - {_scalar(note)}" for note in wording.notes)
    if wording.image is not None:
        yield "image:"
        yield f"  path: {_scalar(wording.image.path)}"
        yield f"  alt: {_scalar(wording.image.alt)}"
        yield from (f"  {line}" for line in _optional("caption", wording.image.caption))
    yield from _document(article)
    yield from _optional("layout", article.layout or "")
    yield from _optional("preset", article.preset or "")
    if article.segmentation != "sentence":
        yield f"segmentation: {article.segmentation}"


def _document(article: Article) -> Iterator[str]:
    facts, words = article.document, article.wording.document
    if facts is None or words is None:
        return
    yield "document:"
    yield from _inside(_optional("number", str(facts.number or "")))
    yield from _inside(_optional("addressee", words.addressee))
    yield from _inside(_listed("issuers", words.issuers))
    yield f"  signed: {facts.signed.isoformat()}"
    if not facts.sealed:
        yield "  seal: no"
    yield from _inside(_listed("attachments", words.attachments))
    yield from _inside(_optional("copies-to", words.copies_to))
    yield from _inside(_optional("printed-by", words.printed_by))
    if facts.printed is not None:
        yield f"  printed: {facts.printed.isoformat()}"


def _inside(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _listed(key: str, texts: tuple[str, ...]) -> Iterator[str]:
    if texts:
        yield f"{key}:"
        yield from (f"  - {_scalar(text)}" for text in texts)


def _optional(key: str, value: str) -> Iterator[str]:
    if value:
        yield f"{key}: {_scalar(value)}"


def _scalar(text: str) -> str:
    """Return a text as a plain scalar where every reader takes it for that text, else in quotation marks."""
    if not _UNSAFE.match(text) and not _TYPED.fullmatch(text):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return "\\" + character if character in '\\"' else f"\\u{ord(character):04x}"

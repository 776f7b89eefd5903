"""Release → plain data for the Typst template: what is text stays text, so nothing in an article can be code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from govpub.model.block import CodeBlock, Figure, Heading, List, Paragraph, Quote, Rule, Table
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
from govpub.render.furniture import embargo_line, fill, release_number_line, updated_line
from govpub.render.headings import are_numbered
from govpub.render.links import is_link_target
from govpub.render.pdf.official import official_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.block import Block
    from govpub.model.inline import Inline
    from govpub.model.release import Release, Rendition

__all__ = ["Data", "document_data"]

Data: TypeAlias = dict[str, Any]


def document_data(release: Release, files: Mapping[str, str]) -> Data:
    """Return what the template sets; `files` gives the file of each image by its path in the article."""
    return {
        "title": release.primary.wording.title,
        "layout": release.layout if len(release.renditions) > 1 else "sequential",
        "draft": release.draft,
        "numbered": are_numbered(release),
        "sheets": list(release.document.sheets) if release.document is not None else [],
        "sealed": release.document is not None and release.document.sealed,
        "date": [release.updated.year, release.updated.month, release.updated.day],
        "languages": [_language(release, rendition, files) for rendition in release.renditions],
    }


def _language(release: Release, rendition: Rendition, files: Mapping[str, str]) -> Data:
    wording, phrases = rendition.wording, rendition.phrases
    _ = phrases.gettext
    language, _dash, region = rendition.locale.tag.partition("-")
    notices = [_("DRAFT – NOT FOR PUBLICATION")] if release.draft else []
    if release.embargo is not None:
        notices.append(embargo_line(release.embargo, phrases))
    origin = (
        updated_line(release.updated, phrases),
        fill(_("Source: {source}"), source=wording.source) if wording.source else "",
        fill(_("Author: {author}"), author=wording.author) if wording.author else "",
    )
    return {
        "lang": language,
        "region": region.lower() or None,
        "name": rendition.locale.endonym,
        "east_asian": rendition.locale.east_asian,
        "site": rendition.site.name,
        "number": release_number_line(release.release_number, phrases),
        "notices": notices,
        "title": wording.title,
        "subtitle": wording.subtitle,
        "origin": [line for line in origin if line],
        "summary": wording.summary,
        "image": _block(wording.image, files) if wording.image is not None else None,
        "blocks": _numbered([_block(block, files) for block in wording.blocks], release),
        "notes": {note.label: [_block(block, files) for block in note.blocks] for note in wording.footnotes},
        "contact": fill(_("Contact: {contact}"), contact=wording.contact) if wording.contact else "",
        "imprint": list(_imprint(rendition)),
        "document": official_words(release.document, rendition) if release.document is not None else None,
    }


def _numbered(blocks: list[Data], release: Release) -> list[Data]:
    """Give each heading its places in the order of headings: [2, 1] is the first below the second.

    They begin anew in each attachment. Typst's own counter would count the headings of both languages.
    """
    sheets = release.document.sheets if release.document is not None else ()
    counts: list[int] = []
    for place, block in enumerate(blocks):
        if place in sheets:
            counts = []
        elif block["kind"] == "heading":
            depth = block["level"] - 1
            counts = [*counts[:depth], *[0] * (depth - len(counts))]
            counts[-1] += 1
            block["places"] = counts.copy()
    return blocks


def _imprint(rendition: Rendition) -> list[str]:
    site, _ = rendition.site, rendition.phrases.gettext
    lines = (
        fill(_("Hosted by: {host}"), host=site.host) if site.host else "",
        fill(_("Website Operation and Maintenance: {operator}"), operator=site.operator) if site.operator else "",
        fill(_("Website Identification Code: {code}"), code=site.identification_code)
        if site.identification_code
        else "",
        site.icp,
        site.security_record,
    )
    return [line for line in lines if line]


def _block(block: Block, files: Mapping[str, str]) -> Data:  # noqa: PLR0911  one a kind
    match block:
        case Heading(level=level, content=content):
            return {"kind": "heading", "level": level, "content": _inlines(content, files)}
        case Paragraph(content=content):
            return {"kind": "paragraph", "content": _inlines(content, files)}
        case List(items=items, ordered=ordered, start=start, tight=tight):
            inner = [[_block(each, files) for each in item.blocks] for item in items]
            return {"kind": "list", "ordered": ordered, "start": start, "tight": tight, "items": inner}
        case Quote(blocks=blocks):
            return {"kind": "quote", "blocks": [_block(each, files) for each in blocks]}
        case Table(header=header, rows=rows, alignments=alignments):
            return {
                "kind": "table",
                "alignments": [alignment or "left" for alignment in alignments],
                "header": [_inlines(cell.content, files) for cell in header],
                "rows": [[_inlines(cell.content, files) for cell in row] for row in rows],
            }
        case Figure(path=path, alt=alt, caption=caption):
            return {"kind": "figure", "file": files.get(path), "alt": alt, "caption": caption}
        case CodeBlock(text=text):
            return {"kind": "code", "text": text}
        case Rule():
            return {"kind": "rule"}
        case _:
            assert_never(block)


def _inlines(content: tuple[Inline, ...], files: Mapping[str, str]) -> list[Data]:
    return [_inline(node, files) for node in content]


def _inline(node: Inline, files: Mapping[str, str]) -> Data:  # noqa: PLR0911  one a kind
    match node:
        case Text(text=text):
            return {"kind": "text", "text": text}
        case Strong(content=content):
            return {"kind": "strong", "content": _inlines(content, files)}
        case Emphasis(content=content):
            return {"kind": "emphasis", "content": _inlines(content, files)}
        case CodeSpan(content=content):
            return {"kind": "code", "content": _inlines(content, files)}
        case Link(content=content, href=href):
            target = href if is_link_target(href) and ":" in href else None
            return {"kind": "link", "href": target, "content": _inlines(content, files)}
        case Picture(path=path, alt=alt):
            return {"kind": "picture", "file": files.get(path), "alt": alt}
        case FootnoteReference(label=label):
            return {"kind": "note", "label": label}
        case LineBreak():
            return {"kind": "break"}
        case Pending(content=content, fuzzy=fuzzy):
            return {"kind": "pending", "fuzzy": fuzzy, "content": _inlines(content, files)}
        case _:
            assert_never(node)

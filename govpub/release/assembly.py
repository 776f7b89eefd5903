"""The two renditions of an article → one Release an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from govpub.errors import RefusedError
from govpub.messages import _
from govpub.model.block import CodeBlock, Figure, Heading, List, Paragraph, Quote, Rule, Table
from govpub.model.portal import Theme
from govpub.model.release import Release

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from datetime import datetime
    from pathlib import Path

    from govpub.model.article import Article, Layout, Wording
    from govpub.model.block import Block
    from govpub.model.document import DocumentWording, PresetName
    from govpub.model.release import Asset, Edition, Rendition, TextEncoding

__all__ = ["assemble"]


def assemble(  # noqa: PLR0913  all that a release is made of
    *,
    article: Article,
    source: Rendition,
    target: Rendition | None,
    edition: Edition,
    layout: Layout,
    siblings: tuple[Edition, ...] = (),
    assets: Mapping[str, Asset] | None = None,
    embargo: datetime | None = None,
    draft: bool = False,
    text_encoding: TextEncoding = "utf-8",
    fonts: Path | None = None,
    addresses: Mapping[Edition, str] | None = None,
    theme: Theme | None = None,
    preset: PresetName = "news",
) -> Release:
    """Return one edition of `article`.

    `target` may be None where the edition is in the source language alone. `siblings` are the editions of the run;
    the edition itself is left out of them. `embargo` is what `clear_to_publish` returned; `addresses` are those of all
    editions of the run.

    Raises:
        RefusedError: the edition needs a translation and there is none.
        AssertionError: the two renditions do not correspond block by block: a fault in govpub.
    """
    if target is not None:
        _must_correspond(source.wording, target.wording)
    return Release(
        id=article.id,
        edition=edition,
        layout=layout,
        renditions=_renditions(source, target, edition),
        siblings=tuple(sibling for sibling in siblings if sibling != edition),
        published=article.published,
        updated=article.updated or article.published,
        embargo=embargo,
        release_number=article.release_number,
        draft=draft,
        text_encoding=text_encoding,
        fonts=fonts,
        assets=assets or {},
        addresses=addresses or {},
        written_in=source.locale,
        theme=theme or Theme(),
        preset=preset,
        document=article.document,
    )


def _renditions(source: Rendition, target: Rendition | None, edition: Edition) -> tuple[Rendition, ...]:
    if edition == source.locale.tag:
        return (source,)
    if target is None:
        raise RefusedError(
            _("the edition {edition} needs a translation of the article, and there is none").format(edition=edition),
            hint=_("run `govpub translate` on it"),
        )
    return (source, target) if edition == "bilingual" else (target,)


def _must_correspond(source: Wording, target: Wording) -> None:
    """Raise AssertionError where a renderer that sets both side by side would lose its place."""
    for ours, theirs in zip(_shape(source), _shape(target), strict=True):
        if ours != theirs:
            message = f"the wordings in {source.locale} and {target.locale} differ in shape: {ours} and {theirs}"
            raise AssertionError(message)


def _shape(wording: Wording) -> tuple[Hashable, ...]:
    return (
        len(wording.keywords),
        len(wording.notes),
        wording.image.path if wording.image else None,
        *(bool(text) for text in (wording.title, wording.subtitle, wording.summary, wording.dateline, wording.contact)),
        _document_shape(wording.document),
        tuple(_block_shape(block) for block in wording.blocks),
        tuple((note.label, tuple(_block_shape(block) for block in note.blocks)) for note in wording.footnotes),
    )


def _document_shape(words: DocumentWording | None) -> Hashable:
    if words is None:
        return None
    texts = (words.addressee, words.copies_to, words.printed_by)
    return (len(words.issuers), len(words.attachments), *(bool(text) for text in texts))


def _block_shape(block: Block) -> Hashable:
    shape: tuple[Hashable, ...]
    match block:
        case Heading():
            shape = (block.level,)
        case Paragraph() | Rule():
            shape = ()
        case List():
            shape = (block.ordered, block.start, *(tuple(map(_block_shape, item.blocks)) for item in block.items))
        case Quote():
            shape = tuple(map(_block_shape, block.blocks))
        case Table():
            shape = (block.alignments, len(block.header), *map(len, block.rows))
        case Figure():
            shape = (block.path,)
        case CodeBlock():
            shape = (block.text,)
        case _:
            assert_never(block)
    return (type(block).__name__, *shape)

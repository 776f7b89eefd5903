"""The text of an article's file → Article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.article.document import place_sheets
from govpub.article.fields import read_fields
from govpub.article.front_matter import compose_front_matter, split_front_matter
from govpub.article.markdown.blocks import read_body
from govpub.article.source import Source
from govpub.messages import _
from govpub.model.article import Article, Wording

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["parse_article"]


def parse_article(text: str, path: Path | None = None) -> Article:
    """Read a canonical article: YAML front matter, then CommonMark with tables and footnotes.

    `path` is only named in positions; nothing is opened.

    Raises:
        ArticleError: the first mistake in the file, with its line and column and the way out.
    """
    source, front = split_front_matter(Source.of(text, path))
    fields = read_fields(source, compose_front_matter(source, front))
    blocks, footnotes = read_body(source, fields.locale)
    if not blocks:
        raise source.error(
            _("the article has no text"), source.offset, hint=_("write the text below the closing `---` line")
        )
    document, words = fields.document or (None, None)
    if document is not None and words is not None:
        document, at, title = place_sheets(document, words, blocks, fields.positions)
        if at is not None:
            raise source.error(
                _("the text has no heading for the attachment “{title}”").format(title=title),
                at.line,
                at.column,
                hint=_("begin each attachment with its title, `## {title}`, below the text, in the same order").format(
                    title=title
                ),
            )
    wording = Wording(
        locale=fields.locale,
        title=fields.texts["title"],
        subtitle=fields.texts.get("subtitle", ""),
        summary=fields.texts.get("summary", ""),
        keywords=fields.keywords,
        source=fields.texts.get("source", ""),
        author=fields.texts.get("author", ""),
        column=fields.texts.get("column", ""),
        dateline=fields.texts.get("dateline", ""),
        contact=fields.texts.get("contact", ""),
        notes=fields.notes,
        image=fields.image,
        blocks=blocks,
        footnotes=footnotes,
        document=words,
    )
    return Article(
        path=path,
        id=fields.id,
        wording=wording,
        published=fields.published,
        updated=fields.updated,
        embargo=fields.embargo,
        release_number=fields.release_number,
        layout=fields.layout,
        preset=fields.preset,
        document=document,
        segmentation=fields.segmentation,
        positions=fields.positions,
    )

"""Release → the portal's page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from markupsafe import Markup

from govpub.errors import ArticleError
from govpub.locales import LOCALES
from govpub.messages import _ as say
from govpub.model.block import Figure
from govpub.render.characters import without_controls
from govpub.render.furniture import release_number_line
from govpub.render.html.blocks import block, notes, shared_figure
from govpub.render.html.headlines import broken_by_sense, with_compounds_whole
from govpub.render.html.inlines import escaped, linked, plain, site_image
from govpub.render.html.metadata import alternates, file_name, open_graph, structured_data
from govpub.render.html.official import document_number, document_parts
from govpub.render.html.setting import Setting
from govpub.render.html.tags import address, page_tags
from govpub.render.html.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.locales import Locale
    from govpub.model.block import Block
    from govpub.model.portal import FooterItem
    from govpub.model.release import Edition, Release, Rendition

__all__ = ["render_html"]


def render_html(release: Release) -> bytes:
    """Return the page of an edition: one UTF-8 file that needs nothing but the release's images beside it.

    Raises:
        ArticleError: blocks stand inside each other deeper than can be set.
        ProjectError: a template or the style of the release's theme is wrong.
    """
    try:
        page = render(release.theme, _context(release))
    except RecursionError as error:
        raise ArticleError(say("lists or quotations stand inside each other too deeply to be set")) from error
    return page.encode("utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """One language of the page, as the templates see it."""

    rendition: Rendition
    first: bool
    """Whether it is the page's first language."""
    release_number: str
    title: Markup
    subtitle: Markup
    summary: Markup
    contact: Markup
    image: Markup
    document_number: str
    blocks: tuple[Markup, ...]
    nodes: tuple[Block | None, ...]
    """The block that each of `blocks` was made of; None for what an official document has around its text."""
    notes: Markup
    footer: tuple[Markup, ...]
    """The links at the foot of the page."""

    @property
    def lang(self) -> str:
        return self.rendition.locale.tag


@dataclass(frozen=True, slots=True)
class _Sibling:
    """A link to another edition."""

    href: str
    locales: tuple[Locale, ...]
    """Its languages; each is named in itself."""


def _context(release: Release) -> dict[str, object]:
    settings = [Setting.of(release, rendition) for rendition in release.renditions]
    paired = len(settings) > 1 and release.layout != "sequential"
    views = [_view(release, setting) for setting in settings]
    return {
        "_": release.primary.phrases.gettext,
        "release": release,
        "lang": release.primary.locale.tag,
        "views": views,
        "paired": paired,
        "rows": list(_rows(release, views)) if paired else [],
        "lead": _lead(release) if paired else None,
        "layout": release.layout if len(settings) > 1 else "single",
        "tags": list(page_tags(release)),
        "title": without_controls(" | ".join(rendition.wording.title for rendition in release.renditions)),
        "open_graph": list(open_graph(release)),
        "canonical": address(release),
        "alternates": list(alternates(release)),
        "structured_data": structured_data(release),
        "siblings": [_sibling(release.id, edition) for edition in release.siblings],
    }


def _view(release: Release, setting: Setting) -> _View:
    rendition = setting.rendition
    wording = rendition.wording
    nodes, blocks = _set(release, setting)
    return _View(
        rendition=rendition,
        first=rendition is release.primary,
        release_number=release_number_line(release.release_number, rendition.phrases),
        title=_headline(wording.title, setting),
        subtitle=_headline(wording.subtitle, setting),
        summary=plain(wording.summary, setting),
        contact=plain(wording.contact, setting),
        image=block(wording.image, setting) if wording.image is not None else Markup(),
        document_number=document_number(release, rendition),
        blocks=blocks,
        nodes=nodes,
        notes=notes(wording.footnotes, setting),
        footer=tuple(_footer_item(item, setting) for item in rendition.site.footer),
    )


def _set(release: Release, setting: Setting) -> tuple[tuple[Block | None, ...], tuple[Markup, ...]]:
    """Return the text in order, each piece with the block it was made of."""
    parts = document_parts(release, setting)
    nodes: list[Block | None] = []
    made: list[Markup] = []
    for place, node in enumerate((*setting.rendition.wording.blocks, None)):
        for part in parts.get(place, ()):
            nodes.append(None)
            made.append(part)
        if node is not None:
            nodes.append(node)
            made.append(block(node, setting))
    return tuple(nodes), tuple(made)


def _headline(text: str, setting: Setting) -> Markup:
    if setting.draft and "〖" in text:
        return plain(text, setting)
    return (
        with_compounds_whole(text)
        if setting.rendition.locale.spaces_words
        else broken_by_sense(text, setting.rendition)
    )


def _footer_item(item: FooterItem, setting: Setting) -> Markup:
    return linked(site_image(item, setting) or escaped(item.label), item.href)


def _rows(release: Release, views: list[_View]) -> Iterator[Markup | list[tuple[str, Markup]]]:
    """Yield the rows of a page in two languages: what both share, or a pair of language and block."""
    settings = [Setting.of(release, rendition) for rendition in release.renditions]
    both = zip_longest(*(view.nodes for view in views))
    for number, nodes in enumerate(both):
        figures = [node for node in nodes if isinstance(node, Figure)]
        if len(figures) == len(settings) and len({figure.path for figure in figures}) == 1:
            yield shared_figure(list(zip(figures, settings, strict=True)))
        else:
            yield [(view.lang, view.blocks[number]) for view in views if number < len(view.blocks)]


def _lead(release: Release) -> Markup | None:
    pairs = [
        (rendition.wording.image, Setting.of(release, rendition))
        for rendition in release.renditions
        if rendition.wording.image is not None
    ]
    return shared_figure(pairs) if pairs else None


def _sibling(name: str, edition: Edition) -> _Sibling:
    locales = tuple(locale for locale in LOCALES if edition in ("bilingual", locale.tag))
    return _Sibling(href=file_name(name, edition), locales=locales)

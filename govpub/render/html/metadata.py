"""What search engines and other sites read of a page: canonical and alternate addresses, Open Graph, JSON-LD.

Nothing here is run: a block of type `application/ld+json` is data (HTML, 4.12.1), and the page's policy forbids all
scripts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup

from govpub.locales import LOCALES
from govpub.render.characters import without_controls
from govpub.render.html.tags import address, image_address, leading_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.locales import Locale
    from govpub.model.release import Edition, Release, Rendition

__all__ = ["alternates", "file_name", "open_graph", "structured_data"]


def alternates(release: Release) -> Iterator[tuple[str, str]]:
    """Yield language and address of every edition, this one among them, then the fallback (`x-default`).

    Nothing where this page has no address, or no sibling has one: search engines heed only links that go both ways.
    The fallback is the bilingual edition, or else the one in the language the article was written in.
    """
    known: dict[str, str] = {
        edition: release.addresses[edition] for edition in _editions(release) if edition in release.addresses
    }
    if release.edition not in known or len(known) == 1:
        return
    for locale in LOCALES:
        if locale.tag in known:
            yield locale.tag, known[locale.tag]
    # Of two editions without the bilingual one, one is in the source language.
    yield "x-default", known["bilingual" if "bilingual" in known else _written_in(release).tag]


def open_graph(release: Release) -> Iterator[tuple[str, str]]:
    """Yield property and content of the Open Graph protocol (ogp.me: article)."""
    rendition = release.primary
    wording = rendition.wording
    others = [other for other in LOCALES if other is not rendition.locale and _editions_with(release, other)]
    properties = [
        ("og:type", "article"),
        ("og:title", wording.title),
        ("og:description", wording.summary),
        ("og:url", address(release)),
        ("og:site_name", rendition.site.name),
        ("og:locale", rendition.locale.open_graph),
        *(("og:locale:alternate", other.open_graph) for other in others),
        *_open_graph_image(release),
        ("article:published_time", release.published.isoformat()),
        ("article:modified_time", release.updated.isoformat()),
        ("article:section", wording.column),
        *(("article:tag", keyword) for keyword in wording.keywords),
    ]
    return ((name, content) for name, content in properties if content)


def _open_graph_image(release: Release) -> Iterator[tuple[str, str]]:
    found = leading_image(release)
    if found and address(release):
        figure, image = found
        yield "og:image", image_address(release, image)
        yield "og:image:type", image.media_type
        yield "og:image:width", str(image.width)
        yield "og:image:height", str(image.height)
        yield "og:image:alt", figure.alt


def structured_data(release: Release) -> Markup:
    """Return the JSON-LD of the page: a NewsArticle for each of its languages, tied to its translation.

    Every `<`, `>` and `&` is written as an escape of JSON, so that no text can end the block it stands in.
    """
    articles = [_news_article(release, rendition) for rendition in release.renditions]
    graph = {"@context": "https://schema.org", **(articles[0] if len(articles) == 1 else {"@graph": articles})}
    text = json.dumps(_clean(graph), ensure_ascii=False, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  nothing in it is markup any more


def _clean(value: Any) -> Any:  # noqa: ANN401  a text, or texts in lists and objects
    match value:
        case str():
            return without_controls(value)
        case dict():
            return {key: _clean(one) for key, one in value.items()}
        case _:
            return [_clean(one) for one in value]


def _news_article(release: Release, rendition: Rendition) -> dict[str, Any]:
    wording, site = rendition.wording, rendition.site
    image = leading_image(release)
    publisher = {"@type": "GovernmentOrganization", "name": site.host or site.name, "url": site.url}
    article = {
        "@type": "NewsArticle",
        "@id": _work(release, rendition.locale),
        "mainEntityOfPage": address(release),
        "headline": wording.title,
        "alternativeHeadline": wording.subtitle,
        "description": wording.summary,
        "inLanguage": rendition.locale.tag,
        "datePublished": release.published.isoformat(),
        "dateModified": release.updated.isoformat(),
        "identifier": release.release_number or _document_number(release),
        "articleSection": wording.column,
        "keywords": list(wording.keywords),
        "image": image_address(release, image[1]) if image else "",
        "sourceOrganization": {"@type": "Organization", "name": wording.source} if wording.source else None,
        "publisher": _filled(publisher) if publisher["name"] else None,
        **_translation(release, rendition.locale),
    }
    return _filled(article)


def _document_number(release: Release) -> str:
    return str(release.document.number) if release.document and release.document.number else ""


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _translation(release: Release, locale: Locale) -> dict[str, Any]:
    """Return the tie to the same article in the other language; `workTranslation` and its inverse (schema.org)."""
    relation = "workTranslation" if locale is _written_in(release) else "translationOfWork"
    works = [
        {"@type": "NewsArticle", "@id": work, "inLanguage": other.tag}
        for other in LOCALES
        if other is not locale and (work := _work(release, other))
    ]
    return {relation: works[0]} if works else {}


def _work(release: Release, locale: Locale) -> str:
    """Return the identifier of the article in this language: its own page, or its part of the bilingual one."""
    editions = _editions_with(release, locale)
    if not editions:
        return ""
    edition = editions[-1]
    page = release.addresses.get(edition) or file_name(release.id, edition)
    return page if edition == locale.tag else f"{page}#{locale.tag}"


def file_name(name: str, edition: Edition) -> str:
    """Return the relative address of an edition's page: its file in the release's folder."""
    return f"{quote(without_controls(name), safe='')}.{edition}.html"


def _editions(release: Release) -> tuple[Edition, ...]:
    return (release.edition, *release.siblings)


def _editions_with(release: Release, locale: Locale) -> list[Edition]:
    """Return the editions that have this language, that of this language alone last."""
    return sorted(
        (edition for edition in _editions(release) if edition in ("bilingual", locale.tag)),
        key=lambda edition: edition == locale.tag,
    )


def _written_in(release: Release) -> Locale:
    return release.written_in or release.primary.locale

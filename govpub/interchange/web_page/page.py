"""A page of a portal → a canonical article."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.errors import ImportedPageError, Position
from govpub.interchange.web_page.composition import Composition, compose
from govpub.interchange.web_page.dates import find_date
from govpub.interchange.web_page.headings import headed
from govpub.interchange.web_page.html_rows import read_html
from govpub.interchange.web_page.page_tags import PageTags
from govpub.interchange.web_page.row import clean
from govpub.interchange.web_page.text_rows import read_text
from govpub.locales import EN, ZH_CN, Locale
from govpub.messages import _
from govpub.model.article import Article, Wording

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from pathlib import Path

__all__ = ["ImportedPage", "article_id", "parse_page"]

_ID_LENGTH = 80
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPage:
    """An article found on a page, and what of the page is not in it."""

    article: Article
    left_out: tuple[str, ...]
    """Lines of navigation, records and controls as the page has them, and a note for each image."""


def parse_page(content: str, *, html: bool, zone: tzinfo, path: Path | None = None) -> ImportedPage:
    """Read an existing page of a portal, text or HTML, as a canonical article in the language that it is written in.

    The headline, the date (00:00, or its time of day, in `zone`), the source and the blocks of the text are kept;
    navigation, trails, controls and footers are left out.

    Raises:
        ImportedPageError: the page has no headline with a text under it, or no date.
    """
    at = Position(path)
    if html:
        page = read_html(content)
        rows, tags, notes = page.rows, page.tags, (*page.dropped, *page.notes)
    else:
        rows, tags, notes = read_text(content), PageTags(), ()
    found = compose(rows, tags.titles, tags.shown, zone)
    if found is None:
        raise ImportedPageError(
            _("no article on this page: no headline with a text under it"),
            at=at,
            hint=_("save the article's own page, as text or HTML, and not a list or a front page"),
        )
    published, updated = _dates(found, tags, zone)
    if published is None:
        raise ImportedPageError(
            _("no date on this page"),
            at=at,
            hint=_("put a line such as “Updated: 2024.12.25” or “发布时间：2024-12-25” under the headline"),
        )
    wording = _wording(found, tags, markup=html)
    article = Article(
        id=article_id(wording.title, wording.locale, published), wording=wording, published=published, updated=updated
    )
    return ImportedPage(article=article, left_out=(*found.left_out, *notes))


def article_id(title: str, locale: Locale, published: datetime) -> str:
    """Return the id of an imported article: the same page always gets the same one.

    A title in Latin letters gives its words in lower case with hyphens between them, as many as fit into 80 characters.
    A title in Chinese gives the date and the first eight hexadecimal digits of the SHA-256 of its UTF-8 bytes.
    """
    if not locale.east_asian:
        plain = unicodedata.normalize("NFKD", re.sub("['’]", "", title)).encode("ascii", "ignore").decode("ascii")
        words = "-".join(re.findall("[a-z0-9]+", plain.lower()))
        if len(words) > _ID_LENGTH:
            words = words[: _ID_LENGTH + 1].rpartition("-")[0] or words[:_ID_LENGTH]
        if words:
            return words
    digest = hashlib.sha256(title.encode("utf-8")).hexdigest()
    return f"{published:%Y-%m-%d}-{digest[:8]}"


def _wording(found: Composition, tags: PageTags, *, markup: bool) -> Wording:
    texts = [found.title, *(row.text for row in found.body)]
    said = found.details
    return Wording(
        locale=_language(texts),
        title=found.title,
        subtitle=found.subtitle,
        source=tags.source or next((detail.source for detail in said if detail.source), ""),
        author=tags.author or next((detail.author for detail in said if detail.author), ""),
        blocks=headed(found.body, markup=markup),
    )


def _language(texts: list[str]) -> Locale:
    """Return the language of which there are more words, a Chinese character counting as one."""
    han = sum(len(_HAN.findall(text)) for text in texts)
    words = sum(len(_WORD.findall(text)) for text in texts)
    return ZH_CN if han > words else EN


def _dates(found: Composition, tags: PageTags, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
    """Return when the page was published, and when it was updated since."""
    tagged = [match.when for match in (find_date(clean(value), zone) for value in tags.dates) if match]
    changed = [match.when for match in (find_date(clean(value), zone) for value in tags.updates) if match]
    published = [said.published.when for said in found.details if said.published]
    updated = [said.updated.when for said in found.details if said.updated]
    loose = [said.loose.when for said in (*found.details, *found.signed) if said.loose]
    first = next(iter([*tagged, *published]), None)
    later = next(iter([*updated, *changed]), None)
    if first is None:
        # A page that only says when it was updated was published then, as far as anyone can know.
        return next(iter([*updated, *loose, *changed]), None), None
    return first, later if later is not None and later > first else None

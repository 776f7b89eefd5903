"""The page tags that the Guide to the Development of Government Websites demands (网页设计规范).

Their names are the same on every page; their values are in the page's language, on a bilingual one in the language of
its headline that comes first: who harvests the tags expects each of them once.
"""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from govpub.model.block import Figure
from govpub.render.characters import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from govpub.model.release import Asset, Release

__all__ = ["address", "image_address", "leading_image", "page_tags"]

_BEIJING = timezone(timedelta(hours=8))


def page_tags(release: Release) -> Iterator[tuple[str, str]]:
    """Yield name and content of each page tag that has a content, in the guide's order."""
    rendition = release.primary
    wording, site = rendition.wording, rendition.site
    column = site.column(wording.column)
    image = leading_image(release)
    comma = rendition.phrases.gettext(", ")
    tags = (
        ("SiteName", site.name),
        ("SiteDomain", site.domain),
        ("SiteIDCode", site.identification_code),
        ("ColumnName", wording.column),
        ("ColumnDescription", column.description if column else ""),
        ("ColumnKeywords", column.keywords if column else ""),
        ("ColumnType", column.type if column else ""),
        ("ArticleTitle", wording.title),
        ("PubDate", _publication_date(release.published)),
        ("ContentSource", wording.source),
        ("Keywords", comma.join(wording.keywords)),
        ("Author", wording.author),
        ("Description", wording.summary),
        ("Image", image_address(release, image[1]) if image else ""),
        ("Url", address(release)),
    )
    return ((name, content) for name, content in tags if content)


def address(release: Release) -> str:
    """Return where this page will stand; empty where the office has not said so."""
    return release.addresses.get(release.edition, "")


def leading_image(release: Release) -> tuple[Figure, Asset] | None:
    """Return the picture that stands for the article: that of its front matter, else the first of its body."""
    wording = release.primary.wording
    figures = (wording.image, *(block for block in wording.blocks if isinstance(block, Figure)))
    return next(
        ((figure, release.assets[figure.path]) for figure in figures if figure and figure.path in release.assets), None
    )


def image_address(release: Release, image: Asset) -> str:
    """Return where an image of this page will stand: beside it; empty where that is not known."""
    page = address(release)
    return urljoin(page, quote(without_controls(image.name), safe="")) if page else ""


def _publication_date(published: datetime) -> str:
    """Return `YYYY-MM-DD HH:MM` in Beijing time: whoever harvests the tag takes it for that."""
    try:
        local = published.astimezone(_BEIJING)
    except OverflowError:  # the first and last hours that a datetime can hold
        local = published
    return local.isoformat(" ", "minutes")[:16]

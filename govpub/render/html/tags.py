"""The page tags that the Guide to the Development of Government Websites demands (网页设计规范).

Their names are the same on every page; their values are in the page's language.
"""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from govpub.model.release import Release

__all__ = ["page_tags"]

_BEIJING = timezone(timedelta(hours=8))


def page_tags(release: Release) -> Iterator[tuple[str, str]]:
    """Yield name and content of each page tag that has a content, in the guide's order."""
    rendition = release.primary
    wording, site = rendition.wording, rendition.site
    comma = rendition.phrases.gettext(", ")
    tags = (
        ("SiteName", site.name),
        ("SiteDomain", site.domain),
        ("SiteIDCode", site.identification_code),
        ("ColumnName", wording.column),
        ("ArticleTitle", wording.title),
        ("PubDate", _publication_date(release.published)),
        ("ContentSource", wording.source),
        ("Keywords", comma.join(wording.keywords)),
        ("Author", wording.author),
        ("Description", wording.summary),
    )
    return ((name, content) for name, content in tags if content)


def _publication_date(published: datetime) -> str:
    """Return `YYYY-MM-DD HH:MM` in Beijing time: whoever harvests the tag takes it for that."""
    try:
        local = published.astimezone(_BEIJING)
    except OverflowError:  # the first and last hours that a datetime can hold
        local = published
    return local.isoformat(" ", "minutes")[:16]

"""What the head of an HTML page says about its article.

Page tags are those of 政府网站发展指引 (2017), 网页设计规范: ArticleTitle, PubDate, ContentSource, Author; beside them
Open Graph, `<title>`, `<h1>` and `<time>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["PageTags", "read_tags"]

_TITLES = ("articletitle", "og:title", "dc.title", "twitter:title")
_DATES = ("pubdate", "article:published_time", "publishdate", "publish-date", "date", "dc.date", "dcterms.issued")
_UPDATES = ("article:modified_time", "dcterms.modified", "last-modified")
_SOURCES = ("contentsource",)
_AUTHORS = ("author", "article:author")
_SHOWN = 3
_SITES = ("sitename", "og:site_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTags:
    """Evidence outside the text of a page; empty where the page gives none."""

    titles: tuple[str, ...] = ()
    """What page tags call it, strongest first; each may have the site's name after it."""
    shown: tuple[str, ...] = ()
    """What the first `<h1>` and `<title>` say: the headline, or only the site's name."""
    dates: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    source: str = ""
    author: str = ""
    site: str = ""
    base: str = ""
    """The page's own address, against which its links are read."""


def read_tags(root: HtmlElement) -> PageTags:
    """Collect the evidence of a page's head, headings and time elements."""
    tags: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        value = _line(meta.get("content") or "")
        if name and value:
            tags.setdefault(name, value)
    times = [(time.get("itemprop") or "", _line(time.get("datetime") or "")) for time in root.iter("time")]
    published = [when for kind, when in times if kind != "dateModified"]
    modified = [when for kind, when in times if kind == "dateModified"]
    titles = [tags.get(name, "") for name in _TITLES]
    shown = [
        _line("".join(element.itertext())) for name in ("h1", "title") for element in islice(root.iter(name), _SHOWN)
    ]
    site = _first(tags, _SITES)
    return PageTags(
        titles=tuple(dict.fromkeys(title for title in titles if title and title != site)),
        shown=tuple(dict.fromkeys(title for title in shown if title and title != site)),
        dates=tuple(when for when in (*(tags.get(name, "") for name in _DATES), *published) if when),
        updates=tuple(when for when in (*(tags.get(name, "") for name in _UPDATES), *modified) if when),
        source=_first(tags, _SOURCES),
        author=_first(tags, _AUTHORS),
        site=site,
        base=_base(root, tags),
    )


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str:
    return next((tags[name] for name in names if name in tags), "")


def _base(root: HtmlElement, tags: dict[str, str]) -> str:
    found = [element.get("href") or "" for element in root.iter("base")]
    found += [element.get("href") or "" for element in root.iter("link") if element.get("rel") == "canonical"]
    found += [tags.get("og:url", ""), tags.get("url", "")]
    return next((address for address in found if address.startswith(("https://", "http://"))), "")


def _line(text: str) -> str:
    return " ".join(text.split())

"""The blocks of an HTML page, as rows: its main part told apart, its furniture elements dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import lxml.etree
import lxml.html

from govpub.interchange.web_page.builder import Builder
from govpub.interchange.web_page.page_tags import PageTags, read_tags
from govpub.interchange.web_page.row import clean, is_prose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from govpub.interchange.web_page.row import Row

__all__ = ["HtmlPage", "read_html"]

_NEVER_TEXT = frozenset(
    re.findall(
        r"\S+",
        "script style noscript template head title svg math canvas object embed iframe audio video map form button "
        "select option textarea input label dialog",
    )
)
_FURNITURE = frozenset({"nav", "footer", "aside", "menu"})
_FURNITURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|crumbs?|share|sharing|social|footer|foot|sidebar|side|related|recommend|"
    r"toolbar|tools?|print|copyright|pager|pagination|comments?|banner|advert|ads?|qrcode|search|cookie|skip|topbar|siteheader)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_LEAVES = frozenset({"p", "span", "font", "strong", "b", "li", "blockquote", "ul", "ol"})
"""One long paragraph is not yet the article: its neighbours are in the element around it."""
_MOST = 0.75
"""The part of a page's prose that its main element holds at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """What can be read from an HTML page."""

    rows: tuple[Row, ...]
    tags: PageTags
    notes: tuple[str, ...] = ()
    """What was dropped and is no text: images."""
    dropped: tuple[str, ...] = ()
    """The text of elements that are furniture by their name."""


def read_html(content: str) -> HtmlPage:
    """Read a page; markup that is broken is mended as browsers do, and elements nested too deep are left out."""
    # The caller has decoded the page: what its head says of an encoding no longer holds.
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(clean(content).encode(), parser=parser)
    except lxml.etree.LxmlError:
        return HtmlPage(rows=(), tags=PageTags())
    tags = read_tags(root)
    dropped = _furniture(root)
    built = Builder(base=tags.base)
    _walk(root, built, dropped)
    rows = [row for row, _element in built.rows]
    main = _main(root, built.rows)
    if main is not None:
        inside = frozenset(main.iter())
        rows = [replace(row, inside=element in inside) for row, element in built.rows]
    texts = [_text(element) for element in _outermost(root, dropped) if element.tag not in _NEVER_TEXT]
    return HtmlPage(
        rows=tuple(rows),
        tags=tags,
        notes=tuple(dict.fromkeys(built.notes)),
        dropped=tuple(text for text in texts if text),
    )


def _text(element: HtmlElement) -> str:
    return " ".join(word for text in element.itertext() for word in text.split())


def _outermost(root: HtmlElement, dropped: frozenset[HtmlElement]) -> list[HtmlElement]:
    """Return those of `dropped` that do not stand in another of them."""
    found: list[HtmlElement] = []
    stack = [root]
    while stack:
        element = stack.pop()
        if element in dropped:
            found.append(element)
        else:
            stack.extend(reversed(element))
    return found


def _furniture(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that hold no part of an article, by tag, role and class, unless the prose is in them."""
    weights = _weights(root)
    most = _MOST * weights.get(root, 0)
    found: set[HtmlElement] = set()
    sheltered: set[HtmlElement] = set()
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        above = element.getparent()
        if element.tag in ("article", "main") or above in sheltered:
            sheltered.add(element)
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        small = weights.get(element, 0) < most
        if element.tag in _NEVER_TEXT or hidden or (small and _is_furniture(element, sheltered=element in sheltered)):
            found.add(element)
    return frozenset(found)


def _is_furniture(element: HtmlElement, *, sheltered: bool) -> bool:
    if element.tag in _FURNITURE or element.get("role") in ("navigation", "banner", "contentinfo", "search"):
        return True
    if element.tag == "header":
        # The header of an article has its headline and date; that of the page has the site's name.
        return not sheltered
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in ("div", "section", "ul", "ol", "table", "p", "span") and bool(_FURNITURE_NAME.search(named))


def _weights(root: HtmlElement) -> dict[HtmlElement, int]:
    """Return how many characters of text outside links stand in each element (one pass, from the end)."""
    weights: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        own = len((element.text or "").strip()) if element.tag not in ("a", "script", "style") else 0
        total = weights.get(element, 0) + own if element.tag != "a" else 0
        weights[element] = total
        above = element.getparent()
        if above is not None:
            tail = len((element.tail or "").strip())
            weights[above] = weights.get(above, 0) + tail + (total if element.tag not in _NEVER_TEXT else 0)
    return weights


def _walk(root: HtmlElement, built: Builder, dropped: frozenset[HtmlElement]) -> None:
    """Send every element outside `dropped` through the builder, in document order, without recursion."""
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, left = stack.pop()
        if left:
            built.leave(element)
        elif element not in dropped and isinstance(element.tag, str):
            built.enter(element)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            built.text(element.text)
            continue
        if element is not root:
            built.text(element.tail)
    built.finish()


def _main(root: HtmlElement, rows: list[tuple[Row, HtmlElement]]) -> HtmlElement | None:
    """Return the innermost element that holds most of the prose; None where there is no prose."""
    weights: dict[HtmlElement, int] = {}
    for row, element in rows:
        if is_prose(row):
            weights[element] = weights.get(element, 0) + len(row.text)
    total = sum(weights.values())
    if not total:
        return None
    for element in reversed(list(root.iter())):
        above = element.getparent()
        if above is not None and element in weights:
            weights[above] = weights.get(above, 0) + weights[element]
    main = root
    while True:
        heavy = (child for child in main if child.tag not in _LEAVES and weights.get(child, 0) >= _MOST * total)
        inner = next(heavy, None)
        if inner is None:
            return main
        main = inner

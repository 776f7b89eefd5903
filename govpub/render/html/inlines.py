"""Runs of text → HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

from markupsafe import Markup, escape

from govpub.locales import counterpart
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Pending,
    Picture,
    Strong,
    Text,
)
from govpub.render.characters import without_controls
from govpub.render.furniture import fill
from govpub.render.links import is_link_target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govpub.model.portal import FooterItem
    from govpub.model.release import Asset
    from govpub.render.html.setting import Setting

__all__ = ["escaped", "image", "inlines", "linked", "plain", "site_image"]

_EMPTY = Markup()
# How segmentation marks a string without inline markup (a title, a caption) that is still in the source language.
_OPEN = re.compile("(〖[^〖〗]*〗)")


def escaped(text: str) -> Markup:
    """Return text as it may stand in an element or a quoted attribute."""
    return escape(without_controls(text))


def plain(text: str, setting: Setting) -> Markup:
    """Return a string of the wording; in a draft, what is not translated in it (〖…〗) is marked."""
    if not setting.draft or "〖" not in text:
        return escaped(text)
    return _EMPTY.join(
        _pending(escaped(part), setting, fuzzy=False) if part.startswith("〖") else escaped(part)
        for part in _OPEN.split(text)
        if part
    )


def inlines(content: Iterable[Inline], setting: Setting) -> Markup:
    """Return a line of text."""
    return _EMPTY.join(_inline(node, setting) for node in content)


def _inline(node: Inline, setting: Setting) -> Markup:  # noqa: PLR0911  one return a kind
    match node:
        case Text():
            return escaped(node.text)
        case Strong():
            return Markup("<strong>{}</strong>").format(inlines(node.content, setting))
        case Emphasis():
            return Markup("<em>{}</em>").format(inlines(node.content, setting))
        case CodeSpan():
            return Markup("<code>{}</code>").format(inlines(node.content, setting))
        case Link():
            return _link(node, setting)
        case Picture():
            return image(node.path, node.alt, setting)
        case FootnoteReference():
            return _footnote_reference(node, setting)
        case LineBreak():
            return Markup("<br>")
        case Pending():
            return _pending(inlines(node.content, setting), setting, fuzzy=node.fuzzy)
        case _:
            assert_never(node)


def _link(node: Link, setting: Setting) -> Markup:
    content = inlines(node.content, setting)
    if not is_link_target(node.href):
        return Markup("{} ({})").format(content, escaped(node.href)) if node.href else content
    title = Markup(' title="{}"').format(escaped(node.title)) if node.title else _EMPTY
    return Markup('<a href="{}"{}>{}</a>').format(escaped(node.href), title, content)


def linked(content: str | Markup, href: str) -> Markup:
    """Return a link, or its content alone where the address may not be one."""
    shown = content if isinstance(content, Markup) else escaped(content)
    if is_link_target(href):
        return Markup('<a href="{}">{}</a>').format(escaped(href), shown)
    return Markup("<span>{}</span>").format(shown)


def _footnote_reference(node: FootnoteReference, setting: Setting) -> Markup:
    number = setting.numbers.get(node.label)
    if number is None:
        return Markup("<sup>[{}]</sup>").format(escaped(node.label))
    _ = setting.rendition.phrases.gettext
    return Markup('<sup id="{}"><a class="note" href="#{}" aria-label="{}">{}</a></sup>').format(
        setting.count_reference(number),
        setting.note_id(number),
        escaped(fill(_("Note {number}"), number=str(number))),
        number,
    )


def _pending(content: Markup, setting: Setting, *, fuzzy: bool) -> Markup:
    _ = setting.rendition.phrases.gettext
    locale = setting.rendition.locale
    language = locale if fuzzy else counterpart(locale)
    title = _("Translation not confirmed") if fuzzy else _("Not translated yet")
    return Markup('<mark lang="{}" title="{}">{}</mark>').format(language.tag, escaped(title), content)


def image(path: str, alt: str, setting: Setting) -> Markup:
    """Return the image with its true size, or, where the release has no such image, words that say so."""
    asset = setting.assets.get(path)
    if asset is None:
        _ = setting.rendition.phrases.gettext
        missing = fill(_("Image not available: {alt}"), alt=alt or path)
        return Markup('<span class="missing">{}</span>').format(escaped(missing))
    return _sized(asset, alt)


def site_image(item: FooterItem, setting: Setting) -> Markup:
    """Return the image of an entry of the page's footer, its label as alternative text; empty where it has none."""
    asset = setting.assets.get(f"/{item.image}") if item.image else None
    return _sized(asset, item.label) if asset else _EMPTY


def _sized(asset: Asset, alt: str) -> Markup:
    return Markup('<img src="{}" alt="{}" width="{}" height="{}">').format(
        quote(without_controls(asset.name), safe=""), escaped(alt), asset.width, asset.height
    )

"""The release: all that a renderer may know, complete and checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from govpub.model.document import Letterhead
from govpub.model.portal import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from govpub.locales import Locale
    from govpub.model.article import Layout, Wording
    from govpub.model.document import OfficialDocument, PresetName
    from govpub.model.portal import Column, FooterItem

__all__ = [
    "DEFAULT_FORMATS",
    "EDITIONS",
    "FORMATS",
    "TEXT_ENCODINGS",
    "Asset",
    "Edition",
    "Format",
    "NavigationItem",
    "Phrases",
    "Release",
    "Rendition",
    "Site",
    "TextEncoding",
]

Edition: TypeAlias = Literal["bilingual", "zh-CN", "en"]
EDITIONS: tuple[Edition, ...] = ("bilingual", "zh-CN", "en")
Format: TypeAlias = Literal["html", "docx", "txt", "pdf"]
FORMATS: tuple[Format, ...] = ("html", "docx", "txt", "pdf")
DEFAULT_FORMATS: tuple[Format, ...] = ("html", "docx", "txt")
"""What is made where nobody chooses; PDF needs the extra `pdf`."""
TextEncoding: TypeAlias = Literal["utf-8", "utf-8-windows", "gb18030"]
TEXT_ENCODINGS: tuple[TextEncoding, ...] = ("utf-8", "utf-8-windows", "gb18030")
"""Bytes of a wire copy: UTF-8 with LF, UTF-8 with byte order mark and CRLF, or GB 18030 with CRLF."""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the site's navigation, in one language."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The portal as its pages name it, in one language; empty values are left out of the page."""

    name: str
    """The standard name of the site (page tag SiteName)."""
    url: str = ""
    """Address of the site's front page in this language."""
    domain: str = ""
    """Page tag SiteDomain, as `www.example.gov.cn`."""
    navigation: tuple[NavigationItem, ...] = ()
    host: str = ""
    """The unit that hosts the site (主办单位)."""
    operator: str = ""
    """Who operates and maintains it (运行维护)."""
    identification_code: str = ""
    """Website identification code: `bm` and eight digits, or ten digits (page tag SiteIDCode)."""
    icp: str = ""
    """ICP record, in full, as it is to be shown."""
    security_record: str = ""
    """Public security record number, in full, as it is to be shown."""
    contact: str = ""
    """How to reach the unit that hosts the site."""
    columns: tuple[Column, ...] = ()
    """The columns an article can stand in, in the same order in every language."""
    footer: tuple[FooterItem, ...] = ()

    def column(self, name: str) -> Column | None:
        """Return the column with this name."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The fixed strings of a release (domain `ui`) in one language."""

    entries: Mapping[str, str] = field(default_factory=dict)
    """From the English msgid to its wording."""

    def gettext(self, message: str) -> str:
        """Return the wording of `message`, or itself where the catalog has none."""
        return self.entries.get(message) or message


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One language of a release."""

    wording: Wording
    site: Site
    phrases: Phrases
    letterhead: Letterhead = field(default_factory=Letterhead)

    @property
    def locale(self) -> Locale:
        """Return its language."""
        return self.wording.locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """An image that goes out with the release."""

    name: str
    """The file's name inside the release's folder."""
    media_type: str
    """`image/png`, `image/jpeg`, `image/gif` or `image/webp`."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One edition of one article, ready to be rendered."""

    id: str
    edition: Edition
    layout: Layout
    """How a bilingual edition sets its two languages; without meaning for an edition of one."""
    renditions: tuple[Rendition, ...]
    """One for an edition of one language; two for a bilingual one, source language first. Their blocks, list
    items, table cells and footnotes correspond one to one."""
    siblings: tuple[Edition, ...] = ()
    """The other editions that are made of this article in the same run: pages link to them."""
    published: datetime
    updated: datetime
    """Equal to `published` where nothing changed since."""
    embargo: datetime | None = None
    """Set only where the files go out under embargo: they carry the line at the top."""
    release_number: str = ""
    text_encoding: TextEncoding = "utf-8"
    """Of the wire copy."""
    draft: bool = False
    """Exported with `--draft`: every file says so."""
    assets: Mapping[str, Asset] = field(default_factory=dict)
    """From the path as the article writes it to the image; an image of the site has a `/` before its path."""
    addresses: Mapping[Edition, str] = field(default_factory=dict)
    """Where this edition and its siblings will stand, absolute; empty where the office has not said so."""
    written_in: Locale | None = None
    """The language that the others are translated from; None: that of the first rendition."""
    fonts: Path | None = None
    """A folder of the office's fonts, for PDF."""
    theme: Theme = field(default_factory=Theme)
    preset: PresetName = "news"
    """How it is set on paper."""
    document: OfficialDocument | None = None
    """The facts of an official document; its words stand in each wording."""

    @property
    def primary(self) -> Rendition:
        """Return the first (or only) language."""
        return self.renditions[0]

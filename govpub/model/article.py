"""The canonical article: what is written once, in its source language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from govpub.errors import Position
    from govpub.locales import Locale
    from govpub.model.block import Block, Figure, Footnote
    from govpub.model.document import DocumentWording, OfficialDocument, PresetName

__all__ = ["LAYOUTS", "Article", "Layout", "SegmentationMode", "Wording"]

Layout: TypeAlias = Literal["columns", "interleaved", "sequential"]
"""How a bilingual edition sets its languages: side by side, block after block, or one after the other."""
LAYOUTS: tuple[Layout, ...] = ("columns", "interleaved", "sequential")

SegmentationMode: TypeAlias = Literal["sentence", "paragraph"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All of an article that people read, in one language. Every string in it is translated."""

    locale: Locale
    title: str
    subtitle: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    source: str = ""
    """The issuing unit, or the medium from which the text is reprinted."""
    author: str = ""
    column: str = ""
    """The portal's column in which it appears."""
    dateline: str = ""
    """The place named at the head of a wire copy."""
    contact: str = ""
    """Whom the press may ask, in one line."""
    notes: tuple[str, ...] = ()
    """Notes to editors: what a desk should know and need not print; they stand in the wire copy only."""
    image: Figure | None = None
    """The picture that leads the article."""
    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    """In the order of their first reference; unreferenced ones are an error of the article."""
    document: DocumentWording | None = None
    """What an official document says around its text; None for a press release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One canonical article as its file says it."""

    path: Path | None = None
    """The file; None for an article that has none yet (an imported page)."""
    id: str
    """Names its releases and addresses: lower-case ASCII letters, digits and hyphens, at most 80."""
    wording: Wording
    """The text, in the source language; its locale is the article's."""
    published: datetime
    """With a zone."""
    updated: datetime | None = None
    """With a zone; None where nothing changed since publication."""
    embargo: datetime | None = None
    """With a zone: the instant before which nothing of it may be out."""
    release_number: str = ""
    """Language-neutral, as `2024-118`: the year and a serial number."""
    layout: Layout | None = None
    """How its bilingual edition is set where neither the command nor the office says otherwise."""
    preset: PresetName | None = None
    """How it is set on paper where the command does not say; None: as what it is, else as the office says."""
    document: OfficialDocument | None = None
    """Set together with the wording's own, for an official document (公文)."""
    segmentation: SegmentationMode = "sentence"
    positions: Mapping[str, Position] = field(default_factory=dict)
    """Where the value of each front matter key stands; a key inside another is written `image.alt`."""

    @property
    def locale(self) -> Locale:
        """Return the source language."""
        return self.wording.locale

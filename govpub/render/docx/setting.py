"""Where text is being set, and what the document collects while it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from govpub.locales import Locale
    from govpub.model.release import Asset, Release, Rendition
    from govpub.render.docx.numbering import Numbering
    from govpub.render.docx.package import Package, Part
    from govpub.render.docx.preset import Preset

__all__ = ["Document", "Setting"]

_IMAGE_TYPES = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp"}


@dataclass(slots=True, kw_only=True)
class Document:
    """A document that is being written."""

    release: Release
    preset: Preset
    package: Package
    main: Part
    """word/document.xml."""
    numbering: Numbering
    shared_notes: bool
    """Whether both languages stand on one page and share their footnotes: one note says it in each."""
    referenced: dict[tuple[str, str], int] = field(default_factory=dict)
    """The footnotes that were referred to and their numbers, which Word counts just so. A note's key is its language's
    tag (empty where notes are shared) and its label."""
    heads: int = 0
    """How many running heads there are."""
    feet: int = 0
    drawings: int = 0
    """How many there are; each has a number of its own."""
    images: dict[str, Part] = field(default_factory=dict)
    """From an asset's name to its part."""

    def image(self, asset: Asset) -> Part:
        """Return the part of an image, added where it is new."""
        if asset.name not in self.images:
            suffix = _IMAGE_TYPES[asset.media_type]
            name = f"word/media/image{len(self.images) + 1}{suffix}"
            self.images[asset.name] = self.package.add(name, asset.media_type, asset.content)
        return self.images[asset.name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where text stands: in which language, part, kind of paragraph, and how wide it may be."""

    document: Document
    part: Part
    """The part that holds the text: the body or the footnotes."""
    rendition: Rendition
    width: int
    """Room for text, in twips."""
    kind: Literal["body", "item", "quote", "note"] = "body"
    indent: int = 0
    """From the left edge of the room, in twips, beyond what the paragraph's style has."""
    headings: int = 0
    """The list (`w:numId`) that numbers the headings; 0 for none."""
    level: int = -1
    """Of the list that it stands in, from 0; -1 outside lists."""

    @property
    def locale(self) -> Locale:
        """Return the language of the text."""
        return self.rendition.locale

    @property
    def preset(self) -> Preset:
        """Return the document's measures."""
        return self.document.preset

    @property
    def notes_tag(self) -> str:
        """Return what the keys of this text's footnotes begin with."""
        return "" if self.document.shared_notes else self.locale.tag

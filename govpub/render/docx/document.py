"""Release → a Word document: its parts put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.render.docx.layouts import body
from govpub.render.docx.notes import notes_part
from govpub.render.docx.numbering import Numbering
from govpub.render.docx.package import (
    CORE,
    DOCUMENT,
    FONTS,
    FOOTNOTES,
    NUMBERING,
    SETTINGS,
    STYLES,
    Package,
    Part,
    add_part,
    literal_part,
    pack,
)
from govpub.render.docx.preset import GONGWEN, GONGWEN_COLUMNS, NEWS, NEWS_COLUMNS, Preset
from govpub.render.docx.properties import core_properties
from govpub.render.docx.setting import Document
from govpub.render.docx.styles import styles_part
from govpub.render.docx.xml import part_bytes, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govpub.model.document import PresetName
    from govpub.model.release import Release
    from govpub.render.docx.xml import Element

__all__ = ["render_docx"]

_PRESETS: Mapping[PresetName, tuple[Preset, Preset]] = {
    "news": (NEWS, NEWS_COLUMNS),
    "gongwen": (GONGWEN, GONGWEN_COLUMNS),
}
"""For one language to a line, and for two side by side."""
_ODD_AND_EVEN = b"<w:evenAndOddHeaders/>"
_AFTER_THEM = b"<w:characterSpacingControl "


def render_docx(release: Release) -> bytes:
    """Return the release as a .docx in its preset: `news`, or `gongwen`, the layout of GB/T 9704-2012.

    Neither ever has a document number that the article does not give, or a seal.
    The same release gives the same bytes, whatever the machine's time, zone, locale or folder.
    """
    side_by_side = len(release.renditions) > 1 and release.layout == "columns"
    preset = _PRESETS[release.preset][side_by_side]
    package = Package()
    main, _id = add_part(package, package.root, "word/document.xml", DOCUMENT)
    add_part(package, package.root, "docProps/core.xml", CORE, core_properties(release))
    _add_fixed_parts(package, main, preset)
    notes, _id = add_part(package, main, "word/footnotes.xml", FOOTNOTES)
    numbering, _id = add_part(package, main, "word/numbering.xml", NUMBERING)
    document = Document(
        release=release,
        preset=preset,
        package=package,
        main=main,
        numbering=Numbering(preset),
        shared_notes=len(release.renditions) > 1 and release.layout != "sequential",
    )
    main.content = _written(body(document))
    notes.content = notes_part(document, notes)
    numbering.content = document.numbering.part()
    return pack(package)


def _add_fixed_parts(package: Package, main: Part, preset: Preset) -> None:
    add_part(package, main, "word/styles.xml", STYLES, styles_part(preset))
    add_part(package, main, "word/settings.xml", SETTINGS, _settings(preset))
    add_part(package, main, "word/fontTable.xml", FONTS, literal_part("fontTable.xml"))


def _written(elements: Iterable[Element]) -> bytes:
    """Return document.xml; of a long text no more than a paragraph is in memory beside the file."""
    place = "<w:p/>"
    head, tail = part_bytes(w("document", w("body", place))).split(place.encode())
    content = bytearray(head)
    for element in elements:
        content += element.encode()
    return bytes(content + tail)


def _settings(preset: Preset) -> bytes:
    settings = literal_part("settings.xml")
    return settings.replace(_AFTER_THEM, _ODD_AND_EVEN + _AFTER_THEM, 1) if preset.official else settings

"""Footnotes, as Word has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.model.block import Paragraph
from govpub.render.docx.blocks import blocks
from govpub.render.docx.setting import Setting
from govpub.render.docx.xml import Element, part_bytes, t, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.model.block import Footnote
    from govpub.render.docx.package import Part
    from govpub.render.docx.setting import Document

__all__ = ["notes_part"]


def notes_part(document: Document, part: Part) -> bytes:
    """Return footnotes.xml: the notes to which the text has referred. What they refer to becomes `part`'s."""
    said: dict[tuple[str, str], list[tuple[Footnote, Setting]]] = {key: [] for key in document.referenced}
    for rendition in document.release.renditions:
        setting = Setting(
            document=document, part=part, rendition=rendition, width=document.preset.text_width, kind="note"
        )
        for note in rendition.wording.footnotes:
            said.get((setting.notes_tag, note.label), []).append((note, setting))
    notes = (_note(document.referenced[key], renderings) for key, renderings in said.items())
    return part_bytes(w("footnotes", *_separators(), *notes))


def _separators() -> Iterator[Element]:
    for identifier, kind in ((-1, "separator"), (0, "continuationSeparator")):
        line = w("p", w("pPr", w("spacing", after=0, line=240, lineRule="auto")), w("r", w(kind)))
        yield w("footnote", line, type=kind, id=identifier)


def _note(number: int, renderings: list[tuple[Footnote, Setting]]) -> Element:
    """Return the note in each language in which it stands on this page, the number before the first."""
    elements = [element for note, setting in renderings for element in _content(note, setting)]
    if not elements:  # an article refers to no note that it lacks; a document made by hand stays readable
        elements = [w("p", w("pPr", w("pStyle", val="FootnoteText")))]
    reference = w("rPr", w("rStyle", val="FootnoteReference"))
    mark = w("r", reference, w("footnoteRef")) + w("r", t(" "))
    elements[0] = elements[0].replace("</w:pPr>", f"</w:pPr>{mark}", 1)
    return w("footnote", *elements, id=number)


def _content(note: Footnote, setting: Setting) -> Iterator[Element]:
    begins_with_text = bool(note.blocks) and isinstance(note.blocks[0], Paragraph)
    yield from blocks(note.blocks if begins_with_text else (Paragraph(content=()), *note.blocks), setting)

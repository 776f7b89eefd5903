"""Footnotes, as Word has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.model.block import Paragraph
from govpub.render.docx.blocks import blocks
from govpub.render.docx.inlines import Marks, run
from govpub.render.docx.package import Story
from govpub.render.docx.setting import Setting
from govpub.render.docx.xml import Element, part_bytes, t, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.opc.part import Part

    from govpub.model.block import Footnote
    from govpub.render.docx.setting import Document

__all__ = ["notes_part"]


def notes_part(document: Document, part: Part) -> bytes:
    """Return footnotes.xml: the notes to which the text has referred. What they refer to becomes `part`'s."""
    story = Story(part)
    written = []
    for rendition in document.release.renditions:
        setting = Setting(
            document=document, story=story, rendition=rendition, width=document.preset.text_width, kind="note"
        )
        for number, note in enumerate(rendition.wording.footnotes, 1):
            identifier = document.referenced.get((rendition.locale.tag, note.label))
            if identifier is not None:
                written.append((identifier, _note(note, number, identifier, setting)))
    written.sort(key=lambda pair: pair[0])
    return part_bytes(w("footnotes", *_separators(), *(element for _identifier, element in written)))


def _separators() -> Iterator[Element]:
    for identifier, kind in ((-1, "separator"), (0, "continuationSeparator")):
        line = w("p", w("pPr", w("spacing", after=0, line=240, lineRule="auto")), w("r", w(kind)))
        yield w("footnote", line, type=kind, id=identifier)


def _note(note: Footnote, number: int, identifier: int, setting: Setting) -> Element:
    content = note.blocks if note.blocks and isinstance(note.blocks[0], Paragraph) else (_EMPTY, *note.blocks)
    elements = list(blocks(content, setting))
    marks = Marks(locale=setting.locale, style="FootnoteReference")
    mark = t(str(number)) if setting.document.shared_notes else w("footnoteRef")
    space = run(Marks(locale=setting.locale), t(" "))
    elements[0][1:1] = [run(marks, mark), space]
    return w("footnote", *elements, id=identifier)


_EMPTY = Paragraph(content=())

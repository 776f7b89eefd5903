"""Paper, margins, running heads and page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.render.docx.package import CONTENT_TYPE, RELATIONSHIP_TYPE, add_part
from govpub.render.docx.xml import Element, part_bytes, relationship_attribute, t, w

if TYPE_CHECKING:
    from docx.opc.part import Part

    from govpub.render.docx.preset import Preset

__all__ = ["add_footer", "add_header", "section"]

_CLEAR = 300
"""Between running head and text, in twips."""


def add_header(main: Part, number: int, paragraphs: list[Element]) -> str:
    """Return the relationship's id of a new running head."""
    content = part_bytes(w("hdr", *paragraphs))
    name = f"/word/header{number}.xml"
    add_part(main, name, CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, content)
    return f"rId{len(main.rels)}"


def add_footer(main: Part) -> str:
    """Return the relationship's id of the footer: the page number between dashes (GB/T 9704-2012, 7.5)."""
    field = w("fldSimple", w("r", w("t")), instr=" PAGE ")
    field[0][0].text = "1"
    dash = w("rPr", w("rFonts", hint="eastAsia"), w("lang", val="en-US", eastAsia="zh-CN"))
    after = w("rPr", w("rFonts", hint="eastAsia"), w("lang", val="en-US", eastAsia="zh-CN"))
    line = w("p", w("pPr", w("pStyle", val="Footer")), w("r", dash, t("— ")), field, w("r", after, t(" —")))
    add_part(main, "/word/footer1.xml", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, part_bytes(w("ftr", line)))
    return f"rId{len(main.rels)}"


def section(preset: Preset, header: str, footer: str, *, lines: int) -> Element:
    """Return the properties of a section: the first page has the masthead instead of a running head.

    `lines` are those of the running head: a high one begins further up, so that it stays clear of the text.
    """
    return w(
        "sectPr",
        relationship_attribute(w("headerReference", type="default"), "id", header),
        relationship_attribute(w("footerReference", type="default"), "id", footer),
        relationship_attribute(w("footerReference", type="first"), "id", footer),
        w("type", val="nextPage"),
        w("pgSz", w=preset.page_width, h=preset.page_height),
        w(
            "pgMar",
            top=preset.top,
            right=preset.right,
            bottom=preset.bottom,
            left=preset.left,
            header=min(preset.header, preset.top - lines * preset.note_pitch - _CLEAR),
            footer=preset.footer,
            gutter=0,
        ),
        w("cols", space=425),
        w("titlePg"),
        # Without a type there would be no grid at all (ECMA-376-1, 17.6.5).
        w("docGrid", type="lines", linePitch=preset.pitch),
    )

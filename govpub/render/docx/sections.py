"""Paper, margins, running heads and page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.render.docx.package import FOOTER, HEADER, add_part
from govpub.render.docx.xml import Element, linked, part_bytes, t, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.render.docx.setting import Document

__all__ = ["footers", "section"]

_CLEAR = 300
"""Between running head and text, in twips."""


def section(document: Document, running: Sequence[Element], feet: Sequence[Element]) -> Element:
    """Return the properties of a section with this running head and these page feet."""
    preset = document.preset
    return w(
        "sectPr",
        *_heads(document, running),
        *feet,
        w("type", val="nextPage"),
        w("pgSz", w=preset.page_width, h=preset.page_height),
        w(
            "pgMar",
            top=preset.top,
            right=preset.right,
            bottom=preset.bottom,
            left=preset.left,
            # A high running head begins further up, so that it stays clear of the text.
            header=min(preset.header, preset.top - len(running) * preset.note_pitch - _CLEAR),
            footer=preset.footer,
            gutter=0,
        ),
        w("cols", space=425),
        w("titlePg") if not preset.official else None,
        # Without a type there would be no grid at all (ECMA-376-1, 17.6.5).
        w("docGrid", type="lines", linePitch=preset.pitch),
    )


def footers(document: Document) -> list[Element]:
    """Return the references to new page feet: the number between dashes (GB/T 9704-2012, 7.5).

    In the standard's own layout it stands outside: one character from the right edge of odd pages, from the left edge
    of even ones.
    """
    if document.preset.official:
        return [
            _footer(document, "default", "FooterOdd"),
            _footer(document, "even", "FooterEven"),
        ]
    foot = _footer(document, "default", "Footer")
    return [foot, foot.replace('"default"', '"first"')]


def _heads(document: Document, running: Sequence[Element]) -> list[Element]:
    if not running:
        return []
    document.heads += 1
    name = f"word/header{document.heads}.xml"
    _part, identifier = add_part(document.package, document.main, name, HEADER, part_bytes(w("hdr", *running)))
    kinds = ("default", "even") if document.preset.official else ("default",)
    return [linked("headerReference", relationship=identifier, type=kind) for kind in kinds]


def _footer(document: Document, kind: str, style: str) -> Element:
    dash = w("rPr", w("rFonts", hint="eastAsia"), w("lang", val="en-US", eastAsia="zh-CN"))
    number = w("fldSimple", w("r", t("1")), instr=" PAGE ")
    line = w("p", w("pPr", w("pStyle", val=style)), w("r", dash, t("— ")), number, w("r", dash, t(" —")))
    document.feet += 1
    name = f"word/footer{document.feet}.xml"
    _part, identifier = add_part(document.package, document.main, name, FOOTER, part_bytes(w("ftr", line)))
    return linked("footerReference", relationship=identifier, type=kind)

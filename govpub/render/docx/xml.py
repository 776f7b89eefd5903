"""Elements of WordprocessingML, with the children of property elements in the order that the schema demands."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from govpub.render.characters import without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NAMESPACES", "ORDERS", "Element", "clean", "part_bytes", "relationship_attribute", "t", "w"]

Element: TypeAlias = etree._Element  # noqa: SLF001  lxml's only name for it

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Mapping[str, str] = {
    "w": _W,
    "r": _R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

# ECMA-376-1, annex A.1: CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_SectPr, CT_Style, CT_Lvl. Word calls a file with
# another order corrupt.
ORDERS: Mapping[str, tuple[str, ...]] = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs"),
        *("suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "textAlignment", "outlineLvl"),
        *("rPr", "sectPr"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "snapToGrid", "color", "spacing", "sz", "szCs"),
        *("highlight", "u", "shd", "vertAlign", "em", "lang"),
    ),
    "tblPr": (
        *("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"),
        *("tblCaption", "tblDescription"),
    ),
    "trPr": ("cantSplit", "tblHeader"),
    "tcPr": ("tcW", "tcBorders", "shd", "vAlign"),
    "sectPr": (
        *("headerReference", "footerReference", "footnotePr", "type", "pgSz", "pgMar", "pgNumType", "cols"),
        *("titlePg", "docGrid"),
    ),
    "style": (
        *("name", "basedOn", "next", "link", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat"),
        *("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
    ),
    "lvl": ("start", "numFmt", "suff", "lvlText", "lvlJc", "pPr", "rPr"),
}
_PLACES: Mapping[str, Mapping[str, int]] = {
    tag: {f"{{{_W}}}{child}": place for place, child in enumerate(order)} for tag, order in ORDERS.items()
}

# XML 1.0, production 2: what is not a character even though UTF-8 can hold it.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")


@cache
def _name(name: str) -> str:
    return f"{{{_W}}}{name}"


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return the element `w:tag` with these attributes (`val=1` is `w:val="1"`) and children; None is left out."""
    named = {_name(name): str(value) for name, value in attributes.items()}
    element = etree.Element(_name(tag), named, nsmap=_ROOT_NAMESPACES if tag in _ROOTS else None)
    present = [child for child in children if child is not None]
    places = _PLACES.get(tag)
    if places is not None and len(present) > 1:
        present.sort(key=lambda child: places[child.tag])
    element.extend(present)
    return element


_ROOT_NAMESPACES = dict(NAMESPACES)
_ROOTS = frozenset({"document", "footnotes", "numbering", "styles", "hdr", "ftr"})


def t(text: str) -> Element:
    """Return `w:t` with this text, its white space kept."""
    element = w("t")
    element.text = clean(text)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def clean(text: str) -> str:
    """Return `text` without what XML cannot hold."""
    return _NO_CHARACTER.sub("\ufffd", without_controls(text))


def relationship_attribute(element: Element, name: str, relationship: str) -> Element:
    """Return `element` with `r:name` set to a relationship's id."""
    element.set(f"{{{_R}}}{name}", relationship)
    return element


def part_bytes(root: Element) -> bytes:
    """Return a part's file."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

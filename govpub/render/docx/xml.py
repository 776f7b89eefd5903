"""Elements of WordprocessingML as text, with the children of property elements in the order that the schema demands.

Text, not a tree: a document is written once, from its first character to its last, and a tree of it would take ten
times the memory and most of the time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from govpub.render.characters import without_controls

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "NAMESPACES",
    "ORDERS",
    "Element",
    "attribute",
    "clean",
    "escaped",
    "is_a",
    "linked",
    "part_bytes",
    "t",
    "unwrapped",
    "w",
]

Element: TypeAlias = str
"""An element with all that is in it, well-formed."""

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
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd"),
        *("tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE"),
        *("autoSpaceDN", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc"),
        *("textAlignment", "outlineLvl", "rPr", "sectPr"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "snapToGrid", "color", "spacing", "w", "sz", "szCs"),
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
    "lvl": ("start", "numFmt", "pStyle", "suff", "lvlText", "lvlJc", "pPr", "rPr"),
}
_PLACES: Mapping[str, Mapping[str, int]] = {
    tag: {child: place for place, child in enumerate(order)} for tag, order in ORDERS.items()
}
_TAG = re.compile(r"<w:(\w+)")
_ROOTS = frozenset({"document", "footnotes", "numbering", "styles", "hdr", "ftr"})
_ROOT_NAMESPACES = f' xmlns:w="{_W}" xmlns:r="{_R}"'

# XML 1.0, production 2: what is not a character even though UTF-8 can hold it.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
_SPECIAL = re.compile("[&<>]")


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Return the element `w:tag` with these attributes (`val=1` is `w:val="1"`) and children; None is left out."""
    named = "".join([attribute(f"w:{name}", value) for name, value in attributes.items()])
    if tag in _ROOTS:
        named = _ROOT_NAMESPACES + named
    present = [child for child in children if child]
    if not present:
        return f"<w:{tag}{named}/>"
    places = _PLACES.get(tag)
    if places is not None and len(present) > 1:
        present.sort(key=lambda child: places[_tag(child)])
    return f"<w:{tag}{named}>{''.join(present)}</w:{tag}>"


def linked(tag: str, *children: Element, relationship: str, **attributes: str | int) -> Element:
    """Return the element `w:tag` that refers to a relationship by its id."""
    named = "".join([attribute(f"w:{name}", value) for name, value in attributes.items()])
    return f'<w:{tag}{named} r:id="{relationship}">{"".join(children)}</w:{tag}>'


def attribute(name: str, value: str | int) -> str:
    """Return ` name="value"`."""
    text = value if isinstance(value, str) else str(value)
    if not text.isalnum():
        text = escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f' {name}="{text}"'


def is_a(tag: str, element: Element) -> bool:
    """Return whether an element is `w:tag`."""
    return _tag(element) == tag


def unwrapped(element: Element) -> Element:
    """Return what is inside of an element."""
    end = element.rfind("</")
    return element[element.index(">") + 1 : end] if end > 0 else ""


def t(text: str) -> Element:
    """Return `w:t` with this text, its white space kept."""
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'


def escaped(text: str) -> str:
    """Return `text` as it stands in XML, without what XML cannot hold."""
    text = clean(text)
    if _SPECIAL.search(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def clean(text: str) -> str:
    """Return `text` without what XML cannot hold."""
    return _NO_CHARACTER.sub("\ufffd", without_controls(text))


def part_bytes(root: Element) -> bytes:
    """Return a part's file."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode()


def _tag(element: Element) -> str:
    found = _TAG.match(element)
    assert found is not None, element[:40]
    return found[1]

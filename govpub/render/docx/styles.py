"""The document's styles: preset → styles.xml."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from govpub.render.docx.official_styles import official_styles
from govpub.render.docx.style_table import FANGSONG, MONO, TIMES, ParagraphStyle, paragraph_styles
from govpub.render.docx.xml import Element, part_bytes, w

if TYPE_CHECKING:
    from govpub.render.docx.preset import Preset

__all__ = ["PENDING_COLOURS", "styles_part"]

PENDING_COLOURS = {"Untranslated": "FFE08A", "Unconfirmed": "CFE8FF"}
"""The character styles of a draft's open text, with the colour behind it."""


@cache
def styles_part(preset: Preset) -> bytes:
    """Return styles.xml."""
    return part_bytes(
        w(
            "styles",
            w("docDefaults", w("rPrDefault", _default_run(preset)), w("pPrDefault", w("pPr", w("widowControl")))),
            *(_paragraph_style(style) for style in _styles(preset).values()),
            *_character_styles(preset),
            *_table_styles(),
        )
    )


def _styles(preset: Preset) -> dict[str, ParagraphStyle]:
    styles = {style.id: style for style in paragraph_styles(preset)}
    return styles | {style.id: style for style in official_styles(preset)} if preset.official else styles


def _paragraph_style(style: ParagraphStyle) -> Element:
    normal = style.id == "Normal"
    return w(
        "style",
        w("name", val=style.name),
        None if normal else w("basedOn", val="Normal"),
        w("next", val=style.next) if style.next else None,
        w("qFormat"),
        w("pPr", *_paragraph_properties(style)),
        w("rPr", *_run_properties(style)),
        type="paragraph",
        styleId=style.id,
        **({"default": 1} if normal else {}),
    )


def _paragraph_properties(style: ParagraphStyle) -> list[Element | None]:
    line: dict[str, str | int] = (
        {"line": style.pitch, "lineRule": "exact"} if style.pitch else {"line": 240, "lineRule": "auto"}
    )
    return [
        w("keepNext") if style.keep_next else None,
        w("keepLines") if style.keep_next else None,
        _border(style) if style.border else None,
        w("shd", val="clear", color="auto", fill=style.shade) if style.shade else None,
        w("tabs", w("tab", val="right", pos=style.tab)) if style.tab else None,
        # Hanging punctuation: most Chinese publications do not hang (W3C clreq, 3.1.6).
        w("overflowPunct", val=0),
        w("autoSpaceDE", val=0) if not style.spaced else None,
        w("autoSpaceDN", val=0) if not style.spaced else None,
        # Lines are exact already. On the grid, low ones would be spread to its pitch, and one with dots below its
        # characters would take two of its rows.
        w("snapToGrid", val=0),
        w("spacing", before=style.before, after=style.after, **line),
        # Every style says its indent in characters: one in Normal, wherever it came from, would go before its twips.
        w(
            "ind",
            left=style.left,
            right=style.right,
            firstLineChars=style.first_line_chars,
            firstLine=style.first_line_chars * style.size // 10,
        ),
        w("contextualSpacing") if style.contextual else None,
        w("jc", val=style.justify),
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    ]


def _border(style: ParagraphStyle) -> Element:
    sides = ("top", "left", "bottom", "right") if style.border == "box" else (style.border,)
    rule: dict[str, str | int] = {"sz": style.border_size, "space": style.border_space, "color": style.border_colour}
    return w("pBdr", *(w(name, val="single", **rule) for name in sides))


def _run_properties(style: ParagraphStyle) -> list[Element | None]:
    return [
        _fonts(style.latin, style.east_asian),
        w("noProof") if not style.proof else None,
        w("color", val=style.colour) if style.colour else None,
        w("spacing", val=style.space) if style.space else None,
        w("sz", val=style.size),
        w("szCs", val=style.size),
    ]


def _fonts(latin: str, east_asian: str) -> Element:
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=latin)


def _default_run(preset: Preset) -> Element:
    return w(
        "rPr",
        _fonts(TIMES, FANGSONG),
        w("sz", val=preset.body),
        w("szCs", val=preset.body),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )


def _character_styles(preset: Preset) -> tuple[Element, ...]:
    return (
        _character_style("Hyperlink", "Hyperlink", w("color", val="0B4F8A"), w("u", val="single")),
        _character_style("HTMLCode", "HTML Code", _fonts(MONO, FANGSONG), w("noProof"), w("sz", val=preset.body - 4)),
        _character_style("FootnoteReference", "footnote reference", w("vertAlign", val="superscript")),
        *(
            _character_style(name, name, w("shd", val="clear", color="auto", fill=colour))
            for name, colour in PENDING_COLOURS.items()
        ),
    )


def _character_style(identifier: str, name: str, *properties: Element) -> Element:
    return w("style", w("name", val=name), w("rPr", *properties), type="character", styleId=identifier)


def _table_styles() -> tuple[Element, ...]:
    line: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0}
    grid = w(
        "tblBorders",
        *(w(side, color="7F7F7F", **line) for side in ("top", "left", "bottom", "right", "insideH", "insideV")),
    )
    middle = w("tblBorders", *(w(side, color="BFBFBF", **line) for side in ("top", "bottom", "insideH", "insideV")))
    return (
        _table_style("TableGrid", "Table Grid", grid, _margins(40, 90)),
        _table_style("TwoLanguages", "Two Languages", middle, _margins(60, 120)),
    )


def _table_style(identifier: str, name: str, *properties: Element) -> Element:
    return w("style", w("name", val=name), w("tblPr", *properties), type="table", styleId=identifier)


def _margins(vertical: int, horizontal: int) -> Element:
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    return w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides))

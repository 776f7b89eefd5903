"""The document's styles, with Word's own names, so that its users find them: preset → styles.xml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from govpub.render.docx.xml import Element, part_bytes, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.render.docx.preset import Preset

__all__ = ["HEADING_STYLES", "LATIN_BOLD", "PENDING_COLOURS", "styles_part"]

_TIMES, _ARIAL, _MONO = "Times New Roman", "Arial", "Courier New"
_FANGSONG, _SONG, _BIAOSONG = "仿宋_GB2312", "宋体", "方正小标宋简体"
_HEI, _KAI = "黑体", "楷体_GB2312"

HEADING_STYLES = {2: "Heading1", 3: "Heading2", 4: "Heading3", 5: "Heading4", 6: "Heading5"}
"""The title is level 1 of an article and has a style of its own, so that headings begin at Word's Heading 1."""

PENDING_COLOURS = {"Untranslated": "FFE08A", "Unconfirmed": "CFE8FF"}
"""The character styles of a draft's open text, with the colour behind it."""

LATIN_BOLD = frozenset(
    {"Title", *HEADING_STYLES.values(), "TableHeading", "Masthead", "EmbargoLine", "DraftLine", "HeaderNotice"}
)
"""Set bold in Latin script only: in East Asian script the style's typeface itself is the heavier one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A paragraph style; lengths in twips, sizes in half points."""

    id: str
    name: str
    size: int
    pitch: int
    """Exact distance of lines; 0 for as much as they need (a line with a picture)."""
    latin: str = _TIMES
    east_asian: str = _FANGSONG
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    first_line_chars: int = 0
    """In hundredths of a character."""
    justify: Literal["left", "both", "center", "right"] = "left"
    keep_next: bool = False
    outline: int | None = None
    colour: str = ""
    border: str = ""
    """The side that has a rule; `box` for all four."""
    border_colour: str = "000000"
    shade: str = ""
    tab: int = 0
    """Position of a right tab stop."""
    next: str = ""
    contextual: bool = False
    """Whether paragraphs of the style stand together without a gap."""
    proof: bool = True


@cache
def styles_part(preset: Preset) -> bytes:
    """Return styles.xml."""
    return part_bytes(
        w(
            "styles",
            w("docDefaults", w("rPrDefault", _default_run(preset)), w("pPrDefault", w("pPr", w("widowControl")))),
            *(_paragraph_style(style) for style in _paragraph_styles(preset)),
            *_character_styles(preset),
            *_table_styles(),
        )
    )


def _paragraph_styles(p: Preset) -> tuple[_Style, ...]:
    small, em = p.small, p.em
    return (
        _Style(id="Normal", name="Normal", size=p.body, pitch=p.pitch),
        _Style(id="BodyText", name="Body Text", size=p.body, pitch=p.latin_pitch, after=p.latin_pitch // 3),
        _Style(
            id="BodyTextFirstIndent",
            name="Body Text First Indent",
            size=p.body,
            pitch=p.pitch,
            first_line_chars=200,
            justify="both",
        ),
        _Style(
            id="Masthead",
            name="Masthead",
            size=small,
            pitch=p.small_pitch,
            east_asian=_HEI,
            tab=p.text_width,
            border="bottom",
        ),
        _Style(
            id="EmbargoLine",
            name="Embargo Line",
            size=p.subtitle,
            pitch=p.subtitle_pitch,
            latin=_ARIAL,
            east_asian=_HEI,
            justify="center",
            border="box",
            after=120,
        ),
        _Style(
            id="DraftLine",
            name="Draft Line",
            size=p.subtitle,
            pitch=p.subtitle_pitch,
            latin=_ARIAL,
            east_asian=_HEI,
            justify="center",
            shade="FFF2A8",
            border="box",
            border_colour="FFF2A8",
            after=120,
        ),
        _Style(
            id="Title",
            name="Title",
            size=p.title,
            pitch=p.title_pitch,
            east_asian=_BIAOSONG,
            justify="center",
            keep_next=True,
            before=p.pitch,
            after=p.pitch // 3,
            next="BodyText",
        ),
        _Style(
            id="Subtitle",
            name="Subtitle",
            size=p.subtitle,
            pitch=p.subtitle_pitch,
            east_asian=_KAI,
            justify="center",
            keep_next=True,
            after=p.pitch // 4,
            next="BodyText",
        ),
        _Style(id="Date", name="Date", size=small, pitch=p.small_pitch, justify="center", after=p.pitch * 2 // 3),
        _Style(
            id="Summary",
            name="Summary",
            size=p.body,
            pitch=p.pitch,
            east_asian=_KAI,
            left=2 * em,
            right=2 * em,
            justify="both",
            before=p.pitch // 4,
            after=p.pitch // 2,
        ),
        *_headings(p),
        _Style(id="ListParagraph", name="List Paragraph", size=p.body, pitch=p.pitch),
        _Style(
            id="Quote",
            name="Quote",
            size=p.body,
            pitch=p.pitch,
            east_asian=_KAI,
            before=p.pitch // 3,
            after=p.pitch // 3,
            left=2 * em,
            right=em,
            justify="both",
            contextual=True,
        ),
        _Style(
            id="HTMLPreformatted",
            name="HTML Preformatted",
            size=p.table,
            pitch=p.table_pitch,
            latin=_MONO,
            shade="F2F2F2",
            border="box",
            border_colour="F2F2F2",
            left=80,
            right=80,
            before=120,
            after=200,
            proof=False,
        ),
        _Style(id="Figure", name="Figure", size=p.body, pitch=0, justify="center", keep_next=True, before=120),
        _Style(
            id="Caption",
            name="caption",
            size=small,
            pitch=p.small_pitch,
            east_asian=_KAI,
            justify="center",
            before=60,
            after=200,
        ),
        _Style(id="Rule", name="Rule", size=8, pitch=160, border="bottom", after=240),
        _Style(id="TableText", name="Table Text", size=p.table, pitch=p.table_pitch),
        _Style(
            id="TableHeading",
            name="Table Heading",
            size=p.table,
            pitch=p.table_pitch,
            east_asian=_HEI,
            justify="center",
            keep_next=True,
        ),
        _Style(id="TableGap", name="Table Gap", size=8, pitch=100),
        _Style(id="FootnoteText", name="footnote text", size=p.note, pitch=p.note_pitch),
        _Style(id="Contact", name="Contact", size=p.body, pitch=p.pitch, before=p.pitch // 2),
        _Style(id="Imprint", name="Imprint", size=p.note, pitch=p.note_pitch),
        _Style(id="Header", name="header", size=p.note, pitch=p.note_pitch, tab=p.text_width, border="bottom"),
        _Style(
            id="HeaderNotice",
            name="Header Notice",
            size=p.note,
            pitch=p.note_pitch,
            latin=_ARIAL,
            east_asian=_HEI,
            justify="center",
        ),
        _Style(id="Footer", name="footer", size=28, pitch=360, east_asian=_SONG, justify="center"),
    )


def _headings(p: Preset) -> Iterator[_Style]:
    fonts = (_HEI, _KAI, _FANGSONG, _FANGSONG, _FANGSONG)
    for depth, (identifier, size, font) in enumerate(zip(HEADING_STYLES.values(), p.headings, fonts, strict=True)):
        yield _Style(
            id=identifier,
            name=f"heading {depth + 1}",
            size=size,
            pitch=p.pitch,
            latin=_ARIAL,
            east_asian=font,
            before=p.pitch // 3,
            after=p.pitch // 6,
            keep_next=True,
            outline=depth,
            next="BodyText",
        )


def _paragraph_style(style: _Style) -> Element:
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


def _paragraph_properties(style: _Style) -> list[Element | None]:
    line: dict[str, str | int] = (
        {"line": style.pitch, "lineRule": "exact"} if style.pitch else {"line": 240, "lineRule": "auto"}
    )
    return [
        w("keepNext") if style.keep_next else None,
        w("keepLines") if style.keep_next else None,
        _border(style.border, style.border_colour) if style.border else None,
        w("shd", val="clear", color="auto", fill=style.shade) if style.shade else None,
        w("tabs", w("tab", val="right", pos=style.tab)) if style.tab else None,
        # Hanging punctuation: most Chinese publications do not hang (W3C clreq, 3.1.6).
        w("overflowPunct", val=0),
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


def _border(side: str, colour: str) -> Element:
    rule: dict[str, str | int] = {"val": "single", "sz": 8, "color": colour}
    sides = ("top", "left", "bottom", "right") if side == "box" else (side,)
    return w("pBdr", *(w(name, space=4, **rule) for name in sides))


def _run_properties(style: _Style) -> list[Element | None]:
    return [
        _fonts(style.latin, style.east_asian),
        w("noProof") if not style.proof else None,
        w("color", val=style.colour) if style.colour else None,
        w("sz", val=style.size),
        w("szCs", val=style.size),
    ]


def _fonts(latin: str, east_asian: str) -> Element:
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=latin)


def _default_run(preset: Preset) -> Element:
    return w(
        "rPr",
        _fonts(_TIMES, _FANGSONG),
        w("sz", val=preset.body),
        w("szCs", val=preset.body),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )


def _character_styles(preset: Preset) -> tuple[Element, ...]:
    return (
        _character_style("Hyperlink", "Hyperlink", w("color", val="0B4F8A"), w("u", val="single")),
        _character_style("HTMLCode", "HTML Code", _fonts(_MONO, _FANGSONG), w("noProof"), w("sz", val=preset.body - 4)),
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

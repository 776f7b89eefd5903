"""Every paragraph style of a document, with Word's own names where it has one, so that its users find them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.render.docx.preset import Preset

__all__ = [
    "BIAOSONG",
    "FANGSONG",
    "HEADING_STYLES",
    "HEI",
    "KAI",
    "LATIN_BOLD",
    "MONO",
    "SONG",
    "TIMES",
    "ParagraphStyle",
    "paragraph_styles",
]

TIMES, _ARIAL, MONO = "Times New Roman", "Arial", "Courier New"
FANGSONG, SONG, BIAOSONG = "仿宋_GB2312", "宋体", "方正小标宋简体"
HEI, KAI = "黑体", "楷体_GB2312"

HEADING_STYLES = {2: "Heading1", 3: "Heading2", 4: "Heading3", 5: "Heading4", 6: "Heading5"}
"""The title is level 1 of an article and has a style of its own, so that headings begin at Word's Heading 1."""

LATIN_BOLD = frozenset(
    {"Title", *HEADING_STYLES.values(), "TableHeading", "Masthead", "EmbargoLine", "DraftLine", "HeaderNotice"}
    | {"DocumentMark", "AttachmentTitle", "AttachmentLabel"}
)
"""Set bold in Latin script only: in East Asian script the style's typeface itself is the heavier one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """A paragraph style; lengths in twips, sizes in half points."""

    id: str
    name: str
    size: int
    pitch: int
    """Exact distance of lines; 0 for as much as they need (a line with a picture)."""
    latin: str = TIMES
    east_asian: str = FANGSONG
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
    border_size: int = 8
    """In eighths of a point."""
    border_space: int = 4
    """Between rule and text, in points."""
    space: int = 0
    """Between characters, in twips."""
    spaced: bool = True
    """Whether Han and Latin characters side by side get a quarter of an em between them."""
    shade: str = ""
    tab: int = 0
    """Position of a right tab stop."""
    next: str = ""
    contextual: bool = False
    """Whether paragraphs of the style stand together without a gap."""
    proof: bool = True


def paragraph_styles(p: Preset) -> tuple[ParagraphStyle, ...]:
    """Return the styles in the measures of `p`, Normal first."""
    small, em = p.small, p.em
    return (
        ParagraphStyle(id="Normal", name="Normal", size=p.body, pitch=p.pitch),
        ParagraphStyle(id="BodyText", name="Body Text", size=p.body, pitch=p.latin_pitch, after=p.latin_pitch // 3),
        ParagraphStyle(
            id="BodyTextFirstIndent",
            name="Body Text First Indent",
            size=p.body,
            pitch=p.pitch,
            first_line_chars=200,
            justify="both",
        ),
        ParagraphStyle(
            id="Masthead",
            name="Masthead",
            size=small,
            pitch=p.small_pitch,
            east_asian=HEI,
            tab=p.text_width,
            border="bottom",
        ),
        ParagraphStyle(
            id="EmbargoLine",
            name="Embargo Line",
            size=p.subtitle,
            pitch=p.subtitle_pitch,
            latin=_ARIAL,
            east_asian=HEI,
            justify="center",
            border="box",
            after=120,
        ),
        ParagraphStyle(
            id="DraftLine",
            name="Draft Line",
            size=p.subtitle,
            pitch=p.subtitle_pitch,
            latin=_ARIAL,
            east_asian=HEI,
            justify="center",
            shade="FFF2A8",
            border="box",
            border_colour="FFF2A8",
            after=120,
        ),
        ParagraphStyle(
            id="Title",
            name="Title",
            size=p.title,
            pitch=p.title_pitch,
            east_asian=BIAOSONG,
            justify="center",
            keep_next=True,
            before=p.pitch,
            after=p.pitch // 3,
            next="BodyText",
        ),
        ParagraphStyle(
            id="Subtitle",
            name="Subtitle",
            size=p.subtitle,
            pitch=p.subtitle_pitch,
            east_asian=KAI,
            justify="center",
            keep_next=True,
            after=p.pitch // 4,
            next="BodyText",
        ),
        ParagraphStyle(
            id="Date", name="Date", size=small, pitch=p.small_pitch, justify="center", after=p.pitch * 2 // 3
        ),
        ParagraphStyle(
            id="Summary",
            name="Summary",
            size=p.body,
            pitch=p.pitch,
            east_asian=KAI,
            left=2 * em,
            right=2 * em,
            justify="both",
            before=p.pitch // 4,
            after=p.pitch // 2,
        ),
        *_headings(p),
        ParagraphStyle(id="ListParagraph", name="List Paragraph", size=p.body, pitch=p.pitch),
        ParagraphStyle(
            id="Quote",
            name="Quote",
            size=p.body,
            pitch=p.pitch,
            east_asian=KAI,
            before=p.pitch // 3,
            after=p.pitch // 3,
            left=2 * em,
            right=em,
            justify="both",
            contextual=True,
        ),
        ParagraphStyle(
            id="HTMLPreformatted",
            name="HTML Preformatted",
            size=p.table,
            pitch=p.table_pitch,
            latin=MONO,
            shade="F2F2F2",
            border="box",
            border_colour="F2F2F2",
            left=80,
            right=80,
            before=120,
            after=200,
            proof=False,
        ),
        ParagraphStyle(id="Figure", name="Figure", size=p.body, pitch=0, justify="center", keep_next=True, before=120),
        ParagraphStyle(
            id="Caption",
            name="caption",
            size=small,
            pitch=p.small_pitch,
            east_asian=KAI,
            justify="center",
            before=60,
            after=200,
        ),
        ParagraphStyle(id="Rule", name="Rule", size=8, pitch=160, border="bottom", after=240),
        ParagraphStyle(id="TableText", name="Table Text", size=p.table, pitch=p.table_pitch),
        ParagraphStyle(
            id="TableHeading",
            name="Table Heading",
            size=p.table,
            pitch=p.table_pitch,
            east_asian=HEI,
            justify="center",
            keep_next=True,
        ),
        ParagraphStyle(id="TableGap", name="Table Gap", size=8, pitch=100),
        ParagraphStyle(id="FootnoteText", name="footnote text", size=p.note, pitch=p.note_pitch),
        ParagraphStyle(id="Contact", name="Contact", size=p.body, pitch=p.pitch, before=p.pitch // 2),
        ParagraphStyle(id="Imprint", name="Imprint", size=p.note, pitch=p.note_pitch),
        ParagraphStyle(id="Header", name="header", size=p.note, pitch=p.note_pitch, tab=p.text_width, border="bottom"),
        ParagraphStyle(
            id="HeaderNotice",
            name="Header Notice",
            size=p.note,
            pitch=p.note_pitch,
            latin=_ARIAL,
            east_asian=HEI,
            justify="center",
        ),
        ParagraphStyle(id="Footer", name="footer", size=28, pitch=360, east_asian=SONG, justify="center"),
    )


def _headings(p: Preset) -> Iterator[ParagraphStyle]:
    fonts = (HEI, KAI, FANGSONG, FANGSONG, FANGSONG)
    for depth, (identifier, size, font) in enumerate(zip(HEADING_STYLES.values(), p.headings, fonts, strict=True)):
        yield ParagraphStyle(
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

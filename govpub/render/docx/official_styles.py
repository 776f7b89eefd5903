"""The styles of an official document, where they are not those of a press release (GB/T 9704-2012, 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.render.docx.style_table import (
    BIAOSONG,
    FANGSONG,
    HEADING_STYLES,
    HEI,
    KAI,
    SONG,
    ParagraphStyle,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.render.docx.preset import Preset

__all__ = ["official_styles"]

_RED = "FF0000"
_BELOW_NUMBER = 6
"""Points from the number's line to the red rule, which is then 4 mm below the number itself (7.2.7)."""
_RULE = 20
"""Height of a paragraph that is a rule, in twips."""


def official_styles(p: Preset) -> tuple[ParagraphStyle, ...]:
    """Return the styles, each in place of the one with its id, or beside them."""
    return (*_head(p), *_headings(p), *_text(p), *_ending(p), *_foot(p))


def _head(p: Preset) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(
        id="DocumentMark",
        name="Document Mark",
        size=p.title,
        pitch=0,
        east_asian=BIAOSONG,
        justify="center",
        colour=_RED,
    )
    yield ParagraphStyle(id="DocumentNumber", name="Document Number", size=p.body, pitch=p.pitch, justify="center")
    yield ParagraphStyle(
        id="RedRule",
        name="Red Rule",
        size=2,
        pitch=_RULE,
        border="bottom",
        border_colour=_RED,
        border_size=12,
        border_space=_BELOW_NUMBER,
    )
    title = {"size": p.title, "pitch": p.title_pitch, "after": p.pitch, "next": "BodyText"}
    # Two lines below the red rule (7.3.1).
    yield ParagraphStyle(
        id="Title",
        name="Title",
        east_asian=BIAOSONG,
        justify="center",
        keep_next=True,
        before=2 * p.pitch,
        **title,  # type: ignore[arg-type]
    )
    yield ParagraphStyle(
        id="AttachmentTitle",
        name="Attachment Title",
        east_asian=BIAOSONG,
        justify="center",
        keep_next=True,
        before=p.pitch,
        outline=0,
        **title,  # type: ignore[arg-type]
    )
    yield ParagraphStyle(
        id="Subtitle",
        name="Subtitle",
        size=p.subtitle,
        pitch=p.subtitle_pitch,
        east_asian=KAI,
        justify="center",
        keep_next=True,
        after=p.pitch,
        next="BodyText",
    )


def _headings(p: Preset) -> Iterator[ParagraphStyle]:
    # 7.3.3: 黑体, 楷体, then the text's own 仿宋; two characters in, in line with the text, none of them bold.
    for depth, (identifier, font) in enumerate(
        zip(HEADING_STYLES.values(), (HEI, KAI, FANGSONG, FANGSONG, FANGSONG), strict=True)
    ):
        yield ParagraphStyle(
            id=identifier,
            name=f"heading {depth + 1}",
            size=p.body,
            pitch=p.pitch,
            east_asian=font,
            first_line_chars=200,
            keep_next=True,
            outline=depth,
            next="BodyText",
            space=p.body_space,
        )


def _text(p: Preset) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(
        id="BodyTextFirstIndent",
        name="Body Text First Indent",
        size=p.body,
        pitch=p.pitch,
        first_line_chars=200,
        justify="both",
        space=p.body_space,
    )
    yield ParagraphStyle(id="BodyText", name="Body Text", size=p.body, pitch=p.latin_pitch, first_line_chars=200)
    yield ParagraphStyle(id="Addressee", name="Addressee", size=p.body, pitch=p.pitch, space=p.body_space)
    yield ParagraphStyle(
        id="ListParagraph", name="List Paragraph", size=p.body, pitch=p.pitch, first_line_chars=200, space=p.body_space
    )


def _ending(p: Preset) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(id="AttachmentNote", name="Attachment Note", size=p.body, pitch=p.pitch, space=p.body_space)
    yield ParagraphStyle(id="Signature", name="Signature", size=p.body, pitch=p.pitch, justify="right", spaced=False)
    yield ParagraphStyle(
        id="DocumentNote",
        name="Document Note",
        size=p.body,
        pitch=p.pitch,
        first_line_chars=200,
        space=p.body_space,
    )
    yield ParagraphStyle(
        id="AttachmentLabel",
        name="Attachment Label",
        size=p.body,
        pitch=p.pitch,
        east_asian=HEI,
        keep_next=True,
    )


def _foot(p: Preset) -> Iterator[ParagraphStyle]:
    # 7.4: size 4. One style for all of it: LibreOffice makes one frame of paragraphs of one style only.
    yield ParagraphStyle(id="DocumentFoot", name="Document Foot", size=p.imprint, pitch=p.imprint_pitch)
    # 7.5: 宋体 in size 4, one character from the outer edge.
    number = {"size": 28, "pitch": 280, "east_asian": SONG, "latin": SONG}
    yield ParagraphStyle(id="FooterOdd", name="Footer Odd", justify="right", right=280, **number)  # type: ignore[arg-type]
    yield ParagraphStyle(id="FooterEven", name="Footer Even", left=280, **number)  # type: ignore[arg-type]

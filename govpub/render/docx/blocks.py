"""Blocks of the body → paragraphs and tables."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, assert_never

from govpub.model.block import CodeBlock, Figure, Heading, List, Paragraph, Quote, Rule, Table
from govpub.model.inline import LineBreak, Picture
from govpub.render.docx.inlines import Marks, plain_runs, run, runs
from govpub.render.docx.numbering import DEEPEST, item_indent
from govpub.render.docx.pictures import drawing
from govpub.render.docx.style_table import HEADING_STYLES, LATIN_BOLD
from govpub.render.docx.tables import table
from govpub.render.docx.titles import headline
from govpub.render.docx.xml import Element, is_a, t, w
from govpub.render.furniture import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govpub.model.block import Block, ListItem
    from govpub.model.inline import Inline
    from govpub.render.docx.preset import Preset
    from govpub.render.docx.setting import Setting

__all__ = ["blocks", "figures", "framed", "keep_together", "line", "paragraph"]

_EAST_ASIAN_PITCH: Mapping[str, int] = {"ListParagraph": 5, "Quote": 5, "Summary": 2, "Contact": 5}
"""Styles whose lines are as far apart as Chinese needs; and the part of a Latin line that is free below a paragraph."""
_HEADLINES = ("Title", "AttachmentTitle")
_STYLED = re.compile(r"(<w:pStyle [^>]*>)")
_KEPT = re.compile(r"<w:keepNext\b[^>]*>")


def blocks(content: Sequence[Block], setting: Setting) -> Iterator[Element]:
    """Yield the paragraphs and tables of these blocks."""
    for block in content:
        yield from _block(block, setting)


def paragraph(style: str, content: Iterable[Element], *properties: Element) -> Element:
    """Return a paragraph of this style."""
    return f"<w:p>{_properties(style, properties)}{''.join(content)}</w:p>"


@lru_cache(maxsize=1024)
def _properties(style: str, properties: tuple[Element, ...]) -> Element:
    return w("pPr", w("pStyle", val=style), *properties)


def keep_together(elements: list[Element]) -> None:
    """Let no page break come between these paragraphs."""
    for place, element in enumerate(elements[:-1]):
        if element and is_a("p", element):
            properties, end, rest = element.partition("</w:pPr>")
            elements[place] = _STYLED.sub(r"\1<w:keepNext/>", _KEPT.sub("", properties), 1) + end + rest


def framed(elements: Iterable[Element], preset: Preset) -> Iterator[Element]:
    """Yield paragraphs that stand together at the foot of their page's text area."""
    frame = w("framePr", w=preset.text_width, wrap="around", vAnchor="margin", hAnchor="margin", yAlign="bottom")
    for element in elements:
        yield _STYLED.sub(lambda style: style[0] + frame, element, count=1)


def line(style: str, text: str, setting: Setting, *properties: Element) -> Element:
    """Return a paragraph of plain text in this style; a line feed in it is a line break."""
    if style in _HEADLINES:
        text = headline(text, setting.width / (setting.preset.title * 10), east_asian=setting.locale.east_asian)
    return paragraph(
        style, plain_runs(text, setting, _marks(style, setting)), *(properties or _latin_properties(style, setting))
    )


def _block(block: Block, setting: Setting) -> Iterator[Element]:
    match block:
        case Heading():
            style = HEADING_STYLES[min(max(block.level, 2), 6)]
            yield paragraph(style, runs(block.content, setting, _marks(style, setting)), *_number(block, setting))
        case Paragraph():
            yield _text(block.content, setting)
        case List():
            yield from _list(block, setting)
        case Quote():
            yield from _quote(block, setting)
        case Table():
            yield from table(block, setting)
        case Figure():
            yield from figures([(block, setting)])
        case CodeBlock():
            content = run(_marks("HTMLPreformatted", setting), *_code(block.text))
            yield paragraph("HTMLPreformatted", [content], *_shift(setting))
        case Rule():
            yield paragraph("Rule", ())
        case _:
            assert_never(block)


def _text(content: tuple[Inline, ...], setting: Setting, *properties: Element) -> Element:
    style = _text_style(setting)
    return paragraph(
        style,
        runs(content, setting, _marks(style, setting)),
        *(properties or _shift(setting)),
        *_lines(content, style, setting),
    )


def _number(heading: Heading, setting: Setting) -> list[Element]:
    if not setting.headings or setting.kind != "body":
        return []
    level = min(max(heading.level, 2), 6) - 2
    return [w("numPr", w("ilvl", val=level), w("numId", val=setting.headings))]


def _text_style(setting: Setting) -> str:
    match setting.kind:
        case "body":
            return "BodyTextFirstIndent" if setting.locale.indents_paragraphs else "BodyText"
        case "item":
            return "ListParagraph"
        case "quote":
            return "Quote"
        case "note":
            return "FootnoteText"
        case _:
            assert_never(setting.kind)


def _marks(style: str, setting: Setting) -> Marks:
    return Marks(locale=setting.locale, strong=style in LATIN_BOLD and not setting.locale.east_asian)


def _lines(content: tuple[Inline, ...], style: str, setting: Setting) -> list[Element]:
    """Return how lines are set where it is not the style's own way."""
    if any(isinstance(node, Picture) for node in content):
        return [w("spacing", line=240, lineRule="auto")]  # an exact line would cut the picture off
    if setting.locale.east_asian and any(isinstance(node, LineBreak) for node in content):
        return [w("jc", val="left")]  # a justified line would be drawn apart up to its break
    return _latin_properties(style, setting)


def _latin_properties(style: str, setting: Setting) -> list[Element]:
    """Return what the styles that both scripts use leave to say for Latin script: nearer lines, ragged edges."""
    if style not in _EAST_ASIAN_PITCH or setting.locale.east_asian:
        return []
    pitch = setting.preset.latin_pitch
    after = 0 if setting.preset.official else pitch // _EAST_ASIAN_PITCH[style]
    return [w("spacing", line=pitch, lineRule="exact", after=after), w("jc", val="left")]


def _shift(setting: Setting) -> list[Element]:
    """Return the indent of a paragraph that stands inside a list or a quotation, but is not numbered itself."""
    if setting.kind == "note" or not setting.indent:
        return []
    return [w("ind", left=setting.indent, firstLineChars=0, firstLine=0)]


def _list(block: List, setting: Setting) -> Iterator[Element]:
    level = min(setting.level + 1, DEEPEST)
    numbering = setting.document.numbering
    number = numbering.add(ordered=block.ordered, start=block.start, level=level, locale=setting.locale)
    left, hanging = item_indent(setting.preset, level, east_asian=setting.locale.east_asian)
    if setting.preset.official:
        left, hanging = level * setting.preset.em, 0
    base = setting.indent if setting.level < 0 else setting.indent - _own_indent(setting)
    inside = replace(setting, kind="note" if setting.kind == "note" else "item", level=level, indent=base + left)
    hung = {"left": base + left, "hanging": hanging}
    for item in block.items:
        numbered = w("numPr", w("ilvl", val=level), w("numId", val=number))
        # The list's definition has the indent already, but for a list that stands in a quotation.
        yield from _item(item, inside, [numbered, w("ind", **hung)] if base else [numbered])


def _own_indent(setting: Setting) -> int:
    return item_indent(setting.preset, setting.level, east_asian=setting.locale.east_asian)[0]


def _item(item: ListItem, setting: Setting, numbered: list[Element]) -> Iterator[Element]:
    rest = item.blocks
    first: tuple[Inline, ...] = ()
    if rest and isinstance(rest[0], Paragraph):
        first, rest = rest[0].content, rest[1:]
    yield _text(first, setting, *numbered)
    yield from blocks(rest, setting)


def _quote(block: Quote, setting: Setting) -> Iterator[Element]:
    kind: Literal["note", "quote"] = "note" if setting.kind == "note" else "quote"
    yield from blocks(
        block.blocks, replace(setting, kind=kind, indent=setting.indent + 2 * setting.preset.em, level=-1)
    )


def figures(renderings: Sequence[tuple[Figure, Setting]]) -> Iterator[Element]:
    """Yield one image with its caption in each of these languages, and all their alternative texts."""
    first, setting = renderings[0]
    alt = " / ".join(dict.fromkeys(figure.alt for figure, _setting in renderings if figure.alt))
    captions = [(figure.caption, each) for figure, each in renderings if figure.caption]
    asset = setting.document.release.assets.get(first.path)
    if asset is None:
        _ = setting.rendition.phrases.gettext
        yield line("Caption", fill(_("Image not available: {alt}"), alt=alt), setting)
    else:
        alone = () if captions else (w("keepNext", val=0),)
        yield paragraph("Figure", [run(_marks("Figure", setting), drawing(asset, alt, setting))], *alone)
    lines = [line("Caption", caption, each) for caption, each in captions]
    keep_together(lines)
    yield from lines


def _code(text: str) -> Iterator[Element]:
    for number, row in enumerate(text.split("\n")):
        if number:
            yield w("br")
        for place, piece in enumerate(row.split("\t")):
            if place:
                yield w("tab")
            if piece:
                yield t(piece)

"""The languages of a release laid out: one after the other, block after block, or side by side."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from govpub.model.block import CodeBlock, Figure, Rule
from govpub.render.docx.blocks import blocks, figures, keep_together, line
from govpub.render.docx.furniture import head, masthead, running_head, tail, top
from govpub.render.docx.official import Place, document_head, document_tail, imprint, red_head, sheet_head
from govpub.render.docx.sections import footers, section
from govpub.render.docx.setting import Setting
from govpub.render.docx.tables import TABLE_LOOK, gap
from govpub.render.docx.xml import Element, w
from govpub.render.headings import are_numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govpub.model.block import Block
    from govpub.render.docx.setting import Document

__all__ = ["body"]

_TURNS: tuple[Place, Place] = ("above", "below")
_CELL_MARGINS = 240
"""Left and right inside a cell together, as the style TwoLanguages has them."""


def body(document: Document) -> Iterator[Element]:
    """Yield all that stands in the body of word/document.xml, its sections too."""
    settings = [
        Setting(document=document, part=document.main, rendition=rendition, width=document.preset.text_width)
        for rendition in document.release.renditions
    ]
    if len(settings) == 1:
        yield from _sequential(settings)
        return
    match document.release.layout:
        case "sequential":
            yield from _sequential(settings)
        case "interleaved":
            yield from _interleaved(settings)
        case "columns":
            yield from _columns(settings)
        case _:
            assert_never(document.release.layout)


def _sequential(settings: list[Setting]) -> Iterator[Element]:
    """One language after the other, each in a section of its own."""
    feet = footers(settings[0].document)
    for number, setting in enumerate(settings, 1):
        yield from _opening([setting])
        yield from chain.from_iterable(elements for _name, elements in _head(setting))
        for chapter, (first, last) in enumerate(_chapters(setting.document)):
            inside = _in_chapter(setting)
            if chapter:
                new_page = w("pageBreakBefore")
                yield from chain.from_iterable(elements for _name, elements in sheet_head(chapter, setting, new_page))
            text = blocks(setting.rendition.wording.blocks[first:last], inside)
            yield from text if chapter else _to_the_end(text, _tail_groups([setting]))
        yield from _ending([setting])
        properties = section(setting.document, running_head([setting]), feet)
        # The last section's properties end the body; those of the others stand in their last paragraph.
        yield properties if number == len(settings) else w("p", w("pPr", w("pStyle", val="TableGap"), properties))


def _interleaved(settings: list[Setting]) -> Iterator[Element]:
    """Block after block, the source language first. What is the same in both stands once."""
    yield from _opening(settings)
    heads = [dict(_head(setting, place)) for setting, place in zip(settings, _TURNS, strict=True)]
    for part in heads:
        part.pop("image", None)
    for row in _paired(heads):
        yield from chain.from_iterable(row)
    yield from _once_or_each([(setting.rendition.wording.image, setting) for setting in settings])
    for chapter, (first, last) in enumerate(_chapters(settings[0].document)):
        inside = [_in_chapter(setting) for setting in settings]
        if chapter:
            first_page = [(w("pageBreakBefore"),), ()]
            heads = [dict(sheet_head(chapter, each, *new)) for each, new in zip(settings, first_page, strict=True)]
            for row in _paired(heads):
                yield from chain.from_iterable(row)
        text = chain.from_iterable(map(_once_or_each, _pairs(inside, first, last)))
        yield from text if chapter else _to_the_end(text, _tail_groups(settings))
    yield from _ending(settings)
    yield section(settings[0].document, running_head(settings), footers(settings[0].document))


def _columns(settings: list[Setting]) -> Iterator[Element]:
    """Side by side in tables: one row for each part of the head, each block, each part of the tail.

    A picture stands once, between two tables, with its captions: no cell is merged, and none is half as wide.
    """
    yield from _opening(settings)
    width = settings[0].preset.text_width
    widths = (width // 2, width - width // 2)
    cells = [replace(setting, width=column - _CELL_MARGINS) for setting, column in zip(settings, widths, strict=True)]
    for chapter, (first, last) in enumerate(_chapters(settings[0].document)):
        inside = [_in_chapter(cell) for cell in cells]
        rows: list[list[list[Element]]] = []
        if chapter:
            yield _page_break()
            rows += _paired([dict(sheet_head(chapter, cell)) for cell in cells])
        else:
            heads = [dict(_head(cell, "cell")) for cell in cells]
            for part in heads:
                part.pop("image", None)
            rows += _paired(heads)
            leads = [(setting.rendition.wording.image, setting) for setting in settings]
            if leads[0][0] is not None:
                yield from _side_by_side(rows, cells, widths)
                rows = []
                yield from _once_or_each(leads)
        for pair in _pairs(inside, first, last):
            if isinstance(pair[0][0], Figure):
                yield from _side_by_side(rows, cells, widths)
                rows = []
                yield from _once_or_each([(each, setting) for (each, _in), setting in zip(pair, settings, strict=True)])
            else:
                rows.append([list(blocks((block,), setting)) for block, setting in pair if block is not None])
        if not chapter:
            ends = list(_paired([dict(_tail(cell)) for cell in cells]))
            _keep_rows([*rows[-1:], *ends])  # the last page has some of the text on it (GB/T 9704-2012, 7.3.5)
            rows += ends
        yield from _side_by_side(rows, cells, widths)
    yield from _ending(settings)
    yield section(settings[0].document, running_head(settings), footers(settings[0].document))


def _side_by_side(
    rows: Sequence[list[list[Element]]], cells: Sequence[Setting], widths: tuple[int, ...]
) -> Iterator[Element]:
    """Yield a table of these rows, whose header is repeated on each page; nothing where there are none."""
    if not rows:
        return
    yield w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TwoLanguages"),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", **TABLE_LOOK),
        ),
        w("tblGrid", *(w("gridCol", w=column) for column in widths)),
        _row([[line("TableHeading", cell.locale.endonym, cell)] for cell in cells], widths, header=True),
        *(_row(row, widths, header=False) for row in rows),
    )
    yield gap()


def _row(cells: list[list[Element]], widths: tuple[int, ...], *, header: bool) -> Element:
    return w(
        "tr",
        w("trPr", w("tblHeader")) if header else None,
        *(
            w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *(elements or [gap()]))
            for elements, width in zip(cells, widths, strict=True)
        ),
    )


def _keep_rows(rows: list[list[list[Element]]]) -> None:
    """Let no page break come between these rows: Word keeps a row whose paragraphs are kept with the next one's."""
    for row in rows[:-1]:
        for elements in row:
            elements.append("")
            keep_together(elements)
            elements.pop()


def _chapters(document: Document) -> list[tuple[int, int]]:
    """Return the text, and each attachment without its heading, as ranges of blocks."""
    facts = document.release.document
    sheets = facts.sheets if facts is not None and document.preset.official else ()
    starts = (0, *(place + 1 for place in sheets))
    ends = (*sheets, len(document.release.primary.wording.blocks))
    return list(zip(starts, ends, strict=True))


def _in_chapter(setting: Setting) -> Setting:
    """Return the setting of a text whose headings are numbered from one, where the article does not do it itself."""
    document = setting.document
    if not document.preset.official or are_numbered(document.release):
        return setting
    return replace(setting, headings=document.numbering.add_headings(setting.locale))


def _pairs(settings: Sequence[Setting], first: int, last: int) -> Iterator[list[tuple[Block | None, Setting]]]:
    columns = (setting.rendition.wording.blocks[first:last] for setting in settings)
    for pair in zip(*columns, strict=True):
        yield list(zip(pair, settings, strict=True))


def _paired(parts: list[dict[str, list[Element]]]) -> Iterator[list[list[Element]]]:
    for name in dict.fromkeys(name for part in parts for name in part):
        yield [part.get(name, []) for part in parts]


def _once_or_each(renderings: Sequence[tuple[Block | None, Setting]]) -> Iterator[Element]:
    block, setting = renderings[0]
    match block:
        case None:
            return
        case Figure():
            yield from figures([(each, where) for each, where in renderings if isinstance(each, Figure)])
        case CodeBlock() | Rule():
            yield from blocks((block,), setting)
        case _:
            yield from (element for each, where in renderings if each for element in blocks((each,), where))


def _head(setting: Setting, place: Place = "page") -> Iterator[tuple[str, list[Element]]]:
    return document_head(setting, place) if setting.preset.official else head(setting)


def _tail(setting: Setting, place: Place = "page") -> Iterator[tuple[str, list[Element]]]:
    return document_tail(setting, place) if setting.preset.official else tail(setting)


def _tail_groups(settings: Sequence[Setting]) -> list[list[Element]]:
    places: tuple[Place, ...] = _TURNS if len(settings) > 1 else ("page",)
    tails = [dict(_tail(setting, place)) for setting, place in zip(settings, places, strict=True)]
    groups = list(chain.from_iterable(_paired(tails)))
    # What signs a document never leaves its text (GB/T 9704-2012, 7.3.5).
    together = len(settings) == 1 or settings[0].preset.official
    return [list(chain.from_iterable(groups))] if together and groups else groups


def _to_the_end(text: Iterable[Element], groups: list[list[Element]]) -> Iterator[Element]:
    """Yield the text and what stands below it: no group is parted, and the first one never leaves the text.

    So the last page has some of the text on it (GB/T 9704-2012, 7.3.5).
    """
    kept: list[Element] = []
    for element in text:
        yield from kept
        kept = [element]
    for group in groups:
        kept += group
        keep_together(kept)
        yield from kept
        kept = []
    yield from kept


def _opening(settings: list[Setting]) -> Iterator[Element]:
    if settings[0].preset.official:
        yield from red_head(settings, below=240 if settings[0].preset.narrow else 0)
        return
    for setting in settings:
        yield from top(setting)
    for setting in settings:
        yield masthead("Masthead", setting)


def _ending(settings: list[Setting]) -> Iterator[Element]:
    foot = list(imprint(settings)) if settings[0].preset.official else []
    if foot:
        yield from foot
        yield gap()


def _page_break() -> Element:
    return w("p", w("pPr", w("pStyle", val="TableGap"), w("pageBreakBefore")))

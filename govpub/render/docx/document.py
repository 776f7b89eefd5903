"""Release → a Word document: its parts put together, its languages laid out."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from govpub.model.block import CodeBlock, Figure, Rule
from govpub.render.docx.blocks import blocks, figures, keep_together, line
from govpub.render.docx.furniture import head, masthead, running_head, tail, top
from govpub.render.docx.notes import notes_part
from govpub.render.docx.numbering import Numbering
from govpub.render.docx.package import (
    CORE,
    DOCUMENT,
    FONTS,
    FOOTNOTES,
    NUMBERING,
    SETTINGS,
    STYLES,
    Package,
    Part,
    add_part,
    literal_part,
    pack,
)
from govpub.render.docx.preset import NEWS, NEWS_COLUMNS
from govpub.render.docx.properties import core_properties
from govpub.render.docx.sections import footers, section
from govpub.render.docx.setting import Document, Setting
from govpub.render.docx.styles import styles_part
from govpub.render.docx.tables import TABLE_LOOK, gap
from govpub.render.docx.xml import Element, part_bytes, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govpub.model.block import Block
    from govpub.model.release import Release

__all__ = ["render_docx"]

_CELL_MARGINS = 240
"""Left and right inside a cell together, as the style TwoLanguages has them."""


def render_docx(release: Release) -> bytes:
    """Return the release as a .docx in the preset `news`: no red head, no document number of its own, no seal.

    The same release gives the same bytes, whatever the machine's time, zone, locale or folder.
    """
    side_by_side = len(release.renditions) > 1 and release.layout == "columns"
    preset = NEWS_COLUMNS if side_by_side else NEWS
    package = Package()
    main, _id = add_part(package, package.root, "word/document.xml", DOCUMENT)
    add_part(package, package.root, "docProps/core.xml", CORE, core_properties(release))
    _add_fixed_parts(package, main, styles_part(preset))
    notes, _id = add_part(package, main, "word/footnotes.xml", FOOTNOTES)
    numbering, _id = add_part(package, main, "word/numbering.xml", NUMBERING)
    document = Document(
        release=release,
        preset=preset,
        package=package,
        main=main,
        numbering=Numbering(preset),
        shared_notes=len(release.renditions) > 1 and release.layout != "sequential",
    )
    main.content = part_bytes(w("document", w("body", *_body(document))))
    notes.content = notes_part(document, notes)
    numbering.content = document.numbering.part()
    return pack(package)


def _add_fixed_parts(package: Package, main: Part, styles: bytes) -> None:
    add_part(package, main, "word/styles.xml", STYLES, styles)
    add_part(package, main, "word/settings.xml", SETTINGS, literal_part("settings.xml"))
    add_part(package, main, "word/fontTable.xml", FONTS, literal_part("fontTable.xml"))


def _body(document: Document) -> Iterator[Element]:
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
        yield from top(setting)
        yield masthead("Masthead", setting)
        yield from chain.from_iterable(elements for _name, elements in head(setting))
        below = list(chain.from_iterable(elements for _name, elements in tail(setting)))
        yield from _to_the_end(list(_text(setting)), [below])
        properties = section(setting.document, running_head([setting]), feet)
        # The last section's properties end the body; those of the others stand in their last paragraph.
        yield properties if number == len(settings) else w("p", w("pPr", w("pStyle", val="TableGap"), properties))


def _interleaved(settings: list[Setting]) -> Iterator[Element]:
    """Block after block, the source language first. What is the same in both stands once."""
    yield from _both_tops(settings)
    heads = [dict(head(setting)) for setting in settings]
    leads = [(setting.rendition.wording.image, setting) for setting in settings]
    for part in heads:
        part.pop("image", None)
    for row in _paired(heads):
        yield from chain.from_iterable(row)
    yield from _once_or_each(leads)
    pairs = zip(*(setting.rendition.wording.blocks for setting in settings), strict=True)
    text = [element for pair in pairs for element in _once_or_each(list(zip(pair, settings, strict=True)))]
    rows = _paired([dict(tail(setting)) for setting in settings])
    yield from _to_the_end(text, list(chain.from_iterable(rows)))
    yield _last_section(settings)


def _to_the_end(text: list[Element], groups: list[list[Element]]) -> Iterator[Element]:
    """Yield the text and what stands below it: no group is parted, and the first one never leaves the text.

    So the last page has some of the text on it (GB/T 9704-2012, 7.3.5).
    """
    yield from text[:-1]
    kept = text[-1:]
    for group in groups:
        kept += group
        keep_together(kept)
        yield from kept
        kept = []
    yield from kept


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


def _columns(settings: list[Setting]) -> Iterator[Element]:
    """Side by side in a table: one row for each part of the head, each block, each part of the tail."""
    yield from _both_tops(settings)
    width = settings[0].preset.text_width
    widths = (width // 2, width - width // 2)
    cells = [replace(setting, width=column - _CELL_MARGINS) for setting, column in zip(settings, widths, strict=True)]
    yield w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TwoLanguages"),
            w("tblW", w=width, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", **TABLE_LOOK),
        ),
        w("tblGrid", *(w("gridCol", w=column) for column in widths)),
        _row([[line("TableHeading", cell.locale.endonym, cell)] for cell in cells], widths, header=True),
        *(_row(row, widths, header=False) for row in _rows(cells)),
    )
    yield gap()
    yield _last_section(settings)


def _row(cells: list[list[Element]], widths: tuple[int, ...], *, header: bool) -> Element:
    return w(
        "tr",
        w("trPr", w("tblHeader")) if header else None,
        *(
            w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *(elements or [gap()]))
            for elements, width in zip(cells, widths, strict=True)
        ),
    )


def _rows(settings: list[Setting]) -> Iterator[list[list[Element]]]:
    """Yield what corresponds, language by language. What one of them lacks is an empty cell."""
    yield from _paired([dict(head(setting)) for setting in settings])
    for pair in zip(*(setting.rendition.wording.blocks for setting in settings), strict=True):
        yield [list(blocks((block,), setting)) for block, setting in zip(pair, settings, strict=True)]
    yield from _paired([dict(tail(setting)) for setting in settings])


def _paired(parts: list[dict[str, list[Element]]]) -> Iterator[list[list[Element]]]:
    for name in dict.fromkeys(name for part in parts for name in part):
        yield [part.get(name, []) for part in parts]


def _text(setting: Setting) -> Iterator[Element]:
    return blocks(setting.rendition.wording.blocks, setting)


def _both_tops(settings: list[Setting]) -> Iterator[Element]:
    for setting in settings:
        yield from top(setting)
    for setting in settings:
        yield masthead("Masthead", setting)


def _last_section(settings: list[Setting]) -> Element:
    document = settings[0].document
    return section(document, running_head(settings), footers(document))

"""A 40-block article as a Word document, against python-docx used as its tutorial shows, and against bare strings."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import docx
from support import releases
from support.documents import Word
from support.measure import Comparison

from govpub.model.block import Heading, Paragraph, Table
from govpub.model.inline import plain_text
from govpub.render.docx import render_docx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govpub.model.release import Release

_BLOCKS = 40


def _article() -> Release:
    release = releases.statistics("zh-CN")
    rendition = release.primary
    blocks = (rendition.wording.blocks * _BLOCKS)[:_BLOCKS]
    wording = replace(rendition.wording, blocks=blocks)
    return replace(release, renditions=(replace(rendition, wording=wording),))


def _tutorial(release: Release) -> bytes:
    document = docx.Document()
    wording = release.primary.wording
    document.add_heading(wording.title, 0)
    for block in wording.blocks:
        match block:
            case Heading():
                document.add_heading(plain_text(block.content), block.level - 1)
            case Paragraph():
                document.add_paragraph(plain_text(block.content))
            case Table():
                table = document.add_table(rows=len(block.rows) + 1, cols=len(block.header))
                for number, row in enumerate((block.header, *block.rows)):
                    for column, cell in enumerate(row):
                        table.cell(number, column).text = plain_text(cell.content)
            case _:
                raise AssertionError(block)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _strings(release: Release, parts: dict[str, bytes]) -> bytes:
    """Write the same parts, the text put together from strings without properties of any run: the floor."""
    pieces = []
    for block in release.primary.wording.blocks:
        match block:
            case Heading() | Paragraph():
                pieces.append(f"<w:p><w:r><w:t>{escape(plain_text(block.content))}</w:t></w:r></w:p>")
            case Table():
                rows = (
                    "".join(
                        f"<w:tc><w:p><w:r><w:t>{escape(plain_text(cell.content))}</w:t></w:r></w:p></w:tc>"
                        for cell in row
                    )
                    for row in (block.header, *block.rows)
                )
                pieces.append("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
            case _:
                raise AssertionError(block)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, "".join(pieces) if name == "word/document.xml" else content)
    return buffer.getvalue()


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the comparisons of this module."""
    news = _article()
    archive = Word(render_docx(news)).archive
    parts = {name: archive.read(name) for name in archive.namelist()}
    for release in (news, replace(news, preset="gongwen")):
        yield Comparison(
            title=f"one article of {_BLOCKS} blocks to DOCX, preset {release.preset}",
            peer_name="python-docx with its default template",
            ours=lambda release=release: render_docx(release),
            peer=lambda: _tutorial(news),
            at_most=0.2,
            rounds=15,
        )
    yield Comparison(
        title=f"one article of {_BLOCKS} blocks to DOCX",
        peer_name="its archive written from strings",
        ours=lambda: render_docx(news),
        peer=lambda: _strings(news, parts),
        at_most=8,
        rounds=15,
    )

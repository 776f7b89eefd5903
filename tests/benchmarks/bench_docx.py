"""A 40-block article as a Word document, against python-docx used as its tutorial shows."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
from support import releases
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


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the one comparison of this module."""
    release = _article()
    yield Comparison(
        title=f"one article of {_BLOCKS} blocks to DOCX",
        peer_name="python-docx with its default template",
        ours=lambda: render_docx(release),
        peer=lambda: _tutorial(release),
        at_most=0.5,
        rounds=15,
    )

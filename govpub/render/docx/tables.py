"""Tables of the article."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wcwidth import wcswidth

from govpub.model.inline import plain_text
from govpub.render.docx.inlines import Marks, runs
from govpub.render.docx.xml import Element, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govpub.model.block import Alignment, Cell, Table
    from govpub.render.docx.setting import Setting

__all__ = ["TABLE_LOOK", "gap", "table"]

_FEWEST, _MOST = 4, 36
"""Display cells of a column's longest text that count for its share of the width."""
_WORDS = re.compile(r"[\u0021-\u2e7f]+|[^\s]")
"""A Latin word or figure with its marks; else each character, since East Asian text may be broken anywhere."""
_MARGINS = 180
"""Left and right inside a cell together, as the style TableGrid has them."""
TABLE_LOOK: Mapping[str, str | int] = {
    "val": "0620",
    "firstRow": 1,
    "lastRow": 0,
    "firstColumn": 0,
    "lastColumn": 0,
    "noHBand": 1,
    "noVBand": 1,
}


def table(block: Table, setting: Setting) -> Iterator[Element]:
    """Yield the table, its header row repeated on each page, and the gap below it."""
    width = setting.width - setting.indent
    widths = _column_widths(block, width, setting)
    insides = [replace(setting, width=max(column - _MARGINS, 1), indent=0) for column in widths]
    yield w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=width, type="dxa"),
            w("tblInd", w=setting.indent, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", **TABLE_LOOK),
        ),
        w("tblGrid", *(w("gridCol", w=column) for column in widths)),
        _row(block.header, block.alignments, widths, insides, header=True),
        *(_row(row, block.alignments, widths, insides, header=False) for row in block.rows),
    )
    yield gap()


def gap() -> Element:
    """Return the low paragraph without which two tables would become one, and a cell end in a table."""
    return w("p", w("pPr", w("pStyle", val="TableGap")))


def _row(
    cells: tuple[Cell, ...],
    alignments: tuple[Alignment, ...],
    widths: list[int],
    insides: list[Setting],
    *,
    header: bool,
) -> Element:
    setting = insides[0]
    marks = Marks(locale=setting.locale, strong=header and not setting.locale.east_asian)
    written = [
        f"{_opening(alignment, width, header=header)}{''.join(runs(cell.content, inside, marks))}</w:p></w:tc>"
        for cell, alignment, width, inside in zip(cells, alignments, widths, insides, strict=True)
    ]
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if header else None), *written)


@lru_cache(maxsize=1024)
def _opening(alignment: Alignment, width: int, *, header: bool) -> str:
    """Return a cell up to the first run of its paragraph."""
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("shd", val="clear", color="auto", fill="EDEFF2") if header else None,
        w("vAlign", val="center"),
    )
    style = w("pStyle", val="TableHeading" if header else "TableText")
    return f"<w:tc>{properties}<w:p>{w('pPr', style, w('jc', val=alignment) if alignment else None)}"


def _column_widths(block: Table, room: int, setting: Setting) -> list[int]:
    """Return the columns' widths, which add up to `room`.

    Each has place for its longest word where there is room for all; what is left goes by the length of the texts.
    """
    cell_width = setting.preset.table * 5  # half an em, in twips
    columns = [[plain_text(cell.content) for cell in column] for column in zip(block.header, *block.rows, strict=True)]
    words = [max(map(_longest_word, column)) * cell_width + _MARGINS for column in columns]
    texts = [min(max(_FEWEST, *map(_cells, column)), _MOST) * cell_width + _MARGINS for column in columns]
    free = max(0, room - sum(words))
    shares = [max(0, text - word) + 1 for text, word in zip(texts, words, strict=True)] if free else words
    bases = words if free else [0] * len(words)
    spread = free or room
    edges = [sum(bases[:place]) + spread * sum(shares[:place]) // sum(shares) for place in range(len(columns) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _longest_word(text: str) -> int:
    """Return the display cells of the longest piece of `text` that is not to be broken."""
    return max((_cells(word) for word in _WORDS.findall(text)), default=2)


def _cells(text: str) -> int:
    return max(0, wcswidth(text))

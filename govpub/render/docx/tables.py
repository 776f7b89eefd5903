"""Tables of the article."""

from __future__ import annotations

from dataclasses import replace
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
    widths = _column_widths(block, width)
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
        _row(block.header, block.alignments, widths, setting, header=True),
        *(_row(row, block.alignments, widths, setting, header=False) for row in block.rows),
    )
    yield gap()


def gap() -> Element:
    """Return the low paragraph without which two tables would become one, and a cell end in a table."""
    return w("p", w("pPr", w("pStyle", val="TableGap")))


def _row(
    cells: tuple[Cell, ...], alignments: tuple[Alignment, ...], widths: list[int], setting: Setting, *, header: bool
) -> Element:
    return w(
        "tr",
        w("trPr", w("cantSplit"), w("tblHeader") if header else None),
        *(
            _cell(cell, alignment, width, setting, header=header)
            for cell, alignment, width in zip(cells, alignments, widths, strict=True)
        ),
    )


def _cell(cell: Cell, alignment: Alignment, width: int, setting: Setting, *, header: bool) -> Element:
    style = "TableHeading" if header else "TableText"
    marks = Marks(locale=setting.locale, strong=header and not setting.locale.east_asian)
    inside = replace(setting, width=max(width - _MARGINS, 1), indent=0)
    justify = w("jc", val=alignment) if alignment else None
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("shd", val="clear", color="auto", fill="EDEFF2") if header else None,
            w("vAlign", val="center"),
        ),
        w("p", w("pPr", w("pStyle", val=style), justify), *runs(cell.content, inside, marks)),
    )


def _column_widths(block: Table, width: int) -> list[int]:
    """Return widths in proportion to the columns' longest texts; they add up to `width`."""
    columns = zip(block.header, *block.rows, strict=True)
    wants = [min(max(_FEWEST, *map(_cells, column)), _MOST) + 2 for column in columns]
    edges = [width * sum(wants[:place]) // sum(wants) for place in range(len(wants) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _cells(cell: Cell) -> int:
    return max(0, wcswidth(plain_text(cell.content)))

"""Tables of a page: those that hold figures, and those that only hold the page together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from govpub.model.block import Block, Cell, Paragraph, Table
from govpub.model.inline import plain_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from govpub.model.inline import Inline

__all__ = ["TableCell", "table_of"]

_COLUMNS = 60
_CELL = 300
"""A cell with more characters than this holds a text, not an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell as the page has it."""

    content: tuple[Inline, ...]
    """Its text in one line."""
    blocks: tuple[tuple[Block, HtmlElement], ...]
    columns: int = 1
    rows: int = 1


def table_of(rows: list[list[TableCell]], element: HtmlElement) -> list[tuple[Block, HtmlElement]]:
    """Return the table, its first row the header; or, where it only serves the layout, what its cells hold.

    A cell over several columns is followed by empty ones; one over several rows is repeated.
    """
    if not _is_table(rows):
        return [block for row in rows for cell in row for block in cell.blocks]
    grid = _grid(rows)
    width = max(len(row) for row in grid)
    cells = [tuple(Cell(content=content) for content in (*row, *[()] * (width - len(row)))) for row in grid]
    return [(Table(header=cells[0], rows=tuple(cells[1:]), alignments=tuple("" for _column in range(width))), element)]


def _is_table(rows: list[list[TableCell]]) -> bool:
    filled = [row for row in rows if row]
    plain = all(isinstance(block, Paragraph) for row in filled for cell in row for block, _element in cell.blocks)
    short = all(len(plain_text(cell.content)) <= _CELL for row in filled for cell in row)
    return plain and short and len(filled) > 1 and max(map(len, filled)) > 1


def _grid(rows: list[list[TableCell]]) -> list[list[tuple[Inline, ...]]]:
    grid: list[list[tuple[Inline, ...]]] = []
    below: dict[int, tuple[int, tuple[Inline, ...]]] = {}
    for row in rows:
        if not row:
            continue
        line: list[tuple[Inline, ...]] = []
        waiting = iter(row)
        while len(line) < _COLUMNS:
            left, content = below.get(len(line), (0, ()))
            if left:
                below[len(line)] = (left - 1, content)
                line.append(content)
                continue
            cell = next(waiting, None)
            if cell is None:
                break
            for column in islice(range(cell.columns), _COLUMNS - len(line)):
                content = () if column else cell.content
                below[len(line)] = (cell.rows - 1, content)
                line.append(content)
        if line:
            grid.append(line)
    return grid

"""Tables in a fixed grid of cells, or, where that is too wide, one record after the other."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from govpub.render.furniture import fill
from govpub.render.text.width import cells, padded
from govpub.render.text.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.locales import Locale
    from govpub.model.block import Table
    from govpub.render.text.flow import Flow

__all__ = ["table"]

_GAP = "  "
_NARROWEST = 12


def table(node: Table, flow: Flow, width: int) -> list[str]:
    """Return the lines of a table, at most `width` cells wide."""
    locale = flow.rendition.locale
    header = [flow.line(cell.content).strip() for cell in node.header]
    rows = [[flow.line(cell.content).strip() for cell in row] for row in node.rows]
    columns = _columns([header, *rows], width - len(_GAP) * (len(header) - 1), locale)
    if columns is None:
        return _records(header, rows, flow, width)
    alignments = (*node.alignments, *[""] * len(columns))
    return [
        *_row(header, columns, alignments, locale),
        _GAP.join("-" * column for column in columns),
        *(line for row in rows for line in _row(row, columns, alignments, locale)),
    ]


def _columns(rows: Sequence[Sequence[str]], width: int, locale: Locale) -> list[int] | None:
    """Return the widths of the columns, the widest ones narrowed until all fit; None where they would be too narrow."""
    header, *body = rows
    columns = [min(max(1, *(cells(text, locale) for text in column)), width) for column in zip(*rows, strict=False)]
    if sum(min(column, _NARROWEST) for column in columns) > width:
        return None
    needed = [max((cells(row[index], locale) for row in body), default=0) for index in range(len(header))]
    while sum(columns) > width:
        # Names of columns give way before what stands in them.
        spare = [column - max(need, _NARROWEST) for column, need in zip(columns, needed, strict=True)]
        columns[spare.index(max(spare)) if max(spare) > 0 else columns.index(max(columns))] -= 1
    overflow = any(
        cells(line, locale) > column
        for row in rows
        for text, column in zip(row, columns, strict=False)
        for line in wrap(text, column, locale)
    )
    return None if overflow else columns


def _row(row: Sequence[str], columns: Sequence[int], alignments: Sequence[str], locale: Locale) -> list[str]:
    """Return the lines of a row, its first ones level."""
    broken = [wrap(text, column, locale) for text, column in zip(row, columns, strict=False)]
    lines = []
    for level in zip_longest(*broken, fillvalue=""):
        filled = (
            padded(text, column, locale, alignment)
            for text, column, alignment in zip(level, columns, alignments, strict=False)
        )
        lines.append(_GAP.join(filled).rstrip(" "))
    return lines


def _records(header: Sequence[str], rows: Sequence[Sequence[str]], flow: Flow, width: int) -> list[str]:
    """Return each row as lines of `name: value`, an empty line between rows; empty cells are left out."""
    _ = flow.rendition.phrases.gettext
    locale = flow.rendition.locale
    if not rows:
        return [line for name in header for line in wrap(name, width, locale)]
    lines: list[str] = []
    for row in rows:
        if lines:
            lines.append("")
        for name, value in zip(header, row, strict=False):
            if value:
                pair = fill(_("{name}: {value}"), name=name, value=value) if name else value
                lines.extend(wrap(pair, width, locale, rest="  "))
    return lines

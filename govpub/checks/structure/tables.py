r"""structure.tables: the rows of a table have not the same cells on both sides.

Wrong:  | 地区 | 增速 | => | Region |
Right:  | 地区 | 增速 | => | Region | Growth |

For catalogs that stand alone; in an article's own catalog each cell is a unit.

Traps: an escaped bar (\|) parts nothing; a text with a bar inside is no row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.tables"

_ROW = pattern(r"^ {0,3}\|[^\n]*", re.MULTILINE)
_BAR = pattern(r"(?<!\\)\|")


def candidates(document: Document) -> set[int]:
    """Return the units with a bar."""
    return document.source.having("|") | document.target.having("|")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for the first row that differs, or where there are more rows on one side."""
    if context.document.article is not None or ("|" not in unit.segment.text and "|" not in unit.target):
        return
    ours, theirs = list(_ROW.finditer(unit.segment.text)), list(_ROW.finditer(unit.target))
    if len(ours) != len(theirs):
        message = _("{ours} rows of a table in the source, {theirs} in the target").format(
            ours=len(ours), theirs=len(theirs)
        )
        yield context.finding(NAME, unit, message, target=(0, len(unit.target)))
        return
    for our, their in zip(ours, theirs, strict=True):
        if (cells := len(_BAR.findall(our[0]))) != (found := len(_BAR.findall(their[0]))):
            message = _("a row with {ours} bars in the source, {theirs} in the target").format(ours=cells, theirs=found)
            yield context.finding(NAME, unit, message, source=our.span(), target=their.span())
            return

"""structure.headings: the heading marks of one text are not those of the other.

Wrong:  ## 重点任务 => # Key Tasks
Right:  ## 重点任务 => ## Key Tasks

For catalogs that stand alone; in an article's own catalog the marks are the article's.

Traps: # before a number (#5) or a word (#topic) is no heading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.headings"

_HEADING = pattern(r"^ {0,3}(#{1,6})(?=[ \t\u3000]|$)", re.MULTILINE)


def candidates(document: Document) -> set[int]:
    """Return the units with a heading mark."""
    return document.source.having("#") | document.target.having("#")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding where the sequence of levels differs."""
    if context.document.article is not None or ("#" not in unit.segment.text and "#" not in unit.target):
        return
    ours, theirs = list(_HEADING.finditer(unit.segment.text)), list(_HEADING.finditer(unit.target))
    if [mark[1] for mark in ours] == [mark[1] for mark in theirs]:
        return
    yield context.finding(
        NAME,
        unit,
        _("the heading marks differ: {source} in the source, {target} in the target").format(
            source=" ".join(mark[1] for mark in ours) or "0", target=" ".join(mark[1] for mark in theirs) or "0"
        ),
        source=ours[0].span(1) if ours else None,
        target=theirs[0].span(1) if theirs else (0, 0),
        severity=Severity.WARNING,
        suggestion=ours[0][1] if len(ours) == len(theirs) == 1 else "",
    )

"""text.titles: 、 stands between titles or quotations that follow each other.

The marks 《》《》 and “”“” part them already (GB/T 15834-2011, 4.5.3.5).

Wrong:  the Environmental Protection Law and the Forest Law => 《环境保护法》、《森林法》
Right:  the Environmental Protection Law and the Forest Law => 《环境保护法》《森林法》

Traps: where something is put in between, 、 stays: 《甲》（摘要）、《乙》.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.titles"

_ANY = pattern("[》”]、[《“]")
_ITEM = "(?:《[^《》\n]*》|“[^“”\n]*”)"
_NOTE = "(?:（[^（）\n]*）)"
# A list of titles with what is put in between; the last item's own note is not between anything.
_LIST = pattern(f"{_ITEM}{_NOTE}?(?:、{_ITEM}{_NOTE}?)+")
_NOTED = pattern("）、")


def candidates(document: Document) -> set[int]:
    """Return the units with such a 、."""
    return document.wide.having("》、《", "》、“", "”、《", "”、“")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each 、 that can go."""
    for side in sides(unit, context):
        if not side.locale.east_asian or not _ANY.search(side.bare):
            continue
        for titles in _LIST.finditer(side.bare):
            if _NOTED.search(titles[0]):
                continue
            for mark in _ANY.finditer(side.bare, titles.start(), titles.end()):
                yield side.finding(
                    NAME,
                    (mark.start() + 1, mark.start() + 2),
                    _("no 、 between titles or quotations that follow each other: {text}").format(text=mark[0]),
                    fix="",
                )
